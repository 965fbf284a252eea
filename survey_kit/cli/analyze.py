"""``survey-kit analyze``: the whole chapter."""

from __future__ import annotations

from pathlib import Path
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
    QuestionnaireOption,
    Ratings,
    Responses,
    Seed,
    SheetOption,
    Strict,
    Weights,
)


def analyze(
    file: Responses,
    questionnaire: QuestionnaireOption = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="DIR", help="Output folder; default: reports/<name of the file>."
        ),
    ] = None,
    formats: Annotated[
        str,
        typer.Option("--format", "-f", metavar="LIST", help="docx,html,xlsx,latex,markdown,json or all."),
    ] = "all",
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
    """Write the chapter: every section that the data can carry, every figure, every format."""
    from survey_kit.cli.session import (
        Ticker,
        chosen_language,
        default_folder,
        read_input,
        read_options,
        settle,
        tell_chapter,
        tell_edited,
    )
    from survey_kit.output import check_folder

    language = chosen_language(lang)
    folder = output or default_folder(file)
    check_folder(folder)
    ticker = Ticker()

    from survey_kit.chapter import formats_named, write_chapter
    from survey_kit.cli.summary import summary
    from survey_kit.companions import Beside
    from survey_kit.pipeline import drafted_toml, report

    wanted = formats_named([formats])
    ticker("reading", "正在读取")
    try:
        how = read_options(sheet=sheet, encoding=encoding, header_row=header_row, no_header=no_header)
        reading = read_input(file, questionnaire, how, id_column)
        ticker.done()
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
        chapter_data = report(prepared, language=language, chapter=chapter, progress=ticker)
        draft = drafted_toml(prepared.study.questionnaire)
        extra = {"questionnaire.toml": draft} if draft else {}
        edited = write_chapter(chapter_data, folder, wanted, extra=extra, progress=ticker)
    finally:
        ticker.done()
    tell_chapter(chapter_data)
    tell_edited(edited)
    typer.echo(summary(chapter_data, folder, wanted), nl=False)
