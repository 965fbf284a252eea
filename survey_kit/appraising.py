"""Ratings of people and what weighs in them: from files to an appraisal, and to a report of its own."""

from __future__ import annotations

import platform
import zlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from survey_kit import __version__
from survey_kit.analyses.appraisal import ANALYSIS, present
from survey_kit.analyses.appraisal.evaluation import evaluate
from survey_kit.companions import Beside, companion
from survey_kit.errors import Withheld
from survey_kit.materials import Part
from survey_kit.questionnaire.lines import Appraising
from survey_kit.ratings.columns import shown
from survey_kit.ratings.model import Appraisal, Rules, Weighting
from survey_kit.ratings.reading import RatingsRead, read_ratings
from survey_kit.ratings.settings import planned_weighting, rules_of, weighting_of
from survey_kit.reading import Reading
from survey_kit.report.blocks import Label, Language, Remark, Report, Say, Section, Skipped
from survey_kit.report.codec import encode_value
from survey_kit.responses.model import Source
from survey_kit.study import Study


def gather_appraisal(study: Study, reading: Reading, beside: Beside) -> Part | None:
    """The ratings named, or those that lie beside the responses as ``<name>.ratings.xlsx``.

    The plan's line says on which scale was rated, how grades come about and, where the command line
    does not, how dimensions are weighted.
    """
    around = reading.path if reading.path is not None and not beside.alone else None
    path = beside.ratings or (companion(around, "ratings") if around else None)
    if path is None:
        return None
    line = next(iter(study.plan.lines.appraisal), Appraising())
    found = read_planned(path, line)
    matrices = companion(around, "matrices", (".xlsx",)) if around else None
    if beside.weights is not None:
        weighting, further = weighting_of(beside.weights, found)
    else:
        weighting, further = planned_weighting(line.weights, found, Path(path).parent, matrices)
    sources = {"ratings": found.source, **further}
    remarks = (_told(found, weighting, further), *found.remarks)
    return Part({"appraisal": Appraisal(found.ratings, weighting, rules_of(line))}, sources, remarks)


def _told(found: RatingsRead, weighting: Weighting, further: Mapping[str, Source]) -> Remark:
    """Which files were read."""
    people, raters = len(found.ratings.people), len(found.ratings.raters)
    file = shown(found.source.name)
    en = f"Ratings were read from {file} (people: {people}, raters: {raters})"
    zh = f"评分读自{file}（{people}名被考核人，{raters}名评价人）"
    if "matrices" in further:
        name, experts = shown(further["matrices"].name), len(weighting.matrices)
        en, zh = (
            f"{en}, judgement matrices from {name} (experts: {experts})",
            f"{zh}，判断矩阵读自{name}（{experts}名专家）",
        )
    return Remark(Label(f"{en}.", f"{zh}。"), "note")


def read_planned(
    source: str | Path | bytes, line: Appraising, *, sheet: str | int | None = None
) -> RatingsRead:
    """Ratings given on the scale that the plan's line names; 0 to 100 where it names none."""
    low, high = line.range or (0.0, 100.0)
    return read_ratings(source, sheet=sheet, low=low, high=high)


def appraisal_report(
    found: RatingsRead,
    weighting: Weighting,
    rules: Rules,
    *,
    matrices: Source | None = None,
    language: Language = "zh",
    chapter: int = 4,
    seed: int = 1,
) -> Report:
    """The appraisal on its own, without a questionnaire."""
    import pandas
    import scipy

    def rng(purpose: str) -> np.random.Generator:
        return np.random.default_rng([seed, zlib.crc32(purpose.encode())])

    section: Section | Skipped
    try:
        section = present(evaluate(Appraisal(found.ratings, weighting, rules), rng))
    except Withheld as reason:
        section = Skipped(ANALYSIS.id, Say("appraisal.title"), Say(reason.key, reason.values))
    n = len(found.ratings.people)
    meta = {
        "title": Label("Appraisal of people", "人员综合评价"),
        "input": found.source,
        "beside": {"matrices": matrices} if matrices else {},
        "versions": {
            "survey-kit": __version__,
            "python": platform.python_version(),
            "numpy": np.__version__,
            "pandas": pandas.__version__,
            "scipy": scipy.__version__,
        },
        "seed": seed,
        "language": language,
        "chapter": chapter,
        "n": n,
        "collected": n,
    }
    plan = {
        "weights": weighting.kind,
        "given": dict(weighting.given),
        "range": (found.ratings.low, found.ratings.high),
        "ordinary": rules.ordinary,
        "cuts": rules.cuts,
        "quota": rules.quota,
    }
    remarks: tuple[Remark, ...] = found.remarks
    return Report(encode_value(meta), encode_value(plan), (section,), remarks)
