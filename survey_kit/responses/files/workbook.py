"""Workbooks (xlsx) through calamine, after their container and extent were judged."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from survey_kit.errors import FileError
from survey_kit.report.blocks import Remark
from survey_kit.responses.files.columns import CellColumns
from survey_kit.responses.files.container import check_parts, stream_part
from survey_kit.responses.files.extent import Extent, measure
from survey_kit.responses.files.limits import MAX_CELLS, MAX_COLUMNS, MAX_SHEET_ROWS, too_many_cells
from survey_kit.responses.files.package import (
    SMALL_SHEET,
    Look,
    SheetPart,
    links_elsewhere,
    look_at,
    sheet_parts,
    without_cells,
)
from survey_kit.responses.files.sheets import Offered, choose_sheet
from survey_kit.responses.files.table import read_table
from survey_kit.responses.files.wording import column_names, damaged, harmless, listed, remark
from survey_kit.responses.model import Sheet, Source

# a rectangle this thinly filled holds stray cells far from the table
_SPARSE_AREA, _SPARSE_SHARE = 2_000_000, 0.02
_ROW_GAP, _COLUMN_GAP, _MOST_STRAYS = 1_000, 100, 100


def read_xlsx(
    archive: zipfile.ZipFile,
    data: bytes,
    source: Source,
    *,
    sheet: str | int | None,
    header_row: int | None,
    has_header: bool,
    remarks: list[Remark],
) -> Sheet:
    """The first visible sheet with data, or the one asked for."""
    name = source.name
    parts, extents = _measured(archive, name)
    offered = [
        Offered(part.name, part.visibility == "visible", extent is not None and extent.has_values)
        for part, extent in zip(parts, extents, strict=True)
    ]
    at, chosen = choose_sheet(offered, sheet, name)
    part, extent = parts[at], extents[at]
    if extent is None or part.member is None:
        raise damaged(name, "the sheet is listed but not there", "工作表在清单中但内容缺失")
    data, stray_remarks = _without_strays(archive, data, part, extent, name)
    look = Look()
    if extent.size <= SMALL_SHEET:
        look = look_at(b"".join(stream_part(archive, part.member, name)))
    rows, start, merged = _cells(data, at, name)
    table = read_table(
        _with_errors(rows, look, start),
        CellColumns(_width(rows)),
        replace(source, sheet=harmless(part.name)),
        header_row=header_row,
        has_header=has_header,
        merged_rows=merged,
        remarks=[*remarks, *chosen, *stray_remarks],
    )
    names = table.header[-1]
    said = _look_remarks(look, links_elsewhere(archive), names, start)
    return replace(table, remarks=(*table.remarks, *said))


def _measured(archive: zipfile.ZipFile, name: str) -> tuple[list[SheetPart], list[Extent | None]]:
    """The sheets of a workbook and how far each reaches; every part is checked on the way."""
    # the small parts first: the list of sheets is parsed, so it must be free of declarations
    members = archive.infolist()
    large = [entry for entry in members if re.fullmatch(r"/?xl/worksheets/[^/]+\.xml", entry.filename, re.I)]
    check_parts(archive, [entry for entry in members if entry not in large], name)
    parts = sheet_parts(archive, name)
    measured = [part.member for part in parts]
    check_parts(archive, [entry for entry in large if entry not in measured], name)
    extents = [
        measure(stream_part(archive, part.member, name), name) if part.member is not None else None
        for part in parts
    ]
    return parts, extents


def _width(rows: Any) -> int:
    return int(rows.width)


def _without_strays(
    archive: zipfile.ZipFile, data: bytes, part: SheetPart, extent: Extent, name: str
) -> tuple[bytes, list[Remark]]:
    """The workbook without cells far outside the table; refuses one that stays too large."""
    if extent.odd or extent.width > MAX_COLUMNS or extent.height > MAX_SHEET_ROWS:
        raise damaged(name, "cells with impossible positions", "单元格位置异常")
    area = extent.width * extent.height
    if area <= _SPARSE_AREA or extent.cells >= _SPARSE_SHARE * area:
        if area > MAX_CELLS:
            raise too_many_cells(name, extent.height, extent.width)
        return data, []
    if part.member is None or extent.size > SMALL_SHEET:
        raise too_many_cells(name, extent.height, extent.width)
    xml = b"".join(stream_part(archive, part.member, name))
    extent = measure([xml, b"<"], name, keep_positions=True)
    far = np.zeros(0, dtype=np.int64)
    if len(extent.rows):
        far = np.flatnonzero(
            (extent.rows > _before_gap(extent.rows, _ROW_GAP))
            | (extent.columns > _before_gap(extent.columns, _COLUMN_GAP))
        )
    if not len(far) and area <= MAX_CELLS:
        return data, []
    if not 0 < len(far) <= _MOST_STRAYS:
        raise too_many_cells(name, extent.height, extent.width)
    references = [_reference(int(extent.rows[i]), int(extent.columns[i])) for i in far]
    xml, with_content = without_cells(xml, references)
    left = measure([xml, b"<"], name, keep_positions=True)
    if left.width * int(left.rows.max(initial=1)) > MAX_CELLS:
        raise too_many_cells(name, extent.height, extent.width)
    if not with_content:
        return _with_part(archive, part.member, xml, name), []
    said = remark(
        f"Stray cell far outside the table ignored: {listed(with_content)}.",
        f"已忽略远离表格的零散单元格：{listed(with_content, zh=True)}。",
    )
    return _with_part(archive, part.member, xml, name), [said]


def _before_gap(positions: np.ndarray, gap: int) -> int:
    """The last position before the first gap of empty rows or columns."""
    found = np.unique(positions)
    wide = np.flatnonzero(np.diff(found) > gap)
    return int(found[wide[0]]) if len(wide) else int(found[-1])


def _reference(row: int, column: int) -> str:
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row}"


def _with_part(archive: zipfile.ZipFile, member: zipfile.ZipInfo, xml: bytes, name: str) -> bytes:
    """A copy of the container, in memory, with one part replaced."""
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as written:
        for entry in archive.infolist():
            if entry.filename.lower().endswith((".xml", ".rels")):
                content = xml if entry is member else b"".join(stream_part(archive, entry, name))
                written.writestr(entry.filename, content)
    return copy.getvalue()


def filled_sheets(archive: zipfile.ZipFile, name: str) -> list[str]:
    """Names of the visible sheets that hold values, in their order."""
    return [
        part.name
        for part, extent in zip(*_measured(archive, name), strict=True)
        if part.visibility == "visible" and extent is not None and extent.has_values
    ]


def _cells(data: bytes, at: int, name: str) -> tuple[Any, tuple[int, int], frozenset[int]]:
    """The sheet of calamine, the position of its first cell, and the rows with cells merged across."""
    import python_calamine

    try:
        sheet = python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_index(at)
        start = sheet.start or (0, 0)
        ranges = sheet.merged_cell_ranges or []
    except (python_calamine.CalamineError, OSError, ValueError, IndexError, KeyError):
        raise damaged(name, "its sheet is not readable", "工作表无法读取") from None
    except BaseException as error:
        # a panic of the Rust reader is not an Exception
        if type(error).__name__ != "PanicException":
            raise
        raise damaged(name, "its sheet is not readable", "工作表无法读取") from None
    if sheet.start is None:
        raise FileError(
            f"{name}: no header and no rows were found; the sheet is empty. Choose another with --sheet, or export "
            "the responses again.",
            f"{name}：未找到表头和数据行，工作表为空。请用 --sheet 选择其他工作表，或重新导出答卷。",
        )
    merged = frozenset(low[0] + 1 for low, high in ranges if high[1] > low[1] and low[0] < 100)
    return sheet, start, merged


def _with_errors(sheet: Any, look: Look, start: tuple[int, int]) -> Iterator[tuple[int, Sequence[Any]]]:
    """Numbered rows; error cells, which calamine gives as empty, get their code back."""
    by_row: dict[int, list[tuple[int, str]]] = {}
    for (row, column), code in look.errors.items():
        by_row.setdefault(row, []).append((column - start[1], code))
    for i, cells in enumerate(sheet.iter_rows()):
        for column, code in by_row.get(i, ()):
            if 0 <= column < len(cells) and cells[column] == "":
                cells[column] = code
        yield i + 1, cells


def _look_remarks(look: Look, linked: bool, names: tuple[str, ...], start: tuple[int, int]) -> list[Remark]:
    said = []
    if look.hidden_rows or look.hidden_columns:
        letters = [
            _reference(1, column + 1)[:-1] for column in look.hidden_columns if column - start[1] < len(names)
        ]
        parts_en = [f"hidden rows ({look.hidden_rows})"] if look.hidden_rows else []
        parts_zh = [f"{look.hidden_rows} 个隐藏行"] if look.hidden_rows else []
        if letters:
            parts_en.append(f"hidden columns ({listed(letters)})")
            parts_zh.append(f"隐藏列 {listed(letters, zh=True)}")
        if parts_en:
            said.append(
                remark(
                    f"Read as well: {' and '.join(parts_en)}; delete them if they are not part of the data.",
                    f"{'和'.join(parts_zh)}也已读取；如不属于数据，请先删除。",
                )
            )
    if look.errors:
        columns = sorted({column - start[1] for _, column in look.errors})
        said.append(
            remark(
                f"{len(look.errors)} error cells (such as #N/A) in {column_names(names, columns)}; taken as missing.",
                f"{column_names(names, columns, zh=True)} 中有 {len(look.errors)} 个错误单元格（如 #N/A），按缺失处理。",
            )
        )
    if look.uncomputed:
        columns = sorted(column - start[1] for column in look.uncomputed)
        said.append(
            remark(
                f"{column_names(names, columns)}: {sum(look.uncomputed.values())} formulas without stored results, "
                "read as empty. Open the workbook in Excel and save it, then run again.",
                f"{column_names(names, columns, zh=True)}：{sum(look.uncomputed.values())} 个公式没有保存计算结果，按空白读取。"
                "请用 Excel 打开并保存后重新运行。",
            )
        )
    if look.elsewhere or linked:
        said.append(
            remark(
                "The workbook refers to other files or web addresses; the values stored in it were used and nothing "
                "was fetched.",
                "工作簿引用了其他文件或网络地址；已使用其中保存的数值，未访问任何外部内容。",
            )
        )
    return said
