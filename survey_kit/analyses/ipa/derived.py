"""Importance derived from an outcome: of the elements, of the stages and of the items inside the stages."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from survey_kit.analyses.ipa.placing import Placing, mean_estimates, placed
from survey_kit.analyses.item_names import item_code
from survey_kit.errors import Withheld
from survey_kit.questionnaire.lines import ImportancePerformance
from survey_kit.questionnaire.model import Item
from survey_kit.report.blocks import Estimate, Label, Say
from survey_kit.stats.relative_importance import (
    Importance,
    determined,
    lmg,
    relative_importance,
    relative_weights,
    resampled_shares,
)
from survey_kit.study import Study

MOST_RESAMPLED = 8
"""Stages up to which LMG shares are placed in quadrants: LMG looks at every subset."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The stages in two orders. ``first`` (k,) share of the resamples in which a stage leads;
    ``stated_by`` the importance items that belong to each.
    """

    stated_by: tuple[tuple[str, ...], ...]
    stated: tuple[Estimate, ...]
    stated_rank: tuple[int, ...]
    stated_first: np.ndarray
    share: tuple[Estimate, ...]
    derived_rank: tuple[int, ...]
    derived_first: np.ndarray


@dataclass(frozen=True, slots=True)
class Derived:
    """Importance of predictors for the outcome; ``placing`` is None where it was not resampled, and
    ``ranking`` where importance was not stated of the same things.
    """

    outcome: Label
    labels: tuple[Label, ...]
    found: Importance | None
    reason: Say | None
    placing: Placing | None = None
    ranking: Ranking | None = None


@dataclass(frozen=True, slots=True)
class DerivedItems:
    """Items of all stages together; importance is the share of R² by relative weights.

    ``stage`` says for each item to which of ``stages`` it belongs.
    """

    outcome: Label
    stages: tuple[Label, ...]
    items: tuple[Item, ...]
    stage: tuple[int, ...]
    n: int
    r2: float
    placing: Placing | None
    reason: Say | None = None

    @property
    def r2_adjusted(self) -> float:
        """R² less what as many unrelated items would explain by chance."""
        return 1 - (1 - self.r2) * (self.n - 1) / (self.n - len(self.items) - 1)


def derived_elements(study: Study, outcome: str, items: list[str], labels: tuple[Label, ...]) -> Derived:
    """Derived importance of the elements whose performance was rated."""
    data = np.column_stack([study.scale_scores(outcome), study.scores.items[items].to_numpy(dtype=float)])
    return _derived(study, outcome, data, labels, "ipa items")


def _derived(
    study: Study, outcome: str, data: np.ndarray, labels: tuple[Label, ...], purpose: str
) -> Derived:
    name = study.label(outcome)
    try:
        found = relative_importance(
            data,
            _numbered(labels),
            draws=study.plan.bootstrap_draws,
            rng=study.rng(purpose),
            level=study.plan.level,
        )
    except Withheld as reason:
        return Derived(name, labels, None, _worded(reason, (name, *labels)))
    return Derived(name, labels, found, None)


def _numbered(labels: tuple[object, ...]) -> tuple[str, ...]:
    return tuple(str(at) for at in range(len(labels) + 1))


def _worded(reason: Withheld, names: tuple[object, ...]) -> Say:
    """The reason with the labels of the variables that it numbers."""
    values = dict(reason.values)
    if "names" in values:
        values["names"] = tuple(names[int(at)] for at in values["names"])
    return Say(reason.key, values)


def stated_of(
    line: ImportancePerformance, asked: tuple[str, ...], stages: tuple[str, ...], held: set[str]
) -> tuple[tuple[str, ...], ...]:
    """For each of the stages held, the importance items that state its importance; empty: unknown.

    What the line says; else one item a stage, in order, where there are as many of both.
    """
    each = line.stated or (tuple((item,) for item in asked) if len(asked) == len(line.stages) else ())
    of = dict(zip(line.stages, each, strict=False))
    found = tuple(tuple(item for item in of.get(stage, ()) if item in held) for stage in stages)
    return found if all(found) else ()


def derived_stages(
    study: Study, outcome: str, stages: tuple[str, ...], cut: str, stated: tuple[tuple[str, ...], ...]
) -> Derived:
    """Derived importance of the stages against the mean of their scores, and beside stated importance.

    Everything is from the respondents who have a score on the outcome and on all stages, and who
    stated the importance of them where that is compared.
    """
    k = len(stages)
    said = [study.scores.items[list(group)].to_numpy(dtype=float).mean(axis=1) for group in stated]
    scores = [study.scale_scores(stage) for stage in stages]
    data = np.column_stack([study.scale_scores(outcome), *scores, *said])
    data = data[np.isfinite(data).all(axis=1)]
    labels = tuple(study.label(stage) for stage in stages)
    derived = _derived(study, outcome, data[:, : k + 1], labels, "ipa stages")
    found = derived.found
    if found is None or k > MOST_RESAMPLED:
        return derived
    level = study.plan.level
    means, shares = resampled_shares(data, k, lmg, study.plan.bootstrap_draws, study.rng("ipa stages"))
    share = tuple(
        Estimate.holding(value, low, high, level)
        for value, low, high in zip(found.lmg / found.r2, found.share_low, found.share_high, strict=True)
    )
    scales = [study.scale(stage) for stage in stages]
    midpoint = cut == "midpoint" and len({(each.low, each.high) for each in scales}) == 1
    # shares of importance have no midpoint of an answer range: they are cut at their mean, 1 / k
    cuts = (scales[0].midpoint, None) if midpoint else None
    drawn = (means[:, 1 : k + 1], shares)
    placing = placed(labels, mean_estimates(data[:, 1 : k + 1], level), share, drawn, cuts)
    ranking = None
    if stated:
        ranking = Ranking(
            stated,
            mean_estimates(data[:, k + 1 :], level),
            _ranks(data[:, k + 1 :].mean(axis=0)),
            _first(means[:, k + 1 :]),
            share,
            _ranks(found.lmg),
            _first(shares),
        )
    # how often a stage leads is told twice: in the same resamples, so that it is one number
    found = replace(found, p_largest=_first(shares))
    return replace(derived, found=found, placing=placing, ranking=ranking)


def _ranks(values: np.ndarray) -> tuple[int, ...]:
    """1 for the largest; equal values share the better rank."""
    return tuple(int((values > value).sum()) + 1 for value in values)


def _first(drawn: np.ndarray) -> np.ndarray:
    """(k,) share of the resamples (B, k) in which each column is the largest; ties count in part."""
    leading = drawn == drawn.max(axis=1, keepdims=True)
    return np.asarray((leading / leading.sum(axis=1, keepdims=True)).mean(axis=0))


def derived_items(study: Study, outcome: str, stages: tuple[str, ...], cut: str) -> DerivedItems:
    """Mean performance and derived importance of the single items of the stages."""
    held = set(study.scores.items.columns)
    scales = [study.scale(stage) for stage in stages]
    found = [(item, at) for at, scale in enumerate(scales) for item in scale.items if item.id in held]
    items, stage = tuple(item for item, _ in found), tuple(at for _, at in found)
    answers = study.scores.items[[item.id for item in items]].to_numpy(dtype=float)
    data = np.column_stack([study.scale_scores(outcome), answers])
    data = data[np.isfinite(data).all(axis=1)]
    name, n, k = study.label(outcome), len(data), len(items)
    codes = tuple(item_code(item) for item in items)
    labels = tuple(scale.label for scale in scales)
    level = study.plan.level
    try:
        corr = determined(data, _numbered(codes))
        means, shares = resampled_shares(
            data, k, relative_weights, study.plan.bootstrap_draws, study.rng("ipa stage items")
        )
    except Withheld as reason:
        return DerivedItems(
            name, labels, items, stage, n, float("nan"), None, _worded(reason, (name, *codes))
        )
    weights = relative_weights(corr)
    r2 = float(weights.sum())
    low, high = np.quantile(shares, [(1 - level) / 2, (1 + level) / 2], axis=0)
    share = tuple(Estimate.holding(*each, level) for each in zip(weights / r2, low, high, strict=True))
    midpoint = cut == "midpoint" and len({(item.low, item.high) for item in items}) == 1
    cuts = (items[0].midpoint, None) if midpoint else None
    placing = placed(codes, mean_estimates(data[:, 1:], level), share, (means[:, 1:], shares), cuts)
    return DerivedItems(name, labels, items, stage, n, r2, placing)
