"""Figures, sentences and warnings."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy.special import stdtrit

from survey_kit.analyses.appraisal.evaluation import AppraisalResult
from survey_kit.analyses.appraisal.tables import GRADES
from survey_kit.report.blocks import Estimate, Figure, Finding, Label, Say, say
from survey_kit.stats.intraclass import Intraclass
from survey_kit.stats.multiplicity import holm
from survey_kit.stats.rank_stability import Stability

LEAST_FOR_FIGURE = 5
LEAST_FOR_PEOPLE = 10
LEAST_FOR_GRADE = 5
"""Fewer in a grade would be singled out by a figure; the table gives their number."""
MOST_PEOPLE = 60
"""More people than this do not fit on a page."""


def figures(result: AppraisalResult) -> Iterator[Figure]:
    """Dimensions and grades from five people on, single persons from ten on; no small group stands out."""
    n = len(result.people)
    if n < LEAST_FOR_FIGURE:
        return
    half = float(stdtrit(n - 1, 0.975)) / np.sqrt(n)
    means = [_mean(result.points[:, at], half) for at in range(len(result.dimensions))]
    rows: list[dict[str, object]] = [
        {"label": each.label, "n": n, "estimate": mean}
        for each, mean in zip(result.dimensions, means, strict=True)
    ]
    low = 10 * float(np.floor(min(mean.low for mean in means) / 10))
    yield Figure(
        "dimension_means", say("appraisal.dimensions_figure"), "means",
        {"rows": rows, "low": max(low, 0.0), "high": 100.0, "midpoint": None},
    )  # fmt: skip
    counts = [int((result.grade == at).sum()) for at in range(len(GRADES))]
    if not any(0 < count < LEAST_FOR_GRADE for count in counts):
        bars = [
            {"label": say(f"appraisal.grade_{name}"), "count": count, "percent": 100 * count / n}
            for name, count in zip(GRADES, counts, strict=True)
        ]
        panel = {"label": say("appraisal.grade"), "n": n, "bars": bars}
        title = "appraisal.grades_quota_figure" if result.moved else "appraisal.grades_figure"
        yield Figure("grade_shares", say(title), "bars", {"panels": [panel]})
    if result.ranked and LEAST_FOR_PEOPLE <= n <= MOST_PEOPLE and np.isfinite(result.away_low).all():
        order = sorted(range(n), key=lambda i: (int(result.place[i]), result.people[i]))
        rows = [
            {
                "label": Label.of(result.people[i]),
                "estimate": Estimate(
                    float(result.score[i] - result.score.mean()),
                    float(result.away_low[i]),
                    float(result.away_high[i]),
                ),
            }
            for i in order
        ]
        data = {"rows": rows, "xlabel": say("appraisal.away"), "number": "number"}
        yield Figure(
            "person_scores", say("appraisal.people_figure"), "coefficients", data,
            (say("appraisal.note_away"),),
        )  # fmt: skip


def _mean(own: np.ndarray, half: float) -> Estimate:
    mean, reach = float(own.mean()), half * float(own.std(ddof=1))
    return Estimate(mean, mean - reach, mean + reach)


def findings(result: AppraisalResult) -> Iterator[Finding]:
    """What the numbers say."""
    if result.chosen != "equal":
        yield Finding(_largest_weight(result))
    if result.experts:
        found = [each.cr for _, each in result.experts]
        key = "appraisal.say_consistent" if len(found) > 1 else "appraisal.say_consistent_one"
        yield Finding(say(key, cr=max(found), **({"n": len(found)} if len(found) > 1 else {})))
    counts = [int((result.grade == at).sum()) for at in range(len(GRADES))]
    yield Finding(
        say(
            "appraisal.say_grades",
            n=len(result.people),
            mean=float(result.score.mean()),
            sd=float(result.score.std(ddof=1)),
            excellent=counts[0],
            competent=counts[1],
            basic=counts[2],
            incompetent=counts[3],
        )
    )
    if result.moved:
        reached = int((result.by_points == 0).sum())
        yield Finding(say("appraisal.say_quota", reached=reached, moved=result.moved))
    same, cautious = (
        int((each == result.by_points).sum()) for each in (result.fuzzy_grade, result.cautious_grade)
    )
    yield Finding(say("appraisal.say_fuzzy", same=same, cautious=cautious, n=len(result.people)))
    if result.ranked:
        yield from _rivals(result)
    yield Finding(_agreement(result))
    yield from _severity(result)
    if not result.ranked:
        yield Finding(say("appraisal.say_alike"))
        return
    both = [result.by_weights, *([result.by_raters] if isinstance(result.by_raters, Stability) else [])]
    middle = [float(np.median(each.spearman)) if len(each.spearman) else float("nan") for each in both]
    if len(both) == 2:
        yield Finding(say("appraisal.say_stability", weights=middle[0], raters=middle[1]))
        sure = int((np.minimum(both[0].among_best, both[1].among_best) >= 0.95).sum())
        if result.best > 1:
            yield Finding(say("appraisal.say_sure", best=result.best, sure=sure))
    else:
        yield Finding(say("appraisal.say_stability_weights", weights=middle[0]))


def _largest_weight(result: AppraisalResult) -> Say:
    weights = result.chosen_weights
    most = float(weights.max())
    # rounding alone puts nobody first
    top = tuple(result.dimensions[at].label for at in np.flatnonzero(weights > most - 1e-9))
    if len(top) > 1:
        return say("appraisal.say_weight_shared", dimensions=top, weight=most)
    return say("appraisal.say_weight", dimension=top[0], weight=most)


def _rivals(result: AppraisalResult) -> Iterator[Finding]:
    """How close the rankings by other ways are."""
    found = {name: rho for name, rho, _ in result.rivals if np.isfinite(rho)}
    if "topsis" in found:
        yield Finding(say("appraisal.say_topsis", rho=found.pop("topsis")))
    if found:
        yield Finding(say("appraisal.say_weights", low=min(found.values())))


def _agreement(result: AppraisalResult) -> Say:
    found = result.agreement
    if isinstance(found, Intraclass):
        forms = {form.name: Estimate(form.value, form.low, form.high, found.level) for form in found.forms}
        single, average = forms["ICC(2,1)"], forms["ICC(2,k)"]
        return say("appraisal.say_agreement", n=found.n, k=found.k, single=single, average=average)
    return say("appraisal.say_no_agreement", reason=found)


def _severity(result: AppraisalResult) -> Iterator[Finding]:
    found = result.severity
    if found is None:
        return
    raters = result.appraisal.ratings.raters
    clear = np.nan_to_num(holm(found.p), nan=1.0) < 0.05
    severe = tuple(raters[at] for at in np.flatnonzero(clear & (found.effect < 0)))
    lenient = tuple(raters[at] for at in np.flatnonzero(clear & (found.effect > 0)))
    if severe and lenient:
        yield Finding(say("appraisal.say_severe_and_lenient", severe=severe, lenient=lenient))
    elif severe:
        yield Finding(say("appraisal.say_severe", raters=severe))
    elif lenient:
        yield Finding(say("appraisal.say_lenient", raters=lenient))
    else:
        yield Finding(say("appraisal.say_even"))


def warnings(result: AppraisalResult) -> Iterator[Finding]:
    """What limits the appraisal."""
    ratings = result.appraisal.ratings
    if len(ratings.raters) == 1:
        yield Finding(say("appraisal.warn_one_rater"), "warning")
    seen = len(np.unique(ratings.person * len(ratings.raters) + ratings.rater))
    if len(ratings.raters) > 1 and seen < len(ratings.people) * len(ratings.raters):
        yield Finding(say("appraisal.warn_not_crossed"), "warning")
    if result.left_out:
        yield Finding(say("appraisal.warn_left_out", people=result.left_out), "warning")
