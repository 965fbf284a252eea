# Polychoric correlations (two-step, no continuity correction), thresholds, ordinal alpha and omega.
# Usage: Rscript make.R FOLDER   (reads q93.csv of ../scales, writes bfi_500.csv and expected.json)
suppressPackageStartupMessages({ library(jsonlite); library(psych); library(lavaan); library(mnormt) })
folder <- commandArgs(TRUE)[1]
source_bfi <- if (requireNamespace("psychTools", quietly = TRUE)) psychTools::bfi else psych::bfi
bfi <- na.omit(source_bfi[1:25])[1:500, ]
write.csv(bfi, file.path(folder, "bfi_500.csv"), row.names = FALSE, quote = FALSE)
q <- read.csv(file.path(folder, "..", "scales", "q93.csv"))
for (i in c("PRO4", "APP5")) q[[i]] <- 6 - q[[i]]
sets <- list(
  q93_pay = na.omit(q[paste0("PAY", 1:5)]), q93_promotion = na.omit(q[paste0("PRO", 1:5)]),
  q93_motivation = na.omit(q[paste0("MOT", 1:5)]), bfi_agree = bfi[1:5], bfi_neuro = bfi[16:20], bfi_all = bfi
)
# the two-step maximum once more, by R's optimizer at its finest tolerance on mnormt's integral
exact <- function(x, y) {
  counts <- table(x, y); n <- sum(counts)
  a <- c(-Inf, qnorm(cumsum(rowSums(counts))[-nrow(counts)] / n), Inf)
  b <- c(-Inf, qnorm(cumsum(colSums(counts))[-ncol(counts)] / n), Inf)
  cells <- which(counts > 0, arr.ind = TRUE)
  likelihood <- function(rho) sum(apply(cells, 1, function(at) {
    p <- biv.nt.prob(0, c(a[at[1]], b[at[2]]), c(a[at[1] + 1], b[at[2] + 1]), c(0, 0), matrix(c(1, rho, rho, 1), 2))
    counts[at[1], at[2]] * log(max(p, 1e-300))
  }))
  optimize(likelihood, c(-.99, .99), maximum = TRUE, tol = 1e-10)$maximum
}
out <- lapply(names(sets), function(name) {
  z <- sets[[name]]; k <- ncol(z)
  fit <- lavCor(z, ordered = names(z), output = "est", missing = "listwise")
  rho <- unclass(lavCor(z, ordered = names(z), missing = "listwise"))
  p <- suppressWarnings(psych::polychoric(z, correct = 0, global = FALSE))$rho
  found <- list(
    names = names(z), n = nrow(z), lavaan = matrix(as.numeric(rho), k), psych = matrix(as.numeric(p), k),
    thresholds = lapply(names(z), function(i) { v <- fit[fit$op == "|" & fit$lhs == i, ]; as.numeric(v$est) }),
    smallest_eigenvalue = min(eigen(matrix(as.numeric(rho), k))$values)
  )
  if (k == 5) {
    found$optimize <- outer(1:5, 1:5, Vectorize(function(i, j) if (i == j) 1 else exact(z[[i]], z[[j]])))
    found$optimize <- (found$optimize + t(found$optimize)) / 2 # alpha() and fa() take anything else for raw data
    one <- suppressMessages(suppressWarnings(fa(found$optimize, 1, fm = "minres"))); l <- one$loadings[, 1]
    found$alpha <- suppressWarnings(psych::alpha(found$optimize, warnings = FALSE))$total$raw_alpha
    found$omega <- sum(l)^2 / (sum(l)^2 + sum(1 - l^2))
    found$loadings <- as.numeric(l)
  }
  found
})
names(out) <- names(sets)
versions <- list(R = R.version.string, psych = as.character(packageVersion("psych")), lavaan = as.character(packageVersion("lavaan")), mnormt = as.character(packageVersion("mnormt")))
writeLines(toJSON(c(list(versions = versions), out), digits = 12, auto_unbox = TRUE, matrix = "rowmajor"), file.path(folder, "expected.json"))
