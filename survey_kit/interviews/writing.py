"""Tables for people to work on: xlsx with texts that stay texts, or csv; same content, same bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from survey_kit.errors import UsageError
from survey_kit.output import building_file
from survey_kit.stamp import STAMP

Cell: TypeAlias = str | int | float | None
Rows: TypeAlias = Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class SheetOf:
    """A sheet: its head, its rows, and the width of each column in characters."""

    head: Sequence[str]
    rows: Rows
    widths: Sequence[int]


def write_table(path: Path, head: Sequence[str], rows: Rows, *, widths: Sequence[int]) -> None:
    """One table as xlsx or csv (UTF-8 with a mark, which Excel needs).

    Raises
    ------
    UsageError
        Another suffix.
    FileError
        The file cannot be written.
    """
    if path.suffix.lower() == ".csv":
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(head)
        writer.writerows(rows)
        with building_file(path) as target:
            target.write_bytes(text.getvalue().encode("utf-8-sig"))
        return
    if path.suffix.lower() != ".xlsx":
        raise UsageError(
            f"Interviews cannot be written as {path.suffix or path.name}. Formats: xlsx, csv.",
            f"无法将访谈写为{path.suffix or path.name}格式。可用格式：xlsx、csv。",
        )
    write_book(path, {"Sheet1": SheetOf(head, rows, widths)})


def write_book(path: Path, sheets: Mapping[str, SheetOf]) -> None:
    """A workbook; nothing in it is read as a formula, a number or a link that is none."""
    import xlsxwriter

    plainly = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with building_file(path) as target, xlsxwriter.Workbook(str(target), plainly) as book:
        book.set_properties({"created": STAMP})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for name, sheet in sheets.items():
            page = book.add_worksheet(name)
            for column, width in enumerate(sheet.widths):
                page.set_column(column, column, width, wrapped)
            page.write_row(0, 0, sheet.head, bold)
            page.freeze_panes(1, 0)
            page.repeat_rows(0)
            page.set_landscape()
            page.fit_to_pages(1, 0)
            for number, row in enumerate(sheet.rows, start=1):
                page.write_row(number, 0, row, wrapped)
