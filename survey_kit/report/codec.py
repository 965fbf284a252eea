"""The report as JSON values and back, without loss: the results file ``report.json``.

Every number of the chapter has a stable path::

    report["sections"]["reliability"]["tables"]["scales"]["rows"]["pay"]["alpha"]

Values that are not plain JSON have one shape each:

=============  =====================================================
``Label``      ``{"en": …, "zh": …}``
``Say``        ``{"say": key, "values": {…}}``
``Estimate``   ``{"estimate": …, "low": …, "high": …, "level": …}``
``Starred``    ``{"value": …, "p": …, "low": …, "high": …}``
=============  =====================================================

NaN is ``null``; a cell with nothing to show is absent from its row.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from survey_kit.errors import FileError
from survey_kit.report.blocks import (
    Block,
    Column,
    Estimate,
    Figure,
    Finding,
    Heading,
    Label,
    Note,
    Remark,
    Report,
    Row,
    Say,
    Section,
    Skipped,
    Starred,
    Table,
)

SCHEMA = 1
GENERATOR = "survey-kit"

_SHAPES = {
    frozenset(("en", "zh")),
    frozenset(("say", "values")),
    frozenset(("estimate", "low", "high", "level")),
    frozenset(("value", "p", "low", "high")),
}


# -- to JSON -----------------------------------------------------------------------------------


def encode_value(value: Any) -> Any:
    """One cell, or anything nested of cells, as JSON values."""
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, int):
        return int(value)
    if isinstance(value, Label):
        return {"en": value.en, "zh": value.zh}
    if isinstance(value, Say):
        return {"say": value.key, "values": {k: encode_value(v) for k, v in value.values.items()}}
    if isinstance(value, Estimate):
        return {
            "estimate": encode_value(value.value),
            "low": encode_value(value.low),
            "high": encode_value(value.high),
            "level": value.level,
        }
    if isinstance(value, Starred):
        return {name: encode_value(getattr(value, name)) for name in ("value", "p", "low", "high")}
    if isinstance(value, Mapping):
        encoded = {str(k): encode_value(v) for k, v in value.items()}
        if frozenset(encoded) in _SHAPES:
            raise TypeError(f"a plain mapping must not look like a typed value: {sorted(encoded)}")
        return encoded
    if is_dataclass(value):  # the plan and its parts
        return {f.name: encode_value(getattr(value, f.name)) for f in fields(value)}
    if hasattr(value, "tolist"):  # numpy scalars and arrays
        return encode_value(value.tolist())
    if isinstance(value, list | tuple):
        return [encode_value(v) for v in value]
    raise TypeError(f"cannot write {type(value).__name__} to the results file")


def encode(report: Report) -> dict[str, Any]:
    """The whole report as JSON values; ``json.dumps`` of it is the results file."""
    return {
        "schema": SCHEMA,
        "generator": GENERATOR,
        "meta": dict(report.meta),
        "plan": dict(report.plan),
        "remarks": [{"text": encode_value(r.text), "level": r.level} for r in report.remarks],
        "sections": {section.id: _encode_section(section) for section in report.sections},
    }


def _encode_section(section: Section | Skipped) -> dict[str, Any]:
    if isinstance(section, Skipped):
        return {
            "status": "skipped",
            "title": encode_value(section.title),
            "reason": encode_value(section.reason),
        }
    order: list[str] = []
    tables: dict[str, Any] = {}
    figures: dict[str, Any] = {}
    findings: list[Any] = []
    headings: list[Any] = []
    for block in section.blocks:
        match block:
            case Table():
                order.append(f"table:{block.id}")
                tables[block.id] = _encode_table(block)
            case Figure():
                order.append(f"figure:{block.id}")
                figures[block.id] = {
                    "title": encode_value(block.title),
                    "kind": block.kind,
                    "data": encode_value(block.data),
                    "notes": [encode_value(note) for note in block.notes],
                }
            case Finding():
                order.append(f"finding:{len(findings)}")
                findings.append({"text": encode_value(block.say), "level": block.level})
            case Heading():
                order.append(f"heading:{len(headings)}")
                headings.append(encode_value(block.say))
    return {
        "status": "done",
        "title": encode_value(section.title),
        "methods": [encode_value(method) for method in section.methods],
        "order": order,
        "tables": tables,
        "figures": figures,
        "findings": findings,
        "headings": headings,
        "references": list(section.references),
    }


def _encode_table(table: Table) -> dict[str, Any]:
    keys = [column.key for column in table.columns]
    rows = {}
    for row in table.rows:
        cells = zip(keys, row.cells, strict=False)  # a group head has its first cell only
        rows[row.key] = {key: encode_value(cell) for key, cell in cells if cell is not None}
    return {
        "title": encode_value(table.title),
        "columns": [
            {
                "key": column.key,
                "kind": column.kind,
                "label": encode_value(column.label),
                "span": encode_value(column.span),
                "interval": column.interval,
                **({} if column.strong is None else {"strong": column.strong}),
            }
            for column in table.columns
        ],
        "rows": rows,
        "levels": {row.key: row.level for row in table.rows if row.level},
        "heads": [row.key for row in table.rows if row.head],
        "kinds": {row.key: row.kind for row in table.rows if row.kind},
        "notes": [
            {"text": encode_value(note.say), "column": note.column, "row": note.row} for note in table.notes
        ],
    }


# -- from JSON ---------------------------------------------------------------------------------


def decode_value(value: Any) -> Any:
    """The inverse of ``encode_value``; lists come back as tuples."""
    if isinstance(value, list):
        return tuple(decode_value(v) for v in value)
    if not isinstance(value, dict):
        return value
    shape = frozenset(value)
    if shape == {"en", "zh"}:
        return Label(value["en"], value["zh"])
    if shape == {"say", "values"}:
        return Say(value["say"], {k: decode_value(v) for k, v in value["values"].items()})
    if shape == {"estimate", "low", "high", "level"}:
        return Estimate(
            _number(value["estimate"]), _number(value["low"]), _number(value["high"]), value["level"]
        )
    if shape == {"value", "p", "low", "high"}:
        return Starred(*(_number(value[name]) for name in ("value", "p", "low", "high")))
    return {k: decode_value(v) for k, v in value.items()}


def _number(value: float | None) -> float:
    return math.nan if value is None else value


def decode(data: Any) -> Report:
    """The report that a results file holds.

    Raises
    ------
    FileError
        When ``data`` is not a results file of a schema that this version reads.
    """
    if not isinstance(data, dict) or data.get("generator") != GENERATOR:
        raise FileError(
            "This JSON file is not a results file of survey-kit. Give the report.json of an earlier run.",
            "该JSON文件不是survey-kit的结果文件。请提供先前运行生成的report.json。",
        )
    if data.get("schema") != SCHEMA:
        raise FileError(
            f"The results file has schema {data.get('schema')!r}; this version reads schema {SCHEMA}. "
            "Run the analysis again with this version.",
            f"结果文件的schema为{data.get('schema')!r}，本版本只能读取schema {SCHEMA}。请用本版本重新运行分析。",
        )
    try:
        return Report(
            meta=data["meta"],
            plan=data["plan"],
            sections=tuple(_decode_section(key, value) for key, value in data["sections"].items()),
            remarks=tuple(Remark(decode_value(r["text"]), r["level"]) for r in data["remarks"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise FileError(
            f"The results file is damaged ({type(error).__name__}: {error}). Run the analysis again.",
            f"结果文件已损坏（{type(error).__name__}：{error}）。请重新运行分析。",
        ) from error


def _decode_section(section_id: str, data: dict[str, Any]) -> Section | Skipped:
    title = decode_value(data["title"])
    if data["status"] == "skipped":
        return Skipped(section_id, title, decode_value(data["reason"]))
    blocks: list[Block] = []
    for entry in data["order"]:
        what, _, name = entry.partition(":")
        if what == "table":
            blocks.append(_decode_table(name, data["tables"][name]))
        elif what == "figure":
            figure = data["figures"][name]
            notes = tuple(decode_value(note) for note in figure["notes"])
            blocks.append(
                Figure(
                    name, decode_value(figure["title"]), figure["kind"], decode_value(figure["data"]), notes
                )
            )
        elif what == "finding":
            finding = data["findings"][int(name)]
            blocks.append(Finding(decode_value(finding["text"]), finding["level"]))
        else:
            blocks.append(Heading(decode_value(data["headings"][int(name)])))
    return Section(
        section_id,
        title,
        tuple(decode_value(method) for method in data["methods"]),
        tuple(blocks),
        tuple(data["references"]),
    )


def _decode_table(table_id: str, data: dict[str, Any]) -> Table:
    columns = tuple(
        Column(
            c["key"],
            c["kind"],
            decode_value(c["label"]),
            decode_value(c["span"]),
            c["interval"],
            c.get("strong"),
        )
        for c in data["columns"]
    )
    heads = set(data["heads"])
    rows = []
    for key, cells in data["rows"].items():
        shown = columns[:1] if key in heads else columns
        rows.append(
            Row(
                key,
                tuple(_decode_cell(cells, column.key) for column in shown),
                data["levels"].get(key, 0),
                key in heads,
                data["kinds"].get(key),
            )
        )
    notes = tuple(Note(decode_value(n["text"]), n["column"], n["row"]) for n in data["notes"])
    return Table(table_id, decode_value(data["title"]), columns, tuple(rows), notes)


def _decode_cell(cells: dict[str, Any], key: str) -> Any:
    if key not in cells:
        return None
    value = decode_value(cells[key])
    return math.nan if value is None else value
