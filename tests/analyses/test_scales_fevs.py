"""A hundred thousand real answers: R's numbers on the US Federal Employee Viewpoint Survey 2018.

The file is not part of the project; the numbers are those of R on it (psych::alpha, psych::KMO).
"""

import csv
import gzip
import io
import os
from pathlib import Path

import numpy as np
import pytest

from survey_kit.analyses import items, reliability, sample, validity
from tests.analyses.scales_study import items_only

FILE = Path(os.environ.get("SURVEY_KIT_DATA", "absent")) / "fevs2018.csv.gz"
SETS = {"s1": (3, 4, 6, 11, 12), "s2": (47, 48, 49, 51, 52), "s3": (53, 54, 56, 60, 61)}


@pytest.mark.slow
@pytest.mark.skipif(not FILE.exists(), reason="SURVEY_KIT_DATA does not hold fevs2018.csv.gz")
def test_engagement_index() -> None:
    with gzip.open(FILE) as packed:
        rows = csv.reader(io.TextIOWrapper(packed, "utf-8"))
        header = next(rows)
        at = [header.index(f"Q{q}") for group in SETS.values() for q in group]
        data = np.array([[float(row[i]) for i in at] for row in rows])
    study = items_only(data, sizes=(5, 5, 5))
    found = reliability.present(reliability.compute(study, {})).table("scales")
    alphas = [row.cells[3].value for row in found.rows]
    # four digits were noted
    assert alphas == pytest.approx([0.8568, 0.9429, 0.9075], abs=5e-5)
    fit = validity.present(validity.compute(study, {})).table("adequacy")
    assert fit.rows[0].cells[2] == pytest.approx(0.9443, abs=5e-5)
    for module in (sample, items):
        module.present(module.compute(study, {}))
