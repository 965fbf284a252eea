# Likelihood ratio of independence in 2 x 2 tables, by MASS::loglm
library(MASS)
tables <- list(c(10, 10, 10, 30), c(7, 3, 5, 485), c(25, 75, 40, 9860), c(3, 27, 90, 880))
options(digits = 15)
cat(R.version.string, "MASS", as.character(packageVersion("MASS")), "\n")
for (cells in tables) {
  fitted <- loglm(~ a + b, as.table(matrix(cells, 2, byrow = TRUE, dimnames = list(a = 1:2, b = 1:2))), eps = 1e-12, iter = 100)
  cat(cells, fitted$lrt, "\n")
}
