"""Tables and figure of the shares of R²."""

from __future__ import annotations

import numpy as np

from survey_kit.analyses.importance.model import Divided
from survey_kit.report.blocks import Cell, Column, Estimate, Figure, Note, Row, Table, say


def shares_table(each: Divided) -> Table:
    """LMG shares with their intervals beside r and β, the largest first; their sum is R²."""
    found = each.found
    resampled = bool(np.isfinite(found.lmg_low).all())
    columns = [
        Column("variable", label=say("importance.predictor")),
        Column("r", "bounded"),
        Column("beta", "bounded"),
        Column("lmg", "bounded", say("importance.lmg"), interval=resampled),
        Column("percent", "percent", say("importance.percent"), interval=resampled),
    ]
    if resampled:
        columns.append(Column("percent_largest", "percent", say("importance.percent_largest")))
    rows = []
    for at in each.order:
        low, high = 100 * float(found.share_low[at]), 100 * float(found.share_high[at])
        cells: list[Cell] = [each.names[at], float(each.r[at]), float(each.beta[at])]
        cells += [
            Estimate.holding(found.lmg[at], found.lmg_low[at], found.lmg_high[at], found.level),
            Estimate.holding(each.percent[at], low, high, found.level),
        ]
        if resampled:
            cells.append(100 * float(found.p_largest[at]))
        rows.append(Row(each.keys[at], tuple(cells)))
    total: list[Cell] = [say("importance.total"), None, None, found.r2, 100.0]
    rows.append(Row("total", (*total, None) if resampled else tuple(total)))
    notes = [each.data.note(), Note(say("importance.note_signs"))]
    if resampled:
        notes.append(Note(say("importance.note_shares", draws=found.draws)))
    else:
        notes.append(Note(say("importance.note_once", k=len(each.names))))
    title = say("importance.shares", outcome=each.outcome)
    return Table(f"{each.id}_shares", title, tuple(columns), tuple(rows), tuple(notes))


def weights_table(each: Divided) -> Table:
    """Johnson's relative weights in the same order."""
    found = each.found
    columns = (
        Column("variable", label=say("importance.predictor")),
        Column("weight", "bounded", say("importance.weight"), interval=True),
        Column("percent", "percent", say("importance.percent")),
    )
    rows = tuple(
        Row(
            each.keys[at],
            (
                each.names[at],
                Estimate.holding(
                    found.weights[at], found.weights_low[at], found.weights_high[at], found.level
                ),
                100 * float(found.weights[at]) / found.r2,
            ),
        )
        for at in each.order
    )
    title = say("importance.weights", outcome=each.outcome)
    notes = (Note(say("importance.note_weights")),)
    return Table(f"{each.id}_weights", title, columns, rows, notes)


def figure(each: Divided) -> Figure:
    """The shares with their intervals, the largest first."""
    found = each.found
    rows = [
        {
            "label": each.names[at],
            "estimate": Estimate.holding(found.lmg[at], found.lmg_low[at], found.lmg_high[at], found.level),
        }
        for at in each.order
    ]
    data = {"rows": rows, "xlabel": say("importance.axis")}
    return Figure(f"{each.id}_figure", say("importance.figure", outcome=each.outcome), "coefficients", data)
