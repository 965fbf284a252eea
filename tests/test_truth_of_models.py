"""The models of the chapter recover what the simulated populations imply, computed by R alone.

Every case draws `SAMPLES` samples and looks at three things whose chances of failing by accident are known:

- the mean estimate lies within 4.5 of its standard errors of the truth (one in 150,000 a number);
- an interval misses the truth in no more samples than a binomial number of probability .05 exceeds once in
  10,000: each number by itself, because numbers of one sample miss together;
- intervals are as wide as estimates vary: half width / 1.96 against the standard deviation of the estimates,
  which is itself known to about 1 / sqrt(2 SAMPLES); four of those.

No seed was chosen: they are 1 to SAMPLES.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.special import bdtrc

from survey_kit import read_questionnaire
from survey_kit.analyses import crosstab, ipa, logit, mediation, moderated_mediation, moderation, within
from survey_kit.analyses.crosstab.pairs import SeveralPair
from survey_kit.analyses.logit.tables import coefficient_table
from survey_kit.questionnaire.lines import CrossTable, Lines, Mediation
from survey_kit.questionnaire.load import shipped
from survey_kit.report.blocks import Estimate
from survey_kit.responses.model import Responses
from survey_kit.scoring import score
from survey_kit.simulation import population_of, simulate
from survey_kit.simulation.population import Quality
from survey_kit.simulation.truth import implied_truth
from survey_kit.stats.cfa import cfa as cfa_fit
from survey_kit.stats.cfa_model import factor_pattern
from survey_kit.stats.cfa_standardized import standardized
from survey_kit.stats.moments import moments
from survey_kit.stats.ordinal_reliability import ordinal_reliability
from survey_kit.stats.polychoric import polychoric
from survey_kit.study import Study, resolve_plan
from tests.golden.truth.populations import excerpt

GOLDEN = Path(__file__).parent / "golden" / "truth"
TRUTH = json.loads((GOLDEN / "expected.json").read_text(encoding="utf-8"))
SAMPLES, N, DRAWS = 24, 500, 199
BIAS, MISS, WIDTH = 4.5, 1e-4, 4 / np.sqrt(2 * SAMPLES)
MOST_MISSES = int(np.flatnonzero(bdtrc(np.arange(SAMPLES), SAMPLES, 0.05) < MISS)[0])

Shown = dict[str, Estimate]


@lru_cache(maxsize=5 * SAMPLES)
def study(name: str, seed: int) -> Study:
    """A sample of attentive people who leave nothing out; without effects of groups."""
    asked = read_questionnaire(name)
    people = replace(population_of(asked), effects=(), quality=Quality(0.0, 0.0, 0.0, 0.0))
    drawn = simulate(asked, N, seed, population=people)
    responses = Responses(drawn.answers, routed=drawn.routed)
    plan = replace(resolve_plan(asked, responses, seed=seed), bootstrap_draws=DRAWS)
    return Study(asked, responses, score(responses, asked), plan)


def planned(of: Study, **lines: Any) -> Study:
    """The sample under a plan of these lines alone."""
    return replace(of, plan=replace(of.plan, lines=Lines(**lines)))


def recovered(
    look: Callable[[int], Shown], truth: dict[str, float], error: dict[str, float] | None = None
) -> None:
    """Look at every sample and compare; ``error`` is the Monte Carlo error of a truth."""
    shown = [look(seed) for seed in range(1, SAMPLES + 1)]
    assert set(shown[0]) == set(truth)
    for name, true in truth.items():
        value, low, high = (
            np.array([getattr(each[name], key) for each in shown]) for key in ("value", "low", "high")
        )
        spread = value.std(ddof=1)
        apart = value.mean() - true
        assert abs(apart) < BIAS * np.hypot(spread / np.sqrt(SAMPLES), (error or {}).get(name, 0.0)), (
            name,
            apart,
            spread,
        )
        misses = int(((true < low) | (true > high)).sum())
        assert misses <= MOST_MISSES, (name, misses)
        ratio = float(np.mean(high - low) / 2 / 1.96 / spread)
        assert abs(ratio - 1) < WIDTH, (name, ratio)


def test_the_populations_are_those_of_the_questionnaires() -> None:
    held = json.loads((GOLDEN / "populations.json").read_text(encoding="utf-8"))
    assert held == {name: excerpt(name) for name in held}, "run populations.py and truth.R again"


@pytest.mark.parametrize("name", shipped())
def test_the_implied_truth_equals_r(name: str) -> None:
    """Gauss–Hermite and Mehler here, bivariate normal probabilities (good to 1e-7 or so) there."""
    asked = read_questionnaire(name)
    ours, theirs = implied_truth(asked, population_of(asked)), TRUTH[name]
    order = [theirs["scales"].index(factor) for factor in ours.factors]
    for key in ("means", "sds", "alphas"):
        assert_allclose(
            [getattr(ours, key)[factor] for factor in ours.factors], np.array(theirs[key])[order], rtol=1e-6
        )
    assert_allclose(
        ours.score_correlations, np.array(theirs["correlations"])[np.ix_(order, order)], atol=1e-6
    )


# -- mediation, moderation -------------------------------------------------------------------------


def effects(line: Mediation, name: str, seed: int) -> Shown:
    (fitted,) = mediation.compute(planned(study(name, seed), mediation=(line,)), {}).fitted
    model = fitted.model
    found: Shown = {}
    for key, fit in (("direct", model.outcome), ("total", model.total)):
        place = fit.at(model.predictor)
        found[key] = Estimate(float(fit.b[place]), float(fit.low[place]), float(fit.high[place]))
    for way, effect in zip(model.ways, model.indirect, strict=False):
        low, high = effect.percentile
        found["indirect_" + "_".join(str(k + 1) for k in way)] = Estimate(effect.value, low, high)
    return found


MEDIATIONS = {
    "pay": Mediation("stay", "pay", ("satisfaction",), ("gender", "age")),
    "workload": Mediation("stay", "workload", ("satisfaction",)),
    "serial": Mediation("stay", "pay", ("promotion", "satisfaction"), ("gender",), "serial"),
    "distributive": Mediation("leaving", "distributive", ("motivation",), ("gender", "age")),
}


@pytest.mark.parametrize("case", MEDIATIONS)
def test_mediation(case: str) -> None:
    name = "career" if case == "distributive" else "retention"
    recovered(partial(effects, MEDIATIONS[case], name), TRUTH[name]["mediation"][case])


def test_moderation() -> None:
    def look(seed: int) -> Shown:
        (fitted,) = moderation.compute(study("incentives", seed), {}).fitted
        fit = fitted.model.model
        place = fit.at(fitted.model.products[0])
        return {"product": Estimate(float(fit.b[place]), float(fit.low[place]), float(fit.high[place]))}

    truth = TRUTH["incentives"]["moderation"]
    recovered(look, {"product": truth["product"]}, {"product": truth["se"]})


def test_index_of_moderated_mediation() -> None:
    def look(seed: int) -> Shown:
        (fitted,) = moderated_mediation.compute(study("retention", seed), {}).fitted
        effect = fitted.model.index[0]
        return {"index": Estimate(effect.value, *effect.percentile)}

    truth = TRUTH["retention"]["index"]
    recovered(look, {"index": truth["value"]}, {"index": truth["se"]})


# -- logit -----------------------------------------------------------------------------------------


def _scales_only(of: Study) -> Study:
    """Without the background questions, which nothing depends on here: rare answers would separate."""
    scales = {scale.id for scale in of.scales}
    regressions = tuple(
        replace(
            each,
            blocks=(tuple(name for block in each.blocks for name in block if name in scales),),
            labels=(),
        )
        for each in of.plan.regressions
    )
    return replace(of, plan=replace(of.plan, regressions=regressions))


def odds(name: str, wanted: list[str], seed: int) -> Shown:
    """Log odds ratios from the table that a reader sees."""
    (fitted,) = logit.compute(_scales_only(study(name, seed)), {}).fitted
    cells = {row.key: row.cells[-1] for row in coefficient_table(fitted).rows}
    found: Shown = {}
    for key in wanted:
        ratio = cells[key]
        assert isinstance(ratio, Estimate)
        found[key] = Estimate(*(float(np.log(each)) for each in (ratio.value, ratio.low, ratio.high)))
    return found


@pytest.mark.parametrize("name", ["retention", "career"])
def test_logit(name: str) -> None:
    truth = TRUTH[name]["logit"]
    names = truth["names"]
    recovered(
        partial(odds, name, names),
        dict(zip(names, truth["b"], strict=True)),
        dict(zip(names, truth["se"], strict=True)),
    )


# -- factor models ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["career", "retention"])
def test_factor_model_of_the_answers(name: str) -> None:
    """Maximum likelihood on five-point answers: lavaan's solution of the implied covariances."""
    truth = TRUTH[name]["cfa"]
    scales = list(truth["loadings"])
    upper = np.triu_indices(len(scales), 1)
    values = [*(each for scale in scales for each in truth["loadings"][scale]), *truth["correlations"]]

    def look(seed: int) -> Shown:
        asked = study(name, seed)
        groups = tuple(tuple(item.id for item in asked.scale(scale).items) for scale in scales)
        pattern = factor_pattern(tuple(item for group in groups for item in group), groups)
        data = asked.scores.items[list(pattern.names)].to_numpy(dtype=float)
        found = standardized(cfa_fit(moments(data, pattern.names), pattern, data), robust=True)
        estimates = np.concatenate([found.loadings, found.correlations[upper]])
        half = 1.96 * np.concatenate([found.loadings_se, found.correlations_se[upper]])
        return {
            str(at): Estimate(float(v), float(v - h), float(v + h))
            for at, (v, h) in enumerate(zip(estimates, half, strict=True))
        }

    recovered(look, {str(at): value for at, value in enumerate(values)})


def test_ordered_categories_give_the_declared_loadings() -> None:
    """Polychoric correlations undo the categories: alpha and omega of the declared loadings. No intervals there."""
    declared = excerpt("career")["scale"]
    found: dict[str, list[list[float]]] = {}
    for seed in range(1, SAMPLES + 1):
        asked = study("career", seed)
        for scale in asked.scales[3:7]:
            data = asked.item_scores(scale)
            data = data[np.isfinite(data).all(axis=1)]
            estimated = polychoric(data, [item.id for item in scale.items])
            reliability = ordinal_reliability(estimated)
            upper = np.triu_indices(len(scale.items), 1)
            found.setdefault(scale.id, []).append(
                [reliability.alpha, reliability.omega, *estimated.rho[upper]]
            )
    for name, rows in found.items():
        loadings = np.array(declared[name]["loadings"])
        k = len(loadings)
        r = np.outer(loadings, loadings)
        between = r[np.triu_indices(k, 1)]
        total = 2 * between.sum()
        alpha = k / (k - 1) * total / (k + total)
        omega = loadings.sum() ** 2 / (loadings.sum() ** 2 + (1 - loadings**2).sum())
        values = np.array(rows)
        z = (values.mean(axis=0) - [alpha, omega, *between]) / (values.std(axis=0, ddof=1) / np.sqrt(SAMPLES))
        assert np.abs(z).max() < BIAS, (name, z)


# -- means and tables ------------------------------------------------------------------------------


def test_differences_within_persons() -> None:
    means = dict(zip(TRUTH["performance"]["scales"], TRUTH["performance"]["means"], strict=True))
    names = ("planning", "monitoring", "evaluation", "feedback")
    pairs = [(a, b) for at, a in enumerate(names) for b in names[at + 1 :]]

    def look(seed: int) -> Shown:
        (found,) = within.compute(study("performance", seed), {}).comparisons
        assert isinstance(found, within.Comparison)
        return {
            f"{a}-{b}": Estimate(test.test.difference, test.test.low, test.test.high)
            for (a, b), test in zip(pairs, found.pairs, strict=True)
        }

    recovered(look, {f"{a}-{b}": means[a] - means[b] for a, b in pairs})


def test_importance_and_performance_of_the_items() -> None:
    items = TRUTH["performance"]["item_means"]

    def look(seed: int) -> Shown:
        asked = study("performance", seed)
        (found,) = ipa.compute(replace(asked, plan=replace(asked.plan, bootstrap_draws=20)), {}).comparisons
        return {f"{axis}{at}": each for axis in "xy" for at, each in enumerate(getattr(found.placing, axis))}

    truth = {f"x{at}": value for at, value in enumerate(items["satisfaction"])}
    truth |= {f"y{at}": value for at, value in enumerate(items["importance"])}
    recovered(look, truth)


def test_what_is_independent_is_found_dependent_as_often_as_alpha() -> None:
    """Difficulties do not depend on age, nor looking elsewhere when nothing shifts the wish to leave."""
    pairs = {"retention": CrossTable("difficulties", "age"), "career": CrossTable("considered", "age")}
    rejected = dict.fromkeys(pairs, 0)
    for seed in range(1, SAMPLES + 1):
        for name, line in pairs.items():
            (pair,) = crosstab.compute(planned(study(name, seed), crosstab=(line,)), {}).pairs
            rejected[name] += (pair.p if isinstance(pair, SeveralPair) else pair.test.p) < 0.05
    assert max(rejected.values()) <= MOST_MISSES, rejected
