# Reference numbers for measurement invariance. Run: Rscript invariance.R (R 4.2.2, lavaan 0.6.14)
suppressPackageStartupMessages({ library(lavaan); library(jsonlite) })
# a second run from the solution of the first: the optimiser stops about 1e-6 short of the top
fit <- function(model, d, by, equal, ...) { run <- function(...) cfa(model, d, group = by, group.equal = equal, em.h1.iter.max = 50000L, em.h1.tol = 1e-11, ...)
  first <- run(...); run(start = first, ...) }
wanted <- c("npar", "chisq", "df", "pvalue", "cfi", "tli", "rmsea", "rmsea.ci.lower", "rmsea.ci.upper", "rmsea.pvalue", "srmr", "aic", "bic", "logl",
  "baseline.chisq", "baseline.df", "chisq.scaled", "pvalue.scaled", "chisq.scaling.factor", "baseline.chisq.scaled", "cfi.robust", "tli.robust",
  "rmsea.robust", "rmsea.ci.lower.robust", "rmsea.ci.upper.robust", "rmsea.pvalue.robust")
one <- function(f) { m <- fitMeasures(f); p <- parameterEstimates(f); l <- p[p$op == "=~", ]; lv <- unique(l$lhs); e <- p[p$op == "~~" & p$lhs == p$rhs & !(p$lhs %in% lv), ]
  v <- p[p$op == "~~" & p$lhs == p$rhs & p$lhs %in% lv, ]; i <- p[p$op == "~1" & !(p$lhs %in% lv), ]; k <- p[p$op == "~1" & p$lhs %in% lv, ]
  list(groups = lavInspect(f, "group.label"), nobs = lavInspect(f, "nobs"), fit = as.list(unclass(m)[intersect(wanted, names(m))]), items = unique(l$rhs),
    loading = l$est, error = e$est, variance = v$est, intercept = i$est, mean = k$est, mean_se = k$se) }
steps <- list(configural = "", metric = "loadings", scalar = c("loadings", "intercepts"))
# from lavaan's own numbers: which constraint most hinders the fit
worst <- function(f) { s <- suppressWarnings(lavTestScore(f))$uni; p <- parTable(f); name <- setNames(paste0(p$lhs, p$op, p$rhs), p$plabel); data.frame(what = unname(name[s$lhs]), group = p$group[match(s$rhs, p$plabel)], chi2 = s$X2, p = s$p.value) }
chain <- function(model, d, by, ...) { fits <- lapply(steps, function(equal) fit(model, d, by, equal, ...)); t <- do.call(lavTestLRT, unname(fits))
  list(steps = lapply(fits, one), difference = list(chi2 = t[["Chisq diff"]][-1], df = t[["Df diff"]][-1], p = t[["Pr(>Chisq)"]][-1]), score = lapply(fits[-1], worst)) }
put <- function(x, f) writeLines(toJSON(x, digits = 15, auto_unbox = TRUE, na = "null", pretty = FALSE), f)
three <- "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9"
h <- HolzingerSwineford1939[c("school", "sex", paste0("x", 1:9))]
h$school <- match(h$school, c("Pasteur", "Grant-White")); h <- h[order(h$school), ]
write.csv(h, "holzinger.csv", row.names = FALSE, quote = FALSE)
put(list(school = list(ml = chain(three, h, "school"), mlr = chain(three, h, "school", estimator = "MLR")),
  sex = list(ml = chain(three, h[order(h$sex), ], "sex"), mlr = chain(three, h[order(h$sex), ], "sex", estimator = "MLR"))), "holzinger.json")
# psychTools::bfi 2.2.9: education 1, 2 and 4, ten items, A1, C4, C5 turned (7 - x)
b <- read.csv("bfi.csv")
two <- "agree =~ A1 + A2 + A3 + A4 + A5\nconscientious =~ C1 + C2 + C3 + C4 + C5"
put(list(education = list(ml = chain(two, b, "education"), mlr = chain(two, b, "education", estimator = "MLR"), fiml = chain(two, b, "education", missing = "ml"))), "bfi.json")
