# Expected shares of R2 of many single items (k = 20, beyond all-subsets averaging): Johnson's relative weights by svd of
# the standardized items, means with t intervals, quadrants by the means of both. R 4.2, data bfi of psych 2.2.9.
d <- psych::bfi[1:400, 1:25]; d <- d[complete.cases(d), ]
y <- rowMeans(d[, c("A2", "A3", "A4", "A5")])
X <- as.matrix(d[, setdiff(names(d), paste0("A", 1:5))])
write.csv(cbind(outcome = y * 4, X), "items.csv", row.names = FALSE)  # a sum: whole numbers
s <- svd(scale(X)); Z <- s$u %*% t(s$v)
w <- as.vector(cor(X, Z)^2 %*% as.vector(cor(Z, y))^2)
share <- w / sum(w); m <- colMeans(X)
half <- qt(.975, nrow(X) - 1) * apply(X, 2, sd) / sqrt(nrow(X))
quadrant <- ifelse(share >= mean(share), 0, 2) + ifelse(m >= mean(m), 1, 0)
num <- function(x) paste0("[", paste(format(unname(x), digits = 15), collapse = ", "), "]")
fit <- summary(lm(y ~ X))
writeLines(sprintf('{"n": %d, "r2": %s, "r2_adjusted": %s, "share": %s,\n "mean": %s, "low": %s, "high": %s, "quadrant": %s}', nrow(X),
  format(fit$r.squared, digits = 15), format(fit$adj.r.squared, digits = 15), num(share), num(m), num(m - half), num(m + half), num(quadrant)), "items.json")
