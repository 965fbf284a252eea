"""Points of performance and importance, the quadrants that they lie in, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import stdtrit

from survey_kit.report.blocks import Estimate, Label, Say
from survey_kit.stats.quadrants import quadrant_of, quadrant_probabilities


@dataclass(frozen=True, slots=True)
class Placing:
    """Points in quadrants (0 upper left, 1 upper right, 2 lower left, 3 lower right).

    ``probability`` (k, 4) over resamples; ``x`` is performance and ``y`` importance.
    """

    labels: tuple[Label | Say | str, ...]
    x: tuple[Estimate, ...]
    y: tuple[Estimate, ...]
    x_cut: float
    y_cut: float
    quadrant: np.ndarray
    probability: np.ndarray
    draws: int


def mean_estimates(data: np.ndarray, level: float) -> tuple[Estimate, ...]:
    """Column means of complete rows (n, k) with *t* intervals."""
    n = len(data)
    half = stdtrit(n - 1.0, 0.5 + level / 2) * data.std(axis=0, ddof=1) / np.sqrt(n)
    return tuple(
        Estimate(float(m), float(m - h), float(m + h), level)
        for m, h in zip(data.mean(axis=0), half, strict=True)
    )


def placed(
    labels: tuple[Label | Say | str, ...],
    x: tuple[Estimate, ...],
    y: tuple[Estimate, ...],
    drawn: tuple[np.ndarray, np.ndarray],
    cuts: tuple[float | None, float | None] | None,
) -> Placing:
    """Points in their quadrants; ``drawn`` are resampled coordinates (B, k), ``cuts`` None: the means."""
    x_cut, y_cut = cuts or (None, None)
    at_x, at_y = (np.array([each.value for each in axis]) for axis in (x, y))
    return Placing(
        labels,
        x,
        y,
        float(at_x.mean()) if x_cut is None else x_cut,
        float(at_y.mean()) if y_cut is None else y_cut,
        quadrant_of(at_x, at_y, x_cut=x_cut, y_cut=y_cut),
        quadrant_probabilities(*drawn, x_cut=x_cut, y_cut=y_cut),
        len(drawn[0]),
    )
