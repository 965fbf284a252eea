"""Who is who across two surveys: the column that the user names for it, and nothing else.

The texts are compared and thrown away: no id reaches the frame, the log or the report.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from survey_kit.errors import ResponseError
from survey_kit.questionnaire.cells import distinct, plain_text
from survey_kit.questionnaire.headings import Heading
from survey_kit.questionnaire.notation import Notation
from survey_kit.questionnaire.wording import question_key
from survey_kit.responses.dialects import recognise
from survey_kit.responses.model import Sheet
from survey_kit.responses.personal import without_asking

MAX_SHOWN = 12


def ids_of(sheet: Sheet, headings: Sequence[Heading], column: str) -> np.ndarray | None:
    """The ids (n,) as texts, None where the cell is empty; None when no column has that heading."""
    heading = _heading(headings, question_key(column))
    if heading is None:
        return None
    reduced = distinct(sheet.cells.iloc[:, heading.position])
    notation = recognise(sheet).notation(sheet)
    texts = [_id(value, notation) for value in reduced.values]
    return np.array([texts[at] if at >= 0 else None for at in reduced.index], dtype=object)


def _heading(headings: Sequence[Heading], wanted: str) -> Heading | None:
    """The column of that name; else the one that asks for it ("20、您的工号" asks for 工号), if it is the only one."""
    if not wanted:
        return None
    keys = [{question_key(name) for name in (h.raw, h.stem, h.name)} for h in headings]
    for heading, names in zip(headings, keys, strict=True):
        if wanted in names:
            return heading
    asking = [h for h, names in zip(headings, keys, strict=True) if wanted in map(without_asking, names)]
    return asking[0] if len(asking) == 1 else None


def require_ids(ids: np.ndarray | None, sheet: Sheet, headings: Sequence[Heading], column: str) -> np.ndarray:
    """The ids, or an error that says which columns there are.

    Raises
    ------
    ResponseError
        No column of that heading, or nothing in it.
    """
    name = sheet.source.name
    if ids is None:
        known = [heading.raw.strip() for heading in headings if heading.raw.strip()]
        listed = ", ".join(known[:MAX_SHOWN]) + (" …" if len(known) > MAX_SHOWN else "")
        raise ResponseError(
            f"--id {column}: {name} has no column of that name. Columns: {listed}.",
            f"--id {column}：{name}中没有这一列。现有的列：{listed}。",
        )
    if all(each is None for each in ids):
        raise ResponseError(
            f"--id {column}: that column of {name} is empty.", f"--id {column}：{name}的这一列没有内容。"
        )
    return ids


def _id(value: object, notation: Notation) -> str | None:
    """An id as text: 7, 7.0 and "7 " are the same person; "(空)" is nobody."""
    text = plain_text(value).strip()
    if isinstance(value, float) and value.is_integer():
        text = str(int(value))
    return None if notation.mark(text) else text.casefold()
