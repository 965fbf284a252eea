"""Tables and figures of a fitted moderation."""

from __future__ import annotations

import math

from survey_kit.analyses.moderation.model import FittedModeration
from survey_kit.report.blocks import Cell, Column, Estimate, Figure, Label, Note, Row, Say, Table, say
from survey_kit.stats.least_squares import INTERCEPT
from survey_kit.stats.moderation import Band


def coefficient_table(fitted: FittedModeration) -> Table:
    """The model with the product, and what the product adds."""
    fit, change = fitted.model.model, fitted.model.change
    columns = (
        Column("variable"),
        Column("estimate", "coefficient", label=say("moderation.b"), interval=True),
        Column("se", "coefficient"),
        Column("se_hc3", "coefficient", label=say("moderation.se_hc3")),
        Column("beta", "coefficient"),
        Column("t", "number"),
        Column("p", "p"),
        Column("p_hc3", "p", label=say("moderation.p_hc3")),
    )
    labels: dict[str, Label | Say] = {
        INTERCEPT: say("moderation.intercept"),
        **fitted.data.table_labels,
    }
    for column, product in zip(fitted.data.blocks[1].columns, fitted.model.products, strict=True):
        labels[product] = say("moderation.product", x=fitted.predictor, w=column.name)
    rows = []
    for at, name in enumerate(fit.names):
        beta = float(fit.beta[at])
        shown: Cell = None if math.isnan(beta) or name in fitted.model.products else beta
        rows.append(
            Row(
                name,
                (
                    labels[name],
                    Estimate(float(fit.b[at]), float(fit.low[at]), float(fit.high[at]), fit.level),
                    float(fit.se[at]), float(fit.se_hc3[at]), shown,
                    float(fit.t[at]), float(fit.p[at]), float(fit.p_hc3[at]),
                ),
            )
        )  # fmt: skip
    notes = (
        fitted.data.note(),
        *fitted.data.reference_notes(),
        Note(
            say(
                "moderation.note_change", r2=fit.r2, f_model=fit.f, df1_model=fit.df1, p_model=fit.p_f,
                delta_r2=change.delta_r2, f=change.f, df1=change.df1, df2=change.df2, p=change.p,
            )
        ),
        Note(say("moderation.note_centred" if fitted.metric else "moderation.note_centred_groups")),
        Note(say("moderation.note_beta"), column="beta"),
    )  # fmt: skip
    return Table(
        f"{fitted.id}_coefficients",
        say("moderation.coefficients_title", name=fitted.name),
        columns,
        tuple(rows),
        notes,
    )


def slopes_table(fitted: FittedModeration) -> Table:
    """The slope of the predictor at chosen places of the moderator."""
    columns = (
        Column("place", label=say("moderation.at", w=fitted.moderator)),
        Column("estimate", "coefficient", label=say("moderation.slope"), interval=True),
        Column("se", "coefficient"),
        Column("t", "number"),
        Column("p", "p"),
    )
    rows = tuple(
        Row(
            f"at_{number}",
            (place, Estimate(slope.b, slope.low, slope.high, fitted.level), slope.se, slope.t, slope.p),
        )
        for number, (place, slope) in enumerate(zip(fitted.places, fitted.model.slopes, strict=True), start=1)
    )
    notes = [fitted.data.note(), Note(say("moderation.note_slopes", df=fitted.model.model.df2))]
    low, high = fitted.model.w_range
    if fitted.metric and not (low <= fitted.model.slopes[0].at and fitted.model.slopes[-1].at <= high):
        notes.append(Note(say("moderation.note_outside", low=low, high=high)))
    return Table(
        f"{fitted.id}_slopes", say("moderation.slopes_title", name=fitted.name), columns, rows, tuple(notes)
    )


def interaction_figure(fitted: FittedModeration) -> Figure:
    """Predicted outcome over the predictor at the same places."""
    lines = [_curve(place, band) for place, band in zip(fitted.places, fitted.model.lines, strict=True)]
    data = {
        "lines": lines, "xlabel": fitted.predictor, "ylabel": say("moderation.predicted", y=fitted.outcome),
        "marks": [], "xrange": None, "yrange": None,
    }  # fmt: skip
    notes = (say("moderation.note_lines", level=f"{100 * fitted.level:g}%"),)
    return Figure(
        f"{fitted.id}_lines", say("moderation.lines_title", name=fitted.name), "curves", data, notes
    )


def neyman_figure(fitted: FittedModeration, effect: Band) -> Figure:
    """The slope of the predictor over the observed range of the moderator."""
    marks: list[dict[str, object]] = [{"y": 0.0, "label": say("moderation.zero")}]
    marks += [{"x": at, "label": say("moderation.boundary", at=at)} for at in fitted.model.boundaries]
    data = {
        "lines": [_curve(fitted.predictor, effect)], "xlabel": fitted.moderator,
        "ylabel": say("moderation.slope_of", x=fitted.predictor), "marks": marks, "xrange": None, "yrange": None,
    }  # fmt: skip
    notes = (say("moderation.note_band", level=f"{100 * fitted.level:g}%"),)
    return Figure(
        f"{fitted.id}_region", say("moderation.region_title", name=fitted.name), "curves", data, notes
    )


def _curve(label: Label | Say, band: Band) -> dict[str, object]:
    parts = {key: getattr(band, key).tolist() for key in ("x", "y", "low", "high")}
    return {"label": label, **parts}
