"""What ``survey-kit check`` says about the answers, as data: one finding a line."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from survey_kit.questionnaire.model import Questionnaire
from survey_kit.report.blocks import Label, Language
from survey_kit.responses.journal import listed, rows_zh
from survey_kit.responses.model import ChangeReason, Responses

CHANGES: dict[ChangeReason, tuple[str, str]] = {
    "unknown": ("none of the options", "不在选项之列"),
    "out_of_range": ("out of range", "超出取值范围"),
    "not_whole": ("not a whole number", "不是整数"),
    "not_a_number": ("not a number", "不是数字"),
    "file_error": ("error cell", "错误值"),
    "normalised": ("spelled a little differently", "书写略有差异"),
}
"""How the reasons of a change are called."""


@dataclass(frozen=True, slots=True)
class QualityFinding:
    """One fact about the answers.

    ``kind`` is a reason of a change, or ``unanswered``, ``routed``, ``withheld``,
    ``unmatched``. ``rows`` are rows of the file.
    """

    kind: str
    label: Label
    column: str | None = None
    count: int = 0
    rows: tuple[int | str, ...] = ()

    def text(self, language: Language) -> str:
        """The finding worded."""
        return self.label.text(language)


def findings(responses: Responses, questionnaire: Questionnaire) -> tuple[QualityFinding, ...]:
    """Changes by reason and column, gaps an item, columns kept out or not understood."""
    return (
        *_changes(responses),
        *_gaps(responses, questionnaire),
        *_columns(responses),
    )


def _changes(responses: Responses) -> list[QualityFinding]:
    rows: dict[tuple[ChangeReason, str], list[int | str]] = defaultdict(list)
    for change in responses.log:
        rows[(change.reason, change.column)].append(change.row)
    found = []
    for (reason, column), numbers in rows.items():
        en, zh = CHANGES[reason]
        texts = [str(number) for number in numbers]
        label = Label(
            f"{column}: {len(numbers)} × {en} (rows: {listed(texts, ', ')}).",
            f"{column}：{zh}{len(numbers)}处（{rows_zh(texts)}）。",
        )
        found.append(QualityFinding(reason, label, column, len(numbers), tuple(numbers)))
    return found


def _gaps(responses: Responses, questionnaire: Questionnaire) -> list[QualityFinding]:
    found = []
    asked = [item.id for item in questionnaire.items]
    asked += [question.id for question in questionnaire.asked if question.kind != "text"]
    for name in asked:
        if name not in responses.frame.columns:
            continue
        past = responses.routed.get(name, np.zeros(responses.n, dtype=bool))
        gaps = int((responses.frame[name].isna().to_numpy() & ~past).sum())
        if gaps:
            share = 100 * gaps / max(responses.n - int(past.sum()), 1)
            label = Label(
                f"{name}: {gaps} without an answer ({share:.1f}%).", f"{name}：缺失{gaps}人（{share:.1f}%）。"
            )
            found.append(QualityFinding("unanswered", label, name, gaps))
        if past.any():
            label = Label(
                f"{name}: {int(past.sum())} routed past the question.",
                f"{name}：{int(past.sum())}人按跳转跳过。",
            )
            found.append(QualityFinding("routed", label, name, int(past.sum())))
    return found


def _columns(responses: Responses) -> list[QualityFinding]:
    found = []
    if names := responses.withheld:
        label = Label(
            f"Personal data, kept out of everything: {listed(names, ', ')}.",
            f"含个人信息、一律不予使用的列：{listed(names, '、')}。",
        )
        found.append(QualityFinding("withheld", label, None, len(names)))
    if names := responses.unmatched:
        label = Label(
            f"Columns that answer no question: {listed(names, ', ')}.",
            f"与任何题目都不对应的列：{listed(names, '、')}。",
        )
        found.append(QualityFinding("unmatched", label, None, len(names)))
    return found
