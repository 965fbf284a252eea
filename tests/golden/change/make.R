# Reference numbers for change between two surveys. Run: Rscript make.R
# sleep: base R. panel.csv: drawn here. Standard errors: package sandwich.
library(jsonlite); library(sandwich)
s <- datasets::sleep
before <- s$extra[s$group == 1]; after <- s$extra[s$group == 2]

bonett_paired <- function(x, y, level = .95) {           # Bonett (2008), eqs. for dependent means
  n <- length(x); v1 <- var(x); v2 <- var(y); r <- cor(x, y); s <- sqrt((v1 + v2) / 2)
  d <- (mean(y) - mean(x)) / s
  se <- sqrt(d^2 * (v1^2 + v2^2 + 2 * r^2 * v1 * v2) / (8 * (n - 1) * s^4) +
             (v1 + v2 - 2 * r * sqrt(v1 * v2)) / ((n - 1) * s^2))
  z <- qnorm(.5 + level / 2)
  list(value = d * sqrt((n - 2) / (n - 1)), low = d - z * se, high = d + z * se)
}
bonett_independent <- function(x, y, level = .95) {
  v1 <- var(x); v2 <- var(y); f1 <- length(x) - 1; f2 <- length(y) - 1; s <- sqrt((v1 + v2) / 2)
  d <- (mean(y) - mean(x)) / s
  se <- sqrt(d^2 * (v1^2 / f1 + v2^2 / f2) / (8 * s^4) + (v1 / f1 + v2 / f2) / s^2)
  z <- qnorm(.5 + level / 2)
  list(value = d * (1 - 3 / (4 * (length(x) + length(y)) - 9)), low = d - z * se, high = d + z * se)
}
test <- function(t) list(difference = unname(diff(rev(t$estimate))[1]), t = unname(t$statistic),
  df = unname(t$parameter), p = t$p.value, low = t$conf.int[1], high = t$conf.int[2])
paired <- t.test(after, before, paired = TRUE); paired$estimate <- c(mean(after), mean(before))
welch <- t.test(after, before)

set.seed(11)
n <- 120; unit <- rep(1:15, each = 8); treated <- as.integer(unit <= 6)
base <- round(3 + .5 * rnorm(15)[unit] + .7 * rnorm(n), 2)
second <- round(base + .15 + .4 * treated + .2 * rnorm(15)[unit] + .5 * rnorm(n), 2)
panel <- data.frame(unit, treated, before = base, after = second)
write.csv(panel, "panel.csv", row.names = FALSE)

out <- function(fit, V, df) { b <- unname(tail(coef(fit), 1)); se <- sqrt(V[nrow(V), nrow(V)])
  list(estimate = b, se = se, t = b / se, df = df, p = 2 * pt(-abs(b / se), df),
       low = b - qt(.975, df) * se, high = b + qt(.975, df) * se) }
m1 <- lm(after - before ~ treated, panel)
long <- data.frame(y = c(base, second), post = rep(0:1, each = n), treated, unit)
m2 <- lm(y ~ treated + post + treated:post, long)
expected <- list(
  meta = list(r = R.version.string, sandwich = as.character(packageVersion("sandwich"))),
  paired = c(test(paired), list(r = cor(before, after), d = bonett_paired(before, after))),
  independent = c(test(welch), list(d = bonett_independent(before, after))),
  panel_hc3 = out(m1, vcovHC(m1, "HC3"), n - 2),
  panel_cluster = out(m1, vcovCL(m1, panel$unit, type = "HC1"), 14),
  pooled_hc3 = out(m2, vcovHC(m2, "HC3"), 2 * n - 4),
  pooled_cluster = out(m2, vcovCL(m2, long$unit, type = "HC1"), 14))
write_json(expected, "expected.json", digits = I(15), auto_unbox = TRUE, pretty = TRUE)
write.csv(data.frame(before, after), "sleep.csv", row.names = FALSE)
