"""A sample as the columns of a file: the text export of Wenjuanxing, or plain codes or texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from survey_kit.questionnaire.model import Option, Question, asked_of
from survey_kit.report.blocks import Language
from survey_kit.responses.model import option_column
from survey_kit.simulation.draw import Simulated

ROUTED = "(跳过)"
BLANK = "(空)"
CHANNELS = ("微信", "手机提交", "链接")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a file: variable name, question text, cells, value labels (codes only)."""

    name: str
    text: str
    cells: np.ndarray
    labels: Mapping[float, str] | None = None


def wenjuanxing(simulated: Simulated, language: Language) -> tuple[Column, ...]:
    """The export "by text" since 2023: numbered stems, ``stem—row`` for the first row of a matrix and
    the bare row text for the others, ``A┋B`` for multiple response, ``A→B`` for rankings.
    """
    questionnaire = simulated.questionnaire
    columns = list(_front(simulated))
    number = 0
    for question in asked_of(questionnaire.background):
        number += 1
        columns.append(_answered(simulated, question, number, language))
    for scale in questionnaire.scales:
        number += 1
        for position, item in enumerate(scale.items):
            row = item.label.text(language)
            head = f"{number}、{scale.label.text(language)}—{row}" if position == 0 else row
            codes = simulated.answers[item.id].to_numpy(dtype=float)
            cells = _words(codes, item.options, language)
            columns.append(Column(item.id, head, _filled(cells, np.isnan(codes), None)))
    for question in asked_of(questionnaire.questions):
        number += 1
        columns.append(_answered(simulated, question, number, language))
    columns.extend(_staff(simulated, f"{number + 1}、", language))
    return tuple(columns)


def _staff(simulated: Simulated, numbered: str, language: Language) -> Iterator[Column]:
    """The question by which the people of two surveys are matched, where there is one."""
    asked, written = simulated.population.before, simulated.staff
    if asked is None or written is None:
        return
    blank = np.array([each is None for each in written])
    cells = _filled(written, blank, None) if numbered else written
    yield Column("staff_number", f"{numbered}{asked.number.label.text(language)}", cells)


def _front(simulated: Simulated) -> Iterator[Column]:
    """The metadata columns that the platform puts first. Addresses are from 192.0.2.0/24, which is
    reserved for documentation (RFC 5737).
    """
    n = len(simulated.answers)
    moments = simulated.submitted.astype(object)
    times = [f"{t.year}/{t.month}/{t.day} {t.hour}:{t.minute:02d}:{t.second:02d}" for t in moments]
    channels = np.array(CHANNELS, dtype=object)[simulated.host % 8 // 3]
    addresses = [f"192.0.2.{host}({simulated.population.place})" for host in simulated.host]
    for head, cells in (
        ("序号", list(range(1, n + 1))),
        ("提交答卷时间", times),
        ("所用时间", [f"{int(seconds)}秒" for seconds in simulated.duration]),
        ("来源", channels),
        ("来源详情", ["N/A"] * n),
        ("来自IP", addresses),
    ):
        yield Column(head, head, np.array(cells, dtype=object))


def _answered(simulated: Simulated, question: Question, number: int, language: Language) -> Column:
    """One question in one column, whatever its kind."""
    head = f"{number}、{question.label.text(language)}"
    if question.kind in ("multiple", "ranking"):
        names = [option_column(question.id, option.code) for option in question.options]
        codes = simulated.answers[names].to_numpy(dtype=float)
        blank = np.isnan(codes).all(axis=1)
        cells = _joined(simulated, question, codes, language)
        routed = simulated.routed.get(names[0])
    else:
        values = simulated.answers[question.id].to_numpy()
        routed = simulated.routed.get(question.id)
        if question.kind in ("text", "date"):
            blank = np.array([value is None for value in values])
            cells = _texts(values, language)
        else:
            blank = np.isnan(values.astype(float))
            cells = _words(values.astype(float), question.options, language)
    return Column(question.id, head, _filled(cells, blank, routed))


def _joined(simulated: Simulated, question: Question, codes: np.ndarray, language: Language) -> np.ndarray:
    """The options ticked, in their order, or all options by rank; free text stands in 〖〗."""
    texts = [option.label.text(language) for option in question.options]
    last = simulated.others.get(option_column(question.id, question.options[-1].code))
    cells = []
    for i, row in enumerate(np.nan_to_num(codes)):
        if question.kind == "ranking":
            cells.append("→".join(texts[j] for j in np.argsort(row, kind="stable")))
            continue
        ticked = [text for text, mark in zip(texts, row, strict=True) if mark == 1]
        if last is not None and last[i] is not None and row[-1] == 1:
            ticked[-1] += f"〖{last[i].text(language)}〗"
        cells.append("┋".join(ticked))
    return np.array(cells, dtype=object)


def _words(codes: np.ndarray, options: tuple[Option, ...], language: Language) -> np.ndarray:
    """The option texts of codes (whole numbers where there are no options); None for no answer."""
    if not options:
        return np.array([None if np.isnan(code) else int(code) for code in codes], dtype=object)
    known = {option.code: option.label.text(language) for option in options}
    return np.array([known.get(code) for code in codes], dtype=object)


def _texts(values: np.ndarray, language: Language) -> np.ndarray:
    return np.array([None if value is None else value.text(language) for value in values], dtype=object)


def _filled(cells: np.ndarray, blank: np.ndarray, routed: np.ndarray | None) -> np.ndarray:
    """Cells with the platform's words for no answer."""
    filled = cells.copy()
    filled[blank] = BLANK
    if routed is not None:
        filled[routed] = ROUTED
    return filled


def plain(simulated: Simulated, language: Language, *, texts: bool) -> tuple[Column, ...]:
    """One column a variable under its id: answers as codes with value labels, or as ``texts``.

    An option of a multiple-response or ranking question has a column of its own, ``<id>_<code>``.
    """
    answers = simulated.answers
    index = np.arange(1, len(answers) + 1, dtype=float)
    columns = [
        Column("id", "id", index),
        Column("duration", "duration (s)", simulated.duration.astype(float)),
    ]
    for question in asked_of(simulated.questionnaire.background):
        columns.extend(_plain_question(simulated, question, language, texts=texts))
    for item in simulated.questionnaire.items:
        codes = answers[item.id].to_numpy(dtype=float)
        columns.append(_coded(item.id, item.label.text(language), codes, item.options, language, texts=texts))
    for question in asked_of(simulated.questionnaire.questions):
        columns.extend(_plain_question(simulated, question, language, texts=texts))
    columns.extend(_staff(simulated, "", language))
    return tuple(columns)


def _coded(
    name: str, text: str, codes: np.ndarray, options: tuple[Option, ...], language: Language, *, texts: bool
) -> Column:
    if texts:
        return Column(name, text, _words(codes, options, language))
    return Column(name, text, codes, {option.code: option.label.text(language) for option in options} or None)


def _plain_question(
    simulated: Simulated, question: Question, language: Language, *, texts: bool
) -> Iterator[Column]:
    answers = simulated.answers
    text = question.label.text(language)
    if question.kind in ("multiple", "ranking"):
        no, yes = ("No", "Yes") if language == "en" else ("否", "是")
        marks = {0.0: no, 1.0: yes} if question.kind == "multiple" else None
        for option in question.options:
            column = option_column(question.id, option.code)
            yield Column(
                column.replace("/", "_"),
                f"{text}({option.label.text(language)})",
                answers[column].to_numpy(dtype=float),
                marks,
            )
    elif question.kind in ("text", "date"):
        yield Column(question.id, text, _texts(answers[question.id].to_numpy(), language))
    else:
        codes = answers[question.id].to_numpy(dtype=float)
        yield _coded(question.id, text, codes, question.options, language, texts=texts)


def variable_names(columns: tuple[Column, ...], limit: int) -> tuple[str, ...]:
    """Names that SPSS and Stata accept: a letter first, then letters, digits and _, no two alike."""
    names: list[str] = []
    taken: set[str] = set()
    for column in columns:
        base = re.sub(r"\W", "_", column.name)
        base = (base if base[:1].isalpha() else f"v{base}")[:limit]
        name, count = base, 1
        while name.lower() in taken:
            count += 1
            name = f"{base[: limit - 4]}_{count}"
        taken.add(name.lower())
        names.append(name)
    return tuple(names)
