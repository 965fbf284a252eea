"""Who can be compared with whom: people matched by id, and where the plan was carried out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from survey_kit.questionnaire.lines import Change as ChangeLine
from survey_kit.report.blocks import Label
from survey_kit.study import Study, Wave

Masks: TypeAlias = tuple[np.ndarray, np.ndarray]
"""Who is meant in the earlier and in the present survey."""

LEAST_PAIRS = 10
"""Fewer matched people than this carry no comparison of their own."""


@dataclass(frozen=True, slots=True)
class Matching:
    """What became of the answers of both surveys, earlier first: how many there are, carry no id, or
    carry one that occurs twice in the survey; and how many people were matched. ``ids`` is False where a survey has none.
    """

    n: tuple[int, int]
    ids: bool = False
    without_id: tuple[int, int] = (0, 0)
    repeated_id: tuple[int, int] = (0, 0)
    matched: int = 0

    @property
    def unmatched(self) -> tuple[int, int]:
        """Answers whose id does not occur in the other survey."""
        first, second = (
            n - empty - twice - self.matched
            for n, empty, twice in zip(self.n, self.without_id, self.repeated_id, strict=True)
        )
        return first, second


@dataclass(frozen=True, slots=True)
class Groups:
    """Where the plan was carried out and where not; who answered neither way is in no mask.

    Of matched people ``followed`` counts, in the treated and in the comparison group, those of the earlier
    survey who were matched and all of them (empty where it did not ask), and ``moved`` those who
    gave the one group first and the other later.
    """

    treated: Masks
    comparison: Masks
    treated_label: Label
    comparison_label: Label
    followed: tuple[tuple[int, int], ...] = ()
    moved: int = 0


@dataclass(frozen=True, slots=True)
class Design:
    """Who can be compared with whom.

    ``before_rows`` and ``after_rows`` are positions: the same people in the same order when ``paired``,
    else everybody. ``groups`` is None without a comparison group; ``unknown_group`` names the
    question of the plan that does not tell the groups apart.
    """

    paired: bool
    before_rows: np.ndarray
    after_rows: np.ndarray
    matching: Matching
    groups: Groups | None
    unknown_group: Label | None
    clusters: tuple[np.ndarray, np.ndarray] | None
    cluster_label: Label | None


def design_of(study: Study, wave: Wave, line: ChangeLine) -> Design:
    """Match people by id where both surveys have ids for enough of them, else compare everybody."""
    rows = np.arange(wave.responses.n), np.arange(study.n)
    matching, pairs = _match(wave.responses.ids, study.responses.ids, (wave.responses.n, study.n))
    paired = matching.matched >= LEAST_PAIRS
    if paired:
        rows = pairs
    groups = _groups(study, wave, line, rows, paired=paired)
    clusters = _codes(study, wave, line.cluster, rows)
    return Design(
        paired,
        *rows,
        matching,
        groups,
        study.label(line.question) if groups is None and line.question and line.treated else None,
        clusters,
        study.label(line.cluster) if clusters is not None else None,
    )


def _match(
    first: np.ndarray | None, second: np.ndarray | None, n: tuple[int, int]
) -> tuple[Matching, tuple[np.ndarray, np.ndarray]]:
    """Places of the same people in both surveys; an id that occurs twice in one is nobody's."""
    nobody = np.array([], dtype=np.intp)
    if first is None or second is None:
        return Matching(n), (nobody, nobody)
    before, after = (Counter(key for key in ids if key) for ids in (first, second))
    place = {key: at for at, key in enumerate(first) if before[key] == 1}
    pairs = [(place[key], at) for at, key in enumerate(second) if after[key] == 1 and key in place]
    matching = Matching(
        n,
        ids=True,
        without_id=(n[0] - before.total(), n[1] - after.total()),
        repeated_id=(_repeated(before), _repeated(after)),
        matched=len(pairs),
    )
    both = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    return matching, (both[:, 0], both[:, 1])


def _repeated(counted: Counter[str]) -> int:
    return sum(count for count in counted.values() if count > 1)


def _codes(
    study: Study, wave: Wave, name: str, rows: tuple[np.ndarray, np.ndarray]
) -> tuple[np.ndarray, np.ndarray] | None:
    """Answers to a question in both surveys; None when one of them lacks it."""
    frames = (wave.responses.frame, study.responses.frame)
    if not name or any(name not in frame.columns for frame in frames):
        return None
    codes = [frame[name].to_numpy(dtype=float)[which] for frame, which in zip(frames, rows, strict=True)]
    return codes[0], codes[1]


def _groups(study: Study, wave: Wave, line: ChangeLine, rows: Masks, *, paired: bool) -> Groups | None:
    """Who was treated and who is compared; of matched people the earlier answer counts, else the later one."""
    if not line.question or not line.treated:
        return None
    if paired:
        one = _told(study, wave, line.question, rows)
        codes = None if one is None else (one, one)
    else:
        codes = _codes(study, wave, line.question, rows)
    if codes is None:
        return None
    first, second = (np.isin(each, line.treated) for each in codes)
    others = [np.isfinite(each) & ~mask for each, mask in zip(codes, (first, second), strict=True)]
    options = study.questionnaire.question(line.question).options
    inside = [option.label for option in options if option.code in line.treated]
    outside = [option.label for option in options if option.code not in line.treated]
    labels = _joined(inside), _joined(outside)
    if not paired:
        return Groups((first, second), (others[0], others[1]), *labels)
    followed = _followed(wave, line, rows[0])
    moved = _moved(_codes(study, wave, line.question, rows), line)
    return Groups((first, second), (others[0], others[1]), *labels, followed, moved)


def _followed(wave: Wave, line: ChangeLine, matched: np.ndarray) -> tuple[tuple[int, int], ...]:
    """How many of the earlier survey's treated and of its others were matched, and how many there are."""
    if line.question not in wave.responses.frame.columns:
        return ()
    codes = wave.responses.frame[line.question].to_numpy(dtype=float)
    treated = np.isin(codes, line.treated)
    both = (treated, np.isfinite(codes) & ~treated)
    return tuple((int(mask[matched].sum()), int(mask.sum())) for mask in both)


def _moved(codes: tuple[np.ndarray, np.ndarray] | None, line: ChangeLine) -> int:
    """Matched people who changed between the groups."""
    if codes is None:
        return 0
    first, second = (np.isin(each, line.treated) for each in codes)
    return int(((first != second) & np.isfinite(codes[0]) & np.isfinite(codes[1])).sum())


def _told(study: Study, wave: Wave, name: str, rows: Masks) -> np.ndarray | None:
    """The earlier answer of matched people to a question, the later one where there is none."""
    found: np.ndarray | None = None
    for responses, which in zip((wave.responses, study.responses), rows, strict=True):
        if name in responses.frame.columns:
            codes = responses.frame[name].to_numpy(dtype=float)[which]
            found = codes if found is None else np.where(np.isfinite(found), found, codes)
    return found


def _joined(labels: list[Label]) -> Label:
    return Label(", ".join(each.en for each in labels), "、".join(each.zh for each in labels))
