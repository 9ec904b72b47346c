// All 0/1 tables with given margins, counted without listing them: how many there are, and how many
// columns two of their rows share.
//
//   rows are filled one after the other; what matters of a table half filled is only how many columns
//   still need k ones. A row that takes s(k) of the n(k) columns that need k can do so in
//   product over k of C(n(k), s(k)) ways.
//
// Gives      the logarithm of the number of tables; the law of the overlap of two rows over all tables,
//            each equally likely. Nothing where counting would take more than `budget` steps, a great many
//            choices at a time, or has more than 60 rows: then sample
// Cost       grows with the number of ways to fill two rows: instant for three rows of thousands, well
//            under a second for four rows of hundreds, out of reach for many long rows
// Method     Miller & Harrison 2013, doi:10.1214/13-AOS1131 (counting by the histogram of what is left);
//            the two rows are filled first, which is allowed as the order of rows changes no table
// See also   ../continuity/nulls/curveball.hpp samples such tables
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace summitry {

// Chances of least, least + 1, …; they sum to 1.
struct CountLaw {
  std::size_t least = 0;
  std::vector<double> chances;

  [[nodiscard]] double mean() const;
  [[nodiscard]] double sd() const;
  [[nodiscard]] double upper_tail(std::size_t x) const;  // P(X >= x)
  [[nodiscard]] double smallest_tail() const;            // of the largest possible
};

// Of the sum of two independent counts.
[[nodiscard]] CountLaw convolved(const CountLaw& a, const CountLaw& b);

// Minus infinity when there is no such table. Throws InvalidOption for sums that differ in total.
[[nodiscard]] std::optional<double> log_table_count(std::span<const std::size_t> row_sums,
                                                    std::span<const std::size_t> column_sums,
                                                    std::size_t budget = 20'000'000);

// Of the two rows first and second, which differ. Throws InvalidOption as above, and when there is no
// such table.
[[nodiscard]] std::optional<CountLaw> fixed_margin_overlap(std::span<const std::size_t> row_sums,
                                                           std::span<const std::size_t> column_sums,
                                                           std::size_t first, std::size_t second,
                                                           std::size_t budget = 20'000'000);

}  // namespace summitry
