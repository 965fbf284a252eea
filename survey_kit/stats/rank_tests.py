"""Groups compared by ranks: Mann–Whitney, Kruskal–Wallis and Dunn, for ordinal outcomes.

All p-values are asymptotic, variances are corrected for ties, and there is no continuity correction
(as in SPSS). Everything follows from the counts of each value in each group.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.special import chdtrc, ndtr

from survey_kit.errors import NotComputable
from survey_kit.stats.grouped import GroupCounts, check_groups
from survey_kit.stats.multiplicity import holm


@dataclass(frozen=True, slots=True)
class MannWhitney:
    """``u`` counts the pairs in which the first group is higher (ties half); z > 0: it tends to be.

    ``rank_biserial`` is 2U/(n1 n2) - 1, between -1 and 1.
    """

    u: float
    z: float
    p: float
    rank_biserial: float


@dataclass(frozen=True, slots=True)
class KruskalWallis:
    """H with its df and p, and rank epsilon squared, H / (N - 1), between 0 and 1."""

    h: float
    df: int
    p: float
    epsilon2: float


@dataclass(frozen=True, slots=True)
class RankComparisons:
    """All pairs of groups, (m,): z (first minus second), p, and p after Holm."""

    first: np.ndarray
    second: np.ndarray
    z: np.ndarray
    p: np.ndarray
    p_holm: np.ndarray


def mean_ranks(grouped: GroupCounts) -> np.ndarray:
    """(g,) mean ranks in the pooled order, ties sharing their rank."""
    ties = grouped.counts.sum(axis=0)
    rank = np.cumsum(ties) - (ties - 1) / 2
    return np.asarray((grouped.counts * rank).sum(axis=1) / grouped.n)


def _rank_variance(grouped: GroupCounts) -> float:
    """Variance of the ranks: N(N+1)/12, less for ties.

    Raises
    ------
    NotComputable
        Fewer than two groups, an empty group, or everybody has the same value.
    """
    check_groups(grouped.n, smallest=1)
    ties = grouped.counts.sum(axis=0).astype(float)
    total = float(ties.sum())
    if len(grouped.values) < 2 or total < 3:
        raise NotComputable("withheld.no_spread")
    return total * (total + 1) / 12 - float((ties**3 - ties).sum()) / (12 * (total - 1))


def mann_whitney(grouped: GroupCounts) -> MannWhitney:
    """Mann–Whitney U of two groups (1947, doi:10.1214/aoms/1177730491).

    Raises
    ------
    NotComputable
        An empty group, fewer than three respondents, or everybody has the same value.
    """
    variance = _rank_variance(grouped)
    if len(grouped.n) != 2:
        raise ValueError(f"Mann-Whitney compares two groups, not {len(grouped.n)}")
    n1, n2 = (int(n) for n in grouped.n)
    u = n1 * mean_ranks(grouped)[0] - n1 * (n1 + 1) / 2
    z = (u - n1 * n2 / 2) / math.sqrt(variance * n1 * n2 / (n1 + n2))
    return MannWhitney(float(u), float(z), float(2 * ndtr(-abs(z))), float(2 * u / (n1 * n2) - 1))


def kruskal_wallis(grouped: GroupCounts) -> KruskalWallis:
    """Kruskal–Wallis H of several groups (1952, doi:10.1080/01621459.1952.10483441).

    Raises
    ------
    NotComputable
        Fewer than two groups, an empty group, or everybody has the same value.
    """
    variance = _rank_variance(grouped)
    total = float(grouped.n.sum())
    between = float((grouped.n * (mean_ranks(grouped) - (total + 1) / 2) ** 2).sum())
    h = between / variance
    df = len(grouped.n) - 1
    return KruskalWallis(h, df, float(chdtrc(df, h)), h / (total - 1))


def dunn(grouped: GroupCounts) -> RankComparisons:
    """Dunn's comparisons of all pairs (1964, doi:10.2307/1266041), Holm-adjusted.

    Raises
    ------
    NotComputable
        As ``kruskal_wallis``.
    """
    variance = _rank_variance(grouped)
    first, second = np.triu_indices(len(grouped.n), k=1)
    ranks = mean_ranks(grouped)
    se = np.sqrt(variance * (1 / grouped.n[first] + 1 / grouped.n[second]))
    z = (ranks[first] - ranks[second]) / se
    p = np.asarray(2 * ndtr(-np.abs(z)))
    return RankComparisons(first, second, z, p, holm(p))
