"""What changed between two surveys, and did it change more where something was done about it?

Change a scale with Welch's or the paired t and a change standardized by the average SD (Bonett, 2008,
doi:10.1037/1082-989X.13.2.99), Holm over the scales (Holm, 1979). With a comparison group difference in differences (Angrist & Pischke, 2009)
with HC3 (Long & Ervin, 2000) or cluster-robust standard errors (Cameron & Miller, 2015, doi:10.3368/jhr.50.2.317). People are
matched by ids where the user names the column; who cannot be matched is counted and compared.
"""

from __future__ import annotations

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.change.findings import findings
from survey_kit.analyses.change.model import ChangeResult, compare
from survey_kit.analyses.change.tables import (
    attrition_table,
    change_table,
    differences_figure,
    differences_table,
    item_figure,
    matching_table,
)
from survey_kit.analyses.change.words import WORDS
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.lines import Change
from survey_kit.report.blocks import Block, Label, Section, say
from survey_kit.study import Study


def called_for(study: Study) -> bool:
    """There is an earlier survey."""
    return study.materials.before is not None


def compute(study: Study, earlier: Earlier) -> ChangeResult:  # noqa: ARG001
    """Compare the two surveys by the first ``[[plan.change]]``, or all scales without one.

    Raises
    ------
    NotApplicable
        There is no earlier survey, or none of its scales has scores in both.
    """
    if study.materials.before is None:
        raise NotApplicable("change.no_wave")
    lines = study.plan.lines.change
    return compare(study, study.materials.before, lines[0] if lines else Change())


def present(result: ChangeResult) -> Section:
    """Who took part, change a scale, difference in differences, change an item."""
    design = result.design
    methods = [say("change.method_paired" if design.paired else "change.method_independent")]
    methods.append(say("change.method_d"))
    references = ["bonett2008", "holm1979"]
    if result.differences:
        clustered = result.differences[0].fit.errors == "cluster"
        methods.append(say("change.method_did_cluster" if clustered else "change.method_did_hc3"))
        references += ["angrist2009", "cameron2015" if clustered else "long2000"]
    blocks: list[Block] = [matching_table(result), change_table(result)]
    if result.differences and design.groups is not None:
        blocks += [differences_table(result, design.groups), differences_figure(result)]
    if result.attrition:
        blocks.append(attrition_table(result))
    if result.items:
        blocks.append(item_figure(result))
    blocks += findings(result)
    return Section("change", say("change.title"), tuple(methods), tuple(blocks), tuple(references))


ANALYSIS = Analysis(
    "change",
    Label("Change between the two surveys", "前后测比较"),
    compute,
    present,
    WORDS,
    called_for=called_for,
)
