"""How far a worksheet's XML reaches, found without building a cell.

A reader allocates the whole rectangle up to the furthest cell, so one stray cell in XFD1048576 means
17 billion cells. Here only the references are looked at, at some 300 MB a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from survey_kit.responses.files.container import refuse_declarations

Positions = npt.NDArray[np.int64]

_BLANKS = np.zeros(256, dtype=bool)
_BLANKS[[32, 9, 10, 13]] = True
_TAG_ENDS = _BLANKS.copy()
_TAG_ENDS[[ord(">"), ord("/")]] = True
_LETTERS = np.zeros(256, dtype=np.int64)
_LETTERS[65:91] = _LETTERS[97:123] = np.arange(1, 27)
_DIGITS = np.full(256, -1, dtype=np.int64)
_DIGITS[48:58] = np.arange(10)
# a reference spelled with blanks around "=" escapes the search below; no program writes that
_ODD = re.compile(rb"<(?:\w+:)?(?:c|row)\s(?:[^<>]*\s)?r(?:\s+=|=\s)")
_ROW_OR_CELL = re.compile(rb"<(?:\w+:)?(row|c)[\s>/]")


@dataclass(frozen=True, slots=True)
class Extent:
    """What a sheet's XML holds. ``rows`` and ``columns`` are 1-based positions of the referenced cells;
    ``values`` counts stored values, ``loose`` cells that carry no reference, ``loose_width`` the most of
    them in one row.
    """

    rows: Positions
    columns: Positions
    last_row: int
    row_elements: int
    values: int
    loose: int
    loose_width: int
    size: int
    odd: bool

    @property
    def width(self) -> int:
        furthest = int(self.columns.max()) if len(self.columns) else 0
        return max(furthest, self.loose_width)

    @property
    def height(self) -> int:
        furthest = int(self.rows.max()) if len(self.rows) else 0
        return max(furthest, self.last_row, self.row_elements)

    @property
    def cells(self) -> int:
        return len(self.rows) + self.loose


def measure(chunks: Iterable[bytes], name: str) -> Extent:
    """The extent of a worksheet part; refuses declarations on the way."""
    rows: list[Positions] = []
    columns: list[Positions] = []
    last_row = row_elements = values = elements = size = 0
    in_row = widest = 0
    odd = False
    tail = prefix = b""
    for chunk in chunks:
        size += len(chunk)
        prefix = prefix if len(prefix) >= 65_536 else prefix + chunk[:65_536]
        piece = tail + chunk
        refuse_declarations(piece, name)
        # what follows the last "<" is looked at again with the next chunk, complete
        cut = piece.rfind(b"<")
        tail = piece[cut:] if cut >= 0 and len(piece) - cut < 65_536 else piece[-64:]
        whole = piece[: len(piece) - len(tail)]
        text = np.frombuffer(whole, dtype=np.uint8)
        found_rows, found_columns, numbered = _references(text)
        rows.append(found_rows)
        columns.append(found_columns)
        last_row = max(last_row, int(numbered.max(initial=0)))
        found = _elements(text) if b":sheetData" not in prefix else _prefixed_elements(whole)
        row_elements += found.rows
        elements += found.cells
        values += found.values
        if found.cells > len(found_rows) or found.rows > len(numbered):
            odd = odd or _ODD.search(whole) is not None
            in_row, widest = _widest_row(whole, in_row, widest)
    every_row = np.concatenate(rows) if rows else np.zeros(0, dtype=np.int64)
    every_column = np.concatenate(columns) if columns else np.zeros(0, dtype=np.int64)
    loose = max(0, elements - len(every_row))
    return Extent(every_row, every_column, last_row, row_elements, values, loose, widest, size, odd)


def _widest_row(piece: bytes, in_row: int, widest: int) -> tuple[int, int]:
    """Cells so far in the row that the piece ends in, and the most cells of any row."""
    for found in _ROW_OR_CELL.finditer(piece):
        in_row = 0 if found[1] == b"row" else in_row + 1
        widest = max(widest, in_row)
    return in_row, widest


class _Elements(NamedTuple):
    rows: int
    cells: int
    values: int


def _elements(text: npt.NDArray[np.uint8]) -> _Elements:
    """Opening ``row`` and ``c`` tags and closing ``v`` and ``t`` tags."""
    at = np.flatnonzero(text == ord("<"))
    at = at[at < len(text) - 4]
    first, second, third = text[at + 1], text[at + 2], text[at + 3]
    cells = (first == ord("c")) & _TAG_ENDS[second]
    rows = (first == ord("r")) & (second == ord("o")) & (third == ord("w")) & _TAG_ENDS[text[at + 4]]
    values = (first == ord("/")) & ((second == ord("v")) | (second == ord("t"))) & (third == ord(">"))
    return _Elements(int(rows.sum()), int(cells.sum()), int(values.sum()))


def _prefixed_elements(piece: bytes) -> _Elements:
    """The same where the elements carry a namespace prefix."""
    opened = [found[1] for found in _ROW_OR_CELL.finditer(piece)]
    rows = opened.count(b"row")
    return _Elements(rows, len(opened) - rows, len(re.findall(rb"</\w+:[vt]>", piece)))


def _references(text: npt.NDArray[np.uint8]) -> tuple[Positions, Positions, Positions]:
    """Rows and columns of all cell references ``r="B17"``, and all row numbers ``r="17"``."""
    quotes = np.flatnonzero((text == 34) | (text == 39))
    start, length = quotes[:-1] + 1, np.diff(quotes) - 1
    kept = (start > 3) & (length >= 1) & (length <= 12)
    start, length = start[kept], length[kept]
    kept = (text[start - 2] == ord("=")) & (text[start - 3] == ord("r"))
    start, length = start[kept], length[kept]
    kept = _BLANKS[text[start - 4]]
    start, length = start[kept], length[kept]
    column = np.zeros(len(start), dtype=np.int64)
    row = np.zeros(len(start), dtype=np.int64)
    valid = np.ones(len(start), dtype=bool)
    for place in range(int(length.max(initial=0))):
        inside = np.flatnonzero(length > place)
        code = text[start[inside] + place]
        letter, digit = _LETTERS[code], _DIGITS[code]
        is_letter, is_digit = letter > 0, digit >= 0
        valid[inside] &= is_digit | (is_letter & (row[inside] == 0))
        column[inside] = np.where(is_letter, column[inside] * 26 + letter, column[inside])
        row[inside] = np.where(is_digit, row[inside] * 10 + digit, row[inside])
    cell = valid & (column > 0)
    return row[cell], column[cell], row[valid & (column == 0)]
