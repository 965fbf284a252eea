"""What a plan can name, and the fault when a name is none of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from survey_kit.questionnaire.faults import quoted
from survey_kit.questionnaire.fields import Reader
from survey_kit.questionnaire.model import Question, Scale
from survey_kit.report.blocks import Label

SCALE = Label("scale", "量表")
SINGLE = Label("single-choice question", "单选题")
OUTCOME = Label("scale or single-choice question", "量表或单选题")
COMPARED = Label("scale or question with one or several answers", "量表、单选题或多选题")
MEASURED = Label("scale or number question", "量表或数字题")
PREDICTOR = Label("scale or single-choice or number question", "量表、单选题或数字题")


@dataclass(frozen=True, slots=True)
class PlanNames:
    """Ids by kind; ``options`` holds the number of answers of every question, ``ordered`` those in order.

    ``regrouped``: question -> the one whose answers it groups.
    """

    scales: tuple[str, ...]
    singles: tuple[str, ...]
    multiples: tuple[str, ...]
    numbers: tuple[str, ...]
    options: Mapping[str, int]
    ordered: tuple[str, ...]
    regrouped: Mapping[str, str]

    @staticmethod
    def of(questions: tuple[Question, ...], scales: tuple[Scale, ...]) -> PlanNames:
        """The names of these questions and scales."""
        kinds = {
            kind: tuple(q.id for q in questions if q.id and q.kind == kind)
            for kind in ("single", "multiple", "number")
        }
        return PlanNames(
            tuple(scale.id for scale in scales if scale.id),
            kinds["single"],
            kinds["multiple"],
            kinds["number"],
            {q.id: len(q.options) for q in questions},
            tuple(q.id for q in questions if q.ordered),
            regrouped(questions),
        )

    @property
    def predictors(self) -> tuple[str, ...]:
        return self.scales + self.singles + self.numbers

    def several_groups(self, name: str) -> bool:
        """Whether the name is a single-choice question of more than two answers."""
        return name in self.singles and self.options[name] > 2


def regrouped(questions: tuple[Question, ...]) -> dict[str, str]:
    """Question -> the single-choice question whose codes it groups, and which therefore determines it."""
    return {q.id: q.derived.source for q in questions if q.id and q.derived is not None and q.derived.groups}


def check_told_once(reader: Reader, named: Collection[str], sources: Mapping[str, str], where: str) -> None:
    """A fault where a model holds a question together with the one whose answers it groups."""
    for name in named:
        if sources.get(name) in named:
            reader.faults.add(
                where,
                f"{quoted(name)} groups the answers to {quoted(sources[name])}; one model cannot hold both.",
                f"{quoted(name)}由{quoted(sources[name])}的选项归并而成，二者不能同在一个模型中。",
            )


def check_name(reader: Reader, name: object, known: tuple[str, ...], where: str, what: Label) -> bool:
    """Whether the name is known; a fault otherwise."""
    if name in known:
        return True
    reader.faults.unknown_name(where, name, what, known)
    return False
