"""The ranking when weights or raters are drawn anew."""

from __future__ import annotations

import numpy as np

from survey_kit.analyses.appraisal.points import blended, cell_means
from survey_kit.errors import NotComputable
from survey_kit.ratings.model import Appraisal, Ratings
from survey_kit.report.blocks import Say
from survey_kit.stats.ahp import resampled_weights
from survey_kit.stats.composite import weighted_sum
from survey_kit.stats.rank_stability import Stability, dirichlet_weights, stability
from survey_kit.stats.rater_effects import LEAST_RATERS, drawn_raters

DRAWS = 2000
CONCENTRATION = 100.0
"""Of the Dirichlet distribution around the weights: a weight of .20 then has an SD of .04."""
LEAST_EXPERTS = 3


def draw_weights(
    appraisal: Appraisal, chosen: np.ndarray, rng: np.random.Generator
) -> tuple[np.ndarray, bool]:
    """Weights drawn anew: experts with replacement where there are three, else a Dirichlet distribution."""
    matrices = appraisal.weighting.matrices
    if appraisal.weighting.kind == "ahp" and len(matrices) >= LEAST_EXPERTS:
        return resampled_weights([each.values for each in matrices], DRAWS, rng), True
    return dirichlet_weights(chosen, CONCENTRATION, DRAWS, rng), False


def draw_raters(
    appraisal: Appraisal,
    kept: np.ndarray,
    score: np.ndarray,
    weights: np.ndarray,
    *,
    best: int,
    rng: np.random.Generator,
) -> Stability | Say:
    """Scores and places when other raters of the same kind had rated; why not, where there are too few raters."""
    ratings = appraisal.ratings
    try:
        shares = drawn_raters(len(ratings.raters), DRAWS, rng)
    except NotComputable as reason:
        return Say(reason.key, reason.values)
    block = max(1, 4_000_000 // (2 * len(ratings.people) * len(ratings.dimensions)))
    parts = []
    for start in range(0, DRAWS, block):
        points = blended(cell_means(ratings, shares[start : start + block]), appraisal.rules.ordinary)
        parts.append(weighted_sum(points[:, kept], weights))
    found = stability(score, np.concatenate(parts), best)
    if not len(found.spearman):
        return Say("appraisal.no_whole_draw")
    return found


def score_intervals(
    by_raters: Stability | Say, score: np.ndarray, raters: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Bounds (n,) of the scores, and of their departures from the mean; none for people rated by fewer than three."""
    if isinstance(by_raters, Say):
        nothing = np.full(len(score), np.nan)
        return nothing, nothing, nothing, nothing
    enough = raters >= LEAST_RATERS
    away = score - score.mean()
    return (
        np.where(enough, np.minimum(by_raters.low, score), np.nan),
        np.where(enough, np.maximum(by_raters.high, score), np.nan),
        np.where(enough, np.minimum(by_raters.away_low, away), np.nan),
        np.where(enough, np.maximum(by_raters.away_high, away), np.nan),
    )


def raters_of(ratings: Ratings) -> np.ndarray:
    """(people,) by how many raters each was rated."""
    pairs = np.unique(np.column_stack([ratings.person, ratings.rater]), axis=0)
    return np.bincount(pairs[:, 0], minlength=len(ratings.people))
