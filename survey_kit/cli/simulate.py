"""``survey-kit simulate``: a sample with known truth."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from survey_kit.cli.options import Debug


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
    debug: Debug = False,
) -> None:
    """Simulate answers to a questionnaire: same seed, same bytes."""
    from survey_kit.output import building_file
    from survey_kit.questionnaire.load import read_questionnaire
    from survey_kit.simulation import simulate as draw
    from survey_kit.simulation import write

    asked = read_questionnaire(questionnaire)
    with building_file(output) as target:
        write(draw(asked, n, seed), target)
