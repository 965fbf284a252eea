"""``survey-kit run``: one section, to the terminal or to a file."""

from __future__ import annotations

from typing import Annotated

import typer

from survey_kit.cli.options import (
    Alone,
    Before,
    By,
    Chapter,
    Codebook,
    Compat,
    Debug,
    Encoding,
    HeaderRow,
    IdColumn,
    Interviews,
    Lang,
    NoHeader,
    OutputFile,
    QuestionnaireOption,
    Ratings,
    Responses,
    Seed,
    SheetOption,
    Strict,
    Weights,
)


def run(
    section: Annotated[
        str, typer.Argument(metavar="SECTION", help="A section's name; survey-kit list shows them.")
    ],
    file: Responses,
    questionnaire: QuestionnaireOption = None,
    output: OutputFile = None,
    lang: Lang = "auto",
    by: By = None,
    chapter: Chapter = 4,
    seed: Seed = 1,
    compat: Compat = "default",
    strict: Strict = False,
    before: Before = None,
    id_column: IdColumn = None,
    interviews: Interviews = None,
    codebook: Codebook = None,
    ratings: Ratings = None,
    weights: Weights = None,
    alone: Alone = False,
    sheet: SheetOption = None,
    encoding: Encoding = None,
    header_row: HeaderRow = None,
    no_header: NoHeader = False,
    debug: Debug = False,
) -> None:
    """Compute one section and print it, or write it to a file of any format."""
    from survey_kit.chapter import format_of, setting, write_one
    from survey_kit.cli.session import chosen_language, read_input, read_options, settle, tell_chapter
    from survey_kit.companions import Beside
    from survey_kit.pipeline import analysis, report
    from survey_kit.report.blocks import Skipped

    language = chosen_language(lang)
    analysis(section)
    if output is not None:
        format_of(output)
    how = read_options(sheet=sheet, encoding=encoding, header_row=header_row, no_header=no_header)
    reading = read_input(file, questionnaire, how, id_column)
    beside = Beside(
        before=before,
        id_column=id_column,
        interviews=interviews,
        codebook=codebook,
        ratings=ratings,
        weights=weights,
        alone=alone,
    )
    prepared = settle(reading, by=by, seed=seed, compat=compat, strict=strict, beside=beside)
    result = report(prepared, sections=[section], language=language, chapter=chapter)
    if output is not None:
        write_one(result, output)
        tell_chapter(result)
    else:
        from survey_kit.report.writers.text import dumps

        typer.echo(dumps(setting(result)), nl=False)
    if isinstance(result.sections[0], Skipped):
        raise typer.Exit(1)
