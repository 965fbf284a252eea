# Rscript crosstab.R: reference numbers for cross tables (R 4.2.2, effectsize 0.8.3; base R chisq.test and fisher.test).
suppressPackageStartupMessages({ library(MASS); library(jsonlite); library(effectsize) })
options(warn = -1)
one <- function(t) {
  c1 <- chisq.test(t, correct = FALSE); v <- as.data.frame(cramers_v(t, adjust = FALSE, alternative = "two.sided"))
  list(counts = unclass(t), chi2 = unname(c1$statistic), df = unname(c1$parameter), p = c1$p.value, expected = unclass(c1$expected),
       residuals = unclass(c1$stdres), v = v$Cramers_v, v_low = v$CI_low, v_high = v$CI_high, fisher = fisher.test(t, workspace = 2e7)$p.value)
}
m <- function(...) matrix(c(...), byrow = TRUE, nrow = length(list(...)))
tables <- list(
  smoke_exercise = one(matrix(table(survey$Smoke, survey$Exer), 4)),
  sex_hand = one(matrix(table(survey$Sex, survey$W.Hnd), 2)),
  three_by_three = one(matrix(c(10, 9, 11, 12, 20, 5, 8, 3, 15), 3)),
  five_by_three = one(matrix(c(4, 1, 0, 2, 3, 0, 5, 2, 1, 6, 3, 0, 4, 1, 2), 5)),
  strong = one(matrix(c(30, 4, 2, 25), 2)))
# several answers by group: sum of the options' chi-squares, second-order corrected with the eigenvalues of the
# options' correlation matrix (Bilder & Loughin, 2004, under independence of group and answers)
set.seed(5); n <- 120; g <- rep(1:3, c(50, 40, 30)); f <- rnorm(n)
X <- sapply(1:5, function(j) as.integer(.8 * f + rnorm(n) + .4 * (g == 2) * (j == 1) > .2))
x2 <- sapply(1:5, function(j) chisq.test(table(X[, j], g), correct = FALSE)$statistic)
e <- rep(eigen(cor(X))$values, each = 2); S <- sum(x2); mean_e <- mean(e); a2 <- mean(e^2) / mean_e^2 - 1
several <- list(chosen = X, groups = g - 1, options = unname(x2), total = S, statistic = S / (mean_e * (1 + a2)), df = length(e) / (1 + a2))
several$p <- pchisq(several$statistic, several$df, lower.tail = FALSE)
set.seed(6); B <- 20000; member <- X; sh <- colMeans(X)
stat <- function(g) { s <- tabulate(g, 3); r <- rowsum(X, g); sum(colSums((r - outer(s, sh))^2 / s) / (sh * (1 - sh))) }
several$permuted <- mean(replicate(B, stat(sample(g))) >= S - 1e-9)
write(toJSON(list(source = list(R = R.version.string, effectsize = as.character(packageVersion("effectsize"))), tables = tables, several = several), digits = I(15), auto_unbox = TRUE), "expected.json")
