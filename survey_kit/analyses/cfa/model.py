"""One factor model of the plan: which items, whose answers, which fits."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from survey_kit.analyses.bands import LEAST_PER_PARAMETER
from survey_kit.analyses.cfa.measured import measured
from survey_kit.analyses.complete_items import UsableItems
from survey_kit.errors import NotApplicable, Withheld
from survey_kit.questionnaire.model import Scale
from survey_kit.report.blocks import Label, Say
from survey_kit.stats.cfa import CfaFit, cfa, cfa_full_information
from survey_kit.stats.cfa_bootstrap import CfaBootstrap, cfa_bootstrap
from survey_kit.stats.cfa_htmt import Htmt, htmt_interval
from survey_kit.stats.cfa_indices import FitIndices, fit_indices, robust_indices
from survey_kit.stats.cfa_model import FactorPattern, factor_pattern
from survey_kit.stats.cfa_standardized import (
    ConvergentValidity,
    Standardized,
    convergent_validity,
    standardized,
)
from survey_kit.stats.moments import moments
from survey_kit.study import Study

MOST_DRAWS = 1000
"""Resamples to which a model is fitted again, unless the plan asks for fewer."""

MOST_PATTERNS = 2000
"""With more patterns of missing answers full information takes minutes; complete rows then have to do."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fit with its indices; ``robust`` is None where the answers do not determine them."""

    fit: CfaFit
    plain: FitIndices
    robust: FitIndices | None


@dataclass(frozen=True, slots=True)
class FactorModelResult:
    """Everything about one model.

    ``main`` is by full information when answers are missing (``full_information``), else by complete rows.
    ``complete`` is the fit to complete rows beside it, ``rival`` the model of one factor, fitted like ``main``;
    each is None where there is none, and ``complete_reason`` or ``rival_reason`` may say why. ``htmt`` is None
    for a single factor or where too few rows are complete. ``bootstrap`` is of ``main``, None where ``bootstrap_reason``
    says why. ``declared`` counts the scales of the questionnaire.
    """

    id: str
    label: Label | None
    declared: int
    scales: tuple[Scale, ...]
    usable: UsableItems
    pattern: FactorPattern
    main: Fitted
    full_information: bool
    too_many_patterns: bool
    complete: Fitted | None
    complete_reason: Say | None
    rival: Fitted | None
    rival_reason: Say | None
    solution: Standardized
    validity: ConvergentValidity
    htmt: Htmt | None
    bootstrap: CfaBootstrap | None
    bootstrap_reason: Say | None

    @property
    def best(self) -> FitIndices:
        """The indices to be reported: robust where there are any."""
        return self.main.robust or self.main.plain

    @property
    def small(self) -> bool:
        """Whether there are fewer respondents to a parameter than Bentler and Chou (1987) ask for."""
        return self.main.fit.n < LEAST_PER_PARAMETER * self.pattern.free_count


@dataclass(frozen=True, slots=True)
class Refused:
    """A model that the data cannot carry, and why."""

    id: str
    label: Label | None
    reason: Say


def factor_model(
    study: Study, model_id: str, label: Label | None, wanted: tuple[Scale, ...], *, draws: int
) -> FactorModelResult:
    """Fit the model in which each scale is a factor.

    Raises
    ------
    NotApplicable, NotComputable
        Too few scales, items or respondents, or a model that does not converge.
    """
    about = measured(study, wanted)
    if about is None:
        raise NotApplicable("cfa.no_scales")
    usable, pattern = about.usable, about.pattern
    data = usable.data[np.isfinite(usable.data).any(axis=1)]
    complete_n = int(np.isfinite(data).all(axis=1).sum())
    gaps = complete_n < len(data)
    too_many = gaps and len(np.unique(np.isfinite(data), axis=0)) > MOST_PATTERNS
    full = gaps and not too_many
    _enough(len(data) if full else complete_n, pattern)
    main = _fitted(data, pattern, full=full)
    complete, complete_reason = None, None
    if full:
        try:
            _enough(complete_n, pattern)
            complete = _fitted(data, pattern, full=False)
        except Withheld as reason:
            complete_reason = Say(reason.key, reason.values)
    rival, rival_reason = None, None
    if pattern.factors > 1:
        try:
            rival = _fitted(data, factor_pattern(usable.names, (usable.names,)), full=full)
        except Withheld as reason:
            rival_reason = Say(reason.key, reason.values)
    ratios = None
    if pattern.factors > 1 and complete_n > 2:
        rng = study.rng(f"cfa.htmt.{model_id}")
        ratios = htmt_interval(data, pattern, rng, draws=draws)
    resampled, resampled_reason = None, None
    try:
        rng = study.rng(f"cfa.bootstrap.{model_id}")
        resampled = cfa_bootstrap(data, main.fit, rng, draws=min(draws, MOST_DRAWS))
    except Withheld as reason:
        resampled_reason = Say(reason.key, reason.values)
    return FactorModelResult(
        model_id,
        label,
        len(study.scales),
        about.scales,
        replace(usable, data=data),
        pattern,
        main,
        full,
        too_many,
        complete,
        complete_reason,
        rival,
        rival_reason,
        standardized(main.fit, robust=main.fit.robust is not None),
        convergent_validity(main.fit),
        ratios,
        resampled,
        resampled_reason,
    )


def _fitted(data: np.ndarray, pattern: FactorPattern, *, full: bool) -> Fitted:
    fit = cfa_full_information(data, pattern) if full else cfa(moments(data, pattern.names), pattern, data)
    robust = None if fit.scaling is None else robust_indices(fit)
    # in small samples the scale can turn negative, which scales nothing
    return Fitted(fit, fit_indices(fit), robust if robust is not None and robust.scale > 0 else None)


def _enough(n: int, pattern: FactorPattern) -> None:
    """No model with more free parameters than respondents."""
    if n < pattern.free_count:
        raise NotApplicable(
            "cfa.too_few",
            n=n,
            parameters=pattern.free_count,
            factors=pattern.factors,
            items=len(pattern.names),
        )
