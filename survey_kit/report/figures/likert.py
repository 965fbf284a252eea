"""Distributions of answers as stacked bars around the middle category."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

from survey_kit.report import format as fmt
from survey_kit.report.blocks import say
from survey_kit.report.figures import style
from survey_kit.report.figures.axis import Scale, step_of
from survey_kit.report.figures.labels import labels
from survey_kit.report.figures.lines import wrapped
from survey_kit.report.figures.sheet import Sheet, text_width
from survey_kit.report.figures.style import Color
from survey_kit.report.wording import Wording

_LABEL_SHARE: Final = 0.40
_THICK: Final = 11.0
_SWATCH: Final = 9.0


def lay_out(data: Mapping[str, Any], wording: Wording) -> Sheet:
    """Every category of the questionnaire keeps its place and colour, chosen by somebody or not.

    Categories below the middle run to the left, above it to the right, the middle one half and
    half. Without a middle category an even number parts between its halves; an odd number is not
    parted but starts at zero.
    """
    sheet = Sheet()
    rows = data["rows"]
    names = [wording.text(category) for category in data["categories"]]
    colors = style.steps(len(names))
    top = _legend(sheet, names, colors) + 4

    counts = [wording.text(row["n"], "count") for row in rows]
    n_head = wording.spans("n") if not rows else wording.spans(say("column.n"))
    n_width = max([text_width(text, style.SMALL) for text in counts] + [text_width(n_head, style.SMALL)])
    parts = labels(
        [wording.text(row["label"]) for row in rows],
        widest=sheet.width * _LABEL_SHARE,
        room=style.TALLEST - top - 45,
        gap=7.0,
    )
    shares = [[_finite(percent) for percent in row["percents"]] for row in rows]
    middle = data["middle"]
    parted = middle is not None or len(names) % 2 == 0
    starts = [-_below(row, middle) if parted else 0.0 for row in shares]
    scale, values = _scale(shares, starts, parts.width + 8, sheet.width - n_width - 8)

    sheet.text(sheet.width, top + 5, n_head, size=style.SMALL, align="right")
    top += 12
    bottom = top + parts.height
    for value in values:
        sheet.line((scale(value), top), (scale(value), bottom), color=style.GRID, width=0.5)
    if parted:
        sheet.line((scale(0), top), (scale(0), bottom), color=style.INK, width=0.7)
    parts.draw(sheet, parts.width, top)
    for y, row, start, count in zip(parts.middles(top), shares, starts, counts, strict=True):
        _bar(sheet, y, row, start=start, scale=scale, colors=colors)
        sheet.text(sheet.width, y, count, size=style.SMALL, align="right")
    sheet.line((scale.start, bottom), (scale.stop, bottom))
    for value in values:
        sheet.line((scale(value), bottom), (scale(value), bottom + 2.5))
        percent = wording.text(round(abs(value)), "count") + "%"
        sheet.text(scale(value), bottom + 8, percent, size=style.SMALL, color=style.MUTED, align="center")
    axis = wording.text(say("figure.percent_axis"))
    sheet.text((scale.start + scale.stop) / 2, bottom + 19, axis, size=style.SMALL, align="center")
    sheet.height = bottom + 26
    return sheet


def _finite(percent: float | None) -> float:
    return float(percent) if percent is not None and math.isfinite(percent) else 0.0


def _below(row: Sequence[float], middle: int | None) -> float:
    """What lies left of the centre."""
    if middle is None:
        return sum(row[: len(row) // 2])
    return sum(row[:middle]) + row[middle] / 2


def _scale(
    shares: list[list[float]], starts: list[float], left: float, right: float
) -> tuple[Scale, list[float]]:
    low = min([*starts, 0.0])
    high = max([start + sum(row) for start, row in zip(starts, shares, strict=True)] + [0.0])
    if high - low <= 0:
        low, high = 0.0, 100.0
    step = max(step_of(low, high, 6), 5.0)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return Scale(first * step, last * step, left, right), [number * step for number in range(first, last + 1)]


def _bar(
    sheet: Sheet, y: float, row: list[float], *, start: float, scale: Scale, colors: list[Color]
) -> None:
    for percent, color in zip(row, colors, strict=True):
        if percent <= 0:
            continue
        left, right = scale(start), scale(start + percent)
        sheet.area(left, y - _THICK / 2, right - left, _THICK, fill=color, edge=style.PAPER)
        text = f"{fmt.rounded(percent, 0):f}"
        if text_width(text, style.SMALL) + 3 <= right - left:
            ink = style.ink_on(color)
            sheet.text((left + right) / 2, y, text, size=style.SMALL, color=ink, align="center")
        start += percent


def _legend(sheet: Sheet, names: list[str], colors: list[Color]) -> float:
    """The categories in order, in as many lines as they need; gives the bottom of the legend."""
    leading = style.SMALL * style.LEADING
    entries = [wrapped(name, style.SMALL, sheet.width / 2 - 30, 2) for name in names]
    widths = [_SWATCH + 4 + max(text_width(line, style.SMALL) for line in entry) for entry in entries]
    lines: list[list[int]] = [[]]
    for index, width in enumerate(widths):
        used = sum(widths[other] + 12 for other in lines[-1])
        if lines[-1] and used + width > sheet.width:
            lines.append([])
        lines[-1].append(index)
    y = 2.0
    for line in lines:
        height = max(len(entries[index]) for index in line) * leading + 3
        x = (sheet.width - sum(widths[index] + 12 for index in line) + 12) / 2
        for index in line:
            sheet.area(
                x, y + height / 2 - _SWATCH / 2, _SWATCH, _SWATCH, fill=colors[index], edge=style.FRAME
            )
            sheet.text_lines(x + _SWATCH + 4, y + height / 2, entries[index], size=style.SMALL)
            x += widths[index] + 12
        y += height
    return y
