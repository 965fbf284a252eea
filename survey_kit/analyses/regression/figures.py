"""Figures of a fitted regression, as data."""

from __future__ import annotations

import math

import numpy as np
from scipy.special import ndtri

from survey_kit.analyses.regression.model import FittedRegression
from survey_kit.report.blocks import Estimate, Figure, say

MOST_POINTS = 2000
"""A residual plot of more points shows every so-manieth, and always the influential ones."""


def coefficient_figure(fitted: FittedRegression) -> Figure:
    """Standardized coefficients with intervals; dummies only when there is nothing else."""
    fit = fitted.final
    metric = [p for p in fitted.predictors if p.metric]
    shown = metric or list(fitted.predictors)
    rows = []
    for predictor in shown:
        i = fit.at(predictor.key)
        ratio = fit.beta[i] / fit.b[i] if fit.b[i] else math.nan
        estimate = Estimate(
            float(fit.beta[i]), float(fit.low[i] * ratio), float(fit.high[i] * ratio), fit.level
        )
        rows.append({"label": predictor.name, "estimate": estimate})
    notes = [say("regression.note_figure_interval")]
    if len(shown) < len(fitted.predictors):
        notes.append(say("regression.note_figure_dummies"))
    return Figure(
        f"{fitted.id}_betas",
        say("regression.betas_title", outcome=fitted.label),
        "coefficients",
        {"rows": rows, "xlabel": say("regression.betas_axis")},
        tuple(notes),
    )


def residual_figure(fitted: FittedRegression) -> Figure:
    """Four views of the residuals; thinned evenly in large samples, influential respondents kept."""
    fit, found = fitted.final, fitted.diagnostics
    n = fit.n
    free = 1 - fit.leverage
    standardized = np.divide(
        fit.residuals, fit.sigma * np.sqrt(np.maximum(free, 0)), out=np.zeros(n), where=free > 1e-9
    )
    offset = 3 / 8 if n <= 10 else 1 / 2  # R's ppoints
    theoretical = ndtri((np.arange(1, n + 1) - offset) / (n + 1 - 2 * offset))
    ordered = np.sort(standardized)
    people = np.arange(n)
    quantiles = people
    thinned = n > MOST_POINTS
    if thinned:
        flagged = np.argsort(-np.nan_to_num(found.cooks), kind="stable")[: len(found.influential)]
        even = np.linspace(0, n - 1, MOST_POINTS - len(flagged)).round().astype(int)
        people = np.unique(np.concatenate([even, flagged]))
        quantiles = np.linspace(0, n - 1, len(people)).round().astype(int)
    numbers = fitted.respondents
    numbered = all(isinstance(number, int) for number in numbers)
    data = {
        "fitted": fit.fitted[people].tolist(),
        "residuals": fit.residuals[people].tolist(),
        "theoretical": theoretical[quantiles].tolist(),
        "ordered": ordered[quantiles].tolist(),
        "leverage": fit.leverage[people].tolist(),
        "cooks": found.cooks[people].tolist(),
        "respondents": [numbers[at] if numbered else int(at) + 1 for at in people],
        "thinned": thinned,
    }
    notes = (say("regression.note_thinned", shown=len(people), n=n),) if thinned else ()
    return Figure(
        f"{fitted.id}_residuals",
        say("regression.residuals_title", outcome=fitted.label),
        "residuals",
        data,
        notes,
    )
