"""From ratings and rules to weights, scores, grades, and how firmly they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from survey_kit.errors import NotApplicable, NotComputable
from survey_kit.ratings.model import ORDINARY, REGULAR, Appraisal, Dimension, Ratings, WeightKind
from survey_kit.report.blocks import Say
from survey_kit.stats.ahp import LARGEST_CR, Priorities, joined, priorities, resampled_weights
from survey_kit.stats.composite import places, topsis, weighted_sum
from survey_kit.stats.fuzzy import best_grade, defuzzified, largest_of_smaller, membership, weighted_average
from survey_kit.stats.intraclass import Intraclass, intraclass
from survey_kit.stats.rank_stability import Stability, dirichlet_weights, kendall_tau_b, spearman, stability
from survey_kit.stats.rater_effects import LEAST_RATERS, Severity, drawn_raters, resampled_means, severity
from survey_kit.stats.weighting import critic_weights, entropy_weights, equal_weights

DRAWS = 2000
CONCENTRATION = 100.0
"""Of the Dirichlet distribution around the weights: a weight of .20 then has an SD of .04."""
LEAST_EXPERTS = 3
BEST_SHARE = 0.20
LEAST_PEOPLE = 2
LEAST_FOR_AGREEMENT = 5


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
    by_points: np.ndarray
    grade: np.ndarray
    excellent_at_most: int | None
    memberships: np.ndarray
    fuzzy_grade: np.ndarray
    cautious_grade: np.ndarray
    fuzzy_points: np.ndarray
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
    experts, group = _experts(appraisal)
    cells = _cells(ratings, np.ones((1, len(ratings.raters))))
    every = _blended(cells, rules.ordinary)[0]
    kept = np.isfinite(every).all(axis=1)
    if kept.sum() < LEAST_PEOPLE:
        raise NotApplicable("appraisal.too_few_people", n=int(kept.sum()), needed=LEAST_PEOPLE)
    points = every[kept]
    people = tuple(np.array(ratings.people, dtype=object)[kept])
    weights, unweighted = _weights(appraisal, points, group)
    kind = appraisal.weighting.kind
    if kind not in weights:
        raise NotApplicable("appraisal.no_weights", reason=unweighted[kind])
    chosen = weights[kind]
    score = weighted_sum(points, chosen)
    try:
        closeness = topsis(points, chosen)
    except NotComputable:
        closeness = np.full(len(points), np.nan)
    place = places(np.round(score, 9))
    share = BEST_SHARE if rules.quota is None else rules.quota
    best = max(1, int(np.floor(share * len(people) + 1e-9)))
    drawn, by_experts = _drawn_weights(appraisal, chosen, rng("appraisal.weights"))
    by_weights = stability(score, weighted_sum(points[None], drawn), best)
    by_raters = _by_raters(appraisal, kept, score, chosen, best=best, rng=rng("appraisal.raters"))
    low, high = _interval(by_raters, score, _raters_of(ratings)[kept])
    relation = _relation(ratings, rules.ordinary, rules.cuts)[kept]
    fuzzy = weighted_average(chosen, relation)
    by_points = (score[:, None] < np.asarray(rules.cuts) - 1e-9).sum(axis=1)
    rated = _rated(ratings, chosen)
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
        by_points=by_points,
        grade=by_points if at_most is None else _within_quota(by_points, place, at_most),
        excellent_at_most=at_most,
        memberships=fuzzy,
        fuzzy_grade=best_grade(fuzzy),
        cautious_grade=best_grade(largest_of_smaller(chosen, relation)),
        fuzzy_points=defuzzified(fuzzy, grade_values(rules.cuts)),
        severity=_severity(rated),
        agreement=_agreement(rated),
        best=best,
        by_weights=by_weights,
        by_experts=by_experts,
        by_raters=by_raters,
        rivals=_rivals(points, score, closeness, weights, kind),
    )


def grade_values(cuts: tuple[float, ...]) -> np.ndarray:
    """(g,) the middle of each grade's range of points, the best first."""
    ends = np.array([100.0, *cuts, 0.0])
    return np.asarray((ends[:-1] + ends[1:]) / 2)


def _experts(appraisal: Appraisal) -> tuple[tuple[tuple[str, Priorities], ...], Priorities | None]:
    matrices = appraisal.weighting.matrices
    if not matrices:
        return (), None
    experts = tuple((each.expert, priorities(each.values)) for each in matrices)
    refused = [(name, found) for name, found in experts if not found.consistent]
    if refused:
        dimensions = appraisal.ratings.dimensions
        raise NotApplicable(
            "appraisal.inconsistent",
            limit=LARGEST_CR,
            experts=tuple(
                Say(
                    "appraisal.inconsistent_expert",
                    {
                        "expert": name,
                        "cr": found.cr,
                        "judgements": tuple(
                            Say(
                                "appraisal.inconsistent_judgement",
                                {
                                    "first": dimensions[each.i].label,
                                    "second": dimensions[each.j].label,
                                    "judged": each.judged,
                                    "implied": each.implied,
                                },
                            )
                            for each in found.worst[:2]
                        ),
                    },
                )
                for name, found in refused
            ),
        )
    return experts, priorities(joined([each.values for each in matrices]))


def _weights(
    appraisal: Appraisal, points: np.ndarray, group: Priorities | None
) -> tuple[dict[WeightKind, np.ndarray], dict[WeightKind, Say]]:
    dimensions = appraisal.ratings.dimensions
    weights: dict[WeightKind, np.ndarray] = {}
    refused: dict[WeightKind, Say] = {}
    if group is not None:
        weights["ahp"] = group.weights
    if appraisal.weighting.given:
        given = np.array([appraisal.weighting.given[each.key] for each in dimensions])
        weights["given"] = given / given.sum()
    weights["equal"] = equal_weights(len(dimensions))
    compute: dict[WeightKind, Callable[[np.ndarray], np.ndarray]] = {
        "entropy": entropy_weights,
        "critic": critic_weights,
    }
    for kind, method in compute.items():
        try:
            weights[kind] = method(points)
        except NotComputable as reason:
            refused[kind] = Say(reason.key, reason.values)
    return weights, refused


def _cells(ratings: Ratings, shares: np.ndarray) -> np.ndarray:
    """(draws, people, 2, k) means over raters, by occasion."""
    n, k = len(ratings.people), len(ratings.dimensions)
    cell = ratings.person * 2 + ratings.occasion
    means = resampled_means(ratings.scores, cell, ratings.rater, 2 * n, shares)
    return np.asarray(means.reshape(len(shares), n, 2, k))


def _blended(cells: np.ndarray, ordinary: float) -> np.ndarray:
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


def _relation(ratings: Ratings, ordinary: float, cuts: tuple[float, ...]) -> np.ndarray:
    """(people, k, grades) share of ratings in each grade, occasions blended as the points are."""
    hot = membership(ratings.scores, cuts)
    hot[~np.isfinite(ratings.scores)] = np.nan
    m, k, grades = hot.shape
    n = len(ratings.people)
    cell = ratings.person * 2 + ratings.occasion
    means = resampled_means(
        hot.reshape(m, k * grades), cell, ratings.rater, 2 * n, np.ones((1, len(ratings.raters)))
    )
    blended = _blended(means.reshape(1, n, 2, k * grades), ordinary)
    return np.asarray(blended.reshape(n, k, grades))


def _drawn_weights(
    appraisal: Appraisal, chosen: np.ndarray, rng: np.random.Generator
) -> tuple[np.ndarray, bool]:
    """Weights drawn anew: experts with replacement where there are three, else a Dirichlet distribution."""
    matrices = appraisal.weighting.matrices
    if appraisal.weighting.kind == "ahp" and len(matrices) >= LEAST_EXPERTS:
        return resampled_weights([each.values for each in matrices], DRAWS, rng), True
    return dirichlet_weights(chosen, CONCENTRATION, DRAWS, rng), False


def _by_raters(
    appraisal: Appraisal,
    kept: np.ndarray,
    score: np.ndarray,
    weights: np.ndarray,
    *,
    best: int,
    rng: np.random.Generator,
) -> Stability | Say:
    ratings = appraisal.ratings
    try:
        shares = drawn_raters(len(ratings.raters), DRAWS, rng)
    except NotComputable as reason:
        return Say(reason.key, reason.values)
    block = max(1, 4_000_000 // max(len(ratings.person), 1))
    parts = []
    for start in range(0, DRAWS, block):
        points = _blended(_cells(ratings, shares[start : start + block]), appraisal.rules.ordinary)
        parts.append(weighted_sum(points[:, kept], weights))
    return stability(score, np.concatenate(parts), best)


def _interval(
    by_raters: Stability | Say, score: np.ndarray, raters: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Bounds (n,) of the scores; none for a person whom fewer than three rated."""
    if isinstance(by_raters, Say):
        nothing = np.full(len(score), np.nan)
        return nothing, nothing
    enough = raters >= LEAST_RATERS
    return (
        np.where(enough, np.minimum(by_raters.low, score), np.nan),
        np.where(enough, np.maximum(by_raters.high, score), np.nan),
    )


def _raters_of(ratings: Ratings) -> np.ndarray:
    """(people,) by how many raters each was rated."""
    pairs = np.unique(np.column_stack([ratings.person, ratings.rater]), axis=0)
    return np.bincount(pairs[:, 0], minlength=len(ratings.people))


def _within_quota(grade: np.ndarray, place: np.ndarray, at_most: int) -> np.ndarray:
    """Excellent only within the quota; people who share the last place of it all stay out."""
    reached = np.array([(place <= own).sum() for own in place])
    return np.where((grade == 0) & (reached > at_most), 1, grade)


def _rated(ratings: Ratings, weights: np.ndarray) -> np.ndarray:
    """(people, raters) weighted ratings, averaged over occasions that both are compared on."""
    n, r = len(ratings.people), len(ratings.raters)
    table = np.full((2, n, r), np.nan)
    table[ratings.occasion, ratings.person, ratings.rater] = weighted_sum(ratings.scores, weights)
    both = [table[each] for each in (ORDINARY, REGULAR) if np.isfinite(table[each]).any()]
    if not both:
        return np.full((n, r), np.nan)
    whole = np.stack(both)
    # a rater who saw a person on one occasion alone is not compared with those who saw him on both
    return np.asarray(whole.mean(axis=0))


def _severity(rated: np.ndarray) -> Severity | None:
    try:
        return severity(rated)
    except NotComputable:
        return None


def _agreement(rated: np.ndarray) -> Intraclass | Say:
    """Agreement of all raters on the people whom every one of them rated."""
    if rated.shape[1] < 2:
        return Say("withheld.one_rater")
    whole = rated[np.isfinite(rated).all(axis=1)]
    if len(whole) < LEAST_FOR_AGREEMENT:
        return Say("withheld.too_few", {"n": len(whole), "needed": LEAST_FOR_AGREEMENT})
    try:
        return intraclass(whole)
    except NotComputable as reason:
        return Say(reason.key, reason.values)


def _rivals(
    points: np.ndarray,
    score: np.ndarray,
    closeness: np.ndarray,
    weights: Mapping[WeightKind, np.ndarray],
    chosen: WeightKind,
) -> tuple[tuple[str, float, float], ...]:
    """Rank correlations of the reference with other weights, and with TOPSIS."""
    others: list[tuple[str, np.ndarray]] = [
        (kind, weighted_sum(points, each)) for kind, each in weights.items() if kind != chosen
    ]
    others.append(("topsis", closeness))
    return tuple(
        (name, float(spearman(score, each[None])[0]), float(kendall_tau_b(score, each[None])[0]))
        for name, each in others
        if np.isfinite(each).all()
    )
