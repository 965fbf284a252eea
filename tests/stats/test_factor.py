"""Factor analysis against R (psych, factanal, nlminb, GPArotation) and by its properties."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey_kit.errors import NotComputable
from survey_kit.stats.adequacy import adequacy, regular_correlation
from survey_kit.stats.extraction import extract, most_factors
from survey_kit.stats.factor import ExtractionName, RotationName, factor_analysis, first_component_share
from survey_kit.stats.moments import Moments, moments
from survey_kit.stats.parallel import parallel_analysis
from survey_kit.stats.rotation import oblimin
from tests.stats.scales_data import CASES, expected, item_moments


@pytest.mark.parametrize("case", CASES)
def test_adequacy_equals_psych(case: str) -> None:
    found, reference = adequacy(item_moments(case)), expected(case)["factors"]
    assert found.n == reference["n"]
    assert found.df == reference["df"]
    np.testing.assert_allclose(found.kmo, reference["kmo"], rtol=1e-10)
    np.testing.assert_allclose(found.msa, reference["msa"], rtol=1e-10)
    np.testing.assert_allclose(found.chi2, reference["chi2"], rtol=1e-10)
    np.testing.assert_allclose(found.p, reference["p"], rtol=1e-9)


@pytest.mark.parametrize("case", CASES)
def test_eigenvalues_and_harman_equal_r(case: str) -> None:
    reference = expected(case)["factors"]
    analysed = item_moments(case)
    found = parallel_analysis(analysed.corr, analysed.n, np.random.default_rng(1), draws=2000)
    np.testing.assert_allclose(found.observed, reference["eigenvalues"], rtol=1e-10)
    assert first_component_share(analysed) == pytest.approx(reference["harman_percent"], rel=1e-10)
    # both sides are simulated with 2,000 draws: a mean has a standard error of at most .004, a
    # 95 % point about .01 (attitude, n = 30: .02)
    wide = 5 if analysed.n < 50 else 2
    np.testing.assert_allclose(found.random_mean, reference["parallel_mean"], atol=wide * 0.008)
    np.testing.assert_allclose(found.random_percentile, reference["parallel_q95"], atol=wide * 0.015)
    above = np.array(reference["eigenvalues"]) > np.array(reference["parallel_q95"])
    assert found.suggested == np.argmin(above)
    assert found.kaiser == (np.array(reference["eigenvalues"]) > 1).sum()


def aligned(found: np.ndarray, reference: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Order and signs that turn the columns of ``found`` into those of ``reference``."""
    similar = found.T @ reference / np.outer(np.linalg.norm(found, axis=0), np.linalg.norm(reference, axis=0))
    order = np.abs(similar).argmax(axis=0)
    assert sorted(order) == list(range(len(order)))
    return order, np.sign(similar[order, np.arange(len(order))])


SOLUTIONS: list[tuple[ExtractionName, RotationName]] = [
    (extraction, rotation)
    for extraction in ("ml", "minres", "components")
    for rotation in ("oblimin", "varimax", "promax")
]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize(("extraction", "rotation"), SOLUTIONS)
def test_loadings_equal_r(case: str, extraction: ExtractionName, rotation: RotationName) -> None:
    reference = expected(case)["factors"]
    found = factor_analysis(
        item_moments(case), reference["factors"], extraction=extraction, rotation=rotation
    )
    # uniquenesses of factanal and nlminb agree with ours to about 1e-7; two factors of the seven items
    # of attitude leave the minimum so flat that nlminb stops 2e-6 short of it
    tolerance = 5e-6 if case == "attitude" else 1e-6
    np.testing.assert_allclose(found.communality, reference[extraction]["communality"], atol=tolerance)
    theirs = reference[extraction][rotation]
    loadings = np.array(theirs["loadings"] if rotation != "varimax" else theirs)
    order, signs = aligned(found.loadings, loadings)
    # GPArotation and varimax stop where the criterion is flat to 1e-7 and 1e-15: 1e-5 in the loadings
    np.testing.assert_allclose(found.loadings[:, order] * signs, loadings, atol=1e-5)
    phi = np.array(theirs["phi"]) if rotation != "varimax" else np.eye(len(order))
    np.testing.assert_allclose(found.phi[np.ix_(order, order)] * np.outer(signs, signs), phi, atol=1e-5)


@pytest.mark.parametrize("case", CASES)
def test_oblimin_with_kaiser_normalization_equals_gparotation(case: str) -> None:
    reference = expected(case)["factors"]
    raw = extract(item_moments(case).corr, reference["factors"], method="minres").loadings
    theirs = np.array(reference["minres"]["oblimin_kaiser"]["loadings"])
    found = oblimin(raw, normalize=True).loadings
    order, signs = aligned(found, theirs)
    np.testing.assert_allclose(found[:, order] * signs, theirs, atol=1e-5)


@settings(max_examples=20, deadline=None)
@given(st.integers(2, 4), st.integers(0, 10_000))
def test_a_simple_structure_is_recovered_exactly(factors: int, seed: int) -> None:
    """Without sampling error the model that made the correlations comes back."""
    rng = np.random.default_rng(seed)
    pattern = np.kron(np.eye(factors), np.ones((4, 1))) * rng.uniform(0.5, 0.9, (4 * factors, 1))
    phi = np.full((factors, factors), 0.3) + 0.7 * np.eye(factors)
    cov = pattern @ phi @ pattern.T
    np.fill_diagonal(cov, 1)
    model = Moments(tuple(f"i{j}" for j in range(4 * factors)), 500, np.zeros(4 * factors), cov)
    for method in ("minres", "ml"):
        found = factor_analysis(model, factors, extraction=method)
        order, signs = aligned(found.loadings, pattern)
        np.testing.assert_allclose(found.loadings[:, order] * signs, pattern, atol=1e-5)
        np.testing.assert_allclose(found.phi[np.ix_(order, order)] * np.outer(signs, signs), phi, atol=1e-5)
        assert (np.diff(found.variance) <= 1e-5).all()


def test_order_of_items_does_not_matter() -> None:
    given_order = item_moments("bfi")
    names = tuple(reversed(given_order.names))
    one = factor_analysis(given_order, 5)
    other = factor_analysis(given_order.select(names), 5)
    np.testing.assert_allclose(other.loadings[::-1], one.loadings, atol=1e-6)


def test_communalities_are_those_of_the_pattern() -> None:
    found = factor_analysis(item_moments("bfi"), 5)
    explained = np.einsum("ij,jk,ik->i", found.loadings, found.phi, found.loadings)
    np.testing.assert_allclose(explained, found.communality, atol=1e-10)
    assert found.variance.sum() == pytest.approx(found.communality.sum())


def data_with(column: np.ndarray) -> np.ndarray:
    rng = np.random.default_rng(3)
    return np.column_stack([rng.integers(1, 6, (40, 3)), column]).astype(float)


def test_singular_matrices_are_refused_and_the_items_named() -> None:
    data = data_with(np.zeros(40))
    data[:, 3] = data[:, 0]
    with pytest.raises(NotComputable) as caught:
        adequacy(moments(data, ("a", "b", "c", "d")))
    assert (caught.value.key, caught.value.values["names"]) == ("withheld.singular", ("a", "d"))

    data[:, 3] = data[:, 0] + data[:, 1] - data[:, 2]
    with pytest.raises(NotComputable) as caught:
        factor_analysis(moments(data, ("a", "b", "c", "d")), 1)
    assert caught.value.values["names"] == ("a", "b", "c", "d")


def test_constant_items_and_more_items_than_respondents_are_refused() -> None:
    with pytest.raises(NotComputable) as caught:
        regular_correlation(moments(data_with(np.full(40, 3.0)), ("a", "b", "c", "d")))
    assert (caught.value.key, caught.value.values["names"]) == ("withheld.no_variance", ("d",))
    with pytest.raises(NotComputable) as caught:
        adequacy(moments(np.random.default_rng(1).normal(size=(6, 10)), tuple("abcdefghij")))
    assert (caught.value.key, caught.value.values) == ("withheld.more_items", {"n": 6, "k": 10})


def test_too_many_factors_are_refused() -> None:
    with pytest.raises(NotComputable) as caught:
        factor_analysis(item_moments("attitude"), 4)
    assert caught.value.values["most"] == most_factors(7) == 3


def test_heywood_case_is_said() -> None:
    # correlations that one factor can only fit with a loading above 1: r12 r13 / r23 = 1.44
    cov = np.array([[1, 0.9, 0.8, 0.1], [0.9, 1, 0.5, 0.1], [0.8, 0.5, 1, 0.1], [0.1, 0.1, 0.1, 1]])
    found = factor_analysis(Moments(("a", "b", "c", "d"), 100, np.zeros(4), cov), 1)
    assert found.heywood == ("a",)


def test_parallel_analysis_of_unrelated_items_suggests_nothing_and_repeats() -> None:
    one, other = (parallel_analysis(np.eye(10), 300, np.random.default_rng(2), draws=500) for _ in range(2))
    assert one.suggested == 0
    np.testing.assert_array_equal(one.random_percentile, other.random_percentile)
