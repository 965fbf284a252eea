# The data behind the printed output: Rscript data.R (R 4.2.2, psych 2.2.9)
suppressPackageStartupMessages(library(psych))
write.csv(Tal_Or[c("cond", "pmi", "import", "reaction")], "pmi.csv", row.names = FALSE, quote = FALSE)
write.csv(Garcia[c("prot2", "sexism", "liking")], "protest.csv", row.names = FALSE, quote = FALSE)
