"""Is a distribution normal? The Shapiro–Wilk test."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr, ndtri

from survey_kit.errors import NotComputable

SHAPIRO_MIN, SHAPIRO_MAX = 3, 5000
"""Sample sizes for which Royston's approximation is made."""

# Royston (1995), table 1: polynomials, highest power first
_WEIGHT_LAST = (-2.706056, 4.434685, -2.071190, -0.147981, 0.221157)
_WEIGHT_SECOND = (-3.582633, 5.682633, -1.752461, -0.293762, 0.042981)
_GAMMA = (0.459, -2.273)
_SMALL_MEAN = (-0.0006714, 0.025054, -0.39978, 0.5440)
_SMALL_LOG_SD = (-0.0020322, 0.062767, -0.77857, 1.3822)
_LARGE_MEAN = (0.0038915, -0.083751, -0.31082, -1.5861)
_LARGE_LOG_SD = (0.0030302, -0.082676, -0.4803)


@dataclass(frozen=True, slots=True)
class ShapiroWilk:
    """W, its p-value and the number of values."""

    w: float
    p: float
    n: int


def _weights(n: int) -> np.ndarray:
    """Royston's weights of the order statistics, antisymmetric and of length 1."""
    if n == 3:
        return np.array([-math.sqrt(0.5), 0.0, math.sqrt(0.5)])
    scores = ndtri((np.arange(1, n + 1) - 0.375) / (n + 0.25))
    total = float(scores @ scores)
    u = 1 / math.sqrt(n)
    last = float(np.polyval((*_WEIGHT_LAST, scores[-1] / math.sqrt(total)), u))
    weights = np.empty(n)
    if n > 5:
        second = float(np.polyval((*_WEIGHT_SECOND, scores[-2] / math.sqrt(total)), u))
        scale = (total - 2 * scores[-1] ** 2 - 2 * scores[-2] ** 2) / (1 - 2 * last**2 - 2 * second**2)
        weights[:] = scores / math.sqrt(scale)
        weights[[1, -2]] = -second, second
    else:
        scale = (total - 2 * scores[-1] ** 2) / (1 - 2 * last**2)
        weights[:] = scores / math.sqrt(scale)
    weights[[0, -1]] = -last, last
    return weights


def shapiro_wilk(x: np.ndarray) -> ShapiroWilk:
    """Shapiro–Wilk test of normality by Royston's algorithm AS R94 (1995, doi:10.2307/2986146).

    Parameters
    ----------
    x : (n,) values; NaN is left out.

    Raises
    ------
    NotComputable
        Fewer than 3 or more than 5,000 values (the approximation ends there), or no variance.
    """
    x = np.sort(x[np.isfinite(x)])
    n = len(x)
    if n < SHAPIRO_MIN:
        raise NotComputable("withheld.too_few", n=n, needed=SHAPIRO_MIN)
    if n > SHAPIRO_MAX:
        raise NotComputable("withheld.shapiro_too_many", n=n, limit=SHAPIRO_MAX)
    spread = float(x[-1] - x[0])
    if not spread > 1e-19:
        raise NotComputable("withheld.no_spread")
    centred = (x - x[n // 2]) / spread
    centred -= centred.mean()
    weights = _weights(n)
    weights -= weights.mean()
    # 1 - W by a difference of squares, exact where W is close to 1
    length_x = math.sqrt(float(centred @ centred))
    length_a = math.sqrt(float(weights @ weights))
    product = float(weights @ centred)
    one_minus_w = (
        (length_a * length_x - product) * (length_a * length_x + product) / (length_a * length_x) ** 2
    )
    w = 1 - one_minus_w
    return ShapiroWilk(w, _p_value(w, max(one_minus_w, 1e-300), n), n)


def _p_value(w: float, one_minus_w: float, n: int) -> float:
    if n == 3:
        return max(0.0, 6 / math.pi * (math.asin(math.sqrt(min(w, 1.0))) - math.asin(math.sqrt(0.75))))
    y = math.log(one_minus_w)
    if n <= 11:
        gamma = float(np.polyval(_GAMMA, n))
        if y >= gamma:
            return 1e-99
        y = -math.log(gamma - y)
        mean = float(np.polyval(_SMALL_MEAN, n))
        sd = math.exp(float(np.polyval(_SMALL_LOG_SD, n)))
    else:
        log_n = math.log(n)
        mean = float(np.polyval(_LARGE_MEAN, log_n))
        sd = math.exp(float(np.polyval(_LARGE_LOG_SD, log_n)))
    return float(ndtr(-(y - mean) / sd))
