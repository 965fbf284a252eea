"""Tables of the reliability section."""

from __future__ import annotations

from collections.abc import Sequence

from survey_kit.analyses.complete_items import UsableItems
from survey_kit.analyses.item_names import item_text, reversed_note
from survey_kit.questionnaire.model import Scale
from survey_kit.questionnaire.plan import Compat
from survey_kit.report.blocks import Cell, Column, Estimate, Note, Row, Say, Table, say
from survey_kit.stats.discrimination import CriticalRatio
from survey_kit.stats.reliability import Reliability


def scales_table(scales: Sequence[tuple[Scale, UsableItems, Reliability | None, Say | None]]) -> Table:
    """One line a scale; where a number is withheld the line says why."""
    columns = (
        Column("scale"),
        Column("items", "count"),
        Column("n", "count"),
        Column("alpha", "bounded", interval=True),
        Column("alpha_standardized", "bounded"),
        Column("omega_total", "bounded"),
        Column("mean_r", "bounded"),
    )
    rows = []
    notes = [
        Note(say("reliability.note_alpha"), column="alpha"),
        Note(say("reliability.note_omega"), column="omega_total"),
        Note(say("reliability.note_band")),
    ]
    for scale, usable, found, reason in scales:
        if found is None:
            nothing = (float("nan"),) * 4
            rows.append(Row(scale.id, (scale.label, len(scale.items), usable.n_complete, *nothing)))
            notes.append(Note(say("reliability.note_withheld", reason=reason), column="alpha", row=scale.id))
            continue
        alpha = Estimate(found.alpha, found.alpha_low, found.alpha_high, found.level)
        numbers = (alpha, found.alpha_standardized, found.omega.value, found.mean_r)
        rows.append(Row(scale.id, (scale.label, found.k, found.n, *numbers)))
        if found.omega.reason:
            key = f"reliability.omega_{found.omega.reason}"
            notes.append(Note(say(key), column="omega_total", row=scale.id))
    return Table("scales", say("reliability.scales"), columns, tuple(rows), tuple(notes))


def items_table(
    scales: Sequence[tuple[Scale, UsableItems, Reliability, CriticalRatio | None]], compat: Compat
) -> Table:
    """All items under the heads of their scales."""
    columns = (
        Column("item"),
        Column("item_rest_r", "bounded"),
        Column("alpha_if_dropped", "bounded"),
        Column("t", "number", say("reliability.critical_ratio")),
        Column("p", "p"),
        Column("mean_if_dropped", "number"),
        Column("variance_if_dropped", "number"),
    )
    rows: list[Row] = []
    notes = [
        Note(say("reliability.note_student" if compat == "spss" else "reliability.note_welch"), column="t"),
        *reversed_note(item for _, usable, _, _ in scales for item in usable.items),
    ]
    for scale, usable, found, ratio in scales:
        head: tuple[Cell, ...] = (scale.label, *(None,) * (len(columns) - 1))
        rows.append(Row(scale.id, head, head=True))
        if ratio is None:
            notes.append(Note(say("reliability.no_ratio"), row=scale.id))
        for at, item in enumerate(usable.items):
            numbers = (
                float(found.item_rest_r[at]),
                float(found.alpha_if_dropped[at]),
                float(ratio.t[at]) if ratio else float("nan"),
                float(ratio.p[at]) if ratio else float("nan"),
                float(found.mean_if_dropped[at]),
                float(found.variance_if_dropped[at]),
            )
            rows.append(Row(f"{scale.id}/{item.id}", (item_text(item), *numbers), level=1))
    return Table("items", say("reliability.items"), columns, tuple(rows), tuple(notes))
