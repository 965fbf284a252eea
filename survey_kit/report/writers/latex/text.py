"""Text that LaTeX prints as it is. The only place of the LaTeX writer that escapes."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from survey_kit.report.document import Spans

_STYLES: Final = {
    "": "{}",
    "italic": r"\textit{{{}}}",
    "bold": r"\textbf{{{}}}",
    "superscript": r"\textsuperscript{{{}}}",
    "subscript": r"\textsubscript{{{}}}",
}
_GREEK: Final = {
    "Α": "A", "Β": "B", "Γ": r"\Gamma", "Δ": r"\Delta", "Θ": r"\Theta", "Λ": r"\Lambda", "Ξ": r"\Xi",
    "Π": r"\Pi", "Σ": r"\Sigma", "Φ": r"\Phi", "Ψ": r"\Psi", "Ω": r"\Omega", "α": r"\alpha", "β": r"\beta",
    "γ": r"\gamma", "δ": r"\delta", "ε": r"\varepsilon", "ζ": r"\zeta", "η": r"\eta", "θ": r"\theta",
    "ι": r"\iota", "κ": r"\kappa", "λ": r"\lambda", "μ": r"\mu", "ν": r"\nu", "ξ": r"\xi", "π": r"\pi",
    "ρ": r"\rho", "σ": r"\sigma", "τ": r"\tau", "υ": r"\upsilon", "φ": r"\varphi", "χ": r"\chi",
    "ψ": r"\psi", "ω": r"\omega", "−": "-", "×": r"\times", "±": r"\pm", "≤": r"\le", "≥": r"\ge",
    "≠": r"\ne", "≈": r"\approx", "∞": r"\infty", "→": r"\rightarrow", "←": r"\leftarrow", "√": r"\surd",
    "∑": r"\sum", "·": r"\cdot",
}  # fmt: skip
_SPECIAL: Final = {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "`": r"\textasciigrave{}",
    "'": r"\textquotesingle{}",
    '"': r"\textquotedbl{}",
    **{char: "\\" + char for char in "{}$&#_%"},
    # a bracket or star at the beginning of a row would be taken for an argument of the row before;
    # neighbouring hyphens, commas and angles would join into other signs
    **{char: "{" + char + "}" for char in "[]*-<>,!?"},
    "’": "'",
    "‘": "`",
    "“": "``",
    "”": "''",
    "–": "--",
    "—": "---",
    "…": r"\dots{}",
    "\u00a0": r"\nobreakspace{}",
}
_RAISED: Final = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-", strict=True))
# signs that Chinese type sets over the full width, and Latin type does not
_EITHER: Final = "‘’“”—…·"
_CJK_NEAR: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_LONG_WORD: Final = re.compile(r"([\x21-\x7e]{12,})")
LONGEST_WORD: Final = 24
"""A longer run of letters and digits is no word that TeX could hyphenate."""
_KNOWN_LATIN: Final = re.compile(r"[\x20-\x7e\u00a1-\u00ac\u00ae-\u00ff]")


def escape(text: str) -> str:
    """Text as LaTeX source: prints itself, does nothing, stops nothing."""
    result = []
    for position, char in enumerate(text):
        if char in _EITHER:
            near = text[max(0, position - 1) : position] + text[position + 1 : position + 2]
            if _CJK_NEAR.search(near):
                result.append(char)
                continue
        result.append(_char(char))
    return "".join(result)


@lru_cache(maxsize=4096)
def _char(char: str) -> str:
    if char in _SPECIAL:
        return _SPECIAL[char]
    if char in _GREEK:
        return rf"\ensuremath{{{_GREEK[char]}}}"
    if char in _RAISED:
        return rf"\textsuperscript{{{_RAISED[char]}}}"
    if _KNOWN_LATIN.fullmatch(char) or _in_fandol(char):
        return char
    category = unicodedata.category(char)
    if category == "Zs" or char in "\t\n\r":
        return " "
    # controls, joiners and variation selectors have no shape of their own
    if category in ("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp") or 0xFE00 <= ord(char) <= 0xFE0F:
        return ""
    return rf"\unusual{{{ord(char):04X}}}"


def _in_fandol(char: str) -> bool:
    """Whether the free Chinese fonts of TeX surely have the character."""
    if not _CJK_NEAR.fullmatch(char):
        return False
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def inline(spans: Spans) -> str:
    """Styled text as LaTeX source."""
    return "".join(_STYLES[span.style].format(_breakable(span.text)) for span in spans)


def unbroken(spans: Spans) -> str:
    """Styled text that stays on one line."""
    return "".join(_STYLES[span.style].format(escape(span.text).replace(" ", "~")) for span in spans)


def _breakable(text: str) -> str:
    """Text whose long words (addresses, checksums, file names) may run over the line."""
    parts = []
    for position, word in enumerate(_LONG_WORD.split(text)):
        if position % 2:
            # after every sign; what is too long for a word, anywhere
            pieces = [part for piece in re.findall(r"\w+\W?|\W", word) for part in _pieces(piece)]
            parts.append(r"\allowbreak{}".join(map(escape, pieces)))
        else:
            parts.append(escape(word))
    return "".join(parts)


def _pieces(word: str) -> list[str]:
    """The characters of a word too long for a line, else the word."""
    return list(word) if len(word) > LONGEST_WORD else [word]


def comment(text: str) -> str:
    """Text for a comment line."""
    return "% " + " ".join("".join(char if char.isprintable() else " " for char in text).split())
