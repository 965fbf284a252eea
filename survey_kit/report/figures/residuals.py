"""Four views of the residuals of a regression."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

from survey_kit.report.blocks import say
from survey_kit.report.figures import style
from survey_kit.report.figures.axis import Plane, plane, spread, ticks
from survey_kit.report.figures.lines import shortened
from survey_kit.report.figures.sheet import Sheet
from survey_kit.report.wording import Wording

_GUTTER: Final = 18.0
_PANEL: Final = 165.0
_TITLE: Final = 16.0
_NAMED: Final = 3  # respondents with the largest Cook's distances who are named
_DASHES: Final = (3.0, 2.0)
_COLUMNS: Final = ("fitted", "residuals", "theoretical", "ordered", "leverage", "cooks", "respondents")


def lay_out(data: Mapping[str, Any], wording: Wording) -> Sheet:
    """Against fitted values, against the normal distribution, against leverage, and Cook's distances."""
    sheet = Sheet(height=2 * (_PANEL + _TITLE) + 14)
    part = {key: [_float(value) for value in data[key]] for key in _COLUMNS}

    heads = ("residuals_fitted", "fitted", "residual")
    area = _panel(sheet, 0, heads, part["fitted"], part["residuals"], wording=wording)
    _zero_line(sheet, area)
    _scatter(sheet, area, part["fitted"], part["residuals"])

    heads = ("residuals_normal", "theoretical_quantile", "sample_quantile")
    area = _panel(sheet, 1, heads, part["theoretical"], part["ordered"], wording=wording)
    _quartile_line(sheet, area, part["theoretical"], part["ordered"])
    _scatter(sheet, area, part["theoretical"], part["ordered"])

    heads = ("residuals_leverage", "leverage", "residual")
    area = _panel(sheet, 2, heads, part["leverage"], part["residuals"], wording=wording)
    _zero_line(sheet, area)
    _scatter(sheet, area, part["leverage"], part["residuals"])

    heads = ("residuals_cooks", "respondent", "cooks_distance")
    area = _panel(sheet, 3, heads, part["respondents"], part["cooks"], wording=wording, of_people=True)
    _stems(sheet, area, part["respondents"], part["cooks"])
    return sheet


def _float(value: float | None) -> float:
    """A number as it comes out of a results file, where a missing one is null."""
    return math.nan if value is None else float(value)


def _panel(
    sheet: Sheet,
    place: int,
    heads: tuple[str, str, str],
    x: Sequence[float],
    y: Sequence[float],
    *,
    wording: Wording,
    of_people: bool = False,
) -> Plane:
    width = (sheet.width - _GUTTER) / 2
    left, top = (place % 2) * (width + _GUTTER), 2 + (place // 2) * (_PANEL + _TITLE + 10)
    title, x_label, y_label = (wording.text(say(f"figure.{head}")) for head in heads)
    sheet.text(left, top + _TITLE / 2, shortened(title, style.TEXT, width))
    # room above the highest stem for the number of its respondent
    y_range = (0.0, spread(y, include=(0.0,), room=0.12)[1]) if of_people else spread(y)
    return plane(
        sheet,
        (left, top + _TITLE + 2, width, _PANEL - 4),
        x_range=spread(x),
        y_range=y_range,
        x_values=ticks(*spread(x), 5, whole=True) if of_people else None,
        x_label=x_label,
        y_label=y_label,
    )


def _zero_line(sheet: Sheet, area: Plane) -> None:
    """The line of residuals of zero."""
    if area.y.holds(0.0):
        y = area.y(0.0)
        sheet.line((area.x.start, y), (area.x.stop, y), color=style.INK, width=0.8, dashes=_DASHES)


def _scatter(sheet: Sheet, area: Plane, x: Sequence[float], y: Sequence[float]) -> None:
    size = 3.2 if len(x) <= 500 else 1.8
    points = [area(*point) for point in zip(x, y, strict=True) if all(map(math.isfinite, point))]
    sheet.marks(points, size=size, fill=style.PAPER if len(x) <= 500 else style.MARK)


def _quartile_line(sheet: Sheet, area: Plane, x: Sequence[float], y: Sequence[float]) -> None:
    """The line through the quartiles, as far as it stays inside the panel."""
    if len(x) < 4:
        return
    first, third = len(x) // 4, len(x) - 1 - len(x) // 4
    if x[third] <= x[first]:
        return
    slope = (y[third] - y[first]) / (x[third] - x[first])
    if not math.isfinite(slope) or slope <= 0:
        return
    start = max(area.x.low, x[first] + (area.y.low - y[first]) / slope)
    stop = min(area.x.high, x[first] + (area.y.high - y[first]) / slope)
    ends = [area(place, y[first] + slope * (place - x[first])) for place in (start, stop)]
    sheet.line(*ends, color=style.INK, width=0.8, dashes=_DASHES)


def _stems(sheet: Sheet, area: Plane, people: Sequence[float], cooks: Sequence[float]) -> None:
    finite = [(p, c) for p, c in zip(people, cooks, strict=True) if math.isfinite(c)]
    base = area.y(0.0)
    for person, distance in finite:
        x, y = area(person, distance)
        sheet.line((x, base), (x, y), color=style.MARK, width=0.8)
    taken: list[tuple[float, float]] = []
    for person, distance in sorted(finite, key=lambda pair: (-pair[1], pair[0]))[:_NAMED]:
        x, y = area(person, distance)
        if all(abs(x - other_x) > 16 or abs(y - other_y) > 8 for other_x, other_y in taken):
            sheet.text(x, y - 5, f"{person:.0f}", size=style.SMALL, align="center")
            taken.append((x, y))
