# The same model fitted again to given resamples of rows. Run: Rscript bootstrap.R (R 4.2.2, lavaan 0.6.14)
# holzinger.csv complete (ML); q93.csv of tests/golden/scales with missing answers (FIML)
suppressPackageStartupMessages({ library(lavaan); library(jsonlite) })
refit <- function(model, d, ...) { first <- cfa(model, d, ...); f <- cfa(model, d, start = first, ...)
  s <- standardizedSolution(f, se = FALSE); p <- parameterEstimates(f, se = FALSE); l <- s[s$op == "=~", ]
  list(loadings = l$est.std, r = s$est.std[s$op == "~~" & s$lhs != s$rhs & s$lhs %in% l$lhs], smallest_error = min(p$est[p$op == "~~" & p$lhs == p$rhs])) }
set.seed(20200711)
hs <- read.csv("holzinger.csv"); n <- nrow(hs)
draws <- lapply(1:20, function(i) sample.int(n, n, TRUE))
model <- "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9"
complete <- lapply(draws, function(rows) c(list(rows = rows), refit(model, hs[rows, ])))
q <- read.csv("../scales/q93.csv"); q$PRO4 <- 6 - q$PRO4; q$APP5 <- 6 - q$APP5
model <- "promotion =~ PRO1 + PRO2 + PRO3 + PRO4 + PRO5\nfairness =~ APP1 + APP2 + APP3 + APP4 + APP5"
n <- nrow(q); draws <- lapply(1:10, function(i) sample.int(n, n, TRUE))
missing <- lapply(draws, function(rows) c(list(rows = rows), refit(model, q[rows, ], missing = "ml", em.h1.iter.max = 50000L)))
writeLines(toJSON(list(complete = complete, missing = missing), digits = 10, auto_unbox = TRUE), "bootstrap.json")
