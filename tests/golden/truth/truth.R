# What the shipped populations imply, from populations.json alone. R 4.2.2, pbivnorm 0.6.0, lavaan 0.6-14, MASS 7.3-58.2.
# Rscript truth.R > expected.json   (about three minutes)
# All items have five answers at thresholds -1.5, -0.5, 0.5, 1.5; group effects left out.
suppressMessages({library(jsonlite); library(pbivnorm); library(lavaan); library(MASS)})
populations <- read_json("populations.json", simplifyVector = FALSE)
num <- function(x) as.numeric(unlist(x))
latent <- function(p) {
  names <- unlist(p$names); k <- length(names); R <- diag(k)
  for (i in seq_len(k)) for (j in seq_len(i)) R[i, j] <- R[j, i] <- p$correlations[[i]][[j]]
  for (path in p$paths) {
    b <- sapply(names, function(n) if (is.null(path$weights[[n]])) 0 else path$weights[[n]])
    r <- drop(R %*% b); R <- rbind(cbind(R, r), c(r, 1)); names <- c(names, path$outcome)
  }
  dimnames(R) <- list(names, names); R
}
cut5 <- c(-1.5, -.5, .5, 1.5)
items <- function(p, R) do.call(rbind, lapply(colnames(R), function(s) {
  l <- num(p$scale[[s]]$loadings)
  data.frame(scale = s, item = seq_along(l), loading = l, level = p$scale[[s]]$level - num(p$scale[[s]]$difficulty))
}))
# a score of 1..5 is 1 + the number of thresholds passed, so moments are sums of normal probabilities
implied <- function(p) {
  R <- latent(p); it <- items(p, R); m <- nrow(it)
  above <- t(sapply(it$level, function(a) a - cut5))                # passed with probability pnorm(above)
  P <- pnorm(above); mean <- 1 + rowSums(P); S <- matrix(0, m, m)
  for (i in seq_len(m)) for (j in seq_len(i)) {
    if (i == j) { q <- outer(1:4, 1:4, pmax); e <- sum(P[i, ][q]) } else {
      r <- it$loading[i] * it$loading[j] * R[it$scale[i], it$scale[j]]
      g <- expand.grid(x = above[i, ], y = above[j, ]); e <- sum(pbivnorm(g$x, g$y, r))
    }
    S[i, j] <- S[j, i] <- e - sum(P[i, ]) * sum(P[j, ])
  }
  name <- paste0(it$scale, it$item); dimnames(S) <- list(name, name)
  list(R = R, items = it, mean = mean, S = S, name = name)
}
scores <- function(q) {
  s <- unique(q$items$scale); A <- sapply(s, function(x) (q$items$scale == x) / sum(q$items$scale == x))
  C <- t(A) %*% q$S %*% A
  alpha <- sapply(s, function(x) { w <- q$items$scale == x; k <- sum(w); V <- q$S[w, w]; k / (k - 1) * (1 - sum(diag(V)) / sum(V)) })
  list(names = s, mean = drop(t(A) %*% q$mean), cov = C, alpha = alpha)
}
slope <- function(C, y, x) setNames(drop(solve(C[x, x], C[x, y])), x)
mediated <- function(C, x, m, y, serial) {
  b <- slope(C, y, c(x, m)); e <- list(direct = b[[x]], total = slope(C, y, x)[[x]])
  a <- lapply(seq_along(m), function(i) slope(C, m[i], c(x, if (serial) m[seq_len(i - 1)])))
  for (i in seq_along(m)) e[[paste0("indirect_", i)]] <- a[[i]][[x]] * b[[m[i]]]
  if (serial && length(m) == 2) e$indirect_1_2 <- a[[1]][[x]] * a[[2]][[m[1]]] * b[[m[2]]]
  e
}
factors <- function(q, s) {
  w <- q$items$scale %in% s
  f <- cfa(paste(sapply(s, function(x) paste(x, "=~", paste(q$name[q$items$scale == x], collapse = "+"))), collapse = "\n"),
           sample.cov = q$S[w, w], sample.nobs = 1e6, std.lv = TRUE)
  z <- standardizedSolution(f)
  list(loadings = split(z$est.std[z$op == "=~"], factor(z$lhs[z$op == "=~"], s)), correlations = z$est.std[z$op == "~~" & z$lhs != z$rhs & z$lhs %in% s])
}
draw <- function(q, p, n) {
  f <- mvrnorm(n, rep(0, ncol(q$R)), q$R)
  x <- sapply(seq_len(nrow(q$items)), function(i) {
    it <- q$items[i, ]; findInterval(it$level + it$loading * f[, it$scale] + sqrt(1 - it$loading^2) * rnorm(n), cut5) + 1 })
  d <- as.data.frame(sapply(unique(q$items$scale), function(s) rowMeans(x[, q$items$scale == s])))
  for (l in names(p$leaning)) { g <- p$leaning[[l]]
    d[[l]] <- findInterval(g$loading * f[, g$factor] + sqrt(1 - g$loading^2) * rnorm(n), num(g$thresholds)) + 1 }
  d
}
set.seed(1); out <- list(); Q <- lapply(populations, implied)
for (study in names(populations)) { q <- Q[[study]]; s <- scores(q)
  out[[study]] <- list(scales = s$names, means = s$mean, sds = sqrt(diag(s$cov)), alphas = s$alpha,
    correlations = unname(cov2cor(s$cov)), item_means = split(q$mean, factor(q$items$scale, s$names))) }
C <- lapply(Q, function(q) scores(q)$cov)
out$retention$mediation <- list(pay = mediated(C$retention, "pay", "satisfaction", "stay", FALSE), workload = mediated(C$retention, "workload", "satisfaction", "stay", FALSE),
  serial = mediated(C$retention, "pay", c("promotion", "satisfaction"), "stay", TRUE))
out$career$mediation <- list(distributive = mediated(C$career, "distributive", "motivation", "leaving", FALSE))
out$retention$cfa <- factors(Q$retention, c("workload", "living", "pay", "promotion", "training", "care"))
out$career$cfa <- factors(Q$career, c("distributive", "procedural", "interactional"))
d <- draw(Q$incentives, populations$incentives, 2e6)
d$x <- d$pay - mean(d$pay); d$w <- d$fairness - mean(d$fairness); m <- coef(summary(lm(motivation ~ x * w, d)))
out$incentives$moderation <- list(product = m["x:w", 1], se = m["x:w", 2])
d <- draw(Q$retention, populations$retention, 2e6)
d$x <- d$workload - mean(d$workload); d$w <- d$care - mean(d$care); a3 <- coef(summary(lm(satisfaction ~ x * w, d)))["x:w", ]
out$retention$index <- list(value = a3[[1]] * slope(C$retention, "stay", c("workload", "satisfaction"))[["satisfaction"]], se = a3[[2]])
k <- c("workload", "living", "pay", "promotion", "training", "care", "satisfaction")
o <- polr(reformulate(k, "factor(stay_years)"), d[1:400000, ], Hess = TRUE); o <- coef(summary(o))[k, ]
out$retention$logit <- list(names = k, b = unname(o[, 1]), se = unname(o[, 2]))
d <- draw(Q$career, populations$career, 2e6)
g <- coef(summary(glm(I(considered == 1) ~ fit + distributive, binomial, d)))[c("fit", "distributive"), ]
out$career$logit <- list(names = rownames(g), b = unname(g[, 1]), se = unname(g[, 2]))
cat(toJSON(out, digits = 12, auto_unbox = TRUE, pretty = 1), "\n")
