"""The survey before: the same people a while earlier, some lost since, some new later."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from survey_kit.errors import PlanError
from survey_kit.questionnaire.model import Questionnaire
from survey_kit.report.blocks import Language
from survey_kit.simulation.draw import Simulated, drawn
from survey_kit.simulation.files import write
from survey_kit.simulation.people import Copies, careless_masks, stream
from survey_kit.simulation.population import Effect, Population
from survey_kit.simulation.reading import population_of
from survey_kit.simulation.sample import Link, Sample


def simulate_before(
    questionnaire: Questionnaire, n: int, seed: int, *, population: Population | None = None
) -> Simulated:
    """Draw the earlier survey that belongs to ``simulate(questionnaire, n, seed)``.

    Its people answer what they answered then: ``population.before`` says how stable they are, how the
    levels differed, and how many of them were there later.

    Raises
    ------
    PlanError
        The population has no earlier survey.
    """
    model = population or population_of(questionnaire)
    earlier = model.before
    if earlier is None:
        raise PlanError(
            f"The simulation file of {questionnaire.id} has no table [before]: no earlier survey can be drawn.",
            f"{questionnaire.id}的模拟参数文件中没有[before]表，无法模拟前一次调查。",
        )
    later = Sample(questionnaire, model, n, seed)
    size = max(round(earlier.size * n), 2)
    link = Link(later, _rows(later, size, earlier.again), earlier.stability, earlier.unique)
    then = replace(
        model,
        start=earlier.start,
        effects=(
            *model.effects,
            *(
                Effect(name, earlier.question, tuple(-each for each in by))
                for name, by in earlier.change.items()
            ),
        ),
    )
    sample = Sample(questionnaire, then, size, seed, occasion="before ", link=link)
    return drawn(sample, not_asked=earlier.not_asked)


def _rows(later: Sample, size: int, again: float) -> np.ndarray:
    """Place of each earlier respondent in the later survey, -1 for those who are not in it."""
    rng = stream(later.seed, "before again")
    copies = Copies.of(careless_masks(later.population.quality, later.n, later.rng("careless")))
    persons = rng.permutation(np.unique(copies.source))
    rows = np.full(size, -1)
    stayed = rng.permutation(size)[: min(round(again * size), len(persons))]
    rows[stayed] = persons[: len(stayed)]
    return rows


def write_before(questionnaire: Questionnaire, n: int, seed: int, path: Path, language: Language) -> None:
    """Write the earlier survey that belongs to the sample of that size and seed."""
    write(simulate_before(questionnaire, n, seed), path, language=language)
