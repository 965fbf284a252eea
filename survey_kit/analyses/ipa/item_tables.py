"""The stages in two orders of importance, and the single items inside the stages."""

from __future__ import annotations

from survey_kit.analyses.ipa.derived import Derived, DerivedItems, Ranking
from survey_kit.analyses.ipa.placing import Placing
from survey_kit.analyses.ipa.tables import QUADRANTS, quadrant_figure, quadrant_name
from survey_kit.analyses.item_names import item_text, reversed_note
from survey_kit.report.blocks import Cell, Column, Estimate, Figure, Note, Row, Table, say


def ranking_table(table_id: str, keys: tuple[str, ...], stages: Derived, ranking: Ranking, n: int) -> Table:
    """Stated importance beside derived importance, each with its rank and how often a stage leads."""
    stated, derived = say("ipa.span_stated"), say("ipa.span_derived")
    columns = (
        Column("item", label=say("ipa.stage")),
        Column("importance", "number", say("ipa.importance"), span=stated, interval=True),
        Column("rank", "count", say("ipa.rank"), span=stated),
        Column("percent_first", "percent", say("ipa.first"), span=stated),
        Column("percent", "percent", say("ipa.share"), span=derived, interval=True),
        Column("rank_derived", "count", say("ipa.rank"), span=derived),
        Column("percent_first_derived", "percent", say("ipa.first"), span=derived),
    )
    rows = tuple(
        Row(
            key,
            (
                stages.labels[at],
                ranking.stated[at],
                ranking.stated_rank[at],
                100 * float(ranking.stated_first[at]),
                _percent(ranking.share[at]),
                ranking.derived_rank[at],
                100 * float(ranking.derived_first[at]),
            ),
        )
        for at, key in enumerate(keys)
    )
    title = say("ipa.ranking", outcome=stages.outcome)
    asked = tuple(
        say("ipa.stated_by", stage=label, items=items)
        for label, items in zip(stages.labels, ranking.stated_by, strict=True)
    )
    return Table(table_id, title, columns, rows, (Note(say("ipa.note_ranking", n=n, items=asked)),))


def _percent(share: Estimate) -> Estimate:
    return Estimate(100 * share.value, 100 * share.low, 100 * share.high, share.level)


def items_table(table_id: str, found: DerivedItems, placing: Placing) -> Table:
    """Performance and derived importance of each item, by stage."""
    columns = (
        Column("item"),
        Column("performance", "number", say("ipa.performance"), interval=True),
        Column("percent", "percent", say("ipa.share"), interval=True),
    )
    cells: list[tuple[Cell, ...]] = [
        (item_text(item), x, _percent(y))
        for item, x, y in zip(found.items, placing.x, placing.y, strict=True)
    ]
    return Table(
        table_id,
        say("ipa.items", outcome=found.outcome),
        columns,
        _by_stage(found, cells),
        (
            Note(
                say(
                    "ipa.note_items",
                    outcome=found.outcome,
                    r2=found.r2,
                    adjusted=found.r2_adjusted,
                    n=found.n,
                )
            ),
            *reversed_note(found.items),
        ),
    )


def item_quadrants_table(table_id: str, found: DerivedItems, placing: Placing) -> Table:
    """Quadrant of each item, and how often it falls into each of the four when resampled."""
    columns = (
        Column("item"),
        Column("quadrant", label=say("ipa.quadrant")),
        *(
            Column(f"percent_{name}", "percent", say(f"ipa.{name}"), span=say("ipa.probability"))
            for name in QUADRANTS
        ),
    )
    cells: list[tuple[Cell, ...]] = [
        (
            placing.labels[at],
            quadrant_name(int(placing.quadrant[at])),
            *(100 * float(p) for p in placing.probability[at]),
        )
        for at in range(len(found.items))
    ]
    notes = (Note(say("ipa.note_probability", draws=placing.draws)), *reversed_note(found.items))
    return Table(table_id, say("ipa.item_quadrants"), columns, _by_stage(found, cells), notes)


def _by_stage(found: DerivedItems, cells: list[tuple[Cell, ...]]) -> tuple[Row, ...]:
    rows: list[Row] = []
    for stage, label in enumerate(found.stages):
        own = [at for at, each in enumerate(found.stage) if each == stage]
        if own:
            rows.append(Row(f"stage{stage + 1}", (label,), head=True))
            rows += [Row(found.items[at].id, cells[at], level=1) for at in own]
    return tuple(rows)


def item_figure(figure_id: str, found: DerivedItems, placing: Placing) -> Figure:
    """Every item in its quadrant, its stage by its mark."""
    return quadrant_figure(
        figure_id,
        say("ipa.figure_items"),
        placing,
        (say("ipa.axis_mean"), say("ipa.axis_derived")),
        names=tuple(item_text(item) for item in found.items),
        groups=tuple(found.stages[at] for at in found.stage),
        notes=tuple(note.say for note in reversed_note(found.items)),
    )
