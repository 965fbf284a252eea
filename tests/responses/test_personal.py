from __future__ import annotations

import pytest

from survey_kit.responses.dialects import recognise
from survey_kit.responses.personal import is_personal, mask
from tests.responses.sheets import columns, decoded, numbered_scale, said


@pytest.mark.parametrize(
    "heading",
    ["姓名", "1、您的姓名：", "请填写您的手机号码", "联系电话", "微信号", "身份证号", "来自IP", "电子邮箱", "Name", "Your name", "E-mail",
     "Email Address", "IPAddress", "phone_number", "ID number", "WeChat ID", "RecipientEmail"],
)  # fmt: skip
def test_headings_that_ask_for_personal_data(heading) -> None:
    assert is_personal(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "我对电话服务满意",
        "单位名称",
        "姓名权受到尊重",
        "id",
        "Name recognition matters to me",
        "邮件太多",
        "Q1",
    ],
)
def test_headings_that_do_not(heading) -> None:
    assert not is_personal(heading)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("我的电话是13800000000,请联系", "13800000000"),
        ("my mail is a.b@example.org", "a.b@example.org"),
        ("身份证 110101199003070011", "110101199003070011"),
        ("身份证11010119900307001X。", "11010119900307001X"),
        ("call +44 20 7946 0958", "7946"),
        ("微信号：wang_2020", "wang_2020"),
        ("from 10.20.30.40", "10.20.30.40"),
    ],
)
def test_traces_in_open_answers_are_masked(text, hidden) -> None:
    assert hidden not in mask(text)
    assert "***" in mask(text)


@pytest.mark.parametrize("text", ["工资3500元", "2021年入职, 5年", "满分100", "1.2.3 节", "1234567"])
def test_ordinary_numbers_stay(text) -> None:
    assert mask(text) == text


def test_a_column_of_phone_numbers_is_personal_whatever_its_name() -> None:
    raw = columns(contact=[13800000000 + k for k in range(6)], Q1=[1, 2, 3, 4, 5, 1], Q2=[1, 2, 3, 4, 5, 2])
    assert recognise(raw).headings(raw)[0].meta == "personal"
    responses = decoded(raw)
    assert responses.withheld == ("contact",)
    assert "1380000" not in repr(responses)


def test_personal_data_never_reach_frame_log_or_remarks() -> None:
    raw = columns(
        id=[1, 2, 3],
        意见=["我的电话是13800000000,请联系", "my mail is a.b@example.org", "身份证 110101199003070011"],
        姓名=["王一", "李二", "张三"],
        Q1=[1, 2, 3],
        Q2=[3, 4, 5],
        Q3=[3, 2, 5],
    )
    responses = decoded(raw)
    everything = repr(responses) + responses.frame.to_csv()
    for secret in ("13800000000", "example.org", "110101199003070011", "王一"):
        assert secret not in everything
    assert "意见: open answers with personal data" in said(responses)
    assert responses.withheld == ("姓名",)


def test_values_in_the_log_are_masked() -> None:
    responses = decoded(columns(Q1=["电话13811112222", 2, 3]), numbered_scale(1))
    assert [change.value for change in responses.log] == ["电话***"]
    assert "13811112222" not in repr(responses)
