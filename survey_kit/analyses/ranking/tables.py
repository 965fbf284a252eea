"""Tables and the figure of a ranking question."""

from __future__ import annotations

from math import isnan, nan

from survey_kit.analyses.ranking.preference import GroupRanks, RankedQuestion
from survey_kit.report.blocks import Cell, Column, Estimate, Figure, Note, Row, Table, say
from survey_kit.responses.model import option_column


def options_table(each: RankedQuestion) -> Table:
    """Each option: mean rank, share of the first places, Borda share, worth; most preferred first."""
    place = each.places
    columns = (
        Column("option"),
        Column("n", "count"),
        Column("mean", "number", say("ranking.mean_rank"), interval=True),
        Column(
            "percent_top",
            "percent",
            say("ranking.first") if each.top == 1 else say("ranking.top", top=each.top),
        ),
        Column("borda", "percent", say("ranking.borda")),
        Column("worth", "bounded", say("ranking.worth"), interval=True),
    )
    rows = []
    for at in each.order:
        mean = Estimate(
            float(place.mean[at]), *_bounds(float(place.low[at]), float(place.high[at])), place.level
        )
        cells: tuple[Cell, ...] = (
            each.options[at].label,
            int(place.n[at]),
            mean,
            100 * float(place.top[at]) / place.cases,
            100 * float(place.borda[at]),
            _worth_cell(each, at),
        )
        rows.append(Row(_key(each, at), cells))
    notes = [Note(say("ranking.note_percent", cases=place.cases)), Note(say("ranking.note_borda"))]
    if each.worth:
        notes.append(Note(say("ranking.note_worth", n=each.worth.n), column="worth"))
    if each.no_worth:
        notes.append(Note(say("ranking.note_no_worth", reason=each.no_worth), column="worth"))
    if each.partial:
        notes.append(Note(say("ranking.note_partial", partial=each.partial)))
    return Table(
        f"options_{each.id}",
        say("ranking.options", question=each.question),
        columns,
        tuple(rows),
        tuple(notes),
    )


def _bounds(low: float, high: float) -> tuple[float, float]:
    return (nan, nan) if isnan(low) or isnan(high) else (low, high)


def _worth_cell(each: RankedQuestion, at: int) -> Estimate | float:
    if each.worth is None:
        return nan
    worth = each.worth
    return Estimate(
        float(worth.share[at]), float(worth.share_low[at]), float(worth.share_high[at]), worth.level
    )


def _key(each: RankedQuestion, at: int) -> str:
    return option_column(each.id, each.options[at].code)


def groups_table(each: RankedQuestion, groups: GroupRanks) -> Table:
    """Mean place of each option in each group with a Kruskal–Wallis test."""
    division = groups.division
    columns = (
        Column("option"),
        *(
            Column(
                f"group_{group.key}",
                "number",
                say("ranking.group", group=group.label, n=group.n),
                span=say("ranking.mean_rank"),
            )
            for group in division.groups
        ),
        Column("h", "number"),
        Column("p", "p"),
        Column("p_holm", "p"),
    )
    rows = []
    for at in each.order:
        test = groups.tests[at]
        cells: tuple[Cell, ...] = (
            each.options[at].label,
            *(float(mean) for mean in groups.mean[:, at]),
            test.h if test else nan,
            test.p if test else nan,
            float(groups.p_holm[at]),
        )
        rows.append(Row(_key(each, at), cells))
    notes = [Note(say("ranking.note_groups", df=len(division.groups) - 1))]
    if each.partial:
        notes.append(Note(say("ranking.note_completed")))
    if division.merged:
        notes.append(Note(say("ranking.note_merged", groups=tuple(g.label for g in division.merged))))
    if division.left_out:
        notes.append(Note(say("ranking.note_left_out", groups=tuple(g.label for g in division.left_out))))
    title = say("ranking.by_group", question=each.question, by=division.question)
    return Table(f"groups_{each.id}", title, columns, tuple(rows), tuple(notes))


def figure(each: RankedQuestion) -> Figure:
    """Log worths with their intervals; mean ranks where there are no worths."""
    worth = each.worth
    if worth is not None:
        rows = [
            {
                "label": each.options[at].label,
                "estimate": Estimate(
                    float(worth.log_worth[at]), float(worth.low[at]), float(worth.high[at]), worth.level
                ),
            }
            for at in each.order
        ]
        title = say("ranking.figure_worth", question=each.question)
        return Figure(
            f"worth_{each.id}", title, "coefficients", {"rows": rows, "xlabel": say("ranking.log_worth")}
        )
    place = each.places
    means = [
        {
            "label": each.options[at].label,
            "estimate": Estimate(
                float(place.mean[at]), *_bounds(float(place.low[at]), float(place.high[at])), place.level
            ),
            "n": int(place.n[at]),
        }
        for at in each.order
        if place.n[at]
    ]
    k = len(each.options)
    data = {"rows": means, "low": 1.0, "high": float(k), "midpoint": (k + 1) / 2}
    return Figure(f"means_{each.id}", say("ranking.figure_means", question=each.question), "means", data)
