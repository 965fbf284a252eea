"""``survey-kit appraise``, and the section in a chapter, as a user meets them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, Result
from tests.ratings.sample import ratings_csv
from tests.ratings.test_appraisal import MATRIX, write_matrices

Cli = Callable[..., Result]
RATINGS, MATRICES = ROOT / "data" / "towns-240.ratings.xlsx", ROOT / "data" / "towns-240.matrices.xlsx"


@pytest.fixture
def ratings(tmp_path: Path) -> Path:
    path = tmp_path / "ratings.csv"
    path.write_text(ratings_csv(), encoding="utf-8")
    return path


def appraisal(cli: Cli, tmp_path: Path, *arguments: str | Path) -> dict[str, Any]:
    result = cli("appraise", *arguments, "-o", tmp_path / "one.json")
    assert result.code == 0, result.err
    read: dict[str, Any] = json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))
    return read


def rows(report: dict[str, Any], table: str) -> dict[str, Any]:
    found: dict[str, Any] = report["sections"]["appraisal"]["tables"][table]["rows"]
    return found


@pytest.mark.parametrize(
    "weights", ["equal", "entropy", "critic", "given:德=.3,能=.2,勤=.1,绩=.3,廉=.1", "ahp"]
)
def test_weights(cli: Cli, tmp_path: Path, ratings: Path, weights: str) -> None:
    kind = weights.partition(":")[0]
    if kind == "ahp":
        weights = f"ahp:{write_matrices(tmp_path / 'm.xlsx', MATRIX)}"
    found = appraisal(cli, tmp_path, ratings, "--weights", weights)
    assert found["plan"]["weights"] == kind
    shares = [row[kind] for row in rows(found, "weights").values()]
    assert sum(shares) == pytest.approx(1)
    if kind == "given":
        assert shares == pytest.approx([0.3, 0.2, 0.1, 0.3, 0.1])
    assert ("matrices" in found["meta"]["beside"]) == (kind == "ahp")


def test_ordinary_quota_cuts_and_seed(cli: Cli, tmp_path: Path, ratings: Path) -> None:
    usual = appraisal(cli, tmp_path, ratings)
    assert usual["plan"]["cuts"] == [90, 75, 60]
    whole = appraisal(cli, tmp_path, ratings, "--ordinary", "1")
    none = appraisal(cli, tmp_path, ratings, "--ordinary", "0")
    half = {person: row["score"]["estimate"] for person, row in rows(usual, "people").items()}
    for person, score in half.items():
        ends = [rows(each, "people")[person]["score"]["estimate"] for each in (whole, none)]
        assert score == pytest.approx(sum(ends) / 2)
    graded = appraisal(cli, tmp_path, ratings, "--cuts", "70,60,50", "--quota", ".25")
    assert rows(graded, "grades")["excellent"]["n_quota"] == 3
    assert rows(graded, "grades")["excellent"]["n_points"] > 3
    other = appraisal(cli, tmp_path, ratings, "--seed", "7")
    assert (
        rows(other, "people")["person/T01"]["score"]["low"]
        != rows(usual, "people")["person/T01"]["score"]["low"]
    )
    assert rows(other, "people")["person/T01"]["score"]["estimate"] == half["person/T01"]


def test_range_is_stretched_and_said_only_when_it_differs(cli: Cli, tmp_path: Path) -> None:
    small, large = tmp_path / "small.csv", tmp_path / "large.csv"
    lines = ratings_csv().splitlines()
    marks = [[1 + int(p) % 5 for p in line.split(",")[3:]] for line in lines[1:]]
    ids = [",".join(line.split(",")[:3]) for line in lines[1:]]
    for path, times, less in ((small, 1, 0), (large, 25, 1)):
        path.write_text(
            "\n".join(
                [
                    lines[0],
                    *(
                        f"{i},{','.join(str(times * (m - less)) for m in ms)}"
                        for i, ms in zip(ids, marks, strict=True)
                    ),
                ]
            )
        )
    stretched = cli("appraise", small, "--range", "1-5", "--lang", "en").out
    plain = cli("appraise", large, "--lang", "en").out
    assert "scale from 1 to 5, stretched" in " ".join(stretched.split())
    assert "stretched to" not in plain
    assert (
        stretched[stretched.index("Table 4-3") : stretched.index("[Figure")]
        == plain[plain.index("Table 4-3") : plain.index("[Figure")]
    )
    refused = cli("appraise", small, "--lang", "en")
    assert refused.code == 1
    assert "--range 1-5" in refused.err


def test_folder_says_what_it_wrote(cli: Cli, tmp_path: Path, ratings: Path) -> None:
    result = cli(
        "appraise", ratings, "-o", tmp_path / "out", "-f", "markdown,json", "--lang", "en", "--chapter", "5"
    )
    assert result.code == 0
    assert result.out.startswith("Written to ")
    assert "report.md report.json" in " ".join(result.out.split())
    text = (tmp_path / "out" / "report.md").read_text(encoding="utf-8")
    assert "**Table 5-1**" in text
    again = cli("appraise", ratings, "-o", tmp_path / "out", "-f", "markdown,json", "--lang", "zh")
    assert again.out.startswith("结果在")
    (tmp_path / "out" / "report.md").write_text("mine", encoding="utf-8")
    assert "kept" in cli("appraise", ratings, "-o", tmp_path / "out", "-f", "markdown", "--lang", "en").err


@pytest.mark.parametrize("suffix", [".html", ".xlsx", ".tex", ".txt"])
def test_every_format(cli: Cli, tmp_path: Path, ratings: Path, suffix: str) -> None:
    assert cli("appraise", ratings, "-o", tmp_path / f"one{suffix}").code == 0
    assert (tmp_path / f"one{suffix}").stat().st_size > 100


def test_sheet_and_terminal(cli: Cli, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(RATINGS)
    book.create_sheet("other", 0).append(["nothing"])
    book.save(tmp_path / "two.xlsx")
    for sheet in ("2", "评分"):
        result = cli("appraise", tmp_path / "two.xlsx", "--sheet", sheet, "--lang", "zh")
        assert result.code == 0
        assert "T01" in result.out


def test_same_bytes_twice(cli: Cli, tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        assert cli("appraise", RATINGS, "--weights", f"ahp:{MATRICES}", "-o", tmp_path / name).code == 0
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--weights", "best"], "use equal, entropy"),
        (["--weights", "given:德=1"], "1 of 5"),
        (["--ordinary", "2"], "--ordinary 2"),
        (["--ordinary", "nan"], "--ordinary nan"),
        (["--quota", "-1"], "--quota -1"),
        (["--quota", "nan"], "--quota nan"),
        (["--cuts", "90,75"], "--cuts 90,75"),
        (["--cuts", "60,75,90"], "--cuts 60,75,90"),
        (["--cuts", "nan,75,60"], "--cuts nan"),
        (["--range", "5-1"], "--range 5-1"),
        (["--range", "nan-5"], "--range nan-5"),
        (["-f", "pdf"], "Unknown format"),
    ],
)
def test_wrong_usage(cli: Cli, ratings: Path, arguments: list[str], said: str) -> None:
    result = cli("appraise", ratings, *arguments, "--lang", "en")
    assert result.code == 2
    assert said in result.err
    assert not result.out


def test_inconsistent_judgements_name_the_judgement(cli: Cli, tmp_path: Path, ratings: Path) -> None:
    matrix = [list(row) for row in MATRIX]
    matrix[1][4], matrix[4][1] = 9, "1/9"
    path = write_matrices(tmp_path / "m.xlsx", MATRIX, matrix)
    result = cli("appraise", ratings, "--weights", f"ahp:{path}", "-o", tmp_path / "one.md", "--lang", "en")
    assert result.code == 1
    assert "专家2 (CR = " in result.err
    assert "Morality to Performance judged 9.00" in result.err
    assert "专家1" not in result.err


# -- in a chapter ------------------------------------------------------------------------------

PLANNED = """
[[plan.appraisal]]
weights = "given:morality=.2,ability=.2,diligence=.2,performance=.3,honesty=.1"
range = [0, 100]
ordinary = 0.3
quota = 0.25
cuts = [80, 70, 60]
"""


def own(tmp_path: Path, line: str) -> Path:
    text = (ROOT / "questionnaires" / "appraisal.toml").read_text(encoding="utf-8")
    head, _, rest = text.partition("[[plan.appraisal]]\n")
    path = tmp_path / "own.toml"
    path.write_text(head + rest.partition("\n\n")[2] + line, encoding="utf-8")
    return path


def in_chapter(cli: Cli, tmp_path: Path, *arguments: str | Path) -> dict[str, Any]:
    answers = ROOT / "data" / "towns-240.dta"
    result = cli("run", "appraisal", answers, *arguments, "-o", tmp_path / "chapter.json", "--lang", "en")
    assert result.code == 0, result.err
    assert "Ratings were read from" in result.err
    read: dict[str, Any] = json.loads((tmp_path / "chapter.json").read_text(encoding="utf-8"))
    return read


def test_files_beside_the_responses_make_the_section(cli: Cli, tmp_path: Path) -> None:
    chapter = in_chapter(cli, tmp_path)
    assert set(chapter["meta"]["beside"]) == {"ratings", "matrices"}
    alone = appraisal(cli, tmp_path, RATINGS, "-q", "appraisal", "--weights", f"ahp:{MATRICES}")
    assert rows(chapter, "people") == rows(alone, "people")
    assert rows(chapter, "grades")["excellent"]["n_quota"] == 8


def test_the_plan_says_how_and_options_come_first(cli: Cli, tmp_path: Path) -> None:
    path = own(tmp_path, PLANNED)
    chapter = in_chapter(cli, tmp_path, "-q", path)
    alone = appraisal(cli, tmp_path, RATINGS, "-q", path)
    assert rows(chapter, "people") == rows(alone, "people")
    assert chapter["plan"]["lines"]["appraisal"][0]["quota"] == 0.25
    assert alone["plan"]["ordinary"] == 0.3
    assert [row["given"] for row in rows(chapter, "weights").values()] == pytest.approx(
        [0.2, 0.2, 0.2, 0.3, 0.1]
    )
    assert rows(chapter, "grades")["excellent"]["n_quota"] == 10
    changed = appraisal(
        cli,
        tmp_path,
        RATINGS,
        "-q",
        path,
        "--weights",
        "equal",
        "--quota",
        "1",
        "--ordinary",
        "0",
        "--cuts",
        "90,80,70",
    )
    assert changed["plan"] == {
        "weights": "equal",
        "given": {},
        "range": [0, 100],
        "ordinary": 0,
        "cuts": [90, 80, 70],
        "quota": 1,
    }
    named = in_chapter(cli, tmp_path, "-q", path, "--weights", "critic")
    assert "given" not in next(iter(rows(named, "weights").values()))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("quota = 2", "should lie between 0 and 1"),
        ("cuts = [60, 75, 90]", "each smaller than the last"),
        ("cuts = [90, 75]", "should be 3 numbers"),
        ('range = "1-5"', "should be 2 numbers"),
        ("range = [5, 1]", "each larger than the last"),
        ("colour = 1", "unknown key"),
        ("quota = 0.2\n[[plan.appraisal]]\nquota = 0.1", "once only"),
    ],
)
def test_a_faulty_line_is_named(cli: Cli, tmp_path: Path, line: str, said: str) -> None:
    path = own(tmp_path, f"\n[[plan.appraisal]]\n{line}\n")
    result = cli("questionnaire", "validate", path, "--lang", "en")
    assert result.code == 1
    assert "plan.appraisal" in result.out + result.err
    assert said in result.out + result.err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('weights = "best"', "use equal, entropy"),
        ('weights = "ahp"', "judgement matrices"),
        ('weights = "ahp:none.xlsx"', "none.xlsx"),
        ('weights = "ahp:/etc/hostname"', "without a folder"),
        ('weights = "ahp：../m.xlsx"', "without a folder"),
        (r"weights = 'ahp:\\server\share\m.xlsx'", "without a folder"),
        ('weights = "ahp:c:m.xlsx"', "without a folder"),
    ],
)
def test_weights_that_a_plan_cannot_have(
    cli: Cli, tmp_path: Path, ratings: Path, line: str, said: str
) -> None:
    path = own(tmp_path, f"\n[[plan.appraisal]]\n{line}\n")
    result = cli("appraise", ratings, "-q", path, "--lang", "en")
    assert result.code == 1
    assert said in result.err


def test_the_line_is_shown_and_written_back(tmp_path: Path) -> None:
    from survey_kit.questionnaire.dump import to_toml
    from survey_kit.questionnaire.load import read_questionnaire
    from survey_kit.questionnaire.show import show

    asked = read_questionnaire(own(tmp_path, PLANNED))
    (tmp_path / "again.toml").write_text(to_toml(asked), encoding="utf-8")
    assert read_questionnaire(tmp_path / "again.toml").plan.lines.appraisal == asked.plan.lines.appraisal
    assert "quota = 0.25" in show(asked, "en")
    assert "人员综合评价" in show(asked, "zh")
