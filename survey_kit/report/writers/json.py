"""The results file: every number at full precision under a stable key."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from survey_kit.errors import FileError
from survey_kit.report.blocks import Report
from survey_kit.report.codec import decode, encode


def dumps(report: Report) -> str:
    """The text of ``report.json``."""
    return json.dumps(encode(report), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def write(report: Report, path: Path) -> None:
    """Write the results file."""
    path.write_text(dumps(report), encoding="utf-8", newline="\n")


def read(path: Path) -> Report:
    """Read a results file.

    Raises
    ------
    FileError
        When the file cannot be read or is not a results file.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FileError(
            f"{path.name}: cannot be read ({error}).", f"{path.name}：无法读取（{error}）。"
        ) from error
    return loads(text, path.name)


def loads(text: str, name: str) -> Report:
    """The report in the text of a results file called ``name``."""
    try:
        data: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FileError(
            f"{name} is not JSON ({error}). Give the report.json of an earlier run.",
            f"{name}不是JSON文件（{error}）。请提供先前运行生成的report.json。",
        ) from error
    return decode(data)
