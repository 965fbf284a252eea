"""Reading with C libraries in a child process that has little memory, little time and nothing to take."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

import numpy as np

from survey_kit.errors import FileError
from survey_kit.responses.files.columns import Column
from survey_kit.responses.files.detect import not_supported, password_protected
from survey_kit.responses.files.limits import CHILD_MEMORY_MB, CHILD_SECONDS, MAX_CELLS, max_bytes
from survey_kit.responses.files.wording import damaged, harmless

ConfinedKind: TypeAlias = Literal["sav", "dta", "parquet", "xls", "ods"]

_SCRIPT = Path(__file__).with_name("confined.py")


@dataclass(frozen=True, slots=True)
class Confined:
    """What the child handed over. ``about`` has one entry a column, ``facts`` what concerns the file."""

    names: tuple[str, ...]
    columns: list[Column]
    about: list[dict[str, Any]]
    facts: dict[str, Any]


class WrongEncoding(Exception):
    """The texts of a labelled file are not in the encoding that it declares."""


def read_confined(kind: ConfinedKind, data: bytes, name: str, option: str = "") -> Confined:
    """Read a file's bytes in a child process.

    Raises
    ------
    FileError
        The child refused the file, crashed on it, or exceeded its limits.
    WrongEncoding
        See there.
    """
    try:
        return _run(kind, data, name, option)
    except OSError as error:
        reason = harmless(error.strerror or "")
        raise FileError(
            f"{name} could not be read: a private temporary copy or a child process is needed for this format and was "
            f"not possible ({reason}). Check the space in the temporary folder (TMPDIR).",
            f"无法读取 {name}：读取该格式需要临时副本和子进程，但未能创建（{reason}）。请检查临时文件夹（TMPDIR）的空间和权限。",
        ) from None


def _run(kind: ConfinedKind, data: bytes, name: str, option: str) -> Confined:
    # room for the libraries, and some twenty bytes of objects a byte of file, as far as files may go
    memory = CHILD_MEMORY_MB + min(30 * len(data), 8 * max_bytes()) // 1_000_000
    with tempfile.TemporaryDirectory(prefix="survey-kit-") as folder:
        path = Path(folder, f"input.{kind}")
        path.write_bytes(data)
        command = [sys.executable, "-P", os.fspath(_SCRIPT), kind, os.fspath(path), folder, str(memory)]
        command += [str(CHILD_SECONDS), option]
        single = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "ARROW_DEFAULT_MEMORY_POOL": "system"}
        try:
            done = subprocess.run(  # noqa: S603
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=folder,
                env={**os.environ, **single},
                timeout=CHILD_SECONDS + 10,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise damaged(name, "reading it took too long", "读取超时") from None
        if done.returncode != 0:
            raise damaged(name, "its reader broke down on it", "读取程序因其内容而中断")
        try:
            return _handed_over(Path(folder), name)
        except (OSError, ValueError, KeyError, TypeError, EOFError):
            raise damaged(name, "its reader broke down on it", "读取程序因其内容而中断") from None


def _handed_over(folder: Path, name: str) -> Confined:
    facts = json.loads((folder / "table.json").read_text(encoding="utf-8"))
    if "error" in facts:
        raise _refused(facts["error"], name)
    about: list[dict[str, Any]] = facts.pop("columns")
    columns = []
    for i, column in enumerate(about):
        values = np.load(folder / f"{i}.npy", allow_pickle=False)
        if column["kind"] == "codes":
            table = np.empty(len(column["table"]), dtype=object)
            table[:] = [_cell(value) for value in column.pop("table")]
            values = table[values]
        columns.append(values)
    return Confined(tuple(str(column["name"]) for column in about), columns, about, facts)


def _cell(value: Any) -> Any:
    if isinstance(value, dict):
        return dt.datetime.fromisoformat(value["date"])
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return None if isinstance(value, str) and (not value or value.isspace()) else value


def _refused(reason: str, name: str) -> Exception:
    if reason == "encoding":
        return WrongEncoding()
    if reason == "password":
        return password_protected(name)
    if reason == "memory":
        return damaged(
            name, "reading it would need far more memory than its size explains", "读取所需内存远超文件大小"
        )
    if reason == "nested":
        return not_supported(
            name,
            "parquet with nested columns; write one plain column a question",
            "含嵌套列的 parquet，请改为每题一列",
        )
    if reason == "pyarrow":
        return without_pyarrow(name)
    if reason == "cells":
        return FileError(
            f"{name}: the table has more than {MAX_CELLS:,} cells. Leave out what is not needed and save it again.",
            f"{name}：表格超过 {MAX_CELLS:,} 个单元格。请删去不需要的内容后重新保存。",
        )
    return damaged(name, "its content contradicts itself or ends early", "内容前后矛盾或提前结束")


def without_pyarrow(name: str) -> FileError:
    """The error for a parquet file where pyarrow is not installed."""
    return FileError(
        f"{name}: reading parquet needs pyarrow. Install it with: pip install “survey-kit[parquet]”, or save the table "
        "as CSV.",
        f"{name}：读取 parquet 需要 pyarrow。请运行 pip install “survey-kit[parquet]” 安装，或将数据另存为 CSV。",
    )
