"""Wenjuanxing (问卷星): its three generations of headings, its marks and its number files.

====================  =============================================  ================================
generation            multiple response in 0/1 columns               matrix question
====================  =============================================  ================================
to about 2018         ``第6题(option)``, the stem is lost              ``第7题(row)``
about 2019–22         ``17、(option)``                                ``19、row``, the number repeated
2023 on               first ``16 stem(option 1)``, then ``16(option 2)``  first ``5、stem—row 1``, then bare rows
====================  =============================================  ================================
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from survey_kit.questionnaire.headings import Heading, MetaRole
from survey_kit.questionnaire.notation import Notation, Numbering
from survey_kit.questionnaire.wording import answer_key, clean, plain_digits, question_key
from survey_kit.report.blocks import Label
from survey_kit.responses.dialects.columns import leading_number, meta_role, trailing_group
from survey_kit.responses.dialects.dialect import Dialect
from survey_kit.responses.model import Sheet
from survey_kit.responses.personal import mark_personal

FRONT: dict[str, MetaRole] = {
    "序号": "respondent",
    "提交答卷时间": "submitted",
    "所用时间": "duration",
    "来源": "source",
    "来源详情": "source",
    "来自ip": "personal",
    "总分": "total",
}
_ROUTED = frozenset({"(跳过)"})
_BLANK = frozenset({"(空)"})

_OLD = re.compile(r"^\s*第\s*(\d{1,3})\s*题\s*[(（](.*)[)）]\s*$", re.DOTALL)
_TIGHT = re.compile(r"^\s*(\d{1,3})\s*([(（].*[)）])\s*$", re.DOTALL)
_BARE_NUMBER = re.compile(r"^\s*(\d{1,3})\s*(\D.*)$", re.DOTALL)
_VARIABLE = re.compile(r"^\s*[Qq](\d{1,3})(?:_(?:Row|Blank|Option|R|Opt)?_?(\d{1,3}))?\s*$")
_MATRIX_DASH = "—"

_LOOKED_AT = 300
"""Rows that are searched for the platform's marks."""


def headings(sheet: Sheet) -> tuple[Heading, ...]:
    """One heading a column, with the number and stem that repeated or bare headings have lost."""
    names = sheet.header[-1] if sheet.header else ()
    texts = [sheet.texts.get(position) or name for position, name in enumerate(names)]
    tight = (found[1] for text in texts if (found := _TIGHT.match(plain_digits(text))))
    walk = _Walk(Counter(_number_of(text) for text in texts), Counter(tight))
    for position, (name, text) in enumerate(zip(names, texts, strict=True)):
        walk.take(position, name, text)
    return mark_personal(walk.found, sheet.cells)


def score(sheet: Sheet) -> float:
    """Front columns, then numbered questions, then the platform's marks in the cells."""
    names = sheet.header[-1] if sheet.header else ()
    front = sum(question_key(name) in FRONT for name in names[:12])
    numbered = sum(bool(_OLD.match(n) or re.match(r"^\s*\d{1,3}、", n)) for n in names[:200])
    total = min(front, 3) * 0.25
    if numbered >= 1 and 3 * numbered >= min(len(names), 200) - front:
        total += 0.4
    if _has_marks(sheet):
        total += 0.4
    return min(total, 1.0) if total > 0.3 else 0.0


def notation(sheet: Sheet) -> Notation:
    """How this platform writes answers; the file's name says what its numbers stand for."""
    name = sheet.source.name
    numbers: Numbering = "unknown"
    if "按序号" in name:
        numbers = "position"
    elif "按分数" in name or sheet.labels:
        numbers = "code"
    return Notation(
        separators=("┋", ";", "；", "|"),
        ranking=("→", "->"),
        brackets=(("〖", "〗"),),
        routed=_ROUTED,
        blank=_BLANK,
        routed_code=-3.0,
        blank_code=-2.0,
        numbers=numbers,
    )


def _has_marks(sheet: Sheet) -> bool:
    top = sheet.cells.iloc[:_LOOKED_AT, :200]
    for position in range(top.shape[1]):
        column = top.iloc[:, position]
        if column.dtype.kind in "ifbM":
            continue
        for cell in column.dropna().unique():
            if isinstance(cell, str) and (
                "┋" in cell or "〖" in cell or (len(cell) < 8 and answer_key(cell) in _ROUTED | _BLANK)
            ):
                return True
    return False


def _number_of(text: str) -> str | None:
    """The number that a heading clearly begins with."""
    for pattern in (_OLD, _TIGHT):
        if found := pattern.match(plain_digits(text)):
            return found[1]
    numbered = leading_number(text)
    return numbered[0] if numbered else None


class _Walk:
    """Goes through the headings from left to right and remembers the question it is in."""

    def __init__(self, repeats: Counter[str | None], tight: Counter[str]) -> None:
        self.found: list[Heading] = []
        self._repeats = repeats  # how often a number leads a heading
        self._tight = tight  # how often it is of the form "16(option)"
        self._number: str | None = None
        self._stem = ""
        self._matrix = False  # bare headings are rows of the question begun
        self._started = False  # a question has been seen: front columns are over

    def take(self, position: int, name: str, text: str) -> None:
        heading = self._heading(position, name, clean(text))
        variable = _VARIABLE.match(plain_digits(name))
        if variable and heading.number is None and heading.meta is None:
            heading = replace(heading, number=variable[1])
        self.found.append(heading)

    def _heading(self, position: int, name: str, text: str) -> Heading:
        def heading(
            stem: str, number: str | None = None, part: str | None = None, meta: MetaRole | None = None
        ) -> Heading:
            return Heading(position, name, stem, number, part, clean(name), meta)

        role = FRONT.get(question_key(text))
        if role and (not self._started or role == "total"):
            return heading(text, meta=role)
        plain = plain_digits(text)
        if old := _OLD.match(plain):
            self._begin(old[1])
            return heading("", old[1], old[2].strip())
        if (tight := _TIGHT.match(plain)) and (group := trailing_group(tight[2])) and not group[0]:
            if tight[1] != self._number:
                self._begin(tight[1])
            return heading(self._stem, tight[1], group[1])
        numbered = leading_number(text) or self._weakly_numbered(plain)
        if numbered and not (self._matrix and self._is_row_number(text)):
            return heading(*self._numbered(numbered))
        if variable := _VARIABLE.match(plain):
            same = variable[1] == self._number
            if not same:
                self._begin(variable[1])
            return heading("", variable[1], variable[2])
        if self._matrix and text:
            return heading(self._stem, self._number, text)
        role = meta_role(text)
        if role is None and text:
            self._started = True
        return heading(text, meta=role)

    def _begin(self, number: str, stem: str = "", *, matrix: bool = False) -> None:
        self._started = True
        self._number, self._stem, self._matrix = number, stem, matrix

    def _numbered(self, numbered: tuple[str, str]) -> tuple[str, str, str | None, MetaRole | None]:
        number, text = numbered
        again = number == self._number
        role = meta_role(text)
        if role == "personal":
            self._begin(number, text)
            return text, number, None, "personal"
        repeated = self._repeats[number] > 1
        group = trailing_group(text)
        if group and not group[0] and (repeated or again):  # 17、(option)
            if not again:
                self._begin(number)
            return self._stem, number, group[1], None
        if group and group[0] and not again and 0 < self._tight[number] == self._repeats[number] - 1:
            self._begin(number, group[0])  # 16 stem(option 1)
            return group[0], number, group[1], None
        stem, dash, row = text.rpartition(_MATRIX_DASH)
        if dash and stem.strip(_MATRIX_DASH + " ") and row.strip():
            stem = stem.strip(_MATRIX_DASH + " ")
            if not again:
                self._begin(number, stem, matrix=True)
            return stem, number, row.strip(), None
        if repeated:  # 19、row
            if not again:
                self._begin(number)
            return "", number, text, None
        self._begin(number, text)
        return text, number, None, None

    def _weakly_numbered(self, text: str) -> tuple[str, str] | None:
        """``8您的年龄``: digits without a mark count only when they carry the numbering on."""
        found = _BARE_NUMBER.match(text)
        if not found or self._matrix:
            return None
        last = int(self._number) if self._number and self._number.isdigit() else 0
        if not last <= int(found[1]) <= last + 2:
            return None
        rest = found[2].strip()
        return (found[1], rest) if any("\u4e00" <= c <= "\u9fff" for c in rest[:2]) else None

    def _is_row_number(self, text: str) -> bool:
        """Inside a matrix a heading like "30 岁以下" is a row unless its number carries on."""
        found = leading_number(text)
        if not found or not found[0].isdigit() or not self._number or not self._number.isdigit():
            return False
        return not int(self._number) <= int(found[0]) <= int(self._number) + 5


DIALECT = Dialect("wenjuanxing", Label("Wenjuanxing", "问卷星"), score, headings, notation)
