"""Which hypotheses of the thesis do the data support?

Each hypothesis of the plan is put to the test that its claim names: a coefficient or a block of
coefficients in the planned regression or logit model, a Pearson correlation, a one-sample t, the test between
groups of the section on groups or of a planned cross table, the product of a planned moderation, an indirect
effect of a planned mediation or the index of a moderated one (percentile bootstrap interval). p-values are two-sided; a directed hypothesis is supported only when the estimate has the
stated sign too. Holm's (1979) adjustment over all tested hypotheses stands beside.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.hypotheses.claims import put_to_test
from survey_kit.analyses.hypotheses.outcome import NotTested, Outcome
from survey_kit.analyses.hypotheses.words import WORDS
from survey_kit.errors import NotApplicable, Withheld
from survey_kit.report.blocks import Block, Column, Finding, Label, Note, Row, Say, Section, Table, say
from survey_kit.stats.multiplicity import holm
from survey_kit.study import Study


@dataclass(frozen=True, slots=True)
class HypothesesResult:
    """The plan's hypotheses in order; ``p_holm`` belongs to those that were tested, in order."""

    hypotheses: tuple[Outcome | NotTested, ...]
    p_holm: tuple[float, ...]
    alpha: float
    level: float

    @property
    def tested(self) -> tuple[Outcome, ...]:
        return tuple(each for each in self.hypotheses if isinstance(each, Outcome))


def compute(study: Study, earlier: Earlier) -> HypothesesResult:
    """Test every hypothesis of the plan.

    Raises
    ------
    NotApplicable
        The plan has none.
    """
    if not study.plan.hypotheses:
        raise NotApplicable("hypotheses.none")
    results: list[Outcome | NotTested] = []
    for hypothesis in study.plan.hypotheses:
        try:
            results.append(put_to_test(study, hypothesis, earlier))
        except Withheld as reason:
            results.append(NotTested(hypothesis, Say(reason.key, reason.values)))
    p = np.array([each.p for each in results if isinstance(each, Outcome)])
    return HypothesesResult(
        tuple(results), tuple(float(value) for value in holm(p)), study.plan.alpha, study.plan.level
    )


def present(result: HypothesesResult) -> Section:
    """One table, and what it comes to."""
    methods = [say("hypotheses.method", alpha=result.alpha), say("hypotheses.method_holm")]
    if any(each.bca is not None for each in result.tested):
        methods.append(say("hypotheses.method_bootstrap", level=f"{100 * result.level:g}%"))
    blocks: tuple[Block, ...] = (_table(result), *_findings(result))
    return Section("hypotheses", say("hypotheses.title"), tuple(methods), blocks, ("holm1979",))


def _table(result: HypothesesResult) -> Table:
    columns = (
        Column("hypothesis", label=say("hypotheses.column")),
        Column("text", label=say("hypotheses.text")),
        Column("test", label=say("hypotheses.test")),
        Column("n", "count"),
        Column("estimate", "coefficient", interval=True),
        Column("p", "p"),
        Column("p_holm", "p"),
        Column("decision", label=say("hypotheses.decision")),
    )
    adjusted = iter(result.p_holm)
    rows: list[Row] = []
    notes = [Note(say("hypotheses.note_estimate"))]
    last = tuple(
        each.hypothesis.id for each in result.tested if each.test.key == "hypotheses.test_block_planned"
    )
    if last:
        notes.append(Note(say("hypotheses.note_last", ids=last)))
    for each in result.hypotheses:
        key, text = each.hypothesis.id, each.hypothesis.text
        if isinstance(each, NotTested):
            rows.append(Row(key, (key, text, None, None, None, None, None, say("hypotheses.not_testable"))))
            notes.append(Note(say("hypotheses.note_reason", reason=each.reason), "decision", key))
            continue
        decision = say(f"hypotheses.{each.decision(result.alpha)}")
        rows.append(Row(key, (key, text, each.test, each.n, each.estimate, each.p, next(adjusted), decision)))
    notes += _places(result)
    return Table("hypotheses", say("hypotheses.table"), columns, tuple(rows), tuple(notes))


def _places(result: HypothesesResult) -> Iterator[Note]:
    """Where the numbers come from, a note a section."""
    sections: dict[str, dict[Say, list[str]]] = {}
    for each in result.tested:
        if each.place is not None:
            tables = sections.setdefault(each.place.section, {})
            tables.setdefault(each.place.table, []).append(each.hypothesis.id)
    order = [each.hypothesis.id for each in result.hypotheses]
    for section, tables in sections.items():
        places = tuple(
            say("hypotheses.place", table=table, ids=_runs(ids, order)) for table, ids in tables.items()
        )
        yield Note(say("hypotheses.note_places", section=say(f"{section}.title"), places=places))


def _runs(ids: list[str], order: list[str]) -> tuple[str, ...]:
    """The ids, three or more that follow each other in the plan as first–last."""
    runs: list[list[str]] = []
    for name in ids:
        if runs and order.index(name) == order.index(runs[-1][-1]) + 1:
            runs[-1].append(name)
        else:
            runs.append([name])
    return tuple(part for run in runs for part in ((f"{run[0]}–{run[-1]}",) if len(run) > 2 else tuple(run)))


def _findings(result: HypothesesResult) -> Iterator[Finding]:
    tested = result.tested
    named: dict[str, list[str]] = {"supported": [], "not_supported": [], "contrary": []}
    for each in tested:
        named[each.decision(result.alpha)].append(each.hypothesis.id)
    untested = [each.hypothesis.id for each in result.hypotheses if isinstance(each, NotTested)]
    total = len(result.hypotheses)
    also = False
    for decision, ids in named.items():
        if ids:
            key = f"hypotheses.also_{decision}" if also else f"hypotheses.list_{decision}"
            yield Finding(say(key, total=total, ids=tuple(ids)))
            also = True
    if named["not_supported"]:
        yield Finding(say("hypotheses.absence"))
    if untested:
        yield Finding(say("hypotheses.list_not_testable", ids=tuple(untested)), "warning")
    fragile = [
        each.hypothesis.id
        for each, adjusted in zip(tested, result.p_holm, strict=True)
        if each.decision(result.alpha) == "supported" and not adjusted < result.alpha
    ]
    if fragile:
        yield Finding(say("hypotheses.fragile", ids=tuple(fragile)), "warning")
    yield from _families(result)
    robust = [
        each.hypothesis.id
        for each in tested
        if not math.isnan(each.p_hc3) and (each.p_hc3 < result.alpha) != (each.p < result.alpha)
    ]
    if robust:
        yield Finding(say("hypotheses.hc3", ids=tuple(robust)), "warning")
    corrected = [
        each.hypothesis.id for each in tested if each.bca is not None and each.bca != (each.p < result.alpha)
    ]
    if corrected:
        yield Finding(say("hypotheses.bca", ids=tuple(corrected)), "warning")
    unsettled = [each.hypothesis.id for each in tested if each.unsettled]
    if unsettled:
        yield Finding(say("hypotheses.unsettled", ids=tuple(unsettled)), "warning")


def _families(result: HypothesesResult) -> Iterator[Finding]:
    """Hypotheses supported by a test that its own section, adjusting over its family, does not count."""
    found: dict[str, list[str]] = {}
    for each in result.tested:
        place = each.place
        if place is not None and place.p_holm >= result.alpha and each.decision(result.alpha) == "supported":
            found.setdefault(place.section, []).append(each.hypothesis.id)
    for section, ids in found.items():
        yield Finding(say("hypotheses.family", ids=tuple(ids), section=say(f"{section}.title")))


ANALYSIS = Analysis(
    "hypotheses",
    Label("Tests of the hypotheses", "假设检验"),
    compute,
    present,
    WORDS,
    (
        "scales",
        "correlations",
        "crosstab",
        "groups",
        "regression",
        "logit",
        "mediation",
        "moderation",
        "moderated_mediation",
    ),
)
