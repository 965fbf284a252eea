"""What is true in the population of retention is found in samples of it: weights, shares, the young.

The ordinal model is in test_truth_of_models: R says what the population implies for it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from scipy.special import ndtr

from survey_kit.analyses import groups, importance, regression
from survey_kit.analyses.importance.model import Divided
from survey_kit.questionnaire.load import read_questionnaire
from survey_kit.questionnaire.model import Derivation, Questionnaire
from survey_kit.responses.derive import grouped
from survey_kit.responses.model import Responses
from survey_kit.scoring import score
from survey_kit.simulation import population_of, simulate
from survey_kit.simulation.population import Quality, cuts
from survey_kit.simulation.truth import Truth
from survey_kit.stats.mean_tests import TTest
from survey_kit.stats.relative_importance import lmg
from survey_kit.study import Study, resolve_plan

N, SEED = 1500, 20263
ATTENTIVE = Quality(0, 0, 0, 0)


@cache
def asked() -> Questionnaire:
    return read_questionnaire("retention")


@cache
def drawn(n: int, seed: int, *, effects: bool = False) -> tuple[Study, Truth]:
    """Attentive respondents; without group effects, as the implied truth supposes."""
    population = replace(population_of(asked()), quality=ATTENTIVE)
    sample = simulate(asked(), n, seed, population=population if effects else replace(population, effects=()))
    frame = sample.answers.copy()
    young = asked().question("young")
    assert isinstance(young.derived, Derivation)
    frame["young"] = grouped(frame["age"].to_numpy(dtype=float), young, young.derived)
    responses = Responses(frame)
    plan = replace(resolve_plan(asked(), responses, by=["young"]), bootstrap_draws=500)
    return Study(asked(), responses, score(responses, asked()), plan), sample.truth


def between(low: np.ndarray, truth: np.ndarray, high: np.ndarray) -> np.ndarray:
    return np.asarray((low <= truth) & (truth <= high))


def test_the_linear_models_recover_the_weights_of_the_scores() -> None:
    """With the score correlations known, the standardized coefficients are known: R^-1 r."""
    study, truth = drawn(N, SEED)
    at = {scale: k for k, scale in enumerate(truth.factors)}
    hits: list[bool] = []
    for fitted in regression.compute(study, {}).fitted:
        model = fitted.final
        keys = [name for name in model.names if name in at]
        inside, outcome = [at[name] for name in keys], at[fitted.outcome]
        beta = np.linalg.solve(
            truth.score_correlations[np.ix_(inside, inside)], truth.score_correlations[inside, outcome]
        )
        ratio = np.array([truth.sds[fitted.outcome] / truth.sds[name] for name in keys])
        place = [model.names.index(name) for name in keys]
        hits += list(between(model.low[place], beta * ratio, model.high[place]))
    assert len(hits) == 11
    assert sum(hits) >= 10


def test_the_shares_of_importance_are_those_of_the_population() -> None:
    study, truth = drawn(N, SEED)
    at = {scale: k for k, scale in enumerate(truth.factors)}
    found = importance.compute(study, {}).models[0]
    assert isinstance(found, Divided)
    inside = [at["stay"], *(at[name] for name in found.keys)]
    expected = lmg(truth.score_correlations[np.ix_(inside, inside)])
    assert between(found.found.lmg_low, expected, found.found.lmg_high).all()
    share = expected / expected.sum()
    assert between(found.found.share_low, share, found.found.share_high).all()


def mean_at(shift: float) -> float:
    """Mean stay score of people whose factor is shifted: items are normal with variance 1, cut at thresholds."""
    measured = population_of(asked()).measurements["stay"]
    means = []
    for item, loading, difficulty in zip(
        asked().scale("stay").items, measured.loadings, measured.difficulty, strict=True
    ):
        centre = measured.level - difficulty + loading * shift
        below = np.concatenate([[0.0], ndtr(cuts(5) - centre), [1.0]])
        codes = np.array([option.code for option in item.options])
        means.append(float(np.diff(below) @ codes))  # a reverse-worded item gets the mirrored answer
    return float(np.mean(means))


def test_the_young_differ_by_what_the_population_says() -> None:
    population = population_of(asked())
    shifts = next(each.shifts for each in population.effects if each.question == "age")
    share = np.array(population.answering["age"].p[0])  # type: ignore[union-attr]
    expected = np.array([mean_at(shift) for shift in shifts])
    young = np.array([False, True, True, False, False])
    truth = np.average(expected[young], weights=share[young]) - np.average(
        expected[~young], weights=share[~young]
    )
    assert truth == pytest.approx(-0.21, abs=0.005)  # what data/README.md says
    study, _ = drawn(N, SEED, effects=True)
    compared = groups.compute(study, {}).questions[0].comparisons
    test = next(each.main for each in compared if each.scale.id == "stay")
    assert isinstance(test, TTest)
    assert test.low <= truth <= test.high
    # the others differ on nothing else: no group effect of age is declared but that on stay
    told = [each.scale.id for each in compared if each.p_holm < 0.05]
    assert told == ["stay"]
