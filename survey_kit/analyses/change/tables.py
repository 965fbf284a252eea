"""Tables, figure and findings of the comparison of two surveys."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from survey_kit.analyses.change.design import Groups
from survey_kit.analyses.change.model import ChangeResult, ScaleChange
from survey_kit.analyses.item_names import item_code
from survey_kit.report.blocks import (
    Cell,
    Column,
    Estimate,
    Figure,
    Finding,
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
    if result.absent:
        notes.append(Note(say("change.note_absent", scales=tuple(scale.label for scale in result.absent))))
    r = [each.change.r for each in result.changes if isinstance(each.change, Change)]
    if r and np.isfinite(r).all():
        notes.append(Note(say("change.note_stability", low=min(r), high=max(r))))
    for each in result.changes:
        scale = each.scale
        key = scale.id if each.group == "all" else f"{scale.id}_{each.group}"
        name = scale.label if groups is None else say(f"change.in_{each.group}", scale=scale.label)
        if isinstance(each.change, Say):
            rows.append(Row(key, (name, *([None] * (len(columns) - 1)))))
            notes.append(Note(say("change.note_withheld", reason=each.change), row=key, column="scale"))
            continue
        rows.append(Row(key, (name, *_cells(each, each.change, paired=result.design.paired))))
    return Table("change", say("change.table_change"), columns, tuple(rows), tuple(notes))


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
    return Figure("items", title, "change", data, (say("change.figure_note"),))


def findings(result: ChangeResult) -> Iterator[Finding]:
    """What changed, what cannot be concluded, and who is missing."""
    design = result.design
    if design.groups is not None:
        yield from _differences_found(result)
    else:
        changed = [
            each.scale.label
            for each in result.changes
            if isinstance(each.change, Change) and each.p_holm < result.alpha
        ]
        yield Finding(say("change.changed", scales=tuple(changed)) if changed else say("change.none_changed"))
        if design.unknown_group is not None:
            yield Finding(say("change.unknown_group", question=design.unknown_group), "warning")
        yield Finding(say("change.no_comparison"), "warning")
    matching = design.matching
    if not design.paired:
        key = "change.unmatched_caution" if matching.ids else "change.independent_caution"
        yield Finding(say(key), "warning")
    elif matching.matched < matching.n[0]:
        lost, n = matching.n[0] - matching.matched, matching.n[0]
        yield Finding(say("change.attrition", lost=lost, n=n, share=100 * lost / n))
        differing = [each.scale.label for each in result.attrition if each.change.test.p < result.alpha]
        if differing:
            yield Finding(say("change.attrition_selective", scales=tuple(differing)), "warning")


def _differences_found(result: ChangeResult) -> Iterator[Finding]:
    """The scales on which both groups changed differently, one by one, then the others together."""
    if not result.differences:
        yield Finding(say("change.no_differences"), "warning")
        return
    found = [each for each in result.differences if each.p_holm < result.alpha]
    labels = tuple(each.scale.label for each in found)
    yield Finding(say("change.main_line", scales=labels) if found else say("change.main_line_not"))
    for each in found:
        fit = each.fit
        yield Finding(
            say(
                "change.did_found",
                scale=each.scale.label,
                treated=fit.changes[0],
                comparison=fit.changes[1],
                estimate=Estimate(fit.estimate, fit.low, fit.high, fit.level),
                p=fit.p,
                p_holm=each.p_holm,
            )
        )
    others = tuple(each.scale.label for each in result.differences if each not in found)
    if found and others:
        yield Finding(say("change.did_not_found", scales=others))
    yield Finding(say("change.parallel"), "warning")
