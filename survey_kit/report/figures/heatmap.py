"""A correlation matrix as its lower triangle: the darker a cell, the stronger the correlation."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

from survey_kit.report import format as fmt
from survey_kit.report.blocks import say
from survey_kit.report.figures import style
from survey_kit.report.figures.lines import wrapped
from survey_kit.report.figures.sheet import Sheet, text_width
from survey_kit.report.wording import Wording

_LABEL_SHARE: Final = 0.36
_WIDEST_CELL: Final = 48.0
_TALLEST_CELL: Final = 26.0
_NUMBER: Final = 7.0
_STARS_FROM: Final = 21.0  # height of a cell that has room for stars below its number
_KEY_CELLS: Final = 9


def lay_out(data: Mapping[str, Any], wording: Wording) -> Sheet:
    """Numbered rows, columns by number; numbers in the cells where they can be read.

    Without room for numbers the cells carry a minus sign where the correlation is negative (in
    print the colours do not tell), and a key explains the shades.
    """
    sheet = Sheet()
    names = [f"{number}  {wording.text(label)}" for number, label in enumerate(data["labels"], 1)]
    count = len(names)
    texts = [
        [
            fmt.number(_number(data["values"][row][column]), "bounded", wording.language)
            for column in range(row)
        ]
        for row in range(count)
    ]
    label_width = max(
        [
            text_width(line)
            for name in names
            for line in wrapped(name, style.TEXT, sheet.width * _LABEL_SHARE, 2)
        ],
        default=0.0,
    )
    wide = min(_WIDEST_CELL, (sheet.width - label_width - 8) / max(count - 1, 1))
    longest = max((text_width(text, _NUMBER) for line in texts for text in line), default=0.0)
    numbered = longest + 2 <= wide
    tall = min(_TALLEST_CELL, max(wide, 11.0))
    p_values: Sequence[Sequence[float | None]] | None = data.get("p")
    starred = numbered and tall >= _STARS_FROM and p_values is not None
    left = label_width + 8 + max(0.0, (sheet.width - label_width - 8 - wide * (count - 1)) / 2)

    for row, name in enumerate(names):
        middle = 2 + (row + 0.5) * tall
        most = 2 if tall >= 2 * style.TEXT * style.LEADING else 1
        sheet.text_lines(left - label_width - 8, middle, wrapped(name, style.TEXT, label_width + 1, most))
        for column, text in enumerate(texts[row]):
            value = _number(data["values"][row][column])
            fill = style.PAPER if value is None else style.signed(value)
            x = left + column * wide
            sheet.area(x, middle - tall / 2, wide, tall, fill=fill, edge=style.GRID)
            ink = style.ink_on(fill)
            stars = fmt.stars(p_values[row][column]) if starred and p_values else ""
            if numbered:
                y = middle - 3 if stars else middle
                sheet.text(x + wide / 2, y, text, size=_NUMBER, color=ink, align="center")
            elif value is not None and value < 0:
                sheet.text(x + wide / 2, middle, fmt.MINUS, size=_NUMBER, color=ink, align="center")
            if stars:
                sheet.text(x + wide / 2, middle + 7, stars, size=_NUMBER, color=ink, align="center")
    bottom = 2 + count * tall
    apart = 1 if text_width(str(count), style.SMALL) + 3 <= wide else 2
    for column in range(0, count - 1, apart):
        x = left + (column + 0.5) * wide
        sheet.text(x, bottom + 7, str(column + 1), size=style.SMALL, color=style.MUTED, align="center")
    sheet.height = bottom + 14
    if starred:
        legend = wording.spans(say("page.stars"))
        sheet.text(sheet.width, bottom + 22, legend, size=style.SMALL, color=style.MUTED, align="right")
        sheet.height = bottom + 29
    elif not numbered:
        _key(sheet, bottom + 20, wording)
    return sheet


def _number(value: float | None) -> float | None:
    return float(value) if value is not None and math.isfinite(value) else None


def _key(sheet: Sheet, top: float, wording: Wording) -> None:
    """Shades from −1 to 1 and their numbers."""
    wide, tall = 22.0, 10.0
    name = wording.text(say("figure.correlation"))
    x = sheet.width - _KEY_CELLS * wide
    sheet.text(x - 10, top + tall / 2, name, size=style.SMALL, align="right")
    for number in range(_KEY_CELLS):
        value = 2 * number / (_KEY_CELLS - 1) - 1
        fill = style.signed(value)
        sheet.area(x, top, wide, tall, fill=fill, edge=style.GRID)
        if value < 0:
            ink = style.ink_on(fill)
            sheet.text(x + wide / 2, top + tall / 2, fmt.MINUS, size=_NUMBER, color=ink, align="center")
        if number % 2 == 0:
            text = f"{fmt.rounded(value, 1):f}".replace("-", fmt.MINUS)
            sheet.text(
                x + wide / 2, top + tall + 7, text, size=style.SMALL, color=style.MUTED, align="center"
            )
        x += wide
    sheet.height = top + tall + 14
