"""Who stays in the analysis: the plan's exclusion rules, applied in a fixed order, with a ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import ceil, log10

import numpy as np
import pandas as pd

from survey_kit.errors import ResponseError
from survey_kit.questionnaire.model import Questionnaire
from survey_kit.questionnaire.plan import Screening
from survey_kit.report.blocks import Label, Remark
from survey_kit.responses.decode import reordered
from survey_kit.responses.journal import listed
from survey_kit.responses.model import Exclusion, ExclusionReason, Ledger, Responses

MIN_STRAIGHT = 10
"""Fewer equal answers than this happen to attentive people too."""
MOST_COMPARED = 2_000
"""In larger files some respondents answer alike by chance."""

_NAMES: dict[ExclusionReason, tuple[str, str]] = {
    "empty": ("no answers", "未作答"),
    "incomplete": ("not finished", "未完成"),
    "duplicate": ("repeated submission", "重复提交"),
    "too_fast": ("answered too fast", "作答过快"),
    "straight_lining": ("same answer throughout", "规律作答（所有题项同一答案）"),
    "missing": ("too many gaps", "缺失过多"),
}


def screen(responses: Responses, questionnaire: Questionnaire, screening: Screening) -> Responses:
    """Drop respondents by the plan's rules: empty, duplicate, too fast, straight-lining, missing.

    Each is counted under the first rule that hits. Order of respondents is kept; of several
    submissions the first stays. Answers are looked at as they were given, before reverse scoring.

    Raises
    ------
    ResponseError
        The rules leave nobody.
    """
    items = [item.id for item in questionnaire.items if item.id in responses.frame.columns]
    answers = responses.frame[items].to_numpy(dtype=float)
    answered = np.isfinite(answers).sum(axis=1)
    same = _same_answer(answers, answered)
    rules: tuple[tuple[ExclusionReason, Callable[[], np.ndarray]], ...] = (
        ("empty", lambda: _empty(responses.frame)),
        ("duplicate", lambda: _duplicate(responses, answers) if screening.duplicates else _none(same)),
        ("too_fast", lambda: _too_fast(responses, len(items), screening.min_seconds_per_item)),
        (
            "straight_lining",
            lambda: same if screening.straight_lining and _telling(questionnaire, items) else _none(same),
        ),
        ("missing", lambda: _missing(responses, items, answered, screening.max_missing)),
    )
    stays = np.ones(responses.n, dtype=bool)
    exclusions = []
    for reason, rule in rules:
        hit = rule() & stays
        if hit.any():
            numbers = tuple(responses.frame.index[hit].tolist())
            exclusions.append(Exclusion(reason, numbers))
            stays &= ~hit
    ledger = Ledger(responses.ledger.collected, (*responses.ledger.exclusions, *exclusions))
    if not stays.any():
        raise _nobody_left(ledger)
    kept = responses if stays.all() else reordered(responses, np.flatnonzero(stays))
    remarks = (*responses.remarks, *_excluded(exclusions), *_suspects(kept, same[stays]))
    return replace(kept, ledger=ledger, remarks=remarks)


def _none(like: np.ndarray) -> np.ndarray:
    return np.zeros(len(like), dtype=bool)


def _empty(frame: pd.DataFrame) -> np.ndarray:
    if not frame.shape[1]:
        return np.zeros(len(frame), dtype=bool)
    return np.asarray(frame.isna().to_numpy().all(axis=1), dtype=bool)


def _same_answer(answers: np.ndarray, answered: np.ndarray) -> np.ndarray:
    """True where at least ten items are answered, all of them alike."""
    if not answers.shape[1]:
        return np.zeros(len(answers), dtype=bool)
    low = np.where(np.isnan(answers), np.inf, answers).min(axis=1)
    high = np.where(np.isnan(answers), -np.inf, answers).max(axis=1)
    same: np.ndarray = (low == high) & (answered >= MIN_STRAIGHT)
    return same


def _telling(questionnaire: Questionnaire, items: list[str]) -> bool:
    """Whether one answer throughout contradicts itself: a reverse-worded item, or two scales."""
    reversed_items = any(item.reverse for item in questionnaire.items if item.id in items)
    scales = sum(any(name in items for name in scale.item_ids) for scale in questionnaire.scales)
    return reversed_items or scales >= 2


def _duplicate(responses: Responses, answers: np.ndarray) -> np.ndarray:
    """Second submissions: the id of an earlier row, or every answer equal to an earlier row's.

    Equal answers prove something only when there are enough of them: how many coincidences are to
    be expected grows with the square of n, so more answers are asked for in a larger file (15 up to
    n = 100, 30 at 100,000). Those who give nearly all items one answer are alike without being the
    same person: some answers must differ from a person's usual one (2 up to n = 100, 17 at 100,000).
    """
    n = responses.n
    repeated = responses.repeated if responses.repeated is not None else np.zeros(n, dtype=bool)
    more = ceil(5 * max(0.0, log10(max(n, 1) / 100)))
    equal = _equal_to_earlier(responses.frame, 15 + more)
    for place in np.flatnonzero(equal):
        given = answers[place][np.isfinite(answers[place])]
        if len(given) >= MIN_STRAIGHT:
            usual = np.unique(given, return_counts=True)[1].max()
            equal[place] = len(given) - usual >= 2 + more
    return np.asarray(repeated | equal, dtype=bool)


def _equal_to_earlier(frame: pd.DataFrame, needed: int) -> np.ndarray:
    """True where at least ``needed`` answers were given, all of them as in an earlier row."""
    enough = frame.notna().to_numpy().sum(axis=1) >= needed
    if not enough.any():
        return np.zeros(len(frame), dtype=bool)
    return np.asarray(frame.duplicated(keep="first").to_numpy() & enough, dtype=bool)


def _too_fast(responses: Responses, items: int, seconds: float | None) -> np.ndarray:
    if seconds is None or responses.duration is None or not items:
        return np.zeros(responses.n, dtype=bool)
    with np.errstate(invalid="ignore"):
        fast: np.ndarray = responses.duration.to_numpy(dtype=float) < seconds * items
    return fast


def _missing(responses: Responses, items: list[str], answered: np.ndarray, share: float | None) -> np.ndarray:
    """More than the share of the scale items unanswered; those routed past do not count."""
    if share is None or not items:
        return np.zeros(responses.n, dtype=bool)
    asked = np.full(responses.n, len(items))
    for name in items:
        if name in responses.routed:
            asked = asked - responses.routed[name]
    gaps: np.ndarray = asked - answered > share * asked
    return gaps


def _excluded(exclusions: list[Exclusion]) -> tuple[Remark, ...]:
    """One remark that says who was dropped and why."""
    if not exclusions:
        return ()
    en, zh = [], []
    for each in exclusions:
        name, name_zh = _NAMES[each.reason]
        numbers = [str(number) for number in each.respondents]
        en.append(f"{name} {len(numbers)} (no. {listed(numbers, ', ', 8)})")
        zh.append(f"{name_zh}{len(numbers)}人（编号{listed(numbers, '、', 8)}）")
    total = sum(len(each.respondents) for each in exclusions)
    return (
        Remark(
            Label(
                f"Respondents excluded: {total} – {'; '.join(en)}.",
                f"剔除答卷{total}份：{'；'.join(zh)}。",
            )
        ),
    )


def _suspects(kept: Responses, same: np.ndarray) -> tuple[Remark, ...]:
    """Straight-liners and equal rows that the rules leave in."""
    found = []
    if count := int(same.sum()):
        numbers = [str(number) for number in kept.frame.index[same]]
        found.append(
            Label(
                f"Same answer to all items: {count} respondents (no. {listed(numbers, ', ', 8)}), kept in the analysis.",
                f"有{count}名受访者对所有题项给出同一答案（编号{listed(numbers, '、', 8)}），予以保留。",
            )
        )
    equal = _equal_to_earlier(kept.frame, 8) & ~same
    if kept.n <= MOST_COMPARED and (count := int(equal.sum())):
        numbers = [str(number) for number in kept.frame.index[equal]]
        found.append(
            Label(
                f"All answers equal to an earlier respondent's: {count} (no. {listed(numbers, ', ', 8)}). With so few "
                "answers this may be chance: kept in the analysis.",
                f"有{count}名受访者的全部答案与前面某人相同（编号{listed(numbers, '、', 8)}）。答案数较少，可能是巧合，予以保留。",
            )
        )
    return tuple(Remark(label) for label in found)


def _nobody_left(ledger: Ledger) -> ResponseError:
    en = "; ".join(f"{_NAMES[e.reason][0]} {len(e.respondents)}" for e in ledger.exclusions)
    zh = "；".join(f"{_NAMES[e.reason][1]}{len(e.respondents)}人" for e in ledger.exclusions)
    return ResponseError(
        f"The exclusion rules leave none of the {ledger.collected} respondents: {en}. Check that the questionnaire "
        "fits the file, or relax [plan.screening].",
        f"按剔除规则，{ledger.collected}份答卷无一有效：{zh}。请检查问卷与文件是否对应，或放宽[plan.screening]。",
    )
