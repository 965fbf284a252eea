"""A sheet of paper measured in points, and how it becomes a PNG and an SVG.

Kinds of figures put bars, lines, marks and text on a sheet; x runs to the right and y downwards, as
a page is read. Nothing is measured by drawing it, so a figure is laid out once and painted twice
(``raster`` and ``vector``). Text is literal: there is no markup that a label could trigger.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from survey_kit.report.document import Spans, plain
from survey_kit.report.figures import fonts, style
from survey_kit.report.figures.style import Color

Align: TypeAlias = Literal["left", "center", "right"]
Shape: TypeAlias = Literal["circle", "triangle"]
Point: TypeAlias = tuple[float, float]

MARGIN: Final = 1.5
"""Points around the sheet, for what reaches over its edge: slanted letters, half a line."""
_BASELINE: Final = 0.36  # from the middle of a line down to its baseline, in font sizes


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; ``dashes`` are lengths on and off in points, ``fill`` is what it encloses."""

    points: Sequence[Point]
    color: Color
    width: float
    dashes: tuple[float, ...] = ()
    fill: Color | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A filled rectangle with an optional edge."""

    x: float
    y: float
    width: float
    height: float
    fill: Color
    edge: Color | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """The same mark at many points."""

    points: Sequence[Point]
    shape: Shape
    size: float
    fill: Color
    edge: Color
    edge_width: float = 0.8


@dataclass(frozen=True, slots=True)
class Words:
    """One line of drawable text; ``x, y`` is where its baseline begins."""

    x: float
    y: float
    text: str
    size: float
    color: Color
    upward: bool = False
    italic: bool = False


@dataclass(slots=True)
class Sheet:
    """What is to be painted, in order. ``height`` is set when the layout is known."""

    width: float = style.WIDTH - 2 * MARGIN
    height: float = 0.0
    things: list[Stroke | Area | Marks | Words] = field(default_factory=list)

    @property
    def paper(self) -> tuple[float, float]:
        """Width and height in points with the margin around the sheet."""
        return round(self.width + 2 * MARGIN, 2), round(max(self.height, 1.0) + 2 * MARGIN, 2)

    def area(
        self, x: float, y: float, width: float, height: float, *, fill: Color, edge: Color | None = None
    ) -> None:
        """A rectangle whose upper left corner is ``x, y``."""
        self.things.append(Area(x, y, width, height, fill, edge))

    def line(
        self,
        *points: Point,
        color: Color = style.FRAME,
        width: float = 0.6,
        dashes: tuple[float, ...] = (),
        fill: Color | None = None,
    ) -> None:
        """A line through all points; with ``fill`` the outline of a surface."""
        self.things.append(Stroke(points, color, width, dashes, fill))

    def marks(
        self,
        points: Sequence[Point],
        *,
        shape: Shape = "circle",
        size: float = 4.5,
        fill: Color = style.MARK,
        edge: Color = style.MARK,
    ) -> None:
        """The same mark at every point."""
        if points:
            self.things.append(Marks(points, shape, size, fill, edge))

    def text(
        self,
        x: float,
        y: float,
        text: str | Spans,
        *,
        size: float = style.TEXT,
        color: Color = style.INK,
        align: Align = "left",
        upward: bool = False,
    ) -> None:
        """One line of text; ``x, y`` is the middle of its left end, centre or right end.

        ``upward`` text is read from below; ``x, y`` is then the middle of its lower end or centre.
        """
        runs = [(text, False)] if isinstance(text, str) else [(s.text, s.style == "italic") for s in text]
        runs = [(fonts.drawable(run), italic) for run, italic in runs]
        length = sum(fonts.width(run, size) for run, _ in runs)
        before = {"left": 0.0, "center": length / 2, "right": length}[align]
        for run, italic in runs:
            if run.strip():
                down = _BASELINE * size
                place = (x + down, y + before) if upward else (x - before, y + down)
                self.things.append(Words(*place, run, size, color, upward, italic))
            before -= fonts.width(run, size)

    def text_lines(
        self,
        x: float,
        y: float,
        lines: Sequence[str],
        *,
        size: float = style.TEXT,
        color: Color = style.INK,
        align: Align = "left",
    ) -> None:
        """Lines of text around the middle ``y``."""
        leading = size * style.LEADING
        top = y - leading * (len(lines) - 1) / 2
        for number, line in enumerate(lines):
            self.text(x, top + number * leading, line, size=size, color=color, align=align)


def text_width(text: str | Spans, size: float = style.TEXT) -> float:
    """Width in points of what ``Sheet.text`` would draw."""
    return fonts.width(fonts.drawable(text if isinstance(text, str) else plain(text)), size)
