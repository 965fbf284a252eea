"""The types of the responses: a raw sheet, and answers that have been understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from survey_kit.report.blocks import Label, Remark

FileFormat: TypeAlias = Literal["xlsx", "xls", "ods", "csv", "sav", "dta", "parquet"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a sheet came from. ``name`` is the bare file name, free of control characters."""

    name: str
    sha256: str
    format: FileFormat
    encoding: str | None = None
    separator: str | None = None
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as it stands: header rows and cells, with no meaning yet.

    Attributes
    ----------
    header
        One tuple of texts a header row; every tuple has one text a column. Names are raw: not
        stripped of blanks, not made unique.
    cells
        One row a respondent, columns 0..k-1 by position. Text files and workbooks: ``object`` columns
        of ``str``, ``int``, ``float``, ``bool``, ``datetime`` or ``None`` (empty). A column whose
        cells are all numbers or empty may be ``float64``. sav/dta/parquet: their own types.
    first_row
        Row number in the file (1-based, as a spreadsheet shows it) of ``cells`` row 0. Row i is at
        ``first_row + i`` unless ``rows`` gives the numbers.
    labels
        Position -> {code: label}: value labels that the file itself carries (sav, dta).
    texts
        Position -> variable label (the question text) that the file carries (sav, dta).
    user_missing
        Position -> number of cells that the file declares user-missing (already set to None).
    """

    source: Source
    header: tuple[tuple[str, ...], ...]
    cells: pd.DataFrame
    first_row: int = 2
    rows: tuple[int, ...] | None = None
    labels: Mapping[int, Mapping[float, str]] = field(default_factory=dict)
    texts: Mapping[int, str] = field(default_factory=dict)
    user_missing: Mapping[int, int] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()

    def row_number(self, i: int) -> int:
        """Row number in the file of cell row ``i``."""
        return self.rows[i] if self.rows is not None else self.first_row + i


ChangeReason: TypeAlias = Literal[
    "unknown",  # text that is none of the options
    "out_of_range",  # number outside the declared ends
    "not_whole",  # 3.5 on an item of whole codes
    "not_a_number",
    "file_error",  # #N/A and its like
    "normalised",  # read as an option although spelled a little differently
]


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that was changed or refused. ``value`` is cleaned of control characters and cut at
    80 characters; answers of personal columns never get here.
    """

    row: int
    column: str
    value: str
    reason: ChangeReason


ExclusionReason: TypeAlias = Literal[
    "empty", "incomplete", "too_fast", "straight_lining", "missing", "duplicate"
]


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Respondents (their numbers, in order) dropped by one rule. Each is counted under the first
    rule that hit.
    """

    reason: ExclusionReason
    respondents: tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Who is in the analysis. ``collected - sum of exclusions = valid``."""

    collected: int
    exclusions: tuple[Exclusion, ...] = ()

    @property
    def valid(self) -> int:
        return self.collected - sum(len(exclusion.respondents) for exclusion in self.exclusions)

    @property
    def valid_rate(self) -> float:
        """Share of the collected that is valid, 0..1; NaN when nothing was collected."""
        return self.valid / self.collected if self.collected else float("nan")


@dataclass(frozen=True, slots=True)
class Responses:
    """Coded answers.

    Attributes
    ----------
    frame
        One row a respondent; the index is the respondent's number in the file (platform id where
        it is unique and whole, else 1..n in file order), sorted ascending so that nothing depends
        on the order of rows. Columns: item ids and question ids as float codes (NaN: no answer);
        a multiple-response or ranking question has one column an option, ``"<id>/<code>"`` with
        code printed as an integer where whole (0/1, or the rank); text questions are ``object``.
        Items are *as answered*: nothing is reversed here.
    routed
        Column -> boolean array, True where the respondent was routed past the question (these
        leave the denominator); columns with no such case are absent.
    duration
        Seconds needed, NaN where unknown; None when the file has no such column.
    log
        Every cell changed or refused.
    ledger
        Before screening: everybody valid.
    unmatched
        Headings of columns that are neither answers of the questionnaire nor known metadata.
    withheld
        Headings of columns recognised as personal and kept out of everything.
    repeated
        Boolean array, True where an earlier row has the same respondent id; None when none has.
    ids
        What tells people of two surveys apart, from the column that the user named: text or None
        (empty cell) a respondent. It is compared with another survey's ids and shown nowhere.
    """

    frame: pd.DataFrame
    routed: Mapping[str, np.ndarray] = field(default_factory=dict)
    duration: pd.Series | None = None
    log: tuple[Change, ...] = ()
    ledger: Ledger = field(default_factory=lambda: Ledger(0))
    unmatched: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    repeated: np.ndarray | None = None
    ids: np.ndarray | None = None
    remarks: tuple[Remark, ...] = ()

    @property
    def n(self) -> int:
        return len(self.frame)


def option_column(question_id: str, code: float) -> str:
    """Name in ``Responses.frame`` of one option of a multiple-response or ranking question."""
    return f"{question_id}/{int(code)}" if float(code).is_integer() else f"{question_id}/{code}"


__all__ = [
    "Change",
    "ChangeReason",
    "Exclusion",
    "ExclusionReason",
    "FileFormat",
    "Label",
    "Ledger",
    "Remark",
    "Responses",
    "Sheet",
    "Source",
    "option_column",
]
