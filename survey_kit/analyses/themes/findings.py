"""What the themes say, sentence by sentence."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from survey_kit.analyses.themes.model import ThemesResult
from survey_kit.report.blocks import Block, Finding, Say, say

SHOWN = 3

BANDS = ((0.0, "slight"), (0.2, "fair"), (0.4, "moderate"), (0.6, "substantial"), (0.8, "almost_perfect"))
"""Kappa in the words of Landis & Koch (1977), doi:10.2307/2529310; below zero: poor."""

TENTATIVE = 0.667
"""Below this alpha Krippendorff (2004, p. 241) advises against conclusions from the codes."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Sentences by the part of the section that they follow."""

    frequencies: list[Block] = field(default_factory=list)
    groups: list[Block] = field(default_factory=list)
    pairs: list[Block] = field(default_factory=list)
    agreement: list[Block] = field(default_factory=list)
    saturation: list[Block] = field(default_factory=list)
    contrasts: list[Block] = field(default_factory=list)
    joint: list[Block] = field(default_factory=list)


def findings(result: ThemesResult) -> Findings:
    """All sentences."""
    return Findings(
        _frequencies(result),
        _groups(result),
        _pairs(result),
        _agreement(result),
        _saturation(result),
        _contrasts(result),
        _joint(result),
    )


def _frequencies(result: ThemesResult) -> list[Block]:
    most = sorted(result.frequencies, key=lambda each: -each.persons)[:SHOWN]
    named = tuple(
        say("themes.one", theme=each.theme.label, n=each.persons, percent=each.percent)
        for each in most
        if each.persons
    )
    found: list[Block] = [
        Finding(say("themes.scope", people=result.people, segments=result.coded, k=len(result.frequencies)))
    ]
    if named:
        found.append(Finding(say("themes.most", themes=named)))
    if result.uncoded:
        found.append(Finding(say("themes.uncoded", n=result.uncoded), "warning"))
    return found


def _groups(result: ThemesResult) -> list[Block]:
    found: list[Block] = []
    for grouped in result.grouped:
        tests = [test for test in grouped.tests if math.isfinite(test.p)]
        if not tests:
            continue
        significant = tuple(
            say("themes.differs", theme=test.theme.label, p=test.p_holm)
            for test in tests
            if test.p_holm < result.alpha
        )
        key = "themes.groups_some" if significant else "themes.groups_none"
        values = {"themes": significant} if significant else {}
        found.append(Finding(say(key, question=grouped.question, **values)))
    return found


def _pairs(result: ThemesResult) -> list[Block]:
    significant = sorted(
        (pair for pair in result.pairs if pair.p_holm < result.alpha), key=lambda pair: -abs(pair.phi)
    )
    if not significant:
        return [Finding(say("themes.pairs_none", m=len(result.pairs)))]
    named = tuple(
        say("themes.pair", first=pair.first.label, second=pair.second.label, phi=pair.phi, p=pair.p_holm)
        for pair in significant[:SHOWN]
    )
    return [Finding(say("themes.pairs_some", m=len(result.pairs), k=len(significant), pairs=named))]


def _agreement(result: ThemesResult) -> list[Block]:
    overall = result.overall
    if overall is None:
        return []
    if math.isnan(overall.kappa.value):
        return [Finding(say("themes.agreement_one", percent=overall.percent, n=overall.n), "warning")]
    kappa = overall.kappa.value
    found: list[Block] = [
        Finding(
            say(
                "themes.agreement", percent=overall.percent, n=overall.n, kappa=kappa, size=_band(kappa),
                ac1=overall.ac1.value, krippendorff=overall.alpha.value,
            )
        )
    ]  # fmt: skip
    weak = tuple(
        each.theme.label for each in result.agreement if each.theme and each.values.alpha.value < TENTATIVE
    )
    if weak:
        found.append(Finding(say("themes.agreement_weak", themes=weak), "warning"))
    if overall.alpha.value < TENTATIVE:
        found.append(Finding(say("themes.agreement_weak_whole"), "warning"))
    return found


def _band(kappa: float) -> Say:
    name = "poor"
    for limit, word in BANDS:
        if kappa >= limit:
            name = word
    return say(f"themes.kappa_{name}")


def _saturation(result: ThemesResult) -> list[Block]:
    found = result.saturation
    if found is None:
        return []
    values = {"base": found.base, "run": found.run, "threshold": 100 * found.threshold}
    if found.reached is None:
        return [Finding(say("themes.not_saturated", n=result.people, **values), "warning")]
    rest = int(found.found[-1] - found.found[found.reached - 1])
    seen = int(found.found[found.reached - 1])
    key = "themes.saturated" if rest else "themes.saturated_all"
    counted = {"rest": rest} if rest else {}
    said: list[Block] = [Finding(say(key, n=found.reached, seen=seen, **counted, **values))]
    if not result.interviews.codebook.drafted:
        said.append(Finding(say("themes.saturation_given")))
    return said


def _contrasts(result: ThemesResult) -> list[Block]:
    """Themes whose speakers score higher or lower on the factor of the same meaning."""
    significant = tuple(
        say(
            "themes.contrast_lower" if each.contrast.difference.value < 0 else "themes.contrast_higher",
            theme=each.theme.label,
            factor=each.factor,
            difference=abs(each.contrast.difference.value),
            p=each.p_holm,
        )
        for each in result.joint
        if each.p_holm < result.alpha
    )
    if significant:
        return [Finding(say("themes.contrast_some", themes=significant))]
    tested = any(math.isfinite(each.p) for each in result.joint)
    return [Finding(say("themes.contrast_none"))] if tested else []


def _joint(result: ThemesResult) -> list[Block]:
    """Where coefficient and interviews point at the same factor, and where only one of them does."""
    entered = [(each, slope) for each in result.joint for slope in each.slopes]
    if not entered:
        return []
    significant = tuple(
        say(
            "themes.joint_one",
            theme=each.theme.label,
            percent=each.percent,
            factor=each.factor,
            outcome=slope.outcome,
            b=slope.b,
            p=slope.p,
        )
        for each, slope in entered
        if slope.p < result.alpha
    )
    key = "themes.joint_some" if significant else "themes.joint_none"
    values = {"themes": significant} if significant else {}
    said: list[Block] = [Finding(say(key, **values))]
    if result.without_factor:
        said.append(Finding(say("themes.joint_no_factor", themes=result.without_factor)))
    return [*said, Finding(say("themes.joint_caution"))]
