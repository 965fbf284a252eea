"""Scoring: reverse by the declared range, and the missing rule. Expected scores are worked by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey_kit.questionnaire.model import Item, Questionnaire, Scale
from survey_kit.report.blocks import Label
from survey_kit.responses.model import Responses
from survey_kit.scoring import reverse, score, score_items, score_scale

NAN = float("nan")


def scale(
    k: int, *, reversed_: tuple[int, ...] = (), rule: str = "mean", low: float = 1, high: float = 5
) -> Scale:
    items = tuple(Item(f"A{j}", Label.of(f"a{j}"), (), low, high, j in reversed_) for j in range(k))
    return Scale("a", Label.of("a"), items, score=rule)


def scored(rows: list[list[float]], one: Scale) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=list(one.item_ids), index=range(1, len(rows) + 1), dtype=float)
    return score(Responses(frame), Questionnaire("q", Label.of("q"), scales=(one,)))


def test_reversal_uses_the_declared_range_not_the_observed_one():
    # nobody ticks 5: with the observed ends 1 and 4 every score would be one too low
    result = scored([[1, 1], [4, 4], [2, 2]], scale(2, reversed_=(1,)))
    assert result.items["A1"].tolist() == [5, 2, 4]
    assert result.items["A0"].tolist() == [1, 4, 2]
    assert result.scales["a"].tolist() == [3, 3, 3]


def test_a_range_from_zero():
    assert reverse(np.array([0.0, 1.0, 6.0, NAN]), 0, 6).tolist()[:3] == [6, 5, 0]


@pytest.mark.parametrize(
    ("k", "answered", "scored_"),
    [(5, 4, True), (5, 3, False), (4, 4, True), (4, 3, False), (10, 8, True), (10, 7, False), (1, 1, True), (1, 0, False), (3, 2, False)],
)  # fmt: skip
def test_eighty_percent_of_the_items_must_be_answered(k, answered, scored_):
    row = [4.0] * answered + [NAN] * (k - answered)
    value = scored([row], scale(k)).scales["a"].iloc[0]
    assert (value == 4) if scored_ else np.isnan(value)


def test_a_mean_is_over_the_answered_items():
    assert scored([[1, 2, 3, 4, NAN]], scale(5)).scales["a"].iloc[0] == 2.5


def test_a_sum_with_a_gap_is_the_mean_times_the_number_of_items():
    one = scale(5, rule="sum")
    assert scored([[1, 2, 3, 4, 5], [1, 2, 3, 4, NAN]], one).scales["a"].tolist() == [15, 12.5]
    assert (one.low, one.high, one.midpoint) == (5, 25, 15)


def test_an_item_missing_from_the_file_counts_as_unanswered():
    one = scale(5)
    frame = pd.DataFrame({"A0": [3.0], "A1": [3.0], "A2": [3.0]})
    result = score(Responses(frame), Questionnaire("q", Label.of("q"), scales=(one,)))
    assert list(result.items.columns) == ["A0", "A1", "A2"]
    assert np.isnan(result.scales["a"].iloc[0])


def test_a_scale_of_which_the_file_holds_nothing_has_no_scores():
    result = score(
        Responses(pd.DataFrame({"x": [1.0]})), Questionnaire("q", Label.of("q"), scales=(scale(2),))
    )
    assert list(result.scales.columns) == []


def test_the_index_is_that_of_the_responses_and_answers_stay_as_ticked():
    frame = pd.DataFrame({"A0": [1.0, 2.0]}, index=[7, 12])
    before = frame.copy()
    assert list(score_items(frame, scale(1, reversed_=(0,)).items).index) == [7, 12]
    pd.testing.assert_frame_equal(frame, before)


answers = st.lists(
    st.lists(st.one_of(st.integers(1, 5).map(float), st.just(NAN)), min_size=5, max_size=5),
    min_size=1,
    max_size=12,
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(answers)
def test_reverse_of_reverse_is_the_answer(rows):
    values = np.array(rows)
    np.testing.assert_array_equal(reverse(reverse(values, 1, 5), 1, 5), values)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(answers)
def test_reversing_every_item_mirrors_the_score(rows):
    values = np.array(rows)
    plain = score_scale(values, scale(5))
    mirrored = score_scale(reverse(values, 1, 5), scale(5))
    np.testing.assert_allclose(mirrored, 6 - plain, rtol=0, atol=1e-12)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(answers)
def test_scores_lie_in_the_range_and_do_not_depend_on_order(rows):
    values = np.array(rows)
    scores = score_scale(values, scale(5))
    assert np.all(np.isnan(scores) | ((scores >= 1) & (scores <= 5)))
    np.testing.assert_allclose(score_scale(values[:, ::-1], scale(5)), scores, rtol=0, atol=1e-12)
    np.testing.assert_array_equal(score_scale(values[::-1], scale(5))[::-1], scores)
