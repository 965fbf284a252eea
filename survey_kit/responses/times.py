"""Durations and dates, as platforms write them."""

from __future__ import annotations

import datetime as dt
import re

import numpy as np

from survey_kit.questionnaire.cells import folded, number_of

_UNITS = (
    (86_400.0, r"天|日|d|days?"),
    (3_600.0, r"小时|时|h|hrs?|hours?"),
    (60.0, r"分钟|分|min|mins|minutes?|m"),
    (1.0, r"秒钟|秒|s|secs?|seconds?"),
)
_PARTS = re.compile(
    r"^(?P<minus>-)?"
    + "".join(
        rf"(?:(?P<u{place}>\d[\d,]*(?:\.\d+)?)\s*(?:{names})(?![a-z])\s*)?"
        for place, (_, names) in enumerate(_UNITS)
    )
    + "$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:\.\d+)?$")
_DATES = (
    re.compile(r"^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$"),
    re.compile(r"^(\d{4})(\d{2})(\d{2})$"),
)
_MONTH = re.compile(r"^(\d{4})[-/.年](\d{1,2})月?$")


def seconds(value: object) -> float:
    """Seconds that a duration says; NaN when it is not understood or negative.

    Examples
    --------
    >>> seconds("2分3秒"), seconds("1,234秒"), seconds("2小时3分"), seconds(95), seconds("-5秒")
    (123.0, 1234.0, 7380.0, 95.0, nan)
    """
    if isinstance(value, dt.timedelta | np.timedelta64):
        length = value if isinstance(value, dt.timedelta) else value.astype("m8[us]").item()
        return length.total_seconds() if length >= dt.timedelta(0) else np.nan
    if isinstance(value, dt.time):
        return value.hour * 3600.0 + value.minute * 60.0 + value.second
    number = number_of(value)
    if number is not None:
        return number if 0 <= number < np.inf else np.nan
    if not isinstance(value, str) or len(value) > 60:
        return np.nan
    text = folded(value)
    if clock := _CLOCK.match(text):
        return int(clock[1] or 0) * 3600.0 + int(clock[2]) * 60.0 + int(clock[3])
    found = _PARTS.match(text)
    if not found or found["minus"]:
        return np.nan
    parts = [(found[f"u{place}"], unit) for place, (unit, _) in enumerate(_UNITS)]
    given = [(float(part.replace(",", "")), unit) for part, unit in parts if part]
    return sum(part * unit for part, unit in given) if given else np.nan


def iso_date(value: object) -> str | None:
    """A date as ``YYYY-MM-DD`` (or ``YYYY-MM`` where only the month is given); None if it is none.

    Examples
    --------
    >>> iso_date("2026/1/5 08:00:00"), iso_date("2026年3月"), iso_date("soon")
    ('2026-01-05', '2026-03', None)
    """
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    text = folded(str(value))[:60]
    for pattern in _DATES:
        if found := pattern.match(text):
            try:
                return dt.date(int(found[1]), int(found[2]), int(found[3])).isoformat()
            except ValueError:
                return None
    month = _MONTH.match(text)
    if month and 1 <= int(month[2]) <= 12:
        return f"{month[1]}-{int(month[2]):02d}"
    return None
