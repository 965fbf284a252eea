"""The confirmatory factor model of simple structure: every item belongs to one factor.

The covariance matrix is ``Λ Φ Λ' + Θ``, with diagonal ``Θ`` and free ``Φ`` (Jöreskog 1969, doi:10.1007/BF02289343).
Every derivative of it is ``w (a b' + b a')`` for two vectors, so that gradients, information and scores
need no array of matrices.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from survey_kit.errors import NotComputable


@dataclass(frozen=True, slots=True, eq=False)
class FactorPattern:
    """Which item belongs to which factor.

    ``factor`` (k,) holds the factor of each item, 0 … ``factors`` - 1. The first item of a factor is its
    marker: its loading is 1 in the unstandardized solution.
    """

    names: tuple[str, ...]
    factor: np.ndarray
    factors: int

    @property
    def markers(self) -> np.ndarray:
        """(factors,) position of the first item of each factor."""
        return np.array([int(np.argmax(self.factor == f)) for f in range(self.factors)])

    @property
    def pairs(self) -> tuple[np.ndarray, np.ndarray]:
        """Row and column of the factor (co)variances, lower triangle row by row."""
        return np.tril_indices(self.factors)

    @property
    def free_count(self) -> int:
        """Free parameters of the covariance structure; means are not counted."""
        k = len(self.names)
        return 2 * k - self.factors + self.factors * (self.factors + 1) // 2

    @property
    def df(self) -> int:
        k = len(self.names)
        return k * (k + 1) // 2 - self.free_count

    def free(self, *, marker: bool) -> np.ndarray:
        """Which of (loadings, error variances, factor (co)variances) are estimated.

        ``marker`` True: the first loading of a factor is fixed; else the factor variances are.
        """
        rows, columns = self.pairs
        fixed_loadings = np.zeros(len(self.names), dtype=bool)
        fixed_loadings[self.markers] = marker
        return np.concatenate(
            [~fixed_loadings, np.ones(len(self.names), dtype=bool), (rows != columns) | marker]
        )


def factor_pattern(names: tuple[str, ...], groups: tuple[tuple[str, ...], ...]) -> FactorPattern:
    """The pattern of items ``names`` that belong to the factors ``groups``.

    Raises
    ------
    NotComputable
        A model with fewer degrees of freedom than none, or a factor with too few items to be identified.

    Examples
    --------
    >>> factor_pattern(("a", "b", "c", "d"), (("a", "b"), ("c", "d"))).df
    1
    """
    place = {name: f for f, group in enumerate(groups) for name in group}
    pattern = FactorPattern(names, np.array([place[name] for name in names]), len(groups))
    least = 3 if len(groups) == 1 else 2
    fewest = min(len(group) for group in groups)
    if fewest < least:
        raise NotComputable("withheld.too_few_items", k=fewest, needed=least)
    return pattern


@dataclass(frozen=True, slots=True, eq=False)
class Parameters:
    """Values of a factor model: ``loadings`` and ``errors`` (k,), ``phi`` (factors, factors), ``means`` (k,)."""

    loadings: np.ndarray
    errors: np.ndarray
    phi: np.ndarray
    means: np.ndarray

    def vector(self) -> np.ndarray:
        """Loadings, error variances, factor (co)variances: the order of ``FactorPattern.free``."""
        return np.concatenate([self.loadings, self.errors, self.phi[np.tril_indices(len(self.phi))]])

    def moved(self, free: np.ndarray, step: np.ndarray, means: np.ndarray) -> Parameters:
        """The parameters after a step in the free ones, and with these means."""
        vector, k = self.vector(), len(self.errors)
        vector[free] += step
        phi = np.zeros_like(self.phi)
        phi[np.tril_indices(len(phi))] = vector[2 * k :]
        phi += np.tril(phi, -1).T
        return Parameters(vector[:k], vector[k : 2 * k], phi, means)


def loading_matrix(pattern: FactorPattern, loadings: np.ndarray) -> np.ndarray:
    """(k, factors) with zeros where an item does not belong."""
    matrix = np.zeros((len(loadings), pattern.factors))
    matrix[np.arange(len(loadings)), pattern.factor] = loadings
    return matrix


def implied(pattern: FactorPattern, at: Parameters) -> np.ndarray:
    """Covariance matrix (k, k) of the model."""
    matrix = loading_matrix(pattern, at.loadings)
    covariance: np.ndarray = matrix @ at.phi @ matrix.T
    covariance[np.diag_indices_from(covariance)] += at.errors
    return covariance


@dataclass(frozen=True, slots=True, eq=False)
class Derivatives:
    """Derivative of the covariance matrix to parameter i: ``w[i] (a[i] b[i]' + b[i] a[i]')``."""

    a: np.ndarray
    b: np.ndarray
    w: np.ndarray


def derivatives(pattern: FactorPattern, at: Parameters) -> Derivatives:
    """Derivatives to all parameters, fixed ones too, in the order of ``FactorPattern.free``."""
    k = len(at.errors)
    matrix, unit = loading_matrix(pattern, at.loadings), np.eye(k)
    common = (matrix @ at.phi)[:, pattern.factor].T
    rows, columns = pattern.pairs
    a = np.concatenate([unit, unit, matrix.T[rows]])
    b = np.concatenate([common, unit, matrix.T[columns]])
    w = np.concatenate([np.ones(k), np.full(k, 0.5), np.where(rows == columns, 0.5, 1.0)])
    return Derivatives(a, b, w)


def traces(d: Derivatives, matrix: np.ndarray) -> np.ndarray:
    """(q,) ``tr(M Σᵢ)`` for a symmetric ``matrix`` M."""
    result: np.ndarray = 2 * d.w * np.einsum("ij,ij->i", d.a @ matrix, d.b)
    return result


def products(d: Derivatives, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """(q, q) ``tr(M Σᵢ N Σⱼ)`` for symmetric matrices M, N."""
    aa, ab, bb = (x @ first @ y.T for x, y in ((d.a, d.a), (d.a, d.b), (d.b, d.b)))
    caa, cab, cbb = (x @ second @ y.T for x, y in ((d.a, d.a), (d.a, d.b), (d.b, d.b)))
    total = ab.T * cab + ab * cab.T + aa * cbb + bb * caa
    result: np.ndarray = d.w[:, None] * d.w * total
    return result


def curvature(pattern: FactorPattern, at: Parameters, matrix: np.ndarray) -> np.ndarray:
    """(q, q) ``½ tr(M Σᵢⱼ)`` with the second derivatives of the covariance matrix."""
    k = len(at.errors)
    rows, columns = pattern.pairs
    result = np.zeros((2 * k + len(rows), 2 * k + len(rows)))
    result[:k, :k] = matrix * at.phi[np.ix_(pattern.factor, pattern.factor)]
    weighted = matrix @ loading_matrix(pattern, at.loadings)
    mine = pattern.factor[:, None] == rows
    theirs = (pattern.factor[:, None] == columns) & (rows != columns)
    cross = mine * weighted[:, columns] + theirs * weighted[:, rows]
    result[:k, 2 * k :] = cross
    result[2 * k :, :k] = cross.T
    return result
