"""What the chapter costs beside the same chapter made with R and with other Python packages.

Every program runs as a whole process, in turn (A B C, A B C, …), on the same input; the operating
system's own accounting gives processor time and peak memory. Printed is the median of each and its
ratio to survey-kit's.

Usage: python benchmarks/compare.py [--n 93 1000 10000] [--rounds 3] [--peers-python PYTHON]

``--peers-python`` names an interpreter with the packages of ``requirements-peers.txt``; R needs
jsonlite psych GPArotation car lmtest sandwich effectsize rstatix ggplot2 Hmisc officer. A peer that
is not there is left out, and said to be.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Run:
    """One finished process: seconds on the wall and of processor, peak resident memory in MiB."""

    wall: float
    cpu: float
    peak: float


def measure(command: list[str], folder: Path) -> Run:
    """Run a command to its end; raises when it fails."""
    log = folder / "log.txt"
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    with log.open("wb") as sink:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=sink, stderr=sink, cwd=folder, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    if status != 0:
        raise RuntimeError(f"{command[0]} failed:\n{log.read_text(errors='replace')[-2000:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def programs(n: int, folder: Path, peers_python: str | None) -> dict[str, list[str]]:
    """The commands to compare, those that can run here."""
    data, study = str(folder / f"responses-{n}.csv"), str(folder / "study.json")
    kit = str(Path(sys.executable).with_name("survey-kit"))
    chapter = [kit, "analyze", data, "-q", "career", "-o", str(folder / "kit")]
    found = {"survey-kit, Word": [*chapter, "-f", "docx"], "survey-kit, all formats": [*chapter, "-f", "all"]}
    if shutil.which("Rscript"):
        found["R"] = ["Rscript", str(HERE / "chapter.R"), data, study, str(folder / "r")]
    else:
        print("Rscript is not installed: left out", file=sys.stderr)
    if peers_python:
        found["Python peers"] = [
            peers_python,
            str(HERE / "chapter_peers.py"),
            data,
            study,
            str(folder / "peers"),
        ]
    else:
        print("--peers-python not given: left out", file=sys.stderr)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--n", type=int, nargs="+", default=[93, 1000, 10000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers-python")
    options = parser.parse_args()
    print("| n | program | wall s | CPU s | peak MiB | wall, ratio to survey-kit (Word) |")
    print("|---:|---|---:|---:|---:|---:|")
    for n in options.n:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            subprocess.run([sys.executable, str(HERE / "make_input.py"), str(n), str(folder)], check=True)
            commands = programs(n, folder, options.peers_python)
            runs: dict[str, list[Run]] = {program: [] for program in commands}
            for turn in range(options.rounds + 1):  # the first turn warms the file cache
                for program, command in commands.items():
                    run = measure(command, folder)
                    if turn:
                        runs[program].append(run)
        base = statistics.median(run.wall for run in runs["survey-kit, Word"])
        for program, each in runs.items():
            wall, cpu, peak = (
                statistics.median(getattr(r, f) for r in each) for f in ("wall", "cpu", "peak")
            )
            print(
                f"| {n:,} | {program} | {wall:.2f} | {cpu:.2f} | {peak:.0f} | {wall / base:.2f} |", flush=True
            )


if __name__ == "__main__":
    main()
