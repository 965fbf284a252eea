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
    def n_complete(self) -> int:
        """Respondents who answered every item left."""
        return int(np.isfinite(self.data).all(axis=1).sum())


def usable_items(items: tuple[Item, ...], data: np.ndarray) -> UsableItems:
    """Leave out empty items, then, until nothing changes, items constant among the complete rows.

    Parameters
    ----------
    items : the k items.
    data : their scored answers (n, k), NaN for no answer.
    """
    ids = np.array([item.id for item in items], dtype=object)
    # fmin and fmax pass over NaN
    low = np.fmin.reduce(data, axis=0, initial=np.inf)
    high = np.fmax.reduce(data, axis=0, initial=-np.inf)
    empty, same = low > high, low == high
    kept = low < high
    while kept.any():
        columns = data if kept.all() else data[:, kept]
        complete = np.isfinite(columns).all(axis=1)
        if complete.all() or complete.sum() < 2:
            break
        still = np.ptp(columns[complete], axis=0) > 0
        if still.all():
            break
        at = np.flatnonzero(kept)[~still]
        same[at], kept[at] = True, False
    return UsableItems(
        tuple(item for item, k in zip(items, kept, strict=True) if k),
        data if kept.all() else data[:, kept],
        tuple(ids[empty]),
        tuple(ids[same]),
    )
