"""Which columns of a file without a questionnaire belong to one scale."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from survey_kit.questionnaire.answer_lists import AnswerList, find_list, is_known_answer
from survey_kit.questionnaire.profile import Profile
from survey_kit.questionnaire.wording import name_key, question_key

_PREFIX = re.compile(r"^(.*?[^\W\d])[_\-. ]?(\d{1,3})[a-z]?$")
PART_NAME = re.compile(r"^(.*[^\W_].*?)[_/.:](\w{1,40})$")
_BEFORE = re.compile(r"^(.{2,80}?)(?:\.\s|[:：]|\s[-–—]\s|\s?[\[【(（])")
_BACKGROUND = re.compile(
    r"^.{0,5}(?:性别|年龄|年龄段|学历|教育程度|文化程度|受教育程度|婚姻|婚姻状况|政治面貌|职务|职级|职称|岗位|单位|部门|收入|工龄|年限|民族|户籍|籍贯|专业"
    r"|地区|行业|编制|身份).{0,3}$"
    r"|^(?:your)?(?:gender|sex|age|agegroup|edu|education|degree|marital|maritalstatus|income|salary|tenure|rank|position|department|dept"
    r"|region|city|province|country|nationality|ethnicity|race|occupation|job|jobtitle|experience|grade|class|group|school|year|years|party)$"
)
FEW_PEOPLE = 5
MANY_ANSWERS = 1_000
"""Among so many answers to one scale its highest step occurs."""
LIKELY = 0.8
"""A column is an item when at least this share of its answers fits the scale."""


def is_background(profile: Profile) -> bool:
    """Whether the heading names something about the person."""
    heading = profile.heading
    return heading.part is None and bool(_BACKGROUND.match(question_key(heading.stem or heading.name)))


@dataclass(frozen=True, slots=True)
class Group:
    """Columns of one answer scale that belong together.

    ``name`` is the stem or prefix they share, if any; ``answers`` the list of their words, None
    where they are numbers, which lie between ``low`` and ``high``.
    """

    name: str
    columns: tuple[Profile, ...]
    answers: AnswerList | None
    low: float
    high: float


def stem_of(profile: Profile) -> tuple[Hashable, str] | None:
    """What the parts of one question share: number and stem, or the name before a separator."""
    heading = profile.heading
    if heading.part is not None:
        return ("part", heading.number, heading.stem), heading.stem or (heading.number or "")
    if found := PART_NAME.match(heading.name):
        return ("name", name_key(found[1])), found[1]
    return None


def words_before(profile: Profile) -> str:
    """What a heading says before its first stop (``Reasons. Pay`` and ``Reasons. Hours`` are one question)."""
    found = _BEFORE.match(profile.heading.raw.strip())
    return found[1].strip() if found else ""


def group_items(profiles: Sequence[Profile]) -> list[Group]:
    """Scales: columns on a common answer list or range with one stem, prefix, or in one run."""
    families: dict[tuple[str, Hashable], tuple[str, list[Profile]]] = {}
    runs: set[Hashable] = set()
    previous: tuple[Hashable, int] | None = None
    run = 0
    said_before = Counter(words_before(each) for each in profiles if _kind(each))
    for each in profiles:
        kind = _kind(each)
        if kind is None:
            previous = None
            continue
        key, name = _family(each)
        if key is None and said_before[before := words_before(each)] > 2 and before:
            key, name = ("before", name_key(before)), before
        if key is None:
            if is_background(each):
                previous = None
                continue
            if previous != (kind, each.position - 1):
                run += 1
            key = ("run", run)
            runs.add(key)
            previous = (kind, each.position)
        families.setdefault((kind, key), (name, []))[1].append(each)
    groups: list[Group] = []
    for (kind, key), (name, members) in families.items():
        least = 3 if key in runs and kind == "numbers" else 2
        groups += _words(name, members) if kind == "words" else _numbers(name, members, least)
    return sorted(groups, key=lambda group: group.columns[0].position)


def _kind(profile: Profile) -> str | None:
    if profile.many or not profile.n:
        return None
    if profile.known_share >= LIKELY:
        return "words"
    if profile.plain_share < LIKELY or (profile.labels and profile.all_labelled):
        return None
    # among a handful of people everybody may give the same answer to an item
    return "numbers" if len(profile.numbers) > 1 or profile.n < FEW_PEOPLE else None


def _family(profile: Profile) -> tuple[Hashable | None, str]:
    heading = profile.heading
    if stem := stem_of(profile):
        return stem
    if found := _PREFIX.match(name_key(heading.name)):
        prefix = heading.name.strip()[: len(found[1])]
        return ("prefix", found[1]), prefix
    return None, ""


def _words(name: str, members: list[Profile]) -> list[Group]:
    """One scale, or several where the columns use different answer lists."""
    groups: list[Group] = []
    rest = list(members)
    while rest:
        taken = [rest[0]]
        answers = find_list(_answers(taken))
        for member in rest[1:]:
            joined = find_list(_answers([*taken, member]))
            if joined is not None and answers is not None:
                taken.append(member)
                answers = joined
        rest = [m for m in rest if m not in taken]
        if answers is not None and len(taken) > 1:
            groups.append(Group(name, tuple(taken), answers, 1.0, float(len(answers.slots))))
    return groups


def _answers(members: list[Profile]) -> set[str]:
    return {key for member in members for key in member.answers if is_known_answer(key)}


def _numbers(name: str, members: list[Profile], least: int) -> list[Group]:
    """One scale of numbers: the usual range that holds all of them.

    Columns of one name that clearly count in other steps (yes or no among answers from 1 to 8) are no
    items of it; where they are many, the name is that of a part of the questionnaire, not of a scale.
    """
    alike = [m for m in members if not _other_steps(m, members)]
    if len(alike) < least or len(alike) * 3 <= len(members) * 2:
        return []
    members = alike
    whole = {n for m in members for n in m.numbers if n.is_integer() and 0 <= n <= 10}
    low, high = min(whole), max(whole)
    if len(whole) < 3 or high < 3:
        return []
    answers = sum(m.n for m in members)
    if answers >= MANY_ANSWERS or (high == 4 and answers >= 100):
        top = high
    else:
        top = next(end for end in ((5, 6, 7, 10) if low >= 1 else (4, 6, 10)) if high <= end)
    return [Group(name, tuple(members), None, 1.0 if low >= 1 else 0.0, float(top))]


def _other_steps(member: Profile, family: Sequence[Profile]) -> bool:
    """Whether a column that many answered uses fewer than half as many steps as its neighbours."""
    if member.n < 50:
        return False
    return len(_steps(member)) < 0.5 * max(len(_steps(other)) for other in family)


def _steps(member: Profile) -> list[float]:
    return [n for n in member.numbers if n.is_integer() and 0 <= n <= 10]
