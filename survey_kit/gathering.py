"""From the files beside a response file to the materials of a study."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from survey_kit.appraising import gather_appraisal
from survey_kit.companions import Beside
from survey_kit.interviews.gathering import gather_interviews
from survey_kit.materials import Part
from survey_kit.reading import Reading
from survey_kit.report.blocks import Remark
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
    return gathered
