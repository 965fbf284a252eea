"""The figure of a fitted logit model, as data."""

from __future__ import annotations

from survey_kit.analyses.logit.model import FittedLogit
from survey_kit.analyses.logit.tables import odds_ratio
from survey_kit.report.blocks import Figure, say


def odds_figure(fitted: FittedLogit) -> Figure:
    """Odds ratios of the final model with their intervals."""
    fit = fitted.final
    rows = [
        {"label": predictor.name, "estimate": odds_ratio(fit, fit.at(predictor.key))}
        for predictor in fitted.predictors
    ]
    title = say("logit.odds_title", outcome=fitted.label)
    data = {"rows": rows, "xlabel": say("logit.odds_axis"), "number": "number", "ratios": True}
    return Figure(f"{fitted.id}_odds", title, "coefficients", data, (say("logit.note_odds"),))
