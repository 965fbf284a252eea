"""Reference cases computed on this machine: certified data sets, and numbers that R gives.

Processors and their mathematics libraries differ; a user can see here that the numbers of the
chapter are right on theirs. The NIST Statistical Reference Datasets (public domain,
https://www.itl.nist.gov/div898/strd/) are certified to 15 digits; the questionnaire is simulated, its
numbers are from R 4.2.2 (psych, car, sandwich, lmtest).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from importlib.resources import files
from typing import Any

import numpy as np

from survey_kit.scoring import reverse
from survey_kit.stats.adequacy import adequacy
from survey_kit.stats.descriptives import describe
from survey_kit.stats.grouped import distinct_values, group_counts, group_moments
from survey_kit.stats.hierarchical import hierarchical
from survey_kit.stats.least_squares import LeastSquares, least_squares
from survey_kit.stats.mean_tests import anova, welch_t
from survey_kit.stats.moments import moments
from survey_kit.stats.regression_diagnostics import breusch_pagan
from survey_kit.stats.reliability import cronbach_alpha

MOST_DIGITS = 15.0
"""Certified values have no more."""

USUAL = 9.0
"""Digits asked of a result in double precision."""

LESS: Mapping[str, float] = {"numacc4": 8.0, "smls07": 4.0, "smls08": 4.0, "smls09": 4.0}
"""Sets whose data, read as doubles, do not carry as many: 10000000.2, 1000000000000.4."""

EXACT = 12.0
"""Digits asked of regressions whose data are known exactly."""


@dataclass(frozen=True, slots=True)
class Row:
    """One number: certified and computed, the digits in which they agree, and the digits asked for."""

    case: str
    statistic: str
    certified: float
    computed: float
    digits: float
    required: float

    @property
    def ok(self) -> bool:
        return self.digits >= self.required


def run() -> tuple[Row, ...]:
    """All reference cases.

    Returns
    -------
    One row a number, in the order univariate, analysis of variance, regression, questionnaire.
    """
    return (*_univariate(), *_anova(), *_regression(), *_questionnaire())


def digits(computed: float, certified: float) -> float:
    """Digits of agreement, -log10 of the relative error (absolute where zero is certified), 0 to 15.

    Examples
    --------
    >>> digits(2.0, 2.0), round(digits(1.001, 1.0), 6)
    (15.0, 3.0)
    """
    if computed == certified:
        return MOST_DIGITS
    if not (math.isfinite(computed) and math.isfinite(certified)):
        return 0.0
    error = abs(computed - certified) / (abs(certified) or 1.0)
    return min(MOST_DIGITS, max(0.0, -math.log10(error)))


def _row(case: str, statistic: str, certified: float, computed: float, required: float) -> Row:
    agreement = digits(float(computed), certified)
    return Row(case, statistic, certified, float(computed), agreement, required)


def _load(name: str) -> Any:
    return json.loads(files("survey_kit").joinpath("selftest_data", name).read_text(encoding="utf-8"))


def _values(packed: list[str] | Mapping[str, Any]) -> list[str]:
    """Decimal texts; a list that repeats a pattern is stored as its start, the pattern and how often."""
    if isinstance(packed, list):
        return packed
    values: list[str] = packed["first"] + packed["repeat"] * packed["times"]
    return values


def _name(case: Mapping[str, Any]) -> tuple[str, float]:
    name = case["id"].rsplit("-", 1)[-1]
    return f"NIST {name}", LESS.get(name, USUAL)


def _univariate() -> Iterator[Row]:
    for case in _load("nist_univariate.json")["sets"]:
        name, required = _name(case)
        found = describe(np.array([float(value) for value in _values(case["y"])]).reshape(-1, 1))
        yield _row(name, "mean", float(case["certified"]["mean"]), found.mean[0], required)
        yield _row(name, "sd", float(case["certified"]["sd"]), found.sd[0], required)


def _anova() -> Iterator[Row]:
    for case in _load("nist_anova.json")["sets"]:
        name, required = _name(case)
        groups = [[float(value) for value in _values(group)] for group in case["groups"]]
        index = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
        y = np.concatenate([np.array(group) for group in groups])
        found = anova(group_moments(group_counts(distinct_values(y), index, len(groups))))
        yield _row(name, "F", float(case["certified"]["F"]), found.test.f, required)


def _regression() -> Iterator[Row]:
    for case in _load("nist_regression.json")["sets"]:
        name, _ = _name(case)
        fit = fit_certified(case)
        certified = {key: float(value) for key, value in case["certified"].items() if value is not None}
        first = 0 if case["intercept"] else 1
        for at, (b, se) in enumerate(zip(fit.b, fit.se, strict=True), start=first):
            yield _row(name, f"b{at}", certified[f"estimate/B{at}"], b, EXACT)
            yield _row(name, f"se{at}", certified[f"std_error/B{at}"], se, EXACT)
        # one digit less: the residual of a nearly perfect fit starts with the rounding of its data
        yield _row(name, "residual sd", certified["residual_sd"], fit.sigma, EXACT - 1)
        yield _row(name, "R squared", certified["r_squared"], fit.r2, EXACT - 1)


def fit_certified(case: Mapping[str, Any]) -> LeastSquares:
    """The regression of one NIST set from its decimals; powers are formed without rounding."""
    columns = [[Fraction(value) for value in column] for column in case["x"]]
    if case["degree"] > 1:
        columns = [[value**power for value in columns[0]] for power in range(1, case["degree"] + 1)]
    X = np.array(columns, dtype=object).T
    y = np.array([Fraction(value) for value in case["y"]], dtype=object)
    names = tuple(f"x{at}" for at in range(1, len(columns) + 1))
    return least_squares(X, y, names, intercept=case["intercept"])


def _questionnaire() -> Iterator[Row]:
    case = _load("questionnaire.json")
    for statistic, computed in _computed(case):
        yield _row("questionnaire (R)", statistic, case["certified"][statistic], computed, USUAL)


def _computed(case: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """The questionnaire's numbers: alpha, KMO, Welch's t, and a regression in two blocks."""
    data = {name: np.array(values, dtype=float) for name, values in case["data"].items()}
    data |= {name: reverse(data[name], 1, 5) for name in case["reversed"]}
    items = {
        scale: np.column_stack([data[f"{prefix}{i}"] for i in range(1, 6)])
        for scale, prefix in case["scales"].items()
    }
    scores = {}
    for scale, answers in items.items():
        yield f"alpha {scale}", cronbach_alpha(moments(answers, ("",) * 5).cov)
        answered = np.isfinite(answers).sum(axis=1)
        scores[scale] = np.where(answered >= 4, np.nansum(answers, axis=1) / np.maximum(answered, 1), np.nan)
    everything = moments(np.column_stack(list(items.values())), tuple(f"item {i}" for i in range(30)))
    found = adequacy(everything)
    yield "KMO", found.kmo
    yield "Bartlett chi2", found.chi2
    gender = np.where(np.isfinite(data["gender"]), data["gender"] - 1, -1).astype(int)
    for scale in ("pay", "motivation"):
        test = welch_t(group_moments(group_counts(distinct_values(scores[scale]), gender, 2)))
        yield f"Welch t {scale}", test.t
        yield f"Welch p {scale}", test.p
    yield from _hierarchy({name: data[name] for name in case["background"]}, scores)


def _hierarchy(
    background: Mapping[str, np.ndarray], scores: Mapping[str, np.ndarray]
) -> Iterator[tuple[str, float]]:
    predictors = tuple(scale for scale in scores if scale != "motivation")
    rows = np.isfinite(np.column_stack([*background.values(), *scores.values()])).all(axis=1)
    dummies = {
        f"{name}{code:g}": (codes[rows] == code).astype(float)
        for name, codes in background.items()
        for code in np.unique(codes[rows])[1:]
    }
    blocks = [
        np.column_stack(list(dummies.values())),
        np.column_stack([scores[name][rows] for name in predictors]),
    ]
    step = hierarchical(blocks, scores["motivation"][rows], [tuple(dummies), predictors])[-1]
    fit = step.model
    yield "R squared", fit.r2
    yield "F", fit.f
    yield "F change", step.f_change
    yield "Breusch-Pagan", breusch_pagan(np.column_stack(blocks), fit.residuals).statistic
    for name in predictors:
        yield f"b {name}", float(fit.b[fit.at(name)])
        yield f"HC3 se {name}", float(fit.se_hc3[fit.at(name)])
