"""The reliability of one scale, or the reason why it has none."""

from __future__ import annotations

from dataclasses import dataclass

from survey_kit.analyses.complete_items import UsableItems, usable_items
from survey_kit.errors import Withheld
from survey_kit.questionnaire.model import Scale
from survey_kit.report.blocks import Estimate, Say, say
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


def scale_reliability(study: Study, scale: Scale) -> ScaleReliability:
    """Coefficients and item statistics over the respondents complete on the scale."""
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


def alpha_estimate(found: Reliability) -> Estimate:
    """Alpha with its interval."""
    return Estimate(found.alpha, found.alpha_low, found.alpha_high, found.level)
