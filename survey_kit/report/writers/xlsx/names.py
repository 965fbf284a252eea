"""Names of sheets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\'\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]+")
_LONGEST: Final = 31  # UTF-16 units
_RESERVED: Final = "history"  # Excel keeps this name for itself


def sheet_names(wanted: Sequence[str]) -> list[str]:
    r"""Names that Excel accepts, in the order of the wanted ones.

    At most 31 characters, none of ``[]:*?/\'``, not *History*, no two alike.

    Examples
    --------
    >>> sheet_names(["4-1 a/b", "4-1 A?B", "History"])
    ['4-1 a b', '4-1 A B (2)', 'History (2)']
    """
    taken = {_RESERVED}
    names = []
    for text in wanted:
        clean = " ".join(_FORBIDDEN.sub(" ", text).split())
        base = _cut(clean, _LONGEST) or "-"
        name, count = base, 1
        while name.casefold() in taken:
            count += 1
            ending = f" ({count})"
            name = _cut(base, _LONGEST - len(ending)) + ending
        taken.add(name.casefold())
        names.append(name)
    return names


def _cut(text: str, units: int) -> str:
    while len(text.encode("utf-16-le")) > 2 * units:
        text = text[:-1]
    return text.rstrip()
