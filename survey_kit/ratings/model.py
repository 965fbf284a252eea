"""The types: ratings of people, how dimensions are weighted, and the rules of grading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import numpy as np

from survey_kit.report.blocks import Label

WeightKind: TypeAlias = Literal["equal", "entropy", "critic", "ahp", "given"]
WEIGHT_KINDS: tuple[WeightKind, ...] = ("equal", "entropy", "critic", "ahp", "given")

ORDINARY, REGULAR = 0, 1
"""Occasions: ordinary assessment through the year, regular (annual) assessment."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One side of a person that is rated."""

    key: str
    label: Label


DIMENSIONS = (
    Dimension("morality", Label("Morality", "德")),
    Dimension("ability", Label("Ability", "能")),
    Dimension("diligence", Label("Diligence", "勤")),
    Dimension("performance", Label("Performance", "绩")),
    Dimension("honesty", Label("Honesty", "廉")),
)
"""The five of the Chinese civil service."""


@dataclass(frozen=True, slots=True)
class Ratings:
    """Ratings, one row a person, rater and occasion, as points from 0 to 100.

    Attributes
    ----------
    people, raters
        Ids, sorted; rows refer to them by position.
    person, rater, occasion
        (m,) positions; occasion is ``ORDINARY`` or ``REGULAR``.
    scores
        (m, k) one column a dimension, NaN where nothing was given.
    low, high
        Ends of the scale on which was rated; ``scores`` are stretched from it to 0..100.
    """

    people: tuple[str, ...]
    raters: tuple[str, ...]
    dimensions: tuple[Dimension, ...]
    person: np.ndarray
    rater: np.ndarray
    occasion: np.ndarray
    scores: np.ndarray
    low: float = 0.0
    high: float = 100.0

    @property
    def occasions(self) -> tuple[int, ...]:
        """The occasions that occur."""
        return tuple(int(each) for each in np.unique(self.occasion))

    @property
    def missing(self) -> int:
        """Ratings that were not given, in rows that are there."""
        return int(np.isnan(self.scores).sum())


@dataclass(frozen=True, slots=True)
class JudgementMatrix:
    """One expert's pairwise judgements (k, k) in the order of the ratings' dimensions."""

    expert: str
    values: np.ndarray


@dataclass(frozen=True, slots=True)
class Weighting:
    """Where the weights come from. ``matrices`` go with ``ahp``, ``given`` (by dimension) with ``given``."""

    kind: WeightKind = "equal"
    matrices: tuple[JudgementMatrix, ...] = ()
    given: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rules:
    """How the appraisal is put together.

    Attributes
    ----------
    ordinary
        Weight of ordinary beside regular assessment, 0 to 1.
    cuts
        Least points for excellent, competent and basically competent.
    quota
        Largest share of excellent among those assessed; None: no limit.
    """

    ordinary: float = 0.5
    cuts: tuple[float, float, float] = (90.0, 75.0, 60.0)
    quota: float | None = None


@dataclass(frozen=True, slots=True)
class Appraisal:
    """Everything an appraisal rests on."""

    ratings: Ratings
    weighting: Weighting = field(default_factory=Weighting)
    rules: Rules = field(default_factory=Rules)
