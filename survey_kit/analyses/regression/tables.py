"""Tables of a fitted regression."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np

from survey_kit.analyses.model_columns import ModelColumn
from survey_kit.analyses.regression.model import FittedRegression
from survey_kit.report.blocks import (
    Cell,
    Column,
    Estimate,
    Kind,
    Label,
    Note,
    Row,
    Say,
    Starred,
    Table,
    say,
)
from survey_kit.stats.design_matrix import SMALLEST_CATEGORY, Coding
from survey_kit.stats.least_squares import INTERCEPT, LeastSquares

Codings: TypeAlias = tuple[tuple[Label, Coding, tuple[Label, ...]], ...]

SHOWN = 0.0005
"""Anything smaller is 0.000 in a table."""


def summary_table(fitted: FittedRegression) -> Table:
    """One line a model: its fit, and what its block added."""
    blocks = len(fitted.steps) > 1
    model = say("regression.span_model") if blocks else None
    change = say("regression.span_change")
    columns = [
        Column("model", label=say("column.model")),
        Column("r2", "bounded", span=model),
        Column("r2_adjusted", "bounded", span=model),
        Column("f", "number", span=model),
        Column("df1", "df", span=model),
        Column("df2", "df", span=model),
        Column("p", "p", span=model),
    ]
    if blocks:
        columns += [
            Column("delta_r2", "bounded", span=change),
            Column("f_change", "number", span=change),
            Column("df1_change", "df", label=say("column.df1"), span=change),
            Column("df2_change", "df", label=say("column.df2"), span=change),
            Column("p_change", "p", label=say("column.p"), span=change),
        ]
    rows = []
    for at, step in enumerate(fitted.steps):
        fit = step.model
        cells: list[Cell] = [_model_name(at), fit.r2, fit.r2_adjusted, fit.f, fit.df1, fit.df2, fit.p_f]
        if blocks:
            cells += [step.delta_r2, step.f_change, step.df1, step.df2, step.p]
        rows.append(Row(f"model_{at + 1}", tuple(cells)))
    notes = [Note(say("regression.note_n", n=fitted.n, asked=fitted.n_asked, outcome=fitted.label))]
    notes += block_notes(fitted.blocks, fitted.block_names)
    return Table(
        f"{fitted.id}_models",
        say("regression.summary_title", outcome=fitted.label),
        tuple(columns),
        tuple(rows),
        tuple(notes),
    )


def coefficient_table(fitted: FittedRegression) -> Table:
    """The final model: b with interval, both standard errors, beta, both p-values, VIF."""
    fit = fitted.final
    columns = (
        Column("variable"),
        Column("estimate", "coefficient", label=say("regression.b"), interval=True),
        Column("se", "coefficient"),
        Column("se_hc3", "coefficient", label=say("regression.se_hc3")),
        Column("beta", "coefficient"),
        Column("t", "number"),
        Column("p", "p"),
        Column("p_hc3", "p", label=say("regression.p_hc3")),
        Column("vif", "number"),
    )

    def line(key: str, name: Label | Say, level: int) -> Row:
        return _coefficient_row(fit, key, name, level)

    rows = _rows(fitted, line, len(columns))
    notes = [Note(say("regression.note_n", n=fit.n, asked=fitted.n_asked, outcome=fitted.label))]
    if len(fitted.steps) > 1:
        notes.append(Note(say("regression.note_final", number=len(fitted.steps))))
    notes.append(Note(say("regression.note_se")))
    if fitted.codings:
        notes.append(Note(say("regression.note_beta_dummies"), column="beta"))
    if any(len(coding.groups) > 2 for _, coding, _ in fitted.codings):
        notes.append(Note(say("regression.note_vif_dummies"), column="vif"))
    if np.isnan(fit.se_hc3).any():
        notes.append(Note(say("regression.note_hc3_undefined"), column="se_hc3"))
    notes += coding_notes(fitted.codings)
    return Table(
        f"{fitted.id}_coefficients",
        say("regression.coefficients_title", outcome=fitted.label),
        columns,
        tuple(rows),
        tuple(notes),
    )


def models_table(fitted: FittedRegression) -> Table:
    """All models beside each other, as theses print them: b with stars, and beta."""
    columns: list[Column] = [Column("variable")]
    for at in range(len(fitted.steps)):
        columns += [
            Column(f"estimate_{at + 1}", "coefficient", label=say("regression.b"), span=_model_name(at)),
            Column(f"beta_{at + 1}", "coefficient", label=say("column.beta"), span=_model_name(at)),
        ]
    fits = [step.model for step in fitted.steps]

    def line(key: str, name: Label | Say, level: int) -> Row:
        cells: list[Cell] = [name]
        for fit in fits:
            if key in fit.names:
                i = fit.at(key)
                cells += [Starred(float(fit.b[i]), float(fit.p[i])), _number_or_none(fit.beta[i])]
            else:
                cells += [None, None]
        return Row(key, tuple(cells), level)

    rows = _rows(fitted, line, len(columns))
    feet: list[tuple[str, Kind, list[Cell]]] = [
        ("r2", "bounded", [fit.r2 for fit in fits]),
        ("r2_adjusted", "bounded", [fit.r2_adjusted for fit in fits]),
        ("f", "number", [Starred(fit.f, fit.p_f) for fit in fits]),
        ("delta_r2", "bounded", [step.delta_r2 for step in fitted.steps]),
        ("f_change", "number", [Starred(step.f_change, step.p) for step in fitted.steps]),
    ]
    for key, kind, values in feet:
        cells: list[Cell] = [say(f"column.{key}")]
        for value in values:
            cells += [value, None]
        rows.append(Row(f"({key})", tuple(cells), kind=kind))
    notes = (
        Note(say("regression.note_n", n=fitted.n, asked=fitted.n_asked, outcome=fitted.label)),
        Note(say("regression.note_models")),
    )
    return Table(
        f"{fitted.id}_all_models",
        say("regression.models_title", outcome=fitted.label),
        tuple(columns),
        tuple(rows),
        notes,
    )


def diagnostics_table(fitted: FittedRegression) -> Table:
    """The checks of the final model, and how each reads."""
    found = fitted.diagnostics
    columns = (
        Column("check", label=say("regression.check")),
        Column("statistic", "coefficient", label=say("regression.statistic")),
        Column("df1", "df"),
        Column("df2", "df"),
        Column("p", "p"),
        Column("reading", label=say("regression.reading")),
    )
    rows: list[Row] = []

    def add(key: str, kind: Kind, statistic: float, reading: Say, **of_test: float) -> None:
        df1, df2, p = (of_test.get(name) for name in ("df1", "df2", "p"))
        cells = (say(f"regression.{key}"), statistic, df1, df2, p, reading)
        rows.append(Row(key, cells, kind=kind))

    if found.breusch_pagan is not None:
        bp = found.breusch_pagan
        reading = say("regression.bp_unequal" if bp.p < fitted.alpha else "regression.bp_equal")
        add("breusch_pagan", "number", bp.statistic, reading, df1=bp.df, p=bp.p)
    if found.shapiro_w is not None and found.shapiro_p is not None:
        normal = found.shapiro_p >= fitted.alpha
        reading = say("regression.shapiro_normal" if normal else "regression.shapiro_not")
        add("shapiro", "bounded", found.shapiro_w, reading, p=found.shapiro_p)
    if found.reset is not None:
        test = found.reset
        reading = say("regression.reset_linear" if test.p >= fitted.alpha else "regression.reset_not")
        add("reset", "number", test.f, reading, df1=test.df1, df2=test.df2, p=test.p)
    add("durbin_watson", "number", found.durbin_watson, say("regression.dw_reading"))
    if found.worst_vif is not None:
        label, vif = found.worst_vif
        band = "low" if vif < 5 else "raised" if vif < 10 else "high"
        add("vif", "number", vif, say(f"regression.vif_{band}", term=label))
    band = "low" if found.condition_index < 30 else "high"
    add("condition", "number", found.condition_index, say(f"regression.condition_{band}"))
    finite = found.cooks[np.isfinite(found.cooks)]
    largest = float(finite.max()) if len(finite) else math.nan
    cutoff = 4 / fitted.n
    # in large samples cut-off and distances vanish in three decimals: "above 0.000" would say nothing
    vanishing = cutoff < SHOWN
    key = "regression.cooks_above" if vanishing else "regression.cooks_reading"
    add("cooks", "coefficient", largest, say(key, flagged=found.flagged, cutoff=cutoff))
    notes = [Note(say("regression.note_checks", n=fitted.n))]
    if found.influential:
        people: tuple[Say | str, ...] = tuple(
            str(one.respondent)
            if vanishing
            else say("regression.person", number=str(one.respondent), cooks=one.cooks)
            for one in found.influential
        )
        key = (
            "regression.note_influential"
            if found.flagged == len(people)
            else "regression.note_influential_first"
        )
        key += "_numbers" if vanishing else ""
        notes.append(Note(say(key, people=people, shown=len(people), flagged=found.flagged), row="cooks"))
    return Table(
        f"{fitted.id}_diagnostics",
        say("regression.diagnostics_title", outcome=fitted.label),
        columns,
        tuple(rows),
        tuple(notes),
    )


def _model_name(at: int) -> Say:
    return say("regression.model", number=at + 1)


def _number_or_none(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def _coefficient_row(fit: LeastSquares, key: str, name: Label | Say, level: int) -> Row:
    i = fit.at(key)
    estimate = Estimate(float(fit.b[i]), float(fit.low[i]), float(fit.high[i]), fit.level)
    robust = (float(fit.se_hc3[i]), float(fit.p_hc3[i]))
    return Row(
        key,
        (
            name,
            estimate,
            float(fit.se[i]),
            robust[0],
            _number_or_none(fit.beta[i]),
            float(fit.t[i]),
            float(fit.p[i]),
            robust[1],
            _number_or_none(fit.vif[i]),
        ),
        level,
    )


def _rows(fitted: FittedRegression, line: Callable[[str, Label | Say, int], Row], width: int) -> list[Row]:
    intercept = line(INTERCEPT, say("regression.intercept"), 0)
    return [intercept, *predictor_rows(fitted.predictors, line, width)]


def predictor_rows(
    predictors: tuple[ModelColumn, ...], line: Callable[[str, Label | Say, int], Row], width: int
) -> list[Row]:
    """One line a predictor; a question with several dummies is a head with these below it."""
    terms = [predictor.term for predictor in predictors]
    rows: list[Row] = []
    headed: set[str] = set()
    for predictor in predictors:
        if predictor.group is None or terms.count(predictor.term) == 1:
            rows.append(line(predictor.key, predictor.name, 0))
            continue
        if predictor.term not in headed:
            headed.add(predictor.term)
            head = say("regression.reference", term=predictor.term_label, reference=predictor.reference)
            rows.append(Row(f"{predictor.term}=", (head, *[None] * (width - 1)), head=True))
        rows.append(line(predictor.key, predictor.group, 1))
    return rows


def block_notes(blocks: Sequence[tuple[Label, ...]], names: Sequence[Label | None]) -> list[Note]:
    """What each model adds, under the name that the plan gives the block."""
    notes = []
    for at, (terms, name) in enumerate(zip(blocks, names, strict=True)):
        key = "regression.note_enters" if at == 0 else "regression.note_adds"
        if name is not None and terms != (name,):
            key += "_named"
        notes.append(Note(say(key, number=at + 1, terms=terms, name=name)))
    return notes


def coding_notes(codings: Codings) -> list[Note]:
    """Which sparse categories were joined, and which are left."""
    notes = []
    for label, coding, names in codings:
        for group, name, size in zip(coding.groups, names, coding.sizes, strict=True):
            if len(group) > 1:
                key = f"regression.note_joined_{coding.regrouping}"
                notes.append(Note(say(key, term=label, group=name, n=size)))
            elif size < SMALLEST_CATEGORY:
                notes.append(Note(say("regression.note_small", term=label, group=name, n=size)))
    return notes
