"""Weights of criteria that follow from the scores themselves.

Entropy (Shannon's, as in Hwang & Yoon, 1981, doi:10.1007/978-3-642-48318-9) and CRITIC (Diakoulaki, Mavrotas &
Papayannakis, 1995, doi:10.1016/0305-0548(94)00059-H). Such weights say on which criteria the people differ, not
which criteria matter.
"""

from __future__ import annotations

import numpy as np

from survey_kit.errors import NotComputable


def equal_weights(k: int) -> np.ndarray:
    """(k,) the same weight for each criterion."""
    return np.full(k, 1 / k)


def entropy_weights(scores: np.ndarray) -> np.ndarray:
    """Entropy weights of scores (n, k) on a scale with a true zero, none negative.

    Each column is divided by its sum; entropies have base n, so that a constant column weighs nothing.
    Programs that first stretch each column over its range print other weights.

    Raises
    ------
    NotComputable
        Fewer than two rows, a negative score, or no column that varies.

    Examples
    --------
    >>> entropy_weights(np.array([[1.0, 2.0], [3.0, 2.0]])).tolist()
    [1.0, 0.0]
    """
    n = len(scores)
    if n < 2:
        raise NotComputable("withheld.too_few", n=n, needed=2)
    total = scores.sum(axis=0)
    if (scores < 0).any() or not (total > 0).all():
        raise NotComputable("withheld.no_spread")
    shares = scores / total
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(shares > 0, shares * np.log(shares), 0.0)
    spread = 1 + terms.sum(axis=0) / np.log(n)
    spread = np.where(np.ptp(scores, axis=0) > 0, np.maximum(spread, 0.0), 0.0)
    return _normed(spread)


def critic_weights(scores: np.ndarray) -> np.ndarray:
    """CRITIC weights of scores (n, k): spread of the stretched column times its conflict with the others.

    Each column is stretched to 0..1 over its range; conflict is the sum of 1 − r with every other
    column. A constant column weighs nothing and conflicts with none.

    Raises
    ------
    NotComputable
        Fewer than three rows, or no column that varies.
    """
    n, k = scores.shape
    if n < 3:
        raise NotComputable("withheld.too_few", n=n, needed=3)
    reach = np.ptp(scores, axis=0)
    varies = reach > 0
    information = np.zeros(k)
    stretched = (scores[:, varies] - scores[:, varies].min(axis=0)) / reach[varies]
    if stretched.shape[1] == 1:
        information[varies] = 1.0
    elif stretched.shape[1] > 1:
        corr = np.corrcoef(stretched, rowvar=False)
        information[varies] = stretched.std(axis=0, ddof=1) * (1 - corr).sum(axis=0)
    return _normed(information)


def _normed(raw: np.ndarray) -> np.ndarray:
    # columns that are multiples of each other conflict by rounding alone
    raw = np.where(raw > 1e-12, raw, 0.0)
    if not raw.sum() > 0:
        raise NotComputable("withheld.no_spread")
    return np.asarray(raw / raw.sum(), dtype=float)
