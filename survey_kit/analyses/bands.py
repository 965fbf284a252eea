"""Interpretation bands: which size of a number is called what, and by whom.

Conventions, not laws: a table or sentence that uses one names its source.
"""

from __future__ import annotations

from dataclasses import dataclass

from survey_kit.report.blocks import Say, say


@dataclass(frozen=True, slots=True)
class Bands:
    """Bands of one statistic: (lower limit, word) ascending; ``reference`` is a key of the bibliography.

    The words are ``band.<word>`` in the catalogue.
    """

    reference: str
    limits: tuple[tuple[float, str], ...]

    def word(self, value: float) -> Say:
        """The word for a value; by its absolute size."""
        size = abs(value)
        name = self.limits[0][1]
        for limit, word in self.limits:
            if size >= limit:
                name = word
        return say(f"band.{name}")


F2 = Bands("cohen1988", ((0.0, "negligible"), (0.02, "small"), (0.15, "medium"), (0.35, "large")))
"""Cohen's f² of a regression or of a block of it."""

ALPHA = Bands(
    "george2019",
    (
        (0.0, "unacceptable"),
        (0.5, "poor"),
        (0.6, "questionable"),
        (0.7, "acceptable"),
        (0.8, "good"),
        (0.9, "excellent"),
    ),
)
"""Coefficient alpha; a negative one has no band."""

KMO = Bands(
    "kaiser1974",
    (
        (0.0, "unacceptable"),
        (0.5, "miserable"),
        (0.6, "mediocre"),
        (0.7, "middling"),
        (0.8, "meritorious"),
        (0.9, "marvelous"),
    ),
)
"""Kaiser–Meyer–Olkin measure, in Kaiser's own words."""

SALIENT_LOADING = 0.40
"""Smallest loading by which an item is counted to a factor: Hair et al. (2019), ``hair2019``."""

ITEM_REST_R = 0.30
"""Item–rest correlation below which an item is worth a look: Nunnally & Bernstein (1994), ``nunnally1994``."""

SEVERE_SKEWNESS, SEVERE_KURTOSIS = 3.0, 10.0
"""Sizes beyond which a distribution is called severely non-normal: Kline (2016), ``kline2016``."""

LEAST_RESPONDENTS, LEAST_PER_ITEM = 100, 3
"""Fewer respondents, or fewer per item, are too few for a factor analysis to be trusted:
Worthington & Whittaker (2006), ``worthington2006``."""

R = Bands("cohen1988", ((0.0, "negligible"), (0.10, "small"), (0.30, "medium"), (0.50, "large")))
"""Correlations."""

D = Bands("cohen1988", ((0.0, "negligible"), (0.20, "small"), (0.50, "medium"), (0.80, "large")))
"""Standardised mean differences."""

F = Bands("cohen1988", ((0.0, "negligible"), (0.10, "small"), (0.25, "medium"), (0.40, "large")))
"""Cohen's f of a one-way comparison."""

ETA2 = Bands("cohen1988", ((0.0, "negligible"), (0.01, "small"), (0.06, "medium"), (0.14, "large")))
"""Eta, epsilon and omega squared of a one-way comparison."""

CFA_LEAST = {"cfi": 0.95, "tli": 0.95}
CFA_MOST = {"rmsea": 0.06, "srmr": 0.08}
"""Limits of a factor model that fits well: Hu & Bentler (1999), ``hu1999``."""

LEAST_CR, LEAST_AVE = 0.70, 0.50
"""Composite reliability and average variance extracted of a convergent scale: Hair et al. (2019), ``hair2019``."""

LEAST_LOADING = 0.50
"""Standardized loading of an item in a confirmatory model, at the least: Hair et al. (2019), ``hair2019``."""

MOST_HTMT = 0.85
"""HTMT from which two scales are not held apart: Henseler et al. (2015), ``henseler2015``."""

LEAST_PER_PARAMETER = 5
"""Respondents to a free parameter, at the least: Bentler & Chou (1987), ``bentler1987``."""

ICC = Bands("koo2016", ((0.0, "poor"), (0.50, "moderate"), (0.75, "good"), (0.90, "excellent")))
"""Intraclass correlations, to be judged by the ends of their interval; negative ones are poor."""

CHEN = {"cfi": 0.010, "rmsea": 0.015}
CHEN_SMALL_CFI, CHEN_SMALL_N = 0.005, 300
"""By how much CFI may fall and RMSEA rise when loadings or intercepts are held equal over groups: Chen (2007),
``chen2007``, for CFI also Cheung & Rensvold (2002), ``cheung2002``; the stricter one up to 300 respondents in all."""

LEAST_PER_GROUP = 100
"""Respondents a group below which tests of invariance have little power: Meade & Bauer (2007), ``meade2007``."""
