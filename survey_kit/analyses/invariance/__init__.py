"""Do the scales measure the same in every group of a question?

The factor model of several groups at once (Meredith 1993, doi:10.1007/BF02294825) in three nested steps: the same factors
(configural), equal loadings (metric), equal loadings and intercepts (scalar). An equality is taken as supported when
CFI falls by no more than .010 (Cheung & Rensvold 2002, doi:10.1207/S15328007SEM0902_5; Chen 2007,
doi:10.1080/10705510701301834).
"""

from __future__ import annotations

from dataclasses import dataclass

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.cfa.measured import modelled_scales
from survey_kit.analyses.cfa.model import Refused
from survey_kit.analyses.invariance import tables
from survey_kit.analyses.invariance.findings import findings, warnings
from survey_kit.analyses.invariance.fitting import invariance_model
from survey_kit.analyses.invariance.means import latent_differences
from survey_kit.analyses.invariance.model import InvarianceModel
from survey_kit.analyses.invariance.words import WORDS
from survey_kit.analyses.model_lines import fit_each
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.lines import Invariance
from survey_kit.report.blocks import Block, Finding, Heading, Label, Section, say
from survey_kit.study import Study


@dataclass(frozen=True, slots=True)
class InvarianceResult:
    """All lines of the plan, in its order."""

    models: tuple[InvarianceModel | Refused, ...]
    alpha: float


def compute(study: Study, earlier: Earlier) -> InvarianceResult:  # noqa: ARG001
    """Fit the steps of every line of the plan.

    Raises
    ------
    NotApplicable
        The plan has no line, or none can be carried by the data.
    """
    if not study.plan.lines.invariance:
        raise NotApplicable("invariance.no_line")

    def fit(entry: tuple[int, Invariance]) -> InvarianceModel:
        number, line = entry
        return invariance_model(study, str(number), line.label, line.by, modelled_scales(study, line.scales))

    models = fit_each(
        enumerate(study.plan.lines.invariance, start=1),
        fit,
        lambda entry, reason: Refused(str(entry[0]), entry[1].label, reason),
    )
    return InvarianceResult(models, study.plan.alpha)


def present(result: InvarianceResult) -> Section:
    """For each line: fit of the steps, what each changes, where it fails or how the factors differ, sentences."""
    blocks: list[Block] = []
    several = len(result.models) > 1
    for model in result.models:
        suffix = f"_{model.id}" if several else ""
        if several:
            key = "invariance.heading" if model.label is None else "invariance.heading_named"
            blocks.append(Heading(say(key, number=int(model.id), label=model.label)))
        if isinstance(model, Refused):
            blocks.append(Finding(say("invariance.refused", reason=model.reason), "warning"))
        else:
            blocks += _model(model, suffix, result.alpha)
    fitted = [model for model in result.models if isinstance(model, InvarianceModel)]
    robust = any(model.by_robust for model in fitted)
    missing = any(model.full_information for model in fitted)
    methods = [
        say("invariance.methods"),
        *((say("invariance.methods_robust"),) if robust else ()),
        *((say("invariance.methods_missing"),) if missing else ()),
        say("invariance.methods_criteria"),
        say("invariance.methods_limit"),
    ]
    references = (
        *("meredith1993", "cheung2002", "chen2007", "hu1999", "steiger1998"),
        *(("yuan2000", "satorra2001", "brosseauliard2012", "brosseauliard2014") if robust else ()),
        *(("enders2001",) if missing else ()),
        *(("meade2007",) if any(model.small for model in fitted) else ()),
        *(("byrne1989",) if any(model.hints is not None for model in fitted) else ()),
    )
    return Section("invariance", say("invariance.title"), tuple(methods), tuple(blocks), references)


def _model(model: InvarianceModel, suffix: str, alpha: float) -> list[Block]:
    differences = latent_differences(model)
    shown = (
        tables.steps_table(model, suffix),
        tables.costs_table(model, suffix) if model.costs else None,
        tables.hints_table(model, suffix),
        tables.means_table(model, differences, suffix),
    )
    blocks: list[Block] = [table for table in shown if table is not None]
    return [*blocks, *findings(model, differences, alpha), *warnings(model)]


ANALYSIS = Analysis(
    "invariance",
    Label("Measurement invariance across groups", "跨组测量等值性"),
    compute,
    present,
    WORDS,
    called_for=lambda study: bool(study.plan.lines.invariance),
)
