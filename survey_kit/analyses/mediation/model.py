"""One mediation of the plan, fitted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import numpy as np

from survey_kit.analyses.model_columns import ModelColumn
from survey_kit.analyses.model_lines import ModelData, gather
from survey_kit.errors import NotComputable
from survey_kit.questionnaire.lines import Mediation as Line
from survey_kit.report.blocks import Label, Say, say
from survey_kit.stats.mediation import Mediation, Structure, Way, mediation
from survey_kit.study import Study


@dataclass(frozen=True, slots=True)
class FittedMediation:
    """A mediation model under the names of the plan."""

    id: str
    name: Label | Say
    predictor: ModelColumn
    mediators: tuple[Label, ...]
    outcome: Label
    data: ModelData
    model: Mediation
    structure: Structure
    alpha: float
    level: float
    seed: int

    def through(self, way: Way) -> tuple[Label, ...]:
        """The mediators that a way passes."""
        return tuple(self.mediators[at] for at in way)

    def way_name(self, way: Way) -> Say:
        """A way in a table: predictor, mediators, outcome."""
        words = {"x": self.predictor.term_label, "y": self.outcome}
        passed = {f"m{at}": label for at, label in enumerate(self.through(way), start=1)}
        return say(f"mediation.way_{len(way)}", **words, **passed)

    @property
    def coefficients(self) -> int:
        """Coefficients of the largest equation."""
        return len(self.model.outcome.names)


def line_name(study: Study, line: Line) -> Label | Say:
    """The label of the line, or its variables."""
    if line.label is not None:
        return line.label
    return say(
        "mediation.name",
        x=study.label(line.predictor),
        y=study.label(line.outcome),
        mediators=tuple(study.label(name) for name in line.mediators),
    )


def fit_mediation(study: Study, line: Line, model_id: str) -> FittedMediation:
    """Fit a line of the plan.

    Raises
    ------
    NotApplicable, NotComputable
        A variable is not in the file or does not vary, the predictor has more than two groups,
        too few complete answers, collinear variables.
    """
    data = gather(study, (line.predictor, *line.mediators, line.outcome), line.covariates)
    predictor, *between, outcome = data.blocks
    if len(predictor.columns) > 1:
        raise NotComputable(
            "mediation.several_groups", name=study.label(line.predictor), k=len(predictor.columns) + 1
        )
    structure = cast(Structure, line.structure)
    column = predictor.columns[0]
    try:
        model = mediation(
            predictor.X[:, 0],
            np.column_stack([block.X[:, 0] for block in between]),
            outcome.X[:, 0],
            data.covariates.X,
            (column.key, line.mediators, data.covariates.keys),
            rng=study.rng("mediation"),
            structure=structure,
            draws=study.plan.bootstrap_draws,
            level=study.plan.level,
        )
    except NotComputable as refusal:
        raise data.relabelled(refusal) from None
    return FittedMediation(
        id=model_id,
        name=line_name(study, line),
        predictor=column,
        mediators=tuple(study.label(name) for name in line.mediators),
        outcome=study.label(line.outcome),
        data=data,
        model=model,
        structure=structure,
        alpha=study.plan.alpha,
        level=study.plan.level,
        seed=study.plan.seed,
    )
