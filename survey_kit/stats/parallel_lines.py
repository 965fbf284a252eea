"""Does one coefficient hold at every threshold of an ordered outcome?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import chdtrc, expit

from survey_kit.errors import NotComputable
from survey_kit.stats.ordinal_logit import ordinal_logit


@dataclass(frozen=True, slots=True)
class ChiSquareStatistic:
    """A chi-square statistic with its degrees of freedom and p-value."""

    statistic: float
    df: int
    p: float


@dataclass(frozen=True, slots=True)
class ParallelLines:
    """Brant's test: ``overall``, and one for each term. ``coefficients`` (thresholds, k) of the binary models."""

    overall: ChiSquareStatistic
    terms: Mapping[str, ChiSquareStatistic]
    coefficients: np.ndarray


def brant(
    X: np.ndarray, y: np.ndarray, names: Sequence[str], terms: Mapping[str, Sequence[int]]
) -> ParallelLines:
    """Brant's Wald test of the proportional-odds assumption (Brant, 1990, doi:10.2307/2532457).

    A binary logit of being above each threshold is fitted; under proportional odds they share their
    coefficients.

    Parameters
    ----------
    X, y, names : as for ``ordinal_logit``, with at least three categories.
    terms : name -> places of its columns, tested together.

    Raises
    ------
    NotComputable
        A binary model has no estimate (a predictor separates its categories), or their joint covariance
        is singular.
    """
    cuts = int(y.max())
    k = X.shape[1]
    full = np.column_stack([np.ones(len(X)), X])
    fits = [ordinal_logit(X, (y > cut).astype(int), names) for cut in range(cuts)]
    shares = [expit(X @ fit.b - fit.thresholds[0]) for fit in fits]
    b = np.array([fit.b for fit in fits])
    try:
        inverses = [np.linalg.inv(full.T @ (full * (share * (1 - share))[:, None])) for share in shares]
    except np.linalg.LinAlgError:
        raise NotComputable("withheld.brant_singular") from None
    covariance = np.zeros((cuts * k, cuts * k))
    for low in range(cuts):
        for high in range(low, cuts):
            weights = shares[high] * (1 - shares[low])
            middle = full.T @ (full * weights[:, None])
            block = (inverses[low] @ middle @ inverses[high])[1:, 1:]
            covariance[low * k : (low + 1) * k, high * k : (high + 1) * k] = block
            covariance[high * k : (high + 1) * k, low * k : (low + 1) * k] = block.T
    everything = list(range(k))
    overall = _test(b, covariance, everything)
    return ParallelLines(overall, {name: _test(b, covariance, list(at)) for name, at in terms.items()}, b)


def _test(b: np.ndarray, covariance: np.ndarray, columns: list[int]) -> ChiSquareStatistic:
    """Wald test that these coefficients are the same at every threshold as at the first."""
    cuts, k = b.shape
    contrasts = np.zeros(((cuts - 1) * len(columns), cuts * k))
    row = 0
    for cut in range(1, cuts):
        for column in columns:
            contrasts[row, column] = 1.0
            contrasts[row, cut * k + column] = -1.0
            row += 1
    differences = contrasts @ b.ravel()
    spread = contrasts @ covariance @ contrasts.T
    if np.linalg.eigvalsh(spread)[0] <= 0:
        raise NotComputable("withheld.brant_singular")
    statistic = float(differences @ np.linalg.solve(spread, differences))
    return ChiSquareStatistic(statistic, len(differences), float(chdtrc(len(differences), statistic)))
