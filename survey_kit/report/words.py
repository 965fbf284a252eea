"""The words that all sections share: column heads, notes, reasons, labels of the page.

Each analysis brings its own words; ``catalogue`` joins them with these. Templates are English and
Chinese side by side, with ``{name}`` or ``{name:kind}`` for values and ``*italic*``, ``^superscript^``
and ``~subscript~`` for style (see ``format``). A literal brace or mark is doubled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

Catalogue: TypeAlias = Mapping[str, tuple[str, str]]

SHARED: dict[str, tuple[str, str]] = {
    # reasons why a number or section is withheld
    "withheld.too_few": (
        "only {n:count} usable respondents; at least {needed:count} are needed",
        "可用样本仅{n:count}人，至少需要{needed:count}人",
    ),
    "withheld.no_variance": (
        "no variance in {names}",
        "{names}没有变异（所有人作答相同）",
    ),
    "withheld.singular": (
        "the correlation matrix is singular because of {names}",
        "由于{names}，相关矩阵奇异",
    ),
    # words of the page
    "page.yes": ("yes", "是"),
    "page.no": ("no", "否"),
    # column heads; keys are the keys of the results file
    "column.n": ("*n*", "*n*"),
    "column.mean": ("*M*", "*M*"),
    "column.sd": ("*SD*", "*SD*"),
    "column.p": ("*p*", "*p*"),
}


def catalogue(words_of_analyses: Iterable[Catalogue]) -> Catalogue:
    """All words. A key that two places define differently is a mistake of ours and raises."""
    joined = dict(SHARED)
    for words in words_of_analyses:
        for key, texts in words.items():
            if joined.setdefault(key, texts) != texts:
                raise ValueError(f"word {key!r} is defined twice, differently")
    return joined
