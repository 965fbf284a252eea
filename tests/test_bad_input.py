"""Broken, tiny and hostile input through the whole program: a clear word, no traceback, nothing lost."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.conftest import SAMPLE, Result

Cli = Callable[..., Result]

HOSTILE = (
    "=1+1",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "\\input{/etc/passwd}",
    "$x_1^2$ & 5% #1 ~ {a}",
    "![x](http://example.org/a.png)",
    "../../../etc/passwd",
    "a|b",
    "👍🏽 ZWJ",
    "长" * 300,
)


def table(rows: list[list[object]]) -> str:
    quoted = [['"' + str(cell).replace('"', '""') + '"' for cell in row] for row in rows]
    return "\n".join(",".join(row) for row in quoted) + "\n"


def answers(n: int, items: int = 6, seed: int = 1) -> list[list[int]]:
    """Answers 1..5 that share a common factor."""
    rng = np.random.default_rng(seed)
    common = rng.normal(size=(n, 1))
    raw = common + rng.normal(size=(n, items))
    return [[int(v) for v in row] for row in np.clip(np.round(raw + 3), 1, 5)]


def write(path: Path, heads: list[str], rows: list[list[object]]) -> Path:
    path.write_text(table([heads, *rows]), encoding="utf-8")
    return path


def survey(path: Path, n: int, **extra: list[object]) -> Path:
    """n respondents, items Q1 to Q6 and further columns."""
    rows: list[list[object]] = [
        [i + 1, *given, *(column[i] for column in extra.values())] for i, given in enumerate(answers(n))
    ]
    return write(path, ["id", *(f"Q{j}" for j in range(1, 7)), *extra], rows)


def sections(folder: Path) -> dict[str, dict[str, object]]:
    data: dict[str, dict[str, object]] = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return data["sections"]  # type: ignore[return-value]


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5, 6, 9])
def test_tiny_samples_withhold_instead_of_printing_nonsense(cli: Cli, tmp_path: Path, n: int) -> None:
    result = cli("analyze", survey(tmp_path / "r.csv", n), "-o", tmp_path / "out", "-f", "json,markdown")
    assert result.code == 0, result.err
    done = {name for name, section in sections(tmp_path / "out").items() if section["status"] == "done"}
    if n < 5:
        assert done <= {"sample", "items"}
        assert f"only {n} usable respondents" in result.err
    if n <= 6:
        assert "validity" not in done
    text = (tmp_path / "out" / "report.md").read_text(encoding="utf-8")
    assert not re.search(r"\bnan\b", text, re.IGNORECASE)


def test_a_constant_and_a_doubled_item_are_named(cli: Cli, tmp_path: Path) -> None:
    rows: list[list[object]] = [[i + 1, *given, given[2], 4] for i, given in enumerate(answers(60))]
    asked = "\n".join(
        [
            'id = "mine"\ntitle = "Mine"\nlanguage = "en"\n[options.agree]\nen = ["a", "b", "c", "d", "e"]',
            '[[scale]]\nid = "s"\nlabel = "S"\noptions = "agree"\nitems = [',
            *[f'  {{ id = "Q{j}", en = "Statement {j}" }},' for j in range(1, 9)],
            "]",
        ]
    )
    (tmp_path / "q.toml").write_text(asked, encoding="utf-8")
    path = write(tmp_path / "r.csv", ["id", *(f"Q{j}" for j in range(1, 9))], rows)
    result = cli("analyze", path, "-q", tmp_path / "q.toml", "-o", tmp_path / "out", "-f", "json,markdown")
    assert result.code == 0, result.err
    assert "Q8" in result.err
    left_out = [line for line in result.err.splitlines() if "left out" in line and "validity" in line]
    assert len(left_out) == 1
    assert "Q3" in left_out[0]
    assert "Q7" in left_out[0]


def test_a_group_of_one_is_said_and_never_tested(cli: Cli, tmp_path: Path) -> None:
    groups: list[object] = ["A"] * 30 + ["B"] * 29 + ["C"]
    path = survey(tmp_path / "r.csv", 60, group=groups)
    result = cli("analyze", path, "-o", tmp_path / "out", "-f", "json")
    assert result.code == 0, result.err
    assert re.search(r"C \(1\)|C \(n = 1\)", result.err)


def test_hostile_labels_come_out_as_plain_text(cli: Cli, tmp_path: Path) -> None:
    import openpyxl

    groups: list[object] = [HOSTILE[i % len(HOSTILE)] for i in range(120)]
    path = survey(tmp_path / "r.csv", 120, **{"=cmd|' /C calc'!A0": groups})
    out = tmp_path / "out"
    result = cli("analyze", path, "-o", out)
    assert result.code == 0, result.err
    page = (out / "report.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "{{7*7}}" in page
    assert not re.search(r"(src|href)\s*=\s*[\"'](?!data:|#)", page)
    assert "![x](" not in (out / "report.md").read_text(encoding="utf-8")
    assert "\\input{/etc" not in (out / "report.tex").read_text(encoding="utf-8")
    book = openpyxl.load_workbook(out / "report.xlsx")
    assert not [c for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    with zipfile.ZipFile(out / "report.docx") as word:
        assert word.testzip() is None
    outside = {p.name for p in tmp_path.iterdir()} - {"r.csv", "out"}
    assert outside == set()


def test_a_failed_run_leaves_the_old_report(cli: Cli, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert cli("analyze", SAMPLE, "-o", out, "-f", "json").code == 0
    before = (out / "report.json").read_bytes()
    (tmp_path / "broken.xlsx").write_bytes(SAMPLE.read_bytes()[:5000])
    assert cli("analyze", tmp_path / "broken.xlsx", "-o", out, "-f", "json").code == 1
    assert (out / "report.json").read_bytes() == before


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_leaves_no_trace(tmp_path: Path, number: signal.Signals) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "survey_kit", "analyze", str(SAMPLE), "-o", "out"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    # wait until it is writing: its hidden folder is there
    for _ in range(600):
        if any(p.name.startswith(".survey-kit-") for p in tmp_path.iterdir()) or process.poll() is not None:
            break
        time.sleep(0.02)
    process.send_signal(number)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130, err.decode()
    assert b"Traceback" not in err
    assert list(tmp_path.iterdir()) == []


MANIFEST = Path(os.environ.get("SURVEY_KIT_BADINPUT", "")) / "manifest.json"


@pytest.mark.skipif(
    not os.environ.get("SURVEY_KIT_BADINPUT"), reason="SURVEY_KIT_BADINPUT names no folder of broken files"
)
def test_the_manifest_of_broken_files(cli: Cli, tmp_path: Path) -> None:
    wrong = []
    for k, row in enumerate(json.loads(MANIFEST.read_text(encoding="utf-8"))["files"]):
        out = tmp_path / str(k)
        result = cli("analyze", MANIFEST.parent / "files" / row["file"], "-o", out, "-f", "json,docx")
        expected = 1 if row["good_tool"] == "clear error" else 0
        said = row["good_tool"] != "accept with warning" or result.err
        if result.code != expected or "itself went wrong" in result.err or not said:
            wrong.append((row["file"], result.code, result.err[:300]))
    assert wrong == []
