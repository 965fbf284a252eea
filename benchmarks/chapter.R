# The same chapter in R, as a student would write it with well-known packages.
# Usage: Rscript chapter.R responses.csv study.json OUTPUT_FOLDER
suppressPackageStartupMessages({
  library(jsonlite); library(psych); library(GPArotation); library(car); library(lmtest)
  library(sandwich); library(effectsize); library(rstatix); library(ggplot2); library(officer)
})
arguments <- commandArgs(TRUE)
study <- fromJSON(arguments[2]); out <- arguments[3]
dir.create(out, showWarnings = FALSE, recursive = TRUE)
set.seed(1)
answers <- read.csv(arguments[1], check.names = FALSE)
for (item in study$reverse) answers[[item]] <- study$low + study$high - answers[[item]]
scales <- names(study$scales)
items <- unlist(study$scales, use.names = FALSE)
for (s in scales) {
  own <- as.matrix(answers[study$scales[[s]]])
  score <- rowMeans(own, na.rm = TRUE)
  score[rowSums(!is.na(own)) < .8 * ncol(own)] <- NA
  answers[[s]] <- score
}
for (g in study$groups) answers[[g]] <- factor(answers[[g]])
tables <- list()

# sample and items
tables$frequencies <- do.call(rbind, lapply(study$groups, function(g) {
  counts <- table(answers[[g]])
  data.frame(question = g, answer = names(counts), n = as.integer(counts), percent = 100 * as.numeric(prop.table(counts)))
}))
described <- describe(answers[c(items, scales)], type = 2)
tables$items <- data.frame(variable = rownames(described), described[c("n", "mean", "sd", "median", "skew", "kurtosis")])
tables$answers <- do.call(rbind, lapply(items, function(i) {
  data.frame(item = i, t(100 * prop.table(tabulate(answers[[i]], study$high))))
}))

# reliability
reliability <- lapply(study$scales, function(own) suppressWarnings(psych::alpha(answers[own])))
omegas <- lapply(study$scales, function(own) {
  suppressMessages(suppressWarnings(omega(answers[own], nfactors = 1, plot = FALSE)$omega.tot))
})
tables$reliability <- data.frame(
  scale = scales, alpha = sapply(reliability, function(a) a$total$raw_alpha),
  standardized = sapply(reliability, function(a) a$total$std.alpha), omega = unlist(omegas)
)
tables$discrimination <- do.call(rbind, lapply(scales, function(s) {
  own <- study$scales[[s]]; total <- rowSums(answers[own]); cut <- quantile(total, c(.27, .73), na.rm = TRUE)
  ratio <- sapply(own, function(i) {
    low <- answers[[i]][which(total <= cut[1])]; high <- answers[[i]][which(total >= cut[2])]
    if (sd(low, na.rm = TRUE) + sd(high, na.rm = TRUE) > 0) t.test(high, low)$statistic else NA
  })
  data.frame(item = own, r = reliability[[s]]$item.stats$r.drop, dropped = reliability[[s]]$alpha.drop$raw_alpha, cr = ratio)
}))

# validity
complete <- answers[complete.cases(answers[items]), items]
correlations <- cor(complete)
adequacy <- KMO(correlations); sphericity <- cortest.bartlett(correlations, nrow(complete))
pdf(NULL); parallel <- fa.parallel(complete, fa = "pc", n.iter = 1000, plot = FALSE, quant = .95); invisible(dev.off())
factors <- suppressWarnings(fa(complete, max(parallel$ncomp, 1), fm = "minres", rotate = "oblimin"))
tables$loadings <- data.frame(item = items, unclass(factors$loadings), h2 = factors$communality, msa = adequacy$MSAi)

# scales and correlations
tables$scales <- do.call(rbind, lapply(scales, function(s) {
  x <- answers[[s]]; x <- x[!is.na(x)]; against <- t.test(x, mu = (study$low + study$high) / 2)
  normal <- if (length(x) <= 5000) shapiro.test(x)$p.value else NA
  data.frame(scale = s, n = length(x), mean = mean(x), sd = sd(x), t = against$statistic, p = against$p.value, normal = normal)
}))
related <- corr.test(answers[scales], adjust = "holm")
tables$correlations <- data.frame(scale = scales, related$r)

# group differences
rows <- list(); pairs <- list()
for (s in scales) for (g in study$groups) {
  one <- na.omit(data.frame(y = answers[[s]], g = answers[[g]]))
  one <- droplevels(one[one$g %in% names(which(table(one$g) >= 5)), ])
  k <- nlevels(one$g)
  if (k < 2) next
  welch <- oneway.test(y ~ g, one); classical <- summary(aov(y ~ g, one))[[1]]; levene <- leveneTest(y ~ g, one, center = mean)
  size <- if (k == 2) hedges_g(y ~ g, data = one)[[1]] else omega_squared(aov(y ~ g, one), partial = FALSE)$Omega2
  rows[[length(rows) + 1]] <- data.frame(scale = s, by = g, f = welch$statistic, p = welch$p.value, classical = classical[1, 5], levene = levene[1, 3], size = size)
  if (k > 2) pairs[[length(pairs) + 1]] <- data.frame(scale = s, by = g, games_howell_test(one, y ~ g))
}
tables$groups <- do.call(rbind, rows); tables$groups$holm <- p.adjust(tables$groups$p, "holm")
tables$pairs <- do.call(rbind, pairs)[c("scale", "by", "group1", "group2", "estimate", "p.adj")]

# regression
used <- na.omit(answers[c(study$outcome, unlist(study$blocks))])
models <- lapply(seq_along(study$blocks), function(k) lm(reformulate(unlist(study$blocks[1:k]), study$outcome), used))
full <- models[[length(models)]]; robust <- coeftest(full, vcovHC(full, "HC3")); change <- do.call(anova, models)
matrix_full <- model.matrix(full)
tables$regression <- data.frame(
  term = names(coef(full)), summary(full)$coefficients, hc3 = robust[, 2], p_hc3 = robust[, 4], confint(full),
  beta = coef(full) * apply(matrix_full, 2, sd) / sd(used[[study$outcome]])
)
tables$models <- data.frame(model = seq_along(models), r2 = sapply(models, function(m) summary(m)$r.squared), f = change$F, p = change$`Pr(>F)`)
inflation <- vif(full); tables$vif <- data.frame(term = rownames(inflation), inflation)
bptest(full); durbinWatsonTest(full, simulate = FALSE); cooks <- cooks.distance(full)
if (nrow(used) <= 5000) shapiro.test(resid(full))

# figures
keep <- function(name, plot, height = 5) ggsave(file.path(out, paste0(name, ".png")), plot, width = 6, height = height, dpi = 300)
theme_set(theme_bw(base_size = 10))
keep("background", ggplot(tables$frequencies, aes(percent, answer)) + geom_col() + facet_wrap(~question, scales = "free_y"))
for (s in scales) {
  own <- tables$answers[tables$answers$item %in% study$scales[[s]], ]
  long <- data.frame(item = own$item, answer = factor(rep(seq_len(study$high), each = nrow(own)), rev(seq_len(study$high))), percent = unlist(own[-1]))
  keep(paste0("likert-", s), ggplot(long, aes(percent, item, fill = answer)) + geom_col() + scale_fill_grey(), 3)
}
keep("means", ggplot(tables$scales, aes(mean, scale, xmin = mean - 1.96 * sd / sqrt(n), xmax = mean + 1.96 * sd / sqrt(n))) + geom_pointrange())
grid <- data.frame(a = rep(scales, length(scales)), b = rep(scales, each = length(scales)), r = as.vector(related$r))
keep("correlations", ggplot(grid, aes(a, b, fill = r)) + geom_tile() + geom_text(aes(label = sprintf("%.2f", r)), size = 2.5))
scree <- data.frame(k = rep(seq_along(items), 2), value = c(parallel$pc.values, parallel$pc.sim), kind = rep(c("data", "random"), each = length(items)))
keep("scree", ggplot(scree, aes(k, value, linetype = kind)) + geom_line() + geom_point())
for (o in study$outcomes) {
  long <- do.call(rbind, lapply(study$groups, function(g) data.frame(question = g, group = as.character(answers[[g]]), y = answers[[o]])))
  keep(paste0("groups-", o), ggplot(na.omit(long), aes(group, y)) + stat_summary(fun.data = mean_cl_normal) + facet_wrap(~question, scales = "free_x"))
}
keep("coefficients", ggplot(tables$regression[-1, ], aes(beta, term)) + geom_point() + geom_vline(xintercept = 0))
some <- if (nrow(used) > 2000) sample(nrow(used), 2000) else seq_len(nrow(used))
checks <- data.frame(fitted = fitted(full), residual = rstandard(full), cook = cooks, leverage = hatvalues(full))[some, ]
keep("residuals", ggplot(checks, aes(fitted, residual)) + geom_point())
keep("quantiles", ggplot(checks, aes(sample = residual)) + stat_qq() + stat_qq_line())
keep("influence", ggplot(checks, aes(leverage, cook)) + geom_point())

# document
document <- read_docx()
for (name in names(tables)) {
  shown <- tables[[name]]
  for (j in seq_along(shown)) if (is.numeric(shown[[j]])) shown[[j]] <- round(shown[[j]], 3)
  document <- body_add_table(body_add_par(document, name, style = "heading 2"), shown)
}
for (file in list.files(out, "png$", full.names = TRUE)) document <- body_add_img(document, file, width = 6, height = 5)
print(document, target = file.path(out, "chapter.docx"))
