"""What happened to cells while they were understood: the log, and one remark a kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from survey_kit.errors import ResponseError
from survey_kit.questionnaire.wording import shown
from survey_kit.report.blocks import Label, Remark
from survey_kit.responses.model import Change, ChangeReason, Sheet
from survey_kit.responses.personal import mask

MOST_LOGGED = 10_000
"""Entries of one column and reason in the log; the remarks count all."""

_LISTED = 6

_SENTENCES: dict[ChangeReason, tuple[str, str]] = {
    "unknown": (
        "Answers in {columns} that are none of the options, counted as missing: {n} – {values} (rows: {rows}).",
        "{columns}中有{n}个答案不在选项之列，按缺失处理：{values}（{rows}）。",
    ),
    "out_of_range": (
        "Answers in {columns} outside the declared range, counted as missing: {n} – {values} (rows: {rows}).",
        "{columns}中有{n}个答案超出规定取值范围，按缺失处理：{values}（{rows}）。",
    ),
    "not_whole": (
        "Non-integer answers in {columns}, where only whole numbers can be answered, counted as missing: {n} – "
        "{values} (rows: {rows}).",
        "{columns}只能取整数，其中{n}个非整数答案按缺失处理：{values}（{rows}）。",
    ),
    "not_a_number": (
        "Cells in {columns} that are not numbers, counted as missing: {n} – {values} (rows: {rows}).",
        "{columns}中有{n}个单元格不是数字，按缺失处理：{values}（{rows}）。",
    ),
    "file_error": (
        "Error cells in {columns}, counted as missing: {n} – {values} (rows: {rows}).",
        "{columns}中有{n}个错误值单元格，按缺失处理：{values}（{rows}）。",
    ),
    "normalised": (
        "Answers in {columns} that were read although written a little differently: {n} – {values} (rows: {rows}).",
        "{columns}中有{n}个答案书写略有差异，已归入相应答案：{values}（{rows}）。",
    ),
}


@dataclass(slots=True)
class _Tally:
    """All changes of one reason."""

    n: int = 0
    columns: Counter[str] = field(default_factory=Counter)
    values: dict[str, None] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Journal:
    """Collects while a sheet is decoded; `log` and `remarks` are what is kept."""

    sheet: Sheet
    log: list[Change] = field(default_factory=list)
    said: list[Remark] = field(default_factory=list)
    _joined: dict[str, list[tuple[Label, int, tuple[str, ...]]]] = field(default_factory=dict)
    _tallies: dict[ChangeReason, _Tally] = field(default_factory=lambda: defaultdict(_Tally))
    _dates: dict[str, list[int]] = field(default_factory=dict)
    _infinite: dict[str, list[int]] = field(default_factory=dict)

    def record(
        self, column: str, reason: ChangeReason, rows: np.ndarray, values: Sequence[object], index: np.ndarray
    ) -> None:
        """Note that cells of ``column`` were changed or refused.

        Parameters
        ----------
        rows : positions of the cells' rows, ascending.
        values, index : the distinct values of the column and, per row of the sheet, which one it has.
        """
        if not len(rows):
            return
        if reason == "normalised" and column in self._joined:  # said by `join`, in full
            self.enter(column, reason, rows, values, index)
            return
        tally = self._tallies[reason]
        tally.n += len(rows)
        tally.columns[column] += len(rows)
        texts = self.enter(column, reason, rows, values, index)
        for text in list(texts.values())[:_LISTED]:
            tally.values.setdefault(text)
        tally.rows += [self.sheet.row_number(int(row)) for row in rows[:_LISTED]]

    def enter(
        self, column: str, reason: ChangeReason, rows: np.ndarray, values: Sequence[object], index: np.ndarray
    ) -> dict[int, str]:
        """Note changes in the log alone; returns the texts of the distinct values."""
        texts: dict[int, str] = {}
        for row in rows[:MOST_LOGGED]:
            which = int(index[row])
            if which not in texts:
                texts[which] = shown(mask(str(values[which])[:500]))
            self.log.append(Change(self.sheet.row_number(int(row)), column, texts[which], reason))
        return texts

    def join(self, column: str, spellings: list[tuple[Label, int, tuple[str, ...]]]) -> None:
        """Note options of ``column`` that were spelled in several ways: label, count, spellings."""
        if spellings:
            self._joined[column] = spellings

    def refuse_dates(self, column: str, rows: np.ndarray) -> None:
        """Dates where an answer should be: they end the run when all columns have been read."""
        self._dates[column] = [self.sheet.row_number(int(row)) for row in rows]

    def refuse_infinite(self, column: str, rows: np.ndarray) -> None:
        """Infinite numbers: they end the run when all columns have been read."""
        self._infinite[column] = [self.sheet.row_number(int(row)) for row in rows]

    def say(self, en: str, zh: str, *, note: bool = False) -> None:
        self.said.append(Remark(Label(en, zh), "note" if note else "warning"))

    def raise_refusals(self) -> None:
        """End the run if something was found that no number may be computed from.

        Raises
        ------
        ResponseError
            Dates in an answer column, or infinite values; columns and rows are named.
        """
        if self._dates:
            en, zh = _where(self._dates, "dates", "个日期")
            raise ResponseError(
                f"{en}: a spreadsheet program turned answers such as 1-5 into dates. Correct these cells in the "
                "original (format the column as text before typing or pasting) and export again.",
                f"{zh}：电子表格软件把“1-5”之类的答案变成了日期。请在原始文件中改正这些单元格（先将列设为文本格式），再重新导出。",
            )
        if self._infinite:
            en, zh = _where(self._infinite, "infinite values", "个无穷大数值")
            raise ResponseError(
                f"{en}. Correct or empty these cells.",
                f"{zh}。请改正或清空这些单元格。",
            )

    def remarks(self) -> tuple[Remark, ...]:
        """One remark a kind of change, with counts and first rows; then what was said in passing."""
        order: tuple[ChangeReason, ...] = (
            "file_error",
            "out_of_range",
            "not_whole",
            "not_a_number",
            "unknown",
            "normalised",
        )
        found = []
        for reason in order:
            tally = self._tallies.get(reason)
            if tally is None:
                continue
            en, zh = _SENTENCES[reason]
            rows = sorted(set(tally.rows))[:_LISTED]
            more = len(tally.values) > _LISTED
            values = [f'"{text}"' for text in list(tally.values)[:_LISTED]] + (["…"] if more else [])
            dots = ", …" if tally.n > len(rows) else ""
            found.append(
                Remark(
                    Label(
                        en.format(
                            n=tally.n,
                            columns=listed(list(tally.columns), ", "),
                            values=", ".join(values),
                            rows=", ".join(map(str, rows)) + dots,
                        ),
                        zh.format(
                            n=tally.n,
                            columns=listed(list(tally.columns), "、"),
                            values="、".join(values),
                            rows=f"第{'、'.join(map(str, rows))}行" + ("等" if dots else ""),
                        ),
                    ),
                    "warning",
                )
            )
        return (*found, *self._joined_remark(), *self.said)

    def _joined_remark(self) -> tuple[Remark, ...]:
        if not self._joined:
            return ()
        en, zh = [], []
        for column, spellings in list(self._joined.items())[:_LISTED]:
            for label, n, texts in spellings[:_LISTED]:
                variants = ", ".join(f'"{shown(text, 30)}"' for text in texts[:_LISTED])
                en.append(f"{column}: {shown(label.en, 30)} ({n}) ← {variants}")
                zh.append(f"{column}：{shown(label.zh, 30)}（{n}）← {variants}")
        more = len(self._joined) - _LISTED
        more_en = f"; and {more} more columns" if more > 0 else ""
        more_zh = f"；另有{more}列" if more > 0 else ""
        return (
            Remark(
                Label(
                    "Labels that differ only in blanks, case, width or punctuation were joined: "
                    f"{'; '.join(en)}{more_en}.",
                    f"仅空格、大小写、全半角或标点不同的选项文字已合并：{'；'.join(zh)}{more_zh}。",
                )
            ),
        )


def listed(names: Sequence[str], comma: str, most: int = _LISTED) -> str:
    """Names in a row, the rest counted; ``comma`` "、" makes a Chinese list of it."""
    text = comma.join(names[:most])
    if len(names) <= most:
        return text
    return f"{text}等共{len(names)}个" if comma == "、" else f"{text} and {len(names) - most} more"


def rows_zh(numbers: Sequence[str], most: int = _LISTED) -> str:
    """Row numbers as a Chinese list: 第2、3行; 第2、3、…行等 where there are more."""
    return f"第{'、'.join(numbers[:most])}行" + ("等" if len(numbers) > most else "")


def _where(rows: dict[str, list[int]], what: str, what_zh: str) -> tuple[str, str]:
    parts, parts_zh = [], []
    for column, numbers in list(rows.items())[:5]:
        first = ", ".join(map(str, numbers[:10])) + (", …" if len(numbers) > 10 else "")
        singular = what[:-1] if len(numbers) == 1 else what
        parts.append(f"{column} has {len(numbers)} {singular} (rows: {first})")
        parts_zh.append(f"“{column}”有{len(numbers)}{what_zh}（{rows_zh([str(n) for n in numbers], 10)}）")
    return "; ".join(parts), "；".join(parts_zh)
