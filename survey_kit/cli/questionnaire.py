"""``survey-kit questionnaire``: list, show, validate, infer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from survey_kit.cli.options import Debug, Encoding, HeaderRow, NoHeader, OutputFile, Responses, SheetOption

if TYPE_CHECKING:
    from survey_kit.report.blocks import Language

app = typer.Typer(
    help="List, show, validate or draft questionnaires.",
    epilog="Example: survey-kit questionnaire show career --lang zh",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Lang = Annotated[
    str, typer.Option("--lang", metavar="en|zh", help="Language; default: that of the terminal.")
]


@app.command("list", epilog="Example: survey-kit questionnaire list")
def list_(lang: Lang = "auto", debug: Debug = False) -> None:
    """List the questionnaires that ship with the program."""
    from survey_kit.questionnaire.load import read_questionnaire, shipped

    language = _language(lang)
    for name in shipped():
        asked = read_questionnaire(name)
        typer.echo(f"{name:<14}{len(asked.items):>3}  {asked.title.text(language)}")


@app.command("show", epilog="Example: survey-kit questionnaire show career --lang zh")
def show(
    which: Annotated[str, typer.Argument(metavar="ID|FILE", help="A shipped questionnaire or a file.")],
    lang: Lang = "auto",
    debug: Debug = False,
) -> None:
    """Print a questionnaire as a person would read it."""
    from survey_kit.questionnaire.load import read_questionnaire
    from survey_kit.questionnaire.show import show as as_text

    typer.echo(as_text(read_questionnaire(which), _language(lang)))


@app.command("validate", epilog="Example: survey-kit questionnaire validate mine.toml")
def validate(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A questionnaire file (TOML).")],
    lang: Lang = "auto",
    debug: Debug = False,
) -> None:
    """List all faults of a questionnaire file, each with its key. Exit 1 when there is one."""
    from survey_kit.output import shown
    from survey_kit.questionnaire.load import faults
    from survey_kit.report.writers.text import clean

    language = _language(lang)
    found = faults(file)
    for fault in found:
        typer.echo(clean(fault.text(language)))
    if found:
        count = f"{len(found)}处错误" if language == "zh" else f"faults: {len(found)}"
        typer.echo(f"{shown(file)}: {count}", err=True)
        raise typer.Exit(1)
    typer.echo(f"{shown(file)}: " + ("没有错误" if language == "zh" else "no faults"))


@app.command(
    "infer",
    short_help="Draft a questionnaire from a response file.",
    epilog="Example: survey-kit questionnaire infer responses.xlsx -o mine.toml",
)
def infer(
    file: Responses,
    output: OutputFile = None,
    sheet: SheetOption = None,
    encoding: Encoding = None,
    header_row: HeaderRow = None,
    no_header: NoHeader = False,
    debug: Debug = False,
) -> None:
    """Draft a questionnaire from a response file alone, to be corrected and used with -q."""
    from survey_kit.cli.session import read_options, stdin_bytes, tell
    from survey_kit.pipeline import infer_questionnaire
    from survey_kit.questionnaire.dump import to_toml

    options = read_options(sheet=sheet, encoding=encoding, header_row=header_row, no_header=no_header)
    drafted, remarks = infer_questionnaire(stdin_bytes() if file == "-" else file, options)
    tell(remarks)
    text = to_toml(drafted)
    if output is None:
        typer.echo(text, nl=False)
        return
    from survey_kit.output import building_file

    with building_file(output) as target:
        target.write_text(text, encoding="utf-8", newline="\n")


def _language(lang: str) -> Language:
    from survey_kit.cli.session import chosen_language, message_language

    wanted = chosen_language(lang)
    return message_language() if wanted == "auto" else wanted
