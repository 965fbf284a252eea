"""``from``, ``groups`` and ``cuts`` of a question that nobody is asked: it follows from another one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from survey_kit.questionnaire.faults import Faults, quoted
from survey_kit.questionnaire.fields import Reader, Table
from survey_kit.questionnaire.model import Derivation, Option, Question
from survey_kit.report.blocks import Label

DERIVATION_KEYS = ("from", "groups", "cuts")
SOURCE = Label("single-choice or number question", "单选题或数字题")
GROUPS_MEANT = Label(
    "Write lists of codes, one list an answer: groups = [[2, 3], [1, 4, 5]].",
    "请为每个选项各写一个编码列表：groups = [[2, 3], [1, 4, 5]]。",
)
CUTS_MEANT = Label(
    "Each cut begins the next group: cuts = [3, 10] gives below 3, from 3 to below 10, and 10 or more.",
    "每个分界点是下一组的起点：cuts = [3, 10]分为3以下、3至10（不含10）、10及以上。",
)


def read_derivation(
    reader: Reader, table: Table, where: str, options: Sequence[Option] | None
) -> Derivation | None:
    """How the question follows from another; None when it is asked, or with a fault."""
    if "from" not in table:
        for key in ("groups", "cuts"):
            if key in table:
                reader.faults.add(
                    f"{where}.{key}",
                    'needs from = "…", the question that is grouped.',
                    '需要同时给出from = "…"，即被归并的题目。',
                )
        return None
    source = reader.text(table["from"], f"{where}.from")
    if "columns" in table:
        reader.faults.add(
            f"{where}.columns",
            "a question computed from another has no columns.",
            "由其他题目计算得到的题目没有对应的列。",
        )
    if ("groups" in table) == ("cuts" in table):
        reader.faults.add(
            where,
            "needs either groups (of the codes of a single-choice question) or cuts (of a number question).",
            "需要给出groups（单选题的编码分组）或cuts（数字题的分界点），二者取一。",
        )
        return None
    groups = _groups(reader, table, where) if "groups" in table else ()
    cuts = _cuts(reader, table, where) if "cuts" in table else ()
    if groups is None or cuts is None:
        return None
    derivation = Derivation(source, groups, cuts)
    if options is not None and len(options) != derivation.n_groups:
        key = "groups" if groups else "cuts"
        reader.faults.add(
            f"{where}.{key}",
            f"make {derivation.n_groups} groups, but options names {len(options)}.",
            f"分出{derivation.n_groups}组，而options给出{len(options)}个选项。",
        )
    return derivation


def _groups(reader: Reader, table: Table, where: str) -> tuple[tuple[float, ...], ...] | None:
    path, written = f"{where}.groups", table["groups"]
    if not isinstance(written, list) or not all(isinstance(codes, list) and codes for codes in written):
        reader.faults.add(path, "should be lists of codes.", "应为编码列表的列表。", GROUPS_MEANT)
        return None
    groups = [[reader.number(code, path) for code in codes] for codes in written]
    if any(code is None for codes in groups for code in codes):
        return None
    if len(groups) < 2:
        reader.faults.add(path, "should be at least two groups.", "至少应有两组。", GROUPS_MEANT)
        return None
    listed = [code for codes in groups for code in codes]
    twice = [code for code in dict.fromkeys(listed) if listed.count(code) > 1]
    for code in twice:
        reader.faults.add(path, f"the code {code:g} is listed twice.", f"编码{code:g}出现了两次。")
    return None if twice else tuple(tuple(code for code in codes if code is not None) for codes in groups)


def _cuts(reader: Reader, table: Table, where: str) -> tuple[float, ...] | None:
    path, written = f"{where}.cuts", table["cuts"]
    if not isinstance(written, list) or not written:
        reader.faults.add(path, "should be a list of numbers.", "应为数字列表。", CUTS_MEANT)
        return None
    cuts = [cut for entry in written if (cut := reader.number(entry, path)) is not None]
    if len(cuts) < len(written):
        return None
    if any(low >= high for low, high in pairwise(cuts)):
        reader.faults.add(path, "should ascend, each once.", "应由小到大排列，且不重复。", CUTS_MEANT)
        return None
    return tuple(cuts)


def check_derivations(faults: Faults, tables: dict[str, tuple[Question, ...]]) -> None:
    """Whatever a question is computed from is asked, and of the right kind; ``tables`` by their key."""
    questions = {q.id: q for each in tables.values() for q in each if q.id}
    usable = tuple(q.id for q in questions.values() if q.kind in ("single", "number") and not q.derived)
    for key, asked in tables.items():
        for question in asked:
            if question.derived is not None:
                _check(faults, question, f"{key}[{question.id}]", questions, usable)


def _check(
    faults: Faults, question: Question, where: str, questions: dict[str, Question], usable: tuple[str, ...]
) -> None:
    derivation = question.derived
    assert derivation is not None  # noqa: S101 - the caller has seen to it
    source = questions.get(derivation.source)
    if source is not None and source.derived is not None and source is not question:
        first = quoted(source.derived.source)
        faults.add(
            f"{where}.from",
            f"{quoted(source.id)} is itself computed from another question.",
            f"{quoted(source.id)}本身由其他题目计算得到。",
            Label(f"Group the answers to {first} instead.", f"请直接对{first}的作答分组。"),
        )
    elif source is None or source.id not in usable:
        faults.unknown_name(f"{where}.from", derivation.source, SOURCE, usable)
    elif source.kind == "number" and derivation.groups:
        faults.add(
            f"{where}.groups",
            f"{quoted(source.id)} is a number question, which has no codes to group.",
            f"{quoted(source.id)}是数字题，没有可分组的编码。",
            CUTS_MEANT,
        )
    elif source.kind == "single" and derivation.cuts:
        faults.add(
            f"{where}.cuts",
            f"{quoted(source.id)} is a single-choice question; its codes are grouped, not cut.",
            f"{quoted(source.id)}是单选题，应对其编码分组，而不是设分界点。",
            GROUPS_MEANT,
        )
    else:
        known = [option.code for option in source.options]
        for code in (code for codes in derivation.groups for code in codes if code not in known):
            listed = ", ".join(f"{each:g}" for each in known)
            faults.add(
                f"{where}.groups",
                f"no answer to {quoted(source.id)} has the code {code:g}. Codes: {listed}.",
                f"{quoted(source.id)}没有编码为{code:g}的选项。可用编码：{listed}。",
            )
