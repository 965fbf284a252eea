"""One sample in the making: who the people are and what they answer, before anybody answers badly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from survey_kit.questionnaire.model import Question, Questionnaire, Scale
from survey_kit.report.blocks import Label
from survey_kit.responses.model import option_column
from survey_kit.simulation.people import stream
from survey_kit.simulation.population import (
    Amount,
    Choice,
    Leaning,
    Measurement,
    Population,
    Preference,
    Remarks,
    codes_of,
    cuts,
    default_answering,
    default_measurement,
)
from survey_kit.simulation.truth import structure


@dataclass(frozen=True, slots=True)
class Link:
    """People who answer another survey too, and what of them is the same there.

    ``row`` (n,) is their place in the sample of the other survey, -1 for those who are not in it.
    They keep their single-choice answers; their factors (before group effects) correlate
    ``stability`` with those of the other survey, what is peculiar to an item ``unique``.
    """

    other: Sample
    row: np.ndarray
    stability: float
    unique: float

    def mixed(self, drawn: np.ndarray, there: np.ndarray, correlation: float) -> np.ndarray:
        """Standard normal numbers of people that correlate with those of the other survey."""
        known = self.row >= 0
        result = drawn.copy()
        kept = there[self.row[known]]
        result[known] = correlation * kept + np.sqrt(1 - correlation**2) * drawn[known]
        return result

    def same(self, drawn: np.ndarray, there: np.ndarray) -> np.ndarray:
        """The answers of the other survey where there are any."""
        result: np.ndarray = np.where(self.row >= 0, there[self.row], drawn)
        return result


class Sample:
    """Random streams, background and factors already drawn.

    ``occasion`` gives another survey of the same study streams of its own.
    """

    def __init__(
        self,
        questionnaire: Questionnaire,
        population: Population,
        n: int,
        seed: int,
        *,
        occasion: str = "",
        link: Link | None = None,
    ) -> None:
        self.questionnaire = questionnaire
        self.population = population
        self.n = n
        self.seed = seed
        self.occasion = occasion
        self.link = link
        self.singles: dict[str, np.ndarray] = {}
        self.routed: dict[str, np.ndarray] = {}
        self.others: dict[str, np.ndarray] = {}
        self.dispositions: dict[str, np.ndarray] = self._dispositions()
        self.factors: dict[str, np.ndarray] = self._factors()

    @property
    def people(self) -> np.ndarray:
        """Who each respondent is (n,): the same number in both of two linked samples."""
        rows = np.arange(self.n)
        return (
            rows
            if self.link is None
            else np.where(self.link.row >= 0, self.link.row, self.link.other.n + rows)
        )

    def rng(self, purpose: str) -> np.random.Generator:
        return stream(self.seed, f"{self.occasion}{purpose}")

    # -- factors and items -----------------------------------------------------------------------

    def _dispositions(self) -> dict[str, np.ndarray]:
        """Factors (n,) with mean 0 and variance 1, before the groups differ in them."""
        population = self.population
        k = len(population.factors)
        root = np.linalg.cholesky(population.correlations) if k else np.zeros((0, 0))
        drawn = self.rng("factors").standard_normal((self.n, k)) @ root.T
        factors = {name: drawn[:, j] for j, name in enumerate(population.factors)}
        r2 = structure(population)[2]
        for path in population.paths:
            explained = sum(
                (weight * factors[name] for name, weight in path.weights.items()), np.zeros(self.n)
            )
            rest = np.sqrt(1 - r2[path.outcome]) * self.rng(f"factor {path.outcome}").standard_normal(self.n)
            factors[path.outcome] = explained + rest
        link = self.link
        if link is None:
            return factors
        # all factors mixed alike: the paths hold in both surveys
        there = link.other.dispositions
        return {name: link.mixed(each, there[name], link.stability) for name, each in factors.items()}

    def _factors(self) -> dict[str, np.ndarray]:
        factors = dict(self.dispositions)
        for effect in self.population.effects:
            shifts = np.array(effect.shifts)[self.position(effect.question)]
            factors[effect.factor] = factors[effect.factor] + shifts
        return factors

    def noise(self, scale: Scale) -> np.ndarray:
        """What is peculiar to each answer, (n, items), standard normal."""
        drawn = self.rng(f"items {scale.id}").standard_normal((self.n, len(scale.items)))
        return (
            drawn
            if self.link is None
            else self.link.mixed(drawn, self.link.other.noise(scale), self.link.unique)
        )

    def items(self, scale: Scale, careless: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
        """Answers to the items of a scale, as ticked."""
        measurement = self.population.measurements.get(scale.id) or default_measurement(scale)
        factor = self.factors[scale.id]
        noise = self.noise(scale)
        rng = self.rng(f"items {scale.id}")
        rng.standard_normal(noise.shape)  # the same numbers as those of the noise come first
        blank = rng.random(noise.shape) < self.population.quality.missing
        at_random = rng.random(noise.shape)
        # one fixed place on the answer scale for every item of the questionnaire
        place = 0.5 + 0.4 * self.rng("straight line").random(self.n)
        columns = {}
        for j, item in enumerate(scale.items):
            codes = codes_of(item)
            k = len(codes)
            category = np.searchsorted(cuts(k), _latent(measurement, j, factor, noise[:, j]))
            if item.reverse:
                category = k - 1 - category
            category = np.where(careless["too_fast"], (at_random[:, j] * k).astype(int), category)
            category = np.where(careless["straight_lining"], (place * k).astype(int), category)
            answers = codes[category].astype(float)
            answers[blank[:, j] & ~careless["straight_lining"] & ~careless["too_fast"]] = np.nan
            columns[item.id] = answers
        return columns

    # -- questions -------------------------------------------------------------------------------

    def question(self, question: Question) -> dict[str, np.ndarray]:
        """Answers to a question: one column, or one an option; blanks and routing included."""
        model = self.population.answering.get(question.id) or default_answering(question)
        if question.kind == "single":
            codes = np.array([option.code for option in question.options])
            columns = {question.id: codes[self.position(question.id)].astype(float)}
        elif question.kind == "multiple" and isinstance(model, Choice):
            columns = self._multiple(question, model)
        elif isinstance(model, Preference):
            noise = self.rng(f"question {question.id}").gumbel(size=(self.n, len(question.options)))
            ranks = np.argsort(np.argsort(-(np.array(model.utilities) + noise), axis=1), axis=1) + 1.0
            columns = {
                option_column(question.id, o.code): ranks[:, j] for j, o in enumerate(question.options)
            }
        elif isinstance(model, Amount):
            drawn = model.mean + model.sd * self.rng(f"question {question.id}").standard_normal(self.n)
            columns = {question.id: np.clip(np.round(drawn), model.low, model.high)}
        else:
            columns = {question.id: self._text(question, model)}
        return self._left_out(question, columns)

    def position(self, question_id: str) -> np.ndarray:
        """Position (n,) of the option chosen in a single-choice question; drawn once."""
        if question_id in self.singles:
            return self.singles[question_id]
        question = self.questionnaire.question(question_id)
        model = self.population.answering.get(question_id) or default_answering(question)
        rng = self.rng(f"question {question_id}")
        if isinstance(model, Leaning):
            latent = model.loading * self.factors[model.factor] + np.sqrt(
                1 - model.loading**2
            ) * rng.standard_normal(self.n)
            position: np.ndarray = np.searchsorted(np.array(model.thresholds), latent)
        elif isinstance(model, Choice):
            upper = np.cumsum(self._probabilities(model), axis=1)[:, :-1]
            position = (rng.random(self.n)[:, None] > upper).sum(axis=1)
        else:
            raise TypeError(f"{question_id}: {type(model).__name__} is not for a single-choice question")
        if self.link is not None:
            position = self.link.same(position, self.link.other.position(question_id))
        self.singles[question_id] = position
        return position

    def _probabilities(self, model: Choice) -> np.ndarray:
        """Probabilities (n, options), by the answer to the question they depend on."""
        table = np.array(model.p)
        row = np.zeros(self.n, dtype=int) if model.given is None else self.position(model.given)
        probabilities: np.ndarray = table[row]
        return probabilities

    def _multiple(self, question: Question, model: Choice) -> dict[str, np.ndarray]:
        rng = self.rng(f"question {question.id}")
        p = self._probabilities(model)
        u = rng.random(p.shape)
        ticked = u < p
        none = ~ticked.any(axis=1)
        ticked[none, np.argmin((u - p)[none], axis=1)] = True
        names = [option_column(question.id, option.code) for option in question.options]
        if model.other:
            written = rng.integers(0, len(model.other), self.n)
            texts = np.array([*model.other, None], dtype=object)
            self.others[names[-1]] = texts[np.where(ticked[:, -1], written, -1)]
        return {name: ticked[:, j].astype(float) for j, name in enumerate(names)}

    def _text(self, question: Question, model: object) -> np.ndarray:
        rng = self.rng(f"question {question.id}")
        remarks = model if isinstance(model, Remarks) else Remarks(0.0, (Label("", ""),))
        texts = np.array([*remarks.answers, None], dtype=object)
        chosen = rng.integers(0, len(remarks.answers), self.n)
        written: np.ndarray = texts[np.where(rng.random(self.n) < remarks.share, chosen, -1)]
        return written

    def _left_out(self, question: Question, columns: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        """Take out the answers of people routed past the question or leaving it blank."""
        out = np.zeros(self.n, dtype=bool)
        steers = any(route.question == question.id for route in self.population.routes.values())
        if question not in self.questionnaire.background and question.kind != "text" and not steers:
            out |= self.rng(f"blank {question.id}").random(self.n) < self.population.quality.missing
        route = self.population.routes.get(question.id)
        if route is not None:
            asked = self.questionnaire.question(route.question)
            codes = np.array([option.code for option in asked.options])[self.position(route.question)]
            past = ~np.isin(codes, route.codes)
            for name in columns:
                self.routed[name] = past
            out |= past
        for name, values in columns.items():
            values[out] = None if values.dtype == object else np.nan
            if name in self.others:
                self.others[name][out] = None
        return columns


def _latent(measurement: Measurement, j: int, factor: np.ndarray, noise: np.ndarray) -> np.ndarray:
    loading = measurement.loadings[j]
    centre = measurement.level - (measurement.difficulty[j] if measurement.difficulty else 0.0)
    latent: np.ndarray = centre + loading * factor + np.sqrt(1 - loading**2) * noise
    return latent
