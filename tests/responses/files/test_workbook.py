"""Workbooks: cells, sheets, and what only a second look sees."""

from __future__ import annotations

import datetime as dt
import io

import numpy as np
import openpyxl
import pytest

from survey_kit.responses.files import package as second_look
from survey_kit.responses.files import read_bytes

from .conftest import MAIN, Refusal, package, remarks, sheet_xml


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def book_of(rows: list[list[object]]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    return book


def test_cells_keep_their_kinds() -> None:
    book = book_of(
        [
            ["n", "mixed", "when", "yes", "text"],
            [1, 3, dt.datetime(2024, 1, 2, 8, 30), True, "007"],
            [2.5, "a", dt.date(2024, 1, 3), False, "NA"],
            [None, 4.0, dt.time(1, 2, 3), None, " "],
        ]
    )
    sheet = read_bytes(saved(book), "a.xlsx")
    np.testing.assert_array_equal(sheet.cells[0], [1, 2.5, np.nan])
    assert sheet.cells[1].tolist() == [3, "a", 4]
    assert [type(value) for value in sheet.cells[1]] == [int, str, int]
    assert sheet.cells[2].tolist() == [dt.datetime(2024, 1, 2, 8, 30), dt.datetime(2024, 1, 3), "01:02:03"]
    assert sheet.cells[3].tolist() == [True, False, None]
    assert sheet.cells[4].tolist() == ["007", "NA", None]
    assert sheet.source.sheet == "Sheet"
    assert not sheet.remarks


def test_the_1904_date_system() -> None:
    book = book_of([["when", "Q1"], [dt.datetime(2026, 9, 1, 8), 3], [dt.datetime(2026, 9, 2, 8), 4]])
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    assert read_bytes(saved(book), "a.xlsx").cells.iloc[0, 0] == dt.datetime(2026, 9, 1, 8)


def test_a_table_that_starts_elsewhere() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row, values in enumerate([["id", "t"], [1, "x"], [2, "y"]]):
        for column, value in enumerate(values):
            sheet.cell(row + 4, column + 3, value)  # type: ignore[union-attr]
    sheet.column_dimensions["D"].hidden = True  # type: ignore[union-attr]
    read = read_bytes(saved(book), "a.xlsx")
    assert read.header == (("id", "t"),)
    assert read.row_number(0) == 5
    assert "hidden columns (D)" in remarks(read)


def test_hidden_rows_and_columns_are_read_and_said() -> None:
    book = book_of([["Q1", "Q2"], *[[i % 5 + 1, 3] for i in range(12)]])
    for row in range(3, 8):
        book.active.row_dimensions[row].hidden = True  # type: ignore[union-attr]
    sheet = read_bytes(saved(book), "a.xlsx")
    assert len(sheet.cells) == 12
    assert "hidden rows (5)" in remarks(sheet)


def test_merged_group_titles_and_merged_questions() -> None:
    book = book_of(
        [["基本信息", None, "满意度", None], ["编号", "性别", "Q1", "Q2"], [1, "男", 3, 4], [2, "女", 4, 4]]
    )
    book.active.merge_cells("A1:B1")  # type: ignore[union-attr]
    book.active.merge_cells("C1:D1")  # type: ignore[union-attr]
    assert read_bytes(saved(book), "a.xlsx").header == (("编号", "性别", "Q1", "Q2"),)
    book = book_of([["编号", "19、满意度", None], [None, "食堂", "宿舍"], [1, 3, 4], [2, 4, 4]])
    book.active.merge_cells("A1:A2")  # type: ignore[union-attr]
    book.active.merge_cells("B1:C1")  # type: ignore[union-attr]
    sheet = read_bytes(saved(book), "a.xlsx")
    assert sheet.header == (("编号", "19、满意度", ""), ("", "食堂", "宿舍"))
    assert sheet.row_number(0) == 3


def test_formulas_without_results_are_said() -> None:
    book = book_of([["Q1", "sum"], [1, "=A2+1"], [2, "=A3+1"]])
    assert "sum: 2 formulas without stored results" in remarks(read_bytes(saved(book), "a.xlsx"))


@pytest.mark.parametrize("reference", [True, False])
def test_error_cells_get_their_code_back(reference: bool) -> None:
    where = ' r="A3"' if reference else ""
    xml = sheet_xml([["Q1", "Q2"], [3, 4], ["?", 5]]).replace(
        '<c t="inlineStr"><is><t>?</t></is></c>', f'<c{where} t="e"><v>#N/A</v></c>'
    )
    sheet = read_bytes(package({"S": xml}), "a.xlsx")
    assert sheet.cells[0].tolist() == [3, "#N/A"]
    assert "1 error cells (such as #N/A) in Q1" in remarks(sheet)


def test_links_are_not_followed_and_said() -> None:
    xml = sheet_xml([["Q1"], [3], [4]]).replace("<v>3</v>", "<f>WEBSERVICE(&quot;http://x&quot;)</f><v>3</v>")
    sheet = read_bytes(package({"S": xml}), "a.xlsx")
    assert sheet.cells[0].tolist() == [3, 4]
    assert "nothing was fetched" in remarks(sheet)
    linked = package({"S": sheet_xml([["Q1"], [3]])}, extra=[("xl/externalLinks/externalLink1.xml", b"<a/>")])
    assert "nothing was fetched" in remarks(read_bytes(linked, "a.xlsx"))


def test_the_first_visible_sheet_with_data_is_read(refused: Refusal) -> None:
    sheets = {
        "说明": sheet_xml([]),
        "old": sheet_xml([["Q1", "Q2"], [1, 1]]),
        "一月": sheet_xml([["Q1", "Q2"], [2, 2]]),
        "二月": sheet_xml([["Q1", "Q2"], [3, 3]]),
    }
    book = package(sheets, states={"old": "hidden"})
    sheet = read_bytes(book, "a.xlsx")
    assert sheet.source.sheet == "一月"
    assert "3 sheets hold data" in remarks(sheet)
    assert "--sheet" in remarks(sheet)
    assert read_bytes(book, "a.xlsx", sheet="二月").cells.iloc[0, 0] == 3
    assert read_bytes(book, "a.xlsx", sheet=2).source.sheet == "old"
    assert read_bytes(book, "a.xlsx", sheet="4").source.sheet == "二月"
    assert "old, 一月, 二月" in refused(read_bytes, book, "a.xlsx", sheet="三月")
    assert "empty" in refused(read_bytes, book, "a.xlsx", sheet="说明")
    only_hidden = package({"a": sheets["old"]}, states={"a": "veryHidden"})
    assert "Only hidden sheets" in remarks(read_bytes(only_hidden, "a.xlsx"))


def test_empty_workbooks_and_lone_headers_are_refused(refused: Refusal) -> None:
    assert "no header and no rows" in refused(read_bytes, saved(openpyxl.Workbook()), "a.xlsx")
    said = refused(read_bytes, saved(book_of([["id", "Q1"]])), "a.xlsx")
    assert "0 respondents" in said
    assert "id, Q1" in said


def test_trailing_formatted_rows_are_ignored() -> None:
    sheet = read_bytes(
        package({"S": sheet_xml([["a", "b", None], [1, 2, None], [None, None, None]])}), "a.xlsx"
    )
    assert sheet.cells.shape == (1, 2)


def test_long_ids_are_said_to_be_cut() -> None:
    assert "more than 15 digits" in remarks(
        read_bytes(package({"S": sheet_xml([["id", "Q1"], [12345678901234567, 1], [2, 2]])}), "a.xlsx")
    )


def test_prefixed_elements_are_read() -> None:
    xml = (
        f'<x:worksheet {MAIN.replace("xmlns", "xmlns:x")}><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c>'
        '</x:row><x:row r="2"><x:c r="A2"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    assert read_bytes(package({"S": xml}), "a.xlsx").cells.iloc[0, 0] == 5


def test_large_sheets_go_without_the_second_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("survey_kit.responses.files.workbook.SMALL_SHEET", 10)
    book = book_of([["Q1", "Q2"], [1, 2], [3, 4]])
    assert read_bytes(saved(book), "a.xlsx").cells.shape == (2, 2)
    assert second_look.SMALL_SHEET > 10
