"""Hierarchical regression: what each block of predictors adds to those entered before it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import fdtrc

from survey_kit.errors import NotComputable
from survey_kit.stats.least_squares import LeastSquares, least_squares


@dataclass(frozen=True, slots=True)
class Step:
    """One block entered: the model with it, and the test of what it added.

    ``df1`` is the number of columns added, ``df2`` the residual degrees of freedom of ``model``.
    """

    model: LeastSquares
    delta_r2: float
    f_change: float
    df1: int
    df2: int
    p: float


def hierarchical(
    blocks: Sequence[np.ndarray],
    y: np.ndarray,
    names: Sequence[tuple[str, ...]],
    *,
    level: float = 0.95,
) -> tuple[Step, ...]:
    """Enter blocks of predictors one after the other, always on the same respondents.

    Parameters
    ----------
    blocks : arrays (n, k_b), complete: rows missing in *any* block must be left out beforehand, or
        the R squared of the steps would belong to different people.
    y : (n,) outcome, complete.
    names : one tuple of column names a block.

    Raises
    ------
    NotComputable
        As ``least_squares``; ``withheld.no_predictors`` without any column.

    Notes
    -----
    F change = (delta R² / k_b) / ((1 - R²) / df2) with R² and df2 of the larger model (Cohen, Cohen, West & Aiken,
    2003, eq. 5.5.1). For the first block this is the F of the model.
    """
    steps: list[Step] = []
    before, columns = 0.0, 0
    for at in range(1, len(blocks) + 1):
        X = np.column_stack(blocks[:at])
        added = X.shape[1] - columns
        if added == 0:
            continue
        model = least_squares(X, y, tuple(name for block in names[:at] for name in block), level=level)
        delta = model.r2 - before
        f = (delta / added) / ((1 - model.r2) / model.df2) if model.r2 < 1 else math.inf
        p = float(fdtrc(added, model.df2, max(f, 0.0)))
        steps.append(Step(model, delta, f, added, model.df2, p))
        before, columns = model.r2, X.shape[1]
    if not steps:
        raise NotComputable("withheld.no_predictors")
    return tuple(steps)


@dataclass(frozen=True, slots=True)
class SubsetTest:
    """F test that some coefficients of a model are all zero, and the R² that they carry alone."""

    delta_r2: float
    f: float
    df1: int
    df2: int
    p: float


def subset_test(model: LeastSquares, names: Sequence[str]) -> SubsetTest:
    """Test some coefficients of a fitted model together: b' V^-1 b / q.

    For least squares this equals the F change of entering them last, so nothing is fitted again.

    Examples
    --------
    One coefficient: F = t².

    >>> x = np.array([[1.0, 2], [2, 1], [3, 5], [4, 3], [5, 6]])
    >>> fit = least_squares(x, np.array([1.0, 2, 2, 4, 4]), ("a", "b"))
    >>> bool(np.isclose(subset_test(fit, ["b"]).f, fit.t[2] ** 2))
    True
    """
    at = [model.at(name) for name in names]
    b = model.b[at]
    f = float(b @ np.linalg.solve(model.covariance[np.ix_(at, at)], b)) / len(at)
    delta = f * len(at) * (1 - model.r2) / model.df2
    return SubsetTest(delta, f, len(at), model.df2, float(fdtrc(len(at), model.df2, f)))
