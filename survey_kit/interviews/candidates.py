"""Candidate codes: words and neighbouring words that several people use."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from survey_kit.interviews.ngrams import guessed
from survey_kit.interviews.segmenting import Cutter, runs, words
from survey_kit.stats.collocation import log_likelihood

STRONG = 10.83
"""G² from which a pair counts as a collocation (p < .001 at one degree of freedom)."""

SWALLOWED = 0.6
"""A word most of whose occurrences lie in a candidate pair is no candidate of its own."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and who said it."""

    person: int | str
    text: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposed code: the word or pair, its occurrences, the persons who use it, G² of a pair (NaN: one word)."""

    words: tuple[str, ...]
    name: str
    count: int
    persons: int
    g2: float
    sentences: tuple[int, ...]


def candidates(said: Sequence[Said], cut: Cutter | None, *, most: int, fewest: int) -> tuple[Candidate, ...]:
    """At most ``most`` candidates that at least ``fewest`` persons use, those of most persons first.

    Chinese without a segmenter: character sequences with free neighbours (``ngrams.guessed``). Deterministic:
    ties go by occurrences, then by the word itself.
    """
    tokens = [words(each.text, cut) for each in said]
    singles = _where((at, (word,)) for at, found in enumerate(tokens) for word in found if word)
    neighbours = [(at, pair) for at, found in enumerate(tokens) for pair in pairwise(found)]
    pairs = _where((at, (one, other)) for at, (one, other) in neighbours if one and other and one != other)
    g2 = _association(pairs, [pair for _, pair in neighbours])
    strong = {pair: places for pair, places in pairs.items() if g2[pair] > STRONG and len(places) > 1}
    inside: Counter[str] = Counter()
    for pair, places in strong.items():
        if _persons(places, said) >= fewest:
            for word in pair:
                inside[word] += len(places)
    kept = {name: places for name, places in singles.items() if inside[name[0]] < SWALLOWED * len(places)}
    kept |= _phrases(strong, g2)
    if cut is None:
        found = guessed([runs(each.text) for each in said])
        kept |= {(name,): list(places) for name, places in found.items()}
    made = (
        Candidate(
            name, _joined(name), len(places), _persons(places, said), g2.get(name, float("nan")), tuple(dict.fromkeys(places))
        )
        for name, places in kept.items()
    )  # fmt: skip
    enough = [each for each in made if each.persons >= fewest]
    return tuple(sorted(enough, key=lambda each: (-each.persons, -each.count, each.name))[:most])


def _where(found: Iterable[tuple[int, tuple[str, ...]]]) -> dict[tuple[str, ...], list[int]]:
    """Each name -> the sentences of its occurrences, one entry an occurrence."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, name in found:
        places[name].append(at)
    return places


def _phrases(
    pairs: dict[tuple[str, ...], list[int]], g2: dict[tuple[str, ...], float]
) -> dict[tuple[str, ...], list[int]]:
    """Pairs that overlap in the same sentences as one phrase, whose G² (set in ``g2``) is the smallest of theirs."""
    order = sorted(pairs)
    after = {(pair[0], tuple(pairs[pair])): pair for pair in reversed(order)}
    inner = {(pair[-1], tuple(pairs[pair])) for pair in order}
    found: dict[tuple[str, ...], list[int]] = {}
    used: set[tuple[str, ...]] = set()
    # those that nothing leads to begin a phrase; whatever is left then runs in a circle
    for pair in sorted(order, key=lambda pair: ((pair[0], tuple(pairs[pair])) in inner, pair)):
        if pair in used:
            continue
        used.add(pair)
        places, phrase, least = pairs[pair], pair, g2[pair]
        following = after.get((phrase[-1], tuple(places)))
        while following is not None and following not in used and following[-1] not in phrase:
            used.add(following)
            phrase, least = (*phrase, following[-1]), min(least, g2[following])
            following = after.get((phrase[-1], tuple(places)))
        g2[phrase] = least
        found[phrase] = places
    return found


def _association(
    pairs: dict[tuple[str, ...], list[int]], neighbours: Sequence[tuple[str | None, str | None]]
) -> dict[tuple[str, ...], float]:
    """G² of each pair that occurs more often than expected among all neighbours; 0 for the others."""
    if not pairs:
        return {}
    first, second = Counter(one for one, _ in neighbours), Counter(other for _, other in neighbours)
    both = np.array([len(places) for places in pairs.values()], dtype=float)
    begins = np.array([first[one] for one, _ in pairs], dtype=float)
    ends = np.array([second[other] for _, other in pairs], dtype=float)
    n = float(len(neighbours))
    g2 = log_likelihood(both, begins, ends, np.full(len(both), n))
    g2 = np.where(both * n > begins * ends, g2, 0.0)
    return dict(zip(pairs, g2.tolist(), strict=True))


def _persons(places: Sequence[int], said: Sequence[Said]) -> int:
    return len({said[at].person for at in places})


def _joined(name: tuple[str, ...]) -> str:
    """Latin words with a blank between them, Chinese ones without."""
    return (" " if all(word[0].isascii() or word[0] < "\u2e80" for word in name) else "").join(name)
