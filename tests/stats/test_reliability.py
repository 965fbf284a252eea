"""Reliability against R (psych::alpha, factanal, t.test) and by its identities."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_kit.errors import NotComputable
from survey_kit.stats.discrimination import critical_ratio
from survey_kit.stats.moments import Moments, moments
from survey_kit.stats.reliability import cronbach_alpha, feldt_interval, reliability
from tests.stats.scales_data import PREFIXES, all_scales, expected, matrix, scale_moments

CLOSED = (
    "n",
    "alpha",
    "alpha_low",
    "alpha_high",
    "alpha_standardized",
    "mean_r",
    "item_rest_r",
    "alpha_if_dropped",
    "mean_if_dropped",
    "variance_if_dropped",
)


@pytest.mark.parametrize(("case", "scale"), all_scales())
def test_equal_to_r(case: str, scale: str) -> None:
    found = reliability(scale_moments(case, scale))
    reference = expected(case)["reliability"][scale]
    for name in CLOSED:
        # the rest scores of attitude are differences of sums near 400: 1e-9 there
        np.testing.assert_allclose(getattr(found, name), reference[name], rtol=1e-9, err_msg=name)
    # factanal stops at about 1e-7 in the uniquenesses
    np.testing.assert_allclose(found.omega.loadings, reference["loadings"], atol=1e-6)
    assert found.omega.value == pytest.approx(reference["omega_total"], abs=1e-7)


def test_omega_equals_lavaan() -> None:
    # lavaan 0.6-14, sum(l)^2 / (sum(l)^2 + sum(th)) of cfa(std.lv = TRUE) on 80 complete rows of q93;
    # its optimiser stops at 1e-7
    assert reliability(scale_moments("q93", "pay")).omega.value == pytest.approx(0.832668043025014, abs=2e-7)


@pytest.mark.parametrize("scale", PREFIXES)
@pytest.mark.parametrize("test", ["welch", "student"])
def test_critical_ratio_equals_r(scale: str, test: str) -> None:
    reference = expected("q93")["reliability"][scale]["critical_ratio"]
    names = tuple(f"{PREFIXES[scale]}{i}" for i in range(1, 6))
    found = critical_ratio(matrix("q93", names), equal_variances=test == "student")
    assert (found.n_low, found.n_high) == (reference["n_low"], reference["n_high"])
    for key in ("t", "df", "p"):
        np.testing.assert_allclose(getattr(found, key), [item[key] for item in reference[test]], rtol=1e-9)


def correlated(k: int, r: float, n: int = 100) -> Moments:
    cov = np.full((k, k), r) + (1 - r) * np.eye(k)
    return Moments(tuple(f"i{j}" for j in range(k)), n, np.zeros(k), cov)


@given(st.integers(3, 12), st.floats(0.05, 0.95))
def test_parallel_items(k: int, r: float) -> None:
    """Spearman–Brown: for parallel items alpha, standardized alpha and omega are one number."""
    found = reliability(correlated(k, r))
    prophecy = k * r / (1 + (k - 1) * r)
    assert found.alpha == pytest.approx(prophecy, abs=1e-12)
    assert found.alpha_standardized == pytest.approx(prophecy, abs=1e-12)
    assert found.omega.value == pytest.approx(prophecy, abs=1e-7)
    assert found.alpha_low <= found.alpha <= found.alpha_high


def test_negative_alpha_is_printed() -> None:
    found = reliability(correlated(3, -0.3))
    assert found.alpha == pytest.approx(3 / 2 * (1 - 3 / (3 - 1.8)))
    assert found.alpha_low < found.alpha < found.alpha_high < 0
    assert (found.item_rest_r < 0).all()


def test_item_scored_the_wrong_way_is_reported_not_mended() -> None:
    data = matrix("q93", ("PAY1", "PAY2", "PAY3", "PAY4", "PAY5")).copy()
    data[:, 2] = 6 - data[:, 2]
    found = reliability(moments(data, ("a", "b", "c", "d", "e")))
    assert found.item_rest_r[2] < 0
    assert found.omega.negative == ("c",)
    assert found.alpha < 0.6


def test_two_items() -> None:
    found = reliability(correlated(2, 0.5))
    assert found.alpha == pytest.approx(2 / 3)
    assert np.isnan(found.alpha_if_dropped).all()
    assert np.isnan(found.omega.value)
    assert found.omega.reason == "two_items"
    np.testing.assert_allclose(found.item_rest_r, [0.5, 0.5])


def test_constant_item_is_left_out_and_named() -> None:
    rng = np.random.default_rng(1)
    common = rng.normal(size=(40, 1))
    data = np.column_stack([common + rng.normal(size=(40, 3)), np.full(40, 3.0)])
    found = reliability(moments(data, ("a", "b", "c", "d")))
    assert found.constant == ("d",)
    assert found.alpha == reliability(moments(data[:, :3], ("a", "b", "c"))).alpha


def test_identical_items_have_alpha_one_and_no_omega() -> None:
    column = np.array([1.0, 2.0, 5.0, 4.0, 3.0, 3.0])
    found = reliability(moments(np.column_stack([column] * 3), ("a", "b", "c")))
    assert found.alpha == pytest.approx(1)
    assert found.omega.reason == "singular"
    assert found.alpha_low <= found.alpha + 1e-12


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (np.array([[1.0], [2.0]]), "withheld.too_few_items"),
        (np.array([[1.0, 2.0], [1.0, 3.0]]), "withheld.too_few_items"),
        (np.array([[1.0, 2.0], [2.0, 1.0], [3.0, 0.0]]), "withheld.total_constant"),
    ],
)
def test_what_is_not_computable(data: np.ndarray, key: str) -> None:
    with pytest.raises(NotComputable) as caught:
        reliability(moments(data, ("a", "b")[: data.shape[1]]))
    assert caught.value.key == key


def test_two_respondents() -> None:
    found = reliability(moments(np.array([[1.0, 2.0, 1.0], [2.0, 4.0, 5.0]]), ("a", "b", "c")))
    assert found.omega.reason == "too_few"
    assert found.alpha_low <= found.alpha <= found.alpha_high


def test_alpha_of_a_sum_without_variance_is_not_a_number() -> None:
    assert np.isnan(cronbach_alpha(np.array([[1.0, -1.0], [-1.0, 1.0]])))


def test_interval_narrows_with_n() -> None:
    widths = [np.diff(feldt_interval(0.8, n, 5))[0] for n in (20, 100, 1000, 100_000)]
    assert widths == sorted(widths, reverse=True)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (np.ones((30, 3)), "withheld.groups_overlap"),
        (np.array([[1.0, 2.0], [2.0, 3.0], [4.0, 5.0]]), "withheld.too_few"),
    ],
)
def test_no_extreme_groups(data: np.ndarray, key: str) -> None:
    with pytest.raises(NotComputable) as caught:
        critical_ratio(data)
    assert caught.value.key == key
