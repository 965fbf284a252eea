"""The same persons measured several times: analysis of variance within persons, and Friedman's test.

With three or more measures the F test holds only when all differences between two measures have the
same variance (sphericity, Mauchly 1940, doi:10.1214/aoms/1177731915). The Greenhouse–Geisser epsilon
(1959, doi:10.1007/BF02289823) shrinks the degrees of freedom by how far they do not; that of Huynh and
Feldt (1976, doi:10.3102/10769986001001069) does so less. Numbers are those of car::Anova in R.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy.special import chdtrc, fdtrc, stdtrit

from survey_kit.errors import NotComputable
from survey_kit.stats.effect_sizes import EffectSize, hedges_correction, one_sample_d
from survey_kit.stats.mean_tests import TTest, one_sample_t
from survey_kit.stats.multiplicity import holm
from survey_kit.stats.noncentral import noncentral_f_interval


@dataclass(frozen=True, slots=True)
class Corrected:
    """The F test with its degrees of freedom multiplied by ``epsilon``."""

    epsilon: float
    df1: float
    df2: float
    p: float


@dataclass(frozen=True, slots=True)
class Sphericity:
    """Mauchly's W with its chi-square approximation; NaN where there are too few persons for it.

    p is Box's second-order approximation with the number of contrasts throughout, as in SPSS; R 4.2 has
    the number of measures in one place of it, which may change the third digit.
    """

    w: float
    chi2: float
    df: int
    p: float


@dataclass(frozen=True, slots=True)
class WithinAnova:
    """Means of k measures of n persons compared.

    ``eta2_generalized`` relates the effect to all variance, persons included (Olejnik & Algina, 2003,
    doi:10.1037/1082-989X.8.4.434; Bakeman, 2005), ``eta2_partial`` to effect and error alone. The
    interval of the partial one comes from the noncentral F distribution (Steiger, 2004), its ends
    turned into shares as F is, lambda/(lambda + df2), as effectsize in R does.
    ``sphericity``, ``greenhouse_geisser`` and ``huynh_feldt`` are None for two measures, where the
    question does not arise. ``huynh_feldt.epsilon`` is the estimate, which may exceed 1; the test
    then takes 1.
    """

    n: int
    k: int
    ss_effect: float
    ss_error: float
    ss_persons: float
    f: float
    df1: int
    df2: int
    p: float
    eta2_generalized: float
    eta2_partial: EffectSize
    sphericity: Sphericity | None
    greenhouse_geisser: Corrected | None
    huynh_feldt: Corrected | None


@dataclass(frozen=True, slots=True)
class Friedman:
    """Ranks within persons compared: chi-square, corrected for ties, and Kendall's W."""

    chi2: float
    df: int
    p: float
    w: float
    mean_ranks: np.ndarray


@dataclass(frozen=True, slots=True)
class PairedTest:
    """Measure ``first`` minus measure ``second``; None where the differences do not vary.

    ``d_z`` is the mean difference in standard deviations of the differences, ``g_av`` in the mean of
    the two standard deviations with the small-sample correction of Hedges (Lakens, 2013,
    doi:10.3389/fpsyg.2013.00863); the interval is that of the noncentral t, which for ``g_av`` is an
    approximation that takes the ratio of the two standardizers as known.
    """

    first: int
    second: int
    difference: float
    test: TTest | None
    p_holm: float
    d_z: EffectSize | None
    g_av: EffectSize | None


def complete(scores: np.ndarray) -> np.ndarray:
    """The rows of (n, k) scores without gaps.

    Raises
    ------
    NotComputable
        Fewer than three complete rows.
    """
    rows: np.ndarray = scores[np.isfinite(scores).all(axis=1)]
    if len(rows) < 3:
        raise NotComputable("withheld.too_few", n=len(rows), needed=3)
    return rows


def within_anova(scores: np.ndarray, *, level: float = 0.95) -> WithinAnova:
    """Repeated-measures analysis of variance of complete rows.

    Parameters
    ----------
    scores : (n, k) array, one row a person, one column a measure, no gaps.
    level : confidence level of partial eta squared.

    Raises
    ------
    NotComputable
        Fewer than three persons, or all persons differ between the measures in the same way.

    Examples
    --------
    >>> found = within_anova(np.array([[9.0, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]))
    >>> round(found.f, 3), round(found.greenhouse_geisser.epsilon, 3)
    (31.866, 0.682)
    """
    n, k = scores.shape
    if n < 3:
        raise NotComputable("withheld.too_few", n=n, needed=3)
    centred = scores - scores.mean()
    persons, measures = centred.mean(axis=1), centred.mean(axis=0)
    ss_persons, ss_effect = k * float(persons @ persons), n * float(measures @ measures)
    residual = centred - persons[:, None] - measures
    ss_error = float((residual**2).sum())
    if not ss_error > 1e-12 * max(float((centred**2).sum()), np.finfo(float).tiny):
        raise NotComputable("withheld.no_spread_of_differences")
    df1, df2 = k - 1, (k - 1) * (n - 1)
    f = (ss_effect / df1) / (ss_error / df2)
    low, high = (
        float(end[0])
        for end in noncentral_f_interval(np.array([f]), np.array([df1]), np.array([df2]), level=level)
    )
    partial = ss_effect / (ss_effect + ss_error)
    ends = low / (low + df2), high / (high + df2)
    sphericity, geisser, huynh = (None, None, None) if k == 2 else _sphericity(residual, f, df1, df2)
    return WithinAnova(
        n=n,
        k=k,
        ss_effect=ss_effect,
        ss_error=ss_error,
        ss_persons=ss_persons,
        f=f,
        df1=df1,
        df2=df2,
        p=float(fdtrc(df1, df2, f)),
        eta2_generalized=ss_effect / (ss_effect + ss_error + ss_persons),
        eta2_partial=EffectSize(partial, min(ends[0], partial), max(ends[1], partial), level),
        sphericity=sphericity,
        greenhouse_geisser=geisser,
        huynh_feldt=huynh,
    )


def _sphericity(
    residual: np.ndarray, f: float, df1: int, df2: int
) -> tuple[Sphericity, Corrected, Corrected]:
    """Mauchly's test and both epsilons from the doubly centred scores.

    Their covariance matrix has one zero root; the others are those of any orthonormal contrasts.
    """
    n = len(residual)
    roots = np.linalg.eigvalsh(residual.T @ residual / (n - 1))[1:]
    roots = np.maximum(roots, 0.0)
    epsilon = float(roots.sum() ** 2 / (df1 * (roots**2).sum()))
    huynh = (n * df1 * epsilon - 2) / (df1 * (n - 1 - df1 * epsilon)) if n - 1 > df1 * epsilon else math.inf
    corrected = []
    for value in (epsilon, huynh):
        used = min(value, 1.0)
        corrected.append(Corrected(value, used * df1, used * df2, float(fdtrc(used * df1, used * df2, f))))
    return _mauchly(roots, n - 1), corrected[0], corrected[1]


def _mauchly(roots: np.ndarray, df: int) -> Sphericity:
    p = len(roots)
    free = p * (p + 1) // 2 - 1
    if df < p or not roots[0] > 1e-12 * roots[-1]:
        return Sphericity(math.nan, math.nan, free, math.nan)
    log_w = float(np.log(roots).sum() - p * math.log(roots.mean()))
    rho = 1 - (2 * p**2 + p + 2) / (6 * p * df)
    chi2 = -df * rho * log_w
    second = (p + 2) * (p - 1) * (p - 2) * (2 * p**3 + 6 * p**2 + 3 * p + 2) / (288 * (df * p * rho) ** 2)
    first_p, second_p = (float(chdtrc(free + more, chi2)) for more in (0, 4))
    return Sphericity(
        math.exp(log_w), chi2, free, min(max(first_p + second * (second_p - first_p), 0.0), 1.0)
    )


def friedman(scores: np.ndarray) -> Friedman:
    """Friedman's test of complete rows.

    Raises
    ------
    NotComputable
        Every person gives all measures the same value.

    Examples
    --------
    >>> round(friedman(np.array([[1.0, 2, 3], [1, 3, 2], [1, 2, 3]])).w, 3)
    0.778
    """
    n, k = scores.shape
    # one more than the smaller values and half the equal ones: by columns, for there are few of those
    ranks = np.full(scores.shape, 0.5)
    for other in scores.T[:, :, None]:
        ranks += (other < scores) + 0.5 * (other == scores)
    variance = float(((ranks - (k + 1) / 2) ** 2).sum()) / (n * (k - 1))
    if not variance > 0:
        raise NotComputable("withheld.no_spread_of_differences")
    mean_ranks = ranks.mean(axis=0)
    chi2 = n * float(((mean_ranks - (k + 1) / 2) ** 2).sum()) / variance
    return Friedman(chi2, k - 1, float(chdtrc(k - 1, chi2)), chi2 / (n * (k - 1)), mean_ranks)


def paired_tests(scores: np.ndarray, *, level: float = 0.95) -> tuple[PairedTest, ...]:
    """Paired t-tests of all pairs of measures, first minus second, p adjusted by Holm over the pairs."""
    n, k = scores.shape
    sd = scores.std(axis=0, ddof=1)
    found: list[tuple[int, int, float, TTest | None, EffectSize | None, EffectSize | None]] = []
    for first, second in combinations(range(k), 2):
        differences = scores[:, first] - scores[:, second]
        mean, spread = float(differences.mean()), float(differences.std(ddof=1))
        if not spread > 1e-12 * max(float(np.abs(scores).max()), 1.0):
            found.append((first, second, mean, None, None, None))
            continue
        test = one_sample_t(n, mean, spread, level=level)
        d_z = one_sample_d(test, n)
        average = float(sd[first] + sd[second]) / 2
        factor = spread / average * hedges_correction(n - 1.0) if average > 0 else math.nan
        g_av = EffectSize(d_z.value * factor, d_z.low * factor, d_z.high * factor, level)
        found.append((first, second, mean, test, d_z, g_av))
    adjusted = holm(np.array([math.nan if test is None else test.p for _, _, _, test, _, _ in found]))
    return tuple(
        PairedTest(first, second, mean, test, float(p), d_z, g_av)
        for (first, second, mean, test, d_z, g_av), p in zip(found, adjusted, strict=True)
    )


def within_intervals(scores: np.ndarray, *, level: float = 0.95) -> tuple[np.ndarray, np.ndarray]:
    """Intervals of the k means for comparing them within persons: low and high, each (k,).

    Scores are freed of the persons' own level and the variance is scaled by k/(k - 1) (Cousineau, 2005;
    Morey, 2008, doi:10.20982/tqmp.04.2.p061).
    """
    n, k = scores.shape
    normed = scores - scores.mean(axis=1, keepdims=True) + scores.mean()
    half = stdtrit(n - 1, 0.5 + level / 2) * np.sqrt(normed.var(axis=0, ddof=1) * k / (k - 1) / n)
    means = scores.mean(axis=0)
    return means - half, means + half
