"""Paragraphs and runs as WordprocessingML. The only place of the Word writer that escapes."""

from __future__ import annotations

import re
from typing import Final

from survey_kit.report.document import Span, Spans, plain

# what XML 1.0 cannot hold at all
_ILLEGAL: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STYLES: Final = {
    "": "",
    "italic": "<w:i/><w:iCs/>",
    "bold": "<w:b/><w:bCs/>",
    "superscript": '<w:vertAlign w:val="superscript"/>',
    "subscript": '<w:vertAlign w:val="subscript"/>',
}
NO_BREAK_HYPHEN: Final = "\u2011"
_HYPHEN_ELEMENT: Final = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
_RELATION: Final = re.compile(" ([=<>≤≥]) ")
_SIZE: Final = re.compile("（[^（）]* = [0-9]+）$")
LINE_BREAK: Final = "<w:r><w:br/></w:r>"
_NUMBERED: Final = re.compile(r"(?<=\d)-(?=\d)")
_CJK: Final = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
# signs that Latin and Chinese fonts both have: in Word the fonts of a run decide, not its neighbours
_SHARED_SIGNS: Final = re.compile(f"((?<={_CJK})[“”‘’—…·]+|[“”‘’—…·]+(?={_CJK}))")


def legal(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return _ILLEGAL.sub("", text)


def escape(text: str) -> str:
    """Text for element content or a quoted attribute."""
    text = legal(text).replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;")


def run(text: str, style: str = "") -> str:
    """A run of text in one style."""
    properties = _STYLES[style]
    parts = _SHARED_SIGNS.split(text)
    result = ""
    for position, part in enumerate(parts):
        if not part:
            continue
        hint = '<w:rFonts w:hint="eastAsia"/>' if position % 2 else ""
        inner = f"<w:rPr>{hint}{properties}</w:rPr>" if hint or properties else ""
        content = escape(part).replace(NO_BREAK_HYPHEN, _HYPHEN_ELEMENT)
        result += f'<w:r>{inner}<w:t xml:space="preserve">{content}</w:t></w:r>'
    return result


def unbroken(spans: Spans) -> Spans:
    """Running text whose relations (``p < .05``) and numbers of tables (``4-12``) stay on one line."""
    return tuple(
        Span(_NUMBERED.sub(NO_BREAK_HYPHEN, _RELATION.sub("\u00a0\\1\u00a0", span.text)), span.style)
        for span in spans
    )


def before_size(spans: Spans) -> tuple[Spans, Spans]:
    """A Chinese head (``合计（n = 361）``) in front of the size of its group, and that size; () when it has none."""
    found = _SIZE.search(plain(spans))
    if found is None or found.start() == 0:
        return spans, ()
    first: list[Span] = []
    size: list[Span] = []
    at = 0
    for span in spans:
        cut = min(max(found.start() - at, 0), len(span.text))
        first += [Span(span.text[:cut], span.style)] if cut else []
        size += [Span(span.text[cut:], span.style)] if cut < len(span.text) else []
        at += len(span.text)
    return tuple(first), tuple(size)


def runs(spans: Spans) -> str:
    """Styled text."""
    return "".join(run(span.text, span.style) for span in spans)


def paragraph(content: str, style: str, properties: str = "") -> str:
    """A paragraph; ``properties`` follow the style in the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def field(code: str, shown: str) -> str:
    """A field with the result it will have when somebody updates it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r><w:t>{escape(shown)}</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def caption(word: str, number: str, text: Spans, *, bookmark: int, gap: str, keep_next: bool) -> str:
    """A numbered caption: ``表4-`` and a SEQ field, so that Word can list and renumber them."""
    chapter, _, last = number.rpartition("-")
    label = word + gap + (f"{chapter}-" if chapter else "")
    name = f"caption_{bookmark}"
    sequence = field("SEQ " + word + r" \* ARABIC", last)
    content = (
        f'<w:bookmarkStart w:id="{bookmark}" w:name="{name}"/>{run(label)}{sequence}'
        f'<w:bookmarkEnd w:id="{bookmark}"/>{run("  ")}{runs(text)}'
    )
    return paragraph(content, "Caption", "<w:keepNext/>" if keep_next else "")


def continued(word: str, number: str, text: Spans, *, chinese: bool) -> str:
    """The caption of a further slice of a table; it has no number of its own."""
    label = f"续{word}{number}  " if chinese else f"{word} {number} (continued)  "
    return paragraph(runs((Span(label), *text)), "Caption", "<w:keepNext/>")
