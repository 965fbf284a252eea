"""Matching one column to one question: by named column, id, number and text."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Sequence

from survey_kit.questionnaire.headings import Heading
from survey_kit.questionnaire.targets import Claims, Target, heading_keys, option_codes
from survey_kit.questionnaire.wording import answer_key, name_key, question_key, says_the_opposite

NEAR = 0.85
"""Texts at least this similar (difflib ratio) may be the same question, when no other is."""

SAME_ID_NEAR = 0.6
"""Where the id or number agrees, texts at least this similar agree as well."""

_MARGIN = 0.05
_MOST_COMPARISONS = 60_000


def claim_named_columns(targets: Sequence[Target], claims: Claims) -> None:
    """Columns that the questionnaire names explicitly: exact spelling first, then `name_key`."""
    for target in targets:
        found = [
            (place, heading)
            for place, name in enumerate(target.columns)
            if (heading := _named(name, claims)) is not None
        ]
        if not found:
            continue
        if not target.several_answers or len(target.columns) == 1 < len(target.options):
            claims.take(target, [(found[0][1].position, None)])
            continue
        codes = option_codes(target.options)
        in_order = len(target.columns) == len(target.options)
        places: list[tuple[int, float | None]] = []
        for place, heading in found:
            code = target.options[place].code if in_order else codes.get(answer_key(heading.part or ""))
            if code is not None:
                places.append((heading.position, code))
        if places:
            claims.take(target, places)


def _named(name: str, claims: Claims) -> Heading | None:
    free = claims.free(metadata=True)
    for same in (
        [h for h in free if name in (h.raw, h.name)],
        [h for h in free if name_key(name) in (name_key(h.raw), name_key(h.name))],
    ):
        if heading := claims.one(same):
            return heading
        if same:
            return None
    return None


def claim_ids(targets: Sequence[Target], claims: Claims) -> None:
    """By id as column name or question number; a text that says otherwise prevails."""
    by_text = _by_key(targets)
    by_name: dict[str, list[Heading]] = defaultdict(list)
    by_number: dict[str, list[Heading]] = defaultdict(list)
    for heading in claims.free(metadata=True):
        for name in (heading.name, heading.raw, heading.part or heading.stem):
            by_name[name_key(name)].append(heading)
        if heading.number and heading.part is None and heading.meta is None:
            by_number[heading.number].append(heading)
    for target in targets:
        if not claims.open(target):
            continue
        named = [h for h in by_name.get(name_key(target.id), ()) if h.position not in claims.used]
        named = list({h.position: h for h in named}.values())
        exact = [h for h in named if h.raw == target.id]
        chosen = claims.one(exact or named)
        if chosen is None and not named and target.number:
            numbered = [h for h in by_number.get(target.number, ()) if h.position not in claims.used]
            chosen = claims.one(numbered)
        elif chosen is None and len(named) > 1:
            claims.ambiguous.append(target.id)
        if chosen is not None and _text_agrees(target, chosen, by_text, claims):
            claims.take(target, [(chosen.position, None)])


def _text_agrees(target: Target, heading: Heading, by_text: dict[str, list[Target]], claims: Claims) -> bool:
    """Whether what the heading says, if anything, is what the target says."""
    keys = heading_keys(heading) if heading.stem or heading.part else ()
    keys = tuple(key for key in keys if key != question_key(target.id))
    if not keys or not target.keys or set(keys) & set(target.keys):
        return True
    others = [other for key in keys for other in by_text.get(key, ()) if other.id != target.id]
    if others:  # another question's text: matched by text later, and said there
        return False
    likeness = max(_ratio(one, other) for one in keys for other in target.keys)
    contained = any(len(a) > 3 and len(b) > 3 and (a in b or b in a) for a in keys for b in target.keys)
    if likeness >= SAME_ID_NEAR or contained or target.number is None:
        if likeness < 1:
            claims.near.append(target.id)
        return True
    claims.disagree.append(f"{target.id} – {heading.raw}")
    return False


def claim_texts(targets: Sequence[Target], claims: Claims) -> None:
    """By text in either language. Equal texts are told apart by number, stem, or order."""
    by_text = _by_key([target for target in targets if claims.open(target)])
    candidates: dict[str, list[Heading]] = defaultdict(list)
    for heading in claims.free():
        for key in heading_keys(heading):
            if key in by_text:
                candidates[key].append(heading)
                break
    for key, headings in candidates.items():
        wanted = [t for t in by_text[key] if claims.open(t)]
        free = [h for h in headings if h.position not in claims.used]
        for target, heading in _paired(wanted, free, claims):
            if target.number and heading.number and target.number != heading.number:
                claims.renumbered.append(target.id)
            claims.take(target, [(heading.position, None)])


def _paired(targets: list[Target], headings: list[Heading], claims: Claims) -> list[tuple[Target, Heading]]:
    """Targets and headings of one and the same text, brought together."""
    # a question with options of its own is not a matrix row, nor is a row of answers a question
    pairs = []
    rest = list(targets)
    for target in targets:
        same = [h for h in headings if target.number and h.number == target.number]
        if len(same) == 1:
            pairs.append((target, same[0]))
            headings = [h for h in headings if h is not same[0]]
            rest.remove(target)
    if not rest or not headings:
        return pairs
    if len(rest) == 1:
        if heading := claims.one(headings):
            return [*pairs, (rest[0], heading)]
    elif by_stem := _by_stem(rest, headings):
        return [*pairs, *by_stem]
    elif len(rest) == len(headings):
        return [*pairs, *zip(rest, sorted(headings, key=lambda h: h.position), strict=True)]
    claims.ambiguous += [target.id for target in rest]
    return pairs


def _by_stem(targets: list[Target], headings: list[Heading]) -> list[tuple[Target, Heading]]:
    """Pairs by the stem of each matrix, where it names exactly one target's scale."""
    pairs = []
    for target in targets:
        names = [question_key(t) for t in (target.scale.en, target.scale.zh)] if target.scale else []
        own = [h for h in headings if h.stem and any(n and n in question_key(h.stem) for n in names)]
        if len(own) != 1:
            return []
        pairs.append((target, own[0]))
    return pairs if len({h.position for _, h in pairs}) == len(pairs) else []


def claim_near_texts(targets: Sequence[Target], claims: Claims) -> None:
    """Texts that differ a little, when unambiguous and not the opposite; always with a remark."""
    open_targets = [t for t in targets if claims.open(t) and not t.several_answers and t.keys]
    free = [(h, _likely(heading_keys(h))) for h in claims.free() if h.stem or h.part]
    free = [(h, key) for h, key in free if len(key) >= 4]
    if len(open_targets) * len(free) > _MOST_COMPARISONS:
        return
    scored = [
        (likeness, target, heading)
        for target in open_targets
        for heading, key in free
        if (likeness := max((_near(key, own) for own in target.keys), default=0.0)) >= NEAR
        and not (target.number and heading.number and target.number != heading.number)
    ]
    for likeness, target, heading in scored:
        rivals = [
            other for other, t, h in scored if (t is target) != (h is heading) and other > likeness - _MARGIN
        ]
        if not rivals:
            claims.take(target, [(heading.position, None)])
            claims.near.append(target.id)


def _likely(keys: tuple[str, ...]) -> str:
    return keys[0] if keys else ""


def _near(one: str, other: str) -> float:
    if min(len(one), len(other)) < 0.7 * max(len(one), len(other)):
        return 0.0
    return 0.0 if says_the_opposite(one, other) else _ratio(one, other)


def _ratio(one: str, other: str) -> float:
    matcher = difflib.SequenceMatcher(None, one[:500], other[:500], autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= SAME_ID_NEAR else 0.0


def _by_key(targets: Sequence[Target]) -> dict[str, list[Target]]:
    found: dict[str, list[Target]] = defaultdict(list)
    for target in targets:
        for key in target.keys:
            found[key].append(target)
    return found
