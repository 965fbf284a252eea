"""A share and its interval."""

from __future__ import annotations

import math

from scipy.special import ndtri


def wilson(count: int, n: int, *, level: float = 0.95) -> tuple[float, float]:
    """Score interval of a share (Wilson, 1927, doi:10.1080/01621459.1927.10502953), 0..1, no continuity correction.

    Examples
    --------
    >>> low, high = wilson(81, 263)
    >>> round(low, 4), round(high, 4)
    (0.2553, 0.3662)
    """
    if n <= 0:
        return math.nan, math.nan
    z2 = float(ndtri((1 + level) / 2)) ** 2
    p = count / n
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = math.sqrt(z2 * (p * (1 - p) / n + z2 / (4 * n * n))) / (1 + z2 / n)
    return max(0.0, min(p, middle - half)), min(1.0, max(p, middle + half))
