"""What is looked for in the headings, and what has been found so far."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from survey_kit.questionnaire.headings import Heading
from survey_kit.questionnaire.model import Option, Question, Questionnaire, asked_of
from survey_kit.questionnaire.wording import answer_key, name_key, question_key, shown
from survey_kit.report.blocks import Label, Remark

_NUMBER_ID = re.compile(r"^(?:q|question|第)?_?(\d{1,3})题?$")
_LISTED = 8


@dataclass(frozen=True, slots=True)
class Target:
    """An item or question to be found.

    ``number`` is set when its id is nothing but a question number (``Q7``). ``scale`` is the label
    of an item's scale, which the stem of a matrix may repeat.
    """

    id: str
    label: Label
    kind: str
    options: tuple[Option, ...] = ()
    columns: tuple[str, ...] = ()
    scale: Label | None = None
    number: str | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of its texts in both languages; none when the label is only the id again."""
        texts = dict.fromkeys(question_key(text) for text in (self.label.en, self.label.zh))
        return tuple(key for key in texts if key and key != question_key(self.id))

    @property
    def several_answers(self) -> bool:
        return self.kind in ("multiple", "ranking")


def targets_of(questionnaire: Questionnaire) -> tuple[Target, ...]:
    """Everything that a column may answer, in the order in which it is asked."""
    found: list[Target] = []
    found += [_question(question) for question in asked_of(questionnaire.background)]
    for scale in questionnaire.scales:
        found += [
            Target(item.id, item.label, "item", item.options, item.columns, scale.label, _number(item.id))
            for item in scale.items
        ]
    found += [_question(question) for question in asked_of(questionnaire.questions)]
    return tuple(found)


def _question(question: Question) -> Target:
    number = _number(question.id)
    return Target(
        question.id, question.label, question.kind, question.options, question.columns, None, number
    )


def _number(name: str) -> str | None:
    found = _NUMBER_ID.match(name_key(name))
    return found[1] if found else None


@dataclass(slots=True)
class Claims:
    """Which columns have been taken by which target, and what must be said about it."""

    headings: tuple[Heading, ...]
    filled: frozenset[int]
    taken: dict[str, tuple[tuple[int, float | None], ...]] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    near: list[str] = field(default_factory=list)
    ambiguous: list[str] = field(default_factory=list)
    disagree: list[str] = field(default_factory=list)
    renumbered: list[str] = field(default_factory=list)

    def take(self, target: Target, places: Iterable[tuple[int, float | None]]) -> None:
        self.taken[target.id] = tuple(places)
        self.used.update(position for position, _ in self.taken[target.id])

    def open(self, target: Target) -> bool:
        return target.id not in self.taken

    def free(self, *, metadata: bool = False) -> list[Heading]:
        """Headings not taken yet; metadata columns only on request, personal ones never."""
        return [
            h
            for h in self.headings
            if h.position not in self.used
            and (h.meta is None or (metadata and h.meta not in ("personal", "respondent")))
        ]

    def one(self, candidates: list[Heading]) -> Heading | None:
        """The only candidate, or the only one that is not empty."""
        if len(candidates) > 1:
            candidates = [h for h in candidates if h.position in self.filled]
        return candidates[0] if len(candidates) == 1 else None

    def remarks(self) -> tuple[Remark, ...]:
        """One remark a kind."""
        kinds = (
            (
                self.near,
                "matched although the texts differ: {}. Check them.",
                "下列题目与列标题文字有出入，仍予匹配：{}。请核对。",
                "warning",
            ),
            (
                self.ambiguous,
                "not matched because several columns or questions read the same: {}. "
                'Name the column in the questionnaire with columns = ["…"].',
                '下列题目因有多列或多题文字相同而未匹配：{}。请在问卷中用columns = ["…"]指明列名。',
                "warning",
            ),
            (
                self.disagree,
                "not matched because id or number and text of the column do not agree: {}.",
                "下列列的编号与题目文字不一致，未予匹配：{}。",
                "warning",
            ),
            (
                self.renumbered,
                "matched by text although the question numbers differ: {}.",
                "下列题目按文字匹配，但题号不同：{}。",
                "note",
            ),
        )
        return tuple(
            Remark(Label(_listed(en, names, ", "), _listed(zh, names, "、")), level)  # type: ignore[arg-type]
            for names, en, zh, level in kinds
            if names
        )


def _listed(text: str, names: list[str], comma: str) -> str:
    names = [shown(name, 60) for name in dict.fromkeys(names)]
    more = f" (+{len(names) - _LISTED})" if len(names) > _LISTED else ""
    text = text.format(comma.join(names[:_LISTED]) + more)
    return text[0].upper() + text[1:]


def heading_keys(heading: Heading) -> tuple[str, ...]:
    """Keys under which a heading's text may be found; empty when it carries none but a code name."""
    texts = []
    if heading.part is not None:
        texts = [heading.part, heading.stem + heading.part]
    elif heading.stem:
        texts = [heading.stem]
    if heading.stem or heading.part:
        texts.append(heading.raw)
        row = heading.raw.rpartition("—")[2]
        texts += [row] if heading.part is not None else []
    keys = dict.fromkeys(question_key(text) for text in texts)
    return tuple(key for key in keys if key)


def option_codes(options: tuple[Option, ...]) -> dict[str, float]:
    """Key of an option's label in either language -> its code."""
    return {
        answer_key(text): option.code for option in options for text in (option.label.en, option.label.zh)
    }
