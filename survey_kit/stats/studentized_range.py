"""The studentised range distribution: the p-values of Tukey's and Games & Howell's comparisons.

The range of k standard normal values divided by an independent estimate of their standard deviation
with ``df`` degrees of freedom. Both integrals are Gauss–Legendre sums; the outer one runs over the
logarithm of the estimate and its density is normalised on the nodes, so that very many degrees of
freedom need no special case. Only positive terms are added: small tail areas keep their digits.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.polynomial import Chebyshev
from scipy.special import gammainccinv, gammaincinv, log_ndtr, ndtr, stdtrit

from survey_kit.stats.roots import falling_root

_REACH = 10.0
"""Normal values beyond it do not occur (1e-23)."""
_WIDEST = 16.0
"""Ranges of normal values beyond it do not occur (1e-28 for two, 1e-26 for twenty)."""
_SCALE_NODES = ((20.0, 64), (4.0, 128), (0.0, 256))
"""From these degrees of freedom on, so many nodes: few degrees of freedom stretch the range."""
_TAIL = 1e-15
_BLOCK = 4096


_gauss_legendre = lru_cache(maxsize=8)(np.polynomial.legendre.leggauss)


def _range_tail(x: np.ndarray, k: int) -> np.ndarray:
    """P(range of k standard normal values > x), for (m,) ranges: one integral over the largest."""
    nodes, weights = _gauss_legendre(128)
    z = _REACH * nodes
    density = np.exp(-0.5 * z * z) / np.sqrt(2 * np.pi) * weights * _REACH
    log_below = log_ndtr(z)
    largest = k * density * np.exp((k - 1) * log_below)
    ratio = ndtr(z - x[:, None]) / np.exp(log_below)
    # 1 - (1 - ratio)^(k-1): the others do not all lie within x below the largest
    with np.errstate(divide="ignore"):
        outside = -np.expm1((k - 1) * np.log1p(-np.minimum(ratio, 1.0)))
    tail: np.ndarray = outside @ largest
    return tail


@lru_cache(maxsize=64)
def _log_range_tail(k: int) -> Chebyshev:
    """Logarithm of ``_range_tail`` on 0.._WIDEST as a Chebyshev series, made once for each k."""
    return Chebyshev.interpolate(lambda x: np.log(_range_tail(x, k)), 90, domain=[0.0, _WIDEST])


def _scale_nodes(df: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Nodes (m, s) of the standard deviation estimate and their probability weights."""
    count = next(nodes for least, nodes in _SCALE_NODES if df.min() >= least)
    nodes, node_weights = _gauss_legendre(count)
    half = df / 2
    low = 0.5 * np.log(np.maximum(gammaincinv(half, _TAIL), 1e-300) / half)
    high = 0.5 * np.log(gammainccinv(half, _TAIL) / half)
    middle, reach = (low + high) / 2, (high - low) / 2
    t = middle[:, None] + reach[:, None] * nodes
    weights = np.exp(df[:, None] * (t - np.expm1(2 * t) / 2)) * node_weights
    return np.exp(t), weights / weights.sum(axis=1, keepdims=True)


def studentized_range_tail(q: np.ndarray, k: int, df: np.ndarray) -> np.ndarray:
    """Upper tail of the studentised range: the p-value of ``q``.

    Parameters
    ----------
    q : (m,) observed ranges, >= 0.
    k : number of groups, >= 2.
    df : (m,) degrees of freedom, >= 1; need not be whole.

    Returns
    -------
    (m,) probabilities, absolute error below 1e-10.

    Examples
    --------
    >>> round(float(studentized_range_tail(np.array([3.5]), 3, np.array([20.0]))[0]), 6)
    0.055892
    """
    q, df = np.broadcast_arrays(np.asarray(q, dtype=float), np.asarray(df, dtype=float))
    tail = np.full(q.shape, np.nan)
    series = _log_range_tail(k)
    known = np.flatnonzero(np.isfinite(q) & (df >= 1))
    # sorted, so that a block holds like degrees of freedom
    known = known[np.argsort(df[known], kind="stable")]
    edges = np.searchsorted(df[known], [least for least, _ in _SCALE_NODES])
    for part in np.split(known, sorted(edges)):
        for start in range(0, len(part), _BLOCK):
            at = part[start : start + _BLOCK]
            scale, weights = _scale_nodes(df[at])
            ranges = q[at, None] * scale
            inside = np.where(ranges < _WIDEST, np.exp(series(np.minimum(ranges, _WIDEST))), 0.0)
            tail[at] = np.clip((weights * inside).sum(axis=1), 0.0, 1.0)
    return tail


def studentized_range_quantile(level: float, k: int, df: np.ndarray) -> np.ndarray:
    """The q below which ``level`` of the studentised range lies.

    Parameters
    ----------
    level : probability, between 0 and 1.
    k : number of groups, >= 2.
    df : (m,) degrees of freedom, >= 1; NaN gives NaN.

    Examples
    --------
    >>> round(float(studentized_range_quantile(0.95, 3, np.array([20.0]))[0]), 6)
    3.577935
    """
    df = np.asarray(df, dtype=float)
    distinct, inverse = np.unique(df, return_inverse=True)
    goal = 1 - level

    def excess(q: np.ndarray) -> np.ndarray:
        logs: np.ndarray = np.log(studentized_range_tail(q, k, distinct)) - np.log(goal)
        return logs

    # the pairs' Bonferroni bound lies above the quantile, the value of a single pair below it
    pairs = k * (k - 1) / 2
    low = np.sqrt(2) * stdtrit(distinct, 1 - goal / 2)
    high = np.sqrt(2) * stdtrit(distinct, 1 - goal / (2 * pairs))
    quantile = falling_root(excess, low, high * (1 + 1e-9))
    spread: np.ndarray = quantile[inverse].reshape(df.shape)
    return spread
