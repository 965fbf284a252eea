"""How an appraisal is put together, as said on the command line or in a plan: weights, scale, grades."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PureWindowsPath
from typing import Any

from survey_kit.errors import PlanError, UsageError
from survey_kit.questionnaire.lines import Appraising
from survey_kit.questionnaire.load import read_questionnaire
from survey_kit.ratings.columns import dimension_of, known_dimensions, shown
from survey_kit.ratings.matrices import read_matrices
from survey_kit.ratings.model import WEIGHT_KINDS, Dimension, Rules, Weighting
from survey_kit.ratings.reading import RatingsRead
from survey_kit.responses.model import Source


def rules_of(line: Appraising) -> Rules:
    """The rules of grading in the plan's line; the usual ones where it says nothing."""
    usual = Rules()
    first, second, third = line.cuts or usual.cuts
    ordinary = usual.ordinary if line.ordinary is None else line.ordinary
    return Rules(ordinary, (first, second, third), line.quota)


def planned_line(
    questionnaire: str | None,
    *,
    ordinary: float | None,
    quota: float | None,
    cuts: str | None,
    scale: str | None,
) -> Appraising:
    """The line of a questionnaire's plan, with what the command line says put in its place.

    Raises
    ------
    UsageError
        An option is not what it should be.
    SurveyKitError
        The questionnaire cannot be read.
    """
    line = Appraising()
    if questionnaire is not None:
        line = next(iter(read_questionnaire(questionnaire).plan.lines.appraisal), line)
    said = {
        "ordinary": checked_share(ordinary, "--ordinary"),
        "quota": checked_share(quota, "--quota"),
        "cuts": parsed_cuts(cuts) if cuts is not None else None,
        "range": parsed_range(scale) if scale is not None else None,
    }
    changed: dict[str, Any] = {key: value for key, value in said.items() if value is not None}
    return replace(line, **changed)


def weighting_asked(
    text: str | None, line: Appraising, found: RatingsRead, file: str
) -> tuple[Weighting, dict[str, Source]]:
    """The weights that the command line names, else the plan's for ratings in ``file``."""
    if text is not None:
        return weighting_of(text, found)
    folder = Path() if file == "-" else Path(file).parent
    return planned_weighting(line.weights, found, folder, None)


def planned_weighting(
    text: str, found: RatingsRead, folder: Path, matrices: Path | None
) -> tuple[Weighting, dict[str, Source]]:
    """The weights that a plan asks for: files in ``folder``, ``ahp`` alone the ``matrices`` beside the responses.

    Raises
    ------
    PlanError
        The plan asks for something else than ``weighting_of`` knows, or for matrices that are elsewhere or not there.
    """
    kind, _, rest = text.replace("：", ":").partition(":")
    if not text:
        text = f"ahp:{matrices}" if matrices else "equal"
    elif kind == "ahp":
        if rest and PureWindowsPath(rest).name != rest:
            # a questionnaire goes from hand to hand; it must not have files of other folders or machines opened
            raise PlanError(
                f"plan.appraisal.weights: {shown(rest)!r} must be the name of a file beside the ratings, without a folder. "
                "Files elsewhere are named on the command line: --weights ahp:FILE.",
                f"plan.appraisal.weights：“{shown(rest)}”只能是与评分文件同一文件夹中的文件名，不含路径。其他位置的文件请在命令行中指定：--weights ahp:文件。",
            )
        file = folder / rest if rest else matrices
        if file is None:
            raise PlanError(
                "plan.appraisal.weights: ahp needs judgement matrices. Lay <name>.matrices.xlsx beside the responses, or write ahp:FILE.",
                "plan.appraisal.weights：层次分析法需要判断矩阵。请在答卷旁放置“文件名.matrices.xlsx”，或写作ahp:文件。",
            )
        text = f"ahp:{file}"
    try:
        return weighting_of(text, found)
    except UsageError as error:
        raise PlanError(f"plan.appraisal: {error.en}", f"plan.appraisal：{error.zh}") from error


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
    kind, _, rest = (text or "equal").replace("：", ":").partition(":")
    if kind == "ahp" and rest:
        read = read_matrices(rest, dimensions)
        return Weighting("ahp", read.matrices), {"matrices": read.source}
    if kind == "given" and rest:
        return Weighting("given", given=_given(rest, dimensions)), {}
    for each in WEIGHT_KINDS:
        if each == kind and kind not in ("ahp", "given") and not rest:
            return Weighting(each), {}
    raise UsageError(
        f"weights {shown(text)}: use equal, entropy, critic, ahp:FILE or given:morality=.2,ability=.2,….",
        f"权重{shown(text)}：请使用equal、entropy、critic、ahp:文件或given:德=.2,能=.2,…。",
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
                f"weights given: {shown(part)!r} is no weight. Write each rated dimension once with a number from 0 to 1. "
                f"Known: {known_dimensions()}.",
                f"给定权重：“{shown(part)}”不是权重。每个被评价的维度写一次，数值在0到1之间。可用维度：{known_dimensions(zh=True)}。",
            )
        weights[dimension.key] = weight
    if len(weights) < len(dimensions) or abs(sum(weights.values()) - 1) > 0.005:
        raise UsageError(
            f"weights given: {len(weights)} of {len(dimensions)} rated dimensions have a weight, summing to "
            f"{sum(weights.values()):g}. Give one for each; they must sum to 1.",
            f"给定权重：{len(dimensions)}个维度中有{len(weights)}个给出权重，合计{sum(weights.values()):g}。每个维度都须给出，且合计为1。",
        )
    return weights


def parsed_range(text: str) -> tuple[float, float]:
    """``1-5`` as (1, 5).

    Raises
    ------
    UsageError
        Not two ascending numbers.
    """
    ends = _numbers(text.replace("–", "-"), "-")
    if len(ends) != 2 or not 0 <= ends[0] < ends[1] < 1e6:
        raise UsageError(
            f"--range {shown(text)}: write the lowest and highest rating, e.g. 1-5.",
            f"--range {shown(text)}：请写最低分-最高分，例如1-5。",
        )
    return ends[0], ends[1]


def parsed_cuts(text: str) -> tuple[float, float, float]:
    """``90,75,60`` as the least points for excellent, competent and basically competent.

    Raises
    ------
    UsageError
        Not three descending numbers from 0 to 100.
    """
    cuts = _numbers(text.replace("，", ","), ",")
    if len(cuts) != 3 or not 100 >= cuts[0] > cuts[1] > cuts[2] >= 0:
        raise UsageError(
            f"--cuts {shown(text)}: write the least points for excellent, competent and basically competent, e.g. 90,75,60.",
            f"--cuts {shown(text)}：请写优秀、称职、基本称职的最低分，例如90,75,60。",
        )
    return cuts[0], cuts[1], cuts[2]


def checked_share(value: float | None, option: str) -> float | None:
    """A share from 0 to 1, or None.

    Raises
    ------
    UsageError
        Anything else, also what is no number.
    """
    if value is not None and not 0 <= value <= 1:
        raise UsageError(
            f"{option} {value:g}: write a share from 0 to 1, e.g. .2.",
            f"{option} {value:g}：请写0到1之间的比例，例如0.2。",
        )
    return value


def _numbers(text: str, mark: str) -> tuple[float, ...]:
    try:
        return tuple(float(part) for part in text.split(mark))
    except ValueError:
        return ()
