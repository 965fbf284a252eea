# Indirect effects on ../regression_q93/q93.csv with lavaan and base R. Rscript mediation.R > expected.json
suppressMessages(library(lavaan))
d <- read.csv("../regression_q93/q93.csv")
d$PRO4 <- 6 - d$PRO4; d$APP5 <- 6 - d$APP5
score <- function(p) { x <- d[paste0(p, 1:5)]; ifelse(rowSums(!is.na(x)) >= 4, rowMeans(x, na.rm = TRUE), NA) }
for (s in list(c("pay", "PAY"), c("promotion", "PRO"), c("fairness", "APP"), c("recognition", "REC"), c("motivation", "MOT"))) d[[s[1]]] <- score(s[2])
n <- function(x) format(x, digits = 15)
field <- function(name, x) sprintf('"%s": %s', name, if (length(x) == 1) n(x) else paste0("[", paste(sapply(x, n), collapse = ", "), "]"))
object <- function(x) paste0("{", paste(mapply(field, names(x), x), collapse = ", "), "}")

# simple: jackknife and delta-method values from base R
z <- na.omit(d[c("fairness", "recognition", "motivation")]); names(z) <- c("x", "m", "y")
A <- lm(m ~ x, z); B <- lm(y ~ x + m, z); C <- lm(y ~ x, z)
ab <- coef(A)[["x"]] * coef(B)[["m"]]
sa <- coef(summary(A))["x", 2]; sb <- coef(summary(B))["m", 2]
se <- sqrt(coef(A)[["x"]]^2 * sb^2 + coef(B)[["m"]]^2 * sa^2)
jack <- sapply(seq_len(nrow(z)), function(i) coef(lm(m ~ x, z[-i, ]))[["x"]] * coef(lm(y ~ x + m, z[-i, ]))[["m"]])
u <- mean(jack) - jack
simple <- list(n = nrow(z), a = coef(A)[["x"]], b = coef(B)[["m"]], c = coef(C)[["x"]], c_prime = coef(B)[["x"]],
  se_a = sa, se_b = sb, p_a = coef(summary(A))["x", 4], p_b = coef(summary(B))["m", 4], indirect = ab,
  sobel_se = se, sobel_z = ab / se, sobel_p = 2 * pnorm(-abs(ab / se)),
  acceleration = sum(u^3) / (6 * sum(u^2)^1.5), partial = ab / sd(z$y), complete = ab * sd(z$x) / sd(z$y))
# 20,000 resamples of rows
set.seed(1)
q <- as.matrix(z)
draws <- replicate(20000, { w <- q[sample.int(nrow(q), replace = TRUE), ]
  .lm.fit(cbind(1, w[, 1]), w[, 2])$coefficients[2] * .lm.fit(cbind(1, w[, 1:2]), w[, 3])$coefficients[3] })
z0 <- qnorm(mean(draws < ab)); k <- z0 + qnorm(c(.025, .975))
simple <- c(simple, list(boot_se = sd(draws), percentile = as.numeric(quantile(draws, c(.025, .975))),
  bca = as.numeric(quantile(draws, pnorm(z0 + k / (1 - simple$acceleration * k))))))

# parallel and serial, with covariates: lavaan 0.6
z <- na.omit(d[c("pay", "promotion", "recognition", "motivation", "gender")])
z$g <- as.numeric(z$gender == 2)
zs <- na.omit(d[c("pay", "promotion", "fairness", "recognition", "motivation", "gender")])
zs$g <- as.numeric(zs$gender == 2)
par <- sem("promotion ~ a1*pay + g\nrecognition ~ a2*pay + g\nmotivation ~ cp*pay + b1*promotion + b2*recognition + g\npromotion ~~ recognition\ni1 := a1*b1\ni2 := a2*b2\ntotal := i1 + i2\ncontrast := i1 - i2", z)
ser <- sem("promotion ~ a1*pay + g\nfairness ~ a2*pay + d12*promotion + g\nrecognition ~ a3*pay + d13*promotion + d23*fairness + g\nmotivation ~ cp*pay + b1*promotion + b2*fairness + b3*recognition + g\ni1 := a1*b1\ni2 := a2*b2\ni3 := a3*b3\ni12 := a1*d12*b2\ni13 := a1*d13*b3\ni23 := a2*d23*b3\ni123 := a1*d12*d23*b3\ntotal := i1 + i2 + i3 + i12 + i13 + i23 + i123", zs)
values <- function(fit, keep) { p <- parameterEstimates(fit); p <- p[p$label %in% keep, ]; setNames(as.list(p$est), p$label) }
errors <- function(fit, keep) { p <- parameterEstimates(fit); p <- p[p$label %in% keep, ]; setNames(as.list(p$se), paste0("se_", p$label)) }
pk <- c("a1", "a2", "cp", "b1", "b2", "i1", "i2", "total", "contrast")
parallel <- c(list(n = nrow(z)), values(par, pk), errors(par, c("a1", "b1", "cp")), list(sd_x = sd(z$pay), sd_y = sd(z$motivation)))
sk <- c("a1", "a2", "a3", "d12", "d13", "d23", "cp", "b1", "b2", "b3", "i1", "i2", "i3", "i12", "i13", "i23", "i123", "total")
serial <- c(list(n = nrow(zs)), values(ser, sk))

# first-stage moderated mediation: index and conditional indirect effects (lavaan), W = fairness, held at its values
z <- na.omit(d[c("pay", "fairness", "recognition", "motivation", "gender")])
z$g <- as.numeric(z$gender == 2)
z$x <- z$pay - mean(z$pay); z$w <- z$fairness - mean(z$fairness); z$xw <- z$x * z$w
mm <- sem("recognition ~ a1*x + a2*w + a3*xw + g\nmotivation ~ cp*x + b*recognition + g", z)
e <- values(mm, c("a1", "a2", "a3", "cp", "b"))
moderated <- c(list(n = nrow(z)), e, list(index = e$a3 * e$b, at = as.numeric(c(-1, 0, 1) * sd(z$w)),
  conditional = as.numeric((e$a1 + e$a3 * c(-1, 0, 1) * sd(z$w)) * e$b)))
cat("{\n  ", paste(sprintf('"%s": %s', c("simple", "parallel", "serial", "moderated"), c(object(simple), object(parallel), object(serial), object(moderated))), collapse = ",\n  "), "\n}\n", sep = "")
