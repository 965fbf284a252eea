"""What the numbers of a moderated mediation say, and the warnings that belong to them."""

from __future__ import annotations

from collections.abc import Iterator

from survey_kit.analyses.moderated_mediation.model import FittedModeratedMediation
from survey_kit.report.blocks import Finding, Say, say
from survey_kit.stats.mediation import BootstrapEffect


def excludes_zero(limits: tuple[float, float]) -> bool:
    """Whether an interval lies on one side of zero."""
    return limits[0] > 0 or limits[1] < 0


def index_sentences(fitted: FittedModeratedMediation) -> Iterator[Say]:
    """The index of moderated mediation, one sentence a column of the moderator."""
    for name, effect in zip(fitted.indexes, fitted.model.index, strict=True):
        found = "found" if excludes_zero(effect.percentile) else "not"
        kind = "metric" if fitted.metric else "groups"
        yield say(
            f"moderated_mediation.{found}_{kind}",
            x=fitted.predictor, m=fitted.mediator, y=fitted.outcome, w=fitted.moderator,
            n=fitted.model.n, name=name, **_interval(effect, fitted),
        )  # fmt: skip


def findings(fitted: FittedModeratedMediation) -> Iterator[Finding]:
    """Index, conditional effects; then the warnings."""
    model = fitted.model
    yield from (Finding(sentence) for sentence in index_sentences(fitted))
    effects = tuple(
        say("moderated_mediation.one", place=place, **_interval(effect, fitted))
        for place, effect in zip(fitted.places, model.conditional, strict=True)
    )
    level = f"{100 * fitted.level:g}%"
    yield Finding(say("moderated_mediation.conditional", effects=effects, level=level))
    unlike = tuple(
        name
        for name, effect in zip(
            (*fitted.places, *fitted.indexes), (*model.conditional, *model.index), strict=True
        )
        if excludes_zero(effect.percentile) != excludes_zero(effect.bca)
    )
    if unlike:
        yield Finding(say("moderated_mediation.warn_intervals", effects=unlike), "warning")
    yield from fitted.data.warnings(max(len(model.mediator.names), len(model.outcome.names)))


def _interval(effect: BootstrapEffect, fitted: FittedModeratedMediation) -> dict[str, float | str]:
    low, high = effect.percentile
    return {"b": effect.value, "level": f"{100 * fitted.level:g}%", "low": low, "high": high}
