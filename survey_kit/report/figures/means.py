"""Means with their intervals on the declared answer range."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from survey_kit.report.blocks import say
from survey_kit.report.figures import style
from survey_kit.report.figures.axis import Scale, answer_ticks, tick_texts, value_axis
from survey_kit.report.figures.intervals import draw_interval, level_of, number_texts, widest
from survey_kit.report.figures.labels import labels
from survey_kit.report.figures.sheet import Sheet, text_width
from survey_kit.report.wording import Wording

_LABEL_SHARE: Final = 0.38


def lay_out(data: Mapping[str, Any], wording: Wording) -> Sheet:
    """A point and an interval a row, the midpoint of the range as a dashed line, numbers at the right."""
    sheet = Sheet()
    rows = data["rows"]
    estimates = [row["estimate"] for row in rows]
    level = level_of(estimates)
    heads = [wording.spans(say("figure.mean_ci", level=level)), wording.spans(say("column.n"))]
    numbers = number_texts(estimates, "number", wording.language)
    counts = [wording.text(row["n"], "count") for row in rows]
    n_width = widest([*counts, heads[1]])
    number_width = widest([*numbers, heads[0]])
    parts = labels(
        [wording.text(row["label"]) for row in rows],
        widest=sheet.width * _LABEL_SHARE,
        room=style.TALLEST - 60,
    )
    right = sheet.width - n_width - 10 - number_width - 10
    low, high = float(data["low"]), float(data["high"])
    scale = Scale(low, high, parts.width + 12, right)
    top = 16.0
    bottom = top + parts.height
    sheet.text(sheet.width, 7, heads[1], size=style.SMALL, align="right")
    sheet.text(sheet.width - n_width - 10, 7, heads[0], size=style.SMALL, align="right")
    value_axis(sheet, scale, bottom, answer_ticks(low, high), top=top)
    midpoint = data.get("midpoint")
    if midpoint is not None and scale.holds(midpoint):
        sheet.line((scale(midpoint), top), (scale(midpoint), bottom), color=style.INK, dashes=(3, 2))
    parts.draw(sheet, parts.width + 4, top)
    for y, estimate, number, count in zip(parts.middles(top), estimates, numbers, counts, strict=True):
        draw_interval(sheet, scale, y, estimate)
        sheet.text(sheet.width - n_width - 10, y, number, size=style.SMALL, align="right")
        sheet.text(sheet.width, y, count, size=style.SMALL, align="right")
    middle = (scale.start + scale.stop) / 2
    axis = wording.text(say("figure.mean_axis", level=level))
    sheet.text(middle, bottom + 20, axis, size=style.SMALL, align="center")
    sheet.height = bottom + 27
    if midpoint is not None and scale.holds(midpoint):
        _key(
            sheet, bottom + 31, middle, wording.text(say("figure.midpoint", value=tick_texts([midpoint])[0]))
        )
        sheet.height = bottom + 38
    return sheet


def _key(sheet: Sheet, y: float, middle: float, text: str) -> None:
    """A dashed line and what it stands for, centred."""
    start = middle - (text_width(text, style.SMALL) + 24) / 2
    sheet.line((start, y), (start + 18, y), color=style.INK, dashes=(3, 2))
    sheet.text(start + 24, y, text, size=style.SMALL)
