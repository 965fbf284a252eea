"""How wide the columns of a printed table are, and what to do when they do not fit the page.

Widths are in em of the table's type. They are estimated from the characters (Times for Latin, full
width for East Asian), so that a table needs no trial setting: Word does not measure columns when a
file is written by a program.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from survey_kit.report.document import DocTable, TextRow, plain
from survey_kit.report.writers.column_widths import (
    INDENT,
    PADDING,
    Width,
    cells_of,
    fit,
    head_places,
    measure,
)
from survey_kit.report.writers.type_width import mark_width, spans_width

CELL_LINES: Final = 5  # words in a cell rather not over more
LONG: Final = 25  # a table of so many lines fills most of a page
BROKEN: Final = 1.5  # lines a row from which the words of a table are broken too much
SAVING: Final = 0.75  # smaller type is worth its while when a long table shrinks to this part of its height


@dataclass(frozen=True, slots=True)
class Part:
    """A table or a vertical slice of one, with the width of each column in em.

    ``digits`` is the widest number of each column without its stars, 0 for columns of words.
    """

    table: DocTable
    widths: tuple[float, ...]
    digits: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A way to set a table: size of type in points, width of the page in em of it.

    ``tight``: the reserve for wider fonts may be given up before the page turns.
    """

    size: float
    width: float
    landscape: bool = False
    tight: bool = False


def layout(table: DocTable, pages: Sequence[Page]) -> tuple[Page, tuple[Part, ...]]:
    """Choose the first way in which the table fits without running over too many lines.

    A long table is set in smaller type when that keeps its words on fewer lines and saves a good part of
    its height. Where words run over in every way, the last upright page on which the table fits is taken;
    a table that fits nowhere is cut into slices. Each slice repeats the columns that name the rows and holds
    whole groups of columns under a common head.
    """
    measured = measure(table)
    fitting = [
        (page, widths)
        for page in pages
        if (widths := fit(measured, page.width, tight=page.tight)) is not None
    ]
    tidy = [way for way in fitting if _most_lines(measured, way[1]) <= CELL_LINES]
    if tidy:
        page, widths = tidy[0] if len(tidy) == 1 else _worth(table, tidy[0], tidy[1], pages[0])
        return page, (Part(table, widths, _digits(table)),)
    for page, widths in sorted(fitting, key=lambda way: (way[0].landscape, way[0].size)):
        return page, (Part(table, widths, _digits(table)),)
    ways = [(page, tuple(_slices(table, measured, page))) for page in pages]
    upright = [way for way in ways if not way[0].landscape][-1]
    # turning the page pays when it halves the number of slices
    return next((way for way in ways if 2 * len(way[1]) <= len(upright[1])), upright)


def _most_lines(measured: Sequence[Width], widths: Sequence[float]) -> float:
    return max((m.natural / w for m, w in zip(measured, widths, strict=True)), default=0.0)


_Way: TypeAlias = tuple[Page, tuple[float, ...]]


def _worth(table: DocTable, first: _Way, second: _Way, largest: Page) -> _Way:
    """The second way, in smaller type, where the first is long or much broken and the second much shorter."""
    if first[0] is not largest or second[0].landscape:
        return first
    lines = _lines(table, first[1])
    height = second[0].size * _lines(table, second[1])
    wanted = lines >= LONG or lines >= BROKEN * len(table.rows)
    return second if wanted and height <= SAVING * first[0].size * lines else first


def _lines(table: DocTable, widths: Sequence[float]) -> int:
    """Lines of the body, those on which words run over among them."""
    words = [column for column, align in enumerate(table.align) if align == "left"]
    total = 0
    for row in table.rows:
        most = 1
        for column in () if row.head else words:
            room = max(1.0, widths[column] - PADDING - INDENT * row.level * (column == 0))
            most = max(most, math.ceil(spans_width(row.cells[column].spans) / room))
        total += most
    return total


def sliced(table: DocTable, chosen: Sequence[int]) -> DocTable:
    """The table with some of its columns only."""
    heads = []
    for row in head_places(table):
        kept = [
            replace(cell, columns=count)
            for start, cell in row
            if (count := sum(start <= column < start + cell.columns for column in chosen))
        ]
        heads.append(tuple(kept))
    rows = tuple(
        row if row.head else TextRow(tuple(row.cells[column] for column in chosen), row.level, row.head)
        for row in table.rows
    )
    return replace(
        table, heads=tuple(heads), rows=rows, align=tuple(table.align[column] for column in chosen)
    )


def _digits(table: DocTable) -> tuple[float, ...]:
    return tuple(
        max((spans_width(c.spans) - mark_width(c.spans) for _, c in cells_of(table, column)), default=0.0)
        if align == "right"
        else 0.0
        for column, align in enumerate(table.align)
    )


def naming(table: DocTable) -> int:
    """How many columns say what a row is: the second too where the first is not repeated in every row."""
    if table.width < 3 or table.align[1] == "right":
        return 1
    return 2 if any(not plain(row.cells[0].spans) for row in table.rows if not row.head) else 1


def _slices(table: DocTable, measured: Sequence[Width], page: Page) -> Iterator[Part]:
    repeated = list(range(naming(table)))
    first = sum(measured[c].least for c in repeated)
    chosen: list[int] = []
    for group in _groups(table, measured, page.width - first, len(repeated)):
        wanted = first + sum(measured[c].least for c in [*chosen, *group])
        if chosen and wanted > page.width:
            yield _part(table, measured, [*repeated, *chosen], page)
            chosen = []
        chosen += group
    yield _part(table, measured, [*repeated, *chosen], page)


def _groups(
    table: DocTable, measured: Sequence[Width], available: float, repeated: int
) -> Iterator[list[int]]:
    """Columns that stay together: those under one head, unless they are too wide for a page."""
    for start, cell in next(head_places(table)):
        group = [c for c in range(start, start + cell.columns) if c >= repeated]
        if sum(measured[c].least for c in group) <= available:
            yield group
        else:
            yield from ([c] for c in group)


def _part(table: DocTable, measured: Sequence[Width], chosen: list[int], page: Page) -> Part:
    part = sliced(table, chosen)
    kept = [measured[c] for c in chosen]
    widths = fit(kept, page.width, tight=page.tight)
    if widths is None:  # one column alone is wider than the page: its text will be broken
        least = sum(width.least for width in kept)
        widths = tuple(width.least * page.width / least for width in kept)
    return Part(part, widths, _digits(part))
