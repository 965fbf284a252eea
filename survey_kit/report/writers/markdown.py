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
_LINE_START = re.compile(r"^(\s*)([-+=>:#]|\d+[.)])")


def escape(text: str) -> str:
    """Text that shows as itself: no emphasis, link, image, table, heading, list or HTML."""
    text = " ".join(text.split())
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _SPECIAL.sub(r"\\\1", text)
    return _LINE_START.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", text)


def inline(spans: Spans) -> str:
    """Styled text. Superscripts and subscripts become HTML, which every renderer knows."""
    out = []
    for span in spans:
        text = escape(span.text) if span.text.strip() else span.text
        # escape() joins blanks; those at the ends of a run part it from its neighbours
        text = text if not span.text[:1].isspace() or not text.strip() else f" {text}"
        text = text if not span.text[-1:].isspace() or not text.strip() else f"{text} "
        match span.style:
            case "italic":
                text = f"*{text}*"
            case "bold":
                text = f"**{text}**"
            case "superscript":
                text = f"<sup>{text}</sup>"
            case "subscript":
                text = f"<sub>{text}</sub>"
        out.append(text)
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
    notes = [f"{inline(note)}" for note in block.notes]
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
    return "\n\n".join([image, caption, *[inline(note) for note in block.notes]])


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
            text = inline(block.spans)
            return f"> {text}" if block.role == "warning" else text


def dumps(document: Document) -> str:
    """The whole text."""
    return "\n\n".join(_block(block) for block in document.blocks) + "\n"


def write(document: Document, figures: Mapping[str, FigureFiles], path: Path) -> None:  # noqa: ARG001
    """Write the chapter; pictures are linked from ``figures/`` beside the file."""
    path.write_text(dumps(document), encoding="utf-8", newline="\n")
