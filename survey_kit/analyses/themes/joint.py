"""Themes beside the questionnaire: do those who raise a theme score differently on the factor of the same meaning?"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from survey_kit.analyses.regression import RegressionResult
from survey_kit.analyses.themes.model import Contrast, Joint, Slope
from survey_kit.errors import NotComputable
from survey_kit.interviews.model import Theme
from survey_kit.report.blocks import Estimate
from survey_kit.stats.grouped import distinct_values, group_counts, group_moments
from survey_kit.stats.mean_tests import welch_t
from survey_kit.stats.multiplicity import holm
from survey_kit.study import Study


def beside_the_factors(
    study: Study,
    themes: tuple[Theme, ...],
    persons: np.ndarray,
    rows: np.ndarray,
    regressions: RegressionResult | None,
) -> tuple[Joint, ...]:
    """Themes that a scale measures too: Welch's t of the scale, and its coefficient in each regression.

    Parameters
    ----------
    persons : bool (persons, themes), who mentions what.
    rows : (persons,) place of each person among the respondents, -1 for none.
    """
    matched = rows >= 0
    chosen = [
        at
        for at, theme in enumerate(themes)
        if persons[:, at].any() and theme.factor and study.is_scale(theme.factor)
    ]
    contrasts = []
    for at in chosen:
        scores = np.full(len(persons), math.nan)
        scores[matched] = study.scale_scores(themes[at].factor)[rows[matched]]
        contrasts.append(_contrast(scores, persons[:, at], study.plan.level))
    adjusted = holm(np.array([p for _, p in contrasts]))
    return tuple(
        Joint(
            themes[at],
            100 * float(persons[:, at].mean()),
            study.label(themes[at].factor),
            contrast,
            p,
            float(p_holm),
            tuple(_slopes(themes[at].factor, regressions)),
        )
        for at, (contrast, p), p_holm in zip(chosen, contrasts, adjusted, strict=True)
    )


def _contrast(scores: np.ndarray, mentions: np.ndarray, level: float) -> tuple[Contrast, float]:
    """Those who mention the theme against the others; no test where one side has too few."""
    moments = group_moments(group_counts(distinct_values(scores), np.where(mentions, 0, 1), 2))
    n, mean = moments.n.tolist(), moments.mean.tolist()
    try:
        test = welch_t(moments, level=level)
    except NotComputable:
        nothing = Estimate(mean[0] - mean[1], math.nan, math.nan, level)
        return Contrast(n[0], n[1], mean[0], mean[1], nothing), math.nan
    difference = Estimate(test.difference, test.low, test.high, level)
    return Contrast(n[0], n[1], mean[0], mean[1], difference), test.p


def _slopes(factor: str, regressions: RegressionResult | None) -> Iterator[Slope]:
    """The coefficient of the factor in every regression that it entered, all blocks in."""
    for fitted in regressions.fitted if regressions else ():
        if any(predictor.key == factor for predictor in fitted.predictors):
            place = fitted.final.at(factor)
            yield Slope(
                fitted.id,
                fitted.label,
                float(fitted.final.b[place]),
                float(fitted.final.beta[place]),
                float(fitted.final.p[place]),
                fitted.final.n,
            )
