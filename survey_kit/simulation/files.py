"""Writing a sample to a file; the same sample gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from survey_kit.errors import FileError, UsageError
from survey_kit.output import building_file
from survey_kit.report.blocks import Language
from survey_kit.sheets import SheetOf, fill_csv, fill_workbook
from survey_kit.simulation.draw import Simulated
from survey_kit.simulation.layouts import Column, plain, variable_names, wenjuanxing
from survey_kit.stamp import STAMP, stamp_sav

Layout: TypeAlias = Literal["wenjuanxing", "codes", "texts"]
LAYOUTS: tuple[Layout, ...] = ("wenjuanxing", "codes", "texts")

STATA_LABEL = 80
"""Stata keeps at most this many characters of a variable label."""


def write(
    simulated: Simulated,
    path: str | Path,
    *,
    layout: Layout | None = None,
    language: Language = "zh",
    encoding: str | None = None,
) -> None:
    """Write a sample; the format follows from the suffix: xlsx, csv, sav, dta or parquet.

    Parameters
    ----------
    layout
        None: ``wenjuanxing`` (its export by text) for xlsx and csv, ``codes`` for the others, which
        cannot have another. sav and dta carry the answers' words as value labels.
    language
        Of questions and answers.
    encoding
        Of a csv. None: GB18030 in the Wenjuanxing layout, else UTF-8.

    Raises
    ------
    UsageError
        Unknown suffix, or a layout that the format cannot have.
    FileError
        The file cannot be written, or pyarrow is not installed (parquet).
    """
    target = Path(path)
    suffix = target.suffix.lower().lstrip(".")
    if suffix not in _WRITERS:
        known = ", ".join(_WRITERS)
        raise UsageError(
            f"A sample cannot be written as {target.suffix or target.name}. Formats: {known}.",
            f"无法将样本写为{target.suffix or target.name}格式。可用格式：{known}。",
        )
    chosen: Layout = layout or ("wenjuanxing" if suffix in ("xlsx", "csv") else "codes")
    if chosen != "codes" and suffix not in ("xlsx", "csv"):
        raise UsageError(
            f"A .{suffix} file holds codes; the layout {chosen} is for xlsx and csv.",
            f".{suffix}文件存放编码，{chosen}布局只用于xlsx和csv。",
        )
    if chosen == "wenjuanxing":
        columns = wenjuanxing(simulated, language)
    else:
        columns = plain(simulated, language, texts=chosen == "texts")
    if suffix == "csv":
        charset = encoding or ("gb18030" if chosen == "wenjuanxing" else "utf-8")
        _save(target, lambda file: _csv(columns, file, charset, heads=_heads(columns, chosen)))
    elif suffix == "xlsx":
        _save(target, lambda file: _xlsx(columns, file, heads=_heads(columns, chosen)))
    else:
        _save(target, lambda file: _WRITERS[suffix](columns, file))


def _heads(columns: tuple[Column, ...], layout: Layout) -> list[str]:
    return [column.text if layout == "wenjuanxing" else column.name for column in columns]


def _save(target: Path, make: Callable[[Path], None]) -> None:
    with building_file(target) as file:
        make(file)


def _cell(value: Any) -> Any:
    """A cell without numpy types; whole numbers without a decimal point; None for no answer."""
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _rows(columns: tuple[Column, ...]) -> zip[tuple[Any, ...]]:
    return zip(*([_cell(value) for value in column.cells.tolist()] for column in columns), strict=True)


def _csv(columns: tuple[Column, ...], file: Path, charset: str, *, heads: list[str]) -> None:
    fill_csv(file, (heads, *_rows(columns)), charset)


def _xlsx(columns: tuple[Column, ...], file: Path, *, heads: list[str]) -> None:
    fill_workbook(file, {"Sheet1": SheetOf((heads, *_rows(columns)))})


def _frame(columns: tuple[Column, ...], names: tuple[str, ...]) -> pd.DataFrame:
    """Variables as SPSS and Stata hold them: there a text is empty, never missing."""
    return pd.DataFrame(
        {
            name: ["" if value is None else value for value in column.cells]
            if column.cells.dtype == object
            else column.cells
            for name, column in zip(names, columns, strict=True)
        }
    )


def _sav(columns: tuple[Column, ...], file: Path) -> None:
    import pyreadstat

    names = variable_names(columns, 64)
    frame = _frame(columns, names)
    pyreadstat.write_sav(
        frame,
        str(file),
        column_labels=[column.text[:255] for column in columns],
        variable_value_labels={
            name: dict(column.labels) for name, column in zip(names, columns, strict=True) if column.labels
        },
        variable_format={
            name: "F8.0" for name, column in zip(names, columns, strict=True) if column.cells.dtype != object
        },
        row_compress=True,
    )
    stamp_sav(file)


def _dta(columns: tuple[Column, ...], file: Path) -> None:
    names = variable_names(columns, 32)
    frame = _frame(columns, names)
    frame.to_stata(
        file,
        write_index=False,
        version=118,
        time_stamp=STAMP,
        variable_labels={
            name: column.text[:STATA_LABEL] for name, column in zip(names, columns, strict=True)
        },
        value_labels={
            name: {int(code): text for code, text in column.labels.items()}
            for name, column in zip(names, columns, strict=True)
            if column.labels and all(float(code).is_integer() for code in column.labels)
        },
    )


def _parquet(columns: tuple[Column, ...], file: Path) -> None:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ModuleNotFoundError as error:
        raise FileError(
            "Parquet needs pyarrow: install survey-kit[parquet].",
            "Parquet格式需要pyarrow，请安装survey-kit[parquet]。",
        ) from error
    arrays = [
        pa.array(column.cells.tolist(), pa.string())
        if column.cells.dtype == object
        else pa.array(column.cells, pa.float64(), from_pandas=True)
        for column in columns
    ]
    table = pa.Table.from_arrays(arrays, names=[column.name for column in columns])
    parquet.write_table(table, file, compression="zstd")


_WRITERS: dict[str, Callable[..., None]] = {
    "xlsx": _xlsx,
    "csv": _csv,
    "sav": _sav,
    "dta": _dta,
    "parquet": _parquet,
}
