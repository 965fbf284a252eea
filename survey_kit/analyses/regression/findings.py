"""What the numbers of a regression say, and the warnings that belong to them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from survey_kit.analyses.bands import F2
from survey_kit.analyses.model_columns import ModelColumn
from survey_kit.analyses.regression.model import FittedRegression
from survey_kit.report.blocks import Finding, Say, say

FEW_PER_PREDICTOR = 10
"""Respondents per predictor below which a warning is given (the common rule of thumb; Green, 1991, asks more)."""

MANY_LOST = 0.10
"""Share of respondents lost to missing answers from which a warning is given."""


def findings(fitted: FittedRegression) -> Iterator[Finding]:
    """Findings first, warnings after them."""
    yield Finding(fitted.main_line)
    fit = fitted.final
    if fit.p_f < fitted.alpha:
        f2 = fit.r2 / (1 - fit.r2)
        yield Finding(say("regression.size", r2=100 * fit.r2, f2=f2, size=F2.word(f2)))
    for at, step in enumerate(fitted.steps[1:], start=1):
        key = "regression.block_adds" if step.p < fitted.alpha else "regression.block_adds_not"
        yield Finding(
            say(
                key, number=at + 1, terms=fitted.blocks[at], delta_r2=step.delta_r2, f=step.f_change,
                df1=step.df1, df2=step.df2, p=step.p,
            )
        )  # fmt: skip
    yield from _coefficients(fitted)
    yield from _warnings(fitted)


def _coefficients(fitted: FittedRegression) -> Iterator[Finding]:
    fit = fitted.final
    positive: list[Say] = []
    negative: list[Say] = []
    groups: list[Say] = []
    silent: list[ModelColumn] = []
    for predictor in fitted.predictors:
        at = fit.at(predictor.key)
        b, beta, p = float(fit.b[at]), float(fit.beta[at]), float(fit.p[at])
        if not p < fitted.alpha:
            silent.append(predictor)
        elif predictor.metric:
            one = say("regression.one", name=predictor.term_label, b=b, beta=beta, p=p)
            (positive if b > 0 else negative).append(one)
        else:
            key = "regression.group_higher" if b > 0 else "regression.group_lower"
            groups.append(
                say(
                    key,
                    term=predictor.term_label,
                    group=predictor.group,
                    reference=predictor.reference,
                    b=b,
                    p=p,
                )
            )
    if positive:
        yield Finding(say("regression.positive", outcome=fitted.label, predictors=tuple(positive)))
    if negative:
        yield Finding(say("regression.negative", outcome=fitted.label, predictors=tuple(negative)))
    if groups:
        yield Finding(say("regression.groups", outcome=fitted.label, groups=tuple(groups)))
    heard = {p.term for p in fitted.predictors if p not in silent}
    labels = tuple(dict.fromkeys(p.term_label for p in silent if p.term not in heard))
    if labels:
        yield Finding(say("regression.silent", predictors=labels))


def _warnings(fitted: FittedRegression) -> Iterator[Finding]:
    fit, found = fitted.final, fitted.diagnostics
    for say_it in _input_warnings(fitted):
        yield Finding(say_it, "warning")
    changed = _changed(fitted, fit.p_hc3)
    if found.breusch_pagan is not None:
        unequal = found.breusch_pagan.p < fitted.alpha
        if unequal or changed:
            key = "warn_hc3" if not unequal else "warn_unequal_changed" if changed else "warn_unequal"
            yield Finding(say(f"regression.{key}", p=found.breusch_pagan.p, predictors=changed), "warning")
    if found.reset is not None and found.reset.p < fitted.alpha:
        yield Finding(say("regression.warn_shape", p=found.reset.p), "warning")
    if found.shapiro_p is not None and found.shapiro_p < fitted.alpha:
        key = "regression.warn_normal_small" if fitted.n < 100 else "regression.warn_normal"
        yield Finding(say(key, p=found.shapiro_p, n=fitted.n), "warning")
    if found.worst_vif is not None and found.worst_vif[1] >= 5:
        yield Finding(say("regression.warn_vif", term=found.worst_vif[0], vif=found.worst_vif[1]), "warning")
    if found.flagged:
        changed = () if found.without is None else _changed(fitted, found.without.p, found.without.names)
        key = "regression.warn_influential_changed" if changed else "regression.warn_influential"
        if found.without is None:
            key = "regression.warn_influential_needed"
        yield Finding(say(key, flagged=found.flagged, predictors=changed), "warning")


def _input_warnings(fitted: FittedRegression) -> Iterator[Say]:
    for key, labels in (
        ("regression.warn_absent", fitted.absent),
        ("regression.warn_unusable", fitted.unusable),
        ("regression.warn_constant", fitted.constant),
    ):
        if labels:
            yield say(key, names=labels)
    k = len(fitted.predictors)
    if fitted.n < FEW_PER_PREDICTOR * k:
        yield say("regression.warn_few", n=fitted.n, k=k, ratio=fitted.n / k)
    lost = fitted.n_asked - fitted.n
    if lost > MANY_LOST * fitted.n_asked:
        yield say("regression.warn_lost", lost=lost, percent=100 * lost / fitted.n_asked)


def _changed(
    fitted: FittedRegression, p: np.ndarray, names: tuple[str, ...] | None = None
) -> tuple[Say | object, ...]:
    """Predictors whose significance is another under these p-values."""
    names = names or fitted.final.names
    other = dict(zip(names, p, strict=True))
    return tuple(
        predictor.name
        for predictor in fitted.predictors
        if np.isfinite(other[predictor.key])
        and (other[predictor.key] < fitted.alpha)
        != (fitted.final.p[fitted.final.at(predictor.key)] < fitted.alpha)
    )
