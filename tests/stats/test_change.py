"""Change between two surveys against R (``tests/golden/change``), and what must hold of it."""

from __future__ import annotations

import csv
import json
from typing import Any

import numpy as np
import pytest

from survey_kit.errors import NotComputable
from survey_kit.stats.change import (
    difference_in_differences,
    difference_of_changes,
    independent_change,
    paired_change,
)
from tests.conftest import ROOT

CASE = ROOT / "tests" / "golden" / "change"
EXPECTED = json.loads((CASE / "expected.json").read_text(encoding="utf-8"))
TOLERANCE = 1e-10
"""Closed forms in double precision; R prints 15 digits."""


def columns(name: str) -> dict[str, np.ndarray]:
    with (CASE / name).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {key: np.array([float(row[key]) for row in rows]) for key in rows[0]}


def agree(got: Any, expected: dict[str, float], keys: tuple[str, ...]) -> None:
    for key in keys:
        assert getattr(got, key) == pytest.approx(expected[key], rel=TOLERANCE), key


@pytest.mark.parametrize(
    ("name", "estimate"), [("paired", paired_change), ("independent", independent_change)]
)
def test_change_is_that_of_r(name: str, estimate: Any) -> None:
    data = columns("sleep.csv")
    got, expected = estimate(data["before"], data["after"]), EXPECTED[name]
    agree(got.test, expected, ("difference", "t", "df", "p", "low", "high"))
    agree(got.d, expected["d"], ("value", "low", "high"))
    if name == "paired":
        assert got.r == pytest.approx(expected["r"], rel=TOLERANCE)


@pytest.mark.parametrize("errors", ["hc3", "cluster"])
def test_difference_in_differences_is_that_of_sandwich(errors: str) -> None:
    data = columns("panel.csv")
    treated = data["treated"] == 1
    unit = data["unit"] if errors == "cluster" else None
    keys = ("estimate", "se", "t", "df", "p", "low", "high")
    panel = difference_of_changes(data["after"] - data["before"], treated, cluster=unit)
    agree(panel, EXPECTED[f"panel_{errors}"], keys)
    units = None if unit is None else (unit, unit)
    pooled = difference_in_differences(data["before"], data["after"], treated, treated, cluster=units)
    agree(pooled, EXPECTED[f"pooled_{errors}"], keys)
    assert panel.estimate == pytest.approx(pooled.estimate)
    assert panel.estimate == pytest.approx(panel.changes[0] - panel.changes[1])


def test_order_and_level_of_answers_do_not_matter() -> None:
    data = columns("panel.csv")
    order = np.random.default_rng(1).permutation(len(data["before"]))
    one = paired_change(data["before"], data["after"])
    other = paired_change(data["before"][order] + 7, data["after"][order] + 7)
    assert other.test.t == pytest.approx(one.test.t)
    assert other.d.value == pytest.approx(one.d.value)
    back = paired_change(data["after"], data["before"])
    assert back.test.difference == pytest.approx(-one.test.difference)
    assert back.d.low == pytest.approx(-one.d.high)


def test_missing_pairs_are_left_out() -> None:
    before, after = np.array([1.0, 2, np.nan, 4, 5]), np.array([2.0, 4, 3, np.nan, 6])
    assert paired_change(before, after).n_before == 3


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: paired_change(np.array([1.0, 2]), np.array([2.0, 4])),
        lambda: paired_change(np.array([1.0, 2, 3]), np.array([2.0, 3, 4])),
        lambda: independent_change(np.ones(4), np.ones(5)),
        lambda: difference_of_changes(np.array([1.0, 2, 3, 4]), np.array([True, True, False, False])),
        lambda: difference_of_changes(np.arange(8.0), np.arange(8) < 4, cluster=np.arange(8) // 2),
    ],
)
def test_what_cannot_be_estimated_is_refused(wrong: Any) -> None:
    with pytest.raises(NotComputable):
        wrong()
