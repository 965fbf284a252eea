"""The chapter as plain text for a terminal: fixed width, East Asian characters count two."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
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
from survey_kit.report.writers.columns import naming

GAP = "  "
FIRST_COLUMN = 34  # widest first column before its text wraps


def char_width(char: str) -> int:
    """Terminal cells of one character."""
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def text_width(text: str) -> int:
    """Terminal cells of a text."""
    return sum(map(char_width, text))


def clean(text: str) -> str:
    """Without control characters and escape sequences; line breaks become blanks."""
    return "".join(c if unicodedata.category(c) not in ("Cc", "Cs") else " " for c in text)


_RAISED = str.maketrans(
    "0123456789+-−=()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
)
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def flat(spans: Spans) -> str:
    """The text; raised and lowered runs in the characters that Unicode has for them."""
    out = []
    for span in spans:
        if span.style == "superscript":
            out.append(span.text.translate(_RAISED))
        elif span.style == "subscript":
            out.append(span.text.translate(_LOWERED))
        else:
            out.append(span.text)
    return "".join(out)


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` cells; breaks at blanks and between East Asian characters."""
    lines: list[str] = []
    line = ""
    for word in _pieces(clean(text)):
        if text_width(line + word.rstrip()) <= width:
            line += word
            continue
        if line.strip():
            lines.append(line.rstrip())
        line = word.lstrip()
        while text_width(line) > width and len(line) > 1:  # one word longer than the line
            cut = _fit(line, width)
            lines.append(line[:cut])
            line = line[cut:]
    if line.strip() or not lines:
        lines.append(line.rstrip())
    return lines


def _fit(text: str, width: int) -> int:
    used = 0
    for at, char in enumerate(text):
        used += char_width(char)
        if used > width:
            return max(at, 1)
    return len(text)


_HELD = frozenset("=<>≤≥")
"""Signs that stay with what stands on both their sides."""
_NO_START = "，。、；：？！）》”’】%"


def _pieces(text: str) -> list[str]:
    """Places where a line may break: after blanks but not beside = and <, around East Asian characters."""
    pieces: list[str] = []
    word = ""
    for at, char in enumerate(text):
        if char == " " and word and {text[at - 1], text[at + 1 : at + 2]} & _HELD:
            word += char
            continue
        wide = char_width(char) == 2
        if wide and char not in _NO_START and word:
            pieces.append(word)
            word = ""
        word += char
        if char == " " or (wide and char not in "（《“‘【"):
            if char in _NO_START and pieces and len(word) == 1:
                pieces[-1] += word
            else:
                pieces.append(word)
            word = ""
    return [*pieces, word] if word else pieces


def _pad(text: str, width: int, align: str) -> str:
    space = max(width - text_width(text), 0)
    if align == "right":
        return " " * space + text
    if align == "center":
        return " " * (space // 2) + text + " " * (space - space // 2)
    return text + " " * space


def table(block: DocTable, width: int = 80) -> str:
    """A three-line table; one too wide for the terminal is cut into parts that repeat the names of the rows."""
    body = [_row_texts(row, block.width) for row in block.rows]
    heads = _head_grid(block)
    widths = [
        max([text_width(r[j]) for r, row in zip(body, block.rows, strict=True) if not row.head] + [0])
        for j in range(block.width)
    ]
    for grid_row in heads:
        for j, (text, span) in enumerate(grid_row):
            if span == 1:
                widths[j] = max(widths[j], text_width(text))
    first = min(widths[0], FIRST_COLUMN)
    room = max(width - first - len(GAP), 8)
    widths = [first, *[min(w, room) for w in widths[1:]]]
    spans = [(j, j + span) for row in heads for j, (_, span) in enumerate(row) if span > 1]
    for grid_row in heads:
        for j, (text, span) in enumerate(grid_row):
            if span > 1:
                widths[j : j + span] = _widened(widths[j : j + span], min(text_width(text), room))
    parts = _parts(widths, width, spans, naming(block))
    caption = f"{block.word} {block.number}  {flat(block.caption)}"
    out = wrap(caption, width)
    for k, part in enumerate(parts):
        if k:
            out.append("")
        out += _part(part, widths, heads, body, block)
    for note in block.notes:
        out += wrap(flat(note), width)
    return "\n".join(line.rstrip() for line in out)


def _row_texts(row: TextRow, width: int) -> list[str]:
    texts = [clean(flat(cell.spans)) for cell in row.cells]
    texts[0] = "  " * row.level + texts[0]
    return texts + [""] * (width - len(texts))


def _head_grid(block: DocTable) -> list[list[tuple[str, int]]]:
    """Head rows as one (text, span) a column; covered places are ("", 0 or 1)."""
    grid: list[list[tuple[str, int]]] = [[("", 1)] * block.width for _ in block.heads]
    free_from = [0] * block.width
    for level, row in enumerate(block.heads):
        at = 0
        for cell in row:
            while at < block.width and free_from[at] > level:
                at += 1
            # a head over several rows stands in its lowest one, next to the rule
            bottom = level + cell.rows - 1
            grid[bottom][at] = (clean(flat(cell.spans)), cell.columns)
            for column in range(at, min(at + cell.columns, block.width)):
                free_from[column] = level + cell.rows
                if column > at:
                    grid[bottom][column] = ("", 0)
            at += cell.columns
    return grid


def _widened(widths: list[int], needed: int) -> list[int]:
    """Columns that together leave room for the head above them."""
    lacking = max(needed - _total(widths), 0)
    return [w + (lacking + at) // len(widths) for at, w in enumerate(widths)]


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + len(GAP) * (len(widths) - 1)


def _parts(
    widths: Sequence[int], width: int, spans: Sequence[tuple[int, int]], names: int
) -> list[list[int]]:
    """Columns of each part; those under one head stay together where a line can hold them."""
    if names > 1 and _total([*widths[:names], max(widths[names:])]) > width:
        names = 1
    repeated = list(range(names))
    ends = {start: end for start, end in spans if _total([*widths[:names], *widths[start:end]]) <= width}
    parts: list[list[int]] = []
    part = repeated
    at = names
    while at < len(widths):
        together = list(range(at, ends.get(at, at + 1)))
        if _total([widths[c] for c in (*part, *together)]) > width and len(part) > names:
            parts.append(part)
            part = repeated
        part = [*part, *together]
        at = together[-1] + 1
    return [*parts, part]


def _part(
    part: list[int],
    widths: Sequence[int],
    heads: list[list[tuple[str, int]]],
    body: list[list[str]],
    block: DocTable,
) -> list[str]:
    total = _total([widths[j] for j in part])
    lines = ["─" * total]
    for grid_row in heads:
        line = []
        done: set[int] = set()
        for j in part:
            if j in done:
                continue
            start = max(
                c for c in range(j + 1) if grid_row[c][1] > 0
            )  # the head may begin in the part before
            text, span = grid_row[start]
            covered = [c for c in range(start, start + span) if c in part]
            done.update(covered)
            room = _total([widths[c] for c in covered])
            align = "center" if span > 1 else block.align[j]
            line.append(_pad(text[: _fit(text, room)], room, align))
        lines.append(GAP.join(line))
    lines.append("─" * total)
    for texts, row in zip(body, block.rows, strict=True):
        if row.head:
            lines += wrap(texts[0], total)
            continue
        cells = [wrap(texts[j], widths[j]) for j in part]
        indent = "  " * row.level
        cells[0] = [cells[0][0] if i == 0 else indent + t for i, t in enumerate(cells[0])]
        if row.level:
            cells[0] = [
                indent + t if i == 0 and not t.startswith(indent) else t for i, t in enumerate(cells[0])
            ]
        for i in range(max(map(len, cells))):
            lines.append(
                GAP.join(
                    _pad(cell[i] if i < len(cell) else "", widths[j], block.align[j])
                    for j, cell in zip(part, cells, strict=True)
                )
            )
    lines.append("─" * total)
    return lines


def _block(block: DocBlock, width: int) -> str:
    match block:
        case DocTable():
            return table(block, width)
        case DocFigure():
            return "\n".join(wrap(f"[{block.word} {block.number}  {flat(block.caption)}]", width))
        case DocHeading():
            title = f"{block.number} {flat(block.spans)}".strip()
            lines = wrap(title, width)
            rule = "═" if block.level <= 2 else "─"
            return "\n".join([*lines, rule * min(max(map(text_width, lines)), width)])
        case _:
            mark = "! " if block.role == "warning" else ""
            return "\n".join(wrap(mark + flat(block.spans), width))


def dumps(document: Document, width: int = 80) -> str:
    """The whole text, at most ``width`` cells a line."""
    return "\n\n".join(_block(block, width) for block in document.blocks) + "\n"


def write(document: Document, figures: Mapping[str, FigureFiles], path: Path) -> None:  # noqa: ARG001
    """Write the chapter as text."""
    path.write_text(dumps(document), encoding="utf-8", newline="\n")
