"""Rotation of factor loadings: varimax, oblimin, promax."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import linalg

from survey_kit.errors import NotComputable

_SWEEPS = 500
_STEPS = 5000
_SMALLEST_ANGLE = 1e-9
_SMALLEST_GRADIENT = 1e-8


@dataclass(frozen=True, slots=True, eq=False)
class Rotation:
    """Pattern loadings (k, m) and factor correlations (m, m; the identity for varimax).

    Factors are in order of the variance they explain, each turned so that its loadings have a
    positive sum: the same data give the same table whatever the order of rows.
    """

    loadings: np.ndarray
    phi: np.ndarray

    @property
    def structure(self) -> np.ndarray:
        """(k, m) correlations of items with factors."""
        result: np.ndarray = self.loadings @ self.phi
        return result

    @property
    def variance(self) -> np.ndarray:
        """(m,) sums of squared loadings; for oblique factors their share of the joint contribution,
        so that they add up to the sum of the communalities (as R's psych prints them).
        """
        result: np.ndarray = np.diag(self.phi @ self.loadings.T @ self.loadings)
        return result


def varimax(loadings: np.ndarray, *, normalize: bool = True) -> Rotation:
    """Varimax rotation (Kaiser 1958, doi:10.1007/BF02289233).

    Parameters
    ----------
    loadings : unrotated loadings (k, m).
    normalize : rows are brought to length 1 first (Kaiser normalization, as in SPSS and R).

    Raises
    ------
    NotComputable
        No convergence.
    """
    lengths = _row_lengths(loadings, normalize=normalize)
    rotated = _planar_rotations(loadings / lengths[:, None])
    return _ordered(rotated * lengths[:, None], np.eye(loadings.shape[1]))


def oblimin(loadings: np.ndarray, *, normalize: bool = False) -> Rotation:
    """Direct oblimin with delta 0 (Jennrich & Sampson 1966, doi:10.1007/BF02289465).

    Computed by gradient projection (Bernaards & Jennrich 2005, doi:10.1177/0013164404272507), from
    the unrotated and from the varimax loadings, keeping the better of the two.

    Parameters
    ----------
    loadings : unrotated loadings (k, m).
    normalize : Kaiser normalization; SPSS does it, R's GPArotation and psych do not by default.

    Raises
    ------
    NotComputable
        No convergence.
    """
    m = loadings.shape[1]
    if m == 1:
        return _ordered(loadings, np.eye(1))
    lengths = _row_lengths(loadings, normalize=normalize)
    scaled = loadings / lengths[:, None]
    found = [_oblique(start) for start in (scaled, _planar_rotations(scaled))]
    pattern, phi, _ = min(found, key=lambda solution: solution[2])
    return _ordered(pattern * lengths[:, None], phi)


def promax(loadings: np.ndarray, *, power: float = 4.0) -> Rotation:
    """Promax rotation (Hendrickson & White 1964, doi:10.1111/j.2044-8317.1964.tb00244.x).

    Varimax with Kaiser normalization, then a least-squares fit to the loadings raised to ``power``,
    as R's ``stats::promax``; SPSS normalises the rows of the target too, which changes the third decimal.
    """
    start = varimax(loadings).loadings
    if start.shape[1] == 1:
        return _ordered(start, np.eye(1))
    target = start * np.abs(start) ** (power - 1)
    transform = linalg.lstsq(start, target)[0]
    transform = transform * np.sqrt(np.diag(np.linalg.inv(transform.T @ transform)))
    inverse = np.linalg.inv(transform)
    return _ordered(start @ transform, inverse @ inverse.T)


def unrotated(loadings: np.ndarray) -> Rotation:
    """The loadings as extracted, in the same order and with the same signs as rotated ones have."""
    return _ordered(loadings, np.eye(loadings.shape[1]))


def _row_lengths(loadings: np.ndarray, *, normalize: bool) -> np.ndarray:
    lengths = np.sqrt((loadings**2).sum(axis=1))
    return np.where(normalize & (lengths > 0), lengths, 1.0)


def _planar_rotations(loadings: np.ndarray) -> np.ndarray:
    """Varimax by turning two factors at a time through the best angle (Kaiser 1958)."""
    rotated = loadings.copy()
    k, m = rotated.shape
    for _ in range(_SWEEPS):
        largest = 0.0
        for i in range(m - 1):
            for j in range(i + 1, m):
                x, y = rotated[:, i], rotated[:, j]
                u, v = x * x - y * y, 2 * x * y
                numerator = 2 * (u @ v) - 2 * u.sum() * v.sum() / k
                denominator = (u @ u - v @ v) - (u.sum() ** 2 - v.sum() ** 2) / k
                angle = np.arctan2(numerator, denominator) / 4
                if abs(numerator) < 1e-15 * (1 + abs(denominator)) and denominator >= 0:
                    continue
                largest = max(largest, abs(angle))
                cos, sin = np.cos(angle), np.sin(angle)
                rotated[:, i], rotated[:, j] = cos * x + sin * y, cos * y - sin * x
        if largest < _SMALLEST_ANGLE:
            return rotated
    raise NotComputable("withheld.not_converged", factors=m)


def _oblique(start: np.ndarray) -> tuple[np.ndarray, np.ndarray, float]:
    """Gradient projection for quartimin: pattern, factor correlations, criterion."""
    m = start.shape[1]
    off = 1 - np.eye(m)

    def criterion(loadings: np.ndarray) -> tuple[float, np.ndarray]:
        squares = loadings**2
        crossed = squares @ off
        return float((squares * crossed).sum() / 4), loadings * crossed

    transform = np.eye(m)
    inverse = transform
    loadings = start
    value, slope = criterion(loadings)
    gradient = -(loadings.T @ slope @ inverse).T
    step = 1.0
    for _ in range(_STEPS):
        projected = gradient - transform * (transform * gradient).sum(axis=0)
        size = float(np.sqrt((projected**2).sum()))
        if size < _SMALLEST_GRADIENT:
            return loadings, transform.T @ transform, value
        step *= 2
        for _ in range(30):
            candidate = transform - step * projected
            candidate = candidate / np.sqrt((candidate**2).sum(axis=0))
            inverse = np.linalg.inv(candidate)
            loadings = start @ inverse.T
            trial, slope = criterion(loadings)
            if value - trial > 0.5 * size**2 * step:
                break
            step /= 2
        else:
            break  # the fall is smaller than rounding: this is as far as double precision goes
        transform, value = candidate, trial
        gradient = -(loadings.T @ slope @ inverse).T
    if size < 100 * _SMALLEST_GRADIENT:
        loadings = start @ np.linalg.inv(transform).T
        return loadings, transform.T @ transform, value
    raise NotComputable("withheld.not_converged", factors=m)


def _ordered(loadings: np.ndarray, phi: np.ndarray) -> Rotation:
    """Largest factor first, every factor's loadings with a positive sum."""
    signs = np.where(loadings.sum(axis=0) < 0, -1.0, 1.0)
    loadings, phi = loadings * signs, phi * np.outer(signs, signs)
    variance = np.diag(phi @ loadings.T @ loadings)
    # factors that explain the same but for rounding follow the order of their strongest items
    order = np.lexsort((np.abs(loadings).round(6).argmax(axis=0), -variance.round(6)))
    return Rotation(loadings[:, order], phi[np.ix_(order, order)])
