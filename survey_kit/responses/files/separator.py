"""The separator and quote character of a text table."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

SEPARATORS = (",", ";", "\t", "|")
SHOWN = {"\t": "TAB"}


@dataclass(frozen=True, slots=True)
class Layout:
    """How the fields of a line are told apart; ``width`` is the usual number of fields."""

    separator: str
    quote: str
    width: int


def find_layout(lines: Sequence[str]) -> Layout:
    """The separator that gives the most lines of one same length, then the most fields.

    A table of one column has the separator ``,`` and width 1.
    """
    best = Layout(",", '"', 1)
    best_worth = (0.0, 0, 0)
    for separator in SEPARATORS:
        quote = _quote(lines, separator)
        rows = [row for row in _rows(lines, separator, quote) if row]
        counts = [len(row) for row in rows]
        if not counts:
            continue
        # on equal frequency the wider one: shorter lines may be titles
        width = max(Counter(counts).items(), key=lambda item: (item[1], item[0]))[0]
        if width < 2:
            continue
        agreeing = sum(count == width for count in counts) / len(counts)
        worth = (agreeing, int(counts[0] == width), width)
        if worth > best_worth:
            # every line but the first ends in a separator
            ends_empty = counts[0] == width - 1 and not any(any(row[width - 1 :]) for row in rows)
            best, best_worth = Layout(separator, quote, width - ends_empty), worth
    return best


def _quote(lines: Sequence[str], separator: str) -> str:
    """Single quotes where every field of the first line is in them, else double quotes."""
    fields = lines[0].rstrip("\r\n").split(separator) if lines else []
    single = len(fields) > 1 and all(
        len(field) > 1 and field[0] == field[-1] == "'" and "'" not in field[1:-1] for field in fields
    )
    return "'" if single else '"'


def _rows(lines: Sequence[str], separator: str, quote: str) -> list[list[str]]:
    try:
        return list(csv.reader(lines, delimiter=separator, quotechar=quote))
    except csv.Error:
        return []
