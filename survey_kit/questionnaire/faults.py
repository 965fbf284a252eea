"""Faults of a questionnaire file: all of them at once, each with its place and what would be right."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from survey_kit.report.blocks import Label

SHOWN_FAULTS = 20
"""An error paragraph names at most this many faults."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault.

    ``key`` is the key path in the file, tables of a list named by their id (or ``#3`` for the
    third when it has none): ``scale[pay].items[PAY2].reverse``. ``suggestion`` is what was probably
    meant, or what would be right; None when there is nothing sensible to propose.
    """

    key: str
    message: Label
    suggestion: Label | None = None

    def text(self, language: str) -> str:
        """One line: place, fault, suggestion."""
        parts = [self.message.zh if language == "zh" else self.message.en]
        if self.suggestion is not None:
            parts.append(self.suggestion.zh if language == "zh" else self.suggestion.en)
        colon, gap = ("：", "") if language == "zh" else (": ", " ")
        body = gap.join(parts)
        return f"{self.key}{colon}{body}" if self.key else body


@dataclass(slots=True)
class Faults:
    """The faults found so far, in file order."""

    found: list[Fault] = field(default_factory=list)

    def add(self, where: str, en: str, zh: str, suggestion: Label | None = None) -> None:
        self.found.append(Fault(where, Label(en, zh), suggestion))

    def unknown_name(self, where: str, name: object, what: Label, known: Iterable[str]) -> None:
        """``name`` is none of ``known``: say what it should have been, or what there is."""
        self.add(
            where,
            f"there is no {what.en} {quoted(name)}.",
            f"没有{what.zh}{quoted(name)}。",
            nearest(str(name), tuple(known)),
        )


def nearest(name: str, known: tuple[str, ...]) -> Label:
    """``Did you mean …?`` when something known is close, else the list of what is known."""
    lowered = {k.lower(): k for k in known}
    close = difflib.get_close_matches(name.lower(), list(lowered), n=1, cutoff=0.6)
    if close:
        right = lowered[close[0]]
        return Label(f'Did you mean "{right}"?', f'是否应为"{right}"？')
    listed = known[:12]
    more = len(known) - len(listed)
    en = ", ".join(listed) + (f" and {more} more" if more else "")
    zh = "、".join(listed) + (f"等共{len(known)}个" if more else "")
    return Label(f"Available: {en or '–'}.", f"可用：{zh or '–'}。")


def quoted(value: object) -> str:
    """A value of the file as it may be shown: cut at 60 characters, free of control characters."""
    shown = "".join("�" if is_control(c) else c for c in str(value).replace("\n", " "))
    return f'"{shown if len(shown) <= 60 else shown[:59] + "…"}"'


def is_control(character: str) -> bool:
    """Control, surrogate, or a mark that turns the writing direction round (as in spoofed names)."""
    return (
        unicodedata.category(character) in ("Cc", "Cs")
        or character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


def paragraph(name: str, faults: tuple[Fault, ...], language: str) -> str:
    """The message of the error that a faulty file ends in."""
    lines = [fault.text(language) for fault in faults[:SHOWN_FAULTS]]
    more = len(faults) - len(lines)
    if language == "zh":
        head = f"问卷文件{name}有{len(faults)}处错误："
        tail = [f"……另有{more}处。"] if more else []
    else:
        head = f"{name}: {len(faults)} fault{'' if len(faults) == 1 else 's'} in the questionnaire:"
        tail = [f"… and {more} more."] if more else []
    return "\n".join([head, *(f"  {line}" for line in [*lines, *tail])])
