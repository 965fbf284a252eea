"""What can be simulated beside the answers to a questionnaire: further files that a study rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from survey_kit.errors import UsageError
from survey_kit.questionnaire.model import Questionnaire
from survey_kit.report.blocks import Language
from survey_kit.simulation.before import write_before
from survey_kit.simulation.interviewing import write_interviews
from survey_kit.simulation.ratings import write_matrices, write_ratings

PartWriter: TypeAlias = Callable[[Questionnaire, int, int, Path, Language], None]
"""questionnaire, n of the sample, its seed, file to write, language of the texts in it."""

PARTS: Mapping[str, PartWriter] = {
    "before": write_before,
    "interviews": write_interviews,
    "ratings": write_ratings,
    "matrices": write_matrices,
}
"""Each part is drawn for the people of the sample with the same questionnaire, n and seed."""


def write_part(
    part: str, questionnaire: Questionnaire, n: int, seed: int, path: Path, *, language: Language
) -> None:
    """Write one part of a simulated study; same arguments, same bytes.

    Raises
    ------
    UsageError
        There is no such part.
    PlanError
        The questionnaire's simulation file does not describe this part.
    """
    if part not in PARTS:
        known = ", ".join(("answers", *PARTS))
        raise UsageError(f"--part {part}: use one of {known}.", f"--part {part}：请使用{known}之一。")
    PARTS[part](questionnaire, n, seed, path, language)
