"""Runs in a child process: reads one file with a library written in C and hands over plain arrays.

This file is run by path, not imported, and imports nothing of ours, so that the child starts fast and
holds nothing worth taking. Usage: ``confined.py KIND FILE FOLDER MEMORY_MB SECONDS [ENCODING|SHEET]``.
It writes ``table.json`` and one ``.npy`` a column into the folder; the parent reads these as data, never
as code. Failures are named in ``table.json`` as ``{"error": reason}``.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any

MAX_CELLS = 30_000_000  # as in limits.py, which is not imported here


class Refused(Exception):
    """A reason that the parent words."""


def limit(memory_mb: int, seconds: int) -> None:
    """Limit this process, where the system can."""
    try:
        import resource
    except ImportError:  # Windows; the parent still ends a child that takes too long
        return
    size = memory_mb * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def plain(value: Any) -> Any:
    """A cell as something JSON can carry; dates are wrapped so that they can be told from texts."""
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, int):
        return value if abs(value) < 2**53 else str(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else (None if math.isnan(value) else repr(value))
    if isinstance(value, dt.datetime):
        return {"date": value.replace(tzinfo=None).isoformat()}
    if isinstance(value, dt.date):
        return {"date": dt.datetime(value.year, value.month, value.day).isoformat()}
    if isinstance(value, dt.time):
        return value.isoformat("seconds")
    if isinstance(value, dt.timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    if hasattr(value, "item"):
        return plain(value.item())
    return str(value)


class Table:
    """Collects columns and writes them out."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.columns: list[dict[str, Any]] = []
        self.facts: dict[str, Any] = {}

    def add(self, name: str, values: Any, **facts: Any) -> None:
        import numpy as np

        path = os.path.join(self.folder, f"{len(self.columns)}.npy")
        if isinstance(values, np.ndarray) and not np.isnan(values).all():
            np.save(path, values)
            self.columns.append({"name": name, "kind": "float", **facts})
            return
        if all(type(value) is float or value is None for value in values) and any(
            v is not None for v in values
        ):
            np.save(path, np.array([math.nan if v is None else v for v in values], dtype=float))
            self.columns.append({"name": name, "kind": "float", **facts})
            return
        # True, 1 and 1.0 are equal as keys, so the type is part of the key
        codes: dict[tuple[type, Any], int] = {}
        cells = [plain(value) for value in values]
        keys = [(type(c), c["date"] if isinstance(c, dict) else c) for c in cells]
        where = np.fromiter((codes.setdefault(key, len(codes)) for key in keys), np.int32, len(keys))
        np.save(path, where)
        table = [{"date": value} if kind is dict else value for kind, value in codes]
        self.columns.append({"name": name, "kind": "codes", "table": table, **facts})

    def write(self) -> None:
        with open(os.path.join(self.folder, "table.json"), "w", encoding="utf-8") as file:
            json.dump({"columns": self.columns, **self.facts}, file)


def read_labelled(kind: str, path: str, table: Table, encoding: str) -> None:
    """sav, zsav and dta. User-missing values become empty and are counted."""
    import pyreadstat

    reader: Callable[..., Any] = pyreadstat.read_dta if kind == "dta" else pyreadstat.read_sav
    options = {"user_missing": True, "output_format": "dict", "encoding": encoding or None}
    try:
        _, meta = reader(path, metadataonly=True, **{k: v for k, v in options.items() if k != "user_missing"})
        if (meta.number_rows or 0) * max(meta.number_columns or 0, 1) > MAX_CELLS:
            raise Refused("cells")
        data, meta = reader(path, **options)
    except pyreadstat.ReadstatError as error:
        text = str(error).lower()
        if "convert string" in text or "encoding" in text or "unsupported character set" in text:
            raise Refused("encoding") from None
        raise Refused("damaged") from None
    except UnicodeDecodeError:
        raise Refused("encoding") from None
    for name in list(data):
        values = list(data.pop(name))
        numeric = meta.readstat_variable_types.get(name) != "string"
        labels = meta.variable_value_labels.get(name) or {}
        ranges = meta.missing_ranges.get(name) or []
        numbers = as_numbers(values) if numeric else None
        if numbers is not None:
            values, missing = declared_missing_numbers(numbers, ranges)
        else:
            values, missing = declared_missing(values, ranges, numeric=numeric)
        table.add(
            str(name),
            values,
            label=meta.column_names_to_labels.get(name) or "",
            numeric=numeric,
            missing=missing,
            labels=[[k, str(v)] for k, v in labels.items() if isinstance(k, int | float | str)],
        )
    table.facts["rows"] = meta.number_rows


def as_numbers(values: list[Any]) -> Any:
    """The values as floats, or None when some are dates or missing codes of Stata."""
    import numpy as np

    try:
        return np.array(values, dtype=float)
    except (TypeError, ValueError):
        return None


def declared_missing_numbers(numbers: Any, ranges: Iterable[dict[str, Any]]) -> tuple[Any, int]:
    """As ``declared_missing``, for an array of numbers."""
    import numpy as np

    declared = np.zeros(len(numbers), dtype=bool)
    for part in ranges:
        if not isinstance(part["lo"], str):
            declared |= (numbers >= part["lo"]) & (numbers <= part["hi"])
    numbers[declared] = math.nan
    return numbers, int(declared.sum())


def declared_missing(
    values: list[Any], ranges: Iterable[dict[str, Any]], *, numeric: bool
) -> tuple[list[Any], int]:
    """Values without those that the file declares user-missing, and how many these were."""
    missing = 0
    kept: list[Any] = []
    bounds = [(part["lo"], part["hi"]) for part in ranges]
    for value in values:
        if value is None or (isinstance(value, float) and math.isnan(value)) or value == "":
            kept.append(None)
        elif numeric and isinstance(value, str):
            missing += 1  # .a to .z of Stata
            kept.append(None)
        elif any(within(value, low, high) for low, high in bounds):
            missing += 1
            kept.append(None)
        else:
            kept.append(float(value) if numeric and isinstance(value, int | float) else value)
    return kept, missing


def within(value: Any, low: Any, high: Any) -> bool:
    """Whether a value lies in a range declared missing; numbers and texts are never compared."""
    if isinstance(value, str) != isinstance(low, str) or isinstance(value, dt.date | dt.time):
        return False
    if isinstance(value, str):
        return bool(value.rstrip() == str(low).rstrip())
    return bool(low <= value <= high)


def read_workbook(path: str, table: Table, wanted: str) -> None:
    """Read xls and ods. Which sheet is the parent's choice, made from the list of a first call."""
    import python_calamine

    try:
        workbook = python_calamine.load_workbook(path)
        if wanted == "":
            table.facts["sheets"] = [
                [
                    meta.name,
                    meta.visible == python_calamine.SheetVisibleEnum.Visible,
                    workbook.get_sheet_by_index(i).start is not None,
                ]
                for i, meta in enumerate(workbook.sheets_metadata)
            ]
            return
        sheet = workbook.get_sheet_by_index(int(wanted))
        if (sheet.total_height or 0) * (sheet.total_width or 0) > MAX_CELLS:
            raise Refused("cells")
        start = sheet.start
        rows = list(sheet.iter_rows()) if start is not None else []
        ranges = sheet.merged_cell_ranges or []
    except python_calamine.PasswordError:
        raise Refused("password") from None
    except (python_calamine.CalamineError, OSError, ValueError, IndexError, KeyError):
        raise Refused("damaged") from None
    table.facts["merged"] = [low[0] + 1 for low, high in ranges if high[1] > low[1] and low[0] < 100]
    for at, values in enumerate(zip(*rows, strict=True)):
        table.add(str(at), [None if value == "" else value for value in values])


def read_parquet(path: str, table: Table) -> None:
    """Read a table of columns; nested columns are refused."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise Refused("pyarrow") from None
    pa.set_cpu_count(1)
    try:
        file = pq.ParquetFile(path)
        if file.metadata.num_rows * max(file.metadata.num_columns, 1) > MAX_CELLS:
            raise Refused("cells")
        if any(pa.types.is_nested(field.type) for field in file.schema_arrow):
            raise Refused("nested")
        arrow = file.read(use_threads=False)
        arrow.validate(full=True)
        names = arrow.column_names
        for name, column in zip(names, arrow.columns, strict=True):
            kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
            values: list[Any]
            if pa.types.is_floating(kind):
                values = [None if v is None or math.isnan(v) else float(v) for v in column.to_pylist()]
            elif pa.types.is_decimal(kind) or pa.types.is_integer(kind):
                values = [None if v is None else float(v) for v in column.to_pylist()]
            elif pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
                values = [None if v is None else v.decode("utf-8", "replace") for v in column.to_pylist()]
            else:
                values = [None if v == "" else v for v in column.to_pylist()]
            table.add(name, values)
        table.facts["rows"] = arrow.num_rows
    except (pa.ArrowException, OSError, ValueError, OverflowError):
        raise Refused("damaged") from None


def main(arguments: Sequence[str]) -> int:
    """Read one file under limits and leave the table in a folder, as the parent asked."""
    kind, path, folder, memory_mb, seconds, *rest = arguments
    limit(int(memory_mb), int(seconds))
    table = Table(folder)
    option = rest[0] if rest else ""
    try:
        if kind in ("sav", "dta"):
            read_labelled(kind, path, table, option)
        elif kind == "parquet":
            read_parquet(path, table)
        else:
            read_workbook(path, table, option)
    except MemoryError:
        table = Table(folder)
        table.facts["error"] = "memory"
    except Refused as refused:
        table = Table(folder)
        table.facts["error"] = str(refused)
    table.write()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
