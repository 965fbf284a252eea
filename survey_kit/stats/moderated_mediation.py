"""An indirect effect whose first stage a moderator changes (Hayes, 2015)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from survey_kit.errors import NotComputable
from survey_kit.stats.bootstrap import bootstrap_covariances, slopes
from survey_kit.stats.least_squares import LeastSquares, least_squares
from survey_kit.stats.mediation import SPARE, BootstrapEffect, bootstrap_effects


@dataclass(frozen=True, slots=True)
class ModeratedMediation:
    """A fitted first-stage model; predictor and metric moderator are centred at their means.

    Attributes
    ----------
    mediator
        On predictor, moderator, products and covariates: a1, a2, a3.
    outcome
        On predictor, mediator and covariates: c', b.
    products
        Names of the products in ``mediator``: one a column of the moderator.
    places, conditional
        Values of a metric moderator (NaN for a group) and the indirect effect (a1 + a3 w) b there: at
        the mean - 1 SD, mean and + 1 SD, or in the groups, the reference first.
    index
        Index of moderated mediation a3 b, one a column of the moderator: the change of the indirect effect
        with one unit of the moderator, or its difference between a group and the reference.
    w_range
        Observed range of a metric moderator.
    """

    mediator: LeastSquares
    outcome: LeastSquares
    products: tuple[str, ...]
    places: tuple[float, ...]
    conditional: tuple[BootstrapEffect, ...]
    index: tuple[BootstrapEffect, ...]
    w_range: tuple[float, float]
    draws: int
    lost: int

    @property
    def n(self) -> int:
        return self.outcome.n


@dataclass(frozen=True, slots=True)
class FirstStage:
    """The variables, complete: (n,) each, ``moderator`` (n, 1) or dummies, ``covariates`` (n, c)."""

    predictor: np.ndarray
    mediator: np.ndarray
    outcome: np.ndarray
    moderator: np.ndarray
    covariates: np.ndarray


def moderated_mediation(
    variables: FirstStage,
    names: tuple[str, str, Sequence[str], Sequence[str]],
    *,
    metric: bool,
    rng: np.random.Generator,
    draws: int = 5000,
    level: float = 0.95,
) -> ModeratedMediation:
    """Estimate conditional indirect effects and the index of moderated mediation with bootstrap intervals.

    Parameters
    ----------
    names : of the predictor, the mediator, the moderator's columns, the covariates.
    metric : the moderator is one metric column; else dummies.

    Raises
    ------
    NotComputable
        ``withheld.too_few`` (fewer respondents than coefficients of the larger equation + 10), those of
        ``least_squares``, ``withheld.exact_fit``, ``withheld.resamples``.

    Notes
    -----
    Hayes (2015, doi:10.1080/00273171.2014.962683), first stage only: the moderator is not in the equation of
    the outcome (model 7 of PROCESS). The places are those of the sample in every resample.
    """
    k, c = variables.moderator.shape[1], variables.covariates.shape[1]
    n, needed = len(variables.outcome), max(2 + 2 * k, 3) + c + SPARE
    if n < needed:
        raise NotComputable("withheld.too_few", n=n, needed=needed)
    x_name, m_name, w_names, c_names = names[0], names[1], tuple(names[2]), tuple(names[3])
    w_mean = float(variables.moderator[:, 0].mean()) if metric else 0.0
    x = variables.predictor - variables.predictor.mean()
    w = variables.moderator - w_mean
    products = tuple(f"{x_name}:{name}" for name in w_names)
    data = np.column_stack(
        [x, variables.mediator, variables.outcome, w, x[:, None] * w, variables.covariates]
    )
    all_names = (x_name, m_name, "", *w_names, *products, *c_names)
    controls = list(range(3 + 2 * k, 3 + 2 * k + c))
    first, second = [0, *range(3, 3 + 2 * k), *controls], [0, 1, *controls]

    def fit(target: int, columns: list[int]) -> LeastSquares:
        fitted = least_squares(
            data[:, columns], data[:, target], tuple(all_names[at] for at in columns), level=level
        )
        if fitted.r2 > 1 - 1e-10:
            raise NotComputable("withheld.exact_fit")
        return fitted

    mediator, outcome = fit(1, first), fit(2, second)
    sd = float(w[:, 0].std(ddof=1))
    places = np.array([[-sd], [0.0], [sd]]) if metric else np.vstack([np.zeros(k), np.eye(k)])

    def effects(cov: np.ndarray) -> np.ndarray:
        a = slopes(cov, 1, first)
        b = slopes(cov, 2, second)[..., 1:2]
        change = a[..., 1 + k : 1 + 2 * k]
        return np.concatenate([(a[..., :1] + change @ places.T) * b, change * b], axis=-1)

    found = bootstrap_covariances(data, effects, draws, rng)
    summaries = bootstrap_effects(found, level)
    column = variables.moderator[:, 0]
    return ModeratedMediation(
        mediator=mediator, outcome=outcome, products=products,
        places=tuple(w_mean + float(place[0]) if metric else float("nan") for place in places),
        conditional=summaries[: len(places)], index=summaries[len(places) :],
        w_range=(float(column.min()), float(column.max())) if metric else (float("nan"), float("nan")),
        draws=len(found.draws), lost=found.lost,
    )  # fmt: skip
