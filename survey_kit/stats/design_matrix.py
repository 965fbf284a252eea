"""From scores and answer codes to the columns of a regression.

Built from arrays only: a name that comes from data is never read as a formula.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

SMALLEST_CATEGORY = 5
"""Categories with fewer respondents are not given a dummy of their own where that can be avoided."""


@dataclass(frozen=True, slots=True)
class MetricTerm:
    """A predictor that enters as it is: ``values`` (n,), NaN for none."""

    name: str
    values: np.ndarray


@dataclass(frozen=True, slots=True)
class CategoricalTerm:
    """A predictor that enters as dummies: ``codes`` (n,), NaN for none; ``levels`` in the order asked."""

    name: str
    codes: np.ndarray
    levels: tuple[float, ...]
    ordered: bool = False


Term: TypeAlias = MetricTerm | CategoricalTerm

Regrouping: TypeAlias = Literal["none", "neighbours", "rest", "small"]


@dataclass(frozen=True, slots=True)
class Coding:
    """How a categorical term was coded.

    Attributes
    ----------
    groups
        Codes that count as one category, the reference first; only categories that occur.
    sizes
        Respondents in each.
    regrouping
        ``neighbours``: sparse categories of an ordered question joined with the one next to them;
        ``rest``: sparse categories of an unordered question joined with each other; ``small``: a category
        stays sparse because joining it with a large one would change what is compared.
    """

    term: str
    groups: tuple[tuple[float, ...], ...]
    sizes: tuple[int, ...]
    regrouping: Regrouping = "none"


@dataclass(frozen=True, slots=True)
class DesignColumn:
    """A column: ``key`` is stable (``pay``; ``age=2``, ``age=3+4``); ``group`` indexes ``Coding.groups``."""

    key: str
    term: str
    group: int | None = None


@dataclass(frozen=True, slots=True)
class Design:
    """Columns of one block. ``constant`` names the terms that do not vary and were left out."""

    X: np.ndarray
    columns: tuple[DesignColumn, ...]
    codings: tuple[Coding, ...]
    constant: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(column.key for column in self.columns)


def complete_rows(terms: Sequence[Term], outcome: np.ndarray) -> np.ndarray:
    """Boolean (n,): respondents with an outcome and an answer in every term."""
    complete: np.ndarray = np.isfinite(outcome)
    for term in terms:
        complete &= np.isfinite(term.values if isinstance(term, MetricTerm) else term.codes)
    return complete


def design_block(terms: Sequence[Term], rows: np.ndarray) -> Design:
    """The columns of some terms for the respondents of ``rows`` (boolean, (n,)).

    Dummies are formed after deletion, so that a category nobody is left in gets no column. The
    reference is the first category, in the order of the questionnaire, that occurs and is not a
    collection of sparse ones.

    Examples
    --------
    >>> codes = np.repeat([1.0, 2.0, 3.0], [6, 7, 2])
    >>> block = design_block([CategoricalTerm("age", codes, (1, 2, 3), ordered=True)], np.ones(15, bool))
    >>> block.keys, block.codings[0].groups, block.codings[0].regrouping
    (('age=2+3',), ((1,), (2, 3)), 'neighbours')
    """
    n = int(rows.sum())
    columns: list[DesignColumn] = []
    arrays: list[np.ndarray] = []
    codings: list[Coding] = []
    constant: list[str] = []
    for term in terms:
        if isinstance(term, MetricTerm):
            values = term.values[rows].astype(float)
            if n and np.ptp(values) > 0:
                columns.append(DesignColumn(term.name, term.name))
                arrays.append(values)
            else:
                constant.append(term.name)
            continue
        codes = term.codes[rows]
        coding = code_categories(term, codes)
        if len(coding.groups) < 2:
            constant.append(term.name)
            continue
        codings.append(coding)
        for at, group in enumerate(coding.groups[1:], start=1):
            key = f"{term.name}={'+'.join(f'{code:g}' for code in group)}"
            columns.append(DesignColumn(key, term.name, at))
            arrays.append(np.isin(codes, group).astype(float))
    X = np.column_stack(arrays) if arrays else np.empty((n, 0))
    return Design(X, tuple(columns), tuple(codings), tuple(constant))


def code_categories(term: CategoricalTerm, codes: np.ndarray) -> Coding:
    """Group the categories that occur in ``codes`` (complete), the reference first.

    A dummy that rests on a handful of people has a huge standard error and gives each of them a
    leverage near 1; one that rests on a single person is that person. Categories with fewer
    than five respondents are therefore joined: with their smaller neighbour where the question is
    ordered; with each other where it is not. A single sparse category of an unordered question has
    no natural partner and is left as it is.
    """
    present, counts = np.unique(codes, return_counts=True)
    size = dict(zip(present.tolist(), counts.tolist(), strict=True))
    order = [code for code in term.levels if code in size]
    order += sorted(set(size) - set(order))
    groups: list[tuple[float, ...]] = [(code,) for code in order]
    sizes = [size[code] for code in order]
    if term.ordered:
        return _join_neighbours(term.name, groups, sizes)
    sparse = [at for at, count in enumerate(sizes) if count < SMALLEST_CATEGORY]
    if not sparse or len(sparse) == len(groups):
        return Coding(term.name, tuple(groups), tuple(sizes), "small" if sparse else "none")
    kept = [at for at in range(len(groups)) if at not in sparse]
    rest = tuple(code for at in sparse for code in groups[at])
    return Coding(
        term.name,
        (*(groups[at] for at in kept), rest),
        (*(sizes[at] for at in kept), sum(sizes[at] for at in sparse)),
        "rest" if len(sparse) > 1 else "small",
    )


def _join_neighbours(name: str, groups: list[tuple[float, ...]], sizes: list[int]) -> Coding:
    """Join the smallest sparse category with its smaller neighbour until none is sparse."""
    joined = False
    while len(groups) > 2 and min(sizes) < SMALLEST_CATEGORY:
        at = sizes.index(min(sizes))
        beside = [other for other in (at - 1, at + 1) if 0 <= other < len(sizes)]
        partner = min(beside, key=lambda other: sizes[other])
        first = min(at, partner)
        groups[first : first + 2] = [groups[first] + groups[first + 1]]
        sizes[first : first + 2] = [sizes[first] + sizes[first + 1]]
        joined = True
    sparse = len(groups) > 1 and min(sizes) < SMALLEST_CATEGORY
    kind: Regrouping = "neighbours" if joined else "small" if sparse else "none"
    return Coding(name, tuple(groups), tuple(sizes), kind)
