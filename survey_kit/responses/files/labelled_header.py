"""What the headers of SPSS and Stata files declare, read without the C library.

Layouts after the documents of PSPP ("System File Format") and Stata (``help dta``).
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

from survey_kit.errors import FileError
from survey_kit.report.blocks import Remark
from survey_kit.responses.files.wording import damaged, remark

_SAV_HEADER = 176
_NEWEST_DTA = 119
_OLDEST_DTA = 104
_TAGGED_DTA = 117


@dataclass(frozen=True, slots=True)
class Declared:
    """The number of cases that a header states; None when it leaves that open."""

    cases: int | None
    remarks: tuple[Remark, ...] = ()


def declared_in_sav(data: bytes, name: str) -> Declared:
    """Check the header and dictionary of a sav or zsav file.

    Raises
    ------
    FileError
        The header is damaged, or an uncompressed file ends before its last case.
    """
    bad_header = damaged(name, "its SPSS header is damaged", "SPSS 文件头已损坏")
    if len(data) < _SAV_HEADER:
        raise bad_header
    order = next((sign for sign in "<>" if struct.unpack_from(f"{sign}i", data, 64)[0] in (2, 3)), None)
    if order is None:
        raise bad_header
    nominal, compression, _, cases = struct.unpack_from(f"{order}iiii", data, 68)
    if compression not in (0, 1, 2) or cases < -1 or nominal < -1 or nominal > 10_000_000:
        raise bad_header
    try:
        elements, start = _dictionary(data, order)
    except (struct.error, ValueError):
        raise damaged(name, "its SPSS dictionary is damaged", "SPSS 变量字典已损坏") from None
    if compression == 0 and elements:
        whole, rest = divmod(len(data) - start, 8 * elements)
        if cases >= 0 and whole < cases:
            raise _ends_early(name, whole, cases)
        if rest:
            raise damaged(
                name,
                "its length is no whole number of cases",
                "数据长度不是个案长度的整数倍",
            )
    elif cases > 0 and elements and (len(data) - start) * 2000 < cases * elements // 8:
        # a compressed element takes one byte of code, and zlib packs those a thousandfold at most
        raise _ends_early(name, None, cases)
    if cases >= 0:
        return Declared(cases)
    said = remark(
        "The file does not state its number of cases, so it cannot be checked whether all were read.",
        "文件未注明个案数，无法核对是否已全部读取。",
        "note",
    )
    return Declared(None, (said,))


def _ends_early(name: str, found: int | None, cases: int) -> FileError:
    shown_en = f"{found} of {cases} cases" if found is not None else f"fewer than {cases} cases"
    shown_zh = f"{cases} 个个案中仅有 {found} 个" if found is not None else f"个案少于 {cases} 个"
    return FileError(
        f"{name}: the file ends early: {shown_en} are there. It is damaged or was not downloaded completely; get it again.",
        f"{name}：文件提前结束：{shown_zh}。文件已损坏或未下载完整，请重新获取。",
    )


def _dictionary(data: bytes, order: str) -> tuple[int, int]:
    """Eight-byte elements a case, and where the data begin."""

    def whole(at: int) -> int:
        return int(struct.unpack_from(f"{order}i", data, at)[0])

    def sized(number: int, ceiling: int) -> int:
        if not 0 <= number <= ceiling:
            raise ValueError("impossible size")
        return number

    at = _SAV_HEADER
    elements = 0
    while True:
        record = whole(at)
        if record == 2:
            kind, has_label, n_missing = whole(at + 4), whole(at + 8), whole(at + 12)
            sized(kind + 1, 256)
            sized(has_label, 1)
            sized(n_missing + 3, 6)
            at += 32
            if has_label:
                at += 4 + (sized(whole(at), 65_536) + 3) // 4 * 4
            at += 8 * abs(n_missing)
            elements += 1
        elif record == 3:
            count = sized(whole(at + 4), 1_000_000)
            at += 8
            for _ in range(count):
                length = data[at + 8]
                at += 8 + (length + 8) // 8 * 8
        elif record == 4:
            at += 8 + 4 * sized(whole(at + 4), 1_000_000)
        elif record == 6:
            at += 8 + 80 * sized(whole(at + 4), 1_000_000)
        elif record == 7:
            size, count = sized(whole(at + 8), len(data)), sized(whole(at + 12), len(data))
            at += 16 + size * count
        elif record == 999:
            return elements, at + 8
        else:
            raise ValueError("unknown record")
        if at >= len(data):
            raise ValueError("breaks off")


def declared_in_dta(data: bytes, name: str) -> Declared:
    """Check the header of a dta file.

    Raises
    ------
    FileError
        The header is damaged, the version is unknown, or the file breaks off.
    """
    if not data.startswith(b"<stata_dta>"):
        return _old_dta(data, name)
    found = re.match(
        rb"<stata_dta><header><release>(\d{3})</release><byteorder>(LSF|MSF)</byteorder><K>", data[:80]
    )
    if found is None:
        raise damaged(name, "its Stata header is damaged", "Stata 文件头已损坏")
    release, order = int(found[1]), "<" if found[2] == b"LSF" else ">"
    _refuse_release(release, name)
    at = found.end() + (4 if release >= 119 else 2)
    if data[at : at + 7] != b"</K><N>":
        raise damaged(name, "its Stata header is damaged", "Stata 文件头已损坏")
    if not data.rstrip(b"\x00\r\n ").endswith(b"</stata_dta>"):
        raise damaged(name, "the Stata file breaks off", "Stata 文件中断")
    code = "I" if release == _TAGGED_DTA else "Q"
    return Declared(int(struct.unpack_from(f"{order}{code}", data, at + 7)[0]))


def _old_dta(data: bytes, name: str) -> Declared:
    if len(data) < 109:
        raise damaged(name, "its Stata header breaks off", "Stata 文件头中断")
    release = data[0]
    _refuse_release(release, name)
    order = ">" if data[1] == 1 else "<"
    cases = int(struct.unpack_from(f"{order}i", data, 6)[0])
    if cases < 0:
        raise damaged(name, "its Stata header is damaged", "Stata 文件头已损坏")
    said = remark(
        f"The file is in an old Stata format (release {release}); it was read.",
        f"文件为旧版 Stata 格式（版本号 {release}），已读取。",
        "note",
    )
    return Declared(cases, (said,))


def _refuse_release(release: int, name: str) -> None:
    if not _OLDEST_DTA <= release <= _NEWEST_DTA:
        raise FileError(
            f"{name}: this Stata format (release {release}) is not supported; releases {_OLDEST_DTA} to {_NEWEST_DTA} are. "
            "Save it in Stata with: saveold, version(14).",
            f"{name}：不支持该 Stata 格式（版本号 {release}）；支持版本号 {_OLDEST_DTA}～{_NEWEST_DTA}。"
            "请在 Stata 中用 saveold, version(14) 另存。",
        )
