"""The types of coded interviews: codebook, segments, and who coded what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from survey_kit.report.blocks import Label


@dataclass(frozen=True, slots=True)
class Theme:
    """One code of the codebook.

    ``factor`` is the scale of the questionnaire that measures the same (empty: none), ``group`` the
    heading under which the theme stands.
    """

    id: str
    label: Label
    definition: Label | None = None
    factor: str = ""
    group: Label | None = None


@dataclass(frozen=True, slots=True)
class Codebook:
    """The themes, in the order in which they are reported; ``drafted``: made from the codes that occur."""

    id: str
    title: Label
    themes: tuple[Theme, ...]
    drafted: bool = False

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(theme.id for theme in self.themes)


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece of an interview.

    ``codes`` holds one entry a coder: the ids of the themes that he found, an empty set where he found
    none, None where he did not code the segment. ``row`` is the row of the file.
    """

    row: int
    respondent: int | str
    question: str
    text: str
    codes: tuple[frozenset[str] | None, ...]

    @property
    def coded(self) -> bool:
        """Whether any coder has looked at it."""
        return any(found is not None for found in self.codes)

    @property
    def agreed(self) -> frozenset[str]:
        """Themes that every coder of the segment found in it."""
        given = [found for found in self.codes if found is not None]
        return frozenset.intersection(*given) if given else frozenset()

    @property
    def named(self) -> frozenset[str]:
        """Themes that at least one coder found in it."""
        return frozenset().union(*(found for found in self.codes if found is not None))


@dataclass(frozen=True, slots=True)
class Interviews:
    """All segments in the order of the file, which is the order of the interviews.

    ``coders`` is 1 or 2.
    """

    codebook: Codebook
    segments: tuple[Segment, ...]
    coders: int

    @property
    def respondents(self) -> tuple[int | str, ...]:
        """Everybody interviewed, in order of first appearance."""
        return tuple(dict.fromkeys(segment.respondent for segment in self.segments))

    def interviewed(self) -> np.ndarray:
        """Place of each segment's respondent in ``respondents``, int (segments,)."""
        place = {respondent: at for at, respondent in enumerate(self.respondents)}
        return np.array([place[segment.respondent] for segment in self.segments], dtype=int)

    def matrix(self, sets: Sequence[frozenset[str] | None]) -> np.ndarray:
        """Which themes are in which of these sets, bool (sets, themes)."""
        found = np.zeros((len(sets), len(self.codebook.themes)), dtype=bool)
        place = {theme.id: at for at, theme in enumerate(self.codebook.themes)}
        for row, names in enumerate(sets):
            for name in names or ():
                found[row, place[name]] = True
        return found
