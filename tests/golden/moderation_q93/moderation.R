# Moderation on ../regression_q93/q93.csv with base R and sandwich. Rscript moderation.R > expected.json
suppressMessages(library(sandwich))
d <- read.csv("../regression_q93/q93.csv")
d$PRO4 <- 6 - d$PRO4; d$APP5 <- 6 - d$APP5
score <- function(p) { x <- d[paste0(p, 1:5)]; ifelse(rowSums(!is.na(x)) >= 4, rowMeans(x, na.rm = TRUE), NA) }
for (s in list(c("pay", "PAY"), c("recognition", "REC"), c("motivation", "MOT"))) d[[s[1]]] <- score(s[2])
n <- function(x) format(x, digits = 15)
field <- function(name, x) sprintf('"%s": %s', name, if (length(x) == 1) n(x) else paste0("[", paste(sapply(x, n), collapse = ", "), "]"))
object <- function(x) paste0("{", paste(mapply(field, names(x), x), collapse = ", "), "}")
# a simple slope is the coefficient of x when the moderator is centred at that value
slope <- function(z, at) { z$w <- z$w - at; s <- coef(summary(lm(y ~ x * w + g, z)))["x", ]; ci <- confint(lm(y ~ x * w + g, z))["x", ]; c(s[[1]], s[[2]], s[[3]], s[[4]], ci[[1]], ci[[2]]) }
one <- function(z, values) {
  m <- lm(y ~ x * w + g, z); m0 <- lm(y ~ x + w + g, z); a <- anova(m0, m); s <- coef(summary(m)); V <- vcov(m)
  # Johnson-Neyman: where t of the slope equals the critical value
  t2 <- qt(.975, m$df.residual)^2
  A <- s["x:w", 1]^2 - t2 * V["x:w", "x:w"]; B <- 2 * (s["x", 1] * s["x:w", 1] - t2 * V["x", "x:w"]); C <- s["x", 1]^2 - t2 * V["x", "x"]
  D <- B^2 - 4 * A * C
  roots <- if (D > 0) sort((-B + c(-1, 1) * sqrt(D)) / (2 * A)) else numeric(0)
  c(list(n = nrow(z), b = as.numeric(s[c("x", "w", "x:w"), 1]), se = as.numeric(s[c("x", "w", "x:w"), 2]), hc3 = as.numeric(sqrt(diag(vcovHC(m, "HC3")))[c("x", "w", "x:w")]),
    r2 = summary(m)$r.squared, delta_r2 = summary(m)$r.squared - summary(m0)$r.squared, f = a$F[2], p = a$`Pr(>F)`[2], roots = roots),
    setNames(lapply(values, function(at) slope(z, at)), paste0("slope_", seq_along(values))))
}
z <- na.omit(d[c("pay", "recognition", "motivation", "gender")]); names(z) <- c("x", "w", "y", "g"); z$g <- z$g - 1
z$x <- z$x - mean(z$x); z$w <- z$w - mean(z$w)
none <- one(z, c(-1, 0, 1) * sd(z$w))
# an interaction put in, so that there is a region
z$y <- z$y + 0.6 * z$x * z$w
strong <- one(z, c(-1, 0, 1) * sd(z$w))
# groups: slopes of pay within each education (factor), test of all products together
h <- na.omit(d[c("pay", "education", "motivation")]); h$e <- factor(h$education); h$x <- h$pay - mean(h$pay)
m <- lm(motivation ~ x * e, h); m0 <- lm(motivation ~ x + e, h); a <- anova(m0, m)
within <- sapply(levels(h$e), function(l) { h$e <- relevel(h$e, l); coef(summary(lm(motivation ~ x * e, h)))["x", ] })
groups <- list(n = nrow(h), sizes = as.numeric(table(h$e)), delta_r2 = summary(m)$r.squared - summary(m0)$r.squared, f = a$F[2], df1 = a$Df[2], p = a$`Pr(>F)`[2], slopes = as.numeric(within[1, ]), se = as.numeric(within[2, ]))
cat("{\n  ", paste(sprintf('"%s": %s', c("none", "strong", "groups"), c(object(none), object(strong), object(groups))), collapse = ",\n  "), "\n}\n", sep = "")
