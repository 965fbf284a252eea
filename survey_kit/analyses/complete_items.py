"""Which items a method can use: those that somebody answered, and that vary."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from survey_kit.questionnaire.model import Item


@dataclass(frozen=True, slots=True)
class UsableItems:
    """Scored answers (n, k) to ``items``; ``empty`` and ``constant`` name the items left out.

    An item nobody answered would empty every listwise sample; one without variance has no correlation.
    """

    items: tuple[Item, ...]
    data: np.ndarray
    empty: tuple[str, ...]
    constant: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(item.id for item in self.items)

    @property
    def complete(self) -> np.ndarray:
        """Answers of those who answered every item left."""
        rows: np.ndarray = self.data[np.isfinite(self.data).all(axis=1)]
        return rows


def usable_items(items: tuple[Item, ...], data: np.ndarray) -> UsableItems:
    """Leave out empty items, then, until nothing changes, items constant among the complete rows.

    Parameters
    ----------
    items : the k items.
    data : their scored answers (n, k), NaN for no answer.
    """
    answered = np.isfinite(data)
    ids = np.array([item.id for item in items], dtype=object)
    low = np.where(answered, data, np.inf).min(axis=0, initial=np.inf)
    high = np.where(answered, data, -np.inf).max(axis=0, initial=-np.inf)
    empty, same = ~answered.any(axis=0), answered.any(axis=0) & (low == high)
    kept = ~empty & ~same
    while kept.any():
        rows = data[:, kept][answered[:, kept].all(axis=1)]
        if len(rows) < 2:
            break
        still = np.ptp(rows, axis=0) > 0
        if still.all():
            break
        at = np.flatnonzero(kept)[~still]
        same[at], kept[at] = True, False
    return UsableItems(
        tuple(item for item, k in zip(items, kept, strict=True) if k),
        data[:, kept],
        tuple(ids[empty]),
        tuple(ids[same]),
    )
