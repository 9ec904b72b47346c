// What the margins of a 0/1 table alone decide: lines that must be empty or full, and what they leave
// open in the others.
//
// Reads      the sums of rows and columns, those with the same sum as one class
// Gives      the classes that stay open once empty and full lines are taken out, again and again, with
//            what is left of their sums. Nothing is open exactly when there is one table alone
// Cost       O(classes of rows * classes of columns)
// See also   bicm.hpp, fixed_margins.hpp
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace summitry {

// The different sums of one side, how many lines have each, and what is left of them.
struct MarginSide {
  std::vector<std::size_t> of;     // class by line
  std::vector<std::size_t> sum;    // by class, ascending
  std::vector<std::size_t> count;  // lines of the class
  std::vector<std::size_t> left;   // of the sum
  std::vector<char> open;          // whether its cells are still to be found
  std::size_t lines_open = 0;
};

struct ForcedMargins {
  MarginSide rows;
  MarginSide columns;
};

// Called with classes of row and column whose cells are all 0, or all 1.
using ForcedCells = std::function<void(std::size_t row, std::size_t column, bool full)>;

[[nodiscard]] ForcedMargins forced_margins(std::span<const std::size_t> row_sums,
                                           std::span<const std::size_t> column_sums,
                                           const ForcedCells& forced = {});

// Whether the margins leave one table alone.
[[nodiscard]] bool has_one_table(const ForcedMargins& margins);

// Whether the two rows share the same number of columns in all tables: one of them is decided, or no third
// row is open, or every open column has one cell, or all but one, in the open rows. It may also be so for
// other reasons; "no" says only that these do not hold.
[[nodiscard]] bool overlap_is_forced(const ForcedMargins& margins, std::size_t first,
                                     std::size_t second);

}  // namespace summitry
