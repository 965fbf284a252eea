"""Bootstrap of statistics that depend on the data only through means, variances and covariances."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr, ndtri

from survey_kit.errors import NotComputable

CHUNK = 4_000_000
"""Weights held at a time, so that memory does not grow with the number of respondents."""

CELLS_PAY = 8
"""Counting drawn rows costs this much less a row than drawing a binomial number a cell."""

LEAST_DETERMINED = 0.9
"""Share of the resamples in which the statistic must be determined."""

CovarianceStatistic = Callable[[np.ndarray], np.ndarray]
"""Covariance matrices (…, v, v) to statistics (…, k); NaN where a matrix does not determine them."""


@dataclass(frozen=True, slots=True)
class Bootstrap:
    """Statistics of the sample, of its resamples, and of the samples without one respondent.

    Attributes
    ----------
    estimate
        (k,) statistics of the sample.
    draws
        (B, k) of the resamples that determine them; ``lost`` resamples did not and are left out.
    without_one, weights
        (u, k) statistics without one respondent of each kind, and how many of that kind there are.
    """

    estimate: np.ndarray
    draws: np.ndarray
    lost: int
    without_one: np.ndarray
    weights: np.ndarray

    @property
    def se(self) -> np.ndarray:
        """(k,) standard deviations of the draws."""
        se: np.ndarray = self.draws.std(axis=0, ddof=1)
        return se

    @property
    def acceleration(self) -> np.ndarray:
        """(k,) acceleration of BCa, by the jackknife (Efron & Tibshirani, 1993, eq. 14.15)."""
        weights = self.weights[:, None]
        mean = (weights * self.without_one).sum(axis=0) / weights.sum()
        apart = mean - self.without_one
        spread = (weights * apart**2).sum(axis=0)
        skew = (weights * apart**3).sum(axis=0)
        result: np.ndarray = np.divide(skew, 6 * spread**1.5, out=np.zeros_like(skew), where=spread > 0)
        return result

    @property
    def bias(self) -> np.ndarray:
        """(k,) z0 of BCa: the normal quantile of the share of draws below the estimate."""
        return np.asarray(ndtri((self.draws < self.estimate).mean(axis=0)))

    def percentile(self, level: float) -> np.ndarray:
        """(2, k) percentile limits: quantiles of the draws by linear interpolation (R's type 7)."""
        limits: np.ndarray = np.quantile(self.draws, [(1 - level) / 2, (1 + level) / 2], axis=0)
        return limits

    @property
    def p(self) -> np.ndarray:
        """(k,) two-sided p-values against 0 that agree with the percentile limits.

        The limits of level 1 - p just reach 0 (Davison & Hinkley, 1997, section 5.5, doi:10.1017/CBO9780511802843);
        never below 2 / (B + 1), which is all that B draws can show.
        """
        tails = np.minimum(_share_up_to_zero(self.draws), _share_up_to_zero(-self.draws))
        p: np.ndarray = np.clip(2 * tails, 2 / (len(self.draws) + 1), 1.0)
        return p

    def bca(self, level: float) -> np.ndarray:
        """(2, k) bias-corrected and accelerated limits (Efron, 1987, doi:10.1080/01621459.1987.10478410).

        NaN where all draws lie on one side of the estimate, so that the bias cannot be corrected.
        """
        bias = self.bias
        quantiles = bias + ndtri(np.array([[(1 - level) / 2], [(1 + level) / 2]]))
        with np.errstate(invalid="ignore"):
            shares = ndtr(bias + quantiles / (1 - self.acceleration * quantiles))
        limits = np.full(shares.shape, np.nan)
        for at in np.flatnonzero(np.isfinite(shares).all(axis=0)):
            limits[:, at] = np.quantile(self.draws[:, at], shares[:, at])
        return limits


def bootstrap_covariances(
    data: np.ndarray, statistic: CovarianceStatistic, draws: int, rng: np.random.Generator
) -> Bootstrap:
    """Resample the rows of ``data`` (n, v; complete) with replacement.

    Respondents with equal answers are one cell, and a resample is a multinomial count of the cells:
    exact, and cheap when n is large. Everything is computed from the cross products that the counts weigh.

    Raises
    ------
    NotComputable
        ``withheld.resamples``: fewer than 90 % of the resamples determine the statistic.

    Examples
    --------
    >>> rows = np.array([[1.0, 2.0], [2.0, 1.0], [3.0, 5.0], [4.0, 4.0], [5.0, 7.0]])
    >>> slope = lambda cov: cov[..., 0, 1:] / cov[..., 0, :1]
    >>> bootstrap_covariances(rows, slope, 200, np.random.default_rng(1)).estimate.round(3)
    array([1.3])
    """
    n, v = data.shape
    cells, counts = np.unique(data - data.mean(axis=0), axis=0, return_counts=True)
    upper = np.triu_indices(v)
    products = np.column_stack([cells, cells[:, upper[0]] * cells[:, upper[1]]])
    totals = counts @ products
    size = max(1, CHUNK // (n if len(cells) * CELLS_PAY > n else len(cells)))
    pieces = []
    for start in range(0, draws, size):
        weights = _weights(counts, n, min(size, draws - start), rng)
        pieces.append(statistic(_covariances(weights @ products, n, v)))
    drawn = np.concatenate(pieces)
    determined = np.isfinite(drawn).all(axis=1)
    if determined.mean() < LEAST_DETERMINED:
        raise NotComputable("withheld.resamples", lost=int((~determined).sum()), draws=draws)
    without_one = statistic(_covariances(totals - products, n - 1, v))
    usable = np.isfinite(without_one).all(axis=1)
    return Bootstrap(
        statistic(_covariances(totals[None], n, v))[0],
        drawn[determined],
        int((~determined).sum()),
        without_one[usable],
        counts[usable].astype(float),
    )


def _weights(counts: np.ndarray, n: int, draws: int, rng: np.random.Generator) -> np.ndarray:
    """(draws, cells) how often each cell is drawn when n rows are drawn."""
    cells = len(counts)
    if cells * CELLS_PAY <= n:
        return rng.multinomial(n, counts / n, size=draws).astype(float)
    row_cell = np.repeat(np.arange(cells), counts)
    drawn = row_cell[rng.integers(0, n, size=(draws, n))]
    drawn += np.arange(draws)[:, None] * cells
    return np.bincount(drawn.ravel(), minlength=draws * cells).reshape(draws, cells).astype(float)


def _covariances(sums: np.ndarray, n: int, v: int) -> np.ndarray:
    """(…, v, v) covariance matrices, n - 1, from sums and cross products."""
    mean = sums[:, :v] / n
    full = np.empty((len(sums), v, v))
    upper = np.triu_indices(v)
    full[:, upper[0], upper[1]] = sums[:, v:]
    full[:, upper[1], upper[0]] = sums[:, v:]
    return (full - n * mean[:, :, None] * mean[:, None, :]) / (n - 1)


def _share_up_to_zero(draws: np.ndarray) -> np.ndarray:
    """(k,) the probability whose type 7 quantile is 0: the inverse of ``np.quantile``."""
    ordered = np.sort(draws, axis=0)
    last = len(draws) - 1
    below = (ordered <= 0).sum(axis=0)
    columns = np.arange(draws.shape[1])
    under = ordered[np.clip(below - 1, 0, last), columns]
    over = ordered[np.clip(below, 0, last), columns]
    inside = (below > 0) & (below <= last)
    part = np.divide(-under, over - under, out=np.zeros(len(columns)), where=inside)
    return np.where(inside, (below - 1 + part) / last, np.where(below > last, 1.0, 0.0))


def slopes(covariances: np.ndarray, outcome: int, predictors: list[int]) -> np.ndarray:
    """(…, k) least-squares slopes of one variable on others; NaN where they are not determined.

    Not determined: a predictor without variance, or a correlation matrix of determinant below 1e-10.
    """
    X = covariances[..., predictors, :][..., :, predictors]
    y = covariances[..., predictors, outcome]
    sd = np.sqrt(np.maximum(np.einsum("...ii->...i", X), 0.0))
    varies = (sd > 1e-9 * np.abs(sd).max()).all(axis=-1) & (sd > 0).all(axis=-1)
    scale = np.where(sd > 0, sd, 1.0)
    corr = X / scale[..., :, None] / scale[..., None, :]
    fine = varies & (np.linalg.det(corr) > 1e-10)
    corr = np.where(fine[..., None, None], corr, np.eye(len(predictors)))
    solved = np.linalg.solve(corr, (y / scale)[..., None])[..., 0] / scale
    return np.where(fine[..., None], solved, np.nan)
