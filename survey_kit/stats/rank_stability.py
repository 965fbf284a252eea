"""How firmly does a ranking stand when weights or raters are drawn anew?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from survey_kit.stats.composite import places

MOST_FOR_KENDALL = 1000
"""Above this many people Kendall's tau of thousands of draws is not worth its n² pairs."""


@dataclass(frozen=True, slots=True)
class Stability:
    """Rank correlations (draws,) of drawn rankings with the reference; shares (n,) of draws."""

    spearman: np.ndarray
    kendall: np.ndarray
    first: np.ndarray
    among_best: np.ndarray
    low: np.ndarray
    high: np.ndarray
    away_low: np.ndarray
    away_high: np.ndarray


def dirichlet_weights(
    weights: np.ndarray, concentration: float, draws: int, rng: np.random.Generator
) -> np.ndarray:
    """(draws, k) weights around ``weights``: Dirichlet with mean w and variance w(1 − w)/(c + 1).

    A weight of zero stays zero.
    """
    drawn = np.zeros((draws, len(weights)))
    some = weights > 0
    drawn[:, some] = rng.dirichlet(concentration * weights[some], size=draws)
    return drawn


def stability(reference: np.ndarray, drawn: np.ndarray, best: int, level: float = 0.95) -> Stability:
    """Compare drawn scores (draws, n) with the reference scores (n,).

    ``first`` and ``among_best``: in which share of the draws a person has place 1, or a place up to
    ``best``; ``low`` and ``high``: percentiles of a person's drawn scores. Draws in which a person has no score (NaN) count
    for the others only. ``away_low`` and ``away_high``: percentiles of his departures from the mean of all in the
    same draw, over the draws in which everybody has a score.
    """
    there = np.isfinite(drawn)
    rank = places(drawn)
    count = np.maximum(there.sum(axis=0), 1)
    first = ((rank == 1) & there).sum(axis=0) / count
    among = ((rank <= best) & there).sum(axis=0) / count
    ends = [50 * (1 - level), 100 - 50 * (1 - level)]
    low, high = np.full((2, drawn.shape[1]), np.nan)
    some = there.any(axis=0)
    low[some], high[some] = np.nanpercentile(drawn[:, some], ends, axis=0)
    whole = there.all(axis=1)
    away_low, away_high = np.full((2, drawn.shape[1]), np.nan)
    if whole.any():
        away = drawn[whole] - drawn[whole].mean(axis=1, keepdims=True)
        away_low, away_high = np.percentile(away, ends, axis=0)
    return Stability(
        spearman(reference, drawn[whole]),
        kendall_tau_b(reference, drawn[whole]),
        first,
        among,
        low,
        high,
        away_low,
        away_high,
    )


def spearman(reference: np.ndarray, drawn: np.ndarray) -> np.ndarray:
    """(draws,) Spearman's rho of each row of ``drawn`` (draws, n) with ``reference`` (n,)."""
    own = _mean_ranks(reference[None, :])
    others = _mean_ranks(drawn)
    own -= own.mean()
    others -= others.mean(axis=1, keepdims=True)
    scale = np.sqrt((own**2).sum() * (others**2).sum(axis=1))
    return np.asarray(np.divide(others @ own[0], scale, out=np.full(len(drawn), np.nan), where=scale > 0))


def kendall_tau_b(reference: np.ndarray, drawn: np.ndarray) -> np.ndarray:
    """(draws,) Kendall's tau-b of each row with ``reference``; NaN for more than 1,000 people."""
    n = len(reference)
    if n > MOST_FOR_KENDALL:
        return np.full(len(drawn), np.nan)
    i, j = np.triu_indices(n, 1)
    own = np.sign(reference[i] - reference[j])
    block = max(1, 2_000_000 // max(len(i), 1))
    found = []
    for start in range(0, len(drawn), block):
        part = drawn[start : start + block]
        others = np.sign(part[:, i] - part[:, j])
        scale = np.sqrt((own**2).sum() * (others**2).sum(axis=1))
        found.append(np.divide(others @ own, scale, out=np.full(len(part), np.nan), where=scale > 0))
    return np.concatenate(found) if found else np.zeros(0)


def _mean_ranks(values: np.ndarray) -> np.ndarray:
    """Ranks (draws, n) from 1, ties at their mean."""
    up, down = places(-values), places(values)
    return np.asarray((up + (values.shape[1] + 1 - down)) / 2)
