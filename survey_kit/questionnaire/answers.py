"""Answer lists of a questionnaire file: named ones under ``[options]`` and those written in place."""

from __future__ import annotations

from collections.abc import Mapping

from survey_kit.questionnaire.faults import quoted
from survey_kit.questionnaire.fields import Reader, Table
from survey_kit.questionnaire.model import Option
from survey_kit.report.blocks import LANGUAGES, Label

OPTION_KEYS = (*LANGUAGES, "codes")

Lists = Mapping[str, tuple[Option, ...]]


def read_lists(reader: Reader, document: Table) -> dict[str, tuple[Option, ...]]:
    """The named answer lists of the file."""
    named = reader.table(document, "options")
    return {name: read_options(reader, value, f"options.{name}") for name, value in named.items()}


def options_of(reader: Reader, table: Table, where: str, lists: Lists) -> tuple[Option, ...] | None:
    """The options of a scale, item or question: by name, or written in place; None when absent."""
    value = table.get("options")
    if value is None:
        return None
    if not isinstance(value, str):
        return read_options(reader, value, f"{where}.options")
    if value in lists:
        return lists[value]
    reader.faults.unknown_name(f"{where}.options", value, Label("answer list", "选项表"), lists)
    return ()


def read_options(reader: Reader, value: object, where: str) -> tuple[Option, ...]:
    """One answer list: ``{ en = […], zh = […], codes = […] }``, or ``[…]`` in a one-language file."""
    if isinstance(value, list):
        if reader.language is None:
            reader.faults.add(
                where,
                "is in one language only.",
                "只有一种语言。",
                Label(
                    'Write { en = […], zh = […] }, or language = "en" at the top of the file.',
                    '请写成{ en = […], zh = […] }，或在文件开头写language = "zh"。',
                ),
            )
        texts = _texts(reader, value, where)
        return _assembled(reader, [Label.of(text) for text in texts], None, where)
    if not isinstance(value, Mapping):
        reader.faults.add(
            where,
            f"should be a list of answers, not {quoted(value)}.",
            f"应为选项列表，而不是{quoted(value)}。",
        )
        return ()
    reader.check_keys(value, OPTION_KEYS, where)
    written = {
        language: _texts(reader, value[language], f"{where}.{language}")
        for language in LANGUAGES
        if language in value
    }
    missing = [language for language in LANGUAGES if language not in written]
    if not written or (missing and reader.language is None):
        for language in missing:
            reader.faults.add(
                f"{where}.{language}",
                f"the {'English' if language == 'en' else 'Chinese'} answers are missing.",
                f"缺少{'英文' if language == 'en' else '中文'}选项。",
            )
    if not written:
        return ()
    only = next(iter(written.values()))
    en, zh = written.get("en", only), written.get("zh", only)
    if len(en) != len(zh):
        reader.faults.add(
            where,
            f"{len(en)} answers in English but {len(zh)} in Chinese.",
            f"英文选项有{len(en)}个，中文选项有{len(zh)}个。",
        )
        return ()
    labels = [Label(*pair) for pair in zip(en, zh, strict=True)]
    return _assembled(reader, labels, value.get("codes"), where)


def _texts(reader: Reader, value: object, where: str) -> list[str]:
    if not isinstance(value, list):
        reader.faults.add(where, "should be a list of texts.", "应为文本列表。")
        return []
    texts = [reader.text(text, f"{where}[#{i}]") for i, text in enumerate(value, start=1)]
    for text in dict.fromkeys(text for text in texts if text and texts.count(text) > 1):
        reader.faults.add(where, f"the answer {quoted(text)} occurs twice.", f"选项{quoted(text)}出现两次。")
    return texts


def _assembled(reader: Reader, labels: list[Label], codes: object, where: str) -> tuple[Option, ...]:
    if not labels:
        reader.faults.add(where, "has no answers.", "没有选项。")
        return ()
    if codes is None:
        return tuple(Option(float(i), label) for i, label in enumerate(labels, start=1))
    path = f"{where}.codes"
    if not isinstance(codes, list):
        reader.faults.add(path, "should be a list of numbers.", "应为数字列表。")
        return ()
    numbers = [reader.number(code, path) for code in codes]
    if len(numbers) != len(labels):
        reader.faults.add(
            path,
            f"{len(numbers)} codes for {len(labels)} answers.",
            f"编码有{len(numbers)}个，选项有{len(labels)}个。",
        )
        return ()
    if len(set(numbers)) != len(numbers):
        reader.faults.add(path, "a code occurs twice.", "编码重复。")
    return tuple(Option(code, label) for code, label in zip(numbers, labels, strict=True) if code is not None)
