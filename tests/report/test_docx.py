"""The Word file read back: cells, fonts, fields, pictures, sections, bytes."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from survey_kit.report.blocks import Column, Report, Row, Section, Table, say
from survey_kit.report.document import DocParagraph, Document, Span, TextCell, TextRow, plain
from survey_kit.report.typeset import typeset
from survey_kit.report.writers.columns import layout
from survey_kit.report.writers.docx import PAGES, write
from survey_kit.report.writers.docx.text import before_size, runs, unbroken
from survey_kit.report.writers.type_width import text_width
from tests.report.sample import CATALOGUE, REPORT, figure_files


@pytest.fixture(scope="module", params=["en", "zh"])
def document(request: pytest.FixtureRequest) -> Document:
    return typeset(REPORT, CATALOGUE, request.param)


@pytest.fixture(scope="module")
def path(document: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docx")
    path = folder / "report.docx"
    write(document, figure_files(document, folder / "figures"), path)
    return path


@pytest.fixture(scope="module")
def word(path: Path) -> WordDocument:
    return docx.Document(str(path))


def wide(columns: int, **report: object) -> Document:
    """One table of so many numeric columns."""
    table = Table(
        "t",
        say("sample.title"),
        (Column("item"), *(Column(f"c{i}", "number", say("column.mean")) for i in range(columns))),
        (Row("a", ("Q1", *[1234.5] * columns)),),
    )
    sections = (Section("s", say("sample.title"), (), (table,)), Section("z", say("sample.figures"), (), ()))
    return typeset(Report({}, {}, sections), CATALOGUE, "en")


def cells_of(table: object) -> list[list[str]]:
    return [
        ["".join(t.text or "" for t in tc.iter(qn("w:t"))) for tc in tr.iterchildren(qn("w:tc"))]
        for tr in table._tbl.iterchildren(qn("w:tr"))  # type: ignore[attr-defined]
    ]


def test_cells_are_those_of_the_document(document: Document, word: WordDocument) -> None:
    slices = [part for table in document.tables for part in layout(table, PAGES)[1]]
    assert len(word.tables) == len(slices)
    for part, table in zip(slices, word.tables, strict=True):
        body = cells_of(table)[len(part.table.heads) :]
        assert body == [[plain(cell.spans) for cell in row.cells] for row in part.table.rows]


def test_paragraphs_are_those_of_the_document(document: Document, word: WordDocument) -> None:
    texts = {p.text.replace("\u00a0", " ") for p in word.paragraphs}
    for block in document.blocks:
        if isinstance(block, DocParagraph):
            assert plain(block.spans).replace("\u00a0", " ").replace("\u2011", "-") in texts


def test_headings_are_styles(document: Document, word: WordDocument) -> None:
    headings = [(p.style.name, p.text) for p in word.paragraphs if p.style.name.startswith("Heading")]
    assert headings[0][0] == "Heading 1"
    assert headings[1] == (
        "Heading 2",
        "4.1  " + ("Reliability" if document.language == "en" else "信度分析"),
    )
    assert headings[2][0] == "Heading 3"


def test_fonts_name_chinese_type_and_no_theme(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not name.endswith(".xml") or "theme/" in name:
                continue
            text = archive.read(name).decode()
            for theme in ("asciiTheme", "eastAsiaTheme", "hAnsiTheme", "cstheme", "themeColor"):
                assert theme not in text, name
        styles = archive.read("word/styles.xml").decode()
    fonts = re.findall(r"<w:rFonts [^>]*>", styles)
    assert len(fonts) > 10
    assert all('w:ascii="Times New Roman"' in f and re.search('w:eastAsia="(宋体|黑体)"', f) for f in fonts)


def test_captions_are_sequences_with_the_right_result(document: Document, word: WordDocument) -> None:
    captions = [p for p in word.paragraphs if p.style.name == "Caption" and p._p.xpath(".//w:instrText")]
    blocks = [b for b in document.blocks if b in document.tables or b in document.figures]
    gap = " " if document.language == "en" else ""
    for caption, block in zip(captions, blocks, strict=True):
        assert caption.text == f"{block.word}{gap}{block.number}  {plain(block.caption)}"
        assert caption._p.xpath("string(.//w:instrText)").strip() == rf"SEQ {block.word} \* ARABIC"
        fields = caption._p.xpath(".//w:fldChar/@w:fldCharType")
        assert fields == ["begin", "separate", "end"]


def test_captions_stand_above_tables_and_below_pictures(word: WordDocument) -> None:
    children = list(word.element.body)
    for index, child in enumerate(children):
        if child.tag == qn("w:tbl"):
            assert children[index - 1].pPr.pStyle.val == "Caption"
            assert children[index - 1].pPr.find(qn("w:keepNext")) is not None
        if child.xpath(".//wp:inline"):
            assert children[index + 1].pPr.pStyle.val == "Caption"


def test_rows_of_one_scale_stay_together(tmp_path: Path) -> None:
    columns = (Column("item"), Column("group"), Column("mean", "number"))
    rows = tuple(Row(f"r{i}", (None if i % 2 else f"Q{i}", "Group", 1.5)) for i in range(60))
    section = Section("s", say("sample.title"), (), (Table("t", say("sample.title"), columns, rows),))
    path = tmp_path / "report.docx"
    write(typeset(Report({}, {}, (section,)), CATALOGUE, "en"), {}, path)
    (table,) = docx.Document(str(path)).tables
    kept = [
        all(cell.paragraphs[0]._p.xpath("./w:pPr/w:keepNext") for cell in row.cells) for row in table.rows
    ]
    # after the head, the first two and before the last two: pairs that may be parted from each other
    assert kept[4:56] == [index % 2 == 1 for index in range(4, 56)]


def test_three_lines(word: WordDocument) -> None:
    for table in word.tables:
        borders = table._tbl.tblPr.find(qn("w:tblBorders"))
        assert {b.tag.split("}")[1]: b.get(qn("w:sz")) for b in borders} == {"top": "12", "bottom": "12"}
        rows = table._tbl.tr_lst
        heads = [tr for tr in rows if tr.xpath("w:trPr/w:tblHeader")]
        assert heads
        assert all(tr.xpath("w:trPr/w:cantSplit") for tr in rows)
        assert set(heads[-1].xpath("w:tc/w:tcPr/w:tcBorders/w:bottom/@w:sz")) == {"6"}
        body = [tr for tr in rows if tr not in heads]
        assert not any(tr.xpath(".//w:tcBorders") for tr in body)


def test_every_row_covers_the_grid(word: WordDocument) -> None:
    for table in word.tables:
        columns = len(table._tbl.tblGrid.gridCol_lst)
        for tr in table._tbl.tr_lst:
            assert sum(tc.grid_span for tc in tr.tc_lst) == columns


def test_pictures_have_alternative_text_and_fit(document: Document, word: WordDocument) -> None:
    pictures = word.element.body.xpath(".//wp:docPr")
    assert [p.get("descr") for p in pictures] == [figure.alt for figure in document.figures]
    assert len({p.get("id") for p in pictures}) == len(pictures)
    assert all(shape.width.cm <= 15.01 for shape in word.inline_shapes)


def test_same_bytes_and_no_clock(document: Document, path: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.docx"
    write(document, figure_files(document, tmp_path / "figures"), again)
    assert again.read_bytes() == path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = docx.Document(str(path)).core_properties
    assert properties.author == properties.last_modified_by == properties.comments == ""
    assert properties.created.year == 2000


def test_language_and_page_number(document: Document, word: WordDocument) -> None:
    assert word.core_properties.language == ("zh-CN" if document.language == "zh" else "en-US")
    footer = word.sections[0].footer._element
    assert footer.xpath("string(.//w:instrText)").strip() == "PAGE"
    assert word.sections[0].header.paragraphs[0].text == document.title


def test_chinese_body_is_indented_by_two_characters() -> None:
    from survey_kit.report.writers.docx.styles import styles_xml

    assert 'w:firstLineChars="200"' in styles_xml("zh")
    assert 'w:firstLineChars="200"' not in styles_xml("en")


def test_characters_that_xml_cannot_hold(tmp_path: Path) -> None:
    document = wide(1)
    table = document.tables[0]
    row = TextRow((TextCell((Span('a\x00b\x0b\ud800\ufffe<&">'),)), TextCell((Span("1"),))))
    hostile = replace(document, blocks=(replace(table, rows=(row,)),), title="\x07 title & <b>")
    write(hostile, {}, tmp_path / "x.docx")
    word = docx.Document(str(tmp_path / "x.docx"))
    assert cells_of(word.tables[0])[1][0] == 'ab<&">'
    assert word.sections[0].header.paragraphs[0].text == " title & <b>"


def test_chinese_quotation_marks_keep_chinese_type() -> None:
    from survey_kit.report.writers.docx.text import run

    assert 'w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">“' in run("选择“同意”的人")
    assert "hint" not in run("Cohen’s d")


def test_figure_without_file_is_described(document: Document, tmp_path: Path) -> None:
    write(document, {}, tmp_path / "x.docx")
    texts = [p.text for p in docx.Document(str(tmp_path / "x.docx")).paragraphs]
    assert f"[{document.figures[0].alt}]" in texts


def test_wide_table_turns_the_page(tmp_path: Path) -> None:
    write(wide(14), {}, tmp_path / "x.docx")
    word = docx.Document(str(tmp_path / "x.docx"))
    assert [s.page_width > s.page_height for s in word.sections] == [False, True, False]
    assert all(s.footer.paragraphs[0]._p.xpath(".//w:instrText") for s in word.sections)


def test_too_wide_table_is_cut_and_repeats_the_first_column(tmp_path: Path) -> None:
    document = wide(40)
    write(document, {}, tmp_path / "x.docx")
    word = docx.Document(str(tmp_path / "x.docx"))
    assert len(word.tables) > 2
    assert all(cells_of(table)[1][0] == "Q1" for table in word.tables)
    assert sum(len(cells_of(table)[1]) - 1 for table in word.tables) == 40
    captions = [p.text for p in word.paragraphs if p.style.name == "Caption"]
    assert captions[0].startswith("Table 4-1  ")
    assert all(caption.startswith("Table 4-1 (continued)") for caption in captions[1:])


def test_slices_keep_columns_under_one_head_together(document: Document) -> None:
    page, parts = layout(document.tables[5], PAGES)
    assert not page.landscape
    assert [[cell.columns for cell in part.table.heads[0]] for part in parts] == [
        [1, 4, 4],
        [1, 4, 4],
        [1, 4],
    ]
    assert all(sum(part.widths) <= page.width * 1.001 for part in parts)


def test_widths_leave_numbers_whole(document: Document) -> None:
    for table in document.tables:
        for part in layout(table, PAGES)[1]:
            for column, align in enumerate(part.table.align):
                if align == "left":
                    continue
                cells = (plain(r.cells[column].spans) for r in part.table.rows if not r.head)
                assert max((text_width(cell) for cell in cells), default=0) <= part.widths[column] + 0.5


def words_and_numbers(rows: int, text: str) -> Document:
    columns = (Column("item"), *(Column(f"c{i}", "number", say("column.mean")) for i in range(7)))
    table = Table(
        "t", say("sample.title"), columns, tuple(Row(f"r{i}", (text, *[1.5] * 7)) for i in range(rows))
    )
    return typeset(Report({}, {}, (Section("s", say("sample.title"), (), (table,)),)), CATALOGUE, "zh")


def test_long_table_takes_small_type_when_that_keeps_words_on_one_line() -> None:
    text = "安排我的工作任务时我的意见一般都会被他们认真考虑"
    # a short table with one broken line in ten stays as it is
    mixed = words_and_numbers(10, "短").tables[0]
    mixed = replace(mixed, rows=(*mixed.rows, *words_and_numbers(1, text).tables[0].rows))
    assert layout(mixed, PAGES)[0] is PAGES[0]
    assert layout(words_and_numbers(40, text).tables[0], PAGES)[0] is PAGES[1]
    assert layout(words_and_numbers(40, "短").tables[0], PAGES)[0] is PAGES[0]


def test_numbers_never_run_over(document: Document, word: WordDocument) -> None:
    slices = [part for table in document.tables for part in layout(table, PAGES)[1]]
    for part, table in zip(slices, word.tables, strict=True):
        body = list(table._tbl.iterchildren(qn("w:tr")))[len(part.table.heads) :]
        for row, tr in zip(part.table.rows, body, strict=True):
            cells = list(tr.iterchildren(qn("w:tc")))
            for align, tc in zip(part.table.align, cells, strict=False):
                whole = tc.find(qn("w:tcPr")).find(qn("w:noWrap")) is not None
                assert whole == (align != "left" and not row.head)


def test_heading_turns_with_the_table_below_it(tmp_path: Path) -> None:
    document = wide(14)
    assert layout(document.tables[0], PAGES)[0].landscape
    chapter, heading, _, table = document.blocks[:4]
    blocks = (chapter, DocParagraph((Span("before"),)), heading, table)
    write(replace(document, blocks=blocks), {}, tmp_path / "wide.docx")
    paragraphs = docx.Document(str(tmp_path / "wide.docx")).paragraphs
    turns = next(i for i, p in enumerate(paragraphs) if p._p.find(f".//{qn('w:sectPr')}") is not None)
    assert turns < next(i for i, p in enumerate(paragraphs) if p.style.name == "Heading 2")


def test_relations_and_numbers_of_tables_do_not_break() -> None:
    spans = (Span("p", "italic"), Span(" < .05 (Table 4-12)"))
    made = runs(unbroken(spans))
    assert "\u00a0&lt;\u00a0.05" in made
    assert "4</w:t><w:noBreakHyphen/>" in made


def test_a_chinese_head_breaks_before_the_size_of_its_group() -> None:
    spans = (Span("合计（"), Span("n", "italic"), Span(" = 361）"))
    first, size = before_size(spans)
    assert plain(first) == "合计"
    assert size == (Span("（"), *spans[1:])
    for whole in ((Span("（n = 3）"),), (Span("合计"),), (Span("均值（分）"),)):
        assert before_size(whole) == (whole, ())
