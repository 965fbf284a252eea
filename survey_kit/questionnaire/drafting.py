"""Scales and questions of a draft: ids, labels, options."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from survey_kit.questionnaire.grouping import Group, is_background, words_before
from survey_kit.questionnaire.model import Item, Option, Question, QuestionKind, Role, Scale
from survey_kit.questionnaire.notation import Notation
from survey_kit.questionnaire.profile import Profile, bare_key, spellings
from survey_kit.questionnaire.wording import answer_key, clean, loose_answer_key, name_key, shown, visible
from survey_kit.report.blocks import Label

MOST_CATEGORIES = 30
_OUTCOME = re.compile(
    r"动机|积极性|满意|意愿|意向|敬业|投入度|热情|幸福感|motivation|satisfaction|satisfied|intention|intent\b|willingness|engagement|enthusiasm",
    re.IGNORECASE,
)
_BAND = re.compile(r"\d+(?:\.\d+)?")
_SENTENCE = re.compile(r"[。！？]$|(?:\S+\s+){3,}\S+[.!?]$")
_STEPS = [
    "文盲",
    "小学",
    "初中",
    "中专",
    "高中",
    "职高",
    "大专",
    "专科",
    "本科",
    "学士",
    "硕士",
    "研究生",
    "博士",
]


class Names:
    """Gives out ids that nothing else in the draft has."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def take(self, wanted: str, fallback: str) -> str:
        """The text as an id where it can be one, else the fallback; a number is added if it is taken."""
        base = re.sub(r"[^\w.\-]+", "_", visible(wanted)).strip("_.-")
        if not base or len(base) > 24 or not re.match(r"\w", base):
            base = fallback
        name, number = base, 2
        while name_key(name) in self._used:
            name, number = f"{base}_{number}", number + 1
        self._used.add(name_key(name))
        return name


def draft_scale(group: Group, number: int, names: Names) -> Scale:
    """A scale from columns that belong together."""
    bare = group.name.strip("_-. /:")
    generic = len(bare) < 2 or bare.casefold() in ("item", "var") or bare.isdigit()
    first, last = (clean(column.heading.name) for column in (group.columns[0], group.columns[-1]))
    label = (
        Label(
            f"Scale {number} ({shown(first, 30)}–{shown(last, 30)})",
            f"量表{number}（{shown(first, 30)}–{shown(last, 30)}）",
        )
        if generic
        else Label.of(shown(clean(bare), 60))
    )
    scale_id = names.take("" if generic else bare.casefold(), f"scale{number}")
    options = (
        ()
        if group.answers is None
        else tuple(
            Option(float(code), Label.of(_wording(group, code)))
            for code in range(1, len(group.answers.slots) + 1)
        )
    )
    own = [_own_name(column) for column in group.columns]
    named = all(re.fullmatch(r"\S{1,24}", name) for name in own)  # else ids and numbers would mix
    items = tuple(
        Item(
            names.take(own[place - 1] if named else "", f"{scale_id}_{place}"),
            Label.of(_item_text(column, group.name)),
            options,
            group.low,
            group.high,
            columns=names_of([column]),
        )
        for place, column in enumerate(group.columns, start=1)
    )
    return Scale(scale_id, label, items, _role(bare, items))


def _wording(group: Group, code: int) -> str:
    """How the file words a place of the answer list; the usual wording where nobody chose it."""
    counts: Counter[str] = Counter()
    answers = group.answers
    if answers is None:
        return f"{code}"
    for column in group.columns:
        texts = dict(column.texts)
        for value, label in column.labels.items():
            texts[label] = texts.get(label, 0) + column.numbers.get(value, 0) + 1
        for text, count in texts.items():
            if answers.codes([bare_key(text)]) == {bare_key(text): code}:
                counts[_without_code(text)] += count
    best = spellings(counts)
    return max(best, key=lambda text: (counts.get(text, 0), text)) if best else answers.label(code)


def _without_code(text: str) -> str:
    """The words of an answer that has its number beside it."""
    key = bare_key(text)
    if key == loose_answer_key(text):
        return clean(text)
    stripped = re.sub(
        r"^[(\[]?(?:\d{1,3}|[A-Za-z])[)\]]?\s*[.、:：=)\s]\s*|\s*[(\[=]\s*\d{1,3}\s*分?[)\]]?$",
        "",
        text.strip(),
    )
    return clean(stripped)


def _role(bare: str, items: tuple[Item, ...]) -> Role:
    """Outcome, if the name says motivation, satisfaction or intention, or every item does."""
    if _OUTCOME.search(bare) or all(_OUTCOME.search(item.label.zh) for item in items):
        return "outcome"
    return "none"


def _own_name(column: Profile) -> str:
    heading = column.heading
    if heading.name and re.fullmatch(r"\s*[A-Za-z]\w{0,23}\s*", visible(heading.name)):
        return heading.name
    if heading.number and heading.part is None:
        return f"Q{heading.number}"
    return "" if heading.part is not None else heading.name


def _text(column: Profile) -> str:
    heading = column.heading
    return (
        shown(heading.part or heading.stem or heading.name or heading.raw, 200).strip()
        or f"#{column.position + 1}"
    )


def _item_text(column: Profile, group_name: str) -> str:
    """The wording of an item without what the headings of its scale all begin with."""
    text = _text(column)
    if group_name and words_before(column) == group_name:
        return text.removeprefix(group_name).lstrip(" .:：-–—") or text
    return text


def names_of(columns: Sequence[Profile]) -> tuple[str, ...]:
    """The names of the columns, by which the draft finds them again."""
    return tuple(column.heading.raw for column in columns)


def draft_question(column: Profile, names: Names, notation: Notation) -> Question | None:
    """A question from one column; None when it has too many categories to be one."""
    kind, texts, ordered = _understood(column, notation)
    if kind is None:
        return None
    options = tuple(Option(code, Label.of(text)) for code, text in texts)
    name = names.take(_own_name(column), f"V{column.position + 1}")
    return Question(name, Label.of(_text(column)), kind, options, ordered, names_of([column]))


def _understood(
    column: Profile, notation: Notation
) -> tuple[QuestionKind | None, list[tuple[float, str]], bool]:
    """Kind, options and whether they have an order, from the cells alone."""
    if column.dates * 2 > column.n or (column.dates and column.dates + _years(column) == column.n):
        return "date", [], False
    if column.labels:
        texts = [(code, clean(text)) for code, text in sorted(column.labels.items()) if clean(text)]
        return "single", texts, is_ordered([text for _, text in texts])
    if column.number_share >= 0.5:
        few = len(column.numbers) <= 7 and all(n.is_integer() for n in column.numbers) and not column.texts
        if few and max(column.numbers) <= 10:
            return "single", [(n, f"{n:g}") for n in sorted(column.numbers)], len(column.numbers) > 2
        return "number", [], False
    if column.many:
        return "text", [], False
    if pieces := _pieces(column, notation.ranking, at_least=0.5):
        return "ranking", _coded(pieces), False
    if pieces := _pieces(column, notation.separators):
        return "multiple", _coded(pieces), False
    categories = spellings(column.texts | {f"{n:g}": c for n, c in column.numbers.items()})
    longest = max(len(text) for text in categories) if categories else 0
    sentences = sum(bool(_SENTENCE.search(text)) for text in categories)
    if 2 * sentences >= len(categories) > 1:
        return "text", [], False
    if len(categories) == 1 or (
        len(categories) <= min(MOST_CATEGORIES, max(2, column.n // 2)) and longest <= 300
    ):
        ordered = is_ordered(categories)
        return "single", _coded(in_order(categories) if ordered else categories), ordered
    if len(categories) > column.n / 10 or longest > 60 or is_background(column):
        return "text", [], False
    return None, [], False


def _years(column: Profile) -> int:
    """How many cells are a bare year; beside full dates it is one too."""
    return sum(count for number, count in column.numbers.items() if 1900 <= number <= 2100)


def _coded(texts: Sequence[str]) -> list[tuple[float, str]]:
    return [(float(code), text) for code, text in enumerate(texts, start=1)]


def _pieces(column: Profile, separators: Sequence[str], *, at_least: float = 0.2) -> list[str]:
    """The answers of which the cells are made, where cells hold several."""
    for separator in separators:
        having = sum(count for text, count in column.texts.items() if separator in text)
        sure = separator in ("┋", "→")
        if not having or (not sure and having < at_least * column.n):
            continue
        pieces: Counter[str] = Counter()
        for text, count in column.texts.items():
            plain = re.sub(r"〖[^〗]*(?:〗|$)", "", text)
            for piece in plain.split(separator):
                if answer_key(piece):
                    pieces[piece.strip()] += count
        known = spellings(pieces)
        few = len(known) <= MOST_CATEGORIES and max((len(text) for text in known), default=0) <= 60
        if few and (sure or sum(pieces.values()) >= 3 * len(known)):
            return known
    return []


def is_ordered(texts: Sequence[str]) -> bool:
    """Whether categories have a natural order: bands of numbers, or steps of schooling."""
    if len(texts) < 3:
        return False
    bands = sum(bool(_BAND.search(text)) for text in texts)
    if bands == len(texts):
        return len({_rank(text) for text in texts}) == len(texts)
    steps = sum(any(step in text for step in _STEPS) for text in texts)
    return steps >= len(texts) - 1 and steps > 1


def in_order(texts: Sequence[str]) -> list[str]:
    """Bands by their numbers ("below 25" before "25–30"), schooling by its steps."""
    return sorted(texts, key=lambda text: (_rank(text), text))


def _rank(text: str) -> float:
    numbers = [float(n) for n in _BAND.findall(text)]
    if numbers and not any(step in text for step in _STEPS):
        below = re.search(
            r"以下|不到|不足|小于|低于|及以内|以内|under|below|less|younger|up to|<", text, re.IGNORECASE
        )
        return numbers[0] - 0.5 if below and len(numbers) == 1 else numbers[0] + 0.1 * (len(numbers) == 1)
    places = [place for place, step in enumerate(_STEPS) if step in text]
    return float(places[0]) if places else float(len(_STEPS))
