"""Does an indirect effect differ with a moderator of its first stage?

For each line of the plan: conditional indirect effects one SD below, at and above the mean of the moderator or in its
groups, and the index of moderated mediation (Hayes, 2015, doi:10.1080/00273171.2014.962683) with bootstrap intervals.
"""

from __future__ import annotations

from dataclasses import dataclass

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.conventions import explained_once
from survey_kit.analyses.model_lines import WithheldLine, fit_lines
from survey_kit.analyses.moderated_mediation.findings import findings, index_sentences
from survey_kit.analyses.moderated_mediation.model import (
    FittedModeratedMediation,
    fit_moderated_mediation,
    line_name,
)
from survey_kit.analyses.moderated_mediation.tables import effects_table, paths_table
from survey_kit.analyses.moderated_mediation.words import WORDS
from survey_kit.report.blocks import Block, Finding, Heading, Label, Say, Section, say
from survey_kit.study import Study

CONVENTIONS = frozenset({"moderated_mediation.note_centred"})
"""Notes that hold for every model of the section."""


@dataclass(frozen=True, slots=True)
class ModeratedMediationResult:
    """The moderated mediations of the plan, in its order; at least one is fitted."""

    models: tuple[FittedModeratedMediation | WithheldLine, ...]

    @property
    def fitted(self) -> tuple[FittedModeratedMediation, ...]:
        return tuple(each for each in self.models if isinstance(each, FittedModeratedMediation))

    @property
    def main_line(self) -> Say:
        """The first index in one sentence."""
        return next(index_sentences(self.fitted[0]))


def compute(study: Study, earlier: Earlier) -> ModeratedMediationResult:  # noqa: ARG001
    """Fit every moderated mediation of the plan.

    Raises
    ------
    NotApplicable
        The plan has none, or none can be computed (the reason of the first is given).
    """
    return ModeratedMediationResult(
        fit_lines(
            study.plan.lines.moderated_mediation,
            lambda line, model_id: fit_moderated_mediation(study, line, model_id),
            lambda line: line_name(study, line),
            "moderated_mediation.no_plan",
        )
    )


def present(result: ModeratedMediationResult) -> Section:
    """Both equations, conditional effects, index and findings of every model."""
    first = result.fitted[0]
    methods = say(
        "moderated_mediation.method",
        draws=first.model.draws + first.model.lost,
        level=f"{100 * first.level:g}%",
    )
    blocks: list[Block] = [Finding(say("moderated_mediation.warn_cross_sectional"), "warning")]
    for each in result.models:
        if isinstance(each, WithheldLine):
            blocks.append(each.finding)
            continue
        if len(result.models) > 1:
            blocks.append(Heading(say("moderated_mediation.heading", name=each.name)))
        blocks += [paths_table(each), effects_table(each)]
        blocks += findings(each)
    return Section(
        "moderated_mediation",
        say("moderated_mediation.title"),
        (methods,),
        tuple(explained_once(blocks, CONVENTIONS)),
        ("hayes2015", "efron1987", "maxwell2007"),
    )


ANALYSIS = Analysis(
    "moderated_mediation",
    Label("Moderated mediation", "有调节的中介效应分析"),
    compute,
    present,
    WORDS,
    called_for=lambda study: bool(study.plan.lines.moderated_mediation),
)
