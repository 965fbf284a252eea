"""Matching a question that has one column an option (multiple response, ranking)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from survey_kit.questionnaire.headings import Heading
from survey_kit.questionnaire.targets import Claims, Target, option_codes
from survey_kit.questionnaire.wording import answer_key, loose_answer_key, name_key, question_key

PARTS_FOUND = 0.6
"""Columns without a stem belong to a question when this share of its options is among them."""


def claim_parts(targets: Sequence[Target], claims: Claims) -> None:
    """Attach columns that stand for options, by variable name, stem, number or the options alone."""
    open_targets = [t for t in targets if t.several_answers and claims.open(t) and t.options]
    for target in open_targets:
        if places := _by_name(target, claims):
            claims.take(target, places)
    blocks = _blocks(claims)
    for target in open_targets:
        if not claims.open(target):
            continue
        fitting = [
            (places, block)
            for block in blocks
            if all(h.position not in claims.used for h in block) and (places := _by_options(target, block))
        ]
        named = [entry for entry in fitting if _stem_agrees(target, entry[1])]
        rivals = [t for t in open_targets if t is not target and claims.open(t)]
        chosen = named or [
            (places, block)
            for places, block in fitting
            if not _says_otherwise(target, block) and not any(_by_options(rival, block) for rival in rivals)
        ]
        if len(chosen) == 1:
            claims.take(target, chosen[0][0])
        elif fitting:
            claims.ambiguous.append(target.id)


def _by_name(target: Target, claims: Claims) -> list[tuple[int, float | None]]:
    """Columns named after the question: ``wanted_1``, ``wanted/2``, ``wanted.3``, ``Q6_Option4``."""
    codes = option_codes(target.options)
    by_number = {f"{option.code:g}": option.code for option in target.options}
    head = re.escape(name_key(target.id))
    pattern = re.compile(rf"^{head}[_/.:\[](?:opt|option|row|r)?_?(.+?)\]?$")
    places: list[tuple[int, float | None]] = []
    for heading in claims.free():
        found = pattern.match(name_key(heading.name))
        if not found:
            continue
        code = by_number.get(found[1], codes.get(found[1]))
        if code is None and heading.part:
            code = codes.get(answer_key(heading.part))
        if code is not None and code not in {c for _, c in places}:
            places.append((heading.position, code))
    return places


def _blocks(claims: Claims) -> list[list[Heading]]:
    """Runs of free columns that are parts of one question."""
    parts = [h for h in claims.free() if h.part is not None]
    blocks: list[list[Heading]] = []
    for heading in parts:
        before = blocks[-1][-1] if blocks else None
        same = (
            before is not None
            and heading.position == before.position + 1
            and heading.number == before.number
            and heading.stem in (before.stem, "")
        )
        if same:
            blocks[-1].append(heading)
        else:
            blocks.append([heading])
    return blocks


def _by_options(target: Target, block: list[Heading]) -> list[tuple[int, float | None]]:
    """Places of the options in the block, or nothing when too few of them are there."""
    codes = option_codes(target.options)
    loose = {loose_answer_key(key): code for key, code in codes.items()}
    places: list[tuple[int, float | None]] = []
    seen: dict[float, int] = defaultdict(int)
    for heading in block:
        key = answer_key(heading.part or "")
        code = codes.get(key, loose.get(loose_answer_key(key)))
        if code is not None and not seen[code]:
            seen[code] += 1
            places.append((heading.position, code))
    enough = len(places) >= PARTS_FOUND * len(target.options) and 2 * len(places) > len(block)
    return places if enough else []


def _stem_agrees(target: Target, block: list[Heading]) -> bool:
    stem, number = block[0].stem, block[0].number
    if target.number and target.number == number:
        return not _says_otherwise(target, block)
    return bool(stem) and question_key(stem) in target.keys


def _says_otherwise(target: Target, block: list[Heading]) -> bool:
    """Whether the block has a text that is not the question's, or a number that is not."""
    stem, number = question_key(block[0].stem), block[0].number
    if stem and target.keys and stem not in target.keys:
        return not any(stem in key or key in stem for key in target.keys)
    return bool(not stem and target.number and number and target.number != number)
