"""Questionnaire files: what is read, and that every fault is found, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from survey_kit.errors import FileError, QuestionnaireError
from survey_kit.questionnaire.load import MAX_BYTES, faults, read_questionnaire, shipped
from survey_kit.questionnaire.plan import Screening
from survey_kit.report.blocks import Label

GOOD = """
id = "mine"
title = { en = "Mine", zh = "我的" }

[options.agree5]
en = ["No", "Rather no", "Neutral", "Rather yes", "Yes"]
zh = ["不", "不太", "一般", "比较", "是"]

[[background]]
id = "gender"
kind = "single"
label = { en = "Gender", zh = "性别" }
options = { en = ["Male", "Female"], zh = ["男", "女"], codes = [0, 1] }

[[background]]
id = "age"
kind = "number"
label = { en = "Age", zh = "年龄" }

[[scale]]
id = "pay"
label = { en = "Pay", zh = "薪酬" }
role = "predictor"
options = "agree5"
items = [
  { id = "PAY1", en = "one", zh = "一" },
  { id = "PAY2", en = "two", zh = "二", reverse = true, columns = ["Q7_1", "Q7.1"] },
]

[[scale]]
id = "mood"
label = { en = "Mood", zh = "情绪" }
role = "outcome"
score = "sum"
low = 0
high = 10
items = [{ id = "M1", en = "mood", zh = "心情", reverse = true }]

[[question]]
id = "wanted"
kind = "multiple"
label = { en = "Wanted", zh = "需求" }
options = { en = ["A", "B", "C"], zh = ["甲", "乙", "丙"] }

[plan]
group_by = ["gender"]

[[plan.regression]]
outcome = "mood"
blocks = [["gender", "age"], ["pay"]]
labels = [{ en = "Controls", zh = "控制" }, { en = "Pay", zh = "薪酬" }]

[[plan.hypothesis]]
id = "H1"
text = { en = "Pay matters.", zh = "薪酬有影响。" }
claim = "mood ~ pay > 0"

[plan.screening]
min_seconds_per_item = false
max_missing = 0.2
"""


@pytest.fixture
def write(tmp_path: Path):
    def call(text: str | bytes) -> Path:
        path = tmp_path / "mine.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return call


def test_a_good_file_is_read_whole(write):
    q = read_questionnaire(write(GOOD))
    assert q.title == Label("Mine", "我的")
    pay, mood = q.scales
    assert [option.code for option in pay.items[0].options] == [1, 2, 3, 4, 5]
    assert (pay.items[1].low, pay.items[1].high, pay.items[1].reverse) == (1, 5, True)
    assert pay.items[1].columns == ("Q7_1", "Q7.1")
    assert (mood.items[0].options, mood.low, mood.high, mood.score) == ((), 0, 10, "sum")
    assert [option.code for option in q.question("gender").options] == [0, 1]
    assert q.plan.group_by == ("gender",)
    assert q.plan.regressions[0].blocks == (("gender", "age"), ("pay",))
    assert q.plan.regressions[0].labels[1] == Label("Pay", "薪酬")
    assert q.plan.screening == Screening(None, True, 0.2, True)
    assert q.plan.hypotheses[0].claim.predictors == ("pay",)


def test_a_plan_may_be_absent(write):
    q = read_questionnaire(write(GOOD.split("[plan]", maxsplit=1)[0]))
    assert q.plan.group_by is None
    assert q.plan.regressions is None


# edit of the good file -> key of the fault, something its English message or suggestion says
FAULTS = {
    "unknown key": ('role = "predictor"', 'rol = "predictor"', "scale[pay].rol", 'Did you mean "role"?'),
    "unknown top key": ('id = "mine"', 'id = "mine"\nquestions = 1', "questions", 'Did you mean "question"?'),
    "missing translation": ('{ en = "Mine", zh = "我的" }', '{ en = "Mine" }', "title.zh", "Chinese"),
    "one language only": ('{ en = "Mine", zh = "我的" }', '"Mine"', "title", "one language only"),
    "item without text": (', en = "one", zh = "一"', "", "scale[pay].items[PAY1].en", "missing"),
    "duplicate item": ('"PAY2"', '"PAY1"', "scale[pay].items[PAY1]", "two items"),
    "item in two scales": ('"M1"', '"PAY1"', "scale[mood].items[PAY1]", 'already belongs to the scale "pay"'),
    "duplicate question": ('id = "age"', 'id = "gender"', "question[gender]", "two questions"),
    "duplicate scale": ('id = "mood"', 'id = "pay"', "scale[pay]", "two scales"),
    "question named like an item": ('id = "wanted"', 'id = "M1"', "question[M1]", "an item has the same id"),
    "bad id": ('id = "wanted"', 'id = "a/b"', "question[#1].id", "cannot be an id"),
    "no id": ('id = "wanted"\n', "", "question[#1]", "has no id"),
    "reverse without range": ("low = 0\nhigh = 10\n", "", "scale[mood].items[M1].reverse", "without an answer range"),
    "no range": ("low = 0\nhigh = 10\n", "", "scale[mood]", "no answer range"),
    "range upside down": ("low = 0", "low = 20", "scale[mood]", "smaller"),
    "range too narrow": ('options = "agree5"', 'options = "agree5"\nhigh = 4', "scale[pay]", "do not hold"),
    "too few codes": ("codes = [0, 1]", "codes = [0]", "background[gender].options.codes", "1 codes for 2"),
    "same code twice": ("codes = [0, 1]", "codes = [1, 1]", "background[gender].options.codes", "twice"),
    "code no number": ("codes = [0, 1]", 'codes = [0, "x"]', "background[gender].options.codes", "number"),
    "lists differ": ('["男", "女"]', '["男"]', "background[gender].options", "2 answers in English but 1"),
    "answer twice": ('["男", "女"]', '["男", "男"]', "background[gender].options.zh", "occurs twice"),
    "unknown role": ('"predictor"', '"predicter"', "scale[pay].role", 'Did you mean "predictor"?'),
    "unknown kind": ('"multiple"', '"multi"', "question[wanted].kind", 'Did you mean "multiple"?'),
    "unknown list": ('"agree5"', '"agree7"', "scale[pay].options", 'Did you mean "agree5"?'),
    "options missing": ('options = { en = ["A", "B", "C"], zh = ["甲", "乙", "丙"] }', "", "question[wanted].options", "needs"),
    "options too many": ('kind = "multiple"', 'kind = "text"', "question[wanted].options", "has no options"),
    "ordered multiple": ('kind = "multiple"', 'kind = "multiple"\nordered = true', "question[wanted].ordered", "single"),
    "empty scale": ('[{ id = "M1", en = "mood", zh = "心情", reverse = true }]', "[]", "scale[mood].items", "at least one"),
    "flag as text": ("reverse = true,", 'reverse = "yes",', "scale[pay].items[PAY2].reverse", "true or false"),
    "group unknown": ('group_by = ["gender"]', 'group_by = ["gendr"]', "plan.group_by", 'Did you mean "gender"?'),
    "group not single": ('group_by = ["gender"]', 'group_by = ["wanted"]', "plan.group_by", "single-choice"),
    "outcome unknown": ('outcome = "mood"', 'outcome = "moods"', "plan.regression[#1].outcome", 'Did you mean "mood"?'),
    "outcome as predictor": ('["pay"]]', '["mood"]]', "plan.regression[#1].blocks[#2]", "already in this regression"),
    "block unknown": ('["pay"]]', '["pey"]]', "plan.regression[#1].blocks[#2]", 'Did you mean "pay"?'),
    "block names too few": (', { en = "Pay", zh = "薪酬" }]', "]", "plan.regression[#1].labels", "every block"),
    "claim unreadable": ('"mood ~ pay > 0"', '"mood = pay"', "plan.hypothesis[H1].claim", "cannot be read"),
    "claim names nothing": ('"mood ~ pay > 0"', '"mood ~ joy > 0"', "plan.hypothesis[H1].claim", '"joy"'),
    "limit out of range": ("max_missing = 0.2", "max_missing = 20", "plan.screening.max_missing", "between"),
    "control character": ('"我的"', '"我\\u001b的"', "title.zh", "control"),
    "direction reversed": ('"我的"', '"我\\u202e的"', "title.zh", "control"),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTS)
def test_a_fault_is_found_with_its_key(case, write):
    before, after, key, says = FAULTS[case]
    assert before in GOOD
    found = faults(write(GOOD.replace(before, after, 1)))
    assert any(fault.key == key and says in fault.text("en") for fault in found), [
        f.text("en") for f in found
    ]
    for fault in found:
        assert fault.text("zh") != fault.text("en")


def test_all_faults_come_at_once(write):
    text = GOOD.replace('"predictor"', '"x"').replace('zh = "一"', "zh = 1").replace("low = 0\n", "")
    keys = {fault.key for fault in faults(write(text))}
    assert {"scale[pay].role", "scale[pay].items[PAY1].zh", "scale[mood]"} <= keys
    with pytest.raises(QuestionnaireError) as caught:
        read_questionnaire(write(text))
    for key in keys:
        assert key in caught.value.en
        assert key in caught.value.zh


def test_a_long_list_of_faults_is_cut(write):
    items = ",\n".join(f'{{ id = "I{i}", en = "x" }}' for i in range(60))
    text = f'id = "a"\ntitle = {{ en = "t", zh = "t" }}\n[[scale]]\nid = "s"\nlabel = {{ en = "s", zh = "s" }}\nlow = 1\nhigh = 5\nitems = [{items}]'
    with pytest.raises(QuestionnaireError, match="and 40 more"):
        read_questionnaire(write(text))


@pytest.mark.parametrize(
    ("data", "key", "says"),
    [
        ('id = "a"\ntitle = {{{', "line 2", "TOML"),
        ('id = "a"\n标题 = "x"', "line 2", "TOML"),
        ("id = '调查'".encode("gbk"), "line 1", "UTF-8"),
        (b"x" * (MAX_BYTES + 1), "", "larger"),
        ("a = " + "[" * 100_000, "", "nested"),
        ('id = "a"\ntitle = { en = "t", zh = "t" }', "", "asks nothing"),
        ("scale = 3", "scale", "list of tables"),
        ("scale = [1]", "scale[#1]", "table"),
        ("options = 1\nplan = 2", "plan", "table"),
    ],
)
def test_files_that_are_no_questionnaire(data, key, says, write):
    found = faults(write(data))
    assert any(f.key.startswith(key) and says in f.text("en") for f in found), [f.text("en") for f in found]


def test_a_byte_order_mark_is_no_fault(write):
    assert faults(write(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())) == ()


def test_one_language_is_enough_when_the_file_says_so(write):
    q = read_questionnaire(
        write(
            """
            id = "zufriedenheit"
            language = "zh"
            title = "满意度调查"
            [options]
            agree = ["不同意", "一般", "同意"]
            [[background]]
            id = "性别"
            kind = "single"
            label = "性别"
            options = ["男", "女"]
            [[scale]]
            id = "满意"
            label = "满意度"
            options = "agree"
            items = [{ id = "S1", text = "我满意。" }, { id = "S2", zh = "我不满意。", reverse = true }]
            """
        )
    )
    assert q.title == Label.of("满意度调查")
    assert [item.label for item in q.items] == [Label.of("我满意。"), Label.of("我不满意。")]
    assert q.items[1].options[2].label == Label.of("同意")


def test_unknown_ids_are_answered_with_what_there_is():
    with pytest.raises(QuestionnaireError, match='Did you mean "career"'):
        read_questionnaire("carer")
    with pytest.raises(QuestionnaireError) as caught:
        read_questionnaire("zzz.toml")
    assert all(name in caught.value.en and name in caught.value.zh for name in shipped())
    with pytest.raises(QuestionnaireError):
        read_questionnaire("a\0b")


def test_a_folder_is_not_a_questionnaire(tmp_path):
    with pytest.raises(FileError, match="not a file"):
        read_questionnaire(tmp_path)
