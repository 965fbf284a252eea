"""Columns reduced to their distinct values, so that every value is understood once only."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from survey_kit.questionnaire.wording import plain_digits, visible

_NUMBER = re.compile(r"^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$")
_THOUSANDS = re.compile(r"^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
_INFINITE = re.compile(r"^[+-]?(?:inf|infinity|∞)$", re.IGNORECASE)
_EXPONENT = re.compile(r"^[+-]?\d+(?:\.\d*)?[eE][+-]?\d{1,9}$")
_ERRORS = frozenset(
    [
        "#N/A",
        "#DIV/0!",
        "#VALUE!",
        "#REF!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
        "#GETTING_DATA",
        "#N/A!",
        "#BLOCKED!",
        "#FIELD!",
    ]
)
_DATE_TEXT = re.compile(
    r"^(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?|\d{1,2}月\d{1,2}日|\d{1,2}[-/]\d{1,2}[-/]\d{4}"
    r"|(?:0?[1-9]|1[0-2])[-/](?:19|20)\d{2}|(?:19|20)\d{2}(?:[-/](?:0?[1-9]|1[0-2])|年(?:0?[1-9]|1[0-2])月?)"
    r"|\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:-\d{2,4})?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Distinct:
    """The distinct values of a column and, per row, which one it has (−1: empty)."""

    values: tuple[object, ...]
    index: np.ndarray

    def rows(self, wanted: np.ndarray) -> np.ndarray:
        """Positions of the rows whose value is marked in ``wanted`` (boolean, one a value)."""
        if not wanted.any():
            return np.empty(0, dtype=np.intp)
        found: np.ndarray = np.flatnonzero(np.append(wanted, False)[self.index])
        return found

    def spread(self, codes: np.ndarray) -> np.ndarray:
        """Codes of the rows, from codes of the values; empty rows are NaN."""
        spread: np.ndarray = np.append(codes.astype(float), np.nan)[self.index]
        return spread

    def marked(self, wanted: np.ndarray) -> np.ndarray:
        """Boolean per row: whether its value is marked in ``wanted``."""
        marked: np.ndarray = np.append(wanted, False)[self.index]
        return marked


def numeric(series: pd.Series) -> np.ndarray | None:
    """The column as float64, when the file holds nothing but numbers in it; else None."""
    if isinstance(series.dtype, np.dtype) and series.dtype.kind in "iuf":
        return series.to_numpy(dtype=float)
    if pd.api.types.is_numeric_dtype(series.dtype) and not pd.api.types.is_bool_dtype(series.dtype):
        return series.to_numpy(dtype=float, na_value=np.nan)
    return None


_NEEDS_CARE = {bool, np.bool_, list, dict, set, np.ndarray}
"""Types that compare equal to a number, or cannot be compared by hash."""


def distinct(series: pd.Series) -> Distinct:
    """Reduce a column of any type. Booleans stay apart from 0 and 1."""
    if isinstance(series.dtype, pd.CategoricalDtype):
        codes = series.cat.codes.to_numpy()
        return Distinct(tuple(series.cat.categories.tolist()), codes.astype(np.intp))
    cells = series.to_numpy(dtype=object)
    if set(map(type, cells)) & _NEEDS_CARE:
        cells = _apart(cells)
    index, values = pd.factorize(cells, use_na_sentinel=True)
    return Distinct(tuple(v.value if isinstance(v, _Boolean) else v for v in values), index)


@dataclass(frozen=True, slots=True)
class _Boolean:
    """A boolean that does not compare equal to 0 or 1."""

    value: bool


def _apart(cells: np.ndarray) -> np.ndarray:
    changed = np.empty(len(cells), dtype=object)
    for place, cell in enumerate(cells):
        if isinstance(cell, bool | np.bool_):
            changed[place] = _Boolean(bool(cell))
        else:
            changed[place] = cell if isinstance(cell, Hashable) else str(cell)
    return changed


# -- what a single value is -------------------------------------------------------------------------


def plain_text(value: object) -> str:
    """The text of a cell; whole floats without their point."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def folded(text: str) -> str:
    """The text in half width, with plain digits and without invisible characters and outer blanks."""
    if text.isascii():
        return visible(text).strip()
    import unicodedata

    return plain_digits(unicodedata.normalize("NFKC", visible(text))).replace("−", "-").strip()


def number_of(value: object) -> float | None:
    """The number that a cell is. ``1_0``, ``0x10``, ``1e3``, ``True`` and ``50%`` are none.

    Examples
    --------
    >>> number_of("３.5"), number_of("1_0"), number_of(4)
    (3.5, None, 4.0)
    """
    if isinstance(value, bool | np.bool_):
        return None
    if isinstance(value, int | float | np.integer | np.floating):
        return float(value)
    if isinstance(value, str):
        text = folded(value)
        if _NUMBER.match(text) and len(text) <= 40:
            return float(text)
    return None


def grouped_number(text: str) -> float | None:
    """A number with separators between thousands (``1,234``)."""
    text = folded(text)
    return float(text.replace(",", "")) if _THOUSANDS.match(text) and len(text) <= 40 else None


def is_infinite(value: object) -> bool:
    """Whether a cell is infinite: ``inf``, ``-Infinity``, ``1e400``, or such a float."""
    if isinstance(value, float | np.floating):
        return math.isinf(float(value))
    if not isinstance(value, str) or len(value) > 60:
        return False
    text = folded(value)
    return bool(_INFINITE.match(text)) or bool(_EXPONENT.match(text) and math.isinf(float(text)))


def is_error(value: object) -> bool:
    """Whether a cell is an error value of a spreadsheet."""
    return isinstance(value, str) and value.startswith("#") and value.strip().upper() in _ERRORS


def is_date(value: object) -> bool:
    """Whether a cell is a date, or a text that only a date is written as."""
    if isinstance(value, dt.date | dt.time | dt.timedelta | np.datetime64 | np.timedelta64):
        return True
    return isinstance(value, str) and len(value) <= 30 and bool(_DATE_TEXT.match(folded(value)))


def is_percent(value: object) -> bool:
    """Whether a cell is a percentage written as text, 50%."""
    return isinstance(value, str) and bool(re.match(r"^[+-]?\d+(?:\.\d+)?\s*%$", folded(value)))
