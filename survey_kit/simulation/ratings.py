"""Ratings of people, and judgements of what matters in them, drawn from a population with known truth.

A rating is ``level + worth of the person + severity of the rater + noise`` in points, rounded and cut
at 0 and 100. Worth is normal with a standard deviation a dimension and correlations between them; it is the same on both
occasions. An expert's judgement of two dimensions is the ratio of their true weights times log-normal noise, put on
the scale 1/9, …, 1, …, 9; an expert whose consistency ratio exceeds .10 judges again, as one would be asked to.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from survey_kit.questionnaire.fields import Reader, Table
from survey_kit.questionnaire.model import Questionnaire
from survey_kit.ratings.model import DIMENSIONS, ORDINARY, REGULAR
from survey_kit.report.blocks import Label, Language
from survey_kit.sheets import Cell, SheetOf, write_sheets
from survey_kit.simulation.bounded import number, numbers
from survey_kit.simulation.people import stream
from survey_kit.simulation.reading import read_part
from survey_kit.stats.ahp import priorities

OCCASIONS = {ORDINARY: Label("ordinary", "平时"), REGULAR: Label("regular", "定期")}
HEADS = (Label("person", "被考核人"), Label("rater", "评价人"), Label("occasion", "考核类型"))
NAMES = [each.key for each in DIMENSIONS]
STEPS = np.array([1 / 9, 1 / 8, 1 / 7, 1 / 6, 1 / 5, 1 / 4, 1 / 3, 1 / 2, *range(1, 10)])
"""The judgements that an expert can give."""


@dataclass(frozen=True, slots=True)
class RatingsPopulation:
    """Who is rated by whom, in points of 0 to 100.

    Attributes
    ----------
    people
        Number of people appraised.
    level, spread
        (k,) mean and standard deviation of the people's worth on each dimension.
    correlations
        (k, k) of worth between dimensions.
    severity
        (raters,) points that each rater adds (lenient) or takes (severe); every rater rates everybody.
    residual
        Standard deviation of a single rating around all this.
    blank
        Share of single ratings that are left empty.
    """

    people: int
    level: tuple[float, ...]
    spread: tuple[float, ...]
    correlations: np.ndarray
    severity: tuple[float, ...]
    residual: float
    blank: float


@dataclass(frozen=True, slots=True)
class MatricesPopulation:
    """Experts who judge by true ``weights`` (k,) with log-normal noise of SD ``inconsistency``."""

    experts: int
    weights: tuple[float, ...]
    inconsistency: float


@dataclass(frozen=True, slots=True)
class DrawnRatings:
    """What each person truly is, ``worth`` (people, k), and what the raters give.

    ``scores`` (people, raters, 2, k) are by occasion and dimension, NaN where left empty.
    """

    worth: np.ndarray
    scores: np.ndarray


# -- reading -----------------------------------------------------------------------------------


def ratings_population(questionnaire: Questionnaire) -> RatingsPopulation:
    """The table ``[ratings]`` of the questionnaire's simulation file.

    Raises
    ------
    PlanError
        There is no such table.
    QuestionnaireError
        Something in it is not what it should be.
    """
    return read_part(questionnaire, "ratings", _ratings)


def matrices_population(questionnaire: Questionnaire) -> MatricesPopulation:
    """The table ``[matrices]``; raises as ``ratings_population`` does."""
    return read_part(questionnaire, "matrices", _matrices)


def _ratings(reader: Reader, table: Table) -> RatingsPopulation:
    k, at = len(NAMES), "ratings"
    keys = ("people", "level", "spread", "correlations", "severity", "residual", "blank")
    reader.check_keys(table, keys, at)
    lower = table.get("correlations")
    rows = lower if isinstance(lower, list) and len(lower) == k else [[1.0] * (i + 1) for i in range(k)]
    if rows is not lower:
        reader.faults.add(f"{at}.correlations", f"should be {k} rows.", f"应为{k}行。")
    corr = np.eye(k)
    for i, row in enumerate(rows):
        corr[i, : i + 1] = numbers(reader, row, f"{at}.correlations[{i + 1}]", length=i + 1, low=-1, high=1)
        corr[: i + 1, i] = corr[i, : i + 1]
    if not (np.diag(corr) == 1).all() or np.linalg.eigvalsh(corr).min() < 1e-9:
        reader.faults.add(f"{at}.correlations", "is no correlation matrix.", "不是相关矩阵。")
    return RatingsPopulation(
        people=int(number(reader, table, "people", at, 40, low=2, high=9999)),
        level=numbers(reader, table.get("level"), f"{at}.level", length=k, low=0, high=100),
        spread=numbers(reader, table.get("spread"), f"{at}.spread", length=k, low=0, high=50),
        correlations=corr,
        severity=numbers(reader, table.get("severity"), f"{at}.severity", low=-50, high=50),
        residual=number(reader, table, "residual", at, 4, low=0, high=50),
        blank=number(reader, table, "blank", at, 0, low=0, high=0.5),
    )


def _matrices(reader: Reader, table: Table) -> MatricesPopulation:
    at = "matrices"
    reader.check_keys(table, ("experts", "weights", "inconsistency"), at)
    weights = numbers(reader, table.get("weights"), f"{at}.weights", length=len(NAMES), low=0.01, high=1)
    if abs(sum(weights) - 1) > 1e-9:
        reader.faults.add(f"{at}.weights", "should sum to 1.", "合计应为1。")
    return MatricesPopulation(
        experts=int(number(reader, table, "experts", at, 5, low=1, high=99)),
        weights=weights,
        inconsistency=number(reader, table, "inconsistency", at, 0.2, low=0, high=0.5),
    )


# -- drawing -----------------------------------------------------------------------------------


def draw_ratings(population: RatingsPopulation, seed: int) -> DrawnRatings:
    """People, and what each rater gives them on both occasions."""
    n, raters, k = population.people, len(population.severity), len(population.level)
    root = np.linalg.cholesky(population.correlations) * np.array(population.spread)[:, None]
    worth = np.array(population.level) + stream(seed, "ratings.worth").normal(size=(n, k)) @ root.T
    noise = stream(seed, "ratings.noise").normal(scale=population.residual, size=(n, raters, 2, k))
    severity = np.array(population.severity)[None, :, None, None]
    scores = np.clip(np.rint(worth[:, None, None, :] + severity + noise), 0, 100)
    scores[stream(seed, "ratings.blank").random(scores.shape) < population.blank] = np.nan
    return DrawnRatings(worth, scores)


def draw_matrices(population: MatricesPopulation, seed: int) -> list[np.ndarray]:
    """One reciprocal matrix (k, k) an expert, each consistent enough to be used."""
    ratios = np.log(np.array(population.weights)[:, None] / np.array(population.weights))
    rng = stream(seed, "matrices")
    upper = np.triu_indices(len(ratios), 1)
    matrices: list[np.ndarray] = []
    while len(matrices) < population.experts:
        judged = ratios[upper] + rng.normal(scale=population.inconsistency, size=len(upper[0]))
        matrix = np.eye(len(ratios))
        matrix[upper] = STEPS[np.abs(judged[:, None] - np.log(STEPS)).argmin(axis=1)]
        matrix.T[upper] = 1 / matrix[upper]
        if priorities(matrix).consistent:
            matrices.append(matrix)
    return matrices


# -- writing -----------------------------------------------------------------------------------


def write_ratings(questionnaire: Questionnaire, n: int, seed: int, path: Path, language: Language) -> None:  # noqa: ARG001
    """One row a person, rater and occasion. Whoever is appraised is no respondent: ``n`` changes nothing."""
    scores = draw_ratings(ratings_population(questionnaire), seed).scores
    people, raters = scores.shape[:2]
    wide, broad = len(str(people)), len(str(raters))
    rows: list[list[Cell]] = [[each.text(language) for each in (*HEADS, *(d.label for d in DIMENSIONS))]]
    for p in range(people):
        for r in range(raters):
            for occasion, name in OCCASIONS.items():
                points = [None if np.isnan(x) else float(x) for x in scores[p, r, occasion]]
                rows.append([f"T{p + 1:0{wide}d}", f"R{r + 1:0{broad}d}", name.text(language), *points])
    write_sheets(path, {"ratings" if language == "en" else "评分": SheetOf(rows)})


def write_matrices(questionnaire: Questionnaire, n: int, seed: int, path: Path, language: Language) -> None:  # noqa: ARG001
    """One sheet an expert, dimensions in the first row and column, fractions as texts."""
    labels = [each.label.text(language) for each in DIMENSIONS]
    sheets = {
        f"Expert {at}" if language == "en" else f"专家{at}": SheetOf(
            [[None, *labels], *_judgements(labels, matrix)]
        )
        for at, matrix in enumerate(draw_matrices(matrices_population(questionnaire), seed), start=1)
    }
    write_sheets(path, sheets)


def _judgements(labels: list[str], matrix: np.ndarray) -> list[list[Cell]]:
    return [
        [label, *(float(each) if each >= 1 else f"1/{1 / each:.0f}" for each in row)]
        for label, row in zip(labels, matrix, strict=True)
    ]
