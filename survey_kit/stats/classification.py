"""How well fitted probabilities tell two categories apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Classification:
    """At the cut .5: ``hits`` (2, 2) observed by predicted, percent ``correct``, and ``base``, the percent
    that calling everybody the larger category gets right. ``auc``: area under the ROC curve.
    """

    hits: np.ndarray
    correct: float
    base: float
    auc: float


def classification(probabilities: np.ndarray, y: np.ndarray) -> Classification:
    """Compare fitted probabilities with what was observed, in the sample that they were fitted to.

    The area under the curve is the share of pairs of one from each category in which the one of
    category 1 has the larger probability, ties counting half (Hanley & McNeil, 1982,
    doi:10.1148/radiology.143.1.7063747).

    Parameters
    ----------
    probabilities : (n,) of category 1.
    y : (n,) 0 or 1, both of which occur.

    Examples
    --------
    >>> found = classification(np.array([0.2, 0.6, 0.7, 0.4]), np.array([0, 0, 1, 1]))
    >>> found.correct, found.base, found.auc
    (50.0, 50.0, 0.75)
    """
    predicted = (probabilities > 0.5).astype(int)
    hits = np.zeros((2, 2), dtype=int)
    np.add.at(hits, (y, predicted), 1)
    _, place, counts = np.unique(probabilities, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[place]
    ones = int(y.sum())
    zeros = len(y) - ones
    auc = (ranks[y == 1].sum() - ones * (ones + 1) / 2) / (ones * zeros)
    base = 100 * max(ones, zeros) / len(y)
    return Classification(hits, 100 * float(np.trace(hits)) / len(y), base, float(auc))
