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


app.command(
    "analyze",
    short_help="Write the chapter of a response file.",
    epilog="Example: survey-kit analyze responses.xlsx --lang zh",
)(analyze.analyze)
app.command(
    "run",
    short_help="Compute one section; print it or write it to a file.",
    epilog="Example: survey-kit run reliability responses.xlsx",
)(run.run)
app.command(
    "check",
    short_help="Check the quality of the data alone.",
    epilog="Example: survey-kit check responses.xlsx",
)(check.check)
app.command(
    "score",
    short_help="Item and scale scores as csv, xlsx or sav.",
    epilog="Example: survey-kit score responses.xlsx -o scores.csv",
)(score.score)
app.command(
    "appraise",
    short_help="Appraise people by their ratings.",
    epilog="Example: survey-kit appraise ratings.xlsx --weights ahp:matrices.xlsx",
)(appraise.appraise)
app.command(
    "render",
    short_help="Write a chapter again from its results file.",
    epilog="Example: survey-kit render report.json -o chapter.docx --lang zh",
)(render.render)
app.command("simulate", epilog="Example: survey-kit simulate career -n 93 --seed 7 -o responses.xlsx")(
    simulate.simulate
)
app.command(
    "list", short_help="List sections, questionnaires, platforms, formats.", epilog="Example: survey-kit list"
)(listing.sections)
app.command(
    "selftest", short_help="Compare reference cases on this machine.", epilog="Example: survey-kit selftest"
)(selftest.selftest)
app.add_typer(questionnaire.app, name="questionnaire")
app.add_typer(code.app, name="code")
