"""Logit models of ordered categories by maximum likelihood; two categories are binary logistic regression.

The proportional-odds model (McCullagh, 1980, doi:10.1111/j.2517-6161.1980.tb01109.x):
logit P(Y <= k) = threshold_k - x b, so that b > 0 goes with higher categories. With two categories it is
the binary logit of the higher one, whose constant is minus the threshold. The log-likelihood is
concave (Pratt, 1981, doi:10.1080/01621459.1981.10477619); Newton's method finds its only maximum.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import chdtrc, expit, ndtr, ndtri

from survey_kit.errors import NotComputable
from survey_kit.stats.separation import separation

MOST_STEPS = 60
"""Newton steps before giving up; a maximum that exists is found in about six."""

CERTAIN = 1 - 1e-6
"""A fitted probability above this of the observed answer calls for a look for separation."""


@dataclass(frozen=True, slots=True)
class OrdinalLogit:
    """A fitted logit model.

    Attributes
    ----------
    names
        Names of the predictors, one a column of X.
    b, se, z, p, low, high
        (k,) coefficients on the log-odds scale, Wald tests and intervals.
    thresholds, se_thresholds
        (categories - 1,) in ascending order.
    covariance
        Of all parameters, thresholds first; from the observed information.
    counts
        Respondents in each category.
    log_likelihood, log_likelihood_null
        Of the model and of the one without predictors.
    """

    names: tuple[str, ...]
    b: np.ndarray
    se: np.ndarray
    z: np.ndarray
    p: np.ndarray
    low: np.ndarray
    high: np.ndarray
    thresholds: np.ndarray
    se_thresholds: np.ndarray
    covariance: np.ndarray
    counts: tuple[int, ...]
    log_likelihood: float
    log_likelihood_null: float
    level: float

    @property
    def n(self) -> int:
        """Respondents in the model."""
        return sum(self.counts)

    @property
    def df(self) -> int:
        return len(self.b)

    @property
    def chi2(self) -> float:
        """Likelihood-ratio chi-square against the model without predictors."""
        return 2 * (self.log_likelihood - self.log_likelihood_null)

    @property
    def p_chi2(self) -> float:
        return float(chdtrc(self.df, self.chi2))

    @property
    def mcfadden(self) -> float:
        """1 - LL / LL0 (McFadden, 1974)."""
        return 1 - self.log_likelihood / self.log_likelihood_null

    @property
    def cox_snell(self) -> float:
        """1 - exp(-chi2 / n) (Cox & Snell, 1989)."""
        return float(-np.expm1(-self.chi2 / self.n))

    @property
    def nagelkerke(self) -> float:
        """Cox and Snell's over its largest possible value (Nagelkerke, 1991, doi:10.1093/biomet/78.3.691)."""
        return self.cox_snell / float(-np.expm1(2 * self.log_likelihood_null / self.n))

    @property
    def aic(self) -> float:
        return -2 * self.log_likelihood + 2 * (len(self.b) + len(self.thresholds))

    def at(self, name: str) -> int:
        """Place of a predictor in the arrays."""
        return self.names.index(name)


def ordinal_logit(X: np.ndarray, y: np.ndarray, names: Sequence[str], *, level: float = 0.95) -> OrdinalLogit:
    """Fit the proportional-odds model; the binary logit where there are two categories.

    Parameters
    ----------
    X : (n, k) predictors without a constant, complete; standardised inside, so that their units do not
        matter for the search, and transformed back.
    y : (n,) categories 0 .. m - 1 in ascending order, each of which occurs.
    names : one a column.
    level : confidence level of the Wald intervals.

    Raises
    ------
    NotComputable
        One category; no more respondents than parameters; predictors that do not vary or depend on
        each other; categories that predictors separate (no maximum exists; Albert & Anderson, 1984,
        doi:10.1093/biomet/71.1.1).

    Examples
    --------
    >>> X = np.array([[1.0], [2.0], [3.0], [4.0], [5.0], [6.0]])
    >>> fit = ordinal_logit(X, np.array([0, 0, 1, 0, 1, 1]), ["x"])
    >>> fit.b.round(4), fit.thresholds.round(4)
    (array([1.214]), array([4.2491]))
    """
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=int)
    n, k = X.shape
    counts = np.bincount(y)
    cuts = len(counts) - 1
    if cuts < 1:
        raise NotComputable("withheld.one_outcome")
    if n <= k + cuts:
        raise NotComputable("withheld.too_few", n=n, needed=k + cuts + 1)
    mean, scale = X.mean(axis=0), X.std(axis=0)
    if (scale == 0).any():
        raise NotComputable("withheld.no_variance", names=tuple(np.array(names)[scale == 0]))
    Z = (X - mean) / scale
    _refuse_collinear(Z, names)
    search = _Likelihood(Z, y, cuts)
    below = np.cumsum(counts)[:-1] / n
    start = np.concatenate([np.log(below / (1 - below)), np.zeros(k)])
    null = float((counts * np.log(counts / n)).sum())
    parameters, converged = _climb(search, start)
    if not converged or search.surest(parameters) > CERTAIN:
        found = separation(Z, y, cuts)
        if found is not None:
            separating = tuple(names[at] for at in found.predictors)
            kind = "complete" if found.complete else "quasi"
            raise NotComputable(f"withheld.separation_{kind}", names=separating)
        if not converged:
            raise NotComputable("withheld.logit_not_converged")
    value, _, information = search.at(parameters)
    # back to the units of the predictors: b = g / s, threshold = t + mean b
    back = np.eye(cuts + k)
    back[cuts:, cuts:] = np.diag(1 / scale)
    back[:cuts, cuts:] = mean / scale
    estimates = back @ parameters
    covariance = back @ np.linalg.inv(information) @ back.T
    se = np.sqrt(np.diag(covariance))
    b, se_b = estimates[cuts:], se[cuts:]
    half = float(ndtri((1 + level) / 2)) * se_b
    return OrdinalLogit(
        names=tuple(names),
        b=b,
        se=se_b,
        z=b / se_b,
        p=2 * ndtr(-np.abs(b / se_b)),
        low=b - half,
        high=b + half,
        thresholds=estimates[:cuts],
        se_thresholds=se[:cuts],
        covariance=covariance,
        counts=tuple(int(count) for count in counts),
        log_likelihood=value,
        log_likelihood_null=null,
        level=level,
    )


def category_probabilities(X: np.ndarray, thresholds: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Fitted probabilities (n, categories), columns in ascending order."""
    upper = expit(thresholds[None, :] - (X @ b)[:, None])
    padded = np.pad(upper, ((0, 0), (1, 1)), constant_values=((0, 0), (0, 1)))
    probabilities: np.ndarray = np.diff(padded, axis=1)
    return probabilities


def _refuse_collinear(Z: np.ndarray, names: Sequence[str]) -> None:
    correlation = Z.T @ Z / len(Z)
    values, vectors = np.linalg.eigh(correlation)
    if values[0] > 1e-10:
        return
    involved = np.abs(vectors[:, values <= 1e-10]).max(axis=1) > 1e-6
    raise NotComputable("withheld.collinear", names=tuple(np.array(names)[involved]))


class _Likelihood:
    """Log-likelihood with gradient and information, at parameters (thresholds, coefficients).

    log P(y) = log F(a) + log F(-c) + log(1 - exp(c - a)), where a and c are the thresholds above and
    below the category minus x b: no difference of two nearly equal probabilities is ever formed.
    """

    def __init__(self, Z: np.ndarray, y: np.ndarray, cuts: int) -> None:
        steps = np.eye(cuts + 1, cuts)
        self.upper = np.hstack([np.eye(cuts + 1, cuts)[y], -Z])
        self.lower = np.hstack([np.vstack([np.zeros(cuts), steps[:-1]])[y], -Z])
        self.has_upper, self.has_lower = y < cuts, y > 0
        self.y = y
        self.cuts = cuts

    def _ends(self, parameters: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        a = np.where(self.has_upper, self.upper @ parameters, np.inf)
        c = np.where(self.has_lower, self.lower @ parameters, -np.inf)
        widths = np.diff(np.concatenate([[-np.inf], parameters[: self.cuts], [np.inf]]))
        return a, c, widths[self.y]

    def value(self, parameters: np.ndarray) -> float:
        if (np.diff(parameters[: self.cuts]) <= 0).any():
            return -np.inf
        a, c, width = self._ends(parameters)
        return float((-np.logaddexp(0, -a) - np.logaddexp(0, c) + np.log(-np.expm1(-width))).sum())

    def surest(self, parameters: np.ndarray) -> float:
        """Largest fitted probability of an observed answer."""
        a, c, width = self._ends(parameters)
        return float(np.max(expit(a) * expit(-c) * -np.expm1(-width)))

    def at(self, parameters: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
        a, c, width = self._ends(parameters)
        with np.errstate(over="ignore"):
            w = 1 / np.expm1(width)
        v = w * (1 + w)
        over, under = expit(-a), expit(c)
        up, low = self.upper * self.has_upper[:, None], self.lower * self.has_lower[:, None]
        gradient = up.T @ (over + w) - low.T @ (under + w)
        cross = up.T @ (low * v[:, None])
        information = (
            up.T @ (up * (over * (1 - over) + v)[:, None])
            + low.T @ (low * (under * (1 - under) + v)[:, None])
            - cross
            - cross.T
        )
        return self.value(parameters), gradient, information


def _climb(likelihood: _Likelihood, start: np.ndarray) -> tuple[np.ndarray, bool]:
    """Newton's method, steps halved until they climb; whether the top was reached."""
    at = start
    for _ in range(MOST_STEPS):
        value, gradient, information = likelihood.at(at)
        try:
            step = np.linalg.solve(information, gradient)
        except np.linalg.LinAlgError:
            return at, False
        if not np.isfinite(step).all():
            return at, False
        # the Newton decrement is twice what is left to gain; where the likelihood rises for ever it
        # vanishes too, and a step of a matrix that is singular but for rounding leads anywhere
        if float(gradient @ step) < 1e-18 * max(1.0, -value):
            climbs = likelihood.value(at + step) >= value - 1e-12 * abs(value)
            return (at + step, True) if climbs else (at, False)
        length = 1.0
        while length > 1e-8 and not likelihood.value(at + length * step) >= value - 1e-12 * abs(value):
            length /= 2
        if length <= 1e-8:
            return at, float(gradient @ step) < 1e-10
        at = at + length * step
    return at, False
