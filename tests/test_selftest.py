"""The reference cases hold here, and the test would notice if they did not."""

import json
import math
from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest

from survey_kit import selftest
from survey_kit.stats.least_squares import least_squares

ROWS = selftest.run()
NIST = json.loads(
    files("survey_kit").joinpath("selftest_data", "nist_regression.json").read_text(encoding="utf-8")
)
REQUIRED = {"filip": 7.0, "wampler4": 7.5, "wampler5": 5.5}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.case} {row.statistic}")
def test_every_reference_number(row: selftest.Row) -> None:
    assert row.ok, (row.certified, row.computed)


def test_all_sets_are_there() -> None:
    cases = {row.case for row in ROWS}
    assert len([case for case in cases if case.startswith("NIST")]) == 31
    assert len([row for row in ROWS if row.case == "questionnaire (R)"]) == 26


def test_a_wrong_number_fails() -> None:
    row = ROWS[0]
    wrong = replace(row, digits=selftest.digits(row.certified * (1 + 1e-6), row.certified))
    assert not wrong.ok
    assert selftest.digits(math.nan, 1.0) == 0
    assert selftest.digits(1e-30, 0.0) == 15


@pytest.mark.parametrize("case", NIST["sets"], ids=lambda case: case["id"])
def test_regressions_read_as_doubles(case: dict) -> None:
    """What a user's file gives: data and powers already rounded to double precision."""
    x = [np.array([float(value) for value in column]) for column in case["x"]]
    if case["degree"] > 1:
        x = [x[0] ** power for power in range(1, case["degree"] + 1)]
    y = np.array([float(value) for value in case["y"]])
    names = tuple(f"x{i}" for i in range(len(x)))
    fit = least_squares(np.column_stack(x), y, names, intercept=case["intercept"])
    required = REQUIRED.get(case["id"].rsplit("-", 1)[-1], 9.0)
    first = 0 if case["intercept"] else 1
    for at, (b, se) in enumerate(zip(fit.b, fit.se, strict=True), start=first):
        assert selftest.digits(b, float(case["certified"][f"estimate/B{at}"])) >= required
        assert selftest.digits(se, float(case["certified"][f"std_error/B{at}"])) >= required
