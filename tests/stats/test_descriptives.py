"""Descriptives against R (e1071, quantile type 6), NIST's certified values, and by their properties."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from survey_kit.stats.descriptives import describe
from tests.stats.scales_data import expected, matrix

NIST = json.loads((Path(__file__).parents[1] / "golden" / "nist_univariate" / "expected.json").read_text())
FIELDS = ("n", "mean", "sd", "se", "median", "min", "max", "q1", "q3", "skewness", "kurtosis")


@pytest.mark.parametrize("case", ["q93", "attitude"])
@pytest.mark.parametrize("name", [*FIELDS, "se_skewness", "se_kurtosis"])
def test_equal_to_r(case: str, name: str) -> None:
    items = tuple(expected(case)["items"])
    found = getattr(describe(matrix(case, items)), name)
    # closed forms: 1e-10 leaves room for the order of summation only
    np.testing.assert_allclose(found, [expected(case)["describe"][i][name] for i in items], rtol=1e-10)


@pytest.mark.parametrize("case", NIST["sets"], ids=lambda case: case["id"])
def test_nist_certified_values(case: dict) -> None:
    found = describe(np.array([float(text) for text in case["y"]]))
    # what double-precision decimals of the data allow: 8 digits of the SD of NumAcc4, 9 elsewhere
    digits = 8 if case["id"] == "numacc4" else 9
    assert found.mean[0] == pytest.approx(float(case["mean"]), rel=1e-14)
    assert found.sd[0] == pytest.approx(float(case["sd"]), rel=10.0**-digits)


def test_what_few_or_equal_answers_leave_undetermined() -> None:
    nan = np.nan
    data = np.array(
        [[nan, 3, 0.1, 1, 2], [nan, nan, 0.1, 2, nan], [nan, nan, 0.1, nan, 4], [nan, nan, 0.1, nan, 7]]
    )
    found = describe(data)
    assert found.n.tolist() == [0, 1, 4, 2, 3]
    assert found.missing.tolist() == [4, 3, 0, 2, 1]
    np.testing.assert_array_equal(found.mean, [nan, 3, 0.1, 1.5, 13 / 3])
    np.testing.assert_array_equal(found.sd[:3], [nan, nan, 0.0])
    assert np.isnan(found.skewness).tolist() == [True, True, True, True, False]
    assert np.isnan(found.kurtosis).all()
    assert np.isnan([found.min[0], found.max[0], found.median[0], found.q1[0]]).all()


def test_no_respondents() -> None:
    found = describe(np.empty((0, 2)))
    assert found.n.tolist() == [0, 0]
    assert np.isnan(found.mean).all()


answers = arrays(
    float, st.tuples(st.integers(4, 30), st.integers(1, 4)), elements=st.integers(1, 7).map(float)
)


@given(answers, st.integers(-50, 50), st.randoms())
def test_shift_and_order(data: np.ndarray, shift: int, random) -> None:
    order = list(range(len(data)))
    random.shuffle(order)
    one, other = describe(data), describe(data[order] + shift)
    np.testing.assert_allclose(other.mean, one.mean + shift, atol=1e-12)
    np.testing.assert_allclose(other.q3, one.q3 + shift, atol=1e-12)
    for name in ("sd", "skewness", "kurtosis"):
        np.testing.assert_allclose(getattr(other, name), getattr(one, name), atol=1e-9)


@given(answers)
def test_missing_answers_do_not_count(data: np.ndarray) -> None:
    gaps = np.vstack([data, np.full((3, data.shape[1]), np.nan)])
    one, other = describe(data), describe(gaps)
    for name in FIELDS:
        np.testing.assert_allclose(getattr(other, name), getattr(one, name), rtol=1e-12, atol=1e-12)
