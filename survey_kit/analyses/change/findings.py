"""What changed between the two surveys, what cannot be concluded from it, and who is missing."""

from __future__ import annotations

from collections.abc import Iterator

from survey_kit.analyses.change.model import ChangeResult
from survey_kit.report.blocks import Estimate, Finding, say
from survey_kit.stats.change import Change


def findings(result: ChangeResult) -> Iterator[Finding]:
    """What changed, what cannot be concluded, and who is missing."""
    design = result.design
    if design.groups is not None:
        yield from _differences_found(result)
    else:
        yield from _changes_found(result)
        if design.unknown_group is not None:
            yield Finding(say("change.unknown_group", question=design.unknown_group), "warning")
        yield Finding(say("change.no_comparison"), "warning")
    matching = design.matching
    if not design.paired and any(isinstance(each.change, Change) for each in result.changes):
        key = "change.unmatched_caution" if matching.ids else "change.independent_caution"
        yield Finding(say(key), "warning")
    elif design.paired and matching.matched < matching.n[0]:
        lost, n = matching.n[0] - matching.matched, matching.n[0]
        yield Finding(say("change.attrition", lost=lost, n=n, share=100 * lost / n))
        yield from _followed(result)
        differing = [each.scale.label for each in result.attrition if each.change.test.p < result.alpha]
        if differing:
            yield Finding(say("change.attrition_selective", scales=tuple(differing)), "warning")


def _changes_found(result: ChangeResult) -> Iterator[Finding]:
    """The scales that changed; what was not tested is not said to be unchanged."""
    tested = [each for each in result.changes if isinstance(each.change, Change)]
    if not tested:
        yield Finding(say("change.none_tested"), "warning")
        return
    changed = tuple(each.scale.label for each in tested if each.p_holm < result.alpha)
    yield Finding(say("change.changed", scales=changed) if changed else say("change.none_changed"))
    untested = tuple(each.scale.label for each in result.changes if each not in tested)
    if untested:
        yield Finding(say("change.untested", scales=untested))


def _differences_found(result: ChangeResult) -> Iterator[Finding]:
    """The scales on which both groups changed differently, one by one, then the others together."""
    if not result.differences:
        yield Finding(say("change.no_differences"), "warning")
        return
    found = [each for each in result.differences if each.p_holm < result.alpha]
    labels = tuple(each.scale.label for each in found)
    yield Finding(say("change.main_line", scales=labels) if found else say("change.main_line_not"))
    for each in found:
        fit = each.fit
        yield Finding(
            say(
                "change.did_found",
                scale=each.scale.label,
                treated=fit.changes[0],
                comparison=fit.changes[1],
                estimate=Estimate(fit.estimate, fit.low, fit.high, fit.level),
                p=fit.p,
                p_holm=each.p_holm,
            )
        )
    others = tuple(each.scale.label for each in result.differences if each not in found)
    if found and others:
        yield Finding(say("change.did_not_found", scales=others))
    computed = {each.scale.id for each in result.differences}
    untested = tuple(
        dict.fromkeys(each.scale.label for each in result.changes if each.scale.id not in computed)
    )
    if untested:
        yield Finding(say("change.did_untested", scales=untested))
    yield Finding(say("change.parallel"), "warning")


def _followed(result: ChangeResult) -> Iterator[Finding]:
    """Whether people were lost alike in both groups."""
    groups = result.design.groups
    if groups is None or len(groups.followed) < 2 or not all(n for _, n in groups.followed):
        return
    (kept1, n1), (kept2, n2) = groups.followed
    yield Finding(
        say(
            "change.attrition_groups",
            treated=n1 - kept1,
            n_treated=n1,
            share_treated=100 * (n1 - kept1) / n1,
            comparison=n2 - kept2,
            n_comparison=n2,
            share_comparison=100 * (n2 - kept2) / n2,
        )
    )
