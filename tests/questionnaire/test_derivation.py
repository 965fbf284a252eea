"""Questions computed from another: what a file may say, every fault in both languages, writing and showing."""

from __future__ import annotations

from pathlib import Path

import pytest

from survey_kit.questionnaire.dump import to_toml
from survey_kit.questionnaire.load import faults, read_questionnaire
from survey_kit.questionnaire.model import Derivation
from survey_kit.questionnaire.show import show
from survey_kit.questionnaire.targets import targets_of

FILE = """
id = "mine"
title = {{ en = "Mine", zh = "我的" }}

[[background]]
id = "age"
kind = "single"
label = {{ en = "Age", zh = "年龄" }}
options = {{ en = ["a", "b", "c", "d"], zh = ["甲", "乙", "丙", "丁"] }}

[[background]]
id = "years"
kind = "number"
label = {{ en = "Years", zh = "年限" }}

[[background]]
id = "wants"
kind = "multiple"
label = {{ en = "Wants", zh = "需求" }}
options = {{ en = ["x", "y"], zh = ["子", "丑"] }}

[[background]]
id = "senior"
label = {{ en = "Seniority", zh = "资历" }}
from = "years"
cuts = [3, 10]
options = {{ en = ["new", "some", "long"], zh = ["新", "中", "老"] }}

[[background]]
id = "young"
label = {{ en = "Young", zh = "青年" }}
options = {{ en = ["young", "others"], zh = ["青年", "其他"] }}
{written}

[plan]
group_by = ["young", "senior"]
"""
GOOD = 'from = "age"\ngroups = [[2, 3], [1, 4]]'


def file(folder: Path, written: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(FILE.format(written=written), encoding="utf-8")
    return path


def test_groups_and_cuts_are_read(tmp_path: Path) -> None:
    q = read_questionnaire(file(tmp_path, GOOD))
    young, senior = q.question("young"), q.question("senior")
    assert young.derived == Derivation("age", ((2.0, 3.0), (1.0, 4.0)))
    assert senior.derived == Derivation("years", cuts=(3.0, 10.0))
    assert young.kind == senior.kind == "single"
    assert senior.ordered  # cuts divide numbers, which are ordered
    assert not young.ordered
    assert [question.id for question in q.asked] == ["age", "years", "wants"]
    assert [target.id for target in targets_of(q)] == ["age", "years", "wants"]


def test_written_and_read_again_it_is_the_same(tmp_path: Path) -> None:
    q = read_questionnaire(file(tmp_path, GOOD))
    again = tmp_path / "again.toml"
    again.write_text(to_toml(q), encoding="utf-8")
    assert read_questionnaire(again) == q


def test_it_is_shown_as_what_it_is_and_not_counted(tmp_path: Path) -> None:
    q = read_questionnaire(file(tmp_path, GOOD))
    english, chinese = show(q, "en"), show(q, "zh")
    assert "3 questions" in english
    assert "– Young (young; one answer, from age: 2, 3 | 1, 4)" in english
    assert "from years, cut at 3, 10" in english
    assert "由age归并：2, 3 | 1, 4" in chinese


@pytest.mark.parametrize(
    ("written", "key", "en", "zh"),
    [
        ('from = "nothing"\ngroups = [[1], [2]]', "from", "there is no", "没有"),
        ('from = "wants"\ngroups = [[1], [2]]', "from", "single-choice or number question", "单选题或数字题"),
        ('from = "young"\ngroups = [[1], [2]]', "from", "there is no", "没有"),
        ('from = "senior"\ngroups = [[1], [2, 3]]', "from", "itself computed", "本身由其他题目计算得到"),
        ('from = "age"\ngroups = [[1, 2], [2, 3]]', "groups", "code 2 is listed twice", "编码2出现了两次"),
        ('from = "age"\ngroups = [[1, 2], [3, 9]]', "groups", "Codes: 1, 2, 3, 4", "可用编码：1, 2, 3, 4"),
        ('from = "age"\ngroups = [[1], [2], [3]]', "groups", "make 3 groups", "分出3组"),
        ('from = "age"\ngroups = [[1, 2, 3, 4]]', "groups", "at least two groups", "至少应有两组"),
        ('from = "age"\ngroups = [[1], []]', "groups", "lists of codes", "编码列表"),
        ('from = "age"\ngroups = [[1], ["b"]]', "groups", "should be a number", "应为数字"),
        ('from = "age"\ngroups = 3', "groups", "lists of codes", "编码列表"),
        ('from = "age"\ncuts = [2]', "cuts", "grouped, not cut", "对其编码分组"),
        ('from = "years"\ngroups = [[1], [2]]', "groups", "number question", "数字题"),
        ('from = "years"\ncuts = [9, 3]', "cuts", "should ascend", "由小到大"),
        ('from = "years"\ncuts = [3, 9]', "cuts", "make 3 groups", "分出3组"),
        ('from = "years"\ncuts = []', "cuts", "list of numbers", "数字列表"),
        ('from = "age"', "", "either groups", "二者取一"),
        ('from = "age"\ngroups = [[1], [2]]\ncuts = [1]', "", "either groups", "二者取一"),
        ('kind = "single"\ngroups = [[1], [2]]', "groups", "needs from", "需要同时给出from"),
        ('kind = "text"\nfrom = "age"\ngroups = [[1], [2]]', "kind", "is single", "单选题"),
        ('from = "age"\ngroups = [[1], [2]]\ncolumns = ["Q1"]', "columns", "no columns", "没有对应的列"),
    ],
)
def test_every_fault_is_named_in_both_languages(
    written: str, key: str, en: str, zh: str, tmp_path: Path
) -> None:
    found = faults(file(tmp_path, written))
    place = f"background[young].{key}".rstrip(".")
    named = [fault for fault in found if fault.key == place]
    assert any(en in fault.text("en") and zh in fault.text("zh") for fault in named), [
        fault.text("en") for fault in found
    ]


def test_codes_in_no_group_are_allowed(tmp_path: Path) -> None:
    assert faults(file(tmp_path, 'from = "age"\ngroups = [[2], [3]]')) == ()


MODELS = """
[[scale]]
id = "mood"
label = { en = "Mood", zh = "情绪" }
low = 1
high = 5
items = [{ id = "M1", en = "one", zh = "一" }]
[[scale]]
id = "pay"
label = { en = "Pay", zh = "薪酬" }
low = 1
high = 5
items = [{ id = "P1", en = "pay", zh = "酬" }]
"""


@pytest.mark.parametrize(
    ("line", "key", "allowed"),
    [
        (
            '[[plan.regression]]\noutcome = "mood"\nblocks = [["age"], ["young"]]',
            "plan.regression[#1]",
            False,
        ),
        (
            '[[plan.regression]]\noutcome = "mood"\nblocks = [["years", "senior"]]',
            "plan.regression[#1]",
            True,
        ),
        ('[[plan.crosstab]]\nquestion = "age"\nby = "young"', "plan.crosstab[#1]", False),
        (
            '[[plan.moderation]]\noutcome = "mood"\npredictor = "pay"\nmoderator = "young"\ncovariates = ["age"]',
            "plan.moderation[#1]",
            False,
        ),
        (
            '[[plan.change]]\nscales = ["mood"]\nquestion = "young"\ntreated = [1]\ncluster = "age"',
            "plan.change[#1]",
            True,
        ),
    ],
)
def test_a_model_does_not_hold_a_question_and_its_groups(
    line: str, key: str, allowed: bool, tmp_path: Path
) -> None:
    path = file(tmp_path, GOOD)
    path.write_text(path.read_text(encoding="utf-8") + MODELS + line + "\n", encoding="utf-8")
    found = [fault for fault in faults(path) if fault.key == key]
    assert bool(found) is not allowed
    for fault in found:
        assert "one model cannot hold both" in fault.text("en")
        assert "不能同在一个模型中" in fault.text("zh")
