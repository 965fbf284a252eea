"""From rows to a ``Sheet``: header, columns, what is dropped, and what is said about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from survey_kit.errors import FileError, ResponseError
from survey_kit.report.blocks import Remark
from survey_kit.responses.files.columns import Column, Columns
from survey_kit.responses.files.header import SAMPLE_ROWS, Header, find_header
from survey_kit.responses.files.limits import MANY_COLUMNS, MAX_CELLS, too_many_cells
from survey_kit.responses.files.wording import (
    CONTROL,
    column_names,
    listed,
    numbers,
    remark,
)
from survey_kit.responses.model import Sheet, Source

BLOCK_ROWS = 4096


def read_table(
    rows: Iterator[tuple[int, Sequence[Any]]],
    columns: Columns,
    source: Source,
    *,
    header_row: int | None,
    has_header: bool,
    merged_rows: frozenset[int] = frozenset(),
    remarks: Sequence[Remark] = (),
) -> Sheet:
    """The sheet of numbered rows of equal length.

    Raises
    ------
    FileError
        No rows at all, or no such header row.
    ResponseError
        A header without answers.
    """
    sample = list(islice(rows, max(SAMPLE_ROWS, header_row or 0)))
    header = find_header(
        [row for _, row in sample],
        [number for number, _ in sample],
        name=source.name,
        header_row=header_row,
        has_header=has_header,
        merged_rows=merged_rows,
    )
    if header is None:
        raise FileError(
            f"{source.name}: no header and no rows were found; the table is empty. Export the responses again.",
            f"{source.name}：未找到表头和数据行，表格为空。请重新导出答卷。",
        )
    row_numbers = [np.zeros(0, dtype=np.int64)]
    width, read = len(sample[0][1]), 0
    block = sample[header.body :]
    while block:
        read += len(block)
        if read * width > MAX_CELLS:
            raise too_many_cells(source.name, read, width)
        row_numbers.append(np.array([number for number, _ in block], dtype=np.int64))
        columns.add([row for _, row in block])
        block = list(islice(rows, BLOCK_ROWS))
    return build_sheet(
        source,
        header,
        columns.finish(),
        np.concatenate(row_numbers),
        remarks=remarks,
    )


def build_sheet(
    source: Source,
    header: Header,
    columns: list[Column],
    row_numbers: npt.NDArray[np.int64],
    *,
    labels: Mapping[int, Mapping[float, str]] | None = None,
    texts: Mapping[int, str] | None = None,
    user_missing: Mapping[int, int] | None = None,
    remarks: Sequence[Remark] = (),
) -> Sheet:
    """Drop what is empty, strip control characters, number the rows."""
    said = [*remarks, *header.remarks]
    names, changed = _clean_names(header.names)
    keep, dropped = _kept_columns(names, columns, len(row_numbers))
    if not keep:
        raise FileError(
            f"{source.name}: no header and no rows were found; the table is empty. Export the responses again.",
            f"{source.name}：未找到表头和数据行，表格为空。请重新导出答卷。",
        )
    place = {old: new for new, old in enumerate(keep)}
    columns = [columns[old] for old in keep]
    names = tuple(tuple(row[old] for old in keep) for row in names)
    heads = tuple(next(filter(str.strip, column), "") for column in zip(*names, strict=True))
    kept_rows = _kept_rows(names, columns, row_numbers, said)
    if not kept_rows.any():
        raise _no_respondents(source.name, heads)
    if not kept_rows.all():
        columns = [column[kept_rows] for column in columns]
        row_numbers = row_numbers[kept_rows]
    if dropped:
        said.append(
            remark(
                f"{_columns_en(dropped)} no name and no data: dropped.",
                f"第 {numbers([position + 1 for position in dropped], zh=True)} 列既无列名也无数据，已略去。",
            )
        )
    touched = [i for i, column in enumerate(columns) if _strip_controls(column)]
    if touched or changed:
        said.append(_control_remark(heads, touched))
    said += _width_remarks(heads, columns)
    frame = _frame(columns)
    first = int(row_numbers[0])
    in_order = bool((row_numbers == first + np.arange(len(row_numbers))).all())
    return Sheet(
        source=source,
        header=names,
        cells=frame,
        first_row=first,
        rows=None if in_order else tuple(row_numbers.tolist()),
        labels={place[i]: found for i, found in (labels or {}).items() if i in place},
        texts={place[i]: found for i, found in (texts or {}).items() if i in place},
        user_missing={place[i]: found for i, found in (user_missing or {}).items() if i in place},
        remarks=tuple(said),
    )


def _frame(columns: list[Column]) -> pd.DataFrame:
    """Columns by position, number columns as one block and the others as another."""
    blocks = []
    for dtype in (float, object):
        at = [i for i, column in enumerate(columns) if column.dtype == dtype]
        if at:
            block = np.empty((len(at), len(columns[at[0]])), dtype=dtype)
            for place, i in enumerate(at):
                block[place] = columns[i]
            blocks.append(pd.DataFrame(block.T, columns=at, dtype=dtype, copy=False))
    if len(blocks) == 1:
        return blocks[0]
    return pd.concat(blocks, axis=1)[list(range(len(columns)))]


def filled_cells(column: Column) -> npt.NDArray[np.bool_]:
    """True where a column has a value."""
    if column.dtype == object:
        return np.array([value is not None for value in column.tolist()], dtype=bool)
    filled: npt.NDArray[np.bool_] = ~np.isnan(column)
    return filled


def _columns_en(positions: Sequence[int]) -> str:
    shown = numbers([position + 1 for position in positions])
    return f"Column {shown} has" if len(positions) == 1 else f"Columns {shown} have"


def _clean_names(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[tuple[str, ...], ...], bool]:
    clean = tuple(tuple(CONTROL.sub("", text) for text in row) for row in rows)
    return clean, clean != rows


def _kept_columns(
    names: tuple[tuple[str, ...], ...], columns: list[Column], n_rows: int
) -> tuple[list[int], list[int]]:
    """Columns to keep, and empty ones to drop that are not the last ones."""
    named = [any(row[i].strip() for row in names) for i in range(len(columns))]
    keep = [
        i for i, column in enumerate(columns) if named[i] or (n_rows > 0 and bool(filled_cells(column).any()))
    ]
    last = keep[-1] if keep else -1
    return keep, sorted(set(range(last)).difference(keep))


def _kept_rows(
    names: tuple[tuple[str, ...], ...],
    columns: list[Column],
    row_numbers: npt.NDArray[np.int64],
    said: list[Remark],
) -> npt.NDArray[np.bool_]:
    kept = np.ones(len(row_numbers), dtype=bool)
    filled = np.zeros(len(row_numbers), dtype=bool)
    for column in columns:
        filled |= filled_cells(column)
    last = int(np.flatnonzero(filled)[-1]) if filled.any() else -1
    kept[last + 1 :] = False
    repeated = _repeats_header(names[-1], columns) & kept
    if repeated.any():
        said.append(
            remark(
                f"Row {numbers(row_numbers[repeated].tolist())} repeats the header (files put together?); left out.",
                f"第 {numbers(row_numbers[repeated].tolist(), zh=True)} 行重复了表头（可能由多个文件拼接而成），已略去。",
            )
        )
        kept &= ~repeated
    return kept


def _repeats_header(names: tuple[str, ...], columns: list[Column]) -> npt.NDArray[np.bool_]:
    same = np.ones(len(columns[0]), dtype=bool)
    compared = 0
    for name, column in zip(names, columns, strict=True):
        if not same.any():
            break
        if not name.strip():
            continue
        compared += 1
        same &= np.asarray(column == name, dtype=bool) if column.dtype == object else np.False_
    return same if compared > 1 else np.zeros(len(same), dtype=bool)


def _strip_controls(column: Column) -> bool:
    """Remove control characters in place; whether there were any."""
    if column.dtype != object:
        return False
    texts = {value for value in column.tolist() if isinstance(value, str)}
    clean = {text: CONTROL.sub("", text) or None for text in texts if CONTROL.search(text)}
    if clean:
        column[:] = [
            clean.get(value, value) if isinstance(value, str) else value for value in column.tolist()
        ]
    return bool(clean)


def _control_remark(names: tuple[str, ...], touched: list[int]) -> Remark:
    if not touched:
        return remark("Control characters in the header were removed.", "表头中的控制字符已去除。")
    return remark(
        f"Control characters in {column_names(names, touched)} were removed.",
        f"{column_names(names, touched, zh=True)} 中的控制字符已去除。",
    )


def _width_remarks(names: tuple[str, ...], columns: list[Column]) -> list[Remark]:
    said = []
    unnamed = [i + 1 for i, name in enumerate(names) if not name.strip()]
    if unnamed:
        said.append(
            remark(
                f"{_columns_en([i - 1 for i in unnamed])} data but no name.",
                f"第 {numbers(unnamed, zh=True)} 列有数据但没有列名。",
            )
        )
    if len(names) > MANY_COLUMNS:
        said.append(
            remark(
                f"The table has {len(names):,} columns, far more than a questionnaire; time and memory grow with them.",
                f"表格有 {len(names):,} 列，远多于一般问卷；运行时间和内存占用会随之增加。",
            )
        )
    long = [
        i
        for i, column in enumerate(columns)
        if column.dtype == float and bool((np.abs(column[np.isfinite(column)]) >= 1e15).any())
    ]
    if long:
        said.append(
            remark(
                f"{column_names(names, long)}: numbers of more than 15 digits; a workbook or number column cannot "
                "hold them exactly, so the last digits of such ids are lost.",
                f"{column_names(names, long, zh=True)}：数字超过 15 位，工作簿或数值列无法精确保存，此类编号的末几位已丢失。",
            )
        )
    return said


def _no_respondents(name: str, names: tuple[str, ...]) -> ResponseError:
    seen = [text for text in names if text.strip()]
    return ResponseError(
        f"{name}: 0 respondents; the table has a header and no rows below it. Columns seen: {listed(seen)}. "
        "Export the file again with its rows; where the cells hold formulas, open the workbook in Excel and save it first.",
        f"{name}：0 名受访者；表格只有表头，没有数据行。现有列：{listed(seen, zh=True)}。请重新导出包含数据行的文件；若单元格为公式，请先用 Excel 打开并保存工作簿。",
    )
