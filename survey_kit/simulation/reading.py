"""Population files: ``career.simulation.toml`` beside ``career.toml``."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import fields
from pathlib import Path as FilePath
from typing import Any

import numpy as np

from survey_kit.errors import FileError, QuestionnaireError
from survey_kit.questionnaire.faults import Faults, paragraph, quoted
from survey_kit.questionnaire.fields import Reader, Table
from survey_kit.questionnaire.load import SIMULATION_SUFFIX, shipped, shipped_folder
from survey_kit.questionnaire.model import Question, Questionnaire
from survey_kit.report.blocks import Label
from survey_kit.simulation.population import (
    Amount,
    Answering,
    Choice,
    Effect,
    Leaning,
    Measurement,
    Path,
    Population,
    Preference,
    Quality,
    Remarks,
    Route,
    default_population,
)
from survey_kit.simulation.truth import structure

KEYS = (
    "n", "seed", "place", "start", "seconds_per_item", "quality", "factors", "scale", "path", "effect", "question",
)  # fmt: skip
ANSWER_KEYS = {
    "single": ("p", "given", "factor", "loading", "thresholds", "asked_if"),
    "multiple": ("p", "given", "other", "asked_if"),
    "ranking": ("utilities", "asked_if"),
    "number": ("mean", "sd", "low", "high", "asked_if"),
    "text": ("share", "answers", "asked_if"),
    "date": ("asked_if",),
}
SCALE = Label("scale", "量表")
QUESTION = Label("question", "题目")


def population_of(questionnaire: Questionnaire) -> Population:
    """The population that ships with this questionnaire; plain assumptions when there is none, or
    when the questionnaire has other items or questions than the shipped one of the same id.
    """
    if questionnaire.id in shipped():
        path = shipped_folder() / f"{questionnaire.id}{SIMULATION_SUFFIX}"
        if path.is_file():
            try:
                return read_population(path, questionnaire)
            except QuestionnaireError:  # somebody's own questionnaire under a shipped id
                return default_population(questionnaire)
    return default_population(questionnaire)


def read_population(path: str | FilePath, questionnaire: Questionnaire) -> Population:
    """Read a population file and check it against the questionnaire.

    What it leaves unsaid is assumed as in ``default_population``.

    Raises
    ------
    FileError
        The file cannot be read.
    QuestionnaireError
        It is not valid TOML, or names or numbers in it do not fit the questionnaire (all are listed).
    """
    file = FilePath(path)
    name = quoted(file.name).strip('"')
    try:
        document = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileError(f"{name} cannot be read ({reason}).", f"无法读取{name}（{reason}）。") from error
    except (ValueError, RecursionError) as error:  # not TOML, not UTF-8, nested too deeply
        remark = quoted(error)
        raise QuestionnaireError(
            f"{name} is not valid TOML: {remark}.", f"{name}不是有效的TOML：{remark}。"
        ) from error
    faults = Faults()
    population = _Checked(Reader(faults), questionnaire).population(document)
    if faults.found:
        found = tuple(faults.found)
        raise QuestionnaireError(paragraph(name, found, "en"), paragraph(name, found, "zh"))
    return population


class _Checked:
    """Reads one document; what does not fit the questionnaire becomes a fault."""

    def __init__(self, reader: Reader, questionnaire: Questionnaire) -> None:
        self.reader = reader
        self.scales = {scale.id: scale for scale in questionnaire.scales}
        self.questions = {question.id: question for question in questionnaire.all_questions}
        self.standard = default_population(questionnaire)

    def population(self, document: Table) -> Population:
        reader = self.reader
        reader.check_keys(document, KEYS, "")
        paths = tuple(self._path(table, where) for table, where in reader.tables(document, "path"))
        factors, correlations = self._factors(document, {path.outcome for path in paths})
        answering, routes = self._questions(reader.table(document, "question"))
        effects = tuple(
            self._effect(table, where, answering) for table, where in reader.tables(document, "effect")
        )
        start = document.get("start", self.standard.start)
        if not isinstance(start, dt.date):
            reader.faults.add("start", "should be a date, 2026-03-02.", "应为日期，如2026-03-02。")
            start = self.standard.start
        population = Population(
            factors=factors,
            correlations=correlations,
            measurements={
                **self.standard.measurements,
                **self._measurements(reader.table(document, "scale")),
            },
            paths=paths,
            effects=effects,
            answering={**self.standard.answering, **answering},
            routes=routes,
            quality=self._quality(reader.table(document, "quality")),
            n=int(self._number(document, "n", "", self.standard.n, low=1, high=1e6)),
            seed=int(self._number(document, "seed", "", self.standard.seed, low=0, high=2**53)),
            place=reader.text(document.get("place", self.standard.place), "place"),
            start=start,
            seconds_per_item=self._number(
                document, "seconds_per_item", "", self.standard.seconds_per_item, low=0.1, high=3600
            ),
        )
        if not reader.faults.found:
            self._check_structure(population)
        return population

    # -- numbers and names -------------------------------------------------------------------------

    def _number(
        self, table: Table, key: str, where: str, default: float, *, low: float = -1e9, high: float = 1e9
    ) -> float:
        if key not in table:
            return default
        path = f"{where}.{key}" if where else key
        number = self.reader.number(table[key], path)
        if number is not None and not low <= number <= high:
            self.reader.faults.add(
                path, f"should lie between {low:g} and {high:g}.", f"应在{low:g}与{high:g}之间。"
            )
        return default if number is None else number

    def _numbers(
        self, value: Any, where: str, length: int | None, low: float, high: float
    ) -> tuple[float, ...]:
        if not isinstance(value, list) or (length is not None and len(value) != length):
            needed = "" if length is None else f" {length}"
            self.reader.faults.add(
                where, f"should be a list of{needed} numbers.", f"应为{needed.strip()}个数字的列表。"
            )
            return (0.0,) * (length or 0)
        numbers = [self.reader.number(entry, where) for entry in value]
        if any(number is not None and not low <= number <= high for number in numbers):
            self.reader.faults.add(
                where, f"numbers should lie between {low:g} and {high:g}.", f"数字应在{low:g}与{high:g}之间。"
            )
        return tuple(number or 0.0 for number in numbers)

    def _single(self, name: Any, where: str) -> Question | None:
        question = self.questions.get(str(name))
        if question is None or question.kind != "single":
            singles = [q.id for q in self.questions.values() if q.kind == "single"]
            self.reader.faults.unknown_name(where, name, Label("single-choice question", "单选题"), singles)
            return None
        return question

    # -- factors -------------------------------------------------------------------------------------

    def _factors(self, document: Table, endogenous: set[str]) -> tuple[tuple[str, ...], np.ndarray]:
        table = self.reader.table(document, "factors")
        self.reader.check_keys(table, ("names", "correlations"), "factors")
        names = self.reader.strings(table, "names", "factors")
        expected = [scale_id for scale_id in self.scales if scale_id not in endogenous]
        if not table:
            k = len(expected)
            kept = self.standard.correlations[:k, :k] if k else np.zeros((0, 0))
            return tuple(expected), kept
        if sorted(names) != sorted(expected):
            self.reader.faults.add(
                "factors.names",
                f"should name exactly the scales that no path explains: {', '.join(expected)}.",
                f"应恰好列出没有路径指向的量表：{'、'.join(expected)}。",
            )
        rows = table.get("correlations", [])
        k = len(names)
        matrix = np.eye(k)
        if not isinstance(rows, list) or len(rows) != k:
            self.reader.faults.add(
                "factors.correlations", f"should have {k} rows (lower triangle).", f"应有{k}行（下三角）。"
            )
            return names, matrix
        for i, row in enumerate(rows):
            values = self._numbers(row, f"factors.correlations[#{i + 1}]", i + 1, -1, 1)
            matrix[i, : i + 1] = values
            matrix[: i + 1, i] = values
        return names, matrix

    def _path(self, table: Table, where: str) -> Path:
        self.reader.check_keys(table, ("outcome", "weights"), where)
        outcome = table.get("outcome")
        if outcome not in self.scales:
            self.reader.faults.unknown_name(f"{where}.outcome", outcome, SCALE, self.scales)
        weights = self.reader.table(table, "weights", where)
        for name in weights:
            if name not in self.scales or name == outcome:
                self.reader.faults.unknown_name(f"{where}.weights", name, SCALE, self.scales)
        return Path(
            str(outcome),
            {name: self._number(weights, name, f"{where}.weights", 0.0, low=-1, high=1) for name in weights},
        )

    def _effect(self, table: Table, where: str, answering: dict[str, Answering]) -> Effect:
        self.reader.check_keys(table, ("factor", "question", "shifts"), where)
        factor = table.get("factor")
        if factor not in self.scales:
            self.reader.faults.unknown_name(f"{where}.factor", factor, SCALE, self.scales)
        question = self._single(table.get("question"), f"{where}.question")
        if question is None:
            return Effect(str(factor), "", ())
        if isinstance(answering.get(question.id), Leaning):
            self.reader.faults.add(
                f"{where}.question", "itself depends on a factor.", "该题目本身取决于某个因子。"
            )
        shifts = self._numbers(table.get("shifts"), f"{where}.shifts", len(question.options), -5, 5)
        return Effect(str(factor), question.id, shifts)

    def _measurements(self, table: Table) -> dict[str, Measurement]:
        found = {}
        for name, entry in table.items():
            where = f"scale.{name}"
            scale = self.scales.get(name)
            if scale is None or not isinstance(entry, dict):
                self.reader.faults.unknown_name(where, name, SCALE, self.scales)
                continue
            self.reader.check_keys(entry, ("loadings", "level", "difficulty"), where)
            k = len(scale.items)
            default = list(self.standard.measurements[name].loadings)
            found[name] = Measurement(
                self._numbers(entry.get("loadings", default), f"{where}.loadings", k, -0.99, 0.99),
                self._number(entry, "level", where, 0.0, low=-5, high=5),
                self._numbers(entry.get("difficulty", [0.0] * k), f"{where}.difficulty", k, -5, 5),
            )
        return found

    def _check_structure(self, population: Population) -> None:
        """Factors must have a possible correlation matrix, and no path may explain more than all."""
        known = set(population.factors)
        for path in population.paths:
            if not set(path.weights) <= known:
                self.reader.faults.add(
                    f"path[{path.outcome}]",
                    "depends on a factor that comes later.",
                    "所依赖的因子排在其后。",
                )
                return
            known.add(path.outcome)
        _, correlations, r2 = structure(population)
        if len(correlations) and np.linalg.eigvalsh(population.correlations).min(initial=1.0) <= 1e-8:
            self.reader.faults.add("factors.correlations", "is not positive definite.", "不是正定矩阵。")
        for outcome, value in r2.items():
            if value >= 1:
                self.reader.faults.add(
                    f"path[{outcome}]", "explains all the variance or more.", "解释的方差不小于全部方差。"
                )

    # -- questions -----------------------------------------------------------------------------------

    def _questions(self, table: Table) -> tuple[dict[str, Answering], dict[str, Route]]:
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
        question = self._single(name, where)
        return None if question is None else Route(question.id, self._numbers(codes, where, None, -1e9, 1e9))

    def _answering(self, question: Question, entry: Table, where: str) -> Answering | None:
        k = len(question.options)
        if question.kind == "single" and "factor" in entry:
            factor = entry["factor"]
            if factor not in self.scales:
                self.reader.faults.unknown_name(f"{where}.factor", factor, SCALE, self.scales)
            return Leaning(
                str(factor),
                self._number(entry, "loading", where, 0.7, low=-0.99, high=0.99),
                self._numbers(entry.get("thresholds"), f"{where}.thresholds", k - 1, -9, 9),
            )
        if question.kind in ("single", "multiple") and "p" in entry:
            return self._choice(question, entry, where)
        if question.kind == "ranking":
            return Preference(self._numbers(entry.get("utilities"), f"{where}.utilities", k, -9, 9))
        if question.kind == "number":
            return Amount(
                self._number(entry, "mean", where, 0.0),
                self._number(entry, "sd", where, 1.0, low=0.0),
                self._number(entry, "low", where, -1e9),
                self._number(entry, "high", where, 1e9),
            )
        if question.kind == "text":
            return Remarks(
                self._number(entry, "share", where, 0.3, low=0, high=1), self._labels(entry, "answers", where)
            )
        return None

    def _choice(self, question: Question, entry: Table, where: str) -> Choice:
        k = len(question.options)
        given = None
        rows = [entry["p"]]
        if "given" in entry:
            earlier = self._single(entry["given"], f"{where}.given")
            given = earlier.id if earlier else None
            rows = entry["p"] if isinstance(entry["p"], list) else []
            if earlier is not None and len(rows) != len(earlier.options):
                self.reader.faults.add(
                    f"{where}.p",
                    f"should have {len(earlier.options)} rows, one for each answer to {earlier.id}.",
                    f"应有{len(earlier.options)}行，对应{earlier.id}的每个选项。",
                )
        p = tuple(self._numbers(row, f"{where}.p", k, 0, 1) for row in rows)
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

    def _quality(self, table: Table) -> Quality:
        standard = self.standard.quality
        names = [field.name for field in fields(Quality)]
        self.reader.check_keys(table, tuple(names), "quality")
        return Quality(
            **{
                name: self._number(table, name, "quality", getattr(standard, name), low=0, high=0.3)
                for name in names
            }
        )
