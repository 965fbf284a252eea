"""Smallest effects that a sample of given size detects with given power (sensitivity analysis).

Every function solves the power function of its test for the effect; all tests are two-sided at
``alpha``. Power computed afterwards from the *observed* effect would only restate the p-value (Hoenig & Heisey,
2001, doi:10.1198/000313001300339897) and is not offered.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from scipy.special import chdtri, chndtr, fdtri, ncfdtr, nctdtr, ndtr, stdtrit

from survey_kit.errors import NotComputable

POWER = 0.80
"""The conventional target (Cohen, 1988, doi:10.4324/9780203771587)."""


def smallest_correlation(n: int, *, power: float = POWER, alpha: float = 0.05) -> float:
    """Smallest |r| that n pairs detect, by Fisher's z with the bias term r / (2 (n - 1)).

    Cohen (1988, p. 546), as R's ``pwr.r.test``; the exact distribution (G*Power) differs in the third decimal.

    Examples
    --------
    >>> round(smallest_correlation(93), 3)
    0.286
    """
    _at_least(n, 4)
    t = float(stdtrit(n - 2, 1 - alpha / 2))
    critical = math.atanh(math.sqrt(t * t / (t * t + n - 2)))

    def reached(r: float) -> float:
        z = math.atanh(r) + r / (2 * (n - 1))
        root = math.sqrt(n - 3)
        return float(ndtr((z - critical) * root) + ndtr((-z - critical) * root))

    return _solve(reached, power, 1 - 1e-12)


def smallest_d(n1: int, n2: int, *, power: float = POWER, alpha: float = 0.05) -> float:
    """Smallest Cohen's d between two groups of these sizes, by the noncentral t (equal variances).

    Examples
    --------
    >>> round(smallest_d(64, 64), 2)
    0.5
    """
    _at_least(min(n1, n2), 2)
    return _smallest_t(math.sqrt(n1 * n2 / (n1 + n2)), n1 + n2 - 2, power, alpha)


def smallest_d_one_sample(n: int, *, power: float = POWER, alpha: float = 0.05) -> float:
    """Smallest distance of a mean (or mean paired difference) from its null value, in SDs."""
    _at_least(n, 2)
    return _smallest_t(math.sqrt(n), n - 1, power, alpha)


def smallest_f(sizes: Sequence[int], *, power: float = POWER, alpha: float = 0.05) -> float:
    """Smallest Cohen's f among groups of these sizes (one-way analysis of variance).

    Noncentrality f² N, f² the variance of the group means, weighted by size, over the variance within.
    With eta squared = f² / (1 + f²).
    """
    _at_least(min(sizes, default=0), 2)
    n, groups = sum(sizes), len(sizes)
    return math.sqrt(_smallest_f2(n, groups - 1, n - groups, power, alpha))


def smallest_f2(n: int, tested: int, predictors: int, *, power: float = POWER, alpha: float = 0.05) -> float:
    """Smallest Cohen's f² of ``tested`` columns in a regression with ``predictors`` columns in all.

    ``tested`` = ``predictors``: the whole model, f² = R² / (1 - R²). Fewer: a block, f² = delta R² / (1 - R²); one: a
    single coefficient. Noncentrality f² n, as in G*Power (Faul et al., 2009, doi:10.3758/BRM.41.4.1149);
    Cohen (1988) and R's ``pwr.f2.test`` have f² (u + v + 1), which is less when other predictors are in the model.
    Predictors count as fixed.
    """
    _at_least(n, predictors + 2)
    return _smallest_f2(n, tested, n - predictors - 1, power, alpha)


def smallest_w(n: int, df: int, *, power: float = POWER, alpha: float = 0.05) -> float:
    """Smallest Cohen's w of a chi-square test; in an r x c table w = V sqrt(min(r, c) - 1)."""
    _at_least(n, 2)
    critical = float(chdtri(df, alpha))
    return _solve(lambda w: 1 - float(chndtr(critical, df, n * w * w)), power)


def _smallest_t(root_n: float, df: int, power: float, alpha: float) -> float:
    critical = float(stdtrit(df, 1 - alpha / 2))

    def reached(d: float) -> float:
        shift = d * root_n
        # NaN: the distribution function gave up in a far tail, where it is zero
        below, beyond = (float(nctdtr(df, shift, at)) for at in (critical, -critical))
        return 1 - (0.0 if math.isnan(below) else below) + (0.0 if math.isnan(beyond) else beyond)

    return _solve(reached, power)


def _smallest_f2(n: int, df1: int, df2: int, power: float, alpha: float) -> float:
    critical = float(fdtri(df1, df2, 1 - alpha))
    return _solve(lambda f2: 1 - float(ncfdtr(df1, df2, n * f2, critical)), power)


def _solve(reached: Callable[[float], float], power: float, bounded: float | None = None) -> float:
    """The effect at which an increasing power function takes the value ``power``."""
    low, high = 0.0, bounded or 1.0
    while bounded is None and reached(high) < power:
        low, high = high, 2 * high
    for _ in range(200):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        below = reached(middle) < power
        low, high = (middle, high) if below else (low, middle)
    return high


def _at_least(n: int, needed: int) -> None:
    if n < needed:
        raise NotComputable("withheld.too_few", n=n, needed=needed)
