"""In which quadrant does a point of two means lie, and how sure is that?

A point is its two coordinates; the cuts are given, or the means of all points. Resampling respondents
moves points and cuts together, and the share of resamples in which a point falls into each quadrant
says how far the sample settles where it lies.
"""

from __future__ import annotations

import numpy as np

CHUNK = 20_000_000
"""Drawn respondents held at a time."""


def resampled_moments(
    data: np.ndarray, draws: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Means (B, v) and covariance matrices (B, v, v; n - 1) of resamples of the complete rows (n, v).

    Examples
    --------
    >>> means, cov = resampled_moments(np.array([[1.0, 2.0], [3.0, 2.0]]), 4, np.random.default_rng(1))
    >>> means.shape, cov.shape, bool((means[:, 1] == 2).all())
    ((4, 2), (4, 2, 2), True)
    """
    n, v = data.shape
    origin = data.mean(axis=0)
    cells, index = np.unique(data - origin, axis=0, return_inverse=True)
    upper = np.triu_indices(v)
    products = np.column_stack([cells, cells[:, upper[0]] * cells[:, upper[1]]])
    index = index.ravel()
    size = max(1, CHUNK // max(n, len(cells)))
    sums = []
    for start in range(0, draws, size):
        count = min(size, draws - start)
        drawn = index[rng.integers(0, n, size=(count, n))] + np.arange(count)[:, None] * len(cells)
        weights = np.bincount(drawn.ravel(), minlength=count * len(cells)).reshape(count, len(cells))
        sums.append(weights @ products)
    total = np.concatenate(sums)
    mean = total[:, :v] / n
    cov = np.empty((draws, v, v))
    cov[:, upper[0], upper[1]] = total[:, v:]
    cov[:, upper[1], upper[0]] = total[:, v:]
    return mean + origin, (cov - n * mean[:, :, None] * mean[:, None, :]) / (n - 1)


def quadrant_of(
    x: np.ndarray, y: np.ndarray, *, x_cut: float | None = None, y_cut: float | None = None
) -> np.ndarray:
    """Quadrant (..., k) of points: 0 upper left, 1 upper right, 2 lower left, 3 lower right.

    Parameters
    ----------
    x, y : (..., k) coordinates.
    x_cut, y_cut : where the quadrants meet; None: the mean of the points. A point on a cut counts as
        above it or right of it.

    Examples
    --------
    >>> quadrant_of(np.array([1.0, 3.0, 1.0, 3.0]), np.array([5.0, 5.0, 2.0, 2.0]))
    array([0, 1, 2, 3])
    """
    right = x >= (x.mean(axis=-1, keepdims=True) if x_cut is None else x_cut)
    upper = y >= (y.mean(axis=-1, keepdims=True) if y_cut is None else y_cut)
    return np.asarray(right.astype(int) + 2 * ~upper)


def quadrant_probabilities(
    x: np.ndarray, y: np.ndarray, *, x_cut: float | None = None, y_cut: float | None = None
) -> np.ndarray:
    """Share (k, 4) of the resamples (B, k) in which each point lies in each quadrant."""
    found = quadrant_of(x, y, x_cut=x_cut, y_cut=y_cut)
    return np.stack([(found == at).mean(axis=0) for at in range(4)], axis=1)
