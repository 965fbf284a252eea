"""The chapter typeset: sections numbered, captions numbered, everything worded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from survey_kit.report.blocks import (
    Figure,
    Finding,
    Heading,
    Label,
    Language,
    Report,
    Say,
    Section,
    Skipped,
    Table,
    say,
)
from survey_kit.report.document import (
    DocBlock,
    DocFigure,
    DocHeading,
    DocParagraph,
    Document,
    Span,
    Spans,
)
from survey_kit.report.references import REFERENCES, entries
from survey_kit.report.table_setting import joined, opened, set_table
from survey_kit.report.wording import Wording, clean, parse
from survey_kit.report.words import Catalogue

Role: TypeAlias = Literal["text", "finding", "warning", "reference", "methods"]
_NOT_IN_ANCHORS: Final = re.compile(r"[^A-Za-z0-9_-]+")


def typeset(report: Report, catalogue: Catalogue, language: Language, *, chapter: int = 4) -> Document:
    """Round, word and number a report.

    Tables and figures are numbered through the chapter (4-1, 4-2, …), sections 4.1, 4.2, …,
    sub-headings 4.1.1. Each section opens with its method and says where its results stand. After the
    last section come the remarks on the data, what is needed to repeat the run, and the references
    that the sections cite, in alphabetical order.

    Raises
    ------
    KeyError
        The catalogue lacks a key: a mistake of ours.
    """
    words = Wording(catalogue, language)
    desk = _Desk(words, chapter)
    desk.blocks.append(
        DocHeading(1, str(chapter), words.spans(say("page.chapter_title")), f"chapter-{chapter}")
    )
    for section in report.sections:
        if isinstance(section, Skipped):
            desk.heading(section.id, section.title)
            desk.paragraph(words.spans(say("page.skipped", reason=section.reason)))
        else:
            desk.section(section)
    _closing(report, desk, words)
    return Document(
        title=clean(_title(report.meta.get("title"), words)),
        language=language,
        chapter=chapter,
        blocks=tuple(desk.blocks),
        meta=report.meta,
    )


@dataclass(slots=True)
class _Desk:
    """The page being set: what is on it, and the numbers given so far."""

    words: Wording
    chapter: int
    blocks: list[DocBlock] = field(default_factory=list)
    sections: int = 0
    headings: int = 0
    tables: int = 0
    figures: int = 0
    anchors: set[str] = field(default_factory=set)

    def section(self, section: Section) -> None:
        self.heading(section.id, section.title)
        methods = [self.words.spans(method) for method in section.methods]
        places = self._places(section)
        if places:
            methods.append(self.words.spans(say("page.results_in", places=places)))
        if methods:
            self.paragraph(joined(methods, self.words), "methods")
        findings: list[Spans] = []
        for block in section.blocks:
            if isinstance(block, Finding) and block.level == "finding":
                findings.append(self.words.spans(block.say))
                continue
            self._flush(findings)
            match block:
                case Table():
                    self.tables += 1
                    anchor = self.anchor(section.id, block.id)
                    number = f"{self.chapter}-{self.tables}"
                    self.blocks.append(set_table(block, self.words, anchor=anchor, number=number))
                case Figure():
                    self.figures += 1
                    self.blocks.append(self._figure(block, self.anchor(section.id, block.id)))
                case Heading():
                    self._subheading(section.id, block)
                case Finding():
                    self.paragraph(self.words.spans(block.say), "warning")
        self._flush(findings)

    def heading(self, section_id: str, title: Say) -> None:
        self.sections += 1
        self.headings = 0
        number = f"{self.chapter}.{self.sections}"
        self.blocks.append(DocHeading(2, number, self.words.spans(title), self.anchor(section_id)))

    def unnumbered(self, key: str) -> None:
        """A heading of the closing part."""
        self.blocks.append(DocHeading(2, "", self.words.spans(say(key)), self.anchor(key)))

    def paragraph(self, spans: Spans, role: Role = "text") -> None:
        if spans:
            self.blocks.append(DocParagraph(spans, role))

    def anchor(self, *parts: str) -> str:
        """A name for links and files that no other block has."""
        base = _NOT_IN_ANCHORS.sub("_", "-".join(parts))[:80]
        name, count = base, 1
        while name in self.anchors:
            count += 1
            name = f"{base}-{count}"
        self.anchors.add(name)
        return name

    def _flush(self, findings: list[Spans]) -> None:
        self.paragraph(joined(findings, self.words), "finding")
        findings.clear()

    def _subheading(self, section_id: str, block: Heading) -> None:
        self.headings += 1
        number = f"{self.chapter}.{self.sections}.{self.headings}"
        anchor = self.anchor(section_id, f"h{self.headings}")
        self.blocks.append(DocHeading(3, number, self.words.spans(block.say), anchor))

    def _figure(self, figure: Figure, anchor: str) -> DocFigure:
        kind = say(f"page.figure.{figure.kind}")
        return DocFigure(
            anchor=anchor,
            word=self.words.text(say("page.figure")),
            number=f"{self.chapter}-{self.figures}",
            caption=self.words.spans(figure.title),
            alt=self.words.text(say("page.figure_alt", title=figure.title, kind=kind)),
            stem=anchor,
            notes=opened([self.words.spans(note) for note in figure.notes], self.words),
        )

    def _places(self, section: Section) -> tuple[Say, ...]:
        tables = sum(isinstance(block, Table) for block in section.blocks)
        figures = sum(isinstance(block, Figure) for block in section.blocks)
        return (
            *self._range("table", self.tables, tables),
            *self._range("figure", self.figures, figures),
        )

    def _range(self, what: str, before: int, count: int) -> tuple[Say, ...]:
        if not count:
            return ()
        first, last = f"{self.chapter}-{before + 1}", f"{self.chapter}-{before + count}"
        key = f"page.one_{what}" if count == 1 else f"page.{'two' if count == 2 else 'more'}_{what}s"
        return (say(key, first=first, last=last),)


def _closing(report: Report, desk: _Desk, words: Wording) -> None:
    desk.unnumbered("page.remarks")
    for remark in report.remarks:
        desk.paragraph(words.spans(remark.text), "warning" if remark.level == "warning" else "text")
    source, versions = report.meta.get("input", {}), report.meta.get("versions", {})
    desk.paragraph(
        words.spans(
            say(
                "page.provenance",
                version=str(versions.get("survey-kit", "–")),
                **{name: str(versions.get(name, "–")) for name in ("python", "numpy", "scipy")},
                file=str(source.get("name", "–")),
                sha256=str(source.get("sha256", "–")),
                seed=str(report.meta.get("seed", "–")),
            )
        )
    )
    cited = {key for section in report.sections if isinstance(section, Section) for key in section.references}
    if cited & REFERENCES.keys():
        desk.unnumbered("page.references")
        for entry in entries(cited, words.language):
            desk.paragraph(tuple(Span(piece.text, piece.style) for piece in parse(entry)), "reference")


def _title(title: Label | Mapping[str, str] | str | None, words: Wording) -> str:
    if isinstance(title, Label):
        return title.text(words.language)
    if isinstance(title, Mapping):
        return str(title.get(words.language, ""))
    return title or words.text(say("page.chapter_title"))
