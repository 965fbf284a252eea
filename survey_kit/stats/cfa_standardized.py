"""The completely standardized solution of a factor model, and the validity measures made of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from survey_kit.stats.cfa import CfaFit
from survey_kit.stats.cfa_model import loading_matrix


@dataclass(frozen=True, slots=True, eq=False)
class Standardized:
    """Loadings (k,) and factor correlations (factors, factors) with standard errors by the delta method.

    A correlation's standard error is 0 on the diagonal.
    """

    loadings: np.ndarray
    loadings_se: np.ndarray
    correlations: np.ndarray
    correlations_se: np.ndarray


def standardized(fit: CfaFit, *, robust: bool) -> Standardized:
    """Items and factors standardized by the model's own variances (lavaan's ``std.all``).

    Parameters
    ----------
    robust : standard errors from the sandwich covariance matrix, which the fit must have.
    """
    covariance = fit.robust if robust else fit.covariance
    if covariance is None:
        raise ValueError("robust standard errors need the rows")
    pattern, at = fit.pattern, fit.parameters
    k, own = len(at.errors), pattern.factor
    rows, columns = pattern.pairs
    variance_at = 2 * k + np.flatnonzero(rows == columns)
    total = np.diag(fit.implied)
    spread = np.diag(at.phi)[own]
    loadings = at.loadings * np.sqrt(spread / total)
    # d total = 2 λ φ dλ + λ² dφ + dθ
    jacobian = np.zeros((k, len(fit.free)))
    item = np.arange(k)
    jacobian[item, item] = np.sqrt(spread / total) * (1 - loadings**2)
    jacobian[item, variance_at[own]] = loadings / (2 * spread) * (1 - loadings**2)
    jacobian[item, k + item] = -loadings / (2 * total)
    phi = fit.factor_correlations
    bent = np.zeros((len(rows), len(fit.free)))
    for number, (i, j) in enumerate(zip(rows, columns, strict=True)):
        if i != j:
            bent[number, 2 * k + number] = 1 / np.sqrt(at.phi[i, i] * at.phi[j, j])
            for f in (i, j):
                bent[number, variance_at[f]] = -phi[i, j] / (2 * at.phi[f, f])
    se = np.zeros_like(phi)
    se[rows, columns] = _errors(bent[:, fit.free], covariance)
    return Standardized(loadings, _errors(jacobian[:, fit.free], covariance), phi, se + np.tril(se, -1).T)


def _errors(jacobian: np.ndarray, covariance: np.ndarray) -> np.ndarray:
    variances = np.einsum("ij,jk,ik->i", jacobian, covariance, jacobian)
    result: np.ndarray = np.sqrt(np.maximum(variances, 0))
    return result


@dataclass(frozen=True, slots=True, eq=False)
class ConvergentValidity:
    """Composite reliability and average variance extracted of each factor, (factors,) each.

    Fornell & Larcker (1981), doi:10.1177/002224378101800104, from standardized loadings.
    """

    composite_reliability: np.ndarray
    average_variance_extracted: np.ndarray


def convergent_validity(fit: CfaFit) -> ConvergentValidity:
    """Composite reliability and AVE; NaN for a factor with an error variance below zero."""
    at = fit.parameters
    loadings = at.loadings * np.sqrt(np.diag(at.phi)[fit.pattern.factor] / np.diag(fit.implied))
    matrix = loading_matrix(fit.pattern, loadings)
    items = (matrix != 0).sum(axis=0)
    summed = matrix.sum(axis=0) ** 2
    explained = (matrix**2).sum(axis=0)
    reliability = summed / (summed + items - explained)
    improper = np.bincount(fit.pattern.factor, at.errors < 0, fit.pattern.factors) > 0
    return ConvergentValidity(
        np.where(improper, np.nan, reliability), np.where(improper, np.nan, explained / items)
    )
