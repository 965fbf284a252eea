# Reference numbers for scales: descriptives, reliability, factor analysis.
# usage: Rscript make.R BFI      writes q93.json, bfi.json and attitude.json beside itself
# BFI is write.csv(psychTools::bfi, row.names = FALSE, na = "") of psychTools 2.2.9; of it only the moments are kept here
suppressPackageStartupMessages({ library(psych); library(GPArotation); library(e1071); library(jsonlite) })

describe1 <- function(x) { x <- x[!is.na(x)]; m <- length(x)
  se <- sqrt(6 * m * (m - 1) / ((m - 2) * (m + 1) * (m + 3)))
  q <- unname(quantile(x, c(.25, .5, .75), type = 6))
  list(n = m, mean = mean(x), sd = sd(x), se = sd(x) / sqrt(m), median = median(x), min = min(x), max = max(x), q1 = q[1], q3 = q[3],
    skewness = skewness(x, type = 2), kurtosis = kurtosis(x, type = 2),
    se_skewness = se, se_kurtosis = 2 * se * sqrt((m^2 - 1) / ((m - 3) * (m + 5)))) }

# factanal with its tightest tolerance: psych's and lavaan's optimisers stop at about 1e-6
ml_fit <- function(R, n, m) factanal(covmat = list(cov = R, n.obs = n), factors = m, rotation = "none",
  control = list(nstart = 3, opt = list(maxit = 20000, factr = 10)))

reliability1 <- function(d) { d <- na.omit(d); k <- ncol(d); n <- nrow(d); S <- cov(d); tot <- rowSums(d)
  a <- psych::alpha(d, check.keys = FALSE)
  out <- list(n = n, alpha = a$total$raw_alpha, alpha_standardized = a$total$std.alpha, mean_r = a$total$average_r,
    alpha_low = a$feldt$lower.ci[[1]], alpha_high = a$feldt$upper.ci[[1]],
    item_rest_r = sapply(1:k, function(j) cor(d[, j], tot - d[, j])), alpha_if_dropped = a$alpha.drop$raw_alpha,
    mean_if_dropped = sapply(1:k, function(j) mean(tot - d[, j])), variance_if_dropped = sapply(1:k, function(j) var(tot - d[, j])))
  f <- ml_fit(cor(d), n, 1); s <- apply(d, 2, sd); l <- f$loadings[, 1] * s; if (sum(l) < 0) l <- -l
  out$loadings <- unname(l / s); out$omega_total <- sum(l)^2 / (sum(l)^2 + sum(f$uniquenesses * s^2))
  size <- ceiling(.27 * n); o <- sort(tot); lo <- tot <= o[size]; hi <- tot >= o[n - size + 1]
  tt <- function(pooled) lapply(1:k, function(j) { t <- t.test(d[hi, j], d[lo, j], var.equal = pooled); list(t = unname(t$statistic), df = unname(t$parameter), p = t$p.value) })
  out$critical_ratio <- list(n_low = sum(lo), n_high = sum(hi), welch = tt(FALSE), student = tt(TRUE)); out }

# minimum residual by nlminb to 1e-15: the sum of squared small eigenvalues of R - psi, half
minres_fit <- function(R, m) { k <- ncol(R)
  f <- function(p) sum(eigen(R - diag(p), TRUE, TRUE)$values[-(1:m)]^2) / 2
  g <- function(p) { e <- eigen(R - diag(p), TRUE); -colSums(t(e$vectors[, -(1:m), drop = FALSE]^2) * e$values[-(1:m)]) }
  o <- nlminb(1 / diag(solve(R)), f, g, lower = .005, upper = 1, control = list(rel.tol = 1e-15, x.tol = 1e-15, iter.max = 5000, eval.max = 5000))
  e <- eigen(R - diag(o$par), TRUE); e$vectors[, 1:m] %*% diag(sqrt(e$values[1:m]), m) }

rotated <- function(L) {
  ob <- oblimin(L, eps = 1e-7, maxit = 5000); obk <- oblimin(L, eps = 1e-7, maxit = 5000, normalize = TRUE)
  va <- stats::varimax(L, normalize = TRUE, eps = 1e-15); class(va$loadings) <- "matrix"
  pr <- stats::promax(va$loadings, m = 4); U <- solve(t(pr$rotmat) %*% pr$rotmat); D <- diag(1 / sqrt(diag(U)))
  list(communality = rowSums(L^2), oblimin = list(loadings = unclass(ob$loadings), phi = ob$Phi), oblimin_kaiser = list(loadings = unclass(obk$loadings), phi = obk$Phi),
    varimax = unclass(va$loadings), promax = list(loadings = unclass(pr$loadings), phi = D %*% U %*% D)) }

factors <- function(d, m) { d <- na.omit(d); R <- cor(d); n <- nrow(d); k <- KMO(R); b <- cortest.bartlett(R, n)
  f <- ml_fit(R, n, m); mlL <- unclass(f$loadings); attributes(mlL) <- list(dim = dim(mlL))
  e <- eigen(R, TRUE); pc <- e$vectors[, 1:m] %*% diag(sqrt(e$values[1:m]), m)
  set.seed(1); sim <- replicate(2000, eigen(cor(matrix(rnorm(n * ncol(d)), n)), TRUE, TRUE)$values)
  list(n = n, factors = m, kmo = k$MSA, msa = unname(k$MSAi), chi2 = b$chisq, df = b$df, p = b$p.value, eigenvalues = e$values,
    ml = c(list(uniqueness = unname(f$uniquenesses)), rotated(mlL)), minres = rotated(minres_fit(R, m)), components = rotated(pc),
    harman_percent = 100 * e$values[1] / ncol(d), parallel_mean = rowMeans(sim), parallel_q95 = apply(sim, 1, quantile, .95)) }

save <- function(x, f) { x$meta <- list(R = R.version.string, packages = as.list(sapply(c("psych", "GPArotation", "e1071"), function(p) as.character(packageVersion(p)))))
  write(toJSON(x, digits = I(17), auto_unbox = TRUE, na = "null", matrix = "rowmajor", pretty = 1), f) }

d <- read.csv("q93.csv"); for (v in c("PRO4", "APP5")) d[[v]] <- 6 - d[[v]]
sets <- list(pay = "PAY", promotion = "PRO", training = "TRA", appraisal = "APP", recognition = "REC", motivation = "MOT")
items <- unlist(lapply(sets, paste0, 1:5), use.names = FALSE)
mr <- d[paste0("MR", 1:6)]; ticked <- strsplit(d$MRTEXT, ", ", fixed = TRUE)
save(list(items = items, describe = lapply(d[items], describe1), reliability = lapply(sets, function(s) reliability1(d[paste0(s, 1:5)])), factors = factors(d[items], 6),
  multiple = list(counts = unname(colSums(mr)), cases = sum(rowSums(mr) > 0), responses = sum(mr), from_text = sum(lengths(ticked)))), "q93.json")

b <- read.csv(commandArgs(TRUE)[1])[1:25]; for (v in c("A1", "C4", "C5", "E1", "E2", "O2", "O5")) b[[v]] <- 7 - b[[v]]; b <- na.omit(b)
save(list(items = names(b), moments = list(n = nrow(b), mean = unname(colMeans(b)), cov = unname(cov(b))),
  reliability = lapply(list(agreeable = 1:5, conscientious = 6:10, extravert = 11:15, neurotic = 16:20, open = 21:25), function(i) reliability1(b[i])), factors = factors(b, 5)), "bfi.json")

a <- read.csv("attitude.csv")
save(list(items = names(a), describe = lapply(a, describe1), reliability = list(all = reliability1(a)), factors = factors(a, 2)), "attitude.json")
