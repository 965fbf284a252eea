"""Numbers of a population file; one out of its bounds becomes a fault."""

from __future__ import annotations

from typing import Any

from survey_kit.questionnaire.fields import Reader, Table


def number(
    reader: Reader,
    table: Table,
    key: str,
    where: str,
    default: float,
    *,
    low: float = -1e9,
    high: float = 1e9,
) -> float:
    """The number under ``key``, or the default."""
    if key not in table:
        return default
    path = f"{where}.{key}" if where else key
    found = reader.number(table[key], path)
    if found is not None and not low <= found <= high:
        reader.faults.add(path, f"should lie between {low:g} and {high:g}.", f"应在{low:g}与{high:g}之间。")
    return default if found is None else found


def numbers(
    reader: Reader, value: Any, where: str, *, length: int | None = None, low: float = -1e9, high: float = 1e9
) -> tuple[float, ...]:
    """A list of numbers, of the given length where one is given."""
    if not isinstance(value, list):
        reader.faults.add(where, "should be a list of numbers.", "应为数字列表。")
        return (0.0,) * (length or 0)
    if length is not None and len(value) != length:
        reader.faults.add(
            where,
            f"should be {length} numbers, not {len(value)}.",
            f"应为{length}个数字，而不是{len(value)}个。",
        )
        return (0.0,) * length
    found = [reader.number(entry, where) for entry in value]
    if any(entry is not None and not low <= entry <= high for entry in found):
        reader.faults.add(
            where, f"numbers should lie between {low:g} and {high:g}.", f"数字应在{low:g}与{high:g}之间。"
        )
    return tuple(entry or 0.0 for entry in found)
