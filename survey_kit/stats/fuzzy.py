"""Fuzzy comprehensive evaluation: degrees of membership in grades, joined over criteria.

Zadeh's composition of a weight vector with a membership matrix under two pairs of operators, as commonly used
for evaluation: M(·, ⊕), the weighted average, and M(∧, ∨), the larger of the smaller ones.
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
    turned = memberships[..., ::-1]
    # memberships that differ by rounding alone are equal
    at = (turned >= turned.max(axis=-1, keepdims=True) - 1e-12).argmax(axis=-1)
    return np.asarray(memberships.shape[-1] - 1 - at)
