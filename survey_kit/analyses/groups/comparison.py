"""One scale compared between the groups of one question."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

import numpy as np
from scipy.special import stdtrit

from survey_kit.analyses.groups.division import MIN_GROUP, Division, Group
from survey_kit.errors import NotComputable
from survey_kit.questionnaire.model import Scale
from survey_kit.questionnaire.plan import Plan
from survey_kit.report.blocks import Estimate, Label, Say, say
from survey_kit.stats.effect_sizes import EffectSize, explained_variance, hedges_g
from survey_kit.stats.grouped import (
    DistinctValues,
    GroupCounts,
    GroupMoments,
    group_counts,
    group_medians,
    group_moments,
)
from survey_kit.stats.mean_tests import FTest, TTest, anova, student_t, welch_anova, welch_t
from survey_kit.stats.post_hoc import PairwiseComparisons, games_howell, tukey_kramer
from survey_kit.stats.rank_tests import (
    KruskalWallis,
    MannWhitney,
    RankComparisons,
    dunn,
    kruskal_wallis,
    mann_whitney,
    mean_ranks,
)
from survey_kit.stats.variance_tests import levene

NAN = math.nan
Test: TypeAlias = TTest | FTest
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group on one scale. ``tested`` False: fewer than ``MIN_GROUP`` scores, left out of the tests."""

    key: str
    label: Label
    n: int
    mean: Estimate
    sd: float
    median: float
    mean_rank: float
    tested: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """A scale compared between groups.

    ``main`` is the test that decides (Welch's, or the classical one under SPSS conventions), ``beside``
    the other of the two; both are None for a scale of one item, which ``ranks`` compares. ``reason`` says
    why ``main`` (or ``ranks``) could not be computed. Only two groups have ``hedges_g``. Post hoc comparisons refer to the places of the *tested* lines.
    """

    scale: Scale
    lines: tuple[GroupLine, ...]
    ordinal: bool
    main: Test | None
    beside: Test | None
    equal_variances: FTest | None
    hedges_g: Estimate
    omega2: Estimate
    eta2: float
    ranks: MannWhitney | KruskalWallis | None
    reason: Say | None
    post_hoc: PairwiseComparisons | None = None
    rank_post_hoc: RankComparisons | None = None
    p_holm: float = NAN

    @property
    def tested(self) -> tuple[GroupLine, ...]:
        return tuple(line for line in self.lines if line.tested)

    @property
    def p(self) -> float:
        """The p-value that enters the family; NaN when there is none."""
        test = self.ranks if self.ordinal else self.main
        return test.p if test else NAN

    @property
    def two(self) -> bool:
        return len(self.tested) == 2

    @property
    def effect(self) -> float:
        """Size of the difference: g, omega², rank-biserial r or rank epsilon²; NaN when unknown."""
        if isinstance(self.ranks, MannWhitney):
            return self.ranks.rank_biserial
        if isinstance(self.ranks, KruskalWallis):
            return self.ranks.epsilon2
        return self.hedges_g.value if self.two else self.omega2.value


def compare(
    scale: Scale, scores: DistinctValues, division: Division, plan: Plan, *, ordinal: bool
) -> Comparison:
    """Describe and test one scale in the groups of a division."""
    everybody = group_counts(scores, division.index, len(division.groups))
    tested = everybody.n >= MIN_GROUP
    lines = _lines(everybody, division.groups, tested, plan.level)
    counts = everybody.select(tested)
    if len(counts.counts) < 2:
        reason = say("groups.scale_too_small", needed=MIN_GROUP)
        return _untested(scale, lines, ordinal=ordinal, reason=reason)
    if ordinal:
        return _by_ranks(scale, lines, counts)
    return _by_means(scale, lines, counts, plan)


def _lines(
    counts: GroupCounts, groups: tuple[Group, ...], tested: np.ndarray, level: float
) -> tuple[GroupLine, ...]:
    moments = group_moments(counts)
    sd, medians = moments.sd, group_medians(counts)
    ranks = np.full(len(groups), NAN)
    if tested.any():
        ranks[tested] = mean_ranks(counts.select(tested))
    lines = []
    for at, group in enumerate(groups):
        n, mean = int(moments.n[at]), float(moments.mean[at])
        half = float(stdtrit(n - 1, 0.5 + level / 2)) * sd[at] / math.sqrt(n) if n > 1 else NAN
        estimate = Estimate(mean, mean - half, mean + half, level)
        numbers = (float(sd[at]), float(medians[at]), float(ranks[at]))
        lines.append(GroupLine(group.key, group.label, n, estimate, *numbers, tested=bool(tested[at])))
    return tuple(lines)


def _untested(scale: Scale, lines: tuple[GroupLine, ...], *, ordinal: bool, reason: Say) -> Comparison:
    none = Estimate(NAN, NAN, NAN)
    return Comparison(scale, lines, ordinal, None, None, None, none, none, NAN, None, reason)


def _by_ranks(scale: Scale, lines: tuple[GroupLine, ...], counts: GroupCounts) -> Comparison:
    none = Estimate(NAN, NAN, NAN)
    ranks: MannWhitney | KruskalWallis
    try:
        ranks = mann_whitney(counts) if len(counts.counts) == 2 else kruskal_wallis(counts)
    except NotComputable as reason:
        return _untested(scale, lines, ordinal=True, reason=Say(reason.key, reason.values))
    pairs = dunn(counts) if len(counts.counts) > 2 else None
    return Comparison(scale, lines, True, None, None, None, none, none, NAN, ranks, None, rank_post_hoc=pairs)


def _by_means(scale: Scale, lines: tuple[GroupLine, ...], counts: GroupCounts, plan: Plan) -> Comparison:
    moments = group_moments(counts)
    spss, level = plan.compat == "spss", plan.level
    two = len(moments.n) == 2
    welch, no_welch = _attempt(lambda: _welch(moments, level))
    classical, no_classical = _attempt(lambda: _classical(moments, level))
    equal, _ = _attempt(lambda: levene(counts))
    size = omega2 = eta2 = None
    if two:
        size, _ = _attempt(
            lambda: hedges_g(moments, standardizer="pooled" if spss else "average", level=level)
        )
    if explained := _attempt(lambda: explained_variance(anova(moments), level=level))[0]:
        omega2, eta2 = explained.omega2, explained.eta2
    return Comparison(
        scale=scale,
        lines=lines,
        ordinal=False,
        main=classical if spss else welch,
        beside=welch if spss else classical,
        equal_variances=equal,
        hedges_g=_as_estimate(size, level),
        omega2=_as_estimate(omega2, level),
        eta2=eta2.value if eta2 else NAN,
        ranks=None,
        reason=no_classical if spss else no_welch,
    )


def _welch(moments: GroupMoments, level: float) -> Test:
    return welch_t(moments, level=level) if len(moments.n) == 2 else welch_anova(moments)


def _classical(moments: GroupMoments, level: float) -> Test:
    return student_t(moments, level=level) if len(moments.n) == 2 else anova(moments).test


def _attempt(compute: Callable[[], T]) -> tuple[T | None, Say | None]:
    try:
        return compute(), None
    except NotComputable as reason:
        return None, Say(reason.key, reason.values)


def _as_estimate(size: EffectSize | None, level: float) -> Estimate:
    return Estimate(size.value, size.low, size.high, level) if size else Estimate(NAN, NAN, NAN, level)


def pairs_of(scores: DistinctValues, division: Division, plan: Plan) -> PairwiseComparisons | None:
    """Games–Howell (Tukey–Kramer under SPSS conventions) between the tested groups."""
    everybody = group_counts(scores, division.index, len(division.groups))
    moments: GroupMoments = group_moments(everybody.select(everybody.n >= MIN_GROUP))
    method = tukey_kramer if plan.compat == "spss" else games_howell
    return _attempt(lambda: method(moments, level=plan.level))[0]
