"""The workbook: raw numbers, no formulas, names that Excel accepts."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from survey_kit.report.blocks import Estimate, Language
from survey_kit.report.document import DocTable, Document, HeadCell, Span, TextCell, TextRow
from survey_kit.report.typeset import typeset
from survey_kit.report.writers import xlsx
from survey_kit.report.writers.xlsx.names import sheet_names
from tests.report.sample import CATALOGUE, REPORT


@pytest.fixture(scope="module", params=["en", "zh"])
def language(request: pytest.FixtureRequest) -> Language:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def document(language: Language) -> Document:
    return typeset(REPORT, CATALOGUE, language)


@pytest.fixture(scope="module")
def path(document: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("xlsx") / "report.xlsx"
    xlsx.write(document, {}, path)
    return path


@pytest.fixture(scope="module")
def book(path: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(path)


def one_table(*cells: TextCell, language: Language = "en", title: str = "t") -> Document:
    spans = (Span("caption"),)
    head = tuple(HeadCell((Span(f"c{i}"),)) for i in range(len(cells)))
    align = tuple("left" if cell.value is None else "right" for cell in cells)
    table = DocTable("a", "Table", "4-1", spans, (head,), (TextRow(cells),), align)  # type: ignore[arg-type]
    return Document(title, language, 4, (table,))


def first_table(document: Document, path: Path) -> Worksheet:
    xlsx.write(document, {}, path)
    return openpyxl.load_workbook(path).worksheets[1]


def test_an_index_and_a_sheet_a_table(book: openpyxl.Workbook, document: Document) -> None:
    assert len(book.worksheets) == len(document.tables) + 1
    index = book.worksheets[0]
    for row, table in enumerate(document.tables, start=4):
        cell = index.cell(row, 1)
        assert cell.value == f"{table.word} {table.number}"
        target = cell.hyperlink.location if cell.hyperlink else None
        assert target == f"'{book.worksheets[row - 3].title}'!A1"


def test_no_formulas_and_no_links_outside(book: openpyxl.Workbook, path: Path) -> None:
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)
            assert all(cell.hyperlink is None or cell.hyperlink.target is None for cell in row)
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                assert b"<f>" not in archive.read(name)
            assert b'TargetMode="External"' not in archive.read(name)
    texts = [c.value for sheet in book.worksheets for row in sheet.iter_rows() for c in row]
    assert "=1+1" in texts


def test_numbers_are_raw_and_look_like_the_chapter(book: openpyxl.Workbook, language: Language) -> None:
    sheet = book.worksheets[1]
    row = next(r for r in sheet.iter_rows(min_row=3) if r[0].value == "PAY00")
    assert [cell.value for cell in row][:7] == pytest.approx(
        ["PAY00", 93, 3.125, 0.9, 0.62, 0.5, 0.71]  # the interval takes two columns
    )
    bounded = ".000" if language == "en" else "0.000"
    assert row[2].number_format.startswith("#,##0.00" if language == "en" else "0.00")
    assert row[4].number_format.startswith(bounded)
    assert row[5].number_format.startswith(f'"["{bounded}","')
    assert row[6].number_format.startswith(f'{bounded}"]"')


def test_every_number_of_the_document_is_there(book: openpyxl.Workbook, document: Document) -> None:
    for table, sheet in zip(document.tables, book.worksheets[1:], strict=True):
        ours = [c.value for row in table.rows for c in row.cells if c.value is not None]
        bounds = [bound for row in table.rows for c in row.cells for bound in c.interval or ()]
        first = 2 + len(table.heads)
        rows = sheet.iter_rows(min_row=first, max_row=first + len(table.rows) - 1) if table.rows else ()
        theirs = [c.value for row in rows for c in row if isinstance(c.value, int | float)]
        assert sorted(theirs) == pytest.approx(sorted([*ours, *bounds]))


def test_the_interval_is_that_of_the_estimate(document: Document) -> None:
    cells = [cell for row in document.tables[0].rows for cell in row.cells if cell.interval]
    assert cells[0].interval == pytest.approx((0.5, 0.71))
    assert Estimate(0.62, 0.5, 0.71).has_interval


def test_captions_heads_and_notes(book: openpyxl.Workbook, document: Document) -> None:
    for table, sheet in zip(document.tables, book.worksheets[1:], strict=True):
        assert str(sheet["A1"].value).startswith(f"{table.word} {table.number}  ")
        values = [str(row[0].value) for row in sheet.iter_rows()]
        for note in table.notes:
            assert "".join(span.text for span in note) in values
        assert sheet.freeze_panes is not None
        assert sheet.print_title_rows == f"$1:${1 + len(table.heads)}"


def test_the_same_bytes_every_time(document: Document, path: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.xlsx"
    xlsx.write(document, {}, again)
    assert again.read_bytes() == path.read_bytes()


def test_long_text_is_cut_with_a_remark(tmp_path: Path) -> None:
    for language, word in (("en", "cut"), ("zh", "截断")):
        document = one_table(TextCell((Span("长😀" * 20_000),)), language=language)  # type: ignore[arg-type]
        text = str(first_table(document, tmp_path / "x.xlsx")["A3"].value)
        assert len(text.encode("utf-16-le")) // 2 <= 32_767
        assert word in text[-60:]


def test_control_characters_and_halves_are_dropped(tmp_path: Path) -> None:
    cells = (TextCell((Span("a\x07b\x1b[0m\ud800c"),)), TextCell((Span("\x00"), Span("x\x01", "italic"))))
    sheet = first_table(one_table(*cells, title="t\x02"), tmp_path / "x.xlsx")
    assert sheet["A3"].value == "ab[0mc"
    assert sheet["B3"].value == "x"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "http://example.org", "1234", "{=1}", "_x0041_"]
)
def test_text_stays_text(text: str, tmp_path: Path) -> None:
    cells = (
        TextCell((Span(text),)),
        TextCell((Span(text, "italic"),)),
        TextCell((Span(text), Span(text, "bold"))),
    )
    sheet = first_table(one_table(*cells), tmp_path / "x.xlsx")
    assert [cell.data_type for cell in sheet[3]] == ["s", "s", "s"]
    if "_x" not in text:  # openpyxl does not read the escape that Excel does
        assert [cell.value for cell in sheet[3]] == [text, text, text + text]


def test_infinite_values_are_shown_as_text(tmp_path: Path) -> None:
    sheet = first_table(one_table(TextCell((Span("∞"),), float("inf"))), tmp_path / "x.xlsx")
    assert sheet["A3"].value == "∞"


def test_a_document_without_tables(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    xlsx.write(replace(one_table(), blocks=()), {}, path)
    assert len(openpyxl.load_workbook(path).worksheets) == 1


def test_names_of_sheets() -> None:
    wanted = [
        "目录",
        "4-1 " + "很长的表题" * 20,
        "4-1 " + "很长的表题" * 20,
        "a[b]:*?/\\'c",
        "'''",
        "HISTORY",
        "A",
        "a",
        "😀" * 40,
    ]
    names = sheet_names(wanted)
    assert len({name.casefold() for name in names}) == len(wanted)
    for name in names:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
        assert not re.search(r"[\[\]:*?/\\']", name)
        assert name.casefold() != "history"
