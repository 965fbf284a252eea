"""``[before]`` of a population file: an earlier survey of the same people, and the number that tells who is who."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from survey_kit.questionnaire.fields import Reader, Table
from survey_kit.questionnaire.model import Questionnaire
from survey_kit.report.blocks import Label
from survey_kit.simulation.bounded import number, numbers

SCALE = Label("scale", "量表")
SINGLE = Label("single-choice question", "单选题")
KEYS = ("start", "size", "again", "stability", "unique", "not_asked", "question", "change", "number")


@dataclass(frozen=True, slots=True)
class StaffNumber:
    """The question for a number by which people are matched, put last in both surveys.

    ``wrong`` and ``empty`` are the shares of people who mistype a digit or leave it out.
    """

    label: Label
    prefix: str
    wrong: float
    empty: float


@dataclass(frozen=True, slots=True)
class EarlierSurvey:
    """A survey before the one that the rest of the population file describes.

    Attributes
    ----------
    size
        Its respondents as a share of those of the later survey.
    again
        Share of its respondents who answer the later survey too, whatever they answered.
    stability, unique
        Correlation of a person's factors (within groups), and of what is peculiar to an item, over time.
    not_asked
        Scales that only the later survey asks.
    change
        Factor -> later minus earlier level in standard deviations of the factor, one value an
        option of ``question``.
    """

    start: dt.date
    size: float
    again: float
    stability: float
    unique: float
    not_asked: tuple[str, ...]
    question: str
    change: Mapping[str, tuple[float, ...]]
    number: StaffNumber


def read_earlier(reader: Reader, document: Table, questionnaire: Questionnaire) -> EarlierSurvey | None:
    """The table ``[before]``; None when there is none. What does not fit becomes a fault."""
    if "before" not in document:
        return None
    table, at = reader.table(document, "before"), "before"
    reader.check_keys(table, KEYS, at)
    scales = [scale.id for scale in questionnaire.scales]
    singles = {q.id: len(q.options) for q in questionnaire.all_questions if q.kind == "single"}
    start = table.get("start")
    if not isinstance(start, dt.date):
        reader.faults.add(f"{at}.start", "should be a date, 2026-03-02.", "应为日期，如2026-03-02。")
        start = dt.date(2025, 3, 3)
    question = str(table.get("question"))
    if question not in singles:
        reader.faults.unknown_name(f"{at}.question", question, SINGLE, singles)
    change = reader.table(table, "change", at)
    not_asked = reader.strings(table, "not_asked", at)
    for where, names in ((f"{at}.change", change), (f"{at}.not_asked", not_asked)):
        for name in names:
            if name not in scales:
                reader.faults.unknown_name(where, name, SCALE, scales)
    return EarlierSurvey(
        start=start,
        size=number(reader, table, "size", at, 1.0, low=0.1, high=10),
        again=number(reader, table, "again", at, 0.8, low=0, high=1),
        stability=number(reader, table, "stability", at, 0.7, low=0, high=1),
        unique=number(reader, table, "unique", at, 0.3, low=0, high=1),
        not_asked=not_asked,
        question=question,
        change={
            name: numbers(reader, shifts, f"{at}.change.{name}", length=singles.get(question), low=-3, high=3)
            for name, shifts in change.items()
        },
        number=_staff_number(reader, reader.table(table, "number", at)),
    )


def _staff_number(reader: Reader, table: Table) -> StaffNumber:
    at = "before.number"
    reader.check_keys(table, ("label", "prefix", "wrong", "empty"), at)
    return StaffNumber(
        label=reader.label(table, "label", at),
        prefix=reader.text(table.get("prefix", "S"), f"{at}.prefix"),
        wrong=number(reader, table, "wrong", at, 0.0, low=0, high=0.3),
        empty=number(reader, table, "empty", at, 0.0, low=0, high=0.3),
    )


def written_numbers(
    asked: StaffNumber,
    people: np.ndarray,
    later: int,
    *,
    order: np.random.Generator,
    slips: np.random.Generator,
) -> np.ndarray:
    """What each of ``people`` writes as staff number, object (n,), None for nothing.

    ``order`` must be the same stream for both surveys, of which the later has ``later`` respondents: then
    the same person has the same number. Slips are of each survey.
    """
    digits = max(4, len(str(4 * later)))
    held = order.permutation(10**digits)[people]
    u = slips.random(len(people))
    place = 10 ** slips.integers(0, digits, len(people))
    digit = held // place % 10
    mistyped = held + ((digit + slips.integers(1, 10, len(people))) % 10 - digit) * place
    typed = np.where(u < asked.wrong, mistyped, held)
    texts = np.array([f"{asked.prefix}{each:0{digits}d}" for each in typed], dtype=object)
    texts[u >= 1 - asked.empty] = None
    return texts
