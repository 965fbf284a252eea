"""Derived questions are computed from the decoded answers, once, and nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from survey_kit import analyze, read_questionnaire, read_responses
from survey_kit.questionnaire.model import Questionnaire
from survey_kit.report.blocks import Section
from survey_kit.scores_file import scores_frame
from survey_kit.simulation import simulate, write
from survey_kit.study import resolve_plan

TEXT = """
id = "mine"
title = { en = "Mine", zh = "我的" }
[[background]]
id = "age"
kind = "single"
label = { en = "Age", zh = "年龄" }
options = { en = ["Under 25", "25-30", "31-35", "Older"], zh = ["25岁以下", "25-30岁", "31-35岁", "更大"] }
[[background]]
id = "years"
kind = "number"
label = { en = "Years", zh = "年限" }
[[background]]
id = "young"
label = { en = "Young", zh = "青年" }
from = "age"
groups = [[2, 3], [4]]
options = { en = ["Young", "Others"], zh = ["青年", "其他"], codes = [1, 0] }
[[background]]
id = "senior"
label = { en = "Seniority", zh = "资历" }
from = "years"
cuts = [3, 10]
options = { en = ["new", "some", "long"], zh = ["新", "中", "老"] }
[[scale]]
id = "mood"
label = { en = "Mood", zh = "情绪" }
role = "outcome"
low = 1
high = 5
items = [{ id = "M1", en = "mood one", zh = "心情一" }, { id = "M2", en = "mood two", zh = "心情二" }]
[[scale]]
id = "pay"
label = { en = "Pay", zh = "薪酬" }
role = "predictor"
low = 1
high = 5
items = [{ id = "P1", en = "pay one", zh = "薪酬一" }, { id = "P2", en = "pay two", zh = "薪酬二" }]
"""


@pytest.fixture
def asked(tmp_path: Path) -> Questionnaire:
    (tmp_path / "mine.toml").write_text(TEXT, encoding="utf-8")
    return read_questionnaire(tmp_path / "mine.toml")


def sheet(folder: Path, extra: str = "") -> Path:
    """Ages 1..4 and a blank, years around the cuts."""
    rows = ["1,2.9", "2,3", "3,9.5", "4,10", ",", "25-30,40"]
    lines = [f"age,years,M1,M2,P1,P2{',young' if extra else ''}"]
    lines += [f"{row},{1 + at % 5},2,{1 + at % 3},4{extra and f',{extra}'}" for at, row in enumerate(rows)]
    path = folder / "answers.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_groups_and_cuts_are_applied_after_decoding(asked: Questionnaire, tmp_path: Path) -> None:
    reading = read_responses(sheet(tmp_path), asked)
    frame = reading.responses.frame
    # 25-30 is written as words in the last row: the codes are grouped, not the cells
    np.testing.assert_array_equal(frame["young"], [np.nan, 1, 1, 0, np.nan, 1])
    # a cut begins the next group
    np.testing.assert_array_equal(frame["senior"], [1, 2, 2, 3, np.nan, 3])


def test_answers_in_no_group_are_said(asked: Questionnaire, tmp_path: Path) -> None:
    remarks = read_responses(sheet(tmp_path), asked).remarks
    told = [r.text for r in remarks if r.text.en.startswith("young: 1 respondents")]
    assert len(told) == 1
    assert "Under 25" in told[0].en
    assert "25岁以下" in told[0].zh


def test_a_column_of_that_name_is_not_read_and_that_is_said(asked: Questionnaire, tmp_path: Path) -> None:
    reading = read_responses(sheet(tmp_path, "0"), asked)
    np.testing.assert_array_equal(reading.responses.frame["young"], [np.nan, 1, 1, 0, np.nan, 1])
    assert "young" in reading.responses.unmatched
    told = [r.text for r in reading.remarks if "column young was not read" in r.text.en]
    assert len(told) == 1
    assert "未读取列young" in told[0].zh


def test_without_its_source_there_is_none(asked: Questionnaire, tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("M1,M2,P1,P2\n1,2,3,4\n2,3,4,5\n", encoding="utf-8")
    reading = read_responses(path, asked)
    assert "young" not in reading.responses.frame
    missing = next(r.text.en for r in reading.remarks if "no columns for" in r.text.en)
    assert "age" in missing
    assert "young" not in missing


def test_default_plans_do_not_hold_the_same_thing_twice(asked: Questionnaire, tmp_path: Path) -> None:
    plan = resolve_plan(asked, read_responses(sheet(tmp_path), asked).responses)
    assert plan.group_by == ("age", "young", "senior")
    # age and young determine each other; years is in no group, so its groups may stay
    assert plan.regressions[0].blocks[0] == ("age", "senior")
    alone = resolve_plan(asked, read_responses(sheet(tmp_path), asked).responses, by=["young"])
    assert alone.regressions[0].blocks[0] == ("young",)


def test_a_sample_is_drawn_written_and_compared_without_it(tmp_path: Path) -> None:
    asked = read_questionnaire("retention")
    drawn = simulate(asked, 120, 3)
    assert "young" not in drawn.answers
    for name in ("answers.xlsx", "answers.csv"):
        write(drawn, tmp_path / name)
    report = analyze(tmp_path / "answers.xlsx", asked, sections=["sample", "groups"], by=["young"]).report
    section = report.section("groups")
    assert isinstance(section, Section)
    sample = report.section("sample")
    assert isinstance(sample, Section)
    assert not any(row.key.startswith("young") for row in sample.table("background").rows)


def test_scores_hold_it(asked: Questionnaire, tmp_path: Path) -> None:
    from survey_kit import pipeline

    prepared = pipeline.prepare(read_responses(sheet(tmp_path), asked))
    assert {"age", "young", "senior"} <= set(scores_frame(prepared.study).columns)
