"""Intraclass correlations against the printed table and against R, and what must not change."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey_kit.errors import NotComputable
from survey_kit.stats.intraclass import intraclass, limits_of_agreement

GOLDEN = json.loads((Path(__file__).parents[1] / "golden/repeated/expected.json").read_text(encoding="utf-8"))
PRINTED = (0.17, 0.29, 0.71, 0.44, 0.62, 0.91)


def scores(case: str) -> np.ndarray:
    return np.array(GOLDEN["data"][case], dtype=float)


def test_values_printed_by_shrout_and_fleiss() -> None:
    found = intraclass(scores("shrout_fleiss"))
    assert tuple(round(form.value, 2) for form in found.forms) == PRINTED


@pytest.mark.parametrize("case", tuple(GOLDEN["icc"]))
def test_all_forms_are_those_of_psych(case: str) -> None:
    found = intraclass(scores(case))
    for (expected,), form in zip(GOLDEN["icc"][case], found.forms, strict=True):
        assert form.value == pytest.approx(expected["ICC"], rel=1e-9)
        assert form.low == pytest.approx(expected["lower bound"], rel=1e-7, abs=1e-10)
        assert form.high == pytest.approx(expected["upper bound"], rel=1e-7)
        assert form.f == pytest.approx(expected["F"], rel=1e-9)
        assert (form.df1, form.df2) == (expected["df1"], expected["df2"])
        assert form.p == pytest.approx(expected["p"], rel=1e-6)
    assert [form.name for form in found.forms[3:]] == ["ICC(1,k)", "ICC(2,k)", "ICC(3,k)"]


@settings(max_examples=60, deadline=None)
@given(st.integers(3, 30), st.integers(2, 6), st.integers(0, 10**6))
def test_order_of_persons_and_raters_changes_nothing(n: int, k: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    data = random.normal(size=(n, 1)) + random.normal(size=(n, k))
    mixed = data[random.permutation(n)][:, random.permutation(k)] * 3 - 2
    for one, other in zip(intraclass(data).forms, intraclass(mixed).forms, strict=True):
        assert other.value == pytest.approx(one.value, rel=1e-6, abs=1e-8, nan_ok=True)
        assert math.isnan(one.low) or one.low <= one.value <= one.high <= 1


def test_perfect_agreement_is_one() -> None:
    found = intraclass(np.tile(np.arange(6.0)[:, None], (1, 3)))
    assert all((form.value, form.low, form.high) == (1.0, 1.0, 1.0) for form in found.forms)
    assert found.smallest_change == 0
    assert found.forms[0].f == math.inf


def test_a_constant_shift_costs_agreement_but_not_consistency() -> None:
    one = np.random.default_rng(3).normal(size=20)
    found = intraclass(np.column_stack([one, one + 1]))
    assert found.form("ICC(3,1)").value == pytest.approx(1.0)
    assert found.form("ICC(2,1)").value < 0.9
    assert found.sem_consistency == pytest.approx(0.0, abs=1e-6)
    # two measurements one apart: the variance of the measurements is a half
    assert found.sem_agreement == pytest.approx(math.sqrt(0.5), rel=1e-6)


def test_persons_who_do_not_differ() -> None:
    with pytest.raises(NotComputable):
        intraclass(np.tile(np.array([1.0, 2.0, 3.0]), (5, 1)))
    with pytest.raises(NotComputable):
        intraclass(np.ones((2, 2)))


def test_limits_of_agreement() -> None:
    first, second = scores("sleep").T
    found = limits_of_agreement(first, second)
    expected = GOLDEN["within"]["sleep"]["paired"][0]
    assert found.mean == pytest.approx(-expected["difference"])
    assert found.sd == pytest.approx(abs(expected["difference"] / expected["dz"]))
    assert found.upper - found.lower == pytest.approx(2 * 1.959963984540054 * found.sd)
    assert found.lower_interval[0] < found.lower < found.lower_interval[1] < found.upper
