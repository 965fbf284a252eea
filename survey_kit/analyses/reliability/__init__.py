"""Do the items of each scale hang together?

Coefficient alpha (Cronbach 1951, doi:10.1007/BF02310555) with Feldt's interval (1965,
doi:10.1007/BF02289499), standardized alpha, omega total of a one-factor model (McDonald 1999,
doi:10.4324/9781410601087), corrected item–total correlations, alpha if an item is dropped, and the critical
ratio of the upper and lower 27 % (Kelley 1939, doi:10.1037/h0057123). Items are taken as scored by the
questionnaire; nothing is turned round because of what the data say.
"""

from __future__ import annotations

from dataclasses import dataclass

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.bands import ALPHA
from survey_kit.analyses.reliability.findings import findings, warnings
from survey_kit.analyses.reliability.scale import ScaleReliability, scale_reliability
from survey_kit.analyses.reliability.tables import items_table, scales_table
from survey_kit.analyses.reliability.words import WORDS
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.plan import Compat
from survey_kit.report.blocks import Block, Label, Section, say
from survey_kit.study import Study


@dataclass(frozen=True, slots=True)
class ReliabilityResult:
    """All scales of the study."""

    scales: tuple[ScaleReliability, ...]
    compat: Compat
    alpha: float


def compute(study: Study, earlier: Earlier) -> ReliabilityResult:  # noqa: ARG001
    """Reliability of every scale; not applicable when no scale has two items."""
    if not any(len(study.items_of(scale)) > 1 for scale in study.scales):
        raise NotApplicable("reliability.no_scales")
    scales = tuple(scale_reliability(study, scale) for scale in study.scales)
    return ReliabilityResult(scales, study.plan.compat, study.plan.alpha)


def present(result: ReliabilityResult) -> Section:
    """A table of scales, a table of items, sentences and warnings."""
    blocks: list[Block] = [scales_table([(s.scale, s.usable, s.found, s.reason) for s in result.scales])]
    shown = [(s.scale, s.usable, s.found, s.ratio) for s in result.scales if s.found is not None]
    if shown:
        blocks.append(items_table(shown, result.compat))
    blocks += [*findings(result.scales, result.alpha), *warnings(result.scales)]
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


ANALYSIS = Analysis("reliability", Label("Reliability", "信度分析"), compute, present, WORDS)
