"""Output appears whole or not at all, and nothing of the user's is lost."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from survey_kit.errors import FileError
from survey_kit.output import MANIFEST, building, building_file, check_folder, folder_name


def write(folder: Path, **files: str) -> list[Path]:
    with building(folder) as (work, edited):
        for name, text in files.items():
            (work / name.replace("_", ".")).write_text(text)
    return edited


def listing(folder: Path) -> dict[str, str]:
    return {p.name: p.read_text() for p in folder.iterdir() if p.name != MANIFEST}


def test_a_new_folder_appears_with_its_parents(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b", report_md="1")
    assert listing(tmp_path / "a" / "b") == {"report.md": "1"}


def test_a_failed_run_leaves_no_trace(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), building(tmp_path / "a" / "b") as (work, _):
        (work / "half").write_text("x")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_a_failed_run_leaves_what_was_there(tmp_path: Path) -> None:
    write(tmp_path / "out", report_md="1")
    with pytest.raises(KeyboardInterrupt), building(tmp_path / "out"):
        raise KeyboardInterrupt
    assert listing(tmp_path / "out") == {"report.md": "1"}
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_a_second_run_replaces_the_first(tmp_path: Path) -> None:
    write(tmp_path / "out", report_md="1", old_md="gone with the next run")
    assert write(tmp_path / "out", report_md="2") == []
    assert listing(tmp_path / "out") == {"report.md": "2"}


def test_files_of_the_user_stay(tmp_path: Path) -> None:
    write(tmp_path / "out", report_md="1")
    (tmp_path / "out" / "notes.txt").write_text("mine")
    assert write(tmp_path / "out", report_md="2") == []
    assert listing(tmp_path / "out") == {"report.md": "2", "notes.txt": "mine"}


def test_an_edited_file_is_kept_under_another_name(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out, report_md="1")
    (out / "report.md").write_text("my changes")
    assert write(out, report_md="2") == [out / "report.edited.md"]
    assert listing(out) == {"report.md": "2", "report.edited.md": "my changes"}
    (out / "report.md").write_text("more changes")
    write(out, report_md="3")
    assert listing(out) == {
        "report.md": "3",
        "report.edited.md": "my changes",
        "report.edited-2.md": "more changes",
    }


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("years of work")
    with pytest.raises(FileError, match="did not write"):
        write(tmp_path, report_md="1")
    assert listing(tmp_path) == {"thesis.docx": "years of work"}


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write(tmp_path / "out", report_md="1")
    assert listing(tmp_path / "out") == {"report.md": "1"}


def test_links_and_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "file").write_text("x")
    with pytest.raises(FileError, match="symbolic link"):
        check_folder(tmp_path / "link")
    with pytest.raises(FileError, match="is a file"):
        check_folder(tmp_path / "file")
    with pytest.raises(FileError, match="is a file"):
        check_folder(tmp_path / "file" / "below")


def test_a_link_inside_our_folder_is_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious.md"
    precious.write_text("precious")
    out = tmp_path / "out"
    write(out, report_md="1")
    (out / "report.md").unlink()
    (out / "report.md").symlink_to(precious)
    write(out, report_md="2")
    assert precious.read_text() == "precious"
    assert not (out / "report.md").is_symlink()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_place_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(FileError, match="permission"):
        check_folder(tmp_path / "out")


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="disk is full"), building(tmp_path / "out"):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert list(tmp_path.iterdir()) == []


def test_one_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "scores.csv"
    target.write_text("old")
    with pytest.raises(RuntimeError), building_file(target) as path:
        path.write_text("half")
        raise RuntimeError
    assert listing(tmp_path) == {"scores.csv": "old"}
    with building_file(target) as path:
        path.write_text("new")
    assert listing(tmp_path) == {"scores.csv": "new"}


def test_one_file_refuses_links_folders_and_missing_parents(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    for path, text in [
        (tmp_path / "link", "symbolic"),
        (tmp_path, "is a folder"),
        (tmp_path / "no" / "x", "does not exist"),
    ]:
        with pytest.raises(FileError, match=text), building_file(path):
            pass
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("responses", "responses"),
        ("问卷 数据", "问卷 数据"),
        ("../../etc/passwd", "etc_passwd"),
        ("a\nb", "a_b"),
        ("-rf", "rf"),
        ("CON", "_CON"),
        ("...", "report"),
        ("", "report"),
    ],
)
def test_folder_names(stem: str, expected: str) -> None:
    assert folder_name(stem) == expected


def test_long_names_are_cut_at_whole_characters() -> None:
    name = folder_name("名" * 200)
    assert len(name.encode()) <= 120
    assert set(name) == {"名"}
