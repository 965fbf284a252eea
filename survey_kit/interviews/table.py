"""The columns of a table of segments, by the names that people give them in either language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias

from survey_kit.errors import ResponseError
from survey_kit.questionnaire.faults import quoted

Role: TypeAlias = Literal["respondent", "question", "text", "coder_1", "coder_2"]

HEADS: Mapping[Role, tuple[str, str]] = {
    "respondent": ("respondent", "受访者"),
    "question": ("question", "问题"),
    "text": ("text", "文本"),
    "coder_1": ("coder 1", "编码员1"),
    "coder_2": ("coder 2", "编码员2"),
}
"""What the columns are called in the tables that we write."""

SEGMENTS_SHEET = ("segments", "片段")
"""The sheet of the segments in the workbooks that we write."""

_PEOPLE = ("coder", "rater", "code", "codes", "编码员", "编码者", "编码人", "编码", "代码", "评定者")
_FIRST = ("1", "a", "i", "one", "一", "甲")
_SECOND = ("2", "b", "ii", "two", "二", "乙")

_NAMES: Mapping[Role, tuple[str, ...]] = {
    "respondent": (
        "respondent", "respondentid", "respondentno", "respondentnumber", "id", "no", "number", "interview", "interviewid", "interviewee",
        "participant", "participantid", "case", "caseid", "person", "受访者", "受访者编号", "受访者序号", "受访人", "受访人编号", "被访者", "被访者编号",
        "被访人", "访谈对象", "访谈对象编号", "访谈编号", "编号", "序号", "答卷编号", "答卷序号",
    ),
    "question": ("question", "questions", "topic", "prompt", "问题", "访谈问题", "提问", "题目", "访谈题目"),
    "text": (
        "text", "segment", "quote", "quotation", "answer", "statement", "passage", "excerpt", "content", "文本", "片段", "文本片段", "原文", "内容",
        "访谈内容", "访谈文本", "原始语句", "语句", "回答", "语段",
    ),
    "coder_1": (
        *_PEOPLE[:1], "code", "codes", "theme", "themes", "编码", "编码员", "主题", *(p + m for p in _PEOPLE for m in _FIRST),
        *(m + p for p in _PEOPLE for m in ("first", "第一")),
    ),
    "coder_2": (
        *(p + m for p in _PEOPLE for m in _SECOND), *(m + p for p in _PEOPLE for m in ("second", "第二")),
    ),
}  # fmt: skip


def holds_texts(header: Sequence[str]) -> bool:
    """Whether these are the heads of a table of interviews: a respondent and a text.

    Examples
    --------
    >>> holds_texts(["受访者", "文本"]), holds_texts(["序号", "性别", "工作"])
    (True, False)
    """
    keys = {_key(name) for name in header}
    return bool(keys & set(_NAMES["respondent"])) and bool(keys & set(_NAMES["text"]))


def columns(header: Sequence[str], *, coded: bool = True) -> dict[Role, int]:
    """The place of each column; question and second coder may be absent, and the first one unless ``coded``.

    Raises
    ------
    ResponseError
        A column that is needed is missing, or two columns claim to be the same.

    Examples
    --------
    >>> columns(["受访者编号", "文本", "编码员1", "Coder 2"])
    {'respondent': 0, 'text': 1, 'coder_1': 2, 'coder_2': 3}
    """
    keys = [_key(name) for name in header]
    found: dict[Role, int] = {}
    for role, names in _NAMES.items():
        places = [at for at, key in enumerate(keys) if key in names]
        # an exact head ("respondent") before a looser one ("id") when both are there
        places = sorted(places, key=lambda at: names.index(keys[at]))
        if len(places) > 1 and keys[places[0]] == keys[places[1]]:
            name = quoted(header[places[0]])
            raise ResponseError(
                f"The interview table has two columns {name}. Keep one.",
                f"访谈表中有两列{name}，请只保留一列。",
            )
        if places:
            found[role] = places[0]
    needed: tuple[Role, ...] = ("respondent", "text", "coder_1") if coded else ("respondent", "text")
    missing = [role for role in needed if role not in found]
    if missing:
        shown = ", ".join(quoted(name) for name in header[:12])
        en = ", ".join(HEADS[role][0] for role in missing)
        zh = "、".join(HEADS[role][1] for role in missing)
        raise ResponseError(
            f"The interview table lacks these columns: {en}. Its columns are {shown}. A table of segments has the columns "
            "respondent, question, text, coder 1, coder 2.",
            f"访谈表缺少以下列：{zh}。现有列：{shown}。片段表应包含受访者、问题、文本、编码员1、编码员2各列。",
        )
    return dict(sorted(found.items(), key=lambda pair: pair[1]))


_OF_CODER = re.compile(r"(?<=[12一二甲乙])的?(?:codes?|编码)$")
"""The end of "coder 1's code"."""


def _key(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold()
    folded = folded.replace("'s", "").replace("’s", "")
    return _OF_CODER.sub("", "".join(c for c in folded if c.isalnum()))
