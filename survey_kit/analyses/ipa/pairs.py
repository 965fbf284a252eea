"""Importance and performance of what a plan line names, their gaps, and where each point lies."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from survey_kit.analyses.ipa.derived import (
    Derived,
    DerivedItems,
    derived_elements,
    derived_items,
    derived_stages,
    stated_of,
)
from survey_kit.analyses.ipa.placing import Placing, mean_estimates, placed
from survey_kit.errors import NotApplicable, Withheld
from survey_kit.questionnaire.lines import ImportancePerformance
from survey_kit.report.blocks import Label
from survey_kit.stats.mean_tests import TTest, one_sample_t
from survey_kit.stats.multiplicity import holm
from survey_kit.stats.quadrants import resampled_moments
from survey_kit.study import Study


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
    items: DerivedItems | None


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
    placing = placed(
        labels,
        mean_estimates(data[:, k:], level),
        mean_estimates(data[:, :k], level),
        (means[:, k:], means[:, :k]),
        (pairs[0][1].midpoint, pairs[0][0].midpoint) if midpoint else None,
    )
    same = all((a.low, a.high) == (b.low, b.high) for a, b in pairs)
    gaps = tuple(_gap(data[:, k + j] - data[:, j], level) for j in range(k)) if same else ()
    outcome = line.outcome if line.outcome and study.is_scale(line.outcome) else ""
    stages = tuple(stage for stage in line.stages if study.is_scale(stage))
    stated = stated_of(line, tuple(item.id for item in importance.items), stages, held)
    in_stages = bool(outcome) and len(stages) > 1
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
        derived=derived_elements(study, outcome, [b.id for _, b in pairs], labels) if outcome else None,
        stages=derived_stages(study, outcome, stages, line.cut, stated) if in_stages else None,
        items=derived_items(study, outcome, stages, line.cut) if in_stages else None,
    )


def _gap(difference: np.ndarray, level: float) -> TTest | None:
    try:
        return one_sample_t(
            len(difference), float(difference.mean()), float(difference.std(ddof=1)), level=level
        )
    except Withheld:
        return None
