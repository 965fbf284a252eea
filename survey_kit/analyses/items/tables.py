"""Tables and figures of the items section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from survey_kit.analyses.bands import SEVERE_KURTOSIS, SEVERE_SKEWNESS
from survey_kit.analyses.item_names import asked, item_code, item_text, reversed_note
from survey_kit.questionnaire.model import Item, Option, Question, Scale
from survey_kit.questionnaire.plan import Compat
from survey_kit.report.blocks import Cell, Column, Figure, Note, Row, Say, Table, say
from survey_kit.responses.model import option_column
from survey_kit.stats.descriptives import Descriptives
from survey_kit.stats.frequencies import MultipleResponse


@dataclass(frozen=True, slots=True)
class ListAnswers:
    """Answers to those items of a scale that share a list of answers.

    ``items`` are their places in the scale; ``percents`` is (items, options), NaN where nobody answered.
    """

    options: tuple[Option, ...]
    items: tuple[int, ...]
    percents: np.ndarray


@dataclass(frozen=True, slots=True)
class ScaleAnswers:
    """Answers to the items of one scale, whose items may use several lists of answers."""

    scale: Scale
    items: tuple[Item, ...]
    lists: tuple[ListAnswers, ...]
    stats: Descriptives


@dataclass(frozen=True, slots=True)
class Multiple:
    """A multiple-response question."""

    question: Question
    options: tuple[Option, ...]
    counts: MultipleResponse


@dataclass(frozen=True, slots=True)
class Ranking:
    """A ranking question: ``ranks`` describes the ranks of each option, ``first`` counts rank 1."""

    question: Question
    options: tuple[Option, ...]
    ranks: Descriptives
    first: tuple[int, ...]
    cases: int


def items_table(scales: Sequence[ScaleAnswers]) -> Table:
    """Descriptives of all items under the heads of their scales."""
    keys = ("mean", "sd", "median", "skewness", "kurtosis")
    columns = (
        Column("item"),
        Column("n", "count"),
        Column("missing", "count"),
        *(Column(key, "number") for key in keys),
    )
    rows: list[Row] = []
    for each in scales:
        rows.append(_head(each.scale, len(columns)))
        for at, item in enumerate(each.items):
            numbers = (float(getattr(each.stats, key)[at]) for key in keys)
            cells = (item_text(item), int(each.stats.n[at]), int(each.stats.missing[at]), *numbers)
            rows.append(Row(f"{each.scale.id}/{item.id}", cells, level=1))
    items = (item for each in scales for item in each.items)
    notes = (*reversed_note(items), Note(say("items.note_shape"), column="skewness"))
    return Table("items", say("items.table"), columns, tuple(rows), notes)


def answers_tables(scales: Sequence[ScaleAnswers]) -> list[Table]:
    """Percent of each answer, one table for each list of answers that the questionnaire uses."""
    parts: dict[tuple[Option, ...], list[tuple[ScaleAnswers, ListAnswers]]] = {}
    for each in scales:
        for answers in each.lists:
            parts.setdefault(answers.options, []).append((each, answers))
    return [
        _answers_table(number, options, together, alone=len(parts) == 1)
        for number, (options, together) in enumerate(parts.items(), start=1)
    ]


def _answers_table(
    number: int,
    options: tuple[Option, ...],
    parts: Sequence[tuple[ScaleAnswers, ListAnswers]],
    *,
    alone: bool,
) -> Table:
    """An answer nobody gave stays, with 0."""
    span = say("items.answers_span")
    columns = (
        Column("item"),
        Column("n", "count"),
        *(Column(f"percent_{o.code:g}", "percent", o.label, span) for o in options),
    )
    rows: list[Row] = []
    for each, answers in parts:
        rows.append(_head(each.scale, len(columns)))
        for at, percents in zip(answers.items, answers.percents, strict=True):
            item = each.items[at]
            cells = (item_code(item), int(each.stats.n[at]), *(float(p) for p in percents))
            rows.append(Row(f"{each.scale.id}/{item.id}", cells, level=1))
    first, last = options[0].label, options[-1].label
    title = say("items.answers") if alone else say("items.answers_list", first=first, last=last)
    notes: tuple[Note, ...] = ()
    if any(each.items[at].reverse for each, answers in parts for at in answers.items):
        notes = (Note(say("items.note_answers_reversed", first=first, last=last)),)
    return Table(f"answers_{number}" if number > 1 else "answers", title, columns, tuple(rows), notes)


def _head(scale: Scale, width: int) -> Row:
    return Row(scale.id, (scale.label, *(None,) * (width - 1)), head=True)


def figures(answers: ScaleAnswers) -> list[Figure]:
    """Stacked bars, one figure for each list of answers: categories of two lists are no one legend.

    An item with a list of its own among others has no figure; its answers are in the table.
    """
    scale = answers.scale
    if len(answers.lists) == 1:
        title = say("items.figure", scale=scale.label)
        return [_figure(f"likert_{scale.id}", title, answers, answers.lists[0])]
    return [
        _figure(
            f"likert_{scale.id}_{number}",
            say(
                "items.figure_list",
                scale=scale.label,
                first=part.options[0].label,
                last=part.options[-1].label,
            ),
            answers,
            part,
        )
        for number, part in enumerate(answers.lists, start=1)
        if len(part.items) > 1
    ]


def _figure(name: str, title: Say, answers: ScaleAnswers, part: ListAnswers) -> Figure:
    """Stacked bars with every category, divided at the neutral one where there is one."""
    items = [answers.items[at] for at in part.items]
    middle = next((i for i, o in enumerate(part.options) if o.code == items[0].midpoint), None)
    rows = [
        {
            "key": item.id,
            "label": item_text(item),
            "n": int(answers.stats.n[at]),
            "percents": [float(p) for p in percents],
        }
        for item, at, percents in zip(items, part.items, part.percents, strict=True)
        if answers.stats.n[at]
    ]
    data = {"categories": [option.label for option in part.options], "middle": middle, "rows": rows}
    notes = tuple(note.say for note in reversed_note(items))
    return Figure(name, title, "likert", data, notes)


def severe(stats: Descriptives) -> np.ndarray:
    """(k,) True where skewness or kurtosis is beyond Kline's limits."""
    with np.errstate(invalid="ignore"):
        flags: np.ndarray = (np.abs(stats.skewness) > SEVERE_SKEWNESS) | (
            np.abs(stats.kurtosis) > SEVERE_KURTOSIS
        )
    return flags


def cases_percent(counts: MultipleResponse, compat: Compat) -> tuple[float, ...]:
    """Percent of cases: of those asked, or as SPSS counts, of those who chose at least one option."""
    return counts.percent_cases if compat == "spss" else counts.percent_asked


def multiple_table(multiple: Multiple, compat: Compat) -> Table:
    """A multiple-response question: counts, percent of responses, percent of cases."""
    question, options, counts = multiple.question, multiple.options, multiple.counts
    of_cases = cases_percent(counts, compat)
    rows = [
        Row(option_column(question.id, option.code), (option.label, n, of_responses, percent))
        for option, n, of_responses, percent in zip(
            options, counts.counts, counts.percent_responses, of_cases, strict=True
        )
    ]
    whole = 100.0 if counts.responses else float("nan")
    rows.append(Row(f"{question.id}/total", (say("items.total"), counts.responses, whole, sum(of_cases))))
    key = "items.note_cases_spss" if compat == "spss" else "items.note_cases"
    if counts.asked == counts.cases:
        key = "items.note_cases_same"
    note = Note(say(key, asked=counts.asked, cases=counts.cases), column="percent_cases")
    columns = (
        Column("option"),
        Column("n", "count"),
        Column("percent_responses", "percent"),
        Column("percent_cases", "percent"),
    )
    title = say("items.multiple", question=asked(question))
    return Table(f"multiple_{question.id}", title, columns, tuple(rows), (note,))


def ranking_table(ranking: Ranking) -> Table:
    """A ranking question: who ranked the option, its mean rank, who put it first."""
    question, options, ranks = ranking.question, ranking.options, ranking.ranks
    first, cases = ranking.first, ranking.cases
    rows = []
    for at, option in enumerate(options):
        percent = 100 * first[at] / cases if cases else float("nan")
        cells: tuple[Cell, ...] = (
            option.label,
            int(ranks.n[at]),
            float(ranks.mean[at]),
            float(ranks.sd[at]),
            first[at],
            percent,
        )
        rows.append(Row(option_column(question.id, option.code), cells))
    columns = (
        Column("option"),
        Column("n", "count"),
        Column("mean", "number", say("items.mean_rank")),
        Column("sd", "number"),
        Column("first", "count", say("items.first")),
        Column("percent_first", "percent", say("items.percent_first")),
    )
    notes = (Note(say("items.note_ranking", cases=cases)),)
    return Table(
        f"ranking_{question.id}",
        say("items.ranking", question=asked(question)),
        columns,
        tuple(rows),
        notes,
    )


def open_table(answered: Sequence[tuple[Question, int, int]]) -> Table:
    """Questions answered in words: how many answered, nothing of what they wrote."""
    columns = (
        Column("question", label=say("items.question")),
        Column("asked", "count", say("items.asked")),
        Column("n", "count", say("items.answered")),
        Column("percent", "percent"),
    )
    rows = tuple(
        Row(question.id, (question.label, asked, n, 100 * n / asked if asked else float("nan")))
        for question, asked, n in answered
    )
    return Table("open", say("items.open"), columns, rows, (Note(say("items.note_open")),))
