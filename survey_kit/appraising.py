"""Ratings of people and what weighs in them: from files to an appraisal, and to a report of its own."""

from __future__ import annotations

import platform
import zlib
from collections.abc import Sequence

import numpy as np

from survey_kit import __version__
from survey_kit.analyses.appraisal import ANALYSIS, present
from survey_kit.analyses.appraisal.evaluation import evaluate
from survey_kit.companions import Beside, companion
from survey_kit.errors import UsageError, Withheld
from survey_kit.materials import Part
from survey_kit.ratings.columns import dimension_of, known_dimensions, shown
from survey_kit.ratings.matrices import read_matrices
from survey_kit.ratings.model import Appraisal, Dimension, Rules, Weighting
from survey_kit.ratings.reading import RatingsRead, read_ratings
from survey_kit.reading import Reading
from survey_kit.report.blocks import Label, Language, Remark, Report, Say, Section, Skipped
from survey_kit.report.codec import encode_value
from survey_kit.responses.model import Source
from survey_kit.study import Study


def gather_appraisal(study: Study, reading: Reading, beside: Beside) -> Part | None:  # noqa: ARG001
    """The ratings named, or those that lie beside the responses as ``<name>.ratings.xlsx``."""
    around = reading.path if reading.path is not None and not beside.alone else None
    path = beside.ratings or (companion(around, "ratings") if around else None)
    if path is None:
        return None
    found = read_ratings(path)
    text = beside.weights
    matrices = companion(around, "matrices", (".xlsx",)) if around and text is None else None
    weighting, further = weighting_of(text or (f"ahp:{matrices}" if matrices else None), found)
    sources = {"ratings": found.source, **further}
    return Part({"appraisal": Appraisal(found.ratings, weighting)}, sources, found.remarks)


def weighting_of(text: str | None, found: RatingsRead) -> tuple[Weighting, dict[str, Source]]:
    """``equal``, ``entropy``, ``critic``, ``ahp:FILE`` or ``given:morality=.2,…``; None: equal.

    Raises
    ------
    UsageError
        Anything else, or given weights that do not fit the rated dimensions.
    SurveyKitError
        The matrices cannot be read.
    """
    dimensions = found.ratings.dimensions
    kind, _, rest = (text or "equal").partition(":")
    if kind == "equal" and not rest:
        return Weighting("equal"), {}
    if kind == "entropy" and not rest:
        return Weighting("entropy"), {}
    if kind == "critic" and not rest:
        return Weighting("critic"), {}
    if kind == "ahp" and rest:
        read = read_matrices(rest, dimensions)
        return Weighting("ahp", read.matrices), {"matrices": read.source}
    if kind == "given" and rest:
        return Weighting("given", given=_given(rest, dimensions)), {}
    raise UsageError(
        f"--weights {shown(text)}: use equal, entropy, critic, ahp:FILE or given:morality=.2,ability=.2,….",
        f"--weights {shown(text)}：请使用equal、entropy、critic、ahp:文件或given:德=.2,能=.2,…。",
    )


def _given(text: str, dimensions: Sequence[Dimension]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for part in text.replace("，", ",").split(","):
        name, _, number = part.partition("=")
        dimension = dimension_of(name)
        try:
            weight = float(number)
        except ValueError:
            weight = -1.0
        if (
            dimension is None
            or dimension not in dimensions
            or not 0 <= weight <= 1
            or dimension.key in weights
        ):
            raise UsageError(
                f"--weights given: {shown(part)!r} is no weight. Write each rated dimension once with a number from 0 to 1. "
                f"Known: {known_dimensions()}.",
                f"--weights given：“{shown(part)}”不是权重。每个被评价的维度写一次，数值在0到1之间。可用维度：{known_dimensions(zh=True)}。",
            )
        weights[dimension.key] = weight
    if len(weights) < len(dimensions) or abs(sum(weights.values()) - 1) > 0.005:
        raise UsageError(
            f"--weights given: {len(weights)} of {len(dimensions)} rated dimensions have a weight, summing to "
            f"{sum(weights.values()):g}. Give one for each; they must sum to 1.",
            f"--weights given：{len(dimensions)}个维度中有{len(weights)}个给出权重，合计{sum(weights.values()):g}。每个维度都须给出，且合计为1。",
        )
    return weights


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
    plan = {"weights": weighting.kind, "ordinary": rules.ordinary, "cuts": rules.cuts, "quota": rules.quota}
    remarks: tuple[Remark, ...] = found.remarks
    return Report(encode_value(meta), encode_value(plan), (section,), remarks)


def parsed_range(text: str) -> tuple[float, float]:
    """``1-5`` as (1, 5).

    Raises
    ------
    UsageError
        Not two ascending numbers.
    """
    low, _, high = text.partition("-")
    try:
        ends = (float(low), float(high))
    except ValueError:
        ends = (0.0, 0.0)
    if not 0 <= ends[0] < ends[1] < 1e6:
        raise UsageError(
            f"--range {shown(text)}: write the lowest and highest rating, e.g. 1-5.",
            f"--range {shown(text)}：请写最低分-最高分，例如1-5。",
        )
    return ends
