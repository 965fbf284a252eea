"""Least squares in exact rational arithmetic, for small problems that double precision cannot carry.

Polynomials of high degree and nearly collinear predictors lose all digits in floating point. The
normal equations in exact integers lose none, whatever the conditioning; they are affordable for
the sizes at which such problems occur.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from survey_kit.errors import NotComputable


@dataclass(frozen=True, slots=True)
class ExactSolution:
    """Correctly rounded results: ``b`` (k,), ``inverse`` (k, k) of X'X, ``residuals`` (n,), ``rss``."""

    b: np.ndarray
    inverse: np.ndarray
    residuals: np.ndarray
    rss: float


def as_decimal(number: float | int | Fraction) -> Fraction:
    """The rational behind a number: a ``Fraction`` as it is, a float as the decimal that it prints.

    A questionnaire's 0.1 is meant to be one tenth, not the binary number next to it.

    Examples
    --------
    >>> as_decimal(0.1)
    Fraction(1, 10)
    """
    return number if isinstance(number, Fraction) else Fraction(repr(float(number)))


def solve_exactly(X: np.ndarray, y: np.ndarray, names: tuple[str, ...]) -> ExactSolution:
    """Minimise the sum of squares of ``y - X b`` without any rounding before the end.

    Parameters
    ----------
    X : (n, k) of floats or ``Fraction``.
    y : (n,) of floats or ``Fraction``.
    names : one name a column, for the reason of a refusal.

    Raises
    ------
    NotComputable
        ``withheld.collinear`` when X has not full column rank.

    Notes
    -----
    Every column is scaled to integers; Gauss–Jordan elimination without fractions (Bareiss, 1968,
    doi:10.1090/S0025-5718-1968-0226829-0) solves for the coefficients and the inverse together.
    """
    columns, scales = _integer_columns(X)
    (target,), (target_scale,) = _integer_columns(np.asarray(y, dtype=object).reshape(-1, 1))
    k = len(columns)
    gram = [[_dot(columns[i], columns[j]) for j in range(k)] for i in range(k)]
    right = [_dot(column, target) for column in columns]
    augmented = [gram[i] + [right[i]] + [int(i == j) for j in range(k)] for i in range(k)]
    determinant = _gauss_jordan(augmented, names)
    solution = [Fraction(row[k], determinant) for row in augmented]
    rss = Fraction(_dot(target, target)) - sum(
        (c * r for c, r in zip(solution, right, strict=True)), Fraction(0)
    )
    residuals = [
        float((t - sum((c * x for c, x in zip(solution, row, strict=True)), Fraction(0))) / target_scale)
        for t, row in zip(target, zip(*columns, strict=True), strict=True)
    ]
    b = [float(c * scale / target_scale) for c, scale in zip(solution, scales, strict=True)]
    inverse = [
        [float(Fraction(augmented[i][k + 1 + j] * scales[i] * scales[j], determinant)) for j in range(k)]
        for i in range(k)
    ]
    return ExactSolution(np.array(b), np.array(inverse), np.array(residuals), float(rss / target_scale**2))


def _integer_columns(X: np.ndarray) -> tuple[list[list[int]], list[int]]:
    """Columns times their common denominators, and these."""
    columns, scales = [], []
    for column in np.asarray(X, dtype=object).T:
        numbers = [as_decimal(value) for value in column]
        scale = math.lcm(*(number.denominator for number in numbers))
        columns.append([number.numerator * (scale // number.denominator) for number in numbers])
        scales.append(scale)
    return columns, scales


def _dot(a: list[int], b: list[int]) -> int:
    return sum(x * y for x, y in zip(a, b, strict=True))


def _gauss_jordan(rows: list[list[int]], names: tuple[str, ...]) -> int:
    """Reduce the leading square block to its determinant times the identity, in place.

    A Gram matrix of full rank is positive definite: no pivoting is needed, and a zero pivot means
    that the column lies in the span of those before it.
    """
    previous = 1
    for at, pivot_row in enumerate(rows):
        pivot = pivot_row[at]
        if pivot == 0:
            raise NotComputable("withheld.collinear", names=(names[at],))
        for i, row in enumerate(rows):
            if i != at:
                factor = row[at]
                rows[i] = [
                    (pivot * value - factor * above) // previous
                    for value, above in zip(row, pivot_row, strict=True)
                ]
        previous = pivot
    return previous
