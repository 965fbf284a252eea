"""What a platform dialect is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from survey_kit.questionnaire.headings import Heading
from survey_kit.questionnaire.notation import Notation
from survey_kit.report.blocks import Label
from survey_kit.responses.model import Sheet


@dataclass(frozen=True, slots=True)
class Dialect:
    """One platform's way of writing a file.

    Attributes
    ----------
    id, name
        Short id and the platform's name.
    score
        How sure it is that a sheet is of this platform: 0 (not) to 1 (certain).
    headings
        One `Heading` a column, in file order.
    notation
        How answers are written in this sheet.
    """

    id: str
    name: Label
    score: Callable[[Sheet], float]
    headings: Callable[[Sheet], tuple[Heading, ...]]
    notation: Callable[[Sheet], Notation]
