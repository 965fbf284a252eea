"""Population files: ``career.simulation.toml`` beside ``career.toml``."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path as FilePath
from typing import TypeVar

from survey_kit.errors import PlanError, QuestionnaireError
from survey_kit.questionnaire.faults import Faults, paragraph, quoted
from survey_kit.questionnaire.fields import Reader, Table
from survey_kit.questionnaire.load import SIMULATION_SUFFIX, read_text, shipped, shipped_folder
from survey_kit.questionnaire.model import Questionnaire
from survey_kit.simulation.answering import QuestionReader
from survey_kit.simulation.bounded import number
from survey_kit.simulation.population import Population, Quality, default_population
from survey_kit.simulation.structure import StructureReader
from survey_kit.simulation.waves import read_earlier

T = TypeVar("T")

KEYS = (
    "n", "seed", "place", "start", "seconds_per_item", "quality", "factors", "scale", "path", "effect", "question",
    "before",
)  # fmt: skip
PARTS = ("ratings", "matrices", "interviews")
"""Tables about files beside the answers; whoever draws such a file reads its own."""


def population_of(questionnaire: Questionnaire) -> Population:
    """The population that ships with this questionnaire; plain assumptions when there is none, or
    when the questionnaire has other items or questions than the shipped one of the same id.
    """
    if questionnaire.id in shipped():
        path = shipped_folder() / f"{questionnaire.id}{SIMULATION_SUFFIX}"
        if path.is_file():
            try:
                return read_population(path, questionnaire)
            except QuestionnaireError:  # somebody's own questionnaire under a shipped id
                return default_population(questionnaire)
    return default_population(questionnaire)


def read_population(path: str | FilePath, questionnaire: Questionnaire) -> Population:
    """Read a population file and check it against the questionnaire.

    What it leaves unsaid is assumed as in ``default_population``.

    Raises
    ------
    FileError
        The file cannot be read.
    QuestionnaireError
        It is not valid TOML, or names or numbers in it do not fit the questionnaire (all are listed).
    """
    return _read(FilePath(path), lambda reader, document: _population(document, reader, questionnaire))


def read_part(questionnaire: Questionnaire, part: str, make: Callable[[Reader, Table], T]) -> T:
    """What ``make`` reads from the table ``part`` of the questionnaire's own simulation file.

    Raises
    ------
    PlanError
        The questionnaire has no simulation file, or the file no such table.
    QuestionnaireError
        ``make`` noted faults (all are listed).
    """
    path = shipped_folder() / f"{questionnaire.id}{SIMULATION_SUFFIX}"
    if questionnaire.id not in shipped() or not path.is_file():
        raise PlanError(
            f"No simulation file says how {part} of {questionnaire.id} come about. Questionnaires with one: {', '.join(shipped())}.",
            f"没有说明{questionnaire.id}的{part}如何产生的模拟参数文件。有此文件的问卷：{'、'.join(shipped())}。",
        )

    def of_part(reader: Reader, document: Table) -> T | None:
        return make(reader, reader.table(document, part)) if part in document else None

    found = _read(path, of_part)
    if found is None:
        raise PlanError(
            f"{path.name} has no table [{part}]: this part cannot be simulated for {questionnaire.id}.",
            f"{path.name}中没有[{part}]表，无法为{questionnaire.id}模拟该部分。",
        )
    return found


def _read(file: FilePath, make: Callable[[Reader, Table], T]) -> T:
    name = quoted(file.name).strip('"')
    faults = Faults()
    text = read_text(file, faults)
    try:
        document = tomllib.loads(text or "")
    except (ValueError, RecursionError) as error:  # RecursionError: nested too deeply
        remark = quoted(error)
        raise QuestionnaireError(
            f"{name} is not valid TOML: {remark}.", f"{name}不是有效的TOML：{remark}。"
        ) from error
    made = make(Reader(faults), document)
    if faults.found:
        found = tuple(faults.found)
        raise QuestionnaireError(paragraph(name, found, "en"), paragraph(name, found, "zh"))
    return made


def _population(document: Table, reader: Reader, questionnaire: Questionnaire) -> Population:
    """The population that the document describes; worth something only when no fault was noted."""
    standard = default_population(questionnaire)
    questions = QuestionReader(reader, questionnaire)
    model = StructureReader(questions, questionnaire, standard)
    reader.check_keys(document, (*KEYS, *PARTS), "")
    paths = tuple(model.path(table, where) for table, where in reader.tables(document, "path"))
    factors, correlations = model.factors(document, {path.outcome for path in paths})
    answering, routes = questions.read(reader.table(document, "question"))
    effects = tuple(
        model.effect(table, where, answering) for table, where in reader.tables(document, "effect")
    )
    start = document.get("start", standard.start)
    if not isinstance(start, dt.date):
        reader.faults.add("start", "should be a date, 2026-03-02.", "应为日期，如2026-03-02。")
        start = standard.start
    population = Population(
        factors=factors,
        correlations=correlations,
        measurements={
            **standard.measurements,
            **model.measurements(reader.table(document, "scale")),
        },
        paths=paths,
        effects=effects,
        answering={**standard.answering, **answering},
        routes=routes,
        quality=_quality(reader, standard.quality, reader.table(document, "quality")),
        n=int(number(reader, document, "n", "", standard.n, low=1, high=1e6)),
        seed=int(number(reader, document, "seed", "", standard.seed, low=0, high=2**53)),
        place=reader.text(document.get("place", standard.place), "place"),
        start=start,
        seconds_per_item=number(
            reader, document, "seconds_per_item", "", standard.seconds_per_item, low=0.1, high=3600
        ),
        before=read_earlier(reader, document, questionnaire),
    )
    if not reader.faults.found:
        model.check(population)
    return population


def _quality(reader: Reader, standard: Quality, table: Table) -> Quality:
    names = [field.name for field in fields(Quality)]
    reader.check_keys(table, tuple(names), "quality")
    return Quality(
        **{
            name: number(reader, table, name, "quality", getattr(standard, name), low=0, high=0.3)
            for name in names
        }
    )
