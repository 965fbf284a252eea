"""Files beside the responses that cannot be used: one clear paragraph in either language, and nothing lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests import broken_beside as made
from tests.broken_beside import HEADS, MATRIX, RATED, SEGMENTS, UNREADABLE, answers, rated, segments
from tests.conftest import Result

Cli = Callable[..., Result]
CHINESE = re.compile("[一-鿿]")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A folder with a small survey and a right file of every kind under names that no program looks for."""
    (tmp_path / "q.toml").write_text(made.ASKED, encoding="utf-8")
    (tmp_path / "c.toml").write_text(made.CODEBOOK, encoding="utf-8")
    made.csv(tmp_path / "r.csv", HEADS, answers())
    made.csv(tmp_path / "i.csv", SEGMENTS, segments())
    made.csv(tmp_path / "x.csv", RATED, rated())
    (tmp_path / "broken").mkdir()
    return tmp_path


def arguments(kind: str, study: Path, file: Path | str) -> list[Any]:
    """The command that reads ``file`` as this kind of file."""
    survey = [study / "r.csv", "-q", study / "q.toml"]
    return {
        "before": ["run", "change", *survey, "--before", file],
        "interviews": ["run", "themes", *survey, "--interviews", file, "--codebook", study / "c.toml"],
        "codebook": ["run", "themes", *survey, "--interviews", study / "i.csv", "--codebook", file],
        "ratings": ["run", "appraisal", *survey, "--ratings", file],
        "appraise": ["appraise", file],
        "ahp": ["appraise", study / "x.csv", "--weights", f"ahp:{file}"],
    }[kind]


RIGHT: dict[str, tuple[Sequence[Any], made.Rows]] = {
    "before": (HEADS, answers(seed=2)),
    "interviews": (SEGMENTS, segments()),
    "codebook": (("id", "title"), [["c", "C"]]),
    "ratings": (RATED, rated()),
    "appraise": (RATED, rated()),
    "ahp": (MATRIX[0], MATRIX[1:]),
}


def refused(cli: Cli, command: Sequence[Any], name: str | None = None) -> tuple[str, str]:
    """What the command says in English and Chinese before it ends with 1."""
    said = []
    for language, mark in (("en", "error: "), ("zh", "错误：")):
        result = cli(*command, "--lang", language)
        assert result.code == 1, (language, result)
        assert result.out == ""
        # the last line, or the paragraph of a questionnaire's faults, begins with the mark
        text = result.err[result.err.index(mark) :]
        assert "Traceback" not in result.err
        assert "itself went wrong" not in result.err
        assert [line.startswith(mark) for line in result.err.splitlines()].count(True) == 1
        assert "\n\n" not in text
        # names of columns and dimensions may be in the other language
        assert (len(CHINESE.findall(text)) > len(text) / 8) == (language == "zh"), text
        if name is not None:
            assert name in text, text
        said.append(text)
    return said[0], said[1]


@pytest.mark.parametrize("broken", [*UNREADABLE, "formulas"])
@pytest.mark.parametrize("kind", RIGHT)
def test_a_file_that_holds_nothing_usable_is_refused_by_name(
    cli: Cli, study: Path, kind: str, broken: str
) -> None:
    heads, rows = RIGHT[kind]
    folder = study / "broken"
    if broken == "formulas":
        file: Path | str = made.book(folder / "b.xlsx", made.formulas(heads, rows))
    else:
        file = UNREADABLE[broken](folder, heads, rows)
    kept = {path: path.read_bytes() for path in study.rglob("*") if path.is_file()}
    if broken == "only hidden sheets" and kind != "codebook":
        result = cli(*arguments(kind, study, file), "--lang", "en")
        assert result.code == 0, result.err
        assert kind == "ahp" or f"{Path(file).name}: Only hidden sheets" in result.err
    else:
        refused(cli, arguments(kind, study, file), Path(file).name)
    assert {path: path.read_bytes() for path in study.rglob("*") if path.is_file()} == kept


def changed(rows: made.Rows, row: int, column: int, value: Any) -> list[list[Any]]:
    copy = [list(each) for each in rows]
    copy[row][column] = value
    return copy


def coded(first: Any, second: Any) -> list[list[Any]]:
    return [[*row[:3], first, second] for row in segments()]


FAULTY: dict[str, tuple[str, Any, str, str]] = {
    "a code the codebook lacks": (
        "interviews",
        changed(segments(), 3, 3, "calmm"),
        '"calmm" (rows: 5)',
        "calmm",
    ),
    "no code at all": ("interviews", coded(None, None), "no segment has a code", "没有任何片段被编码"),
    "no theme anywhere": ("interviews", coded("none", "none"), "no segment has a code", "没有任何片段被编码"),
    "nobody named": (
        "interviews",
        [[None, *row[1:]] for row in segments()],
        "holds no segment",
        "没有访谈片段",
    ),
    "ratings of letters": (
        "appraise",
        changed(rated(), 2, 3, "good"),
        "row 4, column morality: 'good'",
        "第4行",
    ),
    "a rating beyond the scale": ("appraise", changed(rated(), 2, 3, 101), "'101' is no rating", "“101”"),
    "five-point ratings": ("appraise", [[*row[:3], 3, 4, 5] for row in rated()], "--range", "--range"),
    "no rating": (
        "appraise",
        [[*row[:3], None, None, None] for row in rated()],
        "every cell is empty",
        "均为空",
    ),
    "a row twice": ("appraise", [rated()[0], *rated()], "rows 2 and 3", "第2行与第3行"),
    "nobody rated": ("appraise", changed(rated(), 1, 0, None), "no person in row 3", "被考核人"),
    "no such occasion": (
        "appraise",
        changed(rated(), 1, 2, "often"),
        "no kind of assessment",
        "不是考核类型",
    ),
    "not reciprocal": (
        "ahp",
        changed(MATRIX, 1, 2, 5),
        "C2 and B3: 5 and 0.5 are not reciprocal",
        "不互为倒数",
    ),
    "zero": ("ahp", changed(MATRIX, 1, 2, 0), "'0' is no positive number", "不是正数"),
    "negative": ("ahp", changed(MATRIX, 1, 2, -2), "'-2' is no positive number", "不是正数"),
    "words": ("ahp", changed(MATRIX, 1, 2, "two"), "'two' is no positive number", "不是正数"),
    "divided by zero": ("ahp", changed(MATRIX, 1, 2, "1/0"), "'1/0' is no positive number", "不是正数"),
    "beyond all numbers": ("ahp", changed(MATRIX, 1, 2, "1e400"), "no positive number", "不是正数"),
    "the diagonal": ("ahp", changed(MATRIX, 1, 1, 2), "the diagonal must be 1", "对角线应为1"),
    "both sides empty": ("ahp", changed(changed(MATRIX, 1, 2, None), 2, 1, None), "both empty", "均为空"),
    "a dimension not rated": ("ahp", changed(MATRIX, 2, 0, "honesty"), "cell A3", "A3"),
    "a dimension twice": ("ahp", changed(MATRIX, 2, 0, "morality"), "stands there twice", "重复出现"),
    "a dimension missing": ("ahp", [row[:3] for row in MATRIX[:3]], "2 of 3 labels", "只有2个标签"),
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_faulty_cell_is_named(cli: Cli, study: Path, name: str) -> None:
    kind, rows, english, chinese = FAULTY[name]
    if kind == "ahp":
        file = made.book(study / "broken" / "m.xlsx", rows)
    else:
        file = made.csv(study / "broken" / "f.csv", RIGHT[kind][0], rows)
    en, zh = refused(cli, arguments(kind, study, file), file.name)
    assert english in en
    assert chinese in zh


CODEBOOKS: dict[str, tuple[str, str]] = {
    "no theme": ('id = "c"\ntitle = { en = "C", zh = "编" }\n', "there is no theme"),
    "a theme twice": (made.CODEBOOK + made.CODEBOOK.split("\n", 2)[2], "the id occurs twice"),
    "not TOML": ('id = "c\n', "not valid TOML"),
    "a questionnaire": (made.ASKED, "unknown key"),
    "a factor that is no scale": (
        made.CODEBOOK.replace('id = "calm"', 'id = "calm"\nfactor = "zea"'),
        'there is no scale "zea"',
    ),
}


@pytest.mark.parametrize("name", CODEBOOKS)
def test_a_faulty_codebook(cli: Cli, study: Path, name: str) -> None:
    text, said = CODEBOOKS[name]
    (study / "broken" / "c.toml").write_text(text, encoding="utf-8")
    en, _ = refused(cli, arguments("codebook", study, study / "broken" / "c.toml"), "c.toml")
    assert said in en


def test_all_codes_missing_from_the_codebook_are_listed(cli: Cli, study: Path) -> None:
    other = study / "broken" / "c.toml"
    other.write_text(made.CODEBOOK.replace("calm", "joy").replace("haste", "fear"), encoding="utf-8")
    en, zh = refused(cli, arguments("codebook", study, other))
    for text in (en, zh):
        for code in ("calm", "haste", "joy", "fear"):
            assert code in text


CARRIED: dict[str, tuple[str, made.Rows, tuple[str, ...], str, str]] = {
    # kind, rows, options, what must be said in English and in Chinese
    "no id in both": ("before", answers(seed=2, first=1000), ("--id", "id"), "No id occurs both", "没有任何编号同时"),
    "one person before": ("before", answers(1, seed=2), (), "at least", "至少"),
    "coders who share no segment": (
        "interviews",
        [[*row[:3], *((row[3], None) if i % 2 else (None, row[4]))] for i, row in enumerate(segments())],
        (),
        "share no segment",
        "没有共同编码的片段",
    ),
    "one segment": ("interviews", segments()[:1], (), "1", "1"),
    "one coder": ("interviews", coded("calm", None), (), "one coder", "一名编码员"),
    "people who did not answer": ("interviews", [[1000 + i, *row[1:]] for i, row in enumerate(segments())], (), "do not occur", "不在答卷中"),
    "one rater": ("appraise", rated(8, 1), (), "one rater", "一名评价人"),
    "some cells empty": ("appraise", changed(changed(rated(), 0, 3, None), 5, 4, None), (), "ratings not given: ", "缺失的单项评分共2个"),
    "everybody alike": ("appraise", [[*row[:3], 80, 80, 80] for row in rated()], (), "", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", CARRIED)
def test_what_the_file_cannot_carry_is_said(cli: Cli, study: Path, name: str) -> None:
    kind, rows, options, english, chinese = CARRIED[name]
    file = made.csv(study / "broken" / "f.csv", RIGHT[kind][0], rows)
    for language, wanted in (("en", english), ("zh", chinese)):
        result = cli(*arguments(kind, study, file), *options, "--lang", language)
        assert result.code == 0, (language, result.err)
        assert wanted in (result.err + result.out).replace("\n", "" if language == "zh" else " ")
        assert not re.search(r"\bnan\b", result.out, re.IGNORECASE)


WITHHELD: dict[str, tuple[str, made.Rows, tuple[str, ...]]] = {
    "nobody answered before": ("before", [[*row[:2], *[None] * 6] for row in answers(seed=2)], ()),
    "answers outside the range": ("before", [[*row[:2], *[9] * 6] for row in answers(seed=2)], ()),
    "words that are no answers": ("before", [[*row[:2], *["甚好"] * 6] for row in answers(seed=2)], ()),
    "one person rated": ("appraise", rated(1, 3), ()),
    "entropy of equal ratings": ("appraise", [[*row[:3], 80, 80, 80] for row in rated()], ("--weights", "entropy")),
    "one person rated, in a chapter": ("ratings", rated(1, 3), ()),
}  # fmt: skip


@pytest.mark.parametrize("name", WITHHELD)
def test_a_section_that_cannot_be_says_why(cli: Cli, study: Path, name: str) -> None:
    kind, rows, options = WITHHELD[name]
    file = made.csv(study / "broken" / "f.csv", RIGHT[kind][0], rows)
    for language, words in (("en", "not reported: "), ("zh", "未")):
        result = cli(*arguments(kind, study, file), *options, "--lang", language)
        assert result.code == 1
        assert words in result.out
        assert "Traceback" not in result.err


def test_ids_that_are_empty_or_not_there(cli: Cli, study: Path) -> None:
    empty = made.csv(study / "broken" / "f.csv", HEADS, [[None, *row[1:]] for row in answers(seed=2)])
    en, _ = refused(cli, [*arguments("before", study, empty), "--id", "id"], "f.csv")
    assert "empty" in en
    en, _ = refused(cli, [*arguments("before", study, study / "r.csv"), "--id", "工号"], "r.csv")
    assert "id, sex, E1" in en


def test_the_same_survey_twice(cli: Cli, study: Path) -> None:
    en, _ = refused(cli, arguments("before", study, study / "r.csv"), "r.csv")
    assert "the same file" in en


def test_inconsistent_judgements_are_named_and_withheld(cli: Cli, study: Path) -> None:
    rows = MATRIX
    for row, column, value in ((1, 3, "1/9"), (3, 1, 9), (2, 3, 9), (3, 2, "1/9")):
        rows = changed(rows, row, column, value)
    result = cli(*arguments("ahp", study, made.book(study / "m.xlsx", rows)), "--lang", "en")
    assert result.code == 1
    assert "CR" in result.out


def test_an_empty_sheet_among_the_matrices_is_passed_over_and_another_is_named(cli: Cli, study: Path) -> None:
    result = cli(*arguments("ahp", study, made.book(study / "m.xlsx", MATRIX, [])), "--lang", "en")
    assert result.code == 0, result.err
    other = made.book(study / "broken" / "m.xlsx", MATRIX, [["notes"], ["made in May"]])
    en, _ = refused(cli, arguments("ahp", study, other), "m.xlsx")
    assert "Sheet S2" in en
    assert "Hide or remove" in en


def test_a_matrix_may_be_a_text_file(cli: Cli, study: Path) -> None:
    file = made.csv(study / "m.csv", MATRIX[0], MATRIX[1:])
    result = cli(*arguments("ahp", study, file), "--lang", "en")
    assert result.code == 0, result.err


@pytest.mark.parametrize(
    "how", ["given:morality=.5", "foo", "ahp:", "given:x=1", "given:morality=nan,ability=.5"]
)
def test_weights_that_are_none_are_wrong_usage(cli: Cli, study: Path, how: str) -> None:
    for language in ("en", "zh"):
        result = cli("appraise", study / "x.csv", "--weights", how, "--lang", language)
        assert result.code == 2
        assert result.out == ""
        assert bool(CHINESE.search(result.err.replace("德", ""))) or language == "en"


@pytest.mark.parametrize(("option", "value"), [("--codebook", "c.toml"), ("--weights", "entropy")])
def test_an_option_without_its_file_is_said(cli: Cli, study: Path, option: str, value: str) -> None:
    given = study / value if option == "--codebook" else value
    for language, said in (("en", f"{option} was not used"), ("zh", f"未使用{option}")):
        result = cli(
            "run", "sample", study / "r.csv", "-q", study / "q.toml", option, given, "--lang", language
        )
        assert result.code == 0
        assert said in result.err


def test_a_chapter_is_not_begun_when_a_file_beside_it_is_broken(cli: Cli, study: Path) -> None:
    out = study / "out"
    survey = [study / "r.csv", "-q", study / "q.toml", "-o", out, "-f", "json"]
    broken = study / "r.interviews.xlsx"
    broken.write_bytes(made.picture())
    refused(cli, ["analyze", *survey], broken.name)
    assert not out.exists()
    # it was found by its name: without companions the chapter can be written, and stays when a later run fails
    assert cli("analyze", *survey, "--alone", "--lang", "en").code == 0
    before = (out / "report.json").read_bytes()
    refused(cli, ["analyze", *survey], broken.name)
    assert (out / "report.json").read_bytes() == before
    assert broken.read_bytes() == made.picture()
    assert not [path for path in study.iterdir() if path.name.startswith(".")]
