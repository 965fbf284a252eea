"""What every analysis is: five things under one name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from survey_kit.report.blocks import Label, Section
from survey_kit.study import Study

Words: TypeAlias = Mapping[str, tuple[str, str]]
"""Key -> (English, Chinese). Keys start with the analysis id and a dot."""

Earlier: TypeAlias = Mapping[str, Any]
"""Results of the analyses named in ``needs``, by id; one that was withheld is absent."""


LEAST_FOR_INFERENCE = 5
"""Below this many respondents nothing is inferred: no coefficient, test or interval of so few is
worth printing, and a person could be recognised."""


def always(study: Study) -> bool:  # noqa: ARG001
    """Called for by every study."""
    return True


@dataclass(frozen=True, slots=True)
class Analysis:
    """One section of the chapter.

    ``compute(study, earlier)`` returns a frozen result or raises ``NotApplicable``;
    ``present(result)`` turns it into blocks. ``needs`` names analyses whose results ``compute``
    looks at, so that nothing is computed twice. ``least`` is the number of respondents below which
    the section is withheld whatever it holds.

    ``called_for(study)`` says whether the plan or the data ask for the section: the chapter leaves out
    those that nobody asked for. Asked for by name, ``compute`` runs all the same and then either finds
    a default or raises ``NotApplicable`` saying what to write into the plan.
    """

    id: str
    title: Label
    compute: Callable[[Study, Earlier], Any]
    present: Callable[[Any], Section]
    words: Words
    needs: tuple[str, ...] = ()
    least: int = LEAST_FOR_INFERENCE
    called_for: Callable[[Study], bool] = always
