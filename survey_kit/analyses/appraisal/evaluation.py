"""From ratings and rules to weights, scores, grades, and how firmly they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from survey_kit.analyses.appraisal.agreement import agreement_of, rated_by_each, severity_of
from survey_kit.analyses.appraisal.points import (
    blended,
    cell_means,
    grade_of,
    grade_values,
    relation_of,
    within_quota,
)
from survey_kit.analyses.appraisal.redrawing import draw_raters, draw_weights, raters_of, score_intervals
from survey_kit.analyses.appraisal.weighing import judged, rivals_of, weigh
from survey_kit.errors import NotApplicable, NotComputable
from survey_kit.ratings.model import Appraisal, Dimension, WeightKind
from survey_kit.report.blocks import Say
from survey_kit.stats.ahp import Priorities
from survey_kit.stats.composite import places, topsis, weighted_sum
from survey_kit.stats.fuzzy import best_grade, defuzzified, largest_of_smaller, undecided, weighted_average
from survey_kit.stats.intraclass import Intraclass
from survey_kit.stats.rank_stability import Stability, stability
from survey_kit.stats.rater_effects import Severity

BEST_SHARE = 0.20
LEAST_PEOPLE = 2


@dataclass(frozen=True, slots=True)
class AppraisalResult:
    """Everything the section shows. Arrays are by person in the order of ``people`` (n) and dimension (k)."""

    appraisal: Appraisal
    dimensions: tuple[Dimension, ...]
    people: tuple[str, ...]
    left_out: tuple[str, ...]
    weights: Mapping[WeightKind, np.ndarray]
    unweighted: Mapping[WeightKind, Say]
    experts: tuple[tuple[str, Priorities], ...]
    group: Priorities | None
    points: np.ndarray
    score: np.ndarray
    place: np.ndarray
    topsis: np.ndarray
    topsis_place: np.ndarray
    low: np.ndarray
    high: np.ndarray
    away_low: np.ndarray
    away_high: np.ndarray
    by_points: np.ndarray
    grade: np.ndarray
    excellent_at_most: int | None
    memberships: np.ndarray
    fuzzy_grade: np.ndarray
    cautious_grade: np.ndarray
    cautious_tied: int
    fuzzy_points: np.ndarray
    defuzzified_grade: np.ndarray
    severity: Severity | None
    agreement: Intraclass | Say
    best: int
    by_weights: Stability
    by_experts: bool
    by_raters: Stability | Say
    rivals: tuple[tuple[str, float, float], ...]

    @property
    def chosen(self) -> WeightKind:
        return self.appraisal.weighting.kind

    @property
    def best_share(self) -> float:
        """Which share of the people the best are whose places are followed."""
        quota = self.appraisal.rules.quota
        return BEST_SHARE if quota is None else quota

    @property
    def moved(self) -> int:
        """How many have another grade because of the quota."""
        return int((self.grade != self.by_points).sum())

    @property
    def ranked(self) -> bool:
        """False when all people have the same score."""
        return bool(np.ptp(self.score) > 0)

    @property
    def chosen_weights(self) -> np.ndarray:
        return self.weights[self.chosen]


def evaluate(appraisal: Appraisal, rng: Callable[[str], np.random.Generator]) -> AppraisalResult:
    """Weigh, score, grade and resample.

    Raises
    ------
    NotApplicable
        Judgements too inconsistent to be used, weights that the ratings do not determine, or fewer than two people
        with ratings on every dimension.
    """
    ratings, rules = appraisal.ratings, appraisal.rules
    experts, group = judged(appraisal)
    cells = cell_means(ratings, np.ones((1, len(ratings.raters))))
    every = blended(cells, rules.ordinary)[0]
    kept = np.isfinite(every).all(axis=1)
    if kept.sum() < LEAST_PEOPLE:
        raise NotApplicable("appraisal.too_few_people", n=int(kept.sum()), needed=LEAST_PEOPLE)
    points = every[kept]
    people = tuple(np.array(ratings.people, dtype=object)[kept])
    weights, unweighted = weigh(appraisal, points, group)
    kind = appraisal.weighting.kind
    if kind not in weights:
        raise NotApplicable("appraisal.no_weights", reason=unweighted[kind])
    chosen = weights[kind]
    score = weighted_sum(points, chosen)
    try:
        closeness = topsis(points, chosen)
    except NotComputable:
        closeness = np.full(len(points), np.nan)
    place = places(score)
    share = BEST_SHARE if rules.quota is None else rules.quota
    best = max(1, int(np.floor(share * len(people) + 1e-9)))
    drawn, by_experts = draw_weights(appraisal, chosen, rng("appraisal.weights"))
    by_weights = stability(score, weighted_sum(points[None], drawn), best)
    by_raters = draw_raters(appraisal, kept, score, chosen, best=best, rng=rng("appraisal.raters"))
    low, high, away_low, away_high = score_intervals(by_raters, score, raters_of(ratings)[kept])
    relation = relation_of(ratings, rules.ordinary, rules.cuts)[kept]
    fuzzy = weighted_average(chosen, relation)
    cautious = largest_of_smaller(chosen, relation)
    by_points = grade_of(score, rules.cuts)
    fuzzy_points = defuzzified(fuzzy, grade_values(rules.cuts))
    rated = rated_by_each(ratings, chosen)
    at_most = None if rules.quota is None else int(np.floor(rules.quota * len(people) + 1e-9))
    return AppraisalResult(
        appraisal=appraisal,
        dimensions=ratings.dimensions,
        people=people,
        left_out=tuple(np.array(ratings.people, dtype=object)[~kept]),
        weights=weights,
        unweighted=unweighted,
        experts=experts,
        group=group,
        points=points,
        score=score,
        place=place,
        topsis=closeness,
        topsis_place=places(np.round(closeness, 9)),
        low=low,
        high=high,
        away_low=away_low,
        away_high=away_high,
        by_points=by_points,
        grade=by_points if at_most is None else within_quota(by_points, place, at_most),
        excellent_at_most=at_most,
        memberships=fuzzy,
        fuzzy_grade=best_grade(fuzzy),
        cautious_grade=best_grade(cautious),
        cautious_tied=int(undecided(cautious).sum()),
        fuzzy_points=fuzzy_points,
        defuzzified_grade=grade_of(fuzzy_points, rules.cuts),
        severity=severity_of(rated),
        agreement=agreement_of(rated),
        best=best,
        by_weights=by_weights,
        by_experts=by_experts,
        by_raters=by_raters,
        rivals=rivals_of(points, score, closeness, weights, kind),
    )
