"""Where output goes: whole or not at all, and nothing of the user's is ever lost.

A chapter is built in a hidden folder beside its destination and moved into place when it is
complete. A folder that this program did not write is refused; in one that it did write, files that
the user added stay, and files that the user edited are kept under another name.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from survey_kit.errors import FileError, SurveyKitError

MANIFEST = ".survey-kit.json"
MAX_NAME_BYTES = 120
_RESERVED = {"con", "prn", "aux", "nul", *(f"{p}{i}" for p in ("com", "lpt") for i in range(1, 10))}


def folder_name(stem: str) -> str:
    r"""A folder name made of a file's stem that every file system takes.

    >>> folder_name("  数据 (1)\n")
    '数据 (1)'
    >>> folder_name("../..")
    'report'
    """
    kept = "".join(
        "_" if c in '<>:"/\\|?*' or unicodedata.category(c) in ("Cc", "Cf", "Cs") else c for c in stem.strip()
    )
    kept = kept.strip(" ._-")
    while len(kept.encode("utf-8", "replace")) > MAX_NAME_BYTES:
        kept = kept[:-1]
    kept = kept.rstrip(" .")
    return f"_{kept}" if kept.lower() in _RESERVED else kept or "report"


def shown(path: Path | str) -> str:
    """A path for a message: without control characters, cut in the middle when very long."""
    text = "".join(c if unicodedata.category(c) not in ("Cc", "Cf", "Cs") else "?" for c in str(path))
    return text if len(text) <= 160 else f"{text[:75]}…{text[-75:]}"


def check_folder(folder: Path) -> None:
    """Refuse a destination that cannot or must not be written, before any work is done.

    Raises
    ------
    FileError
        The path is a file or a link, the folder holds files that this program did not write, or
        there is no permission.
    """
    if folder.is_symlink():
        raise FileError(
            f"{shown(folder)} is a symbolic link; output is not written through links. Name the real folder with -o.",
            f"{shown(folder)}是符号链接；不会通过链接写出结果。请用-o指定真实的文件夹。",
        )
    if folder.exists() and not folder.is_dir():
        raise FileError(
            f"{shown(folder)} is a file, not a folder. Name another folder with -o.",
            f"{shown(folder)}是文件而不是文件夹。请用-o指定另一个文件夹。",
        )
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MANIFEST).is_file():
        raise FileError(
            f"{shown(folder)} already holds files that survey-kit did not write; nothing was changed. "
            "Name another folder with -o, or empty this one.",
            f"{shown(folder)}中已有并非survey-kit生成的文件，未作任何改动。请用-o指定另一个文件夹，或先清空它。",
        )
    parent = folder
    while not parent.exists():
        parent = parent.parent
    if not parent.is_dir():
        raise FileError(
            f"{shown(parent)} is a file, so {shown(folder)} cannot be made. Name another folder with -o.",
            f"{shown(parent)}是文件，无法建立{shown(folder)}。请用-o指定另一个文件夹。",
        )
    writable = parent if parent != folder else folder.parent
    if not os.access(writable, os.W_OK | os.X_OK):
        raise FileError(
            f"No permission to write in {shown(writable)}. Name another folder with -o.",
            f"没有写入{shown(writable)}的权限。请用-o指定另一个文件夹。",
        )


@contextmanager
def building(folder: Path) -> Iterator[tuple[Path, list[Path]]]:
    """Build a folder's content out of sight; publish it on leaving, or leave no trace.

    Yields the hidden folder to write into and a list which, after leaving, names the files that
    the user had edited and that were kept under another name.

    Raises
    ------
    FileError
        When writing fails (disk full, no permission); the old content is untouched.
    """
    check_folder(folder)
    made: list[Path] = []
    work: Path | None = None
    edited: list[Path] = []
    try:
        for parent in reversed([p for p in folder.parents if not p.exists()]):
            parent.mkdir()
            made.append(parent)
        work = Path(tempfile.mkdtemp(prefix=".survey-kit-", dir=folder.parent))
        yield work, edited
        _write_manifest(work)
        edited += _publish(work, folder)
    except BaseException as error:
        if work is not None:
            shutil.rmtree(work, ignore_errors=True)
        for parent in reversed(made):
            with suppress(OSError):
                parent.rmdir()
        if isinstance(error, OSError) and not isinstance(error, SurveyKitError):
            raise write_error(error, folder) from error
        raise


def write_error(error: OSError, path: Path) -> FileError:
    """The message for a failed write."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return FileError(
            f"The disk is full: {shown(path)} was not written and nothing was left behind. Free some space and run again.",
            f"磁盘已满：{shown(path)}未写出，也没有留下残缺文件。请释放空间后重新运行。",
        )
    reason = error.strerror or type(error).__name__
    return FileError(
        f"Cannot write {shown(path)}: {reason}. Nothing was left behind. Name another place with -o.",
        f"无法写出{shown(path)}：{reason}。没有留下残缺文件。请用-o指定其他位置。",
    )


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _files(folder: Path) -> list[Path]:
    """All files below the folder, relative to it; links are files, never followed."""
    found = []
    for root, _, names in os.walk(folder):
        found += [(Path(root) / name).relative_to(folder) for name in names]
    return sorted(found)


def _write_manifest(work: Path) -> None:
    files = {path.as_posix(): _digest(work / path) for path in _files(work)}
    text = json.dumps({"generator": "survey-kit", "files": files}, ensure_ascii=False, indent=1)
    (work / MANIFEST).write_text(text + "\n", encoding="utf-8")
    # mkdtemp makes the folder private; what is published has the usual permissions
    umask = os.umask(0)
    os.umask(umask)
    work.chmod(0o777 & ~umask)


def _publish(work: Path, folder: Path) -> list[Path]:
    if not folder.exists():
        work.rename(folder)
        return []
    old = Path(tempfile.mkdtemp(prefix=".survey-kit-", dir=folder.parent))
    old.rmdir()
    folder.rename(old)
    try:
        edited = _carry_over(old, work)
        work.rename(folder)
    except BaseException:
        old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
    return [folder / path for path in edited]


def _carry_over(old: Path, new: Path) -> list[Path]:
    """Copy what is the user's from the old folder; returns the names given to edited files."""
    ours: dict[str, str] = {}
    with suppress(OSError, ValueError, AttributeError):
        ours = dict(json.loads((old / MANIFEST).read_text(encoding="utf-8")).get("files", {}))
    edited = []
    for path in _files(old):
        source = old / path
        known = ours.get(path.as_posix())
        if path.as_posix() == MANIFEST or (
            known is not None and not source.is_symlink() and known == _digest(source)
        ):
            continue
        target = path
        if known is not None or (new / path).exists():
            target = _free_name(new, path)
            edited.append(target)
        (new / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, new / target, follow_symlinks=False)
    return edited


def _free_name(folder: Path, path: Path) -> Path:
    number = 1
    while True:
        suffix = "" if number == 1 else f"-{number}"
        candidate = path.with_name(f"{path.stem}.edited{suffix}{path.suffix}")
        if not (folder / candidate).exists():
            return candidate
        number += 1


@contextmanager
def building_file(path: Path) -> Iterator[Path]:
    """Build one file out of sight and move it over ``path`` when it is complete.

    The yielded path has the same name in a hidden folder; files written into a folder ``figures``
    beside it are moved along.

    Raises
    ------
    FileError
        The place is a folder or a link, or writing fails.
    """
    if path.is_symlink():
        raise FileError(
            f"{shown(path)} is a symbolic link; output is not written through links. Name the real file.",
            f"{shown(path)}是符号链接；不会通过链接写出结果。请指定真实的文件。",
        )
    if path.is_dir():
        raise FileError(
            f"{shown(path)} is a folder; -o wants a file here.",
            f"{shown(path)}是文件夹；此处-o需要文件名。",
        )
    if not path.parent.is_dir():
        raise FileError(
            f"The folder {shown(path.parent)} does not exist. Make it first, or name another place with -o.",
            f"文件夹{shown(path.parent)}不存在。请先建立，或用-o指定其他位置。",
        )
    work: Path | None = None
    try:
        work = Path(tempfile.mkdtemp(prefix=".survey-kit-", dir=path.parent))
        target = work / path.name
        yield target
        for figure in _files(work):
            destination = path.parent / figure
            destination.parent.mkdir(exist_ok=True)
            os.replace(work / figure, destination)
    except OSError as error:
        raise write_error(error, path) from error
    finally:
        if work is not None:
            shutil.rmtree(work, ignore_errors=True)
