"""A sheet as SVG.

Letters are outlines, each character once in ``defs``, so that every browser and word processor
shows them. The file names no program, no date and nothing outside itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final
from xml.sax.saxutils import quoteattr

from survey_kit.report.figures import fonts, style
from survey_kit.report.figures.shapes import CLOSE, CUBIC, LINE, MOVE, QUADRATIC, SLANT, outline
from survey_kit.report.figures.sheet import MARGIN, Area, Marks, Shape, Sheet, Stroke, Words

_UNITS: Final = 1000  # of an outline to the em
_LETTERS: Final = {MOVE: ("M", 1), LINE: ("L", 1), QUADRATIC: ("Q", 2), CUBIC: ("C", 3)}


def svg(sheet: Sheet) -> str:
    """The sheet as an SVG document."""
    body = [_element(thing) for thing in sheet.things]
    chars = {char for thing in sheet.things if isinstance(thing, Words) for char in thing.text}
    shapes = {thing.shape for thing in sheet.things if isinstance(thing, Marks)}
    defs = [f'<path id="{_name(char)}" d="{_letter(char)}"/>' for char in sorted(chars) if _letter(char)]
    defs += [f'<path id="{shape}" d="{_shape(shape)}"/>' for shape in sorted(shapes)]
    width, height = (_short(length) for length in sheet.paper)
    left = _short(-MARGIN)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}pt" height="{height}pt" viewBox="{left} {left} {width} {height}">',
        "<defs>",
        *defs,
        "</defs>",
        f'<rect x="{left}" y="{left}" width="{width}" height="{height}" fill="{style.PAPER}"/>',
        *body,
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _element(thing: Area | Stroke | Marks | Words) -> str:
    match thing:
        case Area():
            edge = f' stroke="{thing.edge}" stroke-width="0.6"' if thing.edge else ""
            place = f'x="{_short(thing.x)}" y="{_short(thing.y)}"'
            size = f'width="{_short(thing.width)}" height="{_short(thing.height)}"'
            return f'<rect {place} {size} fill="{thing.fill}"{edge}/>'
        case Stroke():
            points = " ".join(f"{_short(x)},{_short(y)}" for x, y in thing.points)
            lengths = " ".join(_short(length * thing.width) for length in thing.dashes)
            dashes = f' stroke-dasharray="{lengths}"' if lengths else ""
            line = f'stroke="{thing.color}" stroke-width="{_short(thing.width)}"'
            return f'<polyline points="{points}" fill="{thing.fill or "none"}" {line}{dashes}/>'
        case Marks():
            size = _short(thing.size)
            edge = f'stroke="{thing.edge}" stroke-width="{_short(thing.edge_width / thing.size)}"'
            uses = "".join(
                f'<use xlink:href="#{thing.shape}" transform="translate({_short(x)} {_short(y)}) scale({size})"/>'
                for x, y in thing.points
            )
            return f'<g fill="{thing.fill}" {edge}>{uses}</g>'
        case Words():
            return _words(thing)


def _words(words: Words) -> str:
    uses = []
    place = 0.0
    for char in words.text:
        glyph = fonts.glyph(char)
        if glyph is not None:
            if _letter(char):
                uses.append(f'<use xlink:href="#{_name(char)}" x="{place:.0f}"/>')
            place += glyph.advance * _UNITS
    factor = words.size / _UNITS
    turn = " rotate(-90)" if words.upward else ""
    lean = f" matrix(1 0 {SLANT} 1 0 0)" if words.italic else ""
    put = f"translate({_short(words.x)} {_short(words.y)}){turn} scale({factor:.6g} {-factor:.6g}){lean}"
    # what a screen reader says for the outlines
    return (
        f'<g role="img" aria-label={quoteattr(words.text)} fill="{words.color}" transform="{put}">'
        f"{''.join(uses)}</g>"
    )


def _name(char: str) -> str:
    return f"u{ord(char):x}"


@lru_cache(maxsize=16384)
def _letter(char: str) -> str:
    """The outline of a character as path data; empty for spaces."""
    glyph = fonts.glyph(char)
    if glyph is None or not len(glyph.codes):
        return ""
    return _data(((x * _UNITS, y * _UNITS) for x, y in glyph.corners.tolist()), glyph.codes.tolist(), 0)


@lru_cache(maxsize=8)
def _shape(shape: Shape) -> str:
    corners, codes = outline(shape)
    return _data(((x, -y) for x, y in corners), codes, 3)


def _data(corners: Iterable[tuple[float, float]], codes: list[int], places: int) -> str:
    points = [f"{x:.{places}f} {y:.{places}f}" for x, y in corners]
    parts = []
    at = 0
    while at < len(codes):
        if codes[at] == CLOSE:
            parts.append("Z")
            at += 1
            continue
        letter, length = _LETTERS[codes[at]]
        parts.append(letter + " ".join(points[at : at + length]))
        at += length
    return "".join(parts)


def _short(number: float) -> str:
    """At most two decimals, none for a whole number."""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
