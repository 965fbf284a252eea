"""The two plain writers: widths in a terminal, and no markup out of untrusted text."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_kit.report.blocks import LANGUAGES, Language
from survey_kit.report.document import (
    DocTable,
    Document,
    HeadCell,
    Span,
    TextCell,
    TextRow,
)
from survey_kit.report.typeset import typeset
from survey_kit.report.writers import markdown, text
from tests.report.sample import CATALOGUE, REPORT


def sample_document(language: Language) -> Document:
    return typeset(REPORT, CATALOGUE, language)


def cells(*texts: str) -> tuple[TextCell, ...]:
    return tuple(TextCell((Span(t),)) for t in texts)


def head(content: str, columns: int = 1, rows: int = 1) -> HeadCell:
    return HeadCell((Span(content),), columns, rows)


def grid(width: int, rows: int = 2) -> DocTable:
    return DocTable(
        "s-t",
        "Table",
        "4-1",
        (Span("Caption"),),
        (tuple(head(f"h{j}") for j in range(width)),),
        tuple(TextRow(cells(*[f"r{i}c{j}" for j in range(width)])) for i in range(rows)),
        ("left", *["right"] * (width - 1)),
        ((Span("Note."),),),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wider_than_the_terminal(language: Language) -> None:
    out = text.dumps(sample_document(language))
    assert max(map(text.text_width, out.splitlines())) <= 80


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_control_character_reaches_the_terminal(language: Language) -> None:
    out = text.dumps(sample_document(language)) + markdown.dumps(sample_document(language))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\x9b\ud800-\udfff]", out)


def test_a_wide_table_is_cut_into_parts_that_repeat_the_first_column() -> None:
    out = text.table(grid(30))
    assert out.count("r0c0") > 1
    assert all(out.count(f"r1c{j} ") + out.count(f"r1c{j}\n") == 1 for j in range(2, 30))


def test_parts_repeat_both_columns_that_name_the_rows() -> None:
    block = grid(14)
    rows = (
        TextRow(cells("Scale", "Plan", *["1234567"] * 12)),
        TextRow((TextCell(()), *cells("Others", *["1234567"] * 12))),
    )
    block = replace(block, rows=rows, align=("left", "center", *["right"] * 12))
    lines = text.table(block, 60).splitlines()
    assert sum("Others" in line for line in lines) > 1
    assert sum("Plan" in line for line in lines) == sum("Scale" in line for line in lines)
    assert sum(line.count("1234567") for line in lines) == 24
    assert max(map(text.text_width, lines)) <= 60


def test_heads_over_several_columns_and_rows() -> None:
    table = DocTable(
        "s-t",
        "Table",
        "4-1",
        (Span("C"),),
        ((head("Scale", rows=2), head("Model 1", columns=2), head("n", rows=2)), (head("b"), head("SE"))),
        (TextRow(cells("pay", "0.10", "0.20", "93")),),
        ("left", "right", "right", "right"),
    )
    lines = text.table(table).splitlines()
    assert lines[2].split() == ["Model", "1"]
    assert lines[3].split() == ["Scale", "b", "SE", "n"]
    assert "| Scale | Model 1 – b | Model 1 – SE | n |" in markdown.table(table)


@pytest.mark.parametrize("narrow", [1, 2])
def test_a_head_longer_than_its_columns_is_not_cut(narrow: int) -> None:
    groups = ("Percentile interval", "BCa interval", "Another interval")
    heads = (
        (head("Effect", rows=2), *(head(name, columns=2) for name in groups)),
        tuple(head(name) for name in ("Lower", "Upper") * 3),
    )
    rows = (TextRow(cells("w" * 20 * narrow, *["0.1"] * 6)),)
    out = text.table(DocTable("s-t", "Table", "4-1", (Span("C"),), heads, rows, ("left", *["right"] * 6)))
    for name in groups:
        assert out.count(name) == 1
    assert max(map(text.text_width, out.splitlines())) <= 80


def test_a_head_over_more_columns_than_a_line_holds_stands_over_each_part() -> None:
    heads = ((head("Effect", rows=2), head("Loading", columns=14)), tuple(head(f"F{j}") for j in range(14)))
    rows = (TextRow(cells("w" * 20, *["−0.123"] * 14)),)
    out = text.table(DocTable("s-t", "Table", "4-1", (Span("C"),), heads, rows, ("left", *["right"] * 14)))
    assert out.count("Loading") == out.count("Effect") == 2


def test_every_number_of_the_document_is_in_both() -> None:
    document = sample_document("en")
    as_text, as_markdown = text.dumps(document), markdown.dumps(document)
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                if cell.value is not None:
                    assert text.flat(cell.spans).strip() in as_text
                    assert markdown.inline(cell.spans).strip() in as_markdown


@pytest.mark.parametrize(
    "hostile",
    [
        "![x](http://example.org/a.png)",
        "<img src=x>",
        "[a](javascript:b)",
        "a|b",
        "# head",
        "- list",
        "1. list",
        "> quote",
        "```",
        "===",
        "&lt;b&gt;",
        "\\*not bold\\*",
    ],
)
def test_markdown_shows_marks_as_themselves(hostile: str) -> None:
    escaped = markdown.paragraph(markdown.escape(hostile))
    # with every escape taken away the text is as it was: nothing is lost
    back = re.sub(r"\\([\\`*_\[\]#+|~$=>:.)-])", r"\1", escaped)
    back = back.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert back == hostile
    # and no mark is left that a renderer would act on
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*\[\]|<]", escaped)
    assert not re.match(r"\s*([-+=]+(\s|$)|>|#|\d+\.(\s|$))", escaped)


def test_markdown_leaves_numbers_as_they_are() -> None:
    assert markdown.inline((Span("100.0"),)) == "100.0"
    assert markdown.inline((Span("M", "italic"), Span(" = 3.40"))) == "*M* = 3.40"
    assert markdown.paragraph("1. a list") == "1\\. a list"


@given(st.text(max_size=60), st.integers(2, 40))
def test_wrapping_keeps_every_visible_character(content: str, width: int) -> None:
    lines = text.wrap(content, width)
    assert all(text.text_width(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.clean(content).split())


def test_chinese_counts_two_and_breaks_without_blanks() -> None:
    assert text.text_width("信度a") == 5
    assert text.wrap("克朗巴赫系数，较高", 8) == ["克朗巴赫", "系数，较", "高"]


def test_documents_are_the_same_every_time() -> None:
    one: Document = sample_document("zh")
    assert text.dumps(one) == text.dumps(sample_document("zh"))
