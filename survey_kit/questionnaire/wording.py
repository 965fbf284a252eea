"""When two texts are the same although they are not written the same.

Exports differ in full and half width, blanks, invisible characters, case, punctuation and in the
digits of other scripts. Two keys, because an answer must be compared more strictly than a
question: ``<3000`` and ``>3000`` are two answers, ``Your age:`` and ``your age`` are one question.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NEWLINES_AND_TAB = "\t\n\r"
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－~～〜"), "-")
_EDGE = " \t.,;:!?。，、；：！？…'\"‘’“”`´·*"

_TYPE_TAG = re.compile(
    r"[\[(](?:可多选|多选|单选|必答|必填|选答|选填|排序|填空|(?:多选|单选|矩阵|量表|填空|排序|矩阵单选|矩阵量表)题"
    r"|multiple choice|select all that apply|required|optional|check all that apply)[^\])]{0,12}[\])]",
    re.IGNORECASE,
)

# in keys, where blanks are gone, these also occur inside other words; then on both sides alike
_NEGATIONS = re.compile(r"不|没|无|非(?!常)|未|难以|否|缺|no|never|n't|nt|hardly|without|lack|un|dis|less")


def visible(text: str) -> str:
    """The text without control, format, surrogate and non-characters; line breaks become blanks.

    Joiners inside emoji go as well: this is for comparing and for messages, not for showing labels.
    """
    return "".join(
        " " if c in _NEWLINES_AND_TAB else c
        for c in text
        if c in _NEWLINES_AND_TAB or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Cn"}
    )


def clean(text: str) -> str:
    """The text as it may be kept as a label: no control characters, no halves of characters.

    Unlike `visible` it keeps format characters, which some scripts and emoji need, except those
    that turn the writing direction round.
    """
    kept = (
        " " if c in _NEWLINES_AND_TAB else c
        for c in text
        if c in _NEWLINES_AND_TAB
        or (
            unicodedata.category(c) not in {"Cc", "Cs", "Cn"}
            and not "\u202a" <= c <= "\u202e"
            and not "\u2066" <= c <= "\u2069"
            and c != "\ufeff"
        )
    )
    return "".join(kept).strip()


def plain_digits(text: str) -> str:
    """Decimal digits of every script as 0–9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if unicodedata.category(c) == "Nd" else c for c in text)


@lru_cache(maxsize=65_536)
def answer_key(text: str) -> str:
    """Key under which two spellings of one answer are equal: width, blanks, case, dashes.

    Examples
    --------
    >>> answer_key(" Strongly  AGREE ") == answer_key("strongly agree")
    True
    >>> answer_key("<3000") == answer_key(">3000")
    False
    """
    folded = visible(text)
    if not text.isascii():
        folded = plain_digits(unicodedata.normalize("NFKC", folded))
    folded = "".join(folded.split()).translate(_DASHES)
    return folded.casefold()


@lru_cache(maxsize=65_536)
def loose_answer_key(text: str) -> str:
    """`answer_key` without punctuation and quotes at the ends (``Agree.``, ``'男'``)."""
    key = answer_key(text)
    return key.strip(_EDGE) or key


@lru_cache(maxsize=65_536)
def question_key(text: str) -> str:
    """Key under which two spellings of one question are equal: as `answer_key`, and no punctuation.

    Examples
    --------
    >>> question_key("3、您的年龄（单选）：") == question_key("3您的年龄")
    True
    """
    folded = plain_digits(unicodedata.normalize("NFKC", visible(text)))
    folded = _TYPE_TAG.sub("", folded).casefold()
    return "".join(c for c in folded if unicodedata.category(c)[0] not in "PZC" and not c.isspace())


def name_key(name: str) -> str:
    """Key under which two column names or ids are equal: case, blanks, width, invisible characters."""
    return answer_key(name)


def says_the_opposite(one: str, other: str) -> bool:
    """Whether two similar texts differ in a negation or in a number: then they are not the same."""
    a, b = (plain_digits(unicodedata.normalize("NFKC", text)).casefold() for text in (one, other))
    if sorted(_NEGATIONS.findall(a)) != sorted(_NEGATIONS.findall(b)):
        return True
    return re.findall(r"\d+", a) != re.findall(r"\d+", b)


def shown(text: object, width: int = 80) -> str:
    """A value as a message may show it: visible characters only, cut at ``width``."""
    cleaned = visible(str(text))
    return cleaned if len(cleaned) <= width else cleaned[: width - 1] + "…"
