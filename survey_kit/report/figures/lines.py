"""Text broken into lines that fit a width, Chinese and Latin mixed."""

from __future__ import annotations

import re
from typing import Final

from survey_kit.report.figures import fonts

_WIDE: Final = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
# a unit is never broken: a Chinese character, or a Latin word with the sign that allows a break after it
_UNIT: Final = re.compile(rf"\s+|[{_WIDE}]|[^\s{_WIDE}/\-–_]*[/\-–_]+|[^\s{_WIDE}/\-–_]+")
_NOT_FIRST: Final = frozenset("，。、；：？！）》】」』”’…·%％,.;:?!)]}")
_NOT_LAST: Final = frozenset("（《【「『“‘([{")
ELLIPSIS: Final = "…"
_HALVINGS: Final = 6


def wrapped(text: str, size: float, width: float, most: int = 3) -> list[str]:
    """``text`` in at most ``most`` lines of ``width`` points; what is left over ends in ``…``.

    The text is made drawable first. Lines are as even as the fewest possible lines allow, so that no
    single character is left for the last one. There is always at least one line, which may be empty.
    """
    words = " ".join(fonts.drawable(text).split())
    if fonts.width(words, size) <= width:
        return [words]
    units = _units(words, size, width)
    lines = _filled(units, width)
    if len(lines) > most:
        return [*lines[: most - 1], _ended(lines[most - 1], size, width)]
    narrow, wide = 0.0, width
    for _ in range(_HALVINGS):
        middle = (narrow + wide) / 2
        attempt = _filled(units, middle)
        if len(attempt) > len(lines) or max(fonts.width(line, size) for line in attempt) > middle:
            narrow = middle
        else:
            wide = middle
    return _filled(units, wide)


def _filled(units: list[tuple[str, float]], width: float) -> list[str]:
    """Lines filled one after the other."""
    lines: list[str] = []
    line, used = "", 0.0
    for unit, length in units:
        if line.strip() and used + (0.0 if unit.isspace() else length) > width:
            lines.append(line.rstrip())
            line, used = "", 0.0
        if line or not unit.isspace():
            line += unit
            used += length
    if line.strip():
        lines.append(line.rstrip())
    return lines or [""]


def shortened(text: str, size: float, width: float) -> str:
    """One line of drawable text; one that is too wide is cut and ends in ``…``."""
    return text if fonts.width(text, size) <= width else _ended(text, size, width)


def _ended(text: str, size: float, width: float) -> str:
    while text and fonts.width(text + ELLIPSIS, size) > width:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS


def _units(text: str, size: float, width: float) -> list[tuple[str, float]]:
    """The parts between which a line may end with their widths; none is wider than a line."""
    units: list[str] = []
    for unit in _UNIT.findall(text):
        glued = units and (unit[0] in _NOT_FIRST or units[-1][-1:] in _NOT_LAST)
        if glued and fonts.width(units[-1] + unit, size) <= width:
            units[-1] += unit
        elif fonts.width(unit, size) <= width:
            units.append(unit)
        else:
            units += _pieces(unit, size, width)
    return [(unit, fonts.width(unit, size)) for unit in units]


def _pieces(word: str, size: float, width: float) -> list[str]:
    """A word that is longer than a line, cut wherever the line is full."""
    pieces = [""]
    for char in word:
        if pieces[-1] and fonts.width(pieces[-1] + char, size) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces
