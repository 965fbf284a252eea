"""What the shares of R² say, and what this sample leaves open."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from survey_kit.analyses.importance.model import Divided
from survey_kit.report.blocks import Finding, Label, Say, say


def findings(each: Divided) -> Iterator[Finding]:
    """What is explained, the order, how sure its first place is, and directions."""
    yield from each.data.warnings(len(each.names))
    yield Finding(_explained(each))
    if each.p >= each.alpha:
        yield Finding(say("importance.nothing"), "warning")
        return
    yield Finding(say("importance.order", items=tuple(_item(each, at) for at in each.order)))
    first = each.order[0]
    often = float(each.found.p_largest[first])
    if np.isfinite(often):
        name, level = each.names[first], each.found.level
        if often >= level:
            yield Finding(say("importance.first_firm", name=name, often=100 * often))
        else:
            yield Finding(say("importance.first_open", name=name, often=100 * often, level=100 * level))
    by_weight = tuple(int(at) for at in np.argsort(-each.found.weights, kind="stable"))
    if by_weight == each.order:
        yield Finding(say("importance.same_order"))
    else:
        yield Finding(say("importance.other_order", names=tuple(each.names[at] for at in by_weight)))
    lower = _named(each, (each.r < 0) & (each.r_p < each.alpha))
    if lower:
        yield Finding(say("importance.lower", names=lower, outcome=each.outcome))
    turned = _named(each, (np.sign(each.r) != np.sign(each.beta)) & (each.beta_p < each.alpha))
    if turned:
        yield Finding(say("importance.turned", names=turned), "warning")


def _explained(each: Divided) -> Say:
    return say(
        "importance.explained",
        k=len(each.names),
        outcome=each.outcome,
        percent=100 * each.found.r2,
        df1=each.df1,
        df2=each.df2,
        f=each.f,
        p=each.p,
    )


def _item(each: Divided, at: int) -> Say:
    return say("importance.item", name=each.names[at], percent=float(each.percent[at]))


def _named(each: Divided, chosen: np.ndarray) -> tuple[Label, ...]:
    return tuple(each.names[at] for at in each.order if chosen[at])
