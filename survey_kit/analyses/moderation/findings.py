"""What the numbers of a moderation say, and the warnings that belong to them."""

from __future__ import annotations

from collections.abc import Iterator

from survey_kit.analyses.moderation.model import FittedModeration
from survey_kit.report.blocks import Finding, Say, say


def interaction_sentence(fitted: FittedModeration) -> Say:
    """The test of the interaction in one sentence."""
    change = fitted.model.change
    key = "moderation.found" if fitted.found else "moderation.not_found"
    return say(
        key, x=fitted.predictor, w=fitted.moderator, y=fitted.outcome, n=fitted.model.n,
        delta_r2=change.delta_r2, f=change.f, df1=change.df1, df2=change.df2, p=change.p,
    )  # fmt: skip


def findings(fitted: FittedModeration) -> Iterator[Finding]:
    """The interaction, the simple slopes, the regions; then the warnings."""
    model = fitted.model
    yield Finding(interaction_sentence(fitted))
    if fitted.found:
        slopes = tuple(
            say("moderation.one_slope", place=place, b=slope.b, p=slope.p)
            for place, slope in zip(fitted.places, model.slopes, strict=True)
        )
        yield Finding(say("moderation.slopes", x=fitted.predictor, y=fitted.outcome, slopes=slopes))
    if fitted.metric:
        regions = tuple(
            say("moderation.region", low=each.low, high=each.high, percent=100 * each.share)
            for each in model.regions
        )
        low, high = model.w_range
        if not regions:
            yield Finding(
                say("moderation.nowhere", x=fitted.predictor, w=fitted.moderator, low=low, high=high)
            )
        elif not model.boundaries:
            yield Finding(
                say("moderation.everywhere", x=fitted.predictor, w=fitted.moderator, low=low, high=high)
            )
        else:
            yield Finding(say("moderation.regions", x=fitted.predictor, w=fitted.moderator, regions=regions))
            if not fitted.found:
                yield Finding(say("moderation.regions_only"))
    fit = model.model
    if len(model.products) == 1:
        robust = float(fit.p_hc3[fit.at(model.products[0])])
        if (robust < fitted.alpha) != fitted.found:
            yield Finding(say("moderation.warn_hc3", p=robust), "warning")
    yield from fitted.data.warnings(len(fit.names))
