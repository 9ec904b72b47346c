# Nanoseconds a trade of R's samplers of fixed margins, on the rosters that bench_margins wrote.
#
# usage: Rscript margins_peers.R ROSTERS [FASTBALL.cpp]
#
# vegan's curveball (Debian's r-cran-vegan), and, where its source is given, Godard & Neal's fastball
# (github.com/zpneal/fastball, compiled by Rcpp). Both count a trade as ours: two rosters mixed.
arguments <- commandArgs(trailingOnly = TRUE)
rosters <- lapply(strsplit(readLines(arguments[1]), " "), function(words) as.integer(words) + 1L)
trades <- 200000

report <- function(name, run) {
  run()
  seconds <- sapply(1:5, function(i) system.time(run())[["elapsed"]])
  cat(sprintf("%s %.1f ns a trade, median of 5\n", name, 1e9 * median(seconds) / trades))
}

suppressPackageStartupMessages(library(vegan))
table <- matrix(0L, length(rosters), max(unlist(rosters)))
for (i in seq_along(rosters)) table[i, rosters[[i]]] <- 1L
model <- nullmodel(table, "curveball")
report("vegan", function() simulate(model, nsim = 1, thin = trades))

if (length(arguments) > 1) {
  Rcpp::sourceCpp(arguments[2])
  report("fastball", function() fastball_cpp(rosters, trades))
}
