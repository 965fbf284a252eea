"""Tables of a fitted moderated mediation."""

from __future__ import annotations

import math

from survey_kit.analyses.moderated_mediation.model import FittedModeratedMediation
from survey_kit.report.blocks import Column, Estimate, Label, Note, Row, Say, Table, say
from survey_kit.stats.least_squares import INTERCEPT
from survey_kit.stats.mediation import BootstrapEffect


def paths_table(fitted: FittedModeratedMediation) -> Table:
    """Both equations of the model."""
    columns = (
        Column("variable"),
        Column("path", label=say("moderated_mediation.path")),
        Column("estimate", "coefficient", label=say("moderated_mediation.b"), interval=True),
        Column("se", "coefficient"),
        Column("se_hc3", "coefficient", label=say("moderated_mediation.se_hc3")),
        Column("t", "number"),
        Column("p", "p"),
    )
    model, labels = fitted.model, {**fitted.data.table_labels}
    moderators = fitted.data.blocks[3].columns
    for column, product in zip(moderators, model.products, strict=True):
        labels[product] = say("moderated_mediation.product", x=fitted.predictor, w=column.name)
    predictor = model.mediator.names[1]
    letters: dict[tuple[str, str], Say] = {
        ("m", predictor): say("moderated_mediation.a1"),
        ("y", predictor): say("moderated_mediation.c_prime"),
        ("y", model.outcome.names[2]): say("moderated_mediation.b_path"),
        **{("m", column.key): say("moderated_mediation.a2") for column in moderators},
        **{("m", product): say("moderated_mediation.a3") for product in model.products},
    }
    rows: list[Row] = []
    for key, name, fit in (("m", fitted.mediator, model.mediator), ("y", fitted.outcome, model.outcome)):
        head = say(
            f"moderated_mediation.equation_{key}",
            name=name, r2=fit.r2, f=fit.f, df1=fit.df1, df2=fit.df2, p=fit.p_f,
        )  # fmt: skip
        rows.append(Row(f"{key}=", (head, *[None] * (len(columns) - 1)), head=True))
        for at, column_name in enumerate(fit.names):
            shown: Label | Say = (
                say("moderated_mediation.intercept") if column_name == INTERCEPT else labels[column_name]
            )
            estimate = Estimate(float(fit.b[at]), float(fit.low[at]), float(fit.high[at]), fit.level)
            tests = (float(fit.se[at]), float(fit.se_hc3[at]), float(fit.t[at]), float(fit.p[at]))
            cells = (shown, letters.get((key, column_name)), estimate, *tests)
            rows.append(Row(f"{key}:{column_name}", cells, level=1))
    centred = "note_centred" if fitted.metric else "note_centred_groups"
    notes = (
        fitted.data.note(),
        *fitted.data.reference_notes(),
        Note(say(f"moderated_mediation.{centred}")),
    )
    title = say("moderated_mediation.paths_title", name=fitted.name)
    return Table(f"{fitted.id}_paths", title, columns, tuple(rows), notes)


def effects_table(fitted: FittedModeratedMediation) -> Table:
    """Conditional indirect effects and the index, with both bootstrap intervals."""
    percentile, bca = (say(f"moderated_mediation.span_{kind}") for kind in ("percentile", "bca"))
    columns = (
        Column("effect", label=say("moderated_mediation.effect")),
        Column("estimate", "coefficient", label=say("moderated_mediation.b")),
        Column("se", "coefficient"),
        Column("low", "coefficient", span=percentile),
        Column("high", "coefficient", span=percentile),
        Column("bca_low", "coefficient", label=say("column.low"), span=bca),
        Column("bca_high", "coefficient", label=say("column.high"), span=bca),
    )
    model = fitted.model
    rows = [
        _row(f"at_{number}", place, effect)
        for number, (place, effect) in enumerate(zip(fitted.places, model.conditional, strict=True), start=1)
    ]
    rows += [
        _row(f"index_{number}", name, effect)
        for number, (name, effect) in enumerate(zip(fitted.indexes, model.index, strict=True), start=1)
    ]
    notes = [
        fitted.data.note(),
        Note(
            say(
                "moderated_mediation.note_bootstrap",
                draws=model.draws, seed=fitted.seed, level=f"{100 * fitted.level:g}%",
            )
        ),
    ]  # fmt: skip
    low, high = model.w_range
    if fitted.metric and not (low <= model.places[0] and model.places[-1] <= high):
        notes.append(Note(say("moderated_mediation.note_outside", low=low, high=high)))
    if model.lost:
        notes.append(Note(say("moderated_mediation.note_lost", lost=model.lost)))
    title = say("moderated_mediation.effects_title", name=fitted.name)
    return Table(f"{fitted.id}_effects", title, columns, tuple(rows), tuple(notes))


def _row(key: str, name: Label | Say, effect: BootstrapEffect) -> Row:
    limits = tuple(None if math.isnan(limit) else limit for limit in (*effect.percentile, *effect.bca))
    return Row(key, (name, effect.value, effect.se, *limits))
