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
