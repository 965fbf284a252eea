"""Which row of a sheet is its header.

Only the shape is looked at (what is filled, what is a number, what recurs below), never a meaning.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias

from survey_kit.errors import FileError
from survey_kit.report.blocks import Remark
from survey_kit.responses.files.wording import numbers, remark

Row: TypeAlias = Sequence[Any]

SAMPLE_ROWS = 200
_MOST_TITLES = 5
_PART_WORDS = ("response", "open-ended response")
_IMPORT_ID = '{"ImportId":'


@dataclass(frozen=True, slots=True)
class Header:
    """The header rows, and the index (into the sample) of the first row of answers."""

    names: tuple[tuple[str, ...], ...]
    body: int
    remarks: tuple[Remark, ...] = ()


def find_header(
    sample: Sequence[Row],
    row_numbers: Sequence[int],
    *,
    name: str,
    header_row: int | None = None,
    has_header: bool = True,
    merged_rows: frozenset[int] = frozenset(),
) -> Header | None:
    """Find the header in the first rows of a sheet; None when every row is empty.

    Parameters
    ----------
    sample
        The first rows, all of one length; empty cells are None or blank texts.
    row_numbers
        Their numbers in the file.
    merged_rows
        Numbers of rows in which cells are merged across columns.

    Raises
    ------
    FileError
        ``header_row`` is not among the rows.
    """
    filled = [_filled(row) for row in sample]
    first = next((i for i, columns in enumerate(filled) if columns), None)
    if first is None:
        return None
    if not has_header:
        return Header((_invented(len(sample[0])),), first)
    if header_row is not None:
        if header_row not in row_numbers:
            raise FileError(
                f"{name}: row {header_row} cannot be the header; the header must be one of the first "
                f"{len(row_numbers)} rows (rows {row_numbers[0]} to {row_numbers[-1]}).",
                f"{name}：第 {header_row} 行不能作为表头；表头必须在前 {len(row_numbers)} 行之内"
                f"（第 {row_numbers[0]}～{row_numbers[-1]} 行）。",
            )
        at = list(row_numbers).index(header_row)
        return Header((texts(sample[at]),), at + 1)
    at = first
    while at - first < _MOST_TITLES and _is_title(sample, filled, at, row_numbers[at] in merged_rows):
        at = next(i for i in range(at + 1, len(sample)) if filled[i])
    if at > first:
        skipped = [row_numbers[i] for i in range(first, at) if filled[i]]
        said = remark(
            f"Row {numbers(skipped)} looks like a group title above the header; row {row_numbers[at]} was used as the "
            "header. Give --header-row if that is wrong.",
            f"第 {numbers(skipped, zh=True)} 行似为表头上方的分组标题，已将第 {row_numbers[at]} 行作为表头；"
            "如有误，请用 --header-row 指定。",
        )
        return Header((texts(sample[at]),), at + 1, (said,))
    if _is_data(sample, filled, at):
        said = remark(
            f"Row {row_numbers[at]} looks like answers, not like a header; it was read as answers and the columns were "
            "named V1, V2, … (--no-header). If it is the header, give --header-row.",
            f"第 {row_numbers[at]} 行看起来是数据而不是表头，已作为数据读取，各列命名为 V1、V2……（--no-header）；"
            "若其确为表头，请用 --header-row 指定。",
        )
        return Header((_invented(len(sample[0])),), at, (said,))
    last = _last_header_row(sample, filled, at, merged=row_numbers[at] in merged_rows)
    return Header(tuple(texts(row) for row in sample[at : last + 1]), last + 1)


def texts(row: Row) -> tuple[str, ...]:
    """Header cells as raw texts."""
    return tuple(_text(cell) for cell in row)


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ") if cell.time() != dt.time() else cell.date().isoformat()
    return str(cell)


def _invented(width: int) -> tuple[str, ...]:
    return tuple(f"V{position}" for position in range(1, width + 1))


def _is_empty(cell: Any) -> bool:
    return cell is None or (isinstance(cell, str) and (not cell or cell.isspace()))


def _filled(row: Row) -> frozenset[int]:
    return frozenset(i for i, cell in enumerate(row) if not _is_empty(cell))


def _number(cell: Any) -> float | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return float(cell)
    text = cell.strip() if isinstance(cell, str) else ""
    if text.isascii() and text.lstrip("-").replace(".", "", 1).isdigit():
        return float(text)
    return None


def _is_title(sample: Sequence[Row], filled: Sequence[frozenset[int]], at: int, merged: bool) -> bool:
    """Whether the row is a title or names groups of columns, and the next filled row is the header."""
    below = next((i for i in range(at + 1, len(sample)) if filled[i]), None)
    if below is None or below + 1 >= len(sample):
        return False
    upper, lower = filled[at], filled[below]
    widest = max(len(columns) for columns in filled)
    if len(lower) < 2 or len(upper) >= len(lower) or len(lower) < 0.9 * widest or not upper <= lower:
        return False
    if not merged and 2 * len(upper) > len(lower):
        return False
    if any(not isinstance(sample[at][i], str) or _number(sample[at][i]) is not None for i in upper):
        return False
    heads = [sample[below][i] for i in lower]
    if len(set(map(_text, heads))) < len(heads):
        return False
    if any(not isinstance(head, str) or _number(head) is not None for head in heads):
        return False
    recurring = sum(any(row[i] == sample[below][i] for row in sample[below + 1 :]) for i in lower)
    return recurring < 0.5 * len(lower)


def _is_data(sample: Sequence[Row], filled: Sequence[frozenset[int]], at: int) -> bool:
    """Whether the would-be header is itself a row of answers."""
    row = sample[at]
    # joined files repeat their header; such rows prove nothing
    below = [other for other in sample[at + 1 :] if list(other) != list(row)]
    if len(filled[at]) < 2 or not below:
        return False
    found = [_number(row[i]) for i in sorted(filled[at])]
    if None not in found and _is_counting(found):
        return False  # 1, 2, 3, … are question numbers
    like = sum(_is_like(row[i], [other[i] for other in below if not _is_empty(other[i])]) for i in filled[at])
    return like >= 0.8 * len(filled[at])


def _is_counting(found: Sequence[float | None]) -> bool:
    """Whether the values are whole steps 1, 2, 3, … of one another."""
    return all(a is not None and b == a + 1 for a, b in pairwise(found))


def _is_like(cell: Any, column: list[Any]) -> bool:
    if _number(cell) is not None:
        return 2 * sum(_number(other) is not None for other in column) > len(column)
    if isinstance(cell, str):
        return cell in column
    return any(type(other) is type(cell) for other in column)


def _last_header_row(
    sample: Sequence[Row], filled: Sequence[frozenset[int]], at: int, *, merged: bool
) -> int:
    """Index of the last header row.

    A row of import ids, two or fewer rows below, belongs to the header; so does a row that names the
    parts of questions which span several columns.
    """
    for i in range(at + 1, min(at + 3, len(sample))):
        cells = [cell for cell in sample[i] if not _is_empty(cell)]
        marked = sum(isinstance(cell, str) and cell.lstrip().startswith(_IMPORT_ID) for cell in cells)
        if cells and 2 * marked >= len(cells):
            return i
    if at + 2 < len(sample) and _names_parts(sample, filled, at, merged=merged):
        return at + 1
    return at


def _names_parts(sample: Sequence[Row], filled: Sequence[frozenset[int]], at: int, *, merged: bool) -> bool:
    upper, lower = filled[at], filled[at + 1]
    if not lower - upper:
        return False
    parts = [sample[at + 1][i] for i in sorted(lower)]
    if any(not isinstance(part, str) or _number(part) is not None for part in parts):
        return False
    if any(part.strip().casefold() in _PART_WORDS for part in parts):
        return True
    recurring = sum(any(row[i] == sample[at + 1][i] for row in sample[at + 2 :]) for i in lower)
    return merged and recurring < 0.5 * len(lower)
