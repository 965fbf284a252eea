"""Labelled rows: how wide the labels are, how they break, and how high each row gets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from survey_kit.report.figures import fonts, style
from survey_kit.report.figures.lines import wrapped
from survey_kit.report.figures.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Labels:
    """Broken labels of rows, the width that they need and the height of each row."""

    lines: tuple[tuple[str, ...], ...]
    width: float
    heights: tuple[float, ...]
    size: float

    @property
    def height(self) -> float:
        return sum(self.heights)

    def middles(self, top: float) -> list[float]:
        """The middle of every row, the first one starting at ``top``."""
        places = []
        for height in self.heights:
            places.append(top + height / 2)
            top += height
        return places

    def draw(self, sheet: Sheet, right: float, top: float) -> None:
        """Put the labels left of ``right``, flush right as axis labels are."""
        for lines, middle in zip(self.lines, self.middles(top), strict=True):
            sheet.text_lines(right, middle, lines, size=self.size, align="right")


def labels(
    texts: Sequence[str],
    *,
    widest: float,
    room: float = style.TALLEST,
    size: float = style.TEXT,
    gap: float = 7.0,
    most: int = 3,
) -> Labels:
    """Break labels at ``widest`` points; rows move closer and lines get fewer when ``room`` is short."""
    attempt = _broken(texts, widest, size, gap, most)
    for closer, fewer, smaller in ((3.0, 3, style.SMALL), (2.0, 2, style.SMALL), (1.0, 1, style.SMALL)):
        if attempt.height <= room:
            break
        attempt = _broken(texts, widest, min(size, smaller), min(gap, closer), min(most, fewer))
    return attempt


def _broken(texts: Sequence[str], widest: float, size: float, gap: float, most: int) -> Labels:
    lines = tuple(tuple(wrapped(text, size, widest, most)) for text in texts)
    width = max((fonts.width(line, size) for part in lines for line in part), default=0.0)
    heights = tuple(len(part) * size * style.LEADING + gap for part in lines)
    return Labels(lines, width, heights, size)
