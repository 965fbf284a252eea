"""What every command does around its work: language of messages, remarks, progress, reading."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from survey_kit.errors import FileError, UsageError

if TYPE_CHECKING:
    from survey_kit.companions import Beside
    from survey_kit.pipeline import Prepared, Reading, ReadOptions
    from survey_kit.questionnaire.plan import Compat
    from survey_kit.report.blocks import Language, Remark, Report

MAX_STDIN = 500 * 2**20


def message_language() -> Language:
    """Language of messages: ``--lang`` where given, else that of the terminal's locale."""
    arguments = sys.argv[1:]
    for at, argument in enumerate(arguments):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else None
        if argument == "--lang" and at + 1 < len(arguments):
            value = arguments[at + 1]
        if value in ("en", "zh"):
            return "zh" if value == "zh" else "en"
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "zh" if locale.lower().startswith("zh") else "en"


def chosen_language(lang: str) -> Language | Literal["auto"]:
    """``--lang`` as given; anything but en, zh and auto is wrong usage."""
    if lang == "en":
        return "en"
    if lang == "zh":
        return "zh"
    if lang != "auto":
        raise UsageError(f"--lang {lang}: use en or zh.", f"--lang {lang}：请使用en或zh。")
    return "auto"


def chosen_compat(compat: str) -> Compat:
    """``--compat`` as given."""
    if compat == "default":
        return "default"
    if compat == "spss":
        return "spss"
    raise UsageError(f"--compat {compat}: use default or spss.", f"--compat {compat}：请使用default或spss。")


def remark(text: str) -> None:
    """One line on stderr, free of control characters."""
    from survey_kit.report.writers.text import clean

    print(clean(text), file=sys.stderr)


class Ticker:
    """Progress on stderr, one line rewritten, and only when somebody watches."""

    def __init__(self) -> None:
        self.live = sys.stderr.isatty()
        self.zh = message_language() == "zh"

    def __call__(self, en: str, zh: str) -> None:
        """Show what is being done."""
        if self.live:
            print(f"\r\x1b[K{zh if self.zh else en} …", end="", file=sys.stderr, flush=True)

    def done(self) -> None:
        """Take the line away."""
        if self.live:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def read_options(
    *, sheet: str | None, encoding: str | None, header_row: int | None, no_header: bool
) -> ReadOptions:
    """How to read a file, as said on the command line."""
    from survey_kit.pipeline import ReadOptions

    which = int(sheet) if sheet is not None and sheet.isdecimal() else sheet
    return ReadOptions(which, encoding, header_row, not no_header)


def read_input(
    file: str, questionnaire: str | None, options: ReadOptions, id_column: str | None = None
) -> Reading:
    """Read and decode the response file that the command names."""
    from survey_kit.pipeline import read

    source = stdin_bytes() if file == "-" else file
    return read(source, questionnaire=questionnaire, options=options, id_column=id_column)


def stdin_bytes() -> bytes:
    """Standard input, bounded."""
    data = sys.stdin.buffer.read(MAX_STDIN + 1)
    if len(data) > MAX_STDIN:
        raise FileError(
            f"Standard input holds more than {MAX_STDIN >> 20} MB. Save it as a file and name that.",
            f"标准输入超过{MAX_STDIN >> 20} MB。请先存为文件再指定。",
        )
    return data


def settle(
    reading: Reading, *, by: str | None, seed: int, compat: str, strict: bool, beside: Beside
) -> Prepared:
    """From coded answers to a study, with the remarks on stderr."""
    from survey_kit.pipeline import prepare, refuse_remarks

    groups = [part.strip() for part in by.split(",") if part.strip()] if by is not None else None
    prepared = prepare(reading, by=groups, seed=seed, compat=chosen_compat(compat), beside=beside)
    tell(prepared.remarks)
    if strict:
        refuse_remarks(prepared.remarks)
    return prepared


def tell(remarks: Sequence[Remark]) -> None:
    """Remarks on stderr, in the language of messages."""
    language = message_language()
    for each in remarks:
        mark = {"warning": ("warning: ", "警告："), "note": ("note: ", "说明：")}[each.level]
        remark(mark[language == "zh"] + each.text.text(language))


def tell_chapter(report: Report) -> None:
    """What the chapter itself warns of, and what it leaves out, on stderr."""
    from survey_kit.pipeline import words
    from survey_kit.report.blocks import Finding, Heading, Label, Remark, Section
    from survey_kit.report.wording import Wording
    from survey_kit.report.writers.text import flat

    language = message_language()
    wording = Wording(words(), language)
    remarks = []
    for section in report.sections:
        title = flat(wording.spans(section.title))
        if isinstance(section, Section):
            colon = "：" if language == "zh" else ": "
            texts, place = [], title
            for block in section.blocks:
                if isinstance(block, Heading):
                    heading = flat(wording.spans(block.say))
                    place = f"{title}（{heading}）" if language == "zh" else f"{title} ({heading})"
                elif isinstance(block, Finding) and block.level == "warning":
                    texts.append(f"{place}{colon}{flat(wording.spans(block.say))}")
        else:
            reason = flat(wording.spans(section.reason))
            texts = [f"未给出“{title}”：{reason}" if language == "zh" else f"left out – {title}: {reason}"]
        remarks += [Remark(Label.of(text)) for text in texts]
    tell(remarks)


def tell_edited(kept: Sequence[Path]) -> None:
    """Files of the last run that the user had edited, by the names under which they were kept."""
    from survey_kit.output import shown

    for path in kept:
        remark(
            f"说明：上次生成的文件被您修改过，已另存为{shown(path)}"
            if message_language() == "zh"
            else f"note: you had edited a file of the last run; it was kept as {shown(path)}"
        )


def default_folder(file: str) -> Path:
    """Where the chapter of a response file goes unless told otherwise; said when the name is cut."""
    from survey_kit.output import MAX_NAME_BYTES, folder_name

    stem = "stdin" if file == "-" else Path(file).name
    for _ in range(2):  # responses.csv.gz
        stem = stem.removesuffix(Path(stem).suffix) if Path(stem).suffix else stem
    name = folder_name(stem)
    if len(stem.encode("utf-8", "replace")) > MAX_NAME_BYTES:
        remark(
            f"说明：文件名过长，报告文件夹名已截短为{name}"
            if message_language() == "zh"
            else f"note: the file name is very long; the report's folder is called {name}"
        )
    return Path("reports") / name
