"""A small survey, and broken files of every kind to lie beside it; each is made where it is wanted."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

Rows: TypeAlias = Sequence[Sequence[Any]]

ASKED = """id = "mine"
title = { en = "Mine", zh = "我的" }
[options.agree]
en = ["No", "Rather no", "Neutral", "Rather yes", "Yes"]
zh = ["不", "不太", "一般", "比较", "是"]
[[background]]
id = "sex"
kind = "single"
label = { en = "Sex", zh = "性别" }
options = { en = ["Male", "Female"], zh = ["男", "女"] }
[[scale]]
id = "ease"
label = { en = "Ease", zh = "轻松" }
role = "predictor"
options = "agree"
items = [
  { id = "E1", en = "I work with ease.", zh = "我工作轻松。" },
  { id = "E2", en = "My days are calm.", zh = "我每天平静。" },
  { id = "E3", en = "I sleep well.", zh = "我睡得好。" },
]
[[scale]]
id = "zeal"
label = { en = "Zeal", zh = "热情" }
role = "outcome"
options = "agree"
items = [
  { id = "Z1", en = "I work with zeal.", zh = "我工作热情。" },
  { id = "Z2", en = "I like to begin.", zh = "我乐于开始。" },
  { id = "Z3", en = "I go on to the end.", zh = "我坚持到底。" },
]
[[plan.change]]
scales = ["ease", "zeal"]
"""
HEADS = ("id", "sex", "E1", "E2", "E3", "Z1", "Z2", "Z3")
SEGMENTS = ("respondent", "question", "text", "coder 1", "coder 2")
RATED = ("person", "rater", "occasion", "morality", "ability", "diligence")
CODEBOOK = 'id = "c"\ntitle = { en = "C", zh = "编" }\n' + "".join(
    f'[[theme]]\nid = "{name}"\nlabel = {{ en = "{name}", zh = "{name}" }}\n' for name in ("calm", "haste")
)


def answers(n: int = 60, *, seed: int = 1, first: int = 1) -> list[list[Any]]:
    """Respondents with ids from ``first``; items share a factor."""
    rng = np.random.default_rng(seed)
    raw = 3 + rng.normal(size=(n, 1)) + rng.normal(size=(n, 6))
    items = np.clip(np.round(raw), 1, 5).astype(int)
    return [[first + i, 1 + i % 2, *map(int, row)] for i, row in enumerate(items)]


def segments(n: int = 12) -> list[list[Any]]:
    """One segment a person, coded alike by both coders."""
    return [
        [i + 1, "q", f"words of {i}", ("calm", "haste")[i % 2], ("calm", "haste")[i % 2]] for i in range(n)
    ]


def rated(people: int = 8, raters: int = 3) -> list[list[Any]]:
    """Regular assessment of everybody by everybody."""
    rng = np.random.default_rng(5)
    return [
        [f"T{i}", f"R{j}", "regular", *map(int, rng.integers(60, 95, 3))]
        for i in range(people)
        for j in range(raters)
    ]


MATRIX: list[list[Any]] = [
    [None, "morality", "ability", "diligence"],
    ["morality", 1, 2, 2],
    ["ability", "1/2", 1, 1],
    ["diligence", "1/2", 1, 1],
]


def csv(path: Path, heads: Sequence[Any], rows: Rows) -> Path:
    def cell(value: Any) -> str:
        return '"' + ("" if value is None else str(value)).replace('"', '""') + '"'

    path.write_text("".join(",".join(map(cell, row)) + "\n" for row in [heads, *rows]), encoding="utf-8")
    return path


def book(path: Path, *sheets: Rows, hidden: bool = False) -> Path:
    """A workbook with these sheets; ``hidden``: none of them can be seen but an empty first one."""
    from openpyxl import Workbook

    made = Workbook()
    if not hidden:
        made.remove(made.active)
    for at, rows in enumerate(sheets, start=1):
        sheet = made.create_sheet(f"S{at}")
        sheet.sheet_state = "hidden" if hidden else "visible"
        for row in rows:
            sheet.append(list(row))
    made.save(path)
    return path


def picture() -> bytes:
    """A PNG of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def locked() -> bytes:
    """The container of a workbook that a password protects."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(900)
    )


def cut(rows: Rows) -> bytes:
    """A workbook of which the end is lost."""
    from openpyxl import Workbook

    made = Workbook()
    for row in rows:
        made.active.append(list(row))
    into = io.BytesIO()
    made.save(into)
    return into.getvalue()[:-400]


def nothing(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


Broken: TypeAlias = Callable[[Path, Sequence[str], Rows], Path | str]
"""Makes one broken file in a folder, given the heads and rows that would be right."""

UNREADABLE: dict[str, Broken] = {
    "no such file": lambda folder, heads, rows: folder / "away.xlsx",
    "a folder": lambda folder, heads, rows: folder,
    "empty xlsx": lambda folder, heads, rows: nothing(folder / "b.xlsx", b""),
    "empty csv": lambda folder, heads, rows: nothing(folder / "b.csv", b""),
    "a picture named xlsx": lambda folder, heads, rows: nothing(folder / "b.xlsx", picture()),
    "a picture named csv": lambda folder, heads, rows: nothing(folder / "b.csv", picture()),
    "password": lambda folder, heads, rows: nothing(folder / "b.xlsx", locked()),
    "cut off": lambda folder, heads, rows: nothing(folder / "b.xlsx", cut([heads, *rows])),
    "an empty sheet": lambda folder, heads, rows: book(folder / "b.xlsx", []),
    "only hidden sheets": lambda folder, heads, rows: book(folder / "b.xlsx", [heads, *rows], hidden=True),
    "heads alone, xlsx": lambda folder, heads, rows: book(folder / "b.xlsx", [heads]),
    "heads alone, csv": lambda folder, heads, rows: csv(folder / "b.csv", heads, []),
    "other columns": lambda folder, heads, rows: csv(folder / "b.csv", ["x", "y"], [[1, 2]] * 20),
}


def formulas(heads: Sequence[str], rows: Rows) -> Rows:
    """Every cell a formula that no program has computed."""
    return [
        list(heads),
        *[[f"={value}" if isinstance(value, int) else f'="{value}"' for value in row] for row in rows],
    ]
