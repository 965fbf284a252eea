"""Ratings and judgement matrices from files, and the section that they make."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from survey_kit.appraising import appraisal_report
from survey_kit.errors import ResponseError, SurveyKitError, UsageError
from survey_kit.pipeline import words
from survey_kit.ratings.matrices import read_matrices
from survey_kit.ratings.model import DIMENSIONS, Rules
from survey_kit.ratings.reading import read_ratings
from survey_kit.ratings.settings import weighting_of
from survey_kit.report.blocks import Figure, Section, Skipped
from survey_kit.report.typeset import typeset

from .sample import HEADS, ratings_csv

MATRIX: list[list[Any]] = [
    [None, "德", "能", "勤", "绩", "廉"],
    ["德", 1, 2, 2, "1/2", 1],
    ["能", "1/2", 1, 1, "1/3", "1/2"],
    ["勤", "1/2", 1, 1, "1/3", "1/2"],
    ["绩", 2, 3, 3, 1, 2],
    ["廉", 1, 2, 2, "1/2", 1],
]


def write_matrices(path: Path, *matrices: list[list[Any]]) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for at, matrix in enumerate(matrices, start=1):
        sheet = book.create_sheet(f"专家{at}")
        for row in matrix:
            sheet.append(row)
    book.save(path)
    return path


def changed(cell: tuple[int, int], value: Any) -> list[list[Any]]:
    matrix = [list(row) for row in MATRIX]
    matrix[cell[0]][cell[1]] = value
    return matrix


@pytest.fixture
def section() -> Section:
    found = read_ratings(ratings_csv().encode())
    report = appraisal_report(found, weighting_of("entropy", found)[0], Rules(quota=0.2))
    made = report.sections[0]
    assert isinstance(made, Section)
    for language in ("en", "zh"):
        typeset(report, words(), language, chapter=4)
    return made


def test_section(section: Section) -> None:
    raters = {row.key: row.cells for row in section.table("raters").rows}
    severe = raters["rater/R1"][2]
    # true difference from the others: -5
    assert severe.low < -5 < severe.high  # type: ignore[union-attr]
    weights = np.array([row.cells[1:] for row in section.table("weights").rows], dtype=float)
    np.testing.assert_allclose(weights.sum(axis=0), 1)
    places = [row.cells[1] for row in section.table("people").rows]
    assert places == sorted(places)  # type: ignore[type-var]
    excellent = section.table("grades").rows[0].cells[3]
    assert excellent is not None
    assert excellent <= 2  # type: ignore[operator]


def said_in(section: Section) -> dict[str, Any]:
    return {block.say.key: block.say.values for block in section.blocks if hasattr(block, "say")}


def test_quota_and_fuzzy_grades_are_told() -> None:
    found = read_ratings(ratings_csv().encode())
    rules = Rules(quota=0.2, cuts=(78, 70, 60))
    made = appraisal_report(found, weighting_of("equal", found)[0], rules).sections[0]
    assert isinstance(made, Section)
    grades = made.table("grades").rows[0].cells
    by_points, within = grades[1], grades[3]
    assert isinstance(by_points, int)
    assert within == 2  # a fifth of twelve people
    said = said_in(made)
    assert said["appraisal.say_quota"] == {"reached": by_points, "moved": by_points - 2}
    fuzzy = made.table("fuzzy")
    people = {row.key: row.cells for row in made.table("people").rows}
    assert people.keys() == {row.key for row in fuzzy.rows}
    assert any(note.say.key == "appraisal.note_graded" for note in made.table("people").notes)
    assert {note.say.key for note in made.table("stability").notes} >= {"appraisal.note_best"}


def test_raters_who_differ_in_severity_alone_leave_no_doubt_of_the_order() -> None:
    lines = [HEADS]
    for person in range(12):
        for rater in range(5):
            points = 60 + 2 * person + 3 * rater
            lines.append(f"T{person:02d},R{rater},平时," + ",".join([str(points)] * 5))
    found = read_ratings("\n".join(lines).encode())
    made = appraisal_report(found, weighting_of("equal", found)[0], Rules()).sections[0]
    assert isinstance(made, Section)
    figure = next(each for each in made.blocks if isinstance(each, Figure) and each.id == "person_scores")
    for row in figure.data["rows"]:
        # every draw of raters moves all people alike
        assert row["estimate"].low == pytest.approx(row["estimate"].value, abs=1e-9)
        assert row["estimate"].high == pytest.approx(row["estimate"].value, abs=1e-9)
    for row in made.table("people").rows:
        score = row.cells[7]
        assert score.high - score.low > 1  # type: ignore[union-attr]


def test_dimensions_that_share_the_largest_weight() -> None:
    found = read_ratings(ratings_csv().encode())
    weighting = weighting_of("given:德=.3,能=.2,勤=.1,绩=.3,廉=.1", found)[0]
    made = appraisal_report(found, weighting, Rules()).sections[0]
    assert isinstance(made, Section)
    said = said_in(made)["appraisal.say_weight_shared"]
    assert [each.zh for each in said["dimensions"]] == ["德", "绩"]


def test_one_expert_is_not_joined_with_others(tmp_path: Path) -> None:
    path = write_matrices(tmp_path / "m.xlsx", MATRIX)
    found = read_ratings(ratings_csv().encode())
    report = appraisal_report(found, weighting_of(f"ahp:{path}", found)[0], Rules())
    made = report.sections[0]
    assert isinstance(made, Section)
    assert "appraisal.method_ahp_one" in {each.key for each in made.methods}
    assert "appraisal.say_consistent_one" in said_in(made)
    assert "forman1998" not in made.references
    for language in ("en", "zh"):
        typeset(report, words(), language, chapter=4)


def test_one_rater_and_few_people() -> None:
    found = read_ratings(ratings_csv(people=4, raters=1).encode())
    made = appraisal_report(found, weighting_of(None, found)[0], Rules()).sections[0]
    assert isinstance(made, Section)
    assert not [block for block in made.blocks if isinstance(block, Figure)]
    said = [block.say.key for block in made.blocks if hasattr(block, "say")]
    assert "appraisal.warn_one_rater" in said
    assert "appraisal.say_no_agreement" in said


def test_matrices(tmp_path: Path) -> None:
    path = write_matrices(tmp_path / "m.xlsx", MATRIX, changed((1, 2), None))
    read = read_matrices(path, DIMENSIONS)
    assert [each.expert for each in read.matrices] == ["专家1", "专家2"]
    for each in read.matrices:
        np.testing.assert_allclose(each.values * each.values.T, 1)
        assert each.values[0, 1] == 2
    found = read_ratings(ratings_csv().encode())
    made = appraisal_report(found, weighting_of(f"ahp:{path}", found)[0], Rules()).sections[0]
    assert isinstance(made, Section)
    assert len(made.table("consistency").rows) == 3


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ((1, 2), 3, "not reciprocal"),
        ((1, 2), -2, "C2: '-2' is no positive number"),
        ((2, 2), 2, "diagonal"),
        ((0, 3), "学", "D1"),
        ((3, 0), None, "5 labels"),
        ((2, 3), "一", "D3"),
    ],
)
def test_faulty_matrices(tmp_path: Path, cell: tuple[int, int], value: Any, said: str) -> None:
    path = write_matrices(tmp_path / "m.xlsx", changed(cell, value))
    with pytest.raises(ResponseError, match="专家1") as caught:
        read_matrices(path, DIMENSIONS)
    assert said in caught.value.en


def test_inconsistent_judgements_are_refused(tmp_path: Path) -> None:
    matrix = changed((1, 4), 9)
    matrix[4][1] = "1/9"
    path = write_matrices(tmp_path / "m.xlsx", matrix)
    found = read_ratings(ratings_csv().encode())
    made = appraisal_report(found, weighting_of(f"ahp:{path}", found)[0], Rules()).sections[0]
    assert isinstance(made, Skipped)
    assert made.reason.key == "appraisal.inconsistent"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{HEADS}\nT1,R1,平时,80,80,80,80,80\nT1,R1,平时,80,80,80,80,80\n", "same person"),
        (f"{HEADS},学\nT1,R1,平时,80,80,80,80,80,70\n", "no known dimension"),
        (f"{HEADS}\nT1,R1,平时,80,优,80,80,80\n", "no rating from 0 to 100"),
        (f"{HEADS}\nT1,R1,平时,80,180,80,80,80\n", "no rating from 0 to 100"),
        (f"{HEADS}\nT1,R1,偶尔,80,80,80,80,80\n", "kind of assessment"),
        (f"{HEADS}\n,R1,平时,80,80,80,80,80\n", "no person"),
        (f"{HEADS}\nT1,R1,平时,4,5,3,4,5\n", "--range"),
        ("评价人,德,能\nR1,80,80\n", "who was rated"),
    ],
)
def test_faulty_ratings(text: str, said: str) -> None:
    with pytest.raises(SurveyKitError) as caught:
        read_ratings(text.encode())
    assert said in caught.value.en


def test_empty_cells_and_long_layout() -> None:
    text = "person,rater,dimension,score\nA,1,德,80\nA,1,能,\nB,1,德,70\nB,1,能,60\n"
    ratings = read_ratings(text.encode()).ratings
    assert ratings.missing == 1
    assert ratings.scores.shape == (2, 2)


def test_weights_named() -> None:
    found = read_ratings(ratings_csv().encode())
    given = weighting_of("given:德=.2,能=.2,勤=.2,绩=.3,廉=.1", found)[0]
    assert given.given["performance"] == 0.3
    for wrong in ("given:德=.2", "given:学=1", "ahp", "best"):
        with pytest.raises(UsageError):
            weighting_of(wrong, found)
