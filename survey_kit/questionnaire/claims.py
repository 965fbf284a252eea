"""The claim of a hypothesis, as written in a questionnaire file: ``motivation ~ pay > 0``.

motivation ~ pay > 0                      coefficient of pay in the regression of motivation
motivation ~ pay + promotion != 0         those predictors together (a block)
motivation, pay > 0                       correlation
motivation > 3                            mean against a value
motivation by gender != 0                 difference between groups
motivation ~ pay * fairness != 0          interaction, in the planned moderation
pay -> satisfaction -> stay > 0           indirect effect, in the planned mediation
pay -> satisfaction -> stay by care != 0  index of the planned moderated mediation
"""

from __future__ import annotations

import re

from survey_kit.errors import QuestionnaireError
from survey_kit.questionnaire.plan import Claim, Direction

_NAME = r"\w[\w.\-]*"
_END = r"\s*(?P<direction>>|<|!=)\s*(?P<value>[-+]?\d+(?:\.\d+)?)"
_WAY = re.compile(rf"(?P<way>{_NAME}(?:\s*->\s*{_NAME}){{2,}})(?:\s+by\s+(?P<moderator>{_NAME}))?{_END}")
_GRAMMAR = re.compile(
    rf"(?P<outcome>{_NAME})\s*"
    rf"(?:~\s*(?P<product>{_NAME}\s*\*\s*{_NAME})"
    rf"|~\s*(?P<predictors>{_NAME}(?:\s*\+\s*{_NAME})*)"
    rf"|,\s*(?P<partner>{_NAME})"
    rf"|(?<=\s)by\s+(?P<group>{_NAME}))?"
    rf"{_END}"
)
_WIDE = str.maketrans(
    {
        "，": ",", "＞": ">", "＜": "<", "～": "~", "＋": "+", "≠": "!=", "－": "-", "−": "-",
        "→": "->", "×": "*", "＊": "*",
    }
)  # fmt: skip


def parse_claim(text: str) -> Claim:
    """The claim that ``text`` states. Full-width signs, ``≠``, ``×`` and ``→`` are understood.

    Raises
    ------
    QuestionnaireError
        When the text follows none of the forms, or states a direction or value that its test
        cannot have: a block and a difference between groups have no sign, and only a mean can be
        compared with a number other than 0; or when a variable takes two parts in one effect.

    Examples
    --------
    >>> parse_claim("motivation ~ pay > 0")
    Claim(kind='coefficient', outcome='motivation', predictors=('pay',), direction='>', value=0.0)
    >>> parse_claim("pay -> satisfaction -> stay > 0").predictors
    ('pay', 'satisfaction')
    """
    plain = text.translate(_WIDE).strip()
    claim = _way(plain) or _other(plain)
    if claim.kind in ("block", "difference") and claim.direction != "!=":
        raise QuestionnaireError(
            "several coefficients or several groups together have no direction: write != 0.",
            "多个系数或多个组别整体没有方向，请写!= 0。",
        )
    if claim.kind != "mean" and claim.value != 0:
        raise QuestionnaireError(
            "only a mean can be compared with a number other than 0.", "只有均值可以与0以外的数比较。"
        )
    named = (claim.outcome, *claim.predictors)
    if claim.kind in ("interaction", "indirect", "index") and len(set(named)) < len(named):
        raise QuestionnaireError(
            "a variable can take only one part in an interaction or indirect effect.",
            "同一变量在一个交互效应或间接效应中只能出现一次。",
        )
    return claim


def _way(text: str) -> Claim | None:
    match = _WAY.fullmatch(text)
    if match is None:
        return None
    *before, outcome = re.split(r"\s*->\s*", match["way"])
    direction: Direction = match["direction"]  # type: ignore[assignment]
    if match["moderator"] is None:
        return Claim("indirect", outcome, tuple(before), direction, float(match["value"]))
    if len(before) > 2:
        raise QuestionnaireError(
            'the index of moderated mediation has one mediator: write "x -> m -> y by w != 0".',
            '有调节的中介指数只含一个中介变量，请写成"x -> m -> y by w != 0"。',
        )
    return Claim("index", outcome, (*before, match["moderator"]), direction, float(match["value"]))


def _other(text: str) -> Claim:
    match = _GRAMMAR.fullmatch(text)
    if match is None:
        raise QuestionnaireError(
            'the claim cannot be read. Write "y ~ x > 0", "y ~ a + b != 0", "y, x > 0", "y > 3", "y by group != 0", '
            '"y ~ x * w != 0", "x -> m -> y > 0" or "x -> m -> y by w != 0".',
            '无法理解该假设的表达式。请写成"y ~ x > 0"、"y ~ a + b != 0"、"y, x > 0"、"y > 3"、"y by group != 0"、'
            '"y ~ x * w != 0"、"x -> m -> y > 0"或"x -> m -> y by w != 0"。',
        )
    direction: Direction = match["direction"]  # type: ignore[assignment]
    outcome, value = match["outcome"], float(match["value"])
    if match["product"]:
        return Claim("interaction", outcome, tuple(re.split(r"\s*\*\s*", match["product"])), direction, value)
    if match["predictors"]:
        names = tuple(re.split(r"\s*\+\s*", match["predictors"]))
        return Claim("coefficient" if len(names) == 1 else "block", outcome, names, direction, value)
    if match["partner"]:
        return Claim("correlation", outcome, (match["partner"],), direction, value)
    if match["group"]:
        return Claim("difference", outcome, (match["group"],), direction, value)
    return Claim("mean", outcome, (), direction, value)


def claim_text(claim: Claim) -> str:
    """The claim as it is written in a file; ``parse_claim`` reads it back."""
    outcome, names = claim.outcome, claim.predictors
    match claim.kind:
        case "coefficient" | "block":
            subject = f"{outcome} ~ {' + '.join(names)}"
        case "correlation":
            subject = f"{outcome}, {names[0]}"
        case "difference":
            subject = f"{outcome} by {names[0]}"
        case "interaction":
            subject = f"{outcome} ~ {names[0]} * {names[1]}"
        case "indirect":
            subject = " -> ".join((*names, outcome))
        case "index":
            subject = f"{names[0]} -> {names[1]} -> {outcome} by {names[2]}"
        case "mean":
            subject = outcome
    value = int(claim.value) if claim.value.is_integer() else claim.value
    return f"{subject} {claim.direction} {value}"
