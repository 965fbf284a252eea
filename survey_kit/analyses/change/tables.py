"""Tables, figure and findings of the comparison of two surveys."""

from __future__ import annotations

from collections.abc import Iterator

from survey_kit.analyses.change.model import ChangeResult, ScaleChange
from survey_kit.analyses.item_names import item_code
from survey_kit.report.blocks import (
    Cell,
    Column,
    Estimate,
    Figure,
    Finding,
    Label,
    Note,
    Row,
    Say,
    Table,
    say,
)
from survey_kit.stats.change import Change


def matching_table(result: ChangeResult) -> Table:
    """How many people took part in which survey, and how many of them are the same."""
    design = result.design
    rows = [
        Row("before", (say("change.before"), design.n_before)),
        Row("after", (say("change.after"), design.n_after)),
    ]
    notes = []
    if design.paired:
        rows += [
            Row("matched", (say("change.matched"), design.matched)),
            Row("lost", (say("change.lost"), design.n_before - design.matched)),
            Row("new", (say("change.new"), design.n_after - design.matched)),
        ]
        if design.ambiguous:
            notes.append(Note(say("change.note_ambiguous", n=design.ambiguous)))
    elif design.matched:
        notes.append(Note(say("change.note_few_matched", n=design.matched)))
    columns = (Column("survey", label=say("change.survey")), Column("n", "count"))
    return Table("respondents", say("change.table_respondents"), columns, tuple(rows), tuple(notes))


def change_table(result: ChangeResult) -> Table:
    """Means of both surveys and the change, a row a scale and group."""
    grouped = result.design.treated is not None
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
    notes: list[Note] = []
    for each in result.changes:
        scale = each.scale
        key = scale.id if each.group == "all" else f"{scale.id}_{each.group}"
        if grouped and each.group == "treated":
            rows.append(Row(f"{scale.id}_head", (scale.label,), head=True))
        name = group_label(result, each) if grouped else scale.label
        level = 1 if grouped else 0
        if isinstance(each.change, Say):
            rows.append(Row(key, (name, *([None] * (len(columns) - 1))), level))
            notes.append(Note(say("change.note_withheld", reason=each.change), row=key, column="scale"))
            continue
        rows.append(Row(key, _cells(name, each, each.change, paired=result.design.paired), level))
    notes.insert(0, Note(say("change.note_direction")))
    return Table("change", say("change.table_change"), columns, tuple(rows), tuple(notes))


def group_label(result: ChangeResult, each: ScaleChange) -> Label:
    """The name of the group that a row stands for."""
    label = result.design.treated_label if each.group == "treated" else result.design.comparison_label
    return label or Label("", "")


def _cells(name: Label, each: ScaleChange, change: Change, *, paired: bool) -> tuple[Cell, ...]:
    test, d = change.test, change.d
    counts = (change.n_before,) if paired else (change.n_before, change.n_after)
    return (
        name,
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


def differences_table(result: ChangeResult) -> Table:
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
    notes = [
        Note(
            say(
                "change.note_groups",
                treated=design.treated_label or Label("", ""),
                comparison=design.comparison_label or Label("", ""),
            )
        )
    ]
    fit = result.differences[0].fit
    if fit.errors == "cluster":
        notes.append(Note(say("change.note_clusters", n=fit.clusters, by=design.cluster_label)))
    if result.unclustered is not None:
        notes.append(Note(say("change.note_unclustered", by=design.cluster_label, reason=result.unclustered)))
    return Table("differences", say("change.table_differences"), columns, rows, tuple(notes))


def attrition_table(result: ChangeResult) -> Table:
    """Whether those who were lost had answered differently."""
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
    return Table("attrition", say("change.table_attrition"), columns, tuple(rows))


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
    treated = result.design.treated_label
    title = (
        say("change.figure_items") if treated is None else say("change.figure_items_treated", treated=treated)
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
    if design.treated is not None:
        for each in result.differences:
            key = "change.did_found" if each.p_holm < result.alpha else "change.did_not_found"
            fit = each.fit
            estimate = Estimate(fit.estimate, fit.low, fit.high, fit.level)
            yield Finding(say(key, scale=each.scale.label, estimate=estimate, p=fit.p, p_holm=each.p_holm))
        yield Finding(say("change.parallel"), "warning")
    else:
        changed = [
            each.scale.label
            for each in result.changes
            if isinstance(each.change, Change) and each.p_holm < result.alpha
        ]
        yield Finding(say("change.changed", scales=tuple(changed)) if changed else say("change.none_changed"))
        yield Finding(say("change.no_comparison"), "warning")
    if not design.paired:
        yield Finding(say("change.independent_caution"), "warning")
    elif design.matched < design.n_before:
        share = 100 * (design.n_before - design.matched) / design.n_before
        yield Finding(
            say("change.attrition", lost=design.n_before - design.matched, n=design.n_before, share=share)
        )
        differing = [each.scale.label for each in result.attrition if each.change.test.p < result.alpha]
        if differing:
            yield Finding(say("change.attrition_selective", scales=tuple(differing)), "warning")
