"""Writing plain sheets of cells to a workbook; the same cells give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from survey_kit.errors import UsageError
from survey_kit.output import building_file
from survey_kit.stamp import STAMP

Rows: TypeAlias = Sequence[Sequence[str | float | None]]
"""Rows of cells; None is an empty cell."""


def write_sheets(sheets: Mapping[str, Rows], path: Path) -> None:
    """Write each sheet under its name, texts as texts.

    Raises
    ------
    UsageError
        The file is to be something else than xlsx.
    FileError
        The file cannot be written.
    """
    import xlsxwriter

    if path.suffix.lower() != ".xlsx":
        raise UsageError(
            f"This part is written as .xlsx, not as {path.suffix or path.name}.",
            f"该部分只能写为.xlsx，不能写为{path.suffix or path.name}。",
        )
    plainly = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with building_file(path) as file, xlsxwriter.Workbook(str(file), plainly) as book:
        book.set_properties({"created": STAMP})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
