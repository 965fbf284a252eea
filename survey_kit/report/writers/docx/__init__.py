"""The chapter as a Word file that looks like a thesis: three-line tables, real headings and captions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from survey_kit.report.document import (
    DocFigure,
    DocHeading,
    DocParagraph,
    DocTable,
    Document,
    FigureFiles,
    Spans,
    plain,
)
from survey_kit.report.writers.columns import Page, layout
from survey_kit.report.writers.docx.package import new_document, save
from survey_kit.report.writers.docx.styles import SIZE_5, SIZE_5S, SIZE_6, W
from survey_kit.report.writers.docx.tables import table_xml
from survey_kit.report.writers.docx.text import caption, continued, escape, paragraph, run, runs, unbroken

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

CM: Final = 567  # twentieths of a point
EMU: Final = 914_400  # of an inch
PAPER: Final = (11_906, 16_838)  # A4
MARGIN, INNER_MARGIN = round(2.5 * CM), round(3.0 * CM)
TEXT_WIDTH: Final = PAPER[0] - MARGIN - INNER_MARGIN
WIDE_TEXT_WIDTH: Final = PAPER[1] - 2 * MARGIN
FIGURE_WIDTH, FIGURE_HEIGHT = 15 / 2.54, 18 / 2.54  # inches, at most
LONG_WORD: Final = 30

PAGES: Final = (
    Page(SIZE_5 / 2, TEXT_WIDTH / (SIZE_5 * 10)),
    Page(SIZE_5S / 2, TEXT_WIDTH / (SIZE_5S * 10)),
    Page(SIZE_6 / 2, TEXT_WIDTH / (SIZE_6 * 10), tight=True),
    Page(SIZE_5S / 2, WIDE_TEXT_WIDTH / (SIZE_5S * 10), landscape=True),
)
_NAMESPACES: Final = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


def write(document: Document, figures: Mapping[str, FigureFiles], path: Path) -> None:
    """Write the chapter to ``path``.

    Parameters
    ----------
    document
        The typeset chapter.
    figures
        Drawn figures by their stem; a figure that is absent is described in words.
    path
        The file to write; the same document gives the same bytes.
    """
    from docx.oxml import parse_xml

    word = new_document(document)
    body = word.element.body
    references = "".join(
        f'<w:{kind}Reference w:type="default" r:id="{rid}"/>' for kind, rid in _header_and_footer(word)
    )
    content = _Body(word, document, figures, references).xml()
    for child in list(body):
        body.remove(child)
    for child in list(parse_xml(f"<w:body {_NAMESPACES}>{content}</w:body>")):
        body.append(child)
    save(word, path)


def _header_and_footer(word: WordDocument) -> list[tuple[str, str]]:
    section = word.sections[0]._sectPr
    return [
        (kind, reference.rId)
        for kind, references in (
            ("header", section.xpath("w:headerReference")),
            ("footer", section.xpath("w:footerReference")),
        )
        for reference in references
    ]


class _Body:
    """The text from top to bottom, with a change of section wherever the paper turns."""

    def __init__(
        self, word: WordDocument, document: Document, figures: Mapping[str, FigureFiles], references: str
    ) -> None:
        self.word = word
        self.document = document
        self.figures = figures
        self.references = references
        self.chinese = document.language == "zh"
        self.gap = "" if self.chinese else " "
        self.parts: list[str] = []
        self.landscape = False
        self.captions = 0
        self.pictures = 0

    def xml(self) -> str:
        for at, block in enumerate(self.document.blocks):
            match block:
                case DocTable():
                    self._table(block)
                case DocFigure():
                    self._turn(landscape=False)
                    self._figure(block)
                case DocHeading():
                    self._turn(landscape=self._landscape_after(at))
                    number = f"{block.number}  " if block.number else ""
                    self.parts.append(paragraph(run(number) + runs(block.spans), f"Heading{block.level}"))
                case DocParagraph():
                    self._turn(landscape=False)
                    style = "Bibliography" if block.role == "reference" else "BodyText"
                    # a long unbreakable word would tear a justified line apart
                    torn = any(len(word) > LONG_WORD for word in plain(block.spans).split())
                    self.parts.append(
                        paragraph(
                            runs(self._whole(block.spans)), style, '<w:jc w:val="left"/>' if torn else ""
                        )
                    )
        return "".join(self.parts) + self._section(landscape=self.landscape)

    def _landscape_after(self, at: int) -> bool:
        """Whether a heading stands over a table for which the page turns: then it turns with it."""
        below = next((b for b in self.document.blocks[at:] if not isinstance(b, DocHeading)), None)
        return isinstance(below, DocTable) and layout(below, PAGES)[0].landscape

    def _turn(self, *, landscape: bool) -> None:
        if landscape == self.landscape:
            return
        if self.parts:
            # a section ends with a paragraph; the smallest there is, for the page before may be full
            small = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
            self.parts.append(f"<w:p><w:pPr>{small}{self._section(landscape=self.landscape)}</w:pPr></w:p>")
        self.landscape = landscape

    def _section(self, *, landscape: bool) -> str:
        width, height = (PAPER[1], PAPER[0]) if landscape else PAPER
        orient = ' w:orient="landscape"' if landscape else ""
        left = MARGIN if landscape else INNER_MARGIN
        return (
            f'<w:sectPr>{self.references}<w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{width}" w:h="{height}"{orient}/>'
            f'<w:pgMar w:top="{MARGIN}" w:right="{MARGIN}" w:bottom="{MARGIN}" w:left="{left}" '
            f'w:header="{round(1.5 * CM)}" w:footer="{round(1.5 * CM)}" w:gutter="0"/></w:sectPr>'
        )

    def _whole(self, spans: Spans) -> Spans:
        # between East Asian characters a line may end anywhere, and does so inside such words
        return spans if self.chinese else unbroken(spans)

    def _caption(self, block: DocTable | DocFigure, *, keep_next: bool) -> None:
        self.captions += 1
        self.parts.append(
            caption(
                block.word,
                block.number,
                block.caption,
                bookmark=self.captions,
                gap=self.gap,
                keep_next=keep_next,
            )
        )

    def _table(self, block: DocTable) -> None:
        page, slices = layout(block, PAGES)
        self._turn(landscape=page.landscape)
        for index, part in enumerate(slices):
            if index:
                self.parts.append(continued(block.word, block.number, block.caption, chinese=self.chinese))
            else:
                self._caption(block, keep_next=True)
            last = index == len(slices) - 1
            self.parts.append(table_xml(part, page, keep_last=last and bool(block.notes)))
        self._notes(block)

    def _figure(self, block: DocFigure) -> None:
        files = self.figures.get(block.stem)
        content = run(f"[{block.alt}]") if files is None else self._picture(block, files)
        self.parts.append(paragraph(content, "Figure"))
        self._caption(block, keep_next=bool(block.notes))
        self._notes(block)

    def _notes(self, block: DocTable | DocFigure) -> None:
        for index, note in enumerate(block.notes):
            more = index < len(block.notes) - 1
            self.parts.append(
                paragraph(runs(self._whole(note)), "TableNote", "<w:keepNext/>" if more else "")
            )
        # white space between a table and the text below it belongs to neither
        self.parts.append('<w:p><w:pPr><w:pStyle w:val="TableNote"/></w:pPr></w:p>')

    def _picture(self, block: DocFigure, files: FigureFiles) -> str:
        relation, _ = self.word.part.get_or_add_image(str(files.png))
        self.pictures += 1
        scale = min(1.0, FIGURE_WIDTH / files.width, FIGURE_HEIGHT / files.height)
        size = f'cx="{round(files.width * scale * EMU)}" cy="{round(files.height * scale * EMU)}"'
        name = escape(f"{block.word}{self.gap}{block.number}")
        described = f'id="{self.pictures}" name="{name}" descr="{escape(block.alt)}"'
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f'<wp:docPr {described}/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>'
            "</wp:cNvGraphicFramePr><a:graphic><a:graphicData "
            'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr id="{self.pictures}" name="{escape(block.stem)}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r>"
        )
