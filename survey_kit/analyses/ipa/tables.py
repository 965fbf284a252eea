"""Tables and figures of importance and performance."""

from __future__ import annotations

from math import nan

from survey_kit.analyses.ipa.derived import Derived
from survey_kit.analyses.ipa.pairs import Comparison
from survey_kit.analyses.ipa.placing import Placing
from survey_kit.report.blocks import Cell, Column, Estimate, Figure, Label, Note, Row, Say, Table, say
from survey_kit.stats.relative_importance import Importance

QUADRANTS = ("improve", "keep", "low", "maintain")
"""Upper left, upper right, lower left, lower right: importance upwards, performance to the right."""


def quadrant_name(at: int) -> Say:
    """The quadrant in words."""
    return say(f"ipa.{QUADRANTS[at]}")


def pairs_table(each: Comparison) -> Table:
    """Stated importance and performance with their gap."""
    columns = (
        Column("item", label=say("ipa.element")),
        Column("importance", "number", say("ipa.importance"), interval=True),
        Column("performance", "number", say("ipa.performance"), interval=True),
        *(
            (Column("difference", "number", say("ipa.gap")), Column("t", "number"), Column("p_holm", "p"))
            if each.gaps
            else ()
        ),
    )
    rows = []
    for at, key in enumerate(each.keys):
        cells: list[Cell] = [each.placing.labels[at], each.placing.y[at], each.placing.x[at]]
        if each.gaps:
            gap = each.gaps[at]
            cells += [gap.difference, gap.t, float(each.gaps_holm[at])] if gap else [nan, nan, nan]
        rows.append(Row(key, tuple(cells)))
    notes = [Note(say("ipa.note_n", n=each.n, importance=each.importance, performance=each.performance))]
    notes.append(Note(say("ipa.note_gap", df=each.n - 1) if each.gaps else say("ipa.note_no_gap")))
    return Table(f"pairs{each.key}", say("ipa.pairs"), columns, tuple(rows), tuple(notes))


def placing_table(table_id: str, title: Say, head: Say, keys: tuple[str, ...], placing: Placing) -> Table:
    """Quadrant of each point, and how often it falls into each of the four when resampled."""
    columns = (
        Column("item", label=head),
        Column("quadrant", label=say("ipa.quadrant")),
        *(
            Column(f"percent_{name}", "percent", say(f"ipa.{name}"), span=say("ipa.probability"))
            for name in QUADRANTS
        ),
    )
    rows = tuple(
        Row(
            key,
            (
                placing.labels[at],
                quadrant_name(int(placing.quadrant[at])),
                *(100 * float(p) for p in placing.probability[at]),
            ),
        )
        for at, key in enumerate(keys)
    )
    return Table(table_id, title, columns, rows, (Note(say("ipa.note_probability", draws=placing.draws)),))


def derived_table(
    table_id: str, title: Say, keys: tuple[str, ...], derived: Derived, stated: Placing | None
) -> Table:
    """Shares of R² by LMG and relative weights; beside stated importance or performance where known."""
    found = derived.found
    assert found is not None  # noqa: S101 - the caller has seen to it
    other = stated or derived.placing
    columns = [Column("item", label=say("ipa.element" if stated else "ipa.stage"))]
    if other:
        key = "importance" if stated else "performance"
        columns.append(Column(key, "number", say("ipa.stated") if stated else say("ipa.performance")))
    columns += [
        Column("lmg", "bounded", say("ipa.lmg"), interval=True),
        Column("percent", "percent", say("ipa.share")),
        Column("weight", "bounded", say("ipa.weight"), interval=True),
    ]
    rows = []
    for at, key in enumerate(keys):
        cells: list[Cell] = [derived.labels[at]]
        if other:
            cells.append((other.y if stated else other.x)[at].value)
        cells += [
            _lmg(found, at),
            100 * float(found.lmg[at]) / found.r2,
            Estimate.holding(found.weights[at], found.weights_low[at], found.weights_high[at], found.level),
        ]
        rows.append(Row(key, tuple(cells)))
    notes = (
        Note(say("ipa.note_derived", outcome=derived.outcome, r2=found.r2, n=found.n, draws=found.draws)),
    )
    return Table(table_id, title, tuple(columns), tuple(rows), notes)


def _lmg(found: Importance, at: int) -> Estimate:
    return Estimate.holding(found.lmg[at], found.lmg_low[at], found.lmg_high[at], found.level)


def quadrant_figure(
    figure_id: str,
    title: Say,
    placing: Placing,
    axes: tuple[Say, Say],
    *,
    names: tuple[Label | Say | str, ...] = (),
    groups: tuple[Label, ...] = (),
    notes: tuple[Say, ...] = (),
) -> Figure:
    """Importance against performance with the cuts, on axes named x and y; ``names`` and ``groups`` of the points, if not its labels."""
    points = [
        {"label": label, "x": x, "y": y, **({"group": groups[at]} if groups else {})}
        for at, (label, x, y) in enumerate(zip(names or placing.labels, placing.x, placing.y, strict=True))
    ]
    xlabel, ylabel = axes
    data = {
        "points": points,
        "xcut": placing.x_cut,
        "ycut": placing.y_cut,
        "xlabel": xlabel,
        "ylabel": ylabel,
        "names": [quadrant_name(at) for at in range(4)],
    }
    shown = say("ipa.note_figure", level=100 * placing.x[0].level)
    return Figure(figure_id, title, "quadrants", data, (shown, *notes))
