"""Single answers: text, number or both → the code that the questionnaire gives them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import numpy as np

from survey_kit.questionnaire.cells import folded, grouped_number, is_date, is_error, is_infinite, number_of
from survey_kit.questionnaire.model import Option
from survey_kit.questionnaire.notation import Notation, Numbering
from survey_kit.questionnaire.wording import answer_key, loose_answer_key
from survey_kit.responses.model import ChangeReason

Verdict: TypeAlias = ChangeReason | Literal["", "blank", "routed", "date", "infinite"]

_NUMBER_FIRST = re.compile(r"^[(\[]?(\d{1,3})[)\]]?\s*[.、,:：=\-_)]?\s*(\D.*)$", re.DOTALL)
_NUMBER_LAST = re.compile(r"^(.*\D)\s*[(\[=:：](\d{1,3})\s*分?[)\]]?$|^(.*[^\d\s])\s+(\d{1,3})$", re.DOTALL)
_LETTER_FIRST = re.compile(r"^[(\[]?([A-Za-z])[)\]]?\s*[.、:：)]\s*(.+)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reading:
    """One value understood. ``how`` says by what: a direction is proven by words, not by numbers."""

    code: float
    verdict: Verdict = ""
    how: Literal["", "words", "number", "both"] = ""


@dataclass(slots=True)
class Codebook:
    """What answers to one question may look like.

    Parameters
    ----------
    options : the declared answers; empty for a bare numeric scale.
    low, high : ends of a bare numeric scale.
    whole : whether only whole numbers can be answers to a bare numeric scale.
    numbering : what a whole number stands for.
    recode : code in the file -> code of the questionnaire, from value labels of the file.
    """

    options: tuple[Option, ...]
    notation: Notation
    low: float = float("-inf")
    high: float = float("inf")
    numbering: Numbering = "code"
    recode: Mapping[float, float] | None = None
    whole: bool = True
    exact: dict[str, float] = field(init=False)
    strict: dict[str, float] = field(init=False)
    loose: dict[str, float] = field(init=False)
    positions: dict[float, int] = field(init=False)

    def __post_init__(self) -> None:
        texts = [(text, o.code) for o in self.options for text in (o.label.en, o.label.zh)]
        self.exact = _unambiguous((text, code) for text, code in texts)
        self.strict = _unambiguous((answer_key(text), code) for text, code in texts)
        self.loose = _unambiguous((loose_answer_key(text), code) for text, code in texts)
        self.positions = {option.code: place for place, option in enumerate(self.options, start=1)}

    def number(self, value: float) -> Reading:
        """A number as an answer."""
        if self.recode is not None:
            if value in self.recode:
                return Reading(self.recode[value], "", "words")
        elif self._possible(value):
            code = self.options[int(value) - 1].code if self._by_position else value
            return Reading(code, "", "number")
        if value == self.notation.routed_code:
            return Reading(np.nan, "routed")
        if value == self.notation.blank_code:
            return Reading(np.nan, "blank")
        whole_codes = all(float(option.code).is_integer() for option in self.options)
        if not float(value).is_integer() and self.whole and whole_codes:
            return Reading(np.nan, "not_whole")
        return Reading(np.nan, "out_of_range")

    @property
    def _by_position(self) -> bool:
        return bool(self.options) and self.numbering == "position"

    def _possible(self, value: float) -> bool:
        if self._by_position:
            return value.is_integer() and 1 <= value <= len(self.options)
        if self.options:
            return value in self.positions
        return self.low <= value <= self.high and (value.is_integer() or not self.whole)

    def words(self, text: str) -> float | None:
        """Code of an option that the text spells, exactly or nearly."""
        for table, key in (
            (self.exact, text),
            (self.strict, answer_key(text)),
            (self.loose, loose_answer_key(text)),
        ):
            if key in table:
                return table[key]
        return None

    def text(self, text: str) -> Reading | _Both:
        """A text as an answer; `_Both` when it holds number and words, which must be compared."""
        if text in self.exact:
            return Reading(self.exact[text], "", "words")
        mark = self.notation.mark(text)
        if mark is not None and answer_key(text) not in self.strict:
            return Reading(np.nan, mark)
        if is_infinite(text):
            return Reading(np.nan, "infinite")
        if is_error(text):
            return Reading(np.nan, "file_error")
        bare = self.notation.without_free_text(text)
        if bare != text and (bare := bare.strip()) in self.exact:
            return Reading(self.exact[bare], "", "words")
        code = self.words(bare)
        if code is not None:
            return Reading(code, "normalised", "words")
        value = number_of(text)
        if value is not None:
            reading = self.number(value)
            odd = reading.verdict == "" and not text.strip().isascii()
            return Reading(reading.code, "normalised", reading.how) if odd else reading
        both = self._both(folded(bare))
        if both is not None:
            return both
        if is_date(text):
            return Reading(np.nan, "date")
        return Reading(np.nan, "unknown" if self.options else "not_a_number")

    def _both(self, text: str) -> _Both | None:
        """Number (or letter) and words in one cell."""
        if found := _NUMBER_FIRST.match(text):
            code = self.words(found[2].strip())
            if code is not None:
                return _Both(int(found[1]), code)
        if found := _NUMBER_LAST.match(text):
            words, number = (found[1], found[2]) if found[1] else (found[3], found[4])
            code = self.words(words.strip().rstrip("([=:："))
            if code is not None:
                return _Both(int(number), code)
        if found := _LETTER_FIRST.match(text):
            code = self.words(found[2].strip())
            if code is not None:
                return _Both(ord(found[1].upper()) - ord("A") + 1, code, position=True)
        return None


@dataclass(frozen=True, slots=True)
class _Both:
    """A number in front of (or behind) the words of an option."""

    number: int
    code: float
    position: bool = False


def read_values(values: Sequence[object], book: Codebook, weights: np.ndarray) -> list[Reading]:
    """Understand the distinct values of one column.

    ``weights`` counts the rows of each value. A number beside words is the option's code, its place,
    or its place counted from the other end, one of them throughout the column; a cell where it is
    none of these contradicts itself and is missing.
    """
    readings = [_read(value, book) for value in values]
    pairs = [(place, each) for place, each in enumerate(readings) if isinstance(each, _Both)]
    rule = _numbering_rule([each for _, each in pairs], [int(weights[place]) for place, _ in pairs], book)
    return [_settled(each, rule, book) if isinstance(each, _Both) else each for each in readings]


def _read(value: object, book: Codebook) -> Reading | _Both:
    if isinstance(value, bool | np.bool_):
        return book.text("TRUE" if value else "FALSE")
    if isinstance(value, str):
        return book.text(value)
    if is_date(value):
        return Reading(np.nan, "date")
    if is_infinite(value):
        return Reading(np.nan, "infinite")
    number = number_of(value)
    return book.text(str(value)) if number is None else book.number(number)


_Rule: TypeAlias = Literal["code", "place", "from_end"]
_RULES: tuple[_Rule, ...] = ("code", "place", "from_end")


def _numbering_rule(pairs: list[_Both], weights: list[int], book: Codebook) -> _Rule:
    """The rule that most cells obey."""

    def cells(rule: _Rule) -> int:
        return sum(weight for pair, weight in zip(pairs, weights, strict=True) if _obeys(pair, rule, book))

    return max(_RULES, key=cells)


def _obeys(pair: _Both, rule: _Rule, book: Codebook) -> bool:
    place = book.positions.get(pair.code, 0)
    if rule == "code" and not pair.position:
        return pair.number == pair.code
    if rule == "from_end":
        return pair.number == len(book.options) + 1 - place
    return pair.number == place


def _settled(pair: _Both, rule: _Rule, book: Codebook) -> Reading:
    return Reading(pair.code, "", "both") if _obeys(pair, rule, book) else Reading(np.nan, "unknown")


def read_number(value: object, notation: Notation) -> Reading:
    """A value of an open number question."""
    if isinstance(value, str):
        mark = notation.mark(value)
        if mark is not None:
            return Reading(np.nan, mark)
        if is_error(value):
            return Reading(np.nan, "file_error")
    if is_infinite(value):
        return Reading(np.nan, "infinite")
    number = number_of(value)
    if number is not None:
        if number == notation.routed_code:
            return Reading(np.nan, "routed")
        if number == notation.blank_code:
            return Reading(np.nan, "blank")
        odd = isinstance(value, str) and not value.strip().isascii()
        return Reading(number, "normalised" if odd else "", "number")
    if isinstance(value, str) and (grouped := grouped_number(value)) is not None:
        return Reading(grouped, "normalised", "number")
    return Reading(np.nan, "date" if is_date(value) else "not_a_number")


def recode_from_labels(labels: Mapping[float, str], book: Codebook) -> dict[float, float] | None:
    """Code in the file -> code of the questionnaire, when the file's value labels are the options.

    Codes without a label follow when the labelled ones all mean themselves, or all count from the
    other end. None when no label is an option.
    """
    known: dict[float, float] = {}
    for code, text in labels.items():
        found = book.words(text) if text else None
        if found is None and isinstance(both := book.text(text or ""), _Both):
            found = both.code
        if found is not None:
            known[float(code)] = found
    if not known:
        return None
    declared = list(book.positions)
    if all(code == own for code, own in known.items()):
        return {code: code for code in declared}
    total = min(declared) + max(declared)
    if len(known) > 1 and all(code + own == total for code, own in known.items()):
        return {code: total - code for code in declared}
    return known


def _unambiguous(pairs: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Key -> code, without keys that two options share."""
    found: dict[str, set[float]] = defaultdict(set)
    for key, code in pairs:
        if key:
            found[key].add(code)
    return {key: next(iter(codes)) for key, codes in found.items() if len(codes) == 1}
