"""What the scale scores say, in sentences."""

from __future__ import annotations

import math

from survey_kit.analyses.bands import SEVERE_KURTOSIS, SEVERE_SKEWNESS, D
from survey_kit.analyses.scales.lines import ScaleLine, answer_ends, by_range
from survey_kit.report.blocks import Block, Finding, Say, say

MANY = 1000
"""From so many respondents on, significance alone says little about size."""


def findings(lines: tuple[ScaleLine, ...], alpha: float) -> list[Block]:
    """Order, distance from the midpoint, and shape."""
    found: list[Say] = []
    for together in by_range(lines):
        found += _order(together)
    tested = [line for line in lines if line.test]
    significant = [line for line in tested if line.p_holm < alpha]
    for key, side in (
        ("scales.above", [x for x in significant if x.d.value > 0]),
        ("scales.below", [x for x in significant if x.d.value < 0]),
    ):
        if side:
            side.sort(key=lambda line: -abs(line.d.value))
            each = tuple(say("scales.one", scale=x.label, mean=x.mean.value, d=x.d.value) for x in side)
            found.append(say(key, scales=each))
    if open_ := [line for line in tested if line not in significant]:
        found.append(say("scales.open", scales=tuple(line.label for line in open_)))
    slight = [line for line in significant if abs(line.d.value) < D.limits[1][0]]
    if slight:
        n = max(line.n for line in slight)
        names = tuple(line.label for line in slight)
        found.append(say("scales.slight_many" if n >= MANY else "scales.slight", scales=names, n=n))
    found += _shape_findings(lines, alpha)
    return [Finding(each) for each in found]


def _order(lines: tuple[ScaleLine, ...]) -> list[Say]:
    if len(lines) < 2:
        return []
    top = max(lines, key=lambda line: line.mean.value)
    bottom = min(lines, key=lambda line: line.mean.value)
    if not top.mean.value > bottom.mean.value:
        return []
    values = {
        "top": top.label,
        "top_mean": top.mean.value,
        "top_sd": top.sd,
        "bottom": bottom.label,
        "bottom_mean": bottom.mean.value,
        "bottom_sd": bottom.sd,
    }
    return [say("scales.order", **answer_ends(lines), **values)]


def _shape_findings(lines: tuple[ScaleLine, ...], alpha: float) -> list[Say]:
    found = []
    tested = [line for line in lines if line.normality]
    departing = tuple(x.label for x in tested if x.normality and x.normality.p < alpha)
    if departing and len(departing) == len(tested):
        found.append(say("scales.not_normal_all", m=len(tested)))
    elif departing:
        found.append(say("scales.not_normal", scales=departing))
    elif tested:
        found.append(say("scales.normal"))
    severe = tuple(
        line.label
        for line in lines
        if abs(line.skewness) > SEVERE_SKEWNESS or abs(line.kurtosis) > SEVERE_KURTOSIS
    )
    limits = {"skewness_limit": SEVERE_SKEWNESS, "kurtosis_limit": SEVERE_KURTOSIS}
    if severe:
        found.append(say("scales.severe", scales=severe, **limits))
    elif shaped := [line for line in lines if math.isfinite(line.kurtosis)]:
        largest = {
            "skewness": max(abs(line.skewness) for line in shaped),
            "kurtosis": max(abs(line.kurtosis) for line in shaped),
        }
        found.append(say("scales.not_severe", **largest, **limits))
    return found
