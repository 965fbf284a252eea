"""The bibliography: key -> entry in APA style.

Keys are first author and year. ``*italic*`` marks as in the word catalogue (a literal mark or brace
is doubled). A section cites keys; the chapter lists those that are cited.
"""

from __future__ import annotations

from typing import Final

REFERENCES: Final[dict[str, str]] = {
    "cohen1988": "Cohen, J. (1988). *Statistical power analysis for the behavioral sciences* (2nd ed.). "
    "Lawrence Erlbaum Associates.",
    "cronbach1951": "Cronbach, L. J. (1951). Coefficient alpha and the internal structure of tests. "
    "*Psychometrika*, *16*(3), 297–334. https://doi.org/10.1007/BF02310555",
    "feldt1987": "Feldt, L. S., Woodruff, D. J., & Salih, F. A. (1987). Statistical inference for "
    "coefficient alpha. *Applied Psychological Measurement*, *11*(1), 93–103. "
    "https://doi.org/10.1177/014662168701100107",
}
