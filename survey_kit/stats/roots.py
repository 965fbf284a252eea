"""Zeros of falling functions, many at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np


def falling_root(
    function: Callable[[np.ndarray], np.ndarray],
    low: np.ndarray,
    high: np.ndarray,
    *,
    tolerance: float = 1e-12,
    steps: int = 200,
) -> np.ndarray:
    """Where each of m falling functions is zero.

    False position with the Illinois rule, a bisection whenever that is slow: never leaves the
    bracket, so it cannot fail where the function is flat.

    Parameters
    ----------
    function : takes (m,) arguments, gives (m,) values; falls in each argument.
    low, high : (m,) ends of the brackets. Where the function is negative already at ``low`` the
        answer is ``low``; where it is still positive at ``high``, ``high``.
    tolerance : relative width at which a bracket is narrow enough.

    Examples
    --------
    >>> falling_root(lambda x: 2.0 - x**2, np.array([0.0]), np.array([5.0])).round(9)
    array([1.41421356])
    """
    low, high = np.array(low, dtype=float), np.array(high, dtype=float)
    at_low, at_high = function(low), function(high)
    result = np.where(at_low <= 0, low, high)
    open_ = (at_low > 0) & (at_high < 0)
    weight_low, weight_high = at_low.copy(), at_high.copy()
    side = np.zeros(len(low), dtype=int)
    for step in range(steps):
        width = high - low
        open_ &= width > tolerance * np.maximum(1.0, np.abs(low))
        if not open_.any():
            break
        with np.errstate(invalid="ignore", divide="ignore"):
            guess = low + width * weight_low / (weight_low - weight_high)
        inside = np.isfinite(guess) & (guess > low) & (guess < high)
        # every fourth step halves, so that a flat stretch costs no more than bisection would
        guess = np.where(inside, guess, low + width / 2) if step % 4 < 3 else low + width / 2
        value = function(np.where(open_, guess, low))
        above = open_ & (value > 0)
        below = open_ & (value <= 0)
        weight_high = np.where(above & (side == 1), weight_high / 2, weight_high)
        weight_low = np.where(below & (side == -1), weight_low / 2, weight_low)
        low, weight_low = np.where(above, guess, low), np.where(above, value, weight_low)
        high, weight_high = np.where(below, guess, high), np.where(below, value, weight_high)
        side = np.where(above, 1, np.where(below, -1, side))
        result = np.where(open_, (low + high) / 2, result)
        exact = open_ & (value == 0)
        result, open_ = np.where(exact, guess, result), open_ & ~exact
    return result
