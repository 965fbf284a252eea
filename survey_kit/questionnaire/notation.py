"""How a platform writes answers into cells: separators, brackets, marks for no answer."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, TypeAlias

from survey_kit.questionnaire.wording import answer_key

Numbering: TypeAlias = Literal["code", "position", "unknown"]


@dataclass(frozen=True, slots=True)
class Notation:
    """How answers are written.

    Attributes
    ----------
    separators
        Between the answers of a multiple response, the surest first.
    ranking
        Between the options of a ranking, best first.
    brackets
        Pairs around free text that belongs to an option (``其他〖text〗``).
    routed, blank
        Marks for "routed past the question" and "left blank", compared by `answer_key`.
    routed_code, blank_code
        The same in number files; None where the platform has none.
    numbers
        What a whole number stands for: the option's ``code``, its ``position`` in display order
        (1 is the first), or ``unknown``: positions, unless the numbers only fit as codes.
    """

    separators: tuple[str, ...] = (";", "；", "┋", "|", ",", "，", "、")
    ranking: tuple[str, ...] = ("→", "->", ">")
    brackets: tuple[tuple[str, str], ...] = ()
    routed: frozenset[str] = frozenset()
    blank: frozenset[str] = frozenset()
    routed_code: float | None = None
    blank_code: float | None = None
    numbers: Numbering = "code"

    def without_free_text(self, text: str) -> str:
        """The answer without free text in brackets; a bracket left open ends with the cell."""
        for opening, closing in self.brackets:
            if opening in text:
                text = re.sub(
                    f"{re.escape(opening)}[^{re.escape(closing)}]*(?:{re.escape(closing)}|$)", "", text
                )
        return text

    def mark(self, text: str) -> Literal["routed", "blank"] | None:
        """Whether the text says that there is no answer, and why."""
        key = answer_key(text)
        if not key or key in self.blank:
            return "blank"
        return "routed" if key in self.routed else None

    def split(self, text: str, known: Collection[str] = ()) -> tuple[str, ...]:
        """The answers in one cell of a multiple response.

        ``known`` are the `answer_key` of the options: a piece that is none of them is joined with the
        next ones if that makes an option (an option may hold the separator).
        """
        text = self.without_free_text(text)
        if known and answer_key(text) in known:
            return (text,)
        for separator in self.separators:
            if separator in text:
                pieces = _joined(text.split(separator), separator, known)
                return tuple(piece for piece in pieces if answer_key(piece))
        return (text,) if answer_key(text) else ()

    def ranked(self, text: str, known: Collection[str] = ()) -> tuple[str, ...]:
        """The options in one cell of a ranking, best first."""
        text = self.without_free_text(text)
        for separator in (*self.ranking, *self.separators):
            if separator in text:
                pieces = _joined(text.split(separator), separator, known)
                return tuple(piece for piece in pieces if answer_key(piece))
        return (text,) if answer_key(text) else ()


_LONGEST_OPTION = 12
"""Pieces that may be joined to one option: bounds the work on a hostile cell."""


def _joined(pieces: list[str], separator: str, known: Collection[str]) -> list[str]:
    if not known:
        return pieces
    joined: list[str] = []
    start = 0
    while start < len(pieces):
        end = start + 1
        if answer_key(pieces[start]) not in known:
            for stop in range(min(len(pieces), start + _LONGEST_OPTION), start + 1, -1):
                if answer_key(separator.join(pieces[start:stop])) in known:
                    end = stop
                    break
        joined.append(separator.join(pieces[start:end]))
        start = end
    return joined
