"""One scale described, and its mean put beside the midpoint of the answer range."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.special import stdtrit

from survey_kit.errors import NotComputable
from survey_kit.questionnaire.model import Scale
from survey_kit.report.blocks import Estimate, Label
from survey_kit.stats.descriptives import Descriptives
from survey_kit.stats.effect_sizes import one_sample_d
from survey_kit.stats.mean_tests import TTest, one_sample_t
from survey_kit.stats.normality import ShapiroWilk, shapiro_wilk

NAN = math.nan


@dataclass(frozen=True, slots=True)
class ScaleLine:
    """One scale. ``test`` is None where the scores do not vary; ``normality`` where it does not apply."""

    id: str
    label: Label
    low: float
    high: float
    n: int
    missing: int
    mean: Estimate
    sd: float
    median: float
    min: float
    max: float
    skewness: float
    kurtosis: float
    z_skewness: float
    z_kurtosis: float
    normality: ShapiroWilk | None
    test: TTest | None
    d: Estimate
    p_holm: float = NAN

    @property
    def midpoint(self) -> float:
        return (self.low + self.high) / 2


def describe_scale(scale: Scale, scores: np.ndarray, all_: Descriptives, at: int, level: float) -> ScaleLine:
    """The line of one scale; ``at`` is its place among ``all_``."""
    n, mean, sd, se = int(all_.n[at]), float(all_.mean[at]), float(all_.sd[at]), float(all_.se[at])
    half = float(stdtrit(n - 1, 0.5 + level / 2)) * se if n > 1 else NAN
    try:
        normality = shapiro_wilk(scores)
    except NotComputable:
        normality = None
    d = Estimate(NAN, NAN, NAN, level)
    try:
        test = one_sample_t(n, mean, sd, against=scale.midpoint, level=level)
        size = one_sample_d(test, n)
        d = Estimate(size.value, size.low, size.high, level)
    except NotComputable:
        test = None
    with np.errstate(invalid="ignore"):
        z_skewness = float(all_.skewness[at] / all_.se_skewness[at])
        z_kurtosis = float(all_.kurtosis[at] / all_.se_kurtosis[at])
    return ScaleLine(
        id=scale.id,
        label=scale.label,
        low=scale.low,
        high=scale.high,
        n=n,
        missing=int(all_.missing[at]),
        mean=Estimate(mean, mean - half, mean + half, level),
        sd=sd,
        median=float(all_.median[at]),
        min=float(all_.min[at]),
        max=float(all_.max[at]),
        skewness=float(all_.skewness[at]),
        kurtosis=float(all_.kurtosis[at]),
        z_skewness=z_skewness,
        z_kurtosis=z_kurtosis,
        normality=normality,
        test=test,
        d=d,
    )


def by_range(lines: tuple[ScaleLine, ...]) -> list[tuple[ScaleLine, ...]]:
    """Scales of one answer range together, in order of first occurrence."""
    ranges = dict.fromkeys((line.low, line.high) for line in lines)
    return [tuple(x for x in lines if (x.low, x.high) == ends) for ends in ranges]


def answer_ends(lines: tuple[ScaleLine, ...]) -> dict[str, float]:
    """Ends of the answer range, whole where they are."""
    ends = {"low": lines[0].low, "high": lines[0].high}
    return {name: int(end) if float(end).is_integer() else end for name, end in ends.items()}
