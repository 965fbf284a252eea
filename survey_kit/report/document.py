"""The chapter typeset: numbers are rounded, sentences worded, captions numbered; no markup yet.

Writers take a ``Document`` and know nothing but their markup. Text is a sequence of ``Span``; the
strings in it are untrusted and must be escaped by the writer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeAlias

from survey_kit.report.blocks import Language

Style: TypeAlias = Literal["", "italic", "bold", "superscript", "subscript"]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style."""

    text: str
    style: Style = ""


Spans: TypeAlias = tuple[Span, ...]


def plain(spans: Spans) -> str:
    """The text without its styles."""
    return "".join(span.text for span in spans)


@dataclass(frozen=True, slots=True)
class TextCell:
    """A typeset cell. ``value`` is the raw number (None for text) and ``number_format`` the Excel
    format that shows it as ``spans`` do. ``interval`` holds the raw bounds of a cell that shows an
    interval; the format is then that of each bound.
    """

    spans: Spans
    value: float | int | None = None
    number_format: str = "General"
    interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A cell of the table head covering ``columns`` neighbouring columns and ``rows`` head rows."""

    spans: Spans
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class TextRow:
    """A typeset line. ``head``: a group head over the full width (one cell). ``level``: indent."""

    cells: tuple[TextCell, ...]
    level: int = 0
    head: bool = False


@dataclass(frozen=True, slots=True)
class DocTable:
    """A typeset table. ``heads`` are head rows from the top; covered places are left out.

    ``anchor`` is ``"<section>-<table>"``: unique in the document, letters, digits, ``-`` and ``_``.
    ``number`` is the caption's number, e.g. ``"4-1"``; ``word`` its word (表, Table).
    """

    anchor: str
    word: str
    number: str
    caption: Spans
    heads: tuple[tuple[HeadCell, ...], ...]
    rows: tuple[TextRow, ...]
    align: tuple[Literal["left", "right", "center"], ...]
    notes: tuple[Spans, ...] = ()

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.align)


@dataclass(frozen=True, slots=True)
class DocFigure:
    """A figure: caption and alternative text; ``stem`` is the bare name of its files in ``figures/``."""

    anchor: str
    word: str
    number: str
    caption: Spans
    alt: str
    stem: str
    notes: tuple[Spans, ...] = ()


@dataclass(frozen=True, slots=True)
class DocHeading:
    """``level`` 1 is the chapter, 2 a section, 3 a sub-heading. ``number`` is e.g. ``"4.1"``."""

    level: int
    number: str
    spans: Spans
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class DocParagraph:
    """Running text. ``role`` lets a writer set warnings, findings and references apart."""

    spans: Spans
    role: Literal["text", "finding", "warning", "reference", "methods"] = "text"


DocBlock: TypeAlias = DocTable | DocFigure | DocHeading | DocParagraph


@dataclass(frozen=True, slots=True)
class Document:
    """The typeset chapter. ``chapter`` is the number in front of captions."""

    title: str
    language: Language
    chapter: int
    blocks: tuple[DocBlock, ...]
    meta: Mapping[str, Any] = field(default_factory=dict)

    @property
    def tables(self) -> tuple[DocTable, ...]:
        return tuple(block for block in self.blocks if isinstance(block, DocTable))

    @property
    def figures(self) -> tuple[DocFigure, ...]:
        return tuple(block for block in self.blocks if isinstance(block, DocFigure))


@dataclass(frozen=True, slots=True)
class FigureFiles:
    """The files of one drawn figure and its size in inches."""

    png: Path
    svg: Path
    width: float
    height: float
