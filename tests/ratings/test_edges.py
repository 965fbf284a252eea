"""Odd ratings and matrices as users bring them, and what must not matter."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey_kit.appraising import appraisal_report
from survey_kit.errors import ResponseError
from survey_kit.pipeline import words
from survey_kit.ratings.matrices import read_matrices
from survey_kit.ratings.model import DIMENSIONS, WEIGHT_KINDS, Rules
from survey_kit.ratings.reading import read_ratings
from survey_kit.ratings.settings import weighting_of
from survey_kit.report.blocks import Estimate, Figure, Finding, Section, Skipped
from survey_kit.report.typeset import typeset
from survey_kit.report.writers.text import dumps
from survey_kit.stats.composite import weighted_sum
from survey_kit.stats.rater_effects import severity

from .sample import HEADS, ratings_csv
from .test_appraisal import MATRIX, write_matrices

HEAD, *ROWS = ratings_csv().splitlines()


def made(text: str, weights: str = "equal", rules: Rules | None = None) -> Section | Skipped:
    """The section of these ratings, which can also be worded in both languages."""
    found = read_ratings(text.encode())
    report = appraisal_report(found, weighting_of(weights, found)[0], rules or Rules(quota=0.2))
    for language in ("en", "zh"):
        said = dumps(typeset(report, words(), language, chapter=4))
        assert "nan" not in said.split("Remarks on the data", maxsplit=1)[0].lower().split()
    return report.sections[0]


def shown(text: str, weights: str = "equal", rules: Rules | None = None) -> Section:
    section = made(text, weights, rules)
    assert isinstance(section, Section)
    return section


def csv(rows: list[str], head: str = HEAD) -> str:
    return "\n".join([head, *rows]) + "\n"


def constant(points: list[list[int]]) -> str:
    """Two raters who agree on everybody: one row of points a person."""
    return csv(
        [f"T{p},R{r},定期,{','.join(map(str, row))}" for p, row in enumerate(points, 1) for r in range(1, 4)]
    )


def keys(section: Section) -> list[str]:
    return [block.say.key for block in section.blocks if isinstance(block, Finding)]


def column(section: Section, table: str, key: str) -> dict[str, Any]:
    found = section.table(table)
    at = [each.key for each in found.columns].index(key)
    return {row.key: row.cells[at] for row in found.rows}


# -- odd ratings -------------------------------------------------------------------------------


def test_one_person_cannot_be_ranked() -> None:
    section = made(csv([row for row in ROWS if row.startswith("T01,")]))
    assert isinstance(section, Skipped)
    assert section.reason.key == "appraisal.too_few_people"


@pytest.mark.parametrize("points", [0, 80, 100])
def test_everybody_alike(points: int) -> None:
    section = shown(constant([[points, points, points, points, 80]] * 12))
    assert "appraisal.say_alike" in keys(section)
    assert set(column(section, "people", "place").values()) == {1}
    assert {
        table
        for table in ("rivals", "stability")
        if any(getattr(b, "id", "") == table for b in section.blocks)
    } == set()
    assert set(column(section, "raters", "estimate").values()) == {Estimate(0.0, 0.0, 0.0)}


def test_weights_that_equal_ratings_do_not_determine() -> None:
    for weights in ("entropy", "critic"):
        section = made(constant([[80] * 5] * 12), weights)
        assert isinstance(section, Skipped)
        assert section.reason.key == "appraisal.no_weights"


def test_a_rater_who_is_always_stricter_by_the_same() -> None:
    rows = [
        f"T{p},R{r},定期," + ",".join([str(60 + 2 * p - 5 * (r == 1))] * 5)
        for p in range(12)
        for r in range(1, 5)
    ]
    section = shown(csv(rows))
    assert column(section, "raters", "p")["rater/R1"] == 0
    # compared with him, all others are lenient
    assert "appraisal.say_severe_and_lenient" in keys(section)
    found = severity(np.array([[1.0, 2.0], [3.0, 4.0], [6.0, 7.0]]))
    assert found.p.tolist() == [0, 0]
    assert found.low.tolist() == [-1, 1]


def test_nobody_was_rated_by_two() -> None:
    rng = np.random.default_rng(4)
    section = shown(
        csv([f"T{p},R{p},定期," + ",".join(map(str, rng.integers(60, 95, 5))) for p in range(12)])
    )
    assert "appraisal.warn_not_crossed" in keys(section)
    assert "appraisal.say_no_agreement" in keys(section)
    assert all(np.isnan(each.low) for each in column(section, "people", "score").values())
    assert not any(getattr(block, "id", "") == "raters" for block in section.blocks)


def test_draws_without_all_people_are_counted() -> None:
    section = shown(
        csv([row for row in ROWS if not (row.startswith("T01,") and "R1" not in row and "R2" not in row)])
    )
    notes = [note.say for note in section.table("rivals").notes]
    partial = next(say for say in notes if say.key == "appraisal.note_partial")
    assert 0 < partial.values["n"] < partial.values["draws"]


def test_blank_rows_are_passed_over_and_rows_keep_their_numbers() -> None:
    blank = "," * HEAD.count(",")
    found = read_ratings(csv([*ROWS[:5], blank, *ROWS[5:], blank]).encode()).ratings
    np.testing.assert_array_equal(found.scores, read_ratings(csv(ROWS).encode()).ratings.scores)
    with pytest.raises(ResponseError, match="row 8, column 德"):
        read_ratings(csv([*ROWS[:5], blank, "T99,R1,平时,120,80,80,80,80", *ROWS[5:]]).encode())


def test_a_person_without_a_dimension_is_named_and_not_ranked() -> None:
    section = shown(csv([*ROWS, "T99,R1,平时,80,80,80,80,", "T98,R1,平时,,,,,"]))
    assert "person/T99" not in column(section, "people", "score")
    said = {b.say.key: b.say.values for b in section.blocks if isinstance(b, Finding)}
    assert said["appraisal.warn_left_out"]["people"] == ("T98", "T99")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (csv([row + ",1" for row in ROWS], HEAD + ",学习"), "学习 holds numbers but is no known dimension"),
        (csv(["T1,R1,定期,80,-1,80,80,80"]), "row 2, column 能: '-1'"),
        (csv(["T1,R1,定期,80,80%,80,80,80"]), "row 2, column 能: '80%'"),
        (csv(["T1,R1,定期,nan,80,80,80,80"]), "row 2, column 德: 'nan'"),
        (csv(["T1,R1,定期,,,,,"]), "every cell is empty"),
        (csv(["T1,R1,80"], "编号,评价人,德"), "at least two dimensions"),
        (csv(["T1,,定期,80,80,80,80,80"]), "no rater in row 2"),
        ("person,rater,dimension,score\nA,1,学,80\n", "no known dimension"),
    ],
)
def test_faulty_ratings_are_named(text: str, said: str) -> None:
    with pytest.raises(ResponseError) as caught:
        read_ratings(text.encode())
    assert said in caught.value.en
    assert caught.value.zh != caught.value.en


def test_a_rater_of_its_own_in_every_row_is_refused() -> None:
    rows = "".join(f"T{at},R{at},80,80\n" for at in range(1001))
    with pytest.raises(ResponseError, match="1001 people and 1001 raters"):
        read_ratings(f"编号,评价人,德,能\n{rows}".encode())


# -- figures and small groups --------------------------------------------------------------------


def figures(section: Section) -> set[str]:
    return {block.id for block in section.blocks if isinstance(block, Figure)}


def test_figures_single_out_nobody() -> None:
    few = shown(csv([row for row in ROWS if row[:3] in ("T01", "T02", "T03", "T04")]))
    assert figures(few) == set()
    grades = [[92] * 5] * 2 + [[70 + p] * 5 for p in range(10)]
    assert "grade_shares" not in figures(shown(constant(grades)))
    assert "grade_shares" in figures(
        shown(constant([[92] * 5] * 5 + [[80 + p] * 5 for p in range(8)]), rules=Rules())
    )
    assert "person_scores" in figures(shown(constant(grades)))


def test_people_known_by_name_are_shown_by_number() -> None:
    text = ratings_csv().replace("编号,评价人", "姓名,评委姓名").replace("T", "张").replace("R", "王")
    section = shown(text)
    assert "张" not in repr(section)
    assert "王" not in repr(section)


# -- quota -------------------------------------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(60, 100), min_size=6, max_size=20), st.floats(0, 1))
def test_the_quota_is_kept_and_equals_share_their_grade(points: list[int], quota: float) -> None:
    found = read_ratings(constant([[each] * 5 for each in points]).encode())
    section = appraisal_report(found, weighting_of(None, found)[0], Rules(quota=quota)).sections[0]
    assert isinstance(section, Section)
    grades = {person: cell.key for person, cell in column(section, "people", "grade").items()}
    places = column(section, "people", "place")
    excellent = [person for person, grade in grades.items() if grade == "appraisal.grade_excellent"]
    assert len(excellent) <= quota * len(points) + 1e-9
    for one in excellent:
        assert all(grades[other] == grades[one] for other in grades if places[other] <= places[one])


# -- matrices ----------------------------------------------------------------------------------


def test_experts_may_order_the_dimensions_as_they_like(tmp_path: Path) -> None:
    order = [0, 4, 2, 5, 1, 3]
    turned = [[MATRIX[i][j] for j in order] for i in order]
    crossed = [[MATRIX[i][j] for j in range(6)] for i in order]
    path = write_matrices(tmp_path / "m.xlsx", MATRIX, turned, crossed)
    first, *others = read_matrices(path, DIMENSIONS).matrices
    for other in others:
        np.testing.assert_array_equal(other.values, first.values)


@pytest.mark.parametrize(
    ("matrix", "said"),
    [
        ([row[:5] for row in MATRIX], "4 of 5 labels"),
        (MATRIX[:5], "4 of 5 labels"),
        ([[*row, 1] for row in MATRIX], "cell G1"),
        (
            [[0 if (i, j) == (1, 2) else x for j, x in enumerate(row)] for i, row in enumerate(MATRIX)],
            "no positive number",
        ),
        (
            [[None if {i, j} == {1, 2} else x for j, x in enumerate(row)] for i, row in enumerate(MATRIX)],
            "both empty",
        ),
        (
            # as an exact fraction this would be a number of a milliard digits
            [
                ["1e999999999" if (i, j) == (1, 2) else x for j, x in enumerate(row)]
                for i, row in enumerate(MATRIX)
            ],
            "no positive number",
        ),
    ],
)
def test_matrices_that_are_no_matrices(tmp_path: Path, matrix: list[list[Any]], said: str) -> None:
    with pytest.raises(ResponseError) as caught:
        read_matrices(write_matrices(tmp_path / "m.xlsx", matrix), DIMENSIONS)
    assert said in caught.value.en
    assert "专家1" in caught.value.zh


def test_a_workbook_of_very_many_sheets_is_refused(tmp_path: Path) -> None:
    path = write_matrices(tmp_path / "m.xlsx", *[[["a"]]] * 101)
    with pytest.raises(ResponseError, match="101 sheets; at most 100 experts"):
        read_matrices(path, DIMENSIONS)


def test_matrices_of_other_dimensions_than_rated(tmp_path: Path) -> None:
    path = write_matrices(tmp_path / "m.xlsx", MATRIX)
    text = "编号,评价人,考核类型,德,能,绩\n" + "".join(f"T{p},R1,定期,80,7{p},90\n" for p in range(9))
    with pytest.raises(ResponseError, match="not one of the rated dimensions"):
        weighting_of(f"ahp:{path}", read_ratings(text.encode()))


# -- what must not matter --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def reference() -> Section:
    return shown(csv(ROWS), "critic")


def test_order_of_rows_and_columns(reference: Section) -> None:
    rows = list(ROWS)
    random.Random(1).shuffle(rows)
    assert shown(csv(rows), "critic") == reference
    order = [3, 7, 0, 5, 2, 6, 1, 4]
    turned = [",".join(line.split(",")[at] for at in order) for line in [HEADS, *rows]]
    assert shown("\n".join(turned) + "\n", "critic") == reference


def test_names_of_raters_and_people(reference: Section) -> None:
    other = {"R1": "R5", "R2": "R3", "R3": "R1", "R4": "R2", "R5": "R4"}
    renamed = [",".join(other.get(part, part) for part in row.split(",")) for row in ROWS]
    section = shown(csv(renamed), "critic")
    for table, key in (("people", "place"), ("weights", "critic"), ("fuzzy", "fuzzy_points")):
        assert column(section, table, key) == pytest.approx(column(reference, table, key), rel=1e-9)
    found, usual = column(section, "raters", "estimate"), column(reference, "raters", "estimate")
    for old, new in other.items():
        assert found[f"rater/{new}"].value == pytest.approx(usual[f"rater/{old}"].value)
    people = [f"T{13 - int(row[1:3]):02d}{row[3:]}" for row in ROWS]
    places = column(shown(csv(people), "critic"), "people", "place")
    for person, place in column(reference, "people", "place").items():
        assert places[f"person/T{13 - int(person[-2:]):02d}"] == place


def test_order_of_experts(tmp_path: Path) -> None:
    other = [[1 if (isinstance(x, str) and "/" in x) or x in (2, 3) else x for x in row] for row in MATRIX]
    weights = []
    for at, matrices in enumerate(((MATRIX, other, other), (other, MATRIX, other), (other, other, MATRIX))):
        path = write_matrices(tmp_path / f"{at}.xlsx", *matrices)
        weights.append(list(column(shown(csv(ROWS), f"ahp:{path}"), "weights", "ahp").values()))
    np.testing.assert_allclose(weights[1:], [weights[0]] * 2, rtol=1e-12)


@pytest.mark.parametrize("kind", WEIGHT_KINDS)
def test_weights_sum_to_one(tmp_path: Path, kind: str) -> None:
    asked = {
        "ahp": f"ahp:{write_matrices(tmp_path / 'm.xlsx', MATRIX)}",
        "given": "given:德=.333,能=.333,勤=.333,绩=0,廉=0",
    }
    section = shown(csv(ROWS), asked.get(kind, kind))
    for each in ("equal", "entropy", "critic", kind):
        assert sum(column(section, "weights", each).values()) == pytest.approx(1, abs=1e-12)


@settings(max_examples=50, deadline=None)
@given(st.permutations(range(5)))
def test_sums_do_not_depend_on_the_order_of_the_summands(order: list[int]) -> None:
    points = np.array([[80.1, 79.7, 91.3, 85.9, 77.3], [79.7, 80.1, 91.3, 85.9, 77.3]])
    weights = np.full(5, 0.2)
    assert weighted_sum(points[:, order], weights).tolist() == weighted_sum(points, weights).tolist()
    assert np.ptp(weighted_sum(points, weights)) == 0
