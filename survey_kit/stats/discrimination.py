"""Do items tell high scorers from low scorers? The critical ratio of extreme groups."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import special

from survey_kit.errors import NotComputable


@dataclass(frozen=True, slots=True, eq=False)
class CriticalRatio:
    """t tests of each item between the upper and the lower group; arrays are (k,).

    NaN where neither group varies on the item.
    """

    n_low: int
    n_high: int
    t: np.ndarray
    df: np.ndarray
    p: np.ndarray


def critical_ratio(data: np.ndarray, *, share: float = 0.27, equal_variances: bool = False) -> CriticalRatio:
    """Compare the extreme groups of the total score on every item.

    Parameters
    ----------
    data : scored items (n, k); rows with gaps are left out.
    share : of respondents in each extreme group; 27 % after Kelley (1939), doi:10.1037/h0057123. Those
        who tie with the last of a group belong to it.
    equal_variances : Student's t, the first line of SPSS; otherwise Welch's, its second.

    Raises
    ------
    NotComputable
        Fewer than two respondents in a group, or groups that overlap.

    Examples
    --------
    >>> critical_ratio(np.array([[1.0, 2], [2, 1], [2, 3], [3, 3], [4, 5], [5, 4]])).n_high
    2
    """
    complete = data[np.isfinite(data).all(axis=1)]
    n = len(complete)
    total = complete.sum(axis=1)
    size = int(np.ceil(share * n - 1e-9))
    if size < 2:
        raise NotComputable("withheld.too_few", n=n, needed=int(np.floor(1 / share)) + 1)
    ordered = np.sort(total)
    # scores are sums of a few numbers: differences below this are rounding
    slack = 1e-9 * max(1.0, float(np.abs(ordered).max()))
    low_cut, high_cut = ordered[size - 1] + slack, ordered[-size] - slack
    if low_cut >= high_cut:
        raise NotComputable("withheld.groups_overlap", n=n)
    low, high = complete[total <= low_cut], complete[total >= high_cut]
    n_low, n_high = len(low), len(high)
    v_low, v_high = low.var(axis=0, ddof=1), high.var(axis=0, ddof=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        if equal_variances:
            df = np.full(data.shape[1], n_low + n_high - 2.0)
            se2 = ((n_low - 1) * v_low + (n_high - 1) * v_high) / df * (1 / n_low + 1 / n_high)
        else:
            a, b = v_low / n_low, v_high / n_high
            se2 = a + b
            df = se2**2 / (a**2 / (n_low - 1) + b**2 / (n_high - 1))
        t = (high.mean(axis=0) - low.mean(axis=0)) / np.sqrt(se2)
    known = se2 > 1e-24
    t, df = np.where(known, t, np.nan), np.where(known, df, np.nan)
    p = 2 * special.stdtr(df, -np.abs(t))
    return CriticalRatio(n_low, n_high, t, df, p)
