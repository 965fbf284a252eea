"""Eigenvalues beside those of random data of the same size."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final

from survey_kit.report.blocks import say
from survey_kit.report.figures import style
from survey_kit.report.figures.axis import plane, ticks
from survey_kit.report.figures.sheet import Sheet, text_width
from survey_kit.report.wording import Wording

_HEIGHT: Final = 215.0
_DASHES: Final = (4.0, 2.5)
_DOTS: Final = (1.0, 2.0)
_MARKED: Final = 40  # more points than this are a line without marks


def lay_out(data: Mapping[str, Any], wording: Wording) -> Sheet:
    """Two lines that differ in colour, dashes and marks, and the line at an eigenvalue of one.

    The factors that parallel analysis suggests are the filled points.
    """
    sheet = Sheet(height=_HEIGHT)
    observed = [
        (float(place), math.nan if value is None else float(value))
        for place, value in enumerate(data["observed"], 1)
    ]
    reference = [(float(place), float(value)) for place, value in enumerate(data["reference"] or (), 1)]
    values = [value for _, value in (*observed, *reference) if math.isfinite(value)]
    last = max(len(observed), len(reference), 2)
    low = min([0.0, *values])
    x_range = (0.5, last + 0.5)
    area = plane(
        sheet,
        (0.0, 6.0, sheet.width, _HEIGHT - 6),
        x_range=x_range,
        y_range=(low, max([*values, 1.0]) * 1.06),
        x_label=wording.text(say("figure.factor_number")),
        y_label=wording.text(say("figure.eigenvalue")),
        x_values=[place for place in ticks(0, last, 15, whole=True) if place],
    )
    sheet.line(area(x_range[0], 1.0), area(x_range[1], 1.0), color=style.FRAME, width=0.8, dashes=_DOTS)
    sizes = 4.6 if last <= _MARKED else 0.0
    if reference:
        points = [area(*point) for point in reference if math.isfinite(point[1])]
        sheet.line(*points, color=style.SECOND, width=1.1, dashes=_DASHES)
        if sizes:
            sheet.marks(points, shape="triangle", size=sizes, fill=style.PAPER, edge=style.SECOND)
    points = [area(*point) for point in observed if math.isfinite(point[1])]
    sheet.line(*points, color=style.MARK, width=1.3)
    kept = int(data["suggested"] or 0)
    sheet.marks(points[:kept], size=sizes or 3.0)
    if sizes:
        sheet.marks(points[kept:], size=sizes, fill=style.PAPER)
    _legend(sheet, area.x.stop - 4, 14.0, wording, has_reference=bool(reference), suggested=data["suggested"])
    return sheet


def _legend(
    sheet: Sheet, right: float, y: float, wording: Wording, *, has_reference: bool, suggested: int | None
) -> None:
    texts = {key: wording.text(say(f"figure.{key}")) for key in ("observed", "reference", "unit_eigenvalue")}
    if not has_reference:
        del texts["reference"]
    if suggested is not None:
        texts["suggested"] = wording.text(say("figure.suggested", k=int(suggested)))
    left = right - max(text_width(text, style.SMALL) for text in texts.values())
    for key, text in texts.items():
        start, stop, middle = left - 32, left - 6, left - 19
        if key == "observed":
            sheet.line((start, y), (stop, y), color=style.MARK, width=1.3)
            sheet.marks([(middle, y)], size=4.6, fill=style.PAPER)
        elif key == "reference":
            sheet.line((start, y), (stop, y), color=style.SECOND, width=1.1, dashes=_DASHES)
            sheet.marks([(middle, y)], shape="triangle", size=4.6, fill=style.PAPER, edge=style.SECOND)
        elif key == "unit_eigenvalue":
            sheet.line((start, y), (stop, y), color=style.FRAME, width=0.8, dashes=_DOTS)
        else:
            sheet.marks([(middle, y)], size=4.6)
        sheet.text(left, y, text, size=style.SMALL)
        y += style.SMALL * style.LEADING + 3
