"""A factor solution and where it puts the items of the declared scales."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from survey_kit.analyses.bands import SALIENT_LOADING
from survey_kit.errors import Withheld
from survey_kit.questionnaire.model import Scale
from survey_kit.questionnaire.plan import Compat
from survey_kit.report.blocks import Say, say
from survey_kit.stats.factor import FactorSolution, factor_analysis
from survey_kit.stats.moments import Moments


@dataclass(frozen=True, slots=True)
class ScaleMatch:
    """Where the items of one declared scale load in a solution.

    ``factor`` (from 0) is the one on which most of its items have their strongest salient loading, None when
    none has one; ``there`` counts those; ``elsewhere`` names items whose strongest salient loading is on another
    factor, ``weak`` items without a salient one. ``own``: no other scale has this factor.
    """

    scale: Scale
    factor: int | None
    there: int
    elsewhere: tuple[str, ...]
    weak: tuple[str, ...]
    own: bool

    @property
    def k(self) -> int:
        """Items analysed."""
        return self.there + len(self.elsewhere) + len(self.weak)


@dataclass(frozen=True, slots=True)
class Solution:
    """A factor solution, or the reason why there is none, with what it says about the scales."""

    factors: int
    found: FactorSolution | None
    matches: tuple[ScaleMatch, ...] = ()
    reason: Say | None = None


def solve(analysed: Moments, factors: int, scales: Sequence[Scale], compat: Compat) -> Solution:
    """Extract and rotate so many factors, as SPSS does where it is to be followed."""
    if not factors:
        return Solution(0, None, reason=say("validity.no_factor"))
    try:
        found = (
            factor_analysis(analysed, factors, extraction="components", rotation="varimax")
            if compat == "spss"
            else factor_analysis(analysed, factors)
        )
    except Withheld as reason:
        return Solution(factors, None, reason=Say(reason.key, reason.values))
    return Solution(factors, found, _matches(found, scales))


def _matches(found: FactorSolution, scales: Sequence[Scale]) -> tuple[ScaleMatch, ...]:
    size = np.abs(found.loadings)
    strongest = np.where(size.max(axis=1) >= SALIENT_LOADING, size.argmax(axis=1), -1)
    on = dict(zip(found.names, (int(at) for at in strongest), strict=True))
    places: list[list[int]] = []
    for scale in scales:
        salient = [on[i] for i in scale.item_ids if on.get(i, -1) >= 0]
        places.append([salient.count(factor) for factor in range(found.factors)])
    homes = [int(np.argmax(counts)) if sum(counts) else None for counts in places]
    matches = []
    for scale, home, counts in zip(scales, homes, places, strict=True):
        held = [i for i in scale.item_ids if i in on]
        elsewhere = tuple(i for i in held if on[i] >= 0 and on[i] != home)
        weak = tuple(i for i in held if on[i] < 0)
        there = counts[home] if home is not None else 0
        matches.append(
            ScaleMatch(scale, home, there, elsewhere, weak, home is not None and homes.count(home) == 1)
        )
    return tuple(matches)
