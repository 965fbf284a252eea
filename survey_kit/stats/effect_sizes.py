"""How large a difference is: standardised mean differences and shares of variance, with intervals.

Intervals come from the noncentral t and F distributions and belong to the value they stand beside.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.special import gammaln

from survey_kit.errors import NotComputable
from survey_kit.stats.grouped import GroupMoments
from survey_kit.stats.mean_tests import Anova, TTest, student_t, welch_t
from survey_kit.stats.noncentral import noncentral_f_interval, noncentral_t_interval

Standardizer = Literal["pooled", "average"]


@dataclass(frozen=True, slots=True)
class EffectSize:
    """An effect size and its interval, ``low <= value <= high``."""

    value: float
    low: float
    high: float
    level: float


@dataclass(frozen=True, slots=True)
class ExplainedVariance:
    """Three estimates of the share of variance that lies between groups.

    All three estimate the same population share. ``eta2`` describes the sample and is too large for
    the population; ``epsilon2`` and ``omega2`` correct for that. A corrected estimate below zero is
    given as 0.
    """

    eta2: EffectSize
    epsilon2: EffectSize
    omega2: EffectSize


def hedges_correction(df: float) -> float:
    """Hedges' exact factor J that takes the small-sample bias out of d (1981, doi:10.2307/1164588).

    Examples
    --------
    >>> round(hedges_correction(10), 6)
    0.922746
    """
    if not df > 1:
        return math.nan
    return math.exp(float(gammaln(df / 2) - gammaln((df - 1) / 2)) - 0.5 * math.log(df / 2))


def one_sample_d(test: TTest, n: int) -> EffectSize:
    """Cohen's d of one sample: distance of the mean from the tested value in standard deviations.

    The interval is that of the noncentrality divided by the root of n.
    """
    return _standardised(test, 1 / math.sqrt(n), 1.0)


def cohens_d(
    groups: GroupMoments, *, standardizer: Standardizer = "pooled", level: float = 0.95
) -> EffectSize:
    """Cohen's d of two groups, first minus second.

    Parameters
    ----------
    groups : sizes, means and sums of squares of two groups.
    standardizer : ``"pooled"`` divides by the pooled standard deviation and goes with Student's t;
        ``"average"`` by the root of the mean of the two variances, which assumes nothing about them
        and goes with Welch's t (Delacre et al., 2021, doi:10.31234/osf.io/tu6mp).

    Raises
    ------
    NotComputable
        As ``student_t`` or ``welch_t``.
    """
    test = _test(groups, standardizer, level)
    return _standardised(test, _per_t(groups, standardizer), 1.0)


def hedges_g(
    groups: GroupMoments, *, standardizer: Standardizer = "average", level: float = 0.95
) -> EffectSize:
    """Hedges' g of two groups, first minus second: d times ``hedges_correction``.

    The df of the correction are those of the t-test that goes with the standardiser.

    Raises
    ------
    NotComputable
        As ``student_t`` or ``welch_t``.
    """
    test = _test(groups, standardizer, level)
    return _standardised(test, _per_t(groups, standardizer), hedges_correction(test.df))


def _test(groups: GroupMoments, standardizer: Standardizer, level: float) -> TTest:
    test = student_t if standardizer == "pooled" else welch_t
    return test(groups, level=level)


def _per_t(groups: GroupMoments, standardizer: Standardizer) -> float:
    """What one unit of t is worth in standard deviations."""
    if standardizer == "pooled":
        return math.sqrt(float((1 / groups.n).sum()))
    se2 = float((groups.var / groups.n).sum())
    return math.sqrt(se2 / float(groups.var.mean()))


def _standardised(test: TTest, per_t: float, correction: float) -> EffectSize:
    low, high = noncentral_t_interval(np.array([test.t]), np.array([test.df]), level=test.level)
    value = test.t * per_t * correction
    return _holding(
        value, float(low[0]) * per_t * correction, float(high[0]) * per_t * correction, test.level
    )


def explained_variance(result: Anova, *, level: float = 0.95) -> ExplainedVariance:
    """Eta squared, epsilon squared and omega squared of a one-way analysis of variance.

    The ends of the interval are lambda / (lambda + N), lambda from the noncentral F (Steiger, 2004,
    doi:10.1037/1082-989X.9.2.164) – the interval of the population's share, which all three
    estimate. R's effectsize divides by lambda + df2 instead for eta squared. Formulas of the
    estimates: Okada (2013, doi:10.2333/bhmk.40.129).

    Raises
    ------
    NotComputable
        The F is not finite.
    """
    f, df1, df2 = result.test.f, result.test.df1, result.test.df2
    if not math.isfinite(f):
        raise NotComputable("withheld.no_variance_within")
    n = df1 + df2 + 1
    low, high = noncentral_f_interval(np.array([f]), np.array([df1]), np.array([df2]), level=level)
    ends = float(low[0] / (low[0] + n)), float(high[0] / (high[0] + n))
    eta2 = df1 * f / (df1 * f + df2)
    epsilon2 = max(0.0, df1 * (f - 1) / (df1 * f + df2))
    omega2 = max(0.0, df1 * (f - 1) / (df1 * f + df2 + 1))
    return ExplainedVariance(*(_holding(value, *ends, level) for value in (eta2, epsilon2, omega2)))


def _holding(value: float, low: float, high: float, level: float) -> EffectSize:
    # an F near 0 is compatible with no noncentrality at all: the interval then ends at the estimate
    return EffectSize(value, min(low, value), max(high, value), level)
