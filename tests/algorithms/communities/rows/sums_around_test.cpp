#include "algorithms/communities/rows/sums_around.hpp"

#include <rapidcheck.h>

#include <map>
#include <stdexcept>
#include <utility>
#include <vector>

#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using communities::SumsAround;

struct Arc {
  std::uint32_t label = 0;
  double weight = 0.0;
};

double gathered(SumsAround<double>& around, const std::vector<Arc>& arcs) {
  return around.gather(
      arcs.size(), [&](std::size_t k) { return arcs[k].label; },
      [&](std::size_t k) { return arcs[k].weight; });
}

TEST_CASE("sums around: each label's sum at its first arc, then nothing",
          "[algorithms][communities]") {
  SumsAround<double> around(4);
  CHECK(gathered(around, {{2, 1.0}, {0, 2.0}, {2, 4.0}, {3, 8.0}}) == 15.0);
  CHECK(around.of(2) == 5.0);
  CHECK(around.take(0) == 2.0);
  std::vector<double> sums;
  around.read_out([&](std::size_t k, std::uint32_t label, double sum) {
    CHECK(k == sums.size());
    CHECK(around.labels()[k] == label);
    sums.push_back(sum);
  });
  CHECK(sums == std::vector<double>{5.0, 0.0, 0.0, 8.0});
  CHECK(gathered(around, {}) == 0.0);
  CHECK(around.labels().empty());
}

TEST_CASE("sums around: one of several by a number, the only one without",
          "[algorithms][communities]") {
  SumsAround<double> around(8);
  gathered(around, {{5, 1.0}, {3, 1.0}, {6, 1.0}, {3, 1.0}});
  const auto last_of = [](std::size_t count) { return count - 1; };
  const auto never = [](std::size_t) -> std::size_t { throw std::logic_error("asked"); };
  CHECK(around.one_that([](std::size_t k) { return k < 3; }, last_of) == 6);
  CHECK(around.one_that([](std::size_t k) { return k == 1; }, never) == 3);
}

TEST_CASE("sums around: time and again as a map adds up", "[algorithms][communities]") {
  CHECK(rc::check([](const std::vector<std::vector<std::pair<std::uint8_t, std::uint8_t>>>& rows) {
    SumsAround<double> around(256);
    for (const auto& row : rows) {
      std::vector<Arc> arcs;
      std::map<std::uint32_t, double> expected;
      for (const auto& [label, weight] : row) {
        arcs.push_back({label, 1.0 + weight});
        expected[label] += 1.0 + weight;
      }
      double total = 0.0;
      for (const auto& [label, sum] : expected) total += sum;
      RC_ASSERT(gathered(around, arcs) == total);
      std::map<std::uint32_t, double> found;
      around.read_out([&](std::size_t, std::uint32_t label, double sum) { found[label] += sum; });
      RC_ASSERT(found == expected);
      for (std::uint32_t label = 0; label < 256; ++label) RC_ASSERT(around.of(label) == 0.0);
    }
  }));
}

}  // namespace
}  // namespace summitry
