"""Chinese words guessed from character sequences, where no segmenter is installed.

A sequence of two to four characters counts as a word when it occurs often enough, when its neighbours on
either side vary (accessor variety; Feng, Chen, Deng & Zheng, 2004, doi:10.1162/089120104773633394), and when it is not
merely a part of a longer one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from survey_kit.interviews.stopwords import CHINESE, CHINESE_EDGES

LONGEST = 4
FEWEST = 2
VARIETY = 2
BETWEEN = frozenset("的了着和与及或吗呢吧啊")
"""Characters that no guessed word holds."""

FUNCTION = CHINESE_EDGES | frozenset("有能会可多少去来说到")
"""Characters that mostly stand for themselves."""

PART = 0.75
"""A sequence is a part of a longer one that holds this share of its occurrences."""


def guessed(sentences: Sequence[Sequence[str]]) -> dict[str, tuple[int, ...]]:
    """Each guessed word -> the sentences of its occurrences.

    Parameters
    ----------
    sentences : the runs of Chinese characters of each sentence.

    Examples
    --------
    >>> guessed([["晋升机会少"], ["缺晋升机会"], ["没有晋升机会"]])
    {'晋升机会': (0, 1, 2)}
    """
    places: dict[str, list[int]] = defaultdict(list)
    left: dict[str, set[str]] = defaultdict(set)
    right: dict[str, set[str]] = defaultdict(set)
    for at, runs in enumerate(sentences):
        for number, run in enumerate(runs):
            for start in range(len(run)):
                for end in range(start + 2, min(start + LONGEST, len(run)) + 1):
                    gram = run[start:end]
                    if gram[0] in CHINESE_EDGES or gram[-1] in CHINESE_EDGES or BETWEEN & set(gram):
                        continue
                    if any(gram[:k] in CHINESE or gram[-k:] in CHINESE for k in range(2, len(gram))):
                        continue
                    places[gram].append(at)
                    # the edge of a run, or a function word, is a neighbour of its own kind every time
                    edge = f"{at} {number} {start}"
                    before = run[start - 1] if start else ""
                    after = run[end] if end < len(run) else ""
                    left[gram].add(edge if not before or before in FUNCTION else before)
                    right[gram].add(edge if not after or after in FUNCTION else after)
    often = {gram: found for gram, found in places.items() if len(found) >= FEWEST}
    free = {gram: found for gram, found in often.items() if min(len(left[gram]), len(right[gram])) >= VARIETY}
    longer: dict[str, int] = defaultdict(int)
    for gram, found in free.items():
        for start in range(len(gram)):
            for end in range(start + 2, len(gram) + 1):
                if end - start < len(gram):
                    part = gram[start:end]
                    longer[part] = max(longer[part], len(found))
    return {
        gram: tuple(found)
        for gram, found in free.items()
        if longer[gram] < PART * len(found) and gram not in CHINESE
    }
