"""One factor model in the groups of one question: whose answers, which groups, which steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from survey_kit.analyses.cfa.measured import measured
from survey_kit.analyses.cfa.model import MOST_PATTERNS
from survey_kit.analyses.groups.division import Division, Group, divide
from survey_kit.analyses.invariance.model import Cost, FittedStep, InvarianceModel
from survey_kit.errors import NotApplicable, NotComputable
from survey_kit.questionnaire.model import Scale
from survey_kit.report.blocks import Label, Say, say
from survey_kit.stats.cfa_groups import GroupedFit, configural, tied
from survey_kit.stats.cfa_groups_fit import (
    Released,
    difference,
    grouped_indices,
    grouped_robust_indices,
    released,
)
from survey_kit.stats.cfa_groups_model import Tied
from survey_kit.stats.cfa_model import FactorPattern
from survey_kit.study import Study

TIED: tuple[Tied, ...] = ("metric", "scalar")


def invariance_model(
    study: Study, model_id: str, label: Label | None, by: str, wanted: tuple[Scale, ...]
) -> InvarianceModel:
    """Fit the steps for the scales ``wanted`` in the groups of the question ``by``.

    Raises
    ------
    NotApplicable, NotComputable
        Too few items, fewer than two groups large enough for the model, or a group without a solution.
    """
    question = study.questionnaire.question(by)
    if not study.has(question):
        raise NotApplicable("invariance.not_in_file", question=question.label)
    grouped = np.isfinite(study.codes(by))
    about = measured(study, wanted)
    if about is None:
        raise NotApplicable("invariance.no_scales")
    data, pattern = about.usable.data, about.pattern
    answered = np.isfinite(data)
    some, complete = answered.any(axis=1) & grouped, answered.all(axis=1) & grouped
    gaps = bool((some & ~complete).any())
    full = gaps and len(np.unique(answered[some], axis=0)) <= MOST_PATTERNS
    entering = some if full else complete
    division = divide(study, question, entering)
    large = _large_enough(division, pattern)
    groups = tuple(division.groups[at] for at in large)
    rows = tuple(data[division.index == at] for at in large)
    fits, failed = _fits(_free(rows, groups, pattern, full=full))
    steps = tuple(FittedStep(fit, grouped_indices(fit), grouped_robust_indices(fit)) for fit in fits)
    by_robust = all(step.robust is not None for step in steps)
    model = InvarianceModel(
        id=model_id,
        label=label,
        question=question.label,
        scales=about.scales,
        usable=about.usable,
        pattern=pattern,
        groups=groups,
        merged=tuple(group for group in division.merged if group in groups),
        left_out=(*division.left_out, *(group for group in division.groups if group not in groups)),
        nowhere=int((answered.any(axis=1) & ~grouped).sum()),
        incomplete=int((some & ~entering).sum()),
        full_information=full,
        steps=steps,
        costs=tuple(
            Cost(
                free,
                own,
                step,
                difference(free.fit, own.fit, scaled=False),
                difference(free.fit, own.fit, scaled=True) if by_robust else None,
            )
            for free, own, step in zip(steps[:-1], steps[1:], TIED[: len(steps) - 1], strict=True)
        ),
        failed=failed,
        by_robust=by_robust,
        hints=None,
    )
    return replace(model, hints=_hints(model))


def _large_enough(division: Division, pattern: FactorPattern) -> list[int]:
    """Places of the groups with as many respondents as free parameters, the rule of the model in one group."""
    needed = pattern.free_count
    large = [at for at, group in enumerate(division.groups) if group.n >= needed]
    if len(large) < 2:
        raise NotApplicable(
            "invariance.too_few",
            question=division.question,
            needed=needed,
            groups=tuple(group_size(group) for group in (*division.groups, *division.left_out)),
            factors=pattern.factors,
            items=len(pattern.names),
        )
    return large


def group_size(group: Group) -> Say:
    """A group with its number of respondents."""
    return say("invariance.group", group=group.label, n=group.n)


def _free(
    rows: Sequence[np.ndarray], groups: Sequence[Group], pattern: FactorPattern, *, full: bool
) -> GroupedFit:
    """The configural model; where it fails, the refusal names the group."""
    for data, group in zip(rows, groups, strict=True):
        constant = tuple(
            name
            for name, values in zip(pattern.names, data.T, strict=True)
            if not np.isfinite(values).any() or np.nanmin(values) == np.nanmax(values)
        )
        if constant:
            raise NotApplicable("invariance.constant", group=group.label, items=constant)
    try:
        return configural(rows, pattern, full=full)
    except NotComputable:
        for data, group in zip(rows, groups, strict=True):
            try:
                configural((data,), pattern, full=full)
            except NotComputable as reason:
                own = Say(reason.key, reason.values)
                raise NotApplicable("invariance.group_fails", group=group.label, reason=own) from None
        raise


def _fits(free: GroupedFit) -> tuple[tuple[GroupedFit, ...], tuple[Tied, Say] | None]:
    """The steps as far as they can be estimated, and which one cannot."""
    fits = [free]
    for step in TIED:
        try:
            fits.append(tied(free, step))
        except NotComputable as reason:
            return tuple(fits), (step, Say(reason.key, reason.values))
    return tuple(fits), None


def _hints(model: InvarianceModel) -> Released | None:
    """Score tests of the first equality that does not hold."""
    for cost in model.costs:
        if not model.holds(cost):
            return released(cost.tied.fit, "loadings" if cost.step == "metric" else "intercepts")
    return None
