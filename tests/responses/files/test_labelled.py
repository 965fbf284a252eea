"""SPSS and Stata files: labels, declared missing values, and files that end early."""

from __future__ import annotations

import datetime as dt
import struct
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from survey_kit.responses.files import confinement, read_bytes, read_sheet

from .conftest import Refusal, remarks

FRAME = pd.DataFrame(
    {
        "id": np.arange(1.0, 61.0),
        "Q1": [float(i % 5 + 1) for i in range(60)],
        "sex": ["m" if i % 2 else "f" for i in range(60)],
        "open": [f"意见{i}" if i % 3 else "" for i in range(60)],
    }
)


def sav(tmp_path: Path, frame: pd.DataFrame = FRAME, suffix: str = ".sav", **options: object) -> bytes:
    path = tmp_path / f"a{suffix}"
    pyreadstat.write_sav(frame, str(path), compress=suffix == ".zsav", **options)
    return path.read_bytes()


@pytest.mark.parametrize("suffix", [".sav", ".zsav"])
def test_labels_and_declared_missing(tmp_path: Path, suffix: str) -> None:
    data = sav(
        tmp_path,
        suffix=suffix,
        column_labels=["编号", "对工作满意", "性别", "意见"],
        variable_value_labels={"Q1": {1: "非常不同意", 5: "非常同意"}, "sex": {"m": "男", "f": "女"}},
        missing_ranges={"Q1": [{"lo": 4, "hi": 5}]},
    )
    sheet = read_bytes(data, f"a{suffix}")
    assert sheet.header == (("id", "Q1", "sex", "open"),)
    assert sheet.texts[1] == "对工作满意"
    assert sheet.labels[1] == {1.0: "非常不同意", 5.0: "非常同意"}
    assert 2 not in sheet.labels
    assert sheet.cells[2].tolist()[:2] == ["女", "男"]
    assert sheet.user_missing == {1: 24}
    assert sheet.cells[1].isna().sum() == 24
    assert sheet.cells[1].max() == 3
    assert sheet.cells[3].tolist()[:2] == [None, "意见1"]
    assert "Q1: 24" in remarks(sheet)


def test_discrete_and_text_missing_values(tmp_path: Path) -> None:
    data = sav(tmp_path, missing_ranges={"Q1": [2, 4], "sex": ["f"]})
    assert read_bytes(data, "a.sav").user_missing == {1: 24, 2: 30}


def test_dates(tmp_path: Path) -> None:
    frame = pd.DataFrame({"d": [dt.date(2024, 1, 2), None], "t": [dt.datetime(2024, 1, 2, 3, 4), None]})
    sheet = read_bytes(sav(tmp_path, frame.assign(x=1.0)), "a.sav")
    assert sheet.cells[0].tolist() == [dt.datetime(2024, 1, 2), None]
    assert sheet.cells[1].tolist() == [dt.datetime(2024, 1, 2, 3, 4), None]


def test_stata(tmp_path: Path) -> None:
    path = tmp_path / "a.dta"
    frame = FRAME.astype({"Q1": object})
    frame.loc[frame.Q1 == 5, "Q1"] = "b"
    pyreadstat.write_dta(
        frame,
        str(path),
        column_labels=["编号", "对工作满意", "性别", "意见"],
        variable_value_labels={"Q1": {1: "低", 4: "高"}},
        missing_user_values={"Q1": ["b"]},
    )
    sheet = read_sheet(path)
    assert sheet.user_missing == {1: 12}
    assert sheet.labels[1][1.0] == "低"
    assert sheet.cells.shape == (60, 4)


@pytest.mark.parametrize("suffix", [".sav", ".zsav", ".dta"])
def test_a_cut_file_never_gives_fewer_cases(tmp_path: Path, suffix: str, refused: Refusal) -> None:
    if suffix == ".dta":
        pyreadstat.write_dta(FRAME, str(tmp_path / "a.dta"))
        data = (tmp_path / "a.dta").read_bytes()
    else:
        data = sav(tmp_path, suffix=suffix)
    for share in (0.01, 0.1, 0.4, 0.7, 0.95):
        said = refused(read_bytes, data[: int(len(data) * share)], f"a{suffix}")
        assert "damaged" in said
    assert "damaged" in refused(read_bytes, data[:-1], f"a{suffix}")


def test_a_cut_file_tells_how_many_cases_are_there(tmp_path: Path, refused: Refusal) -> None:
    data = sav(tmp_path, FRAME[["id", "Q1"]])
    assert "59 of 60 cases" in refused(read_bytes, data[:-16], "a.sav")
    unknown = data[:80] + struct.pack("<i", -1) + data[84:]
    sheet = read_bytes(unknown, "a.sav")
    assert "does not state its number of cases" in remarks(sheet)
    assert "whole number of cases" in refused(read_bytes, unknown[:-3], "a.sav")


@pytest.mark.parametrize(("place", "value"), [(64, 0x7FFFFFFF), (72, 9), (80, -7), (68, 0x7FFFFFFF)])
def test_a_lying_header_is_refused(tmp_path: Path, place: int, value: int, refused: Refusal) -> None:
    data = sav(tmp_path)
    assert "SPSS header" in refused(
        read_bytes, data[:place] + struct.pack("<i", value) + data[place + 4 :], "a.sav"
    )


def test_unknown_stata_formats_are_refused(refused: Refusal) -> None:
    new = b"<stata_dta><header><release>130</release><byteorder>LSF</byteorder><K>" + bytes(200)
    assert "release 130" in refused(read_bytes, new, "a.dta")
    assert "header" in refused(read_bytes, b"<stata_dta><header>" + bytes(200), "a.dta")
    assert "release 103" in refused(read_bytes, bytes([103, 2, 1, 0]) + bytes(200), "a.dta")


def test_texts_in_another_encoding_than_declared(tmp_path: Path, refused: Refusal) -> None:
    data = sav(tmp_path, pd.DataFrame({"t": ["男女", "女男"], "x": [1.0, 2.0]}))
    wrong = data.replace("男女".encode(), "男女".encode("gbk") + b"  ").replace(
        "女男".encode(), "女男".encode("gbk") + b"  "
    )
    sheet = read_bytes(wrong, "a.sav")
    assert sheet.cells[0].tolist() == ["男女", "女男"]
    assert "GB18030" in remarks(sheet)
    assert "another encoding" in refused(read_bytes, wrong, "a.sav", encoding="utf-8")


def test_absurd_numbers_are_remarked(tmp_path: Path) -> None:
    frame = pd.DataFrame({"x": [1.0, 4e-300, 2.0], "y": [1.0, 2.0, 3.0]})
    assert "x: suspicious values" in remarks(read_bytes(sav(tmp_path, frame), "a.sav"))


def test_a_reader_that_breaks_down_is_an_error(
    tmp_path: Path, refused: Refusal, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = sav(tmp_path)
    script = tmp_path / "crash.py"
    script.write_text("import os\nos.abort()\n")
    monkeypatch.setattr(confinement, "_SCRIPT", script)
    assert "broke down" in refused(read_bytes, data, "a.sav")
    script.write_text("raise SystemExit(0)\n")
    assert "broke down" in refused(read_bytes, data, "a.sav")
    script.write_text("import time\ntime.sleep(30)\n")
    monkeypatch.setattr(confinement, "CHILD_SECONDS", -9.5)
    assert "too long" in refused(read_bytes, data, "a.sav")


@pytest.mark.skipif(sys.platform != "linux", reason="memory limits are POSIX")
def test_memory_is_limited(tmp_path: Path, refused: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "greedy.py"
    source = confinement._SCRIPT.read_text(encoding="utf-8")
    script.write_text(
        source.replace("import pyreadstat\n", "bytearray(3_000_000_000)\n", 1), encoding="utf-8"
    )
    monkeypatch.setattr(confinement, "_SCRIPT", script)
    assert "far more memory" in refused(read_bytes, sav(tmp_path), "a.sav")


def test_nothing_stays_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = sav(tmp_path)
    private = tmp_path / "private"
    private.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(private))
    read_bytes(data, "a.sav")
    assert list(private.iterdir()) == []
