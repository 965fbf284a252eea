"""Do groups of respondents differ on the scales?

Each outcome and each predictor by each background question: Welch's t (1947, doi:10.1093/biomet/34.1-2.28)
with Hedges' g for two groups, Welch's F (1951, doi:10.1093/biomet/38.3-4.330) with omega squared and
Games–Howell comparisons for more; Student's t or the classical F and Levene's test beside them. Scales of
one item are compared by ranks (Mann–Whitney, Kruskal–Wallis with Dunn). Holm's adjustment takes the scales
of one question as a family. Welch's tests by default: Delacre et al. (2017, doi:10.5334/irsp.82).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.conventions import explained_once
from survey_kit.analyses.groups.comparison import Comparison, compare, pairs_of
from survey_kit.analyses.groups.division import MIN_GROUP, Division, Group, divide
from survey_kit.analyses.groups.findings import findings
from survey_kit.analyses.groups.tables import CITED_IN_NOTES, CONVENTIONS, figures, tables
from survey_kit.analyses.groups.words import WORDS
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.model import Scale
from survey_kit.questionnaire.plan import Plan
from survey_kit.report.blocks import Block, Finding, Heading, Label, Say, Section, Table, say
from survey_kit.stats.grouped import distinct_values
from survey_kit.stats.multiplicity import holm
from survey_kit.study import Study


@dataclass(frozen=True, slots=True)
class QuestionComparison:
    """All scales compared by one question."""

    id: str
    question: Label
    groups: tuple[Group, ...]
    merged: tuple[Group, ...]
    left_out: tuple[Group, ...]
    comparisons: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class GroupsResult:
    """Comparisons by each question of the plan; ``refused`` are questions that divide nobody, and why."""

    questions: tuple[QuestionComparison, ...]
    refused: tuple[Say, ...]
    outcomes: tuple[str, ...]
    plan: Plan


def compute(study: Study, earlier: Earlier) -> GroupsResult:  # noqa: ARG001
    """Compare the scales between the groups of every question of ``plan.group_by``.

    Raises
    ------
    NotApplicable
        No scale, no question, or no question that divides the respondents (the reason of the first).
    """
    scales = _compared(study)
    if not scales:
        raise NotApplicable("groups.no_scales")
    if not study.group_questions:
        raise NotApplicable("groups.no_questions")
    scores = {scale.id: distinct_values(study.scale_scores(scale.id)) for scale in scales}
    answered = np.any([scores[scale.id].index >= 0 for scale in scales], axis=0)
    questions: list[QuestionComparison] = []
    reasons: list[NotApplicable] = []
    for question in study.group_questions:
        try:
            division = divide(study, question, answered)
        except NotApplicable as reason:
            reasons.append(reason)
            continue
        comparisons = []
        for scale in scales:
            ordinal = len(study.items_of(scale)) == 1
            comparisons.append(compare(scale, scores[scale.id], division, study.plan, ordinal=ordinal))
        adjusted = holm(np.array([each.p for each in comparisons]))
        comparisons = [replace(each, p_holm=float(p)) for each, p in zip(comparisons, adjusted, strict=True)]
        for at, each in enumerate(comparisons):
            if each.p_holm < study.plan.alpha and not each.ordinal and not each.two:
                pairs = pairs_of(scores[each.scale.id], division, study.plan)
                comparisons[at] = replace(each, post_hoc=pairs)
        questions.append(_question(question.id, division, tuple(comparisons)))
    if not questions:
        raise NotApplicable(reasons[0].key, **reasons[0].values)
    return GroupsResult(
        tuple(questions),
        tuple(Say(reason.key, reason.values) for reason in reasons),
        tuple(scale.id for scale in study.outcomes),
        study.plan,
    )


def _compared(study: Study) -> tuple[Scale, ...]:
    """Outcomes, predictors and what a hypothesis compares, in the questionnaire's order; all scales when none is."""
    chosen = {scale.id for scale in (*study.outcomes, *study.predictors)}
    if chosen:
        claims = (each.claim for each in study.plan.hypotheses)
        asked = {question.id for question in study.group_questions}
        chosen |= {c.outcome for c in claims if c.kind == "difference" and asked & set(c.predictors)}
    return tuple(scale for scale in study.scales if scale.id in chosen) or study.scales


def _question(
    question_id: str, division: Division, comparisons: tuple[Comparison, ...]
) -> QuestionComparison:
    return QuestionComparison(
        question_id, division.question, division.groups, division.merged, division.left_out, comparisons
    )


def present(result: GroupsResult) -> Section:
    """For each question its tables and findings; then a figure for each outcome."""
    spss = result.plan.compat == "spss"
    methods = [say("groups.method_spss" if spss else "groups.method"), say("groups.method_holm")]
    if any(each.ordinal for question in result.questions for each in question.comparisons):
        methods.append(say("groups.method_ranks"))
    blocks: list[Block] = []
    for question in result.questions:
        blocks.append(Heading(say("groups.heading", question=question.question)))
        blocks += tables(question.id, question.question, question.comparisons, result.plan)
        blocks += findings(question.question, question.comparisons, result.outcomes, result.plan)
        blocks += _warnings(question)
    blocks += [Finding(reason, "warning") for reason in _refusals(result)]
    by_question = tuple((each.question, each.comparisons) for each in result.questions)
    if drawn := figures(result.outcomes, by_question):
        blocks += [Heading(say("groups.heading_figures")), *drawn]
    blocks = explained_once(blocks, CONVENTIONS)
    references = ["welch1951", "holm1979", "cohen1988"]
    references += ["kramer1956"] if spss else ["welch1947", "games1976", "delacre2017", "delacre2019"]
    if len(methods) > 2:
        references += ["mann1947", "kruskal1952", "dunn1964"]
    for block in blocks:
        for note in block.notes if isinstance(block, Table) else ():
            references += CITED_IN_NOTES.get(note.say.key, ())
    return Section("groups", say("groups.title"), tuple(methods), tuple(blocks), tuple(references))


def _refusals(result: GroupsResult) -> list[Say]:
    return [say("groups.refused", reason=reason) for reason in result.refused]


def _warnings(question: QuestionComparison) -> list[Block]:
    found: list[Block] = []
    if question.merged:
        names = tuple(group.label for group in question.merged)
        found.append(Finding(say("groups.merged", groups=names, needed=MIN_GROUP), "warning"))
    if question.left_out:
        sizes = tuple(say("groups.size", group=group.label, n=group.n) for group in question.left_out)
        found.append(Finding(say("groups.left_out", groups=sizes, needed=MIN_GROUP), "warning"))
    return found


ANALYSIS = Analysis("groups", Label("Differences between groups", "组间差异分析"), compute, present, WORDS)
