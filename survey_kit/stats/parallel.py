"""How many factors? Eigenvalues beside those of random data."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import linalg

_BATCH = 2**20
"""Matrix elements drawn at a time."""


@dataclass(frozen=True, slots=True, eq=False)
class ParallelAnalysis:
    """Eigenvalues (k,) of the correlation matrix beside the mean and the percentile of random ones.

    ``suggested`` counts the leading eigenvalues above the percentile, ``kaiser`` those above 1.
    """

    observed: np.ndarray
    random_mean: np.ndarray
    random_percentile: np.ndarray
    percentile: float
    draws: int
    suggested: int
    kaiser: int


def parallel_analysis(
    corr: np.ndarray,
    n: int,
    rng: np.random.Generator,
    *,
    draws: int = 1000,
    percentile: float = 95.0,
    kept: np.ndarray | None = None,
) -> ParallelAnalysis:
    """Horn's parallel analysis of principal components.

    Parameters
    ----------
    corr : correlation matrix (k, k) of ``n`` > k complete rows.
    n : number of rows.
    rng : source of the random draws.
    draws : random data sets.
    percentile : of the random eigenvalues, that an eigenvalue must exceed.
    kept : (k,) for polychoric correlations, the share of each normal variable's variance that its
        categories keep: without correlation in the population the estimate of a pair then has the
        standard error 1 / sqrt(n · kept_i · kept_j) and not 1 / sqrt(n).

    Notes
    -----
    The correlation matrix of n rows of independent normal variables is a scaled Wishart matrix; its
    triangular root is drawn directly (Bartlett decomposition), so the cost does not depend on n.
    Horn (1965), doi:10.1007/BF02289447; percentile: Glorfeld (1995),
    doi:10.1177/0013164495055003002.

    Examples
    --------
    >>> corr = np.kron(np.eye(2), np.full((3, 3), 0.6)) + 0.4 * np.eye(6)
    >>> parallel_analysis(corr, 200, np.random.default_rng(1), draws=200).suggested
    2
    """
    k = len(corr)
    observed = linalg.eigvalsh(corr)[::-1]
    random = np.empty((draws, k))
    batch = max(1, _BATCH // (k * k))
    rows, columns = np.tril_indices(k, -1)
    diagonal = np.arange(k)
    for at in range(0, draws, batch):
        size = min(batch, draws - at)
        root = np.zeros((size, k, k))
        root[:, rows, columns] = rng.standard_normal((size, len(rows)))
        root[:, diagonal, diagonal] = np.sqrt(rng.chisquare(n - 1 - diagonal, (size, k)))
        # rows of unit length make the product a correlation matrix
        root /= np.sqrt((root**2).sum(axis=2, keepdims=True))
        drawn = root @ root.transpose(0, 2, 1)
        if kept is not None:
            drawn /= np.sqrt(np.outer(kept, kept))
            drawn[:, diagonal, diagonal] = 1.0
        random[at : at + size] = np.linalg.eigvalsh(drawn)[:, ::-1]
    reference = np.percentile(random, percentile, axis=0)
    above = observed > reference
    suggested = k if above.all() else int(np.argmin(above))
    kaiser = int((observed > 1 + 1e-12).sum())
    return ParallelAnalysis(observed, random.mean(axis=0), reference, percentile, draws, suggested, kaiser)
