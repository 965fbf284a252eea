"""Plain tables: one or more header rows, or variable names with labels (sav, dta, parquet)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from survey_kit.questionnaire.headings import Heading, MetaRole
from survey_kit.questionnaire.notation import Notation
from survey_kit.questionnaire.wording import clean, name_key, plain_digits, visible
from survey_kit.report.blocks import Label
from survey_kit.responses.dialects.columns import leading_number, meta_role, row_index, trailing_group
from survey_kit.responses.dialects.dialect import Dialect
from survey_kit.responses.model import Sheet
from survey_kit.responses.personal import mark_personal

_CODE_NAME = re.compile(
    r"^\s*(?:[Qq](?:uestion)?|第)?\s*(\d{1,3})\s*题?(?:[-_.](\d{1,3}|[A-Za-z]\w{0,20}))?\s*$"
)
_NAMED = re.compile(r"^\s*([A-Za-z]{1,12}_?\d{1,3})\s*[.、:：\s]\s*(\D.*)$", re.DOTALL)
_PART_TAIL = re.compile(r"^(.{4,}?)\s*[\[【](.+)[\]】]\s*$", re.DOTALL)


def headings(sheet: Sheet) -> tuple[Heading, ...]:
    """One heading a column. A header row above the last one is the question over its parts."""
    names = sheet.header[-1] if sheet.header else ()
    above = _spanned(sheet.header[-2]) if len(sheet.header) > 1 else ("",) * len(names)
    found = []
    for position, name in enumerate(names):
        heading = _heading(position, name, clean(above[position]), clean(sheet.texts.get(position, "")))
        if heading.meta is None and not heading.name and row_index(sheet.cells.iloc[:, position]):
            heading = Heading(position, name, "", None, None, "", "index")
        found.append(heading)
    return mark_personal(_with_options(found), sheet.cells)


def _with_options(found: list[Heading]) -> list[Heading]:
    """Labels such as ``stem(option)``: stem and part, where neighbours have the same stem."""
    groups = [trailing_group(h.stem) if h.part is None and h.meta is None else None for h in found]
    stems = Counter(group[0] for group in groups if group and group[0])
    return [
        replace(h, stem=group[0], part=group[1]) if group and stems[group[0]] > 1 else h
        for h, group in zip(found, groups, strict=True)
    ]


def score(sheet: Sheet) -> float:
    """A plain table is what remains when no platform is recognised."""
    return 0.1 if sheet.header else 0.05


def notation(_sheet: Sheet) -> Notation:
    """The usual separators."""
    return Notation()


def _heading(position: int, raw: str, above: str, label: str) -> Heading:
    name = clean(raw)
    meta: MetaRole | None = meta_role(name)
    if meta is None and label:
        meta = "personal" if meta_role(label) == "personal" else None
    if meta is not None:
        return Heading(position, raw, label or name, None, None, name, meta)
    number, stem, part = _taken_apart(name)
    if label:
        labelled_number, stem, part = _taken_apart(label)
        number = number or labelled_number
        stem = "" if name_key(stem) == name_key(name) else stem
    elif named := _NAMED.match(name):
        name, stem = named[1], named[2].strip()
    if above:
        return Heading(position, raw, above, number, part or stem or name, name)
    return Heading(position, raw, stem, number, part, name)


def _taken_apart(text: str) -> tuple[str | None, str, str | None]:
    """Number, stem and part of a heading; a bare code such as ``Q7`` has no stem."""
    if code := _CODE_NAME.match(plain_digits(visible(text)).strip()):
        return code[1], "", None
    text = plain_digits(text)
    numbered = leading_number(text)
    number, stem = numbered if numbered else (None, text)
    if found := _PART_TAIL.match(stem):
        return number, found[1].strip(), found[2].strip()
    if number and (group := trailing_group(stem)) and not group[0]:
        return number, "", group[1]
    return number, stem, None


def _spanned(row: tuple[str, ...]) -> tuple[str, ...]:
    """Texts of a header row with blanks filled from the left, as merged cells look."""
    filled, last = [], ""
    for text in row:
        last = text if text.strip() else last
        filled.append(last)
    return tuple(filled)


DIALECT = Dialect("plain", Label("plain table", "普通表格"), score, headings, notation)
