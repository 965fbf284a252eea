"""survey-kit: from a questionnaire export to the statistics chapter of a thesis.

``analyze``, ``read_responses`` and ``read_questionnaire`` do what the command line does. They are
imported when first used, so that ``survey-kit --help`` answers at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from survey_kit.api import Chapter, SectionView, analyze, read_responses
    from survey_kit.errors import SurveyKitError
    from survey_kit.questionnaire.load import read_questionnaire
    from survey_kit.questionnaire.model import Questionnaire
    from survey_kit.report.blocks import Report
    from survey_kit.responses.model import Responses

_HOME = {
    "Chapter": "survey_kit.api",
    "Questionnaire": "survey_kit.questionnaire.model",
    "Report": "survey_kit.report.blocks",
    "Responses": "survey_kit.responses.model",
    "SectionView": "survey_kit.api",
    "SurveyKitError": "survey_kit.errors",
    "analyze": "survey_kit.api",
    "read_questionnaire": "survey_kit.questionnaire.load",
    "read_responses": "survey_kit.api",
}

__all__ = [
    "Chapter",
    "Questionnaire",
    "Report",
    "Responses",
    "SectionView",
    "SurveyKitError",
    "__version__",
    "analyze",
    "read_questionnaire",
    "read_responses",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'survey_kit' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
