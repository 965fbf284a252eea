"""Open answers, dates and durations: columns whose cells are kept, not coded."""

from __future__ import annotations

import numpy as np
import pandas as pd

from survey_kit.questionnaire.cells import Distinct, distinct, is_error, number_of, plain_text
from survey_kit.questionnaire.notation import Notation
from survey_kit.questionnaire.wording import clean, shown
from survey_kit.responses.journal import Journal, listed, rows_zh
from survey_kit.responses.model import ChangeReason
from survey_kit.responses.personal import mask
from survey_kit.responses.times import iso_date, seconds

_LONGEST = 32_000
"""Characters of an open answer that are kept; a spreadsheet cell holds 32,767."""


def read_texts(
    series: pd.Series, column: str, notation: Notation, journal: Journal
) -> tuple[np.ndarray, np.ndarray]:
    """Open answers, without control characters and personal data; and who was routed past."""
    reduced = distinct(series)
    kept: list[str | None] = []
    routed = np.zeros(len(reduced.values), dtype=bool)
    masked, controlled = np.zeros_like(routed), np.zeros_like(routed)
    for which, value in enumerate(reduced.values):
        text = plain_text(value)
        mark = notation.mark(text)
        number = number_of(value)
        routed[which] = mark == "routed" or (number is not None and number == notation.routed_code)
        if mark or is_error(value) or (number is not None and number == notation.blank_code) or routed[which]:
            kept.append(None)
            continue
        cleaned = clean(text)[:_LONGEST]
        controlled[which] = has_control_characters(text)
        hidden = mask(cleaned)
        masked[which] = hidden != cleaned
        kept.append(hidden or None)
    _say_counts(reduced, masked, controlled, column, journal)
    errors = np.array([is_error(value) for value in reduced.values], dtype=bool)
    journal.record(column, "file_error", reduced.rows(errors), reduced.values, reduced.index)
    return _spread(reduced, kept), reduced.marked(routed)


def _say_counts(
    reduced: Distinct, masked: np.ndarray, controlled: np.ndarray, column: str, journal: Journal
) -> None:
    if n := len(reduced.rows(masked)):
        journal.say(
            f"{column}: open answers with personal data (phone, mail, identity number or account), masked as ***: {n}.",
            f"{column}：有{n}个开放题答案含个人信息（电话、邮箱、证件号或账号），已用***遮盖。",
        )
    say_control_characters(column, len(reduced.rows(controlled)), journal)


def has_control_characters(text: str) -> bool:
    """Whether a text holds characters that act on a terminal or that XML forbids."""
    return clean(text) != text.replace("\n", " ").replace("\r", " ").replace("\t", " ").strip()


def say_control_characters(column: str, n: int, journal: Journal) -> None:
    """Say in how many answers of a column they were removed."""
    if n:
        journal.say(
            f"{column}: answers from which control characters were removed: {n}.",
            f"{column}：已从{n}个答案中去除控制字符。",
        )


def read_dates(
    series: pd.Series, column: str, notation: Notation, journal: Journal
) -> tuple[np.ndarray, np.ndarray]:
    """Dates as ISO texts; what is none is logged and missing."""
    reduced = distinct(series)
    kept: list[str | None] = []
    routed = np.zeros(len(reduced.values), dtype=bool)
    reasons: dict[ChangeReason, np.ndarray] = {
        "unknown": np.zeros_like(routed),
        "file_error": np.zeros_like(routed),
    }
    for which, value in enumerate(reduced.values):
        mark = notation.mark(str(value))
        number = number_of(value)
        routed[which] = mark == "routed" or (number is not None and number == notation.routed_code)
        blank = mark == "blank" or (number is not None and number == notation.blank_code)
        date = None if blank or routed[which] else iso_date(value)
        kept.append(date)
        if date is None and not blank and not routed[which]:
            reasons["file_error" if is_error(value) else "unknown"][which] = True
    for reason, wanted in reasons.items():
        journal.record(column, reason, reduced.rows(wanted), reduced.values, reduced.index)
    return _spread(reduced, kept), reduced.marked(routed)


def read_durations(series: pd.Series, column: str, journal: Journal) -> np.ndarray:
    """Seconds; a duration that is not understood or negative is missing and logged."""
    reduced = distinct(series)
    lengths = np.array([seconds(value) for value in reduced.values], dtype=float)
    blank = np.array([not str(value).strip() for value in reduced.values], dtype=bool)
    bad = np.isnan(lengths) & ~blank
    negative = np.array(
        [str(value).strip().startswith(("-", "−", "－")) for value in reduced.values],
        dtype=bool,
    )
    journal.enter(column, "out_of_range", reduced.rows(bad & negative), reduced.values, reduced.index)
    journal.enter(column, "not_a_number", reduced.rows(bad & ~negative), reduced.values, reduced.index)
    if rows := [journal.sheet.row_number(int(row)) for row in reduced.rows(bad)]:
        values = [
            f'"{shown(value, 30)}"' for value, is_bad in zip(reduced.values, bad, strict=True) if is_bad
        ]
        numbers = [str(row) for row in rows]
        journal.say(
            f"{column}: durations that are negative or cannot be understood, counted as unknown: {len(rows)} – "
            f"{listed(values, ', ')} (rows: {listed(numbers, ', ')}).",
            f"{column}：有{len(rows)}个用时为负或无法识别，按未知处理：{listed(values, '、')}（{rows_zh(numbers)}）。",
        )
    return reduced.spread(lengths)


def _spread(reduced: Distinct, kept: list[str | None]) -> np.ndarray:
    table = np.empty(len(kept) + 1, dtype=object)
    table[:-1] = kept
    table[-1] = None
    spread: np.ndarray = table[reduced.index]
    return spread
