"""Agreement between coders on nominal categories: percent, Cohen's kappa, Gwet's AC1, Krippendorff's alpha.

The four differ in what they expect by chance. Kappa takes each coder's own shares of the categories,
alpha the shares of both together, AC1 a chance that stays small when one category prevails, where kappa and
alpha fall although the coders agree nearly always (the paradox of Feinstein & Cicchetti, 1990).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri, stdtrit

from survey_kit.errors import NotComputable

DRAWS = 2000
"""Bootstrap samples for the interval of alpha."""


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A coefficient of agreement, its standard error and interval; NaN where there is none."""

    value: float
    se: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of two coders on ``n`` units; ``percent`` is 0..100."""

    n: int
    percent: float
    kappa: Coefficient
    ac1: Coefficient
    alpha: Coefficient


def cross_table(first: np.ndarray, second: np.ndarray, k: int) -> np.ndarray:
    """How often the first coder chose category i and the second j, int (k, k).

    Parameters
    ----------
    first, second : int (n,), categories 0..k-1.

    Examples
    --------
    >>> cross_table(np.array([0, 1, 1]), np.array([0, 1, 0]), 2).tolist()
    [[1, 0], [1, 1]]
    """
    counts: np.ndarray = np.bincount(first * k + second, minlength=k * k).reshape(k, k)
    return counts


def cohens_kappa(table: np.ndarray, *, level: float = 0.95) -> Coefficient:
    """Cohen's kappa of two coders (Cohen, 1960, doi:10.1177/001316446002000104).

    The standard error is the one for kappa other than zero (Fleiss, Cohen & Everitt, 1969, doi:10.1037/h0028106),
    the interval normal, cut at -1 and 1.

    Parameters
    ----------
    table : counts or shares times n, float (k, k): rows first coder, columns second.

    Raises
    ------
    NotComputable
        Nothing was coded, or both coders put everything into one and the same category.

    Examples
    --------
    >>> round(cohens_kappa(np.array([[88, 10, 2], [14, 40, 6], [18, 10, 12]])).value, 3)
    0.492
    """
    p, n = _shares(table)
    rows, columns = p.sum(axis=1), p.sum(axis=0)
    observed, expected = float(np.trace(p)), float(rows @ columns)
    if expected > 1 - 1e-12:
        raise NotComputable("withheld.one_category")
    kappa = (observed - expected) / (1 - expected)
    diagonal = np.diag(p)
    a = float(np.sum(diagonal * (1 - (rows + columns) * (1 - kappa)) ** 2))
    off = p * (columns[:, None] + rows[None, :]) ** 2
    b = (1 - kappa) ** 2 * float(off.sum() - np.trace(off))
    c = (kappa - expected * (1 - kappa)) ** 2
    se = math.sqrt(max(a + b - c, 0.0) / n) / (1 - expected)
    half = float(ndtri((1 + level) / 2)) * se
    return _bounded(kappa, se, half)


def gwets_ac1(table: np.ndarray, *, level: float = 0.95) -> Coefficient:
    """Gwet's AC1 of two coders (Gwet, 2008, doi:10.1348/000711006X126600).

    The variance is the linearised one over units, divided by n; the interval is t with n - 1 degrees of freedom.
    So does the author's program for tables of two coders (irrCAC ``gwet.ac1.table``); the one for raw ratings
    divides by n - 1.

    Parameters
    ----------
    table : counts, float (k, k), k >= 2: rows first coder, columns second.

    Examples
    --------
    >>> round(gwets_ac1(np.array([[13, 0, 0], [0, 20, 7], [0, 4, 56]])).value, 4)
    0.8493
    """
    p, n = _shares(table)
    k = len(p)
    if k < 2 or n < 2:
        raise NotComputable("withheld.one_category" if k < 2 else "withheld.no_units")
    share = (p.sum(axis=0) + p.sum(axis=1)) / 2
    observed = float(np.trace(p))
    expected = float(np.sum(share * (1 - share)) / (k - 1))
    ac1 = (observed - expected) / (1 - expected)
    own = (np.eye(k) - expected) / (1 - expected)
    chance = (1 - (share[:, None] + share[None, :]) / 2) / (k - 1)
    linear = own - 2 * (1 - ac1) * (chance - expected) / (1 - expected)
    variance = float(np.sum(p * (linear - ac1) ** 2)) / n
    se = math.sqrt(variance)
    return _bounded(ac1, se, float(stdtrit(n - 1, (1 + level) / 2)) * se)


def krippendorff_alpha(values: np.ndarray) -> float:
    """Krippendorff's alpha for nominal categories, any number of coders, values missing at will.

    Source: Krippendorff (2011), *Computing Krippendorff's alpha-reliability*,
    https://repository.upenn.edu/asc_papers/43.

    Parameters
    ----------
    values : float (units, coders), NaN where a coder did not code the unit.

    Raises
    ------
    NotComputable
        No unit has two values, or there is one category only.

    Examples
    --------
    >>> a = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    >>> b = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    >>> round(krippendorff_alpha(np.array([a, b], dtype=float).T), 3)
    0.095
    """
    alpha = float(_alpha(_coincidences(values).sum(axis=0)[None, :])[0])
    if math.isnan(alpha):
        raise NotComputable("withheld.one_category")
    return alpha


def bootstrap_alpha(
    values: np.ndarray,
    rng: np.random.Generator,
    *,
    clusters: np.ndarray | None = None,
    draws: int = DRAWS,
    level: float = 0.95,
) -> Coefficient:
    """Alpha with a percentile interval from resampled units, or from resampled clusters of units.

    Segments of one interview are not independent: with ``clusters`` (whose segment it is) whole
    interviews are drawn. Samples that hold one category only leave alpha open and are left out.

    Parameters
    ----------
    values : as in ``krippendorff_alpha``.
    clusters : int (units,), or None: every unit by itself.
    """
    alpha = krippendorff_alpha(values)
    each = _coincidences(values)
    if clusters is not None:
        _, which = np.unique(clusters, return_inverse=True)
        gathered = np.zeros((int(which.max()) + 1, each.shape[1]))
        np.add.at(gathered, which, each)
        each = gathered[gathered[:, 1:].any(axis=1)]
    m = len(each)
    if m < 2:
        return Coefficient(alpha, math.nan, math.nan, math.nan)
    drawn = _alpha(rng.multinomial(m, np.full(m, 1 / m), size=draws) @ each)
    drawn = drawn[np.isfinite(drawn)]
    if len(drawn) < draws / 2:
        return Coefficient(alpha, math.nan, math.nan, math.nan)
    low, high = np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2])
    return Coefficient(alpha, float(drawn.std(ddof=1)), min(float(low), alpha), max(float(high), alpha))


def agreement(
    first: np.ndarray,
    second: np.ndarray,
    k: int,
    rng: np.random.Generator,
    *,
    clusters: np.ndarray | None = None,
    level: float = 0.95,
) -> Agreement:
    """All coefficients for two coders; one that the codes do not determine is NaN.

    Parameters
    ----------
    first, second : int (n,), categories 0..k-1 of the units that both coded.
    clusters : int (n,), whose unit it is, for the bootstrap.

    Raises
    ------
    NotComputable
        There is no unit that both coded.
    """
    if not len(first):
        raise NotComputable("withheld.no_units")
    table = cross_table(first, second, k)
    nothing = Coefficient(math.nan, math.nan, math.nan, math.nan)
    kappa = alpha = ac1 = nothing
    try:
        kappa = cohens_kappa(table, level=level)
        values = np.column_stack([first, second]).astype(float)
        alpha = bootstrap_alpha(values, rng, clusters=clusters, level=level)
    except NotComputable:
        pass
    if len(first) > 1 and k > 1:
        ac1 = gwets_ac1(table, level=level)
    return Agreement(len(first), 100 * float(np.trace(table)) / len(first), kappa, ac1, alpha)


def _shares(table: np.ndarray) -> tuple[np.ndarray, float]:
    counts = np.asarray(table, dtype=float)
    n = float(counts.sum())
    if n <= 0:
        raise NotComputable("withheld.no_units")
    return counts / n, n


def _coincidences(values: np.ndarray) -> np.ndarray:
    """One row a unit with at least two values: matching pairs, then how often each category occurs."""
    values = np.asarray(values, dtype=float)
    known = np.isfinite(values)
    coders = known.sum(axis=1)
    if not (coders >= 2).any():
        raise NotComputable("withheld.no_units")
    categories = np.unique(values[(coders >= 2)[:, None] & known])
    counts = np.stack([(values == category).sum(axis=1) for category in categories], axis=1).astype(float)
    counts[coders < 2] = 0
    matching = (counts * (counts - 1)).sum(axis=1) / np.maximum(coders - 1, 1)
    return np.column_stack([matching, counts])


def _alpha(sums: np.ndarray) -> np.ndarray:
    """Alpha of each row of summed coincidences; NaN where only one category occurs."""
    matching, counts = sums[:, 0], sums[:, 1:]
    n = counts.sum(axis=1)
    different = n**2 - (counts**2).sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        alpha: np.ndarray = 1 - (n - 1) * (n - matching) / different
    alpha[different <= 0] = np.nan
    return alpha


def _bounded(value: float, se: float, half: float) -> Coefficient:
    return Coefficient(value, se, max(-1.0, value - half), min(1.0, value + half))
