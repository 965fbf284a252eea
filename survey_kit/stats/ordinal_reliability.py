"""Reliability of ordered items, from their polychoric correlations."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from survey_kit.errors import NotComputable
from survey_kit.stats.extraction import extract
from survey_kit.stats.polychoric import Polychoric
from survey_kit.stats.reliability import cronbach_alpha

POSITIVE = 1e-8
"""A correlation matrix whose smallest eigenvalue is below this is not positive definite."""


@dataclass(frozen=True, slots=True, eq=False)
class OrdinalReliability:
    """Ordinal alpha and omega of k items.

    ``omega`` is NaN for two items and where the one-factor model does not converge. ``loadings`` (k,)
    are those of that model, ``negative`` and ``heywood`` name its items with a negative loading and
    with a uniqueness at its lower bound.
    """

    names: tuple[str, ...]
    n: int
    alpha: float
    omega: float
    mean_rho: float
    loadings: np.ndarray
    negative: tuple[str, ...] = ()
    heywood: tuple[str, ...] = ()


def regular_polychoric(found: Polychoric) -> np.ndarray:
    """The polychoric correlations, if they are those of some normal variables.

    Raises
    ------
    NotComputable
        A pair without a maximum of its likelihood, or a matrix that is not positive definite. It is
        never smoothed: what a smoothed matrix yields depends on the way it was smoothed.
    """
    if found.at_bound:
        names = tuple(dict.fromkeys(name for pair in found.at_bound for name in pair))
        raise NotComputable("ordinal.at_bound", names=names)
    smallest = found.smallest_eigenvalue
    if smallest < POSITIVE:
        raise NotComputable("ordinal.not_positive", eigenvalue=smallest)
    return found.rho


def ordinal_reliability(found: Polychoric) -> OrdinalReliability:
    """Ordinal alpha and omega of the items of one scale.

    Coefficient alpha of the polychoric correlations (Zumbo, Gadermann & Zeisser 2007,
    doi:10.22237/jmasm/1177992180) and omega total of one factor extracted from them by minimum
    residuals. Both describe the sum of the normal variables supposed behind the answers, not the sum
    of the answers that is analysed elsewhere (Chalmers 2018, doi:10.1177/0013164417727036).

    Raises
    ------
    NotComputable
        As ``regular_polychoric``.

    Examples
    --------
    >>> from survey_kit.stats.polychoric import polychoric
    >>> rng = np.random.default_rng(1)
    >>> latent = rng.standard_normal((20000, 1)) + rng.standard_normal((20000, 4))
    >>> round(ordinal_reliability(polychoric(latent > 0, tuple("abcd"))).alpha, 2)
    0.8
    """
    rho = regular_polychoric(found)
    k = len(rho)
    mean = float((rho.sum() - k) / (k * (k - 1)))
    alpha = cronbach_alpha(rho)
    nothing = OrdinalReliability(found.names, found.n, alpha, float("nan"), mean, np.full(k, np.nan))
    if k < 3:
        return nothing
    try:
        fitted = extract(rho, 1)
    except NotComputable:
        return nothing
    loadings = fitted.loadings[:, 0]
    loadings = loadings if loadings.sum() >= 0 else -loadings
    common = float(loadings.sum() ** 2)
    return OrdinalReliability(
        found.names,
        found.n,
        alpha,
        common / (common + float((1 - loadings**2).sum())),
        mean,
        loadings,
        tuple(name for name, loading in zip(found.names, loadings, strict=True) if loading < 0),
        tuple(found.names[i] for i in fitted.heywood),
    )
