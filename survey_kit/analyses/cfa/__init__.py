"""Do the answers fit the factors that the questionnaire declares?

Confirmatory factor analysis by maximum likelihood (Jöreskog 1969, doi:10.1007/BF02289343), one factor a scale, factors free to
correlate; robust standard errors and scaled χ² (Yuan & Bentler 2000, doi:10.1111/0081-1750.00078), by full information
where answers are missing (indices corrected by Zhang & Savalei 2023, doi:10.1037/met0000445). Composite reliability and
average variance extracted (Fornell & Larcker 1981, doi:10.1177/002224378101800104) with bootstrap intervals, HTMT (Henseler
et al. 2015, doi:10.1007/s11747-014-0403-8), and the rival model of a single factor (Podsakoff et al. 2003,
doi:10.1037/0021-9010.88.5.879).
"""

from __future__ import annotations

from dataclasses import dataclass

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.cfa import tables
from survey_kit.analyses.cfa.figure import path_diagram
from survey_kit.analyses.cfa.findings import findings, warnings
from survey_kit.analyses.cfa.measured import modelled_scales
from survey_kit.analyses.cfa.model import FactorModelResult, Refused, factor_model
from survey_kit.analyses.cfa.words import WORDS
from survey_kit.analyses.model_lines import fit_each
from survey_kit.questionnaire.lines import FactorModel
from survey_kit.report.blocks import Block, Finding, Heading, Label, Section, say
from survey_kit.study import Study


@dataclass(frozen=True, slots=True)
class CfaResult:
    """All factor models of the plan, in its order."""

    models: tuple[FactorModelResult | Refused, ...]
    alpha: float


def compute(study: Study, earlier: Earlier) -> CfaResult:  # noqa: ARG001
    """Fit every model of the plan, or one of all scales where it names none.

    Raises
    ------
    NotApplicable
        No model can be carried by the data.
    """
    draws = study.plan.bootstrap_draws

    def fit(entry: tuple[int, FactorModel]) -> FactorModelResult:
        number, line = entry
        return factor_model(study, str(number), line.label, modelled_scales(study, line.scales), draws=draws)

    models = fit_each(
        enumerate(study.plan.lines.cfa or (FactorModel(),), start=1),
        fit,
        lambda entry, reason: Refused(str(entry[0]), entry[1].label, reason),
    )
    return CfaResult(models, study.plan.alpha)


def present(result: CfaResult) -> Section:
    """For each model: fit, loadings, validity, path diagram, sentences."""
    blocks: list[Block] = []
    several = len(result.models) > 1
    for model in result.models:
        suffix = f"_{model.id}" if several else ""
        if several:
            number = int(model.id)
            key = "cfa.heading" if model.label is None else "cfa.heading_named"
            blocks.append(Heading(say(key, number=number, label=model.label)))
        if isinstance(model, Refused):
            blocks.append(Finding(say("cfa.refused", reason=model.reason), "warning"))
        else:
            blocks += _model(model, suffix, result.alpha)
    fitted = [model for model in result.models if isinstance(model, FactorModelResult)]
    methods = [say("cfa.methods"), say("cfa.methods_robust")]
    missing = any(model.full_information for model in fitted)
    correlated = any(model.pattern.factors > 1 for model in fitted)
    if missing:
        methods.append(say("cfa.methods_missing"))
    methods.append(say("cfa.methods_fit"))
    if correlated:
        methods.append(say("cfa.methods_validity"))
    references = (
        *("joreskog1969", "hu1999", "fornell1981", "hair2019"),
        *("yuan2000", "brosseauliard2012", "brosseauliard2014"),
        *(("enders2001", "zhang2023") if missing else ()),
        *(("henseler2015", "podsakoff2003") if correlated else ()),
        *(("bentler1987",) if any(model.small for model in fitted) else ()),
    )
    return Section("cfa", say("cfa.title"), tuple(methods), tuple(blocks), references)


def _model(model: FactorModelResult, suffix: str, alpha: float) -> list[Block]:
    blocks: list[Block] = [
        tables.fit_table(model, suffix),
        tables.indices_table(model, suffix),
        tables.loadings_table(model, suffix),
        tables.convergent_table(model, suffix),
    ]
    if model.pattern.factors > 1:
        blocks.append(tables.discriminant_table(model, suffix))
        blocks.append(tables.pairs_table(model, suffix))
    if (figure := path_diagram(model, suffix)) is not None:
        blocks.append(figure)
    return [*blocks, *findings(model, alpha), *warnings(model)]


ANALYSIS = Analysis(
    "cfa",
    Label("Confirmatory factor analysis", "验证性因子分析"),
    compute,
    present,
    WORDS,
    called_for=lambda study: bool(study.plan.lines.cfa),
)
