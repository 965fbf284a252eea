# Shares of R2 of motivation among the five other scales of the 93-person questionnaire (../regression_q93/q93.csv):
# LMG as the average over all 120 orders of entry, each R2 from lm(); Johnson's relative weights by svd of the
# standardized predictors; r, standardized coefficients and the F test from lm(). Base R only.
d <- read.csv("../regression_q93/q93.csv")
prefix <- c(motivation = "MOT", pay = "PAY", promotion = "PRO", training = "TRA", appraisal_fairness = "APP", recognition = "REC")
for (item in c("PRO4", "APP5")) d[[item]] <- 6 - d[[item]]
score <- function(p) { x <- d[paste0(p, 1:5)]; ifelse(rowSums(!is.na(x)) >= 4, rowMeans(x, na.rm = TRUE), NA) }
s <- na.omit(as.data.frame(lapply(prefix, score)))
y <- "motivation"; x <- setdiff(names(s), y); k <- length(x)
r2 <- function(v) if (length(v)) summary(lm(reformulate(v, y), s))$r.squared else 0
orders <- function(v) if (length(v) <= 1) list(v) else
  do.call(c, lapply(seq_along(v), function(i) lapply(orders(v[-i]), function(o) c(v[i], o))))
all <- orders(x); share <- setNames(numeric(k), x)
for (o in all) for (i in seq_along(o)) share[o[i]] <- share[o[i]] + r2(o[1:i]) - r2(o[seq_len(i - 1)])
share <- share / length(all)
Z <- scale(s); v <- svd(Z[, x]); W <- v$u %*% t(v$v)
weights <- as.vector(cor(s[x], W)^2 %*% cor(W, s[[y]])^2)
fit <- summary(lm(motivation ~ ., as.data.frame(Z)))
num <- function(x) paste0("[", paste(format(unname(x), digits = 15), collapse = ", "), "]")
names_ <- paste0("[", paste0('"', x, '"', collapse = ", "), "]")
writeLines(sprintf('{"names": %s,\n "n": %d, "r2": %s, "f": %s, "df": [%d, %d], "p": %s,\n "lmg": %s,\n "weights": %s,\n "r": %s,\n "r_p": %s,\n "beta": %s,\n "beta_p": %s}',
  names_, nrow(s), format(fit$r.squared, digits = 15), format(fit$fstatistic[[1]], digits = 15), as.integer(fit$fstatistic[[2]]), as.integer(fit$fstatistic[[3]]),
  format(pf(fit$fstatistic[[1]], fit$fstatistic[[2]], fit$fstatistic[[3]], lower.tail = FALSE), digits = 15),
  num(share), num(weights), num(cor(s[x], s[[y]])), num(sapply(x, function(v) cor.test(s[[v]], s[[y]])$p.value)), num(coef(fit)[x, 1]), num(coef(fit)[x, 4])), "expected.json")
