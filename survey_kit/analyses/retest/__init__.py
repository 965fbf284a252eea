"""Do repeated measurements of the same people, or several raters, agree?

All six intraclass correlations of Shrout and Fleiss (1979, doi:10.1037/0033-2909.86.2.420) with the intervals
and names of McGraw and Wong (1996), standard error of measurement and smallest detectable change (de Vet et
al., 2006, doi:10.1016/j.jclinepi.2005.10.015); for two measurements also the test–retest correlation, the paired
change and Bland and Altman's limits of agreement (1999, doi:10.1177/096228029900800204).
"""

from __future__ import annotations

from dataclasses import dataclass

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.conventions import explained_once
from survey_kit.analyses.measures import Measures, gather_measures
from survey_kit.analyses.model_lines import WithheldLine, fit_lines
from survey_kit.analyses.retest.findings import findings
from survey_kit.analyses.retest.tables import forms_table, precision_table
from survey_kit.analyses.retest.words import WORDS
from survey_kit.questionnaire.lines import Repeated
from survey_kit.report.blocks import Block, Estimate, Heading, Label, Say, Section, say
from survey_kit.stats.correlation import pearson
from survey_kit.stats.intraclass import Intraclass, LimitsOfAgreement, intraclass, limits_of_agreement
from survey_kit.stats.mean_tests import TTest
from survey_kit.stats.moments import moments
from survey_kit.stats.repeated_measures import paired_tests
from survey_kit.study import Study

CONVENTIONS = frozenset(f"retest.note_{name}" for name in ("forms", "precision", "limits"))


@dataclass(frozen=True, slots=True)
class TwoTimes:
    """What only two measurements have; ``change`` is second minus first, None when it does not vary."""

    r: Estimate
    p: float
    mean_change: float
    change: TTest | None
    limits: LimitsOfAgreement


@dataclass(frozen=True, slots=True)
class Repetition:
    """One line of the plan: measurements of the same thing and how far they agree."""

    id: str
    name: Label | Say
    measures: Measures
    forms: Intraclass
    two: TwoTimes | None
    alpha: float
    level: float


@dataclass(frozen=True, slots=True)
class RetestResult:
    """The repetitions of the plan, in its order; at least one could be computed."""

    repetitions: tuple[Repetition | WithheldLine, ...]


def compute(study: Study, earlier: Earlier) -> RetestResult:  # noqa: ARG001
    """Agreement of the measurements of every line.

    Raises
    ------
    NotApplicable
        The plan has no line, or none can be computed (the reason of the first is given).
    """

    def fit(line: Repeated, line_id: str) -> Repetition:
        measures = gather_measures(study, line.measures)
        level = study.plan.level
        forms = intraclass(measures.scores, level=level)
        two = _two_times(measures, level) if len(line.measures) == 2 else None
        return Repetition(line_id, _name(study, line), measures, forms, two, study.plan.alpha, level)

    lines = fit_lines(study.plan.lines.retest, fit, lambda line: _name(study, line), "retest.no_plan")
    return RetestResult(lines)


def _two_times(measures: Measures, level: float) -> TwoTimes:
    found = pearson(moments(measures.scores, measures.names), level=level)
    r = Estimate(float(found.r[0, 1]), float(found.low[0, 1]), float(found.high[0, 1]), level)
    first, second = measures.scores.T
    change = paired_tests(measures.scores[:, ::-1], level=level)[0]
    limits = limits_of_agreement(first, second, level=level)
    return TwoTimes(r, float(found.p[0, 1]), change.difference, change.test, limits)


def _name(study: Study, line: Repeated) -> Label | Say:
    return line.label or say("retest.name", measures=tuple(study.label(name) for name in line.measures))


def present(result: RetestResult) -> Section:
    """The six forms, the precision of a score, and what they say, for every repetition."""
    blocks: list[Block] = []
    for each in result.repetitions:
        if isinstance(each, WithheldLine):
            blocks.append(each.finding)
            continue
        if len(result.repetitions) > 1:
            blocks.append(Heading(say("retest.heading", name=each.name)))
        blocks += [forms_table(each), precision_table(each), *findings(each)]
    two = any(isinstance(each, Repetition) and each.two for each in result.repetitions)
    return Section(
        "retest",
        say("retest.title"),
        (say("retest.method"), *((say("retest.method_two"),) if two else ())),
        tuple(explained_once(blocks, CONVENTIONS)),
        ("shrout1979", "mcgraw1996", "vet2006", "koo2016", *(("bland1999",) if two else ())),
    )


def called_for(study: Study) -> bool:
    """The plan names columns that measure the same."""
    return bool(study.plan.lines.retest)


ANALYSIS = Analysis(
    "retest",
    Label("Agreement of repeated measurements", "重测信度与评分者一致性"),
    compute,
    present,
    WORDS,
    called_for=called_for,
)
