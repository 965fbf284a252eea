"""AHP, weights from scores, composite scores and raters, against base R (tests/golden/appraisal)."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey_kit.errors import NotComputable
from survey_kit.stats.ahp import joined, priorities, resampled_weights
from survey_kit.stats.composite import places, topsis, weighted_sum
from survey_kit.stats.fuzzy import (
    best_grade,
    defuzzified,
    largest_of_smaller,
    membership,
    undecided,
    weighted_average,
)
from survey_kit.stats.rank_stability import dirichlet_weights, kendall_tau_b, spearman, stability
from survey_kit.stats.rater_effects import drawn_raters, resampled_means, severity
from survey_kit.stats.weighting import critic_weights, entropy_weights

GOLDEN = json.loads((Path(__file__).parent.parent / "golden/appraisal/expected.json").read_text())
SCORES = np.array(GOLDEN["scores"])
EXACT = {"rtol": 1e-9, "atol": 1e-12}
FIGHTERS = np.array(
    [
        [2.0, 1500, 20000, 5.5, 5, 9],
        [2.5, 2700, 18000, 6.5, 3, 5],
        [1.8, 2000, 21000, 4.5, 7, 7],
        [2.2, 1800, 20000, 5.0, 5, 5],
    ]
)


def reciprocal(k: int, upper: list[float]) -> np.ndarray:
    matrix = np.eye(k)
    matrix[np.triu_indices(k, 1)] = upper
    lower = np.tril_indices(k, -1)
    matrix[lower] = 1 / matrix.T[lower]
    return matrix


WEALTH = reciprocal(
    7, [4, 9, 6, 6, 5, 5, 7, 5, 5, 3, 4, 1 / 5, 1 / 5, 1 / 7, 1 / 5, 1, 1 / 3, 1 / 3, 1 / 3, 1 / 3, 2]
)
HOUSE = reciprocal(
    8,
    [
        5,
        3,
        7,
        6,
        6,
        1 / 3,
        1 / 4,
        1 / 3,
        5,
        3,
        3,
        1 / 5,
        1 / 7,
        6,
        3,
        4,
        6,
        1 / 5,
        1 / 3,
        1 / 4,
        1 / 7,
        1 / 8,
        1 / 2,
        1 / 5,
        1 / 6,
        1 / 5,
        1 / 6,
        1 / 2,
    ],
)
EXPERTS = [
    reciprocal(5, [1, 3, 1 / 2, 2, 2, 1 / 2, 1, 1 / 3, 1 / 2, 2]),
    reciprocal(5, [2, 4, 1, 1, 3, 1 / 2, 1 / 2, 1 / 4, 1 / 3, 1]),
    reciprocal(5, [1, 2, 1 / 3, 1, 3, 1 / 2, 2, 1 / 5, 1 / 2, 3]),
]


def test_wealth_of_nations_as_in_r() -> None:
    found = priorities(WEALTH)
    np.testing.assert_allclose(found.weights, GOLDEN["wealth"]["weights"], **EXACT)
    assert found.lambda_max == pytest.approx(GOLDEN["wealth"]["lambda_max"], rel=1e-9)
    assert found.consistent


def test_choice_of_a_house_as_in_r_is_inconsistent() -> None:
    found, expected = priorities(HOUSE), GOLDEN["house"]
    np.testing.assert_allclose(found.weights, expected["weights"], **EXACT)
    assert found.lambda_max == pytest.approx(expected["lambda_max"], rel=1e-9)
    assert found.ci == pytest.approx((expected["lambda_max"] - 8) / 7, rel=1e-9)
    # the random index of eight criteria
    assert found.cr == pytest.approx(found.ci / 1.41, rel=1e-9)
    assert not found.consistent
    # a_ij against w_i / w_j of R's weights: the pair that is furthest off
    weights = np.array(expected["weights"])
    off = np.abs(np.log(HOUSE * weights / weights[:, None]))
    assert {found.worst[0].i, found.worst[0].j} == set(np.unravel_index(off.argmax(), off.shape))


def test_experts_joined_as_in_r() -> None:
    found = priorities(joined(EXPERTS))
    np.testing.assert_allclose(found.weights, GOLDEN["aij"]["weights"], **EXACT)
    assert found.lambda_max == pytest.approx(GOLDEN["aij"]["lambda_max"], rel=1e-9)
    np.testing.assert_allclose(joined(EXPERTS[::-1]), joined(EXPERTS), rtol=1e-12)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(0.1, 10), min_size=2, max_size=10))
def test_a_consistent_matrix_gives_its_weights_back(raw: list[float]) -> None:
    weights = np.array(raw) / sum(raw)
    found = priorities(weights[:, None] / weights)
    np.testing.assert_allclose(found.weights, weights, rtol=1e-8)
    assert found.cr == pytest.approx(0, abs=1e-9)
    assert found.weights.sum() == pytest.approx(1)


def test_more_than_ten_criteria() -> None:
    with pytest.raises(NotComputable):
        priorities(np.ones((11, 11)))


def test_weights_from_scores() -> None:
    np.testing.assert_allclose(entropy_weights(SCORES), GOLDEN["entropy"], **EXACT)
    np.testing.assert_allclose(critic_weights(SCORES), GOLDEN["critic"], **EXACT)
    np.testing.assert_allclose(entropy_weights(FIGHTERS), GOLDEN["fighters"]["entropy"], **EXACT)


def test_topsis() -> None:
    weights = np.array([0.2, 0.1, 0.1, 0.1, 0.2, 0.3])
    costs = np.array([False, False, False, True, False, False])
    np.testing.assert_allclose(topsis(FIGHTERS, weights, costs), GOLDEN["fighters"]["topsis"], **EXACT)
    np.testing.assert_allclose(topsis(SCORES, np.array(GOLDEN["given"])), GOLDEN["topsis"], **EXACT)
    with pytest.raises(NotComputable):
        topsis(np.ones((3, 2)), np.array([0.5, 0.5]))


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(12)), st.permutations(range(5)))
def test_order_of_people_and_criteria_changes_nothing(people: list[int], criteria: list[int]) -> None:
    turned = SCORES[people][:, criteria]
    for weights in (entropy_weights, critic_weights):
        np.testing.assert_allclose(weights(turned), weights(SCORES)[criteria], rtol=1e-9)
        assert weights(turned).sum() == pytest.approx(1)
    w = np.array(GOLDEN["given"])
    np.testing.assert_allclose(topsis(turned, w[criteria]), topsis(SCORES, w)[people], rtol=1e-9)


def test_constant_columns() -> None:
    data = np.column_stack([SCORES[:, 0], np.full(12, 80.0), SCORES[:, 1]])
    assert entropy_weights(data)[1] == 0
    assert critic_weights(data)[1] == 0
    for weights in (entropy_weights, critic_weights):
        with pytest.raises(NotComputable):
            weights(np.full((5, 2), 3.0))


def test_rank_correlations() -> None:
    other = np.array(GOLDEN["other"])[None, :]
    assert spearman(SCORES[:, 0], other)[0] == pytest.approx(GOLDEN["spearman"], rel=1e-9)
    assert kendall_tau_b(SCORES[:, 0], other)[0] == pytest.approx(GOLDEN["kendall"], rel=1e-9)


def test_fuzzy_by_hand() -> None:
    relation = np.array([[0.5, 0.5, 0.0, 0.0], [0.2, 0.3, 0.5, 0.0]])
    weights = np.array([0.6, 0.4])
    np.testing.assert_allclose(weighted_average(weights, relation), [0.38, 0.42, 0.2, 0])
    np.testing.assert_allclose(largest_of_smaller(weights, relation), np.array([0.5, 0.5, 0.4, 0]) / 1.4)
    assert defuzzified(np.array([0.38, 0.42, 0.2, 0]), np.array([95, 82.5, 67.5, 30])) == pytest.approx(84.25)
    # equal memberships: the lower grade
    assert best_grade(np.array([0.5, 0.5, 0.4, 0])) == 1
    assert membership(np.array([np.nan, 75.0]), (90, 75, 60)).tolist() == [[0, 0, 0, 0], [0, 1, 0, 0]]


def test_fuzzy_as_in_r() -> None:
    weights, expected = np.array(GOLDEN["given"]), GOLDEN["fuzzy"]
    relation = membership(SCORES, (90, 75, 60)).mean(axis=0)  # (5, 4): twelve ratings of each dimension
    average = weighted_average(weights, relation)
    np.testing.assert_allclose(average, expected["average"], **EXACT)
    np.testing.assert_allclose(largest_of_smaller(weights, relation), expected["cautious"], **EXACT)
    assert defuzzified(average, np.array([95, 82.5, 67.5, 30])) == pytest.approx(
        expected["points"], rel=1e-12
    )


def test_severity_is_a_one_sample_t_test() -> None:
    expected = GOLDEN["severity"]
    found = severity(SCORES[:, [0, 3]])
    assert found.effect[0] == pytest.approx(expected["effect"], rel=1e-9)
    assert found.low[0] == pytest.approx(expected["low"], rel=1e-9)
    assert found.high[0] == pytest.approx(expected["high"], rel=1e-9)
    assert found.p[0] == pytest.approx(expected["p"], rel=1e-9)
    assert found.effect[1] == pytest.approx(-found.effect[0])
    with pytest.raises(NotComputable):
        severity(SCORES[:, :1])


def test_raters_drawn_once_each_give_the_means() -> None:
    rng = np.random.default_rng(5)
    scores = rng.uniform(50, 100, (30, 2))
    scores[4, 0] = np.nan
    cell, rater = np.repeat(np.arange(10), 3), np.tile(np.arange(3), 10)
    found = resampled_means(scores, cell, rater, 11, np.ones((1, 3)))[0]
    np.testing.assert_allclose(found[:10], np.nanmean(scores.reshape(10, 3, 2), axis=1))
    assert np.isnan(found[10]).all()
    assert (drawn_raters(4, 50, rng).sum(axis=1) == 4).all()
    with pytest.raises(NotComputable):
        drawn_raters(2, 50, rng)


def test_means_over_drawn_raters_repeat_their_rows() -> None:
    rng = np.random.default_rng(4)
    scores = rng.integers(0, 100, (60, 3)).astype(float)
    scores[rng.random(scores.shape) < 0.2] = np.nan
    cell, rater = rng.integers(0, 7, 60), rng.integers(0, 4, 60)
    shares = drawn_raters(4, 5, rng)
    found = resampled_means(scores, cell, rater, 8, shares)
    for draw, share in enumerate(shares):
        often = share[rater].astype(int)
        repeated, where = np.repeat(scores, often, axis=0), np.repeat(cell, often)
        for at in range(8):
            for dimension in range(3):
                own = repeated[where == at, dimension]
                own = own[np.isfinite(own)]
                expected = own.mean() if len(own) else np.nan
                np.testing.assert_allclose(found[draw, at, dimension], expected)


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(0, 4), min_size=5, max_size=5), min_size=1, max_size=6))
def test_places_as_scipy_ranks(drawn: list[list[int]]) -> None:
    from scipy.stats import rankdata

    scores = np.array(drawn, dtype=float)
    np.testing.assert_array_equal(places(scores), rankdata(-scores, method="min", axis=1))


def test_a_shift_common_to_all_moves_no_departure() -> None:
    rng = np.random.default_rng(2)
    score = np.array([80.0, 75.0, 90.0, 60.0])
    found = stability(score, score + rng.normal(0, 5, (200, 1)), 1)
    np.testing.assert_allclose(found.away_low, score - score.mean())
    np.testing.assert_allclose(found.away_high, score - score.mean())
    assert (found.high - found.low > 5).all()


def test_weights_cut_off_memberships() -> None:
    # .6 and .4 of the ratings: both above the only weight of .35 that counts
    weights, relation = np.array([0.35, 0.35, 0.3]), np.tile([0.6, 0.4], (3, 1))
    assert undecided(largest_of_smaller(weights, relation))
    assert not undecided(weighted_average(weights, relation))


def test_stability() -> None:
    rng = np.random.default_rng(1)
    weights = np.array([0.2, 0.5, 0.3, 0.0, 0.0])
    drawn = dirichlet_weights(weights, 100, 4000, rng)
    np.testing.assert_allclose(drawn.mean(axis=0), weights, atol=0.005)
    # variance of a Dirichlet: w (1 - w) / (c + 1)
    np.testing.assert_allclose(drawn.var(axis=0), weights * (1 - weights) / 101, rtol=0.1)
    reference = weighted_sum(SCORES, weights)
    same = stability(reference, np.tile(reference, (3, 1)), best=2)
    assert (same.spearman == 1).all()
    assert same.first.sum() == 1
    np.testing.assert_array_equal(same.among_best, places(reference) <= 2)
    experts = resampled_weights(EXPERTS, 200, rng)
    np.testing.assert_allclose(experts.sum(axis=1), 1)
