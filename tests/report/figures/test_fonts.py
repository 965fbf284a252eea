"""Every character that is drawn has a glyph; what has none becomes a box, never a surprise."""

from __future__ import annotations

import pytest
from matplotlib.ft2font import FT2Font

from survey_kit.errors import FileError
from survey_kit.report.figures import fonts
from survey_kit.report.figures.draw import LAYOUTS
from survey_kit.report.figures.lines import wrapped
from survey_kit.report.figures.sheet import Words
from survey_kit.report.words import SHARED
from tests.report.figures.samples import HOSTILE, KINDS, both, figure


def test_the_first_font_is_a_file_with_chinese() -> None:
    path = fonts.cjk_file()
    assert path is not None
    assert path.is_file()
    assert all(FT2Font(str(path)).get_char_index(ord(char)) for char in "的题项量表")


def test_every_word_of_ours_can_be_drawn() -> None:
    for texts in SHARED.values():
        assert fonts.missing_glyphs("".join(texts)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_character_on_a_sheet_has_a_glyph(kind: str) -> None:
    files = [FT2Font(str(path)) for path in fonts.files()]
    for wording in both():
        sheet = LAYOUTS[kind](figure(kind, 9, hostile=True).data, wording)  # type: ignore[index, arg-type]
        text = {char for thing in sheet.things if isinstance(thing, Words) for char in thing.text}
        assert text
        lacking = [c for c in text if not any(font.get_char_index(ord(c)) for font in files)]
        assert lacking == []


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("薪酬👍🏽与福利", "薪酬□与福利"),
        ("👩‍👩‍👧", "□"),
        ("a\x07\u202eb\ufeffc", "abc"),
        ("a\r\nb\tc", "a  b c"),
        ("the unit’s “policy” …", 'the unit\'s "policy" ...'),
        ("单位的“政策”…", "单位的“政策”…"),
        ("e\u0301", "é"),
        ("\ud800x", "x"),
        ("", ""),
    ],
)
def test_drawable(text: str, drawn: str) -> None:
    assert fonts.drawable(text) == drawn
    assert fonts.missing_glyphs(drawn) == []


def test_chinese_without_a_chinese_font_is_an_error_not_a_row_of_boxes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for cached in (fonts.glyph, fonts.drawable, fonts._fonts):
        cached.cache_clear()
    monkeypatch.setattr(fonts, "cjk_file", lambda: None)
    try:
        assert fonts.drawable("Pay") == "Pay"
        with pytest.raises(FileError) as caught:
            fonts.drawable("薪酬")
        assert "字体" in caught.value.zh
    finally:
        for cached in (fonts.glyph, fonts.drawable, fonts._fonts):
            cached.cache_clear()


@pytest.mark.parametrize("most", [1, 2, 3])
@pytest.mark.parametrize("index", range(len(HOSTILE)))
def test_lines_fit(index: int, most: int) -> None:
    for text in (HOSTILE[index].en, HOSTILE[index].zh):
        lines = wrapped(text, 8.0, 60.0, most)
        assert 1 <= len(lines) <= most
        assert all(fonts.width(line, 8.0) <= 60.0 + 1e-9 for line in lines)


def test_chinese_punctuation_does_not_begin_a_line() -> None:
    text = "我的上级关心我，愿意听取意见；并且支持我的工作。"
    for width in range(30, 120, 7):
        lines = wrapped(text, 8.0, float(width), 99)
        assert "".join(lines) == text
        assert not any(line[0] in "，；。" for line in lines)


def test_a_cut_text_says_so() -> None:
    assert wrapped("长" * 200, 8.0, 80.0, 2)[-1].endswith("…")
    assert wrapped("long " * 200, 8.0, 80.0, 2)[-1].endswith("…")


def test_no_single_character_is_left_for_the_last_line() -> None:
    lines = wrapped("绩效考核结果与奖惩挂钩", 10.0, 101.0, 3)
    assert len(lines) == 2
    assert min(map(len, lines)) >= 5
