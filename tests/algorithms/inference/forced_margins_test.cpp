#include "algorithms/inference/forced_margins.hpp"

#include <bit>
#include <numeric>
#include <set>

#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using Sums = std::vector<std::size_t>;
using Table = std::vector<unsigned>;  // by row, columns as bits

void fill_rows(const Sums& rows, const Sums& columns, Table& table, std::vector<Table>& found) {
  if (table.size() == rows.size()) {
    for (std::size_t k = 0; k < columns.size(); ++k) {
      std::size_t sum = 0;
      for (const unsigned row : table) sum += row >> k & 1U;
      if (sum != columns[k]) return;
    }
    found.push_back(table);
    return;
  }
  for (unsigned row = 0; row < (1U << columns.size()); ++row) {
    if (static_cast<std::size_t>(std::popcount(row)) != rows[table.size()]) continue;
    table.push_back(row);
    fill_rows(rows, columns, table, found);
    table.pop_back();
  }
}

std::vector<Table> all_tables(const Sums& rows, const Sums& columns) {
  std::vector<Table> found;
  Table table;
  fill_rows(rows, columns, table, found);
  return found;
}

std::size_t different_overlaps(const std::vector<Table>& tables) {
  std::set<int> overlaps;
  for (const Table& table : tables) overlaps.insert(std::popcount(table[0] & table[1]));
  return overlaps.size();
}

// The next list of numbers up to `most`, as an odometer turns; false after the last.
bool turn(Sums& numbers, std::size_t most) {
  for (std::size_t& number : numbers) {
    if (++number <= most) return true;
    number = 0;
  }
  return false;
}

TEST_CASE("forced margins: nested rosters leave one table, exchanged ones more",
          "[algorithms][inference]") {
  // Rows {a, b, c}, {a, b}, {a}: one table. Rows {a}, {b}: two.
  CHECK(has_one_table(forced_margins(Sums{3, 2, 1}, Sums{3, 2, 1})));
  CHECK_FALSE(has_one_table(forced_margins(Sums{1, 1}, Sums{1, 1})));
  CHECK(has_one_table(forced_margins(Sums{}, Sums{})));
  // Two rows share as many columns as have two, whoever they are; a third row opens that up.
  CHECK(overlap_is_forced(forced_margins(Sums{2, 2}, Sums{2, 1, 1}), 0, 1));
  CHECK_FALSE(overlap_is_forced(forced_margins(Sums{2, 2, 2}, Sums{2, 2, 1, 1}), 0, 1));
  // Everybody comes once: nobody is ever at two.
  CHECK(overlap_is_forced(forced_margins(Sums{1, 1, 1}, Sums{1, 1, 1}), 0, 2));
}

TEST_CASE("forced margins: against all tables of up to three rows and four columns",
          "[algorithms][inference]") {
  std::size_t single = 0;
  std::size_t forced = 0;
  for (std::size_t height = 2; height <= 3; ++height) {
    Sums rows(height, 0);
    do {
      Sums columns(4, 0);
      do {
        const auto tables = all_tables(rows, columns);
        if (tables.empty()) continue;
        const ForcedMargins margins = forced_margins(rows, columns);
        CHECK(has_one_table(margins) == (tables.size() == 1));
        const bool is_forced = overlap_is_forced(margins, 0, 1);
        CHECK(is_forced == (different_overlaps(tables) == 1));
        single += tables.size() == 1 ? 1 : 0;
        forced += is_forced ? 1 : 0;
      } while (turn(columns, height));
    } while (turn(rows, 4));
  }
  CHECK(single > 100);
  CHECK(forced > single);
}

TEST_CASE("forced margins: cells are told as they are in every table", "[algorithms][inference]") {
  // The full first row is taken out, then what is left of the columns decides: b and c are empty or full.
  std::set<std::vector<std::size_t>> cells;
  const auto note = [&cells](std::size_t row, std::size_t column, bool full) {
    cells.insert({row, column, full ? 1U : 0U});
  };
  (void)forced_margins(Sums{3, 1}, Sums{2, 1, 1}, note);
  // Classes ascend: row 1 is the row of three, column 1 the column of two.
  CHECK(cells.count({1, 0, 1}) == 1);
  CHECK(cells.count({1, 1, 1}) == 1);
  CHECK(cells.count({0, 1, 1}) == 1);
  CHECK(cells.count({0, 0, 0}) == 1);
}

}  // namespace
}  // namespace summitry
