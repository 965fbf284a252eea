"""How wide the columns of a printed table are, and what to do when they do not fit the page.

Widths are in em of the table's type. They are estimated from the characters (Times for Latin, full
width for East Asian), so that a table needs no trial setting: Word does not measure columns when a
file is written by a program.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from survey_kit.report.document import DocTable, HeadCell, Spans, TextCell, TextRow, plain
from survey_kit.report.writers.type_width import mark_width, spans_width, text_width

PADDING: Final = 0.9  # white space of a column, both sides together
INDENT: Final = 1.0  # of the rows below a group head
NARROWEST_TEXT: Final = 8.0  # a column of words is not squeezed below this
CELL_LINES: Final = 5  # words in a cell rather not over more
MOST: Final = 0.6  # words keep so much of the room that they want before heads run over further
TIGHT: Final = 0.93  # what Times needs of the widths that are estimated with a reserve for wider fonts
LONG: Final = 25  # a table of so many lines fills most of a page
SAVING: Final = 0.75  # smaller type is worth its while when a long table shrinks to this part of its height
HEAD_LINES: Final = 3  # a head may run over so many lines
SHORT_HEAD: Final = 4.0  # a head as short as this does not run over

_WORD: Final = re.compile(r"[^\s⺀-鿿＀-￯𠀀-𯿿]+|[⺀-鿿＀-￯𠀀-𯿿]")


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
    a table that fits nowhere is cut into slices. Each slice repeats the first column and holds whole groups
    of columns under a common head.
    """
    measured = _measure(table)
    fitting = [(page, widths) for page in pages if (widths := _fit(measured, page)) is not None]
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


def _most_lines(measured: Sequence[_Width], widths: Sequence[float]) -> float:
    return max((m.natural / w for m, w in zip(measured, widths, strict=True)), default=0.0)


_Way: TypeAlias = tuple[Page, tuple[float, ...]]


def _worth(table: DocTable, first: _Way, second: _Way, largest: Page) -> _Way:
    """The second way, in smaller type, where the first is long and the second much shorter."""
    if first[0] is not largest or second[0].landscape:
        return first
    lines = _lines(table, first[1])
    height = second[0].size * _lines(table, second[1])
    return second if lines >= LONG and height <= SAVING * first[0].size * lines else first


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


def head_line(spans: Spans, available: float) -> float:
    """Width at which a head that runs over breaks into lines of about equal length, in em."""
    natural = spans_width(spans)
    if natural <= available or available <= 0:
        return available
    lines = math.ceil(natural / available)
    return min(available, max(natural / lines + 0.6, _longest_word(plain(spans))))


def head_places(table: DocTable) -> Iterator[list[tuple[int, HeadCell]]]:
    """For each head row its cells with the column at which they begin."""
    open_until = [0] * table.width
    for level, row in enumerate(table.heads):
        places = []
        at = 0
        for cell in row:
            while at < table.width and open_until[at] > level:
                at += 1
            places.append((at, cell))
            for column in range(at, min(at + cell.columns, table.width)):
                open_until[column] = level + cell.rows
            at += cell.columns
        yield places


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


@dataclass(frozen=True, slots=True)
class _Width:
    natural: float  # nothing is broken
    least: float  # broken as far as it may be
    words: bool = False


def _cells(table: DocTable, column: int) -> Iterator[tuple[TextRow, TextCell]]:
    return ((row, row.cells[column]) for row in table.rows if not row.head and column < len(row.cells))


def _digits(table: DocTable) -> tuple[float, ...]:
    return tuple(
        max((spans_width(c.spans) - mark_width(c.spans) for _, c in _cells(table, column)), default=0.0)
        if align == "right"
        else 0.0
        for column, align in enumerate(table.align)
    )


def _measure(table: DocTable) -> list[_Width]:
    widths = []
    for column, align in enumerate(table.align):
        cells = [
            (INDENT * row.level + spans_width(cell.spans), plain(cell.spans))
            for row, cell in _cells(table, column)
        ]
        natural = max((width for width, _ in cells), default=0.0)
        least = natural
        if align == "left":
            word = max((_longest_word(text) for _, text in cells), default=0.0)
            least = min(natural, max(NARROWEST_TEXT, min(word, 1.5 * NARROWEST_TEXT)))
        widths.append(_Width(natural, least, align == "left"))
    for row in head_places(table):
        for start, cell in row:
            _widen(widths, start, cell)
    return [_Width(width.natural + PADDING, width.least + PADDING, width.words) for width in widths]


def _widen(widths: list[_Width], start: int, cell: HeadCell) -> None:
    """Make room for a head above one or several columns."""
    natural = spans_width(cell.spans)
    least = max(_longest_word(plain(cell.spans)), natural / HEAD_LINES)
    if natural <= SHORT_HEAD:
        least = natural
    covered = range(start, min(start + cell.columns, len(widths)))
    count = len(covered)
    if count > 1:  # the padding between the columns belongs to the head above them
        natural, least = natural - PADDING * (count - 1), least - PADDING * (count - 1)
    missing = max(0.0, natural - sum(widths[c].natural for c in covered)) / max(1, count)
    missing_least = max(0.0, least - sum(widths[c].least for c in covered)) / max(1, count)
    for c in covered:
        grown = widths[c].least + missing_least
        widths[c] = replace(widths[c], natural=max(widths[c].natural + missing, grown), least=grown)


def _longest_word(text: str) -> float:
    return max((text_width(word) for word in _WORD.findall(text)), default=0.0)


def _fit(widths: Sequence[_Width], page: Page) -> tuple[float, ...] | None:
    """Widths that fill the page; None when even the least do not fit.

    Words get the room that they want before heads of numbers do: a head may run over, a column of
    statements on four lines is hard to read.
    """
    available = page.width
    least = sum(width.least for width in widths)
    if least > available:
        if page.tight and least * TIGHT <= available:
            return tuple(width.least * available / least for width in widths)
        return None
    total = sum(width.natural for width in widths)
    if total <= available:
        space = (available - total) / max(1, len(widths))
        return tuple(width.natural + space for width in widths)
    # heads on two lines if the words then keep most of what they want, else on as many as they bear
    for heads in ([_comfort(width) for width in widths], [width.least for width in widths]):
        left = available - sum(head for w, head in zip(widths, heads, strict=True) if not w.words)
        wanted = sum(width.natural for width in widths if width.words)
        if wanted <= left:
            lacking = sum(w.natural - head for w, head in zip(widths, heads, strict=True) if not w.words)
            part = min(1.0, (left - wanted) / lacking) if lacking else 0.0
            return tuple(
                w.natural if w.words else head + part * (w.natural - head)
                for w, head in zip(widths, heads, strict=True)
            )
        if left >= MOST * wanted and left >= sum(width.least for width in widths if width.words):
            break
    level = _level([width for width in widths if width.words], left)
    return tuple(_between(w, level) if w.words else head for w, head in zip(widths, heads, strict=True))


def _comfort(width: _Width) -> float:
    """Room in which a head of numbers needs two lines."""
    return max(width.least, PADDING + (width.natural - PADDING) / 2)


def _level(words: Sequence[_Width], available: float) -> float:
    """The width that columns of words get alike, at least the least and at most what is natural."""
    low, high = 0.0, available
    for _ in range(40):
        level = (low + high) / 2
        if sum(_between(width, level) for width in words) > available:
            high = level
        else:
            low = level
    return low


def _between(width: _Width, level: float) -> float:
    return max(width.least, min(width.natural, level))


def _slices(table: DocTable, measured: Sequence[_Width], page: Page) -> Iterator[Part]:
    first = measured[0].least
    chosen: list[int] = []
    for group in _groups(table, measured, page.width - first):
        wanted = first + sum(measured[c].least for c in [*chosen, *group])
        if chosen and wanted > page.width:
            yield _part(table, measured, [0, *chosen], page)
            chosen = []
        chosen += group
    yield _part(table, measured, [0, *chosen], page)


def _groups(table: DocTable, measured: Sequence[_Width], available: float) -> Iterator[list[int]]:
    """Columns that stay together: those under one head, unless they are too wide for a page."""
    for start, cell in next(head_places(table)):
        group = [c for c in range(start, start + cell.columns) if c > 0]
        if sum(measured[c].least for c in group) <= available:
            yield group
        else:
            yield from ([c] for c in group)


def _part(table: DocTable, measured: Sequence[_Width], chosen: list[int], page: Page) -> Part:
    part = sliced(table, chosen)
    kept = [measured[c] for c in chosen]
    widths = _fit(kept, page)
    if widths is None:  # one column alone is wider than the page: its text will be broken
        least = sum(width.least for width in kept)
        widths = tuple(width.least * page.width / least for width in kept)
    return Part(part, widths, _digits(part))
