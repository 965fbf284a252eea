"""Values of a factor model in several groups, which of them are tied, and what follows for the likelihood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from survey_kit.stats.cfa_likelihood import Answered, Slopes, slopes
from survey_kit.stats.cfa_model import FactorPattern, Parameters

Tied: TypeAlias = Literal["metric", "scalar"]


@dataclass(frozen=True, slots=True, eq=False)
class GroupValues:
    """Values of the model in every group, one row a group.

    ``loadings``, ``errors``, ``intercepts`` (groups, k); ``phi`` (groups, factors, factors); ``factor_means``
    (groups, factors).
    """

    loadings: np.ndarray
    errors: np.ndarray
    phi: np.ndarray
    intercepts: np.ndarray
    factor_means: np.ndarray

    def of(self, pattern: FactorPattern, group: int) -> Parameters:
        """Parameters of one group; their means are those of the items."""
        means = self.intercepts[group] + self.loadings[group] * self.factor_means[group][pattern.factor]
        return Parameters(self.loadings[group], self.errors[group], self.phi[group], means)

    def vector(self) -> np.ndarray:
        """(groups · width,) everything, group by group, in the order of the attributes."""
        rows, columns = np.tril_indices(self.phi.shape[1])
        parts = (self.loadings, self.errors, self.phi[:, rows, columns], self.intercepts, self.factor_means)
        return np.concatenate(parts, axis=1).ravel()

    def moved(self, step: np.ndarray) -> GroupValues:
        """The values after a step in all of them."""
        groups, k = self.loadings.shape
        rows, columns = np.tril_indices(self.phi.shape[1])
        values = (self.vector() + step).reshape(groups, -1)
        at = np.cumsum([k, k, len(rows), k])
        loadings, errors, lower, intercepts, means = np.split(values, at, axis=1)
        phi = np.zeros_like(self.phi)
        phi[:, rows, columns] = phi[:, columns, rows] = lower
        return GroupValues(loadings, errors, phi, intercepts, means)


def places_of(pattern: FactorPattern, count: int) -> tuple[np.ndarray, ...]:
    """Where loadings, errors, factor (co)variances, intercepts and factor means stand in ``GroupValues.vector``.

    One row a group each.
    """
    k, f = len(pattern.names), pattern.factors
    sizes = (k, k, f * (f + 1) // 2, k, f)
    width = sum(sizes)
    everything = np.arange(count * width).reshape(count, width)
    return tuple(np.split(everything, np.cumsum(sizes)[:-1], axis=1))


def ties_of(pattern: FactorPattern, count: int, step: Tied, *, marker: bool) -> np.ndarray:
    """(all values, free parameters) of zeros and ones: which values move with which parameter.

    ``marker`` True: the first loading of a factor is fixed; else its variance in the first group.
    """
    loadings, errors, phi, intercepts, means = places_of(pattern, count)
    rows, columns = pattern.pairs
    fixed_loadings = np.zeros(len(pattern.names), dtype=bool)
    fixed_loadings[pattern.markers] = marker
    free_phi = np.ones_like(phi, dtype=bool)
    free_phi[0] = (rows != columns) | marker
    together = [*loadings.T[~fixed_loadings]]
    if step == "scalar":
        together += [*intercepts.T]
        apart = np.concatenate([errors.ravel(), phi[free_phi], means[1:].ravel()])
    else:
        apart = np.concatenate([errors.ravel(), phi[free_phi], intercepts.ravel()])
    matrix = np.zeros((int(means[-1, -1]) + 1, len(together) + len(apart)))
    for column, places in enumerate(together):
        matrix[places, column] = 1.0
    matrix[apart, len(together) + np.arange(len(apart))] = 1.0
    return matrix


def jacobian_of(pattern: FactorPattern, at: GroupValues, group: int, ties: np.ndarray) -> np.ndarray:
    """(q + k, free parameters) derivatives of one group's parameters and item means."""
    loadings, errors, phi, intercepts, means = (each[0] for each in places_of(pattern, 1))
    k, m, width = len(loadings), len(phi), int(means[-1]) + 1
    matrix = np.zeros((3 * k + m, width))
    item = np.arange(k)
    matrix[item, loadings] = 1.0
    matrix[k + item, errors] = 1.0
    matrix[2 * k + np.arange(m), phi] = 1.0
    level = 2 * k + m + item
    matrix[level, intercepts] = 1.0
    matrix[level, loadings] = at.factor_means[group][pattern.factor]
    matrix[level, means[pattern.factor]] = at.loadings[group]
    # a group's parameters rest on its own values alone
    result: np.ndarray = matrix @ ties[group * width : (group + 1) * width]
    return result


def slopes_of(
    pattern: FactorPattern, at: GroupValues, groups: Sequence[Sequence[Answered]], ties: np.ndarray
) -> Slopes:
    """Derivatives of minus the log-likelihood a row of all groups together to the free parameters."""
    sizes = np.array([sum(each.n for each in patterns) for patterns in groups])
    q = ties.shape[1]
    gradient, observed, expected = np.zeros(q), np.zeros((q, q)), np.zeros((q, q))
    loadings, _, _, _, means = places_of(pattern, len(groups))
    for group, (patterns, share) in enumerate(zip(groups, sizes / sizes.sum(), strict=True)):
        here = slopes(pattern, at.of(pattern, group), patterns)
        whole = jacobian_of(pattern, at, group, ties)
        # parameters of other groups do not touch this one
        mine = np.flatnonzero(whole.any(axis=0) | ties[means[group]].any(axis=0))
        towards, block = whole[:, mine], np.ix_(mine, mine)
        gradient[mine] += share * (towards.T @ here.gradient)
        expected[block] += share * (towards.T @ here.expected @ towards)
        # an item's mean is its intercept plus loading times factor mean: the product bends
        level = here.gradient[-len(pattern.names) :]
        bent = ties[loadings[group]][:, mine].T @ (
            level[:, None] * ties[means[group][pattern.factor]][:, mine]
        )
        observed[block] += share * (towards.T @ here.observed @ towards + bent + bent.T)
    return Slopes(gradient, observed, expected)
