"""Means of groups with their intervals, one panel a variable."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from survey_kit.report import format as fmt
from survey_kit.report.blocks import say
from survey_kit.report.figures import style
from survey_kit.report.figures.axis import Scale, answer_ticks, value_axis
from survey_kit.report.figures.intervals import draw_interval, level_of, widest
from survey_kit.report.figures.labels import Labels, labels
from survey_kit.report.figures.lines import wrapped
from survey_kit.report.figures.sheet import Sheet
from survey_kit.report.wording import Wording

_GUTTER: Final = 16.0
_MOST_COLUMNS: Final = 3
_LABEL_SHARE: Final = 0.28
_OWN_LABEL_SHARE: Final = 0.36
_AXIS: Final = 26.0  # ticks and the distance to the next row of panels


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of panels: where its group labels end, its counts end, and its values begin and end."""

    labels: float
    counts: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class _Panel:
    """A panel ready to be drawn. ``counts`` is empty where its neighbour's stand for it too."""

    title: str
    groups: Labels
    counts: list[str]
    estimates: list[Any]
    means: list[str]


def lay_out(data: Mapping[str, Any], wording: Wording) -> Sheet:
    """Panels in columns on one common axis; groups that are the same everywhere are named once a row."""
    sheet = Sheet()
    names = [[wording.text(group["label"]) for group in panel["groups"]] for panel in data["panels"]]
    shared = len(names) > 1 and all(other == names[0] for other in names)
    count = len(names)
    columns = min(count, _MOST_COLUMNS if shared else 2)
    columns = math.ceil(count / math.ceil(count / columns))  # four are better two by two
    panels = _panels(data, names, wording, columns=columns, shared=shared)
    places = _places(sheet.width, panels, columns, shared=shared)
    y = 2.0
    for first in range(0, count, columns):
        y = _row(sheet, y, panels[first : first + columns], places, data=data, wording=wording)
    level = level_of([estimate for panel in panels for estimate in panel.estimates])
    axis = wording.text(say("figure.mean_axis", level=level))
    sheet.text((places[0].left + places[-1].right) / 2, y - 2, axis, size=style.SMALL, align="center")
    sheet.height = y + 5
    return sheet


def _panels(
    data: Mapping[str, Any], names: list[list[str]], wording: Wording, *, columns: int, shared: bool
) -> list[_Panel]:
    share = _LABEL_SHARE if shared else _OWN_LABEL_SHARE / columns
    broken = _labels(names, style.WIDTH * share, columns)
    panels = []
    for number, (panel, own, groups) in enumerate(zip(data["panels"], names, broken, strict=True)):
        neighbours = data["panels"][number : number + columns] if shared else [panel]
        counts = [
            _count([other["groups"][place]["n"] for other in neighbours], wording)
            for place in range(len(own))
        ]
        if shared and number % columns:
            counts = []
        estimates = [group["estimate"] for group in panel["groups"]]
        means = [fmt.number(estimate.value, "number", wording.language) for estimate in estimates]
        panels.append(_Panel(wording.text(panel["label"]), groups, counts, estimates, means))
    return panels


def _labels(names: list[list[str]], widest_label: float, columns: int) -> list[Labels]:
    """Names of the groups of all panels; where they would not go on a page, the longest move closer."""
    free = [labels(own, widest=widest_label, room=math.inf, gap=6.0) for own in names]
    rows = [free[first : first + columns] for first in range(0, len(free), columns)]
    heights = [max(panel.height for panel in row) for row in rows]
    room = style.TALLEST - 30 - 60 * len(rows)
    for left, height in enumerate(sorted(heights), start=-len(heights)):
        if height * -left > room:
            return [labels(own, widest=widest_label, room=room / -left, gap=6.0) for own in names]
        room -= height
    return free


def _count(ns: Sequence[int], wording: Wording) -> str:
    """The size of a group in all panels of a row."""
    least, most = (wording.text(n, "count") for n in (min(ns), max(ns)))
    return least if least == most else f"{least}–{most}"


def _places(width: float, panels: list[_Panel], columns: int, *, shared: bool) -> list[_Column]:
    label_width = max(panel.groups.width for panel in panels)
    count_width = max(10.0, widest([text for panel in panels for text in panel.counts]))
    head = label_width + 7 + count_width + 7
    if shared:
        each = (width - head - (columns - 1) * _GUTTER) / columns
        lefts = [head + column * (each + _GUTTER) for column in range(columns)]
    else:
        whole = (width - (columns - 1) * _GUTTER) / columns
        each = whole - head
        lefts = [column * (whole + _GUTTER) + head for column in range(columns)]
    return [_Column(left - 14 - count_width, left - 7, left, left + each) for left in lefts]


def _row(
    sheet: Sheet,
    top: float,
    panels: Sequence[_Panel],
    places: Sequence[_Column],
    *,
    data: Mapping[str, Any],
    wording: Wording,
) -> float:
    """One row of panels; gives where the next one starts."""
    low, high = float(data["low"]), float(data["high"])
    leading = style.TEXT * style.LEADING
    titles = [
        wrapped(panel.title, style.TEXT, place.right - place.left, 3)
        for panel, place in zip(panels, places, strict=False)
    ]
    start = top + max(len(title) for title in titles) * leading + 3
    for panel, place, title in zip(panels, places, titles, strict=False):
        scale = Scale(low, high, place.left + 2, place.right - widest(panel.means) - 7)
        middles = panel.groups.middles(start)
        sheet.text_lines(place.left, start - 3 - len(title) * leading / 2, title)
        value_axis(sheet, scale, start + panel.groups.height, answer_ticks(low, high, 6), top=start)
        if panel.counts:
            panel.groups.draw(sheet, place.labels, start)
            head = wording.spans(say("column.n"))
            sheet.text(place.counts, start - 3 - leading / 2, head, size=style.SMALL, align="right")
            for y, count in zip(middles, panel.counts, strict=True):
                sheet.text(place.counts, y, count, size=style.SMALL, align="right")
        for y, estimate, mean in zip(middles, panel.estimates, panel.means, strict=True):
            draw_interval(sheet, scale, y, estimate)
            sheet.text(place.right, y, mean, size=style.SMALL, align="right")
    return start + max(panel.groups.height for panel in panels) + _AXIS
