"""How far a worksheet's XML reaches, found without building a cell.

A reader allocates the whole rectangle up to the furthest cell, so one stray cell in XFD1048576 means
17 billion cells. Here only the references are looked at, over 100 MB a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from survey_kit.responses.files.container import refuse_declarations

Positions = npt.NDArray[np.int64]
_Words = npt.NDArray[np.uint64]

_BLANKS = np.zeros(256, dtype=bool)
_BLANKS[[32, 9, 10, 13]] = True
_LETTERS = np.zeros(256, dtype=np.int64)
_LETTERS[65:91] = _LETTERS[97:123] = np.arange(1, 27)
# a reference spelled with blanks around "=" escapes the search below; no program writes that
_ODD = re.compile(rb"<(?:\w+:)?(?:c|row)\s(?:[^<>]*\s)?r(?:\s+=|=\s)")
_ROW_OR_CELL = re.compile(rb"<(?:\w+:)?(row|c)[\s>/]")
_UNUSUAL_CELL = re.compile(rb"<c[\t\r\n]")
_VALUE = re.compile(rb"</\w+:[vt]>")


@dataclass(frozen=True, slots=True)
class Extent:
    """What a sheet's XML holds.

    Attributes
    ----------
    width, height
        The furthest column and row, 1-based; 0 when there are none.
    cells
        Number of cell elements, empty ones included.
    has_values
        Whether any cell has content.
    size
        Bytes of XML.
    odd
        References are spelled so that they cannot be trusted.
    rows, columns
        1-based positions of all referenced cells, in the order of the file, when they were asked for.
    """

    width: int
    height: int
    cells: int
    has_values: bool
    size: int
    odd: bool
    rows: Positions
    columns: Positions


def measure(chunks: Iterable[bytes], name: str, *, keep_positions: bool = False) -> Extent:
    """The extent of a worksheet part; refuses declarations on the way."""
    positions: list[tuple[Positions, Positions]] = []
    width = height = row_elements = cells = size = 0
    in_row = widest = 0
    has_values = odd = prefixed = False
    tail = b""
    for chunk in chunks:
        prefixed = prefixed or (size < 65_536 and b":sheetData" in chunk)
        size += len(chunk)
        piece = tail + chunk
        refuse_declarations(piece, name)
        # what follows the last "<" is looked at again with the next chunk, complete
        cut = piece.rfind(b"<")
        tail = piece[cut:] if cut >= 0 and len(piece) - cut < 65_536 else piece[-64:]
        whole = piece[: len(piece) - len(tail)]
        rows, columns, numbered = _references(whole)
        if keep_positions:
            positions.append((rows, columns))
        width = max(width, int(columns.max(initial=0)))
        height = max(height, int(rows.max(initial=0)), int(numbered.max(initial=0)))
        found_rows, found_cells = _elements(whole, prefixed=prefixed)
        row_elements += found_rows
        cells += max(found_cells, len(rows))
        has_values = has_values or b"</v>" in whole or b"</t>" in whole or _VALUE.search(whole) is not None
        if found_cells > len(rows) or found_rows > len(numbered):
            odd = odd or _ODD.search(whole) is not None
            in_row, widest = _widest_row(whole, in_row, widest)
    none = np.zeros(0, dtype=np.int64)
    return Extent(
        width=max(width, widest),
        height=max(height, row_elements),
        cells=cells,
        has_values=has_values,
        size=size,
        odd=odd,
        rows=np.concatenate([rows for rows, _ in positions] or [none]),
        columns=np.concatenate([columns for _, columns in positions] or [none]),
    )


def _elements(piece: bytes, *, prefixed: bool) -> tuple[int, int]:
    """Numbers of row and cell elements that begin in the piece."""
    if prefixed or _UNUSUAL_CELL.search(piece):
        opened = [found[1] for found in _ROW_OR_CELL.finditer(piece)]
        rows = opened.count(b"row")
        return rows, len(opened) - rows
    return piece.count(b"<row"), piece.count(b"<c ") + piece.count(b"<c>")


def _widest_row(piece: bytes, in_row: int, widest: int) -> tuple[int, int]:
    """Cells so far in the row that the piece ends in, and the most cells of any row."""
    for found in _ROW_OR_CELL.finditer(piece):
        in_row = 0 if found[1] == b"row" else in_row + 1
        widest = max(widest, in_row)
    return in_row, widest


def _references(piece: bytes) -> tuple[Positions, Positions, Positions]:
    """Rows and columns of all cell references ``r="B17"``, and all row numbers ``r="17"``."""
    buffer = piece + b"\x00" * 16
    text = np.frombuffer(buffer, dtype=np.uint8)
    # eight bytes from any place on, as one number whose digits keep their order
    words = np.ndarray((len(buffer) - 8,), dtype=">u8", buffer=buffer, strides=(1,))
    quotes = np.flatnonzero((text == ord('"')) | (text == ord("'")))
    opening = np.flatnonzero(text[quotes[:-1] - 1] == ord("=")) if len(quotes) > 1 else quotes[:0]
    start = quotes[opening] + 1
    length = quotes[opening + 1] - start
    kept = (
        (start > 3) & (text[start - 3] == ord("r")) & _BLANKS[text[start - 4]] & (length > 0) & (length < 12)
    )
    start, length = start[kept], length[kept]
    first, second, third = (_LETTERS[text[start + place]] for place in range(3))
    two = (first > 0) & (second > 0)
    three = two & (third > 0)
    letters = (first > 0).astype(np.int64) + two + three
    column = np.where(three, (first * 26 + second) * 26 + third, np.where(two, first * 26 + second, first))
    row, valid = _whole_numbers(words[start + letters].astype(np.uint64), length - letters)
    cell, numbered = valid & (letters > 0), valid & (letters == 0)
    return row[cell], column[cell], row[numbered]


def _whole_numbers(words: _Words, digits: Positions) -> tuple[Positions, npt.NDArray[np.bool_]]:
    """Numbers spelled by the first ``digits`` bytes of each word, and which of them are such.

    Eight digits at once: neighbouring bytes, then pairs, then fours are joined by one multiplication.
    """
    valid = (digits >= 1) & (digits <= 8)
    used = np.where(valid, digits, 8).astype(np.uint64)
    zeros = np.uint64(0x3030303030303030)
    shift = np.uint64(64) - used * np.uint64(8)
    padding = np.where(used < 8, zeros << np.minimum(used * np.uint64(8), np.uint64(56)), np.uint64(0))
    spelled = (words >> shift) | padding
    high = np.uint64(0xF0F0F0F0F0F0F0F0)
    valid &= (spelled & high) == zeros
    valid &= ((spelled + np.uint64(0x0606060606060606)) & high) == zeros
    ones = spelled & np.uint64(0x0F0F0F0F0F0F0F0F)
    bytes_, halves = np.uint64(0x00FF00FF00FF00FF), np.uint64(0x0000FFFF0000FFFF)
    pairs = ((ones >> np.uint64(8)) & bytes_) * np.uint64(10) + (ones & bytes_)
    fours = ((pairs >> np.uint64(16)) & halves) * np.uint64(100) + (pairs & halves)
    whole = (fours >> np.uint64(32)) * np.uint64(10_000) + (fours & np.uint64(0xFFFFFFFF))
    return whole.astype(np.int64), valid
