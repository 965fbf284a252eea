"""Does a predictor go with an outcome by way of mediators?

Indirect effects through one or several mediators, parallel or serial, for each line of the plan: least-squares
paths and products of paths, with percentile and bias-corrected and accelerated bootstrap intervals
(Preacher & Hayes, 2008, doi:10.3758/BRM.40.3.879; Hayes, 2022); Sobel's test for comparison only.
"""

from __future__ import annotations

from dataclasses import dataclass

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.conventions import explained_once
from survey_kit.analyses.mediation.findings import findings, indirect_sentences
from survey_kit.analyses.mediation.model import FittedMediation, fit_mediation, line_name
from survey_kit.analyses.mediation.tables import effects_table, path_figure, paths_table, sobel_table
from survey_kit.analyses.mediation.words import WORDS
from survey_kit.analyses.model_lines import WithheldLine, fit_lines
from survey_kit.report.blocks import Block, Finding, Heading, Label, Say, Section, say
from survey_kit.study import Study

CONVENTIONS = frozenset(
    f"mediation.note_{name}"
    for name in ("paths", "partial", "complete", "complete_groups", "sobel", "regression_interval", "figure")
)
"""Notes that hold for every model of the section."""


@dataclass(frozen=True, slots=True)
class MediationResult:
    """The mediation models of the plan, in its order; at least one is fitted."""

    models: tuple[FittedMediation | WithheldLine, ...]

    @property
    def fitted(self) -> tuple[FittedMediation, ...]:
        return tuple(each for each in self.models if isinstance(each, FittedMediation))

    @property
    def main_line(self) -> Say:
        """The first indirect effect in one sentence."""
        return next(indirect_sentences(self.fitted[0]))


def compute(study: Study, earlier: Earlier) -> MediationResult:  # noqa: ARG001
    """Fit every mediation of the plan.

    Raises
    ------
    NotApplicable
        The plan has none, or none can be computed (the reason of the first is given).
    """
    return MediationResult(
        fit_lines(
            study.plan.lines.mediation,
            lambda line, model_id: fit_mediation(study, line, model_id),
            lambda line: line_name(study, line),
            "mediation.no_plan",
        )
    )


def present(result: MediationResult) -> Section:
    """Paths, effects, Sobel's test, diagram and findings of every model."""
    first = result.fitted[0]
    methods = [
        say("mediation.method", draws=first.model.draws + first.model.lost, level=f"{100 * first.level:g}%")
    ]
    if any(each.data.covariates.columns for each in result.fitted):
        methods.append(say("mediation.method_covariates"))
    if any(each.structure == "serial" and len(each.mediators) > 1 for each in result.fitted):
        methods.append(say("mediation.method_serial"))
    blocks: list[Block] = [Finding(say("mediation.warn_cross_sectional"), "warning")]
    for each in result.models:
        if isinstance(each, WithheldLine):
            blocks.append(each.finding)
            continue
        if len(result.models) > 1:
            blocks.append(Heading(say("mediation.heading", name=each.name)))
        blocks += [paths_table(each), path_figure(each), effects_table(each), sobel_table(each)]
        blocks += findings(each)
    return Section(
        "mediation",
        say("mediation.title"),
        tuple(methods),
        tuple(explained_once(blocks, CONVENTIONS)),
        ("hayes2022", "preacher2008", "efron1987", "sobel1982", "maxwell2007"),
    )


ANALYSIS = Analysis(
    "mediation",
    Label("Mediation", "中介效应分析"),
    compute,
    present,
    WORDS,
    called_for=lambda study: bool(study.plan.lines.mediation),
)
