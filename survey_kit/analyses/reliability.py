"""Do the items of each scale hang together?

Coefficient alpha (Cronbach 1951, doi:10.1007/BF02310555) with Feldt's interval (1965,
doi:10.1007/BF02289499), standardized alpha, omega total of a one-factor model (McDonald 1999,
doi:10.4324/9781410601087), corrected item–total correlations, alpha if an item is dropped, and the critical
ratio of the upper and lower 27 % (Kelley 1939, doi:10.1037/h0057123). Items are taken as scored by the
questionnaire; nothing is turned round because of what the data say.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.bands import ALPHA, ITEM_REST_R
from survey_kit.analyses.complete_items import UsableItems, usable_items
from survey_kit.analyses.reliability_tables import items_table, scales_table
from survey_kit.analyses.reliability_words import WORDS
from survey_kit.errors import NotApplicable, Withheld
from survey_kit.questionnaire.model import Scale
from survey_kit.questionnaire.plan import Compat
from survey_kit.report.blocks import Block, Estimate, Finding, Label, Say, Section, say
from survey_kit.stats.discrimination import CriticalRatio, critical_ratio
from survey_kit.stats.moments import moments
from survey_kit.stats.reliability import Reliability, reliability
from survey_kit.study import Study


@dataclass(frozen=True, slots=True)
class ScaleReliability:
    """One scale. ``found`` is None when the data do not carry it, and ``reason`` says why.

    ``ratio`` is None when no extreme groups could be formed. ``n_total`` counts all valid respondents.
    """

    scale: Scale
    usable: UsableItems
    n_total: int
    found: Reliability | None
    ratio: CriticalRatio | None
    reason: Say | None


@dataclass(frozen=True, slots=True)
class ReliabilityResult:
    """All scales of the study."""

    scales: tuple[ScaleReliability, ...]
    compat: Compat


def compute(study: Study, earlier: Earlier) -> ReliabilityResult:  # noqa: ARG001
    """Reliability of every scale; not applicable when no scale has two items."""
    if not any(len(study.items_of(scale)) > 1 for scale in study.scales):
        raise NotApplicable("reliability.no_scales")
    return ReliabilityResult(tuple(_scale(study, scale) for scale in study.scales), study.plan.compat)


def _scale(study: Study, scale: Scale) -> ScaleReliability:
    items = study.items_of(scale)
    usable = usable_items(items, study.item_scores(scale))
    if len(items) < 2:
        return ScaleReliability(scale, usable, study.n, None, None, say("reliability.single_item"))
    try:
        found = reliability(moments(usable.data, usable.names), level=study.plan.level)
    except Withheld as reason:
        return ScaleReliability(scale, usable, study.n, None, None, Say(reason.key, reason.values))
    ratio: CriticalRatio | None
    try:
        ratio = critical_ratio(usable.data, equal_variances=study.plan.compat == "spss")
    except Withheld:
        ratio = None
    return ScaleReliability(scale, usable, study.n, found, ratio, None)


def present(result: ReliabilityResult) -> Section:
    """A table of scales, a table of items, sentences and warnings."""
    blocks: list[Block] = [scales_table([(s.scale, s.usable, s.found, s.reason) for s in result.scales])]
    shown = [(s.scale, s.usable, s.found, s.ratio) for s in result.scales if s.found is not None]
    if shown:
        blocks.append(items_table(shown, result.compat))
    for each in result.scales:
        blocks += _findings(each)
    blocks += [warning for each in result.scales for warning in _warnings(each)]
    test = "reliability.methods_student" if result.compat == "spss" else "reliability.methods_welch"
    references = (
        "cronbach1951",
        "feldt1965",
        "mcdonald1999",
        "kelley1939",
        "nunnally1994",
        ALPHA.reference,
        *(("eisinga2013",) if any(s.found is not None and s.found.k == 2 for s in result.scales) else ()),
    )
    methods = (say("reliability.methods"), say(test))
    return Section("reliability", say("reliability.title"), methods, tuple(blocks), references)


def alpha_estimate(found: Reliability) -> Estimate:
    """Alpha with its interval."""
    return Estimate(found.alpha, found.alpha_low, found.alpha_high, found.level)


def _findings(each: ScaleReliability) -> list[Finding]:
    found = each.found
    if found is None:
        return [Finding(say("reliability.withheld", scale=each.scale.label, reason=each.reason))]
    values: dict[str, object] = {
        "scale": each.scale.label,
        "alpha": alpha_estimate(found),
        "k": found.k,
        "n": found.n,
    }
    if found.alpha < 0:
        return [Finding(say("reliability.negative_alpha", **values), "warning")]
    values["band"] = ALPHA.word(found.alpha)
    omega = found.omega.value
    if not isnan(omega):
        return [Finding(say("reliability.scale", omega=omega, **values))]
    return [Finding(say("reliability.scale_no_omega", **values))]


def _warnings(each: ScaleReliability) -> list[Finding]:
    found, usable = each.found, each.usable
    said: list[Say] = []
    left_out = usable.empty + usable.constant
    if left_out and found is not None:
        said.append(say("reliability.left_out", scale=each.scale.label, items=left_out))
    if found is not None:
        said += _item_warnings(each.scale, found)
        if found.n < 0.8 * each.n_total:
            said.append(say("reliability.lost", scale=each.scale.label, n=found.n, total=each.n_total))
    return [Finding(sentence, "warning") for sentence in said]


def _item_warnings(scale: Scale, found: Reliability) -> list[Say]:
    said = []
    rest = dict(zip(found.names, found.item_rest_r, strict=True))
    negative = tuple(say("reliability.item_r", item=i, r=float(r)) for i, r in rest.items() if r < 0)
    weak = tuple(
        say("reliability.item_r", item=i, r=float(r)) for i, r in rest.items() if 0 <= r < ITEM_REST_R
    )
    if negative:
        said.append(say("reliability.negative_items", scale=scale.label, items=negative))
    if weak:
        said.append(say("reliability.weak_items", scale=scale.label, items=weak, limit=ITEM_REST_R))
    # below a thousandth the table shows no difference
    raising = tuple(
        say("reliability.item_alpha", item=i, alpha=float(a))
        for i, a in zip(found.names, found.alpha_if_dropped, strict=True)
        if a > found.alpha + 0.0005
    )
    if raising:
        said.append(say("reliability.raising", scale=scale.label, items=raising, alpha=found.alpha))
    if found.omega.negative:
        said.append(say("reliability.omega_negative", scale=scale.label, items=found.omega.negative))
    if found.omega.heywood:
        said.append(say("reliability.omega_heywood", scale=scale.label, items=found.omega.heywood))
    return said


ANALYSIS = Analysis("reliability", Label("Reliability", "信度分析"), compute, present, WORDS)
