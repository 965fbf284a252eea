"""Ranking questions against R (base, optim), identities, and the truth behind simulated rankings."""

import csv
import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from survey_kit.errors import NotComputable
from survey_kit.stats.plackett_luce import plackett_luce
from survey_kit.stats.ranking import kendall_w, places, within_ranks

GOLDEN = Path(__file__).parent.parent / "golden" / "ranking"
EXPECTED = json.loads((GOLDEN / "expected.json").read_text(encoding="utf-8"))
NAMES = ("a", "b", "c", "d", "e")


def ranks(name: str) -> np.ndarray:
    with (GOLDEN / f"{name}.csv").open(encoding="utf-8") as file:
        rows = list(csv.reader(file))[1:]
    return np.array([[float(cell) if cell else math.nan for cell in row] for row in rows])


@pytest.mark.parametrize("name", ["full", "part"])
def test_worths_equal_maximum_likelihood_in_r(name: str) -> None:
    found, expected = plackett_luce(ranks(name), NAMES), EXPECTED[f"worth_{name}"]
    assert_allclose(found.log_worth, expected["log_worth"], atol=1e-6)
    assert_allclose(found.se, expected["se"], rtol=1e-5)
    assert_allclose(found.share, expected["share"], atol=1e-6)
    assert found.log_likelihood == pytest.approx(expected["log_likelihood"], abs=1e-9)


@pytest.mark.parametrize("name", ["full", "tied"])
def test_concordance_equals_friedman_in_r(name: str) -> None:
    found, expected = kendall_w(ranks(name)), EXPECTED[f"w_{name}"]
    assert (found.m, found.df) == (expected["m"], expected["df"])
    assert_allclose([found.chi2, found.p, found.w], [expected[k] for k in ("chi2", "p", "w")], rtol=1e-10)
    if name == "full":
        assert found.mean_rho == pytest.approx(EXPECTED["mean_rho"], abs=1e-12)


def test_mean_ranks_equal_r() -> None:
    found = places(ranks("full"), top=2)
    for key in ("mean", "sd", "low", "high"):
        assert_allclose(getattr(found, key), EXPECTED[key], rtol=1e-10)
    assert found.borda.mean() == pytest.approx(0.5)
    assert found.top.sum() == 2 * found.cases


def test_a_partial_ranking_shares_out_the_places_left() -> None:
    found = places(ranks("part"), top=1)
    assert found.borda.mean() == pytest.approx(0.5)
    assert (found.n < found.cases).all()
    assert_allclose(found.top, places(ranks("full"), top=1).top)


RANKINGS = st.integers(2, 6).flatmap(
    lambda k: st.lists(st.permutations(list(range(1, k + 1))), min_size=3, max_size=12)
)


@settings(max_examples=60, deadline=None)
@given(RANKINGS, st.randoms(use_true_random=False))
def test_rows_and_options_can_be_permuted(rows: list[list[int]], random: object) -> None:
    data = np.array(rows, dtype=float)
    k = data.shape[1]
    columns, order = list(range(k)), list(range(len(rows)))
    random.shuffle(columns)  # type: ignore[attr-defined]
    random.shuffle(order)  # type: ignore[attr-defined]
    turned = data[order][:, columns]
    names = tuple("abcdef"[:k])
    assert kendall_w(turned).w == pytest.approx(kendall_w(data).w, abs=1e-12)
    assert_allclose(places(turned).borda, places(data).borda[columns], atol=1e-12)
    try:
        found = plackett_luce(data, names)
    except NotComputable:
        with pytest.raises(NotComputable, match=r"withheld\.not_comparable"):
            plackett_luce(turned, names)
        return
    assert found.share.sum() == pytest.approx(1.0)
    assert found.log_worth.sum() == pytest.approx(0.0, abs=1e-10)
    assert_allclose(plackett_luce(turned, names).log_worth, found.log_worth[columns], atol=1e-7)


def test_full_agreement_has_a_w_of_one_and_no_worth() -> None:
    same = np.tile([2.0, 1.0, 3.0], (6, 1))
    assert kendall_w(same).w == pytest.approx(1.0)
    with pytest.raises(NotComputable) as refused:
        plackett_luce(same, ("a", "b", "c"))
    assert refused.value.key == "withheld.not_comparable"
    assert "b" in refused.value.values["names"]


def test_two_options_are_a_proportion() -> None:
    data = np.array([[1.0, 2.0]] * 30 + [[2.0, 1.0]] * 10)
    found = plackett_luce(data, ("a", "b"))
    assert_allclose(found.share, [0.75, 0.25], atol=1e-12)
    # the logit interval of a proportion: log 3 with variance 1/30 + 1/10
    half = 1.959963984540054 * math.sqrt(1 / 30 + 1 / 10)
    low = 1 / (1 + math.exp(half - math.log(3)))
    assert found.share_low[0] == pytest.approx(low, abs=1e-12)


def test_rows_that_say_nothing_are_left_out() -> None:
    data = np.vstack([ranks("full"), np.full((2, 5), np.nan), [[1.0, 1.0, 3.0, 4.0, 5.0]]])
    found = plackett_luce(data, NAMES)
    assert (found.n, found.tied) == (60, 1)
    assert places(data).cases == 61
    with pytest.raises(NotComputable):
        plackett_luce(np.full((4, 3), np.nan), ("a", "b", "c"))
    with pytest.raises(NotComputable):
        places(np.full((4, 3), np.nan))
    with pytest.raises(NotComputable):
        kendall_w(np.ones((5, 3)))
    assert_allclose(within_ranks(np.array([[2.0, 9.0, np.nan]])), [[1.0, 2.0, np.nan]])


def test_intervals_hold_the_truth() -> None:
    utilities = np.array([0.6, 0.2, 0.0, 1.1, 0.3])
    truth = utilities - utilities.mean()
    rng = np.random.default_rng(7)
    hits = []
    for _ in range(40):
        order = np.argsort(-(utilities + rng.gumbel(size=(150, 5))), axis=1)
        found = plackett_luce(np.argsort(order, axis=1) + 1.0, NAMES)
        hits += list((found.low <= truth) & (truth <= found.high))
    assert 0.90 <= np.mean(hits) <= 0.99
