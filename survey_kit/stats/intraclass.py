"""Agreement of repeated measurements: intraclass correlations, error of measurement, limits of agreement.

The six forms of Shrout and Fleiss (1979, doi:10.1037/0033-2909.86.2.420) with the intervals of McGraw and
Wong (1996, doi:10.1037/1082-989X.1.1.30), whose names stand beside them. Numbers are those of
psych::ICC(lmer = FALSE) in R.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.special import fdtrc, fdtri, ndtri, stdtrit

from survey_kit.errors import NotComputable


@dataclass(frozen=True, slots=True)
class IntraclassForm:
    """One form: its two names, the value with its interval, and the F test of no agreement at all."""

    name: str
    other_name: str
    value: float
    low: float
    high: float
    f: float
    df1: int
    df2: int
    p: float


@dataclass(frozen=True, slots=True)
class Intraclass:
    """All six forms of k measurements of n persons, single ones first, and the mean squares behind them.

    ``sem_consistency`` is the standard error of measurement when only the order of persons matters,
    ``sem_agreement`` when differences between the measurements' means are errors too (de Vet et al., 2006,
    doi:10.1016/j.jclinepi.2005.10.015). ``smallest_change`` is the change that a single person exceeds by
    error alone with probability 1 - level: z root(2) times ``sem_agreement``.
    """

    n: int
    k: int
    ms_persons: float
    ms_measures: float
    ms_error: float
    ms_within: float
    forms: tuple[IntraclassForm, ...]
    sem_consistency: float
    sem_agreement: float
    smallest_change: float
    level: float

    def form(self, name: str) -> IntraclassForm:
        """A form by the name of Shrout and Fleiss, such as ``ICC(2,1)``."""
        return next(form for form in self.forms if form.name == name)


@dataclass(frozen=True, slots=True)
class LimitsOfAgreement:
    """Second minus first measurement: mean, standard deviation and the limits within which 95 % lie.

    Limits are mean -+ z SD (Bland & Altman, 1999, doi:10.1177/096228029900800204) with t intervals.
    """

    n: int
    mean: float
    sd: float
    lower: float
    upper: float
    lower_interval: tuple[float, float]
    upper_interval: tuple[float, float]


def intraclass(scores: np.ndarray, *, level: float = 0.95) -> Intraclass:
    """The six intraclass correlations.

    Parameters
    ----------
    scores : (n, k) array, one row a person, one column a measurement or rater, no gaps.
    level : confidence level.

    Raises
    ------
    NotComputable
        Fewer than three persons, or persons that do not differ.

    Examples
    --------
    >>> found = intraclass(np.array([[9.0, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]))
    >>> [round(form.value, 2) for form in found.forms]
    [0.17, 0.29, 0.71, 0.44, 0.62, 0.91]
    """
    n, k = scores.shape
    if n < 3:
        raise NotComputable("withheld.too_few", n=n, needed=3)
    centred = scores - scores.mean()
    persons, measures = centred.mean(axis=1), centred.mean(axis=0)
    ss_persons, ss_measures = k * float(persons @ persons), n * float(measures @ measures)
    ss_error = float(((centred - persons[:, None] - measures) ** 2).sum())
    total = float((centred**2).sum())
    if not ss_persons > 1e-12 * total:
        raise NotComputable("withheld.persons_alike")
    if ss_error <= 1e-14 * total:
        ss_error = 0.0
    between, columns = ss_persons / (n - 1), ss_measures / (k - 1)
    error, within = ss_error / ((n - 1) * (k - 1)), (ss_error + ss_measures) / (n * (k - 1))
    raters = max((columns - error) / n, 0.0)
    agreement = math.sqrt(raters + error)
    squares = _MeanSquares(n, k, between, columns, error, within)
    tail = 0.5 + level / 2
    single = (
        _ratio_form("ICC(1,1)", "ICC(1)", squares, within, n * (k - 1), tail=tail),
        _agreement_form(squares, tail=tail),
        _ratio_form("ICC(3,1)", "ICC(C,1)", squares, error, (n - 1) * (k - 1), tail=tail),
    )
    names = (("ICC(1,k)", "ICC(k)"), ("ICC(2,k)", "ICC(A,k)"), ("ICC(3,k)", "ICC(C,k)"))
    return Intraclass(
        n=n,
        k=k,
        ms_persons=between,
        ms_measures=columns,
        ms_error=error,
        ms_within=within,
        forms=(*single, *(_averaged(form, *name, k) for form, name in zip(single, names, strict=True))),
        sem_consistency=math.sqrt(error),
        sem_agreement=agreement,
        smallest_change=float(ndtri(0.5 + level / 2)) * math.sqrt(2) * agreement,
        level=level,
    )


@dataclass(frozen=True, slots=True)
class _MeanSquares:
    """Mean squares of n persons and k measurements; ``within`` joins measurements and error."""

    n: int
    k: int
    persons: float
    measures: float
    error: float
    within: float

    def test(self, error: float, df2: int) -> tuple[float, int, int, float]:
        """F of persons against an error with its degrees of freedom and p."""
        df1 = self.n - 1
        if error == 0:
            return math.inf, df1, df2, 0.0
        f = self.persons / error
        return f, df1, df2, float(fdtrc(df1, df2, f))


def _ratio_form(
    name: str, other: str, squares: _MeanSquares, error: float, df2: int, *, tail: float
) -> IntraclassForm:
    """A form that depends on the ratio of two mean squares alone; its interval is exact."""
    df1 = squares.n - 1

    def share(ratio: float) -> float:
        return (1 - ratio) / (1 + (squares.k - 1) * ratio)

    ratio = error / squares.persons
    low = share(ratio * float(fdtri(df1, df2, tail)))
    high = share(ratio / float(fdtri(df2, df1, tail)))
    return IntraclassForm(name, other, share(ratio), low, high, *squares.test(error, df2))


def _agreement_form(squares: _MeanSquares, *, tail: float) -> IntraclassForm:
    """ICC(2,1): measurements are a sample too; the interval follows Satterthwaite's approximation."""
    n, k, between, columns, error = (
        squares.n,
        squares.k,
        squares.persons,
        squares.measures,
        squares.error,
    )
    value = (between - error) / (between + (k - 1) * error + k * (columns - error) / n)
    rest = k * columns + (n * k - n - k) * error
    low = high = value
    if rest > 0:
        # v of McGraw and Wong, multiplied by the error mean square so that none does no harm
        a, b = k * value * columns, (n * (1 + (k - 1) * value) - k * value) * error
        df = (k - 1) * (n - 1) * (a + b) ** 2 / ((n - 1) * a**2 + b**2)
        upper, lower = float(fdtri(n - 1, df, tail)), float(fdtri(df, n - 1, tail))
        low = n * (between - upper * error) / (upper * rest + n * between)
        high = n * (lower * between - error) / (rest + n * lower * between)
        # far below zero the approximation has no solution, or one that does not hold the value
        if not low <= value <= high:
            low = high = math.nan
    return IntraclassForm("ICC(2,1)", "ICC(A,1)", value, low, high, *squares.test(error, (n - 1) * (k - 1)))


def _averaged(form: IntraclassForm, name: str, other: str, k: int) -> IntraclassForm:
    """The reliability of the mean of k measurements by the formula of Spearman and Brown."""

    def stepped(value: float) -> float:
        rest = 1 + (k - 1) * value
        return k * value / rest if rest > 0 else math.nan

    value, low, high = stepped(form.value), stepped(form.low), stepped(form.high)
    return IntraclassForm(name, other, value, low, high, form.f, form.df1, form.df2, form.p)


def limits_of_agreement(first: np.ndarray, second: np.ndarray, *, level: float = 0.95) -> LimitsOfAgreement:
    """Bland and Altman's limits for two measurements (n,) of the same persons, no gaps.

    Raises
    ------
    NotComputable
        Fewer than three persons.
    """
    n = len(first)
    if n < 3:
        raise NotComputable("withheld.too_few", n=n, needed=3)
    differences = second - first
    mean, sd, z = float(differences.mean()), float(differences.std(ddof=1)), float(ndtri(0.975))
    half = float(stdtrit(n - 1, 0.5 + level / 2)) * sd * math.sqrt(1 / n + z**2 / (2 * (n - 1)))
    lower, upper = mean - z * sd, mean + z * sd
    return LimitsOfAgreement(
        n, mean, sd, lower, upper, (lower - half, lower + half), (upper - half, upper + half)
    )
