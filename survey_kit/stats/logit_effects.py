"""Average marginal effects of a logit model: what a predictor changes in the probabilities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import expit, ndtr, ndtri

from survey_kit.stats.ordinal_logit import OrdinalLogit


@dataclass(frozen=True, slots=True)
class MarginalEffects:
    """(k, categories) average marginal effects on each category's probability, delta-method errors."""

    effects: np.ndarray
    se: np.ndarray
    p: np.ndarray
    low: np.ndarray
    high: np.ndarray


def marginal_effects(
    X: np.ndarray, fit: OrdinalLogit, dummies: Sequence[Sequence[int]] = ()
) -> MarginalEffects:
    """Average marginal effects over the respondents of the model.

    A metric predictor: the mean derivative of each probability. A dummy: the mean difference in
    probability between everybody in its category and everybody in the reference category (all
    dummies of the same question 0). Each row adds up to 0 over the categories (Williams, 2012,
    doi:10.1177/1536867X1201200209; standard errors by the delta method).

    Parameters
    ----------
    X : (n, k) as given to ``ordinal_logit``.
    fit : the model.
    dummies : for each dummy-coded question the places of its columns.
    """
    k, cuts = len(fit.b), len(fit.thresholds)
    categories = cuts + 1
    effects = np.zeros((k, categories))
    gradients = np.zeros((k, categories, cuts + k))
    of_question = {at: tuple(columns) for columns in dummies for at in columns}
    for j in range(k):
        if j in of_question:
            there, here = X.copy(), X.copy()
            there[:, list(of_question[j])] = 0.0
            here[:, list(of_question[j])] = 0.0
            here[:, j] = 1.0
            cumulative, gradient = _shares(here, fit)
            before, gradient_before = _shares(there, fit)
            cumulative, gradient = cumulative - before, gradient - gradient_before
        else:
            cumulative, gradient = _slopes(X, fit, j)
        effects[j] = np.diff(cumulative)
        gradients[j] = np.diff(gradient, axis=0)
    se = np.sqrt(np.einsum("jca,ab,jcb->jc", gradients, fit.covariance, gradients))
    half = float(ndtri((1 + fit.level) / 2)) * se
    with np.errstate(invalid="ignore", divide="ignore"):
        p = 2 * ndtr(-np.abs(effects / se))
    return MarginalEffects(effects, se, p, effects - half, effects + half)


def _shares(X: np.ndarray, fit: OrdinalLogit) -> tuple[np.ndarray, np.ndarray]:
    """Mean P(Y <= k), padded by 0 and 1, (categories + 1,), and its gradient."""
    cuts = len(fit.thresholds)
    cumulative = np.zeros(cuts + 2)
    cumulative[-1] = 1.0
    gradient = np.zeros((cuts + 2, cuts + len(fit.b)))
    eta = X @ fit.b
    for at, threshold in enumerate(fit.thresholds):
        below = expit(threshold - eta)
        density = below * (1 - below)
        cumulative[at + 1] = below.mean()
        gradient[at + 1, at] = density.mean()
        gradient[at + 1, cuts:] = -(density @ X) / len(X)
    return cumulative, gradient


def _slopes(X: np.ndarray, fit: OrdinalLogit, j: int) -> tuple[np.ndarray, np.ndarray]:
    """Mean derivative of P(Y <= k) with respect to column j, padded by 0, and its gradient."""
    cuts = len(fit.thresholds)
    slope = np.zeros(cuts + 2)
    gradient = np.zeros((cuts + 2, cuts + len(fit.b)))
    eta = X @ fit.b
    for at, threshold in enumerate(fit.thresholds):
        below = expit(threshold - eta)
        density = below * (1 - below)
        curvature = density * (1 - 2 * below)
        slope[at + 1] = -fit.b[j] * density.mean()
        gradient[at + 1, at] = -fit.b[j] * curvature.mean()
        gradient[at + 1, cuts:] = fit.b[j] * (curvature @ X) / len(X)
        gradient[at + 1, cuts + j] -= density.mean()
    return slope, gradient
