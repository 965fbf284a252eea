"""Lines over a value axis with their bands: simple slopes, Johnson–Neyman curves.

Lines differ in colour and in dashes, so that they stay apart in a black-and-white print.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final

from survey_kit.report.figures import style
from survey_kit.report.figures.axis import Plane, plane, spread
from survey_kit.report.figures.lines import wrapped
from survey_kit.report.figures.sheet import Sheet, text_width
from survey_kit.report.wording import Wording

_HEIGHT: Final = 225.0
_DASHES: Final[tuple[tuple[float, ...], ...]] = ((), (5.0, 2.5), (1.2, 2.0), (6.0, 2.0, 1.2, 2.0))
_COLORS: Final = (style.MARK, style.SECOND, style.INK, style.MUTED)
_BANDS: Final = ("#dbe4ee", "#f3e4d6", "#e4e4e4", "#eeeeee")
_MARK_DASHES: Final = (3.0, 2.0)
_SAMPLE: Final = 26.0


def lay_out(data: Mapping[str, Any], wording: Wording) -> Sheet:
    """Bands first, reference lines above them, lines on top, and what each is above the axes."""
    lines = data["lines"]
    sheet = Sheet()
    top = _legend(sheet, [wording.text(line["label"]) for line in lines] if len(lines) > 1 else [])
    marks = data["marks"] or ()
    x_range = _range(data["xrange"], lines, ("x",), [mark["x"] for mark in marks if "x" in mark], room=0.0)
    level = [mark["y"] for mark in marks if "y" in mark]
    y_range = _range(data["yrange"], lines, ("y", "low", "high"), level, room=0.05)
    area = plane(
        sheet,
        (0.0, top + 6.0, sheet.width - 4, _HEIGHT - 6),
        x_range=x_range,
        y_range=y_range,
        x_label=wording.text(data["xlabel"]),
        y_label=wording.text(data["ylabel"]),
    )
    for number, line in enumerate(lines):
        if line["low"] is not None and line["high"] is not None:
            _band(sheet, area, line, number)
    for mark in marks:
        _reference(sheet, area, mark, wording.text(mark["label"]))
    for number, line in enumerate(lines):
        points = [area(x, y) for x, y in zip(line["x"], line["y"], strict=True) if _inside(area, x, y)]
        if len(points) > 1:
            kind = number % len(_COLORS)
            sheet.line(*points, color=_COLORS[kind], width=1.4, dashes=_DASHES[kind])
    sheet.height = top + _HEIGHT
    return sheet


def _range(
    given: list[float] | None, lines: list[Any], keys: tuple[str, ...], more: list[float], *, room: float
) -> tuple[float, float]:
    if given is not None:
        return float(given[0]), float(given[1])
    values = [value for line in lines for key in keys if line[key] is not None for value in line[key]]
    return spread([*values, *more], room=room)


def _inside(area: Plane, x: float, y: float) -> bool:
    return math.isfinite(x) and math.isfinite(y) and area.x.holds(x) and area.y.holds(y)


def _band(sheet: Sheet, area: Plane, line: Mapping[str, Any], number: int) -> None:
    """The surface between the limits, cut at the frame, with thin edges that show where bands overlap."""
    kind = number % len(_COLORS)
    above, below = (
        [
            area(x, min(max(y, area.y.low), area.y.high))
            for x, y in zip(line["x"], line[key], strict=True)
            if math.isfinite(y) and area.x.holds(x)
        ]
        for key in ("high", "low")
    )
    if len(above) > 1 and len(below) > 1:
        surface = [*above, *reversed(below), above[0]]
        sheet.line(*surface, color=_BANDS[kind], width=0.1, fill=_BANDS[kind])
        for edge in (above, below):
            sheet.line(*edge, color=_COLORS[kind], width=0.4, dashes=_DASHES[kind])


def _reference(sheet: Sheet, area: Plane, mark: Mapping[str, Any], text: str) -> None:
    """A straight line at a value and its label beside it, inside the axes."""
    if "x" in mark and area.x.holds(mark["x"]):
        x = area.x(mark["x"])
        sheet.line((x, area.y.start), (x, area.y.stop), color=style.INK, width=0.7, dashes=_MARK_DASHES)
        length = text_width(text, style.SMALL)
        fits = x + 3 + length <= area.x.stop
        place = x + 3 if fits else x - 3
        sheet.text(place, area.y.stop + 5, text, size=style.SMALL, align="left" if fits else "right")
    elif "y" in mark and area.y.holds(mark["y"]):
        y = area.y(mark["y"])
        sheet.line((area.x.start, y), (area.x.stop, y), color=style.INK, width=0.8)
        if text:
            sheet.text(area.x.stop, y - 6, text, size=style.SMALL, align="right")


def _legend(sheet: Sheet, texts: list[str]) -> float:
    """A sample of every line and what it is, from the left, broken into rows; returns the height."""
    x, y = 0.0, 6.0
    for number, text in enumerate(texts):
        shown = wrapped(text, style.SMALL, sheet.width - _SAMPLE - 6, 1)[0]
        width = _SAMPLE + 5 + text_width(shown, style.SMALL)
        if x > 0 and x + width > sheet.width:
            x, y = 0.0, y + style.SMALL * style.LEADING + 2
        kind = number % len(_COLORS)
        sheet.line((x, y), (x + _SAMPLE, y), color=_COLORS[kind], width=1.4, dashes=_DASHES[kind])
        sheet.text(x + _SAMPLE + 5, y, shown, size=style.SMALL)
        x += width + 16
    return y + 7 if texts else 0.0
