"""What whole numbers mean in a file that does not say so: codes, or places in display order."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from survey_kit.questionnaire.cells import distinct, number_of
from survey_kit.questionnaire.matching import Match
from survey_kit.questionnaire.model import Item, Option, Question
from survey_kit.questionnaire.notation import Notation
from survey_kit.responses.model import Sheet


def with_numbering(notation: Notation, sheet: Sheet, match: Match) -> Notation:
    """The notation with its numbering settled, once for the whole file.

    Platforms that number options in display order never write a number outside 1..k. So where the
    codes differ from the places, numbers are places, unless one occurs that is a code only.
    """
    if notation.numbers != "unknown":
        return notation
    asked: tuple[Item | Question, ...] = (*match.questionnaire.items, *match.questionnaire.asked)
    for each in asked:
        places = match.columns.get(each.id, ())
        if len(places) != 1 or not _renumbered(each.options):
            continue
        if places[0].position in sheet.labels:
            continue
        codes = {option.code for option in each.options}
        numbers = {
            number
            for value in distinct(sheet.cells.iloc[:, places[0].position]).values
            if (number := number_of(value)) is not None and np.isfinite(number)
        }
        if any(n in codes and not (n.is_integer() and 1 <= n <= len(codes)) for n in numbers):
            return replace(notation, numbers="code")
    return replace(notation, numbers="position")


def _renumbered(options: tuple[Option, ...]) -> bool:
    """Whether the codes are not simply 1, 2, 3 …"""
    return [option.code for option in options] != [float(k) for k in range(1, len(options) + 1)]
