"""What weighs how much: judged by experts, given, equal, or read off the points."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from survey_kit.errors import NotApplicable, NotComputable
from survey_kit.ratings.model import Appraisal, WeightKind
from survey_kit.report.blocks import Say
from survey_kit.stats.ahp import LARGEST_CR, Priorities, joined, priorities
from survey_kit.stats.composite import weighted_sum
from survey_kit.stats.rank_stability import kendall_tau_b, spearman
from survey_kit.stats.weighting import critic_weights, entropy_weights, equal_weights


def judged(appraisal: Appraisal) -> tuple[tuple[tuple[str, Priorities], ...], Priorities | None]:
    """Each expert's priorities by name, and those of all joined; NotApplicable when one contradicts himself."""
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


def weigh(
    appraisal: Appraisal, points: np.ndarray, group: Priorities | None
) -> tuple[dict[WeightKind, np.ndarray], dict[WeightKind, Say]]:
    """Weights (k,) by every method that can be had, and why the others cannot."""
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
            refused[kind] = about_people(reason)
    return weights, refused


def about_people(reason: NotComputable) -> Say:
    """Why a number is withheld, said of people appraised instead of respondents."""
    own = {"withheld.too_few": "appraisal.too_few_people", "withheld.persons_alike": "appraisal.people_alike"}
    return Say(own.get(reason.key, reason.key), reason.values)


def rivals_of(
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
