"""How well a factor model fits several groups, and what a step towards invariance costs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from scipy import linalg, special

from survey_kit.stats.cfa_groups import GroupedFit
from survey_kit.stats.cfa_groups_model import Tied, places_of, slopes_of, ties_of
from survey_kit.stats.cfa_indices import (
    ChiSquares,
    FitIndices,
    indices_of,
    log_likelihood_uncorrelated,
    standardized_residual,
)
from survey_kit.stats.cfa_model import implied


def grouped_indices(fit: GroupedFit) -> FitIndices:
    """Indices of a model of several groups by normal theory, as lavaan has them.

    Notes
    -----
    The baseline has uncorrelated items in every group; RMSEA is multiplied by the root of the number of groups (Steiger
    1998, doi:10.1080/10705519809540115), which AMOS does not do; SRMR is the mean over the groups, weighted by n, with the
    means included.
    """
    return _indices(fit, _chi_squares(fit))


def grouped_robust_indices(fit: GroupedFit) -> FitIndices | None:
    """Scaled χ² and robust CFI, TLI and RMSEA: see ``cfa_indices.robust_indices``.

    None where answers are missing, or where the scale is not positive, as happens in small samples.
    """
    scales = _scales(fit)
    if scales is None or not min(scales) > 0:
        return None
    return _indices(fit, replace(_chi_squares(fit), scale=scales[0], baseline_scale=scales[1]))


def _chi_squares(fit: GroupedFit) -> ChiSquares:
    k = len(fit.pattern.names)
    saturated = sum(sample.log_likelihood_saturated for sample in fit.samples)
    uncorrelated = sum(log_likelihood_uncorrelated(sample) for sample in fit.samples)
    return ChiSquares(
        max(2 * (saturated - fit.log_likelihood), 0.0),
        fit.df,
        1.0,
        2 * (saturated - uncorrelated),
        len(fit.samples) * (k * (k - 1) // 2),
        1.0,
    )


def _scales(fit: GroupedFit) -> tuple[float, float] | None:
    """Scaling correction factors of the model and of the baseline."""
    if fit.trace is None:
        return None
    k, saturated, baseline = len(fit.pattern.names), 0.0, 0.0
    for sample in fit.samples:
        if sample.scaling is None:
            return None
        saturated += sample.scaling.saturated + k
        baseline += sample.scaling.baseline + k
    between = len(fit.samples) * (k * (k - 1) // 2)
    return (saturated - fit.trace) / fit.df if fit.df else 1.0, (saturated - baseline) / between


def _indices(fit: GroupedFit, given: ChiSquares) -> FitIndices:
    residual = sum(
        sample.n
        / fit.n
        * standardized_residual(
            sample.mean, sample.cov, own.means, implied(fit.pattern, own), with_means=True
        )
        for sample, own in zip(fit.samples, fit.parameters, strict=True)
    )
    return indices_of(
        given,
        n=fit.n,
        parameters=fit.free,
        log_likelihood=fit.log_likelihood,
        srmr=residual,
        groups=len(fit.samples),
    )


@dataclass(frozen=True, slots=True)
class Difference:
    """A χ² difference test of a tied model against a freer one."""

    chi2: float
    df: int
    p: float


def difference(free: GroupedFit, tied: GroupedFit, *, scaled: bool) -> Difference:
    """χ² difference test; ``scaled``: Satorra & Bentler (2001), doi:10.1007/BF02296192.

    The scaled test is NaN where its scale is not positive, which happens in small samples, and where answers
    are missing.

    Examples
    --------
    >>> from survey_kit.stats.cfa_groups import configural, tied
    >>> from survey_kit.stats.cfa_model import factor_pattern
    >>> rng = np.random.default_rng(1)
    >>> common = rng.normal(size=(400, 1)) + rng.normal(size=(400, 4))
    >>> pattern = factor_pattern(tuple("abcd"), (tuple("abcd"),))
    >>> free = configural((common[:200], common[200:]), pattern, full=False)
    >>> difference(free, tied(free, "metric"), scaled=False).df
    3
    """
    df = tied.df - free.df
    chi2 = max(2 * (free.log_likelihood - tied.log_likelihood), 0.0)
    if scaled:
        first, second = _scales(free), _scales(tied)
        if first is None or second is None:
            return Difference(float("nan"), df, float("nan"))
        scale = (tied.df * second[0] - free.df * first[0]) / df
        if not scale > 0:
            return Difference(float("nan"), df, float("nan"))
        chi2 /= scale
    return Difference(float(chi2), df, float(special.chdtrc(df, chi2)) if df else float("nan"))


@dataclass(frozen=True, slots=True, eq=False)
class Released:
    """What χ² would lose, about, if one item's loading or intercept were set free: score tests, (k,) each."""

    df: int
    chi2: np.ndarray


def released(fit: GroupedFit, what: Literal["loadings", "intercepts"]) -> Released:
    """Score test of each item's equality over the groups, the others staying equal.

    With the expected information (observed where answers are missing); of one item at a time, so that the tests
    are not independent. Between two groups they are lavaan's ``lavTestScore``.
    """
    pattern, count = fit.pattern, len(fit.samples)
    step: Tied = "scalar" if fit.step == "scalar" else "metric"
    ties = ties_of(pattern, count, step, marker=True)
    loadings, _, _, intercepts, _ = places_of(pattern, count)
    places = loadings if what == "loadings" else intercepts
    groups = [sample.patterns for sample in fit.samples]
    found = np.zeros(len(pattern.names))
    q = ties.shape[1]
    extra = np.zeros((len(ties), (count - 1) * len(pattern.names)))
    extra[places[1:].T.ravel(), np.arange(extra.shape[1])] = 1.0
    here = slopes_of(pattern, fit.values, groups, np.concatenate([ties, extra], axis=1))
    information = here.observed if fit.trace is None else here.expected
    solved = linalg.solve(information[:q, :q], information[:q, q:], assume_a="pos")
    left = information[q:, q:] - information[q:, :q] @ solved
    for item in range(len(pattern.names)):
        own = slice(item * (count - 1), (item + 1) * (count - 1))
        slope = here.gradient[q:][own]
        found[item] = fit.n * float(slope @ linalg.solve(left[own, own], slope, assume_a="pos"))
    return Released(count - 1, found)
