"""Factor extraction: minimum residual, maximum likelihood, principal components.

Both factor methods minimise over the uniquenesses alone, by Newton's method with exact second
derivatives and bounds; the loadings follow from an eigendecomposition.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from scipy import linalg

from survey_kit.errors import NotComputable

Method: TypeAlias = Literal["minres", "ml"]

LOWEST_UNIQUENESS = 0.005
"""Bound of the uniquenesses, as in R (factanal, psych). An item that reaches it is a Heywood case."""

_ITERATIONS = 200
_GRADIENT = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Extraction:
    """Unrotated loadings (k, factors), ``uniqueness`` (k,) and the minimum of the fit function.

    ``heywood`` are the positions of items whose uniqueness has reached its lower bound.
    """

    loadings: np.ndarray
    uniqueness: np.ndarray
    minimum: float
    heywood: tuple[int, ...] = ()


def most_factors(k: int) -> int:
    """The largest number of factors that ``k`` items can identify (degrees of freedom not negative).

    Ledermann (1937), doi:10.1007/BF02288062.

    Examples
    --------
    >>> [most_factors(k) for k in (2, 3, 6, 10, 30)]
    [0, 1, 3, 6, 22]
    """
    return max(0, int(np.floor((2 * k + 1 - np.sqrt(8 * k + 1)) / 2 + 1e-9)))


def principal_components(corr: np.ndarray, factors: int) -> Extraction:
    """The first principal components of a correlation matrix (k, k), scaled as loadings."""
    values, vectors = linalg.eigh(corr)
    values, vectors = values[::-1][:factors], vectors[:, ::-1][:, :factors]
    loadings = vectors * np.sqrt(np.maximum(values, 0.0))
    residual = corr - loadings @ loadings.T
    return Extraction(loadings, 1 - (loadings**2).sum(axis=1), float((residual**2).sum() / 2))


def extract(corr: np.ndarray, factors: int, *, method: Method = "minres") -> Extraction:
    """Extract ``factors`` common factors from a regular correlation matrix (k, k).

    Parameters
    ----------
    corr : correlation matrix (k, k), positive definite.
    factors : 1 ≤ factors ≤ ``most_factors(k)``.
    method : ``"minres"`` minimises the squared residual correlations (Harman & Jones 1966,
        doi:10.1007/BF02289468); ``"ml"`` maximises the normal likelihood (Jöreskog 1967,
        doi:10.1007/BF02289658).

    Raises
    ------
    NotComputable
        Too many factors for the items, or no convergence.

    Examples
    --------
    >>> one = np.array([[0.8], [0.7], [0.6], [0.5]])
    >>> corr = one @ one.T
    >>> np.fill_diagonal(corr, 1)
    >>> abs(extract(corr, 1, method="ml").loadings).round(6).ravel()
    array([0.8, 0.7, 0.6, 0.5])
    """
    k = len(corr)
    if not 1 <= factors <= most_factors(k):
        raise NotComputable("withheld.too_many_factors", factors=factors, k=k, most=most_factors(k))
    # 1/r^ii is the uniqueness if the factors explained all that the other items explain; the
    # factor (1 - m/2k) is Jöreskog's, who found it a better place to start from
    start = np.clip((1 - 0.5 * factors / k) / np.diag(linalg.inv(corr)), LOWEST_UNIQUENESS, 1.0)
    if method == "ml":
        at = _minimise(
            lambda x: _ml(x, corr, factors), np.log(start), np.log(LOWEST_UNIQUENESS), 0.0, factors
        )
        uniqueness = np.exp(at)
        root = np.sqrt(uniqueness)
        values, vectors = linalg.eigh(corr / np.outer(root, root))
        scaled = vectors[:, ::-1][:, :factors] * np.sqrt(np.maximum(values[::-1][:factors] - 1, 0.0))
        loadings = root[:, None] * scaled
        minimum = _ml(at, corr, factors)[0]
    else:
        uniqueness = _minimise(lambda x: _minres(x, corr, factors), start, LOWEST_UNIQUENESS, 1.0, factors)
        values, vectors = linalg.eigh(corr - np.diag(uniqueness))
        loadings = vectors[:, ::-1][:, :factors] * np.sqrt(np.maximum(values[::-1][:factors], 0.0))
        minimum = _minres(uniqueness, corr, factors)[0]
    heywood = tuple(int(i) for i in np.flatnonzero(uniqueness <= LOWEST_UNIQUENESS * (1 + 1e-6)))
    return Extraction(loadings, uniqueness, minimum, heywood)


_Derivatives: TypeAlias = tuple[float, np.ndarray, np.ndarray, np.ndarray]
"""Fit function, gradient, exact Hessian, and a positive semidefinite stand-in for the Hessian."""


def _ml(x: np.ndarray, corr: np.ndarray, factors: int) -> _Derivatives:
    """Likelihood discrepancy as a function of the log uniquenesses."""
    scale = np.exp(-x / 2)
    values, vectors = linalg.eigh(corr * np.outer(scale, scale))
    small, u = values[:-factors], vectors[:, :-factors]
    large, w = values[-factors:], vectors[:, -factors:]
    value = float((small - np.log(small) - 1).sum())
    gradient = (u * u) @ (1 - small)
    convex = (u @ u.T) * ((u * small) @ u.T)
    hessian = convex.copy()
    for root, vector in zip(large, w.T, strict=True):
        weight = (1 - small) * (small + root) / (small - root)
        hessian -= np.outer(vector, vector) * ((u * weight) @ u.T)
    return value, gradient, hessian, convex


def _minres(x: np.ndarray, corr: np.ndarray, factors: int) -> _Derivatives:
    """Half the sum of squared residuals as a function of the uniquenesses."""
    values, vectors = linalg.eigh(corr - np.diag(x))
    small, u = values[:-factors], vectors[:, :-factors]
    large, w = values[-factors:], vectors[:, -factors:]
    value = float((small**2).sum() / 2)
    gradient = -(u * u) @ small
    convex = (u @ u.T) ** 2
    hessian = convex.copy()
    for root, vector in zip(large, w.T, strict=True):
        hessian += 2 * np.outer(vector, vector) * ((u * (small / (small - root))) @ u.T)
    return value, gradient, hessian, convex


def _minimise(
    function: Callable[[np.ndarray], _Derivatives],
    start: np.ndarray,
    low: float,
    high: float,
    factors: int,
) -> np.ndarray:
    """Projected Newton: variables held by a bound are left out of the step; steps are halved until
    the function falls.
    """
    x = start
    value, gradient, hessian, convex = function(x)
    for _ in range(_ITERATIONS):
        held = ((x <= low) & (gradient > 0)) | ((x >= high) & (gradient < 0))
        free = np.flatnonzero(~held)
        if not len(free) or np.abs(gradient[free]).max() < _GRADIENT:
            return x
        step = np.zeros_like(x)
        step[free] = _newton_step(hessian[np.ix_(free, free)], convex[np.ix_(free, free)], gradient[free])
        for length in 0.5 ** np.arange(40):
            candidate = np.clip(x + length * step, low, high)
            trial = function(candidate)
            # a step along which rounding hides the fall is accepted if it does not rise
            if trial[0] <= value + 1e-4 * min(0.0, float(gradient @ (candidate - x))) + 1e-15:
                break
        else:
            break
        if np.array_equal(candidate, x):
            break
        x = candidate
        value, gradient, hessian, convex = trial
    held = ((x <= low) & (gradient > 0)) | ((x >= high) & (gradient < 0))
    if np.abs(np.where(held, 0.0, gradient)).max() < 1e3 * _GRADIENT:
        return x
    raise NotComputable("withheld.not_converged", factors=factors)


def _newton_step(hessian: np.ndarray, convex: np.ndarray, gradient: np.ndarray) -> np.ndarray:
    """A descent direction: Newton's where the Hessian is positive definite, else by its stand-in."""
    for matrix in (hessian, convex):
        values, vectors = linalg.eigh(matrix)
        if values[0] > 1e-8 * values[-1] > 0:
            step: np.ndarray = -vectors @ ((vectors.T @ gradient) / values)
            return step
    return -gradient
