# Single methods in R: polychoric correlations, factor model, bootstrap of an indirect effect.
# Usage: Rscript methods.R bfi_500.csv ROUNDS   (prints a JSON object: method -> program -> seconds)
suppressPackageStartupMessages({ library(jsonlite); library(psych); library(lavaan) })
arguments <- commandArgs(TRUE)
answers <- read.csv(arguments[1]); rounds <- as.integer(arguments[2])
for (item in c("A1", "C4", "C5", "E1", "E2", "O2", "O5")) answers[[item]] <- 7 - answers[[item]]
sink_file <- file(tempfile(), "w"); sink(sink_file); pdf(NULL)
timed <- function(expression, times = rounds) {
  call <- substitute(expression); frame <- parent.frame()
  median(sapply(seq_len(times), function(i) system.time(suppressWarnings(suppressMessages(eval(call, frame))))[["elapsed"]]))
}
polychorics <- list(
  psych = timed(polychoric(answers, correct = 0)),
  lavaan = timed(lavCor(answers, ordered = names(answers)))
)
model <- paste(sapply(c("A", "C", "E", "N", "O"), function(f) paste(f, "=~", paste0(f, 1:5, collapse = " + "))), collapse = "\n")
factors <- list(lavaan = timed(cfa(model, answers, estimator = "MLR")))
# a fit takes lavaan most of a second: a tenth of the 1,000 resamples is drawn and the time multiplied
refits <- list("lavaan (100 draws, times 10)" = 10 * timed(bootstrapLavaan(cfa(model, answers), R = 100, FUN = coef), 1))
scores <- data.frame(x = rowMeans(answers[paste0("A", 1:5)]), m = rowMeans(answers[paste0("E", 1:5)]), y = rowMeans(answers[paste0("N", 1:5)]))
draws <- 5000
by_hand <- function() {
  rows <- as.matrix(scores); n <- nrow(rows)
  quantile(replicate(draws, {
    at <- rows[sample.int(n, n, TRUE), ]
    .lm.fit(cbind(1, at[, 1]), at[, 2])$coefficients[2] * .lm.fit(cbind(1, at[, 1:2]), at[, 3])$coefficients[3]
  }), c(.025, .975))
}
# lavaan takes minutes for 5,000 draws: a tenth of them is drawn and the time multiplied
paths <- "m ~ a*x\ny ~ c*x + b*m\nindirect := a*b"
mediations <- list(
  psych = timed(mediate(y ~ x + (m), data = scores, n.iter = draws, plot = FALSE)),
  ".lm.fit" = timed(by_hand()),
  "lavaan (500 draws, times 10)" = 10 * timed(sem(paths, scores, se = "bootstrap", bootstrap = 500), 1)
)
sink()
cat(toJSON(list(polychoric = polychorics, cfa = factors, cfa_bootstrap = refits, mediation = mediations), auto_unbox = TRUE, digits = 6), "\n")
