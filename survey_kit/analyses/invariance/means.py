"""Differences between the groups in the factors themselves, under equal loadings and intercepts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import special

from survey_kit.analyses.groups.division import Group
from survey_kit.analyses.invariance.model import InvarianceModel
from survey_kit.questionnaire.model import Scale
from survey_kit.report.blocks import Estimate
from survey_kit.stats.multiplicity import holm


@dataclass(frozen=True, slots=True)
class LatentDifference:
    """Factor mean of a group minus that of the first; ``standardized`` by the factor's pooled standard deviation."""

    scale: Scale
    group: Group
    estimate: Estimate
    se: float
    z: float
    p: float
    p_holm: float
    standardized: float


def latent_differences(model: InvarianceModel) -> tuple[LatentDifference, ...]:
    """One a scale and group but the first, by scale; empty unless scalar invariance is supported.

    Standard errors are the robust ones where there are any. *p* values are adjusted over all of them.
    """
    if model.reached != "scalar":
        return ()
    fit = model.steps[-1].fit
    errors = fit.factor_means_robust if model.by_robust else fit.factor_means_se
    if errors is None:
        return ()
    values = fit.values
    share = np.array([group.n for group in model.groups], dtype=float)
    variances = values.phi.diagonal(axis1=1, axis2=2)
    pooled = np.sqrt(np.maximum(share @ variances / share.sum(), 0))
    estimate, se = values.factor_means[1:].T, errors[1:].T
    with np.errstate(divide="ignore", invalid="ignore"):
        z, size = estimate / se, estimate / pooled[:, None]
    p = 2 * special.ndtr(-np.abs(z))
    adjusted = holm(p.ravel()).reshape(p.shape)
    half = float(special.ndtri(0.975)) * se
    return tuple(
        LatentDifference(
            scale,
            group,
            Estimate(
                float(estimate[f, g]),
                float(estimate[f, g] - half[f, g]),
                float(estimate[f, g] + half[f, g]),
            ),
            float(se[f, g]),
            float(z[f, g]),
            float(p[f, g]),
            float(adjusted[f, g]),
            float(size[f, g]),
        )
        for f, scale in enumerate(model.scales)
        for g, group in enumerate(model.groups[1:])
    )
