"""Drawing a sample from a population."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from survey_kit.errors import PlanError
from survey_kit.questionnaire.model import Question, Questionnaire, Scale, asked_of
from survey_kit.report.blocks import Label
from survey_kit.responses.model import option_column
from survey_kit.simulation.people import Copies, careless_masks, durations, stream, submissions
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
from survey_kit.simulation.reading import population_of
from survey_kit.simulation.truth import Truth, implied_truth, structure

MAX_RESPONDENTS = 1_000_000


@dataclass(frozen=True, slots=True)
class Simulated:
    """A simulated sample.

    Attributes
    ----------
    answers
        Laid out as ``Responses.frame``: items as answered (nothing reversed), one 0/1 or rank
        column an option; open questions hold a ``Label`` or None.
    routed
        Question id -> boolean (n,): True where the respondent was routed past the question.
    others
        Option column -> object (n,): the ``Label`` written beside the option, or None.
    duration, submitted, host
        Seconds needed (n,), time of submission (n,), ascending, and last number of the address (n,).
    truth
        What holds in the population.
    factors
        Scale id -> latent factor of every respondent (n,), whatever they tick.
    straight_liners, speeders, duplicates
        Respondents (numbers as in the index of ``answers``) who answer badly.
    """

    questionnaire: Questionnaire
    population: Population
    seed: int
    answers: pd.DataFrame
    duration: np.ndarray
    submitted: np.ndarray
    host: np.ndarray
    truth: Truth
    routed: Mapping[str, np.ndarray] = field(default_factory=dict)
    others: Mapping[str, np.ndarray] = field(default_factory=dict)
    factors: Mapping[str, np.ndarray] = field(default_factory=dict)
    straight_liners: tuple[int, ...] = ()
    speeders: tuple[int, ...] = ()
    duplicates: tuple[int, ...] = ()


def simulate(
    questionnaire: Questionnaire, n: int, seed: int, *, population: Population | None = None
) -> Simulated:
    """Draw ``n`` respondents.

    The same arguments give the same answers; every question has a random stream of its own, so that
    changing one leaves the others as they are.

    Parameters
    ----------
    population
        None: the one that ships with the questionnaire, else plain assumptions (``assumed`` tells).

    Raises
    ------
    PlanError
        When ``n`` or ``seed`` is out of range.

    Examples
    --------
    >>> from survey_kit.questionnaire.load import read_questionnaire
    >>> simulate(read_questionnaire("career"), 93, 1).answers.shape[0]
    93
    """
    if not 1 <= n <= MAX_RESPONDENTS:
        raise PlanError(
            f"{n} respondents cannot be simulated; give a number from 1 to {MAX_RESPONDENTS:,}.",
            f"无法模拟{n}名受访者，请给出1至{MAX_RESPONDENTS:,}之间的人数。",
        )
    if seed < 0:
        raise PlanError(
            f"The seed is {seed}; give a whole number from 0 up.", f"随机种子为{seed}，应为非负整数。"
        )
    model = population or population_of(questionnaire)
    draw = _Draw(questionnaire, model, n, seed)
    careless = careless_masks(model.quality, n, stream(seed, "careless"))
    columns: dict[str, np.ndarray] = {}
    for question in asked_of(questionnaire.background):
        columns |= draw.question(question)
    for scale in questionnaire.scales:
        columns |= draw.items(scale, careless)
    for question in asked_of(questionnaire.questions):
        columns |= draw.question(question)
    copies = Copies.of(careless)
    columns = {name: copies.apply(values) for name, values in columns.items()}
    index = pd.RangeIndex(1, n + 1, name="respondent")
    return Simulated(
        questionnaire=questionnaire,
        population=model,
        seed=seed,
        answers=pd.DataFrame(columns, index=index),
        duration=durations(questionnaire, model, careless, stream(seed, "duration")),
        submitted=submissions(model, n, stream(seed, "submitted")),
        host=copies.apply(stream(seed, "host").integers(1, 255, n)),
        truth=implied_truth(questionnaire, model),
        routed={name: copies.apply(values) for name, values in draw.routed.items()},
        others={name: copies.apply(values) for name, values in draw.others.items()},
        factors=draw.factors,
        straight_liners=_numbers(careless["straight_lining"]),
        speeders=_numbers(careless["too_fast"]),
        duplicates=_numbers(careless["duplicates"]),
    )


def _numbers(mask: np.ndarray) -> tuple[int, ...]:
    return tuple(int(i) + 1 for i in np.flatnonzero(mask))


class _Draw:
    """One sample in the making: random streams, background and factors already drawn."""

    def __init__(self, questionnaire: Questionnaire, population: Population, n: int, seed: int) -> None:
        self.questionnaire = questionnaire
        self.population = population
        self.n = n
        self.seed = seed
        self.singles: dict[str, np.ndarray] = {}
        self.routed: dict[str, np.ndarray] = {}
        self.others: dict[str, np.ndarray] = {}
        self.factors: dict[str, np.ndarray] = self._factors()

    def rng(self, purpose: str) -> np.random.Generator:
        return stream(self.seed, purpose)

    # -- factors and items -----------------------------------------------------------------------

    def _factors(self) -> dict[str, np.ndarray]:
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
        for effect in population.effects:
            shifts = np.array(effect.shifts)[self._position(effect.question)]
            factors[effect.factor] = factors[effect.factor] + shifts
        return factors

    def items(self, scale: Scale, careless: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
        """Answers to the items of a scale, as ticked."""
        measurement = self.population.measurements.get(scale.id) or default_measurement(scale)
        factor = self.factors[scale.id]
        rng = self.rng(f"items {scale.id}")
        noise = rng.standard_normal((self.n, len(scale.items)))
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
            columns = {question.id: codes[self._position(question.id)].astype(float)}
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

    def _position(self, question_id: str) -> np.ndarray:
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
        self.singles[question_id] = position
        return position

    def _probabilities(self, model: Choice) -> np.ndarray:
        """Probabilities (n, options), by the answer to the question they depend on."""
        table = np.array(model.p)
        row = np.zeros(self.n, dtype=int) if model.given is None else self._position(model.given)
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
            codes = np.array([option.code for option in asked.options])[self._position(route.question)]
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
