"""``survey-kit appraise``: a composite judgement of people from ratings alone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from survey_kit.cli.options import Chapter, Debug, Lang, Seed, SheetOption


def appraise(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Ratings: xlsx or csv; - reads stdin.")],
    weights: Annotated[
        str | None,
        typer.Option(
            "--weights", metavar="HOW", help="equal, entropy, critic, ahp:FILE or given:morality=.2,…."
        ),
    ] = None,
    ordinary: Annotated[
        float | None,
        typer.Option("--ordinary", metavar="SHARE", help="Weight of ordinary assessment; default: .5."),
    ] = None,
    quota: Annotated[
        float | None,
        typer.Option("--quota", metavar="SHARE", help="Excellent at most, e.g. .2; default: no limit."),
    ] = None,
    cuts: Annotated[
        str | None,
        typer.Option(
            "--cuts",
            metavar="POINTS",
            help="Least points for excellent, competent, basically competent; default: 90,75,60.",
        ),
    ] = None,
    scale: Annotated[
        str | None, typer.Option("--range", metavar="LOW-HIGH", help="Scale of the ratings; default: 0-100.")
    ] = None,
    questionnaire: Annotated[
        str | None,
        typer.Option(
            "--questionnaire", "-q", metavar="ID|FILE", help="Take what is not said here from its plan."
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE|DIR", help="File of any format, or a folder."),
    ] = None,
    formats: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="LIST", help="In a folder: docx,html,xlsx,latex,markdown,json or all."
        ),
    ] = "all",
    lang: Lang = "auto",
    chapter: Chapter = 4,
    seed: Seed = 1,
    sheet: SheetOption = None,
    debug: Debug = False,
) -> None:
    """Weigh, score, grade and rank people by ratings; print it, or write a file or folder."""
    from survey_kit.appraising import appraisal_report, read_planned
    from survey_kit.chapter import format_of, formats_named, setting, write_chapter, write_one
    from survey_kit.cli.session import (
        chosen_language,
        message_language,
        stdin_bytes,
        tell,
        tell_chapter,
        tell_edited,
    )
    from survey_kit.cli.summary import written
    from survey_kit.output import check_folder
    from survey_kit.ratings.settings import planned_line, rules_of, weighting_asked
    from survey_kit.report.blocks import Skipped

    asked = chosen_language(lang)
    language = message_language() if asked == "auto" else asked
    line = planned_line(questionnaire, ordinary=ordinary, quota=quota, cuts=cuts, scale=scale)
    wanted = formats_named([formats])
    folder = output is not None and not output.suffix
    if output is not None:
        check_folder(output) if folder else format_of(output)
    which = int(sheet) if sheet is not None and sheet.isdecimal() else sheet
    found = read_planned(stdin_bytes() if file == "-" else file, line, sheet=which)
    tell(found.remarks)
    weighting, sources = weighting_asked(weights, line, found, file)
    result = appraisal_report(
        found, weighting, rules_of(line), matrices=sources.get("matrices"),
        language=language, chapter=chapter, seed=seed,
    )  # fmt: skip
    if output is None:
        from survey_kit.report.writers.text import dumps

        typer.echo(dumps(setting(result)), nl=False)
    else:
        tell_chapter(result)
        if folder:
            tell_edited(write_chapter(result, output, wanted))
            typer.echo(written(result, output, wanted), nl=False)
        else:
            write_one(result, output)
    if isinstance(result.sections[0], Skipped):
        raise typer.Exit(1)
