"""R² of an outcome divided among the predictors that a line of the plan names."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import fdtrc, stdtr

from survey_kit.analyses.model_lines import ModelData, gather
from survey_kit.errors import NotApplicable, NotComputable
from survey_kit.questionnaire.lines import PredictorImportance
from survey_kit.report.blocks import Label, Say, say
from survey_kit.stats.relative_importance import MOST_PREDICTORS, Importance, relative_importance
from survey_kit.study import Study

LEAST_PER_PREDICTOR = 5
"""With fewer respondents a predictor, R² of predictors unrelated to the outcome averages a fifth or more."""


@dataclass(frozen=True, slots=True)
class Divided:
    """One line of the plan.

    Attributes
    ----------
    names, keys
        The k predictors as a reader and as the plan knows them.
    r, r_p, beta, beta_p
        (k,) correlation with the outcome, standardized coefficient, and their classical p values.
    f, df1, df2, p
        Test that R² is zero.
    """

    id: str
    name: Label | Say
    outcome: Label
    names: tuple[Label, ...]
    keys: tuple[str, ...]
    data: ModelData
    found: Importance
    r: np.ndarray
    r_p: np.ndarray
    beta: np.ndarray
    beta_p: np.ndarray
    f: float
    df1: int
    df2: int
    p: float
    alpha: float

    @property
    def order(self) -> tuple[int, ...]:
        """Places of the predictors, largest LMG share first."""
        return tuple(int(at) for at in np.argsort(-self.found.lmg, kind="stable"))

    @property
    def percent(self) -> np.ndarray:
        """(k,) LMG shares in percent of R²."""
        return np.asarray(100 * self.found.lmg / self.found.r2)


def planned(study: Study) -> tuple[PredictorImportance, ...]:
    """The lines of the plan; without any, each outcome among all scales that predict by their role."""
    if study.plan.lines.importance:
        return study.plan.lines.importance
    predictors = tuple(scale.id for scale in study.scales if scale.role == "predictor")
    if len(predictors) < 2:
        return ()
    return tuple(PredictorImportance(scale.id, predictors) for scale in study.outcomes)


def line_name(study: Study, line: PredictorImportance) -> Label | Say:
    """What the line is called in headings."""
    return line.label or say("importance.name", outcome=study.label(line.outcome))


def divide(study: Study, line: PredictorImportance, model_id: str) -> Divided:
    """Divide R² of the outcome among the predictors, for the respondents who have all of them.

    Raises
    ------
    NotApplicable
        A variable is not in the file, or there are too few respondents for so many predictors.
    NotComputable
        A variable does not vary, or predictors determine each other.
    """
    k = len(line.predictors)
    if k > MOST_PREDICTORS:
        raise NotComputable("withheld.too_many_predictors", k=k, most=MOST_PREDICTORS)
    data = gather(study, (line.outcome, *line.predictors), ())
    if data.n < LEAST_PER_PREDICTOR * k:
        raise NotApplicable("importance.too_few", n=data.n, k=k, needed=LEAST_PER_PREDICTOR * k)
    complete = np.column_stack([block.X for block in data.blocks])
    names = (line.outcome, *line.predictors)
    try:
        found = relative_importance(
            complete,
            names,
            draws=study.plan.bootstrap_draws,
            rng=study.rng(f"importance {line.outcome} {' '.join(line.predictors)}"),
            level=study.plan.level,
        )
    except NotComputable as refusal:
        raise data.relabelled(refusal) from None
    corr = np.corrcoef(complete, rowvar=False)
    inverse = np.linalg.inv(corr[1:, 1:])
    r = corr[1:, 0]
    beta = inverse @ r
    df2 = data.n - k - 1
    left = max(1 - found.r2, 0.0) / df2
    if not left > 0:
        raise NotComputable("withheld.exact_fit")
    t = beta / np.sqrt(left * np.diag(inverse))
    f = found.r2 / k / left
    return Divided(
        id=model_id,
        name=line_name(study, line),
        outcome=study.label(line.outcome),
        names=tuple(study.label(name) for name in line.predictors),
        keys=line.predictors,
        data=data,
        found=found,
        r=r,
        r_p=2 * stdtr(data.n - 2.0, -np.abs(r) * np.sqrt((data.n - 2) / (1 - r**2))),
        beta=beta,
        beta_p=2 * stdtr(float(df2), -np.abs(t)),
        f=f,
        df1=k,
        df2=df2,
        p=float(fdtrc(k, df2, f)),
        alpha=study.plan.alpha,
    )
