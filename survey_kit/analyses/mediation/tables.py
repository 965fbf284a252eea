"""Tables and the path diagram of a fitted mediation."""

from __future__ import annotations

import math
from collections.abc import Iterator

from survey_kit.analyses.mediation.model import FittedMediation
from survey_kit.report.blocks import Cell, Column, Estimate, Figure, Note, Row, Say, Table, say
from survey_kit.stats.least_squares import INTERCEPT, LeastSquares
from survey_kit.stats.mediation import BootstrapEffect


def paths_table(fitted: FittedMediation) -> Table:
    """Every equation of the model: a paths, b paths, c' and covariates; then the total effect c."""
    columns = (
        Column("variable"),
        Column("path", label=say("mediation.path")),
        Column("estimate", "coefficient", label=say("mediation.b"), interval=True),
        Column("se", "coefficient"),
        Column("se_hc3", "coefficient", label=say("mediation.se_hc3")),
        Column("beta", "coefficient"),
        Column("t", "number"),
        Column("p", "p"),
    )
    rows: list[Row] = []
    model = fitted.model
    equations = [
        *(
            (f"m{at + 1}", say("mediation.equation_m", name=fitted.mediators[at]), fit)
            for at, fit in enumerate(model.mediators)
        ),
        ("y", say("mediation.equation_y", name=fitted.outcome), model.outcome),
        ("total", say("mediation.equation_total", name=fitted.outcome), model.total),
    ]
    for key, head, fit in equations:
        said = Say(
            head.key, {**head.values, "r2": fit.r2, "f": fit.f, "df1": fit.df1, "df2": fit.df2, "p": fit.p_f}
        )
        rows.append(Row(f"{key}=", (said, *[None] * (len(columns) - 1)), head=True))
        rows += _coefficients(fitted, key, fit)
    notes = (fitted.data.note(), *fitted.data.reference_notes(), Note(say("mediation.note_paths")))
    return Table(
        f"{fitted.id}_paths", say("mediation.paths_title", name=fitted.name), columns, tuple(rows), notes
    )


def _coefficients(fitted: FittedMediation, equation: str, fit: LeastSquares) -> Iterator[Row]:
    labels = fitted.data.table_labels
    for at, name in enumerate(fit.names):
        if equation == "total" and name != fitted.model.predictor:
            continue  # the covariates of the other equations once more
        shown = say("mediation.intercept") if name == INTERCEPT else labels[name]
        yield Row(
            f"{equation}:{name}",
            (
                shown,
                _symbol(fitted, equation, name),
                Estimate(float(fit.b[at]), float(fit.low[at]), float(fit.high[at]), fit.level),
                float(fit.se[at]),
                float(fit.se_hc3[at]),
                None if math.isnan(fit.beta[at]) else float(fit.beta[at]),
                float(fit.t[at]),
                float(fit.p[at]),
            ),
            level=1,
        )


def _symbol(fitted: FittedMediation, equation: str, name: str) -> Say | None:
    """The letter of a path; mediators are numbered when there are several."""
    model, number = fitted.model, len(fitted.mediators) > 1
    ours = model.outcome.names[2 : 2 + len(fitted.mediators)]
    if name == model.predictor:
        if equation == "y":
            return say("mediation.c_prime")
        if equation == "total":
            return say("mediation.c")
        return say("mediation.a_numbered", to=int(equation[1:])) if number else say("mediation.a")
    if name in ours:
        start = ours.index(name) + 1
        if equation == "y":
            return say("mediation.b_numbered", start=start) if number else say("mediation.b_path")
        return say("mediation.d", start=start, to=int(equation[1:]))
    return None


def effects_table(fitted: FittedMediation) -> Table:
    """Total, direct and indirect effects with both bootstrap intervals and standardized forms."""
    percentile, bca, standardized = (
        say(f"mediation.span_{kind}") for kind in ("percentile", "bca", "standardized")
    )
    columns = (
        Column("effect", label=say("mediation.effect")),
        Column("estimate", "coefficient", label=say("mediation.b")),
        Column("se", "coefficient"),
        Column("low", "coefficient", span=percentile),
        Column("high", "coefficient", span=percentile),
        Column("bca_low", "coefficient", label=say("column.low"), span=bca),
        Column("bca_high", "coefficient", label=say("column.high"), span=bca),
        Column("partially_standardized", "coefficient", label=say("mediation.partial"), span=standardized),
        Column("completely_standardized", "coefficient", label=say("mediation.complete"), span=standardized),
    )
    model = fitted.model
    metric = fitted.predictor.metric
    rows = [_regression_row("total", model.total, fitted), _regression_row("direct", model.outcome, fitted)]
    for at, (effect, partial, complete) in enumerate(
        zip(model.indirect, model.partial, model.complete, strict=True)
    ):
        is_sum = at == len(model.ways)
        if is_sum and len(model.ways) == 1:
            break
        key = "indirect_total" if is_sum else "indirect_" + "_".join(str(m + 1) for m in model.ways[at])
        name = say("mediation.indirect_total") if is_sum else fitted.way_name(model.ways[at])
        tail: tuple[Cell, ...] = (partial.value, complete.value if metric else None)
        rows.append(Row(key, (name, *_cells(effect), *tail)))
    for first, second, effect in model.contrasts:
        key = f"contrast_{first[0] + 1}_{second[0] + 1}"
        name = say("mediation.contrast", first=fitted.through(first)[0], second=fitted.through(second)[0])
        rows.append(Row(key, (name, *_cells(effect), None, None)))
    notes = [
        fitted.data.note(),
        Note(
            say(
                "mediation.note_bootstrap",
                draws=model.draws,
                seed=fitted.seed,
                level=f"{100 * fitted.level:g}%",
            )
        ),
        Note(say("mediation.note_regression_interval"), row="total", column="low"),
        Note(say("mediation.note_regression_interval"), row="direct", column="low"),
        Note(say("mediation.note_partial"), column="partially_standardized"),
    ]
    notes.append(
        Note(
            say("mediation.note_complete" if metric else "mediation.note_complete_groups"),
            column="completely_standardized",
        )
    )
    if model.lost:
        notes.append(Note(say("mediation.note_lost", lost=model.lost)))
    return Table(
        f"{fitted.id}_effects",
        say("mediation.effects_title", name=fitted.name),
        columns,
        tuple(rows),
        tuple(notes),
    )


def _regression_row(key: str, fit: LeastSquares, fitted: FittedMediation) -> Row:
    at = fit.at(fitted.model.predictor)
    b = float(fit.b[at])
    spread = math.sqrt(fit.tss / (fit.n - 1))
    complete = float(fit.beta[at]) if fitted.predictor.metric else None
    return Row(
        key,
        (
            say(f"mediation.{key}"), b, float(fit.se[at]), float(fit.low[at]), float(fit.high[at]),
            None, None, b / spread, complete,
        ),
    )  # fmt: skip


def _cells(effect: BootstrapEffect) -> tuple[Cell, ...]:
    return (effect.value, effect.se, *effect.percentile, *effect.bca)


def sobel_table(fitted: FittedMediation) -> Table:
    """Sobel's test of the ways through one mediator, for comparison."""
    columns = (
        Column("effect", label=say("mediation.effect")),
        Column("estimate", "coefficient", label=say("mediation.b")),
        Column("se", "coefficient"),
        Column("z", "number"),
        Column("p", "p"),
    )
    rows = [
        Row(f"indirect_{way[0] + 1}", (fitted.way_name(way), effect.value, test.se, test.z, test.p))
        for way, effect, test in zip(
            fitted.model.ways, fitted.model.indirect, fitted.model.sobel, strict=False
        )
        if test is not None
    ]
    return Table(
        f"{fitted.id}_sobel",
        say("mediation.sobel_title", name=fitted.name),
        columns,
        tuple(rows),
        (fitted.data.note(), Note(say("mediation.note_sobel"))),
    )


def path_figure(fitted: FittedMediation) -> Figure:
    """The model with its coefficients; covariates are not drawn."""
    model, alpha = fitted.model, fitted.alpha
    m = len(fitted.mediators)
    places = [
        {"key": f"m{at + 1}", "label": label, "shape": "observed"}
        for at, label in enumerate(fitted.mediators)
    ]
    middle = [places] if fitted.structure == "parallel" else [[place] for place in places]
    columns = [
        [{"key": "x", "label": fitted.predictor.term_label, "shape": "observed"}],
        *middle,
        [{"key": "y", "label": fitted.outcome, "shape": "observed"}],
    ]
    keys = ["x", *(f"m{at + 1}" for at in range(m))]
    paths = []
    for target, fit in [
        *((f"m{at + 1}", fit) for at, fit in enumerate(model.mediators)),
        ("y", model.outcome),
    ]:
        starts = (
            keys
            if target == "y"
            else keys[: keys.index(target)]
            if fitted.structure == "serial"
            else keys[:1]
        )
        for place, start in enumerate(starts, start=1):
            b, p = float(fit.b[place]), float(fit.p[place])
            paths.append({"start": start, "end": target, "text": _path_text(b, p), "strong": p < alpha})
    data = {"columns": columns, "paths": paths, "links": []}
    notes = (say("mediation.note_figure"), say("mediation.note_figure_stars"))
    return Figure(
        f"{fitted.id}_diagram", say("mediation.figure_title", name=fitted.name), "path_diagram", data, notes
    )


def _path_text(b: float, p: float) -> Say:
    stars = sum(p < limit for limit in (0.05, 0.01, 0.001))
    return say(f"mediation.path_text_{stars}", b=b)
