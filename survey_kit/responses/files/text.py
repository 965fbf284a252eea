"""Text tables: encoding, then separator, then quotes, then rows that must all have one length."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from survey_kit.errors import FileError
from survey_kit.report.blocks import Remark
from survey_kit.responses.files.columns import TextColumns
from survey_kit.responses.files.encoding import Encoding, find_encoding
from survey_kit.responses.files.guard import Content
from survey_kit.responses.files.limits import MAX_COLUMNS, too_many_columns
from survey_kit.responses.files.separator import SEPARATORS, SHOWN, Layout, find_layout
from survey_kit.responses.files.table import read_table
from survey_kit.responses.files.wording import listed, numbers, remark
from survey_kit.responses.model import Sheet, Source

_HEAD_BYTES = 262_144
_HEAD_LINES = 200
_LONGEST_CELL = 131_072  # also what the csv module accepts
_MOST_PREAMBLE = 20


@dataclass(frozen=True, slots=True)
class _Preamble:
    """Lines before the table: how many physical ones, and which are comments."""

    lines: int = 0
    comments: tuple[int, ...] = ()
    separator: str | None = None


def read_text(
    content: Content,
    source: Source,
    *,
    encoding: str | None,
    header_row: int | None,
    has_header: bool,
    remarks: Sequence[Remark] = (),
) -> Sheet:
    """The table in a text file.

    Raises
    ------
    FileError
        No text, no table, rows of unequal length, or a quote that is never closed.
    """
    name = source.name
    said = list(remarks)
    data = content.data
    if content.grew and data:
        data = data[: data.rfind(b"\n") + 1] or data
    found = find_encoding(data, name, encoding)
    said += found.remarks
    head = _head_lines(data, found)
    if not any(line.strip(" \t\r\n\ufeff\x00,;|") for line in head) and len(data) < _HEAD_BYTES:
        raise FileError(
            f"{name}: the file is empty: no header and no rows were found. Export the responses again.",
            f"{name}：文件为空：未找到表头和数据行。请重新导出答卷。",
        )
    preamble = _preamble(head)
    layout = find_layout(head[preamble.lines :])
    if preamble.separator is not None:
        layout = replace(layout, separator=preamble.separator)
    if layout.width > MAX_COLUMNS:
        raise too_many_columns(name, layout.width)
    if layout.width == 1:
        _refuse_prose(head[preamble.lines :], name)
        said.append(
            remark(
                "No separator was found: the table has one column.",
                "未发现分隔符：表格只有一列。",
            )
        )
    elif layout.separator != ",":
        shown = SHOWN.get(layout.separator, layout.separator)
        said.append(remark(f"Separator {shown} recognised.", f"识别到的分隔符为 {shown}。", "note"))
    if preamble.comments:
        said.append(
            remark(
                f"Skipped above the header: comment lines ({len(preamble.comments)}; line {numbers(preamble.comments)}).",
                f"已跳过表头上方的 {len(preamble.comments)} 行注释（第 {numbers(preamble.comments, zh=True)} 行）。",
            )
        )
    said += _mixed_line_ends(data, found)
    said += _single_quotes(head[preamble.lines :], layout)
    source = replace(source, encoding=found.shown, separator=layout.separator)
    strict = True
    while True:
        records = _Records(
            data, found, layout, skip=preamble.lines, header_row=header_row, name=name, strict=strict
        )
        try:
            return read_table(
                iter(records),
                TextColumns(records.width),
                source,
                header_row=header_row,
                has_header=has_header,
                remarks=said,
            )
        except csv.Error:
            if not strict:
                raise records.bad_quote() from None
            opened = records.bad_quote()
            if "end of data" in records.fault or "field limit" in records.fault:
                raise opened from None
            # text after a closing quote: harmless when every row still has its length
            strict = False
            said.append(
                remark(
                    f"Line {records.line + 1}: text stands directly before or after a quoted part; it was kept.",
                    f"第 {records.line + 1} 行：引号内容前后紧接其他文字，已原样保留。",
                )
            )


def _head_lines(data: bytes, found: Encoding) -> list[str]:
    """The first lines, whole; a very long first line is cut."""
    text = data[found.offset : found.offset + _HEAD_BYTES].decode(found.codec, "ignore")
    lines = io.StringIO(text, newline="").readlines()
    complete = len(data) - found.offset <= _HEAD_BYTES
    if not complete and len(lines) > 1:
        lines = lines[:-1]
    return lines[:_HEAD_LINES]


def _preamble(lines: list[str]) -> _Preamble:
    """Blank lines, comment lines and Excel's ``sep=;`` above the table."""
    separator = None
    comments = []
    at = 0
    usual = {sign: _usual(lines, sign) for sign in SEPARATORS}
    while at < min(len(lines) - 1, _MOST_PREAMBLE):
        line = lines[at].strip()
        hint = re.fullmatch(r'"?sep=(.)"?', lines[at].rstrip("\r\n"), re.I)
        if hint and hint[1] in SEPARATORS and at == 0:
            separator = hint[1]
        elif line.startswith("#") and all(
            line.count(sign) < usual[sign] for sign in SEPARATORS if usual[sign]
        ):
            comments.append(at + 1)
        elif line:
            break
        at += 1
    if not comments and separator is None:
        return _Preamble()
    return _Preamble(at, tuple(comments), separator)


def _usual(lines: list[str], sign: str) -> int:
    counts = sorted(line.count(sign) for line in lines if line.strip())
    return counts[len(counts) // 2] if counts else 0


def _refuse_prose(lines: list[str], name: str) -> None:
    """Refuse running text and lists that are no table, without quoting them."""
    filled = [line.strip() for line in lines if line.strip()]
    listing = sum(line.count(":") >= 3 for line in filled) > 0.6 * len(filled)
    prose = len(filled[0]) > 120 or sum(len(line) for line in filled) > 120 * len(filled)
    if listing or prose:
        raise FileError(
            f"{name}: this is text but not a table: no separator (comma, semicolon, TAB or |) divides its lines into "
            "columns. Export the responses as xlsx or CSV.",
            f"{name}：这是文本，但不是表格：各行没有用分隔符（逗号、分号、TAB 或 |）分列。请将答卷导出为 xlsx 或 CSV。",
        )


def _mixed_line_ends(data: bytes, found: Encoding) -> list[Remark]:
    if "16" in found.codec or "32" in found.codec:
        return []
    windows = data.count(b"\r\n")
    counts = {"CRLF": windows, "LF": data.count(b"\n") - windows, "CR": data.count(b"\r") - windows}
    used = [ending for ending, count in counts.items() if count]
    # a line break inside a quoted cell is often another than those between lines
    if len(used) < 2 or (b'"' in data and "CR" not in used):
        return []
    return [
        remark(
            f"Lines end in different ways ({listed(used)}); each was taken as a line end.",
            f"换行符不一致（{listed(used, zh=True)}），均按换行处理。",
        )
    ]


def _single_quotes(lines: list[str], layout: Layout) -> list[Remark]:
    sign = re.escape(layout.separator)
    wrapped = re.compile(rf"(?:^|{sign})'[^'{sign}]+'(?=$|{sign}|[\r\n])")
    if layout.quote == "'" or not any(wrapped.search(line) for line in lines):
        return []
    return [
        remark(
            "Some cells are wrapped in single quotes; these were kept as part of the text.",
            "部分单元格带有单引号，已作为文本的一部分保留。",
        )
    ]


class _Records:
    """The rows of the table, numbered and of one length."""

    def __init__(
        self,
        data: bytes,
        found: Encoding,
        layout: Layout,
        *,
        skip: int,
        header_row: int | None,
        name: str,
        strict: bool,
    ) -> None:
        buffer = io.BytesIO(data)
        buffer.seek(found.offset)
        lines = io.TextIOWrapper(buffer, found.codec, found.errors, newline="")
        for _ in range(skip):
            lines.readline()
        self._reader = csv.reader(lines, delimiter=layout.separator, quotechar=layout.quote, strict=strict)
        self._first = skip + 1
        self._layout = layout
        self._before = header_row or 0
        self._name = name
        self.width = layout.width
        self.line = skip
        self.fault = ""
        self._skip = skip

    def bad_quote(self) -> FileError:
        """The error for a quote that swallows what follows it."""
        line = self.line + 1
        return FileError(
            f"{self._name}: a quote opened on line {line} is never closed properly, so the rest of the file would be read as "
            "one cell. Close or remove that quote, or export the file again.",
            f"{self._name}：第 {line} 行的引号没有正确闭合，其后内容会被当作一个单元格。请补上或删除该引号，或重新导出文件。",
        )

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        width = self.width
        faults: list[tuple[int, int]] = []
        started = False
        number = self._first - 1
        while True:
            try:
                row = next(self._reader)
            except StopIteration:
                break
            except csv.Error as error:
                self.fault = str(error)
                raise
            number += 1
            start = self.line + 1
            self.line = self._skip + self._reader.line_num
            if len(row) != width:
                fitted = self._fit(
                    row, leading=not started and number < self._first + _MOST_PREAMBLE, number=number
                )
                if fitted is None:
                    if self.line > start:
                        # a cell went over the line end and the row has not its length
                        self.line = start - 1
                        raise self.bad_quote()
                    faults.append((start, len(row)))
                    if len(faults) == 3:
                        break
                    continue
                row = fitted
            else:
                started = True
            if row or width == 1:
                yield number, row or [""]
        if faults:
            raise self._ragged(faults)

    def _fit(self, row: list[str], *, leading: bool, number: int) -> list[str] | None:
        """A row of another length, fitted where nothing can be lost or misplaced by that."""
        width = self.width
        filled = len(row)
        while filled and not row[filled - 1].strip():
            filled -= 1
        if not row:
            return []
        if len(row) > width:
            return row[:width] if filled <= width else None
        if leading and (2 * filled <= width or number < self._before):
            return [*row, *[""] * (width - len(row))]
        return None

    def _ragged(self, faults: list[tuple[int, int]]) -> FileError:
        shown_en = ", ".join(f"line {line} has {count} field{'s'[: count != 1]}" for line, count in faults)
        shown_zh = "，".join(f"第 {line} 行有 {count} 个字段" for line, count in faults)
        return FileError(
            f"{self._name}: rows of unequal length: {shown_en}, expected {self.width}. A cell may hold the separator "
            "without quotes, or a line may be broken; repair these lines or export the file again.",
            f"{self._name}：各行字段数不一致：{shown_zh}，应为 {self.width} 个。可能有单元格含未加引号的分隔符，或某行被截断；"
            "请修正这些行或重新导出文件。",
        )
