"""What ``analyze`` says when it is done: who was kept, what came out, where it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

from survey_kit.chapter import SUFFIXES
from survey_kit.output import shown
from survey_kit.pipeline import words
from survey_kit.report.blocks import Estimate, Finding, Language, Report, Section
from survey_kit.report.format import number
from survey_kit.report.wording import Wording
from survey_kit.report.writers.text import flat, wrap

WIDTH = 80
MAIN_LINE = (
    "regression.main_line",
    "regression.main_line_not",
    "ipa.weak_firm",
    "change.main_line",
    "change.main_line_not",
    "change.changed",
    "change.none_changed",
    "change.none_tested",
)


def summary(report: Report, folder: Path, formats: Sequence[str]) -> str:
    """A dozen lines for the terminal, at most 80 cells wide."""
    language: Language = report.meta["language"]
    wording = Wording(words(), language)
    zh = language == "zh"
    lines = [*_who(report, zh=zh)]
    alphas = _alphas(report, wording, language)
    if alphas:
        lines += wrap(("克朗巴赫α：" if zh else "Alpha: ") + ("，" if zh else ", ").join(alphas), WIDTH)
    for line in _main_lines(report, wording):
        lines += wrap(line, WIDTH)
    return "\n".join(lines) + "\n" + written(report, folder, formats)


def written(report: Report, folder: Path, formats: Sequence[str]) -> str:
    """The line that says where the chapter is."""
    zh = report.meta["language"] == "zh"
    names = " ".join(f"report{SUFFIXES[name]}" for name in formats)
    text = ("结果在" if zh else "Written to ") + shown(folder) + (f"：{names}" if zh else f": {names}")
    return "\n".join(wrap(text, WIDTH)) + "\n"


def _who(report: Report, *, zh: bool) -> list[str]:
    meta = report.meta
    excluded = meta["collected"] - meta["n"]
    rate = 100 * meta["n"] / meta["collected"] if meta["collected"] else 0.0
    if zh:
        text = f"收集{meta['collected']}份，剔除{excluded}份，有效{meta['n']}份（{rate:.1f}%）"
    else:
        text = f"{meta['collected']} collected, {excluded} excluded, {meta['n']} valid ({rate:.1f}%)"
    return wrap(text, WIDTH)


def _alphas(report: Report, wording: Wording, language: Language) -> list[str]:
    for section in report.sections:
        if section.id == "reliability" and isinstance(section, Section):
            table = section.table("scales")
            at = [column.key for column in table.columns].index("alpha")
            return [
                f"{flat(wording.spans(row.cells[0]))} {number(_value(row.cells[at]), 'bounded', language)}"
                for row in table.rows
                if not row.head and _value(row.cells[at]) is not None
            ]
    return []


def _value(cell: object) -> float | None:
    if isinstance(cell, Estimate):
        return cell.value
    return cell if isinstance(cell, float) and not math.isnan(cell) else None


def _main_lines(report: Report, wording: Wording) -> list[str]:
    return [
        flat(wording.spans(block.say))
        for section in report.sections
        if isinstance(section, Section)
        for block in section.blocks
        if isinstance(block, Finding) and block.say.key in MAIN_LINE
    ]
