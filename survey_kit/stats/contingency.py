"""Cross tables: Pearson's chi-square, adjusted residuals, Cramér's V, and several answers by group."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import chdtrc, chndtr

from survey_kit.errors import NotComputable
from survey_kit.stats.roots import falling_root


@dataclass(frozen=True, slots=True)
class ChiSquare:
    """Pearson's chi-square test of a cross table, without continuity correction.

    Attributes
    ----------
    counts, expected, residuals
        (r, c): observed counts, those expected under independence, and adjusted residuals.
    statistic, df, p, n
        The test.
    cramers_v, low, high, level
        Cramér's V and its interval.
    """

    counts: np.ndarray
    expected: np.ndarray
    residuals: np.ndarray
    statistic: float
    df: int
    p: float
    n: int
    cramers_v: float
    low: float
    high: float
    level: float

    @property
    def sparse(self) -> bool:
        """Whether Cochran's rule fails: an expected count below 1, or more than a fifth below 5."""
        below = np.count_nonzero(self.expected < 5)
        return bool((self.expected < 1).any() or 5 * below > self.expected.size)


@dataclass(frozen=True, slots=True)
class SeveralAnswers:
    """Whether the options chosen by respondents who could choose several differ between groups.

    ``total`` is the sum of the options' chi-squares; ``statistic``, ``df`` and ``p`` are its
    second-order corrected form.
    """

    total: float
    statistic: float
    df: float
    p: float


def chi_square(counts: np.ndarray, *, level: float = 0.95) -> ChiSquare:
    """Pearson's chi-square test of independence.

    Parameters
    ----------
    counts : (r, c) counts; rows and columns without anybody must have been left out.
    level : confidence level of the interval of V.

    Raises
    ------
    NotComputable
        Fewer than two rows or columns.

    Notes
    -----
    Adjusted residuals are standard normal under independence (Haberman, 1973,
    doi:10.2307/2529686). The interval of V comes from the noncentral chi-square distribution
    (Smithson, 2003, doi:10.4135/9781412983761), V = sqrt(ncp / (n (k - 1))) without adding the
    degrees of freedom, as in R's effectsize; an upper end that falls below V itself is set to V.

    Examples
    --------
    >>> test = chi_square(np.array([[7, 110], [10, 108]]))
    >>> round(test.statistic, 6), test.df, round(test.p, 6), round(test.cramers_v, 6)
    (0.543515, 1, 0.46098, 0.048092)
    """
    counts = np.asarray(counts, dtype=float)
    rows, columns = counts.sum(axis=1), counts.sum(axis=0)
    n = counts.sum()
    if min(counts.shape) < 2 or (rows == 0).any() or (columns == 0).any():
        raise NotComputable("withheld.one_group")
    expected = np.outer(rows, columns) / n
    statistic = float(((counts - expected) ** 2 / expected).sum())
    df = (len(rows) - 1) * (len(columns) - 1)
    spread = np.sqrt(expected * np.outer(1 - rows / n, 1 - columns / n))
    largest = n * (min(counts.shape) - 1)
    v = float(np.sqrt(statistic / largest))
    low, high = np.sqrt(noncentrality(statistic, df, level=level) / largest)
    return ChiSquare(
        counts=counts,
        expected=expected,
        residuals=(counts - expected) / spread,
        statistic=statistic,
        df=df,
        p=float(chdtrc(df, statistic)),
        n=int(n),
        cramers_v=v,
        low=float(min(low, v)),
        high=float(min(max(high, v), 1.0)),
        level=level,
    )


def noncentrality(statistic: float, df: int, *, level: float = 0.95) -> np.ndarray:
    """Interval (2,) of the noncentrality of a chi-square statistic; an end that would be negative is 0.

    Examples
    --------
    >>> noncentrality(10.0, 3).round(4)
    array([ 0.2155, 23.6798])
    """
    tails = np.array([(1 + level) / 2, (1 - level) / 2])
    reach = np.full(2, 4 * statistic + 40.0 * np.sqrt(statistic + df) + 100.0)

    def excess(ncp: np.ndarray) -> np.ndarray:
        above: np.ndarray = chndtr(statistic, df, ncp) - tails
        return above

    ends: np.ndarray = falling_root(excess, np.zeros(2), reach)
    return ends


def table_of(first: np.ndarray, second: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """Counts of two places (n,), each from 0; -1 in either leaves the respondent out.

    Examples
    --------
    >>> table_of(np.array([0, 1, 1, -1]), np.array([0, 0, 1, 1]), (2, 2))
    array([[1, 0],
           [1, 1]])
    """
    known = (first >= 0) & (second >= 0)
    cells = first[known] * shape[1] + second[known]
    counts: np.ndarray = np.bincount(cells, minlength=shape[0] * shape[1]).reshape(shape)
    return counts


def several_answers(chosen: np.ndarray, groups: np.ndarray) -> SeveralAnswers:
    """Test of multiple marginal independence with the second-order correction of Rao and Scott.

    The chi-squares of the options (chosen or not, by group) cannot simply be added up and referred
    to their degrees of freedom, because the same respondents answer all of them. Under
    independence the sum is distributed as a weighted sum of chi-squares whose weights are the
    eigenvalues of the options' correlation matrix; its first two moments give the correction
    (Rao & Scott, 1981, doi:10.1080/01621459.1981.10477633; Bilder & Loughin, 2004,
    doi:10.1111/j.0006-341X.2004.00147.x). The weights are estimated within the groups together.

    Parameters
    ----------
    chosen : (n, options) 1 chosen, 0 not chosen.
    groups : (n,) place of each respondent's group, from 0; every place up to the largest occurs.

    Raises
    ------
    NotComputable
        No option that some chose and others did not, or a single group.
    """
    varying = chosen[:, (chosen.min(axis=0) == 0) & (chosen.max(axis=0) == 1)].astype(float)
    k = int(groups.max()) + 1 if len(groups) else 0
    if not varying.shape[1] or k < 2:
        raise NotComputable("withheld.one_group")
    total = summed_chi_square(varying, groups)
    correlation = np.atleast_2d(np.corrcoef(varying, rowvar=False))
    options = varying.shape[1]
    spread = float((correlation**2).sum()) / options
    df = options * (k - 1) / spread
    statistic = total / spread
    return SeveralAnswers(total, statistic, df, float(chdtrc(df, statistic)))


def summed_chi_square(chosen: np.ndarray, groups: np.ndarray) -> float:
    """Sum over the options of the chi-squares of chosen or not by group."""
    share = chosen.mean(axis=0)
    sizes = np.bincount(groups)
    counts = np.array([np.bincount(groups, weights=column) for column in chosen.T]).T
    deviations = (counts - np.outer(sizes, share)) ** 2 / sizes[:, None]
    return float((deviations.sum(axis=0) / (share * (1 - share))).sum())
