"""Ranking questions: places of the options, and how far the respondents agree about them.

Rank 1 is the best place. An option without a rank was not placed; whoever ranked some options only
is taken to put the others behind them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import chdtrc, stdtrit

from survey_kit.errors import NotComputable


@dataclass(frozen=True, slots=True)
class Places:
    """The k options of a ranking question.

    Attributes
    ----------
    cases
        Respondents who ranked at least one option.
    n, mean, sd, low, high
        (k,) how many ranked the option, their mean rank, its SD (n - 1) and its t interval.
    top
        (k,) respondents who gave it one of the first places.
    borda
        (k,) share of the points that the option could have, 0..1: k - r points for rank r, and the
        mean of the points left over for every option that a respondent did not rank.
    """

    cases: int
    n: np.ndarray
    mean: np.ndarray
    sd: np.ndarray
    low: np.ndarray
    high: np.ndarray
    top: np.ndarray
    borda: np.ndarray
    level: float


@dataclass(frozen=True, slots=True)
class Concordance:
    """Kendall's W of the ``m`` respondents who ranked all options, with its chi-square (Friedman's).

    ``mean_rho`` is the mean Spearman correlation between two respondents.
    """

    m: int
    w: float
    chi2: float
    df: int
    p: float
    mean_rho: float


def within_ranks(ranks: np.ndarray) -> np.ndarray:
    """Ranks (n, k) counted anew within each row, ties sharing theirs; NaN stays NaN.

    Examples
    --------
    >>> within_ranks(np.array([[1.0, 4.0, 2.0], [1.0, 1.0, np.nan]]))
    array([[1. , 3. , 2. ],
           [1.5, 1.5, nan]])
    """
    filled = np.where(np.isfinite(ranks), ranks, np.inf)
    k = ranks.shape[1]
    before = sum((filled[:, [j]] < filled).astype(float) for j in range(k))
    same = sum((filled[:, [j]] == filled).astype(float) for j in range(k))
    return np.asarray(np.where(np.isfinite(ranks), before + (same + 1) / 2, np.nan))


def places(ranks: np.ndarray, *, top: int = 1, level: float = 0.95) -> Places:
    """Describe the ranks (n, k) that respondents gave to options, NaN for no rank.

    Raises
    ------
    NotComputable
        Fewer than two options, or nobody ranked any.

    Examples
    --------
    >>> found = places(np.array([[1.0, 2.0, 3.0], [2.0, 1.0, 3.0], [1.0, 3.0, 2.0], [1.0, np.nan, np.nan]]))
    >>> found.top, found.borda
    (array([3, 1, 0]), array([0.875 , 0.4375, 0.1875]))
    """
    k = ranks.shape[1]
    if k < 2:
        raise NotComputable("withheld.too_few_items", k=k, needed=2)
    own = within_ranks(ranks)
    ranked = np.isfinite(own)
    own, ranked = own[ranked.any(axis=1)], ranked[ranked.any(axis=1)]
    if not len(own):
        raise NotComputable("withheld.too_few", n=0, needed=1)
    n = ranked.sum(axis=0)
    safe = np.maximum(n, 1)
    mean = np.where(n > 0, np.where(ranked, own, 0.0).sum(axis=0) / safe, np.nan)
    squares = np.where(ranked, (own - mean) ** 2, 0.0).sum(axis=0)
    sd = np.where(n > 1, np.sqrt(squares / np.maximum(n - 1, 1)), np.nan)
    half = np.where(n > 1, stdtrit(np.maximum(n - 1.0, 1.0), 0.5 + level / 2) * sd / np.sqrt(safe), np.nan)
    rest = (k - 1 - ranked.sum(axis=1)) / 2  # mean of the points 0 .. k - 1 - placed
    points = np.where(ranked, k - own, rest[:, None])
    return Places(
        len(own),
        n,
        mean,
        sd,
        mean - half,
        mean + half,
        np.where(ranked, own <= top, False).sum(axis=0),
        points.mean(axis=0) / (k - 1),
        level,
    )


def kendall_w(ranks: np.ndarray) -> Concordance:
    """Kendall's coefficient of concordance, corrected for ties (Kendall & Babington Smith, 1939,
    doi:10.1214/aoms/1177732186).

    m(k - 1)W is Friedman's chi-square with k - 1 degrees of freedom. Only complete rows of ``ranks``
    (n, k) enter.

    Raises
    ------
    NotComputable
        Fewer than two complete rankings or options, or everybody ties all options.

    Examples
    --------
    >>> kendall_w(np.array([[1.0, 2.0, 3.0], [1.0, 2.0, 3.0], [1.0, 3.0, 2.0]])).w.__round__(6)
    0.777778
    """
    complete = within_ranks(ranks[np.isfinite(ranks).all(axis=1)])
    m, k = complete.shape
    if k < 2:
        raise NotComputable("withheld.too_few_items", k=k, needed=2)
    if m < 2:
        raise NotComputable("withheld.too_few", n=m, needed=2)
    # the sum of squared ranks of a row falls short of k(k+1)(2k+1)/6 by its tie correction / 12
    spread = float((complete**2).sum() - m * k * (k + 1) ** 2 / 4)
    if not spread > 1e-9 * m:
        raise NotComputable("withheld.no_spread")
    sums = complete.sum(axis=0)
    between = float(((sums - sums.mean()) ** 2).sum())
    w = between / (m * spread)
    chi2 = m * (k - 1) * w
    return Concordance(m, w, chi2, k - 1, float(chdtrc(k - 1, chi2)), (m * w - 1) / (m - 1))
