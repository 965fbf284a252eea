"""Whatever is done to a file, reading it gives a sheet or an error with words – never a traceback."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest
import xlsxwriter

from survey_kit.errors import SurveyKitError
from survey_kit.responses.files import read_bytes

from .conftest import outcome

TEXT = "编号,性别,Q1\n" + "".join(f"{i},{'男女'[i % 2]},{i % 5 + 1}\n" for i in range(80))


def workbook() -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet()
        for i, line in enumerate(TEXT.splitlines()):
            sheet.write_row(i, 0, line.split(","))
    return buffer.getvalue()


def labelled(tmp_path: Path, suffix: str) -> bytes:
    frame = pd.DataFrame({"Q1": [float(i % 5) for i in range(40)], "t": [f"词{i}" for i in range(40)]})
    path = tmp_path / f"a{suffix}"
    (pyreadstat.write_dta if suffix == ".dta" else pyreadstat.write_sav)(frame, str(path))
    return path.read_bytes()


def damaged(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    place = chance.randrange(len(data))
    match chance.choice(["cut", "flip", "zero", "insert"]):
        case "cut":
            return bytes(changed[:place])
        case "flip":
            for _ in range(chance.choice([1, 4, 40])):
                changed[chance.randrange(len(data))] = chance.randrange(256)
        case "zero":
            changed[place : place + 64] = bytes(len(changed[place : place + 64]))
        case _:
            changed[place:place] = chance.randbytes(5)
    return bytes(changed)


@pytest.mark.parametrize(
    ("kind", "times"),
    [("utf-8", 150), ("gbk", 150), ("utf-16", 100), ("xlsx", 100), (".sav", 6), (".dta", 6)],
)
def test_damage_is_worded(kind: str, times: int, tmp_path: Path) -> None:
    chance = random.Random(20240601)
    if kind == "xlsx":
        data = workbook()
    elif kind.startswith("."):
        data = labelled(tmp_path, kind)
    else:
        data = TEXT.encode(kind)
    for _ in range(times):
        found = outcome(read_bytes, damaged(data, chance), f"a{kind}")
        if isinstance(found, SurveyKitError):
            assert found.en
            assert found.zh
        else:
            assert len(found.header[-1]) == found.cells.shape[1]
            assert len(found.cells) > 0
