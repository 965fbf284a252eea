"""Is a correlation matrix fit for factor analysis? KMO, MSA and Bartlett's test of sphericity."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import linalg, special

from survey_kit.errors import NotComputable
from survey_kit.stats.moments import Moments

_SINGULAR = 1e-10
"""An eigenvalue below this share of the largest is zero but for rounding."""


@dataclass(frozen=True, slots=True, eq=False)
class Adequacy:
    """``kmo`` of all items together, ``msa`` (k,) of each; Bartlett's ``chi2`` with ``df`` and ``p``."""

    n: int
    kmo: float
    msa: np.ndarray
    chi2: float
    df: int
    p: float
    determinant: float


def regular_correlation(moments: Moments) -> np.ndarray:
    """The correlation matrix, if factor methods may use it.

    A singular matrix has no inverse: a KMO taken through a pseudo-inverse or an infinite Bartlett
    statistic would be a number without meaning, so both are refused and the items named.

    Raises
    ------
    NotComputable
        No more respondents than items; an item without variance; items of which one is a linear
        combination of others (identical items above all).
    """
    k = len(moments.names)
    if k < 2:
        raise NotComputable("withheld.too_few_items", k=k, needed=2)
    if moments.n <= k:
        raise NotComputable("withheld.more_items", n=moments.n, k=k)
    corr = moments.corr
    dependent = dependent_items(corr, moments.names)
    if dependent:
        raise NotComputable("withheld.singular", names=dependent)
    return corr


def dependent_items(corr: np.ndarray, names: tuple[str, ...]) -> tuple[str, ...]:
    """Names of the items that take part in a linear dependency of a correlation matrix (k, k).

    Empty when the matrix is regular. An item takes part when it has weight in the null space.
    """
    values, vectors = linalg.eigh(corr)
    null = vectors[:, values < _SINGULAR * values[-1]]
    weight = (null**2).sum(axis=1)
    return tuple(name for name, w in zip(names, weight, strict=True) if w > 1e-6)


def adequacy(moments: Moments) -> Adequacy:
    """Kaiser–Meyer–Olkin measure and Bartlett's test of sphericity.

    Parameters
    ----------
    moments : of the k items, complete rows.

    Raises
    ------
    NotComputable
        As ``regular_correlation``.

    Notes
    -----
    KMO and MSA: Kaiser & Rice (1974), doi:10.1177/001316447403400115. Bartlett (1951),
    doi:10.1093/biomet/38.3-4.337. SPSS prints the same numbers.

    Examples
    --------
    >>> cov = np.array([[1, 0.5, 0.5], [0.5, 1, 0.5], [0.5, 0.5, 1]])
    >>> round(adequacy(Moments(("a", "b", "c"), 100, np.zeros(3), cov)).kmo, 4)
    0.6923
    """
    corr = regular_correlation(moments)
    k = len(corr)
    inverse = linalg.inv(corr)
    scale = np.sqrt(np.diag(inverse))
    partial = inverse / np.outer(scale, scale)
    off = ~np.eye(k, dtype=bool)
    r2, partial2 = np.where(off, corr**2, 0.0), np.where(off, partial**2, 0.0)
    with np.errstate(invalid="ignore"):
        # exactly uncorrelated items leave 0 / 0: not available
        msa = r2.sum(axis=0) / (r2.sum(axis=0) + partial2.sum(axis=0))
        kmo = float(np.divide(r2.sum(), r2.sum() + partial2.sum()))
    sign, logdet = np.linalg.slogdet(corr)
    chi2 = max(0.0, -(moments.n - 1 - (2 * k + 5) / 6) * float(logdet))
    df = k * (k - 1) // 2
    return Adequacy(
        moments.n, kmo, msa, chi2, df, float(special.chdtrc(df, chi2)), float(sign * np.exp(logdet))
    )
