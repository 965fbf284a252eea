"""Which predictors go with the answer to a single-choice question?

Binary logit for two answers, proportional-odds logit (McCullagh, 1980) for ordered ones, by maximum
likelihood: odds ratios with Wald intervals, likelihood-ratio tests of the model and of each block,
pseudo R² (McFadden, 1974; Nagelkerke, 1991), average marginal effects (Williams, 2012), the test of
parallel lines (Brant, 1990). Predictors that separate the answers are named and get no odds ratio.
"""

from __future__ import annotations

from dataclasses import dataclass

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.conventions import explained_once
from survey_kit.analyses.logit.figures import odds_figure
from survey_kit.analyses.logit.findings import findings, main_line
from survey_kit.analyses.logit.model import FittedLogit, WithheldLogit, fit_logit
from survey_kit.analyses.logit.tables import coefficient_table, effects_table, lines_table, models_table
from survey_kit.analyses.logit.words import WORDS
from survey_kit.analyses.model_lines import fit_each
from survey_kit.analyses.regression.model import named_by_outcome
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.plan import Regression
from survey_kit.report.blocks import Block, Finding, Heading, Label, Say, Section, say
from survey_kit.stats.parallel_lines import ParallelLines
from survey_kit.study import Study

CONVENTIONS = frozenset(
    f"logit.note_{name}" for name in ("lr", "wald", "ame", "ame_categories", "lines", "odds")
)
"""Notes that hold for every model of the section."""


@dataclass(frozen=True, slots=True)
class LogitResult:
    """The logit models of the plan, in its order; at least one is fitted."""

    models: tuple[FittedLogit | WithheldLogit, ...]

    @property
    def fitted(self) -> tuple[FittedLogit, ...]:
        return tuple(each for each in self.models if isinstance(each, FittedLogit))

    @property
    def main_line(self) -> Say:
        """The first model in one sentence."""
        return main_line(self.fitted[0])


def compute(study: Study, earlier: Earlier) -> LogitResult:  # noqa: ARG001
    """Fit every binary and ordinal regression of the plan.

    Raises
    ------
    NotApplicable
        The plan has none, or none can be estimated (the reason of the first is given).
    """
    planned = _planned(study)
    if not planned:
        raise NotApplicable("logit.no_plan")
    return LogitResult(
        fit_each(
            named_by_outcome(planned),
            lambda entry: fit_logit(study, entry[1], entry[0]),
            lambda entry, reason: WithheldLogit(study.label(entry[1].outcome), reason),
        )
    )


def present(result: LogitResult) -> Section:
    """Tables and findings of every model."""
    binary = any(fitted.binary for fitted in result.fitted)
    ordinal = any(not fitted.binary for fitted in result.fitted)
    methods, references = [], ["williams2012", "nagelkerke1991"]
    if binary:
        methods.append(say("logit.method_binary"))
    if ordinal:
        methods.append(say("logit.method_ordinal"))
        references += ["mccullagh1980", "brant1990"]
    methods.append(say("logit.method"))
    blocks: list[Block] = []
    for each in result.models:
        if len(result.models) > 1:
            blocks.append(Heading(say("regression.heading", outcome=each.label)))
        if isinstance(each, WithheldLogit):
            text = say("logit.withheld", outcome=each.label, reason=each.reason)
            blocks.append(Finding(text, "warning"))
            continue
        blocks += [models_table(each), coefficient_table(each), odds_figure(each), effects_table(each)]
        if isinstance(each.lines, ParallelLines):
            blocks.append(lines_table(each, each.lines))
        blocks += findings(each)
    if any(b.say.key == "logit.warn_effective" for b in blocks if isinstance(b, Finding)):
        references.append("harrell2015")
    return Section(
        "logit",
        say("logit.title"),
        tuple(methods),
        tuple(explained_once(blocks, CONVENTIONS)),
        tuple(references),
    )


def called_for(study: Study) -> bool:
    """Called for when the plan has a binary or ordinal regression."""
    return bool(_planned(study))


def _planned(study: Study) -> list[Regression]:
    return [each for each in study.plan.regressions if each.model in ("binary", "ordinal")]


ANALYSIS = Analysis(
    "logit", Label("Logistic regression", "Logistic回归分析"), compute, present, WORDS, called_for=called_for
)
