"""A questionnaire as text."""

from __future__ import annotations

import pytest

from survey_kit.questionnaire.load import read_questionnaire, shipped
from survey_kit.questionnaire.show import NEVER_FIRST, WORDS, cells, show, wrap


@pytest.mark.parametrize("name", shipped())
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [60, 100])
def test_everything_is_shown_and_fits(name, language, width):
    q = read_questionnaire(name)
    text = show(q, language, width=width)
    assert all(cells(line) <= width + 2 for line in text.splitlines())  # 2: a mark that may not begin a line
    squeezed = "".join(text.split())
    for item in q.items:
        assert item.id in text
        assert "".join(item.label.text(language).split()) in squeezed
    for question in q.all_questions:
        for option in question.options:
            assert "".join(option.label.text(language).split()) in squeezed
    assert text.count("（R）" if language == "zh" else "(R)") == sum(i.reverse for i in q.items) + 1


def test_chinese_takes_two_columns_a_character():
    assert wrap("一二三四五六", 8) == ["一二三四", "五六"]
    assert wrap("ab一二 cd", 5) == ["ab一", "二 cd"]
    assert all(line[0] not in NEVER_FIRST for line in wrap("一二三四，五六七八。", 8))


def test_words_exist_in_both_languages():
    assert all(en and zh for en, zh in WORDS.values())
