"""Judgement matrices from a file: one sheet an expert, dimensions in the first row and column.

Fractions may be texts ("1/3"). A cell may be empty where its counterpart across the diagonal is filled: it is then its
reciprocal.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from survey_kit.errors import ResponseError
from survey_kit.ratings.columns import dimension_of, shown
from survey_kit.ratings.model import Dimension, JudgementMatrix
from survey_kit.report.blocks import Remark
from survey_kit.responses.files import read_bytes
from survey_kit.responses.files.guard import read_content
from survey_kit.responses.files.reading import filled_sheets
from survey_kit.responses.model import Sheet, Source

TOLERANCE = 0.05
"""Rounding allowed between a judgement and the reciprocal of its counterpart: 8 × .13 = 1.04."""

MOST_EXPERTS = 100
"""Sheets read: each is looked for among all, so the time grows with their square."""


@dataclass(frozen=True, slots=True)
class MatricesRead:
    """The experts' matrices and the file they came from."""

    matrices: tuple[JudgementMatrix, ...]
    source: Source
    remarks: tuple[Remark, ...] = ()


def read_matrices(path: str | Path, dimensions: Sequence[Dimension]) -> MatricesRead:
    """One matrix a visible sheet that is not empty, in the order of ``dimensions``; a text file holds one.

    Raises
    ------
    FileError
        The file cannot be read.
    ResponseError
        A label is unknown or lacking, or a judgement is no positive number or not the reciprocal of its
        counterpart; the message names sheet and cell.
    """
    content = read_content(path)
    names: Sequence[str | None] = filled_sheets(content.data, content.name) or [None]
    if len(names) > MOST_EXPERTS:
        raise ResponseError(
            f"{content.name} has {len(names)} sheets; at most {MOST_EXPERTS} experts are read. Leave only judgement matrices in it.",
            f"{content.name}有{len(names)}个工作表，最多读取{MOST_EXPERTS}名专家。请只保留判断矩阵。",
        )
    sheets = [read_bytes(content.data, content.name, sheet=name, has_header=False) for name in names]
    try:
        matrices = tuple(
            JudgementMatrix(shown(name or "1"), matrix_of(sheet, shown(name or "1"), dimensions))
            for name, sheet in zip(names, sheets, strict=True)
        )
    except ResponseError as error:
        raise ResponseError(f"{content.name}: {error.en}", f"{content.name}：{error.zh}") from error
    remarks = tuple(dict.fromkeys(said for sheet in sheets for said in sheet.remarks))
    return MatricesRead(matrices, sheets[0].source, remarks)


def matrix_of(sheet: Sheet, name: str, dimensions: Sequence[Dimension]) -> np.ndarray:
    """The matrix (k, k) of one sheet read without a header."""
    rows = [[_blank(value) for value in row] for row in sheet.cells.astype(object).to_numpy().tolist()]
    columns = _labelled(rows[0][1:], name, [_cell(sheet, 0, j) for j in range(1, len(rows[0]))], dimensions)
    lines = _labelled(
        [row[0] for row in rows[1:]], name, [_cell(sheet, i, 0) for i in range(1, len(rows))], dimensions
    )
    k = len(dimensions)
    values = np.full((k, k), np.nan)
    where: dict[tuple[int, int], str] = {}
    for a, first in enumerate(dimensions):
        for b, second in enumerate(dimensions):
            i, j = lines[first.key] + 1, columns[second.key] + 1
            where[a, b] = _cell(sheet, i, j)
            values[a, b] = _judgement(rows[i][j], name, where[a, b])
    return _reciprocal(values, name, where)


def _blank(value: Any) -> Any:
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return None
    return (value.strip() or None) if isinstance(value, str) else value


def _cell(sheet: Sheet, i: int, j: int) -> str:
    return f"{chr(ord('A') + j) if j < 26 else '?'}{sheet.row_number(i)}"


def _labelled(
    texts: Sequence[Any], name: str, cells: Sequence[str], dimensions: Sequence[Dimension]
) -> dict[str, int]:
    """Position of each dimension among the labels of a side."""
    found: dict[str, int] = {}
    wanted, wanted_zh = ", ".join(d.label.en for d in dimensions), "、".join(d.label.zh for d in dimensions)
    for at, text in enumerate(texts):
        if text is None:
            continue
        dimension = dimension_of(text)
        if dimension is None or dimension not in dimensions or dimension.key in found:
            raise ResponseError(
                f"Sheet {name}, cell {cells[at]}: {shown(text)!r} is not one of the rated dimensions, or stands there "
                f"twice. Wanted, each once in the first row and column: {wanted}.",
                f"工作表{name}单元格{cells[at]}：“{shown(text)}”不是被评价的维度，或重复出现。首行首列应各含一次：{wanted_zh}。",
            )
        found[dimension.key] = at
    if len(found) < len(dimensions):
        raise ResponseError(
            f"Sheet {name}: the matrix has {len(found)} of {len(dimensions)} labels (near cell {cells[0] if cells else 'A1'}). "
            f"Wanted in the first row and column: {wanted}. Hide or remove a sheet that holds something else.",
            f"工作表{name}：判断矩阵只有{len(found)}个标签，应有{len(dimensions)}个（见单元格{cells[0] if cells else 'A1'}附近）。首行首列应为：{wanted_zh}。与判断矩阵无关的工作表请隐藏或删除。",
        )
    return found


def _judgement(value: Any, name: str, cell: str) -> float:
    if value is None:
        return float("nan")
    if isinstance(value, dt.date | dt.datetime):
        raise ResponseError(
            f"Sheet {name}, cell {cell} holds a date; Excel has probably turned a fraction such as 1/3 into one. Format "
            "the cell as text and type the fraction again.",
            f"工作表{name}单元格{cell}为日期，可能是Excel把1/3之类的分数变成了日期。请将单元格设为文本后重新输入分数。",
        )
    try:
        found = _quotient(value) if isinstance(value, str) else float(value)
    except (ValueError, ZeroDivisionError, TypeError, OverflowError):
        found = float("nan")
    if isinstance(value, bool) or not (0 < found < float("inf")):
        raise ResponseError(
            f"Sheet {name}, cell {cell}: {shown(value)!r} is no positive number. Judgements go from 1/9 to 9.",
            f"工作表{name}单元格{cell}：“{shown(value)}”不是正数。判断值应在1/9到9之间。",
        )
    return found


def _quotient(text: str) -> float:
    """A number, or one over another; exact arithmetic would spend hours on 1e999999999."""
    above, _, below = text.replace("／", "/").partition("/")
    return float(above) / float(below or "1")


def _reciprocal(values: np.ndarray, name: str, where: dict[tuple[int, int], str]) -> np.ndarray:
    k = len(values)
    for a in range(k):
        if not (np.isnan(values[a, a]) or abs(values[a, a] - 1) < 1e-9):
            raise ResponseError(
                f"Sheet {name}, cell {where[a, a]}: the diagonal must be 1, not {values[a, a]:g}.",
                f"工作表{name}单元格{where[a, a]}：对角线应为1，而不是{values[a, a]:g}。",
            )
        values[a, a] = 1.0
        for b in range(a + 1, k):
            up, down = values[a, b], values[b, a]
            if np.isnan(up) and np.isnan(down):
                raise ResponseError(
                    f"Sheet {name}: the cells {where[a, b]} and {where[b, a]} are both empty; one of them must hold the judgement. "
                    "Where they hold formulas, open the workbook in Excel and save it first.",
                    f"工作表{name}：单元格{where[a, b]}与{where[b, a]}均为空，至少一个应填写判断值。若其中为公式，请先用Excel打开并保存工作簿。",
                )
            if not (np.isnan(up) or np.isnan(down)) and abs(up * down - 1) > TOLERANCE:
                raise ResponseError(
                    f"Sheet {name}, cells {where[a, b]} and {where[b, a]}: {up:g} and {down:g} are not reciprocal (their "
                    "product must be 1). Mend one, or leave it empty.",
                    f"工作表{name}单元格{where[a, b]}与{where[b, a]}：{up:g}与{down:g}不互为倒数（乘积应为1）。请修正其一，或将其留空。",
                )
            # the judgement of at least 1 is the one that was typed in full; the other may be rounded
            given = up if np.isnan(down) or (not np.isnan(up) and up >= 1) else 1 / down
            values[a, b], values[b, a] = given, 1 / given
    return values
