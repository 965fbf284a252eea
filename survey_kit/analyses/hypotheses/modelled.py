"""Hypotheses that a model of the plan decides: indirect effects, interactions, questions as outcomes."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar, cast

from survey_kit.analyses.analysis import Earlier
from survey_kit.analyses.crosstab.pairs import Pair, SeveralPair, cross
from survey_kit.analyses.crosstab.tables import v_of
from survey_kit.analyses.hypotheses.outcome import Outcome, Place
from survey_kit.analyses.logit.model import FittedLogit, fit_logit
from survey_kit.analyses.logit.tables import odds_ratio
from survey_kit.analyses.mediation.model import FittedMediation, fit_mediation
from survey_kit.analyses.model_lines import WithheldLine
from survey_kit.analyses.moderated_mediation.model import FittedModeratedMediation, fit_moderated_mediation
from survey_kit.analyses.moderation.model import FittedModeration, fit_moderation
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.claim_lines import deciding_line, deciding_regression, line_to_write
from survey_kit.questionnaire.lines import CrossTable, Mediation, ModeratedMediation, Moderation
from survey_kit.questionnaire.plan import Claim, Hypothesis
from survey_kit.report.blocks import Estimate, Say, say
from survey_kit.stats.mediation import BootstrapEffect
from survey_kit.stats.wald import joint_wald
from survey_kit.study import Study

Line = TypeVar("Line")


def model_claim(study: Study, hypothesis: Hypothesis, earlier: Earlier) -> Outcome:
    """Test what a line of the plan decides: an indirect effect, an interaction, an index, a cross table.

    Raises
    ------
    NotApplicable, NotComputable
        The plan has no such line, or the data cannot carry it.
    """
    lines = study.plan.lines
    match deciding_line(hypothesis.claim, lines):
        case Mediation() as line:
            mediation: FittedMediation = _model(
                earlier.get("mediation"), lines.mediation, line, partial(fit_mediation, study, line)
            )
            return _indirect(hypothesis, line, mediation)
        case Moderation() as line:
            moderation: FittedModeration = _model(
                earlier.get("moderation"), lines.moderation, line, partial(fit_moderation, study, line)
            )
            return _interaction(hypothesis, moderation)
        case ModeratedMediation() as line:
            staged: FittedModeratedMediation = _model(
                earlier.get("moderated_mediation"),
                lines.moderated_mediation,
                line,
                partial(fit_moderated_mediation, study, line),
            )
            return _index(hypothesis, staged)
        case CrossTable() as line:
            return _crossed(hypothesis, _pair(study, line, earlier))
        case None:
            raise NotApplicable("hypotheses.no_model", line=line_to_write(hypothesis.claim))


def _model(result: Any, lines: Sequence[Line], line: Line, fit: Callable[[str], Any]) -> Any:
    """The fitted model of a line: that of the section before, else fitted in the same way."""
    at = lines.index(line)
    if result is None:
        return fit(f"model_{at + 1}")
    found = result.models[at]
    if isinstance(found, WithheldLine):
        raise NotApplicable(found.reason.key, **found.reason.values)
    return found


def _indirect(hypothesis: Hypothesis, line: Mediation, fitted: FittedMediation) -> Outcome:
    way = tuple(line.mediators.index(name) for name in hypothesis.claim.predictors[1:])
    effect = fitted.model.indirect[fitted.model.ways.index(way)]
    test = say("hypotheses.test_indirect", level=f"{100 * fitted.level:g}%")
    place = Place("mediation", say("mediation.effects_title", name=fitted.name))
    return _bootstrapped(hypothesis, effect, (test, fitted.model.n, place), fitted.level)


def _index(hypothesis: Hypothesis, fitted: FittedModeratedMediation) -> Outcome:
    if len(fitted.model.index) > 1:
        raise NotApplicable("hypotheses.several_indexes", name=fitted.moderator)
    test = say("hypotheses.test_index", level=f"{100 * fitted.level:g}%")
    place = Place("moderated_mediation", say("moderated_mediation.effects_title", name=fitted.name))
    return _bootstrapped(hypothesis, fitted.model.index[0], (test, fitted.model.n, place), fitted.level)


def _bootstrapped(
    hypothesis: Hypothesis, effect: BootstrapEffect, shown: tuple[Say, int, Place], level: float
) -> Outcome:
    test, n, place = shown
    low, high = effect.percentile
    if not low <= effect.value <= high:  # a percentile interval need not hold the estimate
        low = high = math.nan
    estimate = Estimate(effect.value, low, high, level)
    bca = effect.bca[0] > 0 or effect.bca[1] < 0
    return Outcome(
        hypothesis, test, n, estimate, effect.value, effect.p, place, bca=bca, unsettled=effect.unsettled
    )


def _interaction(hypothesis: Hypothesis, fitted: FittedModeration) -> Outcome:
    model = fitted.model.model
    place = Place("moderation", say("moderation.coefficients_title", name=fitted.name))
    if len(fitted.model.products) == 1:
        at = model.at(fitted.model.products[0])
        test = say("hypotheses.test_interaction", df=model.df2, t=float(model.t[at]))
        estimate = Estimate(float(model.b[at]), float(model.low[at]), float(model.high[at]), model.level)
        p, p_hc3 = float(model.p[at]), float(model.p_hc3[at])
        return Outcome(hypothesis, test, model.n, estimate, estimate.value, p, place, p_hc3)
    if hypothesis.claim.direction != "!=":
        raise NotApplicable("hypotheses.no_direction", name=fitted.moderator)
    change = fitted.model.change
    test = say("hypotheses.test_interaction_groups", df1=change.df1, df2=change.df2, f=change.f)
    estimate = Estimate(change.delta_r2, math.nan, math.nan, model.level)
    return Outcome(hypothesis, test, model.n, estimate, 0.0, change.p, place)


def logit_claim(study: Study, hypothesis: Hypothesis, earlier: Earlier) -> Outcome:
    """Coefficients in the planned logit model of a single-choice question.

    Raises
    ------
    NotApplicable, NotComputable
        The plan has no such model, the data cannot carry it, or a predictor is not in it.
    """
    claim = hypothesis.claim
    fitted = _logit(study, claim, earlier)
    columns = [p for p in fitted.predictors if p.term in claim.predictors]
    lacking = set(claim.predictors) - {p.term for p in columns}
    if lacking:
        names = tuple(study.label(name) for name in claim.predictors if name in lacking)
        raise NotApplicable("hypotheses.not_in_model", names=names)
    fit = fitted.final
    place = Place("logit", say("logit.coefficients_title", outcome=fitted.label))
    if len(columns) == 1:
        at = fit.at(columns[0].key)
        test = say("hypotheses.test_odds_ratio", z=float(fit.z[at]))
        return Outcome(
            hypothesis, test, fit.n, odds_ratio(fit, at), float(fit.b[at]), float(fit.p[at]), place
        )
    if claim.direction != "!=":
        raise NotApplicable("hypotheses.no_direction", name=study.label(claim.predictors[0]))
    together = joint_wald(fit, [p.key for p in columns])
    test = say("hypotheses.test_odds_ratios", df=together.df, chi2=together.statistic)
    return Outcome(hypothesis, test, fit.n, _no_estimate(fit.level), 0.0, together.p, place)


def _logit(study: Study, claim: Claim, earlier: Earlier) -> FittedLogit:
    regression = deciding_regression(claim, study.plan.regressions)
    if regression is None or regression.model == "linear":
        raise NotApplicable("hypotheses.no_model", line=line_to_write(claim))
    planned = [each for each in study.plan.regressions if each.model in ("binary", "ordinal")]
    if "logit" not in earlier:
        return fit_logit(study, regression, regression.outcome)
    found = earlier["logit"].models[planned.index(regression)]
    if not isinstance(found, FittedLogit):
        raise NotApplicable(found.reason.key, **found.reason.values)
    return found


def _pair(study: Study, line: CrossTable, earlier: Earlier) -> Pair:
    pair_id = f"{line.question}_{line.by}"
    pairs = earlier["crosstab"].pairs if "crosstab" in earlier else ()
    found = next((pair for pair in pairs if pair.id == pair_id), None)
    return cast(Pair, found) if found is not None else cross(study, line)


def _crossed(hypothesis: Hypothesis, pair: Pair) -> Outcome:
    if isinstance(pair, SeveralPair):
        place = Place("crosstab", say("crosstab.options_title", question=pair.question, by=pair.by))
        if pair.permuted is None:
            test = say("hypotheses.test_several_answers", df=pair.overall.df, chi2=pair.overall.statistic)
        else:
            test = say("hypotheses.test_several_answers_permuted", total=pair.overall.total)
        level = next(tested.chi.level for tested in pair.tests if tested is not None)
        return Outcome(hypothesis, test, pair.n, _no_estimate(level), 0.0, pair.p, place)
    place = Place("crosstab", say("crosstab.tests_title"))
    chi = pair.test.chi
    if pair.test.exact is None:
        test = say("hypotheses.test_crosstab", df=chi.df, chi2=chi.statistic)
    else:
        test = say("hypotheses.test_crosstab_exact")
    return Outcome(hypothesis, test, pair.n, v_of(pair.test), 0.0, pair.test.p, place)


def _no_estimate(level: float) -> Estimate:
    return Estimate(math.nan, math.nan, math.nan, level)
