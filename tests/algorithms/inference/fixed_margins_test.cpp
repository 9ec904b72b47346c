#include "algorithms/inference/fixed_margins.hpp"

#include <bit>
#include <cmath>
#include <map>

#include "algorithms/continuity/statistics/hypergeometric.hpp"
#include "engine/error.hpp"
#include "engine/random.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using Sums = std::vector<std::size_t>;

double count(const Sums& rows, const Sums& columns) {
  return std::exp(*log_table_count(rows, columns));
}

TEST_CASE("log_table_count: as published", "[algorithms][inference]") {
  CHECK(count({1, 1, 1}, {1, 1, 1}) == Approx(6));
  CHECK(count({2, 1, 1}, {2, 1, 1}) == Approx(5));
  CHECK(count({2, 2, 1}, {2, 2, 1}) == Approx(5));
  CHECK(count({2, 2, 2}, {2, 2, 2}) == Approx(6));
  CHECK(count({3, 2, 1}, {2, 2, 1, 1}) == Approx(8));
  CHECK(count({3, 2, 2, 1}, {3, 2, 2, 1}) == Approx(24));
  CHECK(count({2, 2, 2, 2}, {2, 2, 2, 2}) == Approx(90));
  // Darwin's finches, 13 species on 17 islands: 67,149,106,137,567,626 tables (Chen, Diaconis, Holmes &
  // Liu 2005, doi:10.1198/016214504000001303)
  const Sums species = {14, 13, 14, 10, 12, 2, 10, 1, 10, 11, 6, 2, 17};
  const Sums islands = {4, 4, 11, 10, 10, 8, 9, 10, 8, 9, 3, 10, 4, 7, 9, 3, 3};
  CHECK(*log_table_count(species, islands) == Approx(std::log(67149106137567626.0)).epsilon(1e-14));
  CHECK(*log_table_count(islands, species) == Approx(std::log(67149106137567626.0)).epsilon(1e-14));
}

// Every table with these margins, row by row; calls visit(rows as bits).
template <class Visit>
void each_table(const Sums& rows, Sums& left, std::vector<unsigned>& filled, const Visit& visit) {
  if (filled.size() == rows.size()) {
    for (const std::size_t n : left) {
      if (n > 0) return;
    }
    visit(filled);
    return;
  }
  for (unsigned row = 0; row < (1U << left.size()); ++row) {
    if (static_cast<std::size_t>(std::popcount(row)) != rows[filled.size()]) continue;
    bool fits = true;
    for (std::size_t c = 0; c < left.size(); ++c) fits &= (row >> c & 1U) == 0 || left[c] > 0;
    if (!fits) continue;
    for (std::size_t c = 0; c < left.size(); ++c) left[c] -= row >> c & 1U;
    filled.push_back(row);
    each_table(rows, left, filled, visit);
    filled.pop_back();
    for (std::size_t c = 0; c < left.size(); ++c) left[c] += row >> c & 1U;
  }
}

TEST_CASE("fixed_margin_overlap: agrees with listing all tables of random margins",
          "[algorithms][inference]") {
  Random random(51);
  for (int trial = 0; trial < 80; ++trial) {
    const std::size_t columns = 1 + random.below(6);
    Sums rows(2 + random.below(3));
    Sums sums(columns, 0);
    for (std::size_t& row : rows) {
      for (std::size_t c = 0; c < columns; ++c) {
        if (random.below(2) == 0) continue;
        ++row;
        ++sums[c];
      }
    }
    const std::size_t first = random.below(rows.size());
    const std::size_t second = (first + 1 + random.below(rows.size() - 1)) % rows.size();
    std::map<std::size_t, double> overlaps;
    double total = 0.0;
    Sums left = sums;
    std::vector<unsigned> filled;
    each_table(rows, left, filled, [&](const std::vector<unsigned>& table) {
      overlaps[static_cast<std::size_t>(std::popcount(table[first] & table[second]))] += 1.0;
      total += 1.0;
    });
    CHECK(count(rows, sums) == Approx(total));
    const auto law = fixed_margin_overlap(rows, sums, first, second);
    REQUIRE(law);
    double tail = 0.0;
    for (std::size_t x = law->chances.size() + 2; x-- > 0;) {
      tail += overlaps[x] / total;
      CHECK(law->upper_tail(x) == Approx(tail).margin(1e-12));
    }
    if (overlaps.rbegin()->second == total) CHECK(law->sd() == Approx(0.0).margin(1e-9));
  }
}

TEST_CASE("fixed_margin_overlap: two rows of columns that all come once are hypergeometric",
          "[algorithms][inference]") {
  // Columns with one each never are in two rows; with a third row that takes what is left, columns
  // with two each leave out one row each: the overlap is fixed by the sizes.
  const auto none = fixed_margin_overlap(Sums{3, 2, 4}, Sums(9, 1), 0, 1);
  CHECK(none->mean() == 0.0);
  CHECK(none->sd() == 0.0);
  // Three rows of hundreds at once
  Sums columns(300, 1);
  for (std::size_t c = 0; c < 150; ++c) columns[c] = 2;
  const auto law = fixed_margin_overlap(Sums{150, 150, 150}, columns, 0, 2);
  REQUIRE(law);
  double sum = 0.0;
  for (const double p : law->chances) sum += p;
  CHECK(sum == Approx(1.0));
  CHECK(law->mean() == Approx(50.0));  // 150 pairs of rows shared, alike for the three pairs
}

TEST_CASE("fixed_margin_overlap: says when it is out of reach", "[algorithms][inference]") {
  Sums columns(60, 4);
  CHECK_FALSE(fixed_margin_overlap(Sums(10, 24), columns, 0, 1, 10000));
  CHECK_FALSE(log_table_count(Sums(10, 24), columns, 100));
  CHECK_THROWS_AS(fixed_margin_overlap(Sums{2, 1}, Sums{1, 1}, 0, 1), InvalidOption);
  CHECK_THROWS_AS(fixed_margin_overlap(Sums{1, 1}, Sums{1, 1}, 0, 0), InvalidOption);
  CHECK_THROWS_AS(fixed_margin_overlap(Sums{1, 1}, Sums{1, 1}, 0, 2), InvalidOption);
  CHECK_THROWS_AS(fixed_margin_overlap(Sums{2, 0}, Sums{2}, 0, 1), InvalidOption);
  CHECK(*log_table_count(Sums{2, 0}, Sums{2}) == -INFINITY);
  CHECK(count({}, {}) == Approx(1.0));
  CHECK(count({0, 0}, {0}) == Approx(1.0));
}

TEST_CASE("convolved: the sum of two dice", "[algorithms][inference]") {
  const CountLaw die{1, std::vector<double>(6, 1.0 / 6.0)};
  const CountLaw sum = convolved(die, die);
  CHECK(sum.least == 2);
  CHECK(sum.mean() == Approx(7.0));
  CHECK(sum.sd() == Approx(std::sqrt(35.0 / 6.0)));
  CHECK(sum.upper_tail(11) == Approx(3.0 / 36.0));
  CHECK(sum.upper_tail(0) == 1.0);
  CHECK(sum.upper_tail(13) == 0.0);
}

}  // namespace
}  // namespace summitry
