"""Columns that are not answers: how their headings read, whatever the platform."""

from __future__ import annotations

import re

import pandas as pd

from survey_kit.questionnaire.headings import Heading, MetaRole
from survey_kit.questionnaire.wording import plain_digits, question_key
from survey_kit.responses.personal import is_personal

_META_NAMES: dict[MetaRole, str] = {
    "respondent": "序号 编号 答卷编号 答卷序号 答卷id 用户id 被试编号 样本编号 问卷编号 id responseid respondentid respondent"
    " recordid submissionid uuid caseid case subject subjectid participant participantid pid sid serial respid",
    "submitted": "提交答卷时间 提交时间 填写时间 答题时间 答卷时间 开始时间 开始答题时间 结束时间 结束答题时间 时间戳 时间戳记 timestamp submitdate"
    " submittedat submitted startdate enddate recordeddate datestamp datecreated datemodified starttime endtime",
    "duration": "所用时间 用时 答题用时 答题时长 填写时长 作答时长 答题所用时间 所用时间秒 用时秒 duration durationinseconds durationseconds"
    " interviewtime totaltime completiontime secondsneeded seconds timetaken timespent",
    "source": "来源 来源详情 渠道 来源渠道 source channel collector collectorid distributionchannel",
    "total": "总分 总得分 得分总计 totalscore",
    "weight": "权重 加权 样本权重 抽样权重 权数 w wt wgt weight weights weighting surveyweight samplingweight postwt finalweight",
}
_META = {name: role for role, names in _META_NAMES.items() for name in names.split()}
_INDEX = re.compile(r"^(?:unnamed:\s*\d+|index|__index_level_\d+__|行号|rownames?|rowid|row)$", re.IGNORECASE)


def meta_role(text: str) -> MetaRole | None:
    """What a heading says the column is, when it is not an answer."""
    if is_personal(text):
        return "personal"
    if _INDEX.match(text.strip()):
        return "index"
    return _META.get(question_key(text).replace("_", ""))


def row_index(series: pd.Series) -> bool:
    """Whether a column without a name counts the rows: 0, 1, 2 … or 1, 2, 3 …"""
    numbers = pd.to_numeric(series, errors="coerce")
    if len(numbers) < 3 or numbers.isna().any():
        return False
    start = numbers.iloc[0]
    return bool(start in (0, 1) and (numbers.to_numpy() == start + pd.RangeIndex(len(numbers))).all())


# "8、text", "8. text", "8 text", "Q8 text", "第8题 text"; a point before a digit would be a decimal
_NUMBERED = re.compile(
    r"^\s*(?:[Qq](?:uestion)?\s*|第\s*)?(?P<number>\d{1,3}(?:[_.]\d{1,3})*)\s*题?\s*(?:[、．:：)）]|\.(?!\d)|\s)\s*(?P<text>.*)$",
    re.DOTALL,
)


def leading_number(text: str) -> tuple[str, str] | None:
    """Question number and the rest of a heading that begins with a number and a mark."""
    found = _NUMBERED.match(plain_digits(text))
    if not found or not found["text"].strip():
        return None
    return found["number"], found["text"].strip()


def trailing_group(text: str) -> tuple[str, str] | None:
    """``stem(part)`` taken apart at the last balanced bracket that ends the text."""
    text = text.rstrip()
    pairs = {")": "(", "）": "（", "]": "[", "】": "【"}
    if not text or text[-1] not in pairs:
        return None
    depth = 0
    opening, closing = ("(（", ")）") if text[-1] in ")）" else ("[【", "]】")
    for position in range(len(text) - 1, -1, -1):
        if text[position] in closing:
            depth += 1
        elif text[position] in opening:
            depth -= 1
            if depth == 0:
                return text[:position].strip(), text[position + 1 : -1].strip()
    return None


def with_role(heading: Heading, role: MetaRole) -> Heading:
    """The heading of a column that turned out not to be an answer."""
    return Heading(heading.position, heading.raw, heading.stem, None, None, heading.name, role)
