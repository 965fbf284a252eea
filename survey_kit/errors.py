"""What can go wrong, in the user's two languages.

Two families, kept apart because they end differently:

* `SurveyKitError` – a fault that the user can mend (a file, a questionnaire, an option). It ends the
  command with one paragraph and an exit code.
* `Withheld` – a number or a section that the data cannot carry. It ends nothing: the report says
  what is missing and why.
"""

from __future__ import annotations

from typing import Any


class SurveyKitError(Exception):
    """A fault the user can mend: what, where, what is available, what to do – one short paragraph.

    Both wordings are given where the error is raised, side by side, so that neither is forgotten.
    ``str(error)`` is the English one; the command line picks by ``--lang``.
    """

    exit_code = 1

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en)
        self.en = en
        self.zh = zh

    def message(self, language: str) -> str:
        """The paragraph in ``"en"`` or ``"zh"``."""
        return self.zh if language == "zh" else self.en


class FileError(SurveyKitError):
    """A file or folder that cannot be read or written."""


class QuestionnaireError(SurveyKitError):
    """A questionnaire that is faulty, unknown, or does not fit the responses."""


class ResponseError(SurveyKitError):
    """Responses that cannot be what the file claims they are."""


class PlanError(SurveyKitError):
    """A plan or option that names something which does not exist or cannot be done."""


class UsageError(SurveyKitError):
    """Wrong use of the command line."""

    exit_code = 2


class Withheld(Exception):
    """A result that is not given because the data cannot carry it.

    Parameters
    ----------
    key
        Key of the reason in the word catalogue (shared ones start with ``withheld.``).
    values
        What the sentence names: counts, item ids, limits.
    """

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(f"{key} {values}" if values else key)
        self.key = key
        self.values: dict[str, Any] = values


class NotComputable(Withheld):
    """Raised by ``stats``: the arrays do not determine the number (singular, constant, too few)."""


class NotApplicable(Withheld):
    """Raised by ``analyses``: the section does not apply to this study or these data."""
