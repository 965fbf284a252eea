"""How items are named in tables, the same everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from survey_kit.questionnaire.model import Item, Question
from survey_kit.report.blocks import Label, Note, Say, say

# how platforms and authors mark a question at its end; the caption says it in its own words
_MARKED: Final = re.compile(
    r"\s*[（(\[【][^（(\[【]*(?:多选|可多选|排序|choose|select|tick|rank|multiple)[^）)\]】]*[）)\]】]\s*$",
    re.IGNORECASE,
)


def item_text(item: Item) -> Say | str:
    """Id and wording of an item, marked (R) when it is reverse-worded."""
    if item.label.en == item.id and item.label.zh == item.id:
        return item_code(item)
    return say("item.text_reversed" if item.reverse else "item.text", id=item.id, text=item.label)


def item_code(item: Item) -> Say | str:
    """Id of an item, marked (R) when it is reverse-worded."""
    return say("item.reversed", id=item.id) if item.reverse else item.id


def item_quoted(item: Item) -> Say | str:
    """Id of an item with its wording in quotation marks, for a sentence."""
    if item.label.en == item.id and item.label.zh == item.id:
        return item_code(item)
    # the full stop of the statement would end our sentence
    text = Label(item.label.en.rstrip(" ."), item.label.zh.rstrip(" .。"))
    return say("item.quoted_reversed" if item.reverse else "item.quoted", id=item.id, text=text)


def reversed_note(items: Iterable[Item]) -> tuple[Note, ...]:
    """The note that explains (R), if any of the items needs it."""
    return (Note(say("item.note_reversed")),) if any(item.reverse for item in items) else ()


def asked(question: Question) -> Label:
    """The wording of a question without a mark of its kind and without a full stop at the end."""
    en, zh = (_MARKED.sub("", text).rstrip(" .。") or text for text in (question.label.en, question.label.zh))
    return Label(en, zh)
