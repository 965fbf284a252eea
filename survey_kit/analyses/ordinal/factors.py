"""Exploratory factor analysis of the polychoric correlations of all items of a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from survey_kit.analyses.complete_items import UsableItems, usable_items
from survey_kit.analyses.reliability.scale import ScaleReliability
from survey_kit.errors import NotApplicable, Withheld
from survey_kit.report.blocks import Say
from survey_kit.stats.factor import FactorSolution, factor_analysis
from survey_kit.stats.moments import Moments, moments
from survey_kit.stats.ordinal_reliability import regular_polychoric
from survey_kit.stats.parallel import ParallelAnalysis, parallel_analysis
from survey_kit.stats.polychoric import Polychoric, polychoric
from survey_kit.study import Study

PER_ITEM = 5
"""Respondents per item below which no factors are extracted from polychoric correlations."""


@dataclass(frozen=True, slots=True)
class OrdinalFactors:
    """The solution, or a ``reason`` why there is none (then the rest is None).

    ``congruence`` (m,) compares each factor with that of the Pearson correlations of the same answers that
    is most like it; None when those have no such solution. ``pearson`` is the number they suggest.
    """

    usable: UsableItems
    reason: Say | None = None
    polychoric: Polychoric | None = None
    parallel: ParallelAnalysis | None = None
    solution: FactorSolution | None = None
    pearson: int = 0
    congruence: np.ndarray | None = None


def ordinal_factors(
    study: Study, scales: Sequence[ScaleReliability], rng: np.random.Generator
) -> OrdinalFactors:
    """Number of factors by parallel analysis, minimum residuals, direct oblimin."""
    items = tuple(item for each in scales for item in study.items_of(each.scale))
    usable = usable_items(items, study.scores.items[[item.id for item in items]].to_numpy(dtype=float))
    try:
        return _solved(OrdinalFactors(usable), study.plan.parallel_draws, rng)
    except Withheld as reason:
        return OrdinalFactors(usable, Say(reason.key, reason.values))


def _solved(start: OrdinalFactors, draws: int, rng: np.random.Generator) -> OrdinalFactors:
    usable = start.usable
    n, k = usable.n_complete, len(usable.items)
    if k < 3:
        raise NotApplicable("ordinal.few_items", k=k)
    if n < PER_ITEM * k:
        raise NotApplicable("ordinal.few_per_item", n=n, k=k, least=PER_ITEM)
    estimated = polychoric(usable.data, usable.names)
    rho = regular_polychoric(estimated)
    compared = parallel_analysis(rho, n, rng, draws=draws, kept=estimated.kept)
    if not compared.suggested:
        raise NotApplicable("ordinal.no_factor")
    found = factor_analysis(Moments(usable.names, n, np.zeros(k), rho), compared.suggested)
    plain = moments(usable.data, usable.names)
    pearson = parallel_analysis(plain.corr, n, rng, draws=draws).suggested
    solved = replace(
        start, polychoric=estimated, parallel=compared, solution=found, pearson=pearson, congruence=None
    )
    try:
        beside = factor_analysis(plain, found.factors)
    except Withheld:
        return solved
    return replace(solved, congruence=_congruence(found.loadings, beside.loadings))


def _congruence(own: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Tucker's coefficient (m,) of each factor with the one most like it."""
    lengths = np.outer(np.linalg.norm(own, axis=0), np.linalg.norm(other, axis=0))
    best: np.ndarray = np.abs(own.T @ other / lengths).max(axis=1)
    return best
