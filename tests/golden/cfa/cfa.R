# Reference numbers for confirmatory factor analysis. Run: Rscript cfa.R (R 4.2.2, lavaan 0.6.14, semTools 0.5.6)
# q93.csv is the simulated 93-person questionnaire of tests/golden/scales; holzinger is lavaan::HolzingerSwineford1939
suppressPackageStartupMessages({ library(lavaan); library(semTools); library(jsonlite) })
# a second run from the solution of the first: the optimiser stops about 1e-6 short of the top
fit <- function(model, d, ...) { first <- cfa(model, d, ...); cfa(model, d, start = first, em.h1.iter.max = 50000L, em.h1.tol = 1e-10, ...) }
wanted <- c("npar", "chisq", "df", "pvalue", "cfi", "tli", "rmsea", "rmsea.ci.lower", "rmsea.ci.upper", "rmsea.pvalue", "srmr", "gfi", "aic", "bic",
  "logl", "baseline.chisq", "chisq.scaled", "pvalue.scaled", "chisq.scaling.factor", "baseline.chisq.scaled", "cfi.robust", "tli.robust", "rmsea.robust",
  "rmsea.ci.lower.robust", "rmsea.ci.upper.robust", "rmsea.pvalue.robust")
one <- function(f) { m <- fitMeasures(f); p <- parameterEstimates(f); s <- standardizedSolution(f)
  l <- p[p$op == "=~", ]; sl <- s[s$op == "=~", ]; e <- p[p$op == "~~" & p$lhs == p$rhs & !(p$lhs %in% l$lhs), ]
  c <- s[s$op == "~~" & s$lhs != s$rhs, ]; v <- p[p$op == "~~" & p$lhs %in% l$lhs, ]
  list(n = lavInspect(f, "ntotal"), fit = as.list(unclass(m)[intersect(wanted, names(m))]), items = l$rhs, loading = l$est, loading_se = l$se,
    error = e$est, error_se = e$se, factor = v$est, factor_se = v$se, std = sl$est.std, std_se = sl$se, r = c$est.std, r_se = c$se) }
case <- function(model, d) { a <- fit(model, d)
  list(ml = one(a), mlr = one(fit(model, d, estimator = "MLR")), fiml = one(fit(model, d, missing = "ml")), fiml_mlr = one(fit(model, d, missing = "ml", estimator = "MLR")),
    htmt = unclass(htmt(model, d, htmt2 = FALSE))) }
put <- function(x, f) writeLines(toJSON(x, digits = 15, auto_unbox = TRUE, na = "null", pretty = FALSE), f)
hs <- HolzingerSwineford1939; items <- paste0("x", 1:9)
write.csv(hs[c("school", items)], "holzinger.csv", row.names = FALSE, quote = FALSE)
put(case("visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9", hs), "holzinger.json")
q <- read.csv("../scales/q93.csv"); q$PRO4 <- 6 - q$PRO4; q$APP5 <- 6 - q$APP5
sets <- list(pay = "PAY", promotion = "PRO", training = "TRA", fairness = "APP", recognition = "REC", motivation = "MOT")
model <- paste(sapply(names(sets), function(s) paste(s, "=~", paste0(sets[[s]], 1:5, collapse = " + "))), collapse = "\n")
out <- case(model, q); out$one_factor <- one(fit(paste("g =~", paste0(rep(unlist(sets), each = 5), 1:5, collapse = " + ")), q))
put(out, "q93.json")
