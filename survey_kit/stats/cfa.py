"""Confirmatory factor analysis by maximum likelihood, complete rows or full information.

Estimates, standard errors and log-likelihoods are those of lavaan with ``likelihood = "normal"`` (its default,
and that of Mplus): the covariance matrix has denominator n, χ² is n times the discrepancy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import linalg

from survey_kit.errors import NotComputable
from survey_kit.stats.adequacy import dependent_items
from survey_kit.stats.cfa_ascent import ascend
from survey_kit.stats.cfa_likelihood import Answered, answer_patterns, log_likelihood, scores, slopes
from survey_kit.stats.cfa_model import FactorPattern, Parameters, implied
from survey_kit.stats.cfa_scaling import Scaling, complete_scaling, missing_scaling
from survey_kit.stats.moments import Moments


@dataclass(frozen=True, slots=True, eq=False)
class CfaFit:
    """A fitted factor model.

    Attributes
    ----------
    parameters
        Unstandardized, the first loading of each factor 1.
    n
        Rows that entered.
    log_likelihood, log_likelihood_saturated
        Of the model, and of free means and covariances.
    mean, cov
        Means and covariances (denominator n) of the saturated model: the sample's own where nothing is
        missing, else estimated by EM.
    patterns
        The rows by what they answered.
    covariance
        (q, q) covariance matrix of the free parameters ``free`` (order of ``FactorPattern.free``).
    robust
        The same by the sandwich of Huber and White; None when only moments were given.
    scaling
        What the scaled χ² is made of; None when only moments were given, or where it is not determined.
    means_modelled
        Whether means entered (full information).
    """

    pattern: FactorPattern
    parameters: Parameters
    n: int
    log_likelihood: float
    log_likelihood_saturated: float
    mean: np.ndarray
    cov: np.ndarray
    patterns: tuple[Answered, ...]
    covariance: np.ndarray
    robust: np.ndarray | None
    scaling: Scaling | None
    means_modelled: bool

    @property
    def free(self) -> np.ndarray:
        return self.pattern.free(marker=True)

    @property
    def implied(self) -> np.ndarray:
        return implied(self.pattern, self.parameters)

    @property
    def factor_correlations(self) -> np.ndarray:
        sd = np.sqrt(np.diag(self.parameters.phi))
        correlations: np.ndarray = self.parameters.phi / np.outer(sd, sd)
        return correlations

    @property
    def heywood(self) -> tuple[str, ...]:
        """Items whose error variance came out negative."""
        return tuple(
            name for name, e in zip(self.pattern.names, self.parameters.errors, strict=True) if e < 0
        )

    @property
    def phi_improper(self) -> bool:
        """Whether the factor correlations are none: one beyond 1, or not positive definite together."""
        return bool(np.linalg.eigvalsh(self.factor_correlations)[0] < 1e-8)


def cfa(moments: Moments, pattern: FactorPattern, data: np.ndarray | None = None) -> CfaFit:
    """Fit a factor model to complete rows by Fisher scoring.

    Parameters
    ----------
    moments : of the items in the order of ``pattern.names``.
    data : the rows behind the moments (n, k); with them the robust standard errors are computed
        (Yuan & Bentler 2000, doi:10.1111/0081-1750.00078). Rows with gaps are passed over.

    Raises
    ------
    NotComputable
        No more rows than items, a singular matrix, or no convergence.

    Examples
    --------
    >>> from survey_kit.stats.cfa_model import factor_pattern
    >>> cov = np.full((3, 3), 0.5) + 0.5 * np.eye(3)
    >>> found = cfa(Moments(("a", "b", "c"), 50, np.zeros(3), cov),
    ...             factor_pattern(("a", "b", "c"), (("a", "b", "c"),)))
    >>> found.parameters.loadings.round(6)
    array([1., 1., 1.])
    """
    k, n = len(moments.names), moments.n
    if n <= k:
        raise NotComputable("withheld.more_items", n=n, k=k)
    corr = moments.corr
    if dependent := dependent_items(corr, pattern.names):
        raise NotComputable("withheld.singular", names=dependent)
    everything = np.arange(k)
    unit = (Answered(everything, n, np.zeros(k), corr),)
    at = _maximize(pattern, _start(pattern, corr), unit, with_means=False)
    cov = moments.cov * ((n - 1) / n)
    found = _marked(pattern, at, np.sqrt(np.diag(cov)), moments.mean)
    sample = (Answered(everything, n, moments.mean, cov),)
    complete = None if data is None else data[np.isfinite(data).all(axis=1)]
    return _finish(pattern, found, sample, moments.mean, cov, data=complete, with_means=False)


def cfa_full_information(data: np.ndarray, pattern: FactorPattern) -> CfaFit:
    """Fit a factor model to all rows of ``data`` (n, k) by full information maximum likelihood.

    Every answer given enters; missing ones are supposed to be missing at random (Enders & Bandalos 2001,
    doi:10.1207/S15328007SEM0803_5). Standard errors are from the observed information.

    Raises
    ------
    NotComputable
        No more rows than items, a singular matrix, or no convergence.
    """
    rows = data[np.isfinite(data).any(axis=1)]
    n, k = rows.shape
    if n <= k:
        raise NotComputable("withheld.more_items", n=n, k=k)
    center, spread = np.nanmean(rows, axis=0), np.nanstd(rows, axis=0)
    if not (spread > 0).all():
        constant = tuple(name for name, s in zip(pattern.names, spread, strict=True) if not s > 0)
        raise NotComputable("withheld.no_variance", names=constant)
    standard = answer_patterns((rows - center) / spread)
    mean, cov = em_moments(standard, k)
    estimated = Moments(pattern.names, n, mean, cov)
    if dependent := dependent_items(estimated.corr, pattern.names):
        raise NotComputable("withheld.singular", names=dependent)
    scale = np.sqrt(np.diag(cov))
    near = _maximize(
        pattern,
        _start(pattern, estimated.corr),
        (Answered(np.arange(k), n, np.zeros(k), estimated.corr),),
        with_means=False,
    )
    start = Parameters(near.loadings * scale, near.errors * scale**2, near.phi, mean)
    at = _maximize(pattern, start, standard, with_means=True)
    found = _marked(pattern, at, spread, center + spread * at.means)
    cov = cov * np.outer(spread, spread)
    return _finish(
        pattern, found, answer_patterns(rows), center + spread * mean, cov, data=rows, with_means=True
    )


def em_moments(patterns: Sequence[Answered], k: int) -> tuple[np.ndarray, np.ndarray]:
    """Means (k,) and covariances (k, k) of ``patterns`` by maximum likelihood under missing answers (EM).

    Dempster, Laird & Rubin (1977), doi:10.1111/j.2517-6161.1977.tb01600.x.

    Raises
    ------
    NotComputable
        A covariance matrix that becomes singular, or no convergence.
    """
    n = sum(group.n for group in patterns)
    mean, cov = np.zeros(k), np.eye(k)
    left = [np.setdiff1d(np.arange(k), group.items, assume_unique=True) for group in patterns]
    # index arrays once, for there are many steps
    given = [np.ix_(group.items, group.items) for group in patterns]
    between = [np.ix_(group.items, m) for group, m in zip(patterns, left, strict=True)]
    missing = [np.ix_(m, m) for m in left]
    for _ in range(20_000):
        total, square = np.zeros(k), np.zeros((k, k))
        for group, m, oo, om, mm in zip(patterns, left, given, between, missing, strict=True):
            o = group.items
            apart = group.mean - mean[o]
            filled, spread = np.empty(k), np.zeros((k, k))
            filled[o] = group.mean
            spread[oo] = group.cov
            if len(m):
                try:
                    weight = linalg.solve(cov[oo], cov[om], assume_a="pos").T
                except linalg.LinAlgError:
                    raise NotComputable("withheld.not_converged", factors=1) from None
                filled[m] = mean[m] + weight @ apart
                spread[om] = group.cov @ weight.T
                spread[om[1].T, om[0].T] = spread[om].T
                spread[mm] = weight @ spread[om] + cov[mm] - weight @ cov[om]
            total += group.n * filled
            square += group.n * (spread + np.outer(filled, filled))
        new_mean = total / n
        new_cov = square / n - np.outer(new_mean, new_mean)
        moved = max(float(np.abs(new_mean - mean).max()), float(np.abs(new_cov - cov).max()))
        mean, cov = new_mean, new_cov
        if moved < 1e-11:
            return mean, cov
    raise NotComputable("withheld.not_converged", factors=1)


def _start(pattern: FactorPattern, corr: np.ndarray) -> Parameters:
    """Loadings of each factor's first principal component, correlations of the factors' composites."""
    k = len(corr)
    loadings, weights = np.zeros(k), np.zeros((k, pattern.factors))
    for f in range(pattern.factors):
        at = np.flatnonzero(pattern.factor == f)
        values, vectors = np.linalg.eigh(corr[np.ix_(at, at)])
        first = vectors[:, -1] * (1 if vectors[:, -1].sum() >= 0 else -1)
        common = max((values[-1] - 1) / max(len(at) - 1, 1), 0.1)
        loadings[at] = np.clip(first * np.sqrt(len(at) * common), -0.95, 0.95)
        weights[at, f] = first
    composite = weights.T @ corr @ weights
    sd = np.sqrt(np.diag(composite))
    phi = composite / np.outer(sd, sd)
    np.fill_diagonal(phi, 1.0)
    return Parameters(loadings, 1 - loadings**2, phi, np.zeros(k))


def _maximize(
    pattern: FactorPattern, at: Parameters, patterns: Sequence[Answered], *, with_means: bool
) -> Parameters:
    """The maximum, with unit factor variances."""
    free = pattern.free(marker=False)
    q, k = int(free.sum()), len(at.errors)
    used = np.concatenate([free, np.full(k, with_means)])
    n = sum(group.n for group in patterns)
    return ascend(
        at,
        height=lambda at: log_likelihood(at.means, implied(pattern, at), patterns) / n,
        slopes=lambda at: slopes(pattern, at, patterns).only(used),
        moved=lambda at, step: at.moved(free, step[:q], at.means + step[q:] if with_means else at.means),
        factors=pattern.factors,
    )


def _marked(pattern: FactorPattern, at: Parameters, scale: np.ndarray, means: np.ndarray) -> Parameters:
    """From unit factor variances and standardized items to markers and the items' own units."""
    raw = at.loadings * scale
    marker = raw[pattern.markers]
    return Parameters(
        raw / marker[pattern.factor], at.errors * scale**2, at.phi * np.outer(marker, marker), means
    )


def _finish(
    pattern: FactorPattern,
    at: Parameters,
    patterns: Sequence[Answered],
    mean: np.ndarray,
    cov: np.ndarray,
    *,
    data: np.ndarray | None,
    with_means: bool,
) -> CfaFit:
    """Log-likelihoods and standard errors of the solution."""
    n = int(sum(group.n for group in patterns))
    here = slopes(pattern, at, patterns)
    q = int(pattern.free(marker=True).sum())
    used = np.flatnonzero(np.concatenate([pattern.free(marker=True), np.full(len(mean), with_means)]))
    kept = np.ix_(used, used)
    try:
        bread = linalg.inv(here.observed[kept])
        plain = bread if with_means else linalg.inv(here.expected[kept])
    except linalg.LinAlgError:
        raise NotComputable("withheld.not_converged", factors=pattern.factors) from None
    if not (np.diag(plain)[:q] > 0).all():
        raise NotComputable("withheld.not_converged", factors=pattern.factors)
    robust, scaling = None, None
    if data is not None:
        each = scores(pattern, at, data)[:, used]
        meat = each.T @ each / n
        robust = (bread @ meat @ bread)[:q, :q] / n
        trace = float(np.sum(bread * meat))
        if with_means:
            scaling = missing_scaling(pattern, at, data, patterns, model=trace, saturated=(mean, cov))
        else:
            scaling = complete_scaling(trace, data - mean, cov)
    return CfaFit(
        pattern,
        at,
        n,
        log_likelihood(at.means, implied(pattern, at), patterns),
        log_likelihood(mean, cov, patterns),
        mean,
        cov,
        tuple(patterns),
        plain[:q, :q] / n,
        robust,
        scaling,
        with_means,
    )
