"""Tests of means: one sample against a value, two groups, several groups.

Everything comes from sizes, means and sums of squares (``GroupMoments``). Welch's tests do not assume
equal variances and are the default of the chapter (Delacre, Lakens & Leys, 2017,
doi:10.5334/irsp.82; Delacre et al., 2019, doi:10.5334/irsp.198); Student's t and the classical F are
what SPSS prints first.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy.special import fdtrc, stdtr, stdtrit

from survey_kit.errors import NotComputable
from survey_kit.stats.grouped import GroupMoments, check_groups


@dataclass(frozen=True, slots=True)
class TTest:
    """A mean difference with its standard error, t, df, two-sided p and confidence interval."""

    difference: float
    se: float
    t: float
    df: float
    p: float
    low: float
    high: float
    level: float


@dataclass(frozen=True, slots=True)
class FTest:
    """An F statistic with its degrees of freedom and upper-tail p."""

    f: float
    df1: float
    df2: float
    p: float


@dataclass(frozen=True, slots=True)
class Anova:
    """One-way analysis of variance; ``test`` is the classical F test of its sums of squares."""

    ss_between: float
    ss_within: float
    test: FTest


def two_sided_p(t: float, df: float) -> float:
    """Two-sided p of a t statistic."""
    return float(2.0 * stdtr(df, -abs(t)))


def _t_test(difference: float, se: float, df: float, level: float) -> TTest:
    t = difference / se
    half = float(stdtrit(df, 0.5 + level / 2)) * se
    return TTest(difference, se, t, df, two_sided_p(t, df), difference - half, difference + half, level)


def one_sample_t(n: int, mean: float, sd: float, *, against: float = 0.0, level: float = 0.95) -> TTest:
    """One-sample t-test of ``mean`` against a value.

    Raises
    ------
    NotComputable
        Fewer than two respondents, or no variance.

    Examples
    --------
    >>> round(one_sample_t(25, 3.4, 0.8, against=3.0).t, 6)
    2.5
    """
    if n < 2:
        raise NotComputable("withheld.too_few", n=n, needed=2)
    if not sd > 0:
        raise NotComputable("withheld.no_spread")
    return _t_test(mean - against, sd / math.sqrt(n), n - 1.0, level)


def student_t(groups: GroupMoments, *, level: float = 0.95) -> TTest:
    """Student's t for two groups, first minus second, variances pooled.

    Raises
    ------
    NotComputable
        Not two groups of one or more with together at least three respondents, or no variance within them.
    """
    _check_two(groups, smallest=1)
    df = groups.total - 2.0
    if df < 1:
        raise NotComputable("withheld.too_few", n=groups.total, needed=3)
    pooled = groups.ss.sum() / df
    if not pooled > 0:
        raise NotComputable("withheld.no_variance_within")
    difference = float(groups.deviation[0] - groups.deviation[1])
    return _t_test(difference, math.sqrt(pooled * (1.0 / groups.n).sum()), df, level)


def welch_t(groups: GroupMoments, *, level: float = 0.95) -> TTest:
    """Welch's t for two groups, first minus second (Welch, 1947, doi:10.1093/biomet/34.1-2.28).

    One group without variance is allowed, as in R; both are not.

    Raises
    ------
    NotComputable
        Not two groups of two or more, or no variance in either.
    """
    _check_two(groups, smallest=2)
    parts = groups.var / groups.n
    if not parts.sum() > 0:
        raise NotComputable("withheld.no_variance_within")
    df = parts.sum() ** 2 / (parts**2 / (groups.n - 1)).sum()
    difference = float(groups.deviation[0] - groups.deviation[1])
    return _t_test(difference, math.sqrt(parts.sum()), float(df), level)


def _check_two(groups: GroupMoments, *, smallest: int) -> None:
    check_groups(groups.n, smallest=smallest)
    if len(groups.n) != 2:
        raise ValueError(f"a t-test compares two groups, not {len(groups.n)}")


def anova(groups: GroupMoments) -> Anova:
    """Classical one-way analysis of variance (equal variances assumed).

    Raises
    ------
    NotComputable
        Fewer than two groups, no respondents beyond the number of groups, or no variance within groups.
    """
    check_groups(groups.n, smallest=1)
    df1, df2 = len(groups.n) - 1.0, float(groups.total - len(groups.n))
    if df2 < 1:
        raise NotComputable("withheld.too_few", n=groups.total, needed=len(groups.n) + 1)
    grand = (groups.n * groups.deviation).sum() / groups.total
    between = float((groups.n * (groups.deviation - grand) ** 2).sum())
    within = float(groups.ss.sum())
    if not within > 0:
        raise NotComputable("withheld.no_variance_within")
    f = between / df1 / (within / df2)
    return Anova(between, within, FTest(f, df1, df2, float(fdtrc(df1, df2, f))))


def welch_anova(groups: GroupMoments) -> FTest:
    """Welch's F for several groups (Welch, 1951, doi:10.1093/biomet/38.3-4.330).

    With two groups it is the square of Welch's t.

    Raises
    ------
    NotComputable
        Fewer than two groups, a group of one, or a group without variance (its weight would be infinite).
    """
    check_groups(groups.n)
    if not (groups.var > 0).all():
        raise NotComputable("withheld.no_variance_in_group")
    k = len(groups.n)
    weight = groups.n / groups.var
    share = weight / weight.sum()
    grand = (share * groups.deviation).sum()
    lack = float(((1 - share) ** 2 / (groups.n - 1)).sum())
    between = float((weight * (groups.deviation - grand) ** 2).sum()) / (k - 1)
    f = between / (1 + 2 * (k - 2) / (k**2 - 1) * lack)
    df2 = (k**2 - 1) / (3 * lack)
    return FTest(f, k - 1.0, df2, float(fdtrc(k - 1, df2, f)))
