"""Columns built from rows as they come, so that a large file never exists twice in memory."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

Column = npt.NDArray[Any]

# whole or decimal, as a program writes them; no leading zeros, exponent, sign "+" or blanks, and no more
# digits than a double holds, so that the text can be had back from the number
_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?")


class Columns(Protocol):
    """Takes rows of equal length, block by block; gives one array a column."""

    def add(self, rows: Sequence[Sequence[Any]]) -> None: ...

    def finish(self) -> list[Column]: ...


class TextColumns:
    """Columns of a text file. Equal texts are stored once.

    A column whose filled cells are all plain numbers becomes ``float64``; every other one keeps its
    texts, with None for empty (or blank) cells.
    """

    def __init__(self, width: int) -> None:
        self._codes: list[dict[str, int]] = [{} for _ in range(width)]
        self._parts: list[list[npt.NDArray[np.int32]]] = [[] for _ in range(width)]

    def add(self, rows: Sequence[Sequence[str]]) -> None:
        for values, codes, parts in zip(zip(*rows, strict=True), self._codes, self._parts, strict=True):
            for value in set(values).difference(codes):
                codes[value] = len(codes)
            parts.append(np.fromiter(map(codes.__getitem__, values), np.int32, len(values)))

    def finish(self) -> list[Column]:
        columns: list[Column] = []
        for codes, parts in zip(self._codes, self._parts, strict=True):
            where = np.concatenate(parts) if parts else np.zeros(0, dtype=np.int32)
            parts.clear()
            columns.append(_table(list(codes))[where])
            codes.clear()
        return columns


def _table(texts: list[str]) -> Column:
    filled = [text for text in texts if text and not text.isspace()]
    if filled and all(_is_plain_number(text) for text in filled):
        blank = float("nan")
        return np.array([blank if not text or text.isspace() else float(text) for text in texts], dtype=float)
    table = np.empty(len(texts), dtype=object)
    table[:] = [None if not text or text.isspace() else text for text in texts]
    return table


def _is_plain_number(text: str) -> bool:
    return len(text) <= 17 and _PLAIN.fullmatch(text) is not None


class CellColumns:
    """Columns of a workbook: numbers, texts, truth values and dates, mixed as they come.

    A column whose filled cells are all numbers becomes ``float64``; in any other, whole numbers are
    ``int``, dates are ``datetime``, and times of day and durations are ``"hh:mm:ss"``.
    """

    def __init__(self, width: int) -> None:
        self._parts: list[list[Column]] = [[] for _ in range(width)]
        self._texts: dict[str, str] = {}

    def add(self, rows: Sequence[Sequence[Any]]) -> None:
        for values, parts in zip(zip(*rows, strict=True), self._parts, strict=True):
            kinds = set(map(type, values))
            if kinds <= {float, int}:
                parts.append(np.array(values, dtype=float))
            elif kinds <= {float, int, str} and not any(isinstance(v, str) and v for v in values):
                parts.append(np.array([np.nan if v == "" else v for v in values], dtype=float))
            else:
                part = np.empty(len(values), dtype=object)
                part[:] = [self._cell(value) for value in values]
                parts.append(part)

    def _cell(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._texts.setdefault(value, value) if value and not value.isspace() else None
        return plain_cell(value)

    def finish(self) -> list[Column]:
        columns: list[Column] = []
        for parts in self._parts:
            if parts and all(part.dtype == float for part in parts):
                columns.append(np.concatenate(parts))
            else:
                columns.append(np.concatenate([_as_objects(part) for part in parts] or [np.empty(0, object)]))
            parts.clear()
        return columns


def plain_cell(value: Any) -> Any:
    """A workbook cell as one of str, int, float, bool, datetime or None."""
    if isinstance(value, float):
        if math.isnan(value):
            return None
        return int(value) if value.is_integer() else value
    if isinstance(value, dt.datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, dt.date):
        return dt.datetime(value.year, value.month, value.day)
    if isinstance(value, dt.time):
        return value.isoformat("seconds")
    if isinstance(value, dt.timedelta):
        seconds = round(value.total_seconds())
        sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
        return f"{sign}{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return None if value == "" else value


def _as_objects(part: Column) -> Column:
    if part.dtype == object:
        return part
    objects = np.empty(len(part), dtype=object)
    objects[:] = [plain_cell(value) for value in part.tolist()]
    return objects
