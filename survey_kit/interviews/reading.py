"""Tables of segments: xlsx or csv, one row a segment, with the codes of one or two coders."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from survey_kit.errors import ResponseError
from survey_kit.interviews.codebook import drafted_codebook
from survey_kit.interviews.model import Codebook, Interviews, Segment
from survey_kit.interviews.table import SEGMENTS_SHEET, columns
from survey_kit.questionnaire.cells import is_error, number_of, plain_text
from survey_kit.questionnaire.faults import nearest, quoted
from survey_kit.questionnaire.wording import answer_key, clean
from survey_kit.report.blocks import Label, Remark
from survey_kit.responses.files import read_sheet
from survey_kit.responses.journal import listed, rows_zh
from survey_kit.responses.model import Sheet, Source
from survey_kit.responses.personal import mask

SEPARATORS = re.compile(r"[;；|\n]")
NO_THEME = frozenset({"无", "没有", "无主题", "none", "no theme", "nothing", "-", "–", "—", "0"})
"""A coder's mark for: looked at, no theme in it. An empty cell means: not coded."""

SHOWN_CODES = 12

MOST_THEMES = 100
"""A codebook of more is none that people could have coded by, nor read in a table."""


@dataclass(frozen=True, slots=True)
class RawSegment:
    """A segment as it stands in the file: codes are words yet."""

    row: int
    respondent: int | str
    question: str
    text: str
    codes: tuple[tuple[str, ...] | None, ...]


@dataclass(frozen=True, slots=True)
class SegmentTable:
    """What a file of segments holds, before any codebook."""

    source: Source
    segments: tuple[RawSegment, ...]
    coders: int
    remarks: tuple[Remark, ...]

    @property
    def codes(self) -> dict[str, list[int]]:
        """Every code as written (the first spelling), and the rows where it occurs."""
        spelled: dict[str, str] = {}
        rows: dict[str, list[int]] = {}
        for segment in self.segments:
            for code in (code for given in segment.codes for code in given or ()):
                name = spelled.setdefault(answer_key(code), code)
                if segment.row not in rows.setdefault(name, []):
                    rows[name].append(segment.row)
        return rows


def read_segments(path: str | Path) -> SegmentTable:
    """Read a table of coded segments.

    Raises
    ------
    FileError, ResponseError
        The file cannot be read, lacks a column, or holds no segment.
    """
    sheet = read_sheet(path)
    if sheet.remarks and sheet.source.sheet in SEGMENTS_SHEET:
        # the other sheets of our own drafts are no choice that the reader has to be told of
        sheet = read_sheet(path, sheet=sheet.source.sheet)
    return segments_of(sheet)


def segments_of(sheet: Sheet, *, coded: bool = True) -> SegmentTable:
    """The segments of a sheet. Personal data in the texts is masked; without ``coded`` codes may be absent.

    Raises
    ------
    ResponseError
        A column is missing, or there is no segment.
    """
    try:
        found = columns(sheet.header[-1], coded=coded)
    except ResponseError as error:
        name = sheet.source.name
        raise ResponseError(f"{name}: {error.en}", f"{name}：{error.zh}") from error
    cells = {role: sheet.cells.iloc[:, place].tolist() for role, place in found.items()}
    coders = [cells[role] for role in ("coder_1", "coder_2") if role in cells]
    segments, nameless, empty = [], [], []
    for at, (person, text) in enumerate(zip(cells["respondent"], cells["text"], strict=True)):
        row = sheet.row_number(at)
        words, codes = _text(text), tuple(_codes(column[at]) for column in coders)
        if not words and not any(codes):
            if _text(person):
                empty.append(row)
            continue
        who = _respondent(person)
        if who is None:
            nameless.append(row)
            continue
        question = _text(cells["question"][at]) if "question" in cells else ""
        segments.append(RawSegment(row, who, question, mask(words), codes))
    joined, remarks = _joined(segments)
    if not joined:
        raise ResponseError(
            f"{sheet.source.name} holds no segment: give each row a respondent, a text and a code.",
            f"{sheet.source.name}中没有访谈片段：每行应有受访者、文本和编码。",
        )
    # a second column that is empty throughout is no coder
    second = any(len(segment.codes) > 1 and segment.codes[1] is not None for segment in joined)
    said = (*(each.about(sheet.source.name) for each in sheet.remarks), *_left_out(nameless, empty), *remarks)
    return SegmentTable(sheet.source, joined, 2 if second else 1, said)


def decode(table: SegmentTable, codebook: Codebook | None) -> Interviews:
    """The interviews, every code one of the codebook (by id, or label in either language).

    Without a codebook one is drafted from the codes that occur.

    Raises
    ------
    ResponseError
        Codes that the codebook does not know (all are listed with their rows), no code at all, or hundreds.
    """
    if not table.codes:
        raise ResponseError(
            f"{table.source.name}: no segment has a code. Fill the column coder 1 (and coder 2), several codes with ; between them.",
            f"{table.source.name}：没有任何片段被编码。请填写编码员1（及编码员2）一列，多个编码以；分隔。",
        )
    book = codebook or drafted_codebook(tuple(table.codes))
    if len(book.themes) > MOST_THEMES:
        raise _too_many(table, book)
    known = _lookup(book)
    unknown = {code: rows for code, rows in table.codes.items() if answer_key(code) not in known}
    if unknown:
        raise _unknown(table, unknown, book)
    segments = tuple(
        Segment(
            raw.row,
            raw.respondent,
            raw.question,
            raw.text,
            tuple(
                None if given is None else frozenset(known[answer_key(code)] for code in given)
                for given in raw.codes
            ),
        )
        for raw in table.segments
    )
    return Interviews(book, segments, table.coders)


def fits(table: SegmentTable, codebook: Codebook) -> bool:
    """Whether at least one code of the table is in the codebook."""
    known = _lookup(codebook)
    return any(answer_key(code) in known for code in table.codes)


def _lookup(codebook: Codebook) -> Mapping[str, str]:
    """Key of every id and label -> id; ids come first."""
    themes = codebook.themes
    names = [(theme.label.zh, theme.id) for theme in themes] + [
        (theme.label.en, theme.id) for theme in themes
    ]
    names += [(theme.id, theme.id) for theme in themes]
    return {answer_key(name): theme_id for name, theme_id in names}


def _text(value: object) -> str:
    return "" if _nothing(value) else clean(plain_text(value))


def _nothing(value: object) -> bool:
    return value is None or is_error(value) or (isinstance(value, float) and math.isnan(value))


def _respondent(value: object) -> int | str | None:
    number = number_of(value)
    if number is not None and float(number).is_integer() and abs(number) < 1e15:
        return int(number)
    return _text(value) or None


def _codes(value: object) -> tuple[str, ...] | None:
    """Codes of one cell; None for an empty cell, an empty tuple for the mark of no theme."""
    if _nothing(value):
        return None
    parts = [clean(part) for part in SEPARATORS.split(plain_text(value))]
    given = dict.fromkeys(part for part in parts if part)
    if not given:
        return None
    return tuple(part for part in given if part.casefold() not in NO_THEME)


def _joined(segments: Sequence[RawSegment]) -> tuple[tuple[RawSegment, ...], tuple[Remark, ...]]:
    """Each segment once: identical rows are dropped, codes on rows of their own are joined."""
    kept: dict[tuple[int | str, str, str], RawSegment] = {}
    repeated: list[str] = []
    merged: list[str] = []
    for segment in segments:
        key = (segment.respondent, segment.question, segment.text or f"row {segment.row}")
        earlier = kept.setdefault(key, segment)
        if earlier is segment:
            continue
        if earlier.codes == segment.codes:
            repeated.append(str(segment.row))
            continue
        merged.append(str(segment.row))
        codes = tuple(_union(a, b) for a, b in zip(earlier.codes, segment.codes, strict=True))
        kept[key] = replace(earlier, codes=codes)
    remarks = []
    if repeated:
        remarks.append(
            _warning(
                f"Interviews: rows that repeat an earlier one, counted once: {len(repeated)} (rows: {listed(repeated, ', ')}).",
                f"访谈：有{len(repeated)}行与前面的行完全重复，只计一次（{rows_zh(repeated)}）。",
            )
        )
    if merged:
        remarks.append(
            _warning(
                f"Interviews: rows with the text of an earlier one but other codes, joined with it: {len(merged)} "
                f"(rows: {listed(merged, ', ')}).",
                f"访谈：有{len(merged)}行与前面某行文本相同而编码不同，已合并为一个片段（{rows_zh(merged)}）。",
            )
        )
    return tuple(kept.values()), tuple(remarks)


def _union(first: tuple[str, ...] | None, second: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if first is None or second is None:
        return second if first is None else first
    return tuple(dict.fromkeys((*first, *second)))


def _left_out(nameless: Sequence[int], empty: Sequence[int]) -> tuple[Remark, ...]:
    remarks = []
    if nameless:
        rows = [str(row) for row in nameless]
        remarks.append(
            _warning(
                f"Interviews: rows without a respondent, left out: {len(rows)} (rows: {listed(rows, ', ')}).",
                f"访谈：有{len(rows)}行没有受访者，未纳入（{rows_zh(rows)}）。",
            )
        )
    if empty:
        rows = [str(row) for row in empty]
        remarks.append(
            _warning(
                f"Interviews: rows with neither text nor code, left out: {len(rows)} (rows: {listed(rows, ', ')}).",
                f"访谈：有{len(rows)}行既无文本也无编码，未纳入（{rows_zh(rows)}）。",
            )
        )
    return tuple(remarks)


def _unknown(table: SegmentTable, unknown: Mapping[str, Sequence[int]], book: Codebook) -> ResponseError:
    en, zh = [], []
    for code, at in list(unknown.items())[:SHOWN_CODES]:
        rows = [str(row) for row in at]
        en.append(f"{quoted(code)} (rows: {listed(rows, ', ')})")
        zh.append(f"{quoted(code)}（{rows_zh(rows)}）")
    more = len(unknown) - len(en)
    hint = nearest(next(iter(unknown)), book.ids) if len(unknown) == 1 else nearest("", book.ids)
    known = nearest("", book.ids)
    extra = f" {known.en}" if hint.en != known.en else ""
    extra_zh = known.zh if hint.zh != known.zh else ""
    return ResponseError(
        f"{table.source.name}: codes that the codebook does not know ({len(unknown)}): {'; '.join(en)}"
        f"{f' and {more} more' if more > 0 else ''}. {hint.en}{extra} Correct them, or add them to the codebook.",
        f"{table.source.name}：编码本中没有以下{len(unknown)}个编码：{'；'.join(zh)}"
        f"{f'，另有{more}个' if more > 0 else ''}。{hint.zh}{extra_zh}请更正，或补入编码本。",
    )


def _too_many(table: SegmentTable, book: Codebook) -> ResponseError:
    return ResponseError(
        f"{table.source.name}: {len(book.themes)} different codes; themes are read up to {MOST_THEMES}. Put codes that mean the same "
        "together, several in a cell with ; between them, and name the themes in a codebook.",
        f"{table.source.name}：共有{len(book.themes)}个不同编码，最多读取{MOST_THEMES}个主题。请合并含义相同的编码（同一单元格多个编码以；分隔），并在编码本中列出主题。",
    )


def _warning(en: str, zh: str) -> Remark:
    return Remark(Label(en, zh))
