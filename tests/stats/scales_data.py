"""The data of ``tests/golden/scales`` as arrays."""

import csv
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from survey_kit.stats.moments import Moments, moments

FOLDER = Path(__file__).parents[1] / "golden" / "scales"
CASES = ("q93", "bfi", "attitude")
PREFIXES = {
    "pay": "PAY",
    "promotion": "PRO",
    "training": "TRA",
    "appraisal": "APP",
    "recognition": "REC",
    "motivation": "MOT",
}


@lru_cache
def expected(case: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{case}.json").read_text())


@lru_cache
def columns(case: str) -> dict[str, np.ndarray]:
    """Scored answers: PRO4 and APP5 of q93 are reverse-worded on 1 to 5."""
    with (FOLDER / f"{case}.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    found = {
        name: np.array([float(row[name]) if row[name] else np.nan for row in rows])
        for name in rows[0]
        if name != "MRTEXT"
    }
    for name in {"PRO4", "APP5"} & set(found):
        found[name] = 6 - found[name]
    return found


def matrix(case: str, names: tuple[str, ...]) -> np.ndarray:
    return np.column_stack([columns(case)[name] for name in names])


@lru_cache
def item_moments(case: str) -> Moments:
    """Moments of all items of a case, complete rows."""
    reference = expected(case)
    names = tuple(reference["items"])
    if "moments" in reference:
        given = reference["moments"]
        return Moments(names, given["n"], np.array(given["mean"]), np.array(given["cov"]))
    return moments(matrix(case, names), names)


def scale_moments(case: str, scale: str) -> Moments:
    """Moments of the items of one scale, complete on that scale."""
    if case == "q93":
        names = tuple(f"{PREFIXES[scale]}{i}" for i in range(1, 6))
        return moments(matrix(case, names), names)
    if case == "bfi":
        at = 5 * list(expected(case)["reliability"]).index(scale)
        return item_moments(case).select(item_moments(case).names[at : at + 5])
    return item_moments(case)


def all_scales() -> list[tuple[str, str]]:
    return [(case, scale) for case in CASES for scale in expected(case)["reliability"]]
