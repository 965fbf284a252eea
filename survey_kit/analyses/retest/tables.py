"""Tables of the agreement of repeated measurements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from survey_kit.report.blocks import Column, Estimate, Note, Row, Table, say

if TYPE_CHECKING:
    from survey_kit.analyses.retest import Repetition

MEANINGS = ("one_way", "random", "fixed")


def forms_table(found: Repetition) -> Table:
    """All six intraclass correlations under both of their names."""
    rows = tuple(
        Row(
            form.name,
            (
                form.name,
                form.other_name,
                say(f"retest.{MEANINGS[at % 3]}"),
                Estimate(form.value, form.low, form.high, found.level),
                form.f,
                form.df1,
                form.df2,
                form.p,
            ),
        )
        for at, form in enumerate(found.forms.forms)
    )
    columns = (
        Column("form", "text", say("retest.column_form")),
        Column("other_name", "text", say("retest.column_other_name")),
        Column("model", "text", say("retest.column_model")),
        Column("icc", "bounded", say("retest.column_icc"), interval=True),
        Column("f", "number"),
        Column("df1", "df"),
        Column("df2", "df"),
        Column("p", "p"),
    )
    notes = (
        Note(say("retest.note_n", n=found.measures.n, asked=found.measures.asked, k=found.forms.k)),
        Note(say("retest.note_forms")),
    )
    return Table(f"{found.id}_icc", say("retest.table_icc", name=found.name), columns, rows, notes)


def precision_table(found: Repetition) -> Table:
    """How far a single score can be trusted; with two measurements also change and limits."""
    rows = []
    notes = [Note(say("retest.note_precision"))]
    two = found.two
    if two is not None:
        test = two.change
        ends = (two.mean_change, two.mean_change) if test is None else (test.low, test.high)
        rows = [
            Row("r", (say("retest.r"), two.r), kind="bounded"),
            Row("change", (say("retest.change"), Estimate(two.mean_change, *ends, found.level))),
        ]
    rows += [
        Row(key, (say(f"retest.{key}"), Estimate(value, *_NO_INTERVAL, found.level)))
        for key, value in (
            ("sem_consistency", found.forms.sem_consistency),
            ("sem_agreement", found.forms.sem_agreement),
            ("smallest_change", found.forms.smallest_change),
        )
    ]
    if two is not None:
        for key, limit, interval in (
            ("lower_limit", two.limits.lower, two.limits.lower_interval),
            ("upper_limit", two.limits.upper, two.limits.upper_interval),
        ):
            rows.append(Row(key, (say(f"retest.{key}"), Estimate(limit, *interval, found.level))))
        notes.append(Note(say("retest.note_limits")))
    columns = (
        Column("statistic", "text", say("retest.column_statistic")),
        Column("estimate", "number", interval=True),
    )
    title = say("retest.table_precision", name=found.name)
    return Table(f"{found.id}_precision", title, columns, tuple(rows), tuple(notes))


_NO_INTERVAL = (float("nan"), float("nan"))
