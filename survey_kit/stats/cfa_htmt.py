"""Heterotrait–monotrait ratio of correlations, with a bootstrap interval."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from survey_kit.errors import NotComputable
from survey_kit.stats.cfa_model import FactorPattern

_BLOCKS, _CELLS = 2000, 4_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Htmt:
    """HTMT of each pair of scales: ``value``, ``low``, ``high`` (factors, factors), diagonal NaN.

    ``n`` complete rows; ``level`` of the percentile interval of ``draws`` resamples.
    """

    n: int
    draws: int
    level: float
    value: np.ndarray
    low: np.ndarray
    high: np.ndarray


def htmt(corr: np.ndarray, pattern: FactorPattern) -> np.ndarray:
    """HTMT (…, factors, factors) of correlation matrices (…, k, k), diagonal NaN.

    Mean size of the correlations between the items of two scales over the geometric mean of the mean sizes
    within them: Henseler, Ringle & Sarstedt (2015), doi:10.1007/s11747-014-0403-8. Arithmetic means of absolute
    correlations; semTools prints HTMT2 (geometric means) unless told otherwise.
    """
    member = (pattern.factor[:, None] == np.arange(pattern.factors)).astype(float)
    counts = member.sum(axis=0)
    sums = member.T @ np.abs(corr) @ member
    own = np.einsum("...ii->...i", sums)
    within = (own - counts) / (counts * (counts - 1))
    between = sums / np.outer(counts, counts)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio: np.ndarray = between / np.sqrt(within[..., :, None] * within[..., None, :])
    ratio[..., np.arange(pattern.factors), np.arange(pattern.factors)] = np.nan
    return ratio


def htmt_interval(
    data: np.ndarray, pattern: FactorPattern, rng: np.random.Generator, *, draws: int, level: float = 0.95
) -> Htmt:
    """HTMT with a percentile bootstrap interval over the complete rows of ``data`` (n, k).

    Above 2,000 rows they are put at random into 2,000 blocks, and blocks are resampled: the same distribution to
    the precision of the draws at a cost that no longer grows with n.

    Raises
    ------
    NotComputable
        Fewer than three complete rows.
    """
    rows = data[np.isfinite(data).all(axis=1)]
    n, k = rows.shape
    if n < 3:
        raise NotComputable("withheld.too_few", n=n, needed=3)
    rows = rows - rows.mean(axis=0)
    value = htmt(_correlations(rows.T @ rows), pattern)
    at = np.tril_indices(k)
    if n > _BLOCKS:
        order = rng.permutation(n)
        edges = np.linspace(0, n, _BLOCKS + 1).astype(int)[:-1]
        rows = rows[order]
        weights = np.diff(np.append(edges, n)).astype(float)
        sums = np.add.reduceat(rows, edges, axis=0)
        cross = np.stack([(part.T @ part)[at] for part in np.split(rows, edges[1:])])
    else:
        weights, sums = np.ones(n), rows
        cross = rows[:, at[0]] * rows[:, at[1]]
    units = len(weights)
    drawn = np.full((draws, pattern.factors, pattern.factors), np.nan)
    chunk = max(1, _CELLS // max(units, k * k))
    for start in range(0, draws, chunk):
        stop = min(start + chunk, draws)
        counts = rng.multinomial(units, np.full(units, 1 / units), stop - start).astype(float)
        size = (counts @ weights)[:, None, None]
        mean = (counts @ sums)[:, :, None] / size
        square = np.empty((stop - start, k, k))
        square[:, at[0], at[1]] = counts @ cross
        square[:, at[1], at[0]] = square[:, at[0], at[1]]
        drawn[start:stop] = htmt(_correlations(square - size * mean * mean.transpose(0, 2, 1)), pattern)
    tail = (1 - level) / 2
    low, high = value.copy(), value.copy()
    for i in range(pattern.factors):
        for j in range(i):
            usable = drawn[:, i, j][np.isfinite(drawn[:, i, j])]
            # of resamples in which an item is constant nothing can be learned; few of them do no harm
            bounds = np.quantile(usable, [tail, 1 - tail]) if len(usable) >= 0.9 * draws else (np.nan, np.nan)
            low[i, j] = low[j, i] = bounds[0]
            high[i, j] = high[j, i] = bounds[1]
    return Htmt(n, draws, level, value, low, high)


def _correlations(cross: np.ndarray) -> np.ndarray:
    """Correlations (…, k, k) of centred cross products; NaN where an item does not vary."""
    size = np.einsum("...ii->...i", cross)
    with np.errstate(divide="ignore", invalid="ignore"):
        sd = np.sqrt(np.where(size > 1e-12, size, np.nan))
        found: np.ndarray = cross / (sd[..., :, None] * sd[..., None, :])
    return found
