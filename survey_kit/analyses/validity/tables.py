"""Tables and the figure of the validity section."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from survey_kit.analyses.bands import SALIENT_LOADING
from survey_kit.analyses.item_names import item_code, item_text, reversed_note
from survey_kit.questionnaire.model import Item, Scale
from survey_kit.questionnaire.plan import Compat
from survey_kit.report.blocks import Column, Figure, Label, Note, Row, Table, say
from survey_kit.stats.adequacy import Adequacy
from survey_kit.stats.factor import FactorSolution
from survey_kit.stats.parallel import ParallelAnalysis

WORDED = 6
"""Beside more factors than this there is no room for the wording of the items."""


def adequacy_table(fit: Adequacy, k: int) -> Table:
    """KMO and Bartlett's test of all items."""
    bartlett = say("validity.bartlett")
    columns = (
        Column("items", "count"),
        Column("n", "count"),
        Column("kmo", "bounded"),
        Column("chi2", "number", span=bartlett),
        Column("df", "df", span=bartlett),
        Column("p", "p", span=bartlett),
    )
    rows = (Row("all", (k, fit.n, fit.kmo, fit.chi2, fit.df, fit.p)),)
    notes = (Note(say("validity.note_listwise")), Note(say("validity.note_kmo"), column="kmo"))
    return Table("adequacy", say("validity.adequacy_title"), columns, rows, notes)


def msa_table(items: Sequence[Item], fit: Adequacy) -> Table:
    """MSA of each item, where no table of loadings shows it."""
    rows = tuple(Row(item.id, (item_text(item), float(fit.msa[at]))) for at, item in enumerate(items))
    columns = (Column("item"), Column("msa", "bounded"))
    return Table("msa", say("validity.msa"), columns, rows, reversed_note(items))


def eigenvalue_table(parallel: ParallelAnalysis, used: int, scales: int, compat: Compat) -> Table:
    """Eigenvalues beside those of random data, as far as they matter for the number of factors."""
    k = len(parallel.observed)
    shown = min(k, max(parallel.suggested, parallel.kaiser, used, scales) + 2)
    percent = 100 * parallel.observed / k
    cumulative = np.cumsum(percent)
    rows = tuple(
        Row(
            str(i + 1),
            (
                i + 1,
                float(parallel.observed[i]),
                float(percent[i]),
                float(cumulative[i]),
                float(parallel.random_mean[i]),
                float(parallel.random_percentile[i]),
                i < used,
            ),
        )
        for i in range(shown)
    )
    random = say("validity.random")
    columns = (
        Column("factor", "count"),
        Column("eigenvalue", "coefficient"),
        Column("percent", "percent"),
        Column("cumulative", "percent"),
        Column("random_mean", "coefficient", say("validity.random_mean"), random),
        Column("random_percentile", "coefficient", say("validity.random_percentile"), random),
        Column("retained", label=say("validity.retained")),
    )
    key = "validity.note_parallel_spss" if compat == "spss" else "validity.note_parallel"
    notes = [Note(say(key, draws=parallel.draws))]
    if shown < k:
        notes.append(Note(say("validity.note_shown", shown=shown, k=k)))
    return Table("eigenvalues", say("validity.eigenvalues"), columns, rows, tuple(notes))


def scree(parallel: ParallelAnalysis, used: int, compat: Compat) -> Figure:
    """All eigenvalues, and those of random data."""
    data = {
        "observed": [float(value) for value in parallel.observed],
        "reference": [float(value) for value in parallel.random_percentile],
        "suggested": used if compat == "spss" else parallel.suggested,
    }
    return Figure("scree", say("validity.scree"), "scree", data)


def loadings_table(
    found: FactorSolution, items: Sequence[Item], fit: Adequacy | None, suffix: str, *, again: bool
) -> Table:
    """Rotated loadings in the order of the questionnaire, communalities, and MSA where ``fit`` is given.

    ``again``: the method was explained under an earlier table of loadings.
    """
    named = item_text if found.factors <= WORDED else item_code
    span = say("validity.span_loadings")
    columns = (
        Column("item"),
        *(
            Column(
                f"loading_{i + 1}",
                "bounded" if found.rotation == "varimax" else "coefficient",
                Label.of(_factor(i)),
                span,
                strong=SALIENT_LOADING,
            )
            for i in range(found.factors)
        ),
        Column("communality", "bounded"),
        *((Column("msa", "bounded"),) if fit is not None else ()),
    )
    rows = tuple(
        Row(
            item.id,
            (
                named(item),
                *(float(value) for value in found.loadings[at]),
                float(found.communality[at]),
                *((float(fit.msa[at]),) if fit is not None else ()),
            ),
        )
        for at, item in enumerate(items)
    )
    key = "validity.note_varimax" if found.extraction == "components" else "validity.note_oblimin"
    key = "validity.note_again" if again else key
    notes = (Note(say(key, n=found.n, limit=SALIENT_LOADING)), *reversed_note(items))
    title = say("validity.loadings", factors=found.factors)
    return Table(f"loadings{suffix}", title, columns, rows, notes)


def variance_table(found: FactorSolution, suffix: str) -> Table:
    """Variance explained by each factor after rotation."""
    cumulative = np.cumsum(found.percent)
    rows = tuple(
        Row(str(i + 1), (_factor(i), float(found.variance[i]), float(found.percent[i]), float(cumulative[i])))
        for i in range(found.factors)
    )
    columns = (
        Column("factor"),
        Column("eigenvalue", "coefficient", say("validity.ss_loadings")),
        Column("percent", "percent"),
        Column("cumulative", "percent"),
    )
    notes = (
        (Note(say("validity.note_variance")),) if found.rotation == "oblimin" and found.factors > 1 else ()
    )
    title = say("validity.variance", factors=found.factors)
    return Table(f"variance{suffix}", title, columns, rows, notes)


def correlations_table(found: FactorSolution, suffix: str) -> Table:
    """Correlations of the oblique factors, lower triangle."""
    columns = (
        Column("factor"),
        *(Column(f"r_{i + 1}", "bounded", Label.of(_factor(i))) for i in range(found.factors)),
    )
    rows = tuple(
        Row(
            str(i + 1),
            (_factor(i), *(float(found.phi[i, j]) if j <= i else None for j in range(found.factors))),
        )
        for i in range(found.factors)
    )
    title = say("validity.correlations", factors=found.factors)
    return Table(f"factor_correlations{suffix}", title, columns, rows)


def matches_table(
    matches: Sequence[tuple[Scale, int, int | None, int, bool]], factors: int, suffix: str
) -> Table:
    """For each scale: its factor, how many of its items load there, whether it has it alone."""
    columns = (
        Column("scale"),
        Column("items", "count"),
        Column("factor"),
        Column("there", "count", say("validity.there")),
        Column("own", label=say("validity.own")),
    )
    rows = tuple(
        Row(scale.id, (scale.label, k, None if factor is None else _factor(factor), there, own))
        for scale, k, factor, there, own in matches
    )
    notes = (Note(say("validity.note_match", limit=SALIENT_LOADING)),)
    return Table(f"match{suffix}", say("validity.match", factors=factors), columns, rows, notes)


def _factor(position: int) -> str:
    return f"F{position + 1}"
