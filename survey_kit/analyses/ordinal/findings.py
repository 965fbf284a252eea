"""What the coefficients of ordered categories say, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

import numpy as np

from survey_kit.analyses.ordinal.factors import OrdinalFactors
from survey_kit.analyses.ordinal.scale import OrdinalScale
from survey_kit.report.blocks import Finding, Say, say
from survey_kit.stats.ordinal_reliability import OrdinalReliability

SPARSE = 20.0
"""From this percentage of empty cells on the reader is warned, unless there are …"""
MANY = 200
"""… so many respondents, of whom few are missed in cells that are empty because they are improbable."""


def scale_findings(scales: Sequence[OrdinalScale]) -> list[Finding]:
    """Coefficients beside the usual ones, what was withheld, and how far the tables carry them."""
    found = [(each, each.found) for each in scales if each.found is not None]
    said = [_one(*found[0])] if len(found) == 1 else _several(found)
    for each in scales:
        if each.reason is not None:
            said.append(say("ordinal.withheld", scale=each.usual.scale.label, reason=each.reason))
    warnings = _sparse(scales)
    for each, one in found:
        if one.negative:
            warnings.append(say("ordinal.negative", scale=each.usual.scale.label, items=one.negative))
        if one.heywood:
            warnings.append(say("ordinal.heywood", scale=each.usual.scale.label, items=one.heywood))
    return [*(Finding(sentence) for sentence in said), *(Finding(w, "warning") for w in warnings)]


def _usual_alpha(each: OrdinalScale) -> float:
    return each.usual.found.alpha if each.usual.found is not None else float("nan")


def _one(each: OrdinalScale, found: OrdinalReliability) -> Say:
    values = {
        "scale": each.usual.scale.label,
        "n": found.n,
        "ordinal": found.alpha,
        "alpha": _usual_alpha(each),
    }
    if isnan(found.omega):
        return say("ordinal.scale_no_omega", **values)
    return say("ordinal.scale", omega=found.omega, **values)


def _several(found: list[tuple[OrdinalScale, OrdinalReliability]]) -> list[Say]:
    if not found:
        return []
    low, high = (pick(found, key=lambda pair: pair[1].alpha) for pick in (min, max))
    said = [
        say(
            "ordinal.range",
            k=len(found),
            low=low[1].alpha,
            low_scale=low[0].usual.scale.label,
            high=high[1].alpha,
            high_scale=high[0].usual.scale.label,
        )
    ]
    omegas = [one.omega for _, one in found if not isnan(one.omega)]
    if len(omegas) > 1:
        said.append(say("ordinal.omega_range", low=min(omegas), high=max(omegas)))
    apart, widest = max(
        ((one.alpha - _usual_alpha(each), each) for each, one in found), key=lambda pair: abs(pair[0])
    )
    values = {"apart": abs(apart), "scale": widest.usual.scale.label}
    if all(one.alpha > _usual_alpha(each) for each, one in found):
        said.append(say("ordinal.all_higher", **values))
    else:
        higher = sum(one.alpha > _usual_alpha(each) for each, one in found)
        said.append(say("ordinal.some_higher", higher=higher, k=len(found), **values))
    return said


def _sparse(scales: Sequence[OrdinalScale]) -> list[Say]:
    estimated = [(each, each.polychoric) for each in scales if each.polychoric is not None]
    sparse = [(each, one) for each, one in estimated if one.empty_cells >= SPARSE and one.n < MANY]
    if not sparse:
        return []
    widest, most = max(sparse, key=lambda pair: pair[1].empty_cells)
    errors = np.concatenate([one.se[np.triu_indices(len(one.names), 1)] for _, one in sparse])
    errors = errors[np.isfinite(errors)]
    values = {"most": most.empty_cells, "scale": widest.usual.scale.label, "n": most.n}
    if not len(errors):
        return [say("ordinal.sparse", **values)]
    return [say("ordinal.sparse_error", se=float(errors.max()), **values)]


def factor_findings(factors: OrdinalFactors) -> list[Finding]:
    """How many factors, how much they explain, and whether Pearson correlations tell the same."""
    found, estimated = factors.solution, factors.polychoric
    if found is None or estimated is None:
        return []
    values = {
        "n": found.n,
        "k": len(found.names),
        "factors": found.factors,
        "percent": float(found.percent.sum()),
    }
    said = [
        say("ordinal.number", **values) if found.factors > 1 else say("ordinal.number_one", **values),
        say("ordinal.pearson_same")
        if factors.pearson == found.factors
        else say("ordinal.pearson_other", pearson=factors.pearson),
    ]
    if factors.congruence is not None:
        said.append(say("ordinal.congruence", low=float(factors.congruence.min()), factors=found.factors))
    warnings = []
    if found.heywood:
        warnings.append(say("ordinal.factors_heywood", items=found.heywood))
    return [*(Finding(sentence) for sentence in said), *(Finding(w, "warning") for w in warnings)]
