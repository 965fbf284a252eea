"""An interaction in a linear model: its test, simple slopes and the Johnson–Neyman region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import stdtr, stdtrit

from survey_kit.errors import NotComputable
from survey_kit.stats.hierarchical import SubsetTest, subset_test
from survey_kit.stats.least_squares import LeastSquares, least_squares

SPARE = 10
"""Respondents asked for beyond the number of coefficients."""

GRID = 61
"""Points of a curve."""


@dataclass(frozen=True, slots=True)
class SimpleSlope:
    """The slope of the predictor at one place of the moderator (in its units; NaN for a group)."""

    at: float
    b: float
    se: float
    t: float
    p: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Band:
    """A line with pointwise limits; arrays of equal length."""

    x: np.ndarray
    y: np.ndarray
    low: np.ndarray
    high: np.ndarray


@dataclass(frozen=True, slots=True)
class Region:
    """Values of the moderator at which the slope is significant, inside the observed range.

    ``share`` of the respondents have such a value.
    """

    low: float
    high: float
    share: float


@dataclass(frozen=True, slots=True)
class Moderation:
    """A fitted interaction; predictor and metric moderator are centred at their means.

    Attributes
    ----------
    model, without
        With and without the products; ``change`` tests all products together.
    products
        Names of the products in ``model``: one a column of the moderator.
    slopes
        At the mean - 1 SD, mean and + 1 SD of a metric moderator; in the groups of another, the
        reference first.
    lines
        Predicted outcome over the observed predictor at the same places, covariates at their means.
    boundaries, regions, effect
        Of a metric moderator: where the slope turns significant, the regions, and the slope as a
        curve over the observed range. Empty and None for groups.
    """

    model: LeastSquares
    without: LeastSquares
    change: SubsetTest
    products: tuple[str, ...]
    slopes: tuple[SimpleSlope, ...]
    lines: tuple[Band, ...]
    boundaries: tuple[float, ...]
    regions: tuple[Region, ...]
    effect: Band | None
    w_range: tuple[float, float]

    @property
    def n(self) -> int:
        return self.model.n


def moderation(
    predictor: np.ndarray,
    moderator: np.ndarray,
    outcome: np.ndarray,
    covariates: np.ndarray,
    names: tuple[str, Sequence[str], Sequence[str]],
    *,
    metric: bool,
    level: float = 0.95,
) -> Moderation:
    """Regress ``outcome`` on predictor, moderator and their product.

    Parameters
    ----------
    predictor, outcome : (n,), complete. covariates : (n, c).
    moderator : (n, 1) when ``metric``, else dummies (n, groups - 1).
    names : of the predictor, of the moderator's columns, of the covariates.

    Raises
    ------
    NotComputable
        ``withheld.too_few`` (fewer respondents than coefficients + 10), those of ``least_squares``,
        ``withheld.exact_fit``.

    Notes
    -----
    Aiken & West (1991). Regions: Bauer & Curran (2005, doi:10.1207/s15327906mbr4003_5), pointwise at
    ``level``. Centring changes neither the product's test nor any simple slope.
    """
    k, c = moderator.shape[1], covariates.shape[1]
    n, needed = len(outcome), 2 + 2 * k + c + SPARE
    if n < needed:
        raise NotComputable("withheld.too_few", n=n, needed=needed)
    x_mean = float(predictor.mean())
    w_mean = float(moderator[:, 0].mean()) if metric else 0.0
    x, w = predictor - x_mean, moderator - w_mean
    products = tuple(f"{names[0]}:{name}" for name in names[1])
    main = np.column_stack([x, w, covariates])
    main_names = (names[0], *names[1], *names[2])
    without = least_squares(main, outcome, main_names, level=level)
    model = least_squares(
        np.column_stack([main, x[:, None] * w]), outcome, (*main_names, *products), level=level
    )
    if model.r2 > 1 - 1e-10:
        raise NotComputable("withheld.exact_fit")
    sd = float(w[:, 0].std(ddof=1))
    places = np.array([[-sd], [0.0], [sd]]) if metric else np.vstack([np.zeros(k), np.eye(k)])
    slopes = tuple(
        slope_at(model, names[0], products, place, shown=w_mean + float(place[0]) if metric else np.nan)
        for place in places
    )
    center = np.concatenate([[1.0], covariates.mean(axis=0)])
    lines = tuple(_line(model, predictor, place, center, level=level) for place in places)
    if not metric:
        return Moderation(
            model,
            without,
            subset_test(model, products),
            products,
            slopes,
            lines,
            (),
            (),
            None,
            (np.nan, np.nan),
        )
    ends = (float(moderator.min()), float(moderator.max()))
    boundaries = tuple(
        root + w_mean
        for root in johnson_neyman(model, names[0], products[0])
        if ends[0] < root + w_mean < ends[1]
    )
    grid = np.linspace(*ends, GRID)
    found = [slope_at(model, names[0], products, np.array([at - w_mean]), shown=at) for at in grid]
    effect = Band(grid, *(np.array([getattr(one, key) for one in found]) for key in ("b", "low", "high")))
    regions = []
    for low, high in zip((ends[0], *boundaries), (*boundaries, ends[1]), strict=True):
        middle = np.array([(low + high) / 2 - w_mean])
        if slope_at(model, names[0], products, middle, shown=low).p < 1 - level:
            inside = (moderator[:, 0] >= low) & (moderator[:, 0] <= high)
            regions.append(Region(low, high, float(inside.mean())))
    return Moderation(
        model,
        without,
        subset_test(model, products),
        products,
        slopes,
        lines,
        boundaries,
        tuple(regions),
        effect,
        ends,
    )


def slope_at(
    model: LeastSquares, predictor: str, products: Sequence[str], place: np.ndarray, *, shown: float
) -> SimpleSlope:
    """Slope of the predictor where the moderator's columns have the values ``place``."""
    at = [model.at(predictor), *(model.at(name) for name in products)]
    weights = np.concatenate([[1.0], place])
    b = float(weights @ model.b[at])
    se = float(np.sqrt(weights @ model.covariance[np.ix_(at, at)] @ weights))
    half = float(stdtrit(model.df2, (1 + model.level) / 2)) * se
    t = b / se
    return SimpleSlope(shown, b, se, t, float(2 * stdtr(model.df2, -abs(t))), b - half, b + half)


def johnson_neyman(model: LeastSquares, predictor: str, product: str) -> tuple[float, ...]:
    """Values of the (centred) moderator where the slope is just significant, ascending; none or two."""
    i, j = model.at(predictor), model.at(product)
    t2 = float(stdtrit(model.df2, (1 + model.level) / 2)) ** 2
    V, b1, b3 = model.covariance, float(model.b[i]), float(model.b[j])
    a = b3**2 - t2 * V[j, j]
    b = 2 * (b1 * b3 - t2 * V[i, j])
    c = b1**2 - t2 * V[i, i]
    discriminant = b * b - 4 * a * c
    if discriminant <= 0 or a == 0:
        return ()
    # the root without cancellation first, the other from their product
    q = -(b + np.copysign(np.sqrt(discriminant), b)) / 2
    return tuple(sorted((float(q / a), float(c / q))))


def _line(
    model: LeastSquares, predictor: np.ndarray, place: np.ndarray, center: np.ndarray, *, level: float
) -> Band:
    """Predicted outcome with the interval of its mean, from the smallest to the largest predictor."""
    x = np.linspace(float(predictor.min()), float(predictor.max()), GRID)
    centred = x - predictor.mean()
    rows = np.column_stack(
        [
            np.ones(GRID), centred, np.tile(place, (GRID, 1)), np.tile(center[1:], (GRID, 1)),
            centred[:, None] * place,
        ]
    )  # fmt: skip
    y = rows @ model.b
    half = stdtrit(model.df2, (1 + level) / 2) * np.sqrt(
        np.einsum("ij,jk,ik->i", rows, model.covariance, rows)
    )
    return Band(x, y, y - half, y + half)
