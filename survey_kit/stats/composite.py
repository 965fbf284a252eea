"""One score a person from several: weighted sum, and distance to the ideal (TOPSIS).

Hwang & Yoon (1981, doi:10.1007/978-3-642-48318-9).
"""

from __future__ import annotations

import numpy as np

from survey_kit.errors import NotComputable


def weighted_sum(scores: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """(…, n) weighted sums of scores (…, n, k) with weights (…, k).

    Rounded to nine decimals, so that equal people stay equal whatever the order of the summands.
    """
    return np.asarray(np.round(np.einsum("...nk,...k->...n", scores, weights), 9))


def topsis(scores: np.ndarray, weights: np.ndarray, costs: np.ndarray | None = None) -> np.ndarray:
    """Closeness (n,) to the ideal, 0 the worst and 1 the best of every criterion, of scores (n, k).

    Columns are divided by their Euclidean length (vector normalisation); ideals are the best and worst
    scores that occur, so closeness is relative to the people compared.

    Parameters
    ----------
    costs
        Boolean (k,): True where less is better. None: more is better everywhere.

    Raises
    ------
    NotComputable
        All rows are alike.
    """
    length = np.sqrt((scores**2).sum(axis=0))
    weighted = np.divide(scores, length, out=np.zeros_like(scores, dtype=float), where=length > 0) * weights
    if costs is not None:
        weighted = np.where(costs, -weighted, weighted)
    to_best = np.sqrt(((weighted - weighted.max(axis=0)) ** 2).sum(axis=1))
    to_worst = np.sqrt(((weighted - weighted.min(axis=0)) ** 2).sum(axis=1))
    whole = to_best + to_worst
    if not whole.max() > 0:
        raise NotComputable("withheld.no_spread")
    return np.asarray(to_worst / whole, dtype=float)


def places(scores: np.ndarray) -> np.ndarray:
    """Places (…, n) of scores, 1 the highest; equal scores share the better place. NaN gets the last.

    >>> places(np.array([3.0, 5.0, 3.0])).tolist()
    [2, 1, 2]
    """
    filled = np.where(np.isfinite(scores), scores, -np.inf)
    if not scores.size:
        return np.zeros(scores.shape, dtype=int)
    order = np.argsort(-filled, axis=-1, kind="stable")
    descending = np.take_along_axis(filled, order, axis=-1)
    first = np.ones(scores.shape, dtype=bool)
    first[..., 1:] = descending[..., 1:] != descending[..., :-1]
    # those who share a score share the place of the first of them
    reached = np.maximum.accumulate(np.where(first, np.arange(1, scores.shape[-1] + 1), 0), axis=-1)
    found = np.empty(scores.shape, dtype=int)
    np.put_along_axis(found, order, reached, axis=-1)
    return found
