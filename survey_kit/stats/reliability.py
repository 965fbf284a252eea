"""Internal consistency of a scale: alpha with its interval, standardized alpha, omega, item statistics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from scipy import special

from survey_kit.errors import NotComputable
from survey_kit.stats.adequacy import dependent_items
from survey_kit.stats.extraction import extract
from survey_kit.stats.moments import Moments

OmegaReason: TypeAlias = Literal["", "two_items", "singular", "too_few", "not_converged"]


@dataclass(frozen=True, slots=True, eq=False)
class Omega:
    """Omega total of a one-factor model fitted by maximum likelihood.

    ``value`` is NaN when the model cannot be fitted, and ``reason`` says why. ``loadings`` (k,) are
    standardized; ``negative`` names items with a negative loading, which pull omega down as they pull
    alpha down; ``heywood`` items whose uniqueness reached its lower bound.
    """

    value: float
    loadings: np.ndarray
    negative: tuple[str, ...] = ()
    heywood: tuple[str, ...] = ()
    reason: OmegaReason = ""


@dataclass(frozen=True, slots=True, eq=False)
class Reliability:
    """Reliability of the sum or mean of ``names`` (k items with variance) in ``n`` complete rows.

    Arrays are (k,). ``alpha_if_dropped`` is NaN for a scale of two items. ``constant`` names items that
    were left out because everybody gave the same answer.
    """

    names: tuple[str, ...]
    n: int
    level: float
    alpha: float
    alpha_low: float
    alpha_high: float
    alpha_standardized: float
    mean_r: float
    omega: Omega
    item_mean: np.ndarray
    item_sd: np.ndarray
    item_rest_r: np.ndarray
    alpha_if_dropped: np.ndarray
    mean_if_dropped: np.ndarray
    variance_if_dropped: np.ndarray
    constant: tuple[str, ...] = ()

    @property
    def k(self) -> int:
        return len(self.names)


def cronbach_alpha(cov: np.ndarray) -> float:
    """Coefficient alpha of a covariance matrix (k, k), k ≥ 2 (Cronbach 1951, doi:10.1007/BF02310555).

    Negative when the items covary negatively on the whole; NaN when their sum has no variance.

    Examples
    --------
    >>> round(cronbach_alpha(np.array([[1, 0.5], [0.5, 1]])), 6)
    0.666667
    """
    k = len(cov)
    total, own = float(cov.sum()), float(np.trace(cov))
    if k < 2 or total <= 1e-12 * own:
        return float("nan")
    return k / (k - 1) * (1 - own / total)


def feldt_interval(alpha: float, n: int, k: int, level: float = 0.95) -> tuple[float, float]:
    """Confidence interval of alpha for ``n`` respondents and ``k`` items.

    Feldt (1965), doi:10.1007/BF02289499: (1 - α) / (1 - a) follows F(n - 1, (n - 1)(k - 1)).

    Examples
    --------
    >>> [round(bound, 3) for bound in feldt_interval(0.8, 100, 5)]
    [0.731, 0.856]
    """
    df1, df2 = n - 1, (n - 1) * (k - 1)
    tail = (1 - level) / 2
    low = 1 - (1 - alpha) * special.fdtri(df1, df2, 1 - tail)
    high = 1 - (1 - alpha) * special.fdtri(df1, df2, tail)
    return float(low), float(high)


def reliability(moments: Moments, *, level: float = 0.95) -> Reliability:
    """Internal consistency of the items in ``moments``, scored as they are: nothing is turned round.

    Items without variance are left out and named in the result.

    Parameters
    ----------
    moments : of the items of one scale, complete rows.
    level : confidence level of the interval of alpha.

    Raises
    ------
    NotComputable
        Fewer than two items with variance, or a sum of items without variance.

    Examples
    --------
    >>> cov = np.full((3, 3), 0.5) + 0.5 * np.eye(3)
    >>> found = reliability(Moments(("a", "b", "c"), 50, np.zeros(3), cov))
    >>> round(found.alpha, 6), round(found.omega.value, 6), found.item_rest_r.round(4)[0].item()
    (0.75, 0.75, 0.5774)
    """
    varies = moments.sd > 0
    constant = tuple(name for name, v in zip(moments.names, varies, strict=True) if not v)
    if varies.sum() < 2:
        raise NotComputable("withheld.too_few_items", k=int(varies.sum()), needed=2)
    used = moments.select(tuple(name for name, v in zip(moments.names, varies, strict=True) if v))
    cov, k, n = used.cov, len(used.names), used.n
    alpha = cronbach_alpha(cov)
    if np.isnan(alpha):
        raise NotComputable("withheld.total_constant", names=used.names)
    low, high = feldt_interval(alpha, n, k, level)
    mean_r = float((used.corr.sum() - k) / (k * (k - 1)))

    own, with_total, total = np.diag(cov), cov.sum(axis=1), cov.sum()
    rest = total - 2 * with_total + own
    with np.errstate(divide="ignore", invalid="ignore"):
        rest_r = np.where(
            rest > 1e-12 * total, (with_total - own) / np.sqrt(own * np.maximum(rest, 0)), np.nan
        )
        if k > 2:
            dropped = (k - 1) / (k - 2) * (1 - (own.sum() - own) / rest)
            dropped = np.where(rest > 1e-12 * total, dropped, np.nan)
        else:
            dropped = np.full(k, np.nan)
    return Reliability(
        used.names,
        n,
        level,
        alpha,
        low,
        high,
        _standardized(mean_r, k),
        mean_r,
        omega_total(used),
        used.mean,
        used.sd,
        rest_r,
        dropped,
        used.mean.sum() - used.mean,
        rest,
        constant,
    )


def _standardized(mean_r: float, k: int) -> float:
    """Alpha of the standardized items, from their mean correlation."""
    below = 1 + (k - 1) * mean_r
    return k * mean_r / below if below > 1e-12 else float("nan")


def omega_total(moments: Moments) -> Omega:
    """McDonald's omega total of a one-factor model.

    The model is fitted by maximum likelihood to the covariances of the items as scored; omega is the
    squared sum of the loadings over the model's variance of the sum (McDonald 1999,
    doi:10.4324/9781410601087). Programs that fit standardized items or another model (psych's omega
    with three factors) print other numbers. A negative loading is kept and reported.

    Examples
    --------
    >>> loadings = np.array([0.9, 0.8, 0.7, 0.6])
    >>> cov = np.outer(loadings, loadings)
    >>> np.fill_diagonal(cov, 1)
    >>> expected = loadings.sum() ** 2 / cov.sum()
    >>> omega = omega_total(Moments(tuple("abcd"), 90, np.zeros(4), cov))
    >>> bool(abs(omega.value - expected) < 1e-9)
    True
    """
    k = len(moments.names)
    nothing = np.full(k, np.nan)
    if k < 3:
        return Omega(float("nan"), nothing, reason="two_items")
    if moments.n <= k:
        return Omega(float("nan"), nothing, reason="too_few")
    corr = moments.corr
    if dependent_items(corr, moments.names):
        return Omega(float("nan"), nothing, reason="singular")
    try:
        fitted = extract(corr, 1, method="ml")
    except NotComputable:
        return Omega(float("nan"), nothing, reason="not_converged")
    standardized = fitted.loadings[:, 0]
    if (standardized * moments.sd).sum() < 0:
        standardized = -standardized
    loadings = standardized * moments.sd
    common = float(loadings.sum() ** 2)
    unique = float((fitted.uniqueness * np.diag(moments.cov)).sum())
    return Omega(
        common / (common + unique),
        standardized,
        tuple(name for name, loading in zip(moments.names, standardized, strict=True) if loading < 0),
        tuple(moments.names[i] for i in fitted.heywood),
    )
