"""From the tables of a questionnaire file to a ``Questionnaire``; every fault is noted on the way."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import cast

from survey_kit.questionnaire.answers import Lists, options_of, read_lists
from survey_kit.questionnaire.declared import read_plan
from survey_kit.questionnaire.derivation import DERIVATION_KEYS, check_derivations, read_derivation
from survey_kit.questionnaire.faults import Faults
from survey_kit.questionnaire.fields import Reader, Table
from survey_kit.questionnaire.model import (
    QUESTION_KINDS,
    ROLES,
    Item,
    Option,
    Question,
    QuestionKind,
    Questionnaire,
    Role,
    Scale,
    ScoreRule,
)
from survey_kit.report.blocks import LANGUAGES, Label, Language

TOP_KEYS = (
    "id", "title", "source", "language", "inferred", "options", "background", "scale", "question", "plan",
)  # fmt: skip
SCALE_KEYS = ("id", "label", "role", "score", "options", "low", "high", "items")
ITEM_KEYS = ("id", "text", *LANGUAGES, "reverse", "options", "columns")
QUESTION_KEYS = ("id", "label", "kind", "options", "ordered", "columns", *DERIVATION_KEYS)
SCORE_RULES = ("mean", "sum")
WITH_OPTIONS = ("single", "multiple", "ranking")


@dataclass(frozen=True, slots=True)
class _Answers:
    """What the items of a scale share. ``ends`` None: none were declared, which is a fault."""

    options: tuple[Option, ...]
    ends: tuple[float, float] | None


def read_document(document: Table, faults: Faults) -> Questionnaire:
    """The questionnaire that the tables describe; worth something only when no fault was noted."""
    language = document.get("language")
    reader = Reader(faults, cast(Language, language) if language in LANGUAGES else None)
    if language is not None and language not in LANGUAGES:
        faults.unknown_name("language", language, Label("language", "语言"), LANGUAGES)
    reader.check_keys(document, TOP_KEYS, "")
    lists = read_lists(reader, document)
    background = _questions(reader, document, "background", lists)
    scales = tuple(_scale(reader, table, where, lists) for table, where in reader.tables(document, "scale"))
    questions = _questions(reader, document, "question", lists)
    if not (background or scales or questions or faults.found):
        faults.add("", "the file asks nothing.", "文件中没有任何题目。")
    _check_ids(faults, background + questions, scales)
    check_derivations(faults, {"background": background, "question": questions})
    return Questionnaire(
        id=reader.identifier(document, ""),
        title=reader.label(document, "title", ""),
        background=background,
        scales=scales,
        questions=questions,
        plan=read_plan(reader, reader.table(document, "plan"), background + questions, scales),
        source=reader.text(document["source"], "source") if document.get("source") else "",
        inferred=reader.flag(document, "inferred", "questionnaire"),
    )


def _questions(reader: Reader, document: Table, key: str, lists: Lists) -> tuple[Question, ...]:
    return tuple(_question(reader, table, where, lists) for table, where in reader.tables(document, key))


def _question(reader: Reader, table: Table, where: str, lists: Lists) -> Question:
    reader.check_keys(table, QUESTION_KEYS, where)
    options = options_of(reader, table, where, lists)
    kind = reader.one_of(table, "kind", where, QUESTION_KINDS, Label("kind of question", "题型"))
    derived = read_derivation(reader, table, where, options)
    if "from" in table:
        kind = _kind_of_derived(reader, kind, where)
    elif "kind" not in table:
        reader.faults.add(
            f"{where}.kind",
            f"is missing: one of {', '.join(QUESTION_KINDS)}.",
            f"缺失，应为{'、'.join(QUESTION_KINDS)}之一。",
        )
    if kind in WITH_OPTIONS and options is None:
        reader.faults.add(
            f"{where}.options", f"a question of kind {kind} needs options.", f"题型为{kind}的题目需要选项。"
        )
    if kind is not None and kind not in WITH_OPTIONS and options is not None:
        reader.faults.add(
            f"{where}.options", f"a question of kind {kind} has no options.", f"题型为{kind}的题目没有选项。"
        )
    ordered = reader.flag(table, "ordered", where)
    if ordered and kind not in (None, "single"):
        reader.faults.add(
            f"{where}.ordered", "only a single-choice question can be ordered.", "只有单选题的选项可以有序。"
        )
    return Question(
        id=reader.identifier(table, where),
        label=reader.label(table, "label", where),
        kind=cast(QuestionKind, kind or "text"),
        options=options or (),
        ordered=ordered or bool(derived and derived.cuts),
        columns=reader.strings(table, "columns", where),
        derived=derived,
    )


def _kind_of_derived(reader: Reader, kind: str | None, where: str) -> str:
    if kind not in (None, "single"):
        reader.faults.add(
            f"{where}.kind",
            "a question computed from another is single.",
            "由其他题目计算得到的题目应为单选题（single）。",
        )
    return "single"


def _scale(reader: Reader, table: Table, where: str, lists: Lists) -> Scale:
    reader.check_keys(table, SCALE_KEYS, where)
    options = options_of(reader, table, where, lists)
    answers = _Answers(options or (), _range(reader, table, where, options))
    items = tuple(
        _item(reader, entry, path, answers, lists) for entry, path in reader.tables(table, "items", where)
    )
    if not items and isinstance(table.get("items", []), list):
        reader.faults.add(f"{where}.items", "a scale needs at least one item.", "量表至少需要一个题项。")
    role = reader.one_of(table, "role", where, ROLES, Label("role", "角色"))
    score = reader.one_of(table, "score", where, SCORE_RULES, Label("score", "计分方式"))
    return Scale(
        id=reader.identifier(table, where),
        label=reader.label(table, "label", where),
        items=items,
        role=cast(Role, role or "none"),
        score=cast(ScoreRule, score or "mean"),
    )


def _range(
    reader: Reader, table: Table, where: str, options: tuple[Option, ...] | None
) -> tuple[float, float] | None:
    """The declared ends of the answers: of the codes, or ``low`` and ``high``; None with a fault."""
    ends = [reader.number(table[end], f"{where}.{end}") if end in table else None for end in ("low", "high")]
    low, high = ends
    if options:
        codes = [option.code for option in options]
        low = min(codes) if low is None else low
        high = max(codes) if high is None else high
        if low > min(codes) or high < max(codes):
            reader.faults.add(where, "low and high do not hold all codes.", "low与high未包含全部编码。")
    if low is None or high is None:
        if options is None:
            reader.faults.add(
                where,
                "states no answer range: give options, or low and high.",
                "未说明作答范围：请给出options，或low和high。",
            )
            for number, entry in enumerate(table.get("items", []), start=1):
                if isinstance(entry, dict) and entry.get("reverse") is True:
                    reader.faults.add(
                        f"{where}.items[{entry.get('id') or f'#{number}'}].reverse",
                        "cannot be reversed without an answer range.",
                        "没有作答范围，无法反向计分。",
                    )
        return None
    if low >= high:
        reader.faults.add(where, "low must be smaller than high.", "low必须小于high。")
    return low, high


def _item(reader: Reader, table: Table, where: str, answers: _Answers, lists: Lists) -> Item:
    reader.check_keys(table, ITEM_KEYS, where)
    own = options_of(reader, table, where, lists)
    options = answers.options if own is None else own
    low, high = answers.ends or (0.0, 1.0)
    if own and answers.ends and not all(low <= option.code <= high for option in own):
        reader.faults.add(
            f"{where}.options", "codes lie outside the range of the scale.", "编码超出量表的作答范围。"
        )
    return Item(
        id=reader.identifier(table, where),
        label=reader.label(table, "text", where) if "text" in table else reader.translations(table, where),
        options=options,
        low=low,
        high=high,
        reverse=reader.flag(table, "reverse", where),
        columns=reader.strings(table, "columns", where),
    )


def _check_ids(faults: Faults, questions: tuple[Question, ...], scales: tuple[Scale, ...]) -> None:
    """Items and questions share the columns of the responses; scales and questions share the plan."""
    for scale_id, count in Counter(scale.id for scale in scales).items():
        if scale_id and count > 1:
            faults.add(f"scale[{scale_id}]", "two scales have this id.", "两个量表使用了这个id。")
    homes: dict[str, list[str]] = {}
    for scale in scales:
        for item_id in scale.item_ids:
            homes.setdefault(item_id, []).append(scale.id)
    for item_id, home in homes.items():
        if not item_id or len(home) == 1:
            continue
        if len(set(home)) == 1:
            faults.add(
                f"scale[{home[0]}].items[{item_id}]", "two items have this id.", "两个题项使用了这个id。"
            )
        else:
            faults.add(
                f"scale[{home[1]}].items[{item_id}]",
                f'already belongs to the scale "{home[0]}".',
                f'已属于量表"{home[0]}"。',
            )
    scale_ids = {scale.id for scale in scales}
    for question_id, count in Counter(question.id for question in questions).items():
        if not question_id:
            continue
        if count > 1:
            faults.add(f"question[{question_id}]", "two questions have this id.", "两个题目使用了这个id。")
        if question_id in homes:
            faults.add(f"question[{question_id}]", "an item has the same id.", "有题项使用了相同的id。")
        if question_id in scale_ids:
            faults.add(f"question[{question_id}]", "a scale has the same id.", "有量表使用了相同的id。")
