"""From a report to files: typeset once, draw once, write every format asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, TypeAlias

from survey_kit.errors import UsageError
from survey_kit.output import building, building_file
from survey_kit.pipeline import Progress, silent, words
from survey_kit.report.blocks import Figure, Language, Report, Section
from survey_kit.report.document import Document, FigureFiles
from survey_kit.report.typeset import typeset
from survey_kit.report.wording import Wording

Format: TypeAlias = Literal["docx", "html", "xlsx", "latex", "markdown", "json"]
FORMATS: tuple[Format, ...] = ("docx", "html", "xlsx", "latex", "markdown", "json")
SUFFIXES: Mapping[str, str] = {
    "docx": ".docx",
    "html": ".html",
    "xlsx": ".xlsx",
    "latex": ".tex",
    "markdown": ".md",
    "json": ".json",
    "text": ".txt",
}
ILLUSTRATED = frozenset(("docx", "html", "latex", "markdown"))


def formats_named(names: Sequence[str]) -> tuple[Format, ...]:
    """Formats from what the user wrote (``docx,html`` or ``all``), in the usual order.

    Raises
    ------
    UsageError
        An unknown format.
    """
    wanted = [part.strip().lower() for name in names for part in name.split(",") if part.strip()]
    for name in wanted:
        if name != "all" and name not in FORMATS:
            known = ", ".join(FORMATS)
            raise UsageError(
                f"Unknown format {name!r}. Available: {known}, all.",
                f"未知格式{name!r}。可用：{known}、all。",
            )
    return tuple(f for f in FORMATS if "all" in wanted or f in wanted)


def format_of(path: Path) -> str:
    """The format that a file name's suffix stands for.

    Raises
    ------
    UsageError
        The suffix is none that can be written.
    """
    for name, suffix in SUFFIXES.items():
        if path.suffix.lower() == suffix:
            return name
    known = " ".join(SUFFIXES.values())
    raise UsageError(
        f"{path.name}: the suffix does not name a format. Use one of {known}.",
        f"{path.name}：无法从扩展名判断格式。请使用{known}之一。",
    )


def setting(report: Report, language: Language | None = None, chapter: int | None = None) -> Document:
    """The report typeset, in its own language and chapter number unless told otherwise."""
    return typeset(
        report,
        words(),
        language or report.meta["language"],
        chapter=report.meta["chapter"] if chapter is None else chapter,
    )


def figures_of(report: Report) -> list[tuple[str, Figure]]:
    """Every figure with the stem of its file name."""
    return [
        (f"{section.id}-{block.id}", block)
        for section in report.sections
        if isinstance(section, Section)
        for block in section.blocks
        if isinstance(block, Figure)
    ]


def draw_figures(report: Report, language: Language, folder: Path) -> Mapping[str, FigureFiles]:
    """Draw every figure of the report into ``folder``."""
    from survey_kit.report.figures.draw import draw

    found = figures_of(report)
    if not found:
        return {}
    folder.mkdir(exist_ok=True)
    return draw(found, Wording(words(), language), folder)


def write_format(
    name: str, report: Report, document: Document, figures: Mapping[str, FigureFiles], path: Path
) -> None:
    """Write one format. Only the writer that is needed is imported."""
    match name:
        case "json":
            from survey_kit.report.writers import json

            json.write(report, path)
        case "docx":
            from survey_kit.report.writers import docx

            docx.write(document, figures, path)
        case "html":
            from survey_kit.report.writers import html

            html.write(document, figures, path)
        case "xlsx":
            from survey_kit.report.writers import xlsx

            xlsx.write(document, figures, path)
        case "latex":
            from survey_kit.report.writers import latex

            latex.write(document, figures, path)
        case "markdown":
            from survey_kit.report.writers import markdown

            markdown.write(document, figures, path)
        case _:
            from survey_kit.report.writers import text

            text.write(document, figures, path)


def write_chapter(
    report: Report,
    folder: Path,
    formats: Sequence[str] = FORMATS,
    *,
    extra: Mapping[str, str] | None = None,
    progress: Progress = silent,
) -> list[Path]:
    """Write the chapter into a folder, whole or not at all.

    Parameters
    ----------
    extra
        Further text files, name -> content (the drafted questionnaire).

    Returns
    -------
    Files that the user had edited since the last run; they were kept under these names.
    """
    language: Language = report.meta["language"]
    with building(folder) as (work, edited):
        document = setting(report)
        figures: Mapping[str, FigureFiles] = {}
        if ILLUSTRATED.intersection(formats):
            progress("drawing figures", "正在绘图")
            figures = draw_figures(report, language, work / "figures")
        for name in formats:
            progress(f"writing {name}", f"正在写出{name}")
            write_format(name, report, document, figures, work / f"report{SUFFIXES[name]}")
        for file_name, content in (extra or {}).items():
            (work / file_name).write_text(content, encoding="utf-8", newline="\n")
    return edited


def write_one(
    report: Report, path: Path, language: Language | None = None, chapter: int | None = None
) -> None:
    """Write one file of the format that its suffix names; LaTeX and Markdown get ``figures/`` beside."""
    import tempfile

    name = format_of(path)
    document = setting(report, language, chapter)
    with building_file(path) as target, tempfile.TemporaryDirectory() as spare:
        figures: Mapping[str, FigureFiles] = {}
        if name in ILLUSTRATED:
            beside = name in ("latex", "markdown")
            folder = (target.parent if beside else Path(spare)) / "figures"
            figures = draw_figures(report, document.language, folder)
        write_format(name, report, document, figures, target)
