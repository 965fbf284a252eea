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
    "bollen1990": "Bollen, K. A., & Jackman, R. W. (1990). Regression diagnostics: An expository treatment of "
    "outliers and influential cases. In J. Fox & J. S. Long (Eds.), *Modern methods of data analysis* "
    "(pp. 257–291). Sage.",
    "cohen2003": "Cohen, J., Cohen, P., West, S. G., & Aiken, L. S. (2003). *Applied multiple "
    "regression/correlation analysis for the behavioral sciences* (3rd ed.). Lawrence Erlbaum Associates. "
    "https://doi.org/10.4324/9780203774441",
    "costello2005": "Costello, A. B., & Osborne, J. (2005). Best practices in exploratory factor analysis: Four "
    "recommendations for getting the most from your analysis. *Practical Assessment, Research, and Evaluation*, "
    "*10*, Article 7. https://doi.org/10.7275/jyj1-4868",
    "faul2009": "Faul, F., Erdfelder, E., Buchner, A., & Lang, A.-G. (2009). Statistical power analyses using "
    "G**Power 3.1: Tests for correlation and regression analyses. *Behavior Research Methods*, *41*(4), "
    "1149–1160. https://doi.org/10.3758/BRM.41.4.1149",
    "fox1992": "Fox, J., & Monette, G. (1992). Generalized collinearity diagnostics. *Journal of the American "
    "Statistical Association*, *87*(417), 178–183. https://doi.org/10.1080/01621459.1992.10475190",
    "green1991": "Green, S. B. (1991). How many subjects does it take to do a regression analysis? "
    "*Multivariate Behavioral Research*, *26*(3), 499–510. https://doi.org/10.1207/s15327906mbr2603_7",
    "hoenig2001": "Hoenig, J. M., & Heisey, D. M. (2001). The abuse of power: The pervasive fallacy of power "
    "calculations for data analysis. *The American Statistician*, *55*(1), 19–24. "
    "https://doi.org/10.1198/000313001300339897",
    "holm1979": "Holm, S. (1979). A simple sequentially rejective multiple test procedure. *Scandinavian "
    "Journal of Statistics*, *6*(2), 65–70. https://www.jstor.org/stable/4615733",
    "koenker1981": "Koenker, R. (1981). A note on studentizing a test for heteroscedasticity. *Journal of "
    "Econometrics*, *17*(1), 107–112. https://doi.org/10.1016/0304-4076(81)90062-2",
    "long2000": "Long, J. S., & Ervin, L. H. (2000). Using heteroscedasticity consistent standard errors in the "
    "linear regression model. *The American Statistician*, *54*(3), 217–224. "
    "https://doi.org/10.1080/00031305.2000.10474549",
    "mackinnon1985": "MacKinnon, J. G., & White, H. (1985). Some heteroskedasticity-consistent covariance matrix "
    "estimators with improved finite sample properties. *Journal of Econometrics*, *29*(3), 305–325. "
    "https://doi.org/10.1016/0304-4076(85)90158-7",
    "podsakoff2003": "Podsakoff, P. M., MacKenzie, S. B., Lee, J.-Y., & Podsakoff, N. P. (2003). Common method "
    "biases in behavioral research: A critical review of the literature and recommended remedies. *Journal of "
    "Applied Psychology*, *88*(5), 879–903. https://doi.org/10.1037/0021-9010.88.5.879",
}
