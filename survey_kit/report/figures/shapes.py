"""Outlines of marks, of diameter 1 around the origin, y upwards."""

from __future__ import annotations

from typing import Final, TypeAlias

from survey_kit.report.figures.sheet import Shape

# the codes of matplotlib's Path and of FreeType's outlines
MOVE, LINE, QUADRATIC, CUBIC, CLOSE = 1, 2, 3, 4, 79
Outline: TypeAlias = tuple[list[tuple[float, float]], list[int]]

SLANT: Final = 0.2
"""How far synthetic italics lean; the Chinese fonts have none of their own."""

_ARC: Final = 0.5 * 0.5522847498  # control points of a quarter circle


def outline(shape: Shape) -> Outline:
    """Corners and codes of a mark."""
    if shape == "circle":
        r, c = 0.5, _ARC
        corners = [(r, 0.0), (r, c), (c, r), (0.0, r), (-c, r), (-r, c), (-r, 0.0), (-r, -c), (-c, -r)]
        corners += [(0.0, -r), (c, -r), (r, -c), (r, 0.0), (r, 0.0)]
        return corners, [MOVE, *[CUBIC] * 12, CLOSE]
    corners = [(-0.55, -0.45), (0.55, -0.45), (0.0, 0.6), (-0.55, -0.45)]
    return corners, [MOVE, LINE, LINE, CLOSE]
