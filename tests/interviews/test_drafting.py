"""Drafts of the coding: sentences, candidates, files that people can fill, and what is refused."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from survey_kit.interviews import drafting
from survey_kit.interviews.candidates import Said, candidates
from survey_kit.interviews.codebook import read_codebook
from survey_kit.interviews.draft_files import write_codebook, write_draft
from survey_kit.interviews.drafting import Answer, draft
from survey_kit.interviews.ngrams import guessed
from survey_kit.interviews.reading import read_segments
from survey_kit.interviews.segmenting import chinese_cutter, sentences, words
from survey_kit.report.blocks import Label
from tests.conftest import SAMPLE

Cli = Callable[..., Any]
Q = Label("Wish?", "期望？")


def answers(*texts: str) -> list[Answer]:
    return [Answer(number, Q, text) for number, text in enumerate(texts, start=1)]


def cells(path: Path, sheet: int = 0) -> list[tuple[Any, ...]]:
    import openpyxl

    return list(openpyxl.load_workbook(path).worksheets[sheet].iter_rows(values_only=True))


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the extra zh were not installed."""
    monkeypatch.setitem(sys.modules, "rjieba", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("活多。钱少。没人管！", ("活多。钱少。", "没人管！")),
        ("“就这样吧。”他说。大家都不说话了。", ("“就这样吧。”他说。", "大家都不说话了。")),
        ("Paid 3.5 thousand (cf. No. 7). So? Yes, I am sure.", ("Paid 3.5 thousand (cf. No. 7). So?", "Yes, I am sure.")),
        ("first line\nsecond line", ("first line", "second line")),
        ("  ", ()),
        ("没有标点的一句话", ("没有标点的一句话",)),
    ],
)  # fmt: skip
def test_sentences(text: str, expected: tuple[str, ...]) -> None:
    assert sentences(text) == expected


def test_a_text_of_abbreviations_is_one_sentence() -> None:
    # searched from its start at every full stop this text would take minutes
    text = "e.g. " * 20_000
    assert sentences(text) == (text.strip(),)


def test_nothing_is_lost_between_sentences() -> None:
    text = "领导说：“好的。”我就去了！But then… nothing happened; nobody came. 唉。"
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def test_english_words_and_pairs() -> None:
    said = [Said(n, f"The career counselling in office {n} is good for careers.") for n in range(1, 6)]
    found = candidates(said, None, most=9, fewest=2)
    # counselling and career stand together every time: the pair is proposed, not its words
    names = [each.name for each in found]
    assert "career counselling" in names
    assert "counselling" not in names
    assert {each.persons for each in found} == {5}
    assert "the" not in names


def test_a_word_of_one_person_is_no_candidate() -> None:
    said = [Said(1, "Overtime, overtime, overtime."), Said(2, "Distance.")]
    assert candidates(said, None, most=9, fewest=2) == ()


def test_order_of_people_does_not_matter() -> None:
    texts = ["fair promotion and training", "fair promotion", "training abroad", "promotion by merit"]
    said = [Said(n, text) for n, text in enumerate(texts)]
    one = candidates(said, None, most=9, fewest=2)
    other = candidates(said[::-1], None, most=9, fewest=2)
    assert [(c.name, c.count, c.persons) for c in one] == [(c.name, c.count, c.persons) for c in other]


def test_chinese_words_with_the_segmenter() -> None:
    pytest.importorskip("rjieba")
    cut, name = chinese_cutter()
    assert cut is not None
    assert name.startswith("rjieba ")
    kept = [word for word in words("希望有公平的晋升机会，张建国在聊城经常加班。", cut) if word]
    assert kept == ["公平", "晋升", "机会", "加班"]


def test_chinese_words_without_it(bare: None) -> None:
    made = draft(
        answers("晋升机会太少了。", "希望晋升机会多些。", "没有晋升机会。", "离家太远。", "我也是离家远。")
    )
    names = [each.name for each in made.candidates]
    assert "晋升机会" in names
    assert "机会" not in names
    assert any("pip install survey-kit[zh]" in remark.text.zh for remark in made.remarks)
    assert made.segmenter == ""


def test_parts_of_longer_sequences_are_left_out() -> None:
    found = guessed([["职业发展通道"], ["缺职业发展"], ["职业发展难"], ["谈发展"], ["说发展吧"]])
    assert set(found) == {"职业发展", "发展"}


def test_same_answers_same_bytes(tmp_path: Path) -> None:
    texts = answers("希望有公平的晋升机会。", "晋升机会要公平。", "无", "多培训，多交流。", "希望多培训。")
    for name in "ab":
        made = draft(texts)
        write_draft(made, tmp_path / f"{name}.xlsx", "zh")
        write_codebook(made, tmp_path / f"{name}.toml")
    for suffix in ("xlsx", "toml"):
        assert (tmp_path / f"a.{suffix}").read_bytes() == (tmp_path / f"b.{suffix}").read_bytes()
    assert "1份" in draft(texts).remarks[0].text.zh


def test_codebook_and_table_are_two_files(tmp_path: Path, cli: Cli) -> None:
    (tmp_path / "t.csv").write_text("respondent,text\n1,Pay is low.\n2,Pay is bad.\n", encoding="utf-8")
    one = tmp_path / "a.xlsx"
    done = cli("code", "draft", tmp_path / "t.csv", "-o", one, "--codebook-out", tmp_path / "." / "a.xlsx")
    assert done.code == 2
    assert "name the same file" in done.err
    assert not one.exists()


@pytest.mark.parametrize("extra", ["with rjieba", "without"])
def test_round_trip(tmp_path: Path, cli: Cli, extra: str, request: pytest.FixtureRequest) -> None:
    if extra == "without":
        request.getfixturevalue("bare")
    else:
        pytest.importorskip("rjieba")
    (tmp_path / "s.xlsx").write_bytes(SAMPLE.read_bytes())
    table, book = tmp_path / "s.interviews.xlsx", tmp_path / "s.codebook.toml"
    done = cli("code", "draft", tmp_path / "s.xlsx", "-o", table, "--codebook-out", book, "--lang", "zh")
    assert done.code == 0, done.err
    themes = read_codebook(book).themes
    assert len(themes) > 3
    rows = cells(table)
    assert rows[0] == ("受访者", "问题", "文本", "编码员1", "编码员2", "程序建议（非正式编码）")
    assert all(row[3] is None and row[4] is None for row in rows[1:])
    assert any(row[5] for row in rows[1:])
    # nobody has coded: the proposals do not count as codes, and the rest of the chapter goes on
    refused = cli("run", "themes", tmp_path / "s.xlsx")
    assert refused.code == 1
    assert "no segment has a code yet" in refused.err
    assert cli("run", "reliability", tmp_path / "s.xlsx").code == 0
    named = cli("run", "themes", tmp_path / "s.xlsx", "--interviews", table)
    assert named.code == 1
    assert "Fill the column coder 1" in named.err
    import openpyxl

    book_of = openpyxl.load_workbook(table)
    page = book_of.worksheets[0]
    for row in page.iter_rows(min_row=2):
        row[3].value = row[4].value = row[5].value or "无"
    book_of.save(table)
    shown = cli("run", "themes", tmp_path / "s.xlsx", "--lang", "zh")
    assert shown.code == 0, shown.err
    assert themes[0].label.zh in shown.out
    assert "1.000" in shown.out  # the coders copied the same proposals


def test_texts_without_codes(tmp_path: Path, cli: Cli) -> None:
    path = tmp_path / "talks.csv"
    path.write_text(
        "respondent,text\n"
        + "".join(f"{n},We need fair promotion. The road is long.\n" for n in range(1, 7)),
        encoding="utf-8",
    )
    done = cli("code", "draft", path, "-o", tmp_path / "out.xlsx")
    assert done.code == 0, done.err
    rows = cells(tmp_path / "out.xlsx")
    assert len(rows) == 13
    assert rows[0][5] == "proposal by program (not a code)"
    assert "fair promotion" in rows[1][5]


def test_a_table_of_texts_on_another_sheet(tmp_path: Path, cli: Cli) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.worksheets[0].append(["nothing here"])
    page = book.create_sheet("talks")
    page.append(["respondent", "text"])
    for n in range(1, 5):
        page.append([n, "We need fair promotion."])
    book.save(tmp_path / "t.xlsx")
    done = cli("code", "draft", tmp_path / "t.xlsx", "--sheet", "talks", "-o", tmp_path / "o.xlsx")
    assert done.code == 0, done.err
    assert len(cells(tmp_path / "o.xlsx")) == 5


NASTY = (
    "=1+1 promotion",
    "<script>alert(1)</script> promotion",
    "\\input{x} promotion %$#",
    "**bold** | promotion | [a](b)",
)


def test_untrusted_texts(tmp_path: Path) -> None:
    made = draft(answers(*NASTY, 'say "promotion" \\ \x07 promotion'))
    write_draft(made, tmp_path / "n.xlsx", "en")
    write_codebook(made, tmp_path / "n.toml")
    import openpyxl

    page = openpyxl.load_workbook(tmp_path / "n.xlsx").worksheets[0]
    assert {cell.data_type for row in page.iter_rows(min_row=2, min_col=3) for cell in row if cell.value} == {
        "s"
    }
    assert page["C2"].value == NASTY[0]
    assert read_codebook(tmp_path / "n.toml").themes[0].id == "promotion"


def test_what_is_refused(tmp_path: Path, cli: Cli) -> None:
    bare_file = tmp_path / "a.csv"
    bare_file.write_text("序号,性别\n1,男\n2,女\n", encoding="utf-8")
    talks = tmp_path / "t.csv"
    talks.write_text("respondent,text\n1,none\n2,无\n", encoding="utf-8")
    empty = tmp_path / "e.csv"
    empty.write_text("respondent,text\n1,\n2,\n", encoding="utf-8")
    there = tmp_path / "there.xlsx"
    there.write_bytes(b"filled by hand")
    out = tmp_path / "o.xlsx"
    for arguments, says in (
        ((bare_file, "-o", out), "no open question"),
        ((SAMPLE, "-o", out, "--question", "wihs"), 'Did you mean "wish"'),
        ((talks, "-o", out), "nothing but"),
        ((empty, "-o", out), "no segment"),
        ((SAMPLE, "-o", there), "exists"),
        ((SAMPLE, "-o", tmp_path / "o.csv"), "xlsx"),
    ):
        done = cli("code", "draft", *arguments)
        assert done.code in (1, 2), arguments
        assert says in done.err, done.err
        assert not out.exists()
    assert there.read_bytes() == b"filled by hand"


def test_no_answer_at_all(tmp_path: Path, cli: Cli) -> None:
    import openpyxl

    book = openpyxl.load_workbook(SAMPLE)
    page = book.worksheets[0]
    last = page.max_column
    for row in range(2, page.max_row + 1):
        page.cell(row, last).value = "(空)"
    book.save(tmp_path / "s.xlsx")
    done = cli("code", "draft", tmp_path / "s.xlsx", "-q", "career", "-o", tmp_path / "o.xlsx")
    assert done.code == 1
    assert "nobody wrote anything" in done.err


def test_no_common_word() -> None:
    made = draft(answers("Overtime.", "Distance."))
    assert made.candidates == ()
    assert any("no code is proposed" in remark.text.en for remark in made.remarks)
    assert drafting.MOST == 12


def test_pairs_that_always_overlap_are_one_phrase() -> None:
    texts = ["Nothing but county transfer quota matters here."] * 5 + ["My flat is far from any school."] * 6
    names = [each.name for each in draft(answers(*texts)).candidates]
    assert "county transfer quota matters" in names
    assert not {"county transfer", "transfer quota"} & set(names)


def test_a_conjunction_is_no_part_of_a_word() -> None:
    pytest.importorskip("rjieba")
    found = draft(answers(*["希望减少检查和填表。"] * 5))
    assert not any("和" in each.name for each in found.candidates)


def test_a_filled_in_draft_is_read_without_remarks(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "a.interviews.xlsx"
    write_draft(draft(answers(*["希望减少检查。"] * 5)), path, "zh")
    book = load_workbook(path)
    for row in range(2, 7):
        book.worksheets[0].cell(row, 4).value = "检查"
    book.save(path)
    table = read_segments(path)
    assert len(table.segments) == 5
    assert not table.remarks


def test_guessed_words_neither_begin_nor_end_with_a_stop_word() -> None:
    found = guessed([["希望减少检查"], ["希望减轻负担"], ["都希望减少会议"], ["只希望减轻压力"]])
    assert not any(gram.startswith("希望") for gram in found)


def test_definitions_that_nobody_wrote_are_said(tmp_path: Path, cli: Cli) -> None:
    book = tmp_path / "wish.codebook.toml"
    made = draft(answers(*["希望减少检查。"] * 5))
    write_codebook(made, book)
    theme = read_codebook(book).themes[0].id
    talks = tmp_path / "talks.csv"
    lines = [f"{person},q,words,{theme}" for person in range(1, 9)]
    talks.write_text("\n".join(["respondent,question,text,code", *lines]), encoding="utf-8")
    given = ("--alone", "--interviews", str(talks), "--codebook", str(book), "--lang", "en")
    result = cli("run", "themes", str(SAMPLE), "-q", "career", *given)
    assert "The codebook is still a draft" in result.err
    book.write_text(
        book.read_text(encoding="utf-8").replace("请写明主题界定。", "谈到检查。"), encoding="utf-8"
    )
    assert "still a draft" not in cli("run", "themes", str(SAMPLE), "-q", "career", *given).err
