"""Separators, quotes, line ends, comments and rows of a text table."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_kit.responses.files import read_bytes
from survey_kit.responses.files.columns import TextColumns

from .conftest import Refusal, remarks


def rows(data: bytes, **options: object) -> list[list[object]]:
    return read_bytes(data, "a.csv", **options).cells.to_numpy(dtype=object).tolist()  # type: ignore[arg-type]


def test_cells_stay_raw() -> None:
    sheet = read_bytes(b"id,a,b,c\n001,NA,1e3,3\n002,None,1_0,\n003,null,+5,4.5\n", "a.csv")
    assert sheet.cells[0].tolist() == ["001", "002", "003"]
    assert sheet.cells[1].tolist() == ["NA", "None", "null"]
    assert sheet.cells[2].tolist() == ["1e3", "1_0", "+5"]
    assert sheet.cells[3].dtype == float
    np.testing.assert_array_equal(sheet.cells[3], [3.0, np.nan, 4.5])


@pytest.mark.parametrize(("separator", "shown"), [(";", ";"), ("\t", "TAB"), ("|", "|")])
def test_other_separators_are_recognised(separator: str, shown: str) -> None:
    text = "id,name;Q1;Q2\n".replace(";", separator) + "x,y;3;4\nz;5;1\n".replace(";", separator)
    sheet = read_bytes(text.encode(), "a.csv")
    assert sheet.header == (("id,name", "Q1", "Q2"),)
    assert sheet.source.separator == separator
    assert f"Separator {shown}" in remarks(sheet)


def test_decimal_commas_do_not_win() -> None:
    assert read_bytes(b"a;b;c\n1,5;2,5;3,5\n2,5;1,5;3,0\n", "a.csv").cells.shape == (2, 3)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    assert rows(end.join(["id,t", "1,x", "2,y", ""]).encode()) == [[1.0, "x"], [2.0, "y"]]


def test_mixed_line_ends_are_said() -> None:
    sheet = read_bytes(b"id,t\r\n1,x\n2,y\r3,z", "a.csv")
    assert len(sheet.cells) == 3
    assert "different ways" in remarks(sheet)


def test_duplicate_names_stay() -> None:
    assert read_bytes(b"Q1,Q1, q1\n1,2,3\n4,4,4\n", "a.csv").header == (("Q1", "Q1", " q1"),)


def test_quoted_cells_keep_line_breaks_and_separators() -> None:
    assert rows(b'id,t\n1,"a,b\n""c"""\n2,d\n') == [[1.0, 'a,b\n"c"'], [2.0, "d"]]


def test_a_quote_never_closed_is_refused(refused: Refusal) -> None:
    text = b"id,Q1,t\n" + b"1,2,x\n" * 4 + b'5,"3,x\n' + b"6,2,x\n" * 30
    assert "quote opened on line 6" in refused(read_bytes, text, "a.csv")
    assert "quote opened on line 6" in refused(read_bytes, text + b'7,2,"y"\n', "a.csv")
    assert "quote opened on line 6" in refused(read_bytes, text + b"8,2,x\n" * 50_000, "a.csv")


def test_text_beside_a_quoted_part_is_kept_and_said() -> None:
    sheet = read_bytes(b'id,t\n1,"a"b\n2,c\n', "a.csv")
    assert sheet.cells[1].tolist() == ["ab", "c"]
    assert "Line 2" in remarks(sheet)


def test_ragged_rows_are_refused_with_their_lines(refused: Refusal) -> None:
    said = refused(read_bytes, b"a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,2,3\n", "a.csv")
    assert "line 3 has 2 fields, line 4 has 4 fields, expected 3" in said


def test_a_header_without_a_name_for_row_labels_is_refused(refused: Refusal) -> None:
    assert "unequal length" in refused(read_bytes, b"Q1,Q2\nr1,3,4\nr2,5,1\nr3,2,2\n", "a.csv")


@pytest.mark.parametrize("text", [b"a,b,\n1,2,\n3,4,\n", b"a,b\n1,2,\n3,4,\n", b"a,b,\n1,2\n3,4\n"])
def test_empty_last_columns_are_ignored(text: bytes) -> None:
    sheet = read_bytes(text, "a.csv")
    assert sheet.header == (("a", "b"),)
    assert not sheet.remarks


def test_unnamed_columns() -> None:
    sheet = read_bytes(b"id,,Q1,,Q2\n1,,3,x,4\n2,,3,y,4\n", "a.csv")
    assert sheet.header == (("id", "Q1", "", "Q2"),)
    assert "Column 2 has no name and no data: dropped." in remarks(sheet)
    assert "Column 3 has data but no name." in remarks(sheet)


def test_blank_lines_and_row_numbers() -> None:
    sheet = read_bytes(b"\nid,t\n\n1,x\n,\n3,z\n,\n\n", "a.csv")
    assert sheet.cells.isna().sum(axis=1).tolist() == [0, 2, 0]
    assert [sheet.row_number(i) for i in range(3)] == [4, 5, 6]


def test_comments_and_separator_hints_are_skipped() -> None:
    sheet = read_bytes(b"# exported, today\n#n=2\nid,Q1,t\n1,3,x\n2,4,y\n", "a.csv")
    assert sheet.header == (("id", "Q1", "t"),)
    assert "comment lines (2;" in remarks(sheet)
    assert sheet.row_number(0) == 4
    assert read_bytes(b"sep=;\nid;t\n1;x\n2;y\n", "a.csv").header == (("id", "t"),)
    assert read_bytes(b"#,Q1\n1,3\n2,4\n", "a.csv").header == (("#", "Q1"),)


def test_single_quotes() -> None:
    whole = read_bytes(b"'id','t'\n'1','x'\n'2','y'\n", "a.csv")
    assert whole.header == (("id", "t"),)
    some = read_bytes("id,g\n1,'男'\n2,男\n3,女\n".encode(), "a.csv")
    assert some.cells[1].tolist() == ["'男'", "男", "女"]
    assert "single quotes" in remarks(some)


@pytest.mark.parametrize("text", [b"\xef\xbb\xbf", b"\n \n\t\n", b",,,\n,,,\n"])
def test_empty_tables_are_refused(text: bytes, refused: Refusal) -> None:
    assert "no header and no rows" in refused(read_bytes, text, "a.csv")


def test_a_header_alone_is_refused(refused: Refusal) -> None:
    assert "0 respondents" in refused(read_bytes, b"id,Q1\n", "a.csv")
    assert "id, Q1" in refused(read_bytes, b"id,Q1\n,\n\n", "a.csv")


def test_prose_and_one_long_line_are_refused(refused: Refusal) -> None:
    assert "not a table" in refused(read_bytes, b"Lorem ipsum dolor sit amet " * 20, "a.csv")
    assert "columns" in refused(read_bytes, b"1," * 1_000_000, "a.csv")


def test_one_column_is_a_table() -> None:
    sheet = read_bytes(b"Q1\n3\n4\n\n5\n", "a.csv")
    np.testing.assert_array_equal(sheet.cells[0], [3, 4, np.nan, 5])


def test_control_characters_are_removed_and_said() -> None:
    sheet = read_bytes(b"Q1,c\n3,\x1b[31mred\n4,a\x07b\n", "a.csv")
    assert sheet.cells[1].tolist() == ["[31mred", "ab"]
    assert "Control characters in c" in remarks(sheet)


def test_repeated_headers_of_joined_files_are_left_out() -> None:
    sheet = read_bytes(b"id,g\n1,a\n2,b\nid,g\n3,c\n", "a.csv")
    assert sheet.cells[0].tolist() == ["1", "2", "3"]
    assert sheet.rows == (2, 3, 5)
    assert "repeats the header" in remarks(sheet)


@given(st.lists(st.sampled_from(["", "0", "7", "-3", "2.5", "007", "1e5", "NA", "一", " "]), min_size=1))
def test_blocks_do_not_change_columns(values: list[str]) -> None:
    whole, parts = TextColumns(1), TextColumns(1)
    whole.add([[value] for value in values])
    for value in values:
        parts.add([[value]])
    one, other = whole.finish()[0], parts.finish()[0]
    assert one.dtype == other.dtype
    np.testing.assert_array_equal(one, other)
    expected = [value for value in values if value.strip()]
    if one.dtype == object:
        assert [value for value in one.tolist() if value is not None] == expected
    else:
        assert [value for value in one.tolist() if value == value] == [float(value) for value in expected]  # noqa: PLR0124
