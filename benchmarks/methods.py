"""What single methods cost beside R's psych and lavaan: polychoric correlations, factor model, bootstrap.

One run, one data set (500 complete rows of the 25 items of bfi, from the golden case of the
polychorics), each method timed inside its program without start-up and reading: the median of the
rounds. R needs jsonlite psych lavaan.

Usage: python benchmarks/methods.py [--rounds 3]
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

# one thread, as R's own linear algebra; must be set before NumPy is loaded
os.environ |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}

import numpy as np

from survey_kit.stats.cfa import cfa
from survey_kit.stats.cfa_bootstrap import cfa_bootstrap
from survey_kit.stats.cfa_model import factor_pattern
from survey_kit.stats.mediation import mediation
from survey_kit.stats.moments import moments
from survey_kit.stats.polychoric import polychoric

HERE = Path(__file__).parent
DATA = HERE.parent / "tests" / "golden" / "polychoric" / "bfi_500.csv"
REVERSED = ("A1", "C4", "C5", "E1", "E2", "O2", "O5")
DRAWS, REFITS = 5000, 1000
LABELS = {
    "polychoric": "polychoric correlations, 25 items",
    "cfa": "factor model, 5 factors, 25 items, robust",
    "cfa_bootstrap": f"the same model in {REFITS:,} bootstrap samples",
    "mediation": f"indirect effect, {DRAWS:,} bootstrap draws",
}


def median_time(method: Callable[[], object], rounds: int) -> float:
    """Seconds of one call, after one that warms up."""
    method()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        method()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def own(rounds: int) -> dict[str, float]:
    """Seconds of each method here."""
    with DATA.open(newline="") as file:
        rows = list(csv.DictReader(file))
    names = tuple(rows[0])
    data = np.array([[float(row[name]) for name in names] for row in rows])
    turned = [names.index(name) for name in REVERSED]
    data[:, turned] = 7 - data[:, turned]
    groups = tuple(tuple(f"{factor}{number}" for number in range(1, 6)) for factor in "ACENO")
    pattern = factor_pattern(names, groups)
    x, m, y = (data[:, [names.index(name) for name in groups[at]]].mean(axis=1) for at in (0, 2, 3))
    nothing = np.empty((len(x), 0))
    fit = cfa(moments(data, names), pattern)
    return {
        "polychoric": median_time(lambda: polychoric(data, names), rounds),
        "cfa": median_time(lambda: cfa(moments(data, names), pattern, data), rounds),
        "cfa_bootstrap": median_time(
            lambda: cfa_bootstrap(data, fit, np.random.default_rng(1), draws=REFITS), rounds
        ),
        "mediation": median_time(
            lambda: mediation(
                x,
                m[:, None],
                y,
                nothing,
                ("x", ("m",), ()),
                rng=np.random.default_rng(1),
                draws=DRAWS,
            ),
            rounds,
        ),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    found = own(rounds)
    others: dict[str, dict[str, float]] = {}
    if shutil.which("Rscript"):
        command = ["Rscript", str(HERE / "methods.R"), str(DATA), str(rounds)]
        others = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    else:
        print("Rscript is not installed: left out", file=sys.stderr)
    print("| method | program | seconds | ratio to survey-kit |")
    print("|---|---|---:|---:|")
    for method, seconds in found.items():
        print(f"| {LABELS[method]} | survey-kit | {seconds:.3f} | 1 |")
        for program, theirs in others.get(method, {}).items():
            print(f"| {LABELS[method]} | {program} | {theirs:.3f} | {theirs / seconds:.0f} |")


if __name__ == "__main__":
    main()
