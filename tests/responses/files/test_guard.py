"""What may be opened at all."""

from __future__ import annotations

import gzip
import hashlib
import os
from pathlib import Path

import pytest

from survey_kit.responses.files import read_bytes, read_sheet
from survey_kit.responses.files.guard import Content
from survey_kit.responses.files.reading import _read

from .conftest import Refusal, remarks

GOOD = b"id,Q1\n001,3\n002,4\n"
links = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX")


def test_reads_a_file_and_records_its_hash(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(GOOD)
    sheet = read_sheet(path)
    assert sheet.source.sha256 == hashlib.sha256(GOOD).hexdigest()
    assert sheet.source.name == "a.csv"
    assert sheet.source.format == "csv"


def test_a_folder_is_refused(tmp_path: Path, refused: Refusal) -> None:
    (tmp_path / "data.csv").mkdir()
    assert "is a folder" in refused(read_sheet, tmp_path / "data.csv")


@links
def test_links_pipes_and_devices_are_refused(tmp_path: Path, refused: Refusal) -> None:
    (tmp_path / "dangling.csv").symlink_to(tmp_path / "nothing")
    (tmp_path / "loop.csv").symlink_to(tmp_path / "loop.csv")
    (tmp_path / "zero.csv").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "fifo.csv")
    assert "points to a missing file" in refused(read_sheet, tmp_path / "dangling.csv")
    assert "link loop" in refused(read_sheet, tmp_path / "loop.csv")
    assert "not a regular file" in refused(read_sheet, tmp_path / "zero.csv")
    assert "not a regular file" in refused(read_sheet, tmp_path / "fifo.csv")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_refused(tmp_path: Path, refused: Refusal) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(GOOD)
    path.chmod(0)
    assert "no permission" in refused(read_sheet, path)


def test_a_list_of_accounts_is_refused_without_quoting_it(tmp_path: Path, refused: Refusal) -> None:
    path = tmp_path / "passwd.csv"
    path.write_bytes(b"root:x:0:0:root:/root:/bin/sh\nalice:x:1:1:Alice:/home/alice:/bin/sh\n" * 3)
    said = refused(read_sheet, path)
    assert "not a table" in said
    assert "alice" not in said


@pytest.mark.parametrize("name", ["-rf.csv", "名 字 with space.csv", "n" * 200 + ".csv"])
def test_odd_names_are_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(GOOD)
    assert len(read_sheet(path).cells) == 2


def test_names_are_harmless() -> None:
    name = read_bytes(GOOD, "a\nb\x1b[31m\u202e.csv").source.name
    assert name == "a b[31m.csv"


@pytest.mark.parametrize("name", ["n" * 300 + ".csv", "a\0b.csv"])
def test_impossible_names_are_refused(tmp_path: Path, name: str, refused: Refusal) -> None:
    assert "not a possible file name" in refused(read_sheet, f"{tmp_path}/{name}")


def test_a_missing_file_suggests_near_names(tmp_path: Path, refused: Refusal) -> None:
    (tmp_path / "answers2024.csv").write_bytes(GOOD)
    assert "answers2024.csv" in refused(read_sheet, tmp_path / "answer2024.csv")
    assert "answers2024.csv" in refused(read_sheet, tmp_path / "answers2024.xlsx")
    assert "no folder" in refused(read_sheet, tmp_path / "none" / "a.csv")


def test_a_lock_file_names_the_data_file(tmp_path: Path, refused: Refusal) -> None:
    (tmp_path / "data.xlsx").write_bytes(b"x")
    (tmp_path / "~$data.xlsx").write_bytes(b"\x05user" + b" " * 160)
    said = refused(read_sheet, tmp_path / "~$data.xlsx")
    assert "lock file" in said
    assert "the data file is data.xlsx" in said


def test_the_size_limit_is_stated_and_can_be_raised(
    tmp_path: Path, refused: Refusal, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"Q1,Q2\n" + b"3,4\n" * 300_000)
    monkeypatch.setenv("SURVEY_KIT_MAX_MB", "1")
    said = refused(read_sheet, path)
    assert "SURVEY_KIT_MAX_MB" in said
    assert "1 MB" in said
    packed = gzip.compress(path.read_bytes())
    assert "unpacks to more than 1 MB" in refused(read_bytes, packed, "a.csv.gz")
    monkeypatch.setenv("SURVEY_KIT_MAX_MB", "2")
    assert len(read_bytes(packed, "a.csv.gz").cells) == 300_000
    monkeypatch.setenv("SURVEY_KIT_MAX_MB", "much")
    assert "whole number" in refused(read_sheet, path)


def test_a_growing_file_is_cut_at_its_last_whole_line() -> None:
    content = Content("a.csv", GOOD + b"003,", "0", grew=True)
    sheet = _read(content, sheet=None, encoding=None, header_row=None, has_header=True)
    assert len(sheet.cells) == 2
    assert "changed while it was read" in remarks(sheet)


def test_gzip_is_unpacked_and_its_damage_noticed(refused: Refusal) -> None:
    packed = gzip.compress(b"id,Q1\n" + b"".join(b"%d,%d\n" % (i, i % 5) for i in range(500)))
    assert len(read_bytes(packed, "a.csv.gz").cells) == 500
    assert "damaged" in refused(read_bytes, packed[:-200], "a.csv.gz")
    assert "gzip within gzip" in refused(read_bytes, gzip.compress(packed), "a.csv.gz")


def test_options_that_do_not_apply_are_mentioned(refused: Refusal) -> None:
    assert "--sheet" in remarks(read_bytes(GOOD, "a.csv", sheet="x"))
    assert "--header-row" in refused(read_bytes, GOOD, "a.csv", header_row=0)
