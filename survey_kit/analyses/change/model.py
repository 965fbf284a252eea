"""Two surveys brought together: who is in both, and what changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from survey_kit.errors import NotApplicable, Withheld
from survey_kit.questionnaire.lines import Change as ChangeLine
from survey_kit.questionnaire.model import Item, Scale
from survey_kit.report.blocks import Label, Say
from survey_kit.stats.change import (
    Change,
    DifferenceInDifferences,
    difference_in_differences,
    difference_of_changes,
    independent_change,
    paired_change,
)
from survey_kit.stats.multiplicity import holm
from survey_kit.study import Study, Wave

Masks: TypeAlias = tuple[np.ndarray, np.ndarray]
"""Who is meant in the earlier and in the present survey."""

LEAST_PAIRS = 10
"""Fewer matched people than this carry no comparison of their own."""


@dataclass(frozen=True, slots=True)
class Design:
    """Who can be compared with whom.

    ``before_rows`` and ``after_rows`` are positions: the same people in the same order when ``paired``,
    else everybody. ``shared_ids`` is the number matched, ``ambiguous`` people whose id occurs twice.
    ``treated`` masks (over those rows) are None without a comparison group.
    """

    paired: bool
    before_rows: np.ndarray
    after_rows: np.ndarray
    n_before: int
    n_after: int
    matched: int
    ambiguous: int
    treated: tuple[np.ndarray, np.ndarray] | None
    treated_label: Label | None
    comparison_label: Label | None
    clusters: tuple[np.ndarray, np.ndarray] | None
    cluster_label: Label | None


@dataclass(frozen=True, slots=True)
class ScaleChange:
    """Change of one scale in one group (None: everybody); ``change`` a reason where it is withheld."""

    scale: Scale
    group: str
    change: Change | Say
    p_holm: float = np.nan


@dataclass(frozen=True, slots=True)
class ScaleDifference:
    """Difference in differences of one scale."""

    scale: Scale
    fit: DifferenceInDifferences
    p_holm: float


@dataclass(frozen=True, slots=True)
class Attrition:
    """Earlier scores of those who answered again and of those who did not."""

    scale: Scale
    change: Change


@dataclass(frozen=True, slots=True)
class ItemChange:
    """Mean of one item in both surveys."""

    scale: Scale
    item: Item
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class ChangeResult:
    """Everything the section says. ``changes`` hold every scale and group in order."""

    design: Design
    changes: tuple[ScaleChange, ...]
    differences: tuple[ScaleDifference, ...]
    unclustered: Say | None
    attrition: tuple[Attrition, ...]
    items: tuple[ItemChange, ...]
    low: float
    high: float
    alpha: float


def compare(study: Study, wave: Wave, line: ChangeLine) -> ChangeResult:
    """Compare two surveys scale by scale.

    Raises
    ------
    NotApplicable
        No scale has scores in both surveys.
    """
    wanted = line.scales or tuple(scale.id for scale in study.scales)
    scales = [
        scale for scale in study.scales if scale.id in wanted and scale.id in wave.scores.scales.columns
    ]
    if not scales:
        raise NotApplicable("change.no_scales")
    design = design_of(study, wave, line)
    changes = _changes(study, wave, scales, design)
    differences, unclustered = _differences(study, wave, scales, design)
    lost = _attrition(wave, scales, design) if design.paired else ()
    items = tuple(_items(study, wave, scales, design))
    low, high = min(s.items[0].low for s in scales), max(s.items[0].high for s in scales)
    return ChangeResult(design, changes, differences, unclustered, lost, items, low, high, study.plan.alpha)


def design_of(study: Study, wave: Wave, line: ChangeLine) -> Design:
    """Match people by id where both surveys have ids for enough of them, else compare everybody."""
    first, second = wave.responses.ids, study.responses.ids
    n1, n2 = wave.responses.n, study.n
    rows1, rows2, ambiguous = np.arange(n1), np.arange(n2), 0
    matched = 0
    if first is not None and second is not None:
        ambiguous = sum(
            count for ids in (first, second) for key, count in Counter(ids).items() if key and count > 1
        )
        place = {key: at for at, key in enumerate(first) if key and (first == key).sum() == 1}
        pairs = [
            (place[key], at) for at, key in enumerate(second) if key in place and (second == key).sum() == 1
        ]
        matched = len(pairs)
        if matched >= LEAST_PAIRS:
            rows1, rows2 = (np.array(side, dtype=np.intp) for side in zip(*pairs, strict=True))
    paired = matched >= LEAST_PAIRS
    treated, labels = _treated(study, wave, line, (rows1, rows2), paired=paired)
    clusters = _codes(study, wave, line.cluster, (rows1, rows2))
    return Design(
        paired,
        rows1,
        rows2,
        n1,
        n2,
        matched,
        ambiguous,
        treated,
        *labels,
        clusters,
        study.label(line.cluster) if clusters is not None else None,
    )


def _codes(
    study: Study, wave: Wave, name: str, rows: tuple[np.ndarray, np.ndarray]
) -> tuple[np.ndarray, np.ndarray] | None:
    """Answers to a question in both surveys; None when one of them lacks it."""
    frames = (wave.responses.frame, study.responses.frame)
    if not name or any(name not in frame.columns for frame in frames):
        return None
    codes = [frame[name].to_numpy(dtype=float)[which] for frame, which in zip(frames, rows, strict=True)]
    return codes[0], codes[1]


def _treated(
    study: Study, wave: Wave, line: ChangeLine, rows: tuple[np.ndarray, np.ndarray], *, paired: bool
) -> tuple[tuple[np.ndarray, np.ndarray] | None, tuple[Label | None, Label | None]]:
    """Who was treated, by the earlier answer where people are matched; and the names of both groups."""
    codes = _codes(study, wave, line.question, rows)
    if codes is None or not line.treated:
        return None, (None, None)
    masks = [np.isin(each, line.treated) for each in codes]
    if paired:
        masks[1] = masks[0]
    options = study.questionnaire.question(line.question).options
    inside = [option.label for option in options if option.code in line.treated]
    outside = [option.label for option in options if option.code not in line.treated]
    return (masks[0], masks[1]), (_joined(inside), _joined(outside))


def _joined(labels: list[Label]) -> Label:
    return Label(", ".join(each.en for each in labels), "、".join(each.zh for each in labels))


def _scores(study: Study, wave: Wave, scale: Scale, design: Design) -> tuple[np.ndarray, np.ndarray]:
    before = wave.scores.scales[scale.id].to_numpy(dtype=float)[design.before_rows]
    return before, study.scale_scores(scale.id)[design.after_rows]


def _changes(study: Study, wave: Wave, scales: list[Scale], design: Design) -> tuple[ScaleChange, ...]:
    """Change of every scale: of everybody, or of treated and comparison group each; Holm over all."""
    estimate = paired_change if design.paired else independent_change
    found: list[ScaleChange] = []
    for scale in scales:
        before, after = _scores(study, wave, scale, design)
        groups: list[tuple[str, np.ndarray, np.ndarray]] = [
            ("all", np.ones(len(before), dtype=bool), np.ones(len(after), dtype=bool))
        ]
        if design.treated is not None:
            first, second = design.treated
            groups = [("treated", first, second), ("comparison", ~first, ~second)]
        for group, one, other in groups:
            change: Change | Say
            try:
                change = estimate(before[one], after[other], level=study.plan.level)
            except Withheld as reason:
                change = Say(reason.key, reason.values)
            found.append(ScaleChange(scale, group, change))
    p = np.array([each.change.test.p if isinstance(each.change, Change) else np.nan for each in found])
    return tuple(replace(each, p_holm=float(value)) for each, value in zip(found, holm(p), strict=True))


def _differences(
    study: Study, wave: Wave, scales: list[Scale], design: Design
) -> tuple[tuple[ScaleDifference, ...], Say | None]:
    """Difference in differences a scale; errors fall back to HC3, said why, when clusters are too few."""
    treated = design.treated
    if treated is None:
        return (), None
    clusters, why = design.clusters, None
    fits: list[tuple[Scale, DifferenceInDifferences]] = []
    for scale in scales:
        try:
            fit = _difference(study, wave, scale, design, treated=treated, clusters=clusters)
        except Withheld as reason:
            if clusters is None or reason.key != "withheld.few_clusters":
                continue
            clusters, why = None, Say(reason.key, reason.values)
            fit = _difference(study, wave, scale, design, treated=treated, clusters=None)
        fits.append((scale, fit))
    p = holm(np.array([fit.p for _, fit in fits]))
    found = tuple(
        ScaleDifference(scale, fit, float(value)) for (scale, fit), value in zip(fits, p, strict=True)
    )
    return found, why


def _difference(
    study: Study,
    wave: Wave,
    scale: Scale,
    design: Design,
    *,
    treated: Masks,
    clusters: tuple[np.ndarray, np.ndarray] | None,
) -> DifferenceInDifferences:
    before, after = _scores(study, wave, scale, design)
    first, second = treated
    if design.paired:
        units = None if clusters is None else clusters[0]
        return difference_of_changes(after - before, first, cluster=units, level=study.plan.level)
    return difference_in_differences(before, after, first, second, cluster=clusters, level=study.plan.level)


def _attrition(wave: Wave, scales: list[Scale], design: Design) -> tuple[Attrition, ...]:
    """Earlier scores of those who were lost against those who answered again."""
    stayed = np.zeros(design.n_before, dtype=bool)
    stayed[design.before_rows] = True
    found = []
    for scale in scales:
        scores = wave.scores.scales[scale.id].to_numpy(dtype=float)
        try:
            found.append(Attrition(scale, independent_change(scores[~stayed], scores[stayed])))
        except Withheld:
            continue
    return tuple(found)


def _items(study: Study, wave: Wave, scales: list[Scale], design: Design) -> list[ItemChange]:
    """Mean of every item in both surveys: of the treated where there is a comparison group."""
    rows1, rows2 = design.before_rows, design.after_rows
    if design.treated is not None:
        rows1, rows2 = rows1[design.treated[0]], rows2[design.treated[1]]
    found = []
    for scale in scales:
        for item in study.items_of(scale):
            if item.id not in wave.scores.items.columns:
                continue
            before = wave.scores.items[item.id].to_numpy(dtype=float)[rows1]
            after = study.scores.items[item.id].to_numpy(dtype=float)[rows2]
            if np.isfinite(before).any() and np.isfinite(after).any():
                found.append(ItemChange(scale, item, float(np.nanmean(before)), float(np.nanmean(after))))
    return found
