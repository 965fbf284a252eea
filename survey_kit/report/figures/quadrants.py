"""Points with intervals in both directions, in four named quadrants."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

from survey_kit.report.blocks import Estimate
from survey_kit.report.figures import style
from survey_kit.report.figures.axis import Plane, plane, spread
from survey_kit.report.figures.intervals import extent
from survey_kit.report.figures.lines import wrapped
from survey_kit.report.figures.sheet import Sheet, text_width
from survey_kit.report.wording import Wording

_HEIGHT: Final = 290.0
_OFFSETS: Final = ((6.0, -7.0), (6.0, 7.0), (-6.0, -7.0), (-6.0, 7.0))
_GAP: Final = 14.0


def lay_out(data: Mapping[str, Any], wording: Wording) -> Sheet:
    """A cross a point with its number, the cuts as dashed lines, the labels numbered underneath."""
    sheet = Sheet()
    points = [point for point in data["points"] if _placed(point)]
    xs, ys = [point["x"] for point in points], [point["y"] for point in points]
    xcut, ycut = float(data["xcut"]), float(data["ycut"])
    field = plane(
        sheet,
        (0.0, 14.0, sheet.width - 2, _HEIGHT),
        # room for the names of the quadrants above and below what is drawn
        x_range=spread(extent(xs), include=(xcut,), room=0.10),
        y_range=spread(extent(ys), include=(ycut,), room=0.14),
        x_label=wording.text(data["xlabel"]),
        y_label=wording.text(data["ylabel"]),
    )
    _cuts(sheet, field, xcut, ycut)
    _names(sheet, field, [wording.text(name) for name in data["names"]])
    for x, y in zip(xs, ys, strict=True):
        _cross(sheet, field, x, y)
    places = [field(x.value, y.value) for x, y in zip(xs, ys, strict=True)]
    sheet.marks(places)
    for number, place in enumerate(places):
        _number(sheet, number, place, places)
    sheet.height = _legend(sheet, [wording.text(point["label"]) for point in points], _HEIGHT + 24)
    return sheet


def _placed(point: Mapping[str, Any]) -> bool:
    return math.isfinite(point["x"].value) and math.isfinite(point["y"].value)


def _cuts(sheet: Sheet, field: Plane, xcut: float, ycut: float) -> None:
    across, up = field.x(xcut), field.y(ycut)
    sheet.line((across, field.y.start), (across, field.y.stop), color=style.INK, width=0.8, dashes=(3, 2))
    sheet.line((field.x.start, up), (field.x.stop, up), color=style.INK, width=0.8, dashes=(3, 2))


def _names(sheet: Sheet, field: Plane, names: Sequence[str]) -> None:
    """Upper left, upper right, lower left, lower right: in the corners."""
    half = (field.x.stop - field.x.start) / 2 - 6
    corners = (
        (field.x.start + 4, field.y.stop + 7),
        (field.x.stop - 4, field.y.stop + 7),
        (field.x.start + 4, field.y.start - 8),
        (field.x.stop - 4, field.y.start - 8),
    )
    for name, (x, y), align in zip(names, corners, ("left", "right", "left", "right"), strict=True):
        text = wrapped(name, style.SMALL, half, 1)[0]
        start = x if align == "left" else x - text_width(text, style.SMALL)
        sheet.text(start, y, text, size=style.SMALL, color=style.SECOND)


def _cross(sheet: Sheet, field: Plane, x: Estimate, y: Estimate) -> None:
    across, up = field(x.value, y.value)
    if x.has_interval:
        sheet.line((field.x(x.low), up), (field.x(x.high), up), color=style.FRAME, width=0.9)
    if y.has_interval:
        sheet.line((across, field.y(y.low)), (across, field.y(y.high)), color=style.FRAME, width=0.9)


def _number(
    sheet: Sheet, number: int, place: tuple[float, float], places: Sequence[tuple[float, float]]
) -> None:
    """The number where the other points are farthest."""
    others = [other for at, other in enumerate(places) if at != number]

    def room(offset: tuple[float, float]) -> float:
        x, y = place[0] + offset[0], place[1] + offset[1]
        return min((math.hypot(x - a, y - b) for a, b in others), default=0.0)

    # with equal room the first: up to the right
    best = max(_OFFSETS, key=lambda offset: round(min(room(offset), 30.0), 3))
    sheet.text(place[0] + best[0], place[1] + best[1], str(number + 1), size=style.SMALL, align="center")


def _legend(sheet: Sheet, labels: Sequence[str], top: float) -> float:
    """Numbered labels in two columns; returns where they end."""
    column = (sheet.width - _GAP) / 2
    indent = text_width("00 ", style.SMALL) + 2
    leading = style.SMALL * style.LEADING
    half = math.ceil(len(labels) / 2)
    end = top
    for side, start in enumerate((0, half)):
        y, left = top, side * (column + _GAP)
        for at, label in enumerate(labels[start : start + half if side == 0 else None], start):
            lines = wrapped(label, style.SMALL, column - indent, 2)
            sheet.text(left, y, str(at + 1), size=style.SMALL, color=style.MUTED)
            for line in lines:
                sheet.text(left + indent, y, line, size=style.SMALL)
                y += leading
            y += 1.5
        end = max(end, y)
    return end
