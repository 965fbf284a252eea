"""What a chapter is made of, before any number is rounded and any sentence worded.

Analyses produce these blocks; the typesetter words and rounds them; nobody else touches them.
Everything here is frozen, carries raw values at full precision, and can be written to JSON and
read back without loss. This module imports nothing of ours.

Words
    ``Label`` is a name that exists in two languages already (questionnaire, data). ``Say`` is a
    sentence *not yet worded*: a key of the word catalogue and the values that it mentions.

Cells
    ``None`` (nothing to show), ``bool``, ``int``, ``float`` (NaN: not available), ``str`` (a verbatim
    identifier such as an item id), ``Label``, ``Say``, ``Estimate`` (a number with its interval) or
    ``Starred`` (a number whose p-value is shown as stars).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

Language: TypeAlias = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")

Kind: TypeAlias = Literal[
    "text",  # words: left aligned
    "count",  # whole number
    "number",  # 2 decimals, zero before the point: M, SD, t, F, chi2, VIF
    "coefficient",  # 3 decimals, may exceed 1: b, SE, beta, omnibus statistics of that size
    "bounded",  # 3 decimals, cannot exceed 1 in size: r, alpha, R2, eta2, loadings
    "p",  # 3 decimals, "< .001" below
    "percent",  # 1 decimal; the value is already 0..100
    "df",  # whole when whole, else 2 decimals
]


@dataclass(frozen=True, slots=True)
class Label:
    """A name in both languages. Where only one exists, both hold it."""

    en: str
    zh: str

    @staticmethod
    def of(text: str) -> Label:
        """The label of a text that exists in one language only."""
        return Label(text, text)

    def text(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Say:
    """A sentence not yet worded: a key of the word catalogue and the values it mentions.

    Values may be any cell, another ``Say``, or a tuple of those (worded as a list).
    Build with ``say("reliability.good", alpha=..., scale=...)``.
    """

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.key, tuple(sorted(self.values))))


def say(key: str, /, **values: Any) -> Say:
    """Shorthand for ``Say(key, values)``."""
    return Say(key, values)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number and the interval that belongs to it; ``low <= value <= high`` or NaN.

    A value without a computable interval has ``low = high = nan``.
    """

    value: float
    low: float
    high: float
    level: float = 0.95

    def __post_init__(self) -> None:
        if not 0 < self.level < 1:
            raise ValueError(f"confidence level {self.level} is not between 0 and 1")
        # one part in 10^9: bounds found by root finding may undershoot an exact boundary value
        slack = 1e-9 * max(1.0, abs(self.value))
        if self.low > self.value + slack or self.high < self.value - slack:
            raise ValueError(f"interval [{self.low}, {self.high}] does not hold {self.value}")

    @classmethod
    def holding(cls, value: float, low: float, high: float, level: float = 0.95) -> Estimate:
        """An interval widened to hold its value.

        Percentile limits of statistics that cannot be negative are biased upwards and may pass the value.
        """
        value, low, high = float(value), float(low), float(high)
        return cls(value, min(low, value), max(high, value), level)

    @property
    def has_interval(self) -> bool:
        return not (math.isnan(self.low) or math.isnan(self.high))


@dataclass(frozen=True, slots=True)
class Starred:
    """A number and the p-value that its stars stand for (* < .05, ** < .01, *** < .001)."""

    value: float
    p: float
    low: float = math.nan
    high: float = math.nan


Cell: TypeAlias = bool | int | float | str | Label | Say | Estimate | Starred | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its stable key (the field's word, e.g. ``alpha``), how its numbers look, its head.

    ``label`` None: the head is looked up in the catalogue under ``column.<key>``. ``span`` puts a
    common head above neighbouring columns that have the same one. ``interval`` True: cells are
    ``Estimate`` and the typesetter sets a second column with the interval. ``strong``: numbers of at
    least this size are set in bold.
    """

    key: str
    kind: Kind = "text"
    label: Label | Say | None = None
    span: Label | Say | None = None
    interval: bool = False
    strong: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table. ``key`` is stable and unique in the table; cells follow the columns.

    ``head`` True: a group head; only its first cell is shown, over the full width, and the rows
    below it have ``level`` 1. ``kind``: measured numbers of this row look like that, whichever of
    number, coefficient and bounded their column is (a row of *F* in a column of coefficients).
    """

    key: str
    cells: tuple[Cell, ...]
    level: int = 0
    head: bool = False
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A note under a table; with ``column`` and/or ``row`` keys it hangs on that column or cell."""

    say: Say
    column: str | None = None
    row: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of raw cells. ``id`` is unique in its section."""

    id: str
    title: Say
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()

    def __post_init__(self) -> None:
        keys = [row.key for row in self.rows]
        if len(set(keys)) != len(keys):
            twice = sorted({key for key in keys if keys.count(key) > 1})
            raise ValueError(f"table {self.id}: row keys not unique: {twice}")
        heads = [column.key for column in self.columns]
        if len(set(heads)) != len(heads):
            raise ValueError(f"table {self.id}: column keys not unique: {heads}")
        for row in self.rows:
            if len(row.cells) != len(self.columns) and not row.head:
                raise ValueError(
                    f"table {self.id}, row {row.key}: {len(row.cells)} cells for {len(self.columns)} columns"
                )


FigureKind: TypeAlias = Literal[
    "bars",
    "likert",
    "means",
    "heatmap",
    "scree",
    "group_means",
    "coefficients",
    "residuals",
    "path_diagram",
    "curves",
    "quadrants",
    "change",
]


@dataclass(frozen=True, slots=True)
class Figure:
    """Data for a drawing, not a drawing. ``data`` holds numbers, strings, ``Label``, ``Say``,
    ``Estimate`` and lists or dicts of those. Its keys by kind:

    ``bars``          panels: [{label, n, bars: [{label, count, percent}]}]
    ``likert``        categories: [Label], middle: index of the neutral category or None,
                      rows: [{key, label, n, percents: [one per category]}]
    ``means``         rows: [{label, estimate, n}], low, high, midpoint (of the answer range)
    ``heatmap``       labels: [Label], values: [[r]], p: [[p]]
    ``scree``         observed: [..], reference: [.. 95th percentile of random data], suggested: k
    ``group_means``   panels: [{label, groups: [{label, n, estimate}]}], low, high
    ``coefficients``  rows: [{label, estimate}], xlabel: Say; optional number: Kind of the numbers shown,
                      ratios: True for a logarithmic axis of positive numbers with the line at 1, not 0
    ``residuals``     fitted, residuals, theoretical, ordered, leverage, cooks: [..] of equal length,
                      respondents: [number], thinned: True when only a part of the points is given
    ``path_diagram``  columns: [[{key, label, shape: "latent" | "observed"}]] from left to right,
                      paths: [{start, end, text: Say, strong: bool}] by key, drawn start to end;
                      links: [{start, end, text: Say}] two-headed (correlations)
    ``curves``        lines: [{label, x: [..], y: [..], low: [..] or None, high: [..] or None}],
                      xlabel, ylabel: Say or Label, marks: [{x or y: value, label: Say}] straight
                      reference lines, xrange and yrange: [low, high] or None
    ``quadrants``     points: [{label, x: Estimate, y: Estimate, and optionally group: Label}], xcut,
                      ycut, xlabel, ylabel: Say, names: [upper left, upper right, lower left, lower
                      right] Say; points of one group stand together and have one mark
    ``change``        rows: [{label, before, after}] (means), rows by group under ``groups``:
                      [{label, rows}], low, high, before and after: Say (legend)
    """

    id: str
    title: Say
    kind: FigureKind
    data: Mapping[str, Any]
    notes: tuple[Say, ...] = ()

    def __hash__(self) -> int:
        return hash((self.id, self.kind))


@dataclass(frozen=True, slots=True)
class Finding:
    """What the numbers say, or a warning that belongs to them."""

    say: Say
    level: Literal["finding", "warning"] = "finding"


@dataclass(frozen=True, slots=True)
class Heading:
    """A sub-heading inside a section."""

    say: Say


Block: TypeAlias = Table | Figure | Finding | Heading


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the chapter. ``references`` are keys of the bibliography."""

    id: str
    title: Say
    methods: tuple[Say, ...]
    blocks: tuple[Block, ...]
    references: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        ids = [block.id for block in self.blocks if isinstance(block, Table | Figure)]
        if len(set(ids)) != len(ids):
            raise ValueError(f"section {self.id}: ids of tables and figures not unique: {ids}")

    def table(self, table_id: str) -> Table:
        for block in self.blocks:
            if isinstance(block, Table) and block.id == table_id:
                return block
        raise KeyError(table_id)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A section that the data cannot carry, and why."""

    id: str
    title: Say
    reason: Say


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the user should know about the input; on stderr and in the report.

    ``text`` is worded where the fact is found, in both languages, free of personal data and of
    control characters.
    """

    text: Label
    level: Literal["note", "warning"] = "warning"

    def about(self, file: str) -> Remark:
        """The remark with the name of the file that it is about, where several are read."""
        return Remark(Label(f"{file}: {self.text.en}", f"{file}：{self.text.zh}"), self.level)


@dataclass(frozen=True, slots=True)
class Report:
    """The chapter as data.

    ``meta`` holds what is needed to repeat the run (input name and SHA-256, versions, seed, title,
    language, chapter number) and ``plan`` the resolved plan, both as plain JSON values.
    """

    meta: Mapping[str, Any]
    plan: Mapping[str, Any]
    sections: tuple[Section | Skipped, ...]
    remarks: tuple[Remark, ...] = ()

    def section(self, section_id: str) -> Section | Skipped:
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)
