"""Do the same people score differently on several measures?

Repeated-measures analysis of variance with the degrees of freedom of Greenhouse and Geisser (1959,
doi:10.1007/BF02289823), Mauchly's test, generalized and partial eta squared (Olejnik & Algina, 2003),
Friedman's test with Kendall's W, and paired t-tests of all pairs, adjusted by Holm (1979).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.conventions import explained_once
from survey_kit.analyses.measures import Measures, gather_measures
from survey_kit.analyses.model_lines import WithheldLine, fit_lines
from survey_kit.analyses.within.findings import findings
from survey_kit.analyses.within.tables import anova_table, means_figure, means_table, pairs_table
from survey_kit.analyses.within.words import WORDS
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.lines import Within
from survey_kit.report.blocks import Block, Heading, Label, Say, Section, say
from survey_kit.stats.repeated_measures import (
    Friedman,
    PairedTest,
    WithinAnova,
    friedman,
    paired_tests,
    within_anova,
    within_intervals,
)
from survey_kit.study import Study

CONVENTIONS = frozenset(f"within.note_{name}" for name in ("interval", "eta", "pairs", "corrections"))


@dataclass(frozen=True, slots=True)
class Comparison:
    """One line of the plan: the measures, and every test of their means and ranks; ``whose`` when not everybody's."""

    id: str
    name: Label | Say
    measures: Measures
    low: tuple[float, ...]
    high: tuple[float, ...]
    anova: WithinAnova
    friedman: Friedman
    pairs: tuple[PairedTest, ...]
    alpha: float
    level: float
    whose: Say | None = None

    @property
    def p(self) -> float:
        """The p that counts: Greenhouse–Geisser's where sphericity is a question."""
        corrected = self.anova.greenhouse_geisser
        return self.anova.p if corrected is None else corrected.p


@dataclass(frozen=True, slots=True)
class WithinResult:
    """The comparisons of the plan, in its order; at least one could be made."""

    comparisons: tuple[Comparison | WithheldLine, ...]


def compute(study: Study, earlier: Earlier) -> WithinResult:  # noqa: ARG001
    """Compare the measures of every line.

    Raises
    ------
    NotApplicable
        The plan has no line, or none can be computed (the reason of the first is given).
    """

    def fit(line: Within, line_id: str) -> Comparison:
        groups = _groups(study, line)
        measures = gather_measures(study, line.measures, whose=groups)
        level = study.plan.level
        low, high = within_intervals(measures.scores, level=level)
        return Comparison(
            id=line_id,
            name=_name(study, line),
            measures=measures,
            low=tuple(map(float, low)),
            high=tuple(map(float, high)),
            anova=within_anova(measures.scores, level=level),
            friedman=friedman(measures.scores),
            pairs=paired_tests(measures.scores, level=level),
            alpha=study.plan.alpha,
            level=level,
            whose=None if groups is None else _whose(study, line),
        )

    lines = fit_lines(study.plan.lines.within, fit, lambda line: _name(study, line), "within.no_plan")
    return WithinResult(lines)


def _groups(study: Study, line: Within) -> np.ndarray | None:
    """Whose scores the line compares; None when everybody's."""
    if not line.question or not line.codes:
        return None
    if line.question not in study.responses.frame.columns:
        raise NotApplicable("model.absent", names=(study.label(line.question),))
    return np.isin(study.codes(line.question), line.codes)


def _whose(study: Study, line: Within) -> Say:
    options = study.questionnaire.question(line.question).options
    groups = tuple(option.label for option in options if option.code in line.codes)
    return say("within.note_whose", question=study.label(line.question), groups=groups)


def _name(study: Study, line: Within) -> Label | Say:
    return line.label or say("within.name", measures=tuple(study.label(name) for name in line.measures))


def present(result: WithinResult) -> Section:
    """Means, tests, pairs, a figure and what they say, for every comparison."""
    blocks: list[Block] = []
    for each in result.comparisons:
        if isinstance(each, WithheldLine):
            blocks.append(each.finding)
            continue
        if len(result.comparisons) > 1:
            blocks.append(Heading(say("within.heading", name=each.name)))
        blocks += [
            means_table(each),
            means_figure(each),
            anova_table(each),
            pairs_table(each),
            *findings(each),
        ]
    made = [each for each in result.comparisons if isinstance(each, Comparison)]
    several = any(each.anova.k > 2 for each in made)
    return Section(
        "within",
        say("within.title"),
        (
            say("within.method" if several else "within.method_two"),
            say("within.method_ranks"),
            say("within.method_pairs" if several else "within.method_pair"),
        ),
        tuple(explained_once(blocks, CONVENTIONS)),
        (
            *(("greenhouse1959", "huynh1976", "mauchly1940", "holm1979") if several else ()),
            "olejnik2003",
            "steiger2004",
            "friedman1937",
            "lakens2013",
            "morey2008",
        ),
    )


def called_for(study: Study) -> bool:
    """The plan compares measures within persons."""
    return bool(study.plan.lines.within)


ANALYSIS = Analysis(
    "within",
    Label("Comparisons within persons", "被试内比较"),
    compute,
    present,
    WORDS,
    called_for=called_for,
)
