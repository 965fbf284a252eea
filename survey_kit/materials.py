"""What one file, or several of one kind, beside the responses add to a study."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from survey_kit.report.blocks import Remark
from survey_kit.responses.model import Source


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of material: what it is for ``Materials``, and the files it came from by what they hold."""

    values: Mapping[str, Any]
    sources: Mapping[str, Source]
    remarks: tuple[Remark, ...] = ()
