# Tests of hypotheses on ../regression_q93/q93.csv with base R (stats); R 4.2.2. Rscript hypotheses.R > expected.json
d <- read.csv("../regression_q93/q93.csv")
d$PRO4 <- 6 - d$PRO4; d$APP5 <- 6 - d$APP5
score <- function(p) { x <- d[paste0(p, 1:5)]; ifelse(rowSums(!is.na(x)) >= 4, rowMeans(x, na.rm = TRUE), NA) }
for (s in list(c("pay", "PAY"), c("promotion", "PRO"), c("training", "TRA"), c("appraisal_fairness", "APP"), c("recognition", "REC"), c("motivation", "MOT"))) d[[s[1]]] <- score(s[2])
for (f in c("gender", "age_group", "education", "rank", "tenure")) d[[f]] <- factor(d[[f]])
full <- na.omit(d[c("motivation", "gender", "age_group", "education", "rank", "tenure", "pay", "promotion", "training", "appraisal_fairness", "recognition")])
m <- lm(motivation ~ ., full)
less <- update(m, . ~ . - pay - promotion - training)
a <- anova(less, m)
s <- coef(summary(m))["appraisal_fairness", ]; ci <- confint(m)["appraisal_fairness", ]
r <- cor.test(d$motivation, d$pay); t1 <- t.test(d$motivation, mu = 3); t2 <- t.test(motivation ~ gender, d); f <- oneway.test(motivation ~ education, d)
m2 <- lm(pay ~ training, d); s2 <- coef(summary(m2))["training", ]; ci2 <- confint(m2)["training", ]
p <- c(s[[4]], a$`Pr(>F)`[2], r$p.value, t1$p.value, t2$p.value, f$p.value, t1$p.value, s2[[4]])
n <- function(x) format(x, digits = 15)
row <- function(id, estimate, low, high, statistic, p, holm) sprintf('  {"id": "%s", "estimate": %s, "low": %s, "high": %s, "statistic": %s, "p": %s, "p_holm": %s}', id, n(estimate), n(low), n(high), n(statistic), n(p), n(holm))
h <- p.adjust(p, "holm")
cat("[\n", paste(c(
  row("H1", s[[1]], ci[[1]], ci[[2]], s[[3]], p[1], h[1]),
  sub("NA, \"high\": NA", "null, \"high\": null", row("H2", summary(m)$r.squared - summary(less)$r.squared, NA, NA, a$F[2], p[2], h[2])),
  row("H3", r$estimate[[1]], r$conf.int[1], r$conf.int[2], r$statistic[[1]], p[3], h[3]),
  row("H4", t1$estimate[[1]], t1$conf.int[1], t1$conf.int[2], t1$statistic[[1]], p[4], h[4]),
  row("H5", t2$estimate[[1]] - t2$estimate[[2]], t2$conf.int[1], t2$conf.int[2], t2$statistic[[1]], p[5], h[5]),
  sub("\"estimate\": NA, \"low\": NA, \"high\": NA", "\"estimate\": null, \"low\": null, \"high\": null", row("H6", NA, NA, NA, f$statistic[[1]], p[6], h[6])),
  row("H7", t1$estimate[[1]], t1$conf.int[1], t1$conf.int[2], t1$statistic[[1]], p[7], h[7]),
  row("H8", s2[[1]], ci2[[1]], ci2[[2]], s2[[3]], p[8], h[8])), collapse = ",\n"), "\n]\n", sep = "")
