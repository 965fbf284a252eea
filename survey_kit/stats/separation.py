"""Predictors that separate the categories of an outcome, so that no finite estimate exists."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

FLOOR = 1e-7
"""A direction or gain smaller than this is rounding of the linear program."""


@dataclass(frozen=True, slots=True)
class Separation:
    """``complete``: every respondent is classified without fail; else some (quasi-complete).

    ``predictors`` are the places of the columns that do it.
    """

    complete: bool
    predictors: tuple[int, ...]


def separation(Z: np.ndarray, y: np.ndarray, cuts: int) -> Separation | None:
    """Whether the likelihood of an ordered logit model grows without end in some direction.

    It does if a direction moves no respondent's linear predictor to the wrong side of a threshold
    beside his category and at least one to the right side; a linear program decides (Konis, 2007,
    https://ora.ox.ac.uk/objects/uuid:8f9ee0d0-d78e-4101-9ab4-f9cbceed2a2a). A single column that
    separates alone is named rather than a combination of several.

    Parameters
    ----------
    Z : (n, k) standardised predictors.
    y : (n,) categories 0 .. cuts.

    Examples
    --------
    >>> x = np.array([[0.0], [1.0], [2.0], [3.0]])
    >>> separation(x, np.array([0, 0, 1, 1]), 1)
    Separation(complete=True, predictors=(0,))
    >>> separation(x, np.array([0, 1, 0, 1]), 1) is None
    True
    """
    thresholds = np.eye(cuts + 1, cuts)
    above = np.hstack([thresholds[y], -Z])[y < cuts]
    below = np.hstack([-np.vstack([np.zeros(cuts), thresholds[:-1]])[y], Z])[y > 0]
    gains = np.unique(np.vstack([above, below]), axis=0)
    everything = np.arange(cuts + Z.shape[1])
    direction = _direction(gains, everything)
    if direction is None:
        return None
    complete = bool((gains @ direction > FLOOR).all()) or _strictly(gains)
    alone = [
        at for at in range(Z.shape[1]) if _direction(gains, np.append(np.arange(cuts), cuts + at)) is not None
    ]
    named = alone or np.flatnonzero(np.abs(direction[cuts:]) > FLOOR).tolist()
    return Separation(complete, tuple(int(at) for at in named))


def _direction(gains: np.ndarray, columns: np.ndarray) -> np.ndarray | None:
    """A direction in these parameters that loses nowhere and gains somewhere; None if there is none."""
    from scipy.optimize import linprog

    part = gains[:, columns]
    found = linprog(-part.sum(axis=0), A_ub=-part, b_ub=np.zeros(len(part)), bounds=(-1, 1), method="highs")
    if found.x is None or float((part @ found.x).sum()) <= FLOOR:
        return None
    direction = np.zeros(gains.shape[1])
    direction[columns] = found.x
    return direction


def _strictly(gains: np.ndarray) -> bool:
    """Whether a direction gains for every respondent at every threshold."""
    from scipy.optimize import linprog

    n, k = gains.shape
    found = linprog(
        np.append(np.zeros(k), -1.0),
        A_ub=np.hstack([-gains, np.ones((n, 1))]),
        b_ub=np.zeros(n),
        bounds=[(-1, 1)] * k + [(0, 1)],
        method="highs",
    )
    return found.x is not None and bool(found.x[-1] > FLOOR)
