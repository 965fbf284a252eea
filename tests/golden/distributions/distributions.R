# Studentised range, noncentral intervals, effect sizes and Shapiro-Wilk at the edges of its range, by base R.
# usage: Rscript distributions.R > expected.json
# Noncentrality is found by uniroot on pt and pf, whose noncentral forms are good to about 1e-12 where |ncp| < 37.
suppressPackageStartupMessages(library(jsonlite))
root <- function(f, lo, hi) uniroot(f, c(lo, hi), tol = 1e-13)$root
ncp_t <- function(t, df, level) { a <- (1 - level) / 2
  c(root(function(d) pt(t, df, d) - (1 - a), t - 30, t + 30), root(function(d) pt(t, df, d) - a, t - 30, t + 30)) }
ncp_f <- function(f, df1, df2, level) { a <- (1 - level) / 2
  one <- function(p) if (pf(f, df1, df2) < p) 0 else root(function(d) pf(f, df1, df2, d) - p, 0, 10 * f * df1 + 100)
  c(one(1 - a), one(a)) }
tukey <- expand.grid(k = c(2, 3, 5, 8, 12), df = c(25, 40.5, 88.3, 500, 20000), q = c(0.5, 1, 2, 3.5, 5, 7))
tukey$tail <- ptukey(tukey$q, tukey$k, tukey$df, lower.tail = FALSE)
ts <- expand.grid(t = c(-3.1, -0.4, 0, 0.7, 2.1, 6.5), df = c(4, 11.7, 90, 2500), level = c(0.9, 0.95))
ts <- cbind(ts, t(mapply(ncp_t, ts$t, ts$df, ts$level))); names(ts)[4:5] <- c("low", "high")
fs <- expand.grid(f = c(0.02, 0.6, 1.3, 3, 9.5), df1 = c(1, 3, 6), df2 = c(8, 85, 2400), level = c(0.9, 0.95))
fs <- cbind(fs, t(mapply(ncp_f, fs$f, fs$df1, fs$df2, fs$level))); names(fs)[5:6] <- c("low", "high")
x1 <- c(3.2, 4.0, 2.8, 3.6, 4.4, 3.0, 3.8, 2.6); x2 <- c(2.0, 4.8, 3.4, 1.6, 5.0, 2.2)
J <- function(df) exp(lgamma(df / 2) - log(sqrt(df / 2)) - lgamma((df - 1) / 2))
effect <- function(equal) { w <- t.test(x1, x2, var.equal = equal); n1 <- length(x1); n2 <- length(x2); df <- unname(w$parameter)
  s <- if (equal) sqrt(((n1 - 1) * var(x1) + (n2 - 1) * var(x2)) / (n1 + n2 - 2)) else sqrt((var(x1) + var(x2)) / 2)
  d <- (mean(x1) - mean(x2)) / s; per <- d / unname(w$statistic); ci <- ncp_t(unname(w$statistic), df, 0.95) * per
  list(df = df, d = d, d_ci = ci, g = d * J(df), g_ci = ci * J(df)) }
normal <- lapply(c(3, 4, 5, 6, 7, 11, 12, 20, 50, 1000, 4999, 5000), function(n) {
  x <- round(qexp(ppoints(n)), 6); s <- shapiro.test(x); list(n = n, x = if (n <= 50) x, w = unname(s$statistic), p = s$p.value) })
set.seed(1); tied <- sample(1:5, 200, TRUE); s <- shapiro.test(tied)
cat(toJSON(list(R = R.version.string, jsonlite = as.character(packageVersion("jsonlite")), tukey = tukey, noncentral_t = ts,
  noncentral_f = fs, x1 = x1, x2 = x2, pooled = effect(TRUE), average = effect(FALSE), shapiro = normal,
  shapiro_tied = list(x = tied, w = unname(s$statistic), p = s$p.value)), digits = I(15), auto_unbox = TRUE), "\n")
