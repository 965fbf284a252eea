"""How wide the columns of one table want to be, and how they share the room there is.

Widths are in em of the table's type and estimated from the characters, so that a table needs no trial
setting.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from survey_kit.report.document import DocTable, HeadCell, Spans, TextCell, TextRow, plain
from survey_kit.report.writers.type_width import spans_width, text_width

PADDING: Final = 0.9  # white space of a column, both sides together
INDENT: Final = 1.0  # of the rows below a group head
NARROWEST_TEXT: Final = 8.0  # a column of words is not squeezed below this
HEAD_LINES: Final = 3  # a head may run over so many lines
SHORT_HEAD: Final = 4.0  # a head as short as this does not run over
MOST: Final = 0.6  # words keep so much of the room that they want before heads run over further
TIGHT: Final = 0.93  # what Times needs of the widths that are estimated with a reserve for wider fonts
_RELATION: Final = r"[（(]?\w+[ \u00a0]=[ \u00a0]\d+[）)]?"  # stays on one line
_WORD: Final = re.compile(rf"{_RELATION}|[^\s⺀-鿿＀-￯𠀀-𯿿]+|[⺀-鿿＀-￯𠀀-𯿿]")


@dataclass(frozen=True, slots=True)
class Width:
    """Room that a column asks for, in em: ``natural`` with nothing broken, ``least`` broken as far as it may be.

    ``words`` says that it holds sentences or names rather than numbers.
    """

    natural: float
    least: float
    words: bool = False


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


def measure(table: DocTable) -> list[Width]:
    """What each column asks for."""
    widths = []
    for column, align in enumerate(table.align):
        cells = [
            (INDENT * row.level + spans_width(cell.spans), plain(cell.spans))
            for row, cell in cells_of(table, column)
        ]
        natural = max((width for width, _ in cells), default=0.0)
        least = natural
        if align == "left":
            word = max((_longest_word(text) for _, text in cells), default=0.0)
            least = min(natural, max(NARROWEST_TEXT, min(word, 1.5 * NARROWEST_TEXT)))
        widths.append(Width(natural, least, align == "left"))
    for row in head_places(table):
        for start, cell in row:
            _widen(widths, start, cell)
    return [Width(width.natural + PADDING, width.least + PADDING, width.words) for width in widths]


def cells_of(table: DocTable, column: int) -> Iterator[tuple[TextRow, TextCell]]:
    """Cells of a column with their rows, group heads left out."""
    return ((row, row.cells[column]) for row in table.rows if not row.head and column < len(row.cells))


def _widen(widths: list[Width], start: int, cell: HeadCell) -> None:
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


def fit(widths: Sequence[Width], available: float, *, tight: bool) -> tuple[float, ...] | None:
    """Widths that fill the page; None when even the least do not fit.

    Words get the room that they want before heads of numbers do: a head may run over, a column of
    statements on four lines is hard to read.
    """
    least = sum(width.least for width in widths)
    if least > available:
        if tight and least * TIGHT <= available:
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


def _comfort(width: Width) -> float:
    """Room in which a head of numbers needs two lines."""
    return max(width.least, PADDING + (width.natural - PADDING) / 2)


def _level(words: Sequence[Width], available: float) -> float:
    """The width that columns of words get alike, at least the least and at most what is natural."""
    low, high = 0.0, available
    for _ in range(40):
        level = (low + high) / 2
        if sum(_between(width, level) for width in words) > available:
            high = level
        else:
            low = level
    return low


def _between(width: Width, level: float) -> float:
    return max(width.least, min(width.natural, level))
