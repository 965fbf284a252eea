"""The content decides, never the suffix."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from survey_kit.responses.files import read_bytes
from survey_kit.responses.files.detect import detect

from .conftest import Refusal, package, remarks, sheet_xml


class Bomb:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.path),)


def test_a_pickle_is_never_loaded(tmp_path: Path, refused: Refusal) -> None:
    trace = tmp_path / "loaded"
    for protocol in (2, 3, 4, 5):
        assert "pickle" in refused(read_bytes, pickle.dumps(Bomb(trace), protocol), "a.pkl")
    assert not trace.exists()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "PNG image"),
        (b"%PDF-1.7\n", "PDF"),
        (b"<!DOCTYPE html><html><body>login</body></html>", "HTML page"),
        (b"\xef\xbb\xbf\n <TABLE><tr><td>1</td></tr></TABLE>", "HTML page"),
        ("<html>".encode("utf-16"), "HTML page"),
        (b'[{"Q1": 3}, {"Q1": 4}]', "JSON"),
        (b'{"Q1": 3}\n{"Q1": 4}\n', "JSON"),
        (b'<?xml version="1.0"?><Workbook/>', "XML file"),
        (b"SQLite format 3\x00" + bytes(90), "SQLite"),
        (b"Rar!\x1a\x07\x00", "RAR"),
        (b"PK\x05\x06" + bytes(18), "empty or split archive"),
        (b"PK\x03\x04" + bytes(50), "damaged"),
        (bytes(range(256)) * 20, "not a text table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password protected"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "compound file without a workbook"),
    ],
)
def test_what_is_no_table_is_named(data: bytes, told: str, refused: Refusal) -> None:
    assert told in refused(read_bytes, data, "answers.xlsx")


def test_texts_that_only_look_like_something_else_are_text() -> None:
    for header in (b"[Q1],{x}\n1,2\n", b"ID;Q1\n1;2\n", b"MZ,Q1\n1,2\n", b"BZ,Q1\n1,2\n", b"<10,>10\n1,2\n"):
        assert detect(header, "a.csv") == "text"


def test_a_lying_suffix_is_remarked() -> None:
    book = package({"S": sheet_xml([["Q1", "Q2"], [1, 2]])})
    sheet = read_bytes(book, "answers.csv")
    assert sheet.source.format == "xlsx"
    assert "although the file is named .csv" in remarks(sheet)
    assert "although the file is named .xlsx" in remarks(read_bytes(b"a,b\n1,2\n3,4\n", "answers.xlsx"))
    assert not read_bytes(book, "answers.xlsx").remarks
    assert not read_bytes(book, "-").remarks


def test_other_archives_are_named(refused: Refusal) -> None:
    import io
    import zipfile

    def archive(*names: str) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as written:
            for name in names:
                written.writestr(name, b"x")
        return buffer.getvalue()

    assert "Word document" in refused(read_bytes, archive("word/document.xml"), "a.xlsx")
    assert "xlsb" in refused(read_bytes, archive("xl/workbook.bin"), "a.xlsx")
    assert "unpack it first" in refused(read_bytes, archive("answers.csv"), "a.zip")
