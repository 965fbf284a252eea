"""How wide text is in Times and in East Asian type, in em, without the font at hand."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from survey_kit.report.document import Spans, plain

RAISED: Final = 0.65  # size of superscripts

MIXED: Final = 0.25
_HAN, _LATIN = "\u3400-\u9fff", "A-Za-z0-9\u0370-\u03ff"
_MIXED: Final = re.compile(f"(?<=[{_HAN}])(?=[{_LATIN}])|(?<=[{_LATIN}])(?=[{_HAN}])")
_TIMES: Final = {
    **dict.fromkeys("ijlt/\\|'", 0.28),
    **dict.fromkeys(" .,;:!f[]()rI-", 0.33),
    **dict.fromkeys("sJcaezSv?*", 0.46),
    **dict.fromkeys("+<=>−×±", 0.57),
    **dict.fromkeys("ABCDEGHKNOQRTUVXYZPFL&w_", 0.7),
    **dict.fromkeys("mMW%@—…", 0.9),
}


@lru_cache(maxsize=4096)
def _char_width(char: str) -> float:
    known = _TIMES.get(char)
    if known is not None:
        return known
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(char) in "WF" else 0.53


def text_width(text: str) -> float:
    """Width of a text in em, with the quarter that Word leaves between East Asian and Latin letters."""
    return sum(map(_char_width, text)) + MIXED * len(_MIXED.findall(text))


def spans_width(spans: Spans) -> float:
    """Width of styled text in em."""
    width = sum(
        sum(map(_char_width, span.text)) * (RAISED if span.style in ("superscript", "subscript") else 1.0)
        for span in spans
    )
    return width + MIXED * len(_MIXED.findall(plain(spans)))


def mark_width(spans: Spans) -> float:
    """Width of the stars and note letters at the end of a number."""
    return spans_width(spans[-1:]) if len(spans) > 1 and spans[-1].style == "superscript" else 0.0
