"""What the numbers of a mediation say, and the warnings that belong to them."""

from __future__ import annotations

from collections.abc import Iterator

from survey_kit.analyses.mediation.model import FittedMediation
from survey_kit.report.blocks import Finding, Say, say
from survey_kit.stats.mediation import BootstrapEffect


def excludes_zero(limits: tuple[float, float]) -> bool:
    """Whether an interval lies on one side of zero."""
    return limits[0] > 0 or limits[1] < 0


def findings(fitted: FittedMediation) -> Iterator[Finding]:
    """Total, indirect and direct effect, contrasts; then the warnings."""
    model = fitted.model
    at = model.total.at(model.predictor)
    names = {"x": fitted.predictor.name, "y": fitted.outcome, "mediators": fitted.mediators}
    total = {"b": float(model.total.b[at]), "p": float(model.total.p[at])}
    key = "mediation.total_found" if total["p"] < fitted.alpha else "mediation.total_not"
    yield Finding(say(key, n=fitted.model.n, **names, **total))
    yield from (Finding(sentence) for sentence in indirect_sentences(fitted))
    at = model.outcome.at(model.predictor)
    direct = {"b": float(model.outcome.b[at]), "p": float(model.outcome.p[at])}
    key = "mediation.direct_found" if direct["p"] < fitted.alpha else "mediation.direct_not"
    yield Finding(say(key, **names, **direct))
    for first, second, effect in model.contrasts:
        differ = excludes_zero(effect.percentile)
        yield Finding(
            say(
                "mediation.contrast_found" if differ else "mediation.contrast_not",
                first=fitted.through(first)[0], second=fitted.through(second)[0], **_interval(effect, fitted),
            )
        )  # fmt: skip
    unlike = tuple(
        fitted.way_name(way)
        for way, effect in zip(model.ways, model.indirect, strict=False)
        if excludes_zero(effect.percentile) != excludes_zero(effect.bca)
    )
    if unlike:
        yield Finding(say("mediation.warn_intervals", effects=unlike), "warning")
    unsettled = tuple(
        fitted.way_name(way)
        for way, effect in zip(model.ways, model.indirect, strict=False)
        if effect.unsettled
    )
    if unsettled:
        yield Finding(say("mediation.warn_unsettled", effects=unsettled, draws=model.draws), "warning")
    if not fitted.predictor.metric:
        yield Finding(
            say("mediation.warn_groups", x=fitted.predictor.term_label, name=fitted.predictor.name), "warning"
        )
    yield from fitted.data.warnings(fitted.coefficients)


def indirect_sentences(fitted: FittedMediation) -> Iterator[Say]:
    """One sentence a specific indirect effect, and one on their sum when there are several."""
    model = fitted.model
    for way, effect in zip(model.ways, model.indirect, strict=False):
        found = "found" if excludes_zero(effect.percentile) else "not"
        yield say(
            f"mediation.indirect_{found}_{'serial' if len(way) > 1 else 'one'}",
            x=fitted.predictor.name, y=fitted.outcome, mediators=fitted.through(way),
            **_interval(effect, fitted),
        )  # fmt: skip
    if len(model.ways) > 1:
        effect = model.indirect[-1]
        found = "found" if excludes_zero(effect.percentile) else "not"
        yield say(f"mediation.sum_{found}", **_interval(effect, fitted))


def _interval(effect: BootstrapEffect, fitted: FittedMediation) -> dict[str, float | str]:
    low, high = effect.percentile
    return {"b": effect.value, "level": f"{100 * fitted.level:g}%", "low": low, "high": high}
