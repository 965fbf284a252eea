"""What the scaled χ² of Yuan and Bentler is made of, with complete and with missing answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import linalg

from survey_kit.stats.cfa_likelihood import Answered, row_scores
from survey_kit.stats.cfa_model import Derivatives, FactorPattern, Parameters, derivatives, implied

_CELLS = 4_000_000

MOST_ITEMS, MOST_WORK = 60, 5e10
"""Items, and respondents times squared number of free moments, up to which missing answers are scaled for:
beyond, it takes minutes or more memory than people have."""


@dataclass(frozen=True, slots=True)
class CompleteData:
    """χ² that the same estimates would have in complete data, and its scale; of the model and of the baseline.

    Zhang & Savalei (2023), doi:10.1037/met0000445: missing answers make χ² smaller, and with it RMSEA and CFI
    look better or worse than in complete data; these numbers undo that.
    """

    chi2: float
    scale: float
    baseline_chi2: float
    baseline_scale: float


@dataclass(frozen=True, slots=True)
class Scaling:
    """Traces of first-order times inverse observed information: of the factor model, of free covariances,
    and of uncorrelated items. Under normality each is the number of parameters.

    ``complete`` is None unless answers are missing.
    """

    model: float
    saturated: float
    baseline: float
    complete: CompleteData | None = None


def complete_scaling(model: float, deviations: np.ndarray, cov: np.ndarray) -> Scaling:
    """With complete answers: closed forms in Mardia's kurtosis and in the kurtosis of each item.

    ``model`` is the trace of the factor model; ``deviations`` (n, k) are from the means, ``cov`` over n.
    """
    k = len(cov)
    distance = np.einsum("ij,ij->i", deviations @ linalg.inv(cov), deviations)
    kurtosis = (deviations**4).mean(axis=0) / np.diag(cov) ** 2
    return Scaling(model, float((distance**2).mean() - k) / 2, float((kurtosis - 1).sum()) / 2)


def missing_scaling(
    pattern: FactorPattern,
    at: Parameters,
    data: np.ndarray,
    patterns: Sequence[Answered],
    *,
    model: float,
    saturated: tuple[np.ndarray, np.ndarray],
) -> Scaling | None:
    """With missing answers: information of free means and covariances, ``saturated`` as EM found them.

    ``model`` is the trace of the factor model ``at`` its estimates, ``data`` (n, k) the rows behind ``patterns``.
    None where that information cannot be inverted, or is too large.
    """
    mean, cov = saturated
    n, k = data.shape
    if k > MOST_ITEMS or n * (k * (k + 3) / 2) ** 2 > MOST_WORK:
        return None
    free = _free_covariances(k)
    try:
        information = linalg.cho_factor(_information(mean, cov, patterns))
        precision = linalg.inv(cov)
    except linalg.LinAlgError:
        return None
    own_mean, own_variance, kurtosis = _alone(data)
    used = np.concatenate([pattern.free(marker=True), np.ones(k, dtype=bool)])
    diagonal = np.flatnonzero(free.w == 0.5)
    slopes = (
        _jacobian(derivatives(pattern, at), k)[:, used],
        np.eye(len(free.w) + k)[:, np.concatenate([diagonal, len(free.w) + np.arange(k)])],
    )
    weighted = [_inverse(information, slope) for slope in slopes]
    total, apart = 0.0, [0.0, 0.0]
    size = max(1, _CELLS // (len(free.w) + k))
    for start in range(0, n, size):
        each = row_scores(free, mean, cov, data[start : start + size])
        steps = linalg.cho_solve(information, each.T).T
        total += float(np.sum(each * steps))
        for number, (slope, inverse) in enumerate(zip(slopes, weighted, strict=True)):
            left = steps - each @ slope @ inverse @ slope.T
            apart[number] += _squared(left, precision)
    df, full = pattern.df, k * (k - 1) // 2
    expected = Parameters(np.zeros(k), own_variance, at.phi, own_mean)
    return Scaling(
        model,
        total / n,
        k + float((kurtosis - 1).sum()) / 2,
        CompleteData(
            n * _discrepancy(mean, cov, at.means, implied(pattern, at)),
            apart[0] / n / df if df else 1.0,
            n * _discrepancy(mean, cov, own_mean, implied(pattern, expected)),
            apart[1] / n / full,
        ),
    )


def _free_covariances(k: int) -> Derivatives:
    """Derivatives of a covariance matrix to its own elements, lower triangle row by row."""
    rows, columns = np.tril_indices(k)
    unit = np.eye(k)
    return Derivatives(unit[rows], unit[columns], np.where(rows == columns, 0.5, 1.0))


def _information(mean: np.ndarray, cov: np.ndarray, patterns: Sequence[Answered]) -> np.ndarray:
    """Observed information of free covariances (lower triangle) and means, per row."""
    k = len(mean)
    n = sum(group.n for group in patterns)
    inverses, excess = np.zeros((len(patterns), k, k)), np.zeros((len(patterns), k, k))
    cross, level = np.zeros((len(patterns), k)), np.zeros((k, k))
    for number, group in enumerate(patterns):
        o, share = group.items, group.n / n
        inverse = linalg.inv(cov[np.ix_(o, o)])
        inverse = (inverse + inverse.T) / 2
        apart = group.mean - mean[o]
        seen = inverse @ (group.cov + np.outer(apart, apart)) @ inverse
        inverses[number][np.ix_(o, o)] = inverse
        excess[number][np.ix_(o, o)] = share * (seen - inverse / 2)
        cross[number, o] = share * (inverse @ apart)
        level[np.ix_(o, o)] += share * inverse
    # the sum over the patterns of every product of elements, as one product of matrices
    pairs = (excess.reshape(-1, k * k).T @ inverses.reshape(-1, k * k)).reshape(k, k, k, k)
    bent = (cross.T @ inverses.reshape(-1, k * k)).reshape(k, k, k)
    rows, columns = np.tril_indices(k)
    w = np.where(rows == columns, 0.5, 1.0)
    a, b, c, d = rows[:, None], columns[:, None], rows[None], columns[None]
    quadratic = pairs[a, d, b, c] + pairs[a, c, b, d] + pairs[b, d, a, c] + pairs[b, c, a, d]
    mixed = w[:, None] * (bent[columns, rows] + bent[rows, columns])
    return np.block([[w[:, None] * w * quadratic, mixed], [mixed.T, level]])


def _jacobian(d: Derivatives, k: int) -> np.ndarray:
    """(p, q + k) derivatives of covariances (lower triangle) and means to parameters and means."""
    rows, columns = np.tril_indices(k)
    covariances = d.w[:, None] * (d.a[:, rows] * d.b[:, columns] + d.a[:, columns] * d.b[:, rows])
    return linalg.block_diag(covariances.T, np.eye(k))


def _inverse(information: tuple[np.ndarray, bool], slope: np.ndarray) -> np.ndarray:
    """Inverse of ``slope' W slope`` for the information W that is given as its upper Cholesky factor."""
    half = np.triu(information[0]) @ slope
    return np.asarray(linalg.inv(half.T @ half))


def _squared(left: np.ndarray, precision: np.ndarray) -> float:
    """Sum over the rows of ``left`` (m, p) of their squared length in complete-data information."""
    m, k = len(left), len(precision)
    rows, columns = np.tril_indices(k)
    matrices = np.zeros((m, k, k))
    matrices[:, rows, columns] = left[:, : len(rows)]
    matrices[:, columns, rows] = left[:, : len(rows)]
    turned = precision @ matrices
    means = left[:, len(rows) :]
    return float(np.einsum("mij,mji->", turned, turned) / 2 + np.sum((means @ precision) * means))


def _alone(data: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Mean, variance (over n) and kurtosis of each item over those who answered it."""
    mean = np.nanmean(data, axis=0)
    variance = np.nanmean((data - mean) ** 2, axis=0)
    return mean, variance, np.nanmean((data - mean) ** 4, axis=0) / variance**2


def _discrepancy(mean: np.ndarray, cov: np.ndarray, at: np.ndarray, model: np.ndarray) -> float:
    """Maximum-likelihood discrepancy of means and covariances from those of a model."""
    inverse = linalg.inv(model)
    apart = mean - at
    logs = np.linalg.slogdet(model)[1] - np.linalg.slogdet(cov)[1]
    return float(logs + np.sum(inverse * cov) - len(cov) + apart @ inverse @ apart)
