"""The parts of an xlsx package: which sheet is where, and a second look at a sheet's XML.

calamine gives values alone. What it does not tell – hidden rows and columns, error cells, formulas
without a stored value, links to elsewhere – is read here from the XML, by a stream of tags for small
sheets and by plain search for large ones.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias
from xml.etree import ElementTree

from survey_kit.responses.files.container import read_part
from survey_kit.responses.files.wording import damaged

Visibility: TypeAlias = Literal["visible", "hidden"]

SMALL_SHEET = 20_000_000
"""Bytes of sheet XML up to which every cell is looked at a second time."""

_TAG = re.compile(rb"<(/?)(?:\w+:)?(row|col|c|f|v)(\s[^<>]*?)?(/?)>")
_ATTRIBUTE = re.compile(rb"""(?:^|\s)(\w+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_REFERENCE = re.compile(rb"([A-Za-z]{1,3})(\d{1,7})")
_ELSEWHERE = re.compile(
    rb"<(?:\w+:)?f\b[^<>]*>[^<]*(?:\[\d+\]|WEBSERVICE\(|https?://|\bDDE\b|RTD\(|IMPORT\w*\()", re.I
)


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A worksheet: its name, whether it shows, and the member that holds it (None: missing)."""

    name: str
    visibility: Visibility
    member: zipfile.ZipInfo | None


@dataclass(slots=True)
class Look:
    """What a second look found. Positions are 0-based (row, column)."""

    hidden_rows: int = 0
    hidden_columns: list[int] = field(default_factory=list)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    uncomputed: Counter[int] = field(default_factory=Counter)
    elsewhere: bool = False


def sheet_parts(archive: zipfile.ZipFile, name: str) -> list[SheetPart]:
    """The worksheets in the order of the workbook."""
    members = {entry.filename.replace("\\", "/").lower().lstrip("/"): entry for entry in archive.infolist()}
    try:
        relations = _parse(read_part(archive, "xl/_rels/workbook.xml.rels", name))
        workbook = _parse(read_part(archive, "xl/workbook.xml", name))
    except ElementTree.ParseError:
        raise damaged(name, "its list of sheets is not readable", "工作表清单无法读取") from None
    targets = {
        element.get("Id", ""): posixpath.normpath(
            posixpath.join("/xl", element.get("Target", "").replace("\\", "/"))
        )
        for element in relations.iter()
        if _local(element.tag) == "Relationship" and element.get("TargetMode") != "External"
    }
    parts = []
    for element in workbook.iter():
        if _local(element.tag) != "sheet":
            continue
        relation = next((value for key, value in element.items() if key.endswith("}id")), "")
        member = members.get(targets.get(relation, "").lower().lstrip("/"))
        hidden = element.get("state", "visible") != "visible"
        parts.append(SheetPart(element.get("name", ""), "hidden" if hidden else "visible", member))
    if not parts:
        raise damaged(name, "it lists no sheets", "其中没有任何工作表")
    return parts


def _parse(data: bytes) -> ElementTree.Element:
    # safe from entities: every part was searched for declarations before
    return ElementTree.fromstring(data)  # noqa: S314


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def links_elsewhere(archive: zipfile.ZipFile) -> bool:
    """Whether the workbook names other workbooks or data connections."""
    return any(
        entry.lower().startswith(("xl/externallinks/", "xl/connections", "xl/querytables/"))
        for entry in archive.namelist()
    )


def look_at(xml: bytes) -> Look:
    """A second look at a whole worksheet part (a small one)."""
    look = Look(elsewhere=_ELSEWHERE.search(xml) is not None)
    interesting = any(mark in xml for mark in (b"hidden", b'"e"', b"'e'", b"<f", b":f>", b":f "))
    if not interesting:
        return look
    row, column = -1, -1
    kind, has_formula, has_value = b"", False, False
    for closing, element, attributes, empty, text in _tags(xml):
        if element == b"col" and not closing:
            found = _attributes(attributes)
            if found.get(b"hidden") in (b"1", b"true"):
                low, high = _whole(found.get(b"min")), min(_whole(found.get(b"max")), 16_384)
                look.hidden_columns += range(max(low, 1) - 1, high)
        elif element == b"row" and not closing:
            found = _attributes(attributes)
            row = _whole(found.get(b"r")) - 1 if b"r" in found else row + 1
            column = -1
            look.hidden_rows += found.get(b"hidden") in (b"1", b"true")
        elif element == b"c" and not closing:
            found = _attributes(attributes)
            place = _REFERENCE.fullmatch(found.get(b"r", b""))
            row, column = (int(place[2]) - 1, _column(place[1])) if place else (row, column + 1)
            kind, has_formula, has_value = found.get(b"t", b""), False, False
        elif element == b"f" and not closing:
            has_formula = True
        elif element == b"v" and not closing and not empty:
            has_value = bool(text)
            if kind == b"e":
                look.errors[row, column] = text.decode("ascii", "replace")[:16] or "#N/A"
        elif element == b"c" and closing and has_formula and not has_value and kind != b"str":
            look.uncomputed[column] += 1
    return look


def _tags(xml: bytes) -> Iterator[tuple[bytes, bytes, bytes, bytes, bytes]]:
    """Tags of rows, columns, cells, formulas and values, each with the text that follows it."""
    for found in _TAG.finditer(xml):
        element = found[2]
        text = b""
        if element == b"v" and not found[1] and not found[4]:
            text = xml[found.end() : xml.find(b"<", found.end())]
        yield found[1], element, found[3] or b"", found[4], text


def _attributes(text: bytes) -> dict[bytes, bytes]:
    return {found[1]: found[2] if found[2] is not None else found[3] for found in _ATTRIBUTE.finditer(text)}


def _whole(text: bytes | None) -> int:
    return int(text) if text is not None and text.isdigit() and len(text) < 9 else 0


def _column(letters: bytes) -> int:
    position = 0
    for letter in letters.upper():
        position = position * 26 + letter - 64
    return position - 1


def without_cells(xml: bytes, references: list[str]) -> tuple[bytes, list[str]]:
    """The sheet XML without the named cells, and which of them had content."""
    with_content = []
    for reference in references:
        pattern = re.compile(
            rb"<((?:\w+:)?)c\b[^<>]*?\sr=[\"']" + reference.encode() + rb"[\"'][^<>]*?(?:/>|>(.*?)</\1c>)",
            re.S,
        )
        found = pattern.search(xml)
        if found is None:
            continue
        if found[2] and re.search(rb"<(?:\w+:)?[vt]\b", found[2]):
            with_content.append(reference)
        xml = xml[: found.start()] + xml[found.end() :]
    return xml, with_content
