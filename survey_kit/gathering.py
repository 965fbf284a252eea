"""From the files beside a response file to the materials of a study."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from survey_kit.appraising import gather_appraisal
from survey_kit.companions import Beside
from survey_kit.interviews.gathering import gather_interviews
from survey_kit.materials import Part
from survey_kit.reading import Reading
from survey_kit.report.blocks import Label, Remark
from survey_kit.responses.model import Source
from survey_kit.study import Materials, Study
from survey_kit.waves import gather_before

Gatherer: TypeAlias = Callable[[Study, Reading, Beside], Part | None]
"""Reads one kind of material; None when there is none."""

GATHERERS: tuple[Gatherer, ...] = (gather_before, gather_interviews, gather_appraisal)
"""One a kind of material, in the order of their remarks."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The materials, where they came from, and what the user should know about them."""

    materials: Materials = field(default_factory=Materials)
    sources: Mapping[str, Source] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()


def gather(study: Study, reading: Reading, beside: Beside) -> Gathered:
    """Read every file beside the responses that is named, or that lies there.

    Raises
    ------
    SurveyKitError
        A file cannot be read or does not belong to the study.
    """
    gathered = Gathered(study.materials)
    for gatherer in GATHERERS:
        part = gatherer(study, reading, beside)
        if part is not None:
            gathered = Gathered(
                replace(gathered.materials, **part.values),
                {**gathered.sources, **part.sources},
                (*gathered.remarks, *part.remarks),
            )
    return replace(gathered, remarks=(*gathered.remarks, *_unused(gathered, beside)))


def _unused(gathered: Gathered, beside: Beside) -> Iterator[Remark]:
    """Options that say how to read a file that is not there."""
    if beside.codebook is not None and "interviews" not in gathered.sources:
        yield Remark(
            Label(
                "--codebook was not used: there are no interviews. Name them with --interviews FILE.",
                "未使用--codebook：没有访谈材料。请用--interviews 文件给出。",
            )
        )
    if beside.weights is not None and "ratings" not in gathered.sources:
        yield Remark(
            Label(
                "--weights was not used: there are no ratings of people. Name them with --ratings FILE.",
                "未使用--weights：没有人员评分。请用--ratings 文件给出。",
            )
        )
