"""Exploratory factor analysis: extraction and rotation put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from survey_kit.errors import NotComputable
from survey_kit.stats.adequacy import regular_correlation
from survey_kit.stats.extraction import extract, principal_components
from survey_kit.stats.moments import Moments
from survey_kit.stats.rotation import oblimin, promax, unrotated, varimax

ExtractionName: TypeAlias = Literal["minres", "ml", "components"]
RotationName: TypeAlias = Literal["none", "varimax", "oblimin", "promax"]


@dataclass(frozen=True, slots=True, eq=False)
class FactorSolution:
    """A rotated solution.

    Attributes
    ----------
    names, n
        The items and the complete rows they come from.
    loadings, phi
        Pattern loadings (k, m) and factor correlations (m, m).
    communality
        (k,) variance of each item explained by all factors.
    variance
        (m,) sums of squared loadings after rotation.
    heywood
        Items whose uniqueness reached its lower bound: the solution is improper.
    """

    names: tuple[str, ...]
    n: int
    extraction: ExtractionName
    rotation: RotationName
    loadings: np.ndarray
    phi: np.ndarray
    communality: np.ndarray
    variance: np.ndarray
    heywood: tuple[str, ...]

    @property
    def factors(self) -> int:
        return int(self.loadings.shape[1])

    @property
    def percent(self) -> np.ndarray:
        """(m,) percent of the items' variance explained by each factor."""
        result: np.ndarray = 100 * self.variance / len(self.names)
        return result


def factor_analysis(
    moments: Moments,
    factors: int,
    *,
    extraction: ExtractionName = "minres",
    rotation: RotationName = "oblimin",
) -> FactorSolution:
    """Extract ``factors`` factors from the correlations and rotate them.

    Raises
    ------
    NotComputable
        As ``regular_correlation``, ``extract`` and the rotations.

    Examples
    --------
    >>> pattern = np.kron(np.eye(2), np.array([[0.8], [0.7], [0.6]]))
    >>> cov = pattern @ pattern.T
    >>> np.fill_diagonal(cov, 1)
    >>> found = factor_analysis(Moments(tuple("abcdef"), 200, np.zeros(6), cov), 2)
    >>> found.loadings.round(3)[:, 0]
    array([0.8, 0.7, 0.6, 0. , 0. , 0. ])
    """
    corr = regular_correlation(moments)
    if extraction == "components":
        if not 1 <= factors <= len(corr):
            raise NotComputable("withheld.too_many_factors", factors=factors, k=len(corr), most=len(corr))
        raw = principal_components(corr, factors)
    else:
        raw = extract(corr, factors, method=extraction)
    rotate = {"none": unrotated, "varimax": varimax, "oblimin": oblimin, "promax": promax}[rotation]
    rotated = rotate(raw.loadings)
    return FactorSolution(
        moments.names,
        moments.n,
        extraction,
        rotation,
        rotated.loadings,
        rotated.phi,
        (raw.loadings**2).sum(axis=1),
        rotated.variance,
        tuple(moments.names[i] for i in raw.heywood),
    )


def first_component_share(moments: Moments) -> float:
    """Percent of the items' variance in the first unrotated principal component (Harman's test)."""
    corr = regular_correlation(moments)
    return 100 * float(np.linalg.eigvalsh(corr)[-1]) / len(corr)
