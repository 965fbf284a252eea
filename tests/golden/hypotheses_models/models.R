# Interaction, binary and ordinal logit, cross table on ../regression_q93/q93.csv with base R and MASS; R 4.2.2.
# Rscript models.R > expected.json
suppressMessages(library(MASS))
d <- read.csv("../regression_q93/q93.csv")
d$PRO4 <- 6 - d$PRO4; d$APP5 <- 6 - d$APP5
score <- function(p) { x <- d[paste0(p, 1:5)]; ifelse(rowSums(!is.na(x)) >= 4, rowMeans(x, na.rm = TRUE), NA) }
for (s in list(c("pay", "PAY"), c("promotion", "PRO"), c("training", "TRA"), c("fairness", "APP"), c("recognition", "REC"), c("motivation", "MOT"))) d[[s[1]]] <- score(s[2])
n <- function(x) format(x, digits = 15)
row <- function(estimate, low, high, statistic, p) sprintf('{"estimate": %s, "low": %s, "high": %s, "statistic": %s, "p": %s}', n(estimate), n(low), n(high), n(statistic), n(p))
c1 <- na.omit(d[c("motivation", "pay", "fairness")])
c1$x <- c1$pay - mean(c1$pay); c1$w <- c1$fairness - mean(c1$fairness)
m <- lm(motivation ~ x * w, c1); s <- coef(summary(m))["x:w", ]; ci <- confint(m)["x:w", ]
c2 <- na.omit(d[c("gender", "pay", "training", "recognition")])
g <- glm(I(gender == 1) ~ pay + training + recognition, binomial, c2, control = glm.control(epsilon = 1e-14, maxit = 60))
s2 <- coef(summary(g))["pay", ]; ci2 <- exp(s2[[1]] + c(-1, 1) * qnorm(.975) * s2[[2]])
b <- coef(g)[c("training", "recognition")]; v <- vcov(g)[c("training", "recognition"), c("training", "recognition")]
w <- drop(t(b) %*% solve(v) %*% b)
c3 <- na.omit(d[c("age_group", "pay", "training")])
o <- polr(factor(age_group) ~ pay + training, c3, Hess = TRUE, control = list(reltol = 1e-15, maxit = 1000))
s3 <- coef(summary(o))["pay", ]; ci3 <- exp(s3[[1]] + c(-1, 1) * qnorm(.975) * s3[[2]])
c4 <- na.omit(d[c("gender", "tenure")]); t4 <- suppressWarnings(chisq.test(table(c4$tenure, c4$gender), correct = FALSE))
v4 <- sqrt(t4$statistic[[1]] / sum(t4$observed))
cat('{"interaction": ', row(s[[1]], ci[[1]], ci[[2]], s[[3]], s[[4]]),
  ',\n "odds_ratio": ', row(exp(s2[[1]]), ci2[1], ci2[2], s2[[3]], s2[[4]]),
  ',\n "odds_ratios": {"statistic": ', n(w), ', "p": ', n(pchisq(w, 2, lower.tail = FALSE)), '}',
  ',\n "ordinal": ', row(exp(s3[[1]]), ci3[1], ci3[2], s3[[3]], 2 * pnorm(-abs(s3[[3]]))),
  ',\n "crosstab": {"estimate": ', n(v4), ', "statistic": ', n(t4$statistic[[1]]), ', "p": ', n(t4$p.value), ', "least": ', n(min(t4$expected)), '}}\n', sep = "")
