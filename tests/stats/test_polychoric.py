"""Polychoric correlations, ordinal alpha and omega against R (lavaan, psych) and by their properties."""

import csv
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from survey_kit.errors import NotComputable
from survey_kit.stats.bivariate_normal import bivariate_density, bivariate_normal_cdf
from survey_kit.stats.ordinal_reliability import ordinal_reliability
from survey_kit.stats.parallel import parallel_analysis
from survey_kit.stats.polychoric import Polychoric, polychoric
from tests.stats.scales_data import matrix

GOLDEN = Path(__file__).parents[1] / "golden" / "polychoric"
EXPECTED: dict[str, Any] = json.loads((GOLDEN / "expected.json").read_text())
SCALES = ("q93_pay", "q93_promotion", "q93_motivation", "bfi_agree", "bfi_neuro")
# lavaan and optimize() stop about 3e-8 before the maximum; ours is at it to 1e-11
CLOSE = 5e-8


@lru_cache
def answers(case: str) -> np.ndarray:
    names = tuple(EXPECTED[case]["names"])
    if case.startswith("q93"):
        return matrix("q93", names)
    with (GOLDEN / "bfi_500.csv").open(newline="") as file:
        return np.array([[float(row[name]) for name in names] for row in csv.DictReader(file)])


@lru_cache
def found(case: str) -> Polychoric:
    return polychoric(answers(case), EXPECTED[case]["names"])


@pytest.mark.parametrize("case", [*SCALES, "bfi_all"])
def test_correlations_and_thresholds_equal_lavaan(case: str) -> None:
    reference = EXPECTED[case]
    assert found(case).n == reference["n"]
    assert_allclose(found(case).rho, reference["lavaan"], atol=CLOSE)
    for cut, expected in zip(found(case).thresholds, reference["thresholds"], strict=True):
        assert_allclose(cut, expected, atol=1e-10)
    assert found(case).smallest_eigenvalue == pytest.approx(reference["smallest_eigenvalue"], abs=CLOSE)
    # psych leaves optimize() at its default tolerance, 1.2e-4 of the argument
    assert_allclose(found(case).rho, reference["psych"], atol=5e-5)


@pytest.mark.parametrize("case", SCALES)
def test_ordinal_alpha_and_omega_equal_psych(case: str) -> None:
    reference = EXPECTED[case]
    assert_allclose(found(case).rho, reference["optimize"], atol=CLOSE)
    reliability = ordinal_reliability(found(case))
    assert reliability.alpha == pytest.approx(reference["alpha"], abs=1e-7)
    # fa() of psych stops about 1e-6 short of the minimum
    sign = np.sign(sum(reference["loadings"]))
    assert_allclose(reliability.loadings, sign * np.array(reference["loadings"]), atol=2e-5)
    assert reliability.omega == pytest.approx(reference["omega"], abs=1e-5)


def test_cdf_equals_the_closed_forms() -> None:
    rho = np.array([-0.9999, -0.95, -0.925, -0.9, -0.3, 0.0, 0.5, 0.924, 0.926, 0.99, 0.9999])
    zero = np.zeros(len(rho))
    # Sheppard's formula
    assert_allclose(bivariate_normal_cdf(zero, zero, rho), 0.25 + np.arcsin(rho) / (2 * np.pi), atol=1e-15)
    h = np.linspace(-3, 3, 11)
    half = np.full(11, 0.5)
    assert_allclose(
        bivariate_normal_cdf(h, half, 0 * h), bivariate_normal_cdf(h, 40 + 0 * h, 0 * h) * 0.6914624612740131
    )


@settings(max_examples=40, deadline=None)
@given(st.floats(-4, 4), st.floats(-4, 4), st.floats(-0.9995, 0.9995))
def test_cdf_is_symmetric_complementary_and_has_the_density_as_slope(h: float, k: float, rho: float) -> None:
    a, b, r = np.array([h]), np.array([k]), np.array([rho])
    here = bivariate_normal_cdf(a, b, r)
    assert_allclose(here, bivariate_normal_cdf(b, a, r), atol=1e-14)
    margin = bivariate_normal_cdf(a, np.array([40.0]), r)
    assert_allclose(here + bivariate_normal_cdf(a, -b, -r), margin, atol=1e-13)
    if abs(rho) < 0.9:
        step = 1e-5
        slope = (bivariate_normal_cdf(a, b, r + step) - bivariate_normal_cdf(a, b, r - step)) / (2 * step)
        assert_allclose(slope, bivariate_density(a, b, r), atol=1e-7)


def test_order_of_rows_and_items_and_coding_change_nothing() -> None:
    data, reference = answers("bfi_agree"), found("bfi_agree")
    rng = np.random.default_rng(1)
    items = rng.permutation(5)
    shuffled = polychoric(rng.permutation(data)[:, items] ** 3, [reference.names[i] for i in items])
    assert_allclose(shuffled.rho, reference.rho[np.ix_(items, items)], atol=1e-10)
    turned = polychoric(np.column_stack([7 - data[:, 0], data[:, 1:]]), reference.names)
    assert_allclose(turned.rho[0, 1:], -reference.rho[0, 1:], atol=1e-9)
    assert_allclose(turned.se, reference.se, atol=1e-9)


def test_items_of_different_categories_are_estimated_as_pairs_alone() -> None:
    rng = np.random.default_rng(2)
    latent = rng.standard_normal((300, 3)) @ np.array([[1, 0.5, 0.5], [0, 1, 0.5], [0, 0, 1]])
    data = np.column_stack(
        [latent[:, 0] > 0.3, np.digitize(latent[:, 1], [-1, 1]), np.digitize(latent[:, 2], [-1, 0, 1, 2])]
    )
    together = polychoric(data.astype(float), "abc")
    assert [len(cut) for cut in together.thresholds] == [1, 2, 4]
    for i, j in ((0, 1), (0, 2), (1, 2)):
        alone = polychoric(data[:, [i, j]].astype(float), "ab")
        assert together.rho[i, j] == pytest.approx(alone.rho[0, 1], abs=1e-10)
        assert together.se[i, j] == pytest.approx(alone.se[0, 1], rel=1e-9)


def test_standard_errors_equal_the_spread_over_samples() -> None:
    rng = np.random.default_rng(3)
    root = np.array([[1, 0.6], [0, 0.8]])
    drawn = [
        polychoric(np.digitize(rng.standard_normal((500, 2)) @ root, [-1.5, -0.5, 0.7]), "ab")
        for _ in range(400)
    ]
    spread = np.std([each.rho[0, 1] for each in drawn])
    # the spread of 400 samples has a standard error of 3.5 %
    assert np.mean([each.se[0, 1] for each in drawn]) == pytest.approx(spread, rel=0.08)
    assert np.mean([each.rho[0, 1] for each in drawn]) == pytest.approx(0.6, abs=0.006)


def test_random_eigenvalues_are_those_of_polychorics_of_independent_items() -> None:
    rng = np.random.default_rng(4)
    data = answers("bfi_agree")
    analysed = found("bfi_agree")
    largest = [
        np.linalg.eigvalsh(polychoric(rng.permuted(data, axis=0), analysed.names).rho)[-1] for _ in range(200)
    ]
    compared = parallel_analysis(analysed.rho, analysed.n, rng, kept=analysed.kept)
    plain = parallel_analysis(analysed.rho, analysed.n, rng)
    assert compared.random_mean[0] == pytest.approx(np.mean(largest), abs=0.012)
    assert compared.random_mean[0] > plain.random_mean[0]


def test_a_pair_without_a_maximum_is_named() -> None:
    data = np.array([[0, 0, 0], [0, 0, 1], [1, 1, 0], [1, 1, 1]] * 10, dtype=float)
    result = polychoric(data, "abc")
    assert result.at_bound == (("a", "b"),)
    assert np.isnan(result.se[0, 1])
    with pytest.raises(NotComputable) as caught:
        ordinal_reliability(result)
    assert caught.value.values["names"] == ("a", "b")


def test_a_matrix_that_is_not_positive_definite_is_refused() -> None:
    few = polychoric(answers("bfi_all")[:27], EXPECTED["bfi_all"]["names"])
    assert few.smallest_eigenvalue < 0
    with pytest.raises(NotComputable):
        ordinal_reliability(few)


def test_items_that_cannot_be_used_are_refused() -> None:
    with pytest.raises(NotComputable, match="no_variance"):
        polychoric(np.array([[1.0, 1], [1, 2]]), "ab")
    with pytest.raises(NotComputable, match="many_categories"):
        polychoric(np.arange(60.0).reshape(30, 2), "ab")
    with pytest.raises(NotComputable, match="too_few"):
        polychoric(np.array([[1.0, np.nan], [1, 2]]), "ab")


def test_empty_cells_are_counted() -> None:
    data = np.array([[0, 0], [0, 1], [1, 1], [2, 0], [2, 1]], dtype=float)
    assert polychoric(data, "ab").empty_cells == pytest.approx(100 / 6)
