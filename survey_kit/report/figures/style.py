"""How figures look: sizes for a column of 15 cm, colours that stay apart when printed in grey.

Every colour scale falls or rises in luminance from end to end, so that a black-and-white print
keeps the order of the categories.
"""

from __future__ import annotations

from typing import Final, TypeAlias

Color: TypeAlias = str

WIDTH: Final = 15 / 2.54 * 72
"""Width of the text column of a thesis in points."""
TALLEST: Final = 22 / 2.54 * 72
"""What fits on a page above its caption; figures tighten their rows when they would exceed it."""
DPI: Final = 300

TEXT: Final = 8.5
SMALL: Final = 7.5
LEADING: Final = 1.28
"""Line height in font sizes."""

INK: Final = "#1a1a1a"
MUTED: Final = "#555555"
GRID: Final = "#dcdcdc"
FRAME: Final = "#8c8c8c"
PAPER: Final = "#ffffff"
MARK: Final = "#1f4e79"
SECOND: Final = "#b5651d"

_STEPS: Final = ("#f5dfae", "#adb0b4", "#17375e")  # sand, grey, navy: luminance falls
_BLACK: Final = "#000000"
_EVEN: Final = 0.179  # luminance on which black and white have the same contrast, 4.58
_NEGATIVE: Final = "#9c4a12"
_POSITIVE: Final = "#17457a"


def steps(count: int) -> list[Color]:
    """Colours of ``count`` ordered categories, from light to dark."""
    if count == 1:
        return [_STEPS[1]]
    return [_between(_STEPS, index / (count - 1)) for index in range(count)]


def signed(value: float) -> Color:
    """Colour of a number from −1 to 1: the darker the larger, brown below zero, blue above."""
    end = _POSITIVE if value >= 0 else _NEGATIVE
    return _between((PAPER, end), min(abs(value), 1.0) * 0.95)


def ink_on(fill: Color) -> Color:
    """Black or white, whichever reads better on ``fill``."""
    return _BLACK if luminance(fill) > _EVEN else PAPER


def luminance(color: Color) -> float:
    """Relative luminance of WCAG 2, from 0 (black) to 1 (white)."""
    parts = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in rgb(color)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def rgb(color: Color) -> tuple[float, float, float]:
    """The parts of ``#rrggbb`` from 0 to 1."""
    red, green, blue = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _between(stops: tuple[Color, ...], position: float) -> Color:
    place = position * (len(stops) - 1)
    index = min(int(place), len(stops) - 2)
    share = place - index
    mixed = (
        start + (end - start) * share
        for start, end in zip(rgb(stops[index]), rgb(stops[index + 1]), strict=True)
    )
    return "#" + "".join(f"{round(part * 255):02x}" for part in mixed)
