"""Encodings are recognised, and faults are refused with their place."""

from __future__ import annotations

import codecs

import pytest

from survey_kit.responses.files import read_bytes
from survey_kit.responses.files.encoding import find_encoding

from .conftest import Refusal, remarks

SIMPLIFIED = "编号,您的性别,对工作的满意程度\n" + "1,男,非常满意\n2,女,不满意\n" * 5
TRADITIONAL = "編號,您的性別,對工作的滿意程度\n" + "1,男,非常滿意\n2,女,不滿意\n" * 5
JAPANESE = "番号,性別,仕事に満足していますか\n" + "1,男,とても満足\n2,女,どちらでもない\n" * 5
FRENCH = "id,sexe,déjà répondu\n" + "1,garçon,très\n2,fille,à moitié\n" * 5


@pytest.mark.parametrize(
    ("text", "codec", "shown"),
    [
        (SIMPLIFIED, "utf-8", "UTF-8"),
        (SIMPLIFIED, "utf-8-sig", "UTF-8"),
        (SIMPLIFIED, "gbk", "GB18030"),
        (SIMPLIFIED, "gb18030", "GB18030"),
        (TRADITIONAL, "big5", "Big5"),
        (JAPANESE, "shift_jis", "Shift-JIS"),
        (FRENCH, "latin-1", "Latin-1"),
        (SIMPLIFIED, "utf-16", "UTF-16 LE"),
        (SIMPLIFIED, "utf-16-le", "UTF-16 LE"),
        (SIMPLIFIED, "utf-16-be", "UTF-16 BE"),
        (SIMPLIFIED, "utf-32", "UTF-32 LE"),
        (SIMPLIFIED, "utf-32-be", "UTF-32 BE"),
    ],
)
def test_encodings_are_recognised(text: str, codec: str, shown: str) -> None:
    sheet = read_bytes(text.encode(codec), "a.csv")
    lines = [line.split(",") for line in text.split("\n") if line]
    assert sheet.source.encoding == shown
    assert sheet.header == (tuple(lines[0]),)
    assert sheet.cells[1].tolist() == [line[1] for line in lines[1:]]


def test_one_short_word_is_enough_for_gbk() -> None:
    text = "id,gender\n" + "1,男\n2,女\n" * 3
    assert read_bytes(text.encode("gbk"), "a.csv").source.encoding == "GB18030"


def test_a_guess_is_said_and_can_be_overruled() -> None:
    sheet = read_bytes(SIMPLIFIED.encode("gbk"), "a.csv")
    assert "guess" in remarks(sheet)
    assert "--encoding" in remarks(sheet)
    named = read_bytes(SIMPLIFIED.encode("gbk"), "a.csv", encoding="gb2312")
    assert named.header == sheet.header
    assert not named.remarks


def test_a_damaged_text_is_refused_with_its_place(refused: Refusal) -> None:
    mixed = SIMPLIFIED.encode() + b"3," + "男".encode("gbk") + b",x\n"
    said = refused(read_bytes, mixed, "a.csv")
    assert "not valid UTF-8" in said
    assert "line 12" in said
    broken = SIMPLIFIED.encode("gbk") + b"3,\x81\xd0\x0a"
    broken = broken.replace(b"1,\xc4\xd0,", b"1,\xc4\xd0\xff,", 1)
    said = refused(read_bytes, broken, "a.csv")
    assert "nor in GB18030" in said
    assert "line 2" in said
    assert "GB18030 at byte" in refused(read_bytes, broken, "a.csv", encoding="gbk")


def test_half_a_character_pair_is_replaced_and_said() -> None:
    sheet = read_bytes(b"Q1,c\n3,\xed\xa0\x80\n4,ok\n", "a.csv")
    assert "Invalid UTF-8" in remarks(sheet)
    assert sheet.cells.iloc[1, 1] == "ok"


@pytest.mark.parametrize("wanted", ["klingon", "zip", "rot13", "idna", "utf-7", "a\0b"])
def test_unknown_encodings_are_refused(wanted: str, refused: Refusal) -> None:
    assert "Unknown encoding" in refused(read_bytes, b"a,b\n1,2\n", "a.csv", encoding=wanted)


def test_zero_bytes_are_damage(refused: Refusal) -> None:
    text = SIMPLIFIED.encode()
    assert "zero bytes" in refused(read_bytes, text[:60] + bytes(5) + text[60:], "a.csv")


def test_many_marks_are_skipped() -> None:
    found = find_encoding(codecs.BOM_UTF8 * 3 + b"id,Q1\n", "a.csv")
    assert found.offset == 9
    assert "more than one" in found.remarks[0].text.en


def test_unrecognisable_text_asks_for_the_encoding(refused: Refusal) -> None:
    russian = ("номер,пол\n" + "1,мужской\n2,женский\n" * 9).encode("cp1251")
    assert "--encoding" in refused(read_bytes, russian, "a.csv")
    assert read_bytes(russian, "a.csv", encoding="cp1251").header == (("номер", "пол"),)
