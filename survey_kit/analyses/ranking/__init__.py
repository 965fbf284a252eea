"""Which options do people put first, and how far do they agree?

Mean rank, share of the first places and Borda share of each option; Kendall's W (1948),
whose chi-square is Friedman's; worths of the Plackett–Luce
model by the MM algorithm (Hunter, 2004, doi:10.1214/aos/1079120141); places in the groups of a
background question by Kruskal–Wallis tests and a likelihood ratio of the worths.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.ranking.findings import findings
from survey_kit.analyses.ranking.preference import RankedQuestion, ranked_question
from survey_kit.analyses.ranking.tables import figure, groups_table, options_table
from survey_kit.analyses.ranking.words import WORDS
from survey_kit.errors import NotApplicable, Withheld
from survey_kit.questionnaire.lines import Preference
from survey_kit.questionnaire.model import Question
from survey_kit.report.blocks import Block, Finding, Heading, Label, Say, Section, say
from survey_kit.study import Study


@dataclass(frozen=True, slots=True)
class RankingResult:
    """All ranking questions; ``withheld`` are those that could not be analysed, and why."""

    questions: tuple[RankedQuestion, ...]
    withheld: tuple[tuple[Label, Say], ...]
    alpha: float


def compute(study: Study, earlier: Earlier) -> RankingResult:  # noqa: ARG001
    """Analyse the ranking questions of the plan, then the others that the file holds.

    Raises
    ------
    NotApplicable
        The file holds no ranking question, or nothing can be said about any.
    """
    found, withheld = [], []
    for question, line in asked_for(study):
        try:
            found.append(ranked_question(study, question, line))
        except Withheld as reason:
            withheld.append((question.label, Say(reason.key, reason.values)))
    if not found:
        if withheld:
            raise NotApplicable("ranking.none_usable", question=withheld[0][0], reason=withheld[0][1])
        raise NotApplicable("ranking.none")
    return RankingResult(tuple(found), tuple(withheld), study.plan.alpha)


def asked_for(study: Study) -> Iterator[tuple[Question, Preference]]:
    """Ranking questions that the file holds, in the plan's order, each with its line of the plan."""
    held = {q.id: q for q in (*study.background, *study.questions) if q.kind == "ranking"}
    lines = [line for line in study.plan.lines.ranking if line.question in held]
    named = {line.question for line in lines}
    lines += [Preference(question=name) for name in held if name not in named]
    seen: set[str] = set()
    for line in lines:
        if line.question not in seen:
            seen.add(line.question)
            yield held[line.question], line


def called_for(study: Study) -> bool:
    """The file holds a ranking question."""
    return any(asked_for(study))


def present(result: RankingResult) -> Section:
    """A table, a figure and sentences for each question; a table of groups where the plan names some."""
    blocks: list[Block] = []
    for each in result.questions:
        if len(result.questions) > 1:
            blocks.append(Heading(say("ranking.heading", question=each.question)))
        blocks += [options_table(each), figure(each)]
        if each.groups:
            blocks.append(groups_table(each, each.groups))
        blocks += findings(each, result.alpha)
    for question, reason in result.withheld:
        blocks.append(Finding(say("ranking.withheld", question=question, reason=reason), "warning"))
    methods = [say("ranking.methods")]
    references = ["kendall1948", "plackett1975", "hunter2004"]
    if any(each.groups for each in result.questions):
        methods.append(say("ranking.methods_groups"))
        references.append("kruskal1952")
    return Section("ranking", say("ranking.title"), tuple(methods), tuple(blocks), tuple(references))


ANALYSIS = Analysis(
    "ranking", Label("Ranking questions", "排序题分析"), compute, present, WORDS, called_for=called_for
)
