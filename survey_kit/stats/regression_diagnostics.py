"""Is a linear regression what it claims to be? Residuals, variance, shape, influence, collinearity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.linalg import cho_factor, cho_solve, qr
from scipy.special import chdtrc, fdtrc

from survey_kit.errors import NotComputable
from survey_kit.stats.least_squares import LeastSquares


@dataclass(frozen=True, slots=True)
class ChiSquareTest:
    """A statistic referred to chi-square."""

    statistic: float
    df: int
    p: float


@dataclass(frozen=True, slots=True)
class FTest:
    """A statistic referred to F."""

    f: float
    df1: int
    df2: int
    p: float


@dataclass(frozen=True, slots=True)
class GeneralizedVif:
    """Collinearity of a term of ``df`` columns; ``comparable`` = GVIF^(1/df) reads like a VIF."""

    gvif: float
    df: int

    @property
    def comparable(self) -> float:
        return float(self.gvif ** (1 / self.df))


def breusch_pagan(X: np.ndarray, residuals: np.ndarray) -> ChiSquareTest:
    """Test that the residual variance does not depend on the predictors.

    Parameters
    ----------
    X : (n, k) predictors without the constant.
    residuals : (n,) of the regression on them.

    Notes
    -----
    n times the R² of the squared residuals on the predictors, Koenker's studentized form (1981,
    doi:10.1016/0304-4076(81)90062-2): it does not lean on normal residuals as the original of Breusch and
    Pagan (1979, doi:10.2307/1911963) does. R: ``lmtest::bptest``.
    """
    n, k = X.shape
    squared = residuals**2
    deviations = squared - squared.mean()
    total = float(deviations @ deviations)
    if total == 0:
        raise NotComputable("withheld.no_variance", names=("e²",))
    explained = total - float(np.square(_partialled(X, deviations)).sum())
    statistic = n * explained / total
    return ChiSquareTest(statistic, k, float(chdtrc(k, statistic)))


def reset(X: np.ndarray, fit: LeastSquares) -> FTest:
    """Ramsey's RESET: do the square and cube of the fitted values add to the regression?

    F test of the two added columns (Ramsey, 1969, doi:10.1111/j.2517-6161.1969.tb00796.x; R:
    ``lmtest::resettest``). The fitted values are standardised first, which leaves the test as it is and
    the powers well conditioned.

    Raises
    ------
    NotComputable
        Too few residual degrees of freedom, or powers that depend linearly on the predictors (one
        yes/no predictor).
    """
    z = (fit.fitted - fit.fitted.mean()) / fit.fitted.std()
    powers = np.column_stack([z**2, z**3])
    spread = np.square(powers - powers.mean(axis=0)).sum(axis=0)
    df2 = fit.df2 - 2
    if df2 < 1:
        raise NotComputable("withheld.too_few", n=fit.n, needed=len(fit.b) + 3)
    left = _partialled(X, powers) / np.sqrt(spread)
    Q, R = qr(left, mode="economic")
    if np.linalg.svd(R, compute_uv=False)[-1] < 1e-7:
        raise NotComputable("withheld.collinear", names=("ŷ²", "ŷ³"))
    gained = float(np.square(Q.T @ fit.residuals).sum())
    f = gained / 2 / ((fit.rss - gained) / df2)
    return FTest(f, 2, df2, float(fdtrc(2, df2, f)))


def durbin_watson(residuals: np.ndarray) -> float:
    """Durbin–Watson statistic of residuals in the order of the respondents; 2 without serial correlation.

    Durbin & Watson (1950), doi:10.1093/biomet/37.3-4.409.

    Examples
    --------
    >>> durbin_watson(np.array([1.0, -1.0, 1.0, -1.0]))
    3.0
    """
    steps = np.diff(residuals)
    return float(steps @ steps / (residuals @ residuals))


def cooks_distance(fit: LeastSquares) -> np.ndarray:
    """Cook's distance (n,): how far all fitted values move when a respondent is left out.

    Cook (1977), doi:10.2307/1268249. NaN for leverage 1: without that respondent the model cannot be fitted.
    """
    free = 1 - fit.leverage
    with np.errstate(divide="ignore", invalid="ignore"):
        distance: np.ndarray = fit.residuals**2 * fit.leverage / (len(fit.b) * fit.sigma**2 * free**2)
    distance[free < 1e-9] = np.nan
    return distance


def studentized_residuals(fit: LeastSquares) -> np.ndarray:
    """Externally studentized residuals (n,), R's ``rstudent``: each by the sigma without its respondent.

    NaN for leverage 1 and where no degree of freedom would remain.
    """
    free = 1 - fit.leverage
    with np.errstate(divide="ignore", invalid="ignore"):
        others = (fit.rss - fit.residuals**2 / free) / (fit.df2 - 1)
        studentized: np.ndarray = fit.residuals / np.sqrt(np.maximum(others, 0) * free)
    studentized[~np.isfinite(studentized) | (free < 1e-9)] = np.nan
    return studentized


def generalized_vif(X: np.ndarray, terms: Mapping[str, Sequence[int]]) -> dict[str, GeneralizedVif]:
    """Generalised variance inflation of terms that enter as several columns.

    Parameters
    ----------
    X : (n, k) predictors without the constant.
    terms : term -> its columns of X.

    Notes
    -----
    det(R11) det(R22) / det(R) of the predictors' correlation matrix (Fox & Monette, 1992,
    doi:10.1080/01621459.1992.10475190; R: ``car::vif``). Unlike the VIF of single dummies it does not depend on the
    reference category. For one column it is the VIF.
    """
    R = np.corrcoef(X, rowvar=False).reshape(X.shape[1], -1)
    everything = set(range(X.shape[1]))
    whole = float(np.linalg.slogdet(R)[1])
    vifs = {}
    for term, columns in terms.items():
        own = list(columns)
        rest = sorted(everything - set(own))
        parts = sum(float(np.linalg.slogdet(R[np.ix_(at, at)])[1]) for at in (own, rest) if at)
        vifs[term] = GeneralizedVif(float(np.exp(parts - whole)), len(own))
    return vifs


def _partialled(X: np.ndarray, y: np.ndarray) -> np.ndarray:
    """What the constant and the columns of X leave of ``y`` (n,) or (n, m).

    By the normal equations of the standardised columns, and once more on what is left: two passes
    lose no more digits than a QR decomposition would and cost a fraction of it.
    """
    centered = X - X.mean(axis=0)
    centered /= np.sqrt(np.square(centered).sum(axis=0))
    factor = cho_factor(centered.T @ centered)
    left: np.ndarray = y
    for _ in range(2):
        left = left - left.mean(axis=0)
        left = left - centered @ cho_solve(factor, centered.T @ left)
    return left
