"""Descriptive statistics of one or many variables at once."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

_BLOCK = 2**21
"""Values worked on at a time: keeps the working memory at a few dozen megabytes."""


@dataclass(frozen=True, slots=True, eq=False)
class Descriptives:
    """Descriptive statistics, one value a variable; every field is an array (k,).

    ``kurtosis`` is excess kurtosis. A statistic that the answers do not determine is NaN: the SD of
    one answer, the skewness of fewer than three answers or of answers that are all the same.
    """

    n: np.ndarray
    missing: np.ndarray
    mean: np.ndarray
    sd: np.ndarray
    se: np.ndarray
    median: np.ndarray
    min: np.ndarray
    max: np.ndarray
    q1: np.ndarray
    q3: np.ndarray
    skewness: np.ndarray
    kurtosis: np.ndarray
    se_skewness: np.ndarray
    se_kurtosis: np.ndarray


def describe(data: np.ndarray) -> Descriptives:
    """Describe every column of ``data``.

    Parameters
    ----------
    data : float array (n, k) or (n,); NaN (or an infinite value) is no answer. Each column is
        described over its own answers.

    Returns
    -------
    Descriptives
        Standard deviation and standard error with n - 1. Skewness G1 and excess kurtosis G2 with
        their standard errors are those of SPSS, SAS and Excel; R's psych prints b1 and b2 by
        default. Quartiles are SPSS's (HAVERAGE, type 6 of Hyndman & Fan 1996,
        doi:10.2307/2684934); R and NumPy take type 7. Means and sums of squares are computed in two
        passes with the correction of Chan, Golub & LeVeque (1983), doi:10.2307/2683386.

    Notes
    -----
    G1 and G2: Joanes & Gill (1998), doi:10.1111/1467-9884.00122.

    Examples
    --------
    >>> d = describe(np.array([[1.0], [2.0], [2.0], [5.0], [np.nan]]))
    >>> d.n.item(), d.missing.item(), d.mean.item(), d.q3.item()
    (4, 1, 2.5, 4.25)
    """
    table = np.asarray(data, dtype=float)
    if table.ndim == 1:
        table = table[:, None]
    width = max(1, _BLOCK // max(1, len(table)))
    blocks = [_describe(table[:, at : at + width]) for at in range(0, max(1, table.shape[1]), width)]
    return Descriptives(
        **{f.name: np.concatenate([getattr(b, f.name) for b in blocks]) for f in fields(Descriptives)}
    )


def _describe(table: np.ndarray) -> Descriptives:
    # one row a variable, sorted: NaN go to the end, so the first n values of a row are its answers
    rows = np.sort(np.where(np.isfinite(table), table, np.nan).T, axis=1)
    answered = np.isfinite(rows)
    n = answered.sum(axis=1)
    missing = rows.shape[1] - n
    if rows.shape[1] == 0:
        rows, answered = np.full((len(rows), 1), np.nan), np.zeros((len(rows), 1), dtype=bool)
    low = rows[:, 0]
    high = np.take_along_axis(rows, np.maximum(n - 1, 0)[:, None], axis=1)[:, 0]
    constant = (n > 0) & (low == high)
    q1, median, q3 = (_quantile(rows, n, p) for p in (0.25, 0.5, 0.75))

    with np.errstate(divide="ignore", invalid="ignore"):
        filled = np.where(answered, rows, 0.0)
        mean = filled.sum(axis=1) / n
        mean += np.where(answered, rows - mean[:, None], 0.0).sum(axis=1) / n
        mean = np.where(constant, low, mean)
        deviations = np.where(answered, rows - mean[:, None], 0.0)
        squares = deviations * deviations
        m1, m2 = deviations.sum(axis=1), squares.sum(axis=1)
        m3, m4 = (squares * deviations).sum(axis=1), (squares * squares).sum(axis=1)
        m2 -= m1 * m1 / n
        variance = np.where(n > 1, m2 / (n - 1), np.nan)
        sd = np.where(constant & (n > 1), 0.0, np.sqrt(variance))
        count = n.astype(float)
        shaped = ~constant
        g1 = np.where(shaped & (n > 2), _skewness(count, m2, m3), np.nan)
        g2 = np.where(shaped & (n > 3), _kurtosis(count, m2, m4), np.nan)
        se_g1 = np.where(n > 2, skewness_se(count), np.nan)
        se_g2 = np.where(n > 3, kurtosis_se(count), np.nan)
        se = sd / np.sqrt(n)
    return Descriptives(n, missing, mean, sd, se, median, low, high, q1, q3, g1, g2, se_g1, se_g2)


def _skewness(n: np.ndarray, m2: np.ndarray, m3: np.ndarray) -> np.ndarray:
    """G1 from sums of squares and cubes of deviations."""
    g1 = (m3 / n) / (m2 / n) ** 1.5
    result: np.ndarray = g1 * np.sqrt(n * (n - 1)) / (n - 2)
    return result


def _kurtosis(n: np.ndarray, m2: np.ndarray, m4: np.ndarray) -> np.ndarray:
    """G2 from sums of squares and fourth powers of deviations."""
    g2 = (m4 / n) / (m2 / n) ** 2 - 3
    result: np.ndarray = (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * g2 + 6)
    return result


def skewness_se(n: np.ndarray) -> np.ndarray:
    """Standard error of G1 in a normal sample of size ``n`` (> 2), as SPSS prints it."""
    result: np.ndarray = np.sqrt(6 * n * (n - 1) / ((n - 2) * (n + 1) * (n + 3)))
    return result


def kurtosis_se(n: np.ndarray) -> np.ndarray:
    """Standard error of G2 in a normal sample of size ``n`` (> 3), as SPSS prints it."""
    result: np.ndarray = 2 * skewness_se(n) * np.sqrt((n * n - 1) / ((n - 3) * (n + 5)))
    return result


def _quantile(rows: np.ndarray, n: np.ndarray, p: float) -> np.ndarray:
    """Type 6: the answer at rank (n + 1) p, interpolated, never beyond the smallest and largest."""
    rank = np.clip((n + 1) * p, 1, np.maximum(n, 1))
    below = np.floor(rank).astype(int)
    above = np.minimum(below + 1, np.maximum(n, 1))
    at_below = np.take_along_axis(rows, below[:, None] - 1, axis=1)[:, 0]
    at_above = np.take_along_axis(rows, above[:, None] - 1, axis=1)[:, 0]
    result: np.ndarray = at_below + (rank - below) * (at_above - at_below)
    return result
