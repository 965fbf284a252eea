"""Cutting texts: into sentences, and sentences into words. Nothing is sent anywhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import TypeAlias

from survey_kit.interviews.stopwords import CHINESE, ENGLISH, NO_NAMES

SHORTEST = 6
"""Characters; a shorter piece stays with the sentence before it. A Chinese character counts twice."""

LONGEST_ABBREVIATION = 8
"""Characters of an abbreviation with the full stop, at most."""

_ABBREVIATION = re.compile(
    r"\b(?:e\.g|i\.e|etc|mr|mrs|ms|dr|prof|no|nos|vs|cf|approx|p|pp|st)\.$", re.IGNORECASE
)
_END = re.compile(r"(?<=[。！？；!?;…])[”’」』）)\"']*|(?<=\.)[”’)\"']*(?=\s)|\n+")
_CJK = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAN = re.compile(rf"[{_CJK}]")
_WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’\-][A-Za-zÀ-ɏ]+)*")
_HAN_WORD = re.compile(rf"[{_CJK}]{{2,}}")
_PIECE = re.compile(rf"[{_CJK}]+|{_WORD.pattern}|\d+|\S")

CARRYING = frozenset("nvailjb")
"""First letters of the parts of speech that may carry a theme."""

NAMES = ("nr", "ns")
"""Persons and places: nobody may be recognised by a proposed code."""

AND = frozenset("和与及")
"""Characters that join two words."""

Cutter: TypeAlias = Callable[[str], Sequence[str | None]]
"""Chinese text -> its words in order; None for words that carry no theme."""


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, in either language; nothing of it is lost but blanks at the edges.

    Examples
    --------
    >>> sentences("活多人少。待遇也跟不上！怎么办呢？")
    ('活多人少。', '待遇也跟不上！', '怎么办呢？')
    >>> sentences("Pay is low, e.g. 3.5 thousand. Nobody listens.")
    ('Pay is low, e.g. 3.5 thousand.', 'Nobody listens.')
    """
    pieces: list[str] = []
    start = 0
    for end in _END.finditer(text):
        # only the end is searched: a text of nothing but abbreviations is otherwise read over and over
        tail = text[max(start, end.end() - LONGEST_ABBREVIATION - 1) : end.end()]
        if _ABBREVIATION.search(tail.strip()):
            continue
        pieces.append(text[start : end.end()])
        start = end.end()
    pieces.append(text[start:])
    found: list[str] = []
    for piece in pieces:
        if not piece.strip():
            continue
        if found and (_weight(piece) < SHORTEST or _weight(found[-1]) < SHORTEST):
            found[-1] += piece
        else:
            found.append(piece)
    return tuple(each.strip() for each in found)


def is_chinese(texts: Sequence[str]) -> bool:
    """Whether the texts are mostly Chinese: more of its characters than words of others."""
    han = sum(len(_HAN.findall(text)) for text in texts)
    return han > sum(len(_WORD.findall(text)) for text in texts)


def chinese_cutter() -> tuple[Cutter | None, str]:
    """The word segmenter of the extra ``zh`` and its version; None and "" where it is not installed.

    It gives nouns, verbs, adjectives and idioms, and None for everything else: function words, times,
    places, and what it takes for a person's name.
    """
    try:
        import rjieba
    except ModuleNotFoundError:
        return None, ""

    def cut(text: str) -> list[str | None]:
        found: list[str | None] = []
        for word, kind in rjieba.tag(text):
            if word in NO_NAMES or (kind[:1] in CARRYING and kind[:2] not in NAMES):
                # 检查和 is a checksum in its dictionary, in answers an "inspections and"
                found += [word[:-1], None] if len(word) == 3 and word[-1] in AND else [word]
            else:
                found.append(None)
        return found

    return cut, f"rjieba {version('rjieba')}"


def words(sentence: str, cut: Cutter | None) -> tuple[str | None, ...]:
    """The words of a sentence that may carry a theme, in order; None stands for anything between them.

    Lower case; no stop words, no single characters, no numbers. Without ``cut`` Chinese is left out.

    Examples
    --------
    >>> words("The county town is far, the town is small.", None)
    (None, 'county', 'town', None, None, None, None, 'town', None, 'small', None)
    """
    found: list[str | None] = []
    for match in _PIECE.finditer(sentence):
        piece = match.group()
        if not _HAN.match(piece):
            folded = piece.casefold().replace("’", "'").removesuffix("'s")
            found.append(
                folded if _WORD.fullmatch(piece) and len(folded) > 2 and folded not in ENGLISH else None
            )
        elif cut is not None:
            found += [
                word if word and _HAN_WORD.fullmatch(word) and word not in CHINESE else None
                for word in cut(piece)
            ]
        else:
            found.append(None)
    return tuple(found)


def runs(sentence: str) -> tuple[str, ...]:
    """The unbroken runs of Chinese characters."""
    return tuple(re.findall(rf"[{_CJK}]+", sentence))


def _weight(text: str) -> int:
    return len(text.strip()) + len(_HAN.findall(text))
