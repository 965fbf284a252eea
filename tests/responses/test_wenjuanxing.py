"""Three generations of headings, text and number files: six layouts of the same answers."""

from __future__ import annotations

import pandas as pd
import pytest

from survey_kit.questionnaire.matching import match
from survey_kit.responses.dialects import recognise
from survey_kit.responses.model import Sheet
from tests.responses.sheets import AGREE_ZH, JOB, decoded, said, sheet

FRONT = ["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP"]
FRONT_CELLS = [
    [1, "2021/7/16 9:05:01", "123秒", "微信", "N/A", "1.2.3.4(山东-聊城)"],
    [2, "2021/7/16 9:06:01", "2分3秒", "微信", "N/A", "1.2.3.5(山东-聊城)"],
    [4, "2021/7/16 9:07:01", "99秒", "链接", "N/A", "1.2.3.6(山东-济南)"],
    [7, "2021/7/16 9:08:01", "45秒", "链接", "N/A", "1.2.3.7(山东-济南)"],
]
GENDER = [1, 2, 2, 1]
IMPORTANCE = [(5, 4), (1, 2), (3, None), (4, 4)]  # the third left a row blank
SATISFACTION = [(2, 2), (1, 5), (4, 3), (5, 1)]
HOBBY = [{1, 2}, {3}, "routed", None]  # routed past; left blank
HOBBY_NAMES = ["运动", "阅读(含报纸)", "其他"]
WISH = [(1, 2, 3), (2, 1, None), (3, 1, 2), None]
WISH_NAMES = ["钱", "假期", "荣誉"]
ADVICE = ["多培训", None, "无", "NA"]

SINGLE = {"old": "1、您的性别：", "middle": "1、您的性别：", "new": "1您的性别"}
MATRIX = {
    "old": ["第2题(工资)", "第2题(晋升)", "第3题(工资)", "第3题(晋升)"],
    "middle": ["2、工资", "2、晋升", "3、工资", "3、晋升"],
    "new": ["2、请评价重要程度—工资", "晋升", "3、请评价满意程度—工资", "晋升"],
}
MULTIPLE = {
    "old": [f"第4题({name})" for name in HOBBY_NAMES],
    "middle": [f"4、({name})" for name in HOBBY_NAMES],
    "new": [f"4 您喜欢什么？({HOBBY_NAMES[0]})"] + [f"4({name})" for name in HOBBY_NAMES[1:]],
}
RANKING = {
    "old": [f"第5题({name})" for name in WISH_NAMES],
    "middle": [f"5、({name})" for name in WISH_NAMES],
    "new": [f"5 请将愿望排序({WISH_NAMES[0]})"] + [f"5({name})" for name in WISH_NAMES[1:]],
}


def numbers_file(generation: str) -> Sheet:
    """按序号: options as numbers, one column an option, −3 routed past, −2 blank."""
    header = [*FRONT, SINGLE[generation], *MATRIX[generation], *MULTIPLE[generation], *RANKING[generation]]
    rows = []
    for i in range(4):
        hobby = HOBBY[i]
        if hobby == "routed":
            ticks = [-3, -3, -3]
        elif hobby is None:
            ticks = [-2, -2, -2]
        else:
            ticks = [int(k in hobby) for k in (1, 2, 3)]
        ranks = [-2 if rank is None else rank for rank in (WISH[i] or (None, None, None))]
        answers = [-2 if a is None else a for a in (*IMPORTANCE[i], *SATISFACTION[i])]
        advice = "(空)" if ADVICE[i] is None else ADVICE[i]
        rows.append([*FRONT_CELLS[i], GENDER[i], *answers, *ticks, *ranks, advice])
    return sheet([*header, "6、您的建议"], rows, name="320419112_按序号_工作_4_4.xlsx")


def text_file(generation: str) -> Sheet:
    """按文本: options as words, all answers of a question in one column."""
    header = [
        *FRONT,
        SINGLE[generation],
        *MATRIX[generation],
        "4、您喜欢什么？",
        "5、请将愿望排序",
        "6、您的建议",
    ]
    rows = []
    for i in range(4):
        hobby = HOBBY[i]
        if hobby == "routed":
            chosen = "（跳过）"  # full-width brackets occur
        elif hobby is None:
            chosen = "(空)"
        else:
            # the free text of an option may hold the separator
            chosen = "┋".join(HOBBY_NAMES[k - 1] + ("〖下棋┋钓鱼〗" if k == 3 else "") for k in sorted(hobby))
        wish = WISH[i] or ()
        ranked = sorted((rank, name) for rank, name in zip(wish, WISH_NAMES, strict=False) if rank)
        answers = ["(空)" if a is None else AGREE_ZH[a - 1] for a in (*IMPORTANCE[i], *SATISFACTION[i])]
        advice = "(空)" if ADVICE[i] is None else ADVICE[i]
        gender = "男" if GENDER[i] == 1 else "女"
        rows.append(
            [*FRONT_CELLS[i], gender, *answers, chosen, "→".join(n for _, n in ranked) or "(空)", advice]
        )
    return sheet(header, rows, name="320419112_按文本_工作_4_4.xlsx")


EXPECTED = pd.DataFrame(
    {
        "IMP1": [5.0, 1, 3, 4],
        "IMP2": [4.0, 2, None, 4],
        "SAT1": [2.0, 1, 4, 5],
        "SAT2": [2.0, 5, 3, 1],
        "gender": [1.0, 2, 2, 1],
        "hobby/1": [1.0, 0, None, None],
        "hobby/2": [1.0, 0, None, None],
        "hobby/3": [0.0, 1, None, None],
        "wish/1": [1.0, 2, 3, None],
        "wish/2": [2.0, 1, 1, None],
        "wish/3": [3.0, None, 2, None],
        "advice": ["多培训", None, "无", "NA"],
    },
    index=[1, 2, 4, 7],
)

LAYOUTS = [(kind, generation) for kind in (text_file, numbers_file) for generation in MATRIX]


@pytest.mark.parametrize(("kind", "generation"), LAYOUTS)
def test_every_layout_gives_the_same_answers(kind, generation) -> None:
    responses = decoded(kind(generation), JOB)
    pd.testing.assert_frame_equal(
        responses.frame, EXPECTED, check_dtype=False, check_index_type=False, check_column_type=False
    )
    assert responses.duration.tolist() == [123, 123, 99, 45]
    assert set(responses.routed) == {"hobby/1", "hobby/2", "hobby/3"}
    assert responses.routed["hobby/1"].tolist() == [False, False, True, False]
    assert responses.withheld == ("来自IP",)
    assert responses.unmatched == ()
    assert not responses.log


@pytest.mark.parametrize("generation", MATRIX)
def test_a_number_file_alone_proves_no_direction(generation) -> None:
    number_remarks = said(decoded(numbers_file(generation), JOB))
    assert "lowest 1 = Strongly disagree" in number_remarks
    assert "numbers without words" in number_remarks
    assert "numbers without words" not in said(decoded(text_file(generation), JOB))


@pytest.mark.parametrize(("kind", "generation"), LAYOUTS)
def test_the_platform_is_recognised(kind, generation) -> None:
    raw = kind(generation)
    dialect = recognise(raw)
    assert dialect.id == "wenjuanxing"
    assert match(JOB, dialect.headings(raw), raw.cells).missing == ()


def test_bare_rows_keep_the_question_they_belong_to() -> None:
    headings = recognise(numbers_file("new")).headings(numbers_file("new"))
    rows = [(h.number, h.stem, h.part) for h in headings if h.number in ("2", "3")]
    assert rows == [
        ("2", "请评价重要程度", "工资"),
        ("2", "请评价重要程度", "晋升"),
        ("3", "请评价满意程度", "工资"),
        ("3", "请评价满意程度", "晋升"),
    ]


def test_several_blanks_are_parts_of_one_question() -> None:
    raw = sheet(
        ["序号", "来源", "1、您的意见—1", "2", "3", "2、您的性别"], [[1, "微信", "a", "b", "c", "男"]]
    )
    headings = recognise(raw).headings(raw)
    assert [(h.number, h.part) for h in headings[2:]] == [("1", "1"), ("1", "2"), ("1", "3"), ("2", None)]


def test_a_file_without_front_columns_is_known_by_its_marks() -> None:
    raw = sheet(["爱好", "性别"], [["运动┋其他〖棋〗", "男"], ["(跳过)", "女"]])
    assert recognise(raw).id == "wenjuanxing"
    assert recognise(sheet(["hobby", "sex"], [["a;b", "m"], ["", "f"]])).id == "plain"


def test_numbers_follow_display_order_when_the_options_run_downwards() -> None:
    from dataclasses import replace

    from survey_kit.questionnaire.model import Option
    from survey_kit.report.blocks import Label
    from tests.responses.sheets import item

    downwards = tuple(Option(float(5 - k), Label.of(text)) for k, text in enumerate(reversed(AGREE_ZH)))
    scale = replace(
        JOB.scales[0], items=(item("A1", "甲题", options=downwards), item("A2", "乙题", options=downwards))
    )
    asked = replace(JOB, background=(), scales=(scale,), questions=())
    header, cells = ["序号", "来源", "1、甲题", "2、乙题"], [[1, "微信", 1, 5], [2, "微信", 2, 3]]
    by_place = decoded(sheet(header, cells, name="1_按序号_x.xlsx"), asked)
    assert by_place.frame["A1"].tolist() == [5, 4]
    assert by_place.frame["A2"].tolist() == [1, 3]
    by_score = decoded(sheet(header, cells, name="1_按分数_x.xlsx"), asked)
    assert by_score.frame["A1"].tolist() == [1, 2]
