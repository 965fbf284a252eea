"""The Word file around the text: parts, properties, and the same bytes every time."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from survey_kit.report.document import Document
from survey_kit.report.writers.docx.styles import W, styles_xml
from survey_kit.report.writers.docx.text import field, legal, paragraph, run

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

# no clock: two runs on one input give one file
MOMENT: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
ZIP_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
# parts of the template that carry its own looks, or a picture of another document
_UNWANTED: Final = ("stylesWithEffects", "customXml", "thumbnail", "numbering", "fontTable", "webSettings")


def new_document(document: Document) -> WordDocument:
    """An empty Word document with our styles, header, footer and properties."""
    import docx
    from docx.oxml import parse_xml

    word: WordDocument = docx.Document()
    for part in (word.part, word.part.package):
        for key, relation in list(part.rels.items()):
            if any(name in relation.reltype for name in _UNWANTED):
                del part.rels[key]
    styles = word.styles.element
    for child in list(styles):
        styles.remove(child)
    for child in list(parse_xml(styles_xml(document.language))):
        styles.append(child)
    _properties(word, document)
    _settings(word, document)
    section = word.sections[0]
    for side, content in (
        (section.header, paragraph(run(document.title), "Header")),
        (section.footer, paragraph(field("PAGE", "1"), "Footer")),
    ):
        side.is_linked_to_previous = False
        element = side._element
        for child in list(element):
            element.remove(child)
        element.append(parse_xml(content.replace("<w:p>", f'<w:p xmlns:w="{W}">', 1)))
    return word


def save(word: WordDocument, path: Path) -> None:
    """Write the file with fixed dates and parts in a fixed order."""
    buffer = io.BytesIO()
    word.save(buffer)
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(path, "w") as target:
        # the list of content types comes first, as the standard advises
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, ZIP_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, source.read(name))


def _properties(word: WordDocument, document: Document) -> None:
    properties = word.core_properties
    properties.title = legal(document.title)[:255]
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.created = properties.modified = MOMENT
    properties.language = "zh-CN" if document.language == "zh" else "en-US"
    properties.revision = 1


def _settings(word: WordDocument, document: Document) -> None:
    from docx.oxml import parse_xml

    settings = word.settings.element
    for child in list(settings):
        settings.remove(child)
    language = "zh-CN" if document.language == "zh" else "en-US"
    replacement = parse_xml(
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        f'w:val="15"/></w:compat><w:themeFontLang w:val="{language}" w:eastAsia="zh-CN"/></w:settings>'
    )
    for child in list(replacement):
        settings.append(child)
