"""``survey-kit score``: item and scale scores as a table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from survey_kit.cli.options import (
    Debug,
    Encoding,
    HeaderRow,
    NoHeader,
    QuestionnaireOption,
    Responses,
    SheetOption,
)


def score(
    file: Responses,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="csv, xlsx or sav, by suffix; default: csv to the terminal.",
        ),
    ] = None,
    questionnaire: QuestionnaireOption = None,
    sheet: SheetOption = None,
    encoding: Encoding = None,
    header_row: HeaderRow = None,
    no_header: NoHeader = False,
    debug: Debug = False,
) -> None:
    """Score the answers: items after reversal, scale scores, background codes; one row a respondent."""
    from survey_kit.cli.session import read_input, read_options, tell
    from survey_kit.pipeline import prepare
    from survey_kit.scores_file import check_suffix, write_scores

    if output is not None:
        check_suffix(output)
    how = read_options(sheet=sheet, encoding=encoding, header_row=header_row, no_header=no_header)
    reading = read_input(file, questionnaire, how)
    prepared = prepare(reading)
    tell(prepared.remarks)
    if output is None:
        from survey_kit.scores_file import as_csv

        typer.echo(as_csv(prepared.study), nl=False)
        return
    from survey_kit.output import building_file

    with building_file(output) as target:
        write_scores(prepared.study, target)
