"""Writing a draft of the coding: a workbook for two coders, and a codebook to be corrected."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from pathlib import Path

from survey_kit.interviews.candidates import Candidate
from survey_kit.interviews.codebook import UNDEFINED
from survey_kit.interviews.drafting import CodingDraft
from survey_kit.interviews.table import HEADS, SEGMENTS_SHEET
from survey_kit.output import building_file
from survey_kit.questionnaire.dump import quote
from survey_kit.report.blocks import Label, Language
from survey_kit.sheets import Cell, SheetOf, write_sheets

PROPOSAL = Label("proposal by program (not a code)", "程序建议（非正式编码）")
SHEETS = (Label(*SEGMENTS_SHEET), Label("proposals", "建议编码"), Label("how to", "说明"))
HEAD = (
    Label("proposed code", "建议编码"),
    Label("persons", "人数"),
    Label("occurrences", "次数"),
    Label("log-likelihood G² (pairs)", "对数似然比G²（词对）"),
)
CODEBOOK = """\
# A draft made from word frequencies: every theme below is a proposal. Merge, rename and delete; say in each
# definition what belongs to it, and name the scale that measures the same (factor = "…") where there is one.
# 根据词频自动生成的编码本草稿，以下主题均为建议。请合并、改名、删减，写明界定；如有对应量表，可补充factor = "…"。
"""

HOW_TO = (
    Label(
        "1. Both coders read every segment on their own and write codes of the codebook into their column, several with ; between them, “none” where no "
        "theme is in it. Empty means: not coded.",
        "1. 两名编码员各自独立阅读每个片段，在自己的列中填写编码本中的编码；多个编码以；分隔，没有主题填“无”。留空表示未编码。",
    ),
    Label(
        "2. The column of proposals is never analysed. It says which frequent words occur in the segment, not what it means.",
        "2. “程序建议”一列不参与分析，只表示该片段中出现了哪些高频词语，并不表示其含义。",
    ),
    Label(
        "3. Correct the codebook before coding: a theme is seldom one word.",
        "3. 编码之前应先修订编码本：一个主题很少等同于一个词。",
    ),
)


def write_draft(draft: CodingDraft, path: Path, language: Language) -> None:
    """A workbook: segments with empty columns for two coders, the proposals, and what to do.

    Raises
    ------
    UsageError
        Another suffix than xlsx.
    """
    zh = language == "zh"
    head = [*(HEADS[role][zh] for role in HEADS), PROPOSAL.text(language)]
    gap = "；" if zh else "; "
    rows: list[list[Cell]] = [
        [
            each.respondent,
            each.question.text(language),
            each.text,
            None,
            None,
            gap.join(candidate.name for candidate in each.proposed),
        ]
        for each in draft.segments
    ]
    proposals: list[list[Cell]] = [
        [each.name, each.persons, each.count, None if math.isnan(each.g2) else round(each.g2, 2)]
        for each in draft.candidates
    ]
    notes: list[list[Cell]] = [[note.text(language)] for note in (*HOW_TO, how_made(draft))]
    names = [name.text(language) for name in SHEETS]
    write_sheets(
        path,
        {
            names[0]: SheetOf([head, *rows], (10, 32, 70, 24, 24, 30)),
            names[1]: SheetOf([[each.text(language) for each in HEAD], *proposals], (24, 10, 12, 26)),
            names[2]: SheetOf([[SHEETS[2].text(language)], *notes], (110,)),
        },
    )


def write_codebook(draft: CodingDraft, path: Path) -> None:
    """A codebook of the proposals that ``read_codebook`` reads; one language, that of the answers."""
    lines = [CODEBOOK, 'id = "draft"', f"language = {quote(draft.language)}"]
    title = Label("Draft codebook: proposals from word frequencies", "编码本草稿：由词频得出的建议")
    lines.append(f"title = {quote(title.text(draft.language))}")
    for number, (name, candidate) in enumerate(
        zip(theme_ids(draft.candidates), draft.candidates, strict=True), start=1
    ):
        meant = Label(
            f"Proposal {number}: the answers of {candidate.persons} persons contain these words. {UNDEFINED[0]}",
            f"建议{number}：有{candidate.persons}人的回答含有该词语。{UNDEFINED[1]}",
        )
        lines += [
            "",
            "[[theme]]",
            f"id = {quote(name)}",
            f"label = {quote(candidate.name)}",
            f"definition = {quote(meant.text(draft.language))}",
        ]
    with building_file(path) as target:
        target.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def theme_ids(proposed: Sequence[Candidate]) -> tuple[str, ...]:
    """An id that a codebook takes, and no other candidate has."""
    found: dict[str, None] = {}
    for candidate in proposed:
        name = re.sub(
            r"[^\w\-]+", "_", "_".join(candidate.words) if " " in candidate.name else candidate.name
        )
        name = name.strip("_-")[:60] or "code"
        unique, number = name, 2
        while unique in found:
            unique, number = f"{name}_{number}", number + 1
        found[unique] = None
    return tuple(found)


def how_made(draft: CodingDraft) -> Label:
    """How the proposals came about, for the methods section of whoever uses them."""
    chinese = draft.segmenter or ("" if draft.language == "en" else "character sequences")
    chinese_zh = draft.segmenter or ("" if draft.language == "en" else "连续字串")
    return Label(
        f"4. Made by survey-kit from {len(draft.segments)} segments of {draft.people} persons: words and pairs of neighbouring words used by at least "
        f"{draft.fewest} persons; a pair counts when Dunning’s (1993) log-likelihood ratio exceeds 10.83."
        + (f" Chinese words by {chinese}." if chinese else ""),
        f"4. 由survey-kit根据{draft.people}人的{len(draft.segments)}个片段生成：取至少{draft.fewest}人使用的词语及相邻词对；词对须满足Dunning（1993）对数似然比大于10.83。"
        + (f"中文分词：{chinese_zh}。" if chinese_zh else ""),
    )
