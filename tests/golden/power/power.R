# Power of two-sided tests at alpha .05 for given effects (powers above .999 left out: too flat to solve back); R 4.2.2, pwr 1.3-0. Rscript power.R > expected.json
library(pwr)
rows <- list()
add <- function(test, args, effect, power) if (power < .999) rows[[length(rows) + 1]] <<- sprintf('  {"test": "%s", "args": %s, "effect": %s, "power": %s}', test, args, format(effect, digits = 15), format(power, digits = 15))
for (n in c(8, 30, 93, 400)) for (r in c(.15, .3, .6)) add("correlation", sprintf("[%d]", n), r, pwr.r.test(n = n, r = r)$power)
for (g in list(c(5, 40), c(30, 30), c(50, 43), c(400, 120))) for (d in c(.2, .5, .8)) add("d", sprintf("[%d, %d]", g[1], g[2]), d, pwr.t2n.test(n1 = g[1], n2 = g[2], d = d)$power)
for (n in c(30, 64)) for (d in c(.3, .7)) add("d", sprintf("[%d, %d]", n, n), d, power.t.test(n = n, delta = d, strict = TRUE)$power)
for (n in c(12, 93)) for (d in c(.25, .5)) add("d_one_sample", sprintf("[%d]", n), d, pwr.t.test(n = n, d = d, type = "one.sample")$power)
for (k in c(3, 5)) for (f in c(.1, .25, .4)) add("f", sprintf("[[%s]]", paste(rep(20, k), collapse = ", ")), f, power.anova.test(groups = k, n = 20, between.var = f^2 * k / (k - 1), within.var = 1)$power)
# noncentrality f2 n (G*Power), from R's noncentral F: pwr.f2.test uses f2 (u + v + 1), the same when all predictors are tested
for (a in list(c(81, 5, 5), c(93, 19, 19), c(400, 3, 3))) for (f2 in c(.02, .15, .35)) add("f2", sprintf("[%d, %d, %d]", a[1], a[2], a[3]), f2, pwr.f2.test(u = a[2], v = a[1] - a[3] - 1, f2 = f2)$power)
for (a in list(c(81, 5, 19), c(93, 1, 19))) for (f2 in c(.05, .15, .35)) { v <- a[1] - a[3] - 1; add("f2", sprintf("[%d, %d, %d]", a[1], a[2], a[3]), f2, pf(qf(.95, a[2], v), a[2], v, ncp = f2 * a[1], lower.tail = FALSE)) }
for (df in c(1, 4)) for (w in c(.1, .3, .5)) add("w", sprintf("[93, %d]", df), w, pwr.chisq.test(w = w, N = 93, df = df)$power)
cat("[\n", paste(rows, collapse = ",\n"), "\n]\n", sep = "")
