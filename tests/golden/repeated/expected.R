# Reference numbers for comparisons within persons, repeated measurement and intraclass correlation.
# R 4.2.2 with car, psych, effectsize, jsonlite (versions in expected.json). Data: the 6 x 4 ratings of
# Shrout and Fleiss (1979), datasets::attitude (n = 30, seven percentages), datasets::sleep as two columns.
suppressMessages({library(car); library(psych); library(effectsize); library(jsonlite)})
sf <- matrix(c(9,2,5,8, 6,1,3,2, 8,4,6,8, 7,1,2,6, 10,5,6,9, 6,2,4,7), ncol = 4, byrow = TRUE)
icc <- function(x) { r <- ICC(x, lmer = FALSE)$results; unname(split(r[, c("type","ICC","F","df1","df2","p","lower bound","upper bound")], seq_len(nrow(r)))) }
within <- function(x) {
  k <- ncol(x); n <- nrow(x); colnames(x) <- paste0("m", 1:k)
  m <- lm(x ~ 1); f <- data.frame(f = factor(colnames(x)))
  av <- summary(Anova(m, idata = f, idesign = ~f, type = 3), multivariate = FALSE)
  u <- unclass(av$univariate.tests)
  ss <- u["f", "Sum Sq"]; error <- u["f", "Error SS"]; subjects <- u["(Intercept)", "Error SS"]
  fr <- friedman.test(x)
  pairs <- combn(k, 2, simplify = FALSE)
  tests <- lapply(pairs, function(p) t.test(x[, p[1]], x[, p[2]], paired = TRUE))
  ps <- sapply(tests, function(t) t$p.value)
  out <- list(n = n, k = k, ss_effect = ss, ss_error = error, ss_subjects = subjects,
    F = u["f", "F value"], df1 = u["f", "num Df"], df2 = u["f", "den Df"], p = u["f", "Pr(>F)"],
    ges = ss / (ss + error + subjects), partial = ss / (ss + error),
    partial_ci = unlist(F_to_eta2(u["f", "F value"], k - 1, (k - 1) * (n - 1), ci = .95, alternative = "two.sided")[c("CI_low", "CI_high")]),
    friedman = list(chi2 = unname(fr$statistic), df = unname(fr$parameter), p = fr$p.value, w = unname(fr$statistic) / (n * (k - 1))),
    paired = lapply(seq_along(pairs), function(i) { t <- tests[[i]]; d <- x[, pairs[[i]][1]] - x[, pairs[[i]][2]]
      z <- cohens_d(d); list(t = unname(t$statistic), df = unname(t$parameter), p = t$p.value, p_holm = p.adjust(ps, "holm")[i],
        difference = mean(d), low = t$conf.int[1], high = t$conf.int[2], dz = z$Cohens_d, dz_low = z$CI_low, dz_high = z$CI_high) }))
  if (k > 2) {
    s <- unclass(av$sphericity.tests); g <- unclass(av$pval.adjustments)
    mt <- mauchly.test(m, X = ~1)
    out <- c(out, list(mauchly_w = s[1, 1], mauchly_p = s[1, 2], base_w = unname(mt$statistic), base_p = mt$p.value,
      gg = g[1, "GG eps"], p_gg = g[1, "Pr(>F[GG])"], hf = g[1, "HF eps"], p_hf = g[1, "Pr(>F[HF])"]))
  }
  out
}
sl <- matrix(sleep$extra, ncol = 2)
ct <- cor.test(sl[, 1], sl[, 2])
out <- list(meta = list(R = R.version.string, car = as.character(packageVersion("car")), psych = as.character(packageVersion("psych")), effectsize = as.character(packageVersion("effectsize"))),
  data = list(shrout_fleiss = sf, attitude = as.matrix(attitude), sleep = sl),
  within = list(attitude = within(as.matrix(attitude)), shrout_fleiss = within(sf), sleep = within(sl)),
  icc = list(shrout_fleiss = icc(sf), attitude = icc(as.matrix(attitude)), sleep = icc(sl)),
  retest_sleep = list(r = unname(ct$estimate), low = ct$conf.int[1], high = ct$conf.int[2], p = ct$p.value))
write_json(out, "expected.json", digits = 15, auto_unbox = TRUE, pretty = TRUE, matrix = "rowmajor")
