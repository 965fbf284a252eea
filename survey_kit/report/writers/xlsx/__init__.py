"""The tables of the chapter as an Excel workbook with raw numbers.

A sheet a table, an index in front. Numbers keep their full precision; a number format shows them as
the chapter prints them. Texts are always written as texts: none becomes a formula or a link.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from survey_kit.report.blocks import Language
from survey_kit.report.document import Document, FigureFiles, Span, plain
from survey_kit.report.writers.xlsx.book import Book
from survey_kit.report.writers.xlsx.names import sheet_names
from survey_kit.report.writers.xlsx.tables import put_table

_WORDS: Final[dict[Language, dict[str, str]]] = {
    "en": {"contents": "Contents", "number": "No.", "table": "Table", "back": "Back to the contents"},
    "zh": {"contents": "目录", "number": "编号", "table": "表题", "back": "返回目录"},
}
_CREATED: Final = datetime(2000, 1, 1)  # the same for every run, so that the bytes are the same
_A4: Final = 9


def write(document: Document, figures: Mapping[str, FigureFiles], path: Path) -> None:  # noqa: ARG001
    """Write every table of the chapter; text and figures are in the other formats.

    Parameters
    ----------
    document
        The typeset chapter.
    figures
        Not used: the workbook is for the numbers.
    path
        The file to write.
    """
    from xlsxwriter import Workbook

    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    words = _WORDS[document.language]
    wanted = [words["contents"], *(f"{table.number} {plain(table.caption)}" for table in document.tables)]
    names = sheet_names(wanted)
    with Workbook(str(path), options) as workbook:
        workbook.set_properties({"title": document.title[:255], "created": _CREATED})
        book = Book(workbook, document.language)
        _put_index(book, workbook.add_worksheet(names[0]), document, names[1:])
        for table, name in zip(document.tables, names[1:], strict=True):
            sheet = workbook.add_worksheet(name)
            below = put_table(book, sheet, table)
            book.link(sheet, below + 1, 0, names[0], words["back"])


def _put_index(book: Book, sheet: Any, document: Document, names: list[str]) -> None:
    words = _WORDS[document.language]
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, 80)
    book.put(sheet, 0, 0, (Span(document.title),), bold=True, font_size=13)
    for column, key in enumerate(("number", "table")):
        book.put(sheet, 2, column, (Span(words[key]),), bold=True, top=2, bottom=1)
    last = len(names) + 2
    for row, (table, name) in enumerate(zip(document.tables, names, strict=True), start=3):
        edge = {"bottom": 2} if row == last else {}
        book.link(sheet, row, 0, name, f"{table.word} {table.number}", **edge)
        book.put(sheet, row, 1, table.caption, text_wrap=True, **edge)
    sheet.freeze_panes(3, 0)
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
