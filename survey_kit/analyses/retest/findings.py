"""What the agreement of repeated measurements says."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from survey_kit.analyses.bands import ICC
from survey_kit.report.blocks import Estimate, Finding, say

if TYPE_CHECKING:
    from survey_kit.analyses.retest import Repetition, TwoTimes

LEAST_PERSONS: Final = 30
"""Persons that Koo and Li (2016) ask for."""


def findings(found: Repetition) -> Iterator[Finding]:
    """Agreement by its interval, stability and change, and what to be careful about."""
    form = found.forms.form("ICC(2,1)")
    value = Estimate(form.value, form.low, form.high, found.level)
    if not math.isfinite(form.value):
        yield Finding(say("retest.undetermined"), "warning")
    elif value.has_interval:
        low, high = (ICC.word(max(end, 0.0)) for end in (form.low, form.high))
        key = "retest.agreement" if low == high else "retest.agreement_between"
        words = {"band": low} if low == high else {"low": low, "high": high}
        yield Finding(say(key, icc=value, **words))
    else:
        yield Finding(say("retest.agreement_alone", icc=form.value))
    if found.two is not None:
        yield from _two(found.two, found.alpha)
    yield Finding(say("retest.smallest", value=found.forms.smallest_change))
    if found.measures.n < LEAST_PERSONS:
        yield Finding(say("retest.warn_few", n=found.measures.n, needed=LEAST_PERSONS), "warning")
    if not found.measures.one_range:
        yield Finding(say("retest.warn_ranges"), "warning")


def _two(two: TwoTimes, alpha: float) -> Iterator[Finding]:
    yield Finding(say("retest.stability", r=two.r, p=two.p))
    test = two.change
    if test is None:
        yield Finding(say("retest.same_change", change=two.mean_change))
        return
    change = Estimate(test.difference, test.low, test.high, test.level)
    key = "retest.changed" if test.p < alpha else "retest.no_change"
    yield Finding(say(key, change=change, t=test.t, df=test.df, p=test.p))
