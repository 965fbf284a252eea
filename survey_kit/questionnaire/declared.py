"""``[plan]`` of a questionnaire file: groups, regressions, hypotheses, screening."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from survey_kit.errors import QuestionnaireError
from survey_kit.questionnaire.claim_checks import check_claim
from survey_kit.questionnaire.claims import parse_claim
from survey_kit.questionnaire.faults import quoted
from survey_kit.questionnaire.fields import Reader, Table
from survey_kit.questionnaire.line_rules import NameKind
from survey_kit.questionnaire.lines import KINDS, Lines
from survey_kit.questionnaire.model import Question, Scale
from survey_kit.questionnaire.plan import (
    MODELS,
    DeclaredPlan,
    Hypothesis,
    Model,
    Regression,
    Screening,
)
from survey_kit.questionnaire.plan_lines import Nameable, read_lines
from survey_kit.questionnaire.plan_names import (
    OUTCOME,
    PREDICTOR,
    SINGLE,
    PlanNames,
    check_name,
    check_told_once,
    regrouped,
)
from survey_kit.report.blocks import Label

PLAN_KEYS = ("group_by", "regression", "hypothesis", "screening", *KINDS)
REGRESSION_KEYS = ("outcome", "blocks", "labels", "model")
HYPOTHESIS_KEYS = ("id", "text", "claim")
SCREENING_KEYS = ("min_seconds_per_item", "straight_lining", "max_missing", "duplicates")


def read_plan(
    reader: Reader, table: Table, questions: tuple[Question, ...], scales: tuple[Scale, ...]
) -> DeclaredPlan:
    """The plan; whatever it names must exist and be of the right kind."""
    reader.check_keys(table, PLAN_KEYS, "plan")
    names = PlanNames.of(questions, scales)
    group_by = None
    if "group_by" in table:
        group_by = reader.strings(table, "group_by", "plan")
        for name in group_by:
            check_name(reader, name, names.singles, "plan.group_by", SINGLE)
    regressions = None
    if "regression" in table:
        regressions = tuple(
            _regression(reader, entry, where, names)
            for entry, where in reader.tables(table, "regression", "plan")
        )
    lines = read_lines(reader, table, _nameable(questions, scales))
    models = (regressions or (), lines)
    hypotheses = tuple(
        hypothesis
        for entry, where in reader.tables(table, "hypothesis", "plan")
        if (hypothesis := _hypothesis(reader, entry, where, names, models)) is not None
    )
    ids = [hypothesis.id for hypothesis in hypotheses]
    for twice in dict.fromkeys(i for i in ids if i and ids.count(i) > 1):
        reader.faults.add(
            f"plan.hypothesis[{twice}]", "two hypotheses have this id.", "两个假设使用了这个id。"
        )
    return DeclaredPlan(group_by, regressions, hypotheses, _screening(reader, table), lines)


def _nameable(questions: tuple[Question, ...], scales: tuple[Scale, ...]) -> Nameable:
    kinds: tuple[NameKind, ...] = ("single", "multiple", "ranking", "number")
    by_kind: dict[NameKind, tuple[str, ...]] = {
        kind: tuple(q.id for q in questions if q.id and q.kind == kind) for kind in kinds
    }
    by_kind["scale"] = tuple(scale.id for scale in scales if scale.id)
    codes = {q.id: tuple(option.code for option in q.options) for q in questions}
    items = {scale.id: tuple(item.id for item in scale.items) for scale in scales}
    return Nameable(by_kind, codes, items, regrouped(questions))


def _regression(reader: Reader, table: Table, where: str, names: PlanNames) -> Regression:
    reader.check_keys(table, REGRESSION_KEYS, where)
    outcome = table.get("outcome", "")
    check_name(reader, outcome, names.scales + names.singles, f"{where}.outcome", OUTCOME)
    model = _model(reader, table, where, names)
    blocks: list[tuple[str, ...]] = []
    written = table.get("blocks", [])
    if not isinstance(written, list) or not all(isinstance(block, list) and block for block in written):
        reader.faults.add(
            f"{where}.blocks",
            'should be lists of names: [["gender", "age"], ["pay"]].',
            '应为名称列表的列表：[["gender", "age"], ["pay"]]。',
        )
        written = []
    elif not written:
        reader.faults.add(f"{where}.blocks", "names no predictors.", "没有给出自变量。")
    seen: set[str] = set()
    for number, block in enumerate(written, start=1):
        path = f"{where}.blocks[#{number}]"
        for name in block:
            check_name(reader, name, names.predictors, path, PREDICTOR)
            if name == outcome or str(name) in seen:
                reader.faults.add(
                    path,
                    f"{quoted(name)} is already in this regression.",
                    f"{quoted(name)}已在该回归中。",
                )
            seen.add(str(name))
        blocks.append(tuple(str(name) for name in block))
    check_told_once(reader, [*seen, str(outcome)], names.regrouped, where)
    labels = table.get("labels", [])
    if not isinstance(labels, list) or (labels and blocks and len(labels) != len(blocks)):
        reader.faults.add(f"{where}.labels", "should name every block once.", "应为每个区组各给出一个名称。")
        labels = []
    named = tuple(
        reader.label({"label": label}, "label", f"{where}.labels[#{number}]")
        for number, label in enumerate(labels, start=1)
    )
    return Regression(str(outcome), tuple(blocks), named, model)


def _model(reader: Reader, table: Table, where: str, names: PlanNames) -> Model | None:
    """The model that the plan names; a fault when the outcome cannot have it."""
    outcome = table.get("outcome")
    written = reader.one_of(table, "model", where, MODELS, Label("model", "模型"))
    path = f"{where}.model"
    if outcome in names.scales and written not in (None, "linear"):
        reader.faults.add(
            path,
            "a scale is continuous: its model is linear.",
            "量表得分是连续变量，应使用线性模型（linear）。",
        )
    if outcome in names.singles:
        count, ordered = names.options[outcome], outcome in names.ordered
        if written == "linear":
            reader.faults.add(
                path,
                "a single answer is no continuous measure: its model is binary or ordinal.",
                "单选题不是连续变量，应使用binary或ordinal模型。",
            )
        elif count != 2 and (written == "binary" or not ordered):
            reader.faults.add(
                f"{where}.outcome",
                f"{quoted(outcome)} has {count} answers"
                + (
                    ", so its model is ordinal."
                    if ordered
                    else " that are not ordered, and no model for those is offered."
                ),
                f"{quoted(outcome)}有{count}个"
                + ("选项，应使用ordinal模型。" if ordered else "无序选项，目前没有相应的模型。"),
            )
    return cast("Model | None", written)


def _hypothesis(
    reader: Reader,
    table: Table,
    where: str,
    names: PlanNames,
    models: tuple[Sequence[Regression], Lines],
) -> Hypothesis | None:
    reader.check_keys(table, HYPOTHESIS_KEYS, where)
    name = reader.identifier(table, where)
    text = reader.label(table, "text", where)
    written = table.get("claim")
    path = f"{where}.claim"
    if not isinstance(written, str):
        reader.faults.add(path, "is missing.", "缺失。")
        return None
    try:
        claim = parse_claim(written)
    except QuestionnaireError as error:
        reader.faults.add(path, f"{quoted(written)}: {error.en}", f"{quoted(written)}：{error.zh}")
        return None
    check_claim(reader, claim, names, models, path)
    return Hypothesis(name, text, claim)


def _screening(reader: Reader, plan: Table) -> Screening:
    table = reader.table(plan, "screening", "plan")
    where = "plan.screening"
    reader.check_keys(table, SCREENING_KEYS, where)
    default = Screening()
    return Screening(
        _limit(reader, table, "min_seconds_per_item", default.min_seconds_per_item),
        reader.flag(table, "straight_lining", where, default=default.straight_lining),
        _limit(reader, table, "max_missing", default.max_missing, highest=1.0),
        reader.flag(table, "duplicates", where, default=default.duplicates),
    )


def _limit(
    reader: Reader, table: Table, key: str, default: float | None, *, highest: float = 3600.0
) -> float | None:
    """A limit, or None when the rule is switched off with ``false``."""
    value = table.get(key, default)
    if value is None or value is False:
        return None
    path = f"plan.screening.{key}"
    number = reader.number(value, path)
    if number is not None and not 0 <= number <= highest:
        reader.faults.add(path, f"should lie between 0 and {highest:g}.", f"应在0与{highest:g}之间。")
    return number
