"""A workbook: its formats and how text gets into its cells."""

from __future__ import annotations

import re
from typing import Any, Final

from survey_kit.report.blocks import Language
from survey_kit.report.document import Span, Spans, plain

_FONT: Final = {"font_name": "Times New Roman", "font_size": 10.5, "valign": "vcenter"}
_STYLES: Final[dict[str, dict[str, Any]]] = {
    "italic": {"italic": True},
    "bold": {"bold": True},
    "superscript": {"font_script": 1},
    "subscript": {"font_script": 2},
}
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST: Final = 32_767  # of the text of a cell, in UTF-16 units
_CUT: Final[dict[Language, str]] = {
    "en": " … [cut: a cell of Excel holds 32,767 characters]",
    "zh": "……［已截断：Excel单元格最多容纳32,767个字符］",
}


class Book:
    """A workbook of xlsxwriter and the formats that it has already."""

    def __init__(self, workbook: Any, language: Language) -> None:
        self._workbook = workbook
        self._language: Language = language
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def format(self, **properties: Any) -> Any:
        """The format with these properties; equal ones are made once."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self._workbook.add_format({**_FONT, **properties})
        return self._formats[key]

    def text(self, text: str) -> str:
        """Text that a cell can hold; what is cut off leaves a remark."""
        text = _ILLEGAL.sub("", text)
        if len(text) * 2 <= _LONGEST or _units(text) <= _LONGEST:
            return text
        remark = _CUT[self._language]
        kept = text[: _LONGEST - len(remark)]
        while _units(kept) > _LONGEST - len(remark):
            kept = kept[:-1]
        return kept + remark

    def put(self, sheet: Any, row: int, column: int, spans: Spans, **properties: Any) -> None:
        """Styled text into a cell, always as text."""
        form = self.format(**properties)
        text = self.text(plain(spans))
        runs = [Span(_ILLEGAL.sub("", span.text), span.style) for span in spans]
        runs = [run for run in runs if run.text]
        if not text:
            sheet.write_blank(row, column, None, form)
        elif len(runs) == 1 and runs[0].style in _STYLES:
            sheet.write_string(row, column, text, self.format(**properties, **_STYLES[runs[0].style]))
        elif len(runs) < 2 or text != "".join(run.text for run in runs):
            sheet.write_string(row, column, text, form)
        else:
            parts: list[Any] = []
            for run in runs:
                if run.style:
                    parts.append(self.format(**{**_fonts(properties), **_STYLES[run.style]}))
                elif _fonts(properties):
                    parts.append(self.format(**_fonts(properties)))
                parts.append(run.text)
            sheet.write_rich_string(row, column, *parts, form)

    def merge(self, sheet: Any, place: tuple[int, int, int, int], spans: Spans, **properties: Any) -> None:
        """Styled text into the cells from ``(row, column)`` to ``(row, column)``, made one."""
        row, column, last_row, last_column = place
        if (row, column) != (last_row, last_column):
            sheet.merge_range(row, column, last_row, last_column, "", self.format(**properties))
        self.put(sheet, row, column, spans, **properties)

    def link(self, sheet: Any, row: int, column: int, target: str, text: str, **properties: Any) -> None:
        """A link to another sheet of the workbook."""
        form = self.format(font_color="#1f4e79", underline=1, **properties)
        sheet.write_url(row, column, f"internal:'{target}'!A1", form, self.text(text))


def _fonts(properties: dict[str, Any]) -> dict[str, Any]:
    """Those properties that belong to letters, not to the cell."""
    return {key: value for key, value in properties.items() if key in ("bold", "italic", "font_size")}


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "replace")) // 2
