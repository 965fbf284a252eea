"""Nothing of the machine or the moment reaches a file: not the folder, the clock's zone, the locale, the order of sets or
the number of threads.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

HERE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"}
# 2 threads: sums of a factor rotation then differ in their eighth digit, unless the program sets its own number
THERE = {"PYTHONHASHSEED": "2", "TZ": "Asia/Shanghai", "LC_ALL": "zh_CN.UTF-8", "OPENBLAS_NUM_THREADS": "2"}


@pytest.mark.parametrize(("section", "suffix"), [("validity", "json"), ("themes", "docx")])
def test_another_machine_gives_the_same_bytes(tmp_path: Path, section: str, suffix: str) -> None:
    made = []
    for name, folder, environment in (("a", ROOT, HERE), ("b", tmp_path, THERE)):
        made.append(tmp_path / f"{name}.{suffix}")
        source = os.path.relpath(ROOT / "data" / "g-district-93.xlsx", folder)
        subprocess.run(
            [sys.executable, "-m", "survey_kit", "run", section, source, "-q", "career", "--lang", "zh", "-o", made[-1]],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            check=True,
            capture_output=True,
        )  # fmt: skip
    assert made[0].read_bytes() == made[1].read_bytes()
