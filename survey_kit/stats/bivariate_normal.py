"""Distribution of two standard normal variables that correlate: cumulative probability, density."""

from __future__ import annotations

import numpy as np
from scipy import special

_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(20)
_STEEP = 0.925
"""Beyond this correlation the integral over the angle needs another form (Genz 2004)."""
_NOTHING = -100.0
"""Exponents below this add nothing in double precision."""


def bivariate_density(h: np.ndarray, k: np.ndarray, rho: np.ndarray) -> np.ndarray:
    """Density of the standard bivariate normal at (h, k); also the derivative of its cdf by rho.

    Arrays that broadcast with each other; |rho| < 1.
    """
    rest = 1 - rho * rho
    found: np.ndarray = np.exp(-(h * h - 2 * rho * h * k + k * k) / (2 * rest)) / (2 * np.pi * np.sqrt(rest))
    return found


def bivariate_normal_cdf(h: np.ndarray, k: np.ndarray, rho: np.ndarray) -> np.ndarray:
    """P(X ≤ h, Y ≤ k) of standard normal X and Y with correlation ``rho``.

    Parameters
    ----------
    h, k : finite limits.
    rho : correlations, |rho| < 1. All three broadcast with each other.

    Returns
    -------
    array of probabilities, to about 1e-15.

    Notes
    -----
    Gauss–Legendre quadrature with 20 nodes: over the angle (Drezner & Wesolowsky 1990,
    doi:10.1080/00949659008811236), and for |rho| ≥ .925 around the degenerate distribution (Genz 2004,
    doi:10.1023/B:STCO.0000035304.20635.31).

    Examples
    --------
    >>> bivariate_normal_cdf(np.zeros(1), np.zeros(1), np.array([0.5])).round(8)
    array([0.33333333])
    """
    h, k, rho = np.broadcast_arrays(h, k, rho)
    found = np.empty(h.shape)
    steep = np.abs(rho) >= _STEEP
    found[~steep] = _flat(h[~steep], k[~steep], rho[~steep])
    if steep.any():
        # the formula gives upper tails
        found[steep] = _steep(-h[steep], -k[steep], rho[steep])
    return np.clip(found, 0.0, 1.0)


def _flat(h: np.ndarray, k: np.ndarray, rho: np.ndarray) -> np.ndarray:
    half = np.arcsin(rho) / 2
    squares, product = (h * h + k * k) / 2, h * k
    total = np.zeros(h.shape)
    for node, weight in zip(_NODES, _WEIGHTS, strict=True):
        sine = np.sin(half * (node + 1))
        total += weight * np.exp((product * sine - squares) / (1 - sine * sine))
    found: np.ndarray = special.ndtr(h) * special.ndtr(k) + half * total / (2 * np.pi)
    return found


def _steep(h: np.ndarray, k: np.ndarray, rho: np.ndarray) -> np.ndarray:
    """P(X > h, Y > k): what is missing to the perfect correlation, by a series and a remainder."""
    negative = rho < 0
    k = np.where(negative, -k, k)
    product = h * k
    rest = (1 - rho) * (1 + rho)
    root = np.sqrt(rest)
    apart = (h - k) ** 2
    c, d = (4 - product) / 8, (12 - product) / 16

    def weighted(exponent: np.ndarray) -> np.ndarray:
        return np.where(exponent > _NOTHING, np.exp(np.clip(exponent, _NOTHING, 700.0)), 0.0)

    found = (
        root
        * weighted(-(apart / rest + product) / 2)
        * (1 - c * (apart - rest) * (1 - d * apart / 5) / 3 + c * d * rest**2 / 5)
    )
    distance = np.sqrt(apart)
    tail = np.sqrt(2 * np.pi) * special.ndtr(-distance / root)
    near = np.where(-product < -_NOTHING, np.exp(np.clip(-product / 2, None, 50.0)), 0.0)
    found -= near * tail * distance * (1 - c * apart * (1 - d * apart / 5) / 3)
    half = root / 2
    for node, weight in zip(_NODES, _WEIGHTS, strict=True):
        square = (half * (node + 1)) ** 2
        cosine = np.sqrt(1 - square)
        series = 1 + c * square * (1 + d * square)
        exponent = -(apart / square + product) / 2
        exact = np.where(
            exponent > _NOTHING,
            np.exp(np.clip(-product * (1 - cosine) / (2 * (1 + cosine)), None, 700.0)) / cosine,
            0.0,
        )
        found += half * weight * weighted(exponent) * (exact - np.where(exponent > _NOTHING, series, 0.0))
    found /= -2 * np.pi
    positive = found + special.ndtr(-np.maximum(h, k))
    opposite = -found + np.where(h < k, special.ndtr(k) - special.ndtr(h), 0.0)
    upper: np.ndarray = np.where(negative, opposite, positive)
    return upper
