"""The interviews of a population file: who raises what, in which words, and how well two coders find it.

A person raises a theme with probability ``p``; by the answer to a background question where ``given``
names one, or leaning on a latent factor: raised when ``loading * factor + sqrt(1 - loading**2) * noise`` is
among the highest ``p`` of the population. A raised theme fills one segment, with probability ``again`` two.
The first question opens with a segment that holds no theme, each later one with probability ``aside``.
A coder marks the theme of a segment with probability ``sensitivity``, and every other theme of the
codebook with probability ``1 - specificity``, independently of the other coder.
"""

from __future__ import annotations

from dataclasses import dataclass

from survey_kit.questionnaire.fields import Reader, Table
from survey_kit.questionnaire.model import Questionnaire
from survey_kit.report.blocks import Label
from survey_kit.simulation.answering import SCALE, QuestionReader
from survey_kit.simulation.bounded import number, numbers
from survey_kit.simulation.reading import read_part

KEYS = ("again", "aside", "lead", "coders", "leads", "question", "theme")
THEME_KEYS = ("id", "question", "p", "given", "factor", "loading", "en", "zh")


@dataclass(frozen=True, slots=True)
class Coder:
    """Probability of marking a theme that is there, and of not marking one that is not."""

    sensitivity: float
    specificity: float


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the interview, and what people say to it that holds no theme."""

    id: str
    label: Label
    asides: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Raised:
    """A theme: how probable it is that a person raises it, and the sentences that hold it.

    ``p`` has one value, or one for every option of the question ``given``.
    """

    id: str
    question: str
    p: tuple[float, ...]
    sentences: tuple[Label, ...]
    given: str | None = None
    factor: str | None = None
    loading: float = 0.0


@dataclass(frozen=True, slots=True)
class InterviewModel:
    """Everything that the interviews of a sample depend on besides its people.

    ``lead`` is the probability that a sentence is led in by one of ``leads``.
    """

    questions: tuple[Asked, ...]
    themes: tuple[Raised, ...]
    coders: tuple[Coder, Coder]
    leads: tuple[Label, ...]
    again: float
    aside: float
    lead: float

    @property
    def segments(self) -> float:
        """Expected segments a person that hold no theme."""
        return 1 + (len(self.questions) - 1) * self.aside


def interviews_of(questionnaire: Questionnaire) -> InterviewModel:
    """The interviews that the simulation file of a shipped questionnaire describes.

    Raises
    ------
    PlanError
        It describes none, or there is no such file.
    QuestionnaireError
        What it says does not fit (all faults are listed).
    """
    return read_part(
        questionnaire, "interviews", lambda reader, table: read_interviews(table, reader, questionnaire)
    )


def read_interviews(table: Table, reader: Reader, questionnaire: Questionnaire) -> InterviewModel:
    """The table ``interviews`` of a population file; worth something only when no fault was noted."""
    reader.check_keys(table, KEYS, "interviews")
    questions = tuple(
        Asked(
            reader.identifier(entry, where),
            reader.label(entry, "label", where),
            _sentences(reader, reader.table(entry, "asides", where), f"{where}.asides"),
        )
        for entry, where in reader.tables(table, "question", "interviews")
    )
    themes = tuple(
        _theme(entry, where, QuestionReader(reader, questionnaire), questions)
        for entry, where in reader.tables(table, "theme", "interviews")
    )
    coders = tuple(
        Coder(
            number(reader, entry, "sensitivity", where, 1.0, low=0, high=1),
            number(reader, entry, "specificity", where, 1.0, low=0, high=1),
        )
        for entry, where in reader.tables(table, "coders", "interviews")
    )
    if not questions or not themes or len(coders) != 2:
        reader.faults.add(
            "interviews", "needs questions, themes and two coders.", "应包含问题、主题和两名编码员。"
        )
    shares = [
        number(reader, table, key, "interviews", 0.0, low=0, high=1) for key in ("again", "aside", "lead")
    ]
    leads = _sentences(reader, reader.table(table, "leads", "interviews"), "interviews.leads")
    first, second = (*coders, Coder(1, 1), Coder(1, 1))[:2]
    return InterviewModel(questions, themes, (first, second), leads, *shares)


def _theme(entry: Table, where: str, asked: QuestionReader, questions: tuple[Asked, ...]) -> Raised:
    reader = asked.reader
    reader.check_keys(entry, THEME_KEYS, where)
    known = [question.id for question in questions]
    if entry.get("question") not in known:
        what = Label("question of the interview", "访谈问题")
        reader.faults.unknown_name(f"{where}.question", entry.get("question"), what, known)
    given = asked.single(entry["given"], f"{where}.given") if "given" in entry else None
    factor = entry.get("factor")
    if factor is not None and factor not in asked.scales:
        reader.faults.unknown_name(f"{where}.factor", factor, SCALE, asked.scales)
    if given is not None and factor is not None:
        reader.faults.add(where, "takes given or factor, not both.", "given与factor只能取其一。")
    p = entry.get("p")
    length = len(given.options) if given is not None else 1
    sentences = _sentences(reader, {key: entry[key] for key in ("en", "zh") if key in entry}, where)
    if len(sentences) < 2:
        reader.faults.add(where, "needs two sentences at least.", "至少需要两个语句。")
    return Raised(
        reader.identifier(entry, where),
        str(entry.get("question")),
        numbers(
            reader, p if isinstance(p, list) else [p], f"{where}.p", length=length, low=0.001, high=0.999
        ),
        sentences,
        given.id if given is not None else None,
        None if factor is None else str(factor),
        number(reader, entry, "loading", where, 0.0, low=-0.99, high=0.99),
    )


def _sentences(reader: Reader, table: Table, where: str) -> tuple[Label, ...]:
    en, zh = reader.strings(table, "en", where), reader.strings(table, "zh", where)
    if not en or len(en) != len(zh):
        reader.faults.add(where, "should be as many texts in en as in zh.", "en与zh的文本数量应相同。")
        return ()
    return tuple(Label(*pair) for pair in zip(en, zh, strict=True))
