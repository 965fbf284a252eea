"""From coded answers to scale scores: reverse by the declared range, then the missing rule."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from survey_kit.questionnaire.model import Item, Questionnaire, Scale
from survey_kit.responses.model import Responses

MIN_ANSWERED = 0.8
"""A scale score needs at least this share of the scale's items answered."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Scored answers, one row a respondent, index as in ``Responses.frame``.

    ``items``   all scale items, reverse-worded ones turned round: every number of the chapter about
                items comes from here, so that there is one path only.
    ``scales``  one column a scale: mean (or sum) of the answered items when at least 80 % of them
                are answered, else NaN. A sum score with gaps is the mean times the number of items.
    """

    items: pd.DataFrame
    scales: pd.DataFrame


def reverse(values: np.ndarray, low: float, high: float) -> np.ndarray:
    """Reverse-score answers within their *declared* range.

    Parameters
    ----------
    values : array of any shape, codes between ``low`` and ``high``; NaN stays NaN.
    low, high : the ends of the answer scale as the questionnaire declares them. The smallest and
        largest *observed* answers must never be used: if nobody ticks 5, every score would shift.

    Examples
    --------
    >>> reverse(np.array([1.0, 2.0, 4.0]), 1, 5)
    array([5., 4., 2.])
    """
    return low + high - values


def score_items(frame: pd.DataFrame, items: tuple[Item, ...]) -> pd.DataFrame:
    """Items with the reverse-worded ones turned round; items absent from ``frame`` are left out."""
    columns = {
        item.id: reverse(frame[item.id].to_numpy(dtype=float), item.low, item.high)
        if item.reverse
        else frame[item.id].to_numpy(dtype=float)
        for item in items
        if item.id in frame.columns
    }
    return pd.DataFrame(columns, index=frame.index)


def score_scale(items: np.ndarray, scale: Scale) -> np.ndarray:
    """Scores of one scale.

    Parameters
    ----------
    items : float array (n, k) of scored items, NaN for no answer.
    scale : gives the rule (mean or sum) and the number of items declared.

    Returns
    -------
    float array (n,), NaN where fewer than 80 % of the declared items are answered.
    """
    declared = len(scale.items)
    answered = np.isfinite(items).sum(axis=1)
    total = np.nansum(items, axis=1)
    enough = (answered >= MIN_ANSWERED * declared - 1e-9) & (answered > 0)
    scores: np.ndarray = np.divide(total, answered, out=np.full(len(items), np.nan), where=enough)
    if scale.score == "sum":
        scores *= declared
    return scores


def score(responses: Responses, questionnaire: Questionnaire) -> Scores:
    """Score all items and scales of the questionnaire."""
    items = score_items(responses.frame, questionnaire.items)
    scales = {}
    for scale in questionnaire.scales:
        present = [item_id for item_id in scale.item_ids if item_id in items.columns]
        if present:
            scales[scale.id] = score_scale(items[present].to_numpy(), scale)
    return Scores(items, pd.DataFrame(scales, index=items.index))
