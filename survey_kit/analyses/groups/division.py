"""Into which groups a question divides the respondents, and what is done with groups that are too small."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from survey_kit.errors import NotApplicable
from survey_kit.questionnaire.model import Question
from survey_kit.report.blocks import Label
from survey_kit.study import Study

MIN_GROUP = 5
"""Groups of fewer respondents are merged (ordered questions) or left out of the tests."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of respondents; ``codes`` are the options that it holds, more than one when merged."""

    key: str
    label: Label
    codes: tuple[float, ...]
    n: int


@dataclass(frozen=True, slots=True)
class Division:
    """Groups of one question. ``index`` (n,) is each respondent's place in ``groups``, -1 for none."""

    question: Label
    groups: tuple[Group, ...]
    index: np.ndarray
    merged: tuple[Group, ...]
    left_out: tuple[Group, ...]


def divide(study: Study, question: Question, answered: np.ndarray) -> Division:
    """Divide the respondents by a single-choice question.

    Parameters
    ----------
    study, question : the question and where its answers are.
    answered : (n,) True for respondents who have at least one of the scores to be compared; only they
        count in the size of a group.

    Raises
    ------
    NotApplicable
        The question is not single-choice, has as many answers as respondents, or leaves fewer than two
        groups of at least ``MIN_GROUP``.
    """
    if question.kind != "single" or question.id not in study.responses.frame.columns:
        raise NotApplicable("groups.not_single", question=question.label)
    codes = np.where(answered, study.codes(question.id), np.nan)
    values, counts = np.unique(codes[np.isfinite(codes)], return_counts=True)
    if not len(values):
        raise NotApplicable("groups.nobody", question=question.label)
    if len(values) == counts.sum() and len(values) > 1:
        raise NotApplicable("groups.all_different", question=question.label, n=len(values))
    found = [
        Group(f"{code:g}", _label(question, float(code)), (float(code),), int(n))
        for code, n in zip(values, counts, strict=True)
    ]
    order = {option.code: at for at, option in enumerate(question.options)}
    found.sort(key=lambda group: order.get(group.codes[0], len(order)))
    groups = _merge_small(found) if question.ordered else found
    left_out = tuple(group for group in groups if group.n < MIN_GROUP)
    kept = tuple(group for group in groups if group.n >= MIN_GROUP)
    if len(kept) < 2:
        key = "groups.one_group" if kept else "groups.all_small"
        names = tuple(group.label for group in (kept or left_out))
        raise NotApplicable(key, question=question.label, groups=names, needed=MIN_GROUP)
    index = np.full(study.n, -1)
    for at, group in enumerate(kept):
        index[np.isin(codes, group.codes)] = at
    merged = tuple(group for group in kept if len(group.codes) > 1)
    return Division(question.label, kept, index, merged, left_out)


def _label(question: Question, code: float) -> Label:
    try:
        return question.option(code).label
    except KeyError:
        return Label.of(f"{code:g}")


def _merge_small(groups: list[Group]) -> list[Group]:
    """Merge the smallest group with its smaller neighbour until none is too small."""
    groups = list(groups)
    while len(groups) > 1 and min(group.n for group in groups) < MIN_GROUP:
        at = min(range(len(groups)), key=lambda i: groups[i].n)
        neighbours = [i for i in (at - 1, at + 1) if 0 <= i < len(groups)]
        other = min(neighbours, key=lambda i: groups[i].n)
        first, second = sorted((at, other))
        groups[first : second + 1] = [_joined(groups[first], groups[second])]
    return groups


def _joined(first: Group, second: Group) -> Group:
    label = Label(f"{first.label.en} / {second.label.en}", f"{first.label.zh}/{second.label.zh}")
    return Group(f"{first.key}+{second.key}", label, first.codes + second.codes, first.n + second.n)
