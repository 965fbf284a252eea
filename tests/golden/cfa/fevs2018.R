# The engagement model on the US Federal Employee Viewpoint Survey 2018 (OPM, public release). The answers are not in this
# project; covariances and means are. Run: Rscript fevs2018.R FILE, FILE the survey as CSV or CSV.GZ (R 4.2.2, lavaan 0.6.14)
suppressPackageStartupMessages({ library(lavaan); library(jsonlite) })
d <- read.csv(commandArgs(TRUE)[1])
sets <- list(work = c(3, 4, 6, 11, 12), supervisor = c(47, 48, 49, 51, 52), leaders = c(53, 54, 56, 60, 61))
items <- paste0("Q", unlist(sets)); d <- d[items]; stopifnot(!anyNA(d))
model <- paste(sapply(names(sets), function(s) paste(s, "=~", paste0("Q", sets[[s]], collapse = " + "))), collapse = "\n")
# a second run from the solution of the first: the optimiser stops about 1e-6 short of the top
fit <- function(...) { first <- cfa(model, d, ...); cfa(model, d, start = first, ...) }
wanted <- c("npar", "chisq", "df", "pvalue", "cfi", "tli", "rmsea", "rmsea.ci.lower", "rmsea.ci.upper", "rmsea.pvalue", "srmr", "gfi", "aic", "bic",
  "logl", "baseline.chisq", "chisq.scaled", "pvalue.scaled", "chisq.scaling.factor", "baseline.chisq.scaled", "cfi.robust", "tli.robust", "rmsea.robust",
  "rmsea.ci.lower.robust", "rmsea.ci.upper.robust", "rmsea.pvalue.robust")
one <- function(f) { m <- fitMeasures(f); p <- parameterEstimates(f); s <- standardizedSolution(f)
  l <- p[p$op == "=~", ]; sl <- s[s$op == "=~", ]; e <- p[p$op == "~~" & p$lhs == p$rhs & !(p$lhs %in% l$lhs), ]
  c <- s[s$op == "~~" & s$lhs != s$rhs, ]; v <- p[p$op == "~~" & p$lhs %in% l$lhs, ]
  list(n = lavInspect(f, "ntotal"), fit = as.list(unclass(m)[intersect(wanted, names(m))]), items = l$rhs, loading = l$est, loading_se = l$se,
    error = e$est, error_se = e$se, factor = v$est, factor_se = v$se, std = sl$est.std, std_se = sl$se, r = c$est.std, r_se = c$se) }
out <- list(n = nrow(d), mean = unname(colMeans(d)), cov = unname(cov(d)), ml = one(fit()), mlr = one(fit(estimator = "MLR")))
writeLines(toJSON(out, digits = 15, auto_unbox = TRUE, na = "null", pretty = FALSE), "fevs2018.json")
