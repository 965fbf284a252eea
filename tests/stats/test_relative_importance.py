"""Shares of R² against R, and what must hold of any division of R²."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from survey_kit.errors import NotComputable
from survey_kit.stats.relative_importance import lmg, relative_importance, relative_weights

GOLDEN = Path(__file__).parent.parent / "golden" / "relative_importance"
EXPECTED = json.loads((GOLDEN / "expected.json").read_text(encoding="utf-8"))


def data(name: str) -> np.ndarray:
    with (GOLDEN / f"{name}.csv").open(encoding="utf-8") as file:
        rows = list(csv.reader(file))[1:]
    return np.array(rows, dtype=float)


@pytest.mark.parametrize("name", ["attitude", "swiss", "mtcars"])
def test_shares_equal_r(name: str) -> None:
    corr, expected = np.corrcoef(data(name), rowvar=False), EXPECTED[name]
    assert_allclose(lmg(corr), expected["lmg"], atol=1e-9)
    assert_allclose(relative_weights(corr), expected["weights"], atol=1e-9)
    assert lmg(corr).sum() == pytest.approx(expected["r2"], abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_shares_are_a_division_of_r2(k: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(40, k + 1)) @ rng.normal(size=(k + 1, k + 1))
    corr = np.corrcoef(x, rowvar=False)
    r2 = corr[0, 1:] @ np.linalg.solve(corr[1:, 1:], corr[1:, 0])
    order = [0, *(1 + rng.permutation(k))]
    for divide in (lmg, relative_weights):
        shares = divide(corr)
        assert shares.sum() == pytest.approx(r2, abs=1e-8)
        assert (shares >= -1e-9).all()
        assert_allclose(divide(corr[np.ix_(order, order)]), shares[np.array(order[1:]) - 1], atol=1e-8)


def test_intervals_hold_the_value_and_repeat() -> None:
    names = ("y", "a", "b", "c", "d", "e", "f")
    first = relative_importance(data("attitude"), names, draws=300, rng=np.random.default_rng(5))
    again = relative_importance(data("attitude"), names, draws=300, rng=np.random.default_rng(5))
    assert_allclose(first.lmg_low, again.lmg_low, atol=0)
    assert (first.lmg_low <= first.lmg_high).all()
    assert first.lmg_low[0] < first.lmg[0] < first.lmg_high[0]
    assert first.p_largest.sum() == pytest.approx(1.0)
    assert first.p_largest.argmax() == 0


def test_what_cannot_be_divided() -> None:
    rng = np.random.default_rng(1)
    x = rng.normal(size=(30, 3))
    cases = {
        "withheld.collinear": np.column_stack([x, x[:, 1] + x[:, 2]]),
        "withheld.no_variance": np.column_stack([x, np.ones(30)]),
        "withheld.too_few": x[:4],
        "withheld.too_many_predictors": rng.normal(size=(40, 16)),
    }
    for key, each in cases.items():
        names = tuple(f"x{i}" for i in range(each.shape[1]))
        with pytest.raises(NotComputable) as refused:
            relative_importance(each, names, draws=50, rng=np.random.default_rng(1))
        assert refused.value.key == key
