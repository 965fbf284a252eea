"""What a factor model of scales can be about: the scales, the items that carry them, the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from survey_kit.analyses.complete_items import UsableItems, usable_items
from survey_kit.questionnaire.model import Scale
from survey_kit.stats.cfa_model import FactorPattern, factor_pattern
from survey_kit.study import Study


@dataclass(frozen=True, slots=True)
class Measured:
    """Scales with two usable items at least, these items with everybody's answers, and which measures what."""

    scales: tuple[Scale, ...]
    usable: UsableItems
    pattern: FactorPattern


def modelled_scales(study: Study, named: Sequence[str]) -> tuple[Scale, ...]:
    """The scales that a line of the plan names; without names those of three items and more, else of two."""
    if named:
        return tuple(scale for scale in study.scales if scale.id in named)
    for least in (3, 2):
        found = tuple(scale for scale in study.scales if len(study.items_of(scale)) >= least)
        if found:
            return found
    return ()


def measured(study: Study, wanted: Sequence[Scale]) -> Measured | None:
    """Each scale a factor; None when fewer than three items can be used."""
    asked = tuple(item for scale in wanted for item in study.items_of(scale))
    usable = usable_items(asked, study.scores.items[[item.id for item in asked]].to_numpy(dtype=float))
    scales = tuple(s for s in wanted if sum(i in s.item_ids for i in usable.names) > 1)
    kept = [at for at, name in enumerate(usable.names) if any(name in s.item_ids for s in scales)]
    if len(kept) < 3:
        return None
    items = tuple(usable.items[at] for at in kept)
    names = tuple(item.id for item in items)
    groups = tuple(tuple(name for name in names if name in scale.item_ids) for scale in scales)
    return Measured(
        scales,
        UsableItems(items, usable.data[:, kept], usable.empty, usable.constant),
        factor_pattern(names, groups),
    )
