"""Which predictors account for how much of what is explained in an outcome?

R² divided among correlated predictors by LMG shares (Lindeman, Merenda & Gold, 1980; Grömping, 2006,
doi:10.18637/jss.v017.i01) with bootstrap intervals, and by relative weights beside them (Johnson, 2000,
doi:10.1207/S15327906MBR3501_1).
"""

from __future__ import annotations

from dataclasses import dataclass

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.conventions import explained_once
from survey_kit.analyses.importance.findings import findings
from survey_kit.analyses.importance.model import Divided, divide, line_name, planned
from survey_kit.analyses.importance.tables import figure, shares_table, weights_table
from survey_kit.analyses.importance.words import WORDS
from survey_kit.analyses.model_lines import WithheldLine, fit_lines
from survey_kit.report.blocks import Block, Heading, Label, Section, say
from survey_kit.study import Study

CONVENTIONS = frozenset(f"importance.note_{name}" for name in ("shares", "signs", "weights"))


@dataclass(frozen=True, slots=True)
class ImportanceResult:
    """The lines of the plan, in its order; at least one could be divided."""

    models: tuple[Divided | WithheldLine, ...]

    @property
    def divided(self) -> tuple[Divided, ...]:
        return tuple(each for each in self.models if isinstance(each, Divided))


def compute(study: Study, earlier: Earlier) -> ImportanceResult:  # noqa: ARG001
    """Divide R² for every line of the plan; without one, for every outcome among the predictors by role.

    Raises
    ------
    NotApplicable
        There is nothing to divide, or no line can be computed (the reason of the first is given).
    """
    return ImportanceResult(
        fit_lines(
            planned(study),
            lambda line, model_id: divide(study, line, model_id),
            lambda line: line_name(study, line),
            "importance.no_plan",
        )
    )


def present(result: ImportanceResult) -> Section:
    """Shares, their figure, relative weights and findings of every outcome."""
    blocks: list[Block] = []
    for each in result.models:
        if isinstance(each, WithheldLine):
            blocks.append(each.finding)
            continue
        if len(result.models) > 1:
            blocks.append(Heading(say("importance.heading", name=each.name)))
        blocks += [shares_table(each), figure(each), weights_table(each), *findings(each)]
    first = result.divided[0]
    methods = (
        say("importance.method", draws=first.found.draws, level=f"{100 * first.found.level:g}%"),
        say("importance.method_weights"),
    )
    return Section(
        "importance",
        say("importance.title"),
        methods,
        tuple(explained_once(blocks, CONVENTIONS)),
        ("lindeman1980", "gromping2006", "gromping2007", "johnson2000"),
    )


def called_for(study: Study) -> bool:
    """The plan has a line for it."""
    return bool(study.plan.lines.importance)


ANALYSIS = Analysis(
    "importance",
    Label("Relative importance of predictors", "预测变量的相对重要性分析"),
    compute,
    present,
    WORDS,
    called_for=called_for,
)
