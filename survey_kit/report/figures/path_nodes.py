"""Where the nodes of a path diagram stand, and where lines meet their outlines."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from survey_kit.report.figures import fonts, style
from survey_kit.report.figures.lines import wrapped
from survey_kit.report.figures.sheet import Point
from survey_kit.report.wording import Wording

_FITS: Final = ((8.5, 3, 20.0), (8.5, 3, 13.0), (7.5, 3, 10.0), (7.5, 2, 8.0), (7.5, 1, 7.0), (7.5, 1, 3.0))
"""Size of letters, most lines and space a row beside them: the first that fits the page is taken."""
_LEAST_GAPS: Final = {2: 70.0, 3: 62.0, 4: 44.0}
_LEAST_GAP: Final = 26.0  # of five columns and more
_MOST_GAP: Final = 150.0
_CLEARANCE: Final = 42.0
"""Height of what lies between the first and last column and an arch above them."""
_ARCH: Final = 46.0
_PADDING: Final = 7.0
_WIDEST: Final = 190.0
_LONGEST_WORD: Final = 90.0
_WORD: Final = re.compile(r"[^\s\u2e80-\u9fff\uff00-\uffef]+")


@dataclass(frozen=True, slots=True)
class Node:
    """A labelled outline around ``x, y``; ``alone`` in its column."""

    key: str
    lines: tuple[str, ...]
    size: float
    round: bool
    column: int
    place: int
    alone: bool
    x: float
    y: float
    width: float
    height: float

    def edge(self, towards: Point) -> Point:
        """Where a line to ``towards`` leaves the outline.

        Nodes of one column are met at the middle of a side, so that no line runs over a neighbour.
        """
        across, down = towards[0] - self.x, towards[1] - self.y
        half, tall = self.width / 2, self.height / 2
        if not self.alone and abs(across) > half:
            return self.x + math.copysign(half, across), self.y
        if self.round:
            share = 1 / max(math.hypot(across / half, down / tall), 1e-9)
        else:
            share = 1 / max(abs(across) / half, abs(down) / tall, 1e-9)
        return self.x + across * share, self.y + down * share


@dataclass(frozen=True, slots=True)
class _Column:
    """Broken labels of a column: their size, the width of its outlines and the height of each."""

    lines: tuple[tuple[str, ...], ...]
    size: float
    width: float
    heights: tuple[float, ...]
    space: float  # between two outlines

    @property
    def height(self) -> float:
        return sum(self.heights) + self.space * (len(self.heights) - 1)


def place_nodes(
    data: Mapping[str, Any], wording: Wording, *, left: float, right: float, top: float
) -> tuple[list[Node], float]:
    """Nodes between ``left`` and ``right`` from ``top`` downwards, and where the lowest one ends."""
    columns = [column for column in data["columns"] if column]
    order = {node["key"]: c for c, column in enumerate(columns) for node in column}
    arched = any(abs(order[path["end"]] - order[path["start"]]) > 1 for path in data["paths"])
    room = style.TALLEST - 10.0 - (_CLEARANCE + 5 * _ARCH if arched else 0.0)
    rows = _shared_fit(columns, wording, right - left, room)
    widths = [column.width for column in rows]
    gap = (right - left - sum(widths)) / max(len(columns) - 1, 1)
    start = left
    if len(columns) == 1 or gap > _MOST_GAP:
        gap = min(gap, _MOST_GAP)
        start += (right - left - sum(widths) - gap * (len(columns) - 1)) / 2
    heights = _arch(rows) if arched else _level(columns, rows, data["paths"])
    nodes = []
    for c, (column, row, middles) in enumerate(zip(columns, rows, heights, strict=True)):
        for place, node in enumerate(column):
            nodes.append(
                Node(
                    node["key"],
                    row.lines[place],
                    row.size,
                    node["shape"] == "latent",
                    c,
                    place,
                    len(column) == 1,
                    start + row.width / 2,
                    middles[place],
                    row.width,
                    row.heights[place],
                )
            )
        start += row.width + gap
    lower = top - min(node.y - node.height / 2 for node in nodes)
    nodes = [replace(node, y=node.y + lower) for node in nodes]
    return nodes, max(node.y + node.height / 2 for node in nodes)


def _shared_fit(
    columns: Sequence[Sequence[Mapping[str, Any]]], wording: Wording, width: float, room: float
) -> list[_Column]:
    """Every column in letters of the same size, the largest at which the longest fits the page."""
    available = width - _LEAST_GAPS.get(len(columns), _LEAST_GAP) * (len(columns) - 1)
    texts = [[wording.text(node["label"]) for node in column] for column in columns]
    best: list[_Column] = []
    for size, most, space in _FITS:
        widths = [_widths(column, part, size) for column, part in zip(columns, texts, strict=True)]
        whole = sum(least for least, _ in widths) <= available
        fitted = [
            _broken(column, part, width, size=size, most=most, space=space)
            for column, part, width in zip(columns, texts, _shares(widths, available), strict=True)
        ]
        fits = max(column.height for column in fitted) <= room
        if fits and whole:
            return fitted
        if not best or max(column.height for column in best) > room:
            best = fitted
    return best


def _widths(column: Sequence[Mapping[str, Any]], texts: Sequence[str], size: float) -> tuple[float, float]:
    """The width that a column needs so that no word is cut, and what it takes unbroken; within reason."""
    least, natural = 0.0, 0.0
    for node, text in zip(column, texts, strict=True):
        is_round = node["shape"] == "latent"
        shown = fonts.drawable(text)
        word = max((fonts.width(word, size) for word in _WORD.findall(shown)), default=0.0)
        least = max(least, _outline_width(min(word + 1, _LONGEST_WORD), is_round=is_round))
        natural = max(natural, _outline_width(min(fonts.width(shown, size) + 1, _WIDEST), is_round=is_round))
    return least, natural


def _outline_width(text: float, *, is_round: bool) -> float:
    return max(text * 1.28 + 8 if is_round else text + 2 * _PADDING, 40.0)


def _text_width(outline: float, *, is_round: bool) -> float:
    return (outline - 8) / 1.28 if is_round else outline - 2 * _PADDING


def _shares(widths: Sequence[tuple[float, float]], available: float) -> list[float]:
    """Widths that sum to at most ``available``: narrow columns keep theirs, wide ones share the rest."""
    floors = [least for least, _ in widths]
    if sum(floors) > available:
        floors = [0.0] * len(widths)
    left = available - sum(floors)
    shares = list(floors)
    order = sorted(range(len(widths)), key=lambda c: widths[c][1] - floors[c])
    for done, c in enumerate(order):
        more = min(widths[c][1] - floors[c], left / (len(order) - done))
        shares[c] += more
        left -= more
    return shares


def _broken(
    column: Sequence[Mapping[str, Any]],
    texts: Sequence[str],
    width: float,
    *,
    size: float,
    most: int,
    space: float,
) -> _Column:
    lines = []
    heights = []
    widest = 0.0
    for node, text in zip(column, texts, strict=True):
        is_round = node["shape"] == "latent"
        part = tuple(wrapped(text, size, _text_width(width, is_round=is_round), most))
        lines.append(part)
        widest = max(widest, _outline_width(max(fonts.width(line, size) for line in part), is_round=is_round))
        letters = len(part) * size * style.LEADING
        heights.append(letters * 1.45 + space * 0.5 if is_round else letters + space * 0.5)
    return _Column(tuple(lines), size, widest, tuple(heights), space * 0.5)


def _level(
    columns: Sequence[Sequence[Mapping[str, Any]]],
    rows: Sequence[_Column],
    paths: Sequence[Mapping[str, Any]],
) -> list[list[float]]:
    """Middles of the nodes: the longest column stands, nodes beside it stand where their paths lead."""
    longest = max(range(len(rows)), key=lambda c: rows[c].height)
    total = rows[longest].height
    known: dict[str, float] = {}
    middles: list[list[float]] = [[] for _ in rows]
    for c in sorted(range(len(rows)), key=lambda c: (abs(c - longest), c)):
        wanted = _stacked(rows[c], total / 2)
        for place, node in enumerate(columns[c]):
            ends = [
                known[path["end"]] for path in paths if path["start"] == node["key"] and path["end"] in known
            ]
            ends += [
                known[path["start"]]
                for path in paths
                if path["end"] == node["key"] and path["start"] in known
            ]
            if ends:
                wanted[place] = (min(ends) + max(ends)) / 2
        middles[c] = _apart(wanted, rows[c], total)
        known |= {node["key"]: y for node, y in zip(columns[c], middles[c], strict=True)}
    return middles


def _stacked(row: _Column, middle: float) -> list[float]:
    """Middles of outlines that stand close to each other around ``middle``."""
    top = middle - row.height / 2
    places = []
    for height in row.heights:
        places.append(top + height / 2)
        top += height + row.space
    return places


def _apart(wanted: Sequence[float], row: _Column, total: float) -> list[float]:
    """The places nearest below those wanted at which no two outlines touch, kept inside ``total``."""
    places: list[float] = []
    for k, (y, height) in enumerate(zip(wanted, row.heights, strict=True)):
        least = height / 2 if k == 0 else places[-1] + (row.heights[k - 1] + height) / 2 + row.space
        places.append(max(y, least))
    limit = total
    for k in reversed(range(len(places))):
        places[k] = min(places[k], limit - row.heights[k] / 2)
        limit = places[k] - row.heights[k] / 2 - row.space
    return places


def _arch(rows: Sequence[_Column]) -> list[list[float]]:
    """Inner columns above the outer ones and the higher the further in: a line from any node to any
    other passes under those between them.
    """
    outer = max(rows[0].height, rows[-1].height)
    middles = []
    for c, row in enumerate(rows):
        if c in (0, len(rows) - 1):
            middles.append(_stacked(row, -outer / 2))
            continue
        # flatter than a half circle: nodes are wider than they are far apart
        share = math.sin(math.pi * c / (len(rows) - 1)) ** 0.35 - 0.5
        lift = _CLEARANCE + _ARCH * (len(rows) - 2) ** 1.55 * share
        middles.append(_stacked(row, -outer - lift - row.height / 2))
    return middles
