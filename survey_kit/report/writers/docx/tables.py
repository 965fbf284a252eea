"""Three-line tables as WordprocessingML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from survey_kit.report.document import HeadCell, Spans, TextRow, plain
from survey_kit.report.writers.column_widths import INDENT, PADDING, head_line, head_places
from survey_kit.report.writers.columns import Page, Part
from survey_kit.report.writers.docx.styles import SIZE_5, SIZE_5S, SIZE_6
from survey_kit.report.writers.docx.text import LINE_BREAK, before_size, paragraph, runs, unbroken
from survey_kit.report.writers.type_width import mark_width, spans_width

RULE: Final = 12  # eighths of a point: 1.5 pt above and below
HEAD_RULE: Final = 6  # 0.75 pt under the head
SPAN_RULE: Final = 4  # 0.5 pt under a head of several columns
STYLES: Final = {SIZE_5 / 2: "TableText", SIZE_5S / 2: "TableTextSmall", SIZE_6 / 2: "TableTextSmallest"}
_CHINESE: Final = re.compile("[\u2e80-\u9fff]")
SHORT: Final = 15  # a table as high as so many rows of the largest type stays on one page


def table_xml(part: Part, page: Page, *, keep_last: bool) -> str:
    """The table, without its caption and notes; ``keep_last`` binds it to the paragraph below."""
    unit = page.size * 20  # em in twentieths of a point
    widths = [max(1, round(width * unit)) for width in part.widths]
    style = STYLES[page.size]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    margin = round(PADDING / 2 * unit * 0.85)
    count = len(part.table.rows)
    whole = count * page.size <= SHORT * SIZE_5 / 2
    rows = "".join(
        _row(
            row,
            part,
            widths,
            style,
            unit,
            keep=_kept(index, count, whole=whole, keep_last=keep_last) or _goes_on(part.table.rows, index),
        )
        for index, row in enumerate(part.table.rows)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>'
        f'{_rule("top", RULE)}{_rule("bottom", RULE)}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:top w:w="30" w:type="dxa"/><w:left w:w="{margin}" w:type="dxa"/>'
        f'<w:bottom w:w="30" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(_heads(part, widths, style, unit))}{rows}</w:tbl>"
    )


def _kept(index: int, count: int, *, whole: bool, keep_last: bool) -> bool:
    if index == count - 1:
        return keep_last
    # of a long table only the ends are held together, so that no row stands alone on a page
    return whole or index < 2 or index >= count - 3


def _goes_on(rows: Sequence[TextRow], index: int) -> bool:
    """Whether the next row belongs to this one: the first cell of the next is empty."""
    following = rows[index + 1 : index + 2]
    return bool(following) and not following[0].head and not plain(following[0].cells[0].spans)


def _rule(side: str, size: int) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'


def _cell(
    width: int, content: str, *, span: int = 1, merge: str = "", borders: str = "", whole: bool = False
) -> str:
    """A cell; ``whole``: its content stays on one line in whatever font it is shown."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    ruled = f"<w:tcBorders>{borders}</w:tcBorders>" if borders else ""
    line = "<w:noWrap/>" if whole else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{merge}{ruled}{line}'
        f'<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
    )


def _head_text(spans: Spans, inner: float) -> tuple[str, float]:
    """Runs of a head and the width of its lines, in em."""
    if not _CHINESE.search(plain(spans)):
        spans = unbroken(spans)
        return runs(spans), head_line(spans, inner)
    first, size = before_size(spans)
    if size and spans_width(size) <= inner < spans_width(spans):
        return runs(first) + LINE_BREAK + runs(unbroken(size)), inner
    # Chinese breaks anywhere, and where it must break inside a relation it splits the number
    return runs(spans), head_line(spans, inner)


def _heads(part: Part, widths: list[int], style: str, unit: float) -> Iterator[str]:
    levels = list(head_places(part.table))
    open_cells: dict[int, tuple[HeadCell, int]] = {}  # column -> head above it, first level below that head
    for level, places in enumerate(levels):
        last = level == len(levels) - 1
        starting = dict(places)
        cells = []
        at = 0
        while at < part.table.width:
            if at in starting:
                head = starting[at]
                inner = sum(part.widths[at : at + head.columns]) - PADDING
                shown, line = _head_text(head.spans, inner)
                side = round((inner - line) / 2 * unit)
                indent = f'<w:ind w:left="{side}" w:right="{side}"/>' if side > 0 else ""
                open_cells[at] = (head, level + head.rows)
                merge = '<w:vMerge w:val="restart"/>' if head.rows > 1 else ""
                content = paragraph(shown, style, f'<w:keepNext/>{indent}<w:jc w:val="center"/>')
            else:
                head = open_cells[at][0] if at in open_cells else HeadCell(())
                merge = "<w:vMerge/>" if open_cells.get(at, (head, 0))[1] > level else ""
                content = paragraph("", style, "<w:keepNext/>")
            ends = at in starting and head.columns > 1 and head.rows == 1
            borders = _rule("bottom", HEAD_RULE) if last else _rule("bottom", SPAN_RULE) if ends else ""
            width = sum(widths[at : at + head.columns])
            whole = spans_width(head.spans) <= sum(part.widths[at : at + head.columns]) - PADDING
            cells.append(_cell(width, content, span=head.columns, merge=merge, borders=borders, whole=whole))
            at += head.columns
        yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _row(row: TextRow, part: Part, widths: list[int], style: str, unit: float, *, keep: bool) -> str:
    kept = "<w:keepNext/>" if keep else ""
    if row.head:
        content = paragraph(runs(row.cells[0].spans), style, '<w:keepNext/><w:jc w:val="left"/>')
        cells = _cell(sum(widths), content, span=len(widths))
    else:
        cells = ""
        for column, cell in enumerate(row.cells):
            properties = kept
            align = part.table.align[column]
            if align == "right":
                # numbers end below each other in the middle of the column; stars hang out to the right
                middle = (part.widths[column] - PADDING - part.digits[column]) / 2
                indent = max(0, round((middle - mark_width(cell.spans)) * unit))
                properties += f'<w:ind w:right="{indent}"/>'
            elif row.level and column == 0:
                properties += f'<w:ind w:left="{round(row.level * INDENT * unit)}"/>'
            properties += f'<w:jc w:val="{align}"/>'
            content = paragraph(runs(cell.spans), style, properties)
            cells += _cell(widths[column], content, whole=align != "left")
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
