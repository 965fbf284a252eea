"""All commands under one name."""

from __future__ import annotations

import typer

from survey_kit.cli import (
    analyze,
    appraise,
    check,
    code,
    listing,
    questionnaire,
    render,
    run,
    score,
    selftest,
    simulate,
)

app = typer.Typer(
    name="survey-kit",
    help="From a questionnaire export to the statistics chapter of a thesis, in English or Chinese.",
    epilog="Example: survey-kit analyze responses.xlsx",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(value: bool) -> None:
    if value:
        from survey_kit import __version__

        typer.echo(f"survey-kit {__version__}")
        raise typer.Exit


@app.callback()
def common(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Show the version."
    ),
) -> None:
    """From a questionnaire export to the statistics chapter of a thesis, in English or Chinese."""


# the short help keeps the list of commands to a line each
for name, command, short, example in (
    ("analyze", analyze.analyze, "Write the chapter of a response file.", "analyze responses.xlsx --lang zh"),
    ("run", run.run, "Compute one section; print it or write it to a file.", "run reliability responses.xlsx"),
    ("check", check.check, "Check the quality of the data alone.", "check responses.xlsx"),
    ("score", score.score, "Item and scale scores as csv, xlsx or sav.", "score responses.xlsx -o scores.csv"),
    ("appraise", appraise.appraise, "Appraise people by their ratings.", "appraise ratings.xlsx --weights ahp:matrices.xlsx"),
    ("render", render.render, "Write a chapter again from its results file.", "render report.json -o chapter.docx --lang zh"),
    ("simulate", simulate.simulate, None, "simulate career -n 93 --seed 7 -o responses.xlsx"),
    ("list", listing.sections, "List sections, questionnaires, platforms, formats.", "list"),
    ("selftest", selftest.selftest, "Compare reference cases on this machine.", "selftest"),
):  # fmt: skip
    app.command(name, short_help=short, epilog=f"Example: survey-kit {example}")(command)
app.add_typer(questionnaire.app, name="questionnaire")
app.add_typer(code.app, name="code")
