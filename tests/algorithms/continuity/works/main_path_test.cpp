#include "algorithms/continuity/works/main_path.hpp"

#include <algorithm>
#include <numeric>

#include "engine/error.hpp"
#include "engine/random.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using Path = std::vector<std::uint32_t>;

// Every source-to-sink path, as lists of arcs.
void walk(std::size_t n, const std::vector<Arc>& arcs, std::uint32_t v,
          std::vector<std::size_t>& on, std::vector<std::vector<std::size_t>>& all) {
  bool is_sink = true;
  for (std::size_t a = 0; a < arcs.size(); ++a) {
    if (arcs[a].from != v) continue;
    is_sink = false;
    on.push_back(a);
    walk(n, arcs, arcs[a].to, on, all);
    on.pop_back();
  }
  if (is_sink && !on.empty()) all.push_back(on);
}

std::vector<std::vector<std::size_t>> all_paths(std::size_t n, const std::vector<Arc>& arcs) {
  std::vector<std::vector<std::size_t>> all;
  for (std::uint32_t v = 0; v < n; ++v) {
    const bool is_source =
        std::none_of(arcs.begin(), arcs.end(), [v](const Arc& arc) { return arc.to == v; });
    std::vector<std::size_t> on;
    if (is_source) walk(n, arcs, v, on, all);
  }
  return all;
}

}  // namespace

TEST_CASE("main path: two sources, a waist and two sinks, by hand", "[algorithms][continuity]") {
  //   0 -> 2 -> 3 -> 4      1 -> 2      3 -> 5      1 -> 5
  const std::vector<Arc> arcs = {{0, 2}, {1, 2}, {2, 3}, {3, 4}, {3, 5}, {1, 5}};
  const MainPath found = main_path(6, arcs);
  CHECK(found.counts == std::vector<double>{2, 2, 4, 2, 2, 1});
  CHECK(found.path == Path{0, 2, 3, 4});
  CHECK(found.depth == std::vector<std::size_t>{0, 0, 1, 2, 3, 3});
  CHECK(found.longest == Path{0, 2, 3, 4});
  CHECK(found.cycle.empty());
}

TEST_CASE("main path: counts and path by enumerating every path", "[algorithms][continuity]") {
  Random random(8);
  for (int round = 0; round < 100; ++round) {
    const std::uint32_t n = 2 + static_cast<std::uint32_t>(random.below(7));
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    random.shuffle(std::span(order));
    std::vector<Arc> arcs;
    for (std::uint32_t i = 0; i < n; ++i) {
      for (std::uint32_t k = i + 1; k < n; ++k) {
        for (std::uint64_t times = random.below(8); times > 5; --times) {  // parallel ones too
          arcs.push_back({order[i], order[k]});
        }
      }
    }
    const MainPath found = main_path(n, arcs);
    REQUIRE(found.cycle.empty());
    std::vector<double> counts(arcs.size(), 0.0);
    const auto all = all_paths(n, arcs);
    std::size_t longest = 0;
    for (const auto& path : all) {
      for (const std::size_t a : path) counts[a] += 1.0;
      longest = std::max(longest, path.size());
    }
    CHECK(found.counts == counts);
    double heaviest = 0.0;
    for (const auto& path : all) {
      double sum = 0.0;
      for (const std::size_t a : path) sum += counts[a];
      heaviest = std::max(heaviest, sum);
    }
    double sum = 0.0;
    for (std::size_t i = 0; i + 1 < found.path.size(); ++i) {
      double best = 0.0;
      for (std::size_t a = 0; a < arcs.size(); ++a) {
        if (arcs[a].from == found.path[i] && arcs[a].to == found.path[i + 1]) {
          best = std::max(best, counts[a]);
        }
      }
      REQUIRE(best > 0.0);
      sum += best;
    }
    CHECK(sum == heaviest);
    CHECK(found.longest.size() == (all.empty() ? 0 : longest + 1));
    CHECK(*std::max_element(found.depth.begin(), found.depth.end()) == longest);
  }
}

TEST_CASE("main path: a cycle is named, and nothing else", "[algorithms][continuity]") {
  const MainPath found =
      main_path(6, std::vector<Arc>{{0, 4}, {4, 2}, {2, 5}, {5, 4}, {5, 3}, {0, 1}});
  CHECK(found.cycle == Path{2, 5, 4});
  CHECK(found.counts.empty());
  CHECK(found.path.empty());
  CHECK(found.depth.empty());
  CHECK(main_path(1, std::vector<Arc>{{0, 0}}).cycle == Path{0});
}

TEST_CASE("main path: edges", "[algorithms][continuity]") {
  CHECK(main_path(0, {}).path.empty());
  CHECK(main_path(3, {}).path.empty());
  CHECK_THROWS_AS(main_path(2, std::vector<Arc>{{0, 2}}), InvalidOption);
  std::vector<Arc> chain;
  for (std::uint32_t i = 0; i + 1 < 200000; ++i) chain.push_back({i, i + 1});
  CHECK(main_path(200000, chain).path.size() == 200000);
}

}  // namespace summitry
