"""One variable in groups: how often each value occurs in each group, and sums of squares from that.

Questionnaire answers take few distinct values, so everything a comparison of groups needs – means,
variances, medians, ranks, absolute deviations – follows from a small table of counts. It costs the
same for ninety respondents and for a million, and does not depend on the order of rows.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from survey_kit.errors import NotComputable


@dataclass(frozen=True, slots=True)
class DistinctValues:
    """The values a variable takes, ascending, and which of them each respondent has.

    ``index`` is (n,) with -1 where there is no answer. Made once a variable, used for every grouping.
    """

    values: np.ndarray
    index: np.ndarray


@dataclass(frozen=True, slots=True)
class GroupCounts:
    """``counts[g, v]`` respondents of group g have the value ``values[v]`` (ascending)."""

    values: np.ndarray
    counts: np.ndarray

    @property
    def n(self) -> np.ndarray:
        """(g,) respondents in each group."""
        n: np.ndarray = self.counts.sum(axis=1)
        return n

    def select(self, groups: np.ndarray) -> GroupCounts:
        """Some of the groups, given by index or mask; values that no longer occur are left out."""
        counts = self.counts[groups]
        kept = counts.any(axis=0)
        return GroupCounts(self.values[kept], counts[:, kept])


@dataclass(frozen=True, slots=True)
class GroupMoments:
    """Size, mean and sum of squares of each group.

    The means are kept as deviations from ``origin``, a value of the data: where the data are
    1000000000000.4 and 1000000000000.3, the means themselves have no digits left for the difference.
    """

    n: np.ndarray
    deviation: np.ndarray
    ss: np.ndarray
    origin: float = 0.0

    @property
    def mean(self) -> np.ndarray:
        """(g,) means."""
        mean: np.ndarray = self.deviation + self.origin
        return mean

    @property
    def var(self) -> np.ndarray:
        """(g,) variances with denominator n - 1; NaN for a group of one."""
        var: np.ndarray = np.divide(self.ss, self.n - 1.0, out=np.full(len(self.n), np.nan), where=self.n > 1)
        return var

    @property
    def sd(self) -> np.ndarray:
        """(g,) standard deviations, n - 1."""
        sd: np.ndarray = np.sqrt(self.var)
        return sd

    @property
    def total(self) -> int:
        """Respondents in all groups together."""
        return int(self.n.sum())


def distinct_values(x: np.ndarray) -> DistinctValues:
    """Distinct values of ``x`` (n,), NaN for no answer.

    Examples
    --------
    >>> distinct_values(np.array([3.0, 1.0, np.nan, 3.0]))
    DistinctValues(values=array([1., 3.]), index=array([ 1,  0, -1,  1]))
    """
    answered = np.isfinite(x)
    values, inverse = np.unique(x[answered], return_inverse=True)
    index = np.full(len(x), -1)
    index[answered] = inverse
    return DistinctValues(values, index)


def group_counts(distinct: DistinctValues, groups: np.ndarray, n_groups: int) -> GroupCounts:
    """Count values by group.

    Parameters
    ----------
    distinct : the variable.
    groups : (n,) group of each respondent, 0..n_groups-1; negative: in none of the groups.
    n_groups : number of groups; empty ones keep a row of zeros.

    Examples
    --------
    >>> group_counts(distinct_values(np.array([3.0, 1.0, 2.0, 3.0])), np.array([0, 0, 1, 0]), 2).counts
    array([[1, 0, 2],
           [0, 1, 0]])
    """
    width = len(distinct.values)
    usable = (distinct.index >= 0) & (groups >= 0)
    cell = groups[usable].astype(np.int64) * width + distinct.index[usable]
    counts = np.bincount(cell, minlength=n_groups * width).reshape(n_groups, width)
    return GroupCounts(distinct.values, counts)


def group_moments(grouped: GroupCounts) -> GroupMoments:
    """Means and sums of squares by group, centred before anything is squared.

    An empty group has NaN.
    """
    if not len(grouped.values):
        empty = np.full(len(grouped.counts), np.nan)
        return GroupMoments(grouped.n, empty, empty.copy())
    origin = float(grouped.values[len(grouped.values) // 2])
    shifted = grouped.values - origin
    return spread_of(grouped.counts, np.broadcast_to(shifted, grouped.counts.shape), origin)


def spread_of(counts: np.ndarray, x: np.ndarray, origin: float = 0.0) -> GroupMoments:
    """Moments of values ``x`` (g, v) that occur ``counts`` (g, v) times in each group."""
    n = counts.sum(axis=1)
    filled = n > 0
    safe = np.where(filled, n, 1)
    deviation = np.where(filled, (counts * x).sum(axis=1) / safe, np.nan)
    centred = x - deviation[:, None]
    ss = (counts * centred**2).sum(axis=1)
    # what rounding left in the mean is taken out again
    ss -= (counts * centred).sum(axis=1) ** 2 / safe
    constant = (counts > 0).sum(axis=1) == 1
    ss = np.where(filled, np.where(constant, 0.0, np.maximum(ss, 0.0)), np.nan)
    return GroupMoments(n, deviation, ss, origin)


def group_medians(grouped: GroupCounts) -> np.ndarray:
    """(g,) medians; the mean of the two middle values where n is even; NaN for an empty group."""
    below = np.cumsum(grouped.counts, axis=1)
    medians = np.full(len(below), np.nan)
    for g, n in enumerate(grouped.n):
        if n:
            lower = np.searchsorted(below[g], (n + 1) // 2)
            upper = np.searchsorted(below[g], n // 2 + 1)
            medians[g] = (grouped.values[lower] + grouped.values[upper]) / 2
    return medians


def check_groups(n: np.ndarray, *, smallest: int = 2) -> None:
    """At least two groups, each of ``smallest`` respondents or more.

    Raises
    ------
    NotComputable
        ``withheld.one_group`` or ``withheld.group_too_small``.
    """
    if len(n) < 2:
        raise NotComputable("withheld.one_group")
    if n.min() < smallest:
        raise NotComputable("withheld.group_too_small", n=int(n.min()), needed=smallest)
