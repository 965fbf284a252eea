"""One table on a sheet of its own."""

from __future__ import annotations

import math
import unicodedata
from typing import Any, Final

from survey_kit.report.document import DocTable, HeadCell, Span, Spans, TextCell, TextRow, plain
from survey_kit.report.writers.xlsx.book import Book

_NARROWEST, _WIDEST_NUMBER, _WIDEST_TEXT = 7.0, 18.0, 46.0  # columns, in digits
_LINE: Final = 15.0  # height of a line in points
_HIGHEST: Final = 409.0  # row of Excel
_A4: Final = 9
_PORTRAIT: Final = 88.0  # digits that fit across an upright page
_THICK, _THIN, _HAIR = 2, 1, 4  # borders of xlsxwriter


def put_table(book: Book, sheet: Any, table: DocTable) -> int:
    """Caption, head, rows and notes; gives the row below the last one.

    A column of intervals takes two columns of the sheet, one a bound.
    """
    grid = _Grid(table)
    sheet.hide_gridlines(2)
    for column, width in enumerate(grid.widths):
        sheet.set_column(column, column, width)
    _put_caption(book, sheet, table, grid)
    first = 1 + len(table.heads)
    _put_heads(book, sheet, table, grid)
    last = first + len(table.rows) - 1
    for place, row in enumerate(table.rows, start=first):
        _put_row(book, sheet, place, row, grid, last=place == last)
    below = last + 1
    for note in table.notes:
        _put_note(book, sheet, below, note, grid)
        below += 1
    sheet.freeze_panes(first, 1 if table.align[0] == "left" and grid.columns > 1 else 0)
    sheet.repeat_rows(0, first - 1)
    sheet.set_paper(_A4)
    if sum(grid.widths) > _PORTRAIT:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")
    return below


class _Grid:
    """Where the columns of a table stand on the sheet, and how wide those are."""

    def __init__(self, table: DocTable) -> None:
        self.align = table.align
        self.double = [
            any(len(row.cells) > column and row.cells[column].interval for row in table.rows if not row.head)
            for column in range(table.width)
        ]
        self.starts = [0]
        for double in self.double:
            self.starts.append(self.starts[-1] + (2 if double else 1))
        self.columns = self.starts[-1]
        self.widths = self._widths(table)

    def span(self, column: int, count: int = 1) -> tuple[int, int]:
        """First and last column on the sheet of ``count`` columns of the table."""
        end = min(column + count, len(self.align))
        return self.starts[column], self.starts[end] - 1

    def _widths(self, table: DocTable) -> list[float]:
        widths = []
        for column, double in enumerate(self.double):
            shown = [_width(row.cells[column].spans) for row in table.rows if _has(row, column)]
            indent = 2 if column == 0 and any(row.level for row in table.rows) else 0
            widest = max(shown, default=0.0) + indent + 2
            heads = [_width(cell.spans) + 2 for cell, at in _bottom_heads(table) if at == column]
            if double:
                widths += [max(_NARROWEST, widest / 2 + 1)] * 2
                continue
            most = _WIDEST_TEXT if self.align[column] == "left" else _WIDEST_NUMBER
            widths.append(max(_NARROWEST, min(most, max([widest, *heads]))))
        return widths


def _has(row: TextRow, column: int) -> bool:
    return not row.head and len(row.cells) > column


def _placed_heads(table: DocTable) -> list[list[tuple[HeadCell, int]]]:
    """Head cells by head row, each with its first column."""
    covered = [0] * table.width  # head row up to which a column is taken from above
    result = []
    for level, row in enumerate(table.heads):
        placed = []
        at = 0
        for cell in row:
            while at < table.width - 1 and covered[at] > level:
                at += 1
            placed.append((cell, at))
            for column in range(at, min(at + cell.columns, table.width)):
                covered[column] = level + cell.rows
            at = min(at + cell.columns, table.width - 1)
        result.append(placed)
    return result


def _bottom_heads(table: DocTable) -> list[tuple[HeadCell, int]]:
    return [(cell, at) for row in _placed_heads(table) for cell, at in row if cell.columns == 1]


def _put_caption(book: Book, sheet: Any, table: DocTable, grid: _Grid) -> None:
    spans = (Span(f"{table.word} {table.number}  "), *table.caption)
    _put_across(book, sheet, 0, spans, grid, bold=True, align="center")


def _put_note(book: Book, sheet: Any, row: int, note: Spans, grid: _Grid) -> None:
    _put_across(book, sheet, row, note, grid, font_size=9, align="left")


def _put_across(book: Book, sheet: Any, row: int, spans: Spans, grid: _Grid, **properties: Any) -> None:
    """Text over the whole width; merged cells do not find their height by themselves."""
    lines = math.ceil(_width(spans) * 1.05 / max(sum(grid.widths), 1.0))
    sheet.set_row(row, min(_LINE * max(lines, 1) + 3, _HIGHEST))
    place = (row, 0, row, grid.columns - 1)
    book.merge(sheet, place, spans, text_wrap=True, valign="vcenter", **properties)


def _put_heads(book: Book, sheet: Any, table: DocTable, grid: _Grid) -> None:
    count = len(table.heads)
    for level, row in enumerate(_placed_heads(table)):
        lines = 1
        for cell, at in row:
            first, last = grid.span(at, cell.columns)
            room = sum(grid.widths[first : last + 1])
            if cell.rows == 1:
                lines = max(lines, math.ceil((_width(cell.spans) + 1) / room))
            deep = level + cell.rows >= count
            borders: dict[str, int] = {"bottom": _THIN if deep else _HAIR}
            if level == 0:
                borders["top"] = _THICK
            single = cell.columns == 1 and not grid.double[at]
            align = grid.align[at] if single else "center"
            end = min(level + cell.rows, count)
            place = (1 + level, first, end, last)
            book.merge(sheet, place, cell.spans, text_wrap=True, align=align, **borders)
        sheet.set_row(1 + level, _LINE * min(lines, 4) + 3)


def _put_row(book: Book, sheet: Any, place: int, row: TextRow, grid: _Grid, *, last: bool) -> None:
    edge = {"bottom": _THICK} if last else {}
    if row.head:
        if row.cells:
            book.put(sheet, place, 0, row.cells[0].spans, bold=True, **edge)
        for column in range(1, grid.columns) if last else ():
            sheet.write_blank(place, column, None, book.format(**edge))
        return
    sheet.set_row(place, _height(row, grid))
    for column, cell in enumerate(row.cells):
        indent = {"indent": row.level} if column == 0 and row.level else {}
        first, end = grid.span(column)
        if grid.double[column]:
            _put_bounds(book, sheet, place, first, cell, **edge)
        elif cell.value is not None and math.isfinite(cell.value):
            strong = {"bold": True} if cell.spans and cell.spans[0].style == "bold" else {}
            look = {"num_format": cell.number_format, "align": grid.align[column], **strong, **indent, **edge}
            sheet.write_number(place, end, cell.value, book.format(**look))
        else:
            wrap = {"text_wrap": True} if grid.align[column] == "left" else {}
            book.put(sheet, place, end, cell.spans, align=grid.align[column], **wrap, **indent, **edge)


def _height(row: TextRow, grid: _Grid) -> float:
    """Height of a row whose words run over several lines; not every program finds it by itself."""
    lines = 1
    for column, cell in enumerate(row.cells):
        if cell.value is None and grid.align[column] == "left":
            room = grid.widths[grid.starts[column]] - 2 * row.level - 1
            lines = max(lines, math.ceil(_width(cell.spans) * 1.05 / room))
    return min(_LINE * lines, _HIGHEST)


def _put_bounds(book: Book, sheet: Any, row: int, column: int, cell: TextCell, **edge: int) -> None:
    """Two numbers that read as one interval in brackets."""
    if cell.interval is None or not all(map(math.isfinite, cell.interval)):
        book.put(sheet, row, column, cell.spans, align="right", **edge)
        sheet.write_blank(row, column + 1, None, book.format(**edge))
        return
    parts = cell.number_format.split(";")
    opened = ";".join(f'"["{part}","' for part in parts)
    closed = ";".join(f'{part}"]"' for part in parts)
    sheet.write_number(row, column, cell.interval[0], book.format(num_format=opened, align="right", **edge))
    sheet.write_number(
        row, column + 1, cell.interval[1], book.format(num_format=closed, align="left", **edge)
    )


def _width(spans: Spans) -> float:
    """Width in digits; an ideograph is as wide as two."""
    text = plain(spans)[:2000]
    return float(sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text))
