"""The population a sample is drawn from: factors, loadings, distributions, and how people answer badly.

The model is the common factor model with ordered answers. Every scale has one latent factor with
variance 1. Exogenous factors correlate; the others are weighted sums of factors plus a remainder
that brings their variance to 1. Group effects shift factors. A latent answer to item j is
``level - difficulty[j] + loading[j] * factor + sqrt(1 - loading[j]**2) * noise``, cut into the
item's categories at equally spaced thresholds; a reverse-worded item gets the mirrored category.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from survey_kit.questionnaire.model import Item, Question, Questionnaire, Scale
from survey_kit.report.blocks import Label
from survey_kit.simulation.waves import EarlierSurvey

DEFAULT_LOADING = 0.7
DEFAULT_CORRELATION = 0.4


@dataclass(frozen=True, slots=True)
class Measurement:
    """How a factor shows in the items of its scale, in item order.

    ``level`` lifts all answers of the scale, ``difficulty[j]`` lowers those to item j; both in
    standard deviations of the latent answer.
    """

    loadings: tuple[float, ...]
    level: float = 0.0
    difficulty: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """An endogenous factor: weights of the factors it depends on (all with variance 1)."""

    outcome: str
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Effect:
    """Shift of a factor by the answer to a single-choice question, one value an option."""

    factor: str
    question: str
    shifts: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Probabilities of the options: one row, or one row for every option of the question ``given``.

    Single choice: rows add up to 1. Multiple response: each option on its own; somebody to whom no
    option falls ticks the likeliest of theirs. ``other`` are texts written beside the last option.
    """

    p: tuple[tuple[float, ...], ...]
    given: str | None = None
    other: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaning:
    """A single-choice question with ordered options that depends on a factor, like an item."""

    factor: str
    loading: float
    thresholds: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Preference:
    """A ranking: utilities of the options in a Plackett–Luce model."""

    utilities: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number question: normal, rounded to whole numbers and cut at the ends."""

    mean: float
    sd: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Remarks:
    """An open question: the share of people who write something, and what they write."""

    share: float
    answers: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """The question is put only to those who answered ``question`` with one of ``codes``."""

    question: str
    codes: tuple[float, ...]


Answering = Choice | Leaning | Preference | Amount | Remarks


@dataclass(frozen=True, slots=True)
class Quality:
    """Shares of respondents who answer badly (of n, rounded) and of cells left blank.

    ``straight_lining`` the same answer to every item; ``too_fast`` random answers in less than two
    seconds an item; ``duplicates`` the same questionnaire handed in again; ``missing`` probability
    that an item (or a whole question that is not a background question) is left blank.
    """

    straight_lining: float = 0.02
    too_fast: float = 0.02
    duplicates: float = 0.01
    missing: float = 0.005


@dataclass(frozen=True, slots=True)
class Population:
    """Everything that a sample depends on besides n and the seed.

    ``factors`` are the ids of the exogenous scales, ``correlations`` their correlation matrix.
    ``before`` describes an earlier survey of the same people, where there was one.
    ``assumed`` is True when nothing of this was declared for the questionnaire.
    """

    factors: tuple[str, ...]
    correlations: np.ndarray
    measurements: Mapping[str, Measurement]
    paths: tuple[Path, ...] = ()
    effects: tuple[Effect, ...] = ()
    answering: Mapping[str, Answering] = field(default_factory=dict)
    routes: Mapping[str, Route] = field(default_factory=dict)
    quality: Quality = field(default_factory=Quality)
    n: int = 200
    seed: int = 1
    place: str = "北京-北京"
    start: dt.date = dt.date(2026, 3, 2)
    seconds_per_item: float = 6.0
    before: EarlierSurvey | None = None
    assumed: bool = False


def codes_of(item: Item) -> np.ndarray:
    """The codes that can be answered to an item, ascending."""
    if item.options:
        return np.sort(np.array([option.code for option in item.options]))
    return np.arange(item.low, item.high + 0.5)


def cuts(categories: int) -> np.ndarray:
    """Thresholds of equally wide categories: -1.5, -0.5, 0.5, 1.5 for five."""
    return (np.arange(1, categories) - categories / 2) * 5 / categories


def default_population(questionnaire: Questionnaire) -> Population:
    """A population for a questionnaire of which nothing is declared.

    All loadings .7, all factors correlated .4, every option of a question equally likely, options
    of a multiple-response question ticked by 40 %.
    """
    scales = questionnaire.scales
    correlations = np.full((len(scales), len(scales)), DEFAULT_CORRELATION)
    np.fill_diagonal(correlations, 1.0)
    return Population(
        factors=tuple(scale.id for scale in scales),
        correlations=correlations,
        measurements={scale.id: default_measurement(scale) for scale in scales},
        answering={question.id: default_answering(question) for question in questionnaire.asked},
        assumed=True,
    )


def default_measurement(scale: Scale) -> Measurement:
    """The same loading for every item."""
    return Measurement((DEFAULT_LOADING,) * len(scale.items))


def default_answering(question: Question) -> Answering:
    """Plain assumptions: options equally likely, four in ten tick each of several, numbers like ages."""
    k = len(question.options)
    if question.kind == "single":
        return Choice(((1 / k,) * k,))
    if question.kind == "multiple":
        return Choice(((0.4,) * k,))
    if question.kind == "ranking":
        return Preference((0.0,) * k)
    if question.kind == "number":
        return Amount(35, 9, 0, 99)
    return Remarks(0.3, (Label("None.", "无。"),))
