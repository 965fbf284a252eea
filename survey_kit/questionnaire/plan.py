"""The plan of an analysis: as declared in a questionnaire file, and as resolved for one run.

The declared plan may leave anything open; ``survey_kit.study.resolve_plan`` fills the gaps from the
scales' roles and the command line, and what comes out is written into the report.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from survey_kit.questionnaire.lines import Lines
from survey_kit.report.blocks import Label

Compat: TypeAlias = Literal["default", "spss"]
Direction: TypeAlias = Literal[">", "<", "!="]
Model: TypeAlias = Literal["linear", "binary", "ordinal"]
MODELS: tuple[Model, ...] = ("linear", "binary", "ordinal")


ClaimKind: TypeAlias = Literal[
    "coefficient", "correlation", "mean", "difference", "block", "interaction", "indirect", "index"
]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a hypothesis says, in a form that can be tested.

    ``kind``                 written as                      tested by
    ``coefficient``          ``motivation ~ pay > 0``         b of ``pay`` in the regression of the outcome
    ``correlation``          ``motivation, pay > 0``          Pearson correlation
    ``mean``                 ``motivation > 3``               one-sample t against ``value``
    ``difference``           ``motivation by gender != 0``    group test of the outcome by the question
    ``block``                ``motivation ~ pay + promotion != 0``  F change of those predictors together
    ``interaction``          ``motivation ~ pay * fairness != 0``   product in the planned moderation
    ``indirect``             ``pay -> satisfaction -> stay > 0``    way in the planned mediation
    ``index``                ``pay -> satisfaction -> stay by care != 0``  index of moderated mediation

    The outcome of ``coefficient`` and ``block`` may be a single-choice question (planned logit), that of
    ``difference`` a question with one or several answers (planned cross table). ``predictors`` of
    ``interaction`` are predictor and moderator, of ``indirect`` the predictor and then the mediators, of
    ``index`` predictor, mediator, moderator.

    ``direction`` ``!=`` is two-sided; ``>`` and ``<`` state a direction. The p-value shown is always
    two-sided; a directed hypothesis is supported only if the estimate has the stated sign too.
    """

    kind: ClaimKind
    outcome: str
    predictors: tuple[str, ...] = ()
    direction: Direction = "!="
    value: float = 0.0


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A numbered hypothesis of the thesis."""

    id: str
    text: Label
    claim: Claim


@dataclass(frozen=True, slots=True)
class Regression:
    """A hierarchical regression: blocks of predictors enter one after the other.

    Each block names scale ids (entered as scores) and background question ids (dummy-coded).
    ``labels`` name the blocks, where the plan does. ``model``: linear for a scale; for a
    single-choice outcome binary logit with two answers, ordinal logit with ordered ones. None in a
    declared plan: by the outcome's kind.
    """

    outcome: str
    blocks: tuple[tuple[str, ...], ...]
    labels: tuple[Label, ...] = ()
    model: Model | None = None


@dataclass(frozen=True, slots=True)
class Screening:
    """Exclusion rules. ``None`` or ``False`` switches a rule off.

    ``min_seconds_per_item``  completion time below this times the number of scale items: too fast
                              to have read them. 2 s an item: Huang et al. (2012),
                              doi:10.1007/s10869-011-9231-8.
    ``straight_lining``       the same raw answer to every scale item (at least 10 answered, and
                              among them a reverse-worded item or at least two scales).
    ``max_missing``           more than this share of the scale items without an answer.
    ``duplicates``            a second submission: same respondent id, or every answer equal.
    """

    min_seconds_per_item: float | None = 2.0
    straight_lining: bool = True
    max_missing: float | None = 0.5
    duplicates: bool = True


@dataclass(frozen=True, slots=True)
class DeclaredPlan:
    """``[plan]`` of a questionnaire file. ``None``: not said, take the default."""

    group_by: tuple[str, ...] | None = None
    regressions: tuple[Regression, ...] | None = None
    hypotheses: tuple[Hypothesis, ...] = ()
    screening: Screening = field(default_factory=Screening)
    lines: Lines = field(default_factory=Lines)


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of one run, nothing left open.

    Attributes
    ----------
    group_by
        Ids of the single-choice background questions by which groups are compared.
    outcomes, predictors
        Ids of the scales in these roles (``predictors`` include mediators and moderators).
    regressions, hypotheses, screening
        As declared or derived from the roles; every regression's ``model`` is settled.
    lines
        The lines of the plan that call for an analysis of their own, by kind.
    seed
        Seed of everything random; printed in the chapter.
    level
        Confidence level of every interval.
    alpha
        Significance level of every decision.
    compat
        ``"spss"``: the default conventions of SPSS where they differ from ours.
    parallel_draws, bootstrap_draws
        Sizes of the simulations.
    """

    group_by: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    predictors: tuple[str, ...] = ()
    regressions: tuple[Regression, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    screening: Screening = field(default_factory=Screening)
    lines: Lines = field(default_factory=Lines)
    seed: int = 1
    level: float = 0.95
    alpha: float = 0.05
    compat: Compat = "default"
    parallel_draws: int = 1000
    bootstrap_draws: int = 5000
