"""One table typeset: cells rounded and worded, heads laid out, notes lettered."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import Final, Literal, TypeAlias

from survey_kit.report import format as fmt
from survey_kit.report.blocks import Cell, Column, Estimate, Note, Row, Starred, Table, say
from survey_kit.report.document import DocTable, HeadCell, Span, Spans, TextCell, TextRow, plain
from survey_kit.report.wording import Wording, merged

Align: TypeAlias = Literal["left", "right", "center"]
SHORT_TEXT: Final = 8  # characters: ids, yes and no, letters of groups stand in the middle
_MEASURED: Final = frozenset({"number", "coefficient", "bounded"})
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
# what the raised letters look like where there is plain text only, as in the number format of a cell
_RAISED: Final = dict(zip(_LETTERS, "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖqʳˢᵗᵘᵛʷˣʸᶻ", strict=True))


def set_table(table: Table, words: Wording, *, anchor: str, number: str) -> DocTable:
    """Typeset a table.

    An interval column becomes two physical ones: the value, and its interval. Notes on columns,
    rows and cells get letters in reading order; the same words get the same letter.

    Raises
    ------
    ValueError
        A note hangs on a row or column that the table does not have: a mistake of ours.
    """
    marks = _mark(table, words)
    rows = tuple(_row(row, table.columns, marks, words) for row in table.rows)
    align: list[Align] = []
    for column in table.columns:
        align.append(_align(column, len(align), rows))
        if column.interval:
            align.append("center")
    return DocTable(
        anchor=anchor,
        word=words.text(say("page.table")),
        number=number,
        caption=words.spans(table.title),
        heads=_heads(table, marks, words),
        rows=rows,
        align=tuple(align),
        notes=_notes(table, marks, words),
    )


def _align(column: Column, position: int, rows: tuple[TextRow, ...]) -> Align:
    if column.kind != "text":
        return "right"
    lengths = (len(plain(row.cells[position].spans)) for row in rows if not row.head)
    return "center" if position and max(lengths, default=0) <= SHORT_TEXT else "left"


@dataclass(frozen=True, slots=True)
class _Marks:
    """Letters by place: (row key or "", column key)."""

    places: dict[tuple[str, str], str] = field(default_factory=dict)
    texts: dict[str, Spans] = field(default_factory=dict)

    def at(self, row: str, column: str) -> str:
        return self.places.get((row, column), "")


def _mark(table: Table, words: Wording) -> _Marks:
    rows = {row.key: index for index, row in enumerate(table.rows, start=1)}
    columns = {column.key: index for index, column in enumerate(table.columns)}

    def place(note: Note) -> tuple[int, int]:
        try:
            return (
                rows[note.row] if note.row is not None else 0,
                columns[note.column] if note.column is not None else 0,
            )
        except KeyError as missing:
            raise ValueError(f"table {table.id}: a note hangs on {missing}, which is not there") from None

    marks = _Marks()
    letters: dict[Spans, str] = {}
    for note in sorted((n for n in table.notes if n.row is not None or n.column is not None), key=place):
        text = words.spans(note.say)
        letter = letters.setdefault(text, _letter(len(letters)))
        marks.texts[letter] = text
        row, column = place(note)
        key = (table.rows[row - 1].key if row else "", table.columns[column].key)
        before = marks.places.get(key)
        marks.places[key] = f"{before},{letter}" if before else letter
    return marks


def _letter(index: int) -> str:
    first, last = divmod(index, len(_LETTERS))
    return (_LETTERS[first - 1] if first else "") + _LETTERS[last]


def _heads(table: Table, marks: _Marks, words: Wording) -> tuple[tuple[HeadCell, ...], ...]:
    deep = any(column.span is not None for column in table.columns)
    top: list[HeadCell] = []
    below: list[HeadCell] = []
    span_before: Spans | None = None
    for column in table.columns:
        cells = _column_heads(column, table, marks, words)
        if column.span is None:
            top += [HeadCell(cell, rows=2 if deep else 1) for cell in cells]
            span_before = None
            continue
        span = words.spans(column.span)
        if span == span_before:
            top[-1] = HeadCell(span, columns=top[-1].columns + len(cells))
        else:
            top.append(HeadCell(span, columns=len(cells)))
        span_before = span
        below += [HeadCell(cell) for cell in cells]
    return (tuple(top), tuple(below)) if deep else (tuple(top),)


def _column_heads(column: Column, table: Table, marks: _Marks, words: Wording) -> list[Spans]:
    thing = say(f"column.{column.key}") if column.label is None else column.label
    heads = [_marked(words.spans(thing), marks.at("", column.key))]
    if column.interval:
        position = table.columns.index(column)
        cells = (row.cells[position] for row in table.rows if not row.head)
        estimates = (cell for cell in cells if isinstance(cell, Estimate) and cell.has_interval)
        first = next(estimates, Estimate(0.0, 0.0, 0.0))
        heads.append(words.spans(say("page.ci", level=fmt.level(first))))
    return heads


def _row(row: Row, columns: tuple[Column, ...], marks: _Marks, words: Wording) -> TextRow:
    if row.head:
        spans = words.spans(row.cells[0]) if row.cells and row.cells[0] is not None else ()
        return TextRow((TextCell(_marked(spans, marks.at(row.key, columns[0].key))),), head=True)
    if row.kind is not None:
        columns = tuple(replace(c, kind=row.kind) if c.kind in _MEASURED else c for c in columns)
    cells: list[TextCell] = []
    for cell, column in zip(row.cells, columns, strict=True):
        cells.append(_cell(cell, column, marks.at(row.key, column.key), words))
        if column.interval:
            cells.append(_interval(cell, column, words))
    return TextRow(tuple(cells), level=row.level)


def _cell(cell: Cell, column: Column, letter: str, words: Wording) -> TextCell:
    if cell is None:
        return TextCell(_marked((), letter))
    value = fmt.value_of(cell)
    if value is None:
        missing = isinstance(cell, float | Estimate | Starred)
        spans = (Span(fmt.MISSING),) if missing else words.spans(cell)
        return TextCell(_marked(spans, letter))
    stars = fmt.stars(cell.p) if isinstance(cell, Starred) else ""
    kind = column.kind
    if kind == "text" and isinstance(value, int):
        kind = "count"
    strong = column.strong is not None and abs(value) >= column.strong
    spans = (Span(fmt.number(value, kind, words.language), "bold" if strong else ""),)
    raised = "".join(_RAISED.get(char, char) for char in letter)
    return TextCell(
        _marked(spans, stars + letter),
        value,
        fmt.number_format(kind, words.language, value=value, suffix=stars + raised),
    )


def _interval(cell: Cell, column: Column, words: Wording) -> TextCell:
    if not isinstance(cell, Estimate | Starred) or fmt.value_of(cell) is None:
        return TextCell(())
    if isinstance(cell, Starred) and fmt.interval(cell.low, cell.high, "number", "en") == fmt.MISSING:
        return TextCell(())
    shown = (Span(fmt.interval(cell.low, cell.high, column.kind, words.language)),)
    if math.isnan(cell.low) or math.isnan(cell.high):
        return TextCell(shown)
    bound = fmt.number_format(column.kind, words.language)
    return TextCell(shown, number_format=bound, interval=(float(cell.low), float(cell.high)))


def _marked(spans: Spans, mark: str) -> Spans:
    return merged([*spans, Span(mark, "superscript")]) if mark else spans


def _notes(table: Table, marks: _Marks, words: Wording) -> tuple[Spans, ...]:
    general = [words.spans(note.say) for note in table.notes if note.row is None and note.column is None]
    specific = [(Span(letter, "superscript"), *text) for letter, text in marks.texts.items()]
    starred = any(
        isinstance(cell, Starred) and fmt.value_of(cell) is not None
        for row in table.rows
        for cell in row.cells
    )
    stars = [words.spans(say("page.stars"))] if starred else []
    paragraphs = [joined(part, words) for part in (general, specific, stars) if part]
    return opened(paragraphs, words)


def opened(paragraphs: list[Spans], words: Wording) -> tuple[Spans, ...]:
    """Notes as printed: the word *Note* stands before the first."""
    if not paragraphs:
        return ()
    gap = " " if words.language == "en" else ""
    first = merged([*words.spans(say("page.note")), Span(gap), *paragraphs[0]])
    return (first, *paragraphs[1:])


def joined(sentences: list[Spans], words: Wording) -> Spans:
    """Sentences as running text."""
    gap = " " if words.language == "en" else ""
    result: list[Span] = []
    for sentence in sentences:
        if result:
            result.append(Span(gap))
        result += sentence
    return merged(result)
