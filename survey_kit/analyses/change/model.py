"""What changed between two surveys, scale by scale and item by item."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from survey_kit.analyses.change.design import Design, Groups, design_of
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
    """Earlier scores of those who could not be matched and of those who were."""

    scale: Scale
    change: Change


@dataclass(frozen=True, slots=True)
class ItemChange:
    """Mean of one item in both surveys, of as many people as answered it: matched people both times."""

    scale: Scale
    item: Item
    before: float
    after: float
    n_before: int
    n_after: int


@dataclass(frozen=True, slots=True)
class ChangeResult:
    """Everything the section says. ``changes`` hold every scale and group in order, ``absent`` are
    scales that only one survey asks, ``label`` names what is evaluated.
    """

    design: Design
    label: Label | None
    absent: tuple[Scale, ...]
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
    wanted = [scale for scale in study.scales if scale.id in line.scales or not line.scales]
    scales = [scale for scale in wanted if _asked(wave, scale)]
    if not scales:
        raise NotApplicable("change.no_scales")
    design = design_of(study, wave, line)
    differences, unclustered = _differences(study, wave, scales, design)
    return ChangeResult(
        design=design,
        label=line.label,
        absent=tuple(scale for scale in wanted if scale not in scales),
        changes=_changes(study, wave, scales, design),
        differences=differences,
        unclustered=unclustered,
        attrition=_attrition(study, wave, scales, design) if design.paired else (),
        items=tuple(_items(study, wave, scales, design)),
        low=min(s.items[0].low for s in scales),
        high=max(s.items[0].high for s in scales),
        alpha=study.plan.alpha,
    )


def _asked(wave: Wave, scale: Scale) -> bool:
    """Whether anybody has a score in the earlier survey; a file of both surveys has the columns of all."""
    scores = wave.scores.scales
    return scale.id in scores.columns and bool(scores[scale.id].notna().any())


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
        if design.groups is not None:
            groups = [
                ("treated", *design.groups.treated),
                ("comparison", *design.groups.comparison),
            ]
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
    groups = design.groups
    if groups is None:
        return (), None
    clusters, why = design.clusters, None
    fits: list[tuple[Scale, DifferenceInDifferences]] = []
    for scale in scales:
        try:
            fit = _difference(study, wave, scale, design, groups=groups, clusters=clusters)
        except Withheld as reason:
            if clusters is None or reason.key != "withheld.few_clusters":
                continue
            clusters, why = None, Say(reason.key, reason.values)
            fit = _difference(study, wave, scale, design, groups=groups, clusters=None)
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
    groups: Groups,
    clusters: tuple[np.ndarray, np.ndarray] | None,
) -> DifferenceInDifferences:
    before, after = _scores(study, wave, scale, design)
    in_group = [one | other for one, other in zip(groups.treated, groups.comparison, strict=True)]
    before, after = before[in_group[0]], after[in_group[1]]
    first, second = (mask[kept] for mask, kept in zip(groups.treated, in_group, strict=True))
    units = None if clusters is None else (clusters[0][in_group[0]], clusters[1][in_group[1]])
    level = study.plan.level
    if design.paired:
        each = None if units is None else units[0]
        return difference_of_changes(after - before, first, cluster=each, level=level)
    return difference_in_differences(before, after, first, second, cluster=units, level=level)


def _attrition(study: Study, wave: Wave, scales: list[Scale], design: Design) -> tuple[Attrition, ...]:
    """Earlier scores of those who could not be matched against those who were."""
    stayed = np.zeros(wave.responses.n, dtype=bool)
    stayed[design.before_rows] = True
    found = []
    for scale in scales:
        scores = wave.scores.scales[scale.id].to_numpy(dtype=float)
        try:
            change = independent_change(scores[~stayed], scores[stayed], level=study.plan.level)
            found.append(Attrition(scale, change))
        except Withheld:
            continue
    return tuple(found)


def _items(study: Study, wave: Wave, scales: list[Scale], design: Design) -> list[ItemChange]:
    """Mean of every item in both surveys: of the treated where there is a comparison group."""
    rows1, rows2 = design.before_rows, design.after_rows
    if design.groups is not None:
        rows1, rows2 = rows1[design.groups.treated[0]], rows2[design.groups.treated[1]]
    found = []
    for scale in scales:
        for item in study.items_of(scale):
            if item.id not in wave.scores.items.columns:
                continue
            before = wave.scores.items[item.id].to_numpy(dtype=float)[rows1]
            after = study.scores.items[item.id].to_numpy(dtype=float)[rows2]
            first, second = np.isfinite(before), np.isfinite(after)
            if design.paired:
                first = second = first & second
            if first.any() and second.any():
                means = float(before[first].mean()), float(after[second].mean())
                found.append(ItemChange(scale, item, *means, int(first.sum()), int(second.sum())))
    return found
