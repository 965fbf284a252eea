"""Weights from pairwise judgements (analytic hierarchy process).

Principal eigenvector and consistency ratio of Saaty (1977, doi:10.1016/0022-2496(77)90033-5), random indices of
Saaty (1980), several experts joined by the geometric mean of their judgements (Aczél & Saaty, 1983,
doi:10.1016/0022-2496(83)90028-7; Forman & Peniwati, 1998, doi:10.1016/S0377-2217(97)00244-0).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from survey_kit.errors import NotComputable

RANDOM_INDEX = (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49)
"""Mean consistency index of random reciprocal matrices of 1 to 10 rows (Saaty, 1980). Saaty's later
tables (.52, .89, 1.11, … 2008) differ a little; with them the ratio of 3 × 3 matrices is larger."""

LARGEST_CR = 0.10
"""Judgements less consistent than this should be revised (Saaty, 1980)."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judgement and what the weights imply for it: row ``i`` against column ``j``."""

    i: int
    j: int
    judged: float
    implied: float

    @property
    def ratio(self) -> float:
        """How many times too large or too small the judgement is, at least 1."""
        away = self.judged / self.implied
        return max(away, 1 / away)


@dataclass(frozen=True, slots=True)
class Priorities:
    """Weights of one judgement matrix.

    Attributes
    ----------
    weights
        (k,) principal right eigenvector, summing to 1.
    lambda_max
        Its eigenvalue, at least k.
    ci, cr
        Consistency index (λmax − k) / (k − 1) and ratio CI / RI; both 0 for k < 3, where judgements
        cannot contradict each other.
    worst
        All judgements above the diagonal, the most inconsistent first.
    """

    weights: np.ndarray
    lambda_max: float
    ci: float
    cr: float
    worst: tuple[Judgement, ...]

    @property
    def consistent(self) -> bool:
        return self.cr <= LARGEST_CR


def priorities(matrix: np.ndarray) -> Priorities:
    """Weights and consistency of one positive reciprocal matrix (k, k).

    Raises
    ------
    NotComputable
        More than ten rows: no random index is tabulated.

    Examples
    --------
    >>> found = priorities(np.array([[1.0, 2.0], [0.5, 1.0]]))
    >>> found.weights.round(3).tolist(), found.cr
    ([0.667, 0.333], 0.0)
    """
    k = len(matrix)
    if k > len(RANDOM_INDEX):
        raise NotComputable("withheld.ahp_size", k=k, most=len(RANDOM_INDEX))
    weights, lambda_max = _principal(matrix)
    ci = max(lambda_max - k, 0.0) / (k - 1) if k > 2 else 0.0
    # rounding of a consistent matrix is no inconsistency
    ci = 0.0 if ci < 1e-12 else ci
    worst = sorted(
        (
            Judgement(i, j, float(matrix[i, j]), float(weights[i] / weights[j]))
            for i in range(k)
            for j in range(i + 1, k)
        ),
        key=lambda each: -each.ratio,
    )
    return Priorities(weights, lambda_max, ci, ci / RANDOM_INDEX[k - 1] if k > 2 else 0.0, tuple(worst))


def _principal(matrix: np.ndarray) -> tuple[np.ndarray, float]:
    values, vectors = np.linalg.eig(matrix)
    at = int(np.argmax(values.real))
    weights = np.abs(vectors[:, at].real)
    return weights / weights.sum(), float(values[at].real)


def joined(matrices: Sequence[np.ndarray]) -> np.ndarray:
    """The experts' matrices (k, k) joined judgement by judgement by the geometric mean.

    >>> joined([np.array([[1, 4], [1 / 4, 1]]), np.array([[1, 1], [1, 1]])]).tolist()
    [[1.0, 2.0], [0.5, 1.0]]
    """
    return np.asarray(np.exp(np.log(np.stack(matrices)).mean(axis=0)))


def resampled_weights(matrices: Sequence[np.ndarray], draws: int, rng: np.random.Generator) -> np.ndarray:
    """(draws, k) weights of experts drawn with replacement and joined anew."""
    logs = np.log(np.stack(matrices))
    experts = len(logs)
    shares = rng.multinomial(experts, np.full(experts, 1 / experts), size=draws) / experts
    patterns, back = np.unique(shares, axis=0, return_inverse=True)
    weights = np.stack([_principal(np.exp(np.tensordot(share, logs, 1)))[0] for share in patterns])
    return np.asarray(weights[np.ravel(back)])
