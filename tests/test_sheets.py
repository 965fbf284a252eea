"""Sheets of cells as another program (openpyxl, the csv module) reads them."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import openpyxl
import pytest

from survey_kit.errors import FileError, UsageError
from survey_kit.sheets import Cell, SheetOf, write_sheets

HOSTILE = [
    "=1+1",
    "{=SUM(A1:A9)}",
    "@SUM(1)",
    "+1",
    "-1",
    '=HYPERLINK("http://example.invalid")',
    "http://example.invalid",
    "internal:Sheet1!A1",
    "12",
    "1e9",
    "_x0041_",
    "<b>&amp;",
    "两行\n文字",
]


@pytest.mark.parametrize("widths", [(), (10, 20)], ids=["plain", "laid out"])
def test_text_stays_text(tmp_path: Path, widths: tuple[int, ...]) -> None:
    path = tmp_path / "a.xlsx"
    rows: list[list[Cell]] = [["person", "text"], [None, "last"]]
    rows += [[at, text] for at, text in enumerate(HOSTILE)]
    write_sheets(path, {"Sheet1": SheetOf(rows, widths)})
    sheet = openpyxl.load_workbook(path).worksheets[0]
    found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    # openpyxl leaves the escape of _xHHHH_ as it stands in the file
    assert [[each if each != "_x005F_x0041_" else "_x0041_" for each in row] for row in found] == rows
    assert {cell.data_type for cell in sheet["B"]} <= {"s", "inlineStr"}
    with zipfile.ZipFile(path) as archive:
        parts = "".join(archive.read(name).decode() for name in archive.namelist() if "sheet" in name)
    assert "<f>" not in parts
    assert "hyperlink" not in parts


def test_same_cells_same_bytes_and_one_sheet_as_csv(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [["a", "文"], [1, 'say "x", y\nz'], [None, 0.5]]
    for suffix in (".xlsx", ".csv"):
        first, second = tmp_path / f"1{suffix}", tmp_path / f"2{suffix}"
        write_sheets(first, {"S": SheetOf(rows)})
        write_sheets(second, {"S": SheetOf(rows)})
        assert first.read_bytes() == second.read_bytes()
    data = (tmp_path / "1.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(data.decode("utf-8-sig").splitlines(keepends=True)))
    assert [[each.replace("\r", "") for each in row] for row in read] == [
        ["a", "文"],
        ["1", 'say "x", y\nz'],
        ["", "0.5"],
    ]


def test_what_cannot_be_written(tmp_path: Path) -> None:
    one = SheetOf([["a"]])
    with pytest.raises(UsageError, match=r"a\.csv: use one of \.xlsx\."):
        write_sheets(tmp_path / "a.csv", {"A": one, "B": one})
    with pytest.raises(UsageError, match=r"\.xlsx \.csv"):
        write_sheets(tmp_path / "a.pdf", {"A": one})
    with pytest.raises(FileError, match="does not exist"):
        write_sheets(tmp_path / "none" / "a.xlsx", {"A": one})
    assert not list(tmp_path.iterdir())
