"""Which predictors go with the outcome when the others are held constant, and how much do they explain?

Hierarchical linear regression by ordinary least squares for each regression of the plan: blocks of
predictors enter one after the other on the same respondents; R², its change and F for change
(Cohen, Cohen, West & Aiken, 2003); coefficients with classical and HC3 standard errors
(MacKinnon & White, 1985, doi:10.1016/0304-4076(85)90158-7; Long & Ervin, 2000, doi:10.1080/00031305.2000.10474549);
residual diagnostics and what they mean for this result.
"""

from __future__ import annotations

from dataclasses import dataclass

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.conventions import explained_once
from survey_kit.analyses.model_lines import fit_each
from survey_kit.analyses.regression.figures import coefficient_figure, residual_figure
from survey_kit.analyses.regression.findings import findings
from survey_kit.analyses.regression.model import (
    FittedRegression,
    WithheldRegression,
    fit_regression,
    named_by_outcome,
)
from survey_kit.analyses.regression.tables import (
    coefficient_table,
    diagnostics_table,
    models_table,
    summary_table,
)
from survey_kit.analyses.regression.words import WORDS
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.plan import Regression
from survey_kit.report.blocks import Block, Finding, Heading, Label, Say, Section, say
from survey_kit.study import Study

CONVENTIONS = frozenset(
    f"regression.note_{name}"
    for name in ("se", "models", "beta_dummies", "vif_dummies", "figure_interval", "figure_dummies")
)
"""Notes that hold for every regression of the section."""


@dataclass(frozen=True, slots=True)
class RegressionResult:
    """The regressions of the plan, in its order; at least one is fitted."""

    regressions: tuple[FittedRegression | WithheldRegression, ...]

    @property
    def fitted(self) -> tuple[FittedRegression, ...]:
        return tuple(each for each in self.regressions if isinstance(each, FittedRegression))

    @property
    def main_line(self) -> Say:
        """The first regression in one sentence."""
        return self.fitted[0].main_line


def compute(study: Study, earlier: Earlier) -> RegressionResult:  # noqa: ARG001
    """Fit every regression of the plan.

    Raises
    ------
    NotApplicable
        The plan has no regression, or none of them can be computed (the reason of the first is given).
    """
    planned = [each for each in study.plan.regressions if each.model not in ("binary", "ordinal")]
    if not planned:
        raise NotApplicable("regression.no_plan")

    def withheld(entry: tuple[str, Regression], reason: Say) -> WithheldRegression:
        regression_id, regression = entry
        return WithheldRegression(regression_id, regression.outcome, study.label(regression.outcome), reason)

    return RegressionResult(
        fit_each(named_by_outcome(planned), lambda entry: fit_regression(study, entry[1], entry[0]), withheld)
    )


def present(result: RegressionResult) -> Section:
    """Tables, figures and findings of every regression."""
    several_blocks = any(len(fitted.steps) > 1 for fitted in result.fitted)
    methods = [say("regression.method" if several_blocks else "regression.method_one")]
    if any(fitted.codings for fitted in result.fitted):
        methods.append(say("regression.method_dummies"))
    methods += [say("regression.method_se"), say("regression.method_checks")]
    blocks: list[Block] = []
    for each in result.regressions:
        if len(result.regressions) > 1:
            blocks.append(Heading(say("regression.heading", outcome=each.label)))
        if isinstance(each, WithheldRegression):
            text = say("regression.withheld", outcome=each.label, reason=each.reason)
            blocks.append(Finding(text, "warning"))
            continue
        blocks.append(summary_table(each))
        if len(each.steps) > 1:
            blocks.append(models_table(each))
        blocks += [coefficient_table(each), coefficient_figure(each)]
        blocks += [diagnostics_table(each), residual_figure(each)]
        blocks += findings(each)
    references = ["cohen2003", "mackinnon1985", "long2000", "koenker1981", "bollen1990"]
    if any(fitted.final.p_f < fitted.alpha for fitted in result.fitted):
        references.append("cohen1988")
    if any(len(coding.groups) > 2 for fitted in result.fitted for _, coding, _ in fitted.codings):
        references.append("fox1992")
    return Section(
        "regression",
        say("regression.title"),
        tuple(methods),
        tuple(explained_once(blocks, CONVENTIONS)),
        tuple(references),
    )


ANALYSIS = Analysis("regression", Label("Regression analysis", "回归分析"), compute, present, WORDS)
