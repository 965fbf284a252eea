"""What the rankings say, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan

from survey_kit.analyses.ranking.preference import GroupRanks, RankedQuestion
from survey_kit.report.blocks import Estimate, Finding, say


def findings(each: RankedQuestion, alpha: float) -> Iterator[Finding]:
    """Order, steps between neighbours, agreement, groups; then what was withheld."""
    yield from _order(each, alpha)
    if each.concordance:
        found = each.concordance
        key = "ranking.agree" if found.p < alpha else "ranking.no_agreement"
        yield Finding(
            say(key, m=found.m, w=found.w, chi2=found.chi2, df=found.df, p=found.p, rho=found.mean_rho)
        )
    elif each.no_concordance:
        yield Finding(say("ranking.no_concordance", reason=each.no_concordance))
    if each.groups:
        yield from _groups(each, each.groups, alpha)
    elif each.no_groups:
        yield Finding(say("ranking.no_groups", reason=each.no_groups))
    if each.worth and each.worth.tied:
        yield Finding(say("ranking.tied", tied=each.worth.tied), "warning")


def _order(each: RankedQuestion, alpha: float) -> Iterator[Finding]:
    labels = tuple(each.options[at].label for at in each.order)
    worth = each.worth
    best = each.order[0]
    if worth is None:
        share = 100 * float(each.places.borda[best])
        yield Finding(
            say("ranking.order_borda", question=each.question, options=labels, best=labels[0], share=share)
        )
        yield Finding(say("ranking.no_worth", reason=each.no_worth), "warning")
        return
    first = Estimate(
        float(worth.share[best]), float(worth.share_low[best]), float(worth.share_high[best]), worth.level
    )
    yield Finding(
        say("ranking.order", question=each.question, options=labels, best=labels[0], share=first, n=worth.n)
    )
    apart = tuple(
        say(
            "ranking.step",
            first=each.options[step.first].label,
            second=each.options[step.second].label,
            p=step.p_holm,
        )
        for step in each.steps
        if step.p_holm < alpha
    )
    level = tuple(
        say(
            "ranking.step",
            first=each.options[step.first].label,
            second=each.options[step.second].label,
            p=step.p_holm,
        )
        for step in each.steps
        if not step.p_holm < alpha
    )
    if apart:
        yield Finding(say("ranking.apart", steps=apart))
    if level:
        yield Finding(say("ranking.level", steps=level))


def _groups(each: RankedQuestion, groups: GroupRanks, alpha: float) -> Iterator[Finding]:
    by = groups.division.question
    if not isnan(groups.chi2):
        key = "ranking.groups_differ" if groups.p < alpha else "ranking.groups_alike"
        yield Finding(say(key, by=by, chi2=groups.chi2, df=groups.df, p=groups.p))
    different = tuple(
        say("ranking.option_test", option=each.options[at].label, h=test.h, p=float(groups.p_holm[at]))
        for at in each.order
        if (test := groups.tests[at]) is not None and groups.p_holm[at] < alpha
    )
    if different:
        yield Finding(say("ranking.options_differ", by=by, options=different))
    elif any(groups.tests):
        yield Finding(say("ranking.options_alike", by=by))
