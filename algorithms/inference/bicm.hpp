// The bipartite configuration model: of all laws that keep the margins of a 0/1 table on average, the
// one that assumes least.
//
//   p(i,j) = x(i) y(j) / (1 + x(i) y(j))      so that every row and every column has its sum on average
//
// Reads      the sums of rows and columns, whose totals are equal
// Gives      p, the log-likelihood of any table with these margins (natural logarithm), and how far the
//            margins of p are from those asked for, in parts of each (convergence.change). Rows and columns
//            that are empty or full have p 0 or 1
// Cost       O(iterations * (r^3 + r^2)), r the number of different sums
// Method     Saracco, Di Clemente, Gabrielli & Squartini 2015, doi:10.1038/srep10595; Newton's steps on
//            the convex likelihood, one parameter for each different sum as in Vallarano et al. 2021,
//            doi:10.1038/s41598-021-93830-4
// See also   poisson_binomial.hpp for the law of what two rows share
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/scores.hpp"

namespace summitry {

struct Bicm {
  std::vector<std::size_t> row_class;        // by row
  std::vector<std::size_t> column_class;     // by column
  std::vector<std::vector<double>> chances;  // by class of row, then class of column
  double log_likelihood = 0.0;
  Convergence convergence;

  [[nodiscard]] double chance(std::size_t row, std::size_t column) const {
    return chances[row_class[row]][column_class[column]];
  }
};

// Throws InvalidOption for sums that no table can have one by one (a row longer than the columns are
// many, or the other way round) or whose totals differ.
[[nodiscard]] Bicm bicm(std::span<const std::size_t> row_sums,
                        std::span<const std::size_t> column_sums);

}  // namespace summitry
