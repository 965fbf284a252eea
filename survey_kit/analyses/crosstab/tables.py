"""Tables of crossed questions."""

from __future__ import annotations

import math

import numpy as np

from survey_kit.analyses.crosstab.pairs import Category, Pair, SeveralPair, SinglePair, Tested
from survey_kit.report.blocks import Cell, Column, Estimate, Figure, Note, Row, Table, say

MOST_DRAWN = 6
"""Groups beyond which the options are not drawn: a panel each would fill more than a page."""

MARKED = 1.96
"""Adjusted residuals of at least this size stand out at the .05 level, each taken by itself."""


def counts_table(pair: Pair) -> Table:
    """How many of each group gave each answer, with percentages of the group."""
    sizes = pair.sizes if isinstance(pair, SeveralPair) else pair.counts.sum(axis=0)
    columns = [Column("option")]
    for group, size in zip(pair.groups, sizes, strict=True):
        head = say("crosstab.group", group=group.label, n=int(size))
        columns += [
            Column(f"n_{group.key}", "count", label=say("column.n"), span=head),
            Column(f"percent_{group.key}", "percent", label=say("crosstab.percent"), span=head),
        ]
    head = say("crosstab.total", n=pair.n)
    columns += [
        Column("n", "count", span=head),
        Column("percent", "percent", label=say("crosstab.percent"), span=head),
    ]
    rows = []
    for answer, counts in zip(pair.answers, pair.counts, strict=True):
        cells: list[Cell] = [answer.label]
        for count, size in zip(counts, sizes, strict=True):
            cells += [int(count), 100 * float(count) / float(size)]
        total = float(counts.sum())
        cells += [int(total), 100 * total / pair.n]
        rows.append(Row(answer.key, tuple(cells)))
    several = isinstance(pair, SeveralPair)
    notes = [Note(say("crosstab.note_several" if several else "crosstab.note_column", by=pair.by))]
    everybody = pair.n == pair.n_asked
    notes.append(
        Note(
            say("crosstab.note_all", n=pair.n)
            if everybody
            else say("crosstab.note_n", n=pair.n, asked=pair.n_asked)
        )
    )
    if isinstance(pair, SinglePair) and pair.unused:
        notes.append(Note(say("crosstab.note_unused", names=pair.unused)))
    title = say("crosstab.counts_title", question=pair.question, by=pair.by)
    return Table(f"{pair.id}_counts", title, tuple(columns), tuple(rows), tuple(notes))


def residuals_table(pair: SinglePair) -> Table:
    """Adjusted residuals of a single-choice question; the notable ones in bold."""
    columns = (
        Column("option"),
        *(Column(f"residual_{g.key}", "number", label=g.label, strong=MARKED) for g in pair.groups),
    )
    rows = tuple(
        Row(answer.key, (answer.label, *(float(value) for value in values)))
        for answer, values in zip(pair.answers, pair.test.chi.residuals, strict=True)
    )
    title = say("crosstab.residuals_title", question=pair.question, by=pair.by)
    return Table(f"{pair.id}_residuals", title, columns, rows, (Note(say("crosstab.note_residuals")),))


def tests_table(pairs: tuple[SinglePair, ...]) -> Table:
    """One line for each single-choice question and its groups."""
    columns = (
        Column("pair", label=say("crosstab.pair")),
        Column("n", "count"),
        *_test_columns(exact=any(pair.test.exact for pair in pairs)),
        Column("cramers_v", "bounded", interval=True),
    )
    rows = []
    for pair in pairs:
        test = pair.test
        name = say("crosstab.by", question=pair.question, by=pair.by)
        cells: list[Cell] = [name, pair.n, test.chi.statistic, test.chi.df, test.chi.p]
        if any(each.test.exact for each in pairs):
            cells.append(None if test.exact is None else test.exact.p)
        rows.append(Row(pair.id, (*cells, v_of(test))))
    notes = [Note(say("crosstab.note_chi2"), column="chi2")]
    notes += _exact_notes([(pair.id, pair.test) for pair in pairs])
    notes.append(Note(say("crosstab.note_v"), column="cramers_v"))
    return Table("tests", say("crosstab.tests_title"), columns, tuple(rows), tuple(notes))


def options_table(pair: SeveralPair) -> Table:
    """The test of each option, and of all together."""
    exact = pair.permuted is not None or any(test and test.exact for test in pair.tests)
    columns = (
        Column("option"),
        *_test_columns(exact=exact),
        Column("p_holm", "p"),
        Column("cramers_v", "bounded", interval=True),
    )
    rows = []
    for answer, test, adjusted in zip(pair.answers, pair.tests, pair.holm, strict=True):
        if test is None:
            rows.append(Row(answer.key, (answer.label, *[None] * (len(columns) - 1))))
            continue
        cells: list[Cell] = [answer.label, test.chi.statistic, test.chi.df, test.chi.p]
        if exact:
            cells.append(None if test.exact is None else test.exact.p)
        rows.append(Row(answer.key, (*cells, float(adjusted), v_of(test))))
    overall = pair.overall
    cells = [say("crosstab.overall"), overall.statistic, overall.df, overall.p]
    if exact:
        cells.append(pair.permuted)
    rows.append(Row("(overall)", (*cells, None, None)))
    notes = [Note(say("crosstab.note_chi2"), column="chi2")]
    notes += _exact_notes([(a.key, t) for a, t in zip(pair.answers, pair.tests, strict=True) if t])
    notes.append(Note(say("crosstab.note_holm"), column="p_holm"))
    notes.append(Note(say("crosstab.note_v"), column="cramers_v"))
    notes.append(Note(say("crosstab.note_overall"), row="(overall)"))
    if pair.permuted is not None:
        notes.append(Note(say("crosstab.note_permuted", draws=pair.draws), row="(overall)", column="p_exact"))
    if any(test is None for test in pair.tests):
        names = tuple(a.label for a, test in zip(pair.answers, pair.tests, strict=True) if test is None)
        notes.append(Note(say("crosstab.note_constant", names=names)))
    title = say("crosstab.options_title", question=pair.question, by=pair.by)
    return Table(f"{pair.id}_tests", title, columns, tuple(rows), tuple(notes))


def options_figure(pair: SeveralPair) -> Figure:
    """What each group chose, one panel a group, the option chosen most often of all first."""
    order = np.argsort(-pair.counts.sum(axis=1), kind="stable")
    panels = [
        {
            "label": group.label,
            "n": int(size),
            "bars": [
                {
                    "label": pair.answers[at].label,
                    "count": int(pair.counts[at, column]),
                    "percent": chosen_percents(pair, int(at))[column],
                }
                for at in order
            ],
        }
        for column, (group, size) in enumerate(zip(pair.groups, pair.sizes, strict=True))
    ]
    title = say("crosstab.figure", question=pair.question, by=pair.by)
    return Figure(f"{pair.id}_figure", title, "bars", {"panels": panels})


def v_of(test: Tested) -> Estimate:
    """Cramér's V with its interval."""
    return Estimate(test.chi.cramers_v, test.chi.low, test.chi.high, test.chi.level)


def standing_out(pair: SinglePair) -> tuple[list[tuple[Category, Category]], list[tuple[Category, Category]]]:
    """Cells (answer, group) with more, and with fewer respondents than expected."""
    residuals = pair.test.chi.residuals
    cells = [
        [(pair.answers[row], pair.groups[column]) for row, column in zip(*np.nonzero(where), strict=True)]
        for where in (residuals >= MARKED, residuals <= -MARKED)
    ]
    return cells[0], cells[1]


def _test_columns(*, exact: bool) -> tuple[Column, ...]:
    columns = (Column("chi2", "number"), Column("df", "df"), Column("p", "p"))
    return (*columns, Column("p_exact", "p", label=say("crosstab.p_exact"))) if exact else columns


def _exact_notes(tests: list[tuple[str, Tested]]) -> list[Note]:
    exact = [(key, test.exact) for key, test in tests if test.exact is not None]
    if not exact:
        return []
    notes = [Note(say("crosstab.note_exact"), column="p_exact")]
    draws = max(found.draws for _, found in exact)
    if draws:
        notes += [
            Note(say("crosstab.note_simulated", draws=found.draws), row=key, column="p_exact")
            for key, found in exact
            if found.simulated
        ]
    return notes


def chosen_percents(pair: SeveralPair, at: int) -> tuple[float, ...]:
    """Percent of each group that chose option ``at``."""
    return tuple(
        100 * float(c) / float(s) if s else math.nan for c, s in zip(pair.counts[at], pair.sizes, strict=True)
    )
