"""Coefficients with their intervals around zero, or ratios around one."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

from survey_kit.report.blocks import Estimate, say
from survey_kit.report.figures import style
from survey_kit.report.figures.axis import Scale, ratio_ticks, spread, tick_texts, ticks, value_axis
from survey_kit.report.figures.intervals import draw_interval, extent, level_of, number_texts, widest
from survey_kit.report.figures.labels import labels
from survey_kit.report.figures.sheet import Sheet
from survey_kit.report.wording import Wording

_LABEL_SHARE: Final = 0.36
_DECADES: Final = 4.0
"""Ratios are drawn up to this power of ten; intervals that go on are cut."""


def lay_out(data: Mapping[str, Any], wording: Wording) -> Sheet:
    """A point and an interval a row, a line at zero (one for ratios), the numbers at the right, as coefficients unless said."""
    sheet = Sheet()
    rows = data["rows"]
    estimates = [row["estimate"] for row in rows]
    head = wording.spans(say("figure.estimate_ci", level=level_of(estimates)))
    numbers = number_texts(estimates, data.get("number", "coefficient"), wording.language)
    parts = labels(
        [wording.text(row["label"]) for row in rows],
        widest=sheet.width * _LABEL_SHARE,
        room=style.TALLEST - 50,
    )
    if data.get("ratios"):
        estimates = _logarithms(estimates)
    low, high = spread(extent(estimates), include=(0.0,))
    values = ticks(low, high, 6)
    texts = tick_texts(values)
    if data.get("ratios"):
        low, high = max(low, -_DECADES), min(high, _DECADES)
        shown = ratio_ticks(10**low, 10**high, 6)
        values, texts = [math.log10(value) for value in shown], [f"{value:g}" for value in shown]
    scale = Scale(low, high, parts.width + 12, sheet.width - widest([*numbers, head]) - 10)
    top = 16.0
    bottom = top + parts.height
    sheet.text(sheet.width, 7, head, size=style.SMALL, align="right")
    value_axis(sheet, scale, bottom, values, top=top, texts=texts)
    sheet.line((scale(0), top), (scale(0), bottom), color=style.INK, width=0.8)
    parts.draw(sheet, parts.width + 4, top)
    for y, estimate, number in zip(parts.middles(top), estimates, numbers, strict=True):
        draw_interval(sheet, scale, y, estimate)
        sheet.text(sheet.width, y, number, size=style.SMALL, align="right")
    axis = wording.text(data["xlabel"])
    sheet.text((scale.start + scale.stop) / 2, bottom + 20, axis, size=style.SMALL, align="center")
    sheet.height = bottom + 27
    return sheet


def _logarithms(ratios: Sequence[Estimate]) -> list[Estimate]:
    """Estimates in powers of ten; beyond the axis a little further than it reaches."""

    def power(value: float) -> float:
        return value if math.isnan(value) else math.log10(min(max(value, 1e-9), 1e9))

    return [Estimate(power(e.value), power(e.low), power(e.high), e.level) for e in ratios]
