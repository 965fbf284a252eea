"""Tables and figure of the comparisons within persons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from survey_kit.report.blocks import Cell, Column, Estimate, Figure, Note, Row, Say, Table, say

if TYPE_CHECKING:
    from survey_kit.analyses.within import Comparison


def means_table(found: Comparison) -> Table:
    """Mean with the interval for comparisons within persons, spread and mean rank of every measure."""
    scores = found.measures.scores
    sd, mean_ranks = scores.std(axis=0, ddof=1), found.friedman.mean_ranks
    rows = tuple(
        Row(name, (label, mean, float(sd[at]), float(mean_ranks[at])))
        for at, (name, label, mean) in enumerate(
            zip(found.measures.names, found.measures.labels, _means(found), strict=True)
        )
    )
    columns = (
        Column("variable"),
        Column("mean", "number", interval=True),
        Column("sd", "number"),
        Column("mean_rank", "number"),
    )
    notes = (
        *(() if found.whose is None else (Note(found.whose),)),
        Note(say("within.note_n", n=found.measures.n, asked=found.measures.asked)),
        Note(say("within.note_interval"), column="mean"),
        Note(_friedman(found), column="mean_rank"),
    )
    return Table(f"{found.id}_means", say("within.table_means", name=found.name), columns, rows, notes)


def _friedman(found: Comparison) -> Say:
    ranks = found.friedman
    return say("within.note_friedman", df=ranks.df, chi2=ranks.chi2, p=ranks.p, w=ranks.w)


def _means(found: Comparison) -> list[Estimate]:
    means = found.measures.scores.mean(axis=0)
    return [
        Estimate(float(mean), low, high, found.level)
        for mean, low, high in zip(means, found.low, found.high, strict=True)
    ]


def means_figure(found: Comparison) -> Figure:
    """Means with intervals that show which measures differ."""
    low, high = found.measures.ends
    rows = [
        {"label": label, "estimate": mean, "n": found.measures.n}
        for label, mean in zip(found.measures.labels, _means(found), strict=True)
    ]
    data = {"rows": rows, "low": low, "high": high, "midpoint": None}
    return Figure(
        f"{found.id}_figure",
        say("within.figure", name=found.name),
        "means",
        data,
        (say("within.note_interval"),),
    )


def anova_table(found: Comparison) -> Table:
    """The F test with every correction of its degrees of freedom; with two measures there is none."""
    anova = found.anova
    partial = anova.eta2_partial
    sizes: tuple[Cell, ...] = (
        anova.eta2_generalized,
        Estimate(partial.value, partial.low, partial.high, partial.level),
    )
    first: tuple[Cell, ...] = (say("within.assumed"), None, anova.df1, anova.df2, anova.f, anova.p, *sizes)
    rows = [Row("assumed", first)]
    for key, corrected in (
        ("greenhouse_geisser", anova.greenhouse_geisser),
        ("huynh_feldt", anova.huynh_feldt),
    ):
        if corrected is not None:
            cells: tuple[Cell, ...] = (
                say(f"within.{key}"),
                min(corrected.epsilon, 1.0),
                corrected.df1,
                corrected.df2,
                anova.f,
                corrected.p,
                None,
                None,
            )
            rows.append(Row(key, cells))
    columns: tuple[Column, ...] = (
        Column("correction", "text", say("within.column_correction")),
        Column("epsilon", "bounded", say("within.column_epsilon")),
        Column("df1", "df"),
        Column("df2", "df"),
        Column("f", "number"),
        Column("p", "p"),
        Column("eta2_generalized", "bounded", say("within.column_eta2_generalized")),
        Column("eta2_partial", "bounded", say("within.column_eta2_partial"), interval=True),
    )
    notes = [Note(say("within.note_eta"))]
    sphericity = anova.sphericity
    if sphericity is not None and sphericity.p == sphericity.p:
        values = {"w": sphericity.w, "chi2": sphericity.chi2, "df": sphericity.df, "p": sphericity.p}
        notes += [Note(say("within.note_corrections")), Note(say("within.note_mauchly", **values))]
    elif sphericity is not None:
        notes += [Note(say("within.note_corrections")), Note(say("within.note_no_mauchly"))]
    if anova.k == 2:
        columns = (Column("correction", "text", say("within.column_source")), *columns[2:])
        rows = [Row("assumed", (say("within.measures"), *first[2:]))]
    return Table(
        f"{found.id}_anova", say("within.table_anova", name=found.name), columns, tuple(rows), tuple(notes)
    )


def pairs_table(found: Comparison) -> Table:
    """Every pair: difference, t-test, Holm's p where there are several, and both standardized differences."""
    rows = []
    tested = sum(pair.test is not None for pair in found.pairs)
    notes = [Note(say("within.note_pairs", m=tested) if tested > 1 else say("within.note_pair"))]
    for pair in found.pairs:
        first, second = (found.measures.labels[at] for at in (pair.first, pair.second))
        key = f"{found.measures.names[pair.first]}_{found.measures.names[pair.second]}"
        name = say("within.pair", first=first, second=second)
        if pair.test is None or pair.d_z is None or pair.g_av is None:
            rows.append(Row(key, (name, pair.difference, None, None, None, None, None, None)))
            notes.append(Note(say("within.note_same_difference"), column="t", row=key))
            continue
        test, size = pair.test, pair.g_av
        rows.append(
            Row(
                key,
                (
                    name,
                    Estimate(test.difference, test.low, test.high, test.level),
                    test.t,
                    test.df,
                    test.p,
                    pair.p_holm,
                    pair.d_z.value,
                    Estimate(size.value, size.low, size.high, size.level),
                ),
            )
        )
    columns: tuple[Column, ...] = (
        Column("pair", "text", say("within.column_pair")),
        Column("difference", "number", interval=True),
        Column("t", "number"),
        Column("df", "df"),
        Column("p", "p"),
        Column("p_holm", "p"),
        Column("d_z", "number", say("within.column_d_z")),
        Column("g_av", "number", say("within.column_g_av"), interval=True),
    )
    title = "within.table_pairs"
    if found.anova.k == 2:
        title, at = "within.table_pair", [column.key for column in columns].index("p_holm")
        columns = (*columns[:at], *columns[at + 1 :])
        rows = [replace(row, cells=(*row.cells[:at], *row.cells[at + 1 :])) for row in rows]
    return Table(f"{found.id}_pairs", say(title, name=found.name), columns, tuple(rows), tuple(notes))
