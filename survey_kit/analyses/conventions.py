"""Notes on a convention, explained where it is first needed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from survey_kit.report.blocks import Block, Figure, Table


def explained_once(blocks: Iterable[Block], conventions: frozenset[str]) -> list[Block]:
    """Blocks whose notes on these conventions (keys of the catalogue) stand under the first table or figure only."""
    said: set[str] = set()
    result: list[Block] = []
    for block in blocks:
        if isinstance(block, Table):
            notes = tuple(note for note in block.notes if note.say.key not in said)
            said |= {note.say.key for note in notes} & conventions
            result.append(replace(block, notes=notes))
        elif isinstance(block, Figure):
            shown = tuple(note for note in block.notes if note.key not in said)
            said |= {note.key for note in shown} & conventions
            result.append(replace(block, notes=shown))
        else:
            result.append(block)
    return result
