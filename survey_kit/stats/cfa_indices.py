"""How well a factor model fits: χ² and the indices made of it, plain and robust."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy import linalg, special

from survey_kit.stats.cfa import CfaFit


@dataclass(frozen=True, slots=True)
class FitIndices:
    """Indices of one factor model.

    ``rmsea_low`` and ``rmsea_high`` bound the 90 % interval; ``rmsea_p`` tests RMSEA ≤ .05. ``gfi`` is NaN
    under full information, where it would mostly measure the means; ``aic`` and ``bic`` are NaN for the robust
    statistics, which have no likelihood of their own. ``scale`` is the scaling correction factor of χ² (1
    when it is not scaled). TLI and RMSEA are NaN for a saturated model.
    """

    n: int
    parameters: int
    chi2: float
    df: int
    p: float
    cfi: float
    tli: float
    rmsea: float
    rmsea_low: float
    rmsea_high: float
    rmsea_p: float
    srmr: float
    gfi: float
    aic: float
    bic: float
    baseline_chi2: float
    baseline_df: int
    scale: float = 1.0


def fit_indices(fit: CfaFit) -> FitIndices:
    """Indices of a fitted model by normal theory.

    Notes
    -----
    CFI: Bentler (1990), doi:10.1037/0033-2909.107.2.238; TLI: Tucker & Lewis (1973), doi:10.1007/BF02291170;
    RMSEA: Steiger & Lind, with n in the denominator as in lavaan (n - 1 in AMOS); its interval: Browne & Cudeck
    (1992), doi:10.1177/0049124192021002005; SRMR: Bentler (1995), the diagonal and, where modelled, the means included;
    GFI: Jöreskog & Sörbom. The baseline model has uncorrelated items.
    """
    return _indices(fit, _chi_squares(fit))


def robust_indices(fit: CfaFit) -> FitIndices:
    """Scaled χ² of Yuan and Bentler (T2*, as Mplus and lavaan print for MLR) with robust CFI, TLI and RMSEA.

    The indices estimate what the plain ones would be in the population whatever the distribution: Brosseau-Liard &
    Savalei (2014), doi:10.1080/00273171.2014.933697, and Brosseau-Liard, Savalei & Li (2012),
    doi:10.1080/00273171.2012.715252. They are not the "scaled" indices, which put the scaled χ² into the plain formulas.
    With missing answers they are those of complete data (Zhang & Savalei, 2023, doi:10.1037/met0000445), as in lavaan.

    Raises
    ------
    ValueError
        When the fit has no ``scaling``.
    """
    if fit.scaling is None:
        raise ValueError("scaled statistics need the rows")
    complete, plain = fit.scaling.complete, _chi_squares(fit)
    df = plain.df
    scale = (fit.scaling.saturated - fit.scaling.model) / df if df else 1.0
    baseline_scale = (fit.scaling.saturated - fit.scaling.baseline) / plain.baseline_df
    tested = replace(plain, scale=scale, baseline_scale=baseline_scale)
    if complete is None:
        return _indices(fit, tested)
    measured = ChiSquares(
        *(complete.chi2, df, complete.scale),
        *(complete.baseline_chi2, plain.baseline_df, complete.baseline_scale),
    )
    return _indices(fit, tested, measured)


def _chi_squares(fit: CfaFit) -> ChiSquares:
    k = len(fit.cov)
    return ChiSquares(
        max(2 * (fit.log_likelihood_saturated - fit.log_likelihood), 0.0),
        fit.pattern.df,
        1.0,
        2 * (fit.log_likelihood_saturated - log_likelihood_uncorrelated(fit)),
        k * (k - 1) // 2,
        1.0,
    )


def _indices(fit: CfaFit, tested: ChiSquares, measured: ChiSquares | None = None) -> FitIndices:
    return indices_of(
        tested,
        measured=measured,
        n=fit.n,
        parameters=fit.pattern.free_count + (len(fit.cov) if fit.means_modelled else 0),
        log_likelihood=fit.log_likelihood,
        srmr=standardized_residual(
            fit.mean, fit.cov, fit.parameters.means, fit.implied, with_means=fit.means_modelled
        ),
        gfi=float("nan") if fit.means_modelled else _gfi(fit),
    )


@dataclass(frozen=True, slots=True)
class ChiSquares:
    """χ² of a model and of its baseline before scaling, with their scaling correction factors."""

    chi2: float
    df: int
    scale: float
    baseline: float
    baseline_df: int
    baseline_scale: float


def indices_of(
    given: ChiSquares,
    *,
    n: int,
    parameters: int,
    log_likelihood: float,
    srmr: float,
    gfi: float = float("nan"),
    groups: int = 1,
    measured: ChiSquares | None = None,
) -> FitIndices:
    """The indices that follow from χ²; with several ``groups`` RMSEA is larger by the root of their number.

    CFI, TLI and RMSEA are computed from ``measured`` where it is not the χ² that is tested.
    """
    other = measured or given
    df, scale = given.df, other.scale
    # with a scaled χ² the excess over df is measured against the scale
    excess = other.chi2 - scale * df
    base = other.baseline - other.baseline_scale * other.baseline_df
    worst = max(excess, base, 0.0)
    cfi = float(1 - max(excess, 0.0) / worst) if worst > 1e-9 else 1.0
    tli = rmsea = low = high = close = float("nan")
    if df:
        per = n * df / groups
        chi2 = other.chi2 / scale
        tli = float(1 - (excess / df) / (base / other.baseline_df))
        rmsea = float(np.sqrt(max(excess, 0.0) / per))
        low, high = (float(np.sqrt(scale * noncentrality(chi2, df, tail) / per)) for tail in (0.95, 0.05))
        close = 1 - float(special.chndtr(chi2, df, 0.05**2 * per / scale))
    plain = given.scale == 1.0 and given.baseline_scale == 1.0
    return FitIndices(
        n,
        parameters,
        float(given.chi2 / given.scale),
        df,
        float(special.chdtrc(df, given.chi2 / given.scale)) if df else float("nan"),
        cfi,
        tli,
        rmsea,
        min(low, rmsea) if df else low,
        max(high, rmsea) if df else high,
        close,
        srmr,
        gfi,
        2 * parameters - 2 * log_likelihood if plain else float("nan"),
        float(np.log(n)) * parameters - 2 * log_likelihood if plain else float("nan"),
        float(given.baseline / given.baseline_scale),
        given.baseline_df,
        float(given.scale),
    )


def noncentrality(chi2: float, df: int, probability: float) -> float:
    """The noncentrality under which a χ² of ``df`` stays below ``chi2`` with this probability; 0 if none does.

    Examples
    --------
    >>> round(noncentrality(85.305522, 24, 0.95), 3)
    36.847
    """
    if special.chdtr(df, chi2) <= probability:
        return 0.0
    low, high = 0.0, chi2 + 10.0
    while special.chndtr(chi2, df, high) > probability:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        if special.chndtr(chi2, df, middle) > probability:
            low = middle
        else:
            high = middle
        if high - low < 1e-12 * high:
            break
    return (low + high) / 2


def log_likelihood_uncorrelated(fit: CfaFit) -> float:
    """Log-likelihood of uncorrelated items: each has its own mean and variance over those who answered it."""
    k = len(fit.cov)
    count, total, square = np.zeros(k), np.zeros(k), np.zeros(k)
    for group in fit.patterns:
        count[group.items] += group.n
        total[group.items] += group.n * group.mean
    mean = total / count
    for group in fit.patterns:
        square[group.items] += group.n * (np.diag(group.cov) + (group.mean - mean[group.items]) ** 2)
    return float(-(count / 2 * (np.log(2 * np.pi * square / count) + 1)).sum())


def standardized_residual(
    mean: np.ndarray, cov: np.ndarray, model_mean: np.ndarray, model_cov: np.ndarray, *, with_means: bool
) -> float:
    """SRMR: root mean square of residuals divided by the items' standard deviations."""
    sd = np.sqrt(np.diag(cov))
    residual = ((cov - model_cov) / np.outer(sd, sd))[np.tril_indices(len(sd))]
    if with_means:
        residual = np.concatenate([residual, (mean - model_mean) / sd])
    return float(np.sqrt((residual**2).mean()))


def _gfi(fit: CfaFit) -> float:
    ratio = linalg.solve(fit.implied, fit.cov)
    apart = ratio - np.eye(len(ratio))
    return float(1 - np.sum(apart * apart.T) / np.sum(ratio * ratio.T))
