"""Factor models of resamples against lavaan's refits of the same rows (tests/golden/cfa/bootstrap.json)."""

import json
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pytest

from survey_kit.errors import NotComputable
from survey_kit.stats.cfa import CfaFit, cfa, cfa_full_information
from survey_kit.stats.cfa_bootstrap import MOST_GAPS, cfa_bootstrap, refits
from survey_kit.stats.cfa_model import factor_pattern
from survey_kit.stats.cfa_standardized import convergent_validity, standardized
from survey_kit.stats.moments import moments
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden"
# ours stops at 3e-5 of a standard error (.02 to .1 here), lavaan at up to 8e-6
NEAR = 2e-5


@cache
def sample(kind: str) -> tuple[np.ndarray, CfaFit, list[dict[str, Any]]]:
    """Rows, their fit, and lavaan's refits."""
    expected = json.loads((GOLDEN / "cfa" / "bootstrap.json").read_text())[kind]
    if kind == "complete":
        frame = pd.read_csv(GOLDEN / "cfa" / "holzinger.csv").drop(columns="school")
        size = 3
    else:
        frame = pd.read_csv(GOLDEN / "scales" / "q93.csv")
        frame[["PRO4", "APP5"]] = 6 - frame[["PRO4", "APP5"]]
        frame = frame[[f"{scale}{number}" for scale in ("PRO", "APP") for number in range(1, 6)]]
        size = 5
    names = tuple(frame)
    pattern = factor_pattern(names, tuple(names[at : at + size] for at in range(0, len(names), size)))
    data = frame.to_numpy(float)
    if kind == "complete":
        return data, cfa(moments(data, names), pattern, data), expected
    return data, cfa_full_information(data, pattern), expected


def counted(rows: list[list[int]], n: int) -> np.ndarray:
    return np.array([np.bincount(np.array(drawn) - 1, minlength=n) for drawn in rows], dtype=float)


@pytest.mark.parametrize("kind", ["complete", "missing"])
def test_refits_equal_lavaan(kind: str) -> None:
    data, fit, expected = sample(kind)
    found = refits(data, fit, counted([case["rows"] for case in expected], len(data)))
    assert found.converged.all()
    upper = np.triu_indices(fit.pattern.factors, 1)
    for at, case in enumerate(expected):
        np.testing.assert_allclose(found.loadings[at], case["loadings"], atol=NEAR)
        np.testing.assert_allclose(found.correlations[at][upper], np.atleast_1d(case["r"]), atol=NEAR)
        assert found.improper[at] == (case["smallest_error"] < 0)
        loadings = np.array(case["loadings"]).reshape(fit.pattern.factors, -1)
        summed, explained = loadings.sum(axis=1) ** 2, (loadings**2).sum(axis=1)
        reliability = summed / (summed + loadings.shape[1] - explained)
        np.testing.assert_allclose(found.composite_reliability[at], reliability, atol=NEAR)
        extracted = explained / loadings.shape[1]
        np.testing.assert_allclose(found.average_variance_extracted[at], extracted, atol=NEAR)


@pytest.mark.parametrize("kind", ["complete", "missing"])
def test_the_sample_itself_gives_its_own_solution(kind: str) -> None:
    data, fit, _ = sample(kind)
    found = refits(data, fit, np.ones((1, len(data))))
    np.testing.assert_allclose(found.loadings[0], standardized(fit, robust=False).loadings, atol=1e-7)
    np.testing.assert_allclose(
        found.composite_reliability[0], convergent_validity(fit).composite_reliability, atol=1e-7
    )


def test_order_of_rows_does_not_matter() -> None:
    data, fit, expected = sample("missing")
    counts = counted([case["rows"] for case in expected], len(data))
    order = np.random.default_rng(2).permutation(len(data))
    turned = refits(data[order], fit, counts[:, order])
    np.testing.assert_allclose(turned.loadings, refits(data, fit, counts).loadings, atol=1e-7)


def test_intervals_hold_what_they_should() -> None:
    data, fit, _ = sample("complete")
    found = cfa_bootstrap(data, fit, np.random.default_rng(1), draws=400)
    again = cfa_bootstrap(data, fit, np.random.default_rng(1), draws=400)
    assert found.lost + len(found.resamples.loadings) == 400
    np.testing.assert_array_equal(found.resamples.loadings, again.resamples.loadings)
    for limits in (
        found.percentile(lambda refit: refit.loadings),
        found.bias_corrected(lambda refit: refit.loadings),
    ):
        assert (limits[0] < found.sample.loadings[0]).all()
        assert (limits[1] > found.sample.loadings[0]).all()
        # the sandwich estimates the same spread
        assert fit.robust is not None
        width = (limits[1] - limits[0]) / (2 * 1.96)
        np.testing.assert_allclose(width, standardized(fit, robust=True).loadings_se, rtol=0.35)


def test_what_cannot_be_resampled_says_so() -> None:
    data, fit, _ = sample("missing")
    many = np.repeat(data, 1 + MOST_GAPS // 10, axis=0)
    with pytest.raises(NotComputable) as refused:
        cfa_bootstrap(many, fit, np.random.default_rng(1), draws=10)
    assert refused.value.key == "withheld.many_rows"
    # half of the resamples of a rare answer leave its item without variance
    rng = np.random.default_rng(5)
    rare = rng.normal(size=(60, 1)) + rng.normal(size=(60, 3))
    rare = np.column_stack([rare, np.eye(60)[0] + np.eye(60)[1] * rare[1, 0]])
    names = ("a", "b", "c", "d")
    found = cfa(moments(rare, names), factor_pattern(names, (names,)), rare)
    with pytest.raises(NotComputable) as lost:
        cfa_bootstrap(rare, found, rng, draws=100)
    assert lost.value.key == "withheld.resamples"
