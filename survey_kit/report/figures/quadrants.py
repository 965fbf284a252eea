"""Points with intervals in both directions, in four named quadrants; points of a group share a mark."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from survey_kit.report.blocks import Estimate
from survey_kit.report.figures import style
from survey_kit.report.figures.axis import Plane, plane, spread
from survey_kit.report.figures.intervals import extent
from survey_kit.report.figures.lines import wrapped
from survey_kit.report.figures.sheet import Shape, Sheet, text_width
from survey_kit.report.wording import Wording

_HEIGHT: Final = 290.0
_OFFSETS: Final = ((6.0, -7.0), (6.0, 7.0), (-6.0, -7.0), (-6.0, 7.0))
_GAP: Final = 14.0
_CLEAR: Final = 3.0
"""How much nearer a number may stand to a dashed line than to a point."""
_CROWDED: Final = 10
"""From as many points the crosses are drawn thinner, so that the points stay in front."""
_MARKS: Final[tuple[tuple[Shape, style.Color, style.Color], ...]] = (
    ("circle", style.MARK, style.MARK),
    ("triangle", style.SECOND, style.SECOND),
    ("circle", style.PAPER, style.MARK),
    ("triangle", style.PAPER, style.SECOND),
)
"""Shape, fill and edge of each group; they stay apart in a grey print."""


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
    crowded = len(points) >= _CROWDED
    for x, y in zip(xs, ys, strict=True):
        _cross(sheet, field, x, y, width=0.4 if crowded else 0.9)
    places = [field(x.value, y.value) for x, y in zip(xs, ys, strict=True)]
    groups = _groups([wording.text(point.get("group", "")) for point in points])
    for at, group in enumerate(groups):
        _mark(sheet, at, [places[number] for number in group.points])
    for number in range(len(places)):
        _number(sheet, number, places, (field.x(xcut), field.y(ycut)))
    labels = [wording.text(point["label"]) for point in points]
    sheet.height = _legend(sheet, labels, groups, _HEIGHT + 24)
    return sheet


@dataclass(frozen=True, slots=True)
class _Group:
    """Points, by their place in the list, that have one mark; the name is empty where there are no groups."""

    name: str
    points: tuple[int, ...]


def _groups(names: Sequence[str]) -> list[_Group]:
    return [
        _Group(name, tuple(at for at, other in enumerate(names) if other == name))
        for name in dict.fromkeys(names)
    ]


def _mark(sheet: Sheet, group: int, places: Sequence[tuple[float, float]]) -> None:
    shape, fill, edge = _MARKS[group % len(_MARKS)]
    sheet.marks(places, shape=shape, fill=fill, edge=edge)


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


def _cross(sheet: Sheet, field: Plane, x: Estimate, y: Estimate, *, width: float) -> None:
    across, up = field(x.value, y.value)
    if x.has_interval:
        sheet.line((field.x(x.low), up), (field.x(x.high), up), color=style.FRAME, width=width)
    if y.has_interval:
        sheet.line((across, field.y(y.low)), (across, field.y(y.high)), color=style.FRAME, width=width)


def _number(
    sheet: Sheet, number: int, places: Sequence[tuple[float, float]], cuts: tuple[float, float]
) -> None:
    """The number where the other points are farthest, and not on a dashed line."""
    place = places[number]
    others = [other for at, other in enumerate(places) if at != number]

    def room(offset: tuple[float, float]) -> float:
        x, y = place[0] + offset[0], place[1] + offset[1]
        clear = _CLEAR * min(abs(x - cuts[0]), abs(y - cuts[1]))
        return min(clear, min((math.hypot(x - a, y - b) for a, b in others), default=clear))

    # with equal room the first: up to the right
    best = max(_OFFSETS, key=lambda offset: round(min(room(offset), 30.0), 3))
    sheet.text(place[0] + best[0], place[1] + best[1], str(number + 1), size=style.SMALL, align="center")


def _legend(sheet: Sheet, labels: Sequence[str], groups: Sequence[_Group], top: float) -> float:
    """Numbered labels in two columns, under the mark of their group; returns where they end."""
    if len(groups) > 1:
        columns = _even(list(enumerate(groups)))
    else:
        half = math.ceil(len(labels) / 2)
        columns = [[(0, _Group("", part))] for part in (groups[0].points[:half], groups[0].points[half:])]
    width = (sheet.width - _GAP) / 2
    return max(
        _column(sheet, labels, column, (side * (width + _GAP), top, width))
        for side, column in enumerate(columns)
    )


def _even(groups: list[tuple[int, _Group]]) -> list[list[tuple[int, _Group]]]:
    """Groups in two columns, the left one filled to half of the points."""
    points = sum(len(group.points) for _, group in groups)
    left: list[tuple[int, _Group]] = []
    while groups and 2 * sum(len(group.points) for _, group in left) < points:
        left.append(groups.pop(0))
    return [left, groups]


def _column(
    sheet: Sheet,
    labels: Sequence[str],
    groups: Sequence[tuple[int, _Group]],
    box: tuple[float, float, float],
) -> float:
    left, y, width = box
    indent = text_width("00 ", style.SMALL) + 2
    leading = style.SMALL * style.LEADING
    for number, group in groups:
        if group.name:
            _mark(sheet, number, [(left + 3, y)])
            sheet.text(
                left + indent, y, wrapped(group.name, style.SMALL, width - indent, 1)[0], size=style.SMALL
            )
            y += leading + 1.5
        for at in group.points:
            sheet.text(left, y, str(at + 1), size=style.SMALL, color=style.MUTED)
            for line in wrapped(labels[at], style.SMALL, width - indent, 2):
                sheet.text(left + indent, y, line, size=style.SMALL)
                y += leading
            y += 1.5
        y += 3.0 if group.name else 0.0
    return y
