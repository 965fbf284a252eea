"""What may stand in a field of a plan's line, as the field's metadata says it.

``plan_lines`` reads, checks and writes by these rules; a new rule gets its case there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

NameKind: TypeAlias = Literal["scale", "single", "multiple", "ranking", "number"]
"""What a plan can name: a scale, or a question of one of these kinds."""

MEASURED: tuple[NameKind, ...] = ("scale", "number")
PREDICTING: tuple[NameKind, ...] = ("scale", "single", "number")


@dataclass(frozen=True, slots=True)
class OneName:
    """The field holds one name of these kinds; ``required`` False: it may be left out (empty)."""

    kinds: tuple[NameKind, ...]
    required: bool = True


@dataclass(frozen=True, slots=True)
class SeveralNames:
    """The field holds a list of names of these kinds, at least ``least`` unless left out."""

    kinds: tuple[NameKind, ...]
    least: int = 1
    required: bool = True


@dataclass(frozen=True, slots=True)
class OneOf:
    """The field holds one of these words; the first is meant when it is left out."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """The field holds a whole number in this range."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Codes:
    """The field holds codes of answers to the question that the field ``of`` names."""

    of: str


@dataclass(frozen=True, slots=True)
class ItemGroups:
    """The field holds lists of items of the scale that ``of`` names, one list for each name in ``each``."""

    of: str
    each: str


@dataclass(frozen=True, slots=True)
class Share:
    """The field holds a number from 0 to 1; it may be left out (None)."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """The field holds ``steps`` numbers from ``low`` to ``high``, each larger (``falling``: smaller) than the last.

    It may be left out (empty).
    """

    steps: int
    low: float
    high: float
    falling: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """The field holds a label; it may be left out."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The field holds words that only whoever uses them can check, as the heading of a column; it may be left out."""


Rule: TypeAlias = (
    OneName | SeveralNames | OneOf | Whole | Codes | ItemGroups | Share | Ladder | Named | Heading
)


# Any, because the annotation beside a field is its type, not what makes the field


def one_name(*kinds: NameKind) -> Any:
    """A field that must name one of these kinds."""
    return field(metadata={"rule": OneName(kinds)})


def maybe_name(*kinds: NameKind) -> Any:
    """A field that may name one of these kinds."""
    return field(default="", metadata={"rule": OneName(kinds, required=False)})


def several_names(*kinds: NameKind, least: int = 1) -> Any:
    """A field that must list names of these kinds."""
    return field(metadata={"rule": SeveralNames(kinds, least)})


def maybe_names(*kinds: NameKind, least: int = 1) -> Any:
    """A field that may list names of these kinds."""
    return field(default=(), metadata={"rule": SeveralNames(kinds, least, required=False)})


LABEL = {"rule": Named()}
"""Metadata of a field that may hold a label."""
