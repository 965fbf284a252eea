"""From a file to ratings.

Two layouts: one row a person, rater and occasion with a column a dimension, or one row a single rating
with the columns dimension and score. An occasion that is not named is a regular one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from survey_kit.errors import ResponseError
from survey_kit.ratings.columns import Columns, dimension_of, known_dimensions, occasion_of, recognised, shown
from survey_kit.ratings.model import DIMENSIONS, REGULAR, Dimension, Ratings
from survey_kit.report.blocks import Label, Remark
from survey_kit.responses.files import read_bytes, read_sheet
from survey_kit.responses.files.wording import numbers
from survey_kit.responses.model import Sheet, Source

MOST_PAIRS = 1_000_000
"""People times raters: each pair takes a place in memory, rated or not."""

_Ids: TypeAlias = tuple[list[str], list[str], list[int]]
"""Person, rater and occasion of every row."""


@dataclass(frozen=True, slots=True)
class _Table:
    """The sheet by columns, blanks as None, and the ends of the scale."""

    sheet: Sheet
    heads: Sequence[str]
    cells: list[list[Any]]
    low: float
    high: float

    @property
    def name(self) -> str:
        return self.sheet.source.name


@dataclass(frozen=True, slots=True)
class RatingsRead:
    """Ratings, the file they came from, and what should be known about it."""

    ratings: Ratings
    source: Source
    remarks: tuple[Remark, ...]


def read_ratings(
    source: str | Path | bytes, *, sheet: str | int | None = None, low: float = 0.0, high: float = 100.0
) -> RatingsRead:
    """Read ratings given on the scale from ``low`` to ``high``.

    Raises
    ------
    FileError
        The file cannot be read.
    ResponseError
        A column, dimension or rating is not what it should be; the message names it.
    """
    if isinstance(source, bytes):
        return ratings_of(read_bytes(source, "stdin", sheet=sheet), low=low, high=high)
    return ratings_of(read_sheet(source, sheet=sheet), low=low, high=high)


def ratings_of(sheet: Sheet, *, low: float = 0.0, high: float = 100.0) -> RatingsRead:
    """The ratings of a sheet at hand; rows without any entry are passed over."""
    sheet = _without_blank_rows(sheet)
    heads = [next((text for text in texts if text.strip()), "") for texts in zip(*sheet.header, strict=True)]
    cells = [[_blank(value) for value in sheet.cells[at].tolist()] for at in range(len(heads))]
    table = _Table(sheet, heads, cells, low, high)
    name, columns = table.name, recognised(heads, table.name)
    remarks = [each.about(name) for each in sheet.remarks]
    _refuse_unknown(table, columns)
    ids = _ids(table, columns, remarks)
    if "dimension" in columns.roles and "score" in columns.roles and not columns.dimensions:
        dimensions, scores, ids = _long(table, columns, ids)
    else:
        dimensions = tuple(each for each in DIMENSIONS if each.key in columns.dimensions)
        scores = np.full((len(sheet.cells), len(dimensions)), np.nan)
        for d, each in enumerate(dimensions):
            scores[:, d] = [_points(table, i, columns.dimensions[each.key]) for i in range(len(scores))]
        _refuse_twice(sheet, list(zip(*ids, strict=True)), name)
    if len(dimensions) < 2:
        raise ResponseError(
            f"{name}: at least two dimensions must be rated; found: {len(dimensions)}. Known: {known_dimensions()}.",
            f"{name}：至少需要两个评价维度，现有{len(dimensions)}个。可用维度：{known_dimensions(zh=True)}。",
        )
    _refuse_small_scale(scores, name, low, high)
    people, raters = tuple(sorted(set(ids[0]))), tuple(sorted(set(ids[1])))
    if len(people) * len(raters) > MOST_PAIRS:
        raise ResponseError(
            f"{name}: {len(people)} people and {len(raters)} raters; at most {MOST_PAIRS:,} pairs of them are read. Check that the "
            "column of raters holds who rated, not a number of its own in each row.",
            f"{name}：被考核人{len(people)}名、评价人{len(raters)}名，两者之积超过{MOST_PAIRS:,}。请检查评价人一列是否为评价人编号，而不是每行各不相同的序号。",
        )
    place = [{each: at for at, each in enumerate(every)} for every in (people, raters)]
    ratings = Ratings(
        people,
        raters,
        dimensions,
        np.array([place[0][each] for each in ids[0]]),
        np.array([place[1][each] for each in ids[1]]),
        np.array(ids[2]),
        100 * (np.asarray(scores, dtype=float) - low) / (high - low),
        low,
        high,
    )
    others = [heads[at] for at in columns.others if heads[at].strip()]
    if others:
        remarks.append(_remark(f"Not used: {', '.join(map(shown, others))}.", f"未使用的列：{'、'.join(map(shown, others))}。"))  # fmt: skip
    return RatingsRead(ratings, sheet.source, tuple(remarks))


def _blank(value: Any) -> Any:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    return (value.strip() or None) if isinstance(value, str) else value


def _text(value: Any) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _without_blank_rows(sheet: Sheet) -> Sheet:
    blank = sheet.cells.map(_blank).isna().all(axis=1).to_numpy()
    if not blank.any() or blank.all():
        return sheet
    kept = np.flatnonzero(~blank)
    rows = tuple(sheet.row_number(int(i)) for i in kept)
    return replace(sheet, cells=sheet.cells.iloc[kept].reset_index(drop=True), rows=rows)


def _remark(en: str, zh: str) -> Remark:
    return Remark(Label(en, zh), "note")


def _refuse_unknown(table: _Table, columns: Columns) -> None:
    """A column of numbers that is no dimension may be one that would be lost."""
    for at in columns.others:
        filled = [value for value in table.cells[at] if value is not None]
        if filled and all(_number(value) is not None for value in filled):
            raise ResponseError(
                f"{table.name}: the column {shown(table.heads[at])} holds numbers but is no known dimension. Known: "
                f"{known_dimensions()}. Rename or remove it.",
                f"{table.name}：“{shown(table.heads[at])}”列为数值，但不是已知的评价维度。可用维度：{known_dimensions(zh=True)}。请改名或删除该列。",
            )


def _ids(table: _Table, columns: Columns, remarks: list[Remark]) -> _Ids:
    roles, name, sheet = columns.roles, table.name, table.sheet
    people = _named(table, roles, "person", remarks)
    if "rater" in roles or "rater_name" in roles:
        raters = _named(table, roles, "rater", remarks)
    else:
        raters = ["1"] * len(people)
        remarks.append(_remark(f"{name}: no column of raters; one rater is taken.", f"{name}：没有评价人列，按一名评价人处理。"))  # fmt: skip
    if "occasion" not in roles:
        remarks.append(
            _remark(
                f"{name}: no column of occasions; all ratings are taken as regular assessment.",
                f"{name}：没有考核类型列，全部按定期考核处理。",
            )
        )
        return people, raters, [REGULAR] * len(people)
    occasions = []
    for i, value in enumerate(table.cells[roles["occasion"]]):
        found = occasion_of(value) if value is not None else None
        if found is None:
            raise ResponseError(
                f"{name}, row {sheet.row_number(i)}: {shown(value or '')!r} is no kind of assessment. Use ordinary "
                "(平时) or regular (定期).",
                f"{name}第{sheet.row_number(i)}行：“{shown(value or '')}”不是考核类型。请填写平时或定期。",
            )
        occasions.append(found)
    return people, raters, occasions


def _named(table: _Table, roles: dict[str, int], role: str, remarks: list[Remark]) -> list[str]:
    """Ids as they stand; people known by name alone get numbers, in the order of the names."""
    by_name = role not in roles
    values = table.cells[roles[f"{role}_name" if by_name else role]]
    empty = [table.sheet.row_number(i) for i, value in enumerate(values) if value is None]
    name = table.name
    if empty:
        who, who_zh = ("person", "被考核人") if role == "person" else ("rater", "评价人")
        raise ResponseError(
            f"{name}: no {who} in row {numbers(empty)}. Fill it in or remove the row.",
            f"{name}：第{numbers(empty, zh=True)}行没有填写{who_zh}。请补充或删除该行。",
        )
    # few ids stand in many rows
    told = {(type(value), value): shown(_text(value)) for value in set(values)}
    texts = [told[type(value), value] for value in values]
    if not by_name:
        return texts
    order = sorted(set(texts))
    letter, width = role[0].upper(), len(str(len(order)))
    number = {text: f"{letter}{at:0{width}d}" for at, text in enumerate(order, start=1)}
    remarks.append(
        _remark(
            f"{name}: names are not shown; {letter} and a number stand for them, in the order of the sorted names.",
            f"{name}：不显示姓名，按姓名排序后以{letter}加序号代替。",
        )
    )
    return [number[text] for text in texts]


def _number(value: Any) -> float | None:
    if isinstance(value, bool):
        return None
    try:
        found = float(value)
    except (TypeError, ValueError):
        return None
    return found if math.isfinite(found) else None


def _points(table: _Table, i: int, column: int) -> float:
    value = table.cells[column][i]
    if value is None:
        return math.nan
    found, low, high = _number(value), table.low, table.high
    if found is None or not low <= found <= high:
        where, row, head = table.name, table.sheet.row_number(i), shown(table.heads[column])
        raise ResponseError(
            f"{where}, row {row}, column {head}: {shown(_text(value))!r} is no rating from {low:g} to {high:g}. "
            "Mend the cell, leave it empty, or give the scale: appraise --range LOW-HIGH, or range = [LOW, HIGH] in the "
            "plan's [[plan.appraisal]].",
            f"{where}第{row}行“{head}”列：“{shown(_text(value))}”不是{low:g}到{high:g}之间的评分。请修正、留空，或指明评分范围："
            "appraise --range 最低-最高，或在分析计划的[[plan.appraisal]]中写range = [最低, 最高]。",
        )
    return found


def _refuse_small_scale(scores: np.ndarray, name: str, low: float, high: float) -> None:
    """Five-point ratings taken for points out of 100 would fail everybody."""
    given = scores[np.isfinite(scores)]
    if not len(given):
        raise ResponseError(
            f"{name}: no ratings; every cell is empty.", f"{name}：没有评分，所有单元格均为空。"
        )
    if (low, high) == (0.0, 100.0) and given.max() <= 10:
        raise ResponseError(
            f"{name}: no rating exceeds {given.max():g}, though points from 0 to 100 are expected. Give the scale, e.g. "
            "survey-kit appraise FILE --range 1-5, or range = [1, 5] in the plan's [[plan.appraisal]].",
            f"{name}：评分最高仅{given.max():g}，而应为0到100分。请指明评分范围，例如survey-kit appraise 文件 --range 1-5，"
            "或在分析计划的[[plan.appraisal]]中写range = [1, 5]。",
        )


def _refuse_twice(sheet: Sheet, keys: Sequence[tuple[Any, ...]], name: str) -> None:
    first: dict[tuple[Any, ...], int] = {}
    for i, key in enumerate(keys):
        if key in first:
            rows = (sheet.row_number(first[key]), sheet.row_number(i))
            raise ResponseError(
                f"{name}: rows {rows[0]} and {rows[1]} hold the same person, rater and kind of assessment "
                f"({shown(key[0])}, {shown(key[1])}). Keep one of them.",
                f"{name}：第{rows[0]}行与第{rows[1]}行的被考核人、评价人和考核类型相同（{shown(key[0])}，{shown(key[1])}）。请只保留一行。",
            )
        first[key] = i


def _long(table: _Table, columns: Columns, ids: _Ids) -> tuple[tuple[Dimension, ...], np.ndarray, _Ids]:
    """One row a single rating: rows of the same person, rater and occasion are put together."""
    name, sheet, at = table.name, table.sheet, columns.roles["dimension"]
    found = []
    for i, value in enumerate(table.cells[at]):
        dimension = dimension_of(value) if value is not None else None
        if dimension is None:
            raise ResponseError(
                f"{name}, row {sheet.row_number(i)}: {shown(value or '')!r} is no known dimension. Known: {known_dimensions()}.",
                f"{name}第{sheet.row_number(i)}行：“{shown(value or '')}”不是已知的评价维度。可用维度：{known_dimensions(zh=True)}。",
            )
        found.append(dimension)
    keys = list(zip(*ids, strict=True))
    _refuse_twice(sheet, [(*key, each.key) for key, each in zip(keys, found, strict=True)], name)
    dimensions = tuple(each for each in DIMENSIONS if each in found)
    row_of = {key: row for row, key in enumerate(dict.fromkeys(keys))}
    scores = np.full((len(row_of), len(dimensions)), np.nan)
    for i, (key, dimension) in enumerate(zip(keys, found, strict=True)):
        value = _points(table, i, columns.roles["score"])
        scores[row_of[key], dimensions.index(dimension)] = value
    return (
        dimensions,
        scores,
        ([key[0] for key in row_of], [key[1] for key in row_of], [key[2] for key in row_of]),
    )
