"""What the comparisons within persons say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from survey_kit.report.blocks import Estimate, Finding, say

if TYPE_CHECKING:
    from survey_kit.analyses.within import Comparison


def findings(found: Comparison) -> Iterator[Finding]:
    """The test of all measures, the pairs that differ, and measures that cannot be set side by side."""
    anova, partial = found.anova, found.anova.eta2_partial
    used = anova.greenhouse_geisser
    df1, df2 = (anova.df1, anova.df2) if used is None else (used.df1, used.df2)
    means = found.measures.scores.mean(axis=0)
    values = {
        "f": anova.f,
        "df1": df1,
        "df2": df2,
        "p": found.p,
        "eta": anova.eta2_generalized,
        "partial": Estimate(partial.value, partial.low, partial.high, partial.level),
        "highest": found.measures.labels[int(means.argmax())],
        "lowest": found.measures.labels[int(means.argmin())],
        "most": float(means.max()),
        "least": float(means.min()),
    }
    differ = found.p < found.alpha
    key = "within.differ" if anova.k > 2 else "within.differ_two"
    yield Finding(say(key if differ else "within.no_difference", **values))
    ranks = found.friedman
    agrees = (ranks.p < found.alpha) == differ
    key = "within.friedman_agrees" if agrees else "within.friedman_disagrees"
    yield Finding(say(key, chi2=ranks.chi2, df=ranks.df, p=ranks.p, w=ranks.w))
    if anova.k > 2:
        apart = tuple(
            say(
                "within.pair",
                first=found.measures.labels[pair.first],
                second=found.measures.labels[pair.second],
            )
            for pair in found.pairs
            if pair.test is not None and pair.p_holm < found.alpha
        )
        m = sum(pair.test is not None for pair in found.pairs)
        if len(apart) == len(found.pairs):
            yield Finding(say("within.all_pairs", m=m))
        else:
            yield Finding(
                say("within.pairs_apart", pairs=apart, m=m) if apart else say("within.no_pairs", m=m)
            )
    if not found.measures.one_range:
        yield Finding(say("within.warn_ranges"), "warning")
