"""Who answers: the careless, how long people take, and when they hand in."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from survey_kit.questionnaire.model import Questionnaire
from survey_kit.simulation.population import Population, Quality


def stream(seed: int, purpose: str) -> np.random.Generator:
    """A random stream for one purpose: the same whatever else is drawn."""
    return np.random.default_rng([seed, zlib.crc32(purpose.encode())])


@dataclass(frozen=True, slots=True)
class Copies:
    """Row each row is taken from: itself, or for a duplicate the nearest attentive row above."""

    source: np.ndarray

    @staticmethod
    def of(careless: Mapping[str, np.ndarray]) -> Copies:
        bad = careless["straight_lining"] | careless["too_fast"] | careless["duplicates"]
        rows = np.arange(len(bad))
        above = np.maximum.accumulate(np.where(bad, -1, rows))
        return Copies(np.where(careless["duplicates"], above, rows))

    def apply(self, values: np.ndarray) -> np.ndarray:
        copied: np.ndarray = values[self.source]
        return copied


def careless_masks(quality: Quality, n: int, rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Masks (n,) of those who answer badly; nobody is in two, and row 0 is attentive."""
    order = 1 + rng.permutation(n - 1)
    masks, start = {}, 0
    for name in ("straight_lining", "too_fast", "duplicates"):
        count = round(getattr(quality, name) * n)
        masks[name] = np.zeros(n, dtype=bool)
        masks[name][order[start : start + count]] = True
        start += count
    return masks


def durations(
    questionnaire: Questionnaire,
    population: Population,
    careless: Mapping[str, np.ndarray],
    rng: np.random.Generator,
) -> np.ndarray:
    """Seconds needed (n,): log-normal; attentive people need at least 3 s an item."""
    n = len(careless["too_fast"])
    items = max(len(questionnaire.items), 1)
    everything = items + len(questionnaire.asked)
    usual = population.seconds_per_item * everything * np.exp(0.35 * rng.standard_normal(n))
    u = rng.random(n)
    seconds = np.maximum(usual, 3.0 * items)
    seconds = np.where(careless["straight_lining"], (2.3 + u) * items, seconds)
    seconds = np.where(careless["too_fast"], (0.6 + u) * items, seconds)
    return np.round(seconds)


def submissions(population: Population, n: int, rng: np.random.Generator) -> np.ndarray:
    """Times of submission (n,), ascending, on seven days between 8:00 and 22:00."""
    seconds = np.sort(rng.integers(0, 7 * 14 * 3600, n))
    day, within = np.divmod(seconds, 14 * 3600)
    start = np.datetime64(dt.datetime.combine(population.start, dt.time(8)), "s")
    moments: np.ndarray = start + (day * 86_400 + within).astype("timedelta64[s]")
    return moments
