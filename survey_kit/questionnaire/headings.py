"""The heading of a column, taken apart by its platform's dialect.

The dialect (in ``responses``) says what a header *is*; matching and drafting (here) say what it
*means*. This is the type in between.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

MetaRole: TypeAlias = Literal[
    "respondent",  # running number or id of the submission
    "submitted",  # time of submission
    "duration",  # seconds needed
    "source",  # channel
    "personal",  # name, phone, e-mail, IP, WeChat: never shown, never logged
    "total",  # total score computed by the platform
    "weight",
    "index",  # a row index written by another program
    "other",
]


@dataclass(frozen=True, slots=True)
class Heading:
    """One column's heading.

    ``position``  0-based place in the file.
    ``raw``       the header text as it stands (last header row where there are several).
    ``number``    question number without punctuation ("8"), if any.
    ``stem``      question text without number and part.
    ``part``      option or matrix row that this column stands for, if any.
    ``name``      variable name, where the file carries names beside texts (sav, Qualtrics); else ``raw``.
    ``meta``      set when the column is not an answer.
    """

    position: int
    raw: str
    stem: str
    number: str | None = None
    part: str | None = None
    name: str = ""
    meta: MetaRole | None = None
