"""Answers to questions as data and as rows of tables: shared by the sample and the items section."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from survey_kit.questionnaire.model import Option, Question
from survey_kit.report.blocks import Cell, Column, Label, Note, Row, Table, say
from survey_kit.responses.model import option_column
from survey_kit.stats.descriptives import Descriptives, describe
from survey_kit.stats.frequencies import Frequencies, frequencies
from survey_kit.study import Study

_MOST_CODES = 50
"""A question without declared options shows at most this many different answers."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A single-choice question and how often each option was chosen; ``routed`` people were not asked."""

    question: Question
    options: tuple[Option, ...]
    counts: Frequencies
    routed: int


@dataclass(frozen=True, slots=True)
class Amount:
    """A question answered by a number; ``stats`` describes one variable, ``whole`` if all are whole numbers."""

    question: Question
    stats: Descriptives
    whole: bool

    @property
    def years(self) -> bool:
        """Whether the answers are years, which are written without separators."""
        return bool(self.whole and self.stats.min[0] >= 1900 and self.stats.max[0] <= 2100)


def choices(study: Study, questions: Iterable[Question]) -> tuple[Choice, ...]:
    """Count the single-choice questions among ``questions``; those that list too many answers are left out."""
    found = []
    for question in questions:
        if question.kind != "single" or question.id not in study.responses.frame.columns:
            continue
        codes = study.codes(question.id)
        options = question.options or _observed(codes)
        if options:
            counts = frequencies(codes, [o.code for o in options], routed=study.routed(question.id))
            found.append(Choice(question, options, counts, len(codes) - counts.asked))
    return tuple(found)


def amounts(study: Study, questions: Iterable[Question]) -> tuple[Amount, ...]:
    """Describe the number questions among ``questions``; those routed past are not missing."""
    found = []
    for question in questions:
        if question.kind == "number" and question.id in study.responses.frame.columns:
            values = study.codes(question.id)[~study.routed(question.id)]
            given = values[np.isfinite(values)]
            found.append(Amount(question, describe(values), bool((given == np.round(given)).all())))
    return tuple(found)


def _observed(codes: np.ndarray) -> tuple[Option, ...]:
    values = np.unique(codes[np.isfinite(codes)])
    if len(values) > _MOST_CODES:
        return ()
    return tuple(Option(float(value), Label.of(f"{value:g}")) for value in values)


def choices_table(table_id: str, title_key: str, answered: tuple[Choice, ...]) -> Table:
    """One frequency table with a group head a question."""
    rows: list[Row] = []
    notes: list[Note] = [Note(say("frequency.note"))] if any(c.counts.missing for c in answered) else []
    notes += [
        Note(say("frequency.note_asked", question=c.question.label, n=c.counts.asked, routed=c.routed))
        for c in answered
        if c.routed
    ]
    for choice in answered:
        name, counts = choice.question.id, choice.counts
        rows.append(Row(name, (choice.question.label, None, None, None), head=True))
        for option, n, percent, valid in zip(
            choice.options, counts.counts, counts.percent, counts.percent_valid, strict=True
        ):
            rows.append(Row(option_column(name, option.code), (option.label, n, percent, valid), level=1))
        if counts.missing:
            percent = 100 * counts.missing / counts.asked
            rows.append(
                Row(f"{name}/missing", (say("frequency.missing"), counts.missing, percent, None), level=1)
            )
    columns = (
        Column("category"),
        Column("n", "count"),
        Column("percent", "percent"),
        Column("percent_valid", "percent"),
    )
    return Table(table_id, say(title_key), columns, tuple(rows), tuple(notes))


def amounts_table(table_id: str, title_key: str, answered: tuple[Amount, ...]) -> Table:
    """Descriptives of number questions."""
    columns = (
        Column("variable"),
        Column("n", "count"),
        Column("missing", "count"),
        *(Column(key, "number") for key in ("mean", "sd", "median", "min", "max")),
    )
    rows = []
    for amount in answered:
        s = amount.stats
        numbers = (float(getattr(s, key)[0]) for key in ("mean", "sd", "median", "min", "max"))
        cells: tuple[Cell, ...] = (amount.question.label, int(s.n[0]), int(s.missing[0]), *numbers)
        rows.append(Row(amount.question.id, cells, kind="df" if amount.years else None))
    return Table(table_id, say(title_key), columns, tuple(rows))


def most_chosen(
    labels: tuple[Label, ...], counts: tuple[int, ...], percents: tuple[float, ...]
) -> tuple[tuple[Label, ...], int, float]:
    """The options chosen most often (several when they tie), their count and percentage."""
    largest = max(counts, default=0)
    at = [i for i, count in enumerate(counts) if count == largest]
    percent = percents[at[0]] if at else math.nan
    return tuple(labels[i] for i in at), largest, percent


FREQUENCY_WORDS: dict[str, tuple[str, str]] = {
    "frequency.missing": ("No answer", "未作答"),
    "frequency.note_asked": (
        "“{question}” was put to {n:count} {n?respondent|respondents}, to whom its percentages refer; {routed:count} were not asked.",
        "“{question}”的应答对象为{n:count}人，百分比以其为分母；另有{routed:count}人无需作答。",
    ),
    "frequency.note": (
        "Percent: of all who were asked. Valid percent: of those who answered.",
        "百分比以全部应答对象为分母，有效百分比以实际作答者为分母。",
    ),
}
