"""OpenDocument workbooks, written by hand."""

from __future__ import annotations

import io
import zipfile

import pytest

from survey_kit.responses.files import confinement, read_bytes

from .conftest import Refusal, remarks

SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("table", "table"), ("text", "text"))
)


def ods(*tables: tuple[str, str], prolog: str = "") -> bytes:
    body = "".join(f'<table:table table:name="{name}">{rows}</table:table>' for name, rows in tables)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0" encoding="UTF-8"?>{prolog}<office:document-content {SPACES}><office:body>'
            f"<office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>",
        )
    return buffer.getvalue()


def row(*values: object, attributes: str = "") -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="float" office:value="{value}"/>'
        if isinstance(value, int | float)
        else f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
        for value in values
    )
    return f"<table:table-row{attributes}>{cells}</table:table-row>"


TABLE = row("id", "性别", "Q1") + row(1, "男", 3) + row(2, "女", 4)


def test_a_table_is_read() -> None:
    sheet = read_bytes(ods(("一月", TABLE), ("二月", TABLE)), "a.ods")
    assert sheet.header == (("id", "性别", "Q1"),)
    assert sheet.cells.to_numpy(dtype=object).tolist() == [[1, "男", 3], [2, "女", 4]]
    assert sheet.source.sheet == "一月"
    assert "2 sheets hold data" in remarks(sheet)
    assert read_bytes(ods(("一月", TABLE), ("二月", TABLE)), "a.ods", sheet="二月").source.sheet == "二月"


def test_hidden_rows_are_said() -> None:
    hidden = row(3, "女", 4, attributes=' table:visibility="collapse"')
    sheet = read_bytes(ods(("S", TABLE + hidden)), "a.ods")
    assert len(sheet.cells) == 3
    assert "Hidden rows" in remarks(sheet)


def test_repeated_cells_cannot_exhaust_memory(refused: Refusal) -> None:
    bomb = (
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" '
        'office:value="1" table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert "damaged" in refused(read_bytes, ods(("S", TABLE + bomb)), "a.ods")


def test_declarations_are_refused(refused: Refusal) -> None:
    assert "DTD" in refused(read_bytes, ods(("S", TABLE), prolog='<!DOCTYPE a [<!ENTITY x "y">]>'), "a.ods")


def test_a_full_temporary_folder_is_worded(refused: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(confinement.tempfile, "TemporaryDirectory", full)
    assert "TMPDIR" in refused(read_bytes, ods(("S", TABLE)), "a.ods")
