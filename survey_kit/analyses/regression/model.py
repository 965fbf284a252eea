"""One regression of the plan, fitted: predictors looked up, dummies formed, blocks entered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from survey_kit.analyses.model_columns import ModelColumn, group_label, model_columns
from survey_kit.analyses.regression.checks import Diagnostics, examine
from survey_kit.errors import NotApplicable, NotComputable
from survey_kit.questionnaire.plan import Regression
from survey_kit.report.blocks import Label, Say, say
from survey_kit.stats.design_matrix import (
    CategoricalTerm,
    Coding,
    Design,
    MetricTerm,
    Term,
    complete_rows,
    design_block,
)
from survey_kit.stats.hierarchical import Step, hierarchical
from survey_kit.stats.least_squares import LeastSquares
from survey_kit.study import Study


@dataclass(frozen=True, slots=True)
class FittedRegression:
    """A hierarchical regression that could be computed.

    ``n_asked`` counts all respondents, ``n`` those complete on every block. ``blocks`` names each
    model's added terms. ``absent``: not in the file; ``unusable``: cannot be a predictor; ``constant``: do not vary.
    """

    id: str
    outcome: str
    label: Label
    n_asked: int
    steps: tuple[Step, ...]
    blocks: tuple[tuple[Label, ...], ...]
    block_names: tuple[Label | None, ...]
    predictors: tuple[ModelColumn, ...]
    codings: tuple[tuple[Label, Coding, tuple[Label, ...]], ...]
    absent: tuple[Label, ...]
    unusable: tuple[Label, ...]
    constant: tuple[Label, ...]
    diagnostics: Diagnostics
    respondents: tuple[int | str, ...]
    alpha: float

    @property
    def final(self) -> LeastSquares:
        """The model with all blocks."""
        return self.steps[-1].model

    @property
    def n(self) -> int:
        return self.final.n

    @property
    def strongest(self) -> ModelColumn:
        """The predictor with the largest standardized coefficient, among metric ones where there are any."""
        pool = [p for p in self.predictors if p.metric] or list(self.predictors)
        return max(pool, key=lambda p: abs(self.final.beta[self.final.at(p.key)]))

    @property
    def main_line(self) -> Say:
        """The regression in one sentence, for the terminal."""
        fit, strongest = self.final, self.strongest
        at = fit.at(strongest.key)
        return say(
            "regression.main_line" if fit.p_f < self.alpha else "regression.main_line_not", outcome=self.label, n=fit.n, r2_adjusted=fit.r2_adjusted, f=fit.f, df1=fit.df1,
            df2=fit.df2, p=fit.p_f, strongest=strongest.name, beta=float(fit.beta[at]), p_strongest=float(fit.p[at]),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class WithheldRegression:
    """A regression of the plan that the data cannot carry, and why."""

    id: str
    outcome: str
    label: Label
    reason: Say


def fit_regression(study: Study, regression: Regression, regression_id: str) -> FittedRegression:
    """Fit one regression of the plan.

    Raises
    ------
    NotApplicable, NotComputable
        The outcome or all predictors are missing in the file or constant, too few complete answers,
        or predictors that depend linearly on each other.
    """
    if not study.is_scale(regression.outcome):
        raise NotApplicable("regression.no_outcome", outcome=study.label(regression.outcome))
    y = study.scale_scores(regression.outcome)
    found = Terms(study, regression)
    everything = [term for block in found.blocks for term in block]
    if not everything:
        raise NotApplicable("regression.no_predictors", names=(*found.absent, *found.unusable))
    rows = complete_rows(everything, y)
    n = int(rows.sum())
    if n < 3:
        raise NotComputable("withheld.too_few", n=n, needed=3)
    designs = [design_block(block, rows) for block in found.blocks]
    kept = [at for at, design in enumerate(designs) if design.columns]
    constant = tuple(study.label(name) for design in designs for name in design.constant)
    if not kept:
        raise NotComputable("withheld.no_variance", names=constant)
    designs = [designs[at] for at in kept]
    predictors = tuple(model_columns(study, designs))
    steps = _enter(study, designs, y[rows], predictors)
    X = np.column_stack([design.X for design in designs])
    respondents = tuple(_number(value) for value in study.respondents[rows])
    return FittedRegression(
        id=regression_id,
        outcome=regression.outcome,
        label=study.label(regression.outcome),
        n_asked=study.n,
        steps=steps,
        blocks=tuple(terms_of(study, design) for design in designs),
        block_names=tuple(regression.labels[at] if at < len(regression.labels) else None for at in kept),
        predictors=predictors,
        codings=codings_of(study, designs),
        absent=found.absent,
        unusable=found.unusable,
        constant=constant,
        diagnostics=examine(X, steps[-1].model, [(p.term, p.term_label) for p in predictors], respondents),
        respondents=respondents,
        alpha=study.plan.alpha,
    )


class Terms:
    """The blocks' names looked up in the study; each name counts once, where it comes first."""

    def __init__(self, study: Study, regression: Regression) -> None:
        absent: list[Label] = []
        unusable: list[Label] = []
        seen = {regression.outcome}
        blocks: list[list[Term]] = []
        questions = {q.id: q for q in study.questionnaire.all_questions}
        for names in regression.blocks:
            block: list[Term] = []
            for name in names:
                if name in seen:
                    continue
                seen.add(name)
                question = questions.get(name)
                if study.is_scale(name):
                    block.append(MetricTerm(name, study.scale_scores(name)))
                elif question is not None and question.kind not in ("single", "number"):
                    unusable.append(question.label)
                elif question is None or name not in study.responses.frame.columns:
                    absent.append(study.label(name))
                elif question.kind == "number":
                    block.append(MetricTerm(name, study.codes(name)))
                else:
                    levels = tuple(option.code for option in question.options)
                    block.append(CategoricalTerm(name, study.codes(name), levels, question.ordered))
            blocks.append(block)
        self.blocks = blocks
        self.absent = tuple(absent)
        self.unusable = tuple(unusable)


def named_by_outcome(planned: Iterable[Regression]) -> Iterator[tuple[str, Regression]]:
    """Each regression with its id: its outcome, numbered from the second one on of the same outcome."""
    before: Counter[str] = Counter()
    for regression in planned:
        before[regression.outcome] += 1
        times = before[regression.outcome]
        yield (f"{regression.outcome}_{times}" if times > 1 else regression.outcome), regression


def codings_of(study: Study, designs: list[Design]) -> tuple[tuple[Label, Coding, tuple[Label, ...]], ...]:
    """Each dummy-coded question with its coding and the names of its groups."""
    return tuple(
        (study.label(coding.term), coding, tuple(group_label(study, coding.term, g) for g in coding.groups))
        for design in designs
        for coding in design.codings
    )


def terms_of(study: Study, design: Design) -> tuple[Label, ...]:
    """Labels of the terms of one block."""
    return tuple(study.label(term) for term in dict.fromkeys(column.term for column in design.columns))


def _enter(
    study: Study, designs: list[Design], y: np.ndarray, predictors: tuple[ModelColumn, ...]
) -> tuple[Step, ...]:
    """Enter the blocks; a refusal names predictors as the reader knows them."""
    try:
        steps = hierarchical(
            [design.X for design in designs], y, [design.keys for design in designs], level=study.plan.level
        )
    except NotComputable as refusal:
        names = {p.key: p.name for p in predictors}
        values = dict(refusal.values)
        if "names" in values:
            values["names"] = tuple(names.get(name, name) for name in values["names"])
        raise NotComputable(refusal.key, **values) from None
    if steps[-1].model.r2 > 1 - 1e-12:
        raise NotComputable("regression.perfect_fit")
    return steps


def _number(value: object) -> int | str:
    return int(value) if isinstance(value, int | np.integer) else str(value)
