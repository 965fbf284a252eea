"""A questionnaire drafted from a response file alone.

A draft says what it guessed (``Questionnaire.remarks``) and guesses as little as possible: no item
is ever reversed, and no scale gets a role unless its name says motivation, satisfaction or
intention.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pandas as pd

from survey_kit.errors import ResponseError
from survey_kit.questionnaire.drafting import Names, draft_question, draft_scale
from survey_kit.questionnaire.grouping import FEW_PEOPLE, Group, group_items, is_background, stem_of
from survey_kit.questionnaire.headings import Heading
from survey_kit.questionnaire.model import Question, Questionnaire, Scale
from survey_kit.questionnaire.notation import Notation
from survey_kit.questionnaire.option_columns import option_blocks, ticked_columns
from survey_kit.questionnaire.option_questions import draft_block
from survey_kit.questionnaire.profile import Profile, profile
from survey_kit.questionnaire.wording import question_key, shown
from survey_kit.report.blocks import Label, Remark

MOST_COLUMNS = 1_000
"""Columns that are looked at; a file with more is hardly a questionnaire."""

MOST_ITEMS = 400

_GROUP = re.compile(r"^(?:group|groups|grp|组|组别|分组|小组|班级|班组)$")

ANY_PLATFORM = Notation(
    separators=("┋", ";", "；", "|", ",", "，", "、"),
    brackets=(("〖", "〗"),),
    routed=frozenset({"(跳过)"}),
    blank=frozenset({"(空)"}),
    routed_code=-3.0,
    blank_code=-2.0,
)
"""Marks of all platforms: without a questionnaire a mark must not become an option."""


def draft(
    headings: Sequence[Heading],
    sheet_cells: pd.DataFrame,
    labels: Mapping[int, Mapping[float, str]],
    title: str,
    *,
    notation: Notation = ANY_PLATFORM,
) -> Questionnaire:
    """Draft a questionnaire from the columns of a file.

    Columns on a common answer list (or range of small whole numbers) that share a prefix, stem or
    place become scales; columns of few categories become background questions; the rest becomes
    multiple response, ranking, number, date or text. Constant columns, ids and empty columns are
    left out and named.

    Parameters
    ----------
    headings, sheet_cells, labels
        Headings, raw cells and value labels (position -> {code: label}) of the file.
    title
        Title of the draft, usually the file's name.

    Raises
    ------
    ResponseError
        A column called "group" holds another value for everybody: an id is no group.
    """
    columns = [
        profile(h, sheet_cells.iloc[:, h.position], labels.get(h.position, {}), notation)
        for h in headings[:MOST_COLUMNS]
        if h.meta is None and h.raw.strip()
    ]
    told = _Told()
    if len(headings) > MOST_COLUMNS:
        told.cut(len(headings), MOST_COLUMNS)
    usable = [each for each in columns if _usable(each, told)]
    ticked = ticked_columns(usable)
    groups = _capped(group_items([c for c in usable if c not in ticked]), told)
    in_scales = {c.position for group in groups for c in group.columns}
    kept = {c.heading.raw for c in (*ticked, *(c for g in groups for c in g.columns))}
    told.constant = [name for name in told.constant if name not in kept]
    names = Names()
    scales = tuple(draft_scale(group, number, names) for number, group in enumerate(groups, start=1))
    background, questions = _questions(usable, in_scales, names, notation, told)
    return Questionnaire(
        id="draft",
        title=Label.of(shown(title, 120).strip() or "survey"),
        background=tuple(background),
        scales=scales,
        questions=tuple(questions),
        inferred=True,
        remarks=told.remarks(scales),
    )


class _Told:
    """What was guessed or left out."""

    def __init__(self) -> None:
        self.constant: list[str] = []
        self.empty: list[str] = []
        self.ids: list[str] = []
        self.crowded: list[str] = []
        self._cut: list[Remark] = []

    def cut(self, found: int, used: int) -> None:
        self._cut.append(
            Remark(
                Label(
                    f"The file has {found:,} columns; a draft looks at the first {used:,} only.",
                    f"文件共有{found:,}列，自动生成问卷时只考察前{used:,}列。",
                )
            )
        )

    def remarks(self, scales: tuple[Scale, ...]) -> tuple[Remark, ...]:
        kinds = (
            (self.empty, "have no answers and were left out", "没有任何作答，已略去"),
            (self.constant, "have the same value for everybody (no variance) and are not items", "所有人取值相同（没有变异），不作为题项"),
            (self.ids, "look like ids (another value for every respondent) and were left out", "每人取值各不相同，看来是编号，已略去"),
            (self.crowded, "have too many categories to be a group and were left out", "类别过多，不宜分组，已略去"),
        )  # fmt: skip
        found = [_drafted(scales), *self._cut]
        for names, en, zh in kinds:
            if names:
                found.append(
                    Remark(Label(f"Columns that {en}: {_few(names)}.", f"以下列{zh}：{_few(names, '、')}。"))
                )
        return tuple(found)


def _few(names: Sequence[str], comma: str = ", ") -> str:
    more = f" (+{len(names) - 8})" if len(names) > 8 else ""
    return comma.join(shown(name, 40) for name in names[:8]) + more


def _drafted(scales: tuple[Scale, ...]) -> Remark:
    if not scales:
        return Remark(
            Label(
                "The questionnaire was drafted from the file. No answer scale was found.",
                "问卷系根据文件自动生成的草稿。未发现量表。",
            )
        )
    en, zh = [], []
    for scale in scales[:6]:
        low = scale.items[0]
        worded = low.options[0].label.en if low.options else ""
        ends = f"{low.low:g}–{low.high:g}" + (f", {low.low:g} = {shown(worded, 30)}" if worded else "")
        en.append(
            f"{shown(scale.label.en, 40)} ({len(scale.items)} items, answers {ends}, role {scale.role})"
        )
        role = "结果变量" if scale.role == "outcome" else "未定"
        zh.append(f"{shown(scale.label.zh, 40)}（{len(scale.items)}题，取值{ends}，角色{role}）")
    more = len(scales) - 6
    return Remark(
        Label(
            "The questionnaire was drafted from the file: scales, answer ranges and roles are guesses, no item was "
            f"reversed. {'; '.join(en)}{f'; and {more} more' if more > 0 else ''}. Correct the draft and use it with -q.",
            "问卷系根据文件自动生成的草稿：量表划分、取值范围和角色均为推测，未对任何题项反向计分。"
            f"{'；'.join(zh)}{f'；等共{len(scales)}个量表' if more > 0 else ''}。请修改草稿后用-q指定。",
        )
    )


def _usable(column: Profile, told: _Told) -> bool:
    """Whether a column can be analysed at all; what cannot is noted."""
    name = column.heading.raw
    if not column.n:
        told.empty.append(name)
        return False
    if column.ticks and stem_of(column):  # an option that everybody (or nobody) chose
        return True
    if len(column.answers) == 1 and not column.many:
        told.constant.append(name)
        return (bool(column.texts) and not column.numbers) or column.n < FEW_PEOPLE
    values = int((column.counts > 0).sum())
    if values == column.n and column.n >= 10 and _like_ids(column):
        if _GROUP.match(question_key(column.heading.part or column.heading.stem or column.heading.name)):
            raise ResponseError(
                f"The group variable {shown(name, 40)} has {values} values for {column.n} respondents: an id cannot be used as "
                "a group. Put the name of a group into this column, or rename it.",
                f"分组变量{shown(name, 40)}在{column.n}名受访者中有{values}个不同取值：编号不能用作分组。请填入组名，或更改列名。",
            )
        told.ids.append(name)
        return False
    return True


def _like_ids(column: Profile) -> bool:
    """Whole numbers, or short codes without blanks that hold a digit, one for everybody."""
    texts = list(column.texts)
    if not all(number.is_integer() for number in column.numbers) or column.dates:
        return False
    if texts:
        return all(
            len(t) <= 40 and re.fullmatch(r"[A-Za-z0-9_\-]*\d[A-Za-z0-9_\-]*", t.strip()) for t in texts[:500]
        )
    numbers = column.numbers
    return bool(numbers) and (max(numbers) - min(numbers) == len(numbers) - 1 or max(numbers) >= 1000)


def _capped(groups: list[Group], told: _Told) -> list[Group]:
    kept, items = [], 0
    for group in groups:
        items += len(group.columns)
        if items > MOST_ITEMS:
            told.cut(sum(len(g.columns) for g in groups), MOST_ITEMS)
            room = MOST_ITEMS - (items - len(group.columns))
            if room > 1:
                kept.append(Group(group.name, group.columns[:room], group.answers, group.low, group.high))
            break
        kept.append(group)
    return kept


# -- everything that is no scale ----------------------------------------------------------------------


def _questions(
    columns: Sequence[Profile], in_scales: set[int], names: Names, notation: Notation, told: _Told
) -> tuple[list[Question], list[Question]]:
    background: list[Question] = []
    questions: list[Question] = []
    blocks = {block[0].position: block for block in option_blocks(columns)}
    in_blocks = {column.position for block in blocks.values() for column in block}
    constant = set(told.constant)
    for column in columns:
        if column.position in in_scales or (column.heading.raw in constant and not column.texts):
            continue
        if column.position in blocks:
            questions.append(draft_block(blocks[column.position], names))
        elif column.position not in in_blocks:
            question = draft_question(column, names, notation)
            if question is None:
                told.crowded.append(column.heading.raw)
            elif (
                question.kind in ("single", "number")
                and column.heading.raw not in constant
                and _about_person(column)
            ):
                background.append(question)
            else:
                questions.append(question)
    return background, questions


def _about_person(column: Profile) -> bool:
    """Whether a question goes into the background: not a bare number under a name like Q7."""
    coded = not column.texts and not column.labels
    return is_background(column) or not (coded and re.match(r"^[A-Za-z]{1,3}\d+", column.heading.name))
