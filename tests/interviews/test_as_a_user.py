"""Interviews through the whole program: hostile texts, strangers, one coder, broken files."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from survey_kit import analyze
from tests.conftest import SAMPLE, Result

Cli = Callable[..., Result]

HEAD = ("受访者", "问题", "文本", "编码员1", "编码员2")
HOSTILE = (
    "=1+1",
    "+cmd",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "\\input{/etc/passwd}",
    "$x_1^2$ & 5% #1 ~ {a}",
    "![x](http://example.org/a.png)",
    "**bold** `code`",
    "长" * 200,
)
BOOK = 'id = "b"\nlanguage = "zh"\ntitle = "编码本"\n[[theme]]\nid = "a"\nlabel = "甲"\n[[theme]]\nid = "b"\nlabel = "乙"\n'


def beside(folder: Path, rows: Sequence[Sequence[object]], book: str | None = None) -> Path:
    """The sample with these interviews beside it."""
    target = folder / "s.xlsx"
    target.write_bytes(SAMPLE.read_bytes())
    with (folder / "s.interviews.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEAD, *rows])
    if book is not None:
        (folder / "s.codebook.toml").write_text(book, encoding="utf-8")
    return target


def coded(n: int = 20) -> list[list[object]]:
    return [[person, "q", f"话{person}", "甲" if person % 2 else "乙", "甲"] for person in range(1, n + 1)]


# -- what is written ------------------------------------------------------------------------------------


def test_hostile_texts_and_codes_do_nothing_in_any_format(tmp_path: Path) -> None:
    rows = [
        [person, HOSTILE[person % 10], f"{HOSTILE[person % 10]} {person}", HOSTILE[person % 10], HOSTILE[person % 10]]
        for person in range(1, 41)
    ]  # fmt: skip
    chapter = analyze(beside(tmp_path, rows), sections=["themes"], language="en")
    section = chapter.report.section("themes")
    assert len(section.table("quotes").rows) == len(HOSTILE)  # type: ignore[union-attr]
    for suffix in ("html", "xlsx", "tex", "md", "docx", "json"):
        chapter.save(tmp_path / f"out.{suffix}")
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert 'src="http://example.org' not in page
    tex = (tmp_path / "out.tex").read_text(encoding="utf-8")
    assert "\\input{/etc" not in tex
    assert not re.search(r"(?<!\\)\$x_1", tex)
    markdown = (tmp_path / "out.md").read_text(encoding="utf-8")
    assert "![x](http" not in markdown
    assert "**bold**" not in markdown
    assert not re.search(r"(?<!\\)<script>", markdown)
    import openpyxl

    for sheet in openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets:
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_nobody_can_be_identified(tmp_path: Path) -> None:
    rows = [
        [f"张三{person}", "q", f"我的电话13800000{person:03d}，话{person}", "甲", "乙"]
        for person in range(1, 9)
    ]
    chapter = analyze(beside(tmp_path, rows, BOOK), sections=["themes"], language="zh")
    for suffix in ("html", "md", "json"):
        chapter.save(tmp_path / f"out.{suffix}")
        text = (tmp_path / f"out.{suffix}").read_text(encoding="utf-8")
        assert "张三" not in text
        assert "13800000" not in text


# -- what is read ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "zh"])
def test_unknown_codes(tmp_path: Path, cli: Cli, language: str) -> None:
    file = beside(tmp_path, [*coded(), [3, "q", "x", "丙", "甲"]], BOOK)
    done = cli("run", "themes", file, "--lang", language)
    assert done.code == 1
    assert "丙" in done.err
    assert ("rows: 22" if language == "en" else "22") in done.err
    assert "Traceback" not in done.err


def test_words_of_their_own_in_every_cell_are_no_themes(tmp_path: Path, cli: Cli) -> None:
    rows = [[person, "q", f"话{person}", f"编码{person}", ""] for person in range(1, 103)]
    result = cli("run", "themes", beside(tmp_path, rows), "--lang", "en")
    assert result.code == 1
    assert "102 different codes; themes are read up to 100" in result.err


def test_coders_who_share_no_segment(tmp_path: Path, cli: Cli) -> None:
    rows = [[*row[:3], row[3] if row[0] < 11 else "", "" if row[0] < 11 else row[4]] for row in coded()]  # type: ignore[operator]
    done = cli("run", "themes", beside(tmp_path, rows, BOOK), "--lang", "zh")
    assert done.code == 0
    assert "两名编码员没有共同编码的片段" in "".join(done.out.split())
    assert "Cohen’s κ" not in done.out


def test_one_coder_only(tmp_path: Path, cli: Cli) -> None:
    rows = [[*row[:4], ""] for row in coded()]
    done = cli("run", "themes", beside(tmp_path, rows, BOOK), "--lang", "en")
    assert done.code == 0
    assert "coded by one coder" in done.out
    assert "κ" not in done.out


def test_one_interview_one_theme(tmp_path: Path, cli: Cli) -> None:
    done = cli("run", "themes", beside(tmp_path, [[1, "q", "话", "甲", "甲"]], BOOK), "--lang", "en")
    assert done.code == 0, done.err
    assert "1 person" in done.out


def test_empty_cells_are_said(tmp_path: Path, cli: Cli) -> None:
    rows = [
        *coded(),
        ["", "q", "无主", "甲", "甲"],
        [5, "q", "", "", ""],
        [6, "q", "没编码", "", ""],
        [7, "", "", "甲", "甲"],
    ]
    done = cli("run", "themes", beside(tmp_path, rows, BOOK), "--lang", "en")
    assert done.code == 0, done.err
    assert "without a respondent, left out: 1" in done.err
    assert "neither text nor code, left out: 1" in done.err
    assert "1 segment was coded by nobody" in done.out.replace("\n", " ")


def test_people_who_gave_no_answers(tmp_path: Path, cli: Cli) -> None:
    rows = [*coded(), [5000, "q", "话", "甲", "甲"]]
    done = cli("run", "themes", beside(tmp_path, rows, BOOK), "--lang", "en")
    assert done.code == 0
    assert "1 of 21 people do not occur in the responses (the first in row 22" in done.err


@pytest.mark.parametrize(
    ("book", "says"),
    [
        ("id = ", "TOML"),
        ('id = "b"\ntitle = { en = "B", zh = "本" }\n', "no theme"),
        (BOOK + '[[theme]]\nid = "a"\nlabel = "丙"\n', "twice"),
        (BOOK.replace('label = "甲"', 'label = "甲"\nfactor = "fitt"'), "fit"),
        (BOOK.replace('label = "甲"\n', ""), "label"),
    ],
)
def test_a_broken_codebook(tmp_path: Path, cli: Cli, book: str, says: str) -> None:
    done = cli("run", "themes", beside(tmp_path, coded(), book), "--lang", "en")
    assert done.code == 1
    assert "s.codebook.toml" in done.err
    assert says in done.err
    assert "Traceback" not in done.err


def test_no_codebook(tmp_path: Path, cli: Cli) -> None:
    done = cli("run", "themes", beside(tmp_path, coded()), "--lang", "en")
    assert done.code == 0
    assert "There is no codebook; the codes that occur serve as themes." in done.err
    missing = cli("run", "themes", beside(tmp_path, coded()), "--codebook", tmp_path / "nowhere.toml")
    assert missing.code == 1
    assert "nowhere.toml" in missing.err


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 broken", b"\xff\xfe\x00", "受访者,文本,编码员1\n".encode()]
)
@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_a_broken_table(tmp_path: Path, cli: Cli, content: bytes, suffix: str) -> None:
    path = tmp_path / f"talks.{suffix}"
    path.write_bytes(content)
    done = cli("run", "themes", SAMPLE, "--interviews", path)
    assert done.code == 1
    assert "talks" in done.err
    assert "something in survey-kit itself" not in done.err


def test_two_tables_or_none(tmp_path: Path, cli: Cli) -> None:
    file = beside(tmp_path, coded())
    (tmp_path / "s.interviews.xlsx").write_bytes(b"x")
    assert "Several files" in cli("run", "themes", file).err
    assert cli("run", "themes", file, "--alone").code == 1
    done = cli("run", "themes", SAMPLE, "--interviews", tmp_path / "gone.xlsx")
    assert done.code == 1
    assert "gone.xlsx" in done.err
