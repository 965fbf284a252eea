"""Where is something important done less well? Importance–performance analysis.

Items of an importance scale and of a performance scale pair off (Martilla & James, 1977,
doi:10.1177/002224297704100112). Gaps are paired t tests; the quadrant of each pair comes with its
bootstrap probability. Beside what people state, importance is derived from an outcome: LMG shares of R²
(Grömping, 2006, doi:10.18637/jss.v017.i01; 2007, doi:10.1198/000313007X188252) and relative weights
(Johnson, 2000, doi:10.1207/S15327906MBR3501_1).
"""

from __future__ import annotations

from dataclasses import dataclass

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.ipa.derived import Derived, DerivedItems
from survey_kit.analyses.ipa.findings import (
    derived_findings,
    item_findings,
    pair_findings,
    placing_findings,
    ranking_findings,
)
from survey_kit.analyses.ipa.item_tables import (
    item_figure,
    item_quadrants_table,
    items_table,
    ranking_table,
)
from survey_kit.analyses.ipa.pairs import Comparison, compared
from survey_kit.analyses.ipa.tables import derived_table, pairs_table, placing_table, quadrant_figure
from survey_kit.analyses.ipa.words import WORDS
from survey_kit.errors import NotApplicable
from survey_kit.report.blocks import Block, Heading, Label, Say, Section, say
from survey_kit.study import Study


@dataclass(frozen=True, slots=True)
class IpaResult:
    """One comparison a line of the plan."""

    comparisons: tuple[Comparison, ...]
    alpha: float
    level: float


def compute(study: Study, earlier: Earlier) -> IpaResult:  # noqa: ARG001
    """Compare importance and performance as the plan says.

    Raises
    ------
    NotApplicable
        The plan has no such line, the file lacks its scales, or their items do not pair off.
    """
    lines = [
        line
        for line in study.plan.lines.ipa
        if study.is_scale(line.importance) and study.is_scale(line.performance)
    ]
    if not lines:
        raise NotApplicable("ipa.not_held" if study.plan.lines.ipa else "ipa.no_plan")
    found = tuple(
        compared(study, line, f"_{at}" if len(lines) > 1 else "") for at, line in enumerate(lines, 1)
    )
    return IpaResult(found, study.plan.alpha, study.plan.level)


def called_for(study: Study) -> bool:
    """The plan has a line for it."""
    return bool(study.plan.lines.ipa)


def present(result: IpaResult) -> Section:
    """Pairs and their quadrants, then derived importance of the same items and of the stages."""
    blocks: list[Block] = []
    for each in result.comparisons:
        if len(result.comparisons) > 1:
            names = {"importance": each.importance, "performance": each.performance}
            blocks.append(Heading(each_label(each.label) if each.label else say("ipa.heading", **names)))
        blocks += [
            pairs_table(each),
            placing_table(
                f"quadrants{each.key}", say("ipa.quadrants"), say("ipa.element"), each.keys, each.placing
            ),
            quadrant_figure(
                f"stated{each.key}",
                say("ipa.figure_stated"),
                each.placing,
                (say("ipa.axis_performance"), say("ipa.axis_stated")),
            ),
            *pair_findings(each, result.alpha, result.level),
            *_derived_blocks(each, result.level),
        ]
    references = ["martilla1977"]
    methods = [say("ipa.methods"), say(f"ipa.methods_{result.comparisons[0].cut}")]
    if any(each.derived or each.stages for each in result.comparisons):
        methods.append(say("ipa.methods_derived"))
        if any(each.items for each in result.comparisons):
            methods.append(say("ipa.methods_items"))
        references += ["gromping2006", "gromping2007", "johnson2000"]
    return Section("ipa", say("ipa.title"), tuple(methods), tuple(blocks), tuple(references))


def each_label(label: Label) -> Say:
    """The label of a line as a heading."""
    return say("ipa.named", label=label)


def _derived_blocks(each: Comparison, level: float) -> list[Block]:
    blocks: list[Block] = []
    if each.derived:
        if each.derived.found:
            title = say("ipa.derived_items", outcome=each.derived.outcome)
            blocks.append(derived_table(f"derived{each.key}", title, each.keys, each.derived, each.placing))
        blocks += derived_findings(each.derived)
    if each.stages:
        blocks += _stage_blocks(each.key, each.stages, level)
    if each.items:
        blocks += _item_blocks(each.key, each.items, level)
    return blocks


def _stage_blocks(key: str, stages: Derived, level: float) -> list[Block]:
    blocks: list[Block] = []
    keys = tuple(f"stage{at}" for at in range(1, len(stages.labels) + 1))
    if stages.found:
        title = say("ipa.derived_stages", outcome=stages.outcome)
        blocks.append(derived_table(f"stages{key}", title, keys, stages, None))
    blocks += derived_findings(stages)
    if stages.found and stages.ranking:
        blocks += [
            ranking_table(f"ranking{key}", keys, stages, stages.ranking, stages.found.n),
            *ranking_findings(stages.labels, stages.ranking),
        ]
    if stages.placing:
        blocks += [
            placing_table(
                f"stage_quadrants{key}", say("ipa.stage_quadrants"), say("ipa.stage"), keys, stages.placing
            ),
            quadrant_figure(
                f"stages_figure{key}",
                say("ipa.figure_stages"),
                stages.placing,
                (say("ipa.axis_mean"), say("ipa.axis_derived")),
            ),
            *placing_findings(stages.placing, level, derived=True),
        ]
    return blocks


def _item_blocks(key: str, items: DerivedItems, level: float) -> list[Block]:
    if items.placing is None:
        return [*item_findings(items, level)]
    return [
        items_table(f"items{key}", items, items.placing),
        item_quadrants_table(f"item_quadrants{key}", items, items.placing),
        item_figure(f"items_figure{key}", items, items.placing),
        *item_findings(items, level),
    ]


ANALYSIS = Analysis(
    "ipa",
    Label("Importance–performance analysis", "重要性—绩效分析（IPA）"),
    compute,
    present,
    WORDS,
    called_for=called_for,
)
