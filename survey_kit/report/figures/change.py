"""Means before and after, one line an item, the distance between them drawn as an arrow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from survey_kit.report import format as fmt
from survey_kit.report.blocks import say
from survey_kit.report.figures import style
from survey_kit.report.figures.axis import Scale, answer_ticks, value_axis
from survey_kit.report.figures.intervals import widest
from survey_kit.report.figures.labels import labels
from survey_kit.report.figures.sheet import Sheet, text_width
from survey_kit.report.wording import Wording

_LABEL_SHARE: Final = 0.5
_HEAD: Final = 4.0


def lay_out(data: Mapping[str, Any], wording: Wording) -> Sheet:
    """A hollow point before and a filled one after on the answer range, the change in numbers at the right.

    Groups of rows stand under a head of their own.
    """
    sheet = Sheet()
    groups = data.get("groups") or [{"label": None, "rows": data["rows"]}]
    texts: list[str] = []
    rows: list[Mapping[str, Any] | None] = []
    for group in groups:
        if group["label"] is not None:
            texts.append(wording.text(group["label"]))
            rows.append(None)
        for row in group["rows"]:
            texts.append(wording.text(row["label"]))
            rows.append(row)
    head = wording.text(say("figure.difference"))
    numbers = [
        "" if row is None else fmt.number(row["after"] - row["before"], "number", wording.language)
        for row in rows
    ]
    number_width = widest([*numbers, head])
    parts = labels(texts, widest=sheet.width * _LABEL_SHARE, room=style.TALLEST - 60)
    low, high = float(data["low"]), float(data["high"])
    scale = Scale(low, high, parts.width + 14, sheet.width - number_width - 12)
    top = 16.0
    bottom = top + parts.height
    sheet.text(sheet.width, 7, head, size=style.SMALL, align="right")
    value_axis(sheet, scale, bottom, answer_ticks(low, high), top=top)
    for lines, y, row, number in zip(parts.lines, parts.middles(top), rows, numbers, strict=True):
        if row is None:
            sheet.area(0, y - 6, sheet.width, 12, fill=style.PAPER)
            sheet.text_lines(0, y, lines, size=parts.size)
            continue
        sheet.text_lines(parts.width + 6, y, lines, size=parts.size, align="right")
        start, end = scale(row["before"]), scale(row["after"])
        sheet.line((start, y), (end, y), color=style.MARK, width=1.1)
        sheet.marks([(start, y)], fill=style.PAPER)
        sheet.marks([(end, y)])
        sheet.text(sheet.width, y, number, size=style.SMALL, align="right")
    middle = (scale.start + scale.stop) / 2
    sheet.text(middle, bottom + 20, wording.text(say("figure.mean")), size=style.SMALL, align="center")
    _legend(sheet, bottom + 32, middle, wording.text(data["before"]), wording.text(data["after"]))
    sheet.height = bottom + 39
    return sheet


def _legend(sheet: Sheet, y: float, middle: float, before: str, after: str) -> None:
    """What the hollow and the filled point stand for, centred."""
    first = text_width(before, style.SMALL)
    width = first + text_width(after, style.SMALL) + 36
    x = middle - width / 2
    sheet.marks([(x + _HEAD, y)], fill=style.PAPER)
    sheet.text(x + 10, y, before, size=style.SMALL)
    x += first + 26
    sheet.marks([(x + _HEAD, y)])
    sheet.text(x + 10, y, after, size=style.SMALL)
