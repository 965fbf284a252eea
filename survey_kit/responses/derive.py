"""Questions that nobody is asked: their answers follow from those to another question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from survey_kit.questionnaire.headings import Heading
from survey_kit.questionnaire.matching import Match
from survey_kit.questionnaire.model import Derivation, Question
from survey_kit.questionnaire.wording import name_key, shown
from survey_kit.responses.journal import Journal, listed


@dataclass(frozen=True, slots=True)
class DerivedAnswers:
    """Columns of the derived questions, and where their source was not put to the respondent."""

    columns: Mapping[str, np.ndarray]
    routed: Mapping[str, np.ndarray]


def derive(
    columns: Mapping[str, np.ndarray],
    routed: Mapping[str, np.ndarray],
    headings: Sequence[Heading],
    match: Match,
    journal: Journal,
) -> DerivedAnswers:
    """Compute every derived question from the decoded ``columns``.

    No answer stays no answer, and an answer that belongs to no group becomes none; how many do is said.
    A column of the file that is named like a derived question is not read: what the questionnaire
    says about its groups would otherwise not hold. That, too, is said.
    """
    found: dict[str, np.ndarray] = {}
    past: dict[str, np.ndarray] = {}
    for question in match.questionnaire.all_questions:
        if question.derived is None:
            continue
        source = question.derived.source
        _say_unread(question, source, headings, match, journal)
        if source not in columns:
            continue
        codes = grouped(columns[source], question, question.derived)
        found[question.id] = codes
        _say_ungrouped(question, columns[source], codes, match, journal)
        if source in routed:
            past[question.id] = routed[source]
    return DerivedAnswers(found, past)


def grouped(values: np.ndarray, question: Question, derivation: Derivation) -> np.ndarray:
    """Codes (n,) of the derived question for the source's ``values`` (n,); NaN where in no group.

    Examples
    --------
    >>> from survey_kit.questionnaire.model import Option
    >>> from survey_kit.report.blocks import Label
    >>> options = tuple(Option(code, Label.of(name)) for code, name in ((1, "new"), (2, "old")))
    >>> years = Question("seniority", Label.of("Seniority"), "single", options)
    >>> grouped(np.array([0.0, 5.0, 9.0, np.nan]), years, Derivation("years", cuts=(5.0,)))
    array([ 1.,  2.,  2., nan])
    """
    names = [option.code for option in question.options]
    codes = np.full(len(values), np.nan)
    if derivation.cuts:
        held = np.isfinite(values)
        at = np.searchsorted(derivation.cuts, values[held], side="right")
        codes[held] = np.array(names, dtype=float)[at]
        return codes
    for name, group in zip(names, derivation.groups, strict=True):
        codes[np.isin(values, group)] = name
    return codes


def _say_ungrouped(
    question: Question, values: np.ndarray, codes: np.ndarray, match: Match, journal: Journal
) -> None:
    outside = np.isfinite(values) & np.isnan(codes)
    if not outside.any():
        return
    assert question.derived is not None  # noqa: S101 - the caller has seen to it
    source = match.questionnaire.question(question.derived.source)
    labels = {option.code: option.label for option in source.options}
    left = [labels[code] for code in np.unique(values[outside]) if code in labels]
    count, name, origin = int(outside.sum()), shown(question.id, 40), shown(source.id, 40)
    journal.say(
        f"{name}: {count} respondents whose answer to {origin} is in none of its groups count as missing "
        f"({listed([shown(label.en, 40) for label in left], ', ')}).",
        f"{name}：有{count}人对{origin}的作答（{listed([shown(label.zh, 40) for label in left], '、')}）不在任何分组内，按缺失处理。",
    )


def _say_unread(
    question: Question, source: str, headings: Sequence[Heading], match: Match, journal: Journal
) -> None:
    key = name_key(question.id)
    unmatched = set(match.unmatched)
    same = [h for h in headings if h.position in unmatched and key in (name_key(h.name), name_key(h.raw))]
    if same:
        column, name, origin = shown(same[0].raw, 60), shown(question.id, 40), shown(source, 40)
        journal.say(
            f"The column {column} was not read: the questionnaire computes {name} from {origin}. To use the column "
            "instead, take from out of that question.",
            f"未读取列{column}：问卷规定{name}由{origin}计算得到。若要使用该列，请删去该题目的from。",
        )
