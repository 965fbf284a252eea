"""Faults of a claim that only the whole file shows: unknown names, no model that decides it."""

from __future__ import annotations

from collections.abc import Sequence

from survey_kit.questionnaire.claim_lines import deciding_line, deciding_regression, line_to_write
from survey_kit.questionnaire.fields import Reader
from survey_kit.questionnaire.lines import Lines
from survey_kit.questionnaire.plan import Claim, Regression
from survey_kit.questionnaire.plan_names import (
    COMPARED,
    MEASURED,
    OUTCOME,
    PREDICTOR,
    SCALE,
    SINGLE,
    PlanNames,
    check_name,
)
from survey_kit.report.blocks import Label


def check_claim(
    reader: Reader,
    claim: Claim,
    names: PlanNames,
    models: tuple[Sequence[Regression], Lines],
    where: str,
) -> None:
    """Note what is wrong with a claim; ``models`` are the regressions and the lines of the plan."""
    match claim.kind:
        case "correlation" | "mean":
            for name in (claim.outcome, *claim.predictors):
                check_name(reader, name, names.scales, where, SCALE)
        case "difference":
            known = names.scales + names.singles + names.multiples
            found = check_name(reader, claim.outcome, known, where, COMPARED)
            found &= check_name(reader, claim.predictors[0], names.singles, where, SINGLE)
            if found and claim.outcome not in names.scales and deciding_line(claim, models[1]) is None:
                _no_model(reader, claim, where)
        case "coefficient" | "block":
            known = names.scales + names.singles
            found = check_name(reader, claim.outcome, known, where, OUTCOME)
            for name in claim.predictors:
                found &= check_name(reader, name, names.predictors, where, PREDICTOR)
            if claim.kind == "coefficient" and found and names.several_groups(claim.predictors[0]):
                _several_coefficients(reader, claim, names, where)
            elif found and claim.outcome in names.singles and deciding_regression(claim, models[0]) is None:
                _no_model(reader, claim, where)
        case "interaction" | "indirect" | "index":
            _check_model(reader, claim, names, models[1], where)


def _check_model(reader: Reader, claim: Claim, names: PlanNames, lines: Lines, where: str) -> None:
    found = check_name(reader, claim.outcome, names.scales + names.numbers, where, MEASURED)
    for name in claim.predictors:
        found &= check_name(reader, name, names.predictors, where, PREDICTOR)
    if not found:
        return
    if deciding_line(claim, lines) is None:
        _no_model(reader, claim, where)
        return
    groups = [name for name in claim.predictors if names.several_groups(name)]
    if groups and claim.direction != "!=":
        reader.faults.add(
            where,
            f'"{groups[0]}" has {names.options[groups[0]]} answers, so the effect has no direction: write != 0.',
            f'"{groups[0]}"有{names.options[groups[0]]}个选项，该效应没有方向，请写!= 0。',
        )


def _several_coefficients(reader: Reader, claim: Claim, names: PlanNames, where: str) -> None:
    name = claim.predictors[0]
    reader.faults.add(
        where,
        f'"{name}" has {names.options[name]} answers and so several coefficients.',
        f'"{name}"有{names.options[name]}个选项，对应多个系数。',
        Label(f"Write {claim.outcome} by {name} != 0.", f"请写{claim.outcome} by {name} != 0。"),
    )


def _no_model(reader: Reader, claim: Claim, where: str) -> None:
    line = line_to_write(claim)
    reader.faults.add(
        where,
        "no model of the plan decides this claim.",
        "分析计划中没有可检验该假设的模型。",
        Label(
            f"Write into the plan: {line} (covariates as needed).",
            f"请在计划中写入：{line}（可另加协变量）。",
        ),
    )
