"""One factor model in several groups at once: configural, metric and scalar invariance.

Estimates, standard errors and χ² are those of lavaan with ``group`` and ``group.equal`` (``likelihood = "normal"``): χ² is
the sum over the groups of n times the discrepancy, means are always modelled. Meredith (1993), doi:10.1007/BF02294825.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from scipy import linalg

from survey_kit.errors import NotComputable
from survey_kit.stats.cfa import CfaFit, cfa, cfa_full_information
from survey_kit.stats.cfa_ascent import ascend
from survey_kit.stats.cfa_groups_model import GroupValues, Tied, jacobian_of, places_of, slopes_of, ties_of
from survey_kit.stats.cfa_likelihood import Answered, log_likelihood, scores
from survey_kit.stats.cfa_model import FactorPattern, Parameters, implied
from survey_kit.stats.moments import Moments, moments

Step: TypeAlias = Literal["configural", "metric", "scalar"]


@dataclass(frozen=True, slots=True, eq=False)
class GroupedFit:
    """A factor model fitted to several groups.

    Attributes
    ----------
    samples
        Each group fitted alone: what it holds of the sample serves every step.
    rows
        The answers of each group (n, k).
    values
        Unstandardized, the first loading of each factor 1. Factor means are 0 except under scalar invariance, where
        they are differences from the first group.
    free
        Free parameters, means included.
    factor_means_se, factor_means_robust
        (groups, factors) standard errors of the factor means, 0 where they are fixed; the robust ones are None
        where answers are missing.
    trace
        Of first-order times inverse observed information, for the scaled χ²; None where answers are missing.
    """

    step: Step
    pattern: FactorPattern
    samples: tuple[CfaFit, ...]
    rows: tuple[np.ndarray, ...]
    values: GroupValues
    free: int
    log_likelihood: float
    factor_means_se: np.ndarray
    factor_means_robust: np.ndarray | None
    trace: float | None

    @property
    def n(self) -> int:
        return sum(sample.n for sample in self.samples)

    @property
    def df(self) -> int:
        k = len(self.pattern.names)
        return len(self.samples) * k * (k + 3) // 2 - self.free

    @property
    def parameters(self) -> tuple[Parameters, ...]:
        return tuple(self.values.of(self.pattern, group) for group in range(len(self.samples)))

    @property
    def heywood(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """Groups with items whose error variance came out negative."""
        named = (
            tuple(name for name, e in zip(self.pattern.names, errors, strict=True) if e < 0)
            for errors in self.values.errors
        )
        return tuple((group, names) for group, names in enumerate(named) if names)

    @property
    def phi_improper(self) -> tuple[int, ...]:
        """Groups whose factor correlations are not possible together."""
        found = []
        for group, phi in enumerate(self.values.phi):
            sd = np.sqrt(np.maximum(np.diag(phi), 1e-300))
            if np.linalg.eigvalsh(phi / np.outer(sd, sd))[0] < 1e-8:
                found.append(group)
        return tuple(found)


def configural(groups: Sequence[np.ndarray], pattern: FactorPattern, *, full: bool) -> GroupedFit:
    """The same factors in every group and nothing equal: each group on its own.

    Parameters
    ----------
    groups : answers (n, k) of each group, NaN for none.
    full : full information over all rows; else complete rows only.

    Raises
    ------
    NotComputable
        A group with no more rows than items, a singular matrix in one, or no convergence.
    """
    if full:
        rows = tuple(data[np.isfinite(data).any(axis=1)] for data in groups)
        samples = tuple(cfa_full_information(data, pattern) for data in rows)
    else:
        rows = tuple(data[np.isfinite(data).all(axis=1)] for data in groups)
        samples = tuple(cfa(moments(data, pattern.names), pattern, data) for data in rows)
    k = len(pattern.names)
    values = GroupValues(
        np.array([fit.parameters.loadings for fit in samples]),
        np.array([fit.parameters.errors for fit in samples]),
        np.array([fit.parameters.phi for fit in samples]),
        np.array([fit.parameters.means for fit in samples]),
        np.zeros((len(samples), pattern.factors)),
    )
    trace = None
    if not full:
        # the means are free: their block of both informations is the same, with trace k
        trace = sum(fit.scaling.model + k for fit in samples if fit.scaling is not None)
    return GroupedFit(
        "configural",
        pattern,
        samples,
        rows,
        values,
        len(samples) * (pattern.free_count + k),
        sum(fit.log_likelihood for fit in samples),
        np.zeros_like(values.factor_means),
        None if full else np.zeros_like(values.factor_means),
        trace,
    )


def tied(free: GroupedFit, step: Tied) -> GroupedFit:
    """The model with equal loadings (metric), or equal loadings and intercepts (scalar), in all groups.

    Factor variances stay free; under equal intercepts so do the factor means of all groups but the first.

    Raises
    ------
    NotComputable
        No convergence.
    """
    pattern, count = free.pattern, len(free.samples)
    n, k = free.n, len(pattern.names)
    share = np.array([sample.n for sample in free.samples]) / n
    within = np.tensordot(share, np.array([sample.cov for sample in free.samples]), 1)
    scale = np.sqrt(np.diag(within))
    center = share @ np.array([sample.mean for sample in free.samples])
    standard = [_standardized(sample.patterns, center, scale) for sample in free.samples]
    ties = ties_of(pattern, count, step, marker=False)

    def height(at: GroupValues) -> float:
        total = 0.0
        for group, patterns in enumerate(standard):
            own = at.of(pattern, group)
            total += log_likelihood(own.means, implied(pattern, own), patterns)
        return total / n

    at = ascend(
        _start(
            pattern, Moments(pattern.names, n, np.zeros(k), within / np.outer(scale, scale)), standard, step
        ),
        height=height,
        slopes=lambda at: slopes_of(pattern, at, standard, ties),
        moved=lambda at, step: at.moved(ties @ step),
        factors=pattern.factors,
    )
    return _finish(free, step, _marked(pattern, at, center, scale))


def _standardized(
    patterns: Sequence[Answered], center: np.ndarray, scale: np.ndarray
) -> tuple[Answered, ...]:
    found = []
    for each in patterns:
        o = each.items
        cov = each.cov / np.outer(scale[o], scale[o])
        found.append(Answered(o, each.n, (each.mean - center[o]) / scale[o], cov))
    return tuple(found)


def _start(
    pattern: FactorPattern, pooled: Moments, groups: Sequence[Sequence[Answered]], step: Tied
) -> GroupValues:
    """The model of the pooled covariances within groups, in every group."""
    count = len(groups)
    fit = cfa(pooled, pattern).parameters
    sd = np.sqrt(np.maximum(np.diag(fit.phi), 1e-4))
    intercepts = np.zeros((count, len(pattern.names)))
    if step == "metric":
        for group, patterns in enumerate(groups):
            for item in range(len(pattern.names)):
                having = [each for each in patterns if item in each.items]
                means = [float(each.mean[each.items == item][0]) for each in having]
                intercepts[group, item] = np.average(means, weights=[each.n for each in having])
    return GroupValues(
        np.tile(fit.loadings * sd[pattern.factor], (count, 1)),
        np.tile(fit.errors, (count, 1)),
        np.tile(fit.phi / np.outer(sd, sd), (count, 1, 1)),
        intercepts,
        np.zeros((count, pattern.factors)),
    )


def _marked(pattern: FactorPattern, at: GroupValues, center: np.ndarray, scale: np.ndarray) -> GroupValues:
    """From a unit factor variance in the first group and standardized items to markers and the items' units."""
    raw = at.loadings * scale
    marker = raw[0, pattern.markers]
    return GroupValues(
        raw / marker[pattern.factor],
        at.errors * scale**2,
        at.phi * np.outer(marker, marker),
        center + scale * at.intercepts,
        at.factor_means * marker,
    )


def _finish(free: GroupedFit, step: Tied, at: GroupValues) -> GroupedFit:
    """Log-likelihood and standard errors of the solution."""
    pattern, count, n = free.pattern, len(free.samples), free.n
    ties = ties_of(pattern, count, step, marker=True)
    groups = [sample.patterns for sample in free.samples]
    full = free.trace is None
    here = slopes_of(pattern, at, groups, ties)
    try:
        bread = linalg.inv(here.observed)
        plain = bread if full else linalg.inv(here.expected)
    except linalg.LinAlgError:
        raise NotComputable("withheld.not_converged", factors=pattern.factors) from None
    if not (np.diag(plain) > 0).all():
        raise NotComputable("withheld.not_converged", factors=pattern.factors)
    robust, trace = None, None
    if not full:
        meat = np.zeros_like(bread)
        for group, data in enumerate(free.rows):
            towards = jacobian_of(pattern, at, group, ties)
            each = scores(pattern, at.of(pattern, group), data)
            meat += towards.T @ (each.T @ each / n) @ towards
        trace = float(np.sum(bread * meat))
        robust = _mean_errors(pattern, count, ties, bread @ meat @ bread / n)
    return GroupedFit(
        step,
        pattern,
        free.samples,
        free.rows,
        at,
        ties.shape[1],
        sum(
            log_likelihood(own.means, implied(pattern, own), patterns)
            for own, patterns in zip((at.of(pattern, g) for g in range(count)), groups, strict=True)
        ),
        _mean_errors(pattern, count, ties, plain / n),
        robust,
        trace,
    )


def _mean_errors(pattern: FactorPattern, count: int, ties: np.ndarray, covariance: np.ndarray) -> np.ndarray:
    means = places_of(pattern, count)[-1]
    own = ties[means.ravel()]
    variances = np.sum((own @ covariance) * own, axis=1)
    errors: np.ndarray = np.sqrt(np.maximum(variances, 0)).reshape(means.shape)
    return errors
