"""Tables of cells as files, xlsx or csv: text stays text, and the same cells give the same bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from survey_kit.errors import UsageError
from survey_kit.output import building_file, shown
from survey_kit.stamp import STAMP

Cell: TypeAlias = str | float | None
"""A text, a number, or None for an empty cell."""

Rows: TypeAlias = Iterable[Sequence[Cell]]

FOR_EXCEL = "utf-8-sig"
"""UTF-8 with a mark, without which Excel takes Chinese for something else."""


@dataclass(frozen=True, slots=True)
class SheetOf:
    """Rows of a sheet, its head first.

    With ``widths`` (characters a column) it is laid out for people to read and to print.
    """

    rows: Rows
    widths: Sequence[int] = ()


def write_sheets(path: Path, sheets: Mapping[str, SheetOf]) -> None:
    """Write a workbook, or one sheet as csv; the file appears whole or not at all.

    Raises
    ------
    UsageError
        The suffix is not .xlsx, nor .csv where there is one sheet.
    FileError
        The file cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix == ".csv" and len(sheets) == 1:
        (only,) = sheets.values()
        with building_file(path) as file:
            fill_csv(file, only.rows)
        return
    if suffix != ".xlsx":
        known = ".xlsx .csv" if len(sheets) == 1 else ".xlsx"
        name = shown(path.name)
        raise UsageError(f"{name}: use one of {known}.", f"{name}：请使用{known}之一。")
    with building_file(path) as file:
        fill_workbook(file, sheets)


def fill_csv(file: Path, rows: Rows, charset: str = FOR_EXCEL) -> None:
    """Write the rows to a file that is being built."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    file.write_bytes(text.getvalue().encode(charset))


def fill_workbook(file: Path, sheets: Mapping[str, SheetOf]) -> None:
    """Write the sheets to a file that is being built; no text becomes a formula, a number or a link."""
    import xlsxwriter

    plainly = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(file), plainly) as book:
        book.set_properties({"created": STAMP})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for name, sheet in sheets.items():
            page = book.add_worksheet(name)
            for column, width in enumerate(sheet.widths):
                page.set_column(column, column, width, wrapped)
            if sheet.widths:
                page.freeze_panes(1, 0)
                page.repeat_rows(0)
                page.set_landscape()
                page.fit_to_pages(1, 0)
            for number, row in enumerate(sheet.rows):
                styled = ((wrapped if number else bold),) if sheet.widths else ()
                page.write_row(number, 0, row, *styled)
