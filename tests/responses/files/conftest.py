"""Workbooks written by hand, so that they can be wrong in ways no library writes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence

import pytest

from survey_kit.errors import SurveyKitError
from survey_kit.responses.model import Sheet

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def cell(value: object, attributes: str = "") -> str:
    if value is None:
        return f"<c{attributes}/>"
    if isinstance(value, int | float):
        return f"<c{attributes}><v>{value}</v></c>"
    return f'<c{attributes} t="inlineStr"><is><t>{value}</t></is></c>'


def sheet_xml(rows: Sequence[Sequence[object]]) -> str:
    body = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
    return f'<?xml version="1.0"?><worksheet {MAIN}><sheetData>{body}</sheetData></worksheet>'


def package(
    sheets: dict[str, str],
    *,
    states: dict[str, str] | None = None,
    extra: Sequence[tuple[str, bytes]] = (),
) -> bytes:
    """An xlsx package whose sheets have the given XML."""
    buffer = io.BytesIO()
    listed = related = ""
    for i, name in enumerate(sheets, 1):
        state = (states or {}).get(name, "visible")
        listed += f'<sheet name="{name}" sheetId="{i}" state="{state}" r:id="rId{i}"/>'
        related += (
            f'<Relationship Id="rId{i}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        )
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r" '
            f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook {MAIN} xmlns:r="{RELATIONS}"><sheets>{listed}</sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>',
        )
        for i, xml in enumerate(sheets.values(), 1):
            archive.writestr(f"xl/worksheets/sheet{i}.xml", xml)
        for name, content in extra:
            archive.writestr(name, content)
    return buffer.getvalue()


def remarks(sheet: Sheet) -> str:
    return " ".join(found.text.en for found in sheet.remarks)


def both(error: pytest.ExceptionInfo[SurveyKitError]) -> tuple[str, str]:
    """Both wordings, after checking that they are one paragraph each and both there."""
    en, zh = error.value.en, error.value.zh
    assert en
    assert zh
    assert "\n" not in en + zh
    assert any("一" <= character <= "鿿" for character in zh)
    return en, zh


def outcome(function: Callable[..., Sheet], *arguments: object) -> Sheet | SurveyKitError:
    """The sheet, or the error that reading raises."""
    try:
        return function(*arguments)
    except SurveyKitError as error:
        return error


Refusal = Callable[..., str]


@pytest.fixture
def refused() -> Refusal:
    """The English wording of the error that reading raises."""

    def read(function: Callable[..., Sheet], *arguments: object, **options: object) -> str:
        with pytest.raises(SurveyKitError) as error:
            function(*arguments, **options)
        return both(error)[0]

    return read
