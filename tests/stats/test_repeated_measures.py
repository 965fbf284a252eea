"""Comparisons within persons against R, and what must not change."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import chdtrc

from survey_kit.errors import NotComputable
from survey_kit.stats.mean_tests import TTest
from survey_kit.stats.repeated_measures import (
    complete,
    friedman,
    paired_tests,
    within_anova,
    within_intervals,
)

GOLDEN = json.loads((Path(__file__).parents[1] / "golden/repeated/expected.json").read_text(encoding="utf-8"))
CASES = tuple(GOLDEN["within"])


def scores(case: str) -> np.ndarray:
    return np.array(GOLDEN["data"][case], dtype=float)


def close(value: float, **kwargs: float) -> object:
    return pytest.approx(value, rel=1e-9, abs=1e-300, **kwargs)


@pytest.mark.parametrize("case", CASES)
def test_analysis_of_variance_is_that_of_car(case: str) -> None:
    expected, found = GOLDEN["within"][case], within_anova(scores(case))
    assert (found.n, found.k) == (expected["n"], expected["k"])
    assert found.ss_effect == close(expected["ss_effect"])
    assert found.ss_error == close(expected["ss_error"])
    assert found.ss_persons == close(expected["ss_subjects"])
    assert (found.f, found.df1, found.df2) == (close(expected["F"]), expected["df1"], expected["df2"])
    assert found.p == pytest.approx(expected["p"], rel=1e-7)
    assert found.eta2_generalized == close(expected["ges"])
    assert found.eta2_partial.value == close(expected["partial"])
    low, high = expected["partial_ci"]
    assert (found.eta2_partial.low, found.eta2_partial.high) == pytest.approx((low, high), abs=1e-6)


@pytest.mark.parametrize("case", ["attitude", "shrout_fleiss"])
def test_sphericity_is_that_of_car_and_base_r(case: str) -> None:
    expected, found = GOLDEN["within"][case], within_anova(scores(case))
    assert found.sphericity is not None
    assert found.greenhouse_geisser is not None
    assert found.huynh_feldt is not None
    assert found.sphericity.w == close(expected["mauchly_w"])
    assert found.sphericity.p == pytest.approx(expected["mauchly_p"], rel=0.01)
    # R's own formula has 3k where Box has 3(k - 1): with that it is R's number
    p, df, chi2 = found.df1, found.n - 1, found.sphericity.chi2
    rho = 1 - (2 * p**2 + p + 2) / (6 * p * df)
    second = (p + 2) * (p - 1) * (p - 2) * (2 * p**3 + 6 * p**2 + 3 * found.k + 2)
    second /= 288 * (df * p * rho) ** 2
    one, two = (float(chdtrc(found.sphericity.df + more, chi2)) for more in (0, 4))
    assert one + second * (two - one) == pytest.approx(expected["mauchly_p"], rel=1e-8)
    assert found.greenhouse_geisser.epsilon == close(expected["gg"])
    assert found.greenhouse_geisser.p == pytest.approx(expected["p_gg"], rel=1e-7)
    assert found.huynh_feldt.epsilon == close(expected["hf"])
    assert found.huynh_feldt.p == pytest.approx(expected["p_hf"], rel=1e-7)


@pytest.mark.parametrize("case", CASES)
def test_friedman_is_that_of_base_r(case: str) -> None:
    expected, found = GOLDEN["within"][case]["friedman"], friedman(scores(case))
    assert found.chi2 == close(expected["chi2"])
    assert found.df == expected["df"]
    assert found.p == pytest.approx(expected["p"], rel=1e-8)
    assert found.w == close(expected["w"])


@pytest.mark.parametrize("case", CASES)
def test_paired_tests_are_those_of_base_r(case: str) -> None:
    for expected, found in zip(GOLDEN["within"][case]["paired"], paired_tests(scores(case)), strict=True):
        test = found.test
        assert isinstance(test, TTest)
        assert found.d_z is not None
        assert (test.t, test.df) == (close(expected["t"]), expected["df"])
        assert test.p == pytest.approx(expected["p"], rel=1e-8)
        assert found.p_holm == pytest.approx(expected["p_holm"], rel=1e-8)
        assert found.difference == close(expected["difference"])
        assert (test.low, test.high) == (close(expected["low"]), close(expected["high"]))
        assert found.d_z.value == close(expected["dz"])
        # effectsize's optimiser stops short
        assert (found.d_z.low, found.d_z.high) == pytest.approx(
            (expected["dz_low"], expected["dz_high"]), rel=2e-4, abs=1e-4
        )


def test_two_measures_are_a_paired_t_test() -> None:
    data = scores("sleep")
    (pair,) = paired_tests(data)
    found = within_anova(data)
    assert pair.test is not None
    assert found.f == close(pair.test.t**2)
    assert found.p == close(pair.test.p)
    assert found.sphericity is None
    low, high = within_intervals(data)
    # with two measures the half width is that of the difference over root two
    assert float((high - low)[0]) == close((pair.test.high - pair.test.low) / math.sqrt(2))


def test_hedges_g_shrinks_and_keeps_its_interval() -> None:
    for pair in paired_tests(scores("attitude")):
        assert pair.g_av is not None
        assert pair.g_av.low <= pair.g_av.value <= pair.g_av.high
        assert math.copysign(1, pair.g_av.value) == math.copysign(1, pair.difference)


@settings(max_examples=40, deadline=None)
@given(st.integers(3, 25), st.integers(2, 6), st.integers(0, 10**6))
def test_order_of_persons_and_measures_changes_nothing(n: int, k: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    data = random.integers(1, 6, (n, k)) + random.normal(0, 0.1, (n, k))
    mixed = data[random.permutation(n)][:, random.permutation(k)] * 2 + 7
    one, other = within_anova(data), within_anova(mixed)
    assert other.f == pytest.approx(one.f, rel=1e-8)
    assert other.eta2_generalized == pytest.approx(one.eta2_generalized, rel=1e-8)
    assert friedman(mixed).chi2 == pytest.approx(friedman(data).chi2, abs=1e-9)
    if one.greenhouse_geisser and other.greenhouse_geisser:
        assert other.greenhouse_geisser.epsilon == pytest.approx(one.greenhouse_geisser.epsilon, rel=1e-8)
        assert 1 / (k - 1) - 1e-9 <= one.greenhouse_geisser.epsilon <= 1 + 1e-9
    assert 0 <= one.eta2_partial.low <= one.eta2_partial.value <= one.eta2_partial.high <= 1


def test_more_measures_than_persons_leave_the_test_of_sphericity_out() -> None:
    found = within_anova(np.random.default_rng(1).normal(size=(4, 6)))
    assert found.sphericity is not None
    assert math.isnan(found.sphericity.w)
    assert found.greenhouse_geisser is not None
    assert math.isfinite(found.greenhouse_geisser.p)


def test_what_cannot_be_compared() -> None:
    alike = np.tile(np.arange(5.0)[:, None], (1, 3))
    for function in (within_anova, friedman):
        with pytest.raises(NotComputable):
            function(alike)
    with pytest.raises(NotComputable):
        within_anova(np.ones((2, 3)))
    with pytest.raises(NotComputable):
        complete(np.array([[1.0, np.nan], [2.0, 3.0], [4.0, 4.0]]))
    assert all(pair.test is None for pair in paired_tests(alike))
