"""What the reliabilities say, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

import numpy as np

from survey_kit.analyses.bands import ALPHA, ITEM_REST_R
from survey_kit.analyses.reliability.scale import ScaleReliability, alpha_estimate
from survey_kit.questionnaire.model import Scale
from survey_kit.report.blocks import Finding, Say, say
from survey_kit.stats.reliability import Reliability

FEW = 2
"""So many scales get a sentence each; of more, the range is given and who falls into which band."""
VISIBLE = 0.0005
"""By less than this, alpha without an item shows no difference in the table."""


def findings(scales: Sequence[ScaleReliability], alpha: float) -> list[Finding]:
    """Coefficients, item statistics and discrimination; then the scales without a reliability."""
    found = [(each, each.found) for each in scales if each.found is not None]
    usable = [(each, one) for each, one in found if one.alpha >= 0]
    said = _each(usable) if len(usable) <= FEW else _together(usable)
    if found:
        said += _items([one for _, one in found])
        said += _discrimination([each for each, _ in found], alpha)
    for each in scales:
        if each.found is None:
            said.append(say("reliability.withheld", scale=each.scale.label, reason=each.reason))
    negative = [
        Finding(say("reliability.negative_alpha", **_values(each, one)), "warning")
        for each, one in found
        if one.alpha < 0
    ]
    return [*(Finding(sentence) for sentence in said), *negative]


def _values(each: ScaleReliability, found: Reliability) -> dict[str, object]:
    return {"scale": each.scale.label, "alpha": alpha_estimate(found), "k": found.k, "n": found.n}


def _each(usable: list[tuple[ScaleReliability, Reliability]]) -> list[Say]:
    said = []
    for each, found in usable:
        values = {**_values(each, found), "band": ALPHA.word(found.alpha)}
        if isnan(found.omega.value):
            said.append(say("reliability.scale_no_omega", **values))
        else:
            said.append(say("reliability.scale", omega=found.omega.value, **values))
    return said


def _together(usable: list[tuple[ScaleReliability, Reliability]]) -> list[Say]:
    low, high = (pick(usable, key=lambda pair: pair[1].alpha) for pick in (min, max))
    said = [
        say(
            "reliability.range",
            k=len(usable),
            low=low[1].alpha,
            low_scale=low[0].scale.label,
            high=high[1].alpha,
            high_scale=high[0].scale.label,
        )
    ]
    bands: dict[str, list[tuple[ScaleReliability, Reliability]]] = {}
    for each, found in sorted(usable, key=lambda pair: -pair[1].alpha):
        bands.setdefault(ALPHA.word(found.alpha).key, []).append((each, found))
    if len(bands) == 1:
        said.append(say("reliability.all_in_band", band=Say(next(iter(bands)))))
    else:
        for number, (band, members) in enumerate(bands.items()):
            named = tuple(
                say("reliability.named", scale=each.scale.label, alpha=found.alpha) for each, found in members
            )
            key = "reliability.further_band" if number else "reliability.first_band"
            said.append(say(key, band=Say(band), scales=named))
    omegas = [found.omega.value for _, found in usable if not isnan(found.omega.value)]
    if omegas:
        said.append(say("reliability.omega_range", low=min(omegas), high=max(omegas)))
    return said


def _items(found: list[Reliability]) -> list[Say]:
    rest = np.concatenate([one.item_rest_r for one in found])
    rest = rest[np.isfinite(rest)]
    if not len(rest):
        return []
    fine = rest.min() >= ITEM_REST_R
    values = {"low": float(rest.min()), "high": float(rest.max())}
    said = [
        say("reliability.items_fine", limit=ITEM_REST_R, **values)
        if fine
        else say("reliability.items_range", **values)
    ]
    dropped = [(one, one.alpha_if_dropped[np.isfinite(one.alpha_if_dropped)]) for one in found]
    shown = [(one, values) for one, values in dropped if len(values)]
    if shown and all(values.max() <= one.alpha + VISIBLE for one, values in shown):
        said.append(say("reliability.none_raises"))
    return said


def _discrimination(scales: list[ScaleReliability], alpha: float) -> list[Say]:
    tested = [
        (name, float(p))
        for each in scales
        if each.ratio is not None and each.found is not None
        for name, p in zip(each.found.names, each.ratio.p, strict=True)
        if not isnan(p)
    ]
    if not tested:
        return []
    failing = tuple(name for name, p in tested if p >= alpha)
    if failing:
        return [say("reliability.not_discriminating", items=failing, alpha=alpha)]
    return [say("reliability.all_discriminate", alpha=alpha)]


def warnings(scales: Sequence[ScaleReliability]) -> list[Finding]:
    """What a reader must know about single items and about who is left out."""
    return [warning for each in scales for warning in _warnings(each)]


def _warnings(each: ScaleReliability) -> list[Finding]:
    found, usable = each.found, each.usable
    said: list[Say] = []
    left_out = usable.empty + usable.constant
    if left_out and found is not None:
        said.append(say("reliability.left_out", scale=each.scale.label, items=left_out))
    if found is not None:
        said += _item_warnings(each.scale, found)
        if found.n < 0.8 * each.n_total:
            said.append(say("reliability.lost", scale=each.scale.label, n=found.n, total=each.n_total))
    return [Finding(sentence, "warning") for sentence in said]


def _item_warnings(scale: Scale, found: Reliability) -> list[Say]:
    said = []
    rest = dict(zip(found.names, found.item_rest_r, strict=True))
    negative = tuple(say("reliability.item_r", item=i, r=float(r)) for i, r in rest.items() if r < 0)
    weak = tuple(
        say("reliability.item_r", item=i, r=float(r)) for i, r in rest.items() if 0 <= r < ITEM_REST_R
    )
    if negative:
        said.append(say("reliability.negative_items", scale=scale.label, items=negative))
    # a scale of negative alpha is none as scored: weak items and a higher alpha would say nothing
    if weak and not found.alpha < 0:
        said.append(say("reliability.weak_items", scale=scale.label, items=weak, limit=ITEM_REST_R))
    raising = tuple(
        say("reliability.item_alpha", item=i, alpha=float(a))
        for i, a in zip(found.names, found.alpha_if_dropped, strict=True)
        if a > found.alpha + VISIBLE
    )
    if raising and not found.alpha < 0:
        said.append(say("reliability.raising", scale=scale.label, items=raising, alpha=found.alpha))
    if found.omega.negative:
        said.append(say("reliability.omega_negative", scale=scale.label, items=found.omega.negative))
    if found.omega.heywood:
        said.append(say("reliability.omega_heywood", scale=scale.label, items=found.omega.heywood))
    return said
