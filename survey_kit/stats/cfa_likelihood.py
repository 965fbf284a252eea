"""The normal likelihood of a factor model, over complete rows or over patterns of missing answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import linalg

from survey_kit.stats.cfa_model import (
    Derivatives,
    FactorPattern,
    Parameters,
    curvature,
    derivatives,
    implied,
    products,
    traces,
)


@dataclass(frozen=True, slots=True, eq=False)
class Answered:
    """Rows that answered the same items: their number, means and covariances (denominator n)."""

    items: np.ndarray
    n: float
    mean: np.ndarray
    cov: np.ndarray


def answer_patterns(data: np.ndarray) -> tuple[Answered, ...]:
    """Group the rows of ``data`` (n, k), NaN for no answer, by what they answered; empty rows are left out."""
    answered = np.isfinite(data)
    codes, which = np.unique(answered, axis=0, return_inverse=True)
    found = []
    for number, code in enumerate(codes):
        items = np.flatnonzero(code)
        if len(items):
            rows = data[np.flatnonzero(which.ravel() == number)][:, items]
            mean = rows.mean(axis=0)
            deviations = rows - mean
            found.append(Answered(items, len(rows), mean, deviations.T @ deviations / len(rows)))
    return tuple(found)


def log_likelihood(mean: np.ndarray, cov: np.ndarray, patterns: Sequence[Answered]) -> float:
    """Normal log-likelihood of all rows; minus infinity where ``cov`` is not positive definite."""
    total = 0.0
    for group in patterns:
        try:
            factor = linalg.cho_factor(cov[np.ix_(group.items, group.items)], lower=True)
        except linalg.LinAlgError:
            return float("-inf")
        apart = group.mean - mean[group.items]
        logdet = 2 * float(np.log(np.diag(factor[0])).sum())
        spread = float(np.trace(linalg.cho_solve(factor, group.cov + np.outer(apart, apart))))
        total -= group.n / 2 * (len(group.items) * np.log(2 * np.pi) + logdet + spread)
    return total


@dataclass(frozen=True, slots=True, eq=False)
class Slopes:
    """Per row: gradient of minus the log-likelihood, observed and expected information.

    Parameters come in the order of ``FactorPattern.free``; then the k means.
    """

    gradient: np.ndarray
    observed: np.ndarray
    expected: np.ndarray

    def only(self, used: np.ndarray) -> Slopes:
        """Those of the parameters ``used``."""
        kept = np.ix_(used, used)
        return Slopes(self.gradient[used], self.observed[kept], self.expected[kept])


def slopes(pattern: FactorPattern, at: Parameters, patterns: Sequence[Answered]) -> Slopes:
    """First and second derivatives of the likelihood at ``at``."""
    d, cov = derivatives(pattern, at), implied(pattern, at)
    k, q = len(at.errors), len(d.w)
    n = sum(group.n for group in patterns)
    gradient = np.zeros(q + k)
    observed, expected = np.zeros((q + k, q + k)), np.zeros((q + k, q + k))
    pull = np.zeros((k, k))
    for group in patterns:
        o = group.items
        share = group.n / n
        inverse = linalg.inv(cov[np.ix_(o, o)])
        inverse = (inverse + inverse.T) / 2
        apart = group.mean - at.means[o]
        seen = inverse @ (group.cov + np.outer(apart, apart)) @ inverse
        part = Derivatives(d.a[:, o], d.b[:, o], d.w)
        fisher = products(part, inverse, inverse) / 2
        expected[:q, :q] += share * fisher
        observed[:q, :q] += share * (products(part, seen, inverse) - fisher)
        towards = inverse @ apart
        # derivative of Σ⁻¹(m - ν) to each parameter
        bent = part.w[:, None] * (
            (part.b @ towards)[:, None] * (part.a @ inverse)
            + (part.a @ towards)[:, None] * (part.b @ inverse)
        )
        observed[np.ix_(np.arange(q), q + o)] += share * bent
        observed[np.ix_(q + o, q + o)] += share * inverse
        expected[np.ix_(q + o, q + o)] += share * inverse
        gradient[q + o] -= share * towards
        pull[np.ix_(o, o)] += share * (inverse - seen)
    gradient[:q] = traces(d, pull) / 2
    observed[:q, :q] += curvature(pattern, at, pull)
    observed[q:, :q] = observed[:q, q:].T
    return Slopes(gradient, observed, expected)


def scores(pattern: FactorPattern, at: Parameters, data: np.ndarray) -> np.ndarray:
    """(n, q + k) derivatives of each row's log-likelihood; NaN in ``data`` is no answer."""
    return row_scores(derivatives(pattern, at), at.means, implied(pattern, at), data)


def row_scores(d: Derivatives, means: np.ndarray, cov: np.ndarray, data: np.ndarray) -> np.ndarray:
    """(n, q + k) derivatives of each row's log-likelihood to what ``d`` moves, and to the means."""
    answered = np.isfinite(data)
    codes, which = np.unique(answered, axis=0, return_inverse=True)
    weighted = np.zeros_like(data, dtype=float)
    level = np.zeros((len(codes), len(d.w)))
    for number, code in enumerate(codes):
        o = np.flatnonzero(code)
        if not len(o):
            continue
        rows = np.flatnonzero(which.ravel() == number)
        inverse = linalg.inv(cov[np.ix_(o, o)])
        weighted[np.ix_(rows, o)] = (data[np.ix_(rows, o)] - means[o]) @ inverse
        level[number] = traces(Derivatives(d.a[:, o], d.b[:, o], d.w), inverse)
    slopes_ = d.w * (weighted @ d.a.T) * (weighted @ d.b.T) - level[which.ravel()] / 2
    return np.concatenate([slopes_, weighted], axis=1)
