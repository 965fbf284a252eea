"""One column of coded answers: single choice, items of a scale, open numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from survey_kit.questionnaire.cells import Distinct, distinct, is_percent, number_of, numeric
from survey_kit.questionnaire.model import Option
from survey_kit.questionnaire.notation import Notation
from survey_kit.report.blocks import Label
from survey_kit.responses.answers import Codebook, Reading, read_number, read_values, recode_from_labels
from survey_kit.responses.journal import Journal
from survey_kit.responses.model import ChangeReason
from survey_kit.responses.opentext import has_control_characters, say_control_characters

_LOGGED: tuple[ChangeReason, ...] = (
    "unknown",
    "out_of_range",
    "not_whole",
    "not_a_number",
    "file_error",
    "normalised",
)


@dataclass(frozen=True, slots=True)
class Coded:
    """Codes of one column (NaN: no answer), who was routed past it, and whether words proved it."""

    codes: np.ndarray
    routed: np.ndarray
    numbers_only: bool = False


def read_coded(
    series: pd.Series,
    column: str,
    options: tuple[Option, ...],
    notation: Notation,
    journal: Journal,
    *,
    low: float,
    high: float,
    labels: Mapping[float, str],
) -> Coded:
    """Codes of a single-choice column or of an item.

    ``labels`` are the value labels that the file carries for it; where they are the options, they
    say what the file's codes mean.
    """
    book = Codebook(options, notation, low, high, notation.numbers)
    if labels and options:
        book.recode = recode_from_labels(labels, book)
    numbers = numeric(series)
    if numbers is not None:
        book.whole = _counted(numbers, book)
        if (fast := _all_valid(numbers, book)) is not None:
            return fast
    reduced = distinct(series)
    weights = np.bincount(reduced.index[reduced.index >= 0], minlength=len(reduced.values))
    if numbers is None and not options:
        found = [number_of(value) for value in reduced.values]
        given = np.array([np.nan if number is None else number for number in found], dtype=float)
        book.whole = _counted(np.repeat(given, weights), book)
    readings = read_values(reduced.values, book, weights)
    journal.join(column, _joined(reduced, readings, weights, options))
    odd = [isinstance(value, str) and has_control_characters(value) for value in reduced.values]
    say_control_characters(column, len(reduced.rows(np.array(odd, dtype=bool))), journal)
    return _recorded(reduced, readings, column, journal)


def read_numbers(series: pd.Series, column: str, notation: Notation, journal: Journal) -> Coded:
    """Values of an open number question."""
    numbers = numeric(series)
    if numbers is not None and notation.routed_code is None and not np.isinf(numbers).any():
        return Coded(numbers, np.zeros(len(numbers), dtype=bool))
    reduced = distinct(series)
    readings = [read_number(value, notation) for value in reduced.values]
    percents = np.array([is_percent(value) for value in reduced.values], dtype=bool)
    some = reduced.rows(percents)
    if len(some):
        plain = sum(reading.verdict == "" for reading in readings)
        mixed = " mixed with plain numbers" if plain else ""
        mixed_zh = "，且与普通数字混用" if plain else ""
        journal.say(
            f"{column}: percentages written as text{mixed}: {len(some)}. Whether 0.5 means 50% cannot be "
            "known: write all of them in one way.",
            f"{column}：有{len(some)}个单元格是文本形式的百分数{mixed_zh}。无法判断0.5是否即50%，请统一写法。",
        )
    return _recorded(reduced, readings, column, journal)


def _counted(numbers: np.ndarray, book: Codebook) -> bool:
    """Whether a bare numeric scale is answered in whole steps.

    Not where its ends are no whole numbers, nor where most answers are measured (a slider, a test
    score): among steps a stray 3.5 is a slip, among measurements it is none.
    """
    if not (float(book.low).is_integer() and float(book.high).is_integer()):
        return False
    inside = numbers[(numbers >= book.low) & (numbers <= book.high)]
    return bool((inside != np.round(inside)).sum() * 2 <= len(inside))


def _all_valid(numbers: np.ndarray, book: Codebook) -> Coded | None:
    """The codes themselves, when every number is an answer as it stands: the quick way."""
    if book.recode is not None or book.numbering == "position":
        return None
    present = ~np.isnan(numbers)
    if book.options:
        codes = np.array(sorted(book.positions))
        place = np.clip(np.searchsorted(codes, numbers), 0, len(codes) - 1)
        fine = codes[place] == numbers
    else:
        fine = (numbers >= book.low) & (numbers <= book.high)
        if book.whole:
            fine &= numbers == np.round(numbers)
    if (fine | ~present).all():
        return Coded(numbers, np.zeros(len(numbers), dtype=bool), numbers_only=bool(present.any()))
    return None


def _recorded(reduced: Distinct, readings: list[Reading], column: str, journal: Journal) -> Coded:
    """Codes of the rows; every cell that was changed or refused goes into the journal."""
    verdicts = np.array([reading.verdict for reading in readings], dtype=object)
    for reason in _LOGGED:
        rows = reduced.rows(np.asarray(verdicts == reason, dtype=bool))
        journal.record(column, reason, rows, reduced.values, reduced.index)
    dates = reduced.rows(np.asarray(verdicts == "date", dtype=bool))
    if len(dates):
        journal.refuse_dates(column, dates)
    infinite = reduced.rows(np.asarray(verdicts == "infinite", dtype=bool))
    if len(infinite):
        journal.refuse_infinite(column, infinite)
    codes = reduced.spread(np.array([reading.code for reading in readings], dtype=float))
    routed = reduced.marked(np.asarray(verdicts == "routed", dtype=bool))
    how = {reading.how for reading in readings if not np.isnan(reading.code)}
    return Coded(codes, routed, numbers_only=how == {"number"})


def _joined(
    reduced: Distinct, readings: list[Reading], weights: np.ndarray, options: tuple[Option, ...]
) -> list[tuple[Label, int, tuple[str, ...]]]:
    """Options that were spelled in several ways: label, number of answers after joining, spellings."""
    spelled: dict[float, list[str]] = {}
    counts: Counter[float] = Counter()
    for value, reading, weight in zip(reduced.values, readings, weights, strict=True):
        if not np.isnan(reading.code):
            counts[reading.code] += int(weight)
        if reading.verdict == "normalised" and reading.how == "words" and isinstance(value, str):
            spelled.setdefault(reading.code, []).append(value)
    return [
        (option.label, counts[option.code], tuple(spelled[option.code]))
        for option in options
        if option.code in spelled
    ]
