"""When do further interviews bring nothing new? Themes by order of interviews."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import gammaln


@dataclass(frozen=True, slots=True)
class Saturation:
    """New themes by interview, in their order; arrays are (n,) over interviews.

    Attributes
    ----------
    new, found
        Themes heard for the first time in each interview, and themes found so far.
    expected
        Themes found on average in so many interviews taken in random order.
    base, run, threshold
        Size of the base, length of a run, and the share of new themes that counts as none (0..1).
    base_themes
        Themes in the first ``base`` interviews.
    ratio
        New themes of the run that ends with each interview over ``base_themes``; NaN before the first run.
    reached
        The last interview before the first run whose ratio is at most ``threshold`` (it took ``run`` more
        to see it); None when no run qualifies.
    """

    new: np.ndarray
    found: np.ndarray
    expected: np.ndarray
    base: int
    run: int
    threshold: float
    base_themes: int
    ratio: np.ndarray
    reached: int | None


def saturation(present: np.ndarray, *, base: int = 4, run: int = 2, threshold: float = 0.05) -> Saturation:
    """New themes by interview, and the point of saturation by base size and run length.

    Source: Guest, Namey & Chen (2020), doi:10.1371/journal.pone.0232076: the themes new in a run of
    interviews, divided by those of the base. A run ends here with every interview after the base, so that
    neighbouring runs overlap. The curve in random order is the exact mean over all orders (sample-based
    rarefaction; Colwell et al., 2004, doi:10.1890/03-0557).

    Parameters
    ----------
    present : bool (interviews, themes), in the order in which people were interviewed.

    Examples
    --------
    >>> s = saturation(np.array([[1, 0], [1, 1], [0, 1], [1, 0], [1, 1], [0, 1]], dtype=bool))
    >>> s.found.tolist(), s.reached
    ([1, 2, 2, 2, 2, 2], 4)
    """
    present = np.asarray(present, dtype=bool)
    n = len(present)
    sofar = np.logical_or.accumulate(present, axis=0)
    found = sofar.sum(axis=1)
    new = np.diff(found, prepend=0)
    ratio = np.full(n, np.nan)
    base_themes = int(found[base - 1]) if n >= base else 0
    if base_themes:
        for end in range(base + run, n + 1):
            ratio[end - 1] = new[end - run : end].sum() / base_themes
    qualifying = np.flatnonzero(ratio <= threshold)
    reached = int(qualifying[0]) + 1 - run if len(qualifying) else None
    return Saturation(
        new, found, _in_random_order(present), base, run, threshold, base_themes, ratio, reached
    )


def _in_random_order(present: np.ndarray) -> np.ndarray:
    """Mean number of themes in t of n interviews, t = 1..n."""
    n = len(present)
    t = np.arange(1, n + 1)[:, None]
    without = n - present.sum(axis=0)[None, :]  # interviews in which a theme does not occur
    possible = without >= t
    free = np.where(possible, without, n)
    log_missed = gammaln(free + 1) - gammaln(free - t + 1) - (gammaln(n + 1) - gammaln(n - t + 1))
    missed = np.where(possible, np.exp(log_missed), 0.0)
    expected: np.ndarray = (1 - missed).sum(axis=1)
    return expected
