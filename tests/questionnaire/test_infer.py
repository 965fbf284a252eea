"""Drafts: what can be told from a file alone, and what must not be guessed."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from survey_kit.errors import ResponseError
from survey_kit.questionnaire.answer_lists import find_list
from survey_kit.questionnaire.wording import loose_answer_key
from tests.responses.sheets import AGREE_EN, AGREE_ZH, columns, decoded, drafted, said, sheet

N = 24


def cycle(values, n: int = N, step: int = 1, start: int = 0) -> list:
    return [values[(start + k * step) % len(values)] for k in range(n)]


def likert(count: int, name: str, values=(1, 2, 3, 4, 5)) -> dict[str, list]:
    return {f"{name}{k}": cycle(values, step=k + 1, start=k) for k in range(count)}


@pytest.mark.parametrize(
    ("answers", "order"),
    [
        (AGREE_ZH, (1, 2, 3, 4, 5)),
        (AGREE_EN, (1, 2, 3, 4, 5)),
        (("非常符合", "比较符合", "不确定", "不太符合", "完全不符合"), (5, 4, 3, 2, 1)),
        (("很不满意", "不满意", "一般", "满意", "很满意"), (1, 2, 3, 4, 5)),
        (("Very satisfied", "Satisfied", "Neutral", "Dissatisfied", "Very dissatisfied"), (5, 4, 3, 2, 1)),
        (("总是", "经常", "有时", "很少", "从不"), (5, 4, 3, 2, 1)),
        (("Never", "Rarely", "Sometimes", "Often", "Always"), (1, 2, 3, 4, 5)),
        (
            ("非常不同意", "不同意", "比较不同意", "一般", "比较同意", "同意", "非常同意"),
            (1, 2, 3, 4, 5, 6, 7),
        ),
        (("非常不同意", "不同意", "同意"), (1, 2, 4)),  # nobody ticked the middle or the top: five are asked
        (("SA", "A", "N", "D", "SD"), (5, 4, 3, 2, 1)),
    ],
)
def test_answer_lists_of_known_direction(answers, order) -> None:
    known = find_list({loose_answer_key(text) for text in answers})
    codes = known.codes([loose_answer_key(text) for text in answers])
    assert tuple(codes[loose_answer_key(text)] for text in answers) == order


@pytest.mark.parametrize("answers", [("男", "女"), ("一般",), ("A", "D"), ("本科", "硕士"), ("好", "差"), ()])
def test_no_list_for_other_answers(answers) -> None:
    assert find_list({loose_answer_key(text) for text in answers}) is None


def test_prefixes_make_scales_and_few_categories_background() -> None:
    raw = columns(
        **{"Unnamed: 0": list(range(N)), "id": list(range(1, N + 1))},
        **likert(4, "PAY"),
        **likert(3, "MOT", AGREE_ZH),
        gender=cycle(["男", "女"]),
        age=cycle(["26-35", "25以下", "36以上"]),
        edu=cycle([1, 2, 3]),
        income=[3000 + 10.5 * k for k in range(N)],
        opinion=[f"第{k}条意见，很长" for k in range(N)],
        when=[dt.datetime(2026, 1, 1 + k) for k in range(N)],
    )
    draft = drafted(raw)
    assert [(s.id, len(s.items), s.items[0].low, s.items[0].high) for s in draft.scales] == [
        ("pay", 4, 1, 5),
        ("mot", 3, 1, 5),
    ]
    assert draft.scales[0].items[0].options == ()
    assert [o.label.zh for o in draft.scales[1].items[0].options] == list(AGREE_ZH)
    background = {q.id: q for q in draft.background}
    assert list(background) == ["gender", "age", "edu", "income"]
    assert [o.label.zh for o in background["age"].options] == ["25以下", "26-35", "36以上"]
    assert background["age"].ordered
    assert not background["gender"].ordered
    assert background["income"].kind == "number"
    assert {q.id: q.kind for q in draft.questions} == {"opinion": "text", "when": "date"}
    assert draft.inferred
    assert not any(item.reverse for item in draft.items)
    assert {s.role for s in draft.scales} == {"none"}


def test_numbers_without_grouping_are_one_scale() -> None:
    draft = drafted(
        columns(id=list(range(N)), **{f"Q{k}": cycle([1, 2, 3, 4, 5], step=k) for k in (1, 2, 3, 4, 6)})
    )
    assert [s.item_ids for s in draft.scales] == [("Q1", "Q2", "Q3", "Q4", "Q6")]


@pytest.mark.parametrize(
    ("values", "ends"),
    [((1, 2, 3, 4, 5), (1, 5)), ((2, 3, 4), (1, 5)), ((1, 4, 7), (1, 7)), ((0, 5, 10), (0, 10)), ((1, 5, 10), (1, 10)), ((0, 1, 3), (0, 4))],
)  # fmt: skip
def test_the_range_is_the_usual_one_that_holds_all_answers(values, ends) -> None:
    draft = drafted(columns(**likert(3, "Q", values)))
    assert (draft.items[0].low, draft.items[0].high) == ends


def test_stems_of_a_matrix_name_the_scale_and_may_make_it_an_outcome() -> None:
    header = ["序号", "来源", "1、工作积极性—我很投入", "我很主动", "2、领导公平—领导公正", "领导平等"]
    rows = [[k, "微信", *(AGREE_ZH[(k + j) % 5] for j in range(4))] for k in range(1, 15)]
    draft = drafted(sheet(header, rows))
    assert [(s.label.zh, s.role) for s in draft.scales] == [("工作积极性", "outcome"), ("领导公平", "none")]
    assert "role outcome" in said(draft)
    assert "结果变量" in said(draft, "zh")


def test_option_columns_and_joined_cells_make_multiple_response_and_ranking() -> None:
    header = ["Q6_1", "Q6_2", "rank_1", "rank_2", "rank_3", "likes", "order"]
    ranks = [(1, 2, 3), (2, 1, 3), (3, 2, 1)]
    rows = [
        [k % 2, 1 - k % 2, *ranks[k % 3], "a;b" if k % 2 else "b;c", "甲→乙" if k % 2 else "乙→甲"]
        for k in range(N)
    ]
    draft = drafted(sheet(header, rows))
    assert {q.id: (q.kind, len(q.options)) for q in draft.questions} == {
        "Q6": ("multiple", 2),
        "rank": ("ranking", 3),
        "likes": ("multiple", 3),
        "order": ("ranking", 2),
    }
    frame = decoded(sheet(header, rows)).frame
    assert frame["likes/1"].sum() == N / 2
    assert frame["rank/1"].tolist()[:3] == [1, 2, 3]


def test_marks_for_no_answer_are_no_options() -> None:
    header = ["序号", "来源", "1、去向", "2、爱好", "3、甲题", "3、乙题"]
    rows = [
        [
            k,
            "微信",
            ["县", "市", "(跳过)"][k % 3],
            ["书┋棋", "(空)"][k % 2],
            [1, 3, -2, 5][k % 4],
            [2, 4, -3, 5][k % 4],
        ]
        for k in range(1, N + 1)
    ]
    draft = drafted(sheet(header, rows))
    assert [o.label.zh for o in draft.background[0].options] == ["县", "市"]
    assert [o.label.zh for o in draft.questions[0].options] == ["书", "棋"]
    assert (draft.items[0].low, draft.items[0].high) == (1, 5)


def test_value_labels_give_options_and_directions() -> None:
    downwards = {float(6 - code): text for code, text in enumerate(AGREE_ZH, 1)}
    raw = sheet(
        ["A1", "A2", "sex"],
        [[1 + k % 5, 1 + (k + 2) % 5, 1 + k % 2] for k in range(N)],
        labels={0: downwards, 1: downwards, 2: {1.0: "男", 2.0: "女"}},
    )
    draft = drafted(raw)
    assert draft.items[0].options[0].label.zh == "非常不同意"
    assert [o.label.zh for o in draft.background[0].options] == ["男", "女"]
    frame = decoded(raw).frame
    assert frame["A1"].tolist()[:5] == [5, 4, 3, 2, 1]
    assert frame["sex"].tolist()[:2] == [1, 2]


def test_ids_constants_and_empty_columns_are_no_items() -> None:
    raw = columns(
        code=[f"K{k:03d}" for k in range(N)], **likert(3, "Q"), Q7=[4] * N, Q8=[None] * N, consent=["是"] * N
    )
    draft = drafted(raw)
    assert draft.scales[0].item_ids == ("Q0", "Q1", "Q2")
    assert "Q7, consent" in said(draft)
    assert "have no answers and were left out: Q8" in said(draft)
    assert "look like ids" in said(draft)
    assert [q.id for q in draft.questions] == ["consent"]


def test_many_categories_are_no_group() -> None:
    n = 400
    rng = np.random.default_rng(1)
    raw = columns(
        agency=[f"a{k}" for k in rng.integers(0, 36, n)],
        **{f"Q{k}": cycle([1, 2, 3, 4, 5], n, k) for k in (1, 2, 3)},
    )
    draft = drafted(raw)
    assert not draft.background
    assert "too many categories" in said(draft)


def test_a_group_with_another_value_for_everybody_is_refused() -> None:
    with pytest.raises(ResponseError, match="group has 24 values for 24 respondents") as error:
        drafted(columns(**likert(3, "Q"), group=[str(k) for k in range(N)]))
    assert "24个不同取值" in error.value.zh


def test_a_draft_looks_at_a_bounded_number_of_columns() -> None:
    header = [f"c{k}" for k in range(1500)]
    rows = [[(j * (k + 1)) % 5 + 1 for k in range(1500)] for j in range(12)]
    draft = drafted(sheet(header, rows))
    assert len(draft.items) == 400
    assert "1,500 columns" in said(draft)


def test_hostile_names_make_harmless_ids() -> None:
    draft = drafted(
        columns(
            **{
                "Q1; DROP TABLE x": cycle([1, 3, 5]),
                "*?": cycle([2, 4, 5]),
                "~/x": cycle([1, 2, 5]),
                "\x1b[31m": cycle([1, 4, 3]),
            }
        )
    )
    assert len(draft.items) == 4
    for item in draft.items:
        assert "/" not in item.id
        assert " " not in item.id
        assert item.label.en.isprintable()


def test_option_columns_that_hold_the_words_of_the_option_make_one_multiple_response() -> None:
    header = (
        "Reasons. Pay",
        "Reasons. Working hours",
        "Reasons. Relocation",
        "Moved to",
        "How. By mail",
        "How. Other",
    )
    rows = [
        ("Pay", "-", "-", "Perth", "By mail", None),
        ("-", "Working hours", "-", "Cairns", None, "Other"),
        ("Pay", "Working hours", "-", "Perth", "By mail", None),
        (None, None, None, "Perth", None, None),
    ] * 6
    raw = sheet(header, rows)
    draft = drafted(raw)
    multiple = {q.label.en: [o.label.en for o in q.options] for q in draft.questions if q.kind == "multiple"}
    assert multiple == {
        "Reasons": ["Pay", "Working hours", "Reasons. Relocation"],
        "How": ["By mail", "Other"],
    }
    responses = decoded(raw)
    names = {q.label.en: q.id for q in draft.questions}
    reasons = responses.frame[[f"{names['Reasons']}/{code}" for code in (1, 2, 3)]]
    assert reasons.iloc[0].tolist() == [1, 0, 0]
    assert reasons.iloc[3].isna().all()  # asked nothing, chose nothing
    assert responses.frame[[f"{names['How']}/{code}" for code in (1, 2)]].iloc[0].tolist() == [1, 0]


def test_words_for_no_answer_are_no_answers() -> None:
    raw = columns(
        **{"count": cycle([1, 2, "NA", 14, 9, 30]), "region": cycle(["North", "Not Stated", "South"])},
        trained=cycle(["N/A", "Yes"]),
        left=cycle(["08/2012", 2012, "Not Stated", 2013]),
    )
    asked = {q.id: q for q in drafted(raw).all_questions}
    assert asked["count"].kind == "number"
    assert [o.label.en for o in asked["region"].options] == ["North", "South"]
    assert [o.label.en for o in asked["trained"].options] == ["N/A", "Yes"]  # here it may mean no
    assert asked["left"].kind == "date"


def test_columns_of_one_name_with_other_steps_are_no_items() -> None:
    n = 120
    items = {f"s{k}": cycle(range(1, 8), n, step=k, start=k) for k in range(1, 6)}
    yes_or_no = {f"s{k}": cycle([1, 2], n, start=k) for k in range(6, 8)}
    (scale,) = drafted(columns(**items, **yes_or_no)).scales
    assert scale.item_ids == ("s1", "s2", "s3", "s4", "s5")
    many = {f"s{k}": cycle([1, 2], n, start=k) for k in range(6, 9)}
    assert drafted(columns(**items, **many)).scales == ()  # s is the name of a part, not of a scale


def test_the_highest_step_of_a_scale_is_the_one_that_occurs_among_many_answers() -> None:
    assert (
        drafted(columns(**{f"s{k}": cycle(range(1, 9), 240, step=5, start=k) for k in range(5)}))
        .scales[0]
        .high
        == 8
    )
    assert (
        drafted(columns(**{f"s{k}": cycle(range(1, 9), 24, step=5, start=k) for k in range(5)}))
        .scales[0]
        .high
        == 10
    )


def test_items_are_parted_by_what_their_headings_begin_with() -> None:
    header = [f"Unit: statement {k}" for k in "abc"] + [f"House: statement {k}" for k in "def"]
    rows = [[AGREE_EN[(row + column) % 5] for column in range(6)] for row in range(N)]
    first, second = drafted(sheet(header, rows)).scales
    assert (first.id, first.label.en, first.items[0].label.en) == ("unit", "Unit", "statement a")
    assert second.item_ids == ("house_1", "house_2", "house_3")
    assert second.items[0].columns == ("House: statement d",)


def test_items_have_numbers_where_not_all_headings_can_be_ids() -> None:
    header = ["Skills", "Staff morale", "Support under pressure", "Pay"]
    rows = [[AGREE_EN[(row + column) % 5] for column in range(4)] for row in range(N)]
    (scale,) = drafted(sheet(header, rows)).scales
    assert scale.item_ids == ("scale1_1", "scale1_2", "scale1_3", "scale1_4")
