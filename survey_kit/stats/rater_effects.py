"""Raters: who is severe or lenient, how far several agree, and means over raters drawn anew."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import stdtr, stdtrit

from survey_kit.errors import NotComputable

LEAST_RATERS = 3
"""Below this many raters, drawing them anew says nothing about other raters."""


@dataclass(frozen=True, slots=True)
class Severity:
    """How far each rater departs from the others on the same people; arrays (raters,).

    ``n`` counts people that somebody else rated too; below two the interval is NaN.
    """

    n: np.ndarray
    effect: np.ndarray
    low: np.ndarray
    high: np.ndarray
    p: np.ndarray


def severity(table: np.ndarray, level: float = 0.95) -> Severity:
    """Effects of raters from ratings (people, raters), NaN where a rater did not rate a person.

    The effect is the mean, over the people he rated, of his rating minus the mean of the *other* raters of the same
    person; negative is severe. Its interval and two-sided p-value are those of a one-sample t test over people;
    who departs by the same from the others on everybody has p = 0, who never departs has none.

    Raises
    ------
    NotComputable
        No person was rated by two raters.

    Examples
    --------
    >>> severity(np.array([[1.0, 3.0], [2.0, 4.0], [5.0, 8.0]])).effect.round(2).tolist()
    [-2.33, 2.33]
    """
    there = np.isfinite(table)
    filled = np.where(there, table, 0.0)
    others = there.sum(axis=1, keepdims=True) - there
    total = filled.sum(axis=1, keepdims=True) - filled
    shared = there & (others > 0)
    if not shared.any():
        raise NotComputable("withheld.one_rater")
    mean_of_others = np.divide(total, others, out=np.zeros_like(total), where=others > 0)
    # rounding alone is no departure
    away = np.where(shared, np.round(filled - mean_of_others, 9), 0.0)
    n = shared.sum(axis=0)
    effect = np.divide(away.sum(axis=0), n, out=np.full(len(n), np.nan), where=n > 0)
    squares = (np.where(shared, away - np.where(n > 0, effect, 0.0), 0.0) ** 2).sum(axis=0)
    df = np.maximum(n - 1, 1)
    se = np.where(n > 1, np.sqrt(squares / df / np.maximum(n, 1)), np.nan)
    with np.errstate(divide="ignore", invalid="ignore"):
        t = effect / se
    p = np.where(se > 0, 2 * stdtr(df, -np.abs(t)), np.nan)
    # the same departure on everybody leaves no doubt; none at all leaves nothing to test
    p = np.where((se == 0) & (effect != 0), 0.0, p)
    half = stdtrit(df, (1 + level) / 2) * se
    return Severity(n, effect, effect - half, effect + half, p)


def resampled_means(
    scores: np.ndarray, cell: np.ndarray, rater: np.ndarray, cells: int, shares: np.ndarray
) -> np.ndarray:
    """(draws, cells, k) means of ratings (m, k) in each cell under weights (draws, raters) of the raters.

    ``cell`` and ``rater`` (m,) say whose rating a row is. NaN ratings are passed over; a cell without a
    rating in a draw is NaN.
    """
    k, raters = scores.shape[1], shares.shape[1]
    there = np.isfinite(scores)
    # one sum and one count a rater, cell and dimension: a draw only weighs them
    at = (rater * cells + cell)[:, None] * k + np.arange(k)
    size = raters * cells * k
    sums = np.bincount(at[there], scores[there], size).reshape(raters, -1)
    counts = np.bincount(at[there], minlength=size).reshape(raters, -1).astype(float)
    total, count = shares @ sums, shares @ counts
    means = np.divide(total, count, out=np.full_like(total, np.nan), where=count > 0)
    return np.asarray(means.reshape(len(shares), cells, k))


def drawn_raters(raters: int, draws: int, rng: np.random.Generator) -> np.ndarray:
    """(draws, raters) how often each rater is drawn when as many are drawn with replacement.

    Raises
    ------
    NotComputable
        Fewer than three raters.
    """
    if raters < LEAST_RATERS:
        raise NotComputable("withheld.few_raters", n=raters, needed=LEAST_RATERS)
    return rng.multinomial(raters, np.full(raters, 1 / raters), size=draws).astype(float)
