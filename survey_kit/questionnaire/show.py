"""A questionnaire as a person would read it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import count

from survey_kit.questionnaire.claims import claim_text
from survey_kit.questionnaire.lines import LINE_LABELS
from survey_kit.questionnaire.model import Derivation, Option, Question, Questionnaire, Scale
from survey_kit.questionnaire.plan_lines import written_lines
from survey_kit.report.blocks import Label, Language

WORDS = {
    "background": ("Background questions", "基本信息"),
    "scales": ("Scales", "量表"),
    "questions": ("Other questions", "其他题目"),
    "plan": ("Plan of the analysis", "分析计划"),
    "counts": ("{items} scale items in {scales} scales, {questions} questions", "{scales}个量表共{items}个题项，另有{questions}个题目"),
    "source": ("Source: {source}", "来源：{source}"),
    "inferred": ("A draft made from a response file.", "由答卷文件推断的草稿。"),
    "answers": ("Answers: {answers}", "选项：{answers}"),
    "range": ("Answers: a number from {low:g} to {high:g}", "选项：{low:g}至{high:g}的数字"),
    "reversed": ("(R) = reverse-worded", "（R）= 反向题"),
    "groups": ("Groups: {names}", "分组变量：{names}"),
    "regression": ("Regression of {outcome}: {blocks}", "回归（因变量：{outcome}）：{blocks}"),
    "line": ("{line}: {values}", "{line}：{values}"),
    "hypothesis": ("{id}  {text}  [{claim}]", "{id}  {text}  [{claim}]"),
    "mean": ("mean score", "取均值"),
    "sum": ("sum score", "取总分"),
    "single": ("one answer", "单选"),
    "multiple": ("several answers", "多选"),
    "ranking": ("ranking", "排序"),
    "number": ("a number", "数字"),
    "text": ("open answer", "开放题"),
    "date": ("a date", "日期"),
    "ordered": ("ordered", "有序"),
    "grouped": ("from {source}: {groups}", "由{source}归并：{groups}"),
    "cut": ("from {source}, cut at {groups}", "由{source}按分界点{groups}分组"),
    "outcome": ("outcome", "因变量"),
    "predictor": ("predictor", "自变量"),
    "mediator": ("mediator", "中介变量"),
    "moderator": ("moderator", "调节变量"),
    "control": ("control", "控制变量"),
}  # fmt: skip

NEVER_FIRST = "，。、；：？！）》」』】〗”’,.;:?!)]}"
"""Characters that do not begin a line."""


def show(questionnaire: Questionnaire, language: Language, *, width: int = 80) -> str:
    """The questionnaire as text, wrapped at ``width`` columns; a Chinese character takes two.

    Examples
    --------
    >>> from survey_kit.questionnaire.load import read_questionnaire
    >>> print(show(read_questionnaire("career"), "en").splitlines()[0])
    Career management of grass-roots civil servants
    """
    return "\n".join(line.rstrip() for line in _lines(questionnaire, language, max(width, 40))) + "\n"


def _lines(questionnaire: Questionnaire, language: Language, width: int) -> Iterator[str]:
    title = questionnaire.title.text(language)
    yield from wrap(title, width)
    yield "=" * min(width, cells(title))
    yield from wrap(
        f"{questionnaire.id} · "
        + _say(
            "counts",
            language,
            items=len(questionnaire.items),
            scales=len(questionnaire.scales),
            questions=len(questionnaire.asked),
        ),
        width,
    )
    if questionnaire.inferred:
        yield _say("inferred", language)
    if questionnaire.source:
        yield from wrap(_say("source", language, source=questionnaire.source), width)
    numbers = count(1)
    yield from _questions("background", questionnaire.background, numbers, language, width)
    if questionnaire.scales:
        yield from _heading("scales", language)
        if any(item.reverse for item in questionnaire.items):
            yield _say("reversed", language)
        for scale in questionnaire.scales:
            yield ""
            yield from _scale(scale, next(numbers), language, width)
    yield from _questions("questions", questionnaire.questions, numbers, language, width)
    yield from _plan(questionnaire, language, width)


def _heading(part: str, language: Language) -> Iterator[str]:
    text = _say(part, language)
    yield from ("", text, "-" * cells(text))


def _questions(
    part: str, questions: tuple[Question, ...], numbers: Iterator[int], language: Language, width: int
) -> Iterator[str]:
    if questions:
        yield from _heading(part, language)
    for question in questions:
        yield ""
        place = f"{next(numbers)}." if question.derived is None else "–"  # nobody is asked it
        yield from _question(question, place, language, width)


def _question(question: Question, place: str, language: Language, width: int) -> Iterator[str]:
    kind = _say(question.kind, language)
    if question.ordered:
        kind += _comma(language) + _say("ordered", language)
    if question.derived is not None:
        kind += _comma(language) + _derived(question.derived, language)
    head = f"{place} {question.label.text(language)} ({question.id}; {kind})"
    yield from wrap(head, width, hang=4)
    if question.options:
        yield from wrap(_options(question.options, language), width, indent=4, hang=4)


def _derived(derived: Derivation, language: Language) -> str:
    if derived.cuts:
        cuts = ", ".join(f"{cut:g}" for cut in derived.cuts)
        return _say("cut", language, source=derived.source, groups=cuts)
    groups = " | ".join(", ".join(f"{code:g}" for code in codes) for codes in derived.groups)
    return _say("grouped", language, source=derived.source, groups=groups)


def _scale(scale: Scale, number: int, language: Language, width: int) -> Iterator[str]:
    traits = [] if scale.role == "none" else [_say(scale.role, language)]
    traits.append(_say(scale.score, language))
    head = f"{number}. {scale.label.text(language)} ({scale.id}; {_comma(language).join(traits)})"
    yield from wrap(head, width, hang=4)
    first = scale.items[0]
    if first.options:
        answers = _say("answers", language, answers=_options(first.options, language))
    else:
        answers = _say("range", language, low=first.low, high=first.high)
    yield from wrap(answers, width, indent=4, hang=6)
    widest = max(cells(item.id) for item in scale.items) + 2
    for item in scale.items:
        mark = ("（R）" if language == "zh" else " (R)") if item.reverse else ""
        lines = wrap(item.label.text(language) + mark, width - 4 - widest)
        for position, line in enumerate(lines):
            name = item.id if position == 0 else ""
            yield f"    {name}{' ' * (widest - cells(name))}{line}"


def _options(options: tuple[Option, ...], language: Language) -> str:
    return " · ".join(f"{option.code:g} {option.label.text(language)}" for option in options)


def _plan(questionnaire: Questionnaire, language: Language, width: int) -> Iterator[str]:
    plan = questionnaire.plan
    lines = tuple(written_lines(plan.lines))
    if not (plan.group_by or plan.regressions or plan.hypotheses or lines):
        return
    names = {question.id: question.label.text(language) for question in questionnaire.all_questions}
    names |= {scale.id: scale.label.text(language) for scale in questionnaire.scales}
    listed = "、" if language == "zh" else ", "
    yield from _heading("plan", language)
    yield ""
    if plan.group_by:
        yield from wrap(
            _say("groups", language, names=listed.join(names[g] for g in plan.group_by)), width, hang=4
        )
    for regression in plan.regressions or ():
        blocks = " | ".join(listed.join(names[name] for name in block) for block in regression.blocks)
        text = _say("regression", language, outcome=names[regression.outcome], blocks=blocks)
        yield from wrap(text, width, hang=4)
    for key, values in lines:
        said = (f"{name} = {_shown(value, names, language)}" for name, value in values.items())
        text = _say("line", language, line=LINE_LABELS[key].text(language), values="; ".join(said))
        yield from wrap(text.rstrip(" :："), width, hang=4)
    for hypothesis in plan.hypotheses:
        text = _say(
            "hypothesis",
            language,
            id=hypothesis.id,
            text=hypothesis.text.text(language),
            claim=claim_text(hypothesis.claim),
        )
        yield from wrap(text, width, hang=4)


def _shown(value: object, names: dict[str, str], language: Language) -> str:
    """A value of a plan's line, names by their labels."""
    match value:
        case Label():
            return value.text(language)
        case tuple() if any(isinstance(each, tuple) for each in value):
            return " | ".join(_shown(each, names, language) for each in value)
        case tuple():
            return ("、" if language == "zh" else ", ").join(_shown(each, names, language) for each in value)
        case float():
            return f"{value:g}"
        case _:
            return names.get(str(value), str(value))


def _say(key: str, language: Language, **values: object) -> str:
    en, zh = WORDS[key]
    return (zh if language == "zh" else en).format(**values)


def _comma(language: Language) -> str:
    return "，" if language == "zh" else ", "


def cells(text: str) -> int:
    """Columns that a text takes in a terminal: 2 for a Chinese character, 0 for a combining mark.

    Examples
    --------
    >>> cells("PAY1"), cells("薪酬")
    (4, 4)
    """
    wide = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
    return wide - sum(1 for c in text if unicodedata.combining(c))


def wrap(text: str, width: int, *, indent: int = 0, hang: int = 0) -> list[str]:
    """Lines of at most ``width`` columns: broken at blanks, and between Chinese characters.

    The first line is indented by ``indent`` blanks, the others by ``hang``.
    """
    pieces = re.findall(
        r"\s+|[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+", text
    )
    lines, line, taken = [], " " * indent, indent
    for piece in pieces:
        if piece.isspace():
            piece = " "  # noqa: PLW2901  (a line break in a label is a blank here)
        needed = cells(piece)
        fits = taken + needed <= width or piece[0] in NEVER_FIRST
        if not fits and line.strip():
            lines.append(line.rstrip())
            line, taken = " " * hang, hang
        if piece == " " and not line.strip():
            continue
        line += piece
        taken += needed
    lines.append(line.rstrip())
    return lines
