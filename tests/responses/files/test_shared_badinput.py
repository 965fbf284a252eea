"""The shared collection of bad files, where it is at hand (environment variable SURVEY_KIT_BADINPUT)."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from survey_kit.errors import SurveyKitError
from survey_kit.responses.files import read_sheet

from .conftest import outcome

FOLDER = Path(os.environ.get("SURVEY_KIT_BADINPUT", "") or "absent")
ROWS: list[dict[str, Any]] = (
    json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))["files"]
    if (FOLDER / "manifest.json").is_file()
    else []
)
# faults of meaning, which only decoding and the analyses can know
MEANING = frozenset({"too small", "values", "degenerate", "injection", "privacy", "text"})
MEANT = frozenset(
    {
        "long_format.xlsx",
        "duplicate_columns.csv",
        "index_column.csv",
        "case_duplicate_columns.csv",
    }
)


@pytest.mark.skipif(not ROWS, reason="SURVEY_KIT_BADINPUT is not set")
@pytest.mark.parametrize("row", ROWS, ids=[row["file"] for row in ROWS])
def test_bad_file(row: dict[str, Any]) -> None:
    of_meaning = row["category"] in MEANING or row["file"] in MEANT
    found = outcome(read_sheet, FOLDER / "files" / row["file"])
    if isinstance(found, SurveyKitError):
        assert row["good_tool"] == "clear error", found.en
        assert not of_meaning, found.en
        assert found.zh
        return
    assert of_meaning or row["good_tool"] != "clear error"
    if row["good_tool"] == "accept with warning" and not of_meaning:
        assert found.remarks
