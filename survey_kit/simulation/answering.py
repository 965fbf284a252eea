"""``[question.…]`` of a population file: how the questions are answered."""

from __future__ import annotations

from typing import Any

from survey_kit.questionnaire.fields import Reader, Table
from survey_kit.questionnaire.model import Question, Questionnaire
from survey_kit.report.blocks import Label
from survey_kit.simulation.bounded import number, numbers
from survey_kit.simulation.population import (
    Amount,
    Answering,
    Choice,
    Leaning,
    Preference,
    Remarks,
    Route,
)

ANSWER_KEYS = {
    "single": ("p", "given", "factor", "loading", "thresholds", "asked_if"),
    "multiple": ("p", "given", "other", "asked_if"),
    "ranking": ("utilities", "asked_if"),
    "number": ("mean", "sd", "low", "high", "asked_if"),
    "text": ("share", "answers", "asked_if"),
    "date": ("asked_if",),
}
QUESTION = Label("question", "题目")
SINGLE = Label("single-choice question", "单选题")
SCALE = Label("scale", "量表")


class QuestionReader:
    """Reads the answering of one questionnaire's questions; what does not fit becomes a fault."""

    def __init__(self, reader: Reader, questionnaire: Questionnaire) -> None:
        self.reader = reader
        self.scales = {scale.id for scale in questionnaire.scales}
        self.questions = {question.id: question for question in questionnaire.asked}

    def read(self, table: Table) -> tuple[dict[str, Answering], dict[str, Route]]:
        answering: dict[str, Answering] = {}
        routes: dict[str, Route] = {}
        order = list(self.questions)
        for name, entry in table.items():
            where = f"question.{name}"
            question = self.questions.get(name)
            if question is None or not isinstance(entry, dict):
                self.reader.faults.unknown_name(where, name, QUESTION, self.questions)
                continue
            self.reader.check_keys(entry, ANSWER_KEYS[question.kind], where)
            model = self._answering(question, entry, where)
            if model is not None:
                answering[name] = model
            given = model.given if isinstance(model, Choice) else None
            if given is not None and given in order and order.index(given) >= order.index(name):
                self.reader.faults.add(
                    f"{where}.given", "should be an earlier question.", "应为排在其前的题目。"
                )
            if "asked_if" in entry:
                route = self._route(self.reader.table(entry, "asked_if", where), f"{where}.asked_if")
                if route is not None:
                    routes[name] = route
        return answering, routes

    def _route(self, table: Table, where: str) -> Route | None:
        if len(table) != 1:
            self.reader.faults.add(
                where,
                "should be one question and its codes: { left = [1] }.",
                "应为一个题目及其编码：{ left = [1] }。",
            )
            return None
        name, codes = next(iter(table.items()))
        question = self.single(name, where)
        return (
            None
            if question is None
            else Route(question.id, numbers(self.reader, codes, where, low=-1e9, high=1e9))
        )

    def _answering(self, question: Question, entry: Table, where: str) -> Answering | None:
        k = len(question.options)
        if question.kind == "single" and "factor" in entry:
            factor = entry["factor"]
            if factor not in self.scales:
                self.reader.faults.unknown_name(f"{where}.factor", factor, SCALE, self.scales)
            return Leaning(
                str(factor),
                number(self.reader, entry, "loading", where, 0.7, low=-0.99, high=0.99),
                numbers(
                    self.reader, entry.get("thresholds"), f"{where}.thresholds", length=k - 1, low=-9, high=9
                ),
            )
        if question.kind in ("single", "multiple") and "p" in entry:
            return self._choice(question, entry, where)
        if question.kind == "ranking":
            return Preference(
                numbers(self.reader, entry.get("utilities"), f"{where}.utilities", length=k, low=-9, high=9)
            )
        if question.kind == "number":
            return Amount(
                number(self.reader, entry, "mean", where, 0.0),
                number(self.reader, entry, "sd", where, 1.0, low=0.0),
                number(self.reader, entry, "low", where, -1e9),
                number(self.reader, entry, "high", where, 1e9),
            )
        if question.kind == "text":
            return Remarks(
                number(self.reader, entry, "share", where, 0.3, low=0, high=1),
                self._labels(entry, "answers", where),
            )
        return None

    def _choice(self, question: Question, entry: Table, where: str) -> Choice:
        k = len(question.options)
        given = None
        rows = [entry["p"]]
        if "given" in entry:
            earlier = self.single(entry["given"], f"{where}.given")
            given = earlier.id if earlier else None
            rows = entry["p"] if isinstance(entry["p"], list) else []
            if earlier is not None and len(rows) != len(earlier.options):
                self.reader.faults.add(
                    f"{where}.p",
                    f"should have {len(earlier.options)} rows, one for each answer to {earlier.id}.",
                    f"应有{len(earlier.options)}行，对应{earlier.id}的每个选项。",
                )
        p = tuple(numbers(self.reader, row, f"{where}.p", length=k, low=0, high=1) for row in rows)
        if question.kind == "single" and any(abs(sum(row) - 1) > 1e-6 for row in p):
            self.reader.faults.add(f"{where}.p", "probabilities should add up to 1.", "概率之和应为1。")
        return Choice(p, given, self._labels(entry, "other", where) if "other" in entry else ())

    def _labels(self, entry: Table, key: str, where: str) -> tuple[Label, ...]:
        written = self.reader.table(entry, key, where)
        self.reader.check_keys(written, ("en", "zh"), f"{where}.{key}")
        en = self.reader.strings(written, "en", f"{where}.{key}")
        zh = self.reader.strings(written, "zh", f"{where}.{key}")
        if not en or len(en) != len(zh):
            self.reader.faults.add(
                f"{where}.{key}", "should be as many texts in en as in zh.", "en与zh的文本数量应相同。"
            )
            return (Label("", ""),)
        return tuple(Label(*pair) for pair in zip(en, zh, strict=True))

    def single(self, name: Any, where: str) -> Question | None:
        """The single-choice question of that name, or None with a fault."""
        question = self.questions.get(str(name))
        if question is None or question.kind != "single":
            singles = [q.id for q in self.questions.values() if q.kind == "single"]
            self.reader.faults.unknown_name(where, name, SINGLE, singles)
            return None
        return question
