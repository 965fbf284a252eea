"""The chapter as one Markdown file (GitHub flavour: pipe tables)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from survey_kit.report.document import (
    DocBlock,
    DocFigure,
    DocHeading,
    DocTable,
    Document,
    FigureFiles,
    Spans,
    TextRow,
)

_SPECIAL = re.compile(r"([\\`*_\[\]|~$])")
# Marks that matter at the start of a line only: heads, lists, rules, quotes, set-text heads
_LINE_START = re.compile(r"^(#|>|[-+=]+(?=\s|$)|--|==|\d+[.)](?=\s|$))")


def escape(text: str) -> str:
    """Text that shows as itself: no emphasis, link, image, table or HTML."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(r"\\\1", text)


def paragraph(text: str) -> str:
    """Escaped text as a line of its own: no heading, list, rule or quotation."""
    return _LINE_START.sub(lambda m: f"{m[1][:-1]}\\{m[1][-1]}", text.strip())


def inline(spans: Spans) -> str:
    """Styled text on one line. Superscripts and subscripts become HTML, which every renderer knows."""
    out = []
    for span in spans:
        text = escape(re.sub(r"\s+", " ", span.text))
        # a mark must touch its text, so blanks at the ends stay outside
        inner = text.strip()
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        if not inner:
            out.append(text)
            continue
        match span.style:
            case "italic":
                inner = f"*{inner}*"
            case "bold":
                inner = f"**{inner}**"
            case "superscript":
                inner = f"<sup>{inner}</sup>"
            case "subscript":
                inner = f"<sub>{inner}</sub>"
        out.append(before + inner + after)
    return "".join(out)


def table(block: DocTable) -> str:
    """A pipe table. It has one head row only, so heads that span columns are joined to those below."""
    heads = [""] * block.width
    open_until = [0] * block.width  # head row up to which a place is covered from above
    for level, row in enumerate(block.heads):
        at = 0
        for cell in row:
            while at < block.width and open_until[at] > level:
                at += 1
            for column in range(at, min(at + cell.columns, block.width)):
                heads[column] = " – ".join(filter(None, (heads[column], inline(cell.spans))))
                open_until[column] = level + cell.rows
            at += cell.columns
    marks = {"left": ":---", "right": "---:", "center": ":---:"}
    lines = [_line(heads), _line([marks[align] for align in block.align])]
    lines += [_line(_cells(row, block.width)) for row in block.rows]
    notes = [paragraph(inline(note)) for note in block.notes]
    caption = f"**{block.word} {block.number}** {inline(block.caption)}"
    return "\n\n".join([caption, "\n".join(lines), *notes])


def _cells(row: TextRow, width: int) -> list[str]:
    cells = [inline(cell.spans) for cell in row.cells]
    if row.head:
        return [f"**{cells[0]}**" if cells[0] else "", *[""] * (width - 1)]
    cells[0] = "&emsp;" * row.level + cells[0]
    return cells + [""] * (width - len(cells))


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _figure(block: DocFigure) -> str:
    caption = f"**{block.word} {block.number}** {inline(block.caption)}"
    image = f"![{escape(block.alt)}](figures/{block.stem}.png)"
    return "\n\n".join([image, caption, *[paragraph(inline(note)) for note in block.notes]])


def _block(block: DocBlock) -> str:
    match block:
        case DocTable():
            return table(block)
        case DocFigure():
            return _figure(block)
        case DocHeading():
            number = f"{block.number} " if block.number else ""
            return f"{'#' * block.level} {number}{inline(block.spans)}"
        case _:
            text = paragraph(inline(block.spans))
            return f"> {text}" if block.role == "warning" else text


def dumps(document: Document) -> str:
    """The whole text."""
    return "\n\n".join(_block(block) for block in document.blocks) + "\n"


def write(document: Document, figures: Mapping[str, FigureFiles], path: Path) -> None:  # noqa: ARG001
    """Write the chapter; pictures are linked from ``figures/`` beside the file."""
    path.write_text(dumps(document), encoding="utf-8", newline="\n")
