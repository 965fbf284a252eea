# Base R only: eigen() for AHP, and entropy, CRITIC, TOPSIS and fuzzy evaluation written from the papers' formulas.
out <- function(x) paste0("[", paste(sprintf("%.15g", x), collapse = ", "), "]")
ahp <- function(m) { e <- eigen(m); l <- Re(e$values[1]); w <- abs(Re(e$vectors[, 1])); list(w = w / sum(w), l = l) }
recip <- function(k, upper) { m <- diag(k); at <- 1
  for (i in 1:(k - 1)) for (j in (i + 1):k) { m[i, j] <- upper[at]; m[j, i] <- 1 / upper[at]; at <- at + 1 }; m }
wealth <- recip(7, c(4,9,6,6,5,5, 7,5,5,3,4, 1/5,1/5,1/7,1/5, 1,1/3,1/3, 1/3,1/3, 2))
house <- recip(8, c(5,3,7,6,6,1/3,1/4, 1/3,5,3,3,1/5,1/7, 6,3,4,6,1/5, 1/3,1/4,1/7,1/8, 1/2,1/5,1/6, 1/5,1/6, 1/2))
fighters <- rbind(c(2, 1500, 20000, 5.5, 5, 9), c(2.5, 2700, 18000, 6.5, 3, 5), c(1.8, 2000, 21000, 4.5, 7, 7), c(2.2, 1800, 20000, 5, 5, 5))
shannon <- function(x) { p <- sweep(x, 2, colSums(x), "/"); d <- 1 + colSums(p * log(p)) / log(nrow(x)); d / sum(d) }
closeness <- function(x, w, cost) { r <- sweep(sweep(x, 2, sqrt(colSums(x^2)), "/"), 2, w, "*"); r[, cost] <- -r[, cost]
  up <- sqrt(rowSums(sweep(r, 2, apply(r, 2, max))^2)); down <- sqrt(rowSums(sweep(r, 2, apply(r, 2, min))^2)); down / (up + down) }
experts <- list(recip(5, c(1,3,1/2,2, 2,1/2,1, 1/3,1/2, 2)), recip(5, c(2,4,1,1, 3,1/2,1/2, 1/4,1/3, 1)), recip(5, c(1,2,1/3,1, 3,1/2,2, 1/5,1/2, 3)))
aij <- ahp(exp(Reduce(`+`, lapply(experts, log)) / 3))
set.seed(1)
x <- round(matrix(rnorm(60, c(82, 78, 85, 75, 88), c(3, 8, 5, 6, 2)), 12, 5, byrow = TRUE), 1)
entropy <- shannon(x)
z <- apply(x, 2, function(v) (v - min(v)) / (max(v) - min(v))); inf <- apply(z, 2, sd) * colSums(1 - cor(z)); critic <- inf / sum(inf)
w <- c(.2, .25, .15, .3, .1)
y <- x[, 1] + seq(-4, 4, length.out = 12) * c(1, -1)
# one person whose five dimensions were rated twelve times: shares of the grades, joined under both pairs of operators
share <- t(apply(x, 2, function(v) table(cut(v, c(-Inf, 60, 75, 90, Inf), right = FALSE))[4:1] / length(v)))
average <- drop(crossprod(w, share))
cautious <- apply(pmin(share, w), 2, max); cautious <- cautious / sum(cautious)
cat("{\n")
cat('"version": "', R.version.string, '",\n', sep = "")
cat('"wealth": {"weights": ', out(ahp(wealth)$w), ', "lambda_max": ', sprintf("%.15g", ahp(wealth)$l), '},\n', sep = "")
cat('"house": {"weights": ', out(ahp(house)$w), ', "lambda_max": ', sprintf("%.15g", ahp(house)$l), '},\n', sep = "")
cat('"fighters": {"entropy": ', out(shannon(fighters)), ', "topsis": ', out(closeness(fighters, c(.2, .1, .1, .1, .2, .3), c(FALSE, FALSE, FALSE, TRUE, FALSE, FALSE))), '},\n', sep = "")
cat('"aij": {"weights": ', out(aij$w), ', "lambda_max": ', sprintf("%.15g", aij$l), '},\n', sep = "")
cat('"scores": [', paste(apply(x, 1, out), collapse = ",\n"), '],\n', sep = "")
cat('"entropy": ', out(entropy), ',\n"critic": ', out(critic), ',\n"given": ', out(w), ',\n"topsis": ', out(closeness(x, w, rep(FALSE, 5))), ',\n', sep = "")
cat('"other": ', out(y), ',\n"spearman": ', sprintf("%.15g", cor(x[, 1], y, method = "spearman")), ',\n"kendall": ', sprintf("%.15g", cor(x[, 1], y, method = "kendall")), ',\n', sep = "")
cat('"fuzzy": {"average": ', out(average), ', "cautious": ', out(cautious), ', "points": ', sprintf("%.15g", sum(average * c(95, 82.5, 67.5, 30))), '},\n', sep = "")
t <- t.test(x[, 1] - x[, 4]); cat('"severity": {"effect": ', sprintf("%.15g", t$estimate), ', "low": ', sprintf("%.15g", t$conf.int[1]), ', "high": ', sprintf("%.15g", t$conf.int[2]), ', "p": ', sprintf("%.15g", t$p.value), '}\n}\n', sep = "")
