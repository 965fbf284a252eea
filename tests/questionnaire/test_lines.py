"""Every kind of line of a plan is declared in all the places that go by its name."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from survey_kit.questionnaire.line_rules import Rule
from survey_kit.questionnaire.lines import KINDS, LINE_LABELS, ONCE, Lines
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
