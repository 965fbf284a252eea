"""One file a survey platform; a new platform is one file here and one name in ``DIALECTS``."""

from __future__ import annotations

from survey_kit.responses.dialects import plain, wenjuanxing
from survey_kit.responses.dialects.dialect import Dialect
from survey_kit.responses.model import Sheet

DIALECTS: tuple[Dialect, ...] = (wenjuanxing.DIALECT, plain.DIALECT)
"""All dialects; of two that are equally sure the first one is taken."""


def recognise(sheet: Sheet) -> Dialect:
    """The dialect that is surest of the sheet. A plain table is what remains."""
    return max(DIALECTS, key=lambda dialect: dialect.score(sheet))


__all__ = ["DIALECTS", "Dialect", "recognise"]
