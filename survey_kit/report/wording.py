"""Sentences: templates of the word catalogue, filled with values.

A template is taken apart once, before any value is seen, so a value can never bring marks, braces
or placeholders of its own: labels and answers come from files that nobody has vetted.

Template language
    ``{name}`` words a value by its type, ``{name:kind}`` by a kind of `Kind` or of ``_SPECIAL``;
    ``{name?group|groups}`` is the first word when the value is 1, else the second;
    ``*italic*``, ``^superscript^``, ``~subscript~``; doubled marks and braces are literal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, cast, get_args

from survey_kit.report import format as fmt
from survey_kit.report.blocks import Estimate, Kind, Label, Language, Say, Starred
from survey_kit.report.document import Span, Spans, Style, plain
from survey_kit.report.words import Catalogue

_MARKS: Final[dict[str, Style]] = {"*": "italic", "^": "superscript", "~": "subscript"}
_TOKEN: Final = re.compile(
    r"\{\{|\}\}|\*\*|\^\^|~~|[*^~]|\{([a-z_][a-z0-9_]*)(?::([a-z_]+)|\?([^{}|]*)\|([^{}|]*))?\}|[{}]"
)
_CI: Final[dict[str, Kind]] = {"ci": "bounded", "ci_number": "number", "ci_coefficient": "coefficient"}
_SPECIAL: Final = frozenset({"pvalue", "limit", *_CI})
KINDS: Final = frozenset(get_args(Kind)) | _SPECIAL

# line and paragraph breaks become spaces; marks that reorder the text around them are removed
_BREAKS: Final = re.compile("[\t\n\v\f\r\x85\u2028\u2029]+")
_REORDERING: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
_CONJUNCTIONS: Final = "和与及"
_PLAIN: Final = re.compile(r"[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u3001-\u30ff\u4e00-\u9fff\uff01-\uff5e]*")


def clean(text: str) -> str:
    """Text from outside, without control characters, halves of characters and reordering marks."""
    if _PLAIN.fullmatch(text):
        return text
    return "".join(_kept(_BREAKS.sub(" ", text)))


def _kept(text: str) -> Iterator[str]:
    for char in text:
        category = unicodedata.category(char)
        if category == "Cs" or ord(char) & 0xFFFE == 0xFFFE:
            yield "\ufffd"
        elif category != "Cc" and char not in _REORDERING:
            yield char


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a template: literal text, or the place of a value."""

    text: str = ""
    name: str = ""
    kind: str = ""
    style: Style = ""
    forms: tuple[str, str] | None = None  # for one, for any other number


@lru_cache(maxsize=8192)
def parse(template: str) -> tuple[Piece, ...]:
    """Take a template apart.

    Raises
    ------
    ValueError
        An open mark, a lone brace, marks inside marks, or an unknown kind.
    """
    pieces: list[Piece] = []
    style: Style = ""
    literal = ""
    end = 0
    for match in _TOKEN.finditer(template):
        literal += template[end : match.start()]
        end = match.end()
        token, name, kind = match.group(), match.group(1), match.group(2) or ""
        if len(token) == 2 and token[0] == token[1]:
            literal += token[0]
        elif name:
            if kind and kind not in KINDS:
                raise ValueError(f"unknown kind {kind!r} in template {template!r}")
            forms = None if match.group(3) is None else (match.group(3), match.group(4))
            pieces += [Piece(literal, style=style), Piece("", name, kind, style, forms)]
            literal = ""
        elif token in _MARKS:
            if style and style != _MARKS[token]:
                raise ValueError(f"marks inside marks in template {template!r}")
            pieces.append(Piece(literal, style=style))
            literal = ""
            style = "" if style else _MARKS[token]
        else:
            raise ValueError(f"lone brace in template {template!r}")
    if style:
        raise ValueError(f"open mark in template {template!r}")
    pieces.append(Piece(literal + template[end:]))
    return tuple(piece for piece in pieces if piece.text or piece.name)


def placeholders(template: str) -> frozenset[str]:
    """The names of the values that a template mentions."""
    return frozenset(piece.name for piece in parse(template) if piece.name)


class Wording:
    """Words for one language.

    Parameters
    ----------
    catalogue
        Key -> (English, Chinese).
    language
        Which of the two.

    Examples
    --------
    >>> from survey_kit.report.blocks import say
    >>> words = Wording({"x.r": ("*r* = {r:bounded}, {p:p}", "*r* = {r:bounded}，{p:p}")}, "en")
    >>> words.text(say("x.r", r=-0.25, p=0.0123))
    'r = −.250, p = .012'
    """

    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        self.catalogue = catalogue
        self.language: Language = language
        self._index = 1 if language == "zh" else 0

    def has(self, key: str) -> bool:
        """Whether the catalogue knows the key."""
        return key in self.catalogue

    def text(self, thing: object, kind: str = "") -> str:
        """The wording of a thing without styles."""
        return plain(self.spans(thing, kind))

    def spans(self, thing: object, kind: str = "") -> Spans:
        """The wording of a sentence, label, number, text or tuple of those.

        Raises
        ------
        KeyError
            The catalogue lacks the key of a sentence, or the sentence lacks a value that the
            template mentions: a mistake of ours.
        """
        return merged(self._spans(thing, kind))

    def _spans(self, thing: object, kind: str) -> list[Span]:
        if isinstance(thing, Say):
            return self._sentence(thing)
        if isinstance(thing, Label):
            return [Span(clean(thing.text(self.language)))]
        if isinstance(thing, str):
            return [Span(clean(thing))]
        if isinstance(thing, tuple | list):
            return self._list(list(thing), kind)
        if isinstance(thing, bool):
            return self._sentence(Say("page.yes" if thing else "page.no"))
        if kind in _CI:
            return [Span(self._interval(thing, _CI[kind]))]
        return self._number(thing, kind)

    def _sentence(self, sentence: Say) -> list[Span]:
        if sentence.key not in self.catalogue:
            raise KeyError(f"no words for {sentence.key!r}")
        result: list[Span] = []
        for piece in parse(self.catalogue[sentence.key][self._index]):
            if not piece.name:
                result.append(Span(piece.text, piece.style))
                continue
            if piece.name not in sentence.values:
                raise KeyError(f"{sentence.key!r} mentions {piece.name!r} but was not given it")
            value = sentence.values[piece.name]
            if piece.forms:
                result.append(Span(piece.forms[fmt.value_of(value) != 1], piece.style))
                continue
            inner = self._spans(value, piece.kind)
            result += [Span(span.text, span.style or piece.style) for span in inner]
        return result

    def _number(self, thing: object, kind: str) -> list[Span]:
        value = fmt.value_of(thing)
        if kind == "p":
            relation, digits = fmt.p_relation(value, self.language)
            return [Span("p", "italic"), Span(f" {relation} {digits}")]
        if kind == "limit":
            return [Span(fmt.limit(value, self.language))]
        if not kind:
            kind = "count" if isinstance(value, int) else "number"
        digits = fmt.number(value, cast(Kind, "p" if kind == "pvalue" else kind), self.language)
        result = [Span(digits + ("%" if kind == "percent" and value is not None else ""))]
        if isinstance(thing, Starred) and value is not None:
            result.append(Span(fmt.stars(thing.p), "superscript"))
        return result

    def _interval(self, thing: object, kind: Kind) -> str:
        if not isinstance(thing, Estimate):
            raise TypeError(f"an interval needs an Estimate, not {thing!r}")
        return f"{fmt.level(thing)} CI {fmt.interval(thing.low, thing.high, kind, self.language)}"

    def _list(self, things: list[Any], kind: str) -> list[Span]:
        worded = [self._spans(thing, kind) for thing in things]
        if self.language == "en":
            # the serial comma of APA
            comma, last = ", ", ", and " if len(things) > 2 else " and "
        else:
            # a name that holds a conjunction of its own is not joined by another
            joining = any(char in span.text for spans in worded for span in spans for char in _CONJUNCTIONS)
            comma, last = "、", "、" if joining else "和"
        result: list[Span] = []
        for position, spans in enumerate(worded):
            if position:
                result.append(Span(last if position == len(things) - 1 else comma))
            result += spans
        return result


def merged(spans: list[Span]) -> Spans:
    """Neighbouring spans of one style joined, empty ones left out."""
    result: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if result and result[-1].style == span.style:
            result[-1] = Span(result[-1].text + span.text, span.style)
        else:
            result.append(span)
    return tuple(result)
