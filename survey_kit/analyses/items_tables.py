"""Tables and figures of the items section."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from survey_kit.analyses.bands import SEVERE_KURTOSIS, SEVERE_SKEWNESS
from survey_kit.analyses.item_names import item_code, item_text, reversed_note
from survey_kit.questionnaire.model import Item, Option, Question, Scale
from survey_kit.questionnaire.plan import Compat
from survey_kit.report.blocks import Cell, Column, Figure, Note, Row, Table, say
from survey_kit.responses.model import option_column
from survey_kit.stats.descriptives import Descriptives
from survey_kit.stats.frequencies import MultipleResponse


def scale_table(scale: Scale, items: Sequence[Item], stats: Descriptives) -> Table:
    """Descriptives of the items of one scale."""
    keys = ("mean", "sd", "median", "skewness", "kurtosis")
    columns = (
        Column("item"),
        Column("n", "count"),
        Column("missing", "count"),
        *(Column(key, "number") for key in keys),
    )
    rows = []
    for at, item in enumerate(items):
        numbers = (float(getattr(stats, key)[at]) for key in keys)
        rows.append(Row(item.id, (item_text(item), int(stats.n[at]), int(stats.missing[at]), *numbers)))
    notes = (*reversed_note(items), Note(say("items.note_shape"), column="skewness"))
    return Table(f"items_{scale.id}", say("items.scale", scale=scale.label), columns, tuple(rows), notes)


def answers_table(
    scale: Scale, items: Sequence[Item], options: Sequence[Option], stats: Descriptives, percents: np.ndarray
) -> Table:
    """Percent of each answer to each item; an answer nobody gave stays, with 0."""
    span = say("items.answers_span")
    columns = (
        Column("item"),
        Column("n", "count"),
        *(Column(f"percent_{option.code:g}", "percent", option.label, span) for option in options),
    )
    rows = tuple(
        Row(item.id, (item_code(item), int(stats.n[at]), *(float(p) for p in percents[at])))
        for at, item in enumerate(items)
    )
    return Table(
        f"answers_{scale.id}", say("items.answers", scale=scale.label), columns, rows, reversed_note(items)
    )


def figure(
    scale: Scale, items: Sequence[Item], options: Sequence[Option], stats: Descriptives, percents: np.ndarray
) -> Figure:
    """Stacked bars with every category, divided at the neutral one where there is one."""
    middle = next((i for i, o in enumerate(options) if o.code == items[0].midpoint), None)
    rows = [
        {
            "key": item.id,
            "label": item_text(item),
            "n": int(stats.n[at]),
            "percents": [float(p) for p in percents[at]],
        }
        for at, item in enumerate(items)
        if stats.n[at]
    ]
    data = {"categories": [option.label for option in options], "middle": middle, "rows": rows}
    notes = tuple(note.say for note in reversed_note(items))
    return Figure(f"likert_{scale.id}", say("items.figure", scale=scale.label), "likert", data, notes)


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


def multiple_table(
    question: Question, options: Sequence[Option], counts: MultipleResponse, compat: Compat
) -> Table:
    """A multiple-response question: counts, percent of responses, percent of cases."""
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
    title = say("items.multiple", question=question.label)
    return Table(f"multiple_{question.id}", title, columns, tuple(rows), (note,))


def ranking_table(
    question: Question, options: Sequence[Option], ranks: Descriptives, first: Sequence[int], cases: int
) -> Table:
    """A ranking question: who ranked the option, its mean rank, who put it first."""
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
        say("items.ranking", question=question.label),
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
