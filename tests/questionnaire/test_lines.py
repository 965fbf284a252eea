"""Every kind of line of a plan is declared in all the places that go by its name."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from survey_kit.questionnaire.line_rules import Rule
from survey_kit.questionnaire.lines import KINDS, LINE_LABELS, ONCE, Lines
from survey_kit.questionnaire.load import faults
from tests.conftest import ROOT


def test_kinds_fields_and_labels_go_by_the_same_names() -> None:
    names = [each.name for each in fields(Lines)]
    assert list(KINDS) == names
    assert list(LINE_LABELS) == names
    assert set(names) >= ONCE
    assert Lines() == Lines(**dict.fromkeys(names, ()))


@pytest.mark.parametrize("name", KINDS)
def test_each_field_has_a_rule_and_each_kind_an_example(name: str) -> None:
    for each in fields(KINDS[name]):
        assert isinstance(each.metadata["rule"], Rule), each.name
    for readme in ("README.md", "README.zh.md"):
        assert re.search(rf"^\[\[plan\.{name}\]\]", (ROOT / readme).read_text(encoding="utf-8"), re.MULTILINE)


def test_a_question_without_codes_is_a_fault(tmp_path: Path) -> None:
    shipped = (ROOT / "questionnaires" / "incentives.toml").read_text(encoding="utf-8")
    whole = 'question = "office"\ncodes = [1]\n'
    assert whole in shipped
    for written, said in (
        (
            'question = "office"\n',
            ("is missing: give codes of the question in question", "请给出question中题目的选项编码"),
        ),
        (
            'question = "office"\ncodes = [9]\n',
            ("no answer of that question has the code 9", "该题没有编码为9的选项"),
        ),
    ):
        file = tmp_path / "study.toml"
        file.write_text(shipped.replace(whole, written), encoding="utf-8")
        found = faults(file)
        assert [fault.text("en").split(":")[0] for fault in found] == ["plan.within[#1].codes"]
        assert said[0] in found[0].text("en")
        assert said[1] in found[0].text("zh")
