"""``survey-kit list``: what there is."""

from __future__ import annotations

import typer

from survey_kit.cli.options import Debug


def sections(debug: Debug = False) -> None:
    """List the sections of the chapter, the questionnaires, the platforms and the formats."""
    from survey_kit.analyses import ANALYSES
    from survey_kit.chapter import SUFFIXES
    from survey_kit.questionnaire.load import read_questionnaire, shipped
    from survey_kit.responses.dialects import DIALECTS

    typer.echo("Sections (survey-kit run NAME FILE)")
    for analysis in ANALYSES:
        typer.echo(f"  {analysis.id:<14}{analysis.title.en} · {analysis.title.zh}")
    typer.echo("Questionnaires (-q ID)")
    for name in shipped():
        title = read_questionnaire(name).title
        typer.echo(f"  {name:<14}{title.en} · {title.zh}")
    typer.echo("Platforms recognised")
    for dialect in DIALECTS:
        typer.echo(f"  {dialect.id:<14}{dialect.name.en} · {dialect.name.zh}")
    typer.echo("Formats (-f, or the suffix of -o)")
    for name, suffix in SUFFIXES.items():
        typer.echo(f"  {name:<14}{suffix}")
