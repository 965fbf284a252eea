"""Cross tables against R, and what must hold for any of them."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.testing import assert_allclose

from survey_kit.errors import NotComputable
from survey_kit.stats import exact_tests
from survey_kit.stats.contingency import chi_square, several_answers, summed_chi_square, table_of
from survey_kit.stats.exact_tests import fisher_exact, permuted_sum

GOLDEN = Path(__file__).parent.parent / "golden" / "crosstab"
EXPECTED = json.loads((GOLDEN / "expected.json").read_text(encoding="utf-8"))
TABLES = EXPECTED["tables"]
SEVERAL = EXPECTED["several"]


def rng() -> np.random.Generator:
    return np.random.default_rng(20)


@pytest.mark.parametrize("name", TABLES)
def test_chi_square_is_rs(name: str) -> None:
    theirs = TABLES[name]
    ours = chi_square(np.array(theirs["counts"]))
    got = [ours.statistic, ours.df, ours.p, ours.cramers_v]
    assert_allclose(got, [theirs[key] for key in ("chi2", "df", "p", "v")], rtol=1e-10)
    assert_allclose(ours.expected, theirs["expected"], rtol=1e-10)
    assert_allclose(ours.residuals, theirs["residuals"], rtol=1e-10, atol=1e-12)
    # effectsize's optimiser stops near 1e-6 in the noncentrality
    assert_allclose([ours.low, ours.high], [theirs["v_low"], theirs["v_high"]], atol=2e-5)


@pytest.mark.parametrize("name", TABLES)
def test_exact_is_rs(name: str) -> None:
    theirs = TABLES[name]["fisher"]
    ours = fisher_exact(np.array(TABLES[name]["counts"]), rng())
    if ours.simulated:
        assert abs(ours.p - theirs) < 4 * np.sqrt(theirs * (1 - theirs) / ours.draws)
    else:
        assert_allclose(ours.p, theirs, rtol=1e-6)


def test_simulation_agrees_with_enumeration(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = np.array(TABLES["five_by_three"]["counts"])
    exact = fisher_exact(counts, rng())
    monkeypatch.setattr(exact_tests, "MOST_TABLES", 1)
    simulated = fisher_exact(counts, rng(), draws=40_000)
    assert not exact.simulated
    assert simulated.draws == 40_000
    assert abs(simulated.p - exact.p) < 4 * np.sqrt(exact.p * (1 - exact.p) / 40_000)


@settings(max_examples=40, deadline=None)
@given(
    arrays(np.int64, (3, 3), elements=st.integers(1, 8)), st.permutations(range(3)), st.permutations(range(3))
)
def test_order_and_transposition_change_nothing(
    counts: np.ndarray, rows: list[int], columns: list[int]
) -> None:
    turned = counts[np.ix_(rows, columns)].T
    one, other = chi_square(counts), chi_square(turned)
    assert_allclose(
        [one.statistic, one.low, one.high], [other.statistic, other.low, other.high], rtol=1e-9, atol=1e-9
    )
    assert one.low <= one.cramers_v <= one.high
    assert_allclose(fisher_exact(counts, rng()).p, fisher_exact(turned, rng()).p, rtol=1e-9)


def test_two_by_two_is_the_square_of_a_z() -> None:
    test = chi_square(np.array([[12, 5], [6, 14]]))
    assert_allclose(test.residuals[0, 0] ** 2, test.statistic, rtol=1e-12)


def test_cochrans_rule() -> None:
    assert chi_square(np.array([[5, 1], [4, 3]])).sparse
    assert not chi_square(np.array([[25, 10], [14, 23]])).sparse


def test_one_row_is_refused() -> None:
    with pytest.raises(NotComputable):
        chi_square(np.array([[3, 4]]))
    with pytest.raises(NotComputable):
        chi_square(np.array([[3, 4], [0, 0]]))


def test_several_answers_are_rs() -> None:
    chosen, groups = np.array(SEVERAL["chosen"]), np.array(SEVERAL["groups"])
    ours = several_answers(chosen, groups)
    got = [ours.total, ours.statistic, ours.df, ours.p]
    assert_allclose(got, [SEVERAL[key] for key in ("total", "statistic", "df", "p")], rtol=1e-9)
    permuted = permuted_sum(chosen.astype(float), groups, rng(), draws=5000)
    # both simulated: 20,000 draws there, 5,000 here
    assert abs(permuted - SEVERAL["permuted"]) < 4 * np.sqrt(0.25 / 5000)


def test_one_option_is_an_ordinary_table() -> None:
    chosen, groups = np.array(SEVERAL["chosen"])[:, :1], np.array(SEVERAL["groups"])
    ours = several_answers(chosen, groups)
    plain = chi_square(table_of(groups, chosen[:, 0], (3, 2)))
    assert_allclose([ours.statistic, ours.df, ours.p], [plain.statistic, plain.df, plain.p], rtol=1e-10)
    assert_allclose(summed_chi_square(chosen, groups), plain.statistic, rtol=1e-10)


def test_the_same_option_twice_is_one_test() -> None:
    chosen, groups = np.array(SEVERAL["chosen"])[:, [0, 0]], np.array(SEVERAL["groups"])
    plain = chi_square(table_of(groups, chosen[:, 0], (3, 2)))
    assert_allclose(several_answers(chosen, groups).p, plain.p, rtol=1e-9)
