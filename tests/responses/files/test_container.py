"""Containers that lie, explode, or name what is outside."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

from survey_kit.responses.files import limits, read_bytes
from survey_kit.responses.files.extent import measure

from .conftest import MAIN, Refusal, package, remarks, sheet_xml

TABLE = sheet_xml([["Q1", "Q2"], [3, 4], [2, 5]])


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "XL\\Worksheets\\Sheet1.xml"])
def test_duplicate_members_are_refused(name: str, refused: Refusal) -> None:
    assert "ambiguous" in refused(read_bytes, package({"S": TABLE}, extra=[(name, b"<a/>")]), "a.xlsx")


def test_members_outside_are_never_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    sheet = read_bytes(
        package({"S": TABLE}, extra=[("../../slip.txt", b"x"), ("/slip2.txt", b"x")]), "a.xlsx"
    )
    assert sheet.cells.shape == (2, 2)
    assert list(tmp_path.iterdir()) == []


def test_what_unpacks_beyond_the_limit_is_refused(refused: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = package({"S": TABLE}, extra=[("xl/sharedStrings.xml", b" " * 3_000_000)])
    monkeypatch.setenv(limits.MAX_MB_VARIABLE, "2")
    said = refused(read_bytes, bomb, "a.xlsx")
    assert "unpacks to 3 MB" in said
    assert "SURVEY_KIT_MAX_MB" in said


def test_an_absurd_expansion_is_refused(refused: Refusal) -> None:
    bomb = package({"S": TABLE}, extra=[("xl/sharedStrings.xml", b" " * 40_000_000)])
    assert "times its size" in refused(read_bytes, bomb, "a.xlsx")


def test_a_member_that_is_larger_than_declared_is_refused(refused: Refusal) -> None:
    data = bytearray(package({"S": TABLE}))
    place = data.rindex(b"xl/worksheets/sheet1.xml") - 46
    (size,) = struct.unpack_from("<I", data, place + 24)
    struct.pack_into("<I", data, place + 24, size - 50)
    assert "damaged" in refused(read_bytes, bytes(data), "a.xlsx")


ENTITY = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("where", ["sheet", "strings", "workbook", "relations", "unlisted"])
def test_declarations_are_refused_wherever_they_stand(where: str, refused: Refusal) -> None:
    declared = f"{ENTITY}<a>&a;</a>".encode()
    if where == "sheet":
        data = package({"S": TABLE.replace("?>", f"?>{ENTITY}", 1)})
    elif where in ("workbook", "relations"):
        part = {"workbook": "xl/workbook.xml", "relations": "xl/_rels/workbook.xml.rels"}[where]
        buffer = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(package({"S": TABLE}))) as old, zipfile.ZipFile(buffer, "w") as new:
            for entry in old.namelist():
                content = old.read(entry)
                new.writestr(entry, ENTITY.encode() + content if entry == part else content)
        data = buffer.getvalue()
    else:
        name = "xl/sharedStrings.xml" if where == "strings" else "xl/worksheets/sheet9.xml"
        data = package({"S": TABLE}, extra=[(name, declared)])
    assert "DTD" in refused(read_bytes, data, "a.xlsx")


def test_declarations_in_utf16_are_refused(refused: Refusal) -> None:
    data = package({"S": TABLE}, extra=[("xl/sharedStrings.xml", f"{ENTITY}<a/>".encode("utf-16"))])
    assert "DTD" in refused(read_bytes, data, "a.xlsx")


def far(reference: str, value: str = "<v>1</v>") -> bytes:
    row = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return package(
        {
            "S": f'<worksheet {MAIN}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Q1</t></is></c>'
            '<c r="B1" t="inlineStr"><is><t>Q2</t></is></c></row><row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row>'
            f'<row r="{row}"><c r="{reference}">{value}</c></row></sheetData></worksheet>'
        }
    )


def test_a_stray_cell_far_outside_is_ignored_and_said() -> None:
    sheet = read_bytes(far("XFD1048576"), "a.xlsx")
    assert sheet.cells.values.tolist() == [[3, 4]]
    assert "XFD1048576" in remarks(sheet)
    empty = read_bytes(far("XFD1048576", ""), "a.xlsx")
    assert empty.cells.values.tolist() == [[3, 4]]
    assert not empty.remarks


@pytest.mark.parametrize("reference", ["XFE1048576", "ZZZ5", "A1048577"])
def test_impossible_positions_are_refused(reference: str, refused: Refusal) -> None:
    assert "impossible positions" in refused(read_bytes, far(reference), "a.xlsx")


def test_references_that_hide_from_the_search_are_refused(refused: Refusal) -> None:
    xml = f'<worksheet {MAIN}><sheetData><row r="1"><c r = "XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    assert "impossible positions" in refused(read_bytes, package({"S": xml}), "a.xlsx")


def test_extent_does_not_depend_on_the_pieces() -> None:
    rows = "".join(
        f'<row r="{i}" spans="1:3"><c r="A{i}" s="12"><v>{i}</v></c><c r="AB{i}"/></row>'
        for i in range(1, 400)
    )
    xml = f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>".encode()
    for step in (61, 997, len(xml)):
        pieces = [xml[i : i + step] for i in range(0, len(xml), step)]
        found = measure(pieces, "a", keep_positions=True)
        assert (found.width, found.height, found.cells, found.has_values) == (28, 399, 798, True)
        assert found.rows.tolist() == [i for i in range(1, 400) for _ in range(2)]


def test_unreferenced_cells_are_counted() -> None:
    found = measure([b"<row><c><v>1</v></c></row><row/><row><c t='s'/></row><x>"], "a")
    assert (found.width, found.height, found.cells) == (1, 3, 2)


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9, 0.99])
def test_cut_workbooks_are_damaged(cut: float, refused: Refusal) -> None:
    data = package({"S": TABLE})
    assert "damaged" in refused(read_bytes, data[: int(len(data) * cut)], "a.xlsx")


def test_a_sheet_that_is_not_there_is_damage(refused: Refusal) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package({"S": TABLE}))) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.namelist():
            if "sheet1" not in entry:
                new.writestr(entry, old.read(entry))
    assert refused(read_bytes, buffer.getvalue(), "a.xlsx")
