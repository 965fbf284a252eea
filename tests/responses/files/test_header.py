"""Which row is the header, by its shape."""

from __future__ import annotations

import pytest

from survey_kit.responses.files import read_bytes

from .conftest import Refusal, remarks


def test_a_title_or_group_row_is_skipped() -> None:
    title = "2024年满意度调查,,,\n编号,性别,Q1,Q2\n1,男,3,4\n2,女,4,4\n3,女,1,2\n"
    sheet = read_bytes(title.encode(), "a.csv")
    assert sheet.header == (("编号", "性别", "Q1", "Q2"),)
    assert sheet.row_number(0) == 3
    assert "Row 1 looks like a group title" in remarks(sheet)
    group = title.replace("2024年满意度调查,,,", "基本信息,,满意度,")
    assert read_bytes(group.encode(), "a.csv").header == sheet.header


def test_a_shorter_title_line_is_skipped() -> None:
    text = "2024年满意度调查\n编号,性别,Q1,Q2\n1,男,3,4\n2,女,4,4\n3,女,1,2\n"
    assert read_bytes(text.encode(), "a.csv").header == (("编号", "性别", "Q1", "Q2"),)


def test_answers_in_the_first_row_are_answers() -> None:
    numbers = b"1,3,4,5,x\n2,3,3,3,y\n3,1,2,4,x\n4,5,5,5,y\n"
    sheet = read_bytes(numbers, "a.csv")
    assert sheet.header == (("V1", "V2", "V3", "V4", "V5"),)
    assert len(sheet.cells) == 4
    assert "--no-header" in remarks(sheet)
    texts = "男,同意\n女,不同意\n男,不同意\n女,同意\n"
    assert len(read_bytes(texts.encode(), "a.csv").cells) == 4


def test_question_numbers_are_a_header() -> None:
    assert read_bytes(b"1,2,3\n5,3,4\n2,2,1\n", "a.csv").header == (("1", "2", "3"),)


def test_header_options() -> None:
    text = b"x,y\n1,2\nid,Q1\n3,4\n"
    sheet = read_bytes(text, "a.csv", header_row=3)
    assert sheet.header == (("id", "Q1"),)
    assert sheet.row_number(0) == 4
    assert read_bytes(text, "a.csv", has_header=False).cells.shape == (4, 2)


def test_an_impossible_header_row_is_refused(refused: Refusal) -> None:
    assert "first 2 rows" in refused(read_bytes, b"id,Q1\n3,4\n", "a.csv", header_row=9)


def test_rows_of_import_ids_belong_to_the_header() -> None:
    text = (
        "StartDate,Q1,Q2_1\n开始日期,您的性别,满意度 - 薪酬\n"
        '"{""ImportId"":""startDate""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_1""}"\n'
        "2024-01-02,1,3\n2024-01-03,2,4\n"
    )
    sheet = read_bytes(text.encode("utf-8-sig"), "a.csv")
    assert [row[1] for row in sheet.header] == ["Q1", "您的性别", '{"ImportId":"QID1"}']
    assert sheet.cells[1].tolist() == [1.0, 2.0]
    assert sheet.row_number(0) == 4


def test_a_row_of_parts_belongs_to_the_header() -> None:
    text = b"Respondent ID,Your gender,Which apply?,,\n,Response,Bus,Train,Bike\n1,male,Bus,,Bike\n2,female,,Train,\n"
    sheet = read_bytes(text, "a.csv")
    assert sheet.header[0] == ("Respondent ID", "Your gender", "Which apply?", "", "")
    assert sheet.header[1] == ("", "Response", "Bus", "Train", "Bike")
    assert len(sheet.cells) == 2


@pytest.mark.parametrize("data", [b"id,,t\n1,a,x\n2,b,y\n", b"g,t\na,x\nb,y\n"])
def test_an_ordinary_header_is_kept(data: bytes) -> None:
    sheet = read_bytes(data, "a.csv")
    assert len(sheet.header) == 1
    assert len(sheet.cells) == 2
