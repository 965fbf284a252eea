"""From a raw sheet to coded answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from survey_kit.errors import QuestionnaireError
from survey_kit.questionnaire.headings import Heading
from survey_kit.questionnaire.matching import Match, Place
from survey_kit.questionnaire.model import Item, Option, Question
from survey_kit.questionnaire.notation import Notation
from survey_kit.questionnaire.wording import shown
from survey_kit.responses.checks import check_shape, respondent_index
from survey_kit.responses.choices import read_joined, read_split
from survey_kit.responses.coded import Coded, read_coded, read_numbers
from survey_kit.responses.derive import derive
from survey_kit.responses.dialects import recognise
from survey_kit.responses.journal import Journal, listed
from survey_kit.responses.model import Ledger, Responses, Sheet
from survey_kit.responses.numbering import with_numbering
from survey_kit.responses.opentext import read_dates, read_durations, read_texts


def decode(
    sheet: Sheet, headings: Sequence[Heading], match: Match, *, ids: np.ndarray | None = None
) -> Responses:
    """Understand every answer that the questionnaire asks for.

    ``ids`` are kept in the order of the respondents.

    Answers may be words, numbers or both. What is unknown, impossible or out of range is missing,
    never guessed, and stands in the log with row and column. ``remarks`` holds, in this order, what
    the file reader, the draft, the matching and the decoding had to say.

    Raises
    ------
    ResponseError
        No respondents, duplicate column names, long format, unusable weights, dates in an answer
        column, or infinite values.
    QuestionnaireError
        The questionnaire asks for nothing that the file holds.
    """
    journal = Journal(sheet)
    answered = {place.position for places in match.columns.values() for place in places}
    waves = {line.wave for line in match.questionnaire.plan.lines.change}
    surveys = {place.position for name in waves for place in match.columns.get(name, ())}
    check_shape(sheet, headings, answered, journal, surveys=surveys)
    _refuse_stranger(match, headings)
    index, repeated = respondent_index(sheet, headings, journal)
    notation = with_numbering(recognise(sheet).notation(sheet), sheet, match)
    reader = _Reader(sheet, headings, notation, journal)
    for item in match.questionnaire.items:
        reader.item(item, match.columns.get(item.id, ()))
    for question in match.questionnaire.asked:
        reader.question(question, match.columns.get(question.id, ()))
    duration = reader.duration()
    journal.raise_refusals()
    reader.say_directions()
    _say_missing_columns(match, journal)
    derived = derive(reader.columns, reader.routed, headings, match, journal)

    frame = pd.DataFrame({**reader.columns, **derived.columns}, index=index)
    order = None if index.is_monotonic_increasing else np.asarray(index.argsort(), dtype=np.intp)
    responses = Responses(
        frame=frame,
        routed={**reader.routed, **derived.routed},
        duration=None if duration is None else pd.Series(duration, index=index, name="duration"),
        log=tuple(journal.log),
        ledger=Ledger(len(frame)),
        unmatched=tuple(_name(headings[p]) for p in match.unmatched if headings[p].raw.strip()),
        withheld=tuple(_name(h) for h in headings if h.meta == "personal"),
        repeated=repeated,
        ids=ids,
        remarks=(
            *sheet.remarks,
            *match.questionnaire.remarks,
            *match.remarks,
            *journal.remarks(),
        ),
    )
    return responses if order is None else reordered(responses, order)


def reordered(responses: Responses, rows: np.ndarray) -> Responses:
    """The responses of these rows (positions), in this order."""
    return replace(
        responses,
        frame=responses.frame.iloc[rows],
        routed={name: past[rows] for name, past in responses.routed.items() if past[rows].any()},
        duration=None if responses.duration is None else responses.duration.iloc[rows],
        repeated=None if responses.repeated is None else responses.repeated[rows],
        ids=None if responses.ids is None else responses.ids[rows],
    )


class _Reader:
    """Reads column after column into the frame."""

    def __init__(
        self, sheet: Sheet, headings: Sequence[Heading], notation: Notation, journal: Journal
    ) -> None:
        self.columns: dict[str, np.ndarray] = {}
        self.routed: dict[str, np.ndarray] = {}
        self._sheet = sheet
        self._headings = headings
        self._notation = notation
        self._journal = journal
        self._unproven: dict[tuple[Option, Option], list[str]] = {}

    def item(self, item: Item, places: tuple[Place, ...]) -> None:
        """A scale item. One that nobody answered is left out: listwise it would leave nobody."""
        if not places:
            return
        coded = self._coded(item, places[0], item.low, item.high)
        if not np.isfinite(coded.codes).any():
            name = shown(item.id, 40)
            self._journal.say(
                f"{name} has no answers: the item is left out.", f"{name}没有任何作答，已略去该题项。"
            )
            return
        self._keep(item.id, coded.codes, coded.routed)

    def question(self, question: Question, places: tuple[Place, ...]) -> None:
        if not places:
            return
        first = places[0].position
        series, name = self._sheet.cells.iloc[:, first], _name(self._headings[first])
        if question.kind in ("multiple", "ranking"):
            self._choice(question, places)
        elif question.kind == "number":
            coded = read_numbers(series, name, self._notation, self._journal)
            self._keep(question.id, coded.codes, coded.routed)
        elif question.kind == "single":
            coded = self._coded(question, places[0], -np.inf, np.inf)
            self._keep(question.id, coded.codes, coded.routed)
        else:
            read = read_dates if question.kind == "date" else read_texts
            texts, routed = read(series, name, self._notation, self._journal)
            self._keep(question.id, texts, routed)

    def duration(self) -> np.ndarray | None:
        """Seconds needed, from the first column that says so."""
        for heading in self._headings:
            if heading.meta == "duration":
                series = self._sheet.cells.iloc[:, heading.position]
                return read_durations(series, _name(heading), self._journal)
        return None

    def say_directions(self) -> None:
        """Say which direction was assumed where nothing but numbers gave the answers."""
        for (first, last), ids in self._unproven.items():
            self._journal.say(
                f"The answers to {listed(ids, ', ')} are numbers without words. They were read in the order of the "
                f"questionnaire: lowest {first.code:g} = {first.label.en}, highest {last.code:g} = {last.label.en}. If the "
                "form showed the options the other way round, these scores are reversed: check against an export with texts.",
                f"以下题目的答案只有数字，没有文字：{listed(ids, '、')}。已按问卷选项顺序解读：最低{first.code:g}为“{first.label.zh}”，"
                f"最高{last.code:g}为“{last.label.zh}”。若问卷页面上选项顺序相反，得分也会相反，请对照文字版导出文件核实。",
            )

    def _coded(self, asked: Item | Question, place: Place, low: float, high: float) -> Coded:
        series = self._sheet.cells.iloc[:, place.position]
        labels = self._sheet.labels.get(place.position, {})
        name = _name(self._headings[place.position])
        coded = read_coded(
            series, name, asked.options, self._notation, self._journal, low=low, high=high, labels=labels
        )
        if coded.numbers_only and asked.options and isinstance(asked, Item):
            lowest = min(asked.options, key=lambda option: option.code)
            highest = max(asked.options, key=lambda option: option.code)
            if not (_is_number(lowest.label.en) and _is_number(highest.label.en)):
                self._unproven.setdefault((lowest, highest), []).append(shown(asked.id, 40))
        return coded

    def _choice(self, question: Question, places: tuple[Place, ...]) -> None:
        cells = self._sheet.cells
        if places[0].code is None:
            position = places[0].position
            chosen = read_joined(
                cells.iloc[:, position],
                _name(self._headings[position]),
                question,
                self._notation,
                self._journal,
            )
        else:
            chosen = read_split(
                {p.code: cells.iloc[:, p.position] for p in places if p.code is not None},
                {p.code: _name(self._headings[p.position]) for p in places if p.code is not None},
                question,
                self._notation,
                self._journal,
            )
        for name, values in chosen.columns.items():
            self._keep(name, values, chosen.routed)

    def _keep(self, name: str, values: np.ndarray, routed: np.ndarray) -> None:
        self.columns[name] = values
        if routed.any():
            self.routed[name] = routed


def _refuse_stranger(match: Match, headings: Sequence[Heading]) -> None:
    if match.columns or match.questionnaire.inferred:
        return
    names = [_name(heading) for heading in headings if heading.meta != "personal"]
    wanted = [shown(name, 40) for name in match.missing]
    asked = shown(match.questionnaire.id, 40)
    raise QuestionnaireError(
        f"The questionnaire {asked} does not fit the file: no column answers any of its questions ({listed(wanted, ', ')}). "
        f"Columns of the file: {listed(names, ', ', 10)}. Choose another with -q, or draft one with "
        "'survey-kit questionnaire infer'.",
        f"问卷{asked}与文件不符：没有任何一列对应其题目（{listed(wanted, '、')}）。文件中的列：{listed(names, '、', 10)}。"
        "请用-q指定其他问卷，或用survey-kit questionnaire infer生成草稿。",
    )


def _name(heading: Heading) -> str:
    return shown(heading.raw, 60).strip() or f"#{heading.position + 1}"


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()


def _say_missing_columns(match: Match, journal: Journal) -> None:
    if match.missing and not match.questionnaire.inferred:
        names = [shown(name, 40) for name in match.missing]
        journal.say(
            f"The file has no columns for: {listed(names, ', ', 12)}.",
            f"文件中没有以下题目对应的列：{listed(names, '、', 12)}。",
        )
