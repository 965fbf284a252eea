"""The chapter as one self-contained web page.

The page asks nobody for anything: style and pictures are inside it, scripts there are none, and a
content security policy forbids what a label might have smuggled in. Escaping is the template
engine's, switched on for every value.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
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
    TextRow,
)

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_TEMPLATES: Final = Path(__file__).parent / "templates"
_TAGS: Final = {"italic": "i", "bold": "b", "superscript": "sup", "subscript": "sub"}
_WORDS: Final = {
    "en": {"lang": "en", "contents": "Contents", "tables": "Tables", "figures": "Figures"},
    "zh": {"lang": "zh-Hans", "contents": "目录", "tables": "表目录", "figures": "图目录"},
}


def write(document: Document, figures: Mapping[str, FigureFiles], path: Path) -> None:
    """Write the chapter as one HTML file with its pictures inside.

    Parameters
    ----------
    document
        The typeset chapter.
    figures
        Drawn figures by stem; one that is missing is shown by its alternative text.
    path
        The file to write.
    """
    path.write_text(page(document, figures), encoding="utf-8")


def page(document: Document, figures: Mapping[str, FigureFiles]) -> str:
    """The whole page as text."""
    from markupsafe import Markup

    words = _WORDS[document.language]
    headings = [b for b in document.blocks if isinstance(b, DocHeading) and b.anchor]
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            document=document,
            lang=words["lang"],
            words=words,
            # our own file, not a value from outside
            css=Markup((_TEMPLATES / "page.css").read_text(encoding="utf-8")),  # noqa: S704
            headings=headings,
            lists=((words["tables"], document.tables), (words["figures"], document.figures)),
            pictures={stem: _picture(files) for stem, files in figures.items()},
        )
    )


def table_html(table: DocTable) -> str:
    """One table as a fragment of HTML, e.g. for a notebook."""
    return _environment().get_template("table.html.jinja").render(table=table)


def inline(spans: Spans) -> Markup:
    """Styled text, escaped."""
    from markupsafe import Markup, escape

    parts = []
    for span in spans:
        tag = _TAGS.get(span.style)
        text = escape(span.text)
        parts.append(f"<{tag}>{text}</{tag}>" if tag else text)
    return Markup("".join(parts))  # noqa: S704 – every part is escaped above


def heading_text(heading: DocHeading) -> Markup:
    """A heading with its number; a blank parts them."""
    from markupsafe import Markup

    return (
        Markup("{} {}").format(heading.number, inline(heading.spans))
        if heading.number
        else inline(heading.spans)
    )


@dataclass(frozen=True, slots=True)
class _Head:
    """A head cell with the place it takes."""

    spans: Spans
    columns: int
    rows: int
    classes: str


def _heads(table: DocTable) -> list[list[_Head]]:
    """Head cells aligned as the columns below them; one that spans several is a spanner, centred."""
    covered = [0] * table.width  # head row up to which a column is taken from above
    result = []
    for level, row in enumerate(table.heads):
        cells = []
        at = 0
        for cell in row:
            while at < table.width and covered[at] > level:
                at += 1
            classes = "center spanner" if cell.columns > 1 else table.align[min(at, table.width - 1)]
            cells.append(_Head(cell.spans, cell.columns, cell.rows, classes))
            for column in range(at, min(at + cell.columns, table.width)):
                covered[column] = level + cell.rows
            at += cell.columns
        result.append(cells)
    return result


def _groups(table: DocTable) -> list[list[TextRow]]:
    """Rows parted before every group head."""
    groups: list[list[TextRow]] = [[]]
    for row in table.rows:
        if row.head and groups[-1]:
            groups.append([])
        groups[-1].append(row)
    return [group for group in groups if group]


@dataclass(frozen=True, slots=True)
class _Picture:
    """A picture as a data address and its size in CSS pixels."""

    source: str
    width: int
    height: int


def _picture(files: FigureFiles) -> _Picture:
    png, svg = files.png.read_bytes(), files.svg.read_bytes()
    kind, data = ("svg+xml", svg) if len(svg) <= len(png) else ("png", png)
    source = f"data:image/{kind};base64,{base64.b64encode(data).decode()}"
    return _Picture(source, round(files.width * 96), round(files.height * 96))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(inline=inline, heading_text=heading_text, heads=_heads, groups=_groups)
    environment.tests["heading"] = lambda block: isinstance(block, DocHeading)
    environment.tests["paragraph"] = lambda block: isinstance(block, DocParagraph)
    environment.tests["table"] = lambda block: isinstance(block, DocTable)
    environment.tests["figure"] = lambda block: isinstance(block, DocFigure)
    return environment
