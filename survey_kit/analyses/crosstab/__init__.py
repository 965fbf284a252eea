"""Do the answers to a question differ between groups?

Each pair that the plan names: Pearson's chi-square without continuity correction, Fisher's exact test
(Freeman & Halton, 1951) where expected counts are small (Cochran, 1954), Cramér's V with an
interval from the noncentral chi-square distribution, adjusted residuals (Haberman, 1973). A question
with several answers: one test an option with Holm's adjustment, and an overall test that
allows for the same respondents answering all options (Bilder & Loughin, 2004).
"""

from __future__ import annotations

from dataclasses import dataclass

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.conventions import explained_once
from survey_kit.analyses.crosstab.findings import findings, main_line
from survey_kit.analyses.crosstab.pairs import Pair, SeveralPair, SinglePair, cross
from survey_kit.analyses.crosstab.tables import (
    MOST_DRAWN,
    counts_table,
    options_figure,
    options_table,
    residuals_table,
    tests_table,
)
from survey_kit.analyses.crosstab.words import WORDS
from survey_kit.analyses.model_lines import fit_each
from survey_kit.errors import NotApplicable
from survey_kit.report.blocks import Block, Finding, Heading, Label, Say, Section, say
from survey_kit.study import Study

CONVENTIONS = frozenset(
    f"crosstab.note_{name}"
    for name in ("residuals", "chi2", "exact", "v", "holm", "overall", "several", "column")
)
"""Notes that hold for every table of the section."""


@dataclass(frozen=True, slots=True)
class WithheldPair:
    """A pair of the plan that the data cannot carry, and why."""

    question: Label
    by: Label
    reason: Say


@dataclass(frozen=True, slots=True)
class CrosstabResult:
    """The pairs of the plan, in its order; at least one could be tested."""

    pairs: tuple[Pair, ...]
    withheld: tuple[WithheldPair, ...]
    alpha: float

    @property
    def main_line(self) -> Say:
        """The first pair in one sentence."""
        return main_line(self.pairs[0], self.alpha)


def compute(study: Study, earlier: Earlier) -> CrosstabResult:  # noqa: ARG001
    """Cross every pair of the plan, each once.

    Raises
    ------
    NotApplicable
        The plan names no pair, or none that can be tested (the reason of the first is given).
    """
    lines = tuple(dict.fromkeys(study.plan.lines.crosstab))
    if not lines:
        raise NotApplicable("crosstab.no_plan")
    found = fit_each(
        lines,
        lambda line: cross(study, line),
        lambda line, reason: WithheldPair(study.label(line.question), study.label(line.by), reason),
    )
    withheld = tuple(each for each in found if isinstance(each, WithheldPair))
    pairs = tuple(each for each in found if not isinstance(each, WithheldPair))
    return CrosstabResult(pairs, withheld, study.plan.alpha)


def present(result: CrosstabResult) -> Section:
    """Counts and residuals of each pair, then the tests; findings below each."""
    singles = tuple(pair for pair in result.pairs if isinstance(pair, SinglePair))
    several = tuple(pair for pair in result.pairs if isinstance(pair, SeveralPair))
    methods, references = [], []
    if singles:
        methods.append(say("crosstab.method"))
        references += ["haberman1973"]
    if several:
        methods.append(say("crosstab.method_several"))
        references += ["bilder2004", "holm1979"]
    tests = [pair.test for pair in singles] + [t for pair in several for t in pair.tests if t]
    if any(test.exact for test in tests):
        methods.append(say("crosstab.method_exact"))
        references += ["cochran1954", "freeman1951"]
    methods.append(say("crosstab.method_v"))
    references.append("smithson2003")
    blocks: list[Block] = []
    if singles:
        if several:
            blocks.append(Heading(say("crosstab.heading_single")))
        for pair in singles:
            blocks += [counts_table(pair), residuals_table(pair)]
        blocks.append(tests_table(singles))
        for pair in singles:
            blocks += findings(pair, result.alpha)
    for many in several:
        blocks.append(Heading(say("crosstab.by", question=many.question, by=many.by)))
        blocks.append(counts_table(many))
        if len(many.groups) <= MOST_DRAWN:
            blocks.append(options_figure(many))
        blocks += [options_table(many), *findings(many, result.alpha)]
    for each in result.withheld:
        text = say("crosstab.withheld", question=each.question, by=each.by, reason=each.reason)
        blocks.append(Finding(text, "warning"))
    return Section(
        "crosstab",
        say("crosstab.title"),
        tuple(methods),
        tuple(explained_once(blocks, CONVENTIONS)),
        tuple(references),
    )


def called_for(study: Study) -> bool:
    """Called for when the plan names a pair."""
    return bool(study.plan.lines.crosstab)


ANALYSIS = Analysis(
    "crosstab", Label("Cross tables", "交叉分析"), compute, present, WORDS, called_for=called_for
)
