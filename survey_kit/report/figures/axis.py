"""Value axes: from numbers to places on the sheet, with round tick values."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from survey_kit.report import format as fmt
from survey_kit.report.figures import style
from survey_kit.report.figures.sheet import Sheet, text_width

_ROUND_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
_WHOLE_STEPS: Final = (1.0, 2.0, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """The places ``start`` to ``stop`` of the values ``low`` to ``high``."""

    low: float
    high: float
    start: float
    stop: float

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.stop - self.start)

    def holds(self, value: float) -> bool:
        """Whether the value is a number on the axis."""
        slack = 1e-9 * (self.high - self.low)
        return self.low - slack <= value <= self.high + slack


def step_of(low: float, high: float, count: int, *, whole: bool = False) -> float:
    """The smallest round step that cuts the range into at most ``count`` parts; ``whole``: no fractions."""
    raw = max((high - low) / count, 1.0 if whole else 0.0)
    power = 10.0 ** math.floor(math.log10(raw))
    steps = _WHOLE_STEPS if whole else _ROUND_STEPS
    return next(power * step for step in steps if power * step >= raw * (1 - 1e-9))


def ticks(low: float, high: float, count: int, *, whole: bool = False) -> list[float]:
    """The round values from ``low`` to ``high``; ``whole``: whole numbers, for what is counted."""
    step = step_of(low, high, count, whole=whole)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]


def tick_texts(values: list[float]) -> list[str]:
    """The values with as many decimals as tell them apart."""
    for places in range(7):
        texts = [f"{fmt.rounded(value, places):f}" for value in values]
        exact = all(math.isclose(float(t), v, abs_tol=1e-9) for t, v in zip(texts, values, strict=True))
        if exact and len(set(texts)) == len(values):
            return [text.replace("-", fmt.MINUS) for text in texts]
    return [f"{value:.2g}".replace("-", fmt.MINUS) for value in values]


def spread(
    values: Iterable[float | None], *, include: tuple[float, ...] = (), room: float = 0.05
) -> tuple[float, float]:
    """The range of the finite values and of ``include``, with some room at both ends."""
    finite = [value for value in (*values, *include) if value is not None and math.isfinite(value)]
    if not finite:
        return -1.0, 1.0
    low, high = min(finite), max(finite)
    if high - low <= 1e-12 * max(1.0, abs(low), abs(high)):
        width = max(1.0, abs(low)) * 0.5
        return low - width, high + width
    return low - (high - low) * room, high + (high - low) * room


def answer_ticks(low: float, high: float, count: int = 10) -> list[float]:
    """Tick values of an answer range: its own points when these are few."""
    if float(low).is_integer() and high - low <= count:
        return [low + step for step in range(int(high - low) + 1)]
    return ticks(low, high, max(2, count // 2))


def ratio_ticks(low: float, high: float, count: int) -> list[float]:
    """Values of a logarithmic axis: 1, 2, 5 of every power of ten, or powers alone; round ones when it is short."""
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    for digits in ((1, 2, 5), (1,)):
        values = [digit * 10.0**power for power in powers for digit in digits]
        inside = [value for value in values if low <= value <= high]
        if len(inside) <= count + 2:
            break
    else:
        inside = inside[:: math.ceil(len(inside) / count)]
    return inside if len(inside) > 2 else [value for value in ticks(low, high, count) if value > 0]


def value_axis(
    sheet: Sheet,
    scale: Scale,
    y: float,
    values: list[float],
    *,
    top: float,
    size: float = style.SMALL,
    texts: list[str] | None = None,
) -> None:
    """A horizontal axis at ``y`` with light lines up to ``top`` at every value; ``texts`` None: its number."""
    for value in values:
        sheet.line((scale(value), top), (scale(value), y), color=style.GRID, width=0.5)
    sheet.line((scale.start, y), (scale.stop, y))
    for value, text in zip(values, texts or tick_texts(values), strict=True):
        sheet.line((scale(value), y), (scale(value), y + 2.5))
        sheet.text(scale(value), y + 3.5 + size * 0.6, text, size=size, color=style.MUTED, align="center")


@dataclass(frozen=True, slots=True)
class Plane:
    """Two value axes; calling it gives the place of a point."""

    x: Scale
    y: Scale

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        return self.x(x), self.y(y)


def plane(
    sheet: Sheet,
    box: tuple[float, float, float, float],
    *,
    x_range: tuple[float, float],
    y_range: tuple[float, float],
    x_label: str,
    y_label: str,
    x_values: list[float] | None = None,
    size: float = style.SMALL,
) -> Plane:
    """Axes with ticks and labels inside ``box`` (left, top, width, height)."""
    left, top, width, height = box
    y_values = ticks(*y_range, 5)
    y_texts = tick_texts(y_values)
    leading = size * style.LEADING
    start = left + leading + max(text_width(text, size) for text in y_texts) + 6
    bottom = top + height - 2 * leading - 6
    across, up = Scale(*x_range, start, left + width), Scale(*y_range, bottom, top)
    for value, text in zip(y_values, y_texts, strict=True):
        sheet.line((start, up(value)), (left + width, up(value)), color=style.GRID, width=0.5)
        sheet.text(start - 4, up(value), text, size=size, color=style.MUTED, align="right")
    sheet.line((start, top), (start, bottom))
    value_axis(
        sheet, across, bottom, ticks(*x_range, 6) if x_values is None else x_values, top=bottom, size=size
    )
    sheet.text((start + left + width) / 2, top + height - leading / 2, x_label, size=size, align="center")
    sheet.text(left + leading / 2, (top + bottom) / 2, y_label, size=size, align="center", upward=True)
    return Plane(across, up)
