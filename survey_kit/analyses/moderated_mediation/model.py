"""One moderated mediation of the plan, fitted."""

from __future__ import annotations

from dataclasses import dataclass

from survey_kit.analyses.model_lines import ModelData, gather
from survey_kit.errors import NotComputable
from survey_kit.questionnaire.lines import ModeratedMediation as Line
from survey_kit.report.blocks import Label, Say, say
from survey_kit.stats.moderated_mediation import FirstStage, ModeratedMediation, moderated_mediation
from survey_kit.study import Study

PLACES = ("low", "mean", "high")


@dataclass(frozen=True, slots=True)
class FittedModeratedMediation:
    """A first-stage model under the names of the plan; ``groups`` holds the names that an index compares."""

    id: str
    name: Label | Say
    predictor: Label
    mediator: Label
    moderator: Label
    outcome: Label
    metric: bool
    places: tuple[Label | Say, ...]
    indexes: tuple[Say, ...]
    data: ModelData
    model: ModeratedMediation
    alpha: float
    level: float
    seed: int


def line_name(study: Study, line: Line) -> Label | Say:
    """The label of the line, or its variables."""
    if line.label is not None:
        return line.label
    return say(
        "moderated_mediation.name",
        x=study.label(line.predictor),
        w=study.label(line.moderator),
        m=study.label(line.mediator),
        y=study.label(line.outcome),
    )


def fit_moderated_mediation(study: Study, line: Line, model_id: str) -> FittedModeratedMediation:
    """Fit a line of the plan.

    Raises
    ------
    NotApplicable, NotComputable
        A variable is not in the file or does not vary, too few complete answers, collinear variables.
    """
    data = gather(study, (line.predictor, line.mediator, line.outcome, line.moderator), line.covariates)
    predictor, mediator, outcome, moderator = data.blocks
    metric = moderator.columns[0].metric
    try:
        model = moderated_mediation(
            FirstStage(predictor.X[:, 0], mediator.X[:, 0], outcome.X[:, 0], moderator.X, data.covariates.X),
            (line.predictor, line.mediator, moderator.keys, data.covariates.keys),
            metric=metric,
            rng=study.rng("moderated_mediation"),
            draws=study.plan.bootstrap_draws,
            level=study.plan.level,
        )
    except NotComputable as refusal:
        raise data.relabelled(refusal) from None
    w = study.label(line.moderator)
    if metric:
        places: tuple[Label | Say, ...] = tuple(
            say(f"moderated_mediation.place_{place}", w=w, at=at)
            for place, at in zip(PLACES, model.places, strict=True)
        )
        indexes: tuple[Say, ...] = (say("moderated_mediation.index"),)
    else:
        reference = moderator.columns[0].reference or Label.of("")
        groups = tuple(column.group or Label.of("") for column in moderator.columns)
        places = (reference, *groups)
        indexes = tuple(
            say("moderated_mediation.index_groups", group=group, reference=reference) for group in groups
        )
    return FittedModeratedMediation(
        id=model_id,
        name=line_name(study, line),
        predictor=study.label(line.predictor),
        mediator=study.label(line.mediator),
        moderator=w,
        outcome=study.label(line.outcome),
        metric=metric,
        places=places,
        indexes=indexes,
        data=data,
        model=model,
        alpha=study.plan.alpha,
        level=study.plan.level,
        seed=study.plan.seed,
    )
