"""What a logit model says, and the warnings that belong to it."""

from __future__ import annotations

from collections.abc import Iterator

from survey_kit.analyses.logit.model import FittedLogit
from survey_kit.analyses.logit.tables import odds_ratio
from survey_kit.analyses.model_columns import ModelColumn
from survey_kit.report.blocks import Finding, Say, say
from survey_kit.stats.parallel_lines import ParallelLines

EVENTS = 10
"""Respondents of the rarer answer for each coefficient below which a warning is given."""

SMALL = 5
"""An answer given by fewer respondents is named."""


def main_line(fitted: FittedLogit) -> Say:
    """The model in one sentence."""
    fit = fitted.final
    key = "logit.main_line" if fit.p_chi2 < fitted.alpha else "logit.main_line_not"
    return say(key, outcome=fitted.label, chi2=fit.chi2, df=fit.df, p=fit.p_chi2, n=fit.n, r2=fit.nagelkerke)


def findings(fitted: FittedLogit) -> Iterator[Finding]:
    """Findings first, warnings after them."""
    yield Finding(main_line(fitted))
    fit = fitted.final
    higher: list[Say] = []
    lower: list[Say] = []
    silent: list[ModelColumn] = []
    for at, predictor in enumerate(fitted.predictors):
        if not fit.p[at] < fitted.alpha:
            silent.append(predictor)
            continue
        ratio = odds_ratio(fit, at)
        one = say("logit.one", name=predictor.name, ratio=ratio, p=float(fit.p[at]))
        (higher if fit.b[at] > 0 else lower).append(one)
    kind = "binary" if fitted.binary else "ordinal"
    for direction, named in (("higher", higher), ("lower", lower)):
        if named:
            key = f"logit.{direction}_{kind}"
            yield Finding(
                say(key, outcome=fitted.label, category=fitted.categories[-1], predictors=tuple(named))
            )
    heard = {p.term for p in fitted.predictors if p not in silent}
    labels = tuple(dict.fromkeys(p.term_label for p in silent if p.term not in heard))
    if labels:
        yield Finding(say("logit.silent", predictors=labels))
    if fitted.told_apart is not None:
        found = fitted.told_apart
        yield Finding(say("logit.told_apart", auc=found.auc, correct=found.correct, base=found.base))
    yield from _lines(fitted)
    yield from _warnings(fitted)


def _lines(fitted: FittedLogit) -> Iterator[Finding]:
    lines = fitted.lines
    if isinstance(lines, ParallelLines):
        test = lines.overall
        values = {"chi2": test.statistic, "df": test.df, "p": test.p}
        if test.p < fitted.alpha:
            yield Finding(say("logit.lines_broken", **values), "warning")
        else:
            yield Finding(say("logit.lines_hold", **values))
    elif lines is not None:
        yield Finding(say("logit.lines_withheld", reason=lines), "warning")


def _warnings(fitted: FittedLogit) -> Iterator[Finding]:
    fit = fitted.final
    for key, names in (
        ("absent", fitted.absent),
        ("unusable", fitted.unusable),
        ("constant", fitted.constant),
        ("empty", fitted.empty),
    ):
        if names:
            yield Finding(say(f"logit.warn_{key}", names=names), "warning")
    small = tuple(
        say("logit.category", category=category, n=count)
        for category, count in zip(fitted.categories, fit.counts, strict=True)
        if count < SMALL
    )
    if small:
        yield Finding(say("logit.warn_small", names=small, needed=SMALL), "warning")
    if fitted.effective < EVENTS * fit.df:
        key = "logit.warn_events" if fitted.binary else "logit.warn_effective"
        ratio = fitted.effective / fit.df
        yield Finding(say(key, events=fitted.effective, k=fit.df, ratio=ratio, needed=EVENTS), "warning")
