"""Old Excel (xls) and OpenDocument (ods) workbooks, read in a child process."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from survey_kit.report.blocks import Remark
from survey_kit.responses.files.columns import CellColumns
from survey_kit.responses.files.confinement import Confined, ConfinedKind, read_confined
from survey_kit.responses.files.container import check_parts, read_part
from survey_kit.responses.files.sheets import Offered, choose_sheet
from survey_kit.responses.files.table import read_table
from survey_kit.responses.files.wording import damaged, harmless, remark
from survey_kit.responses.model import Sheet, Source


def read_xls(
    data: bytes,
    source: Source,
    *,
    sheet: str | int | None,
    header_row: int | None,
    has_header: bool,
    remarks: list[Remark],
) -> Sheet:
    """The sheet of an old Excel workbook."""
    said = remark(
        "Old Excel workbook (.xls): read; hidden rows and error cells cannot be told from others in it. Saving it as .xlsx "
        "is better.",
        "旧版 Excel 工作簿（.xls）：已读取，但无法识别其中的隐藏行和错误单元格，建议另存为 .xlsx。",
    )
    return _read(
        "xls",
        data,
        source,
        sheet=sheet,
        header_row=header_row,
        has_header=has_header,
        remarks=[*remarks, said],
    )


def read_ods(
    archive: zipfile.ZipFile,
    data: bytes,
    source: Source,
    *,
    sheet: str | int | None,
    header_row: int | None,
    has_header: bool,
    remarks: list[Remark],
) -> Sheet:
    """The sheet of an OpenDocument workbook."""
    check_parts(archive, archive.infolist(), source.name)
    said = [
        *remarks,
        remark("OpenDocument workbook (.ods): read.", "OpenDocument 工作簿（.ods）：已读取。", "note"),
    ]
    content = read_part(archive, "content.xml", source.name)
    if re.search(rb'table:visibility="(?:collapse|filter)"', content):
        said.append(remark("Hidden rows or columns were read as well.", "隐藏的行或列也已读取。"))
    return _read("ods", data, source, sheet=sheet, header_row=header_row, has_header=has_header, remarks=said)


def _read(
    kind: ConfinedKind,
    data: bytes,
    source: Source,
    *,
    sheet: str | int | None,
    header_row: int | None,
    has_header: bool,
    remarks: list[Remark],
) -> Sheet:
    listed = read_confined(kind, data, source.name).facts.get("sheets") or []
    offered = [Offered(str(name), bool(visible), bool(data_there)) for name, visible, data_there in listed]
    if not offered:
        raise damaged(source.name, "it lists no sheets", "其中没有任何工作表")
    at, said = choose_sheet(offered, sheet, source.name)
    read = read_confined(kind, data, source.name, str(at))
    return read_table(
        _rows(read),
        CellColumns(len(read.columns)),
        replace(source, sheet=harmless(offered[at].name)),
        header_row=header_row,
        has_header=has_header,
        merged_rows=frozenset(int(row) for row in read.facts.get("merged", ())),
        remarks=[*remarks, *said],
    )


def _rows(read: Confined) -> Iterator[tuple[int, Sequence[Any]]]:
    columns = [column.tolist() for column in read.columns]
    for i, row in enumerate(zip(*columns, strict=True)):
        yield i + 1, ["" if pd.isna(cell) else cell for cell in row]
