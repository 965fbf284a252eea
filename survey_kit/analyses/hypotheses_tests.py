"""One hypothesis put to its test."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from survey_kit.analyses.regression import RegressionResult
from survey_kit.analyses.regression_model import FittedRegression, fit_regression
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.plan import Claim, Hypothesis, Regression
from survey_kit.report.blocks import Estimate, Label, Say, say
from survey_kit.stats.correlation import pearson
from survey_kit.stats.effect_sizes import explained_variance
from survey_kit.stats.grouped import GroupMoments, distinct_values, group_counts, group_moments
from survey_kit.stats.hierarchical import subset_test
from survey_kit.stats.mean_tests import anova, one_sample_t, welch_anova, welch_t
from survey_kit.stats.moments import moments
from survey_kit.study import Study

Decision: TypeAlias = Literal["supported", "not_supported", "contrary"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A hypothesis that was tested.

    ``estimate`` is b, r, a mean, a mean difference, delta R² or omega², as ``test`` says; ``effect`` is what
    has a sign (0: no direction can be told). ``p_hc3`` accompanies coefficients only.
    """

    hypothesis: Hypothesis
    test: Say
    n: int
    estimate: Estimate
    effect: float
    p: float
    p_hc3: float = math.nan

    def decision(self, alpha: float) -> Decision:
        """Supported only when significant *and* of the stated sign."""
        if not self.p < alpha:
            return "not_supported"
        direction = self.hypothesis.claim.direction
        agrees = direction == "!=" or (self.effect > 0) == (direction == ">")
        return "supported" if agrees else "contrary"


@dataclass(frozen=True, slots=True)
class NotTested:
    """A hypothesis that these data cannot test, and why."""

    hypothesis: Hypothesis
    reason: Say


def put_to_test(study: Study, hypothesis: Hypothesis, regressions: RegressionResult | None) -> Outcome:
    """Test a hypothesis as its claim says.

    Raises
    ------
    NotApplicable, NotComputable
        The data cannot carry the test.
    """
    claim = hypothesis.claim
    _need_scale(study, claim.outcome)
    match claim.kind:
        case "coefficient" | "block":
            return _regression_claim(study, hypothesis, regressions)
        case "correlation":
            return _correlation_claim(study, hypothesis)
        case "mean":
            return _mean_claim(study, hypothesis)
        case "difference":
            return _difference_claim(study, hypothesis)


def _need_scale(study: Study, name: str) -> None:
    if not study.is_scale(name):
        raise NotApplicable("hypotheses.not_in_file", name=study.label(name))


def _regression_claim(study: Study, hypothesis: Hypothesis, regressions: RegressionResult | None) -> Outcome:
    claim = hypothesis.claim
    fitted, planned = _regression_with(study, claim, regressions)
    fit = fitted.final
    columns = [p for p in fitted.predictors if p.term in claim.predictors]
    lacking = set(claim.predictors) - {p.term for p in columns}
    if lacking:
        names = tuple(study.label(name) for name in claim.predictors if name in lacking)
        raise NotApplicable("hypotheses.not_in_model", names=names)
    where = "planned" if planned else "own"
    if len(columns) == 1:
        at = fit.at(columns[0].key)
        test = say(f"hypotheses.test_coefficient_{where}", df=fit.df2, t=float(fit.t[at]))
        estimate = Estimate(float(fit.b[at]), float(fit.low[at]), float(fit.high[at]), fit.level)
        return Outcome(
            hypothesis, test, fit.n, estimate, estimate.value, float(fit.p[at]), float(fit.p_hc3[at])
        )
    if claim.direction != "!=":
        raise NotApplicable("hypotheses.no_direction", name=study.label(claim.predictors[0]))
    together = subset_test(fit, [p.key for p in columns])
    test = say(f"hypotheses.test_block_{where}", df1=together.df1, df2=together.df2, f=together.f)
    estimate = Estimate(together.delta_r2, math.nan, math.nan, fit.level)
    return Outcome(hypothesis, test, fit.n, estimate, 0.0, together.p)


def _regression_with(
    study: Study, claim: Claim, regressions: RegressionResult | None
) -> tuple[FittedRegression, bool]:
    """The planned regression that has the predictors; else one of the outcome on them alone."""
    for fitted in regressions.fitted if regressions else ():
        terms = {p.term for p in fitted.predictors}
        if fitted.outcome == claim.outcome and set(claim.predictors) <= terms:
            return fitted, True
    for regression in study.plan.regressions:
        # planned but withheld, or without the predictor: the reason there is the reason here
        planned = {name for block in regression.blocks for name in block}
        if regression.outcome == claim.outcome and set(claim.predictors) <= planned:
            return fit_regression(study, regression, regression.outcome), True
    return fit_regression(study, Regression(claim.outcome, (claim.predictors,)), claim.outcome), False


def _correlation_claim(study: Study, hypothesis: Hypothesis) -> Outcome:
    a, b = hypothesis.claim.outcome, hypothesis.claim.predictors[0]
    _need_scale(study, b)
    pair = np.column_stack([study.scale_scores(a), study.scale_scores(b)])
    found = moments(pair, (a, b))
    r = pearson(found, level=study.plan.level)
    estimate = Estimate(float(r.r[0, 1]), float(r.low[0, 1]), float(r.high[0, 1]), r.level)
    test = say("hypotheses.test_correlation", df=found.n - 2)
    return Outcome(hypothesis, test, found.n, estimate, estimate.value, float(r.p[0, 1]))


def _mean_claim(study: Study, hypothesis: Hypothesis) -> Outcome:
    against = hypothesis.claim.value
    found = moments(study.scale_scores(hypothesis.claim.outcome).reshape(-1, 1), (hypothesis.claim.outcome,))
    mean, sd = float(found.mean[0]), float(found.sd[0])
    t = one_sample_t(found.n, mean, sd, against=against, level=study.plan.level)
    estimate = Estimate(mean, t.low + against, t.high + against, t.level)
    test = say("hypotheses.test_mean", against=against, df=t.df, t=t.t)
    return Outcome(hypothesis, test, found.n, estimate, t.difference, t.p)


def _difference_claim(study: Study, hypothesis: Hypothesis) -> Outcome:
    groups, labels = _groups(study, hypothesis.claim)
    level = study.plan.level
    if len(labels) == 2:
        t = welch_t(groups, level=level)
        test = say("hypotheses.test_two", first=labels[0], second=labels[1], df=t.df, t=t.t)
        estimate = Estimate(t.difference, t.low, t.high, level)
        return Outcome(hypothesis, test, groups.total, estimate, t.difference, t.p)
    if hypothesis.claim.direction != "!=":
        raise NotApplicable("hypotheses.no_direction", name=study.label(hypothesis.claim.predictors[0]))
    f = welch_anova(groups)
    share = explained_variance(anova(groups), level=level).omega2
    test = say("hypotheses.test_several", df1=f.df1, df2=f.df2, f=f.f)
    return Outcome(
        hypothesis, test, groups.total, Estimate(share.value, share.low, share.high, level), 0.0, f.p
    )


def _groups(study: Study, claim: Claim) -> tuple[GroupMoments, tuple[Label, ...]]:
    """Groups of two or more with their labels, in the order of the options."""
    name = claim.predictors[0]
    question = next((q for q in study.questionnaire.all_questions if q.id == name), None)
    if question is None or question.kind != "single" or name not in study.responses.frame.columns:
        raise NotApplicable("hypotheses.not_in_file", name=study.label(name))
    codes = study.codes(name)
    index = np.full(study.n, -1)
    for at, option in enumerate(question.options):
        index[codes == option.code] = at
    counted = group_counts(distinct_values(study.scale_scores(claim.outcome)), index, len(question.options))
    usable = np.flatnonzero(counted.counts.sum(axis=1) >= 2)
    if len(usable) < 2:
        raise NotApplicable("hypotheses.one_group", name=question.label)
    return group_moments(counted.select(usable)), tuple(question.options[at].label for at in usable)
