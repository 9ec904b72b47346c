#include "algorithms/inference/forced_margins.hpp"

#include <algorithm>

namespace summitry {
namespace {

MarginSide classes(std::span<const std::size_t> sums) {
  MarginSide side;
  side.sum.assign(sums.begin(), sums.end());
  std::sort(side.sum.begin(), side.sum.end());
  side.sum.erase(std::unique(side.sum.begin(), side.sum.end()), side.sum.end());
  side.count.assign(side.sum.size(), 0);
  side.of.reserve(sums.size());
  for (const std::size_t sum : sums) {
    const auto place = std::lower_bound(side.sum.begin(), side.sum.end(), sum);
    side.of.push_back(static_cast<std::size_t>(place - side.sum.begin()));
    ++side.count[side.of.back()];
  }
  side.left = side.sum;
  side.open.assign(side.sum.size(), 1);
  side.lines_open = sums.size();
  return side;
}

// Takes out one class of `side` that is empty or full against the other side's open lines. `set` hears of
// (class of side, class of the other).
bool take_out_one(MarginSide& side, MarginSide& other, const ForcedCells& set) {
  for (std::size_t c = 0; c < side.sum.size(); ++c) {
    if (side.open[c] == 0) continue;
    const bool empty = side.left[c] == 0;
    if (!empty && side.left[c] != other.lines_open) continue;
    for (std::size_t k = 0; k < other.sum.size(); ++k) {
      if (other.open[k] == 0) continue;
      set(c, k, !empty);
      if (!empty) other.left[k] -= std::min(other.left[k], side.count[c]);
    }
    side.open[c] = 0;
    side.lines_open -= side.count[c];
    return true;
  }
  return false;
}

}  // namespace

ForcedMargins forced_margins(std::span<const std::size_t> row_sums,
                             std::span<const std::size_t> column_sums, const ForcedCells& forced) {
  ForcedMargins margins{classes(row_sums), classes(column_sums)};
  const auto set = [&forced](std::size_t row, std::size_t column, bool full) {
    if (forced) forced(row, column, full);
  };
  const auto set_turned = [&set](std::size_t column, std::size_t row, bool full) {
    set(row, column, full);
  };
  while (take_out_one(margins.rows, margins.columns, set) ||
         take_out_one(margins.columns, margins.rows, set_turned)) {
  }
  return margins;
}

bool has_one_table(const ForcedMargins& margins) {
  return margins.rows.lines_open == 0 || margins.columns.lines_open == 0;
}

bool overlap_is_forced(const ForcedMargins& margins, std::size_t first, std::size_t second) {
  const MarginSide& rows = margins.rows;
  const auto is_open = [&rows](std::size_t row) { return rows.open[rows.of[row]] != 0; };
  if (!is_open(first) || !is_open(second) || rows.lines_open <= 2) return true;
  const MarginSide& columns = margins.columns;
  bool all_one = true;
  bool all_but_one = true;
  for (std::size_t c = 0; c < columns.sum.size(); ++c) {
    if (columns.open[c] == 0) continue;
    all_one = all_one && columns.left[c] == 1;
    all_but_one = all_but_one && columns.left[c] + 1 == rows.lines_open;
  }
  return all_one || all_but_one;
}

}  // namespace summitry
