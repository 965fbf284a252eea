"""What importance and performance say together."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from survey_kit.analyses.ipa.derived import Derived, DerivedItems, Ranking
from survey_kit.analyses.ipa.pairs import Comparison
from survey_kit.analyses.ipa.placing import Placing
from survey_kit.analyses.ipa.tables import quadrant_name
from survey_kit.analyses.item_names import item_quoted
from survey_kit.report.blocks import Finding, Label, Say, say


def pair_findings(each: Comparison, alpha: float, level: float) -> Iterator[Finding]:
    """Gaps, then quadrants of stated importance."""
    below = _gaps(each, alpha, sign=-1)
    above = _gaps(each, alpha, sign=1)
    if each.gaps:
        if len(below) == len(each.gaps):
            yield Finding(_all_below(each))
        elif below:
            yield Finding(say("ipa.gap_below", items=below))
        if above:
            yield Finding(say("ipa.gap_above", items=above))
        if not below and not above:
            yield Finding(say("ipa.gap_none"))
    yield from placing_findings(each.placing, level, derived=False)


def _gaps(each: Comparison, alpha: float, *, sign: int) -> tuple[Say, ...]:
    return tuple(
        say("ipa.gap_item", item=label, gap=gap.difference, p=float(p))
        for label, gap, p in zip(each.placing.labels, each.gaps, each.gaps_holm, strict=False)
        if gap is not None and p < alpha and np.sign(gap.difference) == sign
    )


def _all_below(each: Comparison) -> Say:
    gaps = np.array([gap.difference if gap else np.nan for gap in each.gaps])
    labels = each.placing.labels
    return say(
        "ipa.gap_below_all",
        k=len(gaps),
        p=float(each.gaps_holm.max()),
        widest=labels[int(gaps.argmin())],
        most=float(gaps.min()),
        narrowest=labels[int(gaps.argmax())],
        least=float(gaps.max()),
    )


def placing_findings(placing: Placing, level: float, *, derived: bool) -> Iterator[Finding]:
    """What lies where; what the sample does not settle."""
    ways = "derived" if derived else "stated"
    own = placing.probability[np.arange(len(placing.labels)), placing.quadrant]
    held = tuple(
        say("ipa.quadrant_holds", quadrant=quadrant_name(at), items=labels)
        for at in range(4)
        if (labels := _labels(placing, placing.quadrant == at))
    )
    yield Finding(say(f"ipa.in_quadrants_{ways}", quadrants=held))
    weak = placing.quadrant == 0
    if not weak.any():
        yield Finding(say(f"ipa.no_weak_{ways}"))
    firm = _labels(placing, weak & (own >= level))
    if firm:
        yield Finding(say("ipa.weak_firm", items=firm, level=100 * level))
    loose = tuple(
        say(
            "ipa.loose_item",
            item=placing.labels[at],
            quadrant=quadrant_name(int(placing.quadrant[at])),
            percent=100 * float(own[at]),
        )
        for at in np.flatnonzero(own < level)
    )
    if loose:
        yield Finding(say("ipa.loose", items=loose, level=100 * level))


def _labels(placing: Placing, chosen: np.ndarray) -> tuple[Label | Say | str, ...]:
    return tuple(label for label, one in zip(placing.labels, chosen, strict=True) if one)


def derived_findings(derived: Derived) -> Iterator[Finding]:
    """The largest derived importance and how sure it is the largest; or why there is none."""
    found = derived.found
    if found is None:
        yield Finding(say("ipa.no_derived", outcome=derived.outcome, reason=derived.reason), "warning")
        return
    best = int(found.lmg.argmax())
    values = {
        "outcome": derived.outcome,
        "item": derived.labels[best],
        "percent": 100 * float(found.lmg[best]) / found.r2,
        "r2": found.r2,
    }
    if np.isfinite(found.p_largest[best]):
        yield Finding(say("ipa.largest", **values, often=100 * float(found.p_largest[best])))
    else:
        yield Finding(say("ipa.largest_once", **values))


def ranking_findings(labels: tuple[Label, ...], ranking: Ranking) -> Iterator[Finding]:
    """Where what people state and what goes with the outcome put the stages in different places."""
    if ranking.stated_rank == ranking.derived_rank:
        yield Finding(say("ipa.same_order"))
        return
    apart = tuple(
        say("ipa.rank_item", item=label, stated=stated, derived=derived)
        for label, stated, derived in zip(labels, ranking.stated_rank, ranking.derived_rank, strict=True)
        if stated != derived
    )
    yield Finding(say("ipa.other_order", items=apart))


def item_findings(found: DerivedItems, level: float) -> Iterator[Finding]:
    """Items that are weak and important; how many the sample can place at all."""
    placing = found.placing
    if placing is None:
        yield Finding(say("ipa.no_items", outcome=found.outcome, reason=found.reason), "warning")
        return
    own = placing.probability[np.arange(len(found.items)), placing.quadrant]
    weak = placing.quadrant == 0
    if weak.any():
        quoted = tuple(item_quoted(item) for item, one in zip(found.items, weak, strict=True) if one)
        yield Finding(say("ipa.items_weak", items=quoted))
    else:
        yield Finding(say("ipa.items_none_weak"))
    values = {"k": len(found.items), "level": 100 * level}
    firm = _labels(placing, own >= level)
    if firm:
        yield Finding(say("ipa.items_firm", items=firm, count=len(firm), **values))
    else:
        yield Finding(say("ipa.items_loose", **values))
    firm = _labels(placing, weak & (own >= level))
    if weak.any() and not firm:
        yield Finding(say("ipa.items_weak_loose", level=100 * level))
