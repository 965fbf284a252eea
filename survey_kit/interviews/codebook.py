"""Codebook files: ``career.codebook.toml`` beside ``career.toml``, or anybody's own."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

from survey_kit.errors import QuestionnaireError
from survey_kit.interviews.model import Codebook, Theme
from survey_kit.questionnaire.faults import SHOWN_FAULTS, Fault, Faults, quoted
from survey_kit.questionnaire.fields import Reader, Table
from survey_kit.questionnaire.load import CODEBOOK_SUFFIX, read_text, shipped_folder
from survey_kit.report.blocks import LANGUAGES, Label, Language

CODEBOOK = Label("codebook", "编码本")
KEYS = ("id", "title", "language", "theme")
UNDEFINED = ("Say what belongs to the theme.", "请写明主题界定。")
"""How the definitions of a drafted codebook end, as long as nobody has written them."""

THEME_KEYS = ("id", "label", "definition", "factor", "group")


def shipped_codebook(questionnaire_id: str) -> Path | None:
    """The codebook that ships with this questionnaire, or None."""
    path = shipped_folder() / f"{questionnaire_id}{CODEBOOK_SUFFIX}"
    return path if Path(questionnaire_id).name == questionnaire_id and path.is_file() else None


def read_codebook(path: str | Path, *, factors: Sequence[str] | None = None) -> Codebook:
    """Read a codebook.

    Parameters
    ----------
    factors : ids of the questionnaire's scales, which ``factor`` may name; None: not checked.

    Raises
    ------
    FileError
        The file cannot be read.
    QuestionnaireError
        It is no codebook; all its faults are listed.

    Examples
    --------
    >>> read_codebook(shipped_codebook("career")).themes[0].factor
    'autonomy'
    """
    file = Path(path)
    faults = Faults()
    text = read_text(file, faults, what=CODEBOOK)
    codebook = None
    if text is not None:
        try:
            codebook = _codebook(tomllib.loads(text), faults, factors)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            remark = quoted(error)
            faults.add("", f"not valid TOML: {remark}.", f"不是有效的TOML：{remark}。")
    if faults.found or codebook is None:
        raise _refusal(quoted(file.name).strip('"'), tuple(faults.found))
    return codebook


def drafted_codebook(codes: Sequence[str]) -> Codebook:
    """A codebook of the codes that occur, in this order, each its own label."""
    themes = tuple(Theme(code, Label.of(code)) for code in codes)
    return Codebook("draft", Label("Codes that occur", "出现的编码"), themes, drafted=True)


def _codebook(document: Table, faults: Faults, factors: Sequence[str] | None) -> Codebook:
    language: Language | None = None
    wanted = document.get("language")
    if wanted is not None:
        language = next((each for each in LANGUAGES if each == wanted), None)
        if language is None:
            faults.unknown_name("language", wanted, Label("language", "语言"), LANGUAGES)
    reader = Reader(faults, language)
    reader.check_keys(document, KEYS, "")
    name = reader.identifier(document, "")
    title = reader.label(document, "title", "")
    themes: list[Theme] = []
    for table, where in reader.tables(document, "theme"):
        theme = _theme(table, where, reader, factors)
        if theme.id and any(theme.id == other.id for other in themes):
            faults.add(where, "the id occurs twice.", "id重复。")
        themes.append(theme)
    if not themes and not faults.found:
        faults.add(
            "theme",
            "there is no theme; write one [[theme]] table a code.",
            "没有主题，请为每个编码写一个[[theme]]表。",
        )
    return Codebook(name, title, tuple(themes))


def _theme(table: Table, where: str, reader: Reader, factors: Sequence[str] | None) -> Theme:
    reader.check_keys(table, THEME_KEYS, where)
    name = reader.identifier(table, where)
    label = reader.label(table, "label", where)
    definition = reader.label(table, "definition", where) if "definition" in table else None
    group = reader.label(table, "group", where) if "group" in table else None
    factor = table.get("factor", "")
    if not isinstance(factor, str) or (factor and factors is not None and factor not in factors):
        reader.faults.unknown_name(f"{where}.factor", factor, Label("scale", "量表"), factors or ())
        factor = ""
    return Theme(name, label, definition, factor, group)


def _refusal(name: str, faults: tuple[Fault, ...]) -> QuestionnaireError:
    count, more = len(faults), len(faults) - SHOWN_FAULTS
    en = [f"{name}: {count} fault{'' if count == 1 else 's'} in the codebook:"]
    zh = [f"编码本{name}有{count}处错误："]
    for fault in faults[:SHOWN_FAULTS]:
        en.append(f"  {fault.text('en')}")
        zh.append(f"  {fault.text('zh')}")
    if more > 0:
        en.append(f"  … and {more} more.")
        zh.append(f"  ……另有{more}处。")
    return QuestionnaireError("\n".join(en), "\n".join(zh))
