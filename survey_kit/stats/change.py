"""What changed between two surveys: in the same people, in different people, and against a comparison group."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from scipy.special import ndtri, stdtrit

from survey_kit.errors import NotComputable
from survey_kit.stats.mean_tests import TTest, one_sample_t, two_sided_p

LEAST_CLUSTERS = 10
"""With fewer clusters their standard errors are far too small, whatever the correction."""

ErrorKind: TypeAlias = Literal["hc3", "cluster"]


@dataclass(frozen=True, slots=True)
class StandardizedChange:
    """A mean difference in units of the average standard deviation, with its interval."""

    value: float
    low: float
    high: float
    level: float


@dataclass(frozen=True, slots=True)
class Change:
    """Means of two occasions and what lies between them (second minus first).

    ``r`` is the correlation of the two occasions, NaN when the people differ.
    """

    n_before: int
    n_after: int
    mean_before: float
    mean_after: float
    sd_before: float
    sd_after: float
    r: float
    test: TTest
    d: StandardizedChange


@dataclass(frozen=True, slots=True)
class DifferenceInDifferences:
    """Change of the treated minus change of the comparison group.

    ``changes`` are the two changes, treated first; ``clusters`` is 0 when the errors are not clustered.
    """

    estimate: float
    se: float
    t: float
    df: float
    p: float
    low: float
    high: float
    level: float
    changes: tuple[float, float]
    n: int
    clusters: int
    errors: ErrorKind


def paired_change(before: np.ndarray, after: np.ndarray, *, level: float = 0.95) -> Change:
    """Change of people measured twice.

    Parameters
    ----------
    before, after : float (n,), the same people in the same order; incomplete pairs are left out.

    Raises
    ------
    NotComputable
        Fewer than three complete pairs, or everybody changed by the same amount.

    Notes
    -----
    Paired t. The standardized change divides by the average SD of the two occasions; its interval
    allows for unequal variances: Bonett (2015), doi:10.3102/1076998614568532, after Bonett (2008),
    doi:10.1037/1082-989X.13.2.99. It is not d~z~, whose unit depends on the correlation of the occasions.

    Examples
    --------
    >>> change = paired_change(np.array([1.0, 2.0, 3.0, 4.0]), np.array([2.0, 2.0, 5.0, 5.0]))
    >>> round(change.test.t, 4)
    2.4495
    """
    both = np.isfinite(before) & np.isfinite(after)
    first, second = before[both], after[both]
    n = len(first)
    if n < 3:
        raise NotComputable("withheld.too_few", n=n, needed=3)
    difference = second - first
    test = one_sample_t(n, float(difference.mean()), float(difference.std(ddof=1)), level=level)
    v1, v2 = float(first.var(ddof=1)), float(second.var(ddof=1))
    covariance = float(np.cov(first, second)[0, 1])
    r = covariance / math.sqrt(v1 * v2) if v1 > 0 and v2 > 0 else math.nan
    spread = (v1 + v2) / 2
    unadjusted = float(difference.mean()) / math.sqrt(spread)
    variance = unadjusted**2 * (v1**2 + v2**2 + 2 * covariance**2) / (8 * (n - 1) * spread**2)
    variance += (v1 + v2 - 2 * covariance) / ((n - 1) * spread)
    d = _standardized(unadjusted, variance, math.sqrt((n - 2) / (n - 1)), level)
    return Change(n, n, float(first.mean()), float(second.mean()), math.sqrt(v1), math.sqrt(v2), r, test, d)


def independent_change(before: np.ndarray, after: np.ndarray, *, level: float = 0.95) -> Change:
    """Change between two samples of different people: Welch's t and the same standardized change.

    Raises
    ------
    NotComputable
        Fewer than three answers on an occasion, or no variance on either.
    """
    first, second = before[np.isfinite(before)], after[np.isfinite(after)]
    n1, n2 = len(first), len(second)
    if min(n1, n2) < 3:
        raise NotComputable("withheld.too_few", n=min(n1, n2), needed=3)
    v1, v2 = float(first.var(ddof=1)), float(second.var(ddof=1))
    if not v1 + v2 > 0:
        raise NotComputable("withheld.no_variance_within")
    difference = float(second.mean() - first.mean())
    e1, e2 = v1 / n1, v2 / n2
    se, df = math.sqrt(e1 + e2), (e1 + e2) ** 2 / (e1**2 / (n1 - 1) + e2**2 / (n2 - 1))
    half = float(stdtrit(df, 0.5 + level / 2)) * se
    t = difference / se
    test = TTest(difference, se, t, df, two_sided_p(t, df), difference - half, difference + half, level)
    spread = (v1 + v2) / 2
    unadjusted = difference / math.sqrt(spread)
    variance = unadjusted**2 * (v1**2 / (n1 - 1) + v2**2 / (n2 - 1)) / (8 * spread**2)
    variance += (v1 / (n1 - 1) + v2 / (n2 - 1)) / spread
    d = _standardized(unadjusted, variance, 1 - 3 / (4 * (n1 + n2) - 9), level)
    return Change(
        n1,
        n2,
        float(first.mean()),
        float(second.mean()),
        math.sqrt(v1),
        math.sqrt(v2),
        math.nan,
        test,
        d,
    )


def _standardized(unadjusted: float, variance: float, correction: float, level: float) -> StandardizedChange:
    """Bonett's interval is centred on the unadjusted value; the estimate shown is the adjusted one."""
    half = float(ndtri(0.5 + level / 2)) * math.sqrt(variance)
    return StandardizedChange(unadjusted * correction, unadjusted - half, unadjusted + half, level)


def difference_of_changes(
    change: np.ndarray, treated: np.ndarray, *, cluster: np.ndarray | None = None, level: float = 0.95
) -> DifferenceInDifferences:
    """Difference in differences of people measured twice: their change regressed on treatment.

    Parameters
    ----------
    change : float (n,), second occasion minus first; NaN left out.
    treated : bool (n,).
    cluster : (n,) labels of units that were treated together; None: HC3 standard errors.

    Raises
    ------
    NotComputable
        Fewer than three people in a group, no variance, or fewer than ten clusters.
    """
    kept = np.isfinite(change)
    y, group = change[kept], treated[kept]
    _check_groups([y[group], y[~group]])
    X = np.column_stack([np.ones(len(y)), group.astype(float)])
    changes = (float(y[group].mean()), float(y[~group].mean()))
    units = None if cluster is None else np.asarray(cluster)[kept]
    return _estimate(X, y, changes, units, level)


def difference_in_differences(
    before: np.ndarray,
    after: np.ndarray,
    treated_before: np.ndarray,
    treated_after: np.ndarray,
    *,
    cluster: tuple[np.ndarray, np.ndarray] | None = None,
    level: float = 0.95,
) -> DifferenceInDifferences:
    """Difference in differences of two samples of different people.

    The outcome is regressed on survey, treatment and their product; the product's coefficient is the
    estimate (Angrist & Pischke, 2009, ISBN 978-0-691-12035-5, ch. 5).

    Parameters
    ----------
    before, after : float (n1,), (n2,).
    treated_before, treated_after : bool (n1,), (n2,).
    cluster : labels (n1,), (n2,) of units; None: HC3 standard errors.

    Raises
    ------
    NotComputable
        Fewer than three people in one of the four cells, no variance, or fewer than ten clusters.
    """
    y = np.concatenate([before, after])
    post = np.r_[np.zeros(len(before)), np.ones(len(after))]
    group = np.r_[treated_before, treated_after].astype(float)
    kept = np.isfinite(y)
    units = None if cluster is None else np.concatenate(cluster)[kept]
    y, post, group = y[kept], post[kept], group[kept]
    cells = [y[(group == g) & (post == p)] for g in (1, 0) for p in (0, 1)]
    _check_groups(cells)
    means = [float(cell.mean()) for cell in cells]
    X = np.column_stack([np.ones(len(y)), group, post, group * post])
    return _estimate(X, y, (means[1] - means[0], means[3] - means[2]), units, level)


def _check_groups(cells: list[np.ndarray]) -> None:
    smallest = min(len(cell) for cell in cells)
    if smallest < 3:
        raise NotComputable("withheld.too_few", n=smallest, needed=3)
    if not any(cell.var() > 0 for cell in cells):
        raise NotComputable("withheld.no_variance_within")


def _estimate(
    X: np.ndarray, y: np.ndarray, changes: tuple[float, float], units: np.ndarray | None, level: float
) -> DifferenceInDifferences:
    """Last coefficient of the regression with its robust standard error.

    HC3: MacKinnon & White (1985), doi:10.1016/0304-4076(85)90158-7, referred to t with n − k. Clusters: the
    sandwich over units with Stata's factor G/(G−1) · (n−1)/(n−k), referred to t with G − 1 (Cameron & Miller, 2015,
    doi:10.3368/jhr.50.2.317); R: ``sandwich::vcovCL``.
    """
    n, k = X.shape
    inverse = np.linalg.inv(X.T @ X)
    b = inverse @ (X.T @ y)
    residuals = y - X @ b
    if units is None:
        leverage = np.einsum("ij,jk,ik->i", X, inverse, X)
        scores = X * (residuals / (1 - leverage))[:, None]
        factor, df, clusters = 1.0, float(n - k), 0
    else:
        _, place = np.unique(units, return_inverse=True)
        clusters = int(place.max()) + 1
        if clusters < LEAST_CLUSTERS:
            raise NotComputable("withheld.few_clusters", clusters=clusters, needed=LEAST_CLUSTERS)
        scores = np.zeros((clusters, k))
        np.add.at(scores, place, X * residuals[:, None])
        factor, df = clusters / (clusters - 1) * (n - 1) / (n - k), float(clusters - 1)
    covariance = factor * inverse @ (scores.T @ scores) @ inverse
    estimate, se = float(b[-1]), math.sqrt(float(covariance[-1, -1]))
    t = estimate / se
    half = float(stdtrit(df, 0.5 + level / 2)) * se
    return DifferenceInDifferences(
        estimate,
        se,
        t,
        df,
        two_sided_p(t, df),
        estimate - half,
        estimate + half,
        level,
        changes,
        n,
        clusters,
        "hc3" if units is None else "cluster",
    )
