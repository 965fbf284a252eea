"""Safety of zip containers (xlsx, ods): judged by what is declared, then by what really unpacks.

Nothing is ever written to disk and no member is opened by a name of the container's choosing, so
members with names such as ``../../x`` are simply never looked at.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from survey_kit.errors import FileError
from survey_kit.responses.files.detect import not_supported, password_protected
from survey_kit.responses.files.limits import (
    EXPANSION_FLOOR,
    MAX_EXPANSION,
    MAX_MB_VARIABLE,
    MAX_MEMBERS,
    max_bytes,
    too_large,
)
from survey_kit.responses.files.wording import damaged, listed

WorkbookKind: TypeAlias = Literal["xlsx", "ods"]

CHUNK = 1 << 20
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)|<\x00!\x00[DE]", re.I)


def open_container(data: bytes, name: str) -> zipfile.ZipFile:
    """The archive, when its directory is sound and declares nothing excessive."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError, OSError):
        raise damaged(name, "the archive inside it has no directory", "内部压缩包缺少目录") from None
    names = [member.filename.replace("\\", "/").lower() for member in members]
    if len(set(names)) != len(names):
        twice = sorted({entry for entry in names if names.count(entry) > 1})[:3]
        raise FileError(
            f"{name}: the container is ambiguous: it holds {listed(twice)} more than once, with possibly different "
            "data. Open the workbook in Excel and save it anew.",
            f"{name}：文件结构有歧义：{listed(twice, zh=True)} 在其中出现多次，数据可能不同。请用 Excel 打开并重新保存。",
        )
    if len(members) > MAX_MEMBERS:
        raise damaged(name, f"{len(members):,} members", f"含 {len(members):,} 个成员")
    if any(member.flag_bits & 1 for member in members):
        raise password_protected(name)
    if any(member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for member in members):
        raise damaged(name, "an unusual compression", "压缩方式异常")
    _refuse_expansion(name, sum(member.file_size for member in members), len(data))
    return archive


def _refuse_expansion(name: str, expanded: int, packed: int) -> None:
    times = expanded / max(packed, 1)
    if expanded > max_bytes():
        size = f"{expanded / 1e6:,.0f} MB"
        raise too_large(
            name,
            f"the file unpacks to {size}, {times:,.0f} times its size",
            f"文件解压后为 {size}，是原大小的 {times:,.0f} 倍",
        )
    if expanded > EXPANSION_FLOOR and times > MAX_EXPANSION:
        raise FileError(
            f"{name}: the file unpacks to {times:,.0f} times its size ({expanded / 1e6:,.0f} MB); at most "
            f"{MAX_EXPANSION} times is accepted above {EXPANSION_FLOOR // 10**6} MB ({MAX_MB_VARIABLE} does not lift "
            "this). Open it in Excel, delete what is not needed and save it again, or save it as CSV.",
            f"{name}：文件解压后是原大小的 {times:,.0f} 倍（{expanded / 1e6:,.0f} MB）；超过 {EXPANSION_FLOOR // 10**6} MB 时"
            f"最多接受 {MAX_EXPANSION} 倍（{MAX_MB_VARIABLE} 不改变此限制）。请用 Excel 打开，删除多余内容后重新保存，"
            "或另存为 CSV。",
        )


def workbook_kind(archive: zipfile.ZipFile, name: str) -> WorkbookKind:
    """Which workbook format the container holds; raises for any other."""
    names = {entry.replace("\\", "/").lower().lstrip("/") for entry in archive.namelist()}
    if "xl/workbook.xml" in names or any(
        re.fullmatch(r"xl/(?:worksheets/.+|workbook\d*)\.xml", n) for n in names
    ):
        return "xlsx"
    if "xl/workbook.bin" in names:
        raise not_supported(
            name, "a binary workbook (.xlsb); save it as .xlsx", "二进制工作簿（.xlsb），请另存为 .xlsx"
        )
    if "content.xml" in names:
        if "encryptiondata" in read_part(archive, "META-INF/manifest.xml", name).decode("latin-1").lower():
            raise password_protected(name)
        if b"opendocument.spreadsheet" in read_part(archive, "mimetype", name)[:200] or (
            b"office:spreadsheet" in read_part(archive, "content.xml", name)
        ):
            return "ods"
        raise not_supported(
            name, "an OpenDocument file without a spreadsheet", "不含电子表格的 OpenDocument 文件"
        )
    for folder, en, zh in (
        ("word/", "a Word document", "Word 文档"),
        ("ppt/", "a PowerPoint presentation", "PowerPoint 演示文稿"),
        (
            "index/",
            "a Numbers or Pages document; export it as .xlsx",
            "Numbers 或 Pages 文档，请导出为 .xlsx",
        ),
    ):
        if any(entry.startswith(folder) for entry in names):
            raise not_supported(name, en, zh)
    held_en, held_zh = listed(sorted(names)[:3]), listed(sorted(names)[:3], zh=True)
    raise not_supported(
        name,
        f"a zip archive ({held_en}); unpack it first",
        f"zip 压缩包（{held_zh}），请先解压",
    )


def stream_part(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
    """The unpacked bytes of a member in chunks, never more than it declares."""
    left = member.file_size
    try:
        with archive.open(member) as part:
            while chunk := part.read(CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise damaged(name, "a member is larger than declared", "成员大小与声明不符")
                yield chunk
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError, RuntimeError):
        raise damaged(
            name, "the packed data break off or fail their checksum", "压缩数据中断或校验失败"
        ) from None
    if left:
        raise damaged(name, "a member is smaller than declared", "成员大小与声明不符")


def read_part(archive: zipfile.ZipFile, part: str, name: str) -> bytes:
    """All bytes of a part, found without regard to case; empty when there is none."""
    wanted = part.lower().lstrip("/")
    for member in archive.infolist():
        if member.filename.replace("\\", "/").lower().lstrip("/") == wanted:
            return b"".join(stream_part(archive, member, name))
    return b""


def refuse_declarations(chunk: bytes, name: str) -> None:
    """Refuse XML that declares a document type or entities."""
    # the plain search comes first because it is many times faster and nearly always enough
    if b"!" in chunk and (b"<!" in chunk or b"<\x00!" in chunk) and _DECLARATION.search(chunk):
        raise FileError(
            f"{name}: the XML inside this workbook declares a document type or entities (DTD). No spreadsheet program "
            "writes that and it can be used to read files or exhaust memory, so the file is refused.",
            f"{name}：工作簿内部的 XML 含有文档类型或实体声明（DTD）。正常的表格软件不会写入此类内容，"
            "且可能被用于读取文件或耗尽内存，因此拒绝读取。",
        )


def check_parts(archive: zipfile.ZipFile, members: Iterable[zipfile.ZipInfo], name: str) -> None:
    """Unpack XML parts once, within their declared size, and refuse declarations."""
    for member in members:
        if not member.filename.lower().endswith((".xml", ".rels", ".vml")):
            continue
        tail = b""
        for chunk in stream_part(archive, member, name):
            refuse_declarations(tail + chunk, name)
            tail = chunk[-32:]
