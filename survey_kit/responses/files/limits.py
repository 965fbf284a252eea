"""How much a response file may hold before it is refused, and how to raise that."""

from __future__ import annotations

import os

from survey_kit.errors import FileError

MAX_MB_VARIABLE = "SURVEY_KIT_MAX_MB"
DEFAULT_MAX_MB = 500
"""Megabytes (10^6 bytes) that a file may have, also after it is unpacked."""

MAX_COLUMNS = 16_384
"""What a worksheet can hold; no questionnaire comes near it."""
MANY_COLUMNS = 2_000
MAX_SHEET_ROWS = 1_048_576
MAX_CELLS = 30_000_000
"""Cells of a table, empty ones included."""

MAX_EXPANSION = 200
"""Unpacked over packed size. Real workbooks of survey answers expand 5 to 30-fold."""
EXPANSION_FLOOR = 30_000_000
"""Bytes below which any expansion is harmless."""
MAX_MEMBERS = 10_000

CHILD_SECONDS = 120
CHILD_MEMORY_MB = 1_000


def max_bytes() -> int:
    """The size limit in bytes, from the environment where it is set there."""
    value = os.environ.get(MAX_MB_VARIABLE, "").strip()
    if not value:
        return DEFAULT_MAX_MB * 1_000_000
    if not (value.isascii() and value.isdigit() and 0 < int(value) < 10**9):
        raise FileError(
            f"The environment variable {MAX_MB_VARIABLE} must be a whole number of megabytes, such as 2000.",
            f"环境变量 {MAX_MB_VARIABLE} 必须是以兆字节为单位的整数，例如 2000。",
        )
    return int(value) * 1_000_000


def too_large(name: str, what_en: str, what_zh: str) -> FileError:
    """The error for a file over the size limit."""
    limit = max_bytes() // 1_000_000
    return FileError(
        f"{name}: {what_en}; the limit is {limit} MB. If the file is what it should be, set the environment "
        f"variable {MAX_MB_VARIABLE} to a larger number of megabytes.",
        f"{name}：{what_zh}；上限为 {limit} MB。若确认文件无误，请将环境变量 {MAX_MB_VARIABLE} 设为更大的兆字节数。",
    )


def too_many_columns(name: str, count: int) -> FileError:
    """The error for a table wider than any worksheet."""
    return FileError(
        f"{name}: the first line has at least {count:,} columns; too many, for at most {MAX_COLUMNS:,} are read. This is not a table "
        "with one row a respondent: line ends may be missing.",
        f"{name}：首行至少有 {count:,} 列，列数过多；最多读取 {MAX_COLUMNS:,} 列。该文件不是每行一名受访者的表格，可能缺少换行符。",
    )


def too_many_cells(name: str, rows: int, columns: int) -> FileError:
    """The error for a table that would not fit into memory."""
    return FileError(
        f"{name}: the table spans at least {rows:,} rows and {columns:,} columns; at most {MAX_CELLS:,} cells are read. "
        "Delete stray cells outside the table and the columns that are not needed, or save the table as CSV.",
        f"{name}：表格至少跨 {rows:,} 行 {columns:,} 列；最多读取 {MAX_CELLS:,} 个单元格。"
        "请删除表格之外的零散单元格和不需要的列，或另存为 CSV。",
    )
