"""What the answers to items and questions say, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from survey_kit.analyses.bands import SEVERE_KURTOSIS, SEVERE_SKEWNESS
from survey_kit.analyses.frequency import most_chosen
from survey_kit.analyses.item_names import asked, item_quoted
from survey_kit.analyses.items import tables
from survey_kit.analyses.items.tables import Multiple, Ranking, ScaleAnswers
from survey_kit.questionnaire.model import Item, Scale
from survey_kit.questionnaire.plan import Compat
from survey_kit.report.blocks import Finding, Say, say

TELLING = 1 / 8
"""Part of the answer range by which item means must differ to be mentioned: half a point of five answers."""
NAMED_SCALES = 6
"""Scales whose highest and lowest items a sentence names."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One item and its numbers."""

    scale: Scale
    item: Item
    n: int
    mean: float
    sd: float
    skewness: float
    kurtosis: float
    severe: bool


def scale_findings(scales: Sequence[ScaleAnswers]) -> list[Finding]:
    """Highest and lowest items, scales whose items differ, and what is unusual about the distributions."""
    lines = [line for each in scales for line in _lines(each)]
    answered = [line for line in lines if line.n]
    said: list[Say] = []
    ranges = dict.fromkeys((line.item.low, line.item.high) for line in answered)
    for low, high in ranges:
        alike = [line for line in answered if (line.item.low, line.item.high) == (low, high)]
        said += [*_extremes(alike, len(ranges)), *_within(alike, TELLING * (high - low), len(ranges))]
    shaped = [line for line in lines if np.isfinite(line.kurtosis)]
    severe = tuple(line.item.id for line in lines if line.severe)
    if shaped and not severe:
        said.append(
            say(
                "items.not_severe",
                skewness=max(abs(line.skewness) for line in shaped),
                kurtosis=max(abs(line.kurtosis) for line in shaped),
                skewness_limit=SEVERE_SKEWNESS,
                kurtosis_limit=SEVERE_KURTOSIS,
            )
        )
    warned: list[Say] = []
    if severe:
        warned.append(say("items.severe", items=severe))
    if empty := tuple(line.item.id for line in lines if not line.n):
        warned.append(say("items.empty", items=empty))
    if same := tuple(line.item.id for line in lines if line.n > 1 and line.sd == 0):
        warned.append(say("items.constant", items=same))
    return [*(Finding(each) for each in said), *(Finding(each, "warning") for each in warned)]


def _lines(answers: ScaleAnswers) -> list[_Line]:
    stats, severe = answers.stats, tables.severe(answers.stats)
    return [
        _Line(
            answers.scale,
            item,
            int(stats.n[at]),
            float(stats.mean[at]),
            float(stats.sd[at]),
            float(stats.skewness[at]),
            float(stats.kurtosis[at]),
            bool(severe[at]),
        )
        for at, item in enumerate(answers.items)
    ]


def _extremes(lines: list[_Line], ranges: int) -> list[Say]:
    """The highest and the lowest item among those of one answer range."""
    if len(lines) < 2:
        return []
    high, low = max(lines, key=lambda x: x.mean), min(lines, key=lambda x: x.mean)
    item = lines[0].item
    values = {
        "k": len(lines),
        "from_": _whole(item.low),
        "to": _whole(item.high),
        "high": item_quoted(high.item),
        "high_mean": high.mean,
        "high_sd": high.sd,
        "low": item_quoted(low.item),
        "low_mean": low.mean,
        "low_sd": low.sd,
    }
    if high.mean - low.mean < 1e-12:
        return [say("items.equal_means", k=len(lines), mean=high.mean)]
    return [say("items.means" if ranges == 1 else "items.means_of_range", **values)]


def _whole(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value


def _within(lines: list[_Line], gap: float, ranges: int) -> list[Say]:
    """Scales of one answer range whose item means lie at least ``gap`` apart."""
    scales = list({line.scale.id: line.scale for line in lines}.values())
    told: list[tuple[float, Say]] = []
    several = 0
    for scale in scales:
        own = [line for line in lines if line.scale.id == scale.id]
        if len(own) < 2:
            continue
        several += 1
        high, low = max(own, key=lambda x: x.mean), min(own, key=lambda x: x.mean)
        apart = high.mean - low.mean
        if apart >= gap:
            values = {"scale": scale.label, "high": high.item.id, "high_mean": high.mean}
            told.append((apart, say("items.gap", low=low.item.id, low_mean=low.mean, **values)))
    if len(scales) < 2 or not several:
        return []
    if not told:
        return [say("items.no_gaps" if ranges == 1 else "items.no_gaps_of_range", gap=gap)]
    told.sort(key=lambda pair: -pair[0])
    key = "items.gaps"
    if len(told) == several:
        key = "items.gaps_all" if ranges == 1 else "items.gaps_of_range"
    key = key if len(told) <= NAMED_SCALES else "items.gaps_some"
    named = tuple(each for _, each in told[:NAMED_SCALES])
    return [say(key, scales=named, k=len(told), gap=gap)]


def multiple_findings(multiple: Multiple, compat: Compat) -> list[Finding]:
    """The option chosen most often, or those that tie."""
    counts = multiple.counts
    if not counts.responses:
        return [Finding(say("items.multiple_nobody", question=asked(multiple.question)))]
    labels = tuple(option.label for option in multiple.options)
    percents = tables.cases_percent(counts, compat)
    first, n, percent = most_chosen(labels, counts.counts, percents)
    values = {"question": asked(multiple.question), "n": n, "percent": percent}
    if len(first) > 1:
        return [Finding(say("items.multiple_tied", options=first, **values))]
    rest = sorted(
        (
            (count, -at)
            for at, count in enumerate(counts.counts)
            if count and labels[at] != first[0]
        ),
        reverse=True,
    )  # fmt: skip
    following = tuple(
        say("items.chosen", option=labels[-at], n=count, percent=percents[-at]) for count, at in rest[:2]
    )
    if not following:
        return [Finding(say("items.multiple_only", option=first[0], **values))]
    return [Finding(say("items.multiple_most", option=first[0], following=following, **values))]


def ranking_findings(ranking: Ranking) -> list[Finding]:
    """The option with the best mean rank."""
    mean = ranking.ranks.mean
    known = np.flatnonzero(np.isfinite(mean))
    if not len(known):
        return []
    best = known[mean[known].argmin()]
    values = {
        "question": asked(ranking.question),
        "option": ranking.options[best].label,
        "mean": float(mean[best]),
        "n": int(ranking.ranks.n[best]),
        "first": ranking.first[best],
    }
    return [Finding(say("items.ranking_best", **values))]
