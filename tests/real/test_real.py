"""Responses of real people through the whole program, against numbers that R gives for them.

The files are not ours to ship. ``SURVEY_KIT_REAL_DATA`` names the folder that holds them; without it
these tests are skipped, and nothing rests on them alone.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from survey_kit import pipeline
from survey_kit.questionnaire.load import read_questionnaire
from survey_kit.questionnaire.model import Questionnaire
from survey_kit.questionnaire.plan import DeclaredPlan, Screening
from survey_kit.report.blocks import Estimate, Report, Section
from tests.conftest import Result

Cli = Callable[..., Result]

HERE = Path(__file__).parent
EXPECTED = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))
FOLDER = os.environ.get("SURVEY_KIT_REAL_DATA", "")
NOBODY_LEFT_OUT = Screening(None, straight_lining=False, max_missing=None, duplicates=False)
FILES = {
    "fevs2018": "fevs2018.csv.gz",
    "dete": "dete_survey.csv",
    "tafe": "tafe_survey.csv",
    "penguin": "penguin.csv",
    "bfi": "bfi.csv",
    "holzinger": "holzinger.csv",
}

real = pytest.mark.skipif(
    not FOLDER, reason="SURVEY_KIT_REAL_DATA does not name a folder with responses of real people"
)


def file_of(name: str) -> Path:
    path = Path(FOLDER) / FILES[name]
    if not path.exists():
        pytest.skip(f"{FILES[name]} is not in the folder that SURVEY_KIT_REAL_DATA names")
    return path


def asked(name: str) -> Questionnaire:
    return read_questionnaire(HERE / f"{name}.toml")


def everybody(questionnaire: Questionnaire, scales: tuple[str, ...] = ()) -> Questionnaire:
    """The questionnaire (or some of its scales) with nobody screened out, as R has it."""
    kept = tuple(each for each in questionnaire.scales if not scales or each.id in scales)
    return replace(questionnaire, scales=kept, plan=DeclaredPlan(screening=NOBODY_LEFT_OUT))


def report_of(name: str, questionnaire: Questionnaire, sections: tuple[str, ...]) -> Report:
    reading = pipeline.read(file_of(name), questionnaire=questionnaire)
    return pipeline.report(pipeline.prepare(reading), sections=sections)


def cells(found: Any, table: str) -> dict[str, dict[str, Any]]:
    """Row key -> column key -> number."""
    assert isinstance(found, Section)
    block = found.table(table)
    keys = [column.key for column in block.columns]
    return {row.key: dict(zip(keys, row.cells, strict=True)) for row in block.rows}


def check_reliability(found: Any, expected: dict[str, Any]) -> None:
    """Closed forms: equal to R but for the last digits of a double."""
    scales, items = cells(found, "scales"), cells(found, "items")
    for scale, numbers in expected.items():
        assert scales[scale]["n"] == numbers["n"]
        alpha = scales[scale]["alpha"]
        assert isinstance(alpha, Estimate)
        assert alpha.value == pytest.approx(numbers["alpha"], rel=1e-9)
        assert (alpha.low, alpha.high) == pytest.approx((numbers["low"], numbers["high"]), rel=1e-7)
        assert scales[scale]["alpha_standardized"] == pytest.approx(numbers["alpha_standardized"], rel=1e-9)
        for item, r in numbers["item_rest_r"].items():
            assert items[f"{scale}/{item}"]["item_rest_r"] == pytest.approx(r, rel=1e-9)


@pytest.mark.parametrize("name", FILES)
def test_the_questionnaires_are_without_faults(name: str) -> None:
    assert asked(name).items


@real
def test_the_engagement_index_of_federal_employees() -> None:
    expected = EXPECTED["fevs2018"]
    engagement = everybody(asked("fevs2018"), tuple(expected["alpha"]))
    reliability, validity = report_of("fevs2018", engagement, ("reliability", "validity")).sections
    scales = cells(reliability, "scales")
    for scale, alpha in expected["alpha"].items():
        assert scales[scale]["n"] == expected["n"]
        assert round(scales[scale]["alpha"].value, 4) == alpha
    (adequacy,) = cells(validity, "adequacy").values()
    assert round(adequacy["kmo"], 4) == expected["kmo"]


@real
def test_the_big_five() -> None:
    expected = EXPECTED["bfi"]
    made = report_of("bfi", everybody(asked("bfi")), ("items", "reliability", "validity"))
    items, reliability, validity = made.sections
    assert made.meta["n"] == expected["n"]
    described = {key.split("/")[-1]: row for key, row in cells(items, "items").items()}
    for item, numbers in expected["items"].items():
        assert described[item]["n"] == numbers["n"]
        assert described[item]["mean"] == pytest.approx(numbers["mean"], rel=1e-10)
        assert described[item]["sd"] == pytest.approx(numbers["sd"], rel=1e-10)
    check_reliability(reliability, expected["reliability"])
    factor = expected["factor"]
    (adequacy,) = cells(validity, "adequacy").values()
    assert adequacy["n"] == factor["n"]
    assert adequacy["kmo"] == pytest.approx(factor["kmo"], rel=1e-9)
    assert adequacy["chi2"] == pytest.approx(factor["chi2"], rel=1e-9)
    assert adequacy["df"] == factor["df"]
    eigenvalues = [row["eigenvalue"] for row in cells(validity, "eigenvalues").values()]
    assert eigenvalues[:5] == pytest.approx(factor["eigenvalues"], rel=1e-9)


@real
def test_mental_ability_tests() -> None:
    expected = EXPECTED["holzinger"]
    made = report_of("holzinger", everybody(asked("holzinger")), ("reliability", "validity"))
    reliability, validity = made.sections
    assert made.meta["n"] == expected["n"]
    check_reliability(reliability, expected["reliability"])
    (adequacy,) = cells(validity, "adequacy").values()
    assert adequacy["kmo"] == pytest.approx(expected["kmo"], rel=1e-9)


@real
@pytest.mark.parametrize(
    ("name", "collected", "excluded"),
    [
        ("fevs2018", 101_881, {"straight_lining"}),
        ("dete", 822, {"duplicate", "straight_lining", "missing"}),
        ("tafe", 702, {"duplicate", "straight_lining", "missing"}),
        ("penguin", 1_523, {"missing"}),
        ("bfi", 2_800, {"straight_lining", "missing"}),
        ("holzinger", 301, set()),
    ],
)
def test_screening_says_who_is_left_out(name: str, collected: int, excluded: set[str]) -> None:
    reading = pipeline.read(file_of(name), questionnaire=asked(name))
    ledger = pipeline.prepare(reading).study.responses.ledger
    assert ledger.collected == collected
    assert {each.reason for each in ledger.exclusions} == excluded


@real
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", FILES)
def test_the_whole_chapter(name: str, language: str, tmp_path: Path, cli: Cli) -> None:
    out = tmp_path / "out"
    options = ["-q", str(HERE / f"{name}.toml"), "-o", str(out), "-f", "all", "--lang", language]
    result = cli("analyze", file_of(name), *options)
    assert result.code == 0, result.err
    assert {"report.docx", "report.html", "report.xlsx", "report.tex", "report.md", "report.json"} <= {
        path.name for path in out.iterdir()
    }
    assert "nan" not in (out / "report.md").read_text(encoding="utf-8").replace("finance", "").split()


@real
@pytest.mark.parametrize(
    ("name", "scales"),
    [
        ("dete", {"scale1": 21}),
        ("tafe", {"instituteviews": 13, "workunitviews": 17}),
        ("penguin", {"alex": 16, "ecr": 36, "home": 9, "kamf": 7}),
        ("bfi", {f"scale{k}": 5 for k in range(1, 6)}),
        ("holzinger", {}),
    ],
)
def test_drafts_of_files_without_a_questionnaire(
    name: str, scales: dict[str, int], tmp_path: Path, cli: Cli
) -> None:
    drafted, _ = pipeline.infer_questionnaire(file_of(name))
    assert {scale.id: len(scale.items) for scale in drafted.scales} == scales
    assert cli("analyze", file_of(name), "-o", tmp_path / "out", "-f", "markdown").code == 0
