"""A point with its interval on a value axis, and the numbers beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from survey_kit.report import format as fmt
from survey_kit.report.blocks import Estimate, Kind, Language
from survey_kit.report.document import Spans
from survey_kit.report.figures import style
from survey_kit.report.figures.axis import Scale
from survey_kit.report.figures.sheet import Sheet, text_width

_CAP: Final = 2.5


def draw_interval(sheet: Sheet, scale: Scale, y: float, estimate: Estimate) -> None:
    """The interval, cut where the axis ends (then without its cap), and the point on top of it."""
    if estimate.has_interval:
        low, high = max(estimate.low, scale.low), min(estimate.high, scale.high)
        if low <= high:
            sheet.line((scale(low), y), (scale(high), y), color=style.MARK, width=1.1)
        for bound in (estimate.low, estimate.high):
            if scale.holds(bound):
                place = scale(bound)
                sheet.line((place, y - _CAP), (place, y + _CAP), color=style.MARK, width=1.1)
    if scale.holds(estimate.value):
        sheet.marks([(scale(estimate.value), y)])


def number_texts(estimates: Sequence[Estimate], kind: Kind, language: Language) -> list[str]:
    """The numbers with their intervals as the tables print them."""
    texts = []
    for estimate in estimates:
        text = fmt.number(estimate.value, kind, language)
        if estimate.has_interval:
            text += " " + fmt.interval(estimate.low, estimate.high, kind, language)
        texts.append(text)
    return texts


def level_of(estimates: Sequence[Estimate]) -> str:
    """The confidence level of the intervals, e.g. ``95%``."""
    return fmt.level(estimates[0]) if estimates else "95%"


def widest(texts: Sequence[str | Spans], size: float = style.SMALL) -> float:
    """Width of the widest of the texts."""
    return max((text_width(text, size) for text in texts), default=0.0)


def extent(estimates: Sequence[Estimate]) -> list[float]:
    """Every finite number that the points and intervals reach."""
    numbers = [number for e in estimates for number in (e.value, e.low, e.high)]
    return [number for number in numbers if math.isfinite(number)]
