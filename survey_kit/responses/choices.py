"""Multiple response and ranking: one cell with all answers, or one column an option."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from survey_kit.questionnaire.cells import Distinct, distinct, number_of, plain_text
from survey_kit.questionnaire.model import Question
from survey_kit.questionnaire.notation import Notation
from survey_kit.questionnaire.wording import answer_key
from survey_kit.responses.answers import Codebook
from survey_kit.responses.journal import Journal
from survey_kit.responses.model import ChangeReason, option_column

_REFUSED: tuple[ChangeReason, ...] = ("unknown", "out_of_range")
_YES = frozenset(
    [
        "1",
        "yes",
        "y",
        "true",
        "t",
        "x",
        "√",
        "✓",
        "✔",
        "是",
        "选中",
        "已选",
        "已选中",
        "有",
        "checked",
        "selected",
    ]
)
_NO = frozenset(
    [
        "0",
        "no",
        "n",
        "false",
        "f",
        "-",
        "--",
        "否",
        "未选",
        "未选中",
        "没有",
        "无",
        "notselected",
        "unchecked",
    ]
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Decoded columns by name, and where respondents were routed past the question."""

    columns: Mapping[str, np.ndarray]
    routed: np.ndarray


def read_joined(
    series: pd.Series, column: str, question: Question, notation: Notation, journal: Journal
) -> Chosen:
    """All answers in one cell: ``A┋B`` for a multiple response, ``A→B`` for a ranking.

    An unknown option is logged and left out; an option named twice counts once. A cell without an
    answer is missing, which is not the same as "none chosen".
    """
    book = Codebook(question.options, notation)
    known = frozenset(book.strict)
    reduced = distinct(series)
    places = {option.code: place for place, option in enumerate(question.options)}
    table = np.full((len(reduced.values) + 1, len(places)), np.nan)
    routed = np.zeros(len(reduced.values), dtype=bool)
    doubled = np.zeros(len(reduced.values), dtype=bool)
    flags: dict[ChangeReason, np.ndarray] = {}
    for which, value in enumerate(reduced.values):
        reading = _cell(plain_text(value), book, question, notation, known)
        routed[which], doubled[which] = reading.routed, reading.doubled
        for code, number in reading.chosen.items():
            table[which, places[code]] = number
        if reading.chosen and question.kind == "multiple":
            table[which] = np.nan_to_num(table[which])
        for reason in reading.reasons:
            flags.setdefault(reason, np.zeros(len(reduced.values), dtype=bool))[which] = True
    for reason, wanted in flags.items():
        journal.record(column, reason, reduced.rows(wanted), reduced.values, reduced.index)
    if n := len(reduced.rows(doubled)):
        journal.say(
            f"{column}: answers in which an option occurs twice, counted once: {n}.",
            f"{column}：有{n}个答案中同一选项重复出现，只计一次。",
            note=True,
        )
    coded = table[reduced.index]
    return Chosen(
        {option_column(question.id, code): coded[:, place] for code, place in places.items()},
        reduced.marked(routed),
    )


@dataclass(frozen=True, slots=True)
class _Cell:
    chosen: Mapping[float, float]
    routed: bool = False
    doubled: bool = False
    reasons: tuple[ChangeReason, ...] = ()


def _cell(text: str, book: Codebook, question: Question, notation: Notation, known: frozenset[str]) -> _Cell:
    mark = notation.mark(text)
    number = number_of(text)
    if mark == "routed" or (number is not None and number == notation.routed_code):
        return _Cell({}, routed=True)
    if mark == "blank" or (number is not None and number == notation.blank_code):
        return _Cell({})
    ranking = question.kind == "ranking"
    pieces = notation.ranked(text, known) if ranking else notation.split(text, known)
    chosen: dict[float, float] = {}
    reasons: dict[ChangeReason, None] = {}
    doubled = False
    for piece in pieces:
        code, exact = _option(piece.strip(), book)
        if code is None:
            reasons["unknown"] = None
            continue
        if code in chosen or not exact:
            reasons["normalised"] = None
        doubled = doubled or code in chosen
        chosen.setdefault(code, float(len(chosen) + 1) if ranking else 1.0)
    if ranking and "unknown" in reasons:  # the places below the unknown option are unknown too
        chosen = {}
    return _Cell(chosen, doubled=doubled, reasons=tuple(reasons))


def _option(piece: str, book: Codebook) -> tuple[float | None, bool]:
    """The option that a piece names, by words or number, and whether it is spelled exactly."""
    reading = book.text(piece)
    code = reading.code
    if np.isnan(code):
        return None, False
    return code, getattr(reading, "verdict", "") == ""


def read_split(
    cells: Mapping[float, pd.Series],
    names: Mapping[float, str],
    question: Question,
    notation: Notation,
    journal: Journal,
) -> Chosen:
    """One column an option: 0/1 (or the option's text, or yes/no), or the rank.

    Parameters
    ----------
    cells, names : option code -> column, and -> its heading for the log.
    """
    ranking = question.kind == "ranking"
    labels = {o.code: {answer_key(o.label.en), answer_key(o.label.zh)} for o in question.options}
    columns: dict[float, np.ndarray] = {}
    passed: list[np.ndarray] = []
    for code, series in cells.items():
        reduced = distinct(series)
        read = [
            _rank(value, len(question.options), notation)
            if ranking
            else _tick(value, labels.get(code, set()), notation)
            for value in reduced.values
        ]
        columns[code] = reduced.spread(np.array([number for number, _ in read], dtype=float))
        for reason in _REFUSED:
            wanted = np.array([verdict == reason for _, verdict in read], dtype=bool)
            journal.record(names[code], reason, reduced.rows(wanted), reduced.values, reduced.index)
        passed.append(reduced.marked(np.array([verdict == "routed" for _, verdict in read], dtype=bool)))
    table = np.column_stack(list(columns.values()))
    if ranking:
        _refuse_shared_ranks(table, list(cells), names, cells, journal)
    else:
        answered = (table == 1).any(axis=1)[:, None]
        table = np.where(np.isnan(table) & answered, 0.0, table)
    routed = np.asarray(np.column_stack(passed).any(axis=1), dtype=bool)
    return Chosen(
        {option_column(question.id, code): table[:, place] for place, code in enumerate(columns)}, routed
    )


def _tick(value: object, labels: set[str], notation: Notation) -> tuple[float, str]:
    """Whether the option is chosen: 1, 0, or NaN with the reason."""
    number = number_of(value)
    if number is not None:
        if number in (0.0, 1.0):
            return number, ""
        if number == notation.routed_code:
            return np.nan, "routed"
        return np.nan, "" if number == notation.blank_code else "out_of_range"
    text = plain_text(value)
    mark = notation.mark(text)
    if mark is not None:
        return np.nan, mark
    key = answer_key(notation.without_free_text(text))
    if key in labels or key in _YES:
        return 1.0, ""
    return (0.0, "") if key in _NO else (np.nan, "unknown")


def _rank(value: object, most: int, notation: Notation) -> tuple[float, str]:
    """The rank of an option: a whole number from 1, or NaN with the reason."""
    number = number_of(value)
    if number is None:
        mark = notation.mark(plain_text(value))
        return np.nan, mark if mark is not None else "unknown"
    if number == notation.routed_code:
        return np.nan, "routed"
    if number in (notation.blank_code, 0.0):
        return np.nan, ""
    return (number, "") if number.is_integer() and 1 <= number <= most else (np.nan, "out_of_range")


def _refuse_shared_ranks(
    table: np.ndarray,
    codes: list[float],
    names: Mapping[float, str],
    cells: Mapping[float, pd.Series],
    journal: Journal,
) -> None:
    """Two options cannot have the same rank: all ranks of such a respondent are missing."""
    ordered = np.sort(table, axis=1)
    shared = (np.diff(ordered, axis=1) == 0).any(axis=1)
    if not shared.any():
        return
    for code in codes:
        reduced: Distinct = distinct(cells[code])
        rows = np.flatnonzero(shared & (reduced.index >= 0))
        journal.record(names[code], "out_of_range", rows, reduced.values, reduced.index)
    table[shared] = np.nan
