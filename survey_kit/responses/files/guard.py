"""What may be opened at all: an ordinary, readable file of bounded size, read exactly once."""

from __future__ import annotations

import difflib
import errno
import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from survey_kit.errors import FileError
from survey_kit.responses.files.limits import max_bytes, too_large
from survey_kit.responses.files.wording import harmless, listed

LOCK_PREFIXES = ("~$", ".~lock.")


@dataclass(frozen=True, slots=True)
class Content:
    """A file's bytes. ``grew`` True: it changed while it was read."""

    name: str
    data: bytes
    sha256: str
    grew: bool = False


def content_of(data: bytes, name: str) -> Content:
    """Bytes that are already at hand."""
    shown = harmless(name) or "-"
    if len(data) > max_bytes():
        raise _too_large(shown, len(data))
    return Content(shown, data, hashlib.sha256(data).hexdigest())


def read_content(path: str | Path) -> Content:
    """The bytes of an ordinary file.

    Nothing that is not a regular file is opened: opening a FIFO would wait for ever and reading a
    device would never end.
    """
    text = os.fspath(path)
    # surrogates stand for bytes of a file name that are not UTF-8
    name = harmless(os.path.basename(text.rstrip("/\\")) or text) or "(no name)"
    try:
        before = os.stat(text)
    except (OSError, ValueError) as error:
        raise _cannot_open(text, name, error) from None
    _refuse_special(name, before)
    _refuse_lock(text, name, before)
    if before.st_size > max_bytes():
        raise _too_large(name, before.st_size)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(text, flags), "rb") as file:
            # asked again of what is open now: the name may point elsewhere by this time
            opened = os.fstat(file.fileno())
            _refuse_special(name, opened)
            data = file.read(opened.st_size)
            more = file.read(1)
            after = os.fstat(file.fileno())
    except OSError as error:
        raise _cannot_open(text, name, error) from None
    grew = bool(more) or len(data) != opened.st_size or after.st_mtime_ns != opened.st_mtime_ns
    return Content(name, data, hashlib.sha256(data).hexdigest(), grew)


def _too_large(name: str, size: int) -> FileError:
    return too_large(name, f"the file has {size / 1e6:,.0f} MB", f"文件大小为 {size / 1e6:,.0f} MB")


def _refuse_special(name: str, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise FileError(
            f"{name} is a folder, not a file. Name the file inside it.",
            f"{name} 是文件夹，不是文件。请指定其中的文件。",
        )
    if not stat.S_ISREG(found.st_mode):
        raise FileError(
            f"{name} is not a regular file (a pipe, socket or device). Save the responses to a file, or pass "
            "them on standard input with the name “-”.",
            f"{name} 不是普通文件（而是管道、套接字或设备）。请先将答卷保存为文件，或以 “-” 从标准输入读取。",
        )


def _refuse_lock(path: str, name: str, found: os.stat_result) -> None:
    prefix = next((prefix for prefix in LOCK_PREFIXES if name.startswith(prefix)), None)
    if prefix is None or found.st_size > 4096:
        return
    real = name.removeprefix(prefix).rstrip("#")
    folder = Path(path).parent
    # Excel overwrites the first two characters of a long name
    beside = [entry for entry in _entries(folder) if entry == real or entry[2:] == real]
    data_en = f"the data file is {harmless(beside[0])}" if beside else f"the data file was {real}"
    data_zh = f"数据文件是 {harmless(beside[0])}" if beside else f"数据文件应为 {real}"
    raise FileError(
        f"{name} is a lock file that an office program leaves while a workbook is open; {data_en}. Close the "
        "program and name that file.",
        f"{name} 是办公软件打开工作簿时留下的锁定文件；{data_zh}。请关闭该程序，再指定数据文件。",
    )


def _cannot_open(path: str, name: str, error: OSError | ValueError) -> FileError:
    code = error.errno if isinstance(error, OSError) else None
    if code == errno.ELOOP:
        return FileError(
            f"{name} is a link that leads back to itself (a link loop). Name the file itself.",
            f"{name} 是循环链接（指向自身）。请指定实际文件。",
        )
    if code in (errno.EACCES, errno.EPERM):
        return FileError(
            f"{name}: no permission to read this file. Change its permissions, or copy it to a folder of yours.",
            f"{name}：没有读取该文件的权限。请修改权限，或将其复制到自己的文件夹。",
        )
    if code == errno.ENAMETOOLONG or code is None:
        return FileError(
            f"{name}: this is not a possible file name.",
            f"{name}：该文件名无效。",
        )
    if code in (errno.ENOENT, errno.ENOTDIR):
        return _not_found(path, name)
    reason = harmless(os.strerror(code))
    return FileError(f"{name} cannot be read: {reason}.", f"无法读取 {name}：{reason}。")


def _not_found(path: str, name: str) -> FileError:
    if os.path.islink(path):
        return FileError(
            f"{name} is a link that points to a missing file. Name the file itself.",
            f"{name} 是链接，但所指向的文件不存在。请指定实际文件。",
        )
    folder = Path(path).parent
    if not folder.is_dir():
        shown = harmless(str(folder))
        return FileError(
            f"File {name} not found: there is no folder {shown}.",
            f"找不到文件 {name}：文件夹 {shown} 不存在。",
        )
    near = _near_names(name, _entries(folder))
    if near:
        return FileError(
            f"File {name} not found. Near names in that folder: {listed(near)}.",
            f"找不到文件 {name}。该文件夹中名称相近的有：{listed(near, zh=True)}。",
        )
    return FileError(
        f"File {name} not found; no file in that folder has a similar name. Check the folder and the name.",
        f"找不到文件 {name}，该文件夹中也没有名称相近的文件。请检查路径和文件名。",
    )


def _near_names(name: str, entries: list[str]) -> list[str]:
    by_folded = {entry.casefold(): entry for entry in entries}
    stem = Path(name).stem.casefold()
    same_stem = [entry for folded, entry in by_folded.items() if Path(folded).stem == stem]
    close = difflib.get_close_matches(name.casefold(), list(by_folded), n=3, cutoff=0.6)
    return list(dict.fromkeys([*same_stem, *(by_folded[folded] for folded in close)]))[:3]


def _entries(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as found:
            names = sorted(entry.name for entry, _ in zip(found, range(5000), strict=False))
    except OSError:
        return []
    return [name for name in names if not name.startswith(LOCK_PREFIXES)]
