"""From single ratings to points a person and dimension, memberships in grades, and grades."""

from __future__ import annotations

import numpy as np

from survey_kit.ratings.model import Ratings
from survey_kit.stats.fuzzy import membership
from survey_kit.stats.rater_effects import resampled_means


def cell_means(ratings: Ratings, shares: np.ndarray) -> np.ndarray:
    """(draws, people, 2, k) means over raters, by occasion."""
    n, k = len(ratings.people), len(ratings.dimensions)
    cell = ratings.person * 2 + ratings.occasion
    means = resampled_means(ratings.scores, cell, ratings.rater, 2 * n, shares)
    return np.asarray(means.reshape(len(shares), n, 2, k))


def blended(cells: np.ndarray, ordinary: float) -> np.ndarray:
    """(draws, people, k): the two occasions by their weights; where one is lacking, the other alone."""
    parts = np.array([ordinary, 1 - ordinary])
    there = np.isfinite(cells)
    weight = there * parts[:, None]
    whole = weight.sum(axis=2)
    # an occasion that weighs nothing still counts where it is all there is
    weight = np.where((whole == 0)[:, :, None, :], there, weight)
    whole = weight.sum(axis=2)
    total = (np.where(there, cells, 0.0) * weight).sum(axis=2)
    return np.asarray(np.divide(total, whole, out=np.full_like(total, np.nan), where=whole > 0))


def relation_of(ratings: Ratings, ordinary: float, cuts: tuple[float, ...]) -> np.ndarray:
    """(people, k, grades) share of ratings in each grade, occasions blended as the points are."""
    hot = membership(ratings.scores, cuts)
    hot[~np.isfinite(ratings.scores)] = np.nan
    m, k, grades = hot.shape
    n = len(ratings.people)
    cell = ratings.person * 2 + ratings.occasion
    means = resampled_means(
        hot.reshape(m, k * grades), cell, ratings.rater, 2 * n, np.ones((1, len(ratings.raters)))
    )
    return np.asarray(blended(means.reshape(1, n, 2, k * grades), ordinary).reshape(n, k, grades))


def grade_of(points: np.ndarray, cuts: tuple[float, ...]) -> np.ndarray:
    """(n,) grade by points (n,), 0 the best; rounding alone fails nobody at a cut."""
    return np.asarray((points[:, None] < np.asarray(cuts) - 1e-9).sum(axis=1))


def grade_values(cuts: tuple[float, ...]) -> np.ndarray:
    """(g,) the middle of each grade's range of points, the best first."""
    ends = np.array([100.0, *cuts, 0.0])
    return np.asarray((ends[:-1] + ends[1:]) / 2)


def within_quota(grade: np.ndarray, place: np.ndarray, at_most: int) -> np.ndarray:
    """Excellent only within the quota; people who share the last place of it all stay out."""
    reached = np.array([(place <= own).sum() for own in place])
    return np.where((grade == 0) & (reached > at_most), 1, grade)
