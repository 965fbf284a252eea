# Expected numbers of ranking questions. R 4.2, base only: friedman.test for the concordance, and the
# Plackett-Luce likelihood written out and maximised by optim (BFGS), information by optimHess.
set.seed(42)
k <- 5; n <- 60
u <- c(0.8, 0.1, 0, 1.2, -0.3)
full <- t(replicate(n, rank(-(u - log(-log(runif(k)))))))
part <- full; part[part > 2] <- NA            # only the first two places were asked for
write.csv(full, "full.csv", row.names = FALSE); write.csv(part, "part.csv", row.names = FALSE, na = "")
tied <- full[1:12, ]; tied[tied == 2] <- 1.5; tied[tied == 1] <- 1.5; tied[3, ] <- c(1, 2.5, 2.5, 4, 5)
write.csv(tied, "tied.csv", row.names = FALSE)
nll <- function(free, ranks) {
  theta <- c(0, free); total <- 0
  for (i in seq_len(nrow(ranks))) {
    r <- ranks[i, ]; left <- seq_len(k)
    for (s in sort(r[!is.na(r)])) {
      best <- which(r == s)
      total <- total + theta[best] - log(sum(exp(theta[left])))
      left <- setdiff(left, best)
    }
  }
  -total
}
gradient <- function(free, ranks) {
  theta <- c(0, free); g <- numeric(k)
  for (i in seq_len(nrow(ranks))) {
    r <- ranks[i, ]; left <- seq_len(k)
    for (s in sort(r[!is.na(r)])) {
      best <- which(r == s)
      g[best] <- g[best] + 1
      g[left] <- g[left] - exp(theta[left]) / sum(exp(theta[left]))
      left <- setdiff(left, best)
    }
  }
  -g[-1]
}
fit <- function(ranks) {
  o <- optim(rep(0, k - 1), nll, gradient, ranks = ranks, method = "BFGS",
             control = list(reltol = 1e-16, maxit = 1000))
  H <- optimHess(o$par, nll, gradient, ranks = ranks, control = list(ndeps = rep(1e-5, k - 1)))
  V <- matrix(0, k, k); V[-1, -1] <- solve(H)
  C <- diag(k) - 1 / k; theta <- c(0, o$par); V <- C %*% V %*% t(C)
  list(log_worth = theta - mean(theta), se = sqrt(diag(V)), share = exp(theta) / sum(exp(theta)), log_likelihood = -o$value)
}
W <- function(ranks) {
  f <- friedman.test(ranks); m <- nrow(ranks)
  list(m = m, chi2 = unname(f$statistic), df = unname(f$parameter), p = f$p.value, w = unname(f$statistic) / (m * (k - 1)))
}
num <- function(x) paste0("[", paste(format(x, digits = 15), collapse = ", "), "]")
obj <- function(l) paste0("{", paste(sprintf('"%s": %s', names(l), sapply(l, function(x)
  if (is.list(x)) obj(x) else if (length(x) > 1) num(x) else format(x, digits = 15))), collapse = ", "), "}")
mean_ci <- apply(full, 2, function(x) t.test(x)$conf.int)
out <- list(worth_full = fit(full), worth_part = fit(part), w_full = W(full), w_tied = W(tied),
            mean = colMeans(full), sd = apply(full, 2, sd), low = mean_ci[1, ], high = mean_ci[2, ],
            mean_rho = { r <- cor(t(full), method = "spearman"); mean(r[upper.tri(r)]) })
writeLines(c(obj(out)), "expected.json")
cat(R.version.string, "\n")
