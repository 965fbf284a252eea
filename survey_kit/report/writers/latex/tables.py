"""Three-line tables in LaTeX (booktabs)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from survey_kit.report.document import DocTable, Spans, TextRow
from survey_kit.report.writers.column_widths import INDENT, PADDING, head_line, head_places
from survey_kit.report.writers.columns import Page, Part, layout
from survey_kit.report.writers.latex.text import inline, unbroken

SHORT: Final = 15  # a table of so many rows is kept on one page
WIDER: Final = 1.04  # Latin Modern against the type that widths are estimated for
_GAP: Final = PADDING * WIDER


def table_source(
    block: DocTable, pages: tuple[Page, ...], *, chinese: bool, before: Sequence[str] = ()
) -> str:
    """A table with caption and notes, in slices where it is too wide for any page.

    ``before`` are the headings above it.
    """
    page, parts = layout(block, pages)
    last = int(block.number.rpartition("-")[2])
    sources = [rf"\setcounter{{table}}{{{last - 1}}}"]
    if page.landscape:
        sources.append(r"\begin{landscape}")
    sources += before
    sources.append(
        rf"\begingroup\linespread{{1.1}}\fontsize{{{page.size:g}pt}}{{{page.size * 1.25:g}pt}}\selectfont"
    )
    sources.append(rf"\setlength{{\tabcolsep}}{{{_GAP / 2:g}em}}")
    for index, part in enumerate(parts):
        caption = _caption(block, continued=bool(index), chinese=chinese)
        long = len(block.rows) > SHORT
        sources.append(_long(part, caption) if long else _short(part, caption))
    sources += [note_source(note) for note in block.notes]
    sources.append(r"\par\endgroup\medskip")
    if page.landscape:
        sources.append(r"\end{landscape}")
    return "\n".join(sources)


def note_source(note: Spans) -> str:
    """A note under a table or figure."""
    return rf"{{\footnotesize\noindent {inline(note)}\par}}"


def _caption(block: DocTable, *, continued: bool, chinese: bool) -> str:
    caption = inline(block.caption)
    if not continued:
        return rf"\caption{{{caption}}}"
    again = f"续{block.word}{block.number}" if chinese else f"{block.word} {block.number} (continued)"
    return rf"\caption*{{{again}\quad {caption}}}"


def _short(part: Part, caption: str) -> str:
    caption = caption.replace(r"\caption*{", r"\captionof*{table}{", 1).replace(
        r"\caption{", r"\captionof{table}{", 1
    )
    rows = "\n".join(_rows(part))
    return (
        "\\begin{center}\\begin{minipage}{\\linewidth}\\centering\n"
        f"{caption}\n\\begin{{tabular}}{{{_columns(part)}}}\n\\toprule\n{_heads(part)}\\midrule\n"
        f"{rows}\n\\bottomrule\n\\end{{tabular}}\\end{{minipage}}\\end{{center}}"
    )


def _long(part: Part, caption: str) -> str:
    heads = _heads(part)
    rows = "\n".join(_rows(part))
    return (
        f"\\begin{{longtable}}{{{_columns(part)}}}\n{caption}\\\\\n\\toprule\n{heads}\\midrule\n\\endfirsthead\n"
        f"\\toprule\n{heads}\\midrule\n\\endhead\n{rows}\n\\bottomrule\n\\end{{longtable}}"
    )


def _widths(part: Part) -> list[float]:
    """Widths without the padding, which is the separation of the columns."""
    return [max(0.1, (width - PADDING) * WIDER) for width in part.widths]


def _columns(part: Part) -> str:
    result = ""
    for align, width, digits in zip(part.table.align, _widths(part), part.digits, strict=True):
        match align:
            case "right":
                # numbers end below each other, as a block in the middle of the column
                side = max(0.0, (width - digits * WIDER) / 2)
                result += rf">{{\raggedleft\arraybackslash}}p{{{width:.3f}em}}<{{\hspace*{{{side:.3f}em}}}}"
            case "center":
                result += rf">{{\centering\arraybackslash}}p{{{width:.3f}em}}"
            case _:
                result += rf">{{\raggedright\arraybackslash}}p{{{width:.3f}em}}"
    return result


def _heads(part: Part) -> str:
    widths = _widths(part)
    open_until = [0] * part.table.width
    lines = ""
    for level, places in enumerate(head_places(part.table)):
        starting = dict(places)
        cells = []
        rules = ""
        at = 0
        while at < part.table.width:
            head = starting.get(at)
            if head is None:
                cells.append(rf"\multicolumn{{1}}{{p{{{widths[at]:.3f}em}}}}{{}}")
                at += 1
                continue
            covered = range(at, at + head.columns)
            width = sum(widths[c] for c in covered) + _GAP * (head.columns - 1)
            content = inline(head.spans)
            line = head_line(head.spans, width / WIDER) * WIDER
            if line < width:
                content = rf"\parbox[t]{{{line:.3f}em}}{{\centering {content}\strut}}"
            if head.rows > 1:
                content = rf"\multirow{{{head.rows}}}{{{width:.3f}em}}{{\centering {content}}}"
            column = rf">{{\centering\arraybackslash}}p{{{width:.3f}em}}"
            cells.append(rf"\multicolumn{{{head.columns}}}{{{column}}}{{{content}}}")
            if head.columns > 1 and head.rows == 1:
                rules += rf"\cmidrule(lr){{{at + 1}-{at + head.columns}}}"
            for c in covered:
                open_until[c] = level + head.rows
            at += head.columns
        lines += " & ".join(cells) + r" \\" + rules + "\n"
    return lines


def _rows(part: Part) -> Iterator[str]:
    total = sum(part.widths) * WIDER - _GAP
    count = len(part.table.rows)
    for index, row in enumerate(part.table.rows):
        # no row stands alone on a page, and no group head at its foot
        end = r" \\*" if row.head or index == 0 or index >= count - 3 else r" \\"
        if row.head:
            content = inline(row.cells[0].spans)
            yield rf"\multicolumn{{{len(part.widths)}}}{{p{{{total:.3f}em}}}}{{\raggedright {content}}}{end}"
        else:
            yield " & ".join(_cells(row, part)) + end


def _cells(row: TextRow, part: Part) -> Iterator[str]:
    for column, cell in enumerate(row.cells):
        spans = cell.spans
        if part.table.align[column] == "right" and len(spans) > 1 and spans[-1].style == "superscript":
            # stars and note letters hang out to the right, so that the digits stay in line
            yield rf"{inline(spans[:-1])}\rlap{{{inline(spans[-1:])}}}"
        else:
            indent = rf"\hspace*{{{row.level * INDENT:g}em}}" if row.level and column == 0 else ""
            words = part.table.align[column] == "left"
            yield indent + (inline(spans) if words else unbroken(spans))
