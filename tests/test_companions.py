"""Files beside a response file are found by their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from survey_kit.companions import companion
from survey_kit.errors import FileError


@pytest.mark.parametrize("name", ["survey.xlsx", "survey.csv.gz", "我的.答卷.csv"])
def test_a_companion_has_the_name_with_its_part_before_the_suffix(tmp_path: Path, name: str) -> None:
    stem = name.removesuffix(".gz").rpartition(".")[0]
    beside = tmp_path / f"{stem}.before.csv"
    beside.write_text("x", encoding="utf-8")
    assert companion(tmp_path / name, "before") == beside
    assert companion(tmp_path / name, "ratings") is None


def test_a_folder_or_another_file_is_no_companion(tmp_path: Path) -> None:
    (tmp_path / "survey.before.csv").mkdir()
    (tmp_path / "surveys.before.csv").write_text("x", encoding="utf-8")
    assert companion(tmp_path / "survey.xlsx", "before") is None


def test_a_stream_has_no_companions() -> None:
    assert companion(b"a,b\n1,2\n", "before") is None


def test_two_candidates_are_refused_by_name(tmp_path: Path) -> None:
    for suffix in ("csv", "xlsx"):
        (tmp_path / f"survey.before.{suffix}").write_text("x", encoding="utf-8")
    with pytest.raises(FileError) as error:
        companion(tmp_path / "survey.xlsx", "before")
    assert "survey.before.csv" in error.value.en
    assert "survey.before.xlsx" in error.value.zh
