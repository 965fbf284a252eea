"""Questions of a draft that have one column an option."""

from __future__ import annotations

import re
from collections.abc import Sequence

from survey_kit.questionnaire.drafting import Names, names_of
from survey_kit.questionnaire.grouping import PART_NAME, stem_of
from survey_kit.questionnaire.model import Option, Question, QuestionKind
from survey_kit.questionnaire.profile import LONGEST_WORDS, Profile
from survey_kit.questionnaire.wording import clean, shown
from survey_kit.report.blocks import Label


def draft_block(columns: Sequence[Profile], names: Names) -> Question:
    """A multiple response or ranking that has one column an option."""
    first = columns[0]
    worded = first.chosen_word is not None
    ticks = first.truths or first.ticks or worded
    stem = stem_of(first)
    name = stem[1] if stem else _asked(first) if worded else ""
    number = first.heading.number
    named = PART_NAME.match(first.heading.name)
    question_id = names.take(
        named[1] if named else f"Q{number}" if number else name, f"V{first.position + 1}"
    )
    texts = [column.chosen_word or _option_text(column) for column in columns]
    longest = LONGEST_WORDS if worded else 80  # words of the cells are found again by the whole label
    options = tuple(
        Option(float(place), Label.of(shown(clean(text), longest)))
        for place, text in enumerate(texts, start=1)
    )
    ends = f"{shown(clean(texts[0]), 30)}–{shown(clean(texts[-1]), 30)}"
    label = (
        Label.of(shown(clean(name), 200)) if clean(name) else Label(f"Choices ({ends})", f"选项（{ends}）")
    )
    kind: QuestionKind = "multiple" if ticks else "ranking"
    return Question(question_id, label, kind, options, False, names_of(columns))


def _asked(column: Profile) -> str:
    """The heading of an option column without the option."""
    heading, word = clean(column.heading.raw), column.chosen_word or ""
    place = heading.casefold().find(word.casefold())
    rest = heading[:place] + heading[place + len(word) :] if place >= 0 else heading
    return " ".join(rest.split()).strip(" .:：-–—;,[]【】()（）")


def _option_text(column: Profile) -> str:
    heading = column.heading
    if heading.part:
        return heading.part
    return _tail(column) if stem_of(column) else heading.name


def _tail(column: Profile) -> str:
    return column.heading.stem or re.split(r"[_/.:]", column.heading.name)[-1]
