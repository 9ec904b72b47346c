// The bipartite configuration model and the Poisson-binomial law of what its rows share.
#include "algorithms/inference/bicm.hpp"

#include <cmath>

#include "algorithms/inference/poisson_binomial.hpp"
#include "engine/error.hpp"
#include "engine/random.hpp"
#include "tests/algorithms/continuity/series_script.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

struct Sums {
  std::vector<std::size_t> rows;
  std::vector<std::size_t> columns;
};

Sums sums_of(const std::vector<std::vector<std::uint32_t>>& rows, std::size_t columns) {
  Sums sums{{}, std::vector<std::size_t>(columns, 0)};
  for (const auto& row : rows) {
    sums.rows.push_back(row.size());
    for (const std::uint32_t column : row) ++sums.columns[column];
  }
  return sums;
}

TEST_CASE("bicm: the Southern Women as published", "[algorithms][inference]") {
  const auto events = testing::southern_women();
  const Sums sums = sums_of(events, 18);
  const Bicm law = bicm(sums.rows, sums.columns);
  CHECK(law.convergence.reached);
  CHECK(law.log_likelihood == Approx(-128.086354).margin(5e-7));
  CHECK(law.chance(7, 0) == Approx(.933382).margin(5e-7));   // Evelyn at E8
  CHECK(law.chance(0, 0) == Approx(.342329).margin(5e-7));   // Evelyn at E1
  CHECK(law.chance(8, 16) == Approx(.362794).margin(5e-7));  // Olivia at E9
  // Upper tails of what two women share: .26820 Evelyn and Laura, .18669 Evelyn and Theresa
  const auto tail = [&](std::size_t a, std::size_t b) {
    std::vector<double> both;
    std::size_t shared = 0;
    for (std::size_t e = 0; e < events.size(); ++e) {
      both.push_back(law.chance(e, a) * law.chance(e, b));
      const auto at = [&](std::size_t who) {
        return std::binary_search(events[e].begin(), events[e].end(),
                                  static_cast<std::uint32_t>(who));
      };
      shared += at(a) && at(b) ? 1 : 0;
    }
    return poisson_binomial(both, shared).upper_tail;
  };
  CHECK(tail(0, 1) == Approx(.26820).margin(5e-6));
  CHECK(tail(0, 2) == Approx(.18669).margin(5e-6));
}

TEST_CASE("bicm: large margins are kept to as many digits as small ones",
          "[algorithms][inference]") {
  // Half of four million came once, half twice. Sums of so many differ from whole numbers by more than 1e-10.
  std::vector<std::size_t> columns(4'000'000, 1);
  for (std::size_t i = 0; i < columns.size(); i += 2) columns[i] = 2;
  const std::vector<std::size_t> rows = {1'800'000, 1'140'000, 1'080'000, 1'020'000, 960'000};
  const Bicm law = bicm(rows, columns);
  CHECK(law.convergence.reached);
  CHECK(law.convergence.change < 1e-10);
}

TEST_CASE("bicm: keeps the margins of random tables, full and empty lines too",
          "[algorithms][inference]") {
  Random random(41);
  int reached = 0;
  for (int trial = 0; trial < 60; ++trial) {
    const std::size_t columns = 1 + random.below(12);
    std::vector<std::vector<std::uint32_t>> table(1 + random.below(8));
    for (auto& row : table) {
      const std::uint64_t density = random.below(6);  // some rows empty, some full
      for (std::uint32_t c = 0; c < columns; ++c) {
        if (random.below(5) < density) row.push_back(c);
      }
    }
    const Sums sums = sums_of(table, columns);
    const Bicm law = bicm(sums.rows, sums.columns);
    CHECK(law.log_likelihood <= 1e-12);
    if (!law.convergence.reached) continue;  // margins that only one table has
    ++reached;
    for (std::size_t i = 0; i < table.size(); ++i) {
      double sum = 0.0;
      for (std::size_t c = 0; c < columns; ++c) {
        CHECK(law.chance(i, c) >= 0.0);
        CHECK(law.chance(i, c) <= 1.0);
        sum += law.chance(i, c);
      }
      CHECK(sum == Approx(static_cast<double>(sums.rows[i])).margin(1e-8));
    }
    for (std::size_t c = 0; c < columns; ++c) {
      double sum = 0.0;
      for (std::size_t i = 0; i < table.size(); ++i) sum += law.chance(i, c);
      CHECK(sum == Approx(static_cast<double>(sums.columns[c])).margin(1e-8));
    }
  }
  CHECK(reached > 40);
}

TEST_CASE("bicm: odds are products, and nobody is nobody", "[algorithms][inference]") {
  const Bicm law = bicm(std::vector<std::size_t>{2, 1, 1}, std::vector<std::size_t>{1, 2, 1});
  const auto odds = [&](std::size_t i, std::size_t k) {
    return law.chance(i, k) / (1.0 - law.chance(i, k));
  };
  CHECK(odds(0, 0) * odds(1, 1) == Approx(odds(0, 1) * odds(1, 0)));
  CHECK(bicm({}, {}).log_likelihood == 0.0);
  const Bicm full = bicm(std::vector<std::size_t>{2, 2}, std::vector<std::size_t>{2, 2});
  CHECK(full.chance(1, 1) == 1.0);
  CHECK(full.log_likelihood == 0.0);
  CHECK_THROWS_AS(bicm(std::vector<std::size_t>{3}, std::vector<std::size_t>{1, 1}), InvalidOption);
  CHECK_THROWS_AS(bicm(std::vector<std::size_t>{1}, std::vector<std::size_t>{2}), InvalidOption);
  CHECK_THROWS_AS(bicm(std::vector<std::size_t>{1}, std::vector<std::size_t>{0, 0}), InvalidOption);
}

TEST_CASE("poisson_binomial: against all outcomes", "[algorithms][inference]") {
  Random random(43);
  for (int trial = 0; trial < 30; ++trial) {
    std::vector<double> chances(random.below(11));
    for (double& p : chances) p = random.below(6) == 0 ? 1.0 : random.unit();
    for (std::size_t x = 0; x <= chances.size() + 1; ++x) {
      double tail = 0.0;
      double mean = 0.0;
      double square = 0.0;
      for (unsigned outcome = 0; outcome < (1U << chances.size()); ++outcome) {
        double chance = 1.0;
        std::size_t count = 0;
        for (std::size_t i = 0; i < chances.size(); ++i) {
          const bool happens = (outcome >> i & 1U) != 0;
          chance *= happens ? chances[i] : 1.0 - chances[i];
          count += happens ? 1 : 0;
        }
        tail += count >= x ? chance : 0.0;
        mean += chance * static_cast<double>(count);
        square += chance * static_cast<double>(count) * static_cast<double>(count);
      }
      const PoissonBinomial law = poisson_binomial(chances, x);
      CHECK(law.upper_tail == Approx(tail).margin(1e-12));
      CHECK(law.mean == Approx(mean).margin(1e-12));
      CHECK(law.sd == Approx(std::sqrt(std::max(0.0, square - mean * mean))).margin(1e-7));
    }
  }
  CHECK_THROWS_AS(poisson_binomial(std::vector<double>{1.5}, 1), InvalidOption);
  CHECK_THROWS_AS(poisson_binomial(std::vector<double>{std::nan("")}, 1), InvalidOption);
}

}  // namespace
}  // namespace summitry
