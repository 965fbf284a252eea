"""Which groups differ: all pairs, with the risk of a false difference held for all pairs together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from survey_kit.errors import NotComputable
from survey_kit.stats.grouped import GroupMoments, check_groups
from survey_kit.stats.studentized_range import studentized_range_quantile, studentized_range_tail


@dataclass(frozen=True, slots=True)
class PairwiseComparisons:
    """All pairs of groups: (m,) arrays; ``difference`` is the mean of ``first`` minus that of ``second``.

    ``se`` is the standard error of the difference and ``t`` their quotient, as SPSS prints them; the
    studentised range is t times the root of 2. ``p`` is adjusted for all pairs, ``low`` and ``high``
    are simultaneous. NaN where neither group of a pair varies.
    """

    first: np.ndarray
    second: np.ndarray
    difference: np.ndarray
    se: np.ndarray
    t: np.ndarray
    df: np.ndarray
    p: np.ndarray
    low: np.ndarray
    high: np.ndarray
    level: float


def games_howell(groups: GroupMoments, *, level: float = 0.95) -> PairwiseComparisons:
    """Games–Howell comparisons (1976, doi:10.3102/10769986001002113); unequal variances allowed.

    Each pair has its own standard error and Welch's df; a pooled standard error would be Tukey's.

    Raises
    ------
    NotComputable
        Fewer than two groups or a group of fewer than two.
    """
    check_groups(groups.n)
    first, second = np.triu_indices(len(groups.n), k=1)
    part = groups.var / groups.n
    se2 = part[first] + part[second]
    with np.errstate(invalid="ignore", divide="ignore"):
        df = se2**2 / (part[first] ** 2 / (groups.n[first] - 1) + part[second] ** 2 / (groups.n[second] - 1))
    return _compare(groups, (first, second), np.sqrt(se2), df, level)


def tukey_kramer(groups: GroupMoments, *, level: float = 0.95) -> PairwiseComparisons:
    """Tukey's HSD with Kramer's correction for unequal sizes (1956, doi:10.2307/3001469).

    Assumes equal variances.

    Raises
    ------
    NotComputable
        Fewer than two groups, no respondents beyond the number of groups, or no variance within groups.
    """
    check_groups(groups.n, smallest=1)
    df = float(groups.total - len(groups.n))
    if df < 1:
        raise NotComputable("withheld.too_few", n=groups.total, needed=len(groups.n) + 1)
    within = float(groups.ss.sum()) / df
    if not within > 0:
        raise NotComputable("withheld.no_variance_within")
    first, second = np.triu_indices(len(groups.n), k=1)
    se = np.sqrt(within * (1 / groups.n[first] + 1 / groups.n[second]))
    return _compare(groups, (first, second), se, np.full(len(first), df), level)


def _compare(
    groups: GroupMoments, pairs: tuple[np.ndarray, np.ndarray], se: np.ndarray, df: np.ndarray, level: float
) -> PairwiseComparisons:
    first, second = pairs
    k = len(groups.n)
    difference = groups.deviation[first] - groups.deviation[second]
    known = se > 0
    t = np.divide(difference, se, out=np.full(len(se), np.nan), where=known)
    df = np.where(known, df, np.nan)
    p = studentized_range_tail(np.abs(t) * np.sqrt(2), k, df)
    half = studentized_range_quantile(level, k, df) * se / np.sqrt(2)
    return PairwiseComparisons(
        first, second, difference, se, t, df, p, difference - half, difference + half, level
    )
