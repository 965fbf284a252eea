"""What became of a hypothesis."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal, TypeAlias

from survey_kit.questionnaire.plan import Hypothesis
from survey_kit.report.blocks import Estimate, Say

Decision: TypeAlias = Literal["supported", "not_supported", "contrary"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the chapter the number stands: id of the section and title of the table.

    ``p_holm`` is the p value as that section adjusts it over its family of tests, where it judges by it.
    """

    section: str
    table: Say
    p_holm: float = math.nan


@dataclass(frozen=True, slots=True)
class Outcome:
    """A hypothesis that was tested.

    ``estimate`` is b, r, a mean, a mean difference, delta R², omega², an odds ratio, Cramér's V or an
    indirect effect, as ``test`` says; ``effect`` is what has a sign (0: no direction can be told).
    ``place`` is None when no other section has the number. ``p_hc3`` accompanies coefficients only;
    ``bca`` says of a bootstrap effect whether its BCa interval excludes 0, ``unsettled`` whether other draws
    could decide otherwise.
    """

    hypothesis: Hypothesis
    test: Say
    n: int
    estimate: Estimate
    effect: float
    p: float
    place: Place | None = None
    p_hc3: float = math.nan
    bca: bool | None = None
    unsettled: bool = False

    def decision(self, alpha: float) -> Decision:
        """Supported only when significant *and* of the stated sign."""
        if not self.p < alpha:
            return "not_supported"
        direction = self.hypothesis.claim.direction
        agrees = direction == "!=" or (self.effect > 0) == (direction == ">")
        return "supported" if agrees else "contrary"


@dataclass(frozen=True, slots=True)
class NotTested:
    """A hypothesis that these data cannot test, and why."""

    hypothesis: Hypothesis
    reason: Say
