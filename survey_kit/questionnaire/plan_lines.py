"""Reading and writing the lines of a plan by the rules that their declarations carry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from survey_kit.questionnaire.faults import quoted
from survey_kit.questionnaire.fields import Reader, Table
from survey_kit.questionnaire.line_rules import (
    Codes,
    Heading,
    ItemGroups,
    Ladder,
    Named,
    NameKind,
    OneName,
    OneOf,
    Rule,
    SeveralNames,
    Share,
    Whole,
)
from survey_kit.questionnaire.lines import KINDS, ONCE, Line, Lines
from survey_kit.questionnaire.plan_names import check_told_once
from survey_kit.report.blocks import Label

KIND_LABELS: Mapping[NameKind, Label] = {
    "scale": Label("scale", "量表"),
    "single": Label("single-choice question", "单选题"),
    "multiple": Label("multiple-response question", "多选题"),
    "ranking": Label("ranking question", "排序题"),
    "number": Label("number question", "数字题"),
}


@dataclass(frozen=True, slots=True)
class Nameable:
    """What a plan can name, by kind, the codes of each question and the items of each scale.

    ``regrouped``: question -> the one whose answers it groups.
    """

    by_kind: Mapping[NameKind, tuple[str, ...]]
    codes: Mapping[str, tuple[float, ...]]
    items: Mapping[str, tuple[str, ...]]
    regrouped: Mapping[str, str]

    def of(self, kinds: tuple[NameKind, ...]) -> tuple[str, ...]:
        return tuple(name for kind in kinds for name in self.by_kind[kind])


def read_lines(reader: Reader, table: Table, names: Nameable) -> Lines:
    """Every line of the plan table; whatever is wrong becomes a fault."""
    found: dict[str, tuple[Line, ...]] = {}
    for key, kind in KINDS.items():
        lines = [
            _line(reader, kind, entry, where, names) for entry, where in reader.tables(table, key, "plan")
        ]
        found[key] = tuple(line for line in lines if line is not None)
        if key in ONCE and len(lines) > 1:
            reader.faults.add(f"plan.{key}", "can stand in a plan once only.", "在分析计划中只能出现一次。")
    return Lines(**found)  # type: ignore[arg-type]


def rules(kind: type[Line]) -> dict[str, Rule]:
    """Key -> what may stand there, for one kind of line."""
    return {each.name: each.metadata["rule"] for each in fields(kind)}


def _line(reader: Reader, kind: type[Line], table: Table, where: str, names: Nameable) -> Line | None:
    before = len(reader.faults.found)
    allowed = rules(kind)
    reader.check_keys(table, tuple(allowed), where)
    values: dict[str, Any] = {}
    for key, rule in allowed.items():
        if key in table:
            values[key] = _value(reader, rule, (table, key), where, names)
        elif isinstance(rule, OneName | SeveralNames) and rule.required:
            reader.faults.add(f"{where}.{key}", "is missing.", "缺失。")
        elif isinstance(rule, Codes) and rule.of in table:
            reader.faults.add(
                f"{where}.{key}",
                f"is missing: give codes of the question in {rule.of}.",
                f"缺失：请给出{rule.of}中题目的选项编码。",
            )
    if not faultless(reader, before):
        return None
    _check_once(reader, allowed, values, where, names)
    return kind(**values) if faultless(reader, before) else None


def faultless(reader: Reader, before: int) -> bool:
    """True when no fault was noted since there were ``before``."""
    return len(reader.faults.found) == before


def _value(reader: Reader, rule: Rule, entry: tuple[Table, str], where: str, names: Nameable) -> Any:
    table, key = entry
    path = f"{where}.{key}"
    match rule:
        case OneName(kinds):
            _check_name(reader, table[key], kinds, path, names)
            return table[key]
        case SeveralNames(kinds, least):
            written = reader.strings(table, key, where)
            for name in written:
                _check_name(reader, name, kinds, path, names)
            if len(written) < least:
                reader.faults.add(path, f"should name at least {least}.", f"至少应列出{least}个。")
            for twice in dict.fromkeys(name for name in written if written.count(name) > 1):
                reader.faults.add(path, f"{quoted(twice)} is named twice.", f"{quoted(twice)}出现了两次。")
            return written
        case OneOf(words):
            return reader.one_of(table, key, where, words, Label("choice", "选项")) or words[0]
        case Whole(low, high):
            number = reader.number(table[key], path)
            if number is not None and not (low <= number <= high and number.is_integer()):
                reader.faults.add(
                    path,
                    f"should be a whole number from {low} to {high}.",
                    f"应为{low}至{high}的整数。",
                )
            return int(number or low)
        case Codes(of):
            return _codes(reader, table, key, path, names.codes.get(str(table.get(of)), ()))
        case ItemGroups(of, each):
            known = names.items.get(str(table.get(of)), ())
            return _item_groups(reader, table[key], path, known, (each, table.get(each)))
        case Share():
            return _within(reader, table[key], path, 0, 1)
        case Ladder():
            return _ladder(reader, rule, table[key], path)
        case Named():
            return reader.label(table, key, where)
        case Heading():
            return reader.text(table[key], path)


def _check_name(
    reader: Reader, name: object, kinds: tuple[NameKind, ...], path: str, names: Nameable
) -> None:
    known = names.of(kinds)
    if name not in known:
        what = Label(
            " or ".join(KIND_LABELS[kind].en for kind in kinds),
            "或".join(KIND_LABELS[kind].zh for kind in kinds),
        )
        reader.faults.unknown_name(path, name, what, known)


def _codes(reader: Reader, table: Table, key: str, path: str, known: tuple[float, ...]) -> tuple[float, ...]:
    written = table[key]
    entries = written if isinstance(written, list) else [written]
    codes = tuple(code for entry in entries if (code := reader.number(entry, path)) is not None)
    if not entries:
        reader.faults.add(path, "names no code.", "没有给出编码。")
    for code in codes:
        if code not in known:
            listed = ", ".join(f"{each:g}" for each in known) or "–"
            reader.faults.add(
                path,
                f"no answer of that question has the code {code:g}. Codes: {listed}.",
                f"该题没有编码为{code:g}的选项。可用编码：{listed}。",
            )
    return codes


def _item_groups(
    reader: Reader, written: object, path: str, known: tuple[str, ...], each: tuple[str, object]
) -> tuple[tuple[str, ...], ...]:
    """One list of items for each name that the field ``each`` holds; a name alone counts as a list of one."""
    groups = [[entry] if isinstance(entry, str) else entry for entry in _listed(written)]
    if not all(group and isinstance(group, list) for group in groups):
        reader.faults.add(path, "should be a list of lists of items.", "应为由题项列表组成的列表。")
        return ()
    for name in (name for group in groups for name in group if name not in known):
        reader.faults.unknown_name(path, name, Label("item", "题项"), known)
    field, named = each
    if len(groups) != len(_listed(named)):
        reader.faults.add(
            path,
            f"should hold one list for each of {field}: {len(_listed(named))}, not {len(groups)}.",
            f"应与{field}一一对应：需要{len(_listed(named))}个列表，现有{len(groups)}个。",
        )
    return tuple(tuple(str(name) for name in group) for group in groups)


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _within(reader: Reader, written: object, path: str, low: float, high: float) -> float | None:
    number = reader.number(written, path)
    if number is not None and not low <= number <= high:
        reader.faults.add(path, f"should lie between {low:g} and {high:g}.", f"应在{low:g}与{high:g}之间。")
    return number


def _ladder(reader: Reader, rule: Ladder, written: object, path: str) -> tuple[float, ...]:
    steps = tuple(reader.number(each, path) for each in _listed(written))
    numbers = tuple(each for each in steps if each is not None)
    order = sorted(set(numbers), reverse=rule.falling)
    if (
        len(steps) != rule.steps
        or list(numbers) != order
        or any(not rule.low <= x <= rule.high for x in numbers)
    ):
        reader.faults.add(
            path,
            f"should be {rule.steps} numbers from {rule.low:g} to {rule.high:g}, each {'smaller' if rule.falling else 'larger'} than the last.",
            f"应为{rule.low:g}至{rule.high:g}之间的{rule.steps}个数字，依次{'减小' if rule.falling else '增大'}。",
        )
    return numbers


def _check_once(
    reader: Reader, allowed: Mapping[str, Rule], values: Mapping[str, Any], where: str, names: Nameable
) -> None:
    """Nothing takes two parts in one model."""
    seen: dict[str, str] = {}
    for key, rule in allowed.items():
        value = values.get(key, ())
        named = (value,) if isinstance(rule, OneName) else value if isinstance(rule, SeveralNames) else ()
        for name in named:
            if name and name in seen and {key, seen[name]}.isdisjoint(("cluster", "question")):
                reader.faults.add(
                    f"{where}.{key}",
                    f"{quoted(name)} is already the {seen[name]} of this model.",
                    f"{quoted(name)}在该模型中已用作{seen[name]}。",
                )
            seen.setdefault(name, key)
    # groups of towns may well be compared with errors clustered over the towns
    told = [name for name, key in seen.items() if key != "cluster"]
    check_told_once(reader, told, names.regrouped, where)


def written_lines(lines: Lines) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every line as its key and the values that differ from what is meant when left out."""
    for key, kind in KINDS.items():
        for line in getattr(lines, key):
            values = {name: getattr(line, name) for name in rules(kind)}
            yield (
                key,
                {name: value for name, value in values.items() if not _usual(rules(kind)[name], value)},
            )


def _usual(rule: Rule, value: Any) -> bool:
    match rule:
        case OneOf(words):
            return bool(value == words[0])
        case Whole(low, _):
            return bool(value == low)
        case _:
            return value is None or value in ((), "")
