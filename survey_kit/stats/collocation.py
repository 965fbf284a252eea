"""Words that stand side by side more often than chance would have it."""

from __future__ import annotations

import numpy as np
from scipy.special import xlogy


def log_likelihood(both: np.ndarray, first: np.ndarray, second: np.ndarray, n: np.ndarray) -> np.ndarray:
    """Likelihood ratio G² of the independence of two neighbours (Dunning, 1993, https://aclanthology.org/J93-1003).

    Twice the log of the ratio; chi-square with one degree of freedom when they are independent (3.84: p = .05,
    10.83: p = .001). It is large for pairs that avoid each other too: look at ``both`` beside its expectation.

    Parameters
    ----------
    both : how often the pair occurs; any shape.
    first, second : how often a pair begins with the first word, and ends with the second.
    n : number of pairs.

    Returns
    -------
    G², same shape, 0 or more; NaN where the counts contradict each other.

    Examples
    --------
    >>> round(float(log_likelihood(np.array(2), np.array(4), np.array(4), np.array(20))), 4)
    2.4143
    """
    both, first, second, n = (np.asarray(each, dtype=float) for each in (both, first, second, n))
    cells = np.stack([both, first - both, second - both, n - first - second + both])
    rows = np.stack([first, first, n - first, n - first])
    columns = np.stack([second, n - second, second, n - second])
    # 0 log 0 = 0: an empty cell adds nothing
    with np.errstate(divide="ignore", invalid="ignore"):
        sums = xlogy(cells, cells) - xlogy(cells, rows) - xlogy(cells, columns) + xlogy(cells, n)
    g2: np.ndarray = np.maximum(2 * sums.sum(axis=0), 0.0)
    return np.where((cells < 0).any(axis=0) | (n <= 0), np.nan, g2)
