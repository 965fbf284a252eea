"""From a file to a raw sheet: what may be opened, what it is, and the reader of that format."""

from __future__ import annotations

import zlib
from dataclasses import replace
from pathlib import Path

from survey_kit.errors import UsageError
from survey_kit.report.blocks import Remark
from survey_kit.responses.files.container import open_container, workbook_kind
from survey_kit.responses.files.detect import detect, not_supported, suffix_remark
from survey_kit.responses.files.guard import Content, content_of, read_content
from survey_kit.responses.files.limits import max_bytes, too_large
from survey_kit.responses.files.wording import damaged, remark
from survey_kit.responses.model import FileFormat, Sheet, Source


def read_sheet(
    path: str | Path,
    *,
    sheet: str | int | None = None,
    encoding: str | None = None,
    header_row: int | None = None,
    has_header: bool = True,
) -> Sheet:
    """Read a response file as it stands.

    The content decides what it is, never the suffix: xlsx, xls, ods, delimited text (also gzipped),
    sav, zsav, dta, parquet. The file is read once; cells keep their raw values ("NA", "001").

    Parameters
    ----------
    sheet
        Name of a sheet of a workbook, or its place counted from 1. Default: the first visible one with
        data.
    encoding
        Of a text file, or of the texts of a sav or dta file. Default: recognised.
    header_row
        Row number of the header, as a spreadsheet shows it. Default: recognised.
    has_header
        False: the first row holds answers already; columns are named V1, V2, ….

    Raises
    ------
    FileError
        The file cannot be opened, is damaged, dangerous, or no table.
    ResponseError
        There is a header and nobody answered.
    """
    return _read(
        read_content(path), sheet=sheet, encoding=encoding, header_row=header_row, has_header=has_header
    )


def read_bytes(
    data: bytes,
    name: str,
    *,
    sheet: str | int | None = None,
    encoding: str | None = None,
    header_row: int | None = None,
    has_header: bool = True,
) -> Sheet:
    r"""As ``read_sheet``, from bytes at hand (standard input).

    Examples
    --------
    >>> sheet = read_bytes(b"id,Q1\n001,3\n002,NA\n", "answers.csv")
    >>> sheet.header
    (('id', 'Q1'),)
    >>> sheet.cells.values.tolist()
    [['001', '3'], ['002', 'NA']]
    """
    return _read(
        content_of(data, name), sheet=sheet, encoding=encoding, header_row=header_row, has_header=has_header
    )


def _read(
    content: Content,
    *,
    sheet: str | int | None,
    encoding: str | None,
    header_row: int | None,
    has_header: bool,
) -> Sheet:
    if header_row is not None and (header_row < 1 or not has_header):
        raise UsageError(
            "--header-row takes a row number from 1 on, and not together with --no-header.",
            "--header-row 须为从 1 开始的行号，且不能与 --no-header 同时使用。",
        )
    said: list[Remark] = []
    if content.grew:
        said.append(
            remark(
                "The file changed while it was read; what was there at the first moment was used. Run again when it is "
                "complete.",
                "文件在读取过程中发生变化；已使用开始读取时的内容。请在文件写入完成后重新运行。",
            )
        )
    kind = detect(content.data, content.name)
    if kind == "gzip":
        content = replace(content, data=_gunzip(content))
        said.append(
            remark(
                "The file is gzip-compressed; it was unpacked.", "文件为 gzip 压缩格式，已解压读取。", "note"
            )
        )
        kind = detect(content.data, content.name)
        if kind == "gzip":
            raise not_supported(content.name, "gzip within gzip", "多层 gzip 压缩")
    name, data = content.name, content.data
    if kind == "zip":
        archive = open_container(data, name)
        found = workbook_kind(archive, name)
        source = _source(content, found, said)
        _unused(said, encoding=encoding)
        if found == "ods":
            from survey_kit.responses.files.oldbook import read_ods

            return read_ods(
                archive, data, source, sheet=sheet, header_row=header_row, has_header=has_header, remarks=said
            )
        from survey_kit.responses.files.workbook import read_xlsx

        return read_xlsx(
            archive, data, source, sheet=sheet, header_row=header_row, has_header=has_header, remarks=said
        )
    if kind == "xls":
        from survey_kit.responses.files.oldbook import read_xls

        source = _source(content, "xls", said)
        _unused(said, encoding=encoding)
        return read_xls(data, source, sheet=sheet, header_row=header_row, has_header=has_header, remarks=said)
    _unused(said, sheet=sheet)
    if kind == "text":
        from survey_kit.responses.files.text import read_text

        source = _source(content, "csv", said)
        return read_text(
            content, source, encoding=encoding, header_row=header_row, has_header=has_header, remarks=said
        )
    source = _source(content, kind, said)
    if kind == "parquet":
        from survey_kit.responses.files.parquet import read_parquet

        _unused(said, encoding=encoding)
        return read_parquet(data, source, remarks=said)
    from survey_kit.responses.files.labelled import read_labelled

    return read_labelled(data, source, encoding=encoding, remarks=said)


def filled_sheets(data: bytes, name: str) -> list[str]:
    """Names of the visible sheets of an xlsx workbook that hold values; none of any other file.

    Raises
    ------
    FileError
        The bytes are no table at all.
    """
    if detect(data, name) != "zip":
        return []
    archive = open_container(data, name)
    if workbook_kind(archive, name) == "ods":
        return []
    from survey_kit.responses.files import workbook

    return workbook.filled_sheets(archive, name)


def _source(content: Content, found: FileFormat, said: list[Remark]) -> Source:
    lying = suffix_remark(found, content.name)
    if lying is not None:
        said.append(lying)
    return Source(content.name, content.sha256, found)


def _unused(said: list[Remark], **options: object) -> None:
    for option, value in options.items():
        if value is not None:
            said.append(
                remark(
                    f"--{option} does not apply to this format and was not used.",
                    f"--{option} 不适用于该格式，未使用。",
                )
            )


def _gunzip(content: Content) -> bytes:
    """The unpacked bytes of all members, never more than the limit."""
    limit = max_bytes()
    pieces: list[bytes] = []
    total = 0
    rest = content.data
    try:
        while rest.rstrip(b"\x00"):
            unpacking = zlib.decompressobj(wbits=31)
            piece = unpacking.decompress(rest, limit - total + 1)
            total += len(piece)
            pieces.append(piece)
            if total > limit:
                raise too_large(
                    content.name,
                    f"the file unpacks to more than {limit // 1_000_000} MB",
                    f"文件解压后超过 {limit // 1_000_000} MB",
                )
            if not unpacking.eof:
                raise damaged(content.name, "the gzip data break off", "gzip 数据中断")
            rest = unpacking.unused_data
    except zlib.error:
        raise damaged(content.name, "the gzip data are damaged", "gzip 数据已损坏") from None
    return b"".join(pieces)
