"""Tables and figures of the comparison of two surveys."""

from __future__ import annotations

import numpy as np

from survey_kit.analyses.change.design import Groups
from survey_kit.analyses.change.model import ChangeResult, ScaleChange
from survey_kit.analyses.item_names import item_code
from survey_kit.report.blocks import (
    Cell,
    Column,
    Estimate,
    Figure,
    Note,
    Row,
    Say,
    Table,
    say,
)
from survey_kit.stats.change import Change


def matching_table(result: ChangeResult) -> Table:
    """How many answers each survey has, and for how many the same person's answer is in the other."""
    design, matching = result.design, result.design.matching
    rows = [Row("answers", (say("change.answers"), *matching.n))]
    notes = []
    if matching.ids:
        rows.append(Row("matched", (say("change.matched"), matching.matched, matching.matched)))
        rows.append(Row("unmatched", (say("change.unmatched"), *matching.unmatched)))
        for key, counts in (("without_id", matching.without_id), ("repeated_id", matching.repeated_id)):
            if any(counts):
                rows.append(Row(key, (say(f"change.{key}"), *counts)))
        if matching.matched and not design.paired:
            notes.append(Note(say("change.note_few_matched", n=matching.matched)))
    columns = (
        Column("answers", label=say("change.answers_head")),
        Column("n_before", "count", say("change.before")),
        Column("n_after", "count", say("change.after")),
    )
    return Table("respondents", say("change.table_respondents"), columns, tuple(rows), tuple(notes))


def change_table(result: ChangeResult) -> Table:
    """Means of both surveys and the change, a row a scale and group."""
    groups = result.design.groups
    columns = (
        Column("scale"),
        *(() if groups is None else (Column("group"),)),
        *(
            (Column("n", "count"),)
            if result.design.paired
            else (
                Column("n_before", "count", say("change.n_before")),
                Column("n_after", "count", say("change.n_after")),
            )
        ),
        Column("mean_before", "number", say("change.mean_before")),
        Column("sd_before", "number", say("change.sd_before")),
        Column("mean_after", "number", say("change.mean_after")),
        Column("sd_after", "number", say("change.sd_after")),
        Column("difference", "number", say("change.difference"), interval=True),
        Column("t", "number"),
        Column("df", "df"),
        Column("p", "p"),
        Column("p_holm", "p"),
        Column("d_av", "number", say("change.d_av"), interval=True),
    )
    rows: list[Row] = []
    notes = [Note(say("change.note_direction"))]
    if groups is not None:
        notes.append(_groups_note(groups))
        if groups.moved:
            notes.append(Note(say("change.note_moved", n=groups.moved)))
    if result.absent:
        notes.append(Note(say("change.note_absent", scales=tuple(scale.label for scale in result.absent))))
    r = [each.change.r for each in result.changes if isinstance(each.change, Change)]
    if r and np.isfinite(r).all():
        notes.append(Note(say("change.note_stability", low=min(r), high=max(r))))
    for each in result.changes:
        key, names = _names(each)
        if isinstance(each.change, Say):
            rows.append(Row(key, (*names, *([None] * (len(columns) - len(names))))))
            column = columns[len(names) - 1].key
            notes.append(Note(say("change.note_withheld", reason=each.change), row=key, column=column))
            continue
        rows.append(Row(key, (*names, *_cells(each, each.change, paired=result.design.paired))))
    return Table("change", say("change.table_change"), columns, tuple(rows), tuple(notes))


def _names(each: ScaleChange) -> tuple[str, tuple[Cell, ...]]:
    """Key and first cells of a row; the scale is named in the first of its two groups."""
    if each.group == "all":
        return each.scale.id, (each.scale.label,)
    scale = each.scale.label if each.group == "treated" else None
    return f"{each.scale.id}_{each.group}", (scale, say(f"change.{each.group}"))


def _groups_note(groups: Groups) -> Note:
    return Note(say("change.note_groups", treated=groups.treated_label, comparison=groups.comparison_label))


def _cells(each: ScaleChange, change: Change, *, paired: bool) -> tuple[Cell, ...]:
    test, d = change.test, change.d
    counts = (change.n_before,) if paired else (change.n_before, change.n_after)
    return (
        *counts,
        change.mean_before,
        change.sd_before,
        change.mean_after,
        change.sd_after,
        Estimate(test.difference, test.low, test.high, test.level),
        test.t,
        test.df,
        test.p,
        each.p_holm,
        Estimate(d.value, d.low, d.high, d.level),
    )


def differences_table(result: ChangeResult, groups: Groups) -> Table:
    """Change of the treated minus change of the others."""
    design = result.design
    columns = (
        Column("scale"),
        Column("n", "count"),
        Column("change_treated", "number", say("change.change_treated")),
        Column("change_comparison", "number", say("change.change_comparison")),
        Column("estimate", "number", say("change.did"), interval=True),
        Column("se", "coefficient"),
        Column("t", "number"),
        Column("df", "df"),
        Column("p", "p"),
        Column("p_holm", "p"),
    )
    rows = tuple(
        Row(
            each.scale.id,
            (
                each.scale.label,
                each.fit.n,
                *each.fit.changes,
                Estimate(each.fit.estimate, each.fit.low, each.fit.high, each.fit.level),
                each.fit.se,
                each.fit.t,
                each.fit.df,
                each.fit.p,
                each.p_holm,
            ),
        )
        for each in result.differences
    )
    notes = [_groups_note(groups)]
    fit = result.differences[0].fit
    if fit.errors == "cluster":
        notes.append(Note(say("change.note_clusters", n=fit.clusters, by=design.cluster_label)))
    if result.unclustered is not None:
        notes.append(Note(say("change.note_unclustered", by=design.cluster_label, reason=result.unclustered)))
    title = (
        say("change.table_differences")
        if result.label is None
        else say("change.table_differences_of", plan=result.label)
    )
    return Table("differences", title, columns, rows, tuple(notes))


def differences_figure(result: ChangeResult) -> Figure:
    """Difference in differences with its interval, a row a scale."""
    rows = [
        {
            "label": each.scale.label,
            "estimate": Estimate(each.fit.estimate, each.fit.low, each.fit.high, each.fit.level),
        }
        for each in result.differences
    ]
    data = {"rows": rows, "xlabel": say("change.did"), "number": "number"}
    return Figure("differences_figure", say("change.figure_differences"), "coefficients", data)


def attrition_table(result: ChangeResult) -> Table:
    """Whether those who could not be matched had answered differently."""
    columns = (
        Column("scale"),
        Column("n_lost", "count", say("change.n_lost")),
        Column("mean_lost", "number", say("change.mean_lost")),
        Column("n_stayed", "count", say("change.n_stayed")),
        Column("mean_stayed", "number", say("change.mean_stayed")),
        Column("difference", "number", say("change.stayed_minus_lost"), interval=True),
        Column("p", "p"),
        Column("d_av", "number", say("change.d_av"), interval=True),
    )
    rows = []
    for each in result.attrition:
        change, test, d = each.change, each.change.test, each.change.d
        cells = (
            each.scale.label,
            change.n_before,
            change.mean_before,
            change.n_after,
            change.mean_after,
            Estimate(test.difference, test.low, test.high, test.level),
            test.p,
            Estimate(d.value, d.low, d.high, d.level),
        )
        rows.append(Row(each.scale.id, cells))
    notes = (Note(say("change.note_attrition")),)
    return Table("attrition", say("change.table_attrition"), columns, tuple(rows), notes)


def item_figure(result: ChangeResult) -> Figure:
    """Items before and after, under the names of their scales."""
    groups = []
    for scale in dict.fromkeys(each.scale for each in result.items):
        rows = [
            {"label": item_code(each.item), "before": each.before, "after": each.after}
            for each in result.items
            if each.scale == scale
        ]
        groups.append({"label": scale.label, "rows": rows})
    told = result.design.groups
    title = (
        say("change.figure_items")
        if told is None
        else say("change.figure_items_treated", treated=told.treated_label)
    )
    data = {
        "groups": groups,
        "low": result.low,
        "high": result.high,
        "before": say("change.before"),
        "after": say("change.after"),
    }
    return Figure("items", title, "change", data, (_answered(result), say("change.figure_note")))


def _answered(result: ChangeResult) -> Say:
    """Of how many people the item means are."""
    before = [each.n_before for each in result.items]
    if not result.design.paired:
        after = [each.n_after for each in result.items]
        return say("change.figure_n_independent", before=max(before), after=max(after))
    if min(before) == max(before):
        return say("change.figure_n", n=min(before))
    return say("change.figure_n_range", low=min(before), high=max(before))
