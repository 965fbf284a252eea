"""Importance and performance of what a plan line names, their gaps, and where each point lies."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import stdtrit

from survey_kit.errors import NotApplicable, Withheld
from survey_kit.questionnaire.lines import ImportancePerformance
from survey_kit.report.blocks import Estimate, Label, Say
from survey_kit.stats.mean_tests import TTest, one_sample_t
from survey_kit.stats.multiplicity import holm
from survey_kit.stats.quadrants import quadrant_of, quadrant_probabilities, resampled_moments
from survey_kit.stats.relative_importance import Importance, lmg, relative_importance
from survey_kit.study import Study

MOST_RESAMPLED = 8
"""Predictors up to which derived importance is placed in quadrants: LMG looks at every subset."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Points in quadrants (0 upper left, 1 upper right, 2 lower left, 3 lower right).

    ``probability`` (k, 4) over resamples; ``x`` is performance and ``y`` importance.
    """

    labels: tuple[Label, ...]
    x: tuple[Estimate, ...]
    y: tuple[Estimate, ...]
    x_cut: float
    y_cut: float
    quadrant: np.ndarray
    probability: np.ndarray
    draws: int


@dataclass(frozen=True, slots=True)
class Derived:
    """Importance of predictors for the outcome; ``placing`` is None where it was not resampled."""

    outcome: Label
    labels: tuple[Label, ...]
    found: Importance | None
    reason: Say | None
    placing: Placing | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """One plan line. ``gaps`` are performance minus importance; empty where the two scales are answered
    on different ranges; None where a gap does not vary.
    """

    key: str
    label: Label | None
    importance: Label
    performance: Label
    n: int
    keys: tuple[str, ...]
    placing: Placing
    gaps: tuple[TTest | None, ...]
    gaps_holm: np.ndarray
    cut: str
    derived: Derived | None
    stages: Derived | None


def compared(study: Study, line: ImportancePerformance, key: str) -> Comparison:
    """Pair the items, test the gaps, place the points, derive importance.

    Raises
    ------
    NotApplicable
        A scale is missing, the items do not pair off, or too few respondents answered all of them.
    """
    importance, performance = study.scale(line.importance), study.scale(line.performance)
    if len(importance.items) != len(performance.items):
        raise NotApplicable(
            "ipa.unpaired",
            importance=importance.label,
            performance=performance.label,
            first=len(importance.items),
            second=len(performance.items),
        )
    held = set(study.scores.items.columns)
    pairs = [
        (a, b)
        for a, b in zip(importance.items, performance.items, strict=True)
        if a.id in held and b.id in held
    ]
    k = len(pairs)
    if k < 2:
        raise NotApplicable("ipa.no_pairs", importance=importance.label, performance=performance.label)
    items = study.scores.items
    data = items[[*(a.id for a, _ in pairs), *(b.id for _, b in pairs)]].to_numpy(dtype=float)
    data = data[np.isfinite(data).all(axis=1)]
    if len(data) < 5:
        raise NotApplicable("withheld.too_few", n=len(data), needed=5)
    level = study.plan.level
    draws = study.plan.bootstrap_draws
    means, _ = resampled_moments(data, draws, study.rng("ipa"))
    midpoint = line.cut == "midpoint"
    labels = tuple(b.label for _, b in pairs)
    placing = _placing(
        labels,
        _mean_estimates(data[:, k:], level),
        _mean_estimates(data[:, :k], level),
        (means[:, k:], means[:, :k]),
        (pairs[0][1].midpoint, pairs[0][0].midpoint) if midpoint else None,
    )
    same = all((a.low, a.high) == (b.low, b.high) for a, b in pairs)
    gaps = tuple(_gap(data[:, k + j] - data[:, j], level) for j in range(k)) if same else ()
    outcome = line.outcome if line.outcome and study.is_scale(line.outcome) else ""
    stages = tuple(stage for stage in line.stages if study.is_scale(stage))
    return Comparison(
        key=key,
        label=line.label,
        importance=importance.label,
        performance=performance.label,
        n=len(data),
        keys=tuple(b.id for _, b in pairs),
        placing=placing,
        gaps=gaps,
        gaps_holm=holm(np.array([gap.p if gap else np.nan for gap in gaps])),
        cut=line.cut,
        derived=_derived_items(study, outcome, [b.id for _, b in pairs], labels) if outcome else None,
        stages=_derived_stages(study, outcome, stages, line.cut) if outcome and len(stages) > 1 else None,
    )


def _gap(difference: np.ndarray, level: float) -> TTest | None:
    try:
        return one_sample_t(
            len(difference), float(difference.mean()), float(difference.std(ddof=1)), level=level
        )
    except Withheld:
        return None


def _mean_estimates(data: np.ndarray, level: float) -> tuple[Estimate, ...]:
    n = len(data)
    half = stdtrit(n - 1.0, 0.5 + level / 2) * data.std(axis=0, ddof=1) / np.sqrt(n)
    return tuple(
        Estimate(float(m), float(m - h), float(m + h), level)
        for m, h in zip(data.mean(axis=0), half, strict=True)
    )


def _placing(
    labels: tuple[Label, ...],
    x: tuple[Estimate, ...],
    y: tuple[Estimate, ...],
    drawn: tuple[np.ndarray, np.ndarray],
    cuts: tuple[float | None, float | None] | None,
) -> Placing:
    x_cut, y_cut = cuts or (None, None)
    at_x, at_y = (np.array([each.value for each in axis]) for axis in (x, y))
    return Placing(
        labels,
        x,
        y,
        float(at_x.mean()) if x_cut is None else x_cut,
        float(at_y.mean()) if y_cut is None else y_cut,
        quadrant_of(at_x, at_y, x_cut=x_cut, y_cut=y_cut),
        quadrant_probabilities(*drawn, x_cut=x_cut, y_cut=y_cut),
        len(drawn[0]),
    )


def _derived_items(study: Study, outcome: str, items: list[str], labels: tuple[Label, ...]) -> Derived:
    data = np.column_stack([study.scale_scores(outcome), study.scores.items[items].to_numpy(dtype=float)])
    return _derived(study, outcome, data, labels, "ipa items")


def _derived(
    study: Study, outcome: str, data: np.ndarray, labels: tuple[Label, ...], purpose: str
) -> Derived:
    name = study.label(outcome)
    names = tuple(str(at) for at in range(len(labels) + 1))
    worded = (name, *labels)
    try:
        found = relative_importance(
            data,
            names,
            draws=study.plan.bootstrap_draws,
            rng=study.rng(purpose),
            level=study.plan.level,
        )
    except Withheld as reason:
        values = dict(reason.values)
        if "names" in values:
            values["names"] = tuple(worded[int(at)] for at in values["names"])
        return Derived(name, labels, None, Say(reason.key, values))
    return Derived(name, labels, found, None)


def _derived_stages(study: Study, outcome: str, stages: tuple[str, ...], cut: str) -> Derived:
    """Derived importance of the stages against the mean of their scores."""
    scores = [study.scale_scores(stage) for stage in stages]
    data = np.column_stack([study.scale_scores(outcome), *scores])
    labels = tuple(study.label(stage) for stage in stages)
    derived = _derived(study, outcome, data, labels, "ipa stages")
    found = derived.found
    if found is None or len(stages) > MOST_RESAMPLED:
        return derived
    complete = data[np.isfinite(data).all(axis=1)]
    means, cov = resampled_moments(complete, study.plan.bootstrap_draws, study.rng("ipa stages"))
    variance = np.einsum("bii->bi", cov)
    usable = (variance > 1e-12 * variance.max(axis=1, keepdims=True)).all(axis=1)
    sd = np.sqrt(variance[usable])
    corr = cov[usable] / sd[:, :, None] / sd[:, None, :]
    determined = np.linalg.det(corr[:, 1:, 1:]) > 1e-10
    shares = lmg(corr[determined])
    shares /= shares.sum(axis=1, keepdims=True)
    level = study.plan.level
    drawn = (means[usable][determined][:, 1:], shares)
    y = tuple(
        Estimate(float(share), min(float(low), float(share)), max(float(high), float(share)), level)
        for share, low, high in zip(found.lmg / found.r2, found.share_low, found.share_high, strict=True)
    )
    scales = [study.scale(stage) for stage in stages]
    midpoint = cut == "midpoint" and len({(each.low, each.high) for each in scales}) == 1
    # shares of importance have no midpoint of an answer range: they are cut at their mean, 1 / k
    cuts = (scales[0].midpoint, None) if midpoint else None
    x = _mean_estimates(complete[:, 1:], level)
    return Derived(derived.outcome, labels, found, None, _placing(labels, x, y, drawn, cuts))
