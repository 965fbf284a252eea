"""One file an analysis; ``ANALYSES`` is the table of contents of the chapter."""

from __future__ import annotations

from survey_kit.analyses import (
    appraisal,
    cfa,
    change,
    correlations,
    crosstab,
    groups,
    hypotheses,
    ipa,
    items,
    logit,
    mediation,
    moderated_mediation,
    moderation,
    ordinal,
    power,
    ranking,
    regression,
    reliability,
    retest,
    sample,
    scales,
    themes,
    validity,
    within,
)
from survey_kit.analyses.analysis import Analysis

ANALYSES: tuple[Analysis, ...] = (
    sample.ANALYSIS,
    items.ANALYSIS,
    reliability.ANALYSIS,
    ordinal.ANALYSIS,
    validity.ANALYSIS,
    cfa.ANALYSIS,
    retest.ANALYSIS,
    scales.ANALYSIS,
    within.ANALYSIS,
    ipa.ANALYSIS,
    correlations.ANALYSIS,
    crosstab.ANALYSIS,
    groups.ANALYSIS,
    regression.ANALYSIS,
    logit.ANALYSIS,
    mediation.ANALYSIS,
    moderation.ANALYSIS,
    moderated_mediation.ANALYSIS,
    change.ANALYSIS,
    themes.ANALYSIS,
    ranking.ANALYSIS,
    appraisal.ANALYSIS,
    hypotheses.ANALYSIS,
    power.ANALYSIS,
)
"""The sections in their order; what a section needs stands before it."""
