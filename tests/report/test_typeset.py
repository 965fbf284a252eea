"""Numbering, heads, notes, and what surrounds the sections."""

import math
import re
from typing import get_args

import pytest

from survey_kit.report.blocks import (
    Column,
    Estimate,
    Figure,
    FigureKind,
    Finding,
    Language,
    Note,
    Report,
    Row,
    Section,
    Starred,
    Table,
    say,
)
from survey_kit.report.document import (
    DocHeading,
    DocParagraph,
    DocTable,
    Document,
    HeadCell,
    Span,
    plain,
)
from survey_kit.report.table_setting import set_table
from survey_kit.report.typeset import typeset
from survey_kit.report.wording import Wording, placeholders
from survey_kit.report.words import SHARED
from tests.report.sample import CATALOGUE, REPORT


@pytest.fixture(scope="module", params=["en", "zh"])
def document(request: pytest.FixtureRequest) -> Document:
    return typeset(REPORT, CATALOGUE, request.param)


def texts(document: Document, role: str) -> list[str]:
    return [plain(b.spans) for b in document.blocks if isinstance(b, DocParagraph) and b.role == role]


def grid(table: DocTable) -> list[list[str]]:
    return [[plain(cell.spans) for cell in row.cells] for row in table.rows]


def test_shared_words_mention_the_same_values_in_both_languages() -> None:
    for key, (en, zh) in SHARED.items():
        assert placeholders(en) == placeholders(zh), key


def test_numbers_run_through_the_chapter(document: Document) -> None:
    sections = [section for section in REPORT.sections if isinstance(section, Section)]
    drawn = [b.kind for section in sections for b in section.blocks if isinstance(b, Figure)]
    assert set(drawn) == set(get_args(FigureKind))
    assert [t.number for t in document.tables] == [f"4-{i}" for i in range(1, 7)]
    assert [f.number for f in document.figures] == [f"4-{i}" for i in range(1, 1 + len(drawn))]
    headings = [(b.level, b.number) for b in document.blocks if isinstance(b, DocHeading)]
    assert headings == [
        (1, "4"), (2, "4.1"), (3, "4.1.1"), (2, "4.2"), (2, "4.3"), (2, "4.4"), (2, "4.5"), (2, "4.6"),
        (3, "4.6.1"), (2, ""), (2, ""),
    ]  # fmt: skip


def test_chapter_number_is_free() -> None:
    document = typeset(REPORT, CATALOGUE, "en", chapter=5)
    assert document.tables[0].number == "5-1"
    assert isinstance(document.blocks[0], DocHeading)
    assert document.blocks[0].number == "5"


def test_anchors_are_unique_and_plain(document: Document) -> None:
    anchors = [b.anchor for b in document.blocks if not isinstance(b, DocParagraph)]
    assert len(set(anchors)) == len(anchors)
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+", a) for a in anchors)
    assert document.figures[0].stem == "correlations-heat"


def test_anchors_of_unusual_ids_stay_unique() -> None:
    column = (Column("n", "count"),)
    tables = tuple(Table(name, say("column.n"), column, ()) for name in ("薪酬", "晋升", "a/b", "a b"))
    section = Section("x", say("column.n"), (), tables)
    document = typeset(Report({}, {}, (section,)), CATALOGUE, "zh")
    assert [t.anchor for t in document.tables] == ["x-_", "x-_-2", "x-a_b", "x-a_b-2"]


def test_methods_say_where_results_stand() -> None:
    assert texts(typeset(REPORT, CATALOGUE, "en"), "methods")[:3] == [
        "Internal consistency was judged by Cronbach’s α with Feldt’s interval; answers to reverse-worded "
        "items were recoded beforehand (PAY02, PAY12, and PAY22). The results are shown in Table 4-1.",
        "The results are shown in Tables 4-2 to 4-4.",
        "The results are shown in Table 4-5 and Figure 4-1.",
    ]
    assert texts(typeset(REPORT, CATALOGUE, "zh"), "methods")[1:3] == [
        "分析结果见表4-2至表4-4。",
        "分析结果见表4-5和图4-1。",
    ]


def test_findings_run_on_and_warnings_stand_alone() -> None:
    document = typeset(REPORT, CATALOGUE, "en")
    assert texts(document, "finding") == [
        "The α of Pay and welfare was .823, 95% CI [.761, .871], n = 93. "
        "The groups differed, F(3, 51.37) = 4.26, p = .009, η2 = .130."
    ]
    assert texts(document, "warning")[0].startswith("PAY32 and $x_1$ & 50% #1 ~ ^2 {a} \\b correlate")


def test_findings_do_not_move_past_a_table() -> None:
    finding = Finding(say("column.n"))
    table = Table("t", say("column.n"), (Column("n", "count"),), ())
    section = Section("x", say("column.n"), (), (finding, table, finding))
    blocks = typeset(Report({}, {}, (section,)), CATALOGUE, "en").blocks
    kinds = [type(b).__name__ for b in blocks[3:6]]
    assert kinds == ["DocParagraph", "DocTable", "DocParagraph"]


def test_skipped_section_gives_its_reason() -> None:
    reason = "This analysis is not reported: only 12 usable respondents; at least 30 are needed."
    assert reason in texts(typeset(REPORT, CATALOGUE, "en"), "text")
    assert "本节未报告分析结果：可用样本仅12人，至少需要30人。" in texts(
        typeset(REPORT, CATALOGUE, "zh"), "text"
    )


def test_closing_part(document: Document) -> None:
    assert [t[:8] for t in texts(document, "reference")] == ["Cohen, J", "Cronbach", "Feldt, L"]
    provenance = texts(document, "text")[-1]
    for fact in ("0.1.0", "responses <93> & 100%.xlsx", "ab" * 32, "20260101"):
        assert fact in provenance


def test_interval_is_a_column_of_its_own() -> None:
    table = typeset(REPORT, CATALOGUE, "en").tables[0]
    assert table.width == 7
    assert [plain(h.spans) for h in table.heads[0]] == [
        "Item", "n", "M", "SD", "Item–rest ra", "95% CI", "α if item dropped",
    ]  # fmt: skip
    assert grid(table)[1] == ["PAY00", "93", "3.13", "0.90", ".620", "[.500, .710]", ".810"]
    assert table.rows[0].head
    assert table.rows[1].level == 1
    assert table.align == ("left", "right", "right", "right", "right", "center", "right")


def test_span_heads() -> None:
    table = typeset(REPORT, CATALOGUE, "zh").tables[5]
    top, below = table.heads
    assert top[0] == HeadCell((Span("变量"),), 1, 2)
    assert [(plain(cell.spans), cell.columns, cell.rows) for cell in top[1:]] == [
        (f"模型{k}", 4, 1) for k in range(1, 6)
    ]
    assert [plain(cell.spans) for cell in below[:4]] == ["估计值", "95% CI", "SE", "p"]
    assert len(below) == 20 == table.width - 1


def test_note_letters_follow_reading_order() -> None:
    table = typeset(REPORT, CATALOGUE, "en").tables[0]
    rows = {plain(row.cells[0].spans): row for row in table.rows}
    assert rows["PAY11"].cells[6].spans == (Span("–"), Span("b", "superscript"))
    assert "Performance appraisalc" in rows
    assert [plain(note) for note in table.notes] == [
        "Note. N = 93. Values of α follow the covariance matrix. (R) marks reverse-worded items.",
        "aCorrelation of the item with the sum of the others. bOnly 9 respondents answered all items. "
        "cOnly 12 respondents answered all items.",
    ]


def test_same_note_same_letter_and_two_notes_on_one_cell() -> None:
    note = say("sample.cell", n=9)
    table = Table(
        "t",
        say("column.n"),
        (Column("n", "count"), Column("mean", "number")),
        (Row("a", (1, 2.0)), Row("b", (3, 4.0))),
        (
            Note(say("sample.reverse"), row="b"),
            Note(note, column="mean", row="b"),
            Note(note, column="n"),
            Note(note, column="n", row="b"),
        ),
    )
    set_ = set_table(table, Wording(CATALOGUE, "en"), anchor="t", number="4-1")
    assert plain(set_.heads[0][0].spans) == "na"
    assert [plain(cell.spans) for cell in set_.rows[1].cells] == ["3b,a", "4.00a"]


def test_note_on_a_row_that_is_not_there() -> None:
    table = Table("t", say("column.n"), (Column("n", "count"),), (), (Note(say("sample.reverse"), row="x"),))
    with pytest.raises(ValueError, match="hangs on 'x'"):
        set_table(table, Wording(CATALOGUE, "en"), anchor="t", number="4-1")


def test_stars_note_only_where_stars_can_stand(document: Document) -> None:
    with_stars = [t.number for t in document.tables if any("***" in plain(note) for note in t.notes)]
    assert with_stars == ["4-5"]
    notes = [plain(note) for note in document.tables[4].notes]
    stars = (
        "*p < .05, **p < .01, ***p < .001."
        if document.language == "en"
        else "*p < 0.05，**p < 0.01，***p < 0.001。"
    )
    assert notes[-1] == stars


@pytest.mark.parametrize(("language", "shown"), [("en", ".410"), ("zh", "0.410")])
def test_cells(language: Language, shown: str) -> None:
    table = Table(
        "t",
        say("column.n"),
        (Column("item"), Column("r", "bounded", interval=True), Column("p", "p")),
        (
            Row("a", ("=1+1", Starred(0.41, 0.004, 0.3, 0.5), 0.0001)),
            Row("b", (3, Estimate(0.41, math.nan, math.nan), math.nan)),
            Row("c", (2.675, None, None)),
            Row("d", (True, math.nan, 1.0)),
        ),
    )
    rows = set_table(table, Wording(CATALOGUE, language), anchor="t", number="4-1").rows
    first = rows[0].cells
    assert first[0].value is None
    assert first[1].spans == (Span(shown), Span("**", "superscript"))
    assert first[1].value == 0.41
    assert first[1].number_format.startswith(("0.000" if language == "zh" else ".000") + '"**"')
    assert plain(first[2].spans) in ("[.300, .500]", "[0.300, 0.500]")
    assert plain(first[3].spans).startswith("< ")
    assert [plain(c.spans) for c in rows[1].cells] == ["3", shown, "–", "–"]
    assert [plain(c.spans) for c in rows[2].cells] == ["2.68", "", "", ""]
    assert plain(rows[3].cells[1].spans) == "–"


def test_level_of_the_interval_is_the_data_s() -> None:
    table = Table(
        "t",
        say("column.n"),
        (Column("r", "bounded", interval=True),),
        (Row("a", (Estimate(0.4, math.nan, math.nan),)), Row("b", (Estimate(0.4, 0.3, 0.5, 0.9),))),
    )
    heads = set_table(table, Wording(CATALOGUE, "zh"), anchor="t", number="4-1").heads
    assert plain(heads[0][1].spans) == "90% CI"


def test_nothing_from_outside_is_parsed_or_reorders(document: Document) -> None:
    whole = "".join(plain(c.spans) for row in document.tables[1].rows for c in row.cells)
    assert "{name:count}" in whole
    assert "$x_1$" in whole
    assert not re.search("[\x00-\x1f\u202a-\u202e]", whole)
