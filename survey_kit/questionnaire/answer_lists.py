"""Answer lists of which direction and order are known, in Chinese and English.

Used only where a questionnaire has to be drafted from a file. A list is chosen when it holds every
answer that occurs, each in a place of its own; the ends come from the list, never from what
happens to have been answered.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from survey_kit.questionnaire.wording import loose_answer_key

Slots = tuple[tuple[str, ...], ...]

_NEUTRAL_ZH = [
    "一般",
    "中立",
    "不确定",
    "不清楚",
    "说不清",
    "说不清楚",
    "说不准",
    "无所谓",
    "普通",
    "中等",
    "一般般",
    "还行",
    "尚可",
    "介于两者之间",
]
_WORDS_ZH = [
    "同意",
    "赞同",
    "认同",
    "赞成",
    "符合",
    "满意",
    "重要",
    "了解",
    "清楚",
    "愿意",
    "支持",
    "有效",
    "合理",
    "公平",
    "必要",
    "认可",
    "关注",
    "关心",
    "积极",
    "适应",
    "喜欢",
    "信任",
    "影响",
    "明确",
    "完善",
    "及时",
    "严重",
    "困难",
]
_NEUTRAL_EN = [
    "neutral", "neither agree nor disagree", "neither", "undecided", "unsure", "not sure", "uncertain",
    "neither satisfied nor dissatisfied", "neither disagree nor agree", "no opinion", "neither likely nor unlikely",
]  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class AnswerList:
    """A list from lowest to highest; each slot holds the wordings of one answer."""

    slots: Slots

    def codes(self, answers: Collection[str]) -> dict[str, int] | None:
        """Answer -> 1..k; None unless each answer has a slot of its own."""
        found: dict[str, int] = {}
        for answer in answers:
            place = _PLACES[self].get(answer)
            if place is None or place in found.values():
                return None
            found[answer] = place
        return found

    def label(self, code: int) -> str:
        """The usual wording of a place."""
        return self.slots[code - 1][0]


def _polar_zh(word: str) -> list[Slots]:
    strong = ["非常", "完全", "很", "十分", "极其", "极", "强烈"]
    mild = ["比较", "基本", "较"]
    low = (*(f"{s}不{word}" for s in strong), f"一点也不{word}", f"根本不{word}", f"完全没有{word}")
    lower = (
        f"不{word}",
        f"不太{word}",
        f"比较不{word}",
        f"不大{word}",
        f"基本不{word}",
        f"较不{word}",
        f"有点不{word}",
    )
    neutral = tuple(_NEUTRAL_ZH)
    higher = (word, *(f"{m}{word}" for m in mild), f"有点{word}")
    high = tuple(f"{s}{word}" for s in strong)
    slight_low = (
        f"有点不{word}",
        f"比较不{word}",
        f"有些不{word}",
        f"不太{word}",
        f"略不{word}",
        f"稍微不{word}",
    )
    slight_high = (f"有点{word}", f"比较{word}", f"有些{word}", f"略{word}", f"稍微{word}", f"基本{word}")
    ends_low = (f"非常不{word}", f"完全不{word}", f"极不{word}", f"极其不{word}", f"强烈不{word}")
    ends_high = (f"非常{word}", f"完全{word}", f"极{word}", f"极其{word}", f"强烈{word}")
    seven = (
        ends_low,
        (f"不{word}", f"很不{word}"),
        slight_low,
        neutral,
        slight_high,
        (word, f"很{word}"),
        ends_high,
    )
    return [
        (low, lower, neutral, higher, high),
        seven,
        (low, lower, higher, high),
        (*seven[:3], *seven[4:]),
        ((f"不{word}",), (f"基本{word}", *neutral), (word,)),
        ((f"不{word}", f"很不{word}"), (f"基本{word}", f"比较{word}"), (word,), (f"非常{word}", f"很{word}")),
    ]  # fmt: skip


def _polar_en(low: str, high: str) -> list[Slots]:
    strong, slight = (
        ["strongly", "very", "completely", "totally", "extremely"],
        ["somewhat", "slightly", "a little"],
    )
    very_low, very_high = [tuple(f"{s} {word}" for s in strong) for word in (low, high)]
    little_low, little_high = [tuple(f"{s} {word}" for s in slight) for word in (low, high)]
    plain_low, plain_high, neutral = (low, f"mostly {low}"), (high, f"mostly {high}"), tuple(_NEUTRAL_EN)
    return [
        (very_low, (low, *little_low, f"mostly {low}"), neutral, (high, *little_high, f"mostly {high}"), very_high),
        (very_low, plain_low, little_low, neutral, little_high, plain_high, very_high),
        (very_low, (low, *little_low), (high, *little_high), very_high),
        (very_low, plain_low, little_low, little_high, plain_high, very_high),
    ]  # fmt: skip


_FIXED: list[Slots] = [
    (("从不", "从来不", "从来没有", "从未", "没有过"), ("很少", "极少", "偶尔"), ("有时", "有时候"), ("经常", "常常", "时常"), ("总是", "一直", "每次")),
    (("从不", "从来不", "从来没有", "从未"), ("很少", "极少"), ("偶尔", "有时", "有时候"), ("经常", "常常", "时常"), ("总是", "一直", "每次")),
    (("never",), ("rarely", "seldom"), ("sometimes", "occasionally"), ("often", "frequently", "usually"), ("always",)),
    (("非常差", "很差"), ("差", "较差", "比较差"), tuple(_NEUTRAL_ZH), ("好", "较好", "比较好"), ("非常好", "很好")),
    (("非常低", "很低"), ("低", "较低", "比较低"), tuple(_NEUTRAL_ZH), ("高", "较高", "比较高"), ("非常高", "很高")),
    (("非常小", "很小", "没有"), ("小", "较小", "比较小"), tuple(_NEUTRAL_ZH), ("大", "较大", "比较大"), ("非常大", "很大")),
    (("very poor",), ("poor",), ("fair", "average", "acceptable"), ("good",), ("very good", "excellent")),
    (("poor",), ("fair",), ("good",), ("very good",), ("excellent",)),
    (("very low",), ("low",), ("medium", "moderate", "average"), ("high",), ("very high",)),
    (("not at all",), ("a little", "slightly", "a little bit"), ("moderately", "somewhat"), ("quite a bit", "very", "very much", "mostly"), ("extremely", "completely")),
    (("not at all important", "unimportant", "not important", "very unimportant"), ("slightly important", "of little importance"), ("moderately important", "somewhat important", "neutral"), ("important", "very important"), ("extremely important", "very important", "absolutely essential")),
    (("not at all satisfied",), ("slightly satisfied",), ("moderately satisfied",), ("very satisfied",), ("extremely satisfied", "completely satisfied")),
    (("not at all likely",), ("slightly likely",), ("moderately likely",), ("very likely",), ("extremely likely",)),
    (("not at all true",), ("hardly true",), ("moderately true",), ("exactly true",)),
    (("sd",), ("d",), ("n",), ("a",), ("sa",)),
]  # fmt: skip
_PAIRS_EN = (("disagree", "agree"), ("dissatisfied", "satisfied"), ("unlikely", "likely"), ("unimportant", "important"),
             ("untrue", "true"), ("unfair", "fair"), ("unwilling", "willing"), ("uncomfortable", "comfortable"))  # fmt: skip


def _all() -> tuple[AnswerList, ...]:
    slots = [each for word in _WORDS_ZH for each in _polar_zh(word)]
    slots += [each for low, high in _PAIRS_EN for each in _polar_en(low, high)]
    return tuple(AnswerList(each) for each in (*slots, *_FIXED))


ANSWER_LISTS = _all()
_PLACES: dict[AnswerList, dict[str, int]] = {
    each: {loose_answer_key(text): place for place, slot in enumerate(each.slots, start=1) for text in slot}
    for each in ANSWER_LISTS
}
_KNOWN = frozenset(key for places in _PLACES.values() for key in places)
_WEAK = frozenset(
    loose_answer_key(text)
    for text in (*_NEUTRAL_ZH, *_NEUTRAL_EN, "没有", "好", "差", "大", "小", "a", "n", "d")
)
"""Answers that alone do not make a list known."""


def is_known_answer(key: str) -> bool:
    """Whether some list holds the answer (as `loose_answer_key`)."""
    return key in _KNOWN


def find_list(keys: Collection[str]) -> AnswerList | None:
    """The first list that holds all of the answers (as `loose_answer_key`), at least one telling."""
    if not any(key in _KNOWN and key not in _WEAK for key in keys):
        return None
    for each in ANSWER_LISTS:
        if each.codes(keys) is not None:
            return each
    return None
