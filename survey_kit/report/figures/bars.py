"""Horizontal bars of counts and percentages, one panel a question."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from survey_kit.report import format as fmt
from survey_kit.report.blocks import say
from survey_kit.report.document import Spans
from survey_kit.report.figures import style
from survey_kit.report.figures.labels import Labels, labels
from survey_kit.report.figures.lines import wrapped
from survey_kit.report.figures.sheet import Sheet, text_width
from survey_kit.report.wording import Wording

_GUTTER: Final = 22.0
_LABEL_SHARE: Final = 0.40
_AFTER_PANEL: Final = 12.0
_TITLE_GAP: Final = 4.0


@dataclass(frozen=True, slots=True)
class _Panel:
    """A panel ready to be drawn."""

    title: list[str]
    n: Spans
    labels: Labels
    values: list[str]
    percents: list[float]

    @property
    def height(self) -> float:
        return len(self.title) * style.TEXT * style.LEADING + _TITLE_GAP + self.labels.height + _AFTER_PANEL


def lay_out(data: Mapping[str, Any], wording: Wording) -> Sheet:
    """Panels side by side when there are several and their labels allow it; one scale for all."""
    sheet = Sheet()
    count = len(data["panels"])
    columns = 2 if count > 1 else 1
    width = (sheet.width - (columns - 1) * _GUTTER) / columns
    panels = [_panel(panel, wording, width) for panel in data["panels"]]
    cut = _cut([panel.height for panel in panels]) if columns == 2 else count
    for place in (slice(0, cut), slice(cut, count)):
        panels[place] = _fitted(panels[place], data["panels"][place], wording, width)
    top_percent = max((percent for panel in panels for percent in panel.percents), default=0.0)
    for column, part in enumerate((panels[:cut], panels[cut:])):
        _column(sheet, part, column * (width + _GUTTER), width, top_percent or 1.0)
    return sheet


def _fitted(
    panels: list[_Panel], data: Sequence[Mapping[str, Any]], wording: Wording, width: float
) -> list[_Panel]:
    """The panels of one column, with closer rows where they would not go on a page."""
    rows = sum(panel.labels.height for panel in panels)
    others = sum(panel.height for panel in panels) - rows
    if rows + others <= style.TALLEST:
        return panels
    share = max(style.TALLEST - others, 1.0) / rows
    return [
        _panel(each, wording, width, room=panel.labels.height * share)
        for panel, each in zip(panels, data, strict=True)
    ]


def _panel(panel: Mapping[str, Any], wording: Wording, width: float, room: float = math.inf) -> _Panel:
    n = wording.spans(say("figure.n", n=panel["n"]))
    title = wrapped(wording.text(panel["label"]), style.TEXT, width - text_width(n) - 8, 2)
    bars = panel["bars"]
    names = [wording.text(bar["label"]) for bar in bars]
    parts = labels(names, widest=width * _LABEL_SHARE, room=room, size=style.SMALL, gap=4.5)
    values = [
        wording.text(say("figure.count_percent", count=bar["count"], percent=bar["percent"])) for bar in bars
    ]
    percents = [fmt.value_of(bar["percent"]) or 0.0 for bar in bars]
    return _Panel(title, n, parts, values, percents)


def _cut(heights: list[float]) -> int:
    """How many panels go into the first of two columns so that the taller one is least tall."""
    return min(range(1, len(heights) + 1), key=lambda cut: max(sum(heights[:cut]), sum(heights[cut:])))


def _column(sheet: Sheet, panels: list[_Panel], left: float, width: float, top_percent: float) -> None:
    label_width = max((panel.labels.width for panel in panels), default=0.0)
    value_width = max((text_width(v, style.SMALL) for panel in panels for v in panel.values), default=0.0)
    start = left + label_width + 5
    length = left + width - value_width - 4 - start
    y = 2.0
    for panel in panels:
        leading = style.TEXT * style.LEADING
        for number, line in enumerate(panel.title):
            sheet.text(left, y + leading * (number + 0.5), line)
        sheet.text(left + width, y + leading / 2, panel.n, size=style.SMALL, color=style.MUTED, align="right")
        y += len(panel.title) * leading + _TITLE_GAP / 2
        sheet.line((left, y), (left + width, y), color=style.FRAME, width=0.5)
        y += _TITLE_GAP / 2
        panel.labels.draw(sheet, start - 5, y)
        for middle, value, percent in zip(panel.labels.middles(y), panel.values, panel.percents, strict=True):
            reach = length * percent / top_percent
            sheet.area(start, middle - 4, reach, 8, fill=style.MARK)
            sheet.text(start + reach + 4, middle, value, size=style.SMALL)
        sheet.line((start, y + 1), (start, y + panel.labels.height - 1), color=style.INK, width=0.7)
        y += panel.labels.height + _AFTER_PANEL
    sheet.height = max(sheet.height, y - _AFTER_PANEL + 3)
