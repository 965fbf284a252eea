"""How far the raters agree, and who of them is severe."""

from __future__ import annotations

import numpy as np

from survey_kit.analyses.appraisal.weighing import about_people
from survey_kit.errors import NotComputable
from survey_kit.ratings.model import ORDINARY, REGULAR, Ratings
from survey_kit.report.blocks import Say
from survey_kit.stats.composite import weighted_sum
from survey_kit.stats.intraclass import Intraclass, intraclass
from survey_kit.stats.rater_effects import Severity, severity

LEAST_FOR_AGREEMENT = 5


def rated_by_each(ratings: Ratings, weights: np.ndarray) -> np.ndarray:
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


def severity_of(rated: np.ndarray) -> Severity | None:
    """Severity of each rater; None when nobody was rated by two."""
    try:
        return severity(rated)
    except NotComputable:
        return None


def agreement_of(rated: np.ndarray) -> Intraclass | Say:
    """Agreement of all raters on the people whom every one of them rated."""
    if rated.shape[1] < 2:
        return Say("withheld.one_rater")
    whole = rated[np.isfinite(rated).all(axis=1)]
    if len(whole) < LEAST_FOR_AGREEMENT:
        return Say("appraisal.few_crossed", {"n": len(whole), "needed": LEAST_FOR_AGREEMENT})
    try:
        return intraclass(whole)
    except NotComputable as reason:
        return about_people(reason)
