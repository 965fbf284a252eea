"""What holds in the population: latent correlations, explained variance, and what scales would show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from survey_kit.questionnaire.model import Questionnaire, Scale
from survey_kit.simulation.population import Measurement, Population, codes_of, cuts

NODES = 48
"""Gauss–Hermite nodes a factor; twice as many change no tenth digit."""


@dataclass(frozen=True, slots=True)
class Truth:
    """Population values among attentive people who answer everything, group effects left out.

    Attributes
    ----------
    factors
        Scale ids in the order of the matrices.
    correlations
        Correlations of the latent factors.
    score_correlations
        Correlations of the scale scores (the latent ones weakened by unreliability and categories).
    r2
        Latent explained variance of every endogenous factor.
    weights
        Its latent regression weights (all factors have variance 1).
    alphas, means, sds
        Of the scale scores (mean score rule), in answer units, reverse-worded items turned round.
    """

    factors: tuple[str, ...]
    correlations: np.ndarray
    score_correlations: np.ndarray
    r2: Mapping[str, float]
    weights: Mapping[str, Mapping[str, float]]
    alphas: Mapping[str, float]
    means: Mapping[str, float]
    sds: Mapping[str, float]


def structure(population: Population) -> tuple[tuple[str, ...], np.ndarray, dict[str, float]]:
    """Names of all factors, their correlations (k, k), and the explained variance of endogenous ones."""
    names = list(population.factors)
    correlations = np.array(population.correlations, dtype=float)
    r2: dict[str, float] = {}
    for path in population.paths:
        b = np.array([path.weights.get(name, 0.0) for name in names])
        covariances = correlations @ b
        r2[path.outcome] = float(b @ covariances)
        correlations = np.block(
            [[correlations, covariances[:, None]], [covariances[None, :], np.ones((1, 1))]]
        )
        names.append(path.outcome)
    return tuple(names), correlations, r2


def implied_truth(questionnaire: Questionnaire, population: Population) -> Truth:
    """Population values by numerical integration over the factors (Gauss–Hermite)."""
    names, correlations, r2 = structure(population)
    scales = {scale.id: scale for scale in questionnaire.scales}
    nodes, weights = np.polynomial.hermite_e.hermegauss(NODES)
    weights = weights / weights.sum()
    alphas, means, sds, curves = {}, {}, {}, []
    for name in names:
        expected, second = _item_moments(scales[name], population.measurements[name], nodes)
        item_means = weights @ expected
        centred = expected - item_means
        # given the factor items are independent: only the diagonal needs the second moments
        cov = centred.T @ (weights[:, None] * centred)
        np.fill_diagonal(cov, weights @ second - item_means**2)
        k = len(item_means)
        total = cov.sum()
        alphas[name] = float(k / (k - 1) * (1 - np.trace(cov) / total)) if k > 1 else float("nan")
        means[name] = float(item_means.mean())
        sds[name] = float(np.sqrt(total) / k)
        curves.append(centred.mean(axis=1))
    return Truth(
        factors=names,
        correlations=correlations,
        score_correlations=_score_correlations(correlations, curves, nodes, weights, [sds[n] for n in names]),
        r2=r2,
        weights={path.outcome: dict(path.weights) for path in population.paths},
        alphas=alphas,
        means=means,
        sds=sds,
    )


def _item_moments(scale: Scale, measurement: Measurement, nodes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """First and second moment of every scored item given the factor, each (nodes, items)."""
    first, second = [], []
    for j, item in enumerate(scale.items):
        loading = measurement.loadings[j]
        centre = measurement.level - (measurement.difficulty[j] if measurement.difficulty else 0.0)
        values = codes_of(item)
        if item.reverse:
            values = (item.low + item.high - values)[::-1]
        edges = (cuts(len(values))[None, :] - centre - loading * nodes[:, None]) / np.sqrt(1 - loading**2)
        below = np.pad(ndtr(edges), ((0, 0), (1, 1)), constant_values=(0.0, 1.0))
        probabilities = np.diff(below, axis=1)
        first.append(probabilities @ values)
        second.append(probabilities @ values**2)
    return np.column_stack(first), np.column_stack(second)


def _score_correlations(
    correlations: np.ndarray,
    curves: list[np.ndarray],
    nodes: np.ndarray,
    weights: np.ndarray,
    sds: list[float],
) -> np.ndarray:
    """Correlations of the scale scores, from the curves E(score | factor) by Mehler's expansion.

    For standard normal x, y with correlation r, cov(f(x), g(y)) = sum over k of r^k f_k g_k / k!,
    f_k the coefficients on the probabilists' Hermite polynomials.
    """
    degree = 12
    basis = np.polynomial.hermite_e.hermevander(nodes, degree)[:, 1:]
    orders = np.arange(1, degree + 1)
    scaled = (basis * weights[:, None]) / np.sqrt(np.cumprod(orders.astype(float)))
    coefficients = np.array(curves) @ scaled
    powers = correlations[:, :, None] ** orders
    covariances = np.einsum("ak,bk,abk->ab", coefficients, coefficients, powers)
    result: np.ndarray = covariances / np.outer(sds, sds)
    np.fill_diagonal(result, 1.0)
    return result
