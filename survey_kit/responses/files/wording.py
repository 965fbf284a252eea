"""Harmless words: what of a file's own text may stand in a message, and how a remark is built."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Literal

from survey_kit.errors import FileError
from survey_kit.report.blocks import Label, Remark

SHOWN_CHARACTERS = 80
SHOWN_NAMES = 8

# C0 without tab, line feed and carriage return; DEL; C1; noncharacters and lone surrogates: all are
# illegal in XML or act on a terminal
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def harmless(text: str, limit: int = SHOWN_CHARACTERS) -> str:
    r"""The text on one line, without characters that act on a terminal or change direction, cut.

    >>> harmless("a\x1b[31mb\nc")
    'a[31mb c'
    """
    line = re.sub(r"\s+", " ", text[: 4 * limit])
    shown = "".join(c for c in line if c == " " or unicodedata.category(c)[0] not in "CZ").strip()
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def remark(en: str, zh: str, level: Literal["note", "warning"] = "warning") -> Remark:
    """A remark in both languages."""
    return Remark(Label(en, zh), level)


def damaged(name: str, what_en: str, what_zh: str) -> FileError:
    """The error for a file whose content breaks off or contradicts itself."""
    return FileError(
        f"{name}: the file is damaged or was not downloaded completely ({what_en}). Get it again from where "
        "it came from, or open it in the program that wrote it and save it anew.",
        f"{name}：文件已损坏或未下载完整（{what_zh}）。请重新下载，或用生成该文件的程序打开后重新保存。",
    )


def listed(texts: Iterable[str], *, zh: bool = False, limit: int = SHOWN_NAMES) -> str:
    """Texts as a short list; the rest is counted."""
    every = [harmless(text, 40) for text in texts]
    shown = ("、" if zh else ", ").join(every[:limit])
    if len(every) > limit:
        shown += f" 等{len(every)}个" if zh else f" and {len(every) - limit} more"
    return shown


def numbers(values: Sequence[int], *, zh: bool = False) -> str:
    """Row or column numbers as a short list."""
    return listed([str(value) for value in values], zh=zh)


def column_names(names: Sequence[str], positions: Iterable[int], *, zh: bool = False) -> str:
    """Columns by name where they have one, else by 1-based number."""
    return listed(
        [
            names[position] if position < len(names) and names[position].strip() else str(position + 1)
            for position in positions
        ],
        zh=zh,
    )
