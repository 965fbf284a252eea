"""Parquet through the optional extra."""

from __future__ import annotations

import datetime as dt
import importlib.util
import io

import numpy as np
import pytest

from survey_kit.responses.files import read_bytes

from .conftest import Refusal, remarks

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")


def parquet(**columns: object) -> bytes:
    buffer = io.BytesIO()
    pq.write_table(pa.table(columns), buffer)
    return buffer.getvalue()


def test_plain_columns() -> None:
    data = parquet(
        Q1=pa.array([1, 2, None], pa.int64()),
        w=pa.array([0.5, None, 1.5]),
        id=["001", "NA", ""],
        g=pa.array(["男", "女", "男"]).dictionary_encode(),
        yes=[True, False, None],
        d=[dt.datetime(2024, 1, 2), None, None],
    )
    sheet = read_bytes(data, "a.parquet")
    np.testing.assert_array_equal(sheet.cells[0], [1, 2, np.nan])
    np.testing.assert_array_equal(sheet.cells[1], [0.5, np.nan, 1.5])
    assert sheet.cells[2].tolist() == ["001", "NA", None]
    assert sheet.cells[3].tolist() == ["男", "女", "男"]
    assert sheet.cells[4].tolist() == [True, False, None]
    assert sheet.cells[5].tolist() == [dt.datetime(2024, 1, 2), None, None]


def test_an_index_is_left_out() -> None:
    sheet = read_bytes(parquet(Q1=[1, 2], __index_level_0__=[0, 1]), "a.parquet")
    assert sheet.header == (("Q1",),)
    assert "row index" in remarks(sheet)


def test_nested_and_damaged_files_are_refused(refused: Refusal) -> None:
    assert "nested" in refused(read_bytes, parquet(Q1=[[1], [2]]), "a.parquet")
    data = parquet(Q1=[1, 2, 3])
    assert "damaged" in refused(read_bytes, data[:-20], "a.parquet")
    assert "damaged" in refused(read_bytes, data[:10] + data[40:], "a.parquet")
    assert "0 respondents" in refused(read_bytes, parquet(Q1=pa.array([], pa.int64())), "a.parquet")


def test_a_missing_library_is_named(refused: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert "survey-kit[parquet]" in refused(read_bytes, parquet(Q1=[1]), "a.parquet")
