"""What a cell may look like, and what becomes of it."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from survey_kit.errors import ResponseError
from survey_kit.questionnaire.model import Question, Questionnaire, Scale
from survey_kit.report.blocks import Label
from survey_kit.responses.times import iso_date, seconds
from tests.responses.sheets import (
    AGREE_EN,
    AGREE_ZH,
    JOB,
    columns,
    decoded,
    drafted,
    item,
    numbered_scale,
    options,
    said,
    sheet,
)

ONE = Questionnaire(
    "one", Label.of("one"), scales=(Scale("s", Label.of("s"), (item("A", "甲"), item("B", "乙"))),)
)


def answers(*cells, asked=ONE):
    responses = decoded(columns(A=list(cells), B=[3] * len(cells)), asked)
    column = responses.frame["A"] if "A" in responses.frame else pd.Series([np.nan] * len(cells))
    return [None if np.isnan(code) else code for code in column], responses


@pytest.mark.parametrize(
    "cell",
    ["同意", "Agree", 4, 4.0, "4", "4 同意", "4.同意", "4、同意", "(4) Agree", "同意(4)", "同意（4分）", "同意 4", "同意=4", "D. 同意", "4=Agree"],
)  # fmt: skip
def test_words_numbers_and_both(cell) -> None:
    codes, responses = answers(cell)
    assert codes == [4]
    assert not responses.log


@pytest.mark.parametrize(
    "cell",
    [
        "AGREE ",
        " agree",
        "Agree.",
        "a g r e e",
        "agree\u00a0",
        "Ａｇｒｅｅ",
        "同 意",
        "同意\u200b",
        "“同意”",
        "４",
        "٤",
        "۴",
    ],
)
def test_other_spellings_are_read_and_logged(cell) -> None:
    codes, responses = answers("不同意", cell)
    assert codes == [2, 4]
    assert [(c.row, c.column, c.reason) for c in responses.log] == [(3, "A", "normalised")]


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("maybe", "unknown"),
        ("5 不同意", "unknown"),  # number and words contradict each other
        ("1_0", "unknown"),
        ("0x10", "unknown"),
        ("1e3", "unknown"),
        ("3j", "unknown"),
        (True, "unknown"),
        ("True", "unknown"),
        ("NA", "unknown"),
        ("nan", "unknown"),
        ("None", "unknown"),
        ("50%", "unknown"),
        (6, "out_of_range"),
        (0, "out_of_range"),
        ("-1", "out_of_range"),
        (99, "out_of_range"),
        (3.5, "not_whole"),
        ("3.5", "not_whole"),
        ("#N/A", "file_error"),
        ("#DIV/0!", "file_error"),
    ],
)
def test_what_is_no_answer_is_missing_and_logged(cell, reason) -> None:
    codes, responses = answers("4 同意", "2 不同意", "1 非常不同意", cell)
    assert codes == [4, 2, 1, None]
    assert [(c.row, c.column, c.reason) for c in responses.log] == [(5, "A", reason)]
    assert "rows: 5" in said(responses)
    assert "第5行" in said(responses, "zh")


@pytest.mark.parametrize("cell", [None, "", "  ", "\u3000", "\u200b", float("nan"), pd.NaT])
def test_empty_cells_are_missing_without_a_word(cell) -> None:
    codes, responses = answers(4, cell)
    assert codes == [4, None]
    assert not responses.log


@pytest.mark.parametrize(
    "cell",
    [dt.datetime(2026, 1, 5), dt.date(2026, 1, 5), "2026/1/5", "1月5日", "5-Jan", "2026-01-05 00:00:00"],
)
def test_dates_in_an_answer_column_end_the_run(cell) -> None:
    with pytest.raises(ResponseError, match=r"A has 2 dates \(rows: 3, 4\)") as error:
        answers(4, cell, cell)
    assert "第3、4行" in error.value.zh


@pytest.mark.parametrize("cell", ["inf", "-Infinity", "1e400", float("inf"), -np.inf])
def test_infinite_values_end_the_run(cell) -> None:
    with pytest.raises(ResponseError, match=r"A has 1 infinite value \(rows: 3\)"):
        answers(4, cell)
    cells = pd.DataFrame({0: [1.0, np.inf], 1: [1.0, 2.0]})
    raw = sheet(["A", "B"], [[1, 1]])
    with pytest.raises(ResponseError, match="infinite"):
        decoded(type(raw)(raw.source, raw.header, cells), ONE)


def test_numbers_beside_the_words_may_count_from_the_other_end() -> None:
    cells = [f"{6 - code}.{text}" for code, text in enumerate(AGREE_ZH, 1)]
    codes, responses = answers(*cells)
    assert codes == [1, 2, 3, 4, 5]
    assert not responses.log


def test_float_columns_take_the_quick_way_to_the_same_codes() -> None:
    values = [1.0, 5.0, np.nan, 3.0]
    quick = pd.DataFrame({0: values, 1: values})
    raw = sheet(["A", "B"], [[v, v] for v in values])
    slow = decoded(raw, ONE)
    fast = decoded(type(raw)(raw.source, raw.header, quick), ONE)
    pd.testing.assert_frame_equal(slow.frame, fast.frame)
    assert said(slow) == said(fast)


def test_value_labels_say_what_the_codes_mean() -> None:
    downwards = {float(6 - code): text for code, text in enumerate(AGREE_ZH, 1)}
    raw = sheet(
        ["A", "B"], [[1, 1], [5, 2], [9, 3]], labels={0: downwards, 1: {1.0: "非常不同意", 5.0: "非常同意"}}
    )
    responses = decoded(raw, ONE)
    assert responses.frame["A"].tolist()[:2] == [5, 1]
    assert np.isnan(responses.frame["A"][3])
    assert responses.frame["B"].tolist() == [1, 2, 3]
    assert "numbers without words" not in said(responses)


def test_only_the_ends_labelled_the_other_way_round() -> None:
    raw = sheet(["A", "B"], [[1, 1], [4, 2]], labels={0: {1.0: "Strongly agree", 5.0: "Strongly disagree"}})
    assert decoded(raw, ONE).frame["A"].tolist() == [5, 2]


def test_an_assumed_direction_is_said() -> None:
    _, responses = answers(1, 5)
    assert "lowest 1 = Strongly disagree, highest 5 = Strongly agree" in said(responses)
    assert "最低1为“非常不同意”" in said(responses, "zh")
    _, worded = answers(*AGREE_EN)
    assert "The answers to A" not in said(worded)


def test_routed_and_blank_are_told_apart() -> None:
    raw = sheet(
        ["序号", "来源", "A", "B"],
        [[1, "微信", "(跳过)", 1], [2, "微信", "(空)", -2], [3, "微信", "同意", -3]],
    )
    responses = decoded(raw, ONE)
    assert responses.routed["A"].tolist() == [True, False, False]
    assert responses.routed["B"].tolist() == [False, False, True]
    assert responses.frame["A"].isna().tolist() == [True, True, False]


def test_minus_three_is_an_answer_where_it_is_an_option() -> None:
    from survey_kit.questionnaire.model import Item

    polar = Questionnaire(
        "p", Label.of("p"), scales=(Scale("s", Label.of("s"), (Item("A", Label.of("A"), (), -3, 3),)),)
    )
    raw = sheet(["序号", "来源", "1、A"], [[1, "微信", -3], [2, "微信", 3]])
    assert decoded(raw, polar).frame["A"].tolist() == [-3, 3]


# -- multiple response and ranking ------------------------------------------------------------------

LIKES = Questionnaire(
    "likes",
    Label.of("likes"),
    questions=(
        Question("likes", Label.of("likes"), "multiple", options(("微信", "微博", "抖音, 快手"))),
        Question("order", Label.of("order"), "ranking", options(("甲", "乙", "丙"))),
    ),
)


def choice(*cells, name="likes"):
    rest = "order" if name == "likes" else "likes"
    responses = decoded(columns(**{name: list(cells), rest: [None] * len(cells)}), LIKES)
    table = responses.frame[[f"{name}/{k}" for k in (1, 2, 3)]]
    return [[None if np.isnan(v) else int(v) for v in row] for row in table.to_numpy()], responses


def test_an_unknown_option_is_listed_and_the_known_ones_stay() -> None:
    table, responses = choice("微信;微博", "微博;未知", "未知")
    assert table == [[1, 1, 0], [0, 1, 0], [None, None, None]]
    assert [(c.row, c.reason) for c in responses.log] == [(3, "unknown"), (4, "unknown")]
    assert "微博;未知" in said(responses)


def test_no_answer_is_not_none_chosen() -> None:
    table, responses = choice("微信┋微博", "(跳过)", "┋", "(空)", None)
    assert table == [[1, 1, 0]] + [[None] * 3] * 4
    assert responses.routed["likes/1"].tolist() == [False, True, False, False, False]
    assert not responses.log


def test_an_option_named_twice_counts_once() -> None:
    table, responses = choice("微信┋微信", "微博")
    assert table == [[1, 0, 0], [0, 1, 0]]
    assert "occurs twice, counted once: 1" in said(responses)


def test_an_option_may_hold_the_separator() -> None:
    assert choice("微信, 抖音, 快手", "抖音, 快手")[0] == [[1, 0, 1], [0, 0, 1]]


def test_rankings() -> None:
    table, responses = choice("乙→甲→丙", "丙→乙", "甲→丁→乙", name="order")
    assert table == [[2, 1, 3], [None, 2, 1], [None, None, None]]
    assert [c.reason for c in responses.log] == ["unknown"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([[1, 0, 0], [0, 0, 0], [None, None, None]], [[1, 0, 0], [0, 0, 0], [None] * 3]),
        ([["Y", None, "Y"], [None, None, None], ["N", "N", "Y"]], [[1, 0, 1], [None] * 3, [0, 0, 1]]),
        ([[True, False, False], [False, True, True], [True, True, True]], [[1, 0, 0], [0, 1, 1], [1, 1, 1]]),
        ([["微信", None, None], [None, "微博", None], [2, 0, 1]], [[1, 0, 0], [0, 1, 0], [None, 0, 1]]),
    ],
)
def test_one_column_an_option(cells, expected) -> None:
    responses = decoded(sheet(["likes_1", "likes_2", "likes_3"], cells), LIKES)
    table = responses.frame.to_numpy()
    got = [[None if np.isnan(v) else int(v) for v in row] for row in table]
    if cells[2] == [2, 0, 1]:  # the impossible 2 is logged; the respondent did answer
        assert [c.reason for c in responses.log] == ["out_of_range"]
        assert got[:2] == expected[:2]
    else:
        assert got == expected


def test_two_options_cannot_share_a_rank() -> None:
    raw = sheet(["order_1", "order_2", "order_3"], [[1, 2, 3], [1, 1, 2], [4, 1, 2]])
    responses = decoded(raw, LIKES)
    assert responses.frame.iloc[0].tolist() == [1, 2, 3]
    assert responses.frame.iloc[1].isna().all()
    assert responses.frame.iloc[2].isna().tolist() == [True, False, False]
    assert {c.reason for c in responses.log} == {"out_of_range"}


# -- times ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [("123秒", 123), ("2分3秒", 123), ("1小时2分3秒", 3723), ("2小时3分", 7380), ("1,234秒", 1234), ("0秒", 0), (95, 95), ("95.5", 95.5),
     ("2 min 3 s", 123), ("00:02:03", 123), ("2:03", 123), (dt.timedelta(seconds=9), 9), (dt.time(0, 2, 3), 123), ("１２３秒", 123)],
)  # fmt: skip
def test_durations(text, expected) -> None:
    assert seconds(text) == expected


@pytest.mark.parametrize("text", ["-5秒", -5, "soon", "", "5 parsecs", float("inf"), "秒", None])
def test_what_is_no_duration(text) -> None:
    assert np.isnan(seconds(text))


def test_dates() -> None:
    assert iso_date(dt.datetime(2026, 9, 1, 8)) == "2026-09-01"
    assert iso_date("2026年9月1日") == "2026-09-01"
    assert iso_date("2026.9.31") is None


def test_open_answers_keep_words_that_look_like_gaps() -> None:
    raw = columns(工资=[1, 2, 3, 4], 您的建议=["NA", "None", "a\x1b[31m\x00b", 3.0])
    asked = Questionnaire("q", Label.of("q"), questions=(JOB.questions[2],))
    responses = decoded(raw, asked)
    assert responses.frame["advice"].tolist() == ["NA", "None", "a[31mb", "3"]
    assert "control characters were removed: 1" in said(responses)


def test_measurements_are_answers_where_most_are_no_whole_numbers() -> None:
    scores = {f"Q{k}": [1.25, 3.5, 4.75, 2.0, 0.5, 5.5] for k in (1, 2, 3)}
    steps = {f"Q{k}": [1, 3.5, 4, 2, 5, 1] for k in (1, 2, 3)}
    measured = decoded(columns(**scores), numbered_scale(3))
    assert measured.frame["Q1"].tolist()[:4] == [1.25, 3.5, 4.75, 2.0]
    assert measured.frame["Q1"].isna().tolist()[4:] == [True, True]  # outside 1 to 5
    texts = {name: [str(v) for v in values] for name, values in scores.items()}
    assert decoded(columns(**texts), numbered_scale(3)).frame["Q1"].tolist()[:2] == [1.25, 3.5]
    stepped = decoded(columns(**steps), numbered_scale(3))
    assert stepped.frame["Q1"].isna().tolist() == [False, True, False, False, False, False]
    assert "Non-integer answers in Q1, Q2, Q3" in said(stepped)


# -- the whole sheet -----------------------------------------------------------------------------------


def test_respondents_are_numbered_by_the_platform_and_sorted() -> None:
    raw = columns(id=[30, 2, 17], Q1=[3, 4, 5], Q2=[1, 2, 3])
    responses = decoded(raw, numbered_scale(2))
    assert responses.frame.index.tolist() == [2, 17, 30]
    assert responses.frame["Q1"].tolist() == [4, 5, 3]
    assert responses.ledger.collected == 3


def test_ids_with_leading_zeros_stay_text() -> None:
    responses = decoded(columns(id=["010", "001", "002"], Q1=[5, 3, 4]), numbered_scale(1))
    assert responses.frame.index.tolist() == ["001", "002", "010"]
    assert responses.frame["Q1"].tolist() == [3, 4, 5]


@pytest.mark.parametrize(
    "ids", [[1, 1, 2], [1, None, 3], ["a", "b", "c"], [13800000000, 13800000001, 13800000002]]
)
def test_otherwise_rows_are_counted(ids) -> None:
    responses = decoded(columns(id=ids, Q1=[5, 3, 4]), numbered_scale(1))
    assert responses.frame.index.tolist() == [1, 2, 3]


def test_ids_that_lost_digits_are_not_compared() -> None:
    responses = decoded(columns(id=["6.34E+17"] * 2 + ["6.35E+17"], Q1=[5, 3, 4]), numbered_scale(1))
    assert responses.repeated is None
    assert "lost digits" in said(responses)


def test_the_order_of_rows_does_not_matter() -> None:
    rows = [[k, (k * 7) % 5 + 1, (k * 3) % 5 + 1, f"{k}秒"] for k in range(1, 21)]
    header = ["id", "Q1", "Q2", "所用时间"]
    one, other = (decoded(sheet(header, order), numbered_scale(2)) for order in (rows, rows[::-1]))
    pd.testing.assert_frame_equal(one.frame, other.frame)
    pd.testing.assert_series_equal(one.duration, other.duration)


def test_unused_columns_are_named() -> None:
    responses = decoded(columns(id=[1], Q1=[3], colour=["red"], 姓名=["王"]), numbered_scale(3))
    assert responses.unmatched == ("colour",)
    assert responses.withheld == ("姓名",)
    assert "no columns for: Q2, Q3" in said(responses)


def test_a_hundred_thousand_garbage_values_are_logged_once_per_kind() -> None:
    n = 30_000
    responses = decoded(columns(Q1=[f"x{k}" for k in range(n)], Q2=[3] * n), numbered_scale(2))
    assert len(responses.log) == 10_000
    assert str(n) in said(responses)


def test_a_draft_can_be_written_and_read_again(tmp_path) -> None:
    from survey_kit.questionnaire.dump import to_toml
    from survey_kit.questionnaire.load import read_questionnaire

    raw = sheet(
        ["序号", "来源", "1、您的性别", "2、重要—工资", "晋升", "3、满意—工资", "晋升", "4 喜欢(甲)", "4(乙)", "5、意见"],
        [
            [k, "微信", "男" if k % 2 else "女", AGREE_ZH[k % 5], AGREE_ZH[(k + 1) % 5], AGREE_ZH[k % 3], AGREE_ZH[k % 4], k % 2, 1,
             f"意见{k}。"]
            for k in range(12)
        ],
    )  # fmt: skip
    draft = drafted(raw)
    path = tmp_path / "draft.toml"
    path.write_text(to_toml(draft), encoding="utf-8")
    again = read_questionnaire(path)
    pd.testing.assert_frame_equal(decoded(raw, draft).frame, decoded(raw, again).frame)
    assert decoded(raw, draft).frame.shape[1] == 8
