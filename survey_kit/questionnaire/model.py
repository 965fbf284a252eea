"""What was asked: the questionnaire as frozen data.

A questionnaire knows its texts in both languages, the codes of its answers, which items form which
scale, which are reverse-worded, and (optionally) the plan of the analysis. It knows nothing of any
response file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from survey_kit.questionnaire.plan import DeclaredPlan
from survey_kit.report.blocks import Label, Remark

Role: TypeAlias = Literal["outcome", "predictor", "mediator", "moderator", "control", "none"]
QuestionKind: TypeAlias = Literal["single", "multiple", "ranking", "number", "text", "date"]
ScoreRule: TypeAlias = Literal["mean", "sum"]

ROLES: tuple[Role, ...] = ("outcome", "predictor", "mediator", "moderator", "control", "none")
QUESTION_KINDS: tuple[QuestionKind, ...] = ("single", "multiple", "ranking", "number", "text", "date")


@dataclass(frozen=True, slots=True)
class Option:
    """An answer that can be given, and the number that stands for it."""

    code: float
    label: Label


@dataclass(frozen=True, slots=True)
class Item:
    """One statement of a scale. ``low`` and ``high`` are the *declared* ends of its answers.

    ``options`` is empty for a bare numeric scale of which only the ends are known. ``columns`` are
    explicit column names that override matching.
    """

    id: str
    label: Label
    options: tuple[Option, ...]
    low: float
    high: float
    reverse: bool = False
    columns: tuple[str, ...] = ()

    @property
    def midpoint(self) -> float:
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Scale:
    """Items that are meant to measure one thing. All items share ``low`` and ``high``."""

    id: str
    label: Label
    items: tuple[Item, ...]
    role: Role = "none"
    score: ScoreRule = "mean"

    @property
    def item_ids(self) -> tuple[str, ...]:
        return tuple(item.id for item in self.items)

    @property
    def low(self) -> float:
        """Lowest possible score."""
        factor = len(self.items) if self.score == "sum" else 1
        return self.items[0].low * factor

    @property
    def high(self) -> float:
        """Highest possible score."""
        factor = len(self.items) if self.score == "sum" else 1
        return self.items[0].high * factor

    @property
    def midpoint(self) -> float:
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Derivation:
    """How the answers to one question follow from those to another, ``source``.

    ``groups`` are codes of a single-choice question, one tuple an option in their order; a code in
    none of them is missing. ``cuts`` divide the numbers of a number question, ascending; each begins
    the next group.
    """

    source: str
    groups: tuple[tuple[float, ...], ...] = ()
    cuts: tuple[float, ...] = ()

    @property
    def n_groups(self) -> int:
        return len(self.groups) or len(self.cuts) + 1


@dataclass(frozen=True, slots=True)
class Question:
    """A background question or any other question that is not an item of a scale.

    ``ordered`` says that the options have a natural order (age bands, education); only then are
    they treated as ordinal anywhere. A ``derived`` question is asked of nobody: it is computed from
    another once the answers are decoded.
    """

    id: str
    label: Label
    kind: QuestionKind
    options: tuple[Option, ...] = ()
    ordered: bool = False
    columns: tuple[str, ...] = ()
    derived: Derivation | None = None

    def option(self, code: float) -> Option:
        for option in self.options:
            if option.code == code:
                return option
        raise KeyError(f"{self.id} has no option {code}")


def asked_of(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """Those of the questions that somebody answers: all but the derived ones."""
    return tuple(question for question in questions if question.derived is None)


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Everything that was asked, in the order in which it is reported.

    ``remarks`` says what was guessed where the questionnaire is ``inferred``.
    """

    id: str
    title: Label
    background: tuple[Question, ...] = ()
    scales: tuple[Scale, ...] = ()
    questions: tuple[Question, ...] = ()
    plan: DeclaredPlan = field(default_factory=DeclaredPlan)
    source: str = ""
    inferred: bool = False
    remarks: tuple[Remark, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """All scale items, in scale order."""
        return tuple(item for scale in self.scales for item in scale.items)

    @property
    def all_questions(self) -> tuple[Question, ...]:
        return self.background + self.questions

    @property
    def asked(self) -> tuple[Question, ...]:
        """Questions that somebody answers: all but the derived ones."""
        return asked_of(self.all_questions)

    def scale(self, scale_id: str) -> Scale:
        for scale in self.scales:
            if scale.id == scale_id:
                return scale
        raise KeyError(scale_id)

    def question(self, question_id: str) -> Question:
        for question in self.all_questions:
            if question.id == question_id:
                return question
        raise KeyError(question_id)

    def scales_in_role(self, *roles: Role) -> tuple[Scale, ...]:
        return tuple(scale for scale in self.scales if scale.role in roles)
