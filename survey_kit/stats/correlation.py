"""Correlations with intervals and p-values: Pearson from moments, pairwise, and Spearman."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri, stdtr

from survey_kit.errors import NotComputable
from survey_kit.stats.grouped import distinct_values
from survey_kit.stats.moments import Moments


@dataclass(frozen=True, slots=True)
class Correlations:
    """A correlation matrix, (k, k) each; ``n`` counts the respondents behind each correlation.

    The diagonal of ``r`` is 1 and has no p and no interval (NaN). A correlation that is not defined
    (constant variable, fewer than three respondents) is NaN.
    """

    names: tuple[str, ...]
    n: np.ndarray
    r: np.ndarray
    p: np.ndarray
    low: np.ndarray
    high: np.ndarray
    level: float


def pearson(moments: Moments, *, level: float = 0.95) -> Correlations:
    """Pearson correlations of complete rows, t-test p-values and Fisher's z intervals.

    Raises
    ------
    NotComputable
        A constant variable, or fewer than three respondents.

    Examples
    --------
    >>> from survey_kit.stats.moments import Moments
    >>> published = Moments(("a", "b"), 50, np.zeros(2), np.array([[1.0, 0.4], [0.4, 1.0]]))
    >>> pearson(published).low[0, 1].round(4).item()
    0.1369
    """
    if moments.n < 3:
        raise NotComputable("withheld.too_few", n=moments.n, needed=3)
    r = np.clip(moments.corr, -1.0, 1.0)
    n = np.full(r.shape, moments.n)
    return _with_tests(moments.names, n, r, level, 1.0)


def pairwise_pearson(data: np.ndarray, names: tuple[str, ...], *, level: float = 0.95) -> Correlations:
    """Pearson correlations of ``data`` (n, k), each pair from all respondents who have both.

    The matrix need not be positive definite and every entry has its own n: use it only on request.
    """
    answered = np.isfinite(data)
    present = answered.astype(float)
    middle = np.where(answered.any(axis=0), np.nanmean(np.where(answered, data, 0.0), axis=0), 0.0)
    centred = np.where(answered, data - middle, 0.0)
    n = present.T @ present
    safe = np.maximum(n, 1.0)
    sums = centred.T @ present
    cross = centred.T @ centred - sums * sums.T / safe
    squares = (centred**2).T @ present - sums**2 / safe
    size = squares * squares.T
    defined = (n >= 3) & (squares > 1e-12 * safe) & (1e-12 * safe < squares.T)
    r = np.divide(cross, np.sqrt(np.maximum(size, 0.0)), out=np.full(n.shape, np.nan), where=defined)
    return _with_tests(names, n.astype(int), np.clip(r, -1.0, 1.0), level, 1.0)


def spearman(data: np.ndarray, names: tuple[str, ...], *, level: float = 0.95) -> Correlations:
    """Spearman correlations of the complete rows of ``data`` (n, k), ties sharing their rank.

    p from the t approximation, as in SPSS; intervals with the standard error of Bonett & Wright
    (2000, doi:10.1007/BF02294183).

    Raises
    ------
    NotComputable
        Fewer than three complete rows, or a constant variable.
    """
    complete = data[np.isfinite(data).all(axis=1)]
    n = len(complete)
    if n < 3:
        raise NotComputable("withheld.too_few", n=n, needed=3)
    ranks = np.column_stack([average_ranks(column) for column in complete.T])
    centred = ranks - (n + 1) / 2
    product = Moments(names, n, ranks.mean(axis=0), centred.T @ centred / (n - 1))
    rho = np.clip(product.corr, -1.0, 1.0)
    return _with_tests(names, np.full(rho.shape, n), rho, level, np.sqrt(1 + rho**2 / 2))


def average_ranks(x: np.ndarray) -> np.ndarray:
    """Ranks 1..n of ``x`` (n,) without gaps; ties share the mean of their ranks.

    Examples
    --------
    >>> average_ranks(np.array([2.0, 5.0, 2.0]))
    array([1.5, 3. , 1.5])
    """
    distinct = distinct_values(x)
    ties = np.bincount(distinct.index)
    ranks: np.ndarray = (np.cumsum(ties) - (ties - 1) / 2)[distinct.index]
    return ranks


def _with_tests(
    names: tuple[str, ...], n: np.ndarray, r: np.ndarray, level: float, inflation: np.ndarray | float
) -> Correlations:
    """P of t = r root((n - 2)/(1 - r^2)) and the interval tanh(atanh r +- z inflation/root(n - 3))."""
    off = ~np.eye(len(names), dtype=bool)
    with np.errstate(divide="ignore", invalid="ignore"):
        t = r * np.sqrt((n - 2) / ((1 - r) * (1 + r)))
        p = np.where(np.isfinite(r) & (n > 2), 2 * stdtr(np.maximum(n - 2, 1), -np.abs(t)), np.nan)
        half = ndtri(0.5 + level / 2) * inflation / np.sqrt(np.where(n > 3, n - 3.0, np.nan))
        low, high = np.tanh(np.arctanh(r) - half), np.tanh(np.arctanh(r) + half)
    blank = np.full(r.shape, np.nan)
    r = r.copy()
    np.fill_diagonal(r, 1.0)
    return Correlations(
        names, n, r, np.where(off, p, blank), np.where(off, low, blank), np.where(off, high, blank), level
    )
