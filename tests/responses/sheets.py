"""Small sheets and one small questionnaire, made by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from survey_kit.questionnaire.infer import draft
from survey_kit.questionnaire.matching import match
from survey_kit.questionnaire.model import Item, Option, Question, Questionnaire, Scale
from survey_kit.report.blocks import Label
from survey_kit.responses.decode import decode
from survey_kit.responses.dialects import recognise
from survey_kit.responses.model import Responses, Sheet, Source

AGREE_ZH = ("非常不同意", "不同意", "一般", "同意", "非常同意")
AGREE_EN = ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree")


def sheet(
    header: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    name: str = "answers.xlsx",
    labels: Mapping[int, Mapping[float, str]] | None = None,
    texts: Mapping[int, str] | None = None,
) -> Sheet:
    cells = pd.DataFrame([list(row) for row in rows], columns=range(len(header)), dtype=object)
    return Sheet(
        Source(name, "0" * 64, "xlsx"), (tuple(header),), cells, labels=labels or {}, texts=texts or {}
    )


def columns(**values: Sequence[Any]) -> Sheet:
    """A sheet from named columns."""
    return sheet(tuple(values), list(zip(*values.values(), strict=True)))


def options(zh: Sequence[str], en: Sequence[str] | None = None) -> tuple[Option, ...]:
    english = en or zh
    return tuple(
        Option(float(code), Label(e, z)) for code, (z, e) in enumerate(zip(zh, english, strict=True), 1)
    )


AGREE = options(AGREE_ZH, AGREE_EN)


def item(name: str, zh: str, en: str | None = None, *, reverse: bool = False, **more: Any) -> Item:
    return Item(name, Label(en or zh, zh), more.pop("options", AGREE), 1, 5, reverse, **more)


def numbered_scale(count: int = 10, *, ids: str = "Q") -> Questionnaire:
    """Items Q1, Q2 … answered 1–5, with no texts of their own."""
    items = tuple(Item(f"{ids}{k}", Label.of(f"{ids}{k}"), (), 1, 5) for k in range(1, count + 1))
    return Questionnaire("numbered", Label.of("numbered"), scales=(Scale("s", Label.of("s"), items),))


def decoded(raw: Sheet, questionnaire: Questionnaire | None = None) -> Responses:
    """The way of the data up to the coded answers; a draft where no questionnaire is given."""
    headings = recognise(raw).headings(raw)
    asked = questionnaire or draft(headings, raw.cells, raw.labels, "draft")
    return decode(raw, headings, match(asked, headings, raw.cells))


def drafted(raw: Sheet) -> Questionnaire:
    return draft(recognise(raw).headings(raw), raw.cells, raw.labels, "draft")


def said(responses: Responses | Questionnaire, language: str = "en") -> str:
    """All remarks in one text."""
    return "\n".join(remark.text.text(language) for remark in responses.remarks)  # type: ignore[arg-type]


JOB = Questionnaire(
    id="job",
    title=Label("Job", "工作"),
    background=(
        Question("gender", Label("Gender", "您的性别"), "single", options(("男", "女"), ("Male", "Female"))),
    ),
    scales=(
        Scale(
            "importance",
            Label("Importance", "重要程度"),
            (item("IMP1", "工资", "Pay"), item("IMP2", "晋升", "Promotion")),
        ),
        Scale(
            "satisfaction",
            Label("Satisfaction", "满意程度"),
            (item("SAT1", "工资", "Pay"), item("SAT2", "晋升", "Promotion")),
        ),
    ),
    questions=(
        Question(
            "hobby",
            Label("What do you like?", "您喜欢什么？"),
            "multiple",
            options(("运动", "阅读(含报纸)", "其他"), ("Sports", "Reading", "Other")),
        ),
        Question(
            "wish", Label("Rank your wishes", "请将愿望排序"), "ranking", options(("钱", "假期", "荣誉"))
        ),
        Question("advice", Label("Advice", "您的建议"), "text"),
    ),
)
"""Two matrices with the same rows, a multiple response, a ranking and an open question."""
