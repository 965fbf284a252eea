"""Several measures of the same respondents, taken from the columns that a line of the plan names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from survey_kit.errors import NotApplicable
from survey_kit.report.blocks import Label
from survey_kit.stats.repeated_measures import complete
from survey_kit.study import Study


@dataclass(frozen=True, slots=True)
class Measures:
    """Complete rows (n, k) of k measures; ``ranges`` are the declared ends, None for a number question."""

    names: tuple[str, ...]
    labels: tuple[Label, ...]
    scores: np.ndarray
    asked: int
    ranges: tuple[tuple[float, float] | None, ...]

    @property
    def n(self) -> int:
        return len(self.scores)

    @property
    def one_range(self) -> bool:
        """All measures have the same declared range, or none has one."""
        return len(set(self.ranges)) == 1

    @property
    def ends(self) -> tuple[float, float]:
        """The widest declared range; that of the scores where a measure has none."""
        declared = [ends for ends in self.ranges if ends is not None]
        if len(declared) < len(self.ranges):
            return float(self.scores.min()), float(self.scores.max())
        return min(low for low, _ in declared), max(high for _, high in declared)


def gather_measures(study: Study, names: Sequence[str], *, whose: np.ndarray | None = None) -> Measures:
    """The measures for the respondents who have all of them; ``whose`` (n,) keeps some respondents only.

    Raises
    ------
    NotApplicable
        ``model.absent``: one is not in the file.
    NotComputable
        ``withheld.too_few``: fewer than three respondents have all of them.
    """
    held = [study.is_scale(name) or name in study.responses.frame.columns for name in names]
    absent = tuple(study.label(name) for name, there in zip(names, held, strict=True) if not there)
    if absent:
        raise NotApplicable("model.absent", names=absent)
    columns: list[np.ndarray] = []
    ranges: list[tuple[float, float] | None] = []
    for name in names:
        if study.is_scale(name):
            columns.append(study.scale_scores(name))
            scale = study.scale(name)
            ranges.append((scale.low, scale.high))
        else:
            columns.append(study.codes(name))
            ranges.append(None)
    kept = np.ones(study.n, dtype=bool) if whose is None else whose
    scores = complete(np.column_stack(columns)[kept])
    labels = tuple(study.label(name) for name in names)
    return Measures(tuple(names), labels, scores, int(kept.sum()), tuple(ranges))
