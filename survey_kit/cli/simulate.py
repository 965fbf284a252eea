"""``survey-kit simulate``: a sample with known truth."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from survey_kit.cli.options import Debug
from survey_kit.report.blocks import Language


def simulate(
    questionnaire: Annotated[
        str, typer.Argument(metavar="QUESTIONNAIRE", help="A shipped questionnaire or a file.")
    ],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="xlsx, csv, sav, dta or parquet, by suffix."),
    ],
    n: Annotated[int, typer.Option("-n", metavar="N", min=1, max=1_000_000, help="Respondents.")] = 93,
    seed: Annotated[int, typer.Option("--seed", metavar="N", min=0, help="Seed of everything random.")] = 1,
    layout: Annotated[
        str | None,
        typer.Option("--layout", metavar="NAME", help="wenjuanxing, texts or codes; default: by the suffix."),
    ] = None,
    lang: Annotated[
        str, typer.Option("--lang", metavar="en|zh", help="Language of questions and answers.")
    ] = "zh",
    part: Annotated[
        str,
        typer.Option("--part", metavar="NAME", help="answers, or a file that goes beside them."),
    ] = "answers",
    debug: Debug = False,
) -> None:
    """Simulate answers to a questionnaire: same seed, same bytes."""
    from survey_kit.cli.session import chosen_language, message_language, remark
    from survey_kit.errors import UsageError
    from survey_kit.questionnaire.load import read_questionnaire
    from survey_kit.simulation import LAYOUTS, write
    from survey_kit.simulation import simulate as draw
    from survey_kit.simulation.parts import write_part

    language = chosen_language(lang)
    chosen = next((name for name in LAYOUTS if name == layout), None)
    if layout is not None and chosen is None:
        known = ", ".join(LAYOUTS)
        raise UsageError(f"--layout {layout}: use one of {known}.", f"--layout {layout}：请使用{known}之一。")
    asked = read_questionnaire(questionnaire)
    spoken: Language = "zh" if language == "auto" else language
    if part != "answers":
        write_part(part, asked, n, seed, output, language=spoken)
        return
    drawn = draw(asked, n, seed)
    write(drawn, output, layout=chosen, language=spoken)
    if drawn.population.assumed:
        remark(
            "note: the questionnaire has no simulation file; loadings, correlations and effects are plain assumptions."
            if message_language() == "en"
            else "说明：该问卷没有模拟参数文件，载荷、相关与效应均为一般假定。"
        )
