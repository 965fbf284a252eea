"""How much of R² each predictor accounts for: LMG (Shapley) shares and Johnson's relative weights.

Both add up to R² and are never negative; they divide what correlated predictors explain together.
Everything follows from correlation matrices, so resamples cost little.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import factorial

import numpy as np

from survey_kit.errors import NotComputable
from survey_kit.stats.bootstrap import LEAST_DETERMINED, Bootstrap, bootstrap_covariances
from survey_kit.stats.quadrants import resampled_moments

MOST_PREDICTORS = 14
"""LMG looks at all 2^k subsets."""
SUBSETS_RESAMPLED = 256
"""LMG is resampled up to this many subsets (8 predictors); beyond it the interval is left out."""


@dataclass(frozen=True, slots=True)
class Importance:
    """Shares of R² of k predictors.

    Attributes
    ----------
    lmg, weights
        (k,) LMG shares and Johnson's relative weights; both add up to ``r2``.
    lmg_low, lmg_high, weights_low, weights_high
        (k,) percentile intervals over ``draws`` resamples.
    share_low, share_high
        (k,) percentile intervals of lmg / r2.
    p_largest
        (k,) share of the resamples in which the predictor has the largest LMG share.
    """

    n: int
    r2: float
    lmg: np.ndarray
    weights: np.ndarray
    lmg_low: np.ndarray
    lmg_high: np.ndarray
    share_low: np.ndarray
    share_high: np.ndarray
    weights_low: np.ndarray
    weights_high: np.ndarray
    p_largest: np.ndarray
    draws: int
    lost: int
    level: float


def lmg(corr: np.ndarray) -> np.ndarray:
    """LMG shares of R² (Lindeman, Merenda & Gold, 1980; Grömping, 2006, doi:10.18637/jss.v017.i01).

    The increase of R² by a predictor, averaged over all orders in which predictors can enter: the
    Shapley value of R².

    Parameters
    ----------
    corr : (..., k + 1, k + 1) correlations, the outcome first.

    Examples
    --------
    >>> corr = np.array([[1.0, 0.5, 0.4], [0.5, 1.0, 0.0], [0.4, 0.0, 1.0]])
    >>> lmg(corr).round(6)
    array([0.25, 0.16])
    """
    k = corr.shape[-1] - 1
    r2 = _r2_of_subsets(corr)
    shares = np.zeros((*corr.shape[:-2], k))
    weight = [factorial(size) * factorial(k - size - 1) / factorial(k) for size in range(k)]
    for subset in range(2**k):
        for j in range(k):
            if not subset >> j & 1:
                gain = r2[..., subset | 1 << j] - r2[..., subset]
                shares[..., j] += weight[subset.bit_count()] * gain
    return shares


def _r2_of_subsets(corr: np.ndarray) -> np.ndarray:
    """(..., 2^k) R² of the outcome on each subset of the predictors; bit j: predictor j is in."""
    k = corr.shape[-1] - 1
    r2 = np.zeros((*corr.shape[:-2], 2**k))
    for subset in range(1, 2**k):
        at = [j + 1 for j in range(k) if subset >> j & 1]
        X = corr[..., at, :][..., :, at]
        r = corr[..., at, 0]
        r2[..., subset] = (r * np.linalg.solve(X, r[..., None])[..., 0]).sum(axis=-1)
    return r2


def relative_weights(corr: np.ndarray) -> np.ndarray:
    """Johnson's relative weights (2000, doi:10.1207/S15327906MBR3501_1); they add up to R².

    Parameters
    ----------
    corr : (..., k + 1, k + 1) correlations, the outcome first.

    Examples
    --------
    >>> corr = np.array([[1.0, 0.5, 0.4], [0.5, 1.0, 0.0], [0.4, 0.0, 1.0]])
    >>> relative_weights(corr).round(6)
    array([0.25, 0.16])
    """
    values, vectors = np.linalg.eigh(corr[..., 1:, 1:])
    turned = np.swapaxes(vectors, -1, -2)
    # predictors on their closest orthogonal counterparts, and the outcome on these
    loading = (vectors * np.sqrt(np.maximum(values, 0.0))[..., None, :]) @ turned
    r = (turned @ corr[..., 1:, :1])[..., 0]
    beta = (vectors @ (r / np.sqrt(np.maximum(values, 1e-300)))[..., None])[..., 0]
    return np.asarray((loading**2 @ (beta**2)[..., None])[..., 0])


def determined(complete: np.ndarray, names: tuple[str, ...]) -> np.ndarray:
    """Correlations (k + 1, k + 1) of complete rows, the outcome first, where they determine shares of R².

    Raises
    ------
    NotComputable
        Too few rows, a variable without variance, or predictors that determine each other.
    """
    n, k = len(complete), complete.shape[1] - 1
    if n < k + 3:
        raise NotComputable("withheld.too_few", n=n, needed=k + 3)
    constant = tuple(name for name, x in zip(names, complete.T, strict=True) if not np.ptp(x) > 0)
    if constant:
        raise NotComputable("withheld.no_variance", names=constant)
    corr = np.corrcoef(complete, rowvar=False)
    if np.linalg.det(corr[1:, 1:]) < 1e-10:
        raise NotComputable("withheld.collinear", names=names[1:])
    return np.asarray(corr)


def resampled_shares(
    complete: np.ndarray,
    k: int,
    of: Callable[[np.ndarray], np.ndarray],
    draws: int,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray]:
    """Means (B, v) and shares (B, k) of R² in the same resamples of respondents.

    Parameters
    ----------
    complete : (n, v) the outcome, its k predictors, and whatever else is to be averaged.
    of : ``lmg`` or ``relative_weights``; the shares are scaled to sum to one.

    Raises
    ------
    NotComputable
        ``withheld.resamples``: fewer than 90 % of the resamples determine the shares.
    """
    means, cov = resampled_moments(complete, draws, rng)
    corr, fine = _correlations(cov[:, : k + 1, : k + 1])
    if fine.mean() < LEAST_DETERMINED:
        raise NotComputable("withheld.resamples", lost=int((~fine).sum()), draws=draws)
    weights = of(corr[fine])
    return means[fine], weights / weights.sum(axis=-1, keepdims=True)


def relative_importance(
    data: np.ndarray,
    names: tuple[str, ...],
    *,
    draws: int,
    rng: np.random.Generator,
    level: float = 0.95,
) -> Importance:
    """Importance of predictors with percentile bootstrap intervals over respondents.

    Parameters
    ----------
    data : (n, k + 1) the outcome and the k predictors, NaN for no answer; complete rows enter.
    names : k + 1 names, for what cannot be computed.

    Raises
    ------
    NotComputable
        Too few complete rows, a variable without variance, predictors that determine each other, or
        more than ``MOST_PREDICTORS`` of them.
    """
    complete = data[np.isfinite(data).all(axis=1)]
    n, k = len(complete), data.shape[1] - 1
    if k > MOST_PREDICTORS:
        raise NotComputable("withheld.too_many_predictors", k=k, most=MOST_PREDICTORS)
    point = determined(complete, names)
    resample_lmg = 2**k <= SUBSETS_RESAMPLED

    def both(covariances: np.ndarray) -> np.ndarray:
        corr, fine = _correlations(covariances)
        weights = relative_weights(corr)
        shares = lmg(corr) if resample_lmg else np.zeros_like(weights)
        return np.where(fine[..., None], np.concatenate([shares, weights], axis=-1), np.nan)

    found = bootstrap_covariances(complete, both, draws, rng)
    weights = relative_weights(point)
    return _importance(found, n, lmg(point), weights, level, resampled=resample_lmg)


def _importance(
    found: Bootstrap, n: int, shares: np.ndarray, weights: np.ndarray, level: float, *, resampled: bool
) -> Importance:
    k = len(shares)
    low, high = found.percentile(level)
    drawn = found.draws[:, :k]
    largest = np.bincount(drawn.argmax(axis=1), minlength=k) / len(drawn)
    with np.errstate(invalid="ignore", divide="ignore"):
        relative = drawn / drawn.sum(axis=1, keepdims=True)
    bounds = np.quantile(relative, [(1 - level) / 2, (1 + level) / 2], axis=0)
    nothing = np.full(k, np.nan)
    return Importance(
        n=n,
        r2=float(weights.sum()),
        lmg=shares,
        weights=weights,
        lmg_low=low[:k] if resampled else nothing,
        lmg_high=high[:k] if resampled else nothing,
        share_low=bounds[0] if resampled else nothing,
        share_high=bounds[1] if resampled else nothing,
        weights_low=low[k:],
        weights_high=high[k:],
        p_largest=largest if resampled else nothing,
        draws=len(found.draws) + found.lost,
        lost=found.lost,
        level=level,
    )


def _correlations(covariances: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Correlations (…, v, v), and where they are determined; elsewhere the identity."""
    variances = np.einsum("...ii->...i", covariances)
    fine = (variances > 1e-12 * variances.max(axis=-1, keepdims=True)).all(axis=-1)
    sd = np.sqrt(np.where(fine[..., None], variances, 1.0))
    corr = covariances / sd[..., :, None] / sd[..., None, :]
    fine &= np.linalg.det(np.where(fine[..., None, None], corr, 0.0)[..., 1:, 1:]) > 1e-10
    return np.where(fine[..., None, None], corr, np.eye(covariances.shape[-1])), fine
