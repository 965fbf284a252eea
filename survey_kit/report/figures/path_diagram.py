"""Path diagrams: latent variables as ellipses, observed ones as boxes, effects as arrows.

Columns are read from left to right. A dashed arrow is a path that is not ``strong``; what that means
the notes of the figure say.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from survey_kit.report.document import Spans
from survey_kit.report.figures import style
from survey_kit.report.figures.path_nodes import Node, place_nodes
from survey_kit.report.figures.sheet import Point, Sheet, text_width
from survey_kit.report.wording import Wording

_HEAD: Final = 5.5
_TOP: Final = 4.0
_DASHES: Final = (4.0, 2.5)
_POINTS: Final = 28  # of an outline or arc
_PLACES: Final = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8)
_TEXT_HEIGHT: Final = style.SMALL * 1.1

_Box: TypeAlias = tuple[float, float, float, float]  # left, top, right, bottom
_Line: TypeAlias = tuple[Point, Point]


def lay_out(data: Mapping[str, Any], wording: Wording) -> Sheet:
    """Outlines with their labels, arrows with their numbers, arcs for what correlates."""
    sheet = Sheet()
    texts = [wording.spans(link["text"]) for link in data["links"]]
    columns = [column for column in data["columns"] if column]
    place = {node["key"]: (c, k) for c, column in enumerate(columns) for k, node in enumerate(column)}
    spans = [abs(place[link["end"]][1] - place[link["start"]][1]) for link in data["links"]]
    # labels of arcs around the same middle stand two steps apart
    step = max([13.0, *((text_width(text, style.SMALL) + 6) / 2 for text in texts)])
    margins = [0.0, 0.0]
    for link, span, text in zip(data["links"], spans, texts, strict=True):
        side = _on_right(place[link["start"]][0], len(columns))
        margins[side] = max(margins[side], _bulge(span, step) + text_width(text, style.SMALL) / 2 + 2)
    nodes, bottom = place_nodes(data, wording, left=margins[0], right=sheet.width - margins[1], top=_TOP)
    named = {node.key: node for node in nodes}
    sheet.height = bottom + _TOP
    labels = _paths(sheet, data["paths"], named, wording)
    for link, span, text in zip(data["links"], spans, texts, strict=True):
        right = bool(_on_right(place[link["start"]][0], len(columns)))
        labels.append((_link(sheet, named, link, span, step, right=right), text))
    for node in named.values():
        _outline(sheet, node)
    for at, text in labels:
        _label(sheet, at, text)
    return sheet


def _on_right(column: int, columns: int) -> int:
    """Arcs stand left of their column; right of the last one, as long as it is not the first."""
    return int(columns > 1 and column == columns - 1)


def _bulge(span: int, step: float) -> float:
    return 8.0 + step * max(span, 1)


def _outline(sheet: Sheet, node: Node) -> None:
    half, tall = node.width / 2, node.height / 2
    if node.round:
        turns = [2 * math.pi * k / (2 * _POINTS) for k in range(2 * _POINTS + 1)]
        points = [(node.x + half * math.cos(t), node.y + tall * math.sin(t)) for t in turns]
        sheet.line(*points, color=style.INK, width=0.9, fill=style.PAPER)
    else:
        sheet.area(node.x - half, node.y - tall, node.width, node.height, fill=style.PAPER, edge=style.INK)
    sheet.text_lines(node.x, node.y, node.lines, size=node.size, align="center")


def _paths(
    sheet: Sheet, paths: Sequence[Mapping[str, Any]], nodes: Mapping[str, Node], wording: Wording
) -> list[tuple[Point, Spans]]:
    """Arrows; where their texts go is told, so that nothing is drawn over them."""
    lines: list[_Line] = []
    for path in paths:
        start, end = nodes[path["start"]], nodes[path["end"]]
        ahead = end.edge((start.x, start.y))
        behind = start.edge(ahead if start.alone else (end.x, end.y))
        lines.append((behind, end.edge(behind) if end.alone else ahead))
    leaving = Counter(path["start"] for path in paths)
    arriving = Counter(path["end"] for path in paths)
    taken = [_around((node.x, node.y), node.width + 4, node.height + 4) for node in nodes.values()]
    labels = []
    for k, (path, line) in enumerate(zip(paths, lines, strict=True)):
        strong = bool(path["strong"])
        color, width = (style.INK, 0.9) if strong else (style.MUTED, 0.8)
        _arrow(sheet, line, color, width, () if strong else _DASHES)
        text = wording.spans(path["text"])
        fan = leaving[path["start"]] - arriving[path["end"]]
        aim = 0.5 if fan == 0 else (0.66 if fan > 0 else 0.34)
        others = lines[:k] + lines[k + 1 :]
        at, box = _free(line, aim, text_width(text, style.SMALL), taken, others)
        taken.append(box)
        labels.append((at, text))
    return labels


def _free(
    line: _Line, aim: float, width: float, taken: Sequence[_Box], others: Sequence[_Line]
) -> tuple[Point, _Box]:
    """The place on a line nearest to ``aim`` where a text covers least of what is there."""
    (x0, y0), (x1, y1) = line
    found: list[tuple[float, Point, _Box]] = []
    for share in sorted(_PLACES, key=lambda place: abs(place - aim)):
        at = (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share)
        box = _around(at, width + 3, _TEXT_HEIGHT)
        covered = 3.0 * sum(_overlap(box, other) for other in taken)
        covered += sum(_crosses(box, other) for other in others)
        if not covered:
            return at, box
        found.append((covered, at, box))
    _, at, box = min(found, key=lambda each: each[0])
    return at, box


def _around(at: Point, width: float, height: float) -> _Box:
    return at[0] - width / 2, at[1] - height / 2, at[0] + width / 2, at[1] + height / 2


def _overlap(a: _Box, b: _Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _crosses(box: _Box, line: _Line) -> bool:
    """Whether a straight line passes through a box (Liang and Barsky's clipping)."""
    (x0, y0), (x1, y1) = line
    first, last = 0.0, 1.0
    for start, change, low, high in ((x0, x1 - x0, box[0], box[2]), (y0, y1 - y0, box[1], box[3])):
        if abs(change) < 1e-9:
            if not low < start < high:
                return False
            continue
        enter, leave = sorted(((low - start) / change, (high - start) / change))
        first, last = max(first, enter), min(last, leave)
    return first < last


def _arrow(sheet: Sheet, line: _Line, color: style.Color, width: float, dashes: tuple[float, ...]) -> None:
    (x0, y0), (x1, y1) = line
    length = math.hypot(x1 - x0, y1 - y0)
    if length < 1e-6:
        return
    back = min(_HEAD * 0.8, length)
    sheet.line(
        line[0],
        (x1 - (x1 - x0) * back / length, y1 - (y1 - y0) * back / length),
        color=color,
        width=width,
        dashes=dashes,
    )
    _head(sheet, line[1], (x1 - x0, y1 - y0), color)


def _head(sheet: Sheet, tip: Point, direction: Point, color: style.Color) -> None:
    """A filled arrowhead that points along ``direction``."""
    length = math.hypot(*direction) or 1.0
    along, across = direction[0] / length, direction[1] / length
    foot = (tip[0] - along * _HEAD, tip[1] - across * _HEAD)
    wing = _HEAD * 0.36
    corners = [
        (foot[0] - across * wing, foot[1] + along * wing),
        tip,
        (foot[0] + across * wing, foot[1] - along * wing),
    ]
    sheet.line(*corners, corners[0], color=color, width=0.3, fill=color)


def _link(
    sheet: Sheet,
    nodes: Mapping[str, Node],
    link: Mapping[str, Any],
    span: int,
    step: float,
    *,
    right: bool,
) -> Point:
    """An arc with two heads, and its middle; arcs to neighbours leave a node further up or down."""
    upper, lower = sorted((nodes[link["start"]], nodes[link["end"]]), key=lambda node: node.y)
    sign = 1.0 if right else -1.0
    start, end = _foot(upper, span, 1.0, sign), _foot(lower, span, -1.0, sign)
    apex = upper.x + sign * (upper.width / 2 + _bulge(span, step))
    # the middle of a cubic curve lies three quarters of the way to its two control points
    pull = (apex - (start[0] + end[0]) / 8) / 0.75
    bend = (end[1] - start[1]) * 0.12
    controls = (start, (pull, start[1] + bend), (pull, end[1] - bend), end)
    points = [_bezier(controls, k / _POINTS) for k in range(_POINTS + 1)]
    for tip, near in ((points[0], points[2]), (points[-1], points[-3])):
        _head(sheet, tip, (tip[0] - near[0], tip[1] - near[1]), style.MUTED)
    sheet.line(*points[1:-1], color=style.MUTED, width=0.7)
    return points[_POINTS // 2]


def _foot(node: Node, span: int, down: float, sign: float) -> Point:
    """Where an arc meets a node: 60 degrees below or above its side for a neighbour, less for others."""
    turn = math.radians(58.0 / max(span, 1))
    if node.round:
        return node.x + sign * node.width / 2 * math.cos(turn), node.y + down * node.height / 2 * math.sin(
            turn
        )
    return node.x + sign * node.width / 2, node.y + down * node.height / 2 * min(0.8 / max(span, 1), 0.8)


def _bezier(controls: Sequence[Point], share: float) -> Point:
    rest = 1 - share
    weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
    return (
        sum(weight * point[0] for weight, point in zip(weights, controls, strict=True)),
        sum(weight * point[1] for weight, point in zip(weights, controls, strict=True)),
    )


def _label(sheet: Sheet, at: Point, text: Spans) -> None:
    """A number on a line, with paper under it."""
    width = text_width(text, style.SMALL)
    if width:
        sheet.area(
            at[0] - width / 2 - 1.5, at[1] - _TEXT_HEIGHT / 2, width + 3, _TEXT_HEIGHT, fill=style.PAPER
        )
        sheet.text(*at, text, size=style.SMALL, align="center")
