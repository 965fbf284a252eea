"""The engagement model on the US Federal Employee Viewpoint Survey 2018 against lavaan (tests/golden/cfa/fevs2018.json).

The answers are not part of the project: the estimates are checked from their moments, the robust numbers
where ``SURVEY_KIT_DATA`` names a folder that holds the file.
"""

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from survey_kit.stats.cfa import CfaFit, cfa
from survey_kit.stats.cfa_indices import fit_indices, robust_indices
from survey_kit.stats.cfa_model import factor_pattern
from survey_kit.stats.cfa_standardized import standardized
from survey_kit.stats.moments import Moments, moments
from tests.conftest import ROOT
from tests.stats.test_cfa import PLAIN, ROBUST, standard_errors

EXPECTED = json.loads((ROOT / "tests" / "golden" / "cfa" / "fevs2018.json").read_text())
ITEMS = tuple(EXPECTED["ml"]["items"])
PATTERN = factor_pattern(ITEMS, (ITEMS[:5], ITEMS[5:10], ITEMS[10:]))
FILE = Path(os.environ.get("SURVEY_KIT_DATA", "absent")) / "fevs2018.csv.gz"


def close(ours: Any, theirs: Any, tolerance: float = 2e-6) -> None:
    np.testing.assert_allclose(ours, np.array(theirs, dtype=float), rtol=tolerance, atol=1e-7)


def check(fit: CfaFit, reference: dict[str, Any], *, robust: bool) -> None:
    errors, k = standard_errors(fit, robust=robust), len(ITEMS)
    close(fit.parameters.loadings, reference["loading"])
    close(errors[:k], reference["loading_se"])
    close(fit.parameters.errors, reference["error"])
    close(errors[k : 2 * k], reference["error_se"])
    upper = np.triu_indices(3, 1)
    phi = fit.parameters.phi
    close(np.concatenate([np.diag(phi), phi[upper]]), reference["factor"])
    solution = standardized(fit, robust=robust)
    close(solution.loadings, reference["std"])
    close(solution.loadings_se, reference["std_se"])
    close(solution.correlations[upper], reference["r"])
    close(solution.correlations_se[upper], reference["r_se"])


def test_estimates_and_indices_from_moments() -> None:
    given = Moments(ITEMS, EXPECTED["n"], np.array(EXPECTED["mean"]), np.array(EXPECTED["cov"]))
    fit = cfa(given, PATTERN)
    check(fit, EXPECTED["ml"], robust=False)
    found = fit_indices(fit)
    for ours, theirs in (PLAIN | {"gfi": "gfi"}).items():
        close(getattr(found, ours), EXPECTED["ml"]["fit"][theirs])


@pytest.mark.slow
@pytest.mark.skipif(not FILE.exists(), reason="SURVEY_KIT_DATA does not hold fevs2018.csv.gz")
def test_robust_statistics_from_the_answers() -> None:
    data = pd.read_csv(FILE, usecols=list(ITEMS))[list(ITEMS)].to_numpy(float)
    fit = cfa(moments(data, ITEMS), PATTERN, data)
    check(fit, EXPECTED["mlr"], robust=True)
    found = robust_indices(fit)
    for ours, theirs in ROBUST.items():
        close(getattr(found, ours), EXPECTED["mlr"]["fit"][theirs])
