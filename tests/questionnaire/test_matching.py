"""Columns are matched by id, number and text; what could be another question stays open."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from survey_kit.errors import QuestionnaireError
from survey_kit.questionnaire.matching import NoneFitsError, choose, match
from survey_kit.questionnaire.model import Question, Questionnaire, Scale
from survey_kit.report.blocks import Label
from survey_kit.responses.dialects import recognise
from tests.responses.sheets import AGREE, JOB, columns, item, options, said, sheet

PAY = Questionnaire(
    id="pay",
    title=Label.of("pay"),
    scales=(
        Scale(
            "pay",
            Label("Pay", "薪酬"),
            (
                item("PAY1", "我对目前的工资收入感到满意。", "I am satisfied with my current pay."),
                item("PAY2", "我的收入与付出是相称的。", "My pay matches my effort."),
                item("PAY3", "单位的福利待遇比较完善。", "The benefits of my unit are complete."),
            ),
        ),
    ),
)


def matched(raw, asked=PAY):
    return match(asked, recognise(raw).headings(raw), raw.cells)


def where(found) -> dict[str, list[int]]:
    return {name: [place.position for place in places] for name, places in found.columns.items()}


def row(*header: str):
    return sheet(header, [[3] * len(header), [4] * len(header)])


def test_by_id_whatever_the_case_and_order() -> None:
    found = matched(row("pay2", "Pay1", "PAY3 "))
    assert where(found) == {"PAY1": [1], "PAY2": [0], "PAY3": [2]}
    assert found.share == 1
    assert not found.remarks


@pytest.mark.parametrize(
    "text",
    [
        "我对目前的工资收入感到满意。",
        " 我对目前的工资收入\u00a0感到满意",
        "1、我对目前的工资收入感到满意：",
        "Ｑ１．我对目前的工资收入感到满意".replace("Ｑ１．", "1. "),
        "我对目前的\u200b工资收入感到满意！",
        "I am satisfied with my current pay",
        "I AM SATISFIED  with my current pay (required)",
    ],
)
def test_by_text_in_either_language_however_it_is_spelled(text) -> None:
    assert where(matched(row("x", text))) == {"PAY1": [1]}


def test_a_near_text_is_matched_with_a_remark() -> None:
    found = matched(row("我对目前的工资收入感到很满意"))
    assert where(found) == {"PAY1": [0]}
    assert "PAY1" in said(found)


@pytest.mark.parametrize("text", ["我对目前的工资收入感到不满意", "I am not satisfied with my current pay"])
def test_the_opposite_is_not_a_near_text(text) -> None:
    assert where(matched(row(text))) == {}


def test_two_near_texts_are_ambiguous() -> None:
    found = matched(row("我对目前的工资收入感到很满意", "我对目前的工资收入感到较满意"))
    assert where(found) == {}


def test_id_and_text_must_agree() -> None:
    numbered = replace(
        PAY,
        scales=(
            replace(PAY.scales[0], items=(item("Q7", "我对工资满意"), item("Q8", "我愿意留在这里工作"))),
        ),
    )
    found = matched(row("7、您参加工作的时间有多长", "8、我愿意留在这里工作"), numbered)
    assert where(found) == {"Q8": [1]}
    assert "Q7" in said(found)


def test_a_text_prevails_over_a_shifted_number_and_that_is_said() -> None:
    numbered = replace(
        PAY, scales=(replace(PAY.scales[0], items=(item("Q1", "甲乙丙丁戊"), item("Q2", "子丑寅卯辰"))),)
    )
    found = matched(row("1、您的性别", "2、甲乙丙丁戊", "3、子丑寅卯辰"), numbered)
    assert where(found) == {"Q1": [1], "Q2": [2]}
    assert "question numbers differ" in said(found)


def test_named_columns_come_first() -> None:
    named = replace(PAY, scales=(replace(PAY.scales[0], items=(item("PAY1", "x", columns=("Q7_1",)),)),))
    assert where(matched(row("PAY1", "Q7_1"), named)) == {"PAY1": [1]}
    assert where(matched(row("other", "q7_1 "), named)) == {"PAY1": [1]}


def test_rows_rated_twice_are_attached_matrix_by_matrix() -> None:
    raw = sheet(
        ["序号", "来源", "2、满意程度如何—工资", "晋升", "3、重要程度如何—工资", "晋升"],
        [[1, "微信", 1, 2, 3, 4]],
    )
    found = matched(raw, JOB)  # satisfaction is asked first here: the stems tell
    assert where(found) == {"IMP1": [4], "IMP2": [5], "SAT1": [2], "SAT2": [3]}
    plain_stems = sheet(
        ["序号", "来源", "2、第一部分—工资", "晋升", "3、第二部分—工资", "晋升"], [[1, "微信", 1, 2, 3, 4]]
    )
    assert where(matched(plain_stems, JOB)) == {"IMP1": [2], "IMP2": [3], "SAT1": [4], "SAT2": [5]}


def test_rows_that_occur_once_but_are_asked_twice_stay_open() -> None:
    found = matched(row("工资", "晋升"), JOB)
    assert where(found) == {}
    assert "several columns or questions read the same" in said(found)


def test_of_two_columns_the_empty_one_is_not_meant() -> None:
    raw = columns(**{"pay1": [None, None], "PAY1 ": [3, 4], "PAY2": [1, 1], "PAY3": [1, 2]})
    assert where(matched(raw))["PAY1"] == [1]


@pytest.mark.parametrize(
    "header",
    [
        ("hobby/1", "hobby/2", "hobby/3"),
        ("hobby_1", "hobby_2", "hobby_3"),
        ("您喜欢什么？ [运动]", "您喜欢什么？ [阅读(含报纸)]", "您喜欢什么？ [其他]"),
        ("What do you like? [Sports]", "What do you like? [Reading]", "What do you like? [Other]"),
    ],
)
def test_one_column_an_option(header) -> None:
    found = matched(sheet(header, [[1, 0, 1], [0, 0, 1]]), JOB)
    assert [(p.position, p.code) for p in found.columns["hobby"]] == [(0, 1.0), (1, 2.0), (2, 3.0)]


def test_options_that_fit_two_questions_are_left_open() -> None:
    twice = replace(
        JOB,
        scales=(),
        questions=tuple(
            Question(name, Label.of(name), "multiple", options(("甲", "乙"))) for name in ("one", "two")
        ),
    )
    found = matched(sheet(["序号", "来源", "第4题(甲)", "第4题(乙)"], [[1, "微信", 1, 0]]), twice)
    assert where(found) == {}


def test_metadata_and_personal_columns_are_never_unmatched() -> None:
    raw = sheet(["序号", "姓名", "PAY1", "anything"], [[1, "王", 3, "x"]])
    found = matched(raw)
    assert found.unmatched == (3,)
    assert found.missing == ("PAY2", "PAY3")


def test_choose_takes_the_one_with_most_items_found() -> None:
    short = replace(PAY, id="short", scales=(replace(PAY.scales[0], items=PAY.items[:2]),))
    raw = row("PAY1", "PAY2", "PAY3")
    headings = recognise(raw).headings(raw)
    assert choose([short, PAY, JOB], headings, raw.cells).questionnaire.id == "pay"


def test_choose_refuses_a_tie() -> None:
    raw = row("PAY1", "PAY2", "PAY3")
    with pytest.raises(QuestionnaireError, match="pay, twin") as error:
        choose([PAY, replace(PAY, id="twin")], recognise(raw).headings(raw), raw.cells)
    assert not isinstance(error.value, NoneFitsError)
    assert "twin" in error.value.zh


def test_choose_names_the_nearest_and_what_it_lacks() -> None:
    raw = row("PAY1", "gender")
    with pytest.raises(NoneFitsError, match=r"pay \(33% .*PAY2, PAY3") as error:
        choose([JOB, PAY], recognise(raw).headings(raw), raw.cells)
    assert "PAY2" in error.value.zh
    with pytest.raises(NoneFitsError):
        choose([], [], pd.DataFrame())


def test_many_columns_take_bounded_work() -> None:
    raw = sheet([f"列{k}的文字说明" for k in range(4000)], [[1] * 4000])
    assert matched(raw).columns == {}
    assert len(AGREE) == 5
