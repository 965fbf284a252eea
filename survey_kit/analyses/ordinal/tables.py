"""Tables of the section on ordered categories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import isnan, nan

from survey_kit.analyses.bands import SALIENT_LOADING
from survey_kit.analyses.item_names import item_code, reversed_note
from survey_kit.analyses.ordinal.factors import OrdinalFactors
from survey_kit.analyses.ordinal.scale import OrdinalScale
from survey_kit.analyses.validity.tables import correlations_table, loadings_table
from survey_kit.report.blocks import Column, Note, Row, Table, say


def scales_table(scales: Sequence[OrdinalScale], suffix: str) -> Table:
    """One line a scale: the usual coefficients beside those from polychoric correlations."""
    usual, ordinal = say("ordinal.span_usual"), say("ordinal.span_ordinal")
    columns = (
        Column("scale"),
        Column("items", "count"),
        Column("n", "count"),
        Column("alpha", "bounded", span=usual),
        Column("omega_total", "bounded", span=usual),
        Column("ordinal_alpha", "bounded", say("ordinal.column_alpha"), span=ordinal),
        Column("ordinal_omega", "bounded", say("ordinal.column_omega"), span=ordinal),
        Column("empty_cells", "percent", say("ordinal.column_empty")),
    )
    rows = []
    notes = [
        Note(say("ordinal.note_correction")),
        Note(say("ordinal.note_empty"), column="empty_cells"),
    ]
    for each in scales:
        scale, plain, found = each.usual.scale, each.usual.found, each.found
        rows.append(
            Row(
                scale.id,
                (
                    scale.label,
                    len(each.usual.usable.items),
                    each.usual.usable.n_complete,
                    plain.alpha if plain else nan,
                    plain.omega.value if plain else nan,
                    found.alpha if found else nan,
                    found.omega if found else nan,
                    each.polychoric.empty_cells if each.polychoric else nan,
                ),
            )
        )
        if each.reason is not None:
            withheld = say("ordinal.note_withheld", reason=each.reason)
            notes.append(Note(withheld, column="ordinal_alpha", row=scale.id))
        elif found is not None and isnan(found.omega):
            key = "ordinal.omega_two_items" if len(found.names) < 3 else "ordinal.omega_not_converged"
            notes.append(Note(say(key), column="ordinal_omega", row=scale.id))
    return Table(f"scales{suffix}", say("ordinal.scales"), columns, tuple(rows), tuple(notes))


def factor_tables(factors: OrdinalFactors, suffix: str) -> list[Table]:
    """Loadings, and the correlations of several factors."""
    found, items = factors.solution, factors.usable.items
    if found is None:
        return []
    notes = (
        Note(say("ordinal.note_loadings", n=found.n, limit=SALIENT_LOADING)),
        *reversed_note(items),
    )
    title = say("ordinal.loadings", factors=found.factors)
    table = loadings_table(found, items, None, suffix, again=False)
    # the wording of the items stands beside the factors of their Pearson correlations
    rows = tuple(
        replace(row, cells=(item_code(item), *row.cells[1:]))
        for row, item in zip(table.rows, items, strict=True)
    )
    tables = [replace(table, title=title, rows=rows, notes=notes)]
    if found.factors > 1:
        title = say("ordinal.factor_correlations", factors=found.factors)
        tables.append(replace(correlations_table(found, suffix), title=title))
    return tables
