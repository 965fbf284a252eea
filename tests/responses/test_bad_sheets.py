"""Faulty sheets end with the error, or give the remark, that lets a person mend the file."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from survey_kit.errors import QuestionnaireError, ResponseError
from survey_kit.questionnaire.plan import Screening
from survey_kit.responses.screen import screen
from tests.responses.sheets import columns, decoded, drafted, numbered_scale, said, sheet

N = 60
RNG = np.random.default_rng(3)
ITEMS = {f"Q{k}": RNG.integers(1, 6, N).tolist() for k in range(1, 11)}
BASE = {"id": list(range(1, N + 1)), **ITEMS, "gender": ["女", "男"] * (N // 2)}


def test_duplicate_columns() -> None:
    raw = sheet(["id", "Q1", "Q1", "Q2", "Q1"], [[k, 1, 2, 3, 4] for k in range(5)])
    with pytest.raises(ResponseError, match=r'"Q1" \(columns 2, 3, 5\)') as error:
        decoded(raw)
    assert "第2、3、5列" in error.value.zh
    with pytest.raises(ResponseError, match="Duplicate column names"):
        decoded(raw, numbered_scale(2))


def test_names_that_differ_only_in_case_blank_or_invisible_characters() -> None:
    raw = sheet(["Q1", "q1", "Q1 ", "Q\u200b1"], [[1 + k % 5, 2, 3, 1 + k % 4] for k in range(9)])
    responses = decoded(raw)
    assert '"Q1", "q1", "Q1 ", "Q<U+200B>1"' in said(responses)
    assert decoded(raw, numbered_scale(1)).frame["Q1"].tolist() == [1 + k % 5 for k in range(9)]


def test_empty_header() -> None:
    with pytest.raises(ResponseError, match=r"0 rows.*id, Q1"):
        decoded(sheet(["id", "Q1"], []), numbered_scale(1))


def test_row_index() -> None:
    responses = decoded(columns(**{"Unnamed: 0": list(range(N))}, **BASE))
    assert "Unnamed: 0 looks like a row index" in said(responses)
    assert responses.frame.shape == (N, 11)


def test_columns_without_a_name() -> None:
    raw = sheet(
        ["id", "", "Q1", "", "Q2", ""], [[k, None, 1 + k % 5, None, 1 + k % 4, None] for k in range(9)]
    )
    assert "Columns 2, 4 have no name and no data" in said(decoded(raw))
    filled = sheet(["id", "", "Q1", "Q2"], [[k, "x", 1 + k % 5, 1 + k % 4] for k in range(9)])
    assert "have data but no name" in said(decoded(filled))


def test_long_format() -> None:
    rows = [
        [person, "女" if person % 2 else "男", f"Q{q}", (person * q) % 5 + 1]
        for q in range(1, 11)
        for person in range(1, 31)
    ]
    with pytest.raises(
        ResponseError, match=r'"id" occurs 10 times.*df.pivot\(index="id", columns="item"'
    ) as error:
        decoded(sheet(["id", "gender", "item", "score"], rows))
    assert "长格式" in error.value.zh


def test_every_respondent_three_times_is_not_long_format() -> None:
    raw = columns(**{name: list(values) * 3 for name, values in BASE.items()})
    screened = screen(decoded(raw), drafted(raw), Screening())
    assert screened.n == N
    assert len(screened.ledger.exclusions[0].respondents) == 2 * N
    assert "repeated submission 120" in said(screened)


@pytest.mark.parametrize("name", ["w", "weight", "权重", "POSTWT"])
def test_bad_weights(name) -> None:
    weights = [1.0] * N
    weights[57], weights[58], weights[59] = 0.0, -1.0, None
    with pytest.raises(ResponseError, match="negative in row 60, missing in row 61") as error:
        decoded(columns(**BASE, **{name: weights}))
    assert "第60行为负，第61行缺失" in error.value.zh


def test_good_weights_are_not_used_and_that_is_said() -> None:
    assert "all results are unweighted" in said(decoded(columns(**BASE, w=[0.5, 1.5] * (N // 2))))
    kilograms = decoded(columns(**BASE, weight=[None, *(60 + k for k in range(N - 1))]))
    assert kilograms.n == N


def test_an_id_used_as_group() -> None:
    with pytest.raises(ResponseError, match="60 values for 60 respondents"):
        decoded(columns(**BASE, group=[str(k) for k in range(N)]))


def test_group_labels_that_differ_only_in_blanks() -> None:
    groups = [("A", "A ", "A  ", "B")[k % 4] if k % 4 < 3 else "B" for k in range(N)]
    responses = decoded(columns(**BASE, group=groups))
    assert sorted(responses.frame["group"].value_counts().tolist()) == [15, 45]
    assert "group: A (45) ←" in said(responses)


def test_one_label_in_six_spellings() -> None:
    spelled = ["agree", "AGREE ", "Agree.", " Agree", "Agree\u00a0", "Agree"]
    responses = decoded(columns(Q1=[spelled[k % 6] for k in range(36)], Q2=[1 + k % 5 for k in range(36)]))
    assert responses.frame["Q1"].tolist() == [1.0] * 36
    assert "(36) ←" in said(responses)


def test_dates_in_an_item_column() -> None:
    raw = columns(
        Q1=[dt.datetime(2026, 1, 5) if k % 5 == 0 else 1 + k % 5 for k in range(30)],
        Q2=[1 + k % 5 for k in range(30)],
    )
    with pytest.raises(ResponseError, match=r"Q1 has 6 dates \(rows: 2, 7, 12, 17, 22, 27\)"):
        decoded(raw)


def test_infinite_values_in_a_draft() -> None:
    raw = columns(Q1=[1, 2, 3, 4, 5], Q2=["inf", "-Infinity", "NaN", "1e400", "3"])
    with pytest.raises(ResponseError, match=r"Q2 has 3 infinite values \(rows: 2, 3, 5\)"):
        decoded(raw)


def test_digits_of_other_scripts() -> None:
    arabic, persian = "١٢٣٤٥", "۱۲۳۴۵"
    raw = columns(Q1=[arabic[k % 5] for k in range(20)], Q2=[persian[k % 4] for k in range(20)])
    responses = decoded(raw)
    assert responses.frame["Q1"].tolist()[:5] == [1, 2, 3, 4, 5]
    assert "written a little differently: 40" in said(responses)


def test_error_cells() -> None:
    raw = columns(Q1=["#N/A", "#DIV/0!", 3, 4, 5, 1, 2, 3], Q2=["#N/A", 3, 4, 5, 2, 1, 3, 4])
    responses = decoded(raw)
    assert "Error cells in Q1, Q2, counted as missing: 3" in said(responses)
    assert responses.frame.isna().sum().tolist() == [2, 1]


def test_decimals_in_an_item() -> None:
    raw = columns(Q1=[2.5, 4, 3, 2, 5, 1, 3, 4, 3.5, 5], Q2=[1, 2, 3, 4, 5] * 2)
    assert (
        'Non-integer answers in Q1, where only whole numbers can be answered, counted as missing: 2 – "2.5", "3.5"'
        in said(decoded(raw))
    )


def test_percentages_among_numbers() -> None:
    responses = decoded(columns(rate=["50%", "33.3%", "0.5", "120%"], Q1=[3, 4, 5, 2]))
    assert "rate: percentages written as text mixed with plain numbers: 3" in said(responses)
    assert responses.frame["rate"].isna().sum() == 3


def test_numbers_as_python_writes_them() -> None:
    responses = decoded(columns(Q1=["1_0", "2", "3", "4", "5"], Q2=["0x10", "1e3", "True", "0b11", "3j"]))
    assert np.isnan(responses.frame["Q1"].iloc[0])
    assert responses.frame["Q1"].tolist()[1:] == [2, 3, 4, 5]
    assert responses.frame["Q2"].tolist() == ["0x10", "1e3", "True", "0b11", "3j"]


def test_durations() -> None:
    responses = decoded(columns(所用时间=["-5秒", "1,234秒", "0秒", "2小时3分", "很久"], Q1=[3, 4, 5, 2, 1]))
    assert np.isnan(responses.duration.iloc[[0, 4]]).all()
    assert responses.duration.tolist()[1:4] == [1234, 0, 7380]
    assert '2 – "-5秒", "很久" (rows: 2, 6)' in said(responses)


def test_straight_liners_on_one_scale_are_said_but_kept() -> None:
    raw = columns(**BASE)
    for k in range(5, 21):
        raw.cells.iloc[k, 1:11] = 3
    screened = screen(decoded(raw), drafted(raw), Screening())
    assert screened.n == N
    assert "Same answer to all items: 16 respondents" in said(screened)


def test_an_item_that_nobody_answered_is_left_out() -> None:
    values = BASE | {"Q3": [None] * N}
    declared = decoded(columns(**values), numbered_scale(10))
    assert "Q3" not in declared.frame
    assert "Q3 has no answers: the item is left out." in said(declared)
    assert "Q3" not in drafted(columns(**values)).scales[0].item_ids


def test_a_constant_item_is_said() -> None:
    draft = drafted(columns(**(BASE | {"Q3": [4] * N})))
    assert "Q3" not in draft.scales[0].item_ids
    assert "no variance" in said(draft)
    assert decoded(columns(**(BASE | {"Q3": [4] * N})), numbered_scale(10)).frame["Q3"].tolist() == [4] * N


def test_two_respondents_may_agree_by_chance() -> None:
    draft = drafted(columns(**{name: values[:2] for name, values in BASE.items()}))
    assert len(draft.items) == 10


def test_the_widest_sheet() -> None:
    header = [f"c{k}" for k in range(16_384)]
    responses = decoded(sheet(header, [[3] * 16_384] * 3))
    assert responses.frame.shape == (3, 0)
    assert "16,384 columns" in said(responses)


def test_remarks_are_in_both_languages_and_safe_to_print() -> None:
    raw = columns(**(BASE | {"Q1": ["\x1b[31mx\x07", *BASE["Q1"][1:]], "Q\x1b2": BASE["Q2"]}))
    responses = decoded(raw)
    for remark in responses.remarks:
        assert remark.text.en.isprintable()
        assert any("\u4e00" <= c <= "\u9fff" for c in remark.text.zh)
        assert remark.text.zh.isprintable()
    assert all(change.value.isprintable() for change in responses.log)


def test_a_questionnaire_that_asks_for_nothing_in_the_file() -> None:
    with pytest.raises(QuestionnaireError, match=r"numbered does not fit the file.*colour"):
        decoded(columns(colour=["red", "blue"]), numbered_scale(2))
