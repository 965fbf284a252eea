"""Fuzzy comprehensive evaluation: degrees of membership in grades, joined over criteria.

Composition of a weight vector with a membership matrix, after Zadeh (1965, doi:10.1016/S0019-9958(65)90241-X), under
two pairs of operators commonly used for evaluation: M(·, ⊕), the weighted average, and M(∧, ∨), the larger of the smaller ones.
"""

from __future__ import annotations

import numpy as np


def membership(values: np.ndarray, cuts: tuple[float, ...]) -> np.ndarray:
    """(…, g) one-hot membership of values (…) in the g = len(cuts) + 1 grades, the best first.

    A value at a cut belongs to the better grade; NaN belongs to none.

    >>> membership(np.array([90.0, 59.0]), (90, 75, 60)).astype(int).tolist()
    [[1, 0, 0, 0], [0, 0, 0, 1]]
    """
    grade = (values[..., None] < np.asarray(cuts)).sum(axis=-1)
    hot = grade[..., None] == np.arange(len(cuts) + 1)
    return np.asarray(np.where(np.isfinite(values)[..., None], hot, False), dtype=float)


def weighted_average(weights: np.ndarray, relation: np.ndarray) -> np.ndarray:
    """M(·, ⊕): (…, g) memberships b_g = Σ w_d r_dg of relation (…, k, g) and weights (k,)."""
    return np.asarray(np.einsum("d,...dg->...g", weights, relation))


def largest_of_smaller(weights: np.ndarray, relation: np.ndarray) -> np.ndarray:
    """M(∧, ∨): (…, g) memberships b_g = max_d min(w_d, r_dg), divided by their sum."""
    joined = np.minimum(weights[:, None], relation).max(axis=-2)
    return np.asarray(joined / joined.sum(axis=-1, keepdims=True), dtype=float)


def defuzzified(memberships: np.ndarray, values: np.ndarray) -> np.ndarray:
    """(…,) mean of the grades' values (g,) weighted by memberships (…, g) that sum to 1."""
    return np.asarray(memberships @ values)


def best_grade(memberships: np.ndarray) -> np.ndarray:
    """(…,) index of the grade of largest membership; of equal ones the lower grade, cautiously."""
    at = _largest(memberships)[..., ::-1].argmax(axis=-1)
    return np.asarray(memberships.shape[-1] - 1 - at)


def undecided(memberships: np.ndarray) -> np.ndarray:
    """(…,) whether several grades share the largest membership.

    >>> undecided(np.array([[0.3, 0.3, 0.2], [0.5, 0.3, 0.2]])).tolist()
    [True, False]
    """
    return np.asarray(_largest(memberships).sum(axis=-1) > 1)


def _largest(memberships: np.ndarray) -> np.ndarray:
    # memberships that differ by rounding alone are equal
    return np.asarray(memberships >= memberships.max(axis=-1, keepdims=True) - 1e-12)
