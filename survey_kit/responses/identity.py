"""Who is who across two surveys: the column that the user names for it, and nothing else.

The texts are compared and thrown away: no id reaches the frame, the log or the report.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from survey_kit.errors import ResponseError
from survey_kit.questionnaire.cells import distinct, plain_text
from survey_kit.questionnaire.headings import Heading
from survey_kit.questionnaire.wording import question_key
from survey_kit.responses.model import Sheet

MAX_SHOWN = 12


def ids_of(sheet: Sheet, headings: Sequence[Heading], column: str) -> np.ndarray | None:
    """The ids (n,) as texts, None where the cell is empty; None when no column has that heading."""
    wanted = question_key(column)
    for heading in headings:
        if wanted and wanted in {question_key(name) for name in (heading.raw, heading.stem, heading.name)}:
            reduced = distinct(sheet.cells.iloc[:, heading.position])
            texts = [_id(value) for value in reduced.values]
            return np.array([texts[at] if at >= 0 else None for at in reduced.index], dtype=object)
    return None


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


def _id(value: object) -> str | None:
    """An id as text: 7, 7.0 and "7 " are the same person."""
    text = plain_text(value).strip()
    if isinstance(value, float) and value.is_integer():
        text = str(int(value))
    return text.casefold() or None
