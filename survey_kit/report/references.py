"""The bibliography: key -> entry in APA style.

Keys are first author and year. ``*italic*`` marks as in the word catalogue (a literal mark or brace
is doubled). A section cites keys; the chapter lists those that are cited.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from survey_kit.report.blocks import Language

REFERENCES: Final[dict[str, str]] = {
    "martilla1977": "Martilla, J. A., & James, J. C. (1977). Importance-performance analysis. *Journal of Marketing*, "
    "*41*(1), 77–79. https://doi.org/10.1177/002224297704100112",
    "gromping2006": "Grömping, U. (2006). Relative importance for linear regression in R: The package relaimpo. "
    "*Journal of Statistical Software*, *17*(1), 1–27. https://doi.org/10.18637/jss.v017.i01",
    "gromping2007": "Grömping, U. (2007). Estimators of relative importance in linear regression based on variance "
    "decomposition. *The American Statistician*, *61*(2), 139–147. https://doi.org/10.1198/000313007X188252",
    "lindeman1980": "Lindeman, R. H., Merenda, P. F., & Gold, R. Z. (1980). *Introduction to bivariate and "
    "multivariate analysis*. Scott, Foresman.",
    "johnson2000": "Johnson, J. W. (2000). A heuristic method for estimating the relative weight of predictor variables "
    "in multiple regression. *Multivariate Behavioral Research*, *35*(1), 1–19. "
    "https://doi.org/10.1207/S15327906MBR3501_1",
    "kendall1948": "Kendall, M. G. (1948). *Rank correlation methods*. Charles Griffin.",
    "plackett1975": "Plackett, R. L. (1975). The analysis of permutations. *Journal of the Royal Statistical "
    "Society: Series C (Applied Statistics)*, *24*(2), 193–202. https://doi.org/10.2307/2346567",
    "hunter2004": "Hunter, D. R. (2004). MM algorithms for generalized Bradley–Terry models. *The Annals of "
    "Statistics*, *32*(1), 384–406. https://doi.org/10.1214/aos/1079120141",
    "bonett2008": "Bonett, D. G. (2008). Confidence intervals for standardized linear contrasts of means. "
    "*Psychological Methods*, *13*(2), 99–109. https://doi.org/10.1037/1082-989X.13.2.99",
    "angrist2009": "Angrist, J. D., & Pischke, J.-S. (2009). *Mostly harmless econometrics: An empiricist’s "
    "companion*. Princeton University Press.",
    "cameron2015": "Cameron, A. C., & Miller, D. L. (2015). A practitioner’s guide to cluster-robust inference. "
    "*Journal of Human Resources*, *50*(2), 317–372. https://doi.org/10.3368/jhr.50.2.317",
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
    "huang2012": "Huang, J. L., Curran, P. G., Keeney, J., Poposki, E. M., & DeShon, R. P. (2012). Detecting and "
    "deterring insufficient effort responding to surveys. *Journal of Business and Psychology*, *27*(1), 99–114. "
    "https://doi.org/10.1007/s10869-011-9231-8",
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
    "eisinga2013": "Eisinga, R., te Grotenhuis, M., & Pelzer, B. (2013). The reliability of a two-item scale: "
    "Pearson, Cronbach, or Spearman-Brown? *International Journal of Public Health*, *58*(4), 637–642. "
    "https://doi.org/10.1007/s00038-012-0416-3",
    "feldt1965": "Feldt, L. S. (1965). The approximate sampling distribution of Kuder-Richardson reliability "
    "coefficient twenty. *Psychometrika*, *30*(3), 357–370. https://doi.org/10.1007/BF02289499",
    "glorfeld1995": "Glorfeld, L. W. (1995). An improvement on Horn’s parallel analysis methodology for selecting "
    "the correct number of factors to retain. *Educational and Psychological Measurement*, *55*(3), 377–393. "
    "https://doi.org/10.1177/0013164495055003002",
    "harman1966": "Harman, H. H., & Jones, W. H. (1966). Factor analysis by minimizing residuals (minres). "
    "*Psychometrika*, *31*(3), 351–368. https://doi.org/10.1007/BF02289468",
    "horn1965": "Horn, J. L. (1965). A rationale and test for the number of factors in factor analysis. "
    "*Psychometrika*, *30*(2), 179–185. https://doi.org/10.1007/BF02289447",
    "hair2019": "Hair, J. F., Black, W. C., Babin, B. J., & Anderson, R. E. (2019). *Multivariate data analysis* "
    "(8th ed.). Cengage.",
    "jennrich1966": "Jennrich, R. I., & Sampson, P. F. (1966). Rotation for simple loadings. *Psychometrika*, "
    "*31*(3), 313–323. https://doi.org/10.1007/BF02289465",
    "joanes1998": "Joanes, D. N., & Gill, C. A. (1998). Comparing measures of sample skewness and kurtosis. "
    "*Journal of the Royal Statistical Society: Series D (The Statistician)*, *47*(1), 183–189. "
    "https://doi.org/10.1111/1467-9884.00122",
    "kaiser1958": "Kaiser, H. F. (1958). The varimax criterion for analytic rotation in factor analysis. "
    "*Psychometrika*, *23*(3), 187–200. https://doi.org/10.1007/BF02289233",
    "kaiser1960": "Kaiser, H. F. (1960). The application of electronic computers to factor analysis. "
    "*Educational and Psychological Measurement*, *20*(1), 141–151. https://doi.org/10.1177/001316446002000116",
    "kaiser1974": "Kaiser, H. F. (1974). An index of factorial simplicity. *Psychometrika*, *39*(1), 31–36. "
    "https://doi.org/10.1007/BF02291575",
    "bartlett1951": "Bartlett, M. S. (1951). The effect of standardization on a χ^2^ approximation in factor "
    "analysis. *Biometrika*, *38*(3/4), 337–344. https://doi.org/10.1093/biomet/38.3-4.337",
    "kelley1939": "Kelley, T. L. (1939). The selection of upper and lower groups for the validation of test items. "
    "*Journal of Educational Psychology*, *30*(1), 17–24. https://doi.org/10.1037/h0057123",
    "kline2016": "Kline, R. B. (2016). *Principles and practice of structural equation modeling* (4th ed.). "
    "Guilford Press.",
    "mcdonald1999": "McDonald, R. P. (1999). *Test theory: A unified treatment*. Lawrence Erlbaum Associates. "
    "https://doi.org/10.4324/9781410601087",
    "nunnally1994": "Nunnally, J. C., & Bernstein, I. H. (1994). *Psychometric theory* (3rd ed.). McGraw-Hill.",
    "george2019": "George, D., & Mallery, P. (2019). *IBM SPSS statistics 26 step by step: A simple guide and "
    "reference* (16th ed.). Routledge. https://doi.org/10.4324/9780429056765",
    "worthington2006": "Worthington, R. L., & Whittaker, T. A. (2006). Scale development research: A content "
    "analysis and recommendations for best practices. *The Counseling Psychologist*, *34*(6), 806–838. "
    "https://doi.org/10.1177/0011000006288127",
    "bonett2000": "Bonett, D. G., & Wright, T. A. (2000). Sample size requirements for estimating Pearson, Kendall "
    "and Spearman correlations. *Psychometrika*, *65*(1), 23–28. https://doi.org/10.1007/BF02294183",
    "brown1974": "Brown, M. B., & Forsythe, A. B. (1974). Robust tests for the equality of variances. *Journal of "
    "the American Statistical Association*, *69*(346), 364–367. "
    "https://doi.org/10.1080/01621459.1974.10482955",
    "delacre2017": "Delacre, M., Lakens, D., & Leys, C. (2017). Why psychologists should by default use Welch’s "
    "*t*-test instead of Student’s *t*-test. *International Review of Social Psychology*, *30*(1), "
    "92–101. https://doi.org/10.5334/irsp.82",
    "delacre2019": "Delacre, M., Leys, C., Mora, Y. L., & Lakens, D. (2019). Taking parametric assumptions "
    "seriously: Arguments for the use of Welch’s *F*-test instead of the classical *F*-test in "
    "one-way ANOVA. *International Review of Social Psychology*, *32*(1), Article 13. "
    "https://doi.org/10.5334/irsp.198",
    "delacre2021": "Delacre, M., Lakens, D., Ley, C., Liu, L., & Leys, C. (2021). *Why Hedges’ g based on the "
    "non-pooled standard deviation should be reported with Welch’s t-test*. PsyArXiv. "
    "https://doi.org/10.31234/osf.io/tu6mp",
    "dunn1964": "Dunn, O. J. (1964). Multiple comparisons using rank sums. *Technometrics*, *6*(3), 241–252. "
    "https://doi.org/10.1080/00401706.1964.10490181",
    "games1976": "Games, P. A., & Howell, J. F. (1976). Pairwise multiple comparison procedures with unequal *N*’s "
    "and/or variances: A Monte Carlo study. *Journal of Educational Statistics*, *1*(2), 113–125. "
    "https://doi.org/10.3102/10769986001002113",
    "shrout1979": "Shrout, P. E., & Fleiss, J. L. (1979). Intraclass correlations: Uses in assessing rater reliability. "
    "*Psychological Bulletin*, *86*(2), 420–428. https://doi.org/10.1037/0033-2909.86.2.420",
    "mcgraw1996": "McGraw, K. O., & Wong, S. P. (1996). Forming inferences about some intraclass correlation coefficients. "
    "*Psychological Methods*, *1*(1), 30–46. https://doi.org/10.1037/1082-989X.1.1.30",
    "koo2016": "Koo, T. K., & Li, M. Y. (2016). A guideline of selecting and reporting intraclass correlation coefficients for "
    "reliability research. *Journal of Chiropractic Medicine*, *15*(2), 155–163. "
    "https://doi.org/10.1016/j.jcm.2016.02.012",
    "vet2006": "de Vet, H. C. W., Terwee, C. B., Knol, D. L., & Bouter, L. M. (2006). When to use agreement versus reliability "
    "measures. *Journal of Clinical Epidemiology*, *59*(10), 1033–1039. https://doi.org/10.1016/j.jclinepi.2005.10.015",
    "bland1999": "Bland, J. M., & Altman, D. G. (1999). Measuring agreement in method comparison studies. *Statistical Methods in "
    "Medical Research*, *8*(2), 135–160. https://doi.org/10.1177/096228029900800204",
    "greenhouse1959": "Greenhouse, S. W., & Geisser, S. (1959). On methods in the analysis of profile data. *Psychometrika*, *24*(2), "
    "95–112. https://doi.org/10.1007/BF02289823",
    "huynh1976": "Huynh, H., & Feldt, L. S. (1976). Estimation of the Box correction for degrees of freedom from sample data in "
    "randomized block and split-plot designs. *Journal of Educational Statistics*, *1*(1), 69–82. "
    "https://doi.org/10.3102/10769986001001069",
    "mauchly1940": "Mauchly, J. W. (1940). Significance test for sphericity of a normal *n*-variate distribution. *The Annals of "
    "Mathematical Statistics*, *11*(2), 204–209. https://doi.org/10.1214/aoms/1177731915",
    "olejnik2003": "Olejnik, S., & Algina, J. (2003). Generalized eta and omega squared statistics: Measures of effect size for some "
    "common research designs. *Psychological Methods*, *8*(4), 434–447. https://doi.org/10.1037/1082-989X.8.4.434",
    "friedman1937": "Friedman, M. (1937). The use of ranks to avoid the assumption of normality implicit in the analysis of variance. "
    "*Journal of the American Statistical Association*, *32*(200), 675–701. https://doi.org/10.1080/01621459.1937.10503522",
    "lakens2013": "Lakens, D. (2013). Calculating and reporting effect sizes to facilitate cumulative science: A practical primer for "
    "*t*-tests and ANOVAs. *Frontiers in Psychology*, *4*, Article 863. https://doi.org/10.3389/fpsyg.2013.00863",
    "morey2008": "Morey, R. D. (2008). Confidence intervals from normalized data: A correction to Cousineau (2005). *Tutorials in "
    "Quantitative Methods for Psychology*, *4*(2), 61–64. https://doi.org/10.20982/tqmp.04.2.p061",
    "hedges1981": "Hedges, L. V. (1981). Distribution theory for Glass’s estimator of effect size and related "
    "estimators. *Journal of Educational Statistics*, *6*(2), 107–128. "
    "https://doi.org/10.3102/10769986006002107",
    "kramer1956": "Kramer, C. Y. (1956). Extension of multiple range tests to group means with unequal numbers of "
    "replications. *Biometrics*, *12*(3), 307–310. https://doi.org/10.2307/3001469",
    "kruskal1952": "Kruskal, W. H., & Wallis, W. A. (1952). Use of ranks in one-criterion variance analysis. "
    "*Journal of the American Statistical Association*, *47*(260), 583–621. "
    "https://doi.org/10.1080/01621459.1952.10483441",
    "mann1947": "Mann, H. B., & Whitney, D. R. (1947). On a test of whether one of two random variables is "
    "stochastically larger than the other. *The Annals of Mathematical Statistics*, *18*(1), 50–60. "
    "https://doi.org/10.1214/aoms/1177730491",
    "okada2013": "Okada, K. (2013). Is omega squared less biased? A comparison of three major effect size indices "
    "in one-way ANOVA. *Behaviormetrika*, *40*(2), 129–147. https://doi.org/10.2333/bhmk.40.129",
    "royston1995": "Royston, P. (1995). Remark AS R94: A remark on algorithm AS 181: The *W*-test for normality. "
    "*Journal of the Royal Statistical Society: Series C (Applied Statistics)*, *44*(4), 547–551. "
    "https://doi.org/10.2307/2986146",
    "steiger2004": "Steiger, J. H. (2004). Beyond the *F* test: Effect size confidence intervals and tests of close "
    "fit in the analysis of variance and contrast analysis. *Psychological Methods*, *9*(2), 164–182. "
    "https://doi.org/10.1037/1082-989X.9.2.164",
    "welch1947": "Welch, B. L. (1947). The generalization of ‘Student’s’ problem when several different population "
    "variances are involved. *Biometrika*, *34*(1–2), 28–35. https://doi.org/10.1093/biomet/34.1-2.28",
    "welch1951": "Welch, B. L. (1951). On the comparison of several mean values: An alternative approach. "
    "*Biometrika*, *38*(3/4), 330–336. https://doi.org/10.1093/biomet/38.3-4.330",
    "hayes2022": "Hayes, A. F. (2022). *Introduction to mediation, moderation, and conditional process analysis: A "
    "regression-based approach* (3rd ed.). Guilford Press.",
    "hayes2015": "Hayes, A. F. (2015). An index and test of linear moderated mediation. *Multivariate Behavioral "
    "Research*, *50*(1), 1–22. https://doi.org/10.1080/00273171.2014.962683",
    "preacher2008": "Preacher, K. J., & Hayes, A. F. (2008). Asymptotic and resampling strategies for assessing and comparing "
    "indirect effects in multiple mediator models. *Behavior Research Methods*, *40*(3), 879–891. "
    "https://doi.org/10.3758/BRM.40.3.879",
    "efron1987": "Efron, B. (1987). Better bootstrap confidence intervals. *Journal of the American Statistical "
    "Association*, *82*(397), 171–185. https://doi.org/10.1080/01621459.1987.10478410",
    "sobel1982": "Sobel, M. E. (1982). Asymptotic confidence intervals for indirect effects in structural equation models. "
    "*Sociological Methodology*, *13*, 290–312. https://doi.org/10.2307/270723",
    "maxwell2007": "Maxwell, S. E., & Cole, D. A. (2007). Bias in cross-sectional analyses of longitudinal mediation. "
    "*Psychological Methods*, *12*(1), 23–44. https://doi.org/10.1037/1082-989X.12.1.23",
    "aiken1991": "Aiken, L. S., & West, S. G. (1991). *Multiple regression: Testing and interpreting interactions*. Sage.",
    "bauer2005": "Bauer, D. J., & Curran, P. J. (2005). Probing interactions in fixed and multilevel regression: Inferential "
    "and graphical techniques. *Multivariate Behavioral Research*, *40*(3), 373–400. "
    "https://doi.org/10.1207/s15327906mbr4003_5",
    "joreskog1969": "Jöreskog, K. G. (1969). A general approach to confirmatory maximum likelihood factor analysis. "
    "*Psychometrika*, *34*(2), 183–202. https://doi.org/10.1007/BF02289343",
    "hu1999": "Hu, L., & Bentler, P. M. (1999). Cutoff criteria for fit indexes in covariance structure "
    "analysis: Conventional criteria versus new alternatives. *Structural Equation Modeling*, "
    "*6*(1), 1–55. https://doi.org/10.1080/10705519909540118",
    "fornell1981": "Fornell, C., & Larcker, D. F. (1981). Evaluating structural equation models with unobservable "
    "variables and measurement error. *Journal of Marketing Research*, *18*(1), 39–50. "
    "https://doi.org/10.1177/002224378101800104",
    "yuan2000": "Yuan, K.-H., & Bentler, P. M. (2000). Three likelihood-based methods for mean and covariance "
    "structure analysis with nonnormal missing data. *Sociological Methodology*, *30*(1), 165–200. "
    "https://doi.org/10.1111/0081-1750.00078",
    "brosseauliard2012": "Brosseau-Liard, P. E., Savalei, V., & Li, L. (2012). An investigation of the sample performance"
    " of two nonnormality corrections for RMSEA. *Multivariate Behavioral Research*, *47*(6), "
    "904–930. https://doi.org/10.1080/00273171.2012.715252",
    "brosseauliard2014": "Brosseau-Liard, P. E., & Savalei, V. (2014). Adjusting incremental fit indices for "
    "nonnormality. *Multivariate Behavioral Research*, *49*(5), 460–470. "
    "https://doi.org/10.1080/00273171.2014.933697",
    "enders2001": "Enders, C. K., & Bandalos, D. L. (2001). The relative performance of full information maximum "
    "likelihood estimation for missing data in structural equation models. *Structural Equation "
    "Modeling*, *8*(3), 430–457. https://doi.org/10.1207/S15328007SEM0803_5",
    "henseler2015": "Henseler, J., Ringle, C. M., & Sarstedt, M. (2015). A new criterion for assessing discriminant "
    "validity in variance-based structural equation modeling. *Journal of the Academy of Marketing "
    "Science*, *43*(1), 115–135. https://doi.org/10.1007/s11747-014-0403-8",
    "bentler1987": "Bentler, P. M., & Chou, C.-P. (1987). Practical issues in structural modeling. *Sociological "
    "Methods & Research*, *16*(1), 78–117. https://doi.org/10.1177/0049124187016001004",
    "olsson1979": "Olsson, U. (1979). Maximum likelihood estimation of the polychoric correlation coefficient. "
    "*Psychometrika*, *44*(4), 443–460. https://doi.org/10.1007/BF02296207",
    "zumbo2007": "Zumbo, B. D., Gadermann, A. M., & Zeisser, C. (2007). Ordinal versions of coefficients alpha and theta "
    "for Likert rating scales. *Journal of Modern Applied Statistical Methods*, *6*(1), 21–29. "
    "https://doi.org/10.22237/jmasm/1177992180",
    "gadermann2012": "Gadermann, A. M., Guhn, M., & Zumbo, B. D. (2012). Estimating ordinal reliability for Likert-type "
    "and ordinal item response data: A conceptual, empirical, and practical guide. *Practical Assessment, Research, and "
    "Evaluation*, *17*, Article 3. https://doi.org/10.7275/n560-j767",
    "chalmers2018": "Chalmers, R. P. (2018). On misconceptions and the limited usefulness of ordinal alpha. *Educational "
    "and Psychological Measurement*, *78*(6), 1056–1071. https://doi.org/10.1177/0013164417727036",
    "haberman1973": "Haberman, S. J. (1973). The analysis of residuals in cross-classified tables. *Biometrics*, "
    "*29*(1), 205–220. https://doi.org/10.2307/2529686",
    "bilder2004": "Bilder, C. R., & Loughin, T. M. (2004). Testing for marginal independence between two categorical "
    "variables with multiple responses. *Biometrics*, *60*(1), 241–248. "
    "https://doi.org/10.1111/j.0006-341X.2004.00147.x",
    "cochran1954": "Cochran, W. G. (1954). Some methods for strengthening the common χ² tests. *Biometrics*, "
    "*10*(4), 417–451. https://doi.org/10.2307/3001616",
    "freeman1951": "Freeman, G. H., & Halton, J. H. (1951). Note on an exact treatment of contingency, goodness of fit "
    "and other problems of significance. *Biometrika*, *38*(1–2), 141–149. https://doi.org/10.1093/biomet/38.1-2.141",
    "smithson2003": "Smithson, M. (2003). *Confidence intervals*. Sage. https://doi.org/10.4135/9781412983761",
    "cohen1960": "Cohen, J. (1960). A coefficient of agreement for nominal scales. *Educational and Psychological "
    "Measurement*, *20*(1), 37–46. https://doi.org/10.1177/001316446002000104",
    "fleiss1969": "Fleiss, J. L., Cohen, J., & Everitt, B. S. (1969). Large sample standard errors of kappa and "
    "weighted kappa. *Psychological Bulletin*, *72*(5), 323–327. https://doi.org/10.1037/h0028106",
    "gwet2008": "Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high "
    "agreement. *British Journal of Mathematical and Statistical Psychology*, *61*(1), 29–48. "
    "https://doi.org/10.1348/000711006X126600",
    "krippendorff2004": "Krippendorff, K. (2004). *Content analysis: An introduction to its methodology* (2nd ed.). Sage.",
    "krippendorff2011": "Krippendorff, K. (2011). *Computing Krippendorff’s alpha-reliability*. University of "
    "Pennsylvania. https://repository.upenn.edu/asc_papers/43",
    "landis1977": "Landis, J. R., & Koch, G. G. (1977). The measurement of observer agreement for categorical data. "
    "*Biometrics*, *33*(1), 159–174. https://doi.org/10.2307/2529310",
    "guest2020": "Guest, G., Namey, E., & Chen, M. (2020). A simple method to assess and report thematic saturation in "
    "qualitative research. *PLOS ONE*, *15*(5), Article e0232076. https://doi.org/10.1371/journal.pone.0232076",
    "colwell2004": "Colwell, R. K., Mao, C. X., & Chang, J. (2004). Interpolating, extrapolating, and comparing "
    "incidence-based species accumulation curves. *Ecology*, *85*(10), 2717–2727. https://doi.org/10.1890/03-0557",
    "fetters2013": "Fetters, M. D., Curry, L. A., & Creswell, J. W. (2013). Achieving integration in mixed methods "
    "designs—Principles and practices. *Health Services Research*, *48*(6, Pt. 2), 2134–2156. "
    "https://doi.org/10.1111/1475-6773.12117",
    "wilson1927": "Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. "
    "*Journal of the American Statistical Association*, *22*(158), 209–212. "
    "https://doi.org/10.1080/01621459.1927.10502953",
    "williams2012": "Williams, R. (2012). Using the margins command to estimate and interpret adjusted predictions and "
    "marginal effects. *The Stata Journal*, *12*(2), 308–331. https://doi.org/10.1177/1536867X1201200209",
    "nagelkerke1991": "Nagelkerke, N. J. D. (1991). A note on a general definition of the coefficient of determination. "
    "*Biometrika*, *78*(3), 691–692. https://doi.org/10.1093/biomet/78.3.691",
    "mccullagh1980": "McCullagh, P. (1980). Regression models for ordinal data. *Journal of the Royal Statistical "
    "Society: Series B*, *42*(2), 109–127. https://doi.org/10.1111/j.2517-6161.1980.tb01109.x",
    "brant1990": "Brant, R. (1990). Assessing proportionality in the proportional odds model for ordinal logistic "
    "regression. *Biometrics*, *46*(4), 1171–1178. https://doi.org/10.2307/2532457",
    "harrell2015": "Harrell, F. E. (2015). *Regression modeling strategies* (2nd ed.). Springer. "
    "https://doi.org/10.1007/978-3-319-19425-7",
    "hwang1981": "Hwang, C.-L., & Yoon, K. (1981). *Multiple attribute decision making: Methods and applications*. Springer. "
    "https://doi.org/10.1007/978-3-642-48318-9",
    "diakoulaki1995": "Diakoulaki, D., Mavrotas, G., & Papayannakis, L. (1995). Determining objective weights in multiple "
    "criteria problems: The CRITIC method. *Computers & Operations Research*, *22*(7), 763–770. "
    "https://doi.org/10.1016/0305-0548(94)00059-H",
    "saaty1977": "Saaty, T. L. (1977). A scaling method for priorities in hierarchical structures. *Journal of Mathematical "
    "Psychology*, *15*(3), 234–281. https://doi.org/10.1016/0022-2496(77)90033-5",
    "saaty1980": "Saaty, T. L. (1980). *The analytic hierarchy process*. McGraw-Hill.",
    "forman1998": "Forman, E., & Peniwati, K. (1998). Aggregating individual judgments and priorities with the analytic hierarchy "
    "process. *European Journal of Operational Research*, *108*(1), 165–169. "
    "https://doi.org/10.1016/S0377-2217(97)00244-0",
    "zadeh1965": "Zadeh, L. A. (1965). Fuzzy sets. *Information and Control*, *8*(3), 338–353. "
    "https://doi.org/10.1016/S0019-9958(65)90241-X",
    "organization2020": "Organization Department of the CPC Central Committee [中共中央组织部]. (2020). *公务员考核规定* "
    "[Regulations on the assessment of civil servants].",
    "zhang2023": "Zhang, X., & Savalei, V. (2023). New computations for RMSEA and CFI following FIML and TS estimation with missing "
    "data. *Psychological Methods*, *28*(2), 263–283. https://doi.org/10.1037/met0000445",
    "meredith1993": "Meredith, W. (1993). Measurement invariance, factor analysis and factorial invariance. *Psychometrika*, "
    "*58*(4), 525–543. https://doi.org/10.1007/BF02294825",
    "cheung2002": "Cheung, G. W., & Rensvold, R. B. (2002). Evaluating goodness-of-fit indexes for testing measurement "
    "invariance. *Structural Equation Modeling*, *9*(2), 233–255. https://doi.org/10.1207/S15328007SEM0902_5",
    "chen2007": "Chen, F. F. (2007). Sensitivity of goodness of fit indexes to lack of measurement invariance. *Structural "
    "Equation Modeling*, *14*(3), 464–504. https://doi.org/10.1080/10705510701301834",
    "steiger1998": "Steiger, J. H. (1998). A note on multiple sample extensions of the RMSEA fit index. *Structural Equation "
    "Modeling*, *5*(4), 411–419. https://doi.org/10.1080/10705519809540115",
    "satorra2001": "Satorra, A., & Bentler, P. M. (2001). A scaled difference chi-square test statistic for moment structure "
    "analysis. *Psychometrika*, *66*(4), 507–514. https://doi.org/10.1007/BF02296192",
    "meade2007": "Meade, A. W., & Bauer, D. J. (2007). Power and precision in confirmatory factor analytic tests of measurement "
    "invariance. *Structural Equation Modeling*, *14*(4), 611–635. https://doi.org/10.1080/10705510701575461",
    "byrne1989": "Byrne, B. M., Shavelson, R. J., & Muthén, B. (1989). Testing for the equivalence of factor covariance and mean "
    "structures: The issue of partial measurement invariance. *Psychological Bulletin*, *105*(3), 456–466. "
    "https://doi.org/10.1037/0033-2909.105.3.456",
}

CHINESE: Final[dict[str, str]] = {
    "organization2020": "中共中央组织部. (2020). *公务员考核规定*.",
}
"""Works in Chinese, as a Chinese chapter lists them."""


def entries(keys: Iterable[str], language: Language) -> list[str]:
    """The bibliography of these keys in its order; a Chinese chapter lists Chinese works first."""
    own = CHINESE if language == "zh" else {}
    known = REFERENCES.keys() & set(keys)
    return sorted(
        (own.get(key, REFERENCES[key]) for key in known),
        key=lambda entry: (entry[0] < "一", entry.casefold()),
    )
