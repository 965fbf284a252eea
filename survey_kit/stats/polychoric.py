"""Polychoric correlations: how the normal variables correlate that ordered answers are cut from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import special

from survey_kit.errors import NotComputable
from survey_kit.stats.bivariate_normal import bivariate_density, bivariate_normal_cdf

MOST_CATEGORIES = 20
"""More used categories make a variable a number, not an ordered answer."""

_BOUND = 0.9999
_ITERATIONS = 60
_STEP = 1e-11
_SMALLEST = 1e-16
"""A probability below rounding is taken as this."""
_BEYOND = 40.0
"""A threshold above every answer: stands where an item has fewer categories than another."""
_PAIRS = 1024
_ROWS = 16384


@dataclass(frozen=True, slots=True, eq=False)
class Polychoric:
    """Polychoric correlations of k items in ``n`` complete rows.

    Attributes
    ----------
    rho, se
        (k, k) correlations and their asymptotic standard errors (0 on the diagonal; NaN at the bound).
    thresholds
        For each item the cuts between its used categories, ascending.
    empty_cells
        Percent of the cells of all pairs' contingency tables (used categories) that nobody is in.
    at_bound
        Pairs whose likelihood rises up to a correlation of ±1: it has no maximum inside.
    kept
        (k,) share of the variance of each normal variable that its categories keep.
    """

    names: tuple[str, ...]
    n: int
    rho: np.ndarray
    se: np.ndarray
    thresholds: tuple[np.ndarray, ...]
    empty_cells: float
    at_bound: tuple[tuple[str, str], ...]
    kept: np.ndarray

    @property
    def smallest_eigenvalue(self) -> float:
        """Not above zero: the correlations contradict each other, as pairwise estimates may."""
        return float(np.linalg.eigvalsh(self.rho)[0])


def polychoric(data: np.ndarray, names: Sequence[str]) -> Polychoric:
    """Two-step estimates (Olsson 1979, doi:10.1007/BF02296207) of all pairs of items at once.

    The thresholds come from the margins, then each correlation maximises the likelihood of its
    contingency table. Rows with a missing answer are left out.

    Parameters
    ----------
    data : scored answers (n, k); only the order of the values counts.
    names : one name an item.

    Raises
    ------
    NotComputable
        Fewer than two complete rows, an item with one used category or with more than 20.

    Notes
    -----
    Empty cells are left empty. R's psych adds .5 to each of them by default (``correct = .5``), which
    moves correlations by several thousandths; ``correct = 0`` and lavaan give the numbers of this
    function (lavaan adds .5 in tables of 2 × 2 only). The standard errors account for the
    estimated thresholds (Jöreskog 1994, doi:10.1007/BF02296131) and take the information expected
    under the model; lavaan takes the product of the scores, which is smaller where the normal model
    fits badly (items A1 and A2 of bfi, n = 500: .036; here .048, as by the bootstrap).

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> latent = rng.standard_normal((20000, 2)) @ np.array([[1, 0.6], [0, 0.8]])
    >>> bool(abs(polychoric(np.digitize(latent, [-1, 0, 1]), ("a", "b")).rho[0, 1] - 0.6) < 0.02)
    True
    """
    complete = data[np.isfinite(data).all(axis=1)]
    n, k = complete.shape
    if n < 2:
        raise NotComputable("withheld.too_few", n=n, needed=2)
    codes, used = _coded(complete, tuple(names))
    largest = int(used.max())
    counts = _tables(codes, largest)
    rows, columns = np.triu_indices(k, 1)
    margin = counts[np.arange(k), np.arange(k)].diagonal(axis1=1, axis2=2)
    cumulative = np.cumsum(margin, axis=1)[:, :-1] / n
    cuts = np.where(np.arange(1, largest) < used[:, None], special.ndtri(cumulative), _BEYOND)
    rho, se, at_bound = np.eye(k), np.zeros((k, k)), np.zeros(len(rows), dtype=bool)
    for at in range(0, len(rows), _PAIRS):
        part = slice(at, at + _PAIRS)
        i, j = rows[part], columns[part]
        found, bounded = _maximise(counts[i, j], cuts[i], cuts[j])
        error = np.where(bounded, np.nan, _standard_errors(found, counts[i, j], cuts[i], cuts[j]))
        rho[i, j], rho[j, i], se[i, j], se[j, i], at_bound[part] = found, found, error, error, bounded
    cells = (used[rows] * used[columns]).sum()
    filled = (counts[rows, columns] > 0).sum()
    return Polychoric(
        tuple(names),
        n,
        rho,
        se,
        tuple(cut[: u - 1] for cut, u in zip(cuts, used, strict=True)),
        100 * float(1 - filled / cells) if cells else 0.0,
        tuple((names[i], names[j]) for i, j in zip(rows[at_bound], columns[at_bound], strict=True)),
        _kept(cuts, margin / n),
    )


def _coded(complete: np.ndarray, names: tuple[str, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Positions (n, k) of the answers among the used categories of each item, and their numbers (k,)."""
    codes = np.empty(complete.shape, dtype=np.intp)
    used = np.empty(len(names), dtype=np.intp)
    for at in range(len(names)):
        values, codes[:, at] = np.unique(complete[:, at], return_inverse=True)
        used[at] = len(values)
    constant = tuple(name for name, u in zip(names, used, strict=True) if u < 2)
    if constant:
        raise NotComputable("withheld.no_variance", names=constant)
    many = tuple(name for name, u in zip(names, used, strict=True) if u > MOST_CATEGORIES)
    if many:
        raise NotComputable("ordinal.many_categories", names=many, most=MOST_CATEGORIES)
    return codes, used


def _tables(codes: np.ndarray, largest: int) -> np.ndarray:
    """Contingency tables of all pairs, (k, k, c, c), as one product of indicators."""
    n, k = codes.shape
    total = np.zeros((k * largest, k * largest))
    offsets = np.arange(k) * largest
    for at in range(0, n, _ROWS):
        part = codes[at : at + _ROWS]
        indicator = np.zeros((len(part), k * largest), dtype=np.float32)
        np.put_along_axis(indicator, part + offsets, 1.0, axis=1)
        total += indicator.T @ indicator
    return total.reshape(k, largest, k, largest).transpose(0, 2, 1, 3)


def _cells(grid: np.ndarray) -> np.ndarray:
    """Differences (p, c, c) of a function on the grid of thresholds that vanishes around it."""
    framed = np.pad(grid, ((0, 0), (1, 1), (1, 1)))
    return np.diff(np.diff(framed, axis=1), axis=2)


def _probabilities(rho: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Probabilities (p, c, c) of the cells under thresholds a, b (p, c - 1)."""
    p, c = a.shape
    grid = np.zeros((p, c + 2, c + 2))
    grid[:, 1:-1, 1:-1] = bivariate_normal_cdf(a[:, :, None], b[:, None, :], rho[:, None, None])
    grid[:, 1:-1, -1], grid[:, -1, 1:-1], grid[:, -1, -1] = special.ndtr(a), special.ndtr(b), 1.0
    return np.maximum(np.diff(np.diff(grid, axis=1), axis=2), _SMALLEST)


def _score(
    rho: np.ndarray, counts: np.ndarray, a: np.ndarray, b: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """First and second derivative (p,) of the log-likelihood by rho."""
    probability = _probabilities(rho, a, b)
    h, k, r = a[:, :, None], b[:, None, :], rho[:, None, None]
    density, rest = bivariate_density(h, k, r), 1 - r * r
    slope = _cells(density) / probability
    bend = density * (r / rest + (h * k * (1 + r * r) - r * (h * h + k * k)) / rest**2)
    first = (counts * slope).sum(axis=(1, 2))
    second = (counts * (_cells(bend) / probability - slope * slope)).sum(axis=(1, 2))
    return first, second


def _maximise(counts: np.ndarray, a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Correlations (p,) of highest likelihood by Newton's method inside a bracket; which are at its end."""
    pairs = len(counts)
    low, high = np.full(pairs, -_BOUND), np.full(pairs, _BOUND)
    rho = np.clip(_pearson(counts), -0.9, 0.9)
    active = np.arange(pairs)
    for _ in range(_ITERATIONS):
        first, second = _score(rho[active], counts[active], a[active], b[active])
        here = rho[active]
        low[active] = np.where(first > 0, here, low[active])
        high[active] = np.where(first > 0, high[active], here)
        with np.errstate(divide="ignore", invalid="ignore"):
            trial = here - first / second
        inside = (second < 0) & (trial > low[active]) & (trial < high[active])
        trial = np.where(inside, trial, (low[active] + high[active]) / 2)
        rho[active] = trial
        active = active[np.abs(trial - here) > _STEP]
        if not len(active):
            break
    return rho, np.abs(rho) > _BOUND - 1e-6


def _pearson(counts: np.ndarray) -> np.ndarray:
    """Correlations (p,) of the category numbers: where the search begins."""
    at = np.arange(counts.shape[1])
    n = counts.sum(axis=(1, 2))
    x, y = counts.sum(axis=2), counts.sum(axis=1)
    mx, my = x @ at / n, y @ at / n
    vx, vy = x @ at**2 / n - mx**2, y @ at**2 / n - my**2
    found: np.ndarray = (np.einsum("pij,i,j->p", counts, at, at) / n - mx * my) / np.sqrt(vx * vy)
    return found


def _standard_errors(rho: np.ndarray, counts: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Standard errors (p,): spread of the influence that an answer in each cell has on rho."""
    n = counts.sum(axis=(1, 2))
    probability = _probabilities(rho, a, b)
    h, k, r = a[:, :, None], b[:, None, :], rho[:, None, None]
    slope = _cells(bivariate_density(h, k, r)) / probability
    information = (probability * slope**2).sum(axis=(1, 2))
    influence = slope.copy()
    for own, other, axis in ((a, b, 1), (b, a, 2)):
        # moving a threshold shifts probability from the category above it to the one below
        below = special.ndtr((other[:, None, :] - r * own[:, :, None]) / np.sqrt(1 - r * r))
        below = np.diff(np.pad(below, ((0, 0), (0, 0), (1, 1)), constant_values=(0, 1)), axis=2)
        toward = slope if axis == 1 else slope.transpose(0, 2, 1)
        # expected cross derivative with a threshold, divided by its density
        cross = -(below * (toward[:, :-1] - toward[:, 1:])).sum(axis=2)
        share = counts.sum(axis=3 - axis) / n[:, None]
        cumulative = np.cumsum(share, axis=1)[:, :-1]
        under = np.tri(share.shape[1], dtype=bool).T[:, :-1]
        moved = (cross[:, None, :] * (under[None] - cumulative[:, None, :])).sum(axis=2)
        influence += np.expand_dims(moved, 3 - axis)
    variance = (counts * influence**2).sum(axis=(1, 2)) / n
    found: np.ndarray = np.sqrt(variance / n) / information
    return found


def _kept(cuts: np.ndarray, share: np.ndarray) -> np.ndarray:
    """Variance (k,) of the mean of a standard normal variable within its categories."""
    density = np.exp(-cuts * cuts / 2) / np.sqrt(2 * np.pi)
    steps = np.diff(np.pad(density, ((0, 0), (1, 1))), axis=1)
    found: np.ndarray = np.divide(steps**2, share, out=np.zeros_like(share), where=share > 0).sum(axis=1)
    return found
