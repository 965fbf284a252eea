# Rscript logit.R: reference numbers for logit models (R 4.2.2, MASS 7.3-58.2, numDeriv).
# Brant's test is written out from Brant (1990); marginal effects are differences and numerical derivatives.
suppressPackageStartupMessages({ library(MASS); library(jsonlite); library(numDeriv) })
options(warn = -1)
d <- na.omit(survey[c("Sex", "Exer", "Pulse", "Height", "Age", "Smoke")])
d$Exer <- factor(as.character(d$Exer), levels = c("None", "Some", "Freq"))
d$Smokes <- as.integer(d$Smoke != "Never")
write.csv(d, "survey.csv", row.names = FALSE)

fit_line <- function(m, null) {
  n <- nrow(d); ll <- as.numeric(logLik(m)); ll0 <- as.numeric(logLik(null)); chi2 <- 2 * (ll - ll0)
  cs <- 1 - exp(-chi2 / n)
  df <- attr(logLik(m), "df") - attr(logLik(null), "df")
  list(n = n, ll = ll, ll0 = ll0, chi2 = chi2, df = df, p = pchisq(chi2, df, lower.tail = FALSE),
       mcfadden = 1 - ll / ll0, cox_snell = cs, nagelkerke = cs / (1 - exp(2 * ll0 / n)), aic = AIC(m))
}
with_se <- function(f, par, V) { J <- jacobian(f, par); list(effect = f(par), se = sqrt(diag(J %*% V %*% t(J)))) }

# binary: being male, from pulse, height and exercise
d$male <- as.integer(d$Sex == "Male")
tight <- glm.control(epsilon = 1e-14, maxit = 100)
b <- glm(male ~ Pulse + Age + Exer, binomial, d, control = tight)
b0 <- glm(male ~ 1, binomial, d, control = tight)
s <- coef(summary(b)); ci <- confint.default(b)
X <- model.matrix(b)
ame <- function(par) {
  p <- function(X) plogis(X %*% par)
  x0 <- X; x0[, c("ExerSome", "ExerFreq")] <- 0
  x1 <- x0; x1[, "ExerSome"] <- 1; x2 <- x0; x2[, "ExerFreq"] <- 1
  f <- p(X) * (1 - p(X))
  c(mean(f) * par[2], mean(f) * par[3], mean(p(x1) - p(x0)), mean(p(x2) - p(x0)))
}
auc <- { w <- wilcox.test(fitted(b)[d$male == 1], fitted(b)[d$male == 0], exact = FALSE)$statistic; unname(w) / sum(d$male) / sum(1 - d$male) }
binary <- c(fit_line(b, b0), list(terms = rownames(s), b = s[, 1], se = s[, 2], z = s[, 3], p_b = s[, 4],
  or_low = exp(ci[, 1]), or_high = exp(ci[, 2]), ame = with_se(ame, coef(b), vcov(b)), auc = auc,
  correct = 100 * mean((fitted(b) > .5) == d$male)))

# ordered: exercise from standardised pulse (polr's numerical Hessian is exact enough only on such a scale), age, sex
d$zPulse <- as.numeric(scale(d$Pulse)); d$zAge <- as.numeric(scale(d$Age))
ct <- list(reltol = 1e-16, maxit = 2000)
o <- polr(Exer ~ zPulse + zAge + male, d, Hess = TRUE, control = ct); o0 <- polr(Exer ~ 1, d, control = ct)
# Newton steps from polr's answer with an analytic-quality Hessian
nll <- function(th) { z <- th[1:2]; be <- th[3:5]; eta <- as.matrix(d[c("zPulse", "zAge", "male")]) %*% be
  P <- cbind(plogis(z[1] - eta), plogis(z[2] - eta) - plogis(z[1] - eta), plogis(eta - z[2])); -sum(log(P[cbind(seq_len(nrow(d)), as.integer(d$Exer))])) }
th <- c(o$zeta, coef(o)); for (i in 1:3) th <- th - solve(hessian(nll, th), grad(nll, th))
V <- solve(hessian(nll, th)); se <- sqrt(diag(V))
ame_o <- function(th) {
  z <- th[1:2]; be <- th[3:5]; Z <- as.matrix(d[c("zPulse", "zAge", "male")])
  P <- function(Z) { e <- Z %*% be; cbind(plogis(z[1] - e), plogis(z[2] - e) - plogis(z[1] - e), plogis(e - z[2])) }
  f <- function(a) plogis(a) * (1 - plogis(a)); e <- Z %*% be; f1 <- f(z[1] - e); f2 <- f(z[2] - e)
  slope <- function(j) -be[j] * c(mean(f1), mean(f2 - f1), -mean(f2))
  Z1 <- Z; Z1[, 3] <- 1; Z0 <- Z; Z0[, 3] <- 0
  c(slope(1), slope(2), colMeans(P(Z1) - P(Z0)))
}
ordinal <- c(fit_line(o, o0), list(b = unname(th[3:5]), se = se[3:5], zeta = unname(th[1:2]), se_zeta = se[1:2],
  polr_b = unname(coef(o)), polr_se = unname(coef(summary(o))[1:3, 2]), ame = with_se(ame_o, unname(th), V)))

# Brant (1990)
y <- as.integer(d$Exer); Xo <- cbind(1, as.matrix(d[c("zPulse", "zAge", "male")])); K <- 3; p <- 3
fits <- lapply(1:(K - 1), function(k) glm((y > k) ~ zPulse + zAge + male, binomial, d, control = tight))
pi_ <- lapply(fits, fitted); W <- function(l, h) pi_[[h]] * (1 - pi_[[l]])
inv <- lapply(1:(K - 1), function(k) solve(t(Xo) %*% (Xo * W(k, k))))
V <- matrix(0, (K - 1) * p, (K - 1) * p)
for (l in 1:(K - 1)) for (h in l:(K - 1)) { B <- (inv[[l]] %*% t(Xo) %*% (Xo * W(l, h)) %*% inv[[h]])[-1, -1]; i <- (l - 1) * p + 1:p; j <- (h - 1) * p + 1:p; V[i, j] <- B; V[j, i] <- t(B) }
bb <- unlist(lapply(fits, function(f) coef(f)[-1]))
wald <- function(cols) { D <- matrix(0, (K - 2) * length(cols), (K - 1) * p); r <- 1
  for (k in 2:(K - 1)) for (j in cols) { D[r, j] <- 1; D[r, (k - 1) * p + j] <- -1; r <- r + 1 }
  q <- D %*% bb; x <- as.numeric(t(q) %*% solve(D %*% V %*% t(D)) %*% q); list(chi2 = x, df = nrow(D), p = pchisq(x, nrow(D), lower.tail = FALSE)) }
ordinal$brant <- list(overall = wald(1:3), terms = lapply(1:3, wald))

h <- housing[rep(seq_len(nrow(housing)), housing$Freq), ]
write.csv(housing, "housing.csv", row.names = FALSE)
hp <- polr(Sat ~ Infl + Type + Cont, h, Hess = TRUE, control = ct); sh <- coef(summary(hp))
out <- list(source = list(R = R.version.string, MASS = as.character(packageVersion("MASS")), numDeriv = as.character(packageVersion("numDeriv")), data = "MASS::survey (complete on Sex, Exer, Pulse, Height, Age, Smoke), MASS::housing"),
  binary = binary, ordinal = ordinal, housing = list(b = sh[1:6, 1], se = sh[1:6, 2], zeta = sh[7:8, 1], se_zeta = sh[7:8, 2], ll = as.numeric(logLik(hp)), aic = AIC(hp)))
write(toJSON(lapply(out, function(x) x), digits = I(15), auto_unbox = TRUE, pretty = 1), "expected.json")
