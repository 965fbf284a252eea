"""One hypothesis put to its test."""

from __future__ import annotations

import math

import numpy as np

from survey_kit.analyses.analysis import Earlier
from survey_kit.analyses.correlations import CorrelationsResult
from survey_kit.analyses.groups import GroupsResult
from survey_kit.analyses.groups.comparison import Comparison, compare
from survey_kit.analyses.groups.division import divide
from survey_kit.analyses.hypotheses.modelled import logit_claim, model_claim
from survey_kit.analyses.hypotheses.outcome import Outcome, Place
from survey_kit.analyses.regression import RegressionResult
from survey_kit.analyses.regression.model import FittedRegression, fit_regression
from survey_kit.analyses.scales import ScalesResult
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.plan import Claim, Hypothesis, Regression
from survey_kit.report.blocks import Estimate, say
from survey_kit.stats.correlation import pearson
from survey_kit.stats.grouped import distinct_values
from survey_kit.stats.hierarchical import subset_test
from survey_kit.stats.mean_tests import FTest, TTest, one_sample_t
from survey_kit.stats.moments import moments
from survey_kit.stats.rank_tests import KruskalWallis, MannWhitney
from survey_kit.study import Study


def put_to_test(study: Study, hypothesis: Hypothesis, earlier: Earlier) -> Outcome:
    """Test a hypothesis as its claim says; what an earlier section has computed is taken from there.

    Raises
    ------
    NotApplicable, NotComputable
        The data cannot carry the test.
    """
    claim = hypothesis.claim
    asked = any(question.id == claim.outcome for question in study.questionnaire.all_questions)
    match claim.kind:
        case "interaction" | "indirect" | "index":
            return model_claim(study, hypothesis, earlier)
        case "coefficient" | "block" if asked:
            return logit_claim(study, hypothesis, earlier)
        case "difference" if asked:
            return model_claim(study, hypothesis, earlier)
    _need_scale(study, claim.outcome)
    match claim.kind:
        case "correlation":
            return _correlation_claim(study, hypothesis, earlier.get("correlations"))
        case "mean":
            return _mean_claim(study, hypothesis, earlier.get("scales"))
        case "difference":
            return _difference_claim(study, hypothesis, earlier.get("groups"))
        case _:
            return _regression_claim(study, hypothesis, earlier.get("regression"))


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
    title = say("regression.coefficients_title", outcome=fitted.label)
    place = Place("regression", title) if planned else None
    if len(columns) == 1:
        at = fit.at(columns[0].key)
        test = say(f"hypotheses.test_coefficient_{where}", df=fit.df2, t=float(fit.t[at]))
        estimate = Estimate(float(fit.b[at]), float(fit.low[at]), float(fit.high[at]), fit.level)
        p, p_hc3 = float(fit.p[at]), float(fit.p_hc3[at])
        return Outcome(hypothesis, test, fit.n, estimate, estimate.value, p, place, p_hc3)
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


def _correlation_claim(
    study: Study, hypothesis: Hypothesis, correlations: CorrelationsResult | None
) -> Outcome:
    """The correlation of the correlation table, or of the two scales where it has not both."""
    a, b = hypothesis.claim.outcome, hypothesis.claim.predictors[0]
    _need_scale(study, b)
    place = None
    if correlations and {a, b} <= set(correlations.ids):
        r = correlations.matrix
        place = Place("correlations", say("correlations.table_pairs"))
    else:
        pair = np.column_stack([study.scale_scores(a), study.scale_scores(b)])
        r = pearson(moments(pair, (a, b)), level=study.plan.level)
    at = r.names.index(a), r.names.index(b)
    n = int(r.n[at])
    estimate = Estimate(float(r.r[at]), float(r.low[at]), float(r.high[at]), r.level)
    test = say("hypotheses.test_correlation", df=n - 2)
    return Outcome(hypothesis, test, n, estimate, estimate.value, float(r.p[at]), place)


def _mean_claim(study: Study, hypothesis: Hypothesis, scales: ScalesResult | None) -> Outcome:
    """Against a value; the section on the scales has the test where that is the midpoint."""
    against = hypothesis.claim.value
    found = moments(study.scale_scores(hypothesis.claim.outcome).reshape(-1, 1), (hypothesis.claim.outcome,))
    mean, sd = float(found.mean[0]), float(found.sd[0])
    t = one_sample_t(found.n, mean, sd, against=against, level=study.plan.level)
    estimate = Estimate(mean, t.low + against, t.high + against, t.level)
    test = say("hypotheses.test_mean", against=against, df=t.df, t=t.t)
    same = any(
        line.id == hypothesis.claim.outcome and line.midpoint == against
        for line in (scales.lines if scales else ())
    )
    place = Place("scales", say("scales.table_midpoint")) if same else None
    return Outcome(hypothesis, test, found.n, estimate, t.difference, t.p, place)


def _difference_claim(study: Study, hypothesis: Hypothesis, groups: GroupsResult | None) -> Outcome:
    """As the section on groups compares them: the same joined groups, the same test."""
    found, shown = _comparison(study, hypothesis.claim, groups)
    lines = found.tested
    n = sum(line.n for line in lines)
    level = study.plan.level
    name = study.label(hypothesis.claim.predictors[0])
    if found.reason is not None:
        raise NotApplicable(found.reason.key, **found.reason.values)
    if not found.two and hypothesis.claim.direction != "!=":
        raise NotApplicable("hypotheses.no_direction", name=name)
    kind = "student" if study.plan.compat == "spss" else "welch"
    table = "groups.table_ranks" if found.ranks else "groups.table"
    place = Place("groups", say(table, question=name), found.p_holm) if shown else None
    match found.ranks or found.main:
        case TTest() as t:
            first, second = (line.label for line in lines)
            test = say(f"hypotheses.test_two_{kind}", first=first, second=second, df=t.df, t=t.t)
            estimate = Estimate(t.difference, t.low, t.high, level)
            return Outcome(hypothesis, test, n, estimate, t.difference, t.p, place)
        case FTest() as f:
            test = say(f"hypotheses.test_several_{kind}", df1=f.df1, df2=f.df2, f=f.f)
            return Outcome(hypothesis, test, n, found.omega2, 0.0, f.p, place)
        case MannWhitney() as u:
            test = say("hypotheses.test_two_ranks", z=u.z)
            estimate = Estimate(u.rank_biserial, math.nan, math.nan, level)
            return Outcome(hypothesis, test, n, estimate, u.rank_biserial, u.p, place)
        case KruskalWallis() as h:
            test = say("hypotheses.test_several_ranks", df=h.df, h=h.h)
            estimate = Estimate(h.epsilon2, math.nan, math.nan, level)
            return Outcome(hypothesis, test, n, estimate, 0.0, h.p, place)
        case _:
            raise NotApplicable("hypotheses.not_in_file", name=name)


def _comparison(study: Study, claim: Claim, groups: GroupsResult | None) -> tuple[Comparison, bool]:
    """From the section on groups where it has this comparison (True), else made in the same way."""
    name = claim.predictors[0]
    for question in groups.questions if groups else ():
        for each in question.comparisons:
            if (question.id, each.scale.id) == (name, claim.outcome):
                return each, True
    asked = next((q for q in study.questionnaire.all_questions if q.id == name), None)
    if asked is None or not study.has(asked):
        raise NotApplicable("hypotheses.not_in_file", name=study.label(name))
    scale = study.scale(claim.outcome)
    scores = distinct_values(study.scale_scores(claim.outcome))
    division = divide(study, asked, scores.index >= 0)
    ordinal = len(study.items_of(scale)) == 1
    return compare(scale, scores, division, study.plan, ordinal=ordinal), False
