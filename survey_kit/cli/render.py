"""``survey-kit render``: any format from the results file alone; nothing is computed again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from survey_kit.cli.options import Debug


def render(
    results: Annotated[
        str, typer.Argument(metavar="REPORT.JSON", help="Results file of a run; - reads stdin.")
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="File to write; its suffix names the format. Default: text to the terminal.",
        ),
    ] = None,
    lang: Annotated[
        str, typer.Option("--lang", metavar="en|zh", help="Language; default: that of the run.")
    ] = "auto",
    chapter: Annotated[
        int | None,
        typer.Option("--chapter", metavar="N", min=0, help="Chapter number; default: that of the run."),
    ] = None,
    debug: Debug = False,
) -> None:
    """Write a chapter again from its results file: another format, language or chapter number."""
    from survey_kit.chapter import format_of, setting, write_one
    from survey_kit.cli.session import chosen_language, stdin_bytes
    from survey_kit.report.writers import json

    wanted = chosen_language(lang)
    language = None if wanted == "auto" else wanted
    if output is not None:
        format_of(output)
    if results == "-":
        report = json.loads(stdin_bytes().decode("utf-8", "replace"), "stdin")
    else:
        report = json.read(Path(results))
    if output is not None:
        write_one(report, output, language, chapter)
        return
    from survey_kit.report.writers.text import dumps

    typer.echo(dumps(setting(report, language, chapter)), nl=False)
