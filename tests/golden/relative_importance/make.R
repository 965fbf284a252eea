# Expected shares of R2: LMG as the average over all orders, from lm() on every subset; Johnson's relative
# weights by svd of the standardized predictors; paired t tests by t.test with p.adjust. Base R 4.2.
lmg <- function(d, y) {
  x <- setdiff(names(d), y); k <- length(x)
  r2 <- function(s) if (length(s)) summary(lm(reformulate(s, y), d))$r.squared else 0
  orders <- function(v) if (length(v) <= 1) list(v) else
    do.call(c, lapply(seq_along(v), function(i) lapply(orders(v[-i]), function(o) c(v[i], o))))
  all <- orders(x); share <- setNames(numeric(k), x)
  for (o in all) for (i in seq_along(o)) share[o[i]] <- share[o[i]] + r2(o[1:i]) - r2(o[seq_len(i - 1)])
  share / length(all)
}
johnson <- function(d, y) {
  X <- scale(as.matrix(d[setdiff(names(d), y)])); n <- nrow(X); s <- svd(X)
  Z <- s$u %*% t(s$v)
  lambda <- cor(X, Z); beta <- cor(Z, d[[y]])
  setNames(as.vector(lambda^2 %*% beta^2), colnames(X))
}
sets <- list(attitude = list(attitude, "rating"), swiss = list(swiss, "Fertility"), mtcars = list(mtcars[c("mpg", "wt", "hp", "qsec", "disp")], "mpg"))
num <- function(x) paste0("[", paste(format(unname(x), digits = 15), collapse = ", "), "]")
lines <- c()
for (name in names(sets)) {
  d <- sets[[name]][[1]]; y <- sets[[name]][[2]]; d <- d[c(y, setdiff(names(d), y))]
  write.csv(d, paste0(name, ".csv"), row.names = FALSE)
  lines <- c(lines, sprintf('"%s": {"r2": %s, "lmg": %s, "weights": %s}', name,
    format(summary(lm(reformulate(names(d)[-1], y), d))$r.squared, digits = 15), num(lmg(d, y)), num(johnson(d, y))))
}
# pairs of attitude as if importance and performance
t <- lapply(list(c("rating", "complaints"), c("privileges", "learning"), c("raises", "critical")), function(p)
  t.test(attitude[[p[2]]], attitude[[p[1]]], paired = TRUE))
p <- sapply(t, `[[`, "p.value")
lines <- c(lines, sprintf('"paired": {"t": %s, "p": %s, "holm": %s, "difference": %s, "low": %s, "high": %s}', num(sapply(t, `[[`, "statistic")),
  num(p), num(p.adjust(p, "holm")), num(sapply(t, `[[`, "estimate")), num(sapply(t, function(x) x$conf.int[1])), num(sapply(t, function(x) x$conf.int[2]))))
writeLines(paste0("{", paste(lines, collapse = ",\n "), "}"), "expected.json")
