"""One logit model of the plan, fitted: the outcome's categories, blocks entered, effects and checks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import chdtrc

from survey_kit.analyses.model_columns import ModelColumn, model_columns
from survey_kit.analyses.regression.model import Terms, codings_of, terms_of
from survey_kit.errors import NotApplicable, NotComputable
from survey_kit.questionnaire.model import Question
from survey_kit.questionnaire.plan import Regression
from survey_kit.report.blocks import Label, Say
from survey_kit.stats.classification import Classification, classification
from survey_kit.stats.design_matrix import Coding, complete_rows, design_block
from survey_kit.stats.logit_effects import MarginalEffects, marginal_effects
from survey_kit.stats.ordinal_logit import OrdinalLogit, category_probabilities, ordinal_logit
from survey_kit.stats.parallel_lines import ChiSquareStatistic, ParallelLines, brant
from survey_kit.study import Study


@dataclass(frozen=True, slots=True)
class FittedLogit:
    """A logit model that could be estimated.

    ``categories`` are the outcome's answers in ascending order; of a binary one the last is modelled.
    ``steps`` has a model for each block entered. ``lines``: test of parallel lines, or why there is none.
    ``empty`` answers were given by nobody. The others as in a linear regression.
    """

    id: str
    label: Label
    binary: bool
    categories: tuple[Label, ...]
    steps: tuple[OrdinalLogit, ...]
    blocks: tuple[tuple[Label, ...], ...]
    block_names: tuple[Label | None, ...]
    predictors: tuple[ModelColumn, ...]
    codings: tuple[tuple[Label, Coding, tuple[Label, ...]], ...]
    effects: MarginalEffects
    lines: ParallelLines | Say | None
    told_apart: Classification | None
    empty: tuple[Label, ...]
    absent: tuple[Label, ...]
    unusable: tuple[Label, ...]
    constant: tuple[Label, ...]
    n_asked: int
    alpha: float

    @property
    def final(self) -> OrdinalLogit:
        return self.steps[-1]

    def change(self, at: int) -> ChiSquareStatistic:
        """Likelihood-ratio test of what block ``at`` adds."""
        fit = self.steps[at]
        before = self.steps[at - 1] if at else None
        statistic = fit.chi2 - (before.chi2 if before else 0.0)
        df = fit.df - (before.df if before else 0)
        return ChiSquareStatistic(statistic, df, float(chdtrc(df, max(statistic, 0.0))))

    @property
    def effective(self) -> float:
        """Respondents that count as events: n - sum(n_j^3) / n^2 for ordered categories (Harrell, 2015)."""
        counts = np.array(self.final.counts, dtype=float)
        if self.binary:
            return float(counts.min())
        return float(counts.sum() - (counts**3).sum() / counts.sum() ** 2)


@dataclass(frozen=True, slots=True)
class WithheldLogit:
    """A logit model of the plan that the data cannot carry, and why."""

    label: Label
    reason: Say


def fit_logit(study: Study, regression: Regression, logit_id: str) -> FittedLogit:
    """Fit one binary or ordinal regression of the plan.

    Raises
    ------
    NotApplicable, NotComputable
        The outcome is not in the file or not ordered; no predictor can be used; too few respondents;
        predictors that separate the outcome's answers.
    """
    outcome = study.questionnaire.question(regression.outcome)
    if outcome.id not in study.responses.frame.columns:
        raise NotApplicable("logit.no_outcome", outcome=outcome.label)
    codes = np.where(study.routed(outcome.id), np.nan, study.codes(outcome.id))
    found = Terms(study, regression)
    everything = [term for block in found.blocks for term in block]
    if not everything:
        raise NotApplicable("logit.no_predictors", names=(*found.absent, *found.unusable))
    rows = complete_rows(everything, codes)
    if rows.sum() < 3:
        raise NotComputable("withheld.too_few", n=int(rows.sum()), needed=3)
    order = _ascending(outcome)
    rows &= np.isin(codes, order)
    present = [code for code in order if (codes[rows] == code).any()]
    if len(present) > 2 and not outcome.ordered:
        raise NotApplicable("logit.not_ordered", outcome=outcome.label)
    y = np.argmax(codes[rows][:, None] == np.array(present)[None, :], axis=1)
    designs = [design_block(block, rows) for block in found.blocks]
    constant = tuple(study.label(name) for design in designs for name in design.constant)
    kept = [at for at, design in enumerate(designs) if design.columns]
    if not kept:
        raise NotComputable("withheld.no_variance", names=constant)
    designs = [designs[at] for at in kept]
    predictors = tuple(model_columns(study, designs))
    names = {predictor.key: predictor.name for predictor in predictors}
    steps = []
    try:
        for last in range(1, len(designs) + 1):
            X = np.column_stack([design.X for design in designs[:last]])
            keys = [key for design in designs[:last] for key in design.keys]
            steps.append(ordinal_logit(X, y, keys, level=study.plan.level))
    except NotComputable as refusal:
        values = dict(refusal.values)
        if "names" in values:
            values["names"] = tuple(names.get(name, name) for name in values["names"])
        raise NotComputable(refusal.key, **values) from None
    final = steps[-1]
    binary = len(present) == 2
    places: dict[str, list[int]] = {}
    for at, predictor in enumerate(predictors):
        places.setdefault(predictor.term, []).append(at)
    dummies = [at for term, at in places.items() if not predictors[at[0]].metric]
    probabilities = category_probabilities(X, final.thresholds, final.b)
    return FittedLogit(
        id=logit_id,
        label=outcome.label,
        binary=binary,
        categories=tuple(outcome.option(code).label for code in present),
        steps=tuple(steps),
        blocks=tuple(terms_of(study, design) for design in designs),
        block_names=tuple(regression.labels[at] if at < len(regression.labels) else None for at in kept),
        predictors=predictors,
        codings=codings_of(study, designs),
        effects=marginal_effects(X, final, dummies),
        lines=None if binary else _parallel(X, y, [p.key for p in predictors], places, names),
        told_apart=classification(probabilities[:, 1], y) if binary else None,
        empty=tuple(outcome.option(code).label for code in order if code not in present),
        absent=found.absent,
        unusable=found.unusable,
        constant=constant,
        n_asked=int((~study.routed(outcome.id)).sum()),
        alpha=study.plan.alpha,
    )


def _ascending(outcome: Question) -> list[float]:
    """Codes in ascending order; of an unordered pair the first answer (Yes) counts as the higher one."""
    codes = [option.code for option in outcome.options]
    return codes if outcome.ordered else codes[::-1]


def _parallel(
    X: np.ndarray,
    y: np.ndarray,
    keys: list[str],
    places: dict[str, list[int]],
    names: dict[str, Label | Say],
) -> ParallelLines | Say:
    try:
        return brant(X, y, keys, places)
    except NotComputable as refusal:
        values = dict(refusal.values)
        if "names" in values:
            values["names"] = tuple(names.get(name, name) for name in values["names"])
        return Say(refusal.key, values)
