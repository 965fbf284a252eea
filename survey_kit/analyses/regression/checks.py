"""What the residuals of a regression say about it: every check of the diagnostics table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from survey_kit.errors import NotComputable
from survey_kit.report.blocks import Label
from survey_kit.stats.least_squares import LeastSquares, least_squares
from survey_kit.stats.normality import shapiro_wilk
from survey_kit.stats.regression_diagnostics import (
    ChiSquareTest,
    FTest,
    breusch_pagan,
    cooks_distance,
    durbin_watson,
    generalized_vif,
    reset,
    studentized_residuals,
)

Result = TypeVar("Result")

MOST_FOR_SHAPIRO = 5000
"""Royston's approximation is valid up to here; beyond, any departure is significant anyway."""

NAMED_INFLUENTIAL = 10
"""At most this many influential respondents are named."""


@dataclass(frozen=True, slots=True)
class Influential:
    """A respondent (by number) whose Cook's distance is above 4 / n."""

    respondent: int | str
    cooks: float
    studentized: float


@dataclass(frozen=True, slots=True)
class Diagnostics:
    """What the residuals of the final model say. None: not computable for this model.

    ``worst_vif`` is the largest GVIF^(1/df) and the term that has it; ``flagged`` counts all respondents
    above 4 / n, of whom the largest are in ``influential``; ``without`` is the model without them.
    """

    breusch_pagan: ChiSquareTest | None
    reset: FTest | None
    shapiro_w: float | None
    shapiro_p: float | None
    durbin_watson: float
    condition_index: float
    worst_vif: tuple[Label, float] | None
    cooks: np.ndarray
    studentized: np.ndarray
    flagged: int
    influential: tuple[Influential, ...]
    without: LeastSquares | None


def examine(
    X: np.ndarray,
    fit: LeastSquares,
    terms_of_columns: Sequence[tuple[str, Label]],
    respondents: tuple[int | str, ...],
) -> Diagnostics:
    """Examine a fitted model; ``terms_of_columns`` gives the predictor behind each column of X."""
    cooks, studentized = cooks_distance(fit), studentized_residuals(fit)
    flagged = np.flatnonzero(cooks > 4 / fit.n)
    largest = flagged[np.argsort(-cooks[flagged], kind="stable")][:NAMED_INFLUENTIAL]
    terms: dict[str, list[int]] = {}
    for at, (term, _) in enumerate(terms_of_columns):
        terms.setdefault(term, []).append(at)
    labels = dict(terms_of_columns)
    worst = None
    if len(terms_of_columns) > 1:
        vifs = generalized_vif(X, terms)
        name = max(vifs, key=lambda term: vifs[term].comparable)
        worst = (labels[name], vifs[name].comparable)
    shapiro = shapiro_wilk(fit.residuals) if 3 <= fit.n <= MOST_FOR_SHAPIRO else None
    return Diagnostics(
        breusch_pagan=_if_possible(lambda: breusch_pagan(X, fit.residuals)),
        reset=_if_possible(lambda: reset(X, fit)),
        shapiro_w=shapiro.w if shapiro else None,
        shapiro_p=shapiro.p if shapiro else None,
        durbin_watson=durbin_watson(fit.residuals),
        condition_index=fit.condition_index,
        worst_vif=worst,
        cooks=cooks,
        studentized=studentized,
        flagged=len(flagged),
        influential=tuple(
            Influential(respondents[at], float(cooks[at]), float(studentized[at])) for at in largest
        ),
        without=_without(X, fit, flagged),
    )


def _if_possible(test: Callable[[], Result]) -> Result | None:
    """A check that the data may not carry although they carry the regression itself."""
    try:
        return test()
    except NotComputable:
        return None


def _without(X: np.ndarray, fit: LeastSquares, flagged: np.ndarray) -> LeastSquares | None:
    """The model without the influential respondents; None when it cannot be fitted without them."""
    if not len(flagged):
        return None
    rows = np.ones(fit.n, dtype=bool)
    rows[flagged] = False
    y = fit.fitted + fit.residuals
    return _if_possible(lambda: least_squares(X[rows], y[rows], fit.names[1:], level=fit.level))
