"""Reading typed values out of the tables of a questionnaire file; what is wrong becomes a fault."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from survey_kit.questionnaire.faults import Faults, is_control, nearest, quoted
from survey_kit.report.blocks import LANGUAGES, Label, Language

Table: TypeAlias = Mapping[str, Any]

ID = re.compile(r"\w[\w.\-]{0,79}")
"""Letters of any script, digits, ``_ - .``; no ``/``, which separates a question from its option."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads values for one file: its one language (None: both are required) and its faults."""

    faults: Faults
    language: Language | None = None

    def check_keys(self, table: Table, known: tuple[str, ...], where: str) -> None:
        """Report every key of ``table`` that is not known."""
        for key in table:
            if key not in known:
                self.faults.add(
                    f"{where}.{key}" if where else key,
                    "unknown key.",
                    "未知的键。",
                    nearest(key, known),
                )

    def tables(self, table: Table, key: str, where: str = "") -> list[tuple[Table, str]]:
        """The list of tables under ``key``, each with its path."""
        path = f"{where}.{key}" if where else key
        value = table.get(key, [])
        if not isinstance(value, list):
            self.faults.add(path, f"should be a list of tables, [[{key}]].", f"应为表的列表，即[[{key}]]。")
            return []
        found = []
        for number, entry in enumerate(value, start=1):
            if isinstance(entry, Mapping):
                name = entry.get("id")
                usable = isinstance(name, str) and ID.fullmatch(name)
                found.append((entry, f"{path}[{name if usable else f'#{number}'}]"))
            else:
                self.faults.add(f"{path}[#{number}]", "should be a table, { … }.", "应为一个表，即{ … }。")
        return found

    def table(self, table: Table, key: str, where: str = "") -> Table:
        """The table under ``key``; empty when absent."""
        value = table.get(key, {})
        if isinstance(value, Mapping):
            return value
        self.faults.add(f"{where}.{key}" if where else key, "should be a table.", "应为一个表。")
        return {}

    def identifier(self, table: Table, where: str) -> str:
        """The ``id``, or ``""`` with a fault."""
        value = table.get("id")
        if value is None:
            self.faults.add(where or "id", "has no id.", "缺少id。")
        elif not isinstance(value, str) or not ID.fullmatch(value):
            self.faults.add(
                f"{where}.id" if where else "id",
                f"{quoted(value)} cannot be an id.",
                f"{quoted(value)}不能用作id。",
                Label(
                    "Use letters (Chinese ones too), digits, _ - . and at most 80 characters.",
                    "请使用字母、汉字、数字和 _ - . ，不超过80个字符。",
                ),
            )
        else:
            return value
        return ""

    def label(self, table: Table, key: str, where: str) -> Label:
        """The text under ``key``: ``{ en = …, zh = … }``, or one string in a one-language file."""
        path = f"{where}.{key}" if where else key
        value = table.get(key)
        if value is None:
            self.faults.add(path, "is missing.", "缺失。")
            return Label("", "")
        if isinstance(value, Mapping):
            self.check_keys(value, LANGUAGES, path)
            return self.translations(value, path)
        if isinstance(value, str) and self.language is None:
            self.faults.add(
                path,
                "is in one language only.",
                "只有一种语言。",
                Label(
                    'Write { en = "…", zh = "…" }, or language = "en" at the top of the file.',
                    '请写成{ en = "…", zh = "…" }，或在文件开头写language = "zh"。',
                ),
            )
            return Label.of(value)
        return Label.of(self.text(value, path))

    def translations(self, table: Table, where: str) -> Label:
        """The label that ``en`` and ``zh`` of this table make."""
        texts: dict[str, str] = {}
        for language in LANGUAGES:
            if language in table:
                texts[language] = self.text(table[language], f"{where}.{language}")
            elif self.language is None or not any(name in table for name in LANGUAGES):
                self.faults.add(
                    f"{where}.{language}",
                    f"the {'English' if language == 'en' else 'Chinese'} text is missing.",
                    f"缺少{'英文' if language == 'en' else '中文'}文本。",
                )
        only = next(iter(texts.values()), "")
        return Label(texts.get("en", only), texts.get("zh", only))

    def text(self, value: object, where: str) -> str:
        """A text with something in it and no control characters."""
        if not isinstance(value, str):
            self.faults.add(
                where, f"should be text, not {quoted(value)}.", f"应为文本，而不是{quoted(value)}。"
            )
            return ""
        if not value.strip():
            self.faults.add(where, "is empty.", "为空。")
        elif any(is_control(c) and c not in "\n\t" for c in value):
            self.faults.add(where, "contains control characters.", "含有控制字符。")
        return value

    def flag(self, table: Table, key: str, where: str, *, default: bool = False) -> bool:
        value = table.get(key, default)
        if isinstance(value, bool):
            return value
        self.faults.add(
            f"{where}.{key}",
            f"should be true or false, not {quoted(value)}.",
            f"应为true或false，而不是{quoted(value)}。",
        )
        return default

    def number(self, value: object, where: str) -> float | None:
        """A finite number, or None with a fault."""
        if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
            return float(value)
        self.faults.add(
            where, f"should be a number, not {quoted(value)}.", f"应为数字，而不是{quoted(value)}。"
        )
        return None

    def strings(self, table: Table, key: str, where: str) -> tuple[str, ...]:
        """A list of texts; one text alone counts as a list of one."""
        value = table.get(key, [])
        entries = [value] if isinstance(value, str) else value
        if isinstance(entries, list) and all(isinstance(entry, str) for entry in entries):
            return tuple(entries)
        self.faults.add(f"{where}.{key}", "should be a list of texts.", "应为文本列表。")
        return ()

    def one_of(self, table: Table, key: str, where: str, known: tuple[str, ...], what: Label) -> str | None:
        """One of the words ``known``; None when absent or (with a fault) something else."""
        value = table.get(key)
        if value is None or value in known:
            return value
        self.faults.unknown_name(f"{where}.{key}", value, what, known)
        return None
