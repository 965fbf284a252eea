"""Columns that are the options of one multiple response or ranking, in a file without a questionnaire."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from survey_kit.questionnaire.cells import number_of
from survey_kit.questionnaire.grouping import stem_of, words_before
from survey_kit.questionnaire.profile import Profile


def ticked_columns(columns: Sequence[Profile]) -> list[Profile]:
    """Columns of one question that hold 0/1 each, the option's words or a blank, or ranks."""
    return [column for block in option_blocks(columns) for column in block]


def option_blocks(columns: Sequence[Profile]) -> list[list[Profile]]:
    """Neighbouring columns that are the options of one multiple response or ranking."""
    found: list[list[Profile]] = []
    run: list[Profile] = []
    last: object = None
    stems = Counter(stem[0] for column in columns if (stem := stem_of(column)))
    for column in columns:
        stem = stem_of(column)
        stem = stem if stem and stems[stem[0]] > 1 else None
        key: object = None
        if column.chosen_word is not None:
            key = ("words", stem[0] if stem else words_before(column))
            if any(column.chosen_word and column.chosen_word == other.chosen_word for other in run):
                last = None  # the same options again: the next question
        elif column.ticks:
            key = ("ticks", stem[0]) if stem else None
        elif column.truths:
            key = ("ticks", stem[0] if stem else "truths")
        elif stem and not column.labels and _rank_like(column):
            key = ("ranks", stem[0])
        if key is not None and key == last and run and column.position == run[-1].position + 1:
            run.append(column)
        else:
            found.append(run)
            run = [column] if key is not None else []
        last = key
    found.append(run)
    return [
        block
        for block in found
        if len(block) > 1 and (_is_ranking(block) if _rank_like(block[0]) else _is_ticked(block))
    ]


def _is_ticked(block: list[Profile]) -> bool:
    if block[0].chosen_word is not None:
        return sum(bool(column.chosen_word) for column in block) > 1
    return not block[0].truths or len(block) > 2 or stem_of(block[0]) is not None


def _rank_like(column: Profile) -> bool:
    numbers = column.numbers
    return bool(numbers) and not column.texts and min(numbers) >= 1 and max(numbers) >= 2


def _is_ranking(block: list[Profile]) -> bool:
    """Whether no respondent gives two of the columns the same number, up to how many there are."""
    if len(block) < 3 or any(max(column.numbers) > len(block) for column in block):
        return False
    ranks = np.column_stack([_numbers_of(column) for column in block])
    ranks[~(ranks >= 1)] = np.nan
    shared = (np.diff(np.sort(ranks, axis=1), axis=1) == 0).any(axis=1)
    return bool(shared.mean() <= 0.05)


def _numbers_of(column: Profile) -> np.ndarray:
    """The column as numbers, NaN where a cell is none."""
    found = [number_of(value) for value in column.reduced.values]
    return column.reduced.spread(np.array([np.nan if n is None else n for n in found], dtype=float))
