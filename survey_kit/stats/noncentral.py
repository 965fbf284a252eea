"""Which noncentral t and F distributions are compatible with an observed statistic.

The interval of a noncentrality parameter is the base of the intervals of standardised effect sizes
(Steiger, 2004, doi:10.1037/1082-989X.9.2.164): its ends are the parameters under which the observed
statistic lies at the upper and at the lower (1 - level)/2 point.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.special import ncfdtr, nctdtr, ndtri

from survey_kit.stats.roots import falling_root


def noncentral_t_interval(
    t: np.ndarray, df: np.ndarray, *, level: float = 0.95
) -> tuple[np.ndarray, np.ndarray]:
    """Interval of the noncentrality of observed t statistics.

    Parameters
    ----------
    t, df : (m,) statistics and degrees of freedom.
    level : confidence level.

    Returns
    -------
    Lower and upper noncentrality, each (m,); NaN where t is.

    Examples
    --------
    >>> low, high = noncentral_t_interval(np.array([2.1]), np.array([5.0]))
    >>> low.round(6), high.round(6)
    (array([-0.302516]), array([4.363288]))
    """
    t, df = np.broadcast_arrays(np.atleast_1d(np.asarray(t, float)), np.asarray(df, float))
    bounds = np.full((2, len(t)), np.nan)
    known = np.isfinite(t) & (df > 0)
    # negative statistics by symmetry: the distribution function is at its best for positive ones
    x, nu = np.abs(t[known]), df[known]
    # the normal approximation of the noncentral t gives the brackets: wide, and never crossed
    reach = (-ndtri((1 - level) / 2) + 4) * np.sqrt(1 + x**2 / (2 * nu)) + x * 2 / nu + 1
    for row, tail in ((0, (1 + level) / 2), (1, (1 - level) / 2)):

        def excess(ncp: np.ndarray, tail: float = tail) -> np.ndarray:
            below = nctdtr(nu, ncp, x)
            # NaN: the function gave up far out in a tail, where nothing is left of it
            return np.where(np.isnan(below), np.where(ncp < x, 1.0, 0.0), below) - tail

        low, high = _widen(excess, x - reach, x + reach)
        bounds[row, known] = falling_root(excess, low, high)
    mirrored = t < 0
    return np.where(mirrored, -bounds[1], bounds[0]), np.where(mirrored, -bounds[0], bounds[1])


def noncentral_f_interval(
    f: np.ndarray, df1: np.ndarray, df2: np.ndarray, *, level: float = 0.95
) -> tuple[np.ndarray, np.ndarray]:
    """Interval of the noncentrality of observed F statistics; an end that would be negative is 0.

    Parameters
    ----------
    f, df1, df2 : (m,) statistics and degrees of freedom.
    level : confidence level.

    Examples
    --------
    >>> low, high = noncentral_f_interval(np.array([3.0]), np.array([2.0]), np.array([90.0]))
    >>> low, high.round(5)
    (array([0.]), array([18.33154]))
    """
    f, df1, df2 = np.broadcast_arrays(
        np.atleast_1d(np.asarray(f, float)), np.asarray(df1, float), np.asarray(df2, float)
    )
    bounds = np.full((2, len(f)), np.nan)
    known = np.isfinite(f) & (df1 > 0) & (df2 > 0)
    x, a, b = f[known], df1[known], df2[known]
    # near its noncentrality an F times df1 has about this standard deviation
    spread = np.sqrt(2 * (a + 2 * x * a) + 2 * (a * x) ** 2 / b) + 1
    for row, tail in ((0, (1 + level) / 2), (1, (1 - level) / 2)):

        def excess(ncp: np.ndarray, tail: float = tail) -> np.ndarray:
            return np.asarray(ncfdtr(a, b, ncp, x)) - tail

        start = np.maximum(a * x - 8 * spread, 0.0)
        low, high = _widen(excess, start, a * x + 8 * spread, floor=0.0)
        bounds[row, known] = falling_root(excess, low, high)
    return bounds[0], bounds[1]


def _widen(
    excess: Callable[[np.ndarray], np.ndarray], low: np.ndarray, high: np.ndarray, floor: float = -np.inf
) -> tuple[np.ndarray, np.ndarray]:
    """Brackets moved outwards until the falling function changes sign in them, or the floor is met."""
    for _ in range(40):
        too_high, too_low = (excess(low) < 0) & (low > floor), excess(high) > 0
        if not (too_high | too_low).any():
            break
        width = high - low
        low = np.where(too_high, np.maximum(low - width, floor), low)
        high = np.where(too_low, high + width, high)
    return low, high
