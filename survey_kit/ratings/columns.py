"""Which column of a rating file is what, in both languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from survey_kit.errors import ResponseError
from survey_kit.ratings.model import DIMENSIONS, ORDINARY, REGULAR, Dimension
from survey_kit.responses.files.wording import harmless, listed

NAMES: dict[str, tuple[str, ...]] = {
    "person": (
        "person", "personid", "ratee", "rateeid", "assessee", "assesseeid", "employee", "employeeid", "id",
        "被考核人", "被考核人编号", "被考核人员", "被评价人", "被评价人编号", "考核对象", "考核对象编号", "编号", "工号",
    ),
    "person_name": ("name", "personname", "姓名", "被考核人姓名", "被评价人姓名"),
    "rater": (
        "rater", "raterid", "assessor", "assessorid", "judge",
        "评价人", "评价人编号", "考核人", "考核人编号", "评价者", "评分人", "评委", "评委编号", "打分人",
    ),
    "rater_name": ("ratername", "评价人姓名", "考核人姓名", "评委姓名"),
    "occasion": ("occasion", "assessment", "type", "考核类型", "考核方式", "考核类别", "考核种类"),
    "dimension": ("dimension", "criterion", "维度", "指标", "考核指标", "考核维度"),
    "score": ("score", "rating", "points", "评分", "得分", "分数", "打分"),
}  # fmt: skip
DIMENSION_NAMES: dict[str, tuple[str, ...]] = {
    "morality": ("morality", "moral", "virtue", "德", "思想品德", "政治品德"),
    "ability": ("ability", "competence", "能", "工作能力", "能力"),
    "diligence": ("diligence", "勤", "工作态度", "勤勉"),
    "performance": ("performance", "achievement", "results", "绩", "工作实绩", "实绩", "业绩"),
    "honesty": ("honesty", "integrity", "probity", "廉", "廉洁自律", "廉洁"),
}
OCCASION_NAMES = {
    ORDINARY: ("ordinary", "routine", "平时", "平时考核", "日常", "日常考核"),
    REGULAR: ("regular", "annual", "periodic", "定期", "定期考核", "年度", "年度考核", "年终考核"),
}


def folded(text: object) -> str:
    """A heading or entry as it is compared: no blanks, punctuation, or case."""
    return re.sub(r"[\W_]+", "", str(text)).casefold()


_ROLES = {folded(name): role for role, names in NAMES.items() for name in names}
_DIMENSIONS = {folded(name): key for key, names in DIMENSION_NAMES.items() for name in names}
_OCCASIONS = {folded(name): occasion for occasion, names in OCCASION_NAMES.items() for name in names}


@dataclass(frozen=True, slots=True)
class Columns:
    """Positions of the columns by role and by dimension; ``others`` are not understood."""

    roles: dict[str, int] = field(default_factory=dict)
    dimensions: dict[str, int] = field(default_factory=dict)
    others: tuple[int, ...] = ()


def dimension_of(text: object) -> Dimension | None:
    """The dimension of that name."""
    key = _DIMENSIONS.get(folded(text))
    return next((each for each in DIMENSIONS if each.key == key), None)


def occasion_of(text: object) -> int | None:
    """The occasion of that name."""
    return _OCCASIONS.get(folded(text))


def known_dimensions(*, zh: bool = False) -> str:
    """The dimensions for a message."""
    return ("、" if zh else ", ").join(f"{each.label.zh} ({each.key})" for each in DIMENSIONS)


def recognised(heads: Sequence[str], name: str) -> Columns:
    """Which heading is what.

    Raises
    ------
    ResponseError
        Two columns claim to be the same, or no column holds whom the ratings are of.
    """
    roles: dict[str, int] = {}
    dimensions: dict[str, int] = {}
    others = []
    for at, head in enumerate(heads):
        role, dimension = _ROLES.get(folded(head)), dimension_of(head)
        claimed, key = (roles, role) if role else (dimensions, dimension.key if dimension else None)
        if key is None:
            others.append(at)
        elif key in claimed:
            both = [heads[claimed[key]], head]
            raise ResponseError(
                f"{name}: the columns {listed(both)} mean the same. Keep one of them.",
                f"{name}：{listed(both, zh=True)}两列含义相同，请只保留一列。",
            )
        else:
            claimed[key] = at
    if "person" not in roles and "person_name" not in roles:
        raise ResponseError(
            f"{name}: no column says who was rated. Columns seen: {listed(heads)}. Call it person or 被考核人.",
            f"{name}：没有说明被考核人的列。现有列：{listed(heads, zh=True)}。请将该列命名为被考核人或person。",
        )
    return Columns(roles, dimensions, tuple(others))


def shown(value: object) -> str:
    """A cell in a message."""
    return harmless(str(value), 40)
