"""Questionnaire files: the shipped ones by id, anybody's by path."""

from __future__ import annotations

import re
import stat
import tomllib
from pathlib import Path

from survey_kit.errors import FileError, QuestionnaireError
from survey_kit.questionnaire.faults import Fault, Faults, nearest, paragraph, quoted
from survey_kit.questionnaire.model import Questionnaire
from survey_kit.questionnaire.schema import read_document
from survey_kit.report.blocks import Label

MAX_BYTES = 4_000_000
"""A questionnaire of 1,000 items takes about 300 kB."""

SIMULATION_SUFFIX = ".simulation.toml"
"""``career.simulation.toml`` beside ``career.toml``: the population from which samples are drawn."""

CODEBOOK_SUFFIX = ".codebook.toml"
"""``career.codebook.toml`` beside ``career.toml``: the themes of interviews held with the same people."""


def shipped_folder() -> Path:
    """Where the shipped questionnaires are: in the installed package, or in the checkout."""
    packed = Path(__file__).resolve().parent.parent / "questionnaires"
    return packed if packed.is_dir() else packed.parent.parent / "questionnaires"


def shipped() -> tuple[str, ...]:
    """Ids of the questionnaires that ship with the program, sorted.

    Examples
    --------
    >>> "career" in shipped()
    True
    """
    files = shipped_folder().glob("*.toml")
    beside = (SIMULATION_SUFFIX, CODEBOOK_SUFFIX)
    return tuple(sorted(file.stem for file in files if not file.name.endswith(beside)))


def read_questionnaire(id_or_path: str | Path) -> Questionnaire:
    """Read a questionnaire: a shipped one by its id, any other by the path of its TOML file.

    Raises
    ------
    QuestionnaireError
        Neither a shipped id nor a file; or a faulty file (all faults are listed).
    FileError
        A file that cannot be read.

    Examples
    --------
    >>> read_questionnaire("career").title.en[:6]
    'Career'
    """
    path = locate(id_or_path)
    questionnaire, found = _read(path)
    if found or questionnaire is None:
        name = _shown(path)
        raise QuestionnaireError(paragraph(name, found, "en"), paragraph(name, found, "zh"))
    return questionnaire


def faults(path: str | Path) -> tuple[Fault, ...]:
    """All faults of a questionnaire file, in file order; empty when it can be used.

    Raises
    ------
    QuestionnaireError, FileError
        When there is no such file or it cannot be read.
    """
    return _read(locate(path))[1]


def locate(id_or_path: str | Path) -> Path:
    """The file of a shipped id or of a path."""
    ids = shipped()
    if isinstance(id_or_path, str) and id_or_path in ids:
        return shipped_folder() / f"{id_or_path}.toml"
    path = Path(id_or_path)
    try:
        known = path.exists()
    except (OSError, ValueError):  # a name too long, or with a NUL in it
        known = False
    if known:
        return path
    hint = nearest(str(id_or_path), ids)
    name = quoted(id_or_path)
    raise QuestionnaireError(
        f"There is no questionnaire {name}: neither a shipped id nor a file. {hint.en}",
        f"没有问卷{name}：既不是内置问卷的id，也不是文件。{hint.zh}",
    )


def _read(path: Path) -> tuple[Questionnaire | None, tuple[Fault, ...]]:
    collected = Faults()
    text = read_text(path, collected)
    if text is None:
        return None, tuple(collected.found)
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        collected.found.append(_syntax(text, error))
        return None, tuple(collected.found)
    except RecursionError:
        collected.add("", "tables or lists are nested too deeply.", "表或列表嵌套过深。")
        return None, tuple(collected.found)
    questionnaire = read_document(document, collected)
    return questionnaire, tuple(collected.found)


QUESTIONNAIRE = Label("questionnaire", "问卷")


def read_text(path: Path, collected: Faults, *, what: Label = QUESTIONNAIRE) -> str | None:
    """The text of a TOML file, or None with a fault (empty, too large, not UTF-8)."""
    name = _shown(path)
    try:
        regular = stat.S_ISREG(path.stat().st_mode)
        if regular:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise FileError(
            f"File {name} not found. Check the folder and the name of the {what.en}.",
            f"找不到文件{name}。请检查{what.zh}的文件夹和文件名。",
        ) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileError(f"{name} cannot be read ({reason}).", f"无法读取{name}（{reason}）。") from error
    if not regular:
        raise FileError(
            f"{name} is not a file. A {what.en} is a TOML file.", f"{name}不是文件。{what.zh}应为TOML文件。"
        )
    if not data.strip():
        collected.add("", "the file is empty.", "文件为空。")
        return None
    if len(data) > MAX_BYTES:
        collected.add(
            "",
            f"the file is larger than {MAX_BYTES // 1_000_000} MB, too large for a {what.en}.",
            f"文件超过{MAX_BYTES // 1_000_000} MB，对{what.zh}来说过大。",
        )
        return None
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        collected.add(
            f"line {line}",
            "the file is not UTF-8 text.",
            "文件不是UTF-8编码的文本。",
            Label(
                f"A {what.en} is a TOML file: text, saved with the encoding UTF-8.",
                f"{what.zh}应为TOML文件：以UTF-8编码保存的文本。",
            ),
        )
        return None


def _syntax(text: str, error: tomllib.TOMLDecodeError) -> Fault:
    """Where the TOML breaks, in our words; the parser's own remark follows in English."""
    position = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    where = f"line {position[1]}, column {position[2]}" if position else f"line {text.count(chr(10)) + 1}"
    remark = re.sub(r"\s*\(at .*\)$", "", str(error))
    shown = quoted(remark)
    return Fault(where, Label(f"not valid TOML: {shown}.", f"不是有效的TOML：{shown}。"))


def _shown(path: Path) -> str:
    return quoted(path.name).strip('"')
