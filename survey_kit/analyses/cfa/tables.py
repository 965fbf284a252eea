"""Tables of the confirmatory factor analysis."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy import special

from survey_kit.analyses.bands import CFA_LEAST, CFA_MOST, LEAST_AVE, LEAST_CR, MOST_HTMT
from survey_kit.analyses.cfa.model import FactorModelResult
from survey_kit.analyses.item_names import item_code, reversed_note
from survey_kit.report.blocks import Cell, Column, Estimate, Label, Note, Row, Say, Table, say
from survey_kit.stats.cfa_indices import FitIndices

NAN = float("nan")


def _versions(model: FactorModelResult) -> Iterator[tuple[str, Say, FitIndices]]:
    """Every fit that is shown: key, name, indices; the model reported first."""
    main = model.main
    kind, robust = ("fiml", "fiml_mlr") if model.full_information else ("ml", "mlr")
    yield kind, say(f"cfa.version_{kind}", factors=model.pattern.factors), main.plain
    if main.robust is not None:
        yield robust, say(f"cfa.version_{robust}", factors=model.pattern.factors), main.robust
    if model.complete is not None:
        yield "ml_complete", say("cfa.version_complete", factors=model.pattern.factors), model.complete.plain
        if model.complete.robust is not None:
            name = say("cfa.version_complete_mlr", factors=model.pattern.factors)
            yield "mlr_complete", name, model.complete.robust
    if model.rival is not None:
        yield f"one_{kind}", say(f"cfa.version_{kind}", factors=1), model.rival.plain
        if model.rival.robust is not None:
            yield f"one_{robust}", say(f"cfa.version_{robust}", factors=1), model.rival.robust


def fit_table(model: FactorModelResult, suffix: str) -> Table:
    """χ² of each version of the model, and information criteria."""
    columns = (
        Column("model"),
        Column("n", "count"),
        Column("chi2", "number"),
        Column("df", "df"),
        Column("p", "p"),
        Column("chi2_df", "number", say("cfa.chi2_df")),
        Column("aic", "number", say("cfa.aic")),
        Column("bic", "number", say("cfa.bic")),
    )
    rows = tuple(
        Row(key, (name, f.n, f.chi2, f.df, f.p, f.chi2 / f.df if f.df else NAN, f.aic, f.bic))
        for key, name, f in _versions(model)
    )
    notes = [Note(say("cfa.note_missing" if model.full_information else "cfa.note_complete"))]
    if model.full_information and model.complete_reason is not None:
        notes.append(Note(say("cfa.note_no_complete", reason=model.complete_reason)))
    if model.rival_reason is not None:
        notes.append(Note(say("cfa.note_no_rival", reason=model.rival_reason)))
    if any("mlr" in row.key for row in rows):
        notes.append(Note(say("cfa.note_scaled")))
    if model.main.robust is None:
        notes.append(Note(say("cfa.note_not_scaled")))
    return Table(f"fit{suffix}", say("cfa.fit"), columns, rows, tuple(notes))


def indices_table(model: FactorModelResult, suffix: str) -> Table:
    """Fit indices of each version of the model."""
    columns = (
        Column("model"),
        Column("cfi", "bounded", Label.of("CFI")),
        Column("tli", "bounded", Label.of("TLI")),
        Column("rmsea", "bounded", Label.of("RMSEA"), interval=True),
        Column("srmr", "bounded", Label.of("SRMR")),
        Column("gfi", "bounded", Label.of("GFI")),
    )
    rows = tuple(
        Row(key, (name, f.cfi, f.tli, Estimate(f.rmsea, f.rmsea_low, f.rmsea_high, 0.90), f.srmr, f.gfi))
        for key, name, f in _versions(model)
    )
    notes = [Note(say("cfa.note_limits", **CFA_LEAST, **CFA_MOST))]
    if any("mlr" in row.key for row in rows):
        notes.append(Note(say("cfa.note_robust_indices")))
    if any("fiml_mlr" in row.key for row in rows):
        notes.append(Note(say("cfa.note_robust_missing")))
    notes.append(Note(say("cfa.note_rmsea"), column="rmsea"))
    if model.full_information:
        notes.append(Note(say("cfa.note_gfi"), column="gfi"))
    return Table(f"indices{suffix}", say("cfa.indices"), columns, rows, tuple(notes))


def loadings_table(model: FactorModelResult, suffix: str) -> Table:
    """Loadings of the model reported, under the heads of their scales."""
    fit, solution = model.main.fit, model.solution
    k = len(model.usable.items)
    se, robust = np.zeros(len(fit.free)), np.zeros(len(fit.free))
    se[fit.free] = np.sqrt(np.diag(fit.covariance))
    if fit.robust is not None:
        robust[fit.free] = np.sqrt(np.maximum(np.diag(fit.robust), 0))
    markers = set(fit.pattern.markers.tolist())
    columns = (
        Column("item"),
        Column("b", "coefficient", say("cfa.b")),
        Column("se", "coefficient"),
        Column("se_robust", "coefficient", say("cfa.se_robust")),
        Column("p", "p"),
        Column("loading", "coefficient", say("cfa.std"), interval=True),
    )
    rows: list[Row] = []
    for f, scale in enumerate(model.scales):
        head: tuple[Cell, ...] = (scale.label, *(None,) * (len(columns) - 1))
        rows.append(Row(scale.id, head, head=True))
        for at in range(k):
            if fit.pattern.factor[at] != f:
                continue
            item = model.usable.items[at]
            fixed = at in markers
            b = float(fit.parameters.loadings[at])
            tested = float(robust[at] or se[at])
            p = None if fixed else float(2 * special.ndtr(-abs(b / tested)))
            own = (None, None, None) if fixed else (float(se[at]), float(robust[at] or NAN), p)
            std = _interval(float(solution.loadings[at]), float(solution.loadings_se[at]))
            rows.append(Row(f"{scale.id}/{item.id}", (item_code(item), b, *own, std), level=1))
    notes = (
        Note(say("cfa.note_marker"), column="b"),
        Note(say("cfa.note_p"), column="p"),
        *reversed_note(model.usable.items),
    )
    return Table(f"loadings{suffix}", say("cfa.loadings"), columns, tuple(rows), notes)


def convergent_table(model: FactorModelResult, suffix: str) -> Table:
    """Composite reliability and average variance extracted of each scale."""
    size = np.abs(model.solution.loadings)
    reliability, extracted = model.validity.composite_reliability, model.validity.average_variance_extracted
    nothing = np.full((2, len(model.scales)), NAN)
    cr_limits, ave_limits = nothing, nothing
    if model.bootstrap is not None:
        cr_limits = model.bootstrap.percentile(lambda found: found.composite_reliability)
        ave_limits = model.bootstrap.percentile(lambda found: found.average_variance_extracted)
    rows = []
    for f, scale in enumerate(model.scales):
        own = size[model.pattern.factor == f]
        cr, ave = (
            _drawn(float(reliability[f]), cr_limits[:, f]),
            _drawn(float(extracted[f]), ave_limits[:, f]),
        )
        rows.append(Row(scale.id, (scale.label, len(own), float(own.min()), float(own.max()), cr, ave)))
    columns = (
        Column("scale"),
        Column("items", "count"),
        Column("loading_min", "coefficient", say("cfa.smallest"), say("cfa.std")),
        Column("loading_max", "coefficient", say("cfa.largest"), say("cfa.std")),
        Column("cr", "bounded", Label.of("CR"), interval=True),
        Column("ave", "bounded", Label.of("AVE"), interval=True),
    )
    notes = [Note(say("cfa.note_convergent", cr=LEAST_CR, ave=LEAST_AVE))]
    if (found := model.bootstrap) is not None:
        notes.append(Note(say("cfa.note_bootstrap", draws=found.draws)))
        if found.lost or found.improper:
            notes.append(Note(say("cfa.note_bootstrap_lost", lost=found.lost, improper=found.improper)))
    elif model.bootstrap_reason is not None:
        notes.append(Note(say("cfa.note_no_bootstrap", reason=model.bootstrap_reason)))
    return Table(f"convergent{suffix}", say("cfa.convergent_title"), columns, tuple(rows), tuple(notes))


def _drawn(value: float, limits: np.ndarray) -> Estimate:
    """A value with its percentile interval, which may lie beyond it."""
    if np.isnan(value):
        return Estimate(value, NAN, NAN)
    return Estimate.holding(value, *limits)


def discriminant_table(model: FactorModelResult, suffix: str) -> Table:
    """Fornell–Larcker matrix: √AVE, factor correlations below, HTMT above."""
    root = np.sqrt(model.validity.average_variance_extracted)
    rows = []
    for i, scale in enumerate(model.scales):
        cells: list[Cell] = [say("cfa.numbered", number=i + 1, scale=scale.label)]
        for j in range(len(model.scales)):
            if i == j:
                cells.append(float(root[i]))
            elif j < i:
                cells.append(float(model.solution.correlations[i, j]))
            else:
                cells.append(NAN if model.htmt is None else float(model.htmt.value[i, j]))
        rows.append(Row(scale.id, tuple(cells)))
    columns = (
        Column("scale"),
        *(Column(f"factor_{j + 1}", "coefficient", Label.of(str(j + 1))) for j in range(len(model.scales))),
    )
    notes = (Note(say("cfa.note_discriminant", limit=MOST_HTMT)),)
    return Table(f"discriminant{suffix}", say("cfa.discriminant"), columns, tuple(rows), notes)


def pairs_table(model: FactorModelResult, suffix: str) -> Table:
    """Factor correlation and HTMT of each pair of scales, with intervals."""
    rows = []
    for i, first in enumerate(model.scales):
        for j in range(i + 1, len(model.scales)):
            second, found = model.scales[j], model.htmt
            r = _interval(
                float(model.solution.correlations[i, j]), float(model.solution.correlations_se[i, j])
            )
            ratio = Estimate(NAN, NAN, NAN)
            if found is not None:
                ratio = Estimate.holding(found.value[i, j], found.low[i, j], found.high[i, j], found.level)
            pair = say("cfa.pair", first=first.label, second=second.label)
            rows.append(Row(f"{first.id}/{second.id}", (pair, r, ratio)))
    columns = (
        Column("pair", label=say("cfa.pairs_head")),
        Column("r", "coefficient", interval=True),
        Column("htmt", "coefficient", Label.of("HTMT"), interval=True),
    )
    notes = []
    if model.htmt is not None:
        notes.append(Note(say("cfa.note_htmt", n=model.htmt.n, draws=model.htmt.draws), column="htmt"))
    return Table(f"pairs{suffix}", say("cfa.pairs"), columns, tuple(rows), tuple(notes))


def _interval(value: float, se: float) -> Estimate:
    half = float(special.ndtri(0.975)) * se
    return Estimate(value, value - half, value + half)
