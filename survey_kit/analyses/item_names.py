"""How items are named in tables, the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable

from survey_kit.questionnaire.model import Item
from survey_kit.report.blocks import Note, Say, say


def item_text(item: Item) -> Say | str:
    """Id and wording of an item, marked (R) when it is reverse-worded."""
    if item.label.en == item.id and item.label.zh == item.id:
        return item_code(item)
    return say("item.text_reversed" if item.reverse else "item.text", id=item.id, text=item.label)


def item_code(item: Item) -> Say | str:
    """Id of an item, marked (R) when it is reverse-worded."""
    return say("item.reversed", id=item.id) if item.reverse else item.id


def reversed_note(items: Iterable[Item]) -> tuple[Note, ...]:
    """The note that explains (R), if any of the items needs it."""
    return (Note(say("item.note_reversed")),) if any(item.reverse for item in items) else ()
