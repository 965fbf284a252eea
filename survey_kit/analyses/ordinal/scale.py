"""One scale: its reliability from polychoric correlations beside the usual one."""

from __future__ import annotations

from dataclasses import dataclass

from survey_kit.analyses.reliability.scale import ScaleReliability
from survey_kit.errors import Withheld
from survey_kit.report.blocks import Say, say
from survey_kit.stats.ordinal_reliability import OrdinalReliability, ordinal_reliability
from survey_kit.stats.polychoric import Polychoric, polychoric

LEAST = 30
"""Of fewer complete respondents most cells of a table of five by five answers are empty."""


@dataclass(frozen=True, slots=True)
class OrdinalScale:
    """``usual`` holds the scale, its items and the usual coefficients; ``found`` is None for a ``reason``.

    ``polychoric`` is there whenever the correlations could be estimated, however little they carry.
    """

    usual: ScaleReliability
    polychoric: Polychoric | None
    found: OrdinalReliability | None
    reason: Say | None


def ordinal_scale(usual: ScaleReliability) -> OrdinalScale:
    """Over the respondents complete on the scale, as the usual coefficients."""
    if usual.found is None:
        return OrdinalScale(usual, None, None, usual.reason)
    n = usual.usable.n_complete
    if n < LEAST:
        return OrdinalScale(usual, None, None, say("withheld.too_few", n=n, needed=LEAST))
    estimated = None
    try:
        estimated = polychoric(usual.usable.data, usual.usable.names)
        return OrdinalScale(usual, estimated, ordinal_reliability(estimated), None)
    except Withheld as reason:
        return OrdinalScale(usual, estimated, None, Say(reason.key, reason.values))
