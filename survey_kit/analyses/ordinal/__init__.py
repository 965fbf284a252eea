"""What do the items say when their answers are ordered categories and no more?

Polychoric correlations in two steps (Olsson 1979, doi:10.1007/BF02296207), ordinal alpha (Zumbo, Gadermann &
Zeisser 2007, doi:10.22237/jmasm/1177992180) and ordinal omega of a one-factor model beside the usual
coefficients of the same respondents, and an exploratory factor analysis of the polychoric correlations where
there are enough respondents. Matrices that are not positive definite are refused, never smoothed.
"""

from __future__ import annotations

from dataclasses import dataclass

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.ordinal.factors import OrdinalFactors, ordinal_factors
from survey_kit.analyses.ordinal.findings import factor_findings, scale_findings
from survey_kit.analyses.ordinal.scale import OrdinalScale, ordinal_scale
from survey_kit.analyses.ordinal.tables import factor_tables, scales_table
from survey_kit.analyses.ordinal.words import WORDS
from survey_kit.analyses.reliability import ReliabilityResult
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.lines import OrdinalItems
from survey_kit.questionnaire.model import Scale
from survey_kit.report.blocks import Block, Finding, Heading, Label, Section, say
from survey_kit.study import Study

MOST_CATEGORIES = 7
"""Scales of more answer categories are left alone unless the plan names them."""


@dataclass(frozen=True, slots=True)
class OrdinalPart:
    """One line of the plan."""

    label: Label | None
    scales: tuple[OrdinalScale, ...]
    factors: OrdinalFactors


@dataclass(frozen=True, slots=True)
class OrdinalResult:
    """All lines of the plan, or all scales where it has none."""

    parts: tuple[OrdinalPart, ...]


def few_categories(scale: Scale) -> bool:
    """Whether the declared answers of the scale are few enough to be ordered categories."""
    return all(item.high - item.low < MOST_CATEGORIES for item in scale.items)


def compute(study: Study, earlier: Earlier) -> OrdinalResult:
    """Every line of the plan.

    Raises
    ------
    NotApplicable
        No scale of two items with few answer categories.
    """
    reliability: ReliabilityResult | None = earlier.get("reliability")
    if reliability is None:
        raise NotApplicable("ordinal.no_scales", most=MOST_CATEGORIES)
    usual = {each.scale.id: each for each in reliability.scales if len(study.items_of(each.scale)) > 1}
    parts = []
    for number, line in enumerate(study.plan.lines.ordinal or (OrdinalItems(),)):
        chosen = [
            each
            for each in usual.values()
            if (each.scale.id in line.scales if line.scales else few_categories(each.scale))
        ]
        if chosen:
            scales = tuple(ordinal_scale(each) for each in chosen)
            rng = study.rng(f"ordinal.parallel.{number}")
            parts.append(OrdinalPart(line.label, scales, ordinal_factors(study, chosen, rng)))
    if not parts:
        raise NotApplicable("ordinal.no_scales", most=MOST_CATEGORIES)
    return OrdinalResult(tuple(parts))


def present(result: OrdinalResult) -> Section:
    """For each line a table of scales with sentences, then the factors of its items."""
    blocks: list[Block] = []
    for number, part in enumerate(result.parts):
        suffix = f"_{number + 1}" if number else ""
        if len(result.parts) > 1:
            name = say("ordinal.part_number", number=number + 1) if part.label is None else part.label
            blocks.append(Heading(say("ordinal.part", part=name)))
        blocks += [scales_table(part.scales, suffix), *scale_findings(part.scales)]
        if part.factors.reason is not None:
            blocks.append(
                Finding(
                    say(
                        "ordinal.factors_withheld",
                        k=len(part.factors.usable.items),
                        reason=part.factors.reason,
                    )
                )
            )
        else:
            blocks += [*factor_tables(part.factors, suffix), *factor_findings(part.factors)]
    factored = any(part.factors.reason is None for part in result.parts)
    methods = (
        say("ordinal.methods"),
        say("ordinal.methods_meaning"),
        *((say("ordinal.methods_factors"),) if factored else ()),
    )
    references = (
        *("olsson1979", "zumbo2007", "gadermann2012", "chalmers2018"),
        *(("horn1965", "harman1966", "jennrich1966") if factored else ()),
    )
    return Section("ordinal", say("ordinal.title"), methods, tuple(blocks), references)


ANALYSIS = Analysis(
    "ordinal",
    Label("Items as ordered categories", "有序分类题项分析"),
    compute,
    present,
    WORDS,
    needs=("reliability",),
    called_for=lambda study: bool(study.plan.lines.ordinal),
)
