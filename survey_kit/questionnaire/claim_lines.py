"""Which line of the plan decides a claim, and what to write where there is none.

Coefficients, correlations, means and differences of scales are tested without further ado. Indirect
effects, interactions, and whatever has a question for its outcome need a model of the plan, so that
covariates, structure and groups are the author's choice and the number stands in the chapter.
"""

from __future__ import annotations

from collections.abc import Sequence

from survey_kit.questionnaire.lines import CrossTable, Lines, Mediation, ModeratedMediation, Moderation
from survey_kit.questionnaire.plan import Claim, Regression

Deciding = Mediation | Moderation | ModeratedMediation | CrossTable


def deciding_line(claim: Claim, lines: Lines) -> Deciding | None:
    """The first line that decides the claim; None when there is none.

    ``indirect``: its way must exist in the model: one mediator of several, or in a serial model some of
    them in their order. ``interaction``: a product is the same whichever variable is called the moderator.
    """
    match claim.kind:
        case "indirect":
            return next((line for line in lines.mediation if _has_way(claim, line)), None)
        case "interaction":
            return next((line for line in lines.moderation if _has_product(claim, line)), None)
        case "index":
            parts = (claim.outcome, *claim.predictors)
            return next(
                (
                    line
                    for line in lines.moderated_mediation
                    if (line.outcome, line.predictor, line.mediator, line.moderator) == parts
                ),
                None,
            )
        case "difference":
            pair = (claim.outcome, claim.predictors[0])
            return next((line for line in lines.crosstab if (line.question, line.by) == pair), None)
        case _:
            return None


def deciding_regression(claim: Claim, regressions: Sequence[Regression]) -> Regression | None:
    """The first regression of the outcome that has all the claim's predictors."""
    for regression in regressions:
        held = {name for block in regression.blocks for name in block}
        if regression.outcome == claim.outcome and set(claim.predictors) <= held:
            return regression
    return None


def line_to_write(claim: Claim) -> str:
    """The line, as it would stand in a questionnaire file, that decides the claim.

    Examples
    --------
    >>> line_to_write(Claim("interaction", "motivation", ("pay", "fairness")))
    '[[plan.moderation]] outcome = "motivation", predictor = "pay", moderator = "fairness"'
    """
    outcome, names = claim.outcome, claim.predictors
    key: str
    values: dict[str, object]
    match claim.kind:
        case "indirect":
            key, values = "mediation", {"outcome": outcome, "predictor": names[0], "mediators": names[1:]}
            if len(names) > 2:
                values["structure"] = "serial"
        case "interaction":
            key, values = "moderation", {"outcome": outcome, "predictor": names[0], "moderator": names[1]}
        case "index":
            key = "moderated_mediation"
            values = {"outcome": outcome, "predictor": names[0], "mediator": names[1], "moderator": names[2]}
        case "difference":
            key, values = "crosstab", {"question": outcome, "by": names[0]}
        case _:
            key, values = "regression", {"outcome": outcome, "blocks": (names,)}
    written = ", ".join(f"{name} = {_toml(value)}" for name, value in values.items())
    return f"[[plan.{key}]] {written}"


def _toml(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_toml(each) for each in value)}]"
    return f'"{value}"'


def _has_way(claim: Claim, line: Mediation) -> bool:
    predictor, *through = claim.predictors
    if (line.outcome, line.predictor) != (claim.outcome, predictor):
        return False
    if len(through) > 1 and line.structure != "serial":
        return False
    return tuple(name for name in line.mediators if name in through) == tuple(through)


def _has_product(claim: Claim, line: Moderation) -> bool:
    return line.outcome == claim.outcome and {line.predictor, line.moderator} == set(claim.predictors)
