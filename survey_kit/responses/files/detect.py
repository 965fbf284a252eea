"""What a file is, by its content. The suffix is only compared with it afterwards."""

from __future__ import annotations

import json
import re
from typing import Literal, TypeAlias

from survey_kit.errors import FileError
from survey_kit.report.blocks import Remark
from survey_kit.responses.files.wording import damaged, remark
from survey_kit.responses.model import FileFormat

Kind: TypeAlias = Literal["zip", "xls", "sav", "dta", "parquet", "gzip", "text"]

SUPPORTED = "xlsx, xls, ods, csv (also tab- or semicolon-separated, also .csv.gz), sav, zsav, dta, parquet"
SUPPORTED_ZH = "xlsx、xls、ods、csv（含制表符、分号分隔及.csv.gz）、sav、zsav、dta、parquet"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# opening bytes -> what it is, in both languages
_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "a PNG image", "PNG 图片"),
    (b"\xff\xd8\xff", "a JPEG image", "JPEG 图片"),
    (b"GIF8", "a GIF image", "GIF 图片"),
    (b"%PDF", "a PDF document", "PDF 文档"),
    (b"{\\rtf", "an RTF document", "RTF 文档"),
    (b"Rar!", "a RAR archive; unpack it first", "RAR 压缩包，请先解压"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive; unpack it first", "7-Zip 压缩包，请先解压"),
    (b"BZh", "a bzip2 archive; unpack it first", "bzip2 压缩包，请先解压"),
    (b"\xfd7zXZ\x00", "an xz archive; unpack it first", "xz 压缩包，请先解压"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive; unpack it first", "zstd 压缩包，请先解压"),
    (b"SQLite format 3\x00", "an SQLite database", "SQLite 数据库"),
    (
        b"ARROW1\x00\x00",
        "an Arrow (Feather) file; save it as parquet",
        "Arrow（Feather）文件，请另存为 parquet",
    ),
    (b"FEA1", "a Feather file; save it as parquet", "Feather 文件，请另存为 parquet"),
    (b"\x89HDF", "an HDF5 file", "HDF5 文件"),
    (b"RDX", "an R data file; save the table as CSV", "R 数据文件，请将数据另存为 CSV"),
    (b"X\n\x00\x00\x00", "an R data file; save the table as CSV", "R 数据文件，请将数据另存为 CSV"),
    (
        b"HEADER RECORD*******LIB",
        "a SAS transport file; save it as sav or CSV",
        "SAS 传输文件，请另存为 sav 或 CSV",
    ),
    (
        b"ASCII SPSS PORT FILE",
        "an SPSS portable file; save it as .sav",
        "SPSS 便携文件，请在 SPSS 中另存为 .sav",
    ),
    (b"\x7fELF", "a program", "可执行程序"),
    (b"MZ\x90\x00", "a program", "可执行程序"),
    (b"MIME-Version:", "a web archive; save it as xlsx or CSV", "网页归档文件，请另存为 xlsx 或 CSV"),
)

_SAS = bytes.fromhex("000000000000000000000000c2ea8160b31411cfbd92080009c7318c181f1011")
_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*|<\?xml[^>]*\?>\s*)*<(?:!doctype\s+html|html|head|body|table|meta|script|style|div)\b",
    re.I | re.S,
)
_JSON = re.compile(rb'\s*(?:\[\s*)*\{\s*"|\s*\[\s*(?:\[|"[^"]*"\s*,\s*"|\d)')
_DTA_RELEASES = range(0x66, 0x74)  # 102 to 115, formats before the tagged ones


def detect(data: bytes, name: str) -> Kind:
    """What can be read; raises ``FileError`` for anything else.

    Raises
    ------
    FileError
        Empty, foreign, protected, or dangerous to load.
    """
    if not data:
        raise FileError(
            f"{name}: the file is empty (0 bytes). Export or download it again.",
            f"{name}：文件为空（0 字节）。请重新导出或下载。",
        )
    if data.startswith(b"PK\x03\x04"):
        return "zip"
    if data.startswith((b"PK\x05\x06", b"PK\x07\x08")):
        raise damaged(name, "an empty or split archive", "压缩包为空或为分卷")
    if data.startswith(_OLE):
        return _compound(data, name)
    if data.startswith((b"$FL2", b"$FL3")):
        return "sav"
    if data.startswith(b"<stata_dta>") or _is_old_dta(data):
        return "dta"
    if data.startswith(b"PAR1"):
        return "parquet"
    if data.startswith(b"\x1f\x8b"):
        return "gzip"
    _refuse_foreign(data, name)
    return "text"


def _is_old_dta(data: bytes) -> bool:
    return len(data) > 4 and data[0] in _DTA_RELEASES and data[1] in (1, 2) and data[2] == 1 and data[3] == 0


def _compound(data: bytes, name: str) -> Kind:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise password_protected(name)
    if holds("Workbook") or holds("Book"):
        return "xls"
    if holds("WordDocument"):
        raise not_supported(name, "an old Word document", "旧版 Word 文档")
    raise not_supported(
        name, "a Microsoft compound file without a workbook", "不含工作簿的 Microsoft 复合文件"
    )


def _refuse_foreign(data: bytes, name: str) -> None:
    if _is_pickle(data):
        raise FileError(
            f"{name} is a Python pickle. Pickles can run programs when loaded, so they are never opened. Save "
            "the table as CSV or xlsx.",
            f"{name} 是 Python pickle 文件。加载此类文件可能执行任意程序，因此一律拒绝打开。请将数据另存为 CSV 或 xlsx。",
        )
    for magic, en, zh in _FOREIGN:
        if data.startswith(magic):
            raise not_supported(name, en, zh)
    if data.startswith(_SAS):
        raise not_supported(name, "a SAS file; save it as sav or CSV", "SAS 文件，请另存为 sav 或 CSV")
    start = data[:65536].removeprefix(b"\xef\xbb\xbf")
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        start = start.replace(b"\x00", b"")[2:]
    if _HTML.match(start):
        raise FileError(
            f"{name}: the content is an HTML page, not a table. If it is a login or error page, log in and download "
            "the file again; if it shows the table in a browser, open it in Excel and save it as .xlsx.",
            f"{name}：内容是 HTML 网页，不是数据表。若为登录页或错误页，请登录后重新下载；"
            "若浏览器中显示的是数据表，请用 Excel 打开并另存为 .xlsx。",
        )
    if re.match(rb"\s*<\?xml\b|\s*<\?mso-application", start):
        raise not_supported(
            name,
            "an XML file; open it in Excel and save it as .xlsx",
            "XML 文件，请用 Excel 打开并另存为 .xlsx",
        )
    if _JSON.match(start) and _is_json(data):
        raise not_supported(name, "a JSON file", "JSON 文件")


def _is_pickle(data: bytes) -> bool:
    # protocol 2 and later; protocols 0 and 1 are only told by their closing and are plain text to us
    return len(data) > 2 and data[0] == 0x80 and 2 <= data[1] <= 5


def _is_json(data: bytes) -> bool:
    if len(data) > 5_000_000:
        return True
    try:
        json.loads(data)
    except RecursionError:
        return True
    except (ValueError, UnicodeDecodeError):
        # one record a line, or cut off
        return re.match(rb'\s*\[?\s*\{\s*"[^"]*"\s*:', data) is not None
    return True


def not_supported(name: str, en: str, zh: str) -> FileError:
    """The error for a format that is not read."""
    return FileError(
        f"{name}: the content is {en}. Files that can be read: {SUPPORTED}.",
        f"{name}：内容是{zh}。支持的格式：{SUPPORTED_ZH}。",
    )


def password_protected(name: str) -> FileError:
    """The error for an encrypted workbook."""
    return FileError(
        f"{name}: the workbook is password protected. Open it in Excel, remove the password (File, Info, Protect "
        "Workbook) and save it again.",
        f"{name}：工作簿设有密码。请在 Excel 中打开，取消密码（文件－信息－保护工作簿）后重新保存。",
    )


_SUFFIXES: dict[FileFormat, tuple[str, ...]] = {
    "xlsx": ("xlsx", "xlsm", "xltx", "xltm"),
    "xls": ("xls", "xlt"),
    "ods": ("ods",),
    "csv": ("csv", "txt", "tsv", "tab", "dat", "asc"),
    "sav": ("sav", "zsav"),
    "dta": ("dta",),
    "parquet": ("parquet", "pq"),
}
_EVERY_SUFFIX = frozenset(suffix for suffixes in _SUFFIXES.values() for suffix in suffixes)


def suffix_remark(found: FileFormat, name: str) -> Remark | None:
    """A remark when the suffix promises another format than the content has.

    Raises
    ------
    FileError
        Old Excel content under a new Excel name: Excel itself refuses such a file, and which of the
        two is wrong cannot be known.
    """
    suffix = name.lower().removesuffix(".gz").rpartition(".")[2] if "." in name else ""
    if suffix in _SUFFIXES[found] or suffix not in _EVERY_SUFFIX:
        return None
    if found == "xls" and suffix in _SUFFIXES["xlsx"]:
        raise FileError(
            f"{name}: the content is an old Excel workbook (.xls) although the file is named .{suffix}; Excel "
            "refuses it, too. Rename it to .xls, or export it again as .xlsx.",
            f"{name}：内容是旧版 Excel 工作簿（.xls），文件名却是 .{suffix}，Excel 也会拒绝打开。"
            "请将扩展名改为 .xls，或重新导出为 .xlsx。",
        )
    return remark(
        f"The content is {found} although the file is named .{suffix}; it was read as {found}.",
        f"文件扩展名为 .{suffix}，但内容是 {found}，已按 {found} 读取。",
    )
