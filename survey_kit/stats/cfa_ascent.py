"""The way to the top of a likelihood: Fisher scoring, then Newton's steps."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import numpy as np
from scipy import linalg

from survey_kit.errors import NotComputable
from survey_kit.stats.cfa_likelihood import Slopes

_STEPS, _NEAR, _PRECISION = 300, 1e-2, 1e-18

Point = TypeVar("Point")


def ascend(
    at: Point,
    *,
    height: Callable[[Point], float],
    slopes: Callable[[Point], Slopes],
    moved: Callable[[Point, np.ndarray], Point],
    factors: int,
) -> Point:
    """Climb from ``at`` until a step gains nothing.

    Parameters
    ----------
    height, slopes : log-likelihood a row, and the derivatives of minus that to the free parameters.
    moved : the point after a step in the free parameters.
    factors : of the model, for the refusal.

    Raises
    ------
    NotComputable
        No convergence.
    """
    top = height(at)
    gain = float("inf")
    for _ in range(_STEPS):
        here = slopes(at)
        step = _step(here.observed if gain < _NEAR else here.expected, here.expected, here.gradient)
        if step is None:
            break
        gain = -float(here.gradient @ step)
        size = 1.0
        while True:
            there = moved(at, size * step)
            reached = height(there)
            # at the top rounding hides the gain of a good step
            if reached >= top - 1e-13 or (gain < 1e-14 and reached > top - 1e-11):
                break
            size /= 2
            if size < 1e-8:
                raise NotComputable("withheld.not_converged", factors=factors)
        at, top = there, reached
        if gain < _PRECISION:
            return at
    raise NotComputable("withheld.not_converged", factors=factors)


def _step(curved: np.ndarray, expected: np.ndarray, gradient: np.ndarray) -> np.ndarray | None:
    for matrix in (curved, expected):
        try:
            found: np.ndarray = -linalg.cho_solve(linalg.cho_factor(matrix), gradient)
        except linalg.LinAlgError:
            continue
        return found
    return None
