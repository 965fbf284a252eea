"""Checks of the whole sheet before any cell is understood: names, shape, ids, weights."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence, Set

import numpy as np
import pandas as pd

from survey_kit.errors import ResponseError
from survey_kit.questionnaire.cells import distinct, number_of, plain_text
from survey_kit.questionnaire.headings import Heading
from survey_kit.questionnaire.wording import name_key, question_key, shown
from survey_kit.responses.journal import Journal, listed, rows_zh
from survey_kit.responses.model import Sheet

_MOST_COLUMNS_LONG = 8
"""A file in long format has few columns."""

_HEAVIEST_WEIGHT = 20.0
"""A column called "weight" with a median above this is kilograms, not a survey weight."""


def check_shape(
    sheet: Sheet, headings: Sequence[Heading], answered: set[int], journal: Journal, *, surveys: Set[int]
) -> None:
    """Refuse what cannot be one row a respondent; say what looks odd.

    ``answered`` are the columns that the questionnaire uses.

    Raises
    ------
    ResponseError
        No respondents, duplicate column names, long format, or weights that are negative or missing.
    """
    if not len(sheet.cells):
        names = listed([shown(h.raw, 40) for h in headings], ", ", 10) or "–"
        raise ResponseError(
            f"The file has a header but no respondents (0 rows). Columns seen: {names}.",
            f"文件只有表头，没有答卷（0行）。读到的列：{names}。",
        )
    refuse_duplicate_names(headings)
    _refuse_long_format(sheet, headings, surveys)
    _check_weights(sheet, headings, answered, journal)
    _say_similar_names(headings, journal)
    _say_empty_names(sheet, headings, journal)
    indexes = [h for h in headings if h.meta == "index" and h.position not in answered]
    if indexes:
        names = ", ".join(_name(h) for h in indexes)
        journal.say(
            f"{names} looks like a row index: left out of the scales.",
            f"{names}看来是行号，未计入量表。",
            note=True,
        )


def _name(heading: Heading) -> str:
    return shown(heading.raw, 60).strip() or f"#{heading.position + 1}"


def refuse_duplicate_names(headings: Sequence[Heading]) -> None:
    """Refuse columns that cannot be told apart.

    Raises
    ------
    ResponseError
        Two columns of the same name (and, on platforms that repeat row texts, of the same question).
    """
    seen: dict[tuple[str, str, str | None, str | None], list[int]] = defaultdict(list)
    for h in headings:
        if h.raw.strip() and h.meta in (None, "respondent", "weight"):
            seen[(h.raw, h.stem, h.part, h.number)].append(h.position + 1)
    twice = [(key[0], places) for key, places in seen.items() if len(places) > 1]
    if twice:
        en = "; ".join(f'"{shown(n, 40)}" (columns {", ".join(map(str, p))})' for n, p in twice[:5])
        zh = "；".join(f"“{shown(n, 40)}”（第{'、'.join(map(str, p))}列）" for n, p in twice[:5])
        raise ResponseError(
            f"Duplicate column names: {en}. It cannot be known which one is meant: rename or delete the others.",
            f"列名重复：{zh}。无法判断以哪一列为准，请改名或删除多余的列。",
        )


def _say_similar_names(headings: Sequence[Heading], journal: Journal) -> None:
    seen: dict[str, dict[str, None]] = defaultdict(dict)
    for h in headings:
        if h.raw.strip():
            seen[name_key(h.raw)][h.raw] = None
    alike = [list(names) for names in seen.values() if len(names) > 1]
    for names in alike[:5]:
        spelled = [_spelled_out(name) for name in names]
        quoted = ", ".join(f'"{name}"' for name in spelled)
        quoted_zh = "、".join(f"“{name}”" for name in spelled)
        journal.say(
            f"Column names that differ only in case, blanks or invisible characters: {quoted}. "
            "They were kept as different columns.",
            f"下列列名仅大小写、空格或不可见字符不同：{quoted_zh}。已作为不同的列处理。",
        )


def _spelled_out(name: str) -> str:
    """The name with its invisible characters spelled out, so that the difference can be seen."""
    return "".join(
        f"<U+{ord(c):04X}>" if unicodedata.category(c)[0] == "C" or (c.isspace() and c != " ") else c
        for c in name[:60]
    )


def _say_empty_names(sheet: Sheet, headings: Sequence[Heading], journal: Journal) -> None:
    nameless = [h for h in headings if not h.raw.strip() and h.meta is None]
    if not nameless:
        return
    filled = sheet.cells.notna().any(axis=0).to_numpy()
    empty = [h.position + 1 for h in nameless if not filled[h.position]]
    while empty and empty[-1] == len(headings):  # a comma at the end of every line
        empty.pop()
    held = [h.position + 1 for h in nameless if filled[h.position]]
    if empty:
        numbers = listed([str(n) for n in empty], ", ")
        journal.say(
            f"Columns {numbers} have no name and no data: dropped.",
            f"第{numbers}列没有列名也没有数据，已略去。",
            note=True,
        )
    if held:
        numbers = listed([str(n) for n in held], ", ")
        journal.say(
            f"Columns {numbers} have data but no name: not used. Give them a name.",
            f"第{numbers}列有数据但没有列名，未使用。请补上列名。",
        )


def _refuse_long_format(sheet: Sheet, headings: Sequence[Heading], surveys: Set[int]) -> None:
    """Refuse one row an answer: ids that repeat, crossed with a column that names the item.

    A column of ``surveys`` says to which of two surveys a row belongs: there ids repeat rightly.
    """
    cells = sheet.cells
    if not 3 <= cells.shape[1] <= _MOST_COLUMNS_LONG or len(cells) < 4:
        return
    columns = {h.position: distinct(cells.iloc[:, h.position]).index for h in headings}
    ids = [h.position for h in headings if h.meta == "respondent"] or [headings[0].position]
    for who in ids:
        people = columns[who]
        if (people < 0).any():
            continue
        counts = np.bincount(people)
        times = int(counts[0])
        if times < 2 or len(counts) < 2 or (counts != times).any():
            continue
        for what, index in columns.items():
            if what == who or what in surveys or (index < 0).any() or index.max() + 1 != times:
                continue
            pairs = people.astype(np.int64) * times + index
            if len(np.unique(pairs)) != len(pairs):
                continue
            varying = [
                p
                for p, other in columns.items()
                if p not in (who, what) and not _constant_within(people, other)
            ]
            if len(varying) <= 2:
                _refuse_long(headings, who, what, times)


def _constant_within(people: np.ndarray, values: np.ndarray) -> bool:
    pairs = pd.DataFrame({"who": people, "what": values}).drop_duplicates()
    return len(pairs) == int(people.max()) + 1


def _refuse_long(headings: Sequence[Heading], who: int, what: int, times: int) -> None:
    person, item = _name(headings[who]), _name(headings[what])
    others = [_name(h) for h in headings if h.position not in (who, what)]
    value = others[-1] if others else "–"
    raise ResponseError(
        f'The file looks like long format, one answer a row: every value of "{person}" occurs {times} times, '
        f'once for each "{item}". One row a respondent is needed. Reshape it: in Excel a pivot table with '
        f'"{person}" as rows, "{item}" as columns and "{value}" as values; in pandas '
        f'df.pivot(index="{person}", columns="{item}", values="{value}"); in SPSS Data > Restructure > cases to variables.',
        f"文件看来是长格式（每行一个答案）：“{person}”的每个值出现{times}次，与“{item}”逐一对应。"
        f"本程序要求每行一名受访者，请先转换：Excel中用数据透视表（行为“{person}”，列为“{item}”，值为“{value}”）；"
        f"SPSS中用“数据 > 重构 > 将个案重构为变量”。",
    )


def _check_weights(sheet: Sheet, headings: Sequence[Heading], answered: set[int], journal: Journal) -> None:
    for h in headings:
        if h.meta != "weight" or h.position in answered:
            continue
        reduced = distinct(sheet.cells.iloc[:, h.position])
        numbers = [number_of(value) for value in reduced.values]
        known = [n for n in numbers if n is not None]
        if 2 * len(known) <= len(numbers) or not known:
            continue
        weights = reduced.spread(np.array([np.nan if n is None else n for n in numbers]))
        if np.nanmedian(weights) > _HEAVIEST_WEIGHT:
            continue
        faults = (
            (np.flatnonzero(weights < 0), "negative", "为负"),
            (np.flatnonzero(~np.isfinite(weights)), "missing", "缺失"),
        )
        faulty = [
            ([str(sheet.row_number(int(row))) for row in rows], en, zh)
            for rows, en, zh in faults
            if len(rows)
        ]
        if faulty:
            raise ResponseError(
                f"Weights in {_name(h)} cannot be used: "
                + ", ".join(f"{en} in row {listed(rows, ', ', 10)}" for rows, en, _ in faulty)
                + ". Correct them, or delete or rename the column.",
                f"权重列{_name(h)}无法使用："
                + "，".join(f"{rows_zh(rows, 10)}{zh}" for rows, _, zh in faulty)
                + "。请改正，或删除、改名该列。",
            )
        journal.say(
            f"The weights in {_name(h)} are not used: all results are unweighted.",
            f"未使用权重列{_name(h)}：所有结果均未加权。",
        )


# -- respondent numbers -----------------------------------------------------------------------------


_LARGEST_NUMBER = 10**9
"""Longer ids may be identity or phone numbers and are not shown as respondent numbers."""


def respondent_index(
    sheet: Sheet, headings: Sequence[Heading], journal: Journal
) -> tuple[pd.Index, np.ndarray | None]:
    """Numbers of the respondents, and which rows repeat an earlier row's id.

    The platform's id where it is unique and whole (text with leading zeros stays text), else 1..n
    in file order. Ids that lost digits in a spreadsheet are worth nothing and are not compared.
    """
    n = len(sheet.cells)
    counted = pd.Index(range(1, n + 1))
    column = next((h for h in headings if h.meta == "respondent"), None)
    if column is None:
        return counted, None
    reduced = distinct(sheet.cells.iloc[:, column.position])
    texts = [plain_text(value).strip() for value in reduced.values]
    if _lost_digits(reduced.values, texts):
        journal.say(
            f"The ids in {_name(column)} have lost digits (a spreadsheet keeps 15): they were not used, and "
            "second submissions cannot be told by them.",
            f"{_name(column)}列的编号已丢失末位数字（电子表格只保留15位有效数字），未使用，也无法据此识别重复提交。",
        )
        return counted, None
    index = reduced.index
    repeated = pd.Series(index).duplicated().to_numpy() & (index >= 0)
    if repeated.any() or (index < 0).any() or not texts:
        return counted, repeated if repeated.any() else None
    if not all(t.isascii() and t.isdigit() and len(t) < 10 and int(t) < _LARGEST_NUMBER for t in texts):
        return counted, None
    if any(t != str(int(t)) for t in texts):
        return pd.Index([texts[i] for i in index], dtype=object), None
    return pd.Index([int(texts[i]) for i in index]), None


def _lost_digits(values: tuple[object, ...], texts: list[str]) -> bool:
    huge = any(isinstance(value, float) and abs(value) >= 2**53 for value in values)
    return huge or any("E+" in text.upper() and question_key(text)[:1].isdigit() for text in texts)
