"""Indirect effects through one or several mediators, parallel or serial, by least squares."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Literal, TypeAlias

import numpy as np
from scipy.special import ndtr

from survey_kit.errors import NotComputable
from survey_kit.stats.bootstrap import Bootstrap, bootstrap_covariances, slopes
from survey_kit.stats.least_squares import LeastSquares, least_squares

Structure: TypeAlias = Literal["parallel", "serial"]
Way: TypeAlias = tuple[int, ...]
"""The mediators that an indirect effect passes, in order."""

SPARE = 10
"""Respondents asked for beyond the number of coefficients of the largest equation."""

MOST_SERIAL = 3


@dataclass(frozen=True, slots=True)
class Sobel:
    """Normal test of a product of two paths (Sobel, 1982, doi:10.2307/270723)."""

    se: float
    z: float
    p: float


@dataclass(frozen=True, slots=True)
class BootstrapEffect:
    """An effect with its bootstrap: standard error, percentile and BCa limits (NaN: not available).

    ``p`` agrees with the percentile limits: below 1 - level exactly when they exclude 0. ``unsettled``: 1 - level lies
    within the Monte Carlo error of ``p`` (95 %), so that other draws could decide otherwise.
    """

    value: float
    se: float
    percentile: tuple[float, float]
    bca: tuple[float, float]
    p: float
    unsettled: bool


@dataclass(frozen=True, slots=True)
class Mediation:
    """A fitted mediation model.

    Attributes
    ----------
    mediators
        One equation a mediator: on the predictor, the mediators before it when serial, the covariates.
    outcome, total
        The outcome with and without the mediators; the coefficient of the predictor is c' and c.
    ways
        The specific indirect effects, shortest first.
    indirect, partial, complete
        Of each way and, last, of their sum: in raw units; divided by the SD of the outcome; and also
        multiplied by that of the predictor. SDs are those of each resample.
    contrasts
        Pairs of ways and the difference of their effects, first minus second (parallel mediators only).
    sobel
        Of each way through one mediator, by its first and second path; None for longer ones.
    """

    predictor: str
    mediators: tuple[LeastSquares, ...]
    outcome: LeastSquares
    total: LeastSquares
    ways: tuple[Way, ...]
    indirect: tuple[BootstrapEffect, ...]
    partial: tuple[BootstrapEffect, ...]
    complete: tuple[BootstrapEffect, ...]
    contrasts: tuple[tuple[Way, Way, BootstrapEffect], ...]
    sobel: tuple[Sobel | None, ...]
    draws: int
    lost: int

    @property
    def n(self) -> int:
        return self.outcome.n

    @property
    def direct(self) -> float:
        return float(self.outcome.b[self.outcome.at(self.predictor)])


def ways_through(mediators: int, structure: Structure) -> tuple[Way, ...]:
    """The ways from predictor to outcome.

    Examples
    --------
    >>> ways_through(2, "serial")
    ((0,), (1,), (0, 1))
    """
    longest = mediators if structure == "serial" else 1
    return tuple(way for length in range(1, longest + 1) for way in combinations(range(mediators), length))


def mediation(
    predictor: np.ndarray,
    mediators: np.ndarray,
    outcome: np.ndarray,
    covariates: np.ndarray,
    names: tuple[str, Sequence[str], Sequence[str]],
    *,
    rng: np.random.Generator,
    structure: Structure = "parallel",
    draws: int = 5000,
    level: float = 0.95,
) -> Mediation:
    """Estimate indirect effects with bootstrap intervals.

    Parameters
    ----------
    predictor, outcome : (n,), complete. mediators : (n, m). covariates : (n, c), in every equation.
    names : of the predictor, of the mediators, of the covariates.

    Raises
    ------
    NotComputable
        ``withheld.too_few`` (fewer respondents than coefficients + 10), ``withheld.too_many_mediators``,
        those of ``least_squares``, ``withheld.exact_fit`` (an equation without residuals),
        ``withheld.resamples``.

    Notes
    -----
    Hayes (2022, ISBN 9781462549030); Preacher & Hayes (2008, doi:10.3758/BRM.40.3.879). The Sobel standard
    error is sqrt(a² se_b² + b² se_a²) with the least-squares standard errors; lavaan's delta method uses those
    of maximum likelihood and is smaller by about k / 2n.
    """
    m, c = mediators.shape[1], covariates.shape[1]
    if structure == "serial" and m > MOST_SERIAL:
        raise NotComputable("withheld.too_many_mediators", k=m, most=MOST_SERIAL)
    n, needed = len(outcome), m + c + 2 + SPARE
    if n < needed:
        raise NotComputable("withheld.too_few", n=n, needed=needed)
    x_name, m_names, c_names = names[0], tuple(names[1]), tuple(names[2])
    data = np.column_stack([predictor, mediators, outcome, covariates])
    all_names = (x_name, *m_names, "", *c_names)
    y, controls = m + 1, list(range(m + 2, m + 2 + c))

    def before(mediator: int) -> list[int]:
        earlier = list(range(1, mediator + 1)) if structure == "serial" else []
        return [0, *earlier, *controls]

    def fit(target: int, columns: list[int]) -> LeastSquares:
        fitted = least_squares(
            data[:, columns], data[:, target], tuple(all_names[at] for at in columns), level=level
        )
        if fitted.r2 > 1 - 1e-10:
            raise NotComputable("withheld.exact_fit")
        return fitted

    equations = tuple(fit(at + 1, before(at)) for at in range(m))
    full = fit(y, [0, *range(1, m + 1), *controls])
    total = fit(y, [0, *controls])
    ways = ways_through(m, structure)

    def effects(cov: np.ndarray) -> np.ndarray:
        into = [slopes(cov, at + 1, before(at)) for at in range(m)]
        last = slopes(cov, y, [0, *range(1, m + 1), *controls])
        each = []
        for way in ways:
            product = into[way[0]][..., 0] * last[..., 1 + way[-1]]
            for start, end in pairwise(way):
                product = product * into[end][..., 1 + start]
            each.append(product)
        each.append(np.sum(each, axis=0))
        raw = np.stack(each, axis=-1)
        with np.errstate(divide="ignore", invalid="ignore"):
            partial = raw / np.sqrt(cov[..., y, y])[..., None]
            complete = partial * np.sqrt(cov[..., 0, 0])[..., None]
        pairs = [raw[..., i] - raw[..., j] for i, j in _pairs(ways, structure)]
        return np.concatenate([raw, partial, complete, *(pair[..., None] for pair in pairs)], axis=-1)

    found = bootstrap_covariances(data, effects, draws, rng)
    summaries = bootstrap_effects(found, level)
    k = len(ways) + 1
    return Mediation(
        predictor=x_name, mediators=equations, outcome=full, total=total, ways=ways,
        indirect=summaries[:k], partial=summaries[k : 2 * k], complete=summaries[2 * k : 3 * k],
        contrasts=tuple(
            (ways[i], ways[j], effect)
            for (i, j), effect in zip(_pairs(ways, structure), summaries[3 * k :], strict=True)
        ),
        sobel=tuple(
            sobel(equations[way[0]], x_name, full, m_names[way[0]]) if len(way) == 1 else None for way in ways
        ),
        draws=len(found.draws), lost=found.lost,
    )  # fmt: skip


def _pairs(ways: tuple[Way, ...], structure: Structure) -> list[tuple[int, int]]:
    return list(combinations(range(len(ways)), 2)) if structure == "parallel" else []


def bootstrap_effects(found: Bootstrap, level: float) -> tuple[BootstrapEffect, ...]:
    """Every statistic of a bootstrap with its standard error and limits."""
    percentile, bca, se, p = found.percentile(level), found.bca(level), found.se, found.p
    # p is twice the share of draws beyond 0, which is binomial over the draws
    tail = (1 - level) / 2
    error = 1.96 * 2 * math.sqrt(tail * (1 - tail) / len(found.draws))
    return tuple(
        BootstrapEffect(
            float(value),
            float(se[at]),
            (float(percentile[0, at]), float(percentile[1, at])),
            (float(bca[0, at]), float(bca[1, at])),
            float(p[at]),
            bool(abs(p[at] - 2 * tail) < error),
        )
        for at, value in enumerate(found.estimate)
    )


def sobel(first: LeastSquares, by: str, second: LeastSquares, through: str) -> Sobel:
    """Sobel's test of the path ``by`` in the first equation times ``through`` in the second."""
    i, j = first.at(by), second.at(through)
    a, b = float(first.b[i]), float(second.b[j])
    se = math.hypot(a * float(second.se[j]), b * float(first.se[i]))
    z = a * b / se if se > 0 else math.nan
    return Sobel(se, z, float(2 * ndtr(-abs(z))))
