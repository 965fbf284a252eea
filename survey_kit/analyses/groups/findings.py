"""What the group comparisons of one question say, in sentences."""

from __future__ import annotations

import math

from survey_kit.analyses.bands import ETA2, D
from survey_kit.analyses.groups.comparison import Comparison, GroupLine
from survey_kit.questionnaire.plan import Plan
from survey_kit.report.blocks import Block, Finding, Label, Say, say
from survey_kit.stats.mean_tests import FTest, TTest

DETAILED = 4
"""Comparisons of one question that get a sentence of their own; the others are counted."""
PAIRS = 6
"""Pairs of groups that a sentence names."""
FEW = 10
"""Groups of fewer respondents, though tested, are named."""
MANY = 1000
"""From so many respondents on, significance alone says little about size."""


def findings(
    question: Label, comparisons: tuple[Comparison, ...], outcomes: tuple[str, ...], plan: Plan
) -> list[Block]:
    """Sentences on one question: how many differences, which, how large, and what they are not."""
    tested = [each for each in comparisons if not math.isnan(each.p_holm)]
    untested = tuple(each.scale.label for each in comparisons if math.isnan(each.p_holm))
    significant = [each for each in tested if each.p_holm < plan.alpha]
    found: list[Say] = []
    if tested:
        raw = sum(each.p < plan.alpha for each in tested)
        key = _counted(len(tested), raw, len(significant))
        found.append(say(key, question=question, m=len(tested), raw=raw, holm=len(significant)))
    notable = [each for each in significant if not _slight(each)]
    notable.sort(key=lambda each: (each.scale.id not in outcomes, -_relative_size(each)))
    for each in notable[:DETAILED]:
        found += _sentences(each, plan)
    if len(notable) > DETAILED:
        names = tuple(each.scale.label for each in notable[DETAILED:])
        found.append(say("groups.more", scales=names))
    slight = [each for each in significant if _slight(each)]
    if slight:
        n = max(sum(line.n for line in each.tested) for each in slight)
        names = tuple(each.scale.label for each in slight)
        found.append(say("groups.slight_many" if n >= MANY else "groups.slight", scales=names, n=n))
    if few := _few(tested):
        found.append(say("groups.few", groups=few, needed=FEW))
    result: list[Block] = [Finding(each) for each in found]
    if untested:
        result.append(Finding(say("groups.untested", question=question, scales=untested), "warning"))
    return result


def _few(tested: list[Comparison]) -> tuple[Say, ...]:
    """Groups that are small on the scale where most of them answered."""
    most: dict[str, GroupLine] = {}
    for line in (line for each in tested for line in each.tested):
        if line.key not in most or most[line.key].n < line.n:
            most[line.key] = line
    return tuple(say("groups.size", group=line.label, n=line.n) for line in most.values() if line.n < FEW)


def _counted(m: int, raw: int, holm: int) -> str:
    if m == 1:
        return "groups.counts_one" if holm else "groups.none_one"
    if holm:
        return "groups.counts_same" if holm == raw else "groups.counts"
    return "groups.none" if raw else "groups.none_raw"


def _limit(each: Comparison) -> float:
    """Where Cohen's small begins."""
    if each.ordinal:
        return 0.1 if each.two else 0.01
    return D.limits[1][0] if each.two else ETA2.limits[1][0]


def _relative_size(each: Comparison) -> float:
    size = abs(each.effect)
    return 0.0 if math.isnan(size) else size / _limit(each)


def _slight(each: Comparison) -> bool:
    return abs(each.effect) < _limit(each)


def _sentences(each: Comparison, plan: Plan) -> list[Say]:
    if each.ordinal:
        return [_by_ranks(each)]
    if isinstance(each.main, TTest):
        return [_two(each, each.main, plan)]
    if isinstance(each.main, FTest):
        return [_several(each, each.main, plan), *_pairs(each, plan)]
    return []


def _extremes(lines: tuple[GroupLine, ...]) -> tuple[GroupLine, GroupLine]:
    return max(lines, key=lambda x: x.mean.value), min(lines, key=lambda x: x.mean.value)


def _two(each: Comparison, test: TTest, plan: Plan) -> Say:
    high, low = _extremes(each.tested)
    return say(
        "groups.two_differ_spss" if plan.compat == "spss" else "groups.two_differ",
        scale=each.scale.label,
        high=high.label,
        high_mean=high.mean.value,
        high_sd=high.sd,
        low=low.label,
        low_mean=low.mean.value,
        low_sd=low.sd,
        t=test.t,
        df=test.df,
        p=each.p_holm,
        g=each.hedges_g,
        size=D.word(each.hedges_g.value),
    )


def _several(each: Comparison, test: FTest, plan: Plan) -> Say:
    high, low = _extremes(each.tested)
    return say(
        "groups.several_differ_spss" if plan.compat == "spss" else "groups.several_differ",
        scale=each.scale.label,
        f=test.f,
        df1=test.df1,
        df2=test.df2,
        p=each.p_holm,
        omega2=each.omega2,
        size=ETA2.word(each.omega2.value),
        high=high.label,
        high_mean=high.mean.value,
        low=low.label,
        low_mean=low.mean.value,
    )


def _pairs(each: Comparison, plan: Plan) -> list[Say]:
    pairs = each.post_hoc
    if pairs is None:
        return []
    method = "tukey" if plan.compat == "spss" else "games_howell"
    named = []
    # where p is too small for a double, t still tells which pair differs most clearly
    for at in sorted(range(len(pairs.p)), key=lambda at: (float(pairs.p[at]), -abs(float(pairs.t[at])))):
        if pairs.p[at] < plan.alpha:
            one, other = each.tested[pairs.first[at]], each.tested[pairs.second[at]]
            above, below = (one, other) if pairs.difference[at] > 0 else (other, one)
            named.append(say("groups.pair", high=above.label, low=below.label))
    values = {"scale": each.scale.label, "k": len(named), "m": len(pairs.p)}
    if not named:
        return [say(f"groups.no_pair_{method}", **values)]
    key = "groups.pairs_some" if len(named) > PAIRS else "groups.pairs"
    return [say(f"{key}_{method}", pairs=tuple(named[:PAIRS]), **values)]


def _by_ranks(each: Comparison) -> Say:
    high = max(each.tested, key=lambda x: x.mean_rank)
    low = min(each.tested, key=lambda x: x.mean_rank)
    key = "groups.ranks_two" if each.two else "groups.ranks_several"
    return say(
        key,
        scale=each.scale.label,
        high=high.label,
        low=low.label,
        p=each.p_holm,
        effect=abs(each.effect),
    )
