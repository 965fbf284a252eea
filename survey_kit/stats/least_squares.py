"""Linear regression by ordinary least squares, with classical and HC3 standard errors."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.linalg import qr, solve_triangular
from scipy.special import fdtrc, stdtr, stdtrit

from survey_kit.errors import NotComputable
from survey_kit.stats.exact_least_squares import solve_exactly

INTERCEPT = "(intercept)"

COLLINEAR = 1e-12
"""A smallest singular value (columns of unit length) below this is rounding error, not information."""

ILL_CONDITIONED = 1e3
"""Condition index from which small problems are solved in exact arithmetic."""

BLOCK = 4096
"""Rows worked on at a time, so that they stay in the processor's cache."""

EXACT_WORK = 500_000
"""Largest n k^2 for which exact arithmetic stays well under a second."""


@dataclass(frozen=True, slots=True)
class LeastSquares:
    """A fitted linear model; arrays over coefficients are (k,), over respondents (n,).

    Attributes
    ----------
    names
        Coefficients in order; the first is ``(intercept)`` unless the model has none.
    b, se, t, p, low, high
        Coefficients, classical standard errors, t tests on ``df2``, intervals at ``level``.
    se_hc3, t_hc3, p_hc3
        Heteroscedasticity-consistent (HC3), referred to t on ``df2``. NaN for a coefficient that
        rests on one respondent alone (leverage 1), for whom HC3 is not defined.
    beta
        b SD(x) / SD(y), every column with its own SD, dummies too, as SPSS does; NaN for the intercept.
    vif
        Variance inflation of each column; NaN for the intercept. Tolerance is its inverse.
    r2, r2_adjusted, sigma, f, df1, df2, p_f
        Fit of the whole model; sigma is the residual standard error. Without an intercept R squared
        is about zero, as in R.
    rss, tss, log_likelihood, aic, bic
        Sums of squares; Gaussian likelihood, sigma counted as a parameter (R's ``logLik``).
    covariance
        (k, k) classical covariance matrix of the coefficients.
    condition_index
        Of the columns scaled to unit length, intercept included (Belsley, Kuh & Welsch, 1980).
    exact
        True when the coefficients come from exact rational arithmetic.
    """

    names: tuple[str, ...]
    n: int
    level: float
    b: np.ndarray
    se: np.ndarray
    t: np.ndarray
    p: np.ndarray
    low: np.ndarray
    high: np.ndarray
    se_hc3: np.ndarray
    t_hc3: np.ndarray
    p_hc3: np.ndarray
    beta: np.ndarray
    vif: np.ndarray
    covariance: np.ndarray
    r2: float
    r2_adjusted: float
    sigma: float
    f: float
    df1: int
    df2: int
    p_f: float
    rss: float
    tss: float
    log_likelihood: float
    aic: float
    bic: float
    fitted: np.ndarray
    residuals: np.ndarray
    leverage: np.ndarray
    condition_index: float
    exact: bool

    def at(self, name: str) -> int:
        """Position of a coefficient."""
        return self.names.index(name)


def least_squares(
    X: np.ndarray,
    y: np.ndarray,
    names: tuple[str, ...],
    *,
    intercept: bool = True,
    level: float = 0.95,
) -> LeastSquares:
    """Regress ``y`` on the columns of ``X`` by ordinary least squares.

    Parameters
    ----------
    X : (n, k) predictors without the constant, complete; floats, or ``Fraction`` for data known exactly.
    y : (n,) outcome, complete.
    names : one name a column of ``X``.
    intercept : add the constant.
    level : confidence level of the intervals.

    Raises
    ------
    NotComputable
        ``withheld.too_few`` (no residual degree of freedom), ``withheld.no_variance`` (the outcome or
        a predictor is constant), ``withheld.collinear`` (``names`` depend linearly on each other).

    Notes
    -----
    Householder QR of the columns scaled to unit length, then two steps of iterative refinement with
    residuals in twice the working precision (Björck, 1996, doi:10.1137/1.9781611971484). Small problems with
    a condition index above 1,000 are solved in exact rational arithmetic, reading each number as the decimal
    that it prints. HC3: MacKinnon & White (1985), doi:10.1016/0304-4076(85)90158-7; Long & Ervin
    (2000), doi:10.1080/00031305.2000.10474549. statsmodels refers HC3 to the normal, R (sandwich) to t: ours is t.

    Examples
    --------
    >>> fit = least_squares(np.array([[1.0], [2.0], [3.0], [4.0]]), np.array([2.0, 4.0, 5.0, 8.0]), ("x",))
    >>> fit.b[1].round(12), round(fit.r2, 4)
    (np.float64(1.9), 0.9627)
    """
    exact_X, exact_y = np.asarray(X), np.asarray(y)
    X, y = exact_X.astype(float).reshape(len(exact_y), -1), exact_y.astype(float)
    n = len(y)
    if intercept:
        X = np.column_stack([np.ones(n), X])
        exact_X = np.column_stack([np.ones(n, dtype=int), exact_X.reshape(n, -1)])
        names = (INTERCEPT, *names)
    k = X.shape[1]
    df2 = n - k
    if df2 < 1:
        raise NotComputable("withheld.too_few", n=n, needed=k + 1)
    _refuse_constants(X, y, names, intercept=intercept)

    length = np.sqrt(np.einsum("ij,ij->j", X, X))
    Q, R = _qr(X / length)
    condition_index = _condition(R, names)
    exact = condition_index > ILL_CONDITIONED and n * k * k <= EXACT_WORK
    if exact:
        solution = solve_exactly(exact_X, exact_y, names)
        b, inverse, residuals, rss = solution.b, solution.inverse, solution.residuals, solution.rss
    else:
        b = solve_triangular(R, Q.T @ y) / length
        for _ in range(2):
            b = b + solve_triangular(R, Q.T @ _residuals(X, b, y)) / length
        residuals = _residuals(X, b, y)
        rss = float(residuals @ residuals)
        root = solve_triangular(R, np.eye(k))
        inverse = root @ root.T / np.outer(length, length)

    leverage = np.einsum("ij,ij->i", Q, Q)
    sigma = math.sqrt(rss / df2)
    covariance = inverse * sigma**2
    se = np.sqrt(np.diag(covariance))
    # HC3 from the QR factors also where b is exact: it needs no more digits than they have
    se_hc3 = _hc3(solve_triangular(R, Q.T) / length[:, None], residuals, leverage)
    t, p = _t_test(b, se, df2)
    t_hc3, p_hc3 = _t_test(b, se_hc3, df2)
    half = float(stdtrit(df2, (1 + level) / 2)) * se

    center = y.mean() if intercept else 0.0
    tss = float(((y - center) ** 2).sum())
    spread = np.square(X - X.mean(axis=0)).sum(axis=0) if intercept else length**2
    vif = np.diag(inverse) * spread
    beta = b * np.sqrt(spread / tss)
    if intercept:
        vif[0] = beta[0] = np.nan
    df1 = k - int(intercept)
    with np.errstate(divide="ignore", invalid="ignore"):
        f = float(np.float64((tss - rss) / df1) / np.float64(rss / df2)) if df1 else math.nan
        log_likelihood = float(-n / 2 * (np.log(2 * np.pi * np.float64(rss) / n) + 1))
    return LeastSquares(
        names=names, n=n, level=level,
        b=b, se=se, t=t, p=p, low=b - half, high=b + half,
        se_hc3=se_hc3, t_hc3=t_hc3, p_hc3=p_hc3,
        beta=beta, vif=vif, covariance=covariance,
        r2=1 - rss / tss,
        r2_adjusted=1 - (rss / df2) / (tss / (n - int(intercept))),
        sigma=sigma, f=f, df1=df1, df2=df2,
        p_f=float(fdtrc(df1, df2, f)) if df1 else math.nan,
        rss=rss, tss=tss,
        log_likelihood=log_likelihood,
        aic=-2 * log_likelihood + 2 * (k + 1),
        bic=-2 * log_likelihood + math.log(n) * (k + 1),
        fitted=y - residuals, residuals=residuals, leverage=leverage,
        condition_index=condition_index, exact=exact,
    )  # fmt: skip


def _refuse_constants(X: np.ndarray, y: np.ndarray, names: tuple[str, ...], *, intercept: bool) -> None:
    if np.ptp(y) == 0 and intercept:
        raise NotComputable("withheld.outcome_constant", value=float(y[0]))
    first = 1 if intercept else 0
    constant = (np.ptp(X[:, first:], axis=0) == 0) & (intercept | (X[0, first:] == 0))
    if constant.any():
        named = tuple(name for name, flat in zip(names[first:], constant, strict=True) if flat)
        raise NotComputable("withheld.no_variance", names=named)


def _condition(R: np.ndarray, names: tuple[str, ...]) -> float:
    """Largest over smallest singular value of the scaled design; refuses what is singular."""
    _, singular, Vt = np.linalg.svd(R)
    null = singular < COLLINEAR * singular[0]
    if null.any():
        involved = (np.abs(Vt[null]) > 1e-6).any(axis=0)
        named = tuple(name for name, one in zip(names, involved, strict=True) if one and name != INTERCEPT)
        raise NotComputable("withheld.collinear", names=named)
    return float(singular[0] / singular[-1])


def _qr(X: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Householder QR; a tall matrix by blocks of rows whose triangles are factored once more."""
    n, k = X.shape
    if n <= 2 * BLOCK or k > BLOCK // 4:
        Q, R = qr(X, mode="economic")
        return Q, R
    edges = range(0, n, BLOCK)
    factors = [_qr(X[start : start + BLOCK]) for start in edges]
    above, R = qr(np.vstack([factor[1] for factor in factors]), mode="economic")
    Q = np.empty((n, k))
    place = 0
    for start, (block, triangle) in zip(edges, factors, strict=True):
        Q[start : start + BLOCK] = block @ above[place : place + len(triangle)]
        place += len(triangle)
    return Q, R


def _residuals(X: np.ndarray, b: np.ndarray, y: np.ndarray) -> np.ndarray:
    """``y - X b`` accumulated in twice the working precision (Dekker, 1971, doi:10.1007/BF01397083).

    Spelled out with error-free transformations because long double is no longer than double on
    some machines, and results must not depend on the machine.
    """
    residuals: np.ndarray = np.empty_like(y)
    for start in range(0, len(y), BLOCK):
        rows = slice(start, start + BLOCK)
        high: np.ndarray = y[rows].copy()
        low: np.ndarray = np.zeros_like(high)
        for column, coefficient in zip(np.ascontiguousarray(X[rows].T), b, strict=True):
            product, error = _two_product(column, -coefficient)
            total: np.ndarray = high + product
            virtual = total - high
            low += (high - (total - virtual)) + (product - virtual) + error
            high = total
        residuals[rows] = high + low
    return residuals


def _two_product(x: np.ndarray, c: float) -> tuple[np.ndarray, np.ndarray]:
    product: np.ndarray = x * c
    splitter = 134217729.0  # 2^27 + 1
    x_high = splitter * x - (splitter * x - x)
    x_low = x - x_high
    c_high = splitter * c - (splitter * c - c)
    c_low = c - c_high
    error: np.ndarray = ((x_high * c_high - product) + x_high * c_low + x_low * c_high) + x_low * c_low
    return product, error


def _hc3(A: np.ndarray, residuals: np.ndarray, leverage: np.ndarray) -> np.ndarray:
    """Square roots of the diagonal of A diag(e^2 / (1 - h)^2) A', A = (X'X)^-1 X' (k, n)."""
    alone = leverage > 1 - 1e-9
    scaled = np.divide(residuals, 1 - leverage, out=np.zeros_like(residuals), where=~alone)
    se: np.ndarray = np.sqrt((A * A) @ (scaled * scaled))
    if alone.any():
        # someone with leverage 1 leaves all coefficients alone but those of the column that is theirs
        se[(np.abs(A[:, alone]) > 1e-9 * np.abs(A).max(axis=1, keepdims=True)).any(axis=1)] = np.nan
    return se


def _t_test(b: np.ndarray, se: np.ndarray, df: int) -> tuple[np.ndarray, np.ndarray]:
    with np.errstate(divide="ignore", invalid="ignore"):
        t = b / se
    return t, 2 * stdtr(df, -np.abs(t))
