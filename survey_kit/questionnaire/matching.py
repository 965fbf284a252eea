"""Which column answers which question.

A column is matched by the columns that the questionnaire names, by id, by text in either language,
and by question number; where a heading carries both a number or id and a text, both must agree.
Nothing is matched by a likeness that could be another question: what stays open is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from survey_kit.errors import QuestionnaireError
from survey_kit.questionnaire.headings import Heading
from survey_kit.questionnaire.model import Questionnaire
from survey_kit.questionnaire.parts import claim_parts
from survey_kit.questionnaire.targets import Claims, targets_of
from survey_kit.questionnaire.texts import claim_ids, claim_named_columns, claim_near_texts, claim_texts
from survey_kit.questionnaire.wording import shown
from survey_kit.report.blocks import Remark

ENOUGH = 0.6
"""A questionnaire fits when at least this share of its items is found."""


WORTH_NAMING = 0.2
"""A questionnaire of which less is found is not even the nearest."""


@dataclass(frozen=True, slots=True)
class Place:
    """A column that carries an answer; ``code`` names the option where each option has a column."""

    position: int
    code: float | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A questionnaire attached to the columns of a file.

    Attributes
    ----------
    columns
        Item or question id -> its columns; several for a multiple response or ranking that has one
        column an option.
    missing
        Ids that no column answers, in the questionnaire's order.
    unmatched
        Positions of columns that are no metadata and answer nothing.
    share
        Share of the items that were found, 0..1 (of the questions when there are no items).
    """

    questionnaire: Questionnaire
    columns: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    unmatched: tuple[int, ...] = ()
    share: float = 0.0
    remarks: tuple[Remark, ...] = ()

    @property
    def items_found(self) -> int:
        return sum(item.id in self.columns for item in self.questionnaire.items)


class NoneFitsError(QuestionnaireError):
    """No known questionnaire fits the file: one can be drafted instead."""


def match(
    questionnaire: Questionnaire,
    headings: Sequence[Heading],
    cells: pd.DataFrame,
    *,
    near_texts: bool = True,
) -> Match:
    """Attach the questionnaire to the columns.

    Parameters
    ----------
    headings : one a column, as the platform's dialect took them apart.
    cells : the raw cells; of two columns that could be the same question an empty one is not.
    near_texts : whether texts that differ a little are compared too, which is most of the work.
    """
    targets = targets_of(questionnaire)
    claims = Claims(tuple(headings), _filled(headings, cells))
    claim_named_columns(targets, claims)
    claim_ids(targets, claims)
    claim_texts(targets, claims)
    claim_parts(targets, claims)
    if near_texts:
        claim_near_texts(targets, claims)

    columns = {
        target.id: tuple(Place(position, code) for position, code in claims.taken[target.id])
        for target in targets
        if target.id in claims.taken
    }
    used = {place.position for places in columns.values() for place in places}
    items = questionnaire.items
    counted = [item.id for item in items] or [target.id for target in targets]
    found = sum(name in columns for name in counted)
    return Match(
        questionnaire=questionnaire,
        columns=columns,
        missing=tuple(target.id for target in targets if target.id not in columns),
        unmatched=tuple(h.position for h in headings if h.meta is None and h.position not in used),
        share=found / len(counted) if counted else 0.0,
        remarks=claims.remarks(),
    )


def choose(candidates: Sequence[Questionnaire], headings: Sequence[Heading], cells: pd.DataFrame) -> Match:
    """The questionnaire that fits the file: the one of which most items are found.

    Raises
    ------
    NoneFitsError
        Of no candidate at least 60 % of the items are found; the nearest one and what it lacks are named.
    QuestionnaireError
        Two candidates fit equally well.
    """
    exact = [match(candidate, headings, cells, near_texts=False) for candidate in candidates]
    # where one fits exactly, those of which hardly anything is found need no second look
    least = WORTH_NAMING if any(found.share >= ENOUGH for found in exact) else 0.0
    matches = [
        match(found.questionnaire, headings, cells) if found.share >= least else found for found in exact
    ]
    ranked = sorted(matches, key=_fit, reverse=True)
    fitting = [each for each in ranked if each.share >= ENOUGH]
    if not fitting:
        raise _none_fits(ranked)
    if len(fitting) > 1 and _fit(fitting[0]) == _fit(fitting[1]):
        ids = [each.questionnaire.id for each in fitting if _fit(each) == _fit(fitting[0])]
        raise QuestionnaireError(
            f"Several questionnaires fit the file equally well: {', '.join(ids)}. Name one with -q.",
            f"有多份问卷与文件同样吻合：{'、'.join(ids)}。请用-q指定其中一份。",
        )
    return fitting[0]


def _fit(found: Match) -> tuple[bool, int, float, int]:
    return found.share >= ENOUGH, found.items_found, found.share, len(found.columns)


def _none_fits(ranked: Sequence[Match]) -> NoneFitsError:
    if not ranked or max(found.share for found in ranked) < WORTH_NAMING:
        return NoneFitsError(
            "None of the known questionnaires fits the columns of the file. Give one with -q, or let "
            "'survey-kit questionnaire infer' draft one.",
            "已知问卷均与文件的列不符。请用-q指定问卷，或用survey-kit questionnaire infer生成草稿。",
        )
    nearest = max(ranked, key=lambda found: (found.share, found.items_found))
    known = nearest.questionnaire
    lacking = [item.id for item in known.items if item.id not in nearest.columns] or list(nearest.missing)
    listed = [shown(name, 40) for name in lacking[:12]]
    more = len(lacking) - len(listed)
    percent = round(100 * nearest.share)
    return NoneFitsError(
        f"No known questionnaire fits the columns of the file. The nearest is {known.id} "
        f"({percent}% of its items found); no columns for: {', '.join(listed)}"
        + (f" and {more} more" if more else "")
        + ". Give one with -q, or let 'survey-kit questionnaire infer' draft one.",
        f"已知问卷均与文件的列不符。最接近的是{known.id}（找到{percent}%的题项），缺少的列：{'、'.join(listed)}"
        + (f"等共{len(lacking)}个" if more else "")
        + "。请用-q指定问卷，或用survey-kit questionnaire infer生成草稿。",
    )


def _filled(headings: Sequence[Heading], cells: pd.DataFrame) -> frozenset[int]:
    """Positions of columns that hold anything."""
    some = np.asarray(cells.notna().any(axis=0), dtype=bool)
    return frozenset(h.position for h in headings if h.position < len(some) and some[h.position])
