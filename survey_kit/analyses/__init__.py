"""One file an analysis; ``ANALYSES`` is the table of contents of the chapter."""

from __future__ import annotations

from survey_kit.analyses import (
    correlations,
    crosstab,
    groups,
    hypotheses,
    items,
    mediation,
    moderation,
    ordinal,
    power,
    ranking,
    regression,
    reliability,
    sample,
    scales,
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
    scales.ANALYSIS,
    within.ANALYSIS,
    correlations.ANALYSIS,
    crosstab.ANALYSIS,
    groups.ANALYSIS,
    regression.ANALYSIS,
    mediation.ANALYSIS,
    moderation.ANALYSIS,
    ranking.ANALYSIS,
    hypotheses.ANALYSIS,
    power.ANALYSIS,
)
"""The sections in their order; what a section needs stands before it."""
