"""p-values of many tests: Holm and Bonferroni."""

from __future__ import annotations

import numpy as np


def holm(p: np.ndarray) -> np.ndarray:
    """Holm-adjusted p-values (Holm, 1979, https://www.jstor.org/stable/4615733).

    Parameters
    ----------
    p : (m,) p-values of one family; NaN (a test that could not be computed) stays NaN and does not
        count in the size of the family.

    Examples
    --------
    >>> holm(np.array([0.01, 0.04, np.nan, 0.03])).round(3)
    array([0.03, 0.06,  nan, 0.06])
    """
    p = np.asarray(p, dtype=float)
    adjusted = np.full(p.shape, np.nan)
    known = np.flatnonzero(np.isfinite(p))
    order = known[np.argsort(p[known], kind="stable")]
    factors = np.arange(len(order), 0, -1)
    adjusted[order] = np.minimum(1.0, np.maximum.accumulate(factors * p[order])) if len(order) else p[order]
    return adjusted


def bonferroni(p: np.ndarray) -> np.ndarray:
    """Bonferroni-adjusted p-values; NaN stays NaN and does not count.

    Examples
    --------
    >>> bonferroni(np.array([0.01, 0.4, np.nan]))
    array([0.02, 0.8 ,  nan])
    """
    p = np.asarray(p, dtype=float)
    adjusted: np.ndarray = np.minimum(1.0, p * np.isfinite(p).sum())
    return adjusted
