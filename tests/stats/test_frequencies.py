"""Counts and their denominators, against R's table() and by hand."""

import numpy as np
import pytest

from survey_kit.stats.frequencies import answer_percents, frequencies, multiple_response
from tests.stats.scales_data import expected, matrix


def test_multiple_response_equals_r() -> None:
    found = multiple_response(matrix("q93", tuple(f"MR{i}" for i in range(1, 7))))
    reference = expected("q93")["multiple"]
    assert list(found.counts) == reference["counts"]
    assert found.responses == reference["responses"] == reference["from_text"]
    assert found.cases == reference["cases"]
    np.testing.assert_allclose(found.percent_cases, 100 * np.array(reference["counts"]) / reference["cases"])
    assert sum(found.percent_responses) == pytest.approx(100)


def test_routed_past_leave_the_denominator_and_blanks_stay() -> None:
    chosen = np.array([[1.0, 0.0], [1.0, 1.0], [np.nan, np.nan], [0.0, 0.0], [np.nan, np.nan]])
    routed = np.array([False, False, False, False, True])
    found = multiple_response(chosen, routed=routed)
    assert (found.asked, found.cases, found.counts) == (4, 2, (2, 1))
    assert found.percent_asked == (50.0, 25.0)
    assert found.percent_cases == (100.0, 50.0)

    single = frequencies(np.array([1.0, 2.0, np.nan, 2.0, np.nan]), (1.0, 2.0, 3.0), routed=routed)
    assert (single.asked, single.answered, single.missing) == (4, 3, 1)
    assert single.percent == (25.0, 50.0, 0.0)
    assert single.percent_valid[1] == pytest.approx(200 / 3)


def test_nobody_asked_gives_no_percentage() -> None:
    found = frequencies(np.array([np.nan]), (1.0,), routed=np.array([True]))
    assert np.isnan(found.percent[0])
    assert np.isnan(multiple_response(np.full((2, 1), np.nan)).percent_responses[0])


def test_every_category_is_kept() -> None:
    percents = answer_percents(np.array([[5.0, np.nan], [5.0, np.nan]]), (1, 2, 3, 4, 5))
    assert percents[0].tolist() == [0, 0, 0, 0, 100]
    assert np.isnan(percents[1]).all()
