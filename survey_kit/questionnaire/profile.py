"""What a column looks like from outside, when nobody has said what was asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from survey_kit.questionnaire.answer_lists import is_known_answer
from survey_kit.questionnaire.cells import (
    Distinct,
    distinct,
    grouped_number,
    is_date,
    is_error,
    is_infinite,
    is_percent,
    number_of,
    plain_text,
)
from survey_kit.questionnaire.headings import Heading
from survey_kit.questionnaire.notation import Notation
from survey_kit.questionnaire.wording import answer_key, clean, loose_answer_key, question_key

_CODED = re.compile(
    r"^[(\[]?(?:\d{1,3}|[A-Ha-h])[)\]]?\s*[.、:：=)\s]\s*(\D.*)$|^(\D+?)\s*[(\[=]\s*\d{1,3}\s*分?[)\]]?$"
)
_TRUTHS = (
    {"true", "false"},
    {"是", "否"},
    {"yes", "no"},
    {"选中", "未选中"},
    {"已选", "未选"},
    {"selected", "notselected"},
)

_NOT_STATED = frozenset(
    answer_key(text)
    for text in ("Not stated", "Not answered", "No answer", "No response", "Not provided", "未填写", "未填", "未作答", "未回答", "无应答")
)  # fmt: skip
"""Written by who made the file, not by who answered."""
_NOT_A_NUMBER = frozenset(answer_key(text) for text in ("NA", "N/A", "NaN", "NULL", "-", "--", ".", "缺失"))
"""No answer among numbers; among words it may well be one."""

LONGEST_WORDS = 200
"""An option is not longer."""

MOST_DISTINCT = 2_000
"""A column with more values than this is not looked at value by value."""


@dataclass(frozen=True)
class Profile:
    """One column. Counts are of filled cells; marks for "no answer" are not filled."""

    heading: Heading
    reduced: Distinct
    counts: np.ndarray
    n: int
    rows: int
    labels: Mapping[float, str] = field(default_factory=dict)

    @property
    def position(self) -> int:
        return self.heading.position

    @cached_property
    def numbers(self) -> dict[float, int]:
        """Number -> how many cells hold it."""
        found: Counter[float] = Counter()
        for value, count in self._filled:
            number = number_of(value)
            if number is not None and np.isfinite(number):
                found[number] += count
        return dict(found)

    @cached_property
    def texts(self) -> dict[str, int]:
        """Text -> how many cells hold it, for cells that are no numbers."""
        found: Counter[str] = Counter()
        for value, count in self._filled:
            if number_of(value) is None and not is_error(value):
                found[plain_text(value)] += count
        return dict(found)

    @cached_property
    def answers(self) -> dict[str, int]:
        """Key of an answer without a number or letter beside it -> count; labelled numbers as labels."""
        found: Counter[str] = Counter()
        for text, count in self.texts.items():
            found[bare_key(text)] += count
        for number, count in self.numbers.items():
            label = self.labels.get(number)
            found[bare_key(label) if label else f"{number:g}"] += count
        return dict(found)

    @property
    def all_labelled(self) -> bool:
        """Whether every number has a label; where only the ends have one, the answers are numbers."""
        return all(number in self.labels for number in self.numbers)

    @property
    def ticks(self) -> bool:
        """Whether the cells are 0 and 1 only, labelled as no and yes if at all."""
        if not self.numbers or self.texts or not set(self.numbers) <= {0.0, 1.0}:
            return False
        keys = {answer_key(text) for text in self.labels.values()}
        return not keys or any(keys <= truth for truth in _TRUTHS)

    @cached_property
    def many(self) -> bool:
        return len(self.reduced.values) > MOST_DISTINCT

    @cached_property
    def dates(self) -> int:
        return sum(count for value, count in self._filled if is_date(value))

    @cached_property
    def number_share(self) -> float:
        """Share of the cells (dates apart) that are numbers or meant to be: percents, infinities."""
        like = sum(
            count
            for value, count in self._filled
            if number_of(value) is not None
            or is_infinite(value)
            or is_percent(value)
            or (isinstance(value, str) and grouped_number(value) is not None)
        )
        rest = self.n - self.dates
        return like / rest if rest else 0.0

    @cached_property
    def plain_share(self) -> float:
        """Share of the cells (dates and error cells apart) that are small whole numbers."""
        errors = sum(count for value, count in self._filled if is_error(value))
        small = sum(
            count for number, count in self.numbers.items() if number.is_integer() and 0 <= number <= 10
        )
        rest = self.n - self.dates - errors
        return small / rest if rest else 0.0

    @cached_property
    def known_share(self) -> float:
        """Share of the cells whose answer occurs in a list of known direction."""
        if self.many or not self.n:
            return 0.0
        return sum(count for key, count in self.answers.items() if is_known_answer(key)) / self.n

    @property
    def truths(self) -> bool:
        """Whether the cells are two-valued ticks, as words or booleans."""
        keys = {answer_key(text) for text in self.texts}
        return bool(keys) and not self.numbers and any(keys <= truth for truth in _TRUTHS)

    @cached_property
    def chosen_word(self) -> str | None:
        """The option that a column of its own stands for, where its cells hold the option's words or nothing.

        The words are those of the heading, the rest of the cells a dash; "" where nobody chose the
        option, None where the column is something else.
        """
        if self.numbers or not self.texts or self.many:
            return None
        spelled = [text for text in spellings(self.texts) if answer_key(text).strip("-")]
        if not spelled:
            return ""
        heading = question_key(self.heading.raw)
        if len(spelled) > 1 or len(spelled[0]) > LONGEST_WORDS:
            return None
        if not question_key(spelled[0]) or question_key(spelled[0]) not in heading:
            return None
        return spelled[0]

    @cached_property
    def _filled(self) -> list[tuple[object, int]]:
        values = self.reduced.values[: 20 * MOST_DISTINCT]
        return [(v, int(c)) for v, c in zip(values, self.counts, strict=False) if c]


def bare_key(text: str) -> str:
    """Key of an answer without the number or letter that stands beside it."""
    found = _CODED.match(text.strip())
    return loose_answer_key((found[1] or found[2]) if found else text)


def profile(heading: Heading, series: pd.Series, labels: Mapping[float, str], notation: Notation) -> Profile:
    """Look at one column; cells that say "routed past", "left blank" or "not stated" count as empty."""
    reduced = distinct(series)
    index = reduced.index
    counts = np.bincount(index[index >= 0], minlength=len(reduced.values))
    negative = _marks_are_numbers(reduced, notation)
    empty = _words_for_nothing(reduced)
    for which, value in enumerate(reduced.values[: 20 * MOST_DISTINCT]):
        if isinstance(value, str):
            if (
                notation.mark(value) is not None
                or answer_key(value) in empty
                or not any(answer_key(piece) for piece in re.split("[┋;；|→]", value))
            ):
                counts[which] = 0
        elif negative and number_of(value) in (notation.routed_code, notation.blank_code):
            counts[which] = 0
    return Profile(heading, reduced, counts, int(counts.sum()), len(series), labels)


def _words_for_nothing(reduced: Distinct) -> frozenset[str]:
    """Words of the column that stand for no answer: more of them where all other values are numbers."""
    if len(reduced.values) > MOST_DISTINCT:
        return _NOT_STATED
    words = {
        answer_key(value)
        for value in reduced.values
        if isinstance(value, str) and number_of(value) is None and not is_date(value)
    }
    others = words - _NOT_STATED
    if len(reduced.values) - len(words) > 1 and others <= _NOT_A_NUMBER:
        return _NOT_STATED | _NOT_A_NUMBER
    return _NOT_STATED if len(reduced.values) - len(words - others) > 1 else frozenset()


def _marks_are_numbers(reduced: Distinct, notation: Notation) -> bool:
    """Whether −3 and −2 can be marks here: no other number is negative."""
    if notation.routed_code is None:
        return False
    numbers = [n for value in reduced.values[:MOST_DISTINCT] if (n := number_of(value)) is not None]
    return all(n >= 0 or n in (notation.routed_code, notation.blank_code) for n in numbers)


def spellings(texts: Mapping[str, int]) -> list[str]:
    """One spelling an answer, the most frequent one, cleaned; sorted."""
    best: dict[str, tuple[int, str]] = {}
    for text, count in texts.items():
        shown = clean(text)
        key = loose_answer_key(text)
        if shown and key and (count, shown) > best.get(key, (0, "")):
            best[key] = (count, shown)
    return sorted(spelling for _, spelling in best.values())
