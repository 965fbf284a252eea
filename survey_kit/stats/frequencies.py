"""Counts and percentages of chosen answers, each on its own denominator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Frequencies:
    """How often each answer of a single-choice question was given.

    Attributes
    ----------
    codes, counts
        The answers and how many respondents gave them; nobody's choice counts 0 and stays.
    asked
        Respondents who were asked: those routed past the question are not among them.
    answered
        Those who answered; ``asked - answered`` left it blank.
    """

    codes: tuple[float, ...]
    counts: tuple[int, ...]
    asked: int
    answered: int

    @property
    def missing(self) -> int:
        return self.asked - self.answered

    @property
    def percent(self) -> tuple[float, ...]:
        """Percent of those asked; blanks stay in the denominator. NaN when nobody was asked."""
        return tuple(_percent(count, self.asked) for count in self.counts)

    @property
    def percent_valid(self) -> tuple[float, ...]:
        """Percent of those who answered."""
        return tuple(_percent(count, self.answered) for count in self.counts)


@dataclass(frozen=True, slots=True)
class MultipleResponse:
    """How often each option of a multiple-response question was chosen.

    ``asked`` excludes those routed past the question; ``cases`` are those who chose at least one
    option; ``responses`` is the number of choices.
    """

    counts: tuple[int, ...]
    asked: int
    cases: int

    @property
    def responses(self) -> int:
        return sum(self.counts)

    @property
    def percent_responses(self) -> tuple[float, ...]:
        """Percent of all choices; adds up to 100."""
        return tuple(_percent(count, self.responses) for count in self.counts)

    @property
    def percent_cases(self) -> tuple[float, ...]:
        """Percent of the respondents who chose at least one option (SPSS); adds up to more than 100."""
        return tuple(_percent(count, self.cases) for count in self.counts)

    @property
    def percent_asked(self) -> tuple[float, ...]:
        """Percent of the respondents who were asked: those who chose nothing stay in the denominator."""
        return tuple(_percent(count, self.asked) for count in self.counts)


def frequencies(
    values: np.ndarray, codes: Sequence[float], *, routed: np.ndarray | None = None
) -> Frequencies:
    """Count the answers of a single-choice question.

    Parameters
    ----------
    values : float array (n,), NaN for no answer.
    codes : the answers that could be given, in their order.
    routed : boolean array (n,), True where the respondent was routed past the question.

    Examples
    --------
    >>> f = frequencies(np.array([1.0, 2.0, 1.0, np.nan, np.nan]), (1, 2, 3),
    ...                 routed=np.array([False, False, False, False, True]))
    >>> f.counts, f.asked, f.answered, f.percent[0]
    ((2, 1, 0), 4, 3, 50.0)
    """
    asked = np.ones(len(values), dtype=bool) if routed is None else ~routed
    given = values[asked & np.isfinite(values)]
    counts = tuple(int(np.count_nonzero(given == code)) for code in codes)
    return Frequencies(tuple(codes), counts, int(asked.sum()), len(given))


def multiple_response(chosen: np.ndarray, *, routed: np.ndarray | None = None) -> MultipleResponse:
    """Count the choices of a multiple-response question.

    Parameters
    ----------
    chosen : float array (n, options): 1 chosen, 0 not chosen, NaN no answer.
    routed : boolean array (n,), True where the respondent was routed past the question.

    Examples
    --------
    >>> m = multiple_response(np.array([[1.0, 1.0], [0.0, 1.0], [0.0, 0.0], [np.nan, np.nan]]))
    >>> m.counts, m.asked, m.cases, m.percent_cases
    ((1, 2), 4, 2, (50.0, 100.0))
    """
    asked = np.ones(len(chosen), dtype=bool) if routed is None else ~routed
    ticked = (chosen > 0) & asked[:, None]
    counts = tuple(int(count) for count in ticked.sum(axis=0))
    return MultipleResponse(counts, int(asked.sum()), int(ticked.any(axis=1).sum()))


def answer_percents(data: np.ndarray, codes: Sequence[float]) -> np.ndarray:
    """Percent of each answer among the answers given to each item, float (k, codes).

    ``data`` is float (n, k), NaN for no answer; an item nobody answered has a row of NaN.

    Examples
    --------
    >>> answer_percents(np.array([[1.0], [2.0], [2.0], [np.nan], [2.0]]), (1, 2, 3))
    array([[25., 75.,  0.]])
    """
    counts = np.array([np.count_nonzero(data == code, axis=0) for code in codes], dtype=float).T
    answered = np.isfinite(data).sum(axis=0)
    with np.errstate(invalid="ignore"):
        percents: np.ndarray = 100 * counts.reshape(data.shape[1], len(codes)) / answered[:, None]
    return percents


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else float("nan")
