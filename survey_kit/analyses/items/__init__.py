"""How were the single items and questions answered?

Every item of every scale (after reverse scoring): n, mean, SD, median, skewness G1, kurtosis G2 (Joanes & Gill
1998, doi:10.1111/1467-9884.00122) and the share of each answer; multiple-response questions with percent of
responses and of cases; rankings; other questions. Answers in free text are counted, never quoted.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from survey_kit.analyses.analysis import Analysis, Earlier
from survey_kit.analyses.frequency import (
    Amount,
    Choice,
    amounts,
    amounts_table,
    choices,
    choices_table,
)
from survey_kit.analyses.items import tables
from survey_kit.analyses.items.findings import multiple_findings, ranking_findings, scale_findings
from survey_kit.analyses.items.tables import ListAnswers, Multiple, Ranking, ScaleAnswers
from survey_kit.analyses.items.words import WORDS
from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.model import Item, Option, Question, Scale, asked_of
from survey_kit.questionnaire.plan import Compat
from survey_kit.report.blocks import Block, Heading, Label, Section, say
from survey_kit.responses.model import option_column
from survey_kit.stats.descriptives import describe
from survey_kit.stats.frequencies import answer_percents, multiple_response
from survey_kit.study import Study

_MOST_ANSWERS = 11
"""A scale of more answers than this has no distribution table and no figure."""


@dataclass(frozen=True, slots=True)
class Open:
    """A question answered in words or by a date: only how many answered."""

    question: Question
    asked: int
    answered: int


@dataclass(frozen=True, slots=True)
class ItemsResult:
    """All that was answered apart from the background of the respondents."""

    scales: tuple[ScaleAnswers, ...]
    multiple: tuple[Multiple, ...]
    rankings: tuple[Ranking, ...]
    choices: tuple[Choice, ...]
    amounts: tuple[Amount, ...]
    open: tuple[Open, ...]
    compat: Compat


def compute(study: Study, earlier: Earlier) -> ItemsResult:  # noqa: ARG001
    """Describe items and questions; not applicable when the file holds none or nobody is left."""
    if not study.n:
        raise NotApplicable("withheld.too_few", n=0, needed=1)
    asked = (*study.background, *study.questions)
    result = ItemsResult(
        tuple(_scale(study, scale) for scale in study.scales),
        tuple(_multiple(study, q) for q in asked if q.kind == "multiple" and _held(study, q)),
        tuple(_ranking(study, q) for q in asked if q.kind == "ranking" and _held(study, q)),
        choices(study, asked_of(study.questions)),
        amounts(study, study.questions),
        tuple(_open(study, q) for q in asked if q.kind in ("text", "date") and q.id in study.responses.frame),
        study.plan.compat,
    )
    if not any(
        (result.scales, result.multiple, result.rankings, result.choices, result.amounts, result.open)
    ):
        raise NotApplicable("items.nothing")
    return result


def _scale(study: Study, scale: Scale) -> ScaleAnswers:
    items = study.items_of(scale)
    data = study.item_scores(scale)
    places: dict[tuple[Option, ...], list[int]] = {}
    for at, item in enumerate(items):
        places.setdefault(_answers(item), []).append(at)
    lists = tuple(
        ListAnswers(options, tuple(at), answer_percents(data[:, at], [option.code for option in options]))
        for options, at in places.items()
        if options and _counted(data[:, at], options)
    )
    return ScaleAnswers(scale, items, lists, describe(data))


def _counted(data: np.ndarray, options: tuple[Option, ...]) -> bool:
    """Whether every answer is one of the options: shares of measured answers would not add up."""
    return bool(np.isin(data[np.isfinite(data)], [option.code for option in options]).all())


def _answers(item: Item) -> tuple[Option, ...]:
    """The answers that an item offers within its declared range, lowest first; none for a long range."""
    options = tuple(
        sorted((o for o in item.options if item.low <= o.code <= item.high), key=lambda option: option.code)
    )
    if not options and item.low.is_integer() and item.high.is_integer():
        codes = range(int(item.low), int(item.high) + 1)
        options = tuple(Option(float(code), Label.of(str(code))) for code in codes[: _MOST_ANSWERS + 1])
    return options if len(options) <= _MOST_ANSWERS else ()


def _held(study: Study, question: Question) -> tuple[Option, ...]:
    """Options that have a column in the file."""
    columns = study.responses.frame.columns
    return tuple(o for o in question.options if option_column(question.id, o.code) in columns)


def _option_answers(study: Study, question: Question) -> tuple[tuple[Option, ...], np.ndarray, np.ndarray]:
    """Options, their answers (n, options), and who was routed past the question."""
    options = _held(study, question)
    names = [option_column(question.id, option.code) for option in options]
    data = study.responses.frame[names].to_numpy(dtype=float)
    routed = study.routed(question.id).copy()
    for name in names:
        routed |= study.routed(name)
    return options, data, routed


def _multiple(study: Study, question: Question) -> Multiple:
    options, data, routed = _option_answers(study, question)
    return Multiple(question, options, multiple_response(data, routed=routed))


def _ranking(study: Study, question: Question) -> Ranking:
    options, data, routed = _option_answers(study, question)
    # an option that was not ranked has no rank: 0 is how some platforms write that
    ranks = np.where((data > 0) & ~routed[:, None], data, np.nan)
    first = tuple(int(count) for count in (ranks == 1).sum(axis=0))
    return Ranking(question, options, describe(ranks), first, int(np.isfinite(ranks).any(axis=1).sum()))


def _open(study: Study, question: Question) -> Open:
    asked = ~study.routed(question.id)
    answered = study.responses.frame[question.id].notna().to_numpy() & asked
    return Open(question, int(asked.sum()), int(answered.sum()))


def present(result: ItemsResult) -> Section:
    """Tables, figures and sentences on the items of scales, then on the other questions."""
    of_scales, others = _of_scales(result), _of_questions(result)
    blocks: list[Block] = []
    for heading, part in (("items.heading_scales", of_scales), ("items.heading_questions", others)):
        if part:
            blocks += [Heading(say(heading)), *part] if of_scales and others else part
    listed = any(answers.lists for answers in result.scales)
    methods = [say("items.methods" if listed else "items.methods_measured")] if result.scales else []
    if result.multiple:
        methods.append(say("items.methods_multiple"))
    if result.rankings:
        methods.append(say("items.methods_ranking"))
    references = ("joanes1998", "kline2016") if result.scales else ()
    return Section("items", say("items.title"), tuple(methods), tuple(blocks), references)


def _of_scales(result: ItemsResult) -> list[Block]:
    if not result.scales:
        return []
    return [
        tables.items_table(result.scales),
        *tables.answers_tables(result.scales),
        *(figure for answers in result.scales for figure in tables.figures(answers)),
        *scale_findings(result.scales),
    ]


def _of_questions(result: ItemsResult) -> list[Block]:
    blocks: list[Block] = [tables.multiple_table(each, result.compat) for each in result.multiple]
    blocks += [tables.ranking_table(each) for each in result.rankings]
    if result.choices:
        blocks.append(choices_table("single", "items.single", result.choices))
    if result.amounts:
        blocks.append(amounts_table("numbers", "items.numbers", result.amounts))
    if result.open:
        blocks.append(tables.open_table([(each.question, each.asked, each.answered) for each in result.open]))
    for multiple in result.multiple:
        blocks += multiple_findings(multiple, result.compat)
    for ranking in result.rankings:
        blocks += ranking_findings(ranking)
    return blocks


ANALYSIS = Analysis(
    "items", Label("Items and questions", "题项与问题的描述统计"), compute, present, WORDS, least=1
)
