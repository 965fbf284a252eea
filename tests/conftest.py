"""Fixtures that several parts share: the shipped sample analysed once, and the command line in-process."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from survey_kit.cli import _run

# as the command line sets them; must stand before a test module imports numpy
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "data" / "g-district-93.xlsx"


@dataclass(frozen=True)
class Result:
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    """Run ``survey-kit …`` in this process."""

    def call(*arguments: str | Path) -> Result:
        monkeypatch.setattr(sys, "argv", ["survey-kit", *map(str, arguments)])
        capsys.readouterr()
        code = _run()
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return call


@pytest.fixture(scope="session")
def chapter_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The chapter of the shipped 93-person sample in every format, in Chinese."""
    from survey_kit import analyze

    folder = tmp_path_factory.mktemp("chapter") / "out"
    analyze(SAMPLE, output=folder, language="zh")
    return folder


@pytest.fixture(scope="session")
def results(chapter_folder: Path) -> dict[str, Any]:
    """Its results file."""
    data: dict[str, Any] = json.loads((chapter_folder / "report.json").read_text(encoding="utf-8"))
    return data
