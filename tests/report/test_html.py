"""The web page: self-contained, escaped, accessible."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from survey_kit.report.blocks import Language
from survey_kit.report.document import (
    DocFigure,
    DocHeading,
    DocParagraph,
    DocTable,
    Document,
    HeadCell,
    Span,
    TextCell,
    TextRow,
)
from survey_kit.report.typeset import typeset
from survey_kit.report.writers import html
from tests.report.sample import CATALOGUE, REPORT, figure_files

_VOID = {"meta", "img", "br", "hr", "link", "input"}
EVIL = "\"><script>alert('x')</script><img src=http://example.org/x onerror=alert(1)>"


class Page(HTMLParser):
    """Elements with their attributes and text; complains about tags that do not match."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((self._open[-1] if self._open else "", data))

    def named(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def text(self) -> str:
        return "".join(data for tag, data in self.texts if tag != "style")


@pytest.fixture(scope="module", params=["en", "zh"])
def language(request: pytest.FixtureRequest) -> Language:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def document(language: Language) -> Document:
    return typeset(REPORT, CATALOGUE, language)


@pytest.fixture(scope="module")
def text(document: Document, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("html")
    html.write(document, figure_files(document, folder / "figures"), folder / "report.html")
    return (folder / "report.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    return Page(text)


def test_nothing_is_fetched_and_nothing_runs(page: Page, text: str) -> None:
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "link", "iframe", "object", "embed", "base", "form", "svg"}
    for _, attributes in page.elements:
        for name, value in attributes.items():
            assert not name.startswith("on")
            if name in ("src", "href"):
                assert value.startswith(("data:image/png;base64,", "data:image/svg+xml;base64,", "#"))
    css = "".join(data for tag, data in page.texts if tag == "style")
    assert "url(" not in css
    assert "@import" not in css
    policies = [a["content"] for a in page.named("meta") if "http-equiv" in a]
    assert policies == [
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    ]


def test_labels_are_text(page: Page, language: Language) -> None:
    shown = page.text()
    assert ("<script>alert('x')</script>" if language == "en" else "<script>alert('甲')</script>") in shown
    assert "http://example.org" in shown
    assert "$x_1$" in shown


def test_language_and_every_part(page: Page, document: Document, language: Language) -> None:
    assert page.named("html")[0]["lang"] == {"en": "en", "zh": "zh-Hans"}[language]
    assert len(page.named("table")) == len(document.tables)
    assert len(page.named("caption")) == len(document.tables)
    assert len(page.named("img")) == len(document.figures)
    assert [image["alt"] for image in page.named("img")] == [figure.alt for figure in document.figures]
    shown = " ".join(page.text().split())
    for block in (*document.tables, *document.figures):
        assert f"{block.word} {block.number}" in shown


def test_links_lead_somewhere(page: Page) -> None:
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = [link["href"][1:] for link in page.named("a")]
    assert targets
    assert set(targets) <= set(ids)
    assert {a["aria-labelledby"] for _, a in page.elements if "aria-labelledby" in a} <= set(ids)


def test_heads_have_a_scope(page: Page) -> None:
    assert {head["scope"] for head in page.named("th")} == {"col", "colgroup", "row", "rowgroup"}
    assert any(head.get("rowspan") == "2" for head in page.named("th"))


def test_the_same_bytes_every_time(document: Document, text: str, tmp_path: Path) -> None:
    files = figure_files(document, tmp_path / "figures")
    assert html.page(document, files) == text


def _evil(language: Language = "en") -> Document:
    spans = (Span(EVIL), Span(EVIL, "italic"))
    table = DocTable(
        "a-b",
        EVIL,
        EVIL,
        spans,
        ((HeadCell(spans),),),
        (TextRow((TextCell(spans),), head=True), TextRow((TextCell(spans),))),
        ("left",),
        (spans,),
    )
    figure = DocFigure("a-c", EVIL, EVIL, spans, EVIL, "none", (spans,))
    blocks = (DocHeading(2, EVIL, spans, "x"), DocParagraph(spans, "warning"), table, figure)
    return Document(EVIL, language, 4, blocks)


def test_markup_in_every_place_is_escaped(tmp_path: Path) -> None:
    document = _evil()
    pictures = figure_files(document, tmp_path)
    for files in ({}, pictures):
        text = html.page(document, files)
        assert "<script" not in text
        page = Page(text)
        assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)
        assert len(page.named("img")) == len(files)
        assert all(image["alt"] == EVIL for image in page.named("img"))
        assert page.text().count(EVIL) >= 12


def test_fragment_for_notebooks() -> None:
    fragment = html.table_html(_evil().tables[0])
    assert fragment.startswith('<div class="table short"')
    assert "<script" not in fragment
    Page(fragment)


def test_head_over_several_columns_stands_over_them() -> None:
    def head(text: str, columns: int = 1, rows: int = 1) -> HeadCell:
        return HeadCell((Span(text),), columns, rows)

    table = DocTable(
        "t",
        "Table",
        "1",
        (Span("c"),),
        ((head("v", rows=2), head("m", 2), head("p", rows=2)), (head("b"), head("se"))),
        (),
        ("left", "right", "right", "center"),
    )
    cells = Page(html.table_html(table)).named("th")
    assert [cell["class"] for cell in cells] == ["left", "center spanner", "center", "right", "right"]
    assert [cell["scope"] for cell in cells] == ["col", "colgroup", "col", "col", "col"]
