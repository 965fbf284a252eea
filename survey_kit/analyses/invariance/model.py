"""The results of one line of the plan: the steps, what each costs, and how far the equality goes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from survey_kit.analyses.bands import CHEN, CHEN_SMALL_CFI, CHEN_SMALL_N, LEAST_PER_GROUP
from survey_kit.analyses.complete_items import UsableItems
from survey_kit.analyses.groups.division import Group
from survey_kit.questionnaire.model import Scale
from survey_kit.report.blocks import Label, Say
from survey_kit.stats.cfa_groups import GroupedFit, Step
from survey_kit.stats.cfa_groups_fit import Difference, Released
from survey_kit.stats.cfa_groups_model import Tied
from survey_kit.stats.cfa_indices import FitIndices
from survey_kit.stats.cfa_model import FactorPattern


@dataclass(frozen=True, slots=True)
class FittedStep:
    """A step with its indices; ``robust`` is None where answers are missing or the scale is not positive."""

    fit: GroupedFit
    plain: FitIndices
    robust: FitIndices | None

    @property
    def step(self) -> Step:
        return self.fit.step


@dataclass(frozen=True, slots=True)
class Cost:
    """What a step costs: χ² difference tests; ``scaled`` is None where the robust indices are."""

    free: FittedStep
    tied: FittedStep
    step: Tied
    plain: Difference
    scaled: Difference | None

    def delta(self, name: str, *, robust: bool) -> float:
        """Change of an index to three decimals, as printed: a judgement must not contradict its number."""
        free, own = self.free, self.tied
        first = free.robust if robust and free.robust is not None else free.plain
        second = own.robust if robust and own.robust is not None else own.plain
        return round(float(getattr(second, name) - getattr(first, name)), 3) + 0.0


@dataclass(frozen=True, slots=True)
class InvarianceModel:
    """Everything about one line of the plan.

    ``by_robust`` says whether the robust indices decide (all steps have them). ``failed`` is the step that could
    not be estimated and why. ``hints`` are the score tests of the first equality that does not hold, None if all do. ``nowhere``
    respondents have answers but no group; ``incomplete`` ones were left out for gaps.
    """

    id: str
    label: Label | None
    question: Label
    scales: tuple[Scale, ...]
    usable: UsableItems
    pattern: FactorPattern
    groups: tuple[Group, ...]
    merged: tuple[Group, ...]
    left_out: tuple[Group, ...]
    nowhere: int
    incomplete: int
    full_information: bool
    steps: tuple[FittedStep, ...]
    costs: tuple[Cost, ...]
    failed: tuple[Tied, Say] | None
    by_robust: bool
    hints: Released | None

    @property
    def n(self) -> int:
        return self.steps[0].fit.n

    def best(self, step: FittedStep) -> FitIndices:
        """The indices that decide."""
        return step.robust if self.by_robust and step.robust is not None else step.plain

    def delta(self, cost: Cost, name: str) -> float:
        """Change of an index that decides, or goes with it."""
        return cost.delta(name, robust=self.by_robust)

    def holds(self, cost: Cost) -> bool:
        """Whether the equality is supported: CFI falls by no more than the limit."""
        return self.delta(cost, "cfi") >= -CHEN["cfi"]

    def tested(self, cost: Cost) -> Difference:
        """The χ² difference test that goes with the indices that decide."""
        scaled = cost.scaled
        return scaled if self.by_robust and scaled is not None and np.isfinite(scaled.chi2) else cost.plain

    @property
    def reached(self) -> Step:
        """The last step up to which every equality holds."""
        step: Step = "configural"
        for cost in self.costs:
            if not self.holds(cost):
                break
            step = cost.step
        return step

    def doubtful(self, cost: Cost) -> bool:
        """Whether Chen's stricter limit for small samples would decide otherwise."""
        fall = -self.delta(cost, "cfi")
        return self.n <= CHEN_SMALL_N and CHEN_SMALL_CFI < fall <= CHEN["cfi"]

    @property
    def small(self) -> tuple[Group, ...]:
        """Groups too small for these tests to find much."""
        return tuple(group for group in self.groups if group.n < LEAST_PER_GROUP)
