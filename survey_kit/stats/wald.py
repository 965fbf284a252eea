"""Wald's test of several coefficients of a logit model together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.special import chdtrc

from survey_kit.stats.ordinal_logit import OrdinalLogit
from survey_kit.stats.parallel_lines import ChiSquareStatistic


def joint_wald(fit: OrdinalLogit, names: Sequence[str]) -> ChiSquareStatistic:
    """B' V^-1 b of the named coefficients (Wald, 1943, doi:10.2307/1990256), as the SPSS line of a categorical predictor.

    Examples
    --------
    >>> from survey_kit.stats.ordinal_logit import ordinal_logit
    >>> X, y = np.array([[0.0], [1.0], [2.0], [3.0], [4.0], [5.0]]), np.array([0, 1, 0, 1, 0, 1])
    >>> fit = ordinal_logit(X, y, ["x"])
    >>> bool(abs(joint_wald(fit, ["x"]).statistic - fit.z[0] ** 2) < 1e-12)
    True
    """
    at = [fit.at(name) for name in names]
    places = len(fit.thresholds) + np.array(at)
    b = fit.b[at]
    statistic = float(b @ np.linalg.solve(fit.covariance[np.ix_(places, places)], b))
    return ChiSquareStatistic(statistic, len(at), float(chdtrc(len(at), statistic)))
