"""What the section on interview themes computes, before it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from survey_kit.interviews.model import Interviews, Theme
from survey_kit.report.blocks import Estimate, Label
from survey_kit.stats.agreement import Agreement
from survey_kit.stats.saturation import Saturation


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often a theme occurs. ``named`` counts segments in which any coder found it."""

    theme: Theme
    segments: int
    named: int
    persons: int
    percent: Estimate


@dataclass(frozen=True, slots=True)
class GroupTest:
    """A theme in the groups of a question: persons who mention it, and the exact test."""

    theme: Theme
    mentions: tuple[int, ...]
    p: float
    p_holm: float


@dataclass(frozen=True, slots=True)
class Grouped:
    """All themes in the groups of one question; ``sizes`` counts people interviewed."""

    question_id: str
    question: Label
    groups: tuple[Label, ...]
    keys: tuple[str, ...]
    sizes: tuple[int, ...]
    tests: tuple[GroupTest, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two themes in the same persons: in both, in either, Jaccard's index and phi."""

    first: Theme
    second: Theme
    both: int
    jaccard: float
    phi: float
    p: float
    p_holm: float


@dataclass(frozen=True, slots=True)
class CodeAgreement:
    """Agreement on one theme (None: on the whole coding); ``found`` counts each coder's segments."""

    theme: Theme | None
    found: tuple[int, int] | None
    values: Agreement


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one person; ``person`` is a respondent number, or a place in the order of interviews."""

    theme: Theme
    person: int
    is_respondent: bool
    text: str


@dataclass(frozen=True, slots=True)
class Contrast:
    """Mean scores on a factor: persons who mention the theme, the others, and the difference."""

    n: int
    n_others: int
    mentioning: float
    others: float
    difference: Estimate


@dataclass(frozen=True, slots=True)
class Slope:
    """The coefficient of a factor in one regression."""

    outcome_id: str
    outcome: Label
    b: float
    beta: float
    p: float
    n: int


@dataclass(frozen=True, slots=True)
class Joint:
    """A theme beside the factor of the questionnaire that measures the same; ``p`` of the contrast."""

    theme: Theme
    percent: float
    factor: Label
    contrast: Contrast
    p: float
    p_holm: float
    slopes: tuple[Slope, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ThemesResult:
    """Everything about the themes.

    ``coders_apart``: two coders who share no segment. ``coded`` counts segments somebody coded, ``shared``
    those both coded, ``silent`` those in which the coders agree on no theme. ``written``: the open questions of the
    questionnaire, where the segments are answers to nothing else. ``without_factor``: themes that people mention
    and no scale measures.
    """

    interviews: Interviews
    themes: tuple[Theme, ...]
    people: int
    matched: int
    coded: int
    uncoded: int
    shared: int
    alpha: float
    frequencies: tuple[Frequency, ...]
    absent: tuple[Theme, ...]
    grouped: tuple[Grouped, ...]
    pairs: tuple[Pair, ...]
    agreement: tuple[CodeAgreement, ...]
    saturation: Saturation | None
    quotes: tuple[Quote, ...]
    joint: tuple[Joint, ...]
    written: tuple[Label, ...]
    without_factor: tuple[Label, ...]

    @property
    def coders_apart(self) -> bool:
        return self.interviews.coders == 2 and self.shared == 0

    @property
    def overall(self) -> Agreement | None:
        """Agreement on the whole coding."""
        return next((each.values for each in self.agreement if each.theme is None), None)


def persons_by_theme(interviews: Interviews, found: np.ndarray) -> np.ndarray:
    """Whether a person mentions a theme, bool (persons, themes), from segments by themes."""
    present = np.zeros((len(interviews.respondents), found.shape[1]), dtype=bool)
    np.logical_or.at(present, interviews.interviewed(), found)
    return present


def code_sets(sets: Sequence[frozenset[str]]) -> np.ndarray:
    """Every distinct set of codes as a category, int (sets,), numbered by first occurrence."""
    places: dict[frozenset[str], int] = {}
    return np.array([places.setdefault(each, len(places)) for each in sets], dtype=int)
