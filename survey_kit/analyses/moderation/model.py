"""One moderation of the plan, fitted."""

from __future__ import annotations

from dataclasses import dataclass

from survey_kit.analyses.model_lines import ModelData, gather
from survey_kit.errors import NotComputable
from survey_kit.questionnaire.lines import Moderation as Line
from survey_kit.report.blocks import Label, Say, say
from survey_kit.stats.moderation import Moderation, moderation
from survey_kit.study import Study

PLACES = ("low", "mean", "high")
"""Where the slopes of a metric moderator are taken: one SD below its mean, the mean, one SD above."""


@dataclass(frozen=True, slots=True)
class FittedModeration:
    """An interaction under the names of the plan. ``places`` names where the slopes are taken."""

    id: str
    name: Label | Say
    predictor: Label
    moderator: Label
    outcome: Label
    metric: bool
    places: tuple[Label | Say, ...]
    data: ModelData
    model: Moderation
    alpha: float
    level: float

    @property
    def found(self) -> bool:
        """Whether the interaction is significant."""
        return self.model.change.p < self.alpha


def line_name(study: Study, line: Line) -> Label | Say:
    """The label of the line, or its variables."""
    if line.label is not None:
        return line.label
    return say(
        "moderation.name",
        x=study.label(line.predictor),
        w=study.label(line.moderator),
        y=study.label(line.outcome),
    )


def fit_moderation(study: Study, line: Line, model_id: str) -> FittedModeration:
    """Fit a line of the plan.

    Raises
    ------
    NotApplicable, NotComputable
        A variable is not in the file or does not vary, too few complete answers, collinear variables.
    """
    data = gather(study, (line.predictor, line.moderator, line.outcome), line.covariates)
    predictor, moderator, outcome = data.blocks
    metric = moderator.columns[0].metric
    try:
        model = moderation(
            predictor.X[:, 0],
            moderator.X,
            outcome.X[:, 0],
            data.covariates.X,
            (line.predictor, moderator.keys, data.covariates.keys),
            metric=metric,
            level=study.plan.level,
        )
    except NotComputable as refusal:
        raise data.relabelled(refusal) from None
    return FittedModeration(
        id=model_id,
        name=line_name(study, line),
        predictor=study.label(line.predictor),
        moderator=study.label(line.moderator),
        outcome=study.label(line.outcome),
        metric=metric,
        places=tuple(
            say(f"moderation.place_{place}", w=study.label(line.moderator), at=slope.at)
            for place, slope in zip(PLACES, model.slopes, strict=True)
        )
        if metric
        else (
            moderator.columns[0].reference or Label.of(""),
            *(c.group or Label.of("") for c in moderator.columns),
        ),
        data=data,
        model=model,
        alpha=study.plan.alpha,
        level=study.plan.level,
    )
