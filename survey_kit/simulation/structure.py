"""Factors, paths, effects and measurement of a population file."""

from __future__ import annotations

import numpy as np

from survey_kit.questionnaire.fields import Reader, Table
from survey_kit.questionnaire.model import Questionnaire
from survey_kit.simulation.answering import SCALE, QuestionReader
from survey_kit.simulation.bounded import number, numbers
from survey_kit.simulation.population import (
    Answering,
    Effect,
    Leaning,
    Measurement,
    Path,
    Population,
)
from survey_kit.simulation.truth import structure


class StructureReader:
    """Reads the factor model of one questionnaire; what does not fit becomes a fault."""

    def __init__(self, questions: QuestionReader, questionnaire: Questionnaire, standard: Population) -> None:
        self.reader: Reader = questions.reader
        self.questions = questions
        self.scales = {scale.id: scale for scale in questionnaire.scales}
        self.standard = standard

    def factors(self, document: Table, endogenous: set[str]) -> tuple[tuple[str, ...], np.ndarray]:
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
            values = numbers(
                self.reader, row, f"factors.correlations[#{i + 1}]", length=i + 1, low=-1, high=1
            )
            matrix[i, : i + 1] = values
            matrix[: i + 1, i] = values
        return names, matrix

    def path(self, table: Table, where: str) -> Path:
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
            {
                name: number(self.reader, weights, name, f"{where}.weights", 0.0, low=-1, high=1)
                for name in weights
            },
        )

    def measurements(self, table: Table) -> dict[str, Measurement]:
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
                numbers(
                    self.reader,
                    entry.get("loadings", default),
                    f"{where}.loadings",
                    length=k,
                    low=-0.99,
                    high=0.99,
                ),
                number(self.reader, entry, "level", where, 0.0, low=-5, high=5),
                numbers(
                    self.reader,
                    entry.get("difficulty", [0.0] * k),
                    f"{where}.difficulty",
                    length=k,
                    low=-5,
                    high=5,
                ),
            )
        return found

    def effect(self, table: Table, where: str, answering: dict[str, Answering]) -> Effect:
        self.reader.check_keys(table, ("factor", "question", "shifts"), where)
        factor = table.get("factor")
        if factor not in self.scales:
            self.reader.faults.unknown_name(f"{where}.factor", factor, SCALE, self.scales)
        question = self.questions.single(table.get("question"), f"{where}.question")
        if question is None:
            return Effect(str(factor), "", ())
        if isinstance(answering.get(question.id), Leaning):
            self.reader.faults.add(
                f"{where}.question", "itself depends on a factor.", "该题目本身取决于某个因子。"
            )
        shifts = numbers(
            self.reader, table.get("shifts"), f"{where}.shifts", length=len(question.options), low=-5, high=5
        )
        return Effect(str(factor), question.id, shifts)

    def check(self, population: Population) -> None:
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
