"""Which effects could a sample of this size have found, and what can it not say?

Sensitivity analysis: the smallest effect that each main test detects with a power of .80 at the
plan's significance level (Cohen, 1988; Faul et al., 2009, doi:10.3758/BRM.41.4.1149). Power from the observed effect
would only restate its p-value (Hoenig & Heisey, 2001, doi:10.1198/000313001300339897) and is not given. Beside it: respondents per
item and per predictor, and the limits that follow from how such data come about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from survey_kit.analyses import bands
from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.change.model import ChangeResult
from survey_kit.analyses.correlations import CorrelationsResult
from survey_kit.analyses.groups import GroupsResult
from survey_kit.analyses.power.words import WORDS
from survey_kit.analyses.regression import RegressionResult
from survey_kit.errors import NotApplicable, NotComputable
from survey_kit.report.blocks import Block, Column, Finding, Label, Note, Row, Say, Section, Table, say
from survey_kit.stats.power import (
    smallest_correlation,
    smallest_d,
    smallest_f,
    smallest_f2,
)
from survey_kit.study import Study

Measure: TypeAlias = Literal["r", "d", "f", "f2"]
BANDS: dict[Measure, bands.Bands] = {"r": bands.R, "d": bands.D, "f": bands.F, "f2": bands.F2}

PER_ITEM = 10
"""Respondents per item that are commonly asked for in a factor analysis (Costello & Osborne, 2005)."""


@dataclass(frozen=True, slots=True)
class Detectable:
    """The smallest effect that one test detects; ``outcome`` is set for a regression as a whole."""

    key: str
    test: Say
    n: int
    measure: Measure
    effect: float
    outcome: Label | None = None


@dataclass(frozen=True, slots=True)
class Supply:
    """Respondents there are for what is to be estimated; ``wanted`` is the n of a published rule."""

    key: str
    what: Say
    n: int
    k: int
    wanted: int
    rule: Say


@dataclass(frozen=True, slots=True)
class SensitivityResult:
    """What the sample can carry. ``collected`` and ``valid`` count returned and kept questionnaires."""

    n: int
    alpha: float
    detectable: tuple[Detectable, ...]
    supplies: tuple[Supply, ...]
    collected: int
    valid: int
    has_scales: bool
    asked_twice: bool = False


def compute(study: Study, earlier: Earlier) -> SensitivityResult:
    """Solve the power functions of the main tests for the effect.

    Raises
    ------
    NotApplicable
        None of the sections whose tests these are could be computed.
    """
    regressions: RegressionResult | None = earlier.get("regression")
    alpha = study.plan.alpha
    found = (
        *_correlation(earlier.get("correlations"), alpha),
        *_groups(earlier.get("groups"), alpha),
        *_regressions(regressions, alpha),
        *_change(earlier.get("change"), alpha),
    )
    if not found:
        raise NotApplicable("power.no_tests")
    ledger = study.responses.ledger
    return SensitivityResult(
        n=study.n,
        alpha=alpha,
        detectable=found,
        supplies=(*_items(study), *_predictors(regressions)),
        collected=max(ledger.collected, study.n),
        valid=study.n,
        has_scales=bool(study.scales),
        asked_twice=study.materials.before is not None,
    )


def _correlation(correlations: CorrelationsResult | None, alpha: float) -> Iterator[Detectable]:
    if correlations and correlations.n >= 4:
        n = correlations.n
        yield Detectable(
            "correlation", say("power.correlation"), n, "r", smallest_correlation(n, alpha=alpha)
        )


def _groups(groups: GroupsResult | None, alpha: float) -> Iterator[Detectable]:
    for each in groups.questions if groups else ():
        sizes = tuple(group.n for group in each.groups)
        key = f"groups_{each.id}"
        if len(sizes) == 2:
            test = say("power.two_groups", question=each.question, first=sizes[0], second=sizes[1])
            yield Detectable(key, test, sum(sizes), "d", smallest_d(*sizes, alpha=alpha))
        else:
            test = say("power.several_groups", question=each.question, groups=len(sizes))
            yield Detectable(key, test, sum(sizes), "f", smallest_f(sizes, alpha=alpha))


def _change(change: ChangeResult | None, alpha: float) -> Iterator[Detectable]:
    """Difference in differences of people asked twice: two groups compared by how much each person changed."""
    if change is None or not change.design.paired or change.design.groups is None or not change.differences:
        return
    groups = change.design.groups
    first, second = int(groups.treated[0].sum()), int(groups.comparison[0].sum())
    test = say("power.change", first=first, second=second)
    yield Detectable("change", test, first + second, "d", smallest_d(first, second, alpha=alpha))


def _regressions(regressions: RegressionResult | None, alpha: float) -> Iterator[Detectable]:
    for fitted in regressions.fitted if regressions else ():
        n, k = fitted.n, len(fitted.predictors)
        parts = [("model", "power.model", k)]
        if len(fitted.steps) > 1 and fitted.steps[-1].df1 > 1:
            parts.append(("block", "power.block", fitted.steps[-1].df1))
        if k > 1:
            parts.append(("coefficient", "power.coefficient", 1))
        for part, key, tested in parts:
            try:
                f2 = smallest_f2(n, tested, k, alpha=alpha)
            except NotComputable:
                continue
            test = say(key, outcome=fitted.label, tested=tested, k=k)
            outcome = fitted.label if part == "model" else None
            yield Detectable(f"{fitted.id}_{part}", test, n, "f2", f2, outcome)


def _items(study: Study) -> Iterator[Supply]:
    items = study.scores.items
    k = items.shape[1]
    if k >= 3:
        n = int(np.isfinite(items.to_numpy(dtype=float)).all(axis=1).sum())
        yield Supply("items", say("power.items"), n, k, PER_ITEM * k, say("power.rule_items"))


def _predictors(regressions: RegressionResult | None) -> Iterator[Supply]:
    for fitted in regressions.fitted if regressions else ():
        k = len(fitted.predictors)
        what = say("power.supply_model", outcome=fitted.label)
        yield Supply(f"{fitted.id}_model", what, fitted.n, k, 50 + 8 * k, say("power.rule_model"))
        what = say("power.supply_coefficients", outcome=fitted.label)
        yield Supply(f"{fitted.id}_coefficients", what, fitted.n, k, 104 + k, say("power.rule_coefficients"))


def present(result: SensitivityResult) -> Section:
    """Smallest effects, respondents per item and predictor, and the limits in words."""
    blocks: list[Block] = [_detectable_table(result)]
    references = ["cohen1988", "faul2009", "hoenig2001"]
    if result.supplies:
        blocks.append(_supply_table(result))
        references += ["costello2005", "green1991"]
    blocks += [Finding(each) for each in _sentences(result)]
    if result.has_scales:
        references.append("podsakoff2003")
    methods = (say("power.method", alpha=result.alpha), say("power.method_observed"))
    return Section("power", say("power.title"), methods, tuple(blocks), tuple(references))


def _detectable_table(result: SensitivityResult) -> Table:
    columns = (
        Column("test", label=say("power.test")),
        Column("n", "count"),
        Column("measure", label=say("power.measure")),
        Column("effect", "coefficient", label=say("power.smallest")),
        Column("size", label=say("power.size")),
    )
    rows = tuple(
        Row(
            each.key,
            (
                each.test,
                each.n,
                say(f"power.measure_{each.measure}"),
                each.effect,
                BANDS[each.measure].word(each.effect),
            ),
            kind="p" if each.effect < 0.001 else None,
        )
        for each in result.detectable
    )
    notes = [Note(say("power.note_bands"))]
    if any(each.measure == "f2" for each in result.detectable):
        notes.append(Note(say("power.note_f2")))
    return Table("detectable", say("power.detectable_title"), columns, rows, tuple(notes))


def _supply_table(result: SensitivityResult) -> Table:
    columns = (
        Column("what", label=say("power.what")),
        Column("n", "count"),
        Column("k", "count", label=say("power.k")),
        Column("ratio", "number", label=say("power.ratio")),
        Column("wanted", "count", label=say("power.wanted")),
        Column("rule", label=say("power.rule")),
        Column("reading", label=say("power.reading")),
    )
    rows = tuple(
        Row(
            each.key,
            (
                each.what,
                each.n,
                each.k,
                each.n / each.k,
                each.wanted,
                each.rule,
                say("power.reached" if each.n >= each.wanted else "power.short"),
            ),
        )
        for each in result.supplies
    )
    return Table("supply", say("power.supply_title"), columns, rows, (Note(say("power.note_rules")),))


def _sentences(result: SensitivityResult) -> Iterator[Say]:
    for each in result.detectable:
        slight = "_slight" if _slight(each) else ""
        if each.key == "correlation":
            yield say(f"power.say_correlation{slight}", n=each.n, r=each.effect)
        if each.outcome is not None:
            r2 = each.effect / (1 + each.effect)
            yield say(f"power.say_model{slight}", outcome=each.outcome, n=each.n, r2=r2)
    if all(_slight(each) for each in result.detectable):
        yield say("power.limit_size")
    else:
        yield say("power.limit_missed")
    if result.has_scales:
        yield say("power.limit_method")
    yield say("power.limit_time_twice" if result.asked_twice else "power.limit_time")
    yield say("power.limit_sampling", n=result.valid)
    if result.collected > result.valid:
        yield say("power.limit_returned", collected=result.collected, valid=result.valid)


def _slight(each: Detectable) -> bool:
    """Whether the test detects even what Cohen does not call small."""
    return each.effect < BANDS[each.measure].limits[1][0]


ANALYSIS = Analysis(
    "power",
    Label("What this sample can carry", "样本量与检验力"),
    compute,
    present,
    WORDS,
    ("correlations", "groups", "regression", "change"),
)
