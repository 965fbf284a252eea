"""The claim of a hypothesis, as written in a questionnaire file: ``motivation ~ pay > 0``.

motivation ~ pay > 0               coefficient of pay in the regression of motivation
motivation ~ pay + promotion != 0  those predictors together (a block)
motivation, pay > 0                correlation
motivation > 3                     mean against a value
motivation by gender != 0          difference between groups
"""

from __future__ import annotations

import re

from survey_kit.errors import QuestionnaireError
from survey_kit.questionnaire.plan import Claim, Direction

_NAME = r"\w[\w.\-]*"
_GRAMMAR = re.compile(
    rf"(?P<outcome>{_NAME})\s*"
    rf"(?:~\s*(?P<predictors>{_NAME}(?:\s*\+\s*{_NAME})*)"
    rf"|,\s*(?P<partner>{_NAME})"
    rf"|(?<=\s)by\s+(?P<group>{_NAME}))?"
    r"\s*(?P<direction>>|<|!=)\s*(?P<value>[-+]?\d+(?:\.\d+)?)"
)
_WIDE = str.maketrans({"，": ",", "＞": ">", "＜": "<", "～": "~", "＋": "+", "≠": "!=", "－": "-", "−": "-"})


def parse_claim(text: str) -> Claim:
    """The claim that ``text`` states. Full-width signs and ``≠`` are understood.

    Raises
    ------
    QuestionnaireError
        When the text follows none of the five forms, or states a direction or value that its test
        cannot have: a block and a difference between groups have no sign, and only a mean can be
        compared with a number other than 0.

    Examples
    --------
    >>> parse_claim("motivation ~ pay > 0")
    Claim(kind='coefficient', outcome='motivation', predictors=('pay',), direction='>', value=0.0)
    """
    match = _GRAMMAR.fullmatch(text.translate(_WIDE).strip())
    if match is None:
        raise QuestionnaireError(
            'the claim cannot be read. Write "y ~ x > 0", "y ~ a + b != 0", "y, x > 0", "y > 3" or "y by group != 0".',
            '无法理解该假设的表达式。请写成"y ~ x > 0"、"y ~ a + b != 0"、"y, x > 0"、"y > 3"或"y by group != 0"。',
        )
    direction: Direction = match["direction"]  # type: ignore[assignment]
    value = float(match["value"])
    outcome = match["outcome"]
    if match["predictors"]:
        predictors = tuple(re.split(r"\s*\+\s*", match["predictors"]))
        claim = Claim(
            "coefficient" if len(predictors) == 1 else "block", outcome, predictors, direction, value
        )
    elif match["partner"]:
        claim = Claim("correlation", outcome, (match["partner"],), direction, value)
    elif match["group"]:
        claim = Claim("difference", outcome, (match["group"],), direction, value)
    else:
        claim = Claim("mean", outcome, (), direction, value)
    if claim.kind in ("block", "difference") and direction != "!=":
        raise QuestionnaireError(
            "several coefficients or several groups together have no direction: write != 0.",
            "多个系数或多个组别整体没有方向，请写!= 0。",
        )
    if claim.kind != "mean" and value != 0:
        raise QuestionnaireError(
            "only a mean can be compared with a number other than 0.", "只有均值可以与0以外的数比较。"
        )
    return claim


def claim_text(claim: Claim) -> str:
    """The claim as it is written in a file; ``parse_claim`` reads it back."""
    if claim.kind in ("coefficient", "block"):
        subject = f"{claim.outcome} ~ {' + '.join(claim.predictors)}"
    elif claim.kind == "correlation":
        subject = f"{claim.outcome}, {claim.predictors[0]}"
    elif claim.kind == "difference":
        subject = f"{claim.outcome} by {claim.predictors[0]}"
    else:
        subject = claim.outcome
    value = int(claim.value) if claim.value.is_integer() else claim.value
    return f"{subject} {claim.direction} {value}"
