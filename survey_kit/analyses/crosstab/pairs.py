"""A question in the groups of another: who answered both, how they are counted, and the tests."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from survey_kit.analyses import item_names
from survey_kit.errors import NotApplicable, NotComputable
from survey_kit.questionnaire.lines import CrossTable
from survey_kit.questionnaire.model import Option, Question
from survey_kit.report.blocks import Label
from survey_kit.responses.model import option_column
from survey_kit.stats.contingency import ChiSquare, SeveralAnswers, chi_square, several_answers, table_of
from survey_kit.stats.exact_tests import ExactTest, fisher_exact, permuted_sum
from survey_kit.stats.multiplicity import holm
from survey_kit.study import Study

LEAST = 10
"""Respondents who answered both questions below which nothing is tested."""

MOST_PERMUTED = 2000
"""Respondents up to which the groups are dealt out at random for the overall test of several answers."""


@dataclass(frozen=True, slots=True)
class Category:
    """An answer: its key in the results file and its label."""

    key: str
    label: Label


@dataclass(frozen=True, slots=True)
class Tested:
    """A chi-square test and, where expected counts are small, the exact one beside it."""

    chi: ChiSquare
    exact: ExactTest | None

    @property
    def p(self) -> float:
        """The p-value that decides: the exact one where expected counts are small."""
        return self.chi.p if self.exact is None else self.exact.p


@dataclass(frozen=True, slots=True)
class SinglePair:
    """A single-choice question by groups. ``unused`` answers were given by nobody."""

    id: str
    question: Label
    by: Label
    answers: tuple[Category, ...]
    groups: tuple[Category, ...]
    test: Tested
    unused: tuple[Label, ...]
    n_asked: int

    @property
    def n(self) -> int:
        return self.test.chi.n

    @property
    def counts(self) -> np.ndarray:
        """(answers, groups)"""
        return self.test.chi.counts


@dataclass(frozen=True, slots=True)
class SeveralPair:
    """A question with several answers by groups.

    ``counts`` (options, groups) of those who chose the option; ``sizes`` (groups,) of the groups.
    ``tests`` has None for an option that everybody or nobody chose; ``holm`` NaN there.
    ``permuted``: p-value of the overall test by permutation, None in large samples.
    """

    id: str
    question: Label
    by: Label
    answers: tuple[Category, ...]
    groups: tuple[Category, ...]
    counts: np.ndarray
    sizes: np.ndarray
    tests: tuple[Tested | None, ...]
    holm: np.ndarray
    overall: SeveralAnswers
    permuted: float | None
    draws: int
    n_asked: int

    @property
    def n(self) -> int:
        return int(self.sizes.sum())

    @property
    def p(self) -> float:
        """The p-value of the overall test that decides."""
        return self.overall.p if self.permuted is None else self.permuted


Pair = SinglePair | SeveralPair


def cross(study: Study, line: CrossTable) -> Pair:
    """Cross one question with another.

    Raises
    ------
    NotApplicable, NotComputable
        A question is not in the file; too few answered both; one group or one answer.
    """
    question, by = study.questionnaire.question(line.question), study.questionnaire.question(line.by)
    absent = tuple(each.label for each in (question, by) if not study.has(each))
    if absent:
        raise NotApplicable("crosstab.not_in_file", names=absent)
    asked = ~study.routed(by.id)
    if question.kind == "multiple":
        return _several(study, question, by, asked)
    return _single(study, question, by, asked & ~study.routed(question.id))


def _single(study: Study, question: Question, by: Question, asked: np.ndarray) -> SinglePair:
    first, second = study.codes(question.id), study.codes(by.id)
    both = asked & np.isfinite(first) & np.isfinite(second)
    _need(int(both.sum()))
    answers, rows, unused = _places(question, first[both])
    groups, columns, _ = _places(by, second[both])
    _need_two(answers, question)
    _need_two(groups, by)
    counts = table_of(rows, columns, (len(answers), len(groups)))
    pair_id = f"{question.id}_{by.id}"
    test = _tested(study, counts, pair_id)
    return SinglePair(pair_id, question.label, by.label, answers, groups, test, unused, int(asked.sum()))


def _several(study: Study, question: Question, by: Question, asked: np.ndarray) -> SeveralPair:
    frame = study.responses.frame
    options = [o for o in question.options if option_column(question.id, o.code) in frame.columns]
    names = [option_column(question.id, option.code) for option in options]
    data = frame[names].to_numpy(dtype=float)
    asked = asked & ~study.routed(question.id)
    second = study.codes(by.id)
    both = asked & np.isfinite(data).any(axis=1) & np.isfinite(second)
    _need(int(both.sum()))
    chosen = (data[both] > 0).astype(float)
    groups, places, _ = _places(by, second[both])
    _need_two(groups, by)
    sizes = np.bincount(places, minlength=len(groups))
    counts = np.array([np.bincount(places, weights=column, minlength=len(groups)) for column in chosen.T])
    pair_id = f"{question.id}_{by.id}"
    tests = tuple(
        _tested(study, np.vstack([row, sizes - row]), f"{pair_id}_{name}")
        if 0 < row.sum() < sizes.sum()
        else None
        for row, name in zip(counts, names, strict=True)
    )
    varying = np.array([test is not None for test in tests])
    if not varying.any():
        raise NotComputable("withheld.no_variance", names=(question.label,))
    draws = study.plan.bootstrap_draws
    permuted = None
    if len(chosen) <= MOST_PERMUTED:
        rng = study.rng(f"crosstab {pair_id}")
        permuted = permuted_sum(chosen[:, varying], places, rng, draws=draws)
    return SeveralPair(
        pair_id,
        item_names.asked(question),
        by.label,
        tuple(Category(name, option.label) for name, option in zip(names, options, strict=True)),
        groups,
        counts,
        sizes,
        tests,
        holm(np.array([np.nan if test is None else test.p for test in tests])),
        several_answers(chosen, places),
        permuted,
        draws,
        int(asked.sum()),
    )


def _tested(study: Study, counts: np.ndarray, name: str) -> Tested:
    chi = chi_square(counts, level=study.plan.level)
    if not chi.sparse:
        return Tested(chi, None)
    return Tested(chi, fisher_exact(counts, study.rng(f"crosstab {name}")))


def _places(
    question: Question, codes: np.ndarray
) -> tuple[tuple[Category, ...], np.ndarray, tuple[Label, ...]]:
    """Answers that occur in their order, each respondent's place among them, and those nobody gave."""
    found = np.unique(codes)
    declared = question.options or tuple(Option(float(code), Label.of(f"{code:g}")) for code in found)
    extra = tuple(
        Option(float(code), Label.of(f"{code:g}"))
        for code in found
        if code not in {option.code for option in declared}
    )
    held = [option for option in (*declared, *extra) if (found == option.code).any()]
    places = np.full(len(codes), -1)
    for at, option in enumerate(held):
        places[codes == option.code] = at
    unused = tuple(option.label for option in declared if option not in held)
    return tuple(Category(f"{option.code:g}", option.label) for option in held), places, unused


def _need(n: int) -> None:
    if n < LEAST:
        raise NotComputable("withheld.too_few", n=n, needed=LEAST)


def _need_two(categories: tuple[Category, ...], question: Question) -> None:
    if len(categories) < 2:
        raise NotComputable("withheld.no_variance", names=(question.label,))
    if len(categories) > MOST_CATEGORIES:
        raise NotApplicable("crosstab.too_many", name=question.label, k=len(categories), most=MOST_CATEGORIES)


MOST_CATEGORIES = 15
"""A question with more different answers makes no readable cross table."""
