"""Drawing a sample from a population."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from survey_kit.errors import PlanError
from survey_kit.questionnaire.model import Questionnaire, asked_of
from survey_kit.simulation.people import Copies, careless_masks, durations, stream, submissions
from survey_kit.simulation.population import Population
from survey_kit.simulation.reading import population_of
from survey_kit.simulation.sample import Sample
from survey_kit.simulation.truth import Truth, implied_truth
from survey_kit.simulation.waves import written_numbers

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
    staff
        What people wrote as their staff number (n,), None for nothing; None where nobody is asked.
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
    staff: np.ndarray | None = None
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
    return drawn(Sample(questionnaire, population or population_of(questionnaire), n, seed))


def drawn(sample: Sample, *, not_asked: Sequence[str] = ()) -> Simulated:
    """The sample with its careless respondents, its times and its addresses; scales ``not_asked`` left out."""
    population, n = sample.population, sample.n
    asked = tuple(scale for scale in sample.questionnaire.scales if scale.id not in not_asked)
    questionnaire = replace(sample.questionnaire, scales=asked)
    careless = careless_masks(population.quality, n, sample.rng("careless"))
    columns: dict[str, np.ndarray] = {}
    for question in asked_of(questionnaire.background):
        columns |= sample.question(question)
    for scale in questionnaire.scales:
        columns |= sample.items(scale, careless)
    for question in asked_of(questionnaire.questions):
        columns |= sample.question(question)
    copies = Copies.of(careless)
    staff = _staff(sample)
    columns = {name: copies.apply(values) for name, values in columns.items()}
    index = pd.RangeIndex(1, n + 1, name="respondent")
    return Simulated(
        questionnaire=questionnaire,
        population=population,
        seed=sample.seed,
        answers=pd.DataFrame(columns, index=index),
        duration=durations(questionnaire, population, careless, sample.rng("duration")),
        submitted=submissions(population, n, sample.rng("submitted")),
        host=copies.apply(sample.rng("host").integers(1, 255, n)),
        truth=implied_truth(sample.questionnaire, population),
        routed={name: copies.apply(values) for name, values in sample.routed.items()},
        others={name: copies.apply(values) for name, values in sample.others.items()},
        factors=sample.factors,
        staff=None if staff is None else copies.apply(staff),
        straight_liners=_numbers(careless["straight_lining"]),
        speeders=_numbers(careless["too_fast"]),
        duplicates=_numbers(careless["duplicates"]),
    )


def _staff(sample: Sample) -> np.ndarray | None:
    """What the people of the sample write as their staff number."""
    if sample.population.before is None:
        return None
    return written_numbers(
        sample.population.before.number,
        sample.people,
        sample.n if sample.link is None else sample.link.other.n,
        order=stream(sample.seed, "staff number"),
        slips=sample.rng("staff number slips"),
    )


def _numbers(mask: np.ndarray) -> tuple[int, ...]:
    return tuple(int(i) + 1 for i in np.flatnonzero(mask))
