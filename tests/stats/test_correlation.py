"""Correlations against R's cor.test, and what cannot be computed."""

import csv
import json
import math
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose

from survey_kit.errors import NotComputable
from survey_kit.stats.correlation import pairwise_pearson, pearson, spearman
from survey_kit.stats.moments import moments
from survey_kit.stats.multiplicity import holm

GOLDEN = Path(__file__).parent.parent / "golden"
R = json.loads((GOLDEN / "correlations" / "expected.json").read_text())


def read(path: Path) -> dict[str, np.ndarray]:
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {name: np.array([float(row[name]) if row[name] else math.nan for row in rows]) for name in rows[0]}


ATTITUDE = read(GOLDEN / "correlations" / "attitude.csv")
Q93 = read(GOLDEN / "groups_q93" / "scores.csv")


def matrix(data: dict[str, np.ndarray], rows: list[dict]) -> tuple[np.ndarray, tuple[str, ...]]:
    names = tuple(dict.fromkeys(name for row in rows for name in (row["x"], row["y"])))
    return np.column_stack([data[name] for name in names]), names


def test_complete_data_equal_r() -> None:
    data, names = matrix(ATTITUDE, R["attitude"])
    ours, ranks = pearson(moments(data, names)), spearman(data, names)
    pairwise = pairwise_pearson(data, names)
    for row in R["attitude"]:
        i, j = names.index(row["x"]), names.index(row["y"])
        theirs = row["pearson"]
        expected = [theirs["estimate"]["cor"], theirs["p"], *theirs["ci"]]
        assert_allclose([ours.r[i, j], ours.p[i, j], ours.low[i, j], ours.high[i, j]], expected, rtol=1e-9)
        assert_allclose(pairwise.r[i, j], ours.r[i, j], rtol=1e-11)
        assert_allclose(
            [ranks.r[i, j], ranks.p[i, j]], [row["spearman"]["rho"], row["spearman"]["p"]], rtol=1e-9
        )
    assert np.isnan(np.diag(ours.p)).all()
    assert_allclose(np.diag(ours.r), 1.0)


def test_holm_over_a_matrix_equals_psych() -> None:
    theirs = R["attitude_holm_upper"]
    names = tuple(theirs["rows"])
    ours = pearson(moments(np.column_stack([ATTITUDE[name] for name in names]), names))
    upper = np.triu_indices(len(names), 1)
    assert_allclose(holm(ours.p[upper]), np.array(theirs["values"])[upper], rtol=1e-9)


def test_missing_answers_equal_r() -> None:
    data, names = matrix(Q93, R["q93_pairwise"])
    ours = pairwise_pearson(data, names)
    for row in R["q93_pairwise"]:
        i, j = names.index(row["x"]), names.index(row["y"])
        theirs = row["pearson"]
        expected = [row["n"], theirs["estimate"]["cor"], theirs["p"], *theirs["ci"]]
        assert_allclose(
            [ours.n[i, j], ours.r[i, j], ours.p[i, j], ours.low[i, j], ours.high[i, j]], expected, rtol=1e-9
        )
    listwise = R["q93_listwise_r"]
    order = [names.index(name) for name in listwise["rows"]]
    r = pearson(moments(data, names)).r
    assert_allclose(r[np.ix_(order, order)], listwise["values"], rtol=1e-9)


def test_perfect_constant_and_tiny() -> None:
    x = np.arange(6.0)
    perfect = pearson(moments(np.column_stack([x, 2 * x + 1]), ("a", "b")))
    assert perfect.r[0, 1] == pytest.approx(1.0)
    assert perfect.p[0, 1] < 1e-20
    with pytest.raises(NotComputable, match="no_variance"):
        pearson(moments(np.column_stack([x, np.ones(6)]), ("a", "b")))
    pairwise = pairwise_pearson(np.column_stack([x, np.full(6, 0.1), np.full(6, np.nan)]), ("a", "b", "c"))
    assert np.isnan(pairwise.r[0, 1])
    assert np.isnan(pairwise.r[0, 2])
    assert pairwise.n[0, 2] == 0
    with pytest.raises(NotComputable, match="too_few"):
        pearson(moments(np.array([[1.0, 2.0], [2.0, 1.0]]), ("a", "b")))
    three = pearson(moments(np.array([[1.0, 2.0], [2.0, 1.0], [3.0, 3.0]]), ("a", "b")))
    assert np.isnan(three.low[0, 1])
    assert three.r[0, 1] == pytest.approx(0.5)
