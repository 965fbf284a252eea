"""The encoding of a text file.

Order: byte order mark, zero bytes (UTF-16 and UTF-32 without a mark), strict UTF-8, then a guess
among the legacy encodings by the share of common characters. A file that is none of them without
a fault is refused with the place of the fault, never read with replaced characters.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from survey_kit.errors import FileError
from survey_kit.report.blocks import Remark
from survey_kit.responses.files.legacy_encoding import likely_codec
from survey_kit.responses.files.wording import damaged, harmless, remark

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SHOWN = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "utf-32-le": "UTF-32 LE",
    "utf-32-be": "UTF-32 BE",
    "gb18030": "GB18030",
    "cp950": "Big5",
    "cp932": "Shift-JIS",
    "cp1252": "Latin-1",
}
_NOT_TEXT = ("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem", "utf_7")


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec that decodes the bytes from ``offset`` on. ``errors`` is the codec's error rule."""

    codec: str
    offset: int = 0
    errors: str = "strict"
    remarks: tuple[Remark, ...] = ()

    @property
    def shown(self) -> str:
        return _SHOWN.get(self.codec, self.codec)


def find_encoding(data: bytes, name: str, wanted: str | None = None) -> Encoding:
    """The encoding of a text file.

    Raises
    ------
    FileError
        Unknown codec, a fault in the text, or no text at all.
    """
    if wanted is not None:
        return _asked_for(data, name, wanted)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _marked(data, name, mark, codec)
    if b"\x00" in data:
        return _wide(data, name)
    if _is_binary(data):
        raise not_text(name)
    fault = _fault(data, "utf-8")
    if fault is None:
        return Encoding("utf-8")
    if _fault(data, "utf-8", "surrogatepass") is None:
        said = remark(
            f"Invalid UTF-8 (half a character pair) at byte {fault + 1}, line {_line(data, fault)}; such characters "
            "were replaced.",
            f"第 {fault + 1} 字节（第 {_line(data, fault)} 行）处有无效的 UTF-8（不成对的代理字符），已替换。",
        )
        return Encoding("utf-8", 0, "replace", (said,))
    if _is_mostly_utf8(data):
        raise _invalid(name, "UTF-8", data, fault)
    return _guess(data, name, fault)


def _asked_for(data: bytes, name: str, wanted: str) -> Encoding:
    try:
        codec = codecs.lookup(wanted)
    except (LookupError, ValueError):
        codec = None
    canonical = codec.name if codec is not None else ""
    known = codec is not None and getattr(codec, "_is_text_encoding", True)
    if not known or canonical.replace("-", "_") in _NOT_TEXT:
        raise FileError(
            f"Unknown encoding “{harmless(wanted)}”. Usual ones: utf-8, gb18030, big5, shift_jis, latin-1, utf-16.",
            f"未知编码“{harmless(wanted)}”。常用编码：utf-8、gb18030、big5、shift_jis、latin-1、utf-16。",
        )
    canonical = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "cp950", "shift_jis": "cp932"}.get(
        canonical, canonical
    )
    offset = 0
    for mark, codec_name in _MARKS:
        if data.startswith(mark) and canonical.replace("-sig", "") in (codec_name, codec_name[:6]):
            canonical, offset = codec_name, len(mark)
            break
    if canonical in ("utf-16", "utf-32"):
        canonical += "-le"
    fault = _fault(data[offset:], canonical)
    if fault is not None:
        raise _invalid(name, _SHOWN.get(canonical, canonical), data, fault + offset)
    return Encoding(canonical, offset)


def _marked(data: bytes, name: str, mark: bytes, codec: str) -> Encoding:
    offset = len(mark)
    remarks: list[Remark] = []
    if data.startswith(mark, offset):
        while data.startswith(mark, offset):
            offset += len(mark)
        remarks.append(
            remark(
                "The file begins with more than one byte order mark; all were skipped.",
                "文件开头有多个字节顺序标记（BOM），已全部跳过。",
            )
        )
    if codec != "utf-8":
        remarks.append(
            remark(f"The file is encoded in {_SHOWN[codec]}.", f"文件编码为 {_SHOWN[codec]}。", "note")
        )
    fault = _fault(data[offset:], codec)
    if fault is not None:
        raise _invalid(name, _SHOWN[codec], data, fault + offset)
    text = data[offset:].decode(codec)
    if _is_binary(text[:100_000].encode("utf-8")):
        raise not_text(name)
    if "\x00" in text:
        raise _zeros(name, data, len(text[: text.index("\x00")].encode(codec)) + offset)
    return Encoding(codec, offset, "strict", tuple(remarks))


def _wide(data: bytes, name: str) -> Encoding:
    """UTF-16 or UTF-32 without a mark: the zero bytes of Latin characters stand in fixed places."""
    sample = data[:200_000]
    zeros = [sample[place::4].count(0) / max(1, len(sample[place::4])) for place in range(4)]
    candidates = []
    if min(zeros[2], zeros[3]) > 0.9 and len(data) % 4 == 0:
        candidates.append("utf-32-le")
    elif min(zeros[0], zeros[1]) > 0.9 and len(data) % 4 == 0:
        candidates.append("utf-32-be")
    elif min(zeros[1], zeros[3]) > 0.3 and max(zeros[0], zeros[2]) < 0.1:
        candidates.append("utf-16-le")
    elif min(zeros[0], zeros[2]) > 0.3 and max(zeros[1], zeros[3]) < 0.1:
        candidates.append("utf-16-be")
    for codec in candidates:
        if _fault(data, codec) is None and not _is_binary(data.decode(codec)[:100_000].encode("utf-8")):
            return Encoding(codec, 0, "strict", (_guessed(_SHOWN[codec]),))
    if _is_binary(data) or _fault(data, "utf-8") is not None:
        raise not_text(name)
    raise _zeros(name, data, data.index(b"\x00"))


def _zeros(name: str, data: bytes, offset: int) -> FileError:
    line = _line(data, offset)
    return damaged(
        name,
        f"zero bytes in the text at byte {offset + 1}, line {line}",
        f"第 {offset + 1} 字节（第 {line} 行）处有零字节",
    )


def _guess(data: bytes, name: str, fault: int) -> Encoding:
    best = likely_codec(data)
    if best is None:
        if _controls(data) > 0.02:
            raise not_text(name)
        raise FileError(
            f"{name}: the text is not valid UTF-8 (byte {fault + 1}, line {_line(data, fault)}) and its encoding "
            "could not be recognised. Name it with --encoding (gb18030, big5, shift_jis, latin-1, …), or save the file as "
            "UTF-8.",
            f"{name}：文本不是有效的 UTF-8（第 {fault + 1} 字节，第 {_line(data, fault)} 行），且无法识别其编码。"
            "请用 --encoding 指定（gb18030、big5、shift_jis、latin-1 等），或另存为 UTF-8。",
        )
    broken = _fault(data, best)
    if broken is not None:
        raise _invalid(name, _SHOWN[best], data, broken, guessed=True)
    return Encoding(best, 0, "strict", (_guessed(_SHOWN[best]),))


def _guessed(shown: str) -> Remark:
    return remark(
        f"The file is not UTF-8; it was read as {shown} (a guess from its characters). If texts look wrong, give "
        "--encoding.",
        f"文件不是 UTF-8 编码；根据字符特征推测并按 {shown} 读取。如出现乱码，请用 --encoding 指定编码。",
    )


def _fault(data: bytes, codec: str, errors: str = "strict") -> int | None:
    """Offset of the first byte that does not decode."""
    try:
        data.decode(codec, errors)
    except UnicodeDecodeError as error:
        return error.start
    return None


def _line(data: bytes, offset: int) -> int:
    before = data[:offset]
    return 1 + before.count(b"\n") + before.replace(b"\r\n", b"").count(b"\r")


def _invalid(name: str, codec: str, data: bytes, offset: int, *, guessed: bool = False) -> FileError:
    line = _line(data, offset)
    what_en = f"not valid in UTF-8 nor in {codec}" if guessed else f"not valid {codec}"
    what_zh = f"既不是有效的 UTF-8，也不是有效的 {codec}" if guessed else f"不是有效的 {codec}"
    return FileError(
        f"{name}: the text is {what_en} at byte {offset + 1}, line {line}. Repair that line or export the file again; "
        "if it is in another encoding, give --encoding.",
        f"{name}：第 {offset + 1} 字节（第 {line} 行）处的文本{what_zh}。请修正该行或重新导出；若为其他编码，请用 --encoding 指定。",
    )


def not_text(name: str) -> FileError:
    """The error for binary content of no known format."""
    return FileError(
        f"{name}: the content is binary and of no format that can be read; it is not a text table. Export the "
        "responses as xlsx or CSV.",
        f"{name}：内容为无法识别的二进制数据，不是文本表格。请将答卷导出为 xlsx 或 CSV。",
    )


def _controls(data: bytes) -> float:
    sample = data[:200_000]
    return len(re.findall(rb"[\x00-\x08\x0e-\x1f\x7f]", sample)) / max(1, len(sample))


def _is_binary(data: bytes) -> bool:
    return _controls(data) > 0.3


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether the text beyond ASCII is by far UTF-8: chance makes such sequences rarely elsewhere."""
    sequences = re.compile(
        rb"[\xc3-\xdf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xe0[\xa0-\xbf][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{3}"
    )
    right = sum(len(found) for found in sequences.findall(data))
    foreign = len(re.findall(rb"[\x80-\xff]", data))
    return right >= 6 and right > 0.8 * foreign
