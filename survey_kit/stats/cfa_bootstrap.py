"""Bootstrap of a factor model: the model fitted again to each of many resamples of the respondents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import linalg
from scipy.special import ndtr, ndtri

from survey_kit.errors import NotComputable
from survey_kit.stats.bootstrap import LEAST_DETERMINED
from survey_kit.stats.cfa import CfaFit
from survey_kit.stats.cfa_likelihood import answer_patterns, slopes
from survey_kit.stats.cfa_model import FactorPattern, Parameters
from survey_kit.stats.cfa_resamples import Points, Rows, Weights, climb, taken_apart, weighted

_STEPS, _HALVINGS = 80, 10
_PRECISION = 1e-9
"""Of the log-likelihood of all rows: estimates to a thirty-thousandth of their standard errors."""

_CELLS = 4_000_000

MOST_ROWS, MOST_GAPS = 2000, 200
"""Rows that a resample may have, and those among them with missing answers: beyond, resamples take minutes."""


@dataclass(frozen=True, slots=True, eq=False)
class Refits:
    """The standardized solution in B resamples.

    ``loadings`` (B, k), ``correlations`` (B, factors, factors), ``composite_reliability`` and
    ``average_variance_extracted`` (B, factors). ``converged`` (B,) says which resamples gave a solution (the numbers of the
    others mean nothing), ``improper`` (B,) which of these have a negative error variance or impossible factor correlations.
    """

    loadings: np.ndarray
    correlations: np.ndarray
    composite_reliability: np.ndarray
    average_variance_extracted: np.ndarray
    converged: np.ndarray
    improper: np.ndarray


@dataclass(frozen=True, slots=True, eq=False)
class CfaBootstrap:
    """The standardized solution of the sample (``sample``, B = 1) and of the resamples that gave one (``resamples``).

    ``lost`` resamples did not converge and are left out; improper solutions are not.
    """

    sample: Refits
    resamples: Refits
    draws: int
    lost: int

    @property
    def improper(self) -> int:
        return int(self.resamples.improper.sum())

    def percentile(self, of: Callable[[Refits], np.ndarray], level: float = 0.95) -> np.ndarray:
        """(2, …) percentile limits of one of the statistics: quantiles of R's type 7."""
        limits: np.ndarray = np.quantile(of(self.resamples), [(1 - level) / 2, (1 + level) / 2], axis=0)
        return limits

    def bias_corrected(self, of: Callable[[Refits], np.ndarray], level: float = 0.95) -> np.ndarray:
        """(2, …) bias-corrected limits (Efron, 1981, doi:10.2307/3314608), without acceleration.

        NaN where all resamples lie on one side of the sample.
        """
        drawn, value = of(self.resamples), of(self.sample)[0]
        bias = ndtri((drawn < value).mean(axis=0))
        shares = ndtr(2 * bias + ndtri([(1 - level) / 2, (1 + level) / 2]).reshape(2, *(1,) * bias.ndim))
        limits = np.full(shares.shape, np.nan)
        for at in np.argwhere(np.isfinite(bias)):
            here = tuple(at)
            limits[(slice(None), *here)] = np.quantile(
                drawn[(slice(None), *here)], shares[(slice(None), *here)]
            )
        return limits


def cfa_bootstrap(
    data: np.ndarray, fit: CfaFit, rng: np.random.Generator, *, draws: int = 1000
) -> CfaBootstrap:
    """Fit the model of ``fit`` to resamples of the rows of ``data`` (n, k) that it was fitted to.

    Complete rows only when ``fit`` is by maximum likelihood, all rows when it is by full information. Respondents
    are drawn with replacement; the spread is that of the estimates, whether the model holds or not. (For a test of the model
    the rows would first have to be transformed to fit it.)

    Raises
    ------
    NotComputable
        Fewer than 90 % of the resamples gave a solution, or more rows, or more of them with missing answers, than
        can be resampled in reasonable time.
    """
    rows = data[np.isfinite(data).any(axis=1) if fit.means_modelled else np.isfinite(data).all(axis=1)]
    n = len(rows)
    gaps = int((~np.isfinite(rows).all(axis=1)).sum())
    if n > MOST_ROWS or gaps > MOST_GAPS:
        raise NotComputable("withheld.many_rows", n=n, gaps=gaps)
    sample = refits(rows, fit, np.ones((1, n)))
    drawn = rng.integers(0, n, size=(draws, n)) + np.arange(draws)[:, None] * n
    counts = np.bincount(drawn.ravel(), minlength=draws * n).reshape(draws, n).astype(float)
    found = refits(rows, fit, counts)
    kept = found.converged
    if kept.mean() < LEAST_DETERMINED or not sample.converged[0]:
        raise NotComputable("withheld.resamples", lost=int((~kept).sum()), draws=draws)
    return CfaBootstrap(sample, _only(found, kept), draws, int((~kept).sum()))


def refits(data: np.ndarray, fit: CfaFit, counts: np.ndarray) -> Refits:
    """The model of ``fit`` in resamples in which row i of ``data`` (n, k) counts ``counts[b, i]`` times (B, n).

    Rows must be complete unless ``fit`` is by full information.
    """
    pattern, k = fit.pattern, len(fit.pattern.factor)
    center, scale = np.nanmean(data, axis=0), np.sqrt(np.diag(fit.cov))
    standard = (data - center) / scale
    rows = taken_apart(standard, pattern)
    spread = np.sqrt(np.diag(fit.parameters.phi))
    start = Parameters(
        fit.parameters.loadings * spread[pattern.factor] / scale,
        fit.parameters.errors / scale**2,
        fit.factor_correlations,
        (fit.parameters.means - center) / scale,
    )
    curvature = _curvature(pattern, start, standard)
    size = max(1, _CELLS // max(k * k, len(data), int((~rows.whole).sum()) * k))
    parts = [
        _solution(pattern, *_top(rows, start, weighted(rows, counts[at : at + size]), curvature))
        for at in range(0, len(counts), size)
    ]
    return Refits(*(np.concatenate([getattr(part, name) for part in parts]) for name in Refits.__slots__))


def _only(found: Refits, kept: np.ndarray) -> Refits:
    return Refits(*(getattr(found, name)[kept] for name in Refits.__slots__))


def _curvature(pattern: FactorPattern, at: Parameters, data: np.ndarray) -> np.ndarray:
    """Inverse information of the sample, which stands for that of the resamples."""
    here = slopes(pattern, at, answer_patterns(data))
    used = np.concatenate([pattern.free(marker=False), np.ones(len(at.errors), dtype=bool)])
    for information in (here.observed, here.expected):
        try:
            factor = linalg.cho_factor(information[np.ix_(used, used)])
        except linalg.LinAlgError:
            continue
        return np.asarray(linalg.cho_solve(factor, np.eye(int(used.sum()))))
    raise NotComputable("withheld.not_converged", factors=pattern.factors)


def _points(pattern: FactorPattern, vectors: np.ndarray) -> Points:
    """From (B, q): loadings, error variances, factor correlations below the diagonal, means."""
    k, f = len(pattern.factor), pattern.factors
    rows, columns = np.tril_indices(f, -1)
    phi = np.tile(np.eye(f), (len(vectors), 1, 1))
    between = vectors[:, 2 * k : 2 * k + len(rows)]
    phi[:, rows, columns] = between
    phi[:, columns, rows] = between
    return Points(vectors[:, :k], vectors[:, k : 2 * k], phi, vectors[:, 2 * k + len(rows) :])


def _top(rows: Rows, start: Parameters, drawn: Weights, curvature: np.ndarray) -> tuple[Points, np.ndarray]:
    """Climb in all resamples together (limited-memory BFGS, memory of all steps); which have arrived."""
    pattern = rows.pattern
    lower = np.tril_indices(pattern.factors, -1)

    def look(vectors: np.ndarray, at: Weights) -> tuple[np.ndarray, np.ndarray]:
        here = climb(rows, _points(pattern, vectors), at)
        between = here.phi[:, lower[0], lower[1]]
        return here.height, np.concatenate([here.loadings, here.errors, between, here.means], axis=1)

    first = np.concatenate([start.loadings, start.errors, start.phi[lower], start.means])
    vectors = np.tile(first, (len(drawn.n), 1))
    arrived = np.zeros(len(vectors), dtype=bool)
    moving = np.arange(len(vectors))
    height, gradient = look(vectors, drawn)
    steps: list[np.ndarray] = []
    turns: list[np.ndarray] = []
    for _ in range(_STEPS):
        direction = -_curved(gradient, steps, turns, curvature)
        gain = -(gradient * direction).sum(axis=1)
        left = gain * drawn.n
        arrived[moving[np.abs(left) < _PRECISION]] = True
        kept = (left >= _PRECISION) & np.isfinite(height)
        if not kept.any():
            break
        if not kept.all():
            moving, drawn = moving[kept], drawn.only(kept)
            height, gradient, direction, gain = height[kept], gradient[kept], direction[kept], gain[kept]
            steps, turns = [s[kept] for s in steps], [t[kept] for t in turns]
        here = vectors[moving]
        length = np.ones(len(moving))
        there = here + direction
        reached, slope = look(there, drawn)
        for _ in range(_HALVINGS):
            # at the top rounding hides the gain of a good step
            worse = np.flatnonzero(~(reached <= height + 1e-12))
            if not len(worse):
                break
            length[worse] /= 2
            there[worse] = here[worse] + length[worse, None] * direction[worse]
            reached[worse], slope[worse] = look(there[worse], drawn.only(worse))
        steps.append(there - here)
        turns.append(slope - gradient)
        vectors[moving], height, gradient = there, reached, slope
    return _points(pattern, vectors), arrived


def _curved(
    gradient: np.ndarray, steps: list[np.ndarray], turns: list[np.ndarray], curvature: np.ndarray
) -> np.ndarray:
    """Inverse curvature times gradient by the two loops of Nocedal (1980), doi:10.1090/S0025-5718-1980-0572855-7."""
    shares = []
    turned = gradient.copy()
    weights = []
    for step, turn in zip(steps, turns, strict=True):
        product = (step * turn).sum(axis=1)
        weights.append(np.divide(1.0, product, out=np.zeros_like(product), where=product > 1e-20))
    for step, turn, weight in zip(reversed(steps), reversed(turns), reversed(weights), strict=True):
        share = weight * (step * turned).sum(axis=1)
        turned -= share[:, None] * turn
        shares.append(share)
    turned = turned @ curvature
    for step, turn, weight, share in zip(steps, turns, weights, reversed(shares), strict=True):
        turned += step * (share - weight * (turn * turned).sum(axis=1))[:, None]
    return np.asarray(turned)


def _solution(pattern: FactorPattern, at: Points, arrived: np.ndarray) -> Refits:
    """Standardized by the model's own variances, as in ``standardized`` and ``convergent_validity``."""
    loadings = at.loadings / np.sqrt(np.maximum(at.loadings**2 + at.errors, 1e-12))
    member = (pattern.factor[:, None] == np.arange(pattern.factors)).astype(float)
    summed, explained, items = (loadings @ member) ** 2, loadings**2 @ member, member.sum(axis=0)
    impossible = np.linalg.eigvalsh(at.phi)[:, 0] < 1e-8
    return Refits(
        loadings,
        at.phi,
        summed / (summed + items - explained),
        explained / items,
        arrived,
        impossible | (at.errors < 0).any(axis=1),
    )
