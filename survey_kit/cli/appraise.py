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
        float,
        typer.Option("--ordinary", metavar="SHARE", min=0, max=1, help="Weight of ordinary assessment."),
    ] = 0.5,
    quota: Annotated[
        float | None,
        typer.Option("--quota", metavar="SHARE", min=0, max=1, help="Excellent at most, e.g. .2."),
    ] = None,
    scale: Annotated[
        str, typer.Option("--range", metavar="LOW-HIGH", help="Scale of the ratings.")
    ] = "0-100",
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
    from survey_kit.appraising import appraisal_report, parsed_range, weighting_of
    from survey_kit.chapter import format_of, formats_named, setting, write_chapter, write_one
    from survey_kit.cli.session import chosen_language, message_language, stdin_bytes, tell, tell_chapter
    from survey_kit.output import check_folder
    from survey_kit.ratings.model import Rules
    from survey_kit.ratings.reading import read_ratings
    from survey_kit.report.blocks import Skipped

    asked = chosen_language(lang)
    language = message_language() if asked == "auto" else asked
    low, high = parsed_range(scale)
    wanted = formats_named([formats])
    folder = output is not None and not output.suffix
    if output is not None:
        check_folder(output) if folder else format_of(output)
    which = int(sheet) if sheet is not None and sheet.isdecimal() else sheet
    found = read_ratings(stdin_bytes() if file == "-" else file, sheet=which, low=low, high=high)
    tell(found.remarks)
    weighting, sources = weighting_of(weights, found)
    result = appraisal_report(
        found, weighting, Rules(ordinary=ordinary, quota=quota), matrices=sources.get("matrices"),
        language=language, chapter=chapter, seed=seed,
    )  # fmt: skip
    if output is None:
        from survey_kit.report.writers.text import dumps

        typer.echo(dumps(setting(result)), nl=False)
    else:
        tell_chapter(result)
        if folder:
            write_chapter(result, output, wanted)
        else:
            write_one(result, output)
    if isinstance(result.sections[0], Skipped):
        raise typer.Exit(1)
