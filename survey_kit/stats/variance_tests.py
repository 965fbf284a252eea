"""Do groups vary equally? Levene's test with the mean, and with the median (Brown–Forsythe)."""

from __future__ import annotations

from typing import Literal

import numpy as np

from survey_kit.stats.grouped import GroupCounts, check_groups, group_medians, group_moments, spread_of
from survey_kit.stats.mean_tests import FTest, anova


def levene(grouped: GroupCounts, *, center: Literal["mean", "median"] = "mean") -> FTest:
    """Levene's test of equal variances: one-way analysis of variance of absolute deviations.

    Parameters
    ----------
    grouped : counts of each value in each group.
    center : ``"mean"`` is Levene (1960) and what SPSS prints; ``"median"`` is Brown & Forsythe (1974,
        doi:10.1080/01621459.1974.10482955), the default of R's car and of scipy.

    Raises
    ------
    NotComputable
        Fewer than two groups, a group of fewer than two, or no variance of the deviations.
    """
    check_groups(grouped.n)
    moments = group_moments(grouped)
    middle = moments.mean if center == "mean" else group_medians(grouped)
    shifted = grouped.values[None, :] - moments.origin
    deviations = np.abs(shifted - (middle - moments.origin)[:, None])
    return anova(spread_of(grouped.counts, deviations)).test
