// How much a factor would fill in, against eliminating rows one by one.
#include "algorithms/centrality/rows/fill.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/oracles.hpp"

namespace summitry::testing {
namespace {

Pattern pattern_of(const Graph& graph) {
  Pattern pattern;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    pattern.ends.insert(pattern.ends.end(), graph.out(v).begin(), graph.out(v).end());
    pattern.offsets.push_back(pattern.ends.size());
  }
  return pattern;
}

// Whoever is eliminated joins those that are left of its neighbours.
Fill by_eliminating(const Graph& graph, const std::vector<std::uint32_t>& places) {
  Matrix joined = simple_adjacency(graph);
  std::vector<std::size_t> order(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) order[places[i]] = i;
  Fill fill;
  for (std::size_t k = 0; k < order.size(); ++k) {
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (places[i] > k && joined[order[k]][i] > 0.0) left.push_back(i);
    }
    fill.entries += left.size();
    fill.products += static_cast<double>(left.size() * left.size());
    for (const std::size_t a : left) {
      for (const std::size_t b : left) joined[a][b] = a == b ? 0.0 : 1.0;
    }
  }
  return fill;
}

}  // namespace

TEST_CASE("fill: a star by its middle fills in all, by its leaves nothing", "[algorithms][fill]") {
  const Pattern pattern = pattern_of(star(4));
  const std::vector<std::uint32_t> middle_first = {0, 1, 2, 3, 4};
  const std::vector<std::uint32_t> middle_last = {4, 0, 1, 2, 3};
  CHECK(fill_of(pattern, middle_first, 100)->entries == 4 + 3 + 2 + 1);
  CHECK(fill_of(pattern, middle_first, 100)->products == 16 + 9 + 4 + 1);
  CHECK(fill_of(pattern, middle_last, 100)->entries == 4);
  CHECK(fill_of(pattern, elimination_places(pattern), 100)->entries == 4);
  CHECK(fill_of(pattern, middle_first, 10).has_value());
  CHECK_FALSE(fill_of(pattern, middle_first, 9).has_value());
}

TEST_CASE("fill: as many entries as there are to begin with, parallel ones once",
          "[algorithms][fill]") {
  const Pattern tangle = pattern_of(complete(6));
  CHECK(may_fit(tangle, 15));
  CHECK_FALSE(may_fit(tangle, 14));
  const Pattern twice = pattern_of(undirected(3, {{0, 1}, {0, 1}, {1, 2}, {2, 2}}));
  CHECK(may_fit(twice, 2));
  CHECK_FALSE(may_fit(twice, 1));
  CHECK(may_fit(Pattern{}, 0));
}

TEST_CASE("fill: agrees with eliminating rows one by one on random graphs", "[algorithms][fill]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const auto n = static_cast<VertexId>(1 + seed % 25);
    const Graph graph =
        random_graph({n, seed, Direction::undirected}, seed);  // loops, parallel edges
    const Pattern pattern = pattern_of(graph);
    INFO(drawn(graph));
    for (const auto& places : {random_permutation(n, seed), elimination_places(pattern)}) {
      const Fill expected = by_eliminating(graph, places);
      const auto found = fill_of(pattern, places, 1000);
      REQUIRE(found.has_value());
      CHECK(found->entries == expected.entries);
      CHECK(found->products == expected.products);
    }
  }
}

TEST_CASE("fill: an order is one of all rows, and fills in less than chance does",
          "[algorithms][fill]") {
  std::size_t chosen = 0;
  std::size_t by_chance = 0;
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const Pattern pattern = pattern_of(random_graph({60, 90}, seed));
    std::vector<std::uint32_t> places = elimination_places(pattern);
    chosen += fill_of(pattern, places, 10'000)->entries;
    by_chance += fill_of(pattern, random_permutation(60, seed), 10'000)->entries;
    std::sort(places.begin(), places.end());
    for (std::uint32_t i = 0; i < 60; ++i) CHECK(places[i] == i);
  }
  CHECK(2 * chosen < by_chance);
  CHECK(elimination_places(Pattern{}).empty());
}

}  // namespace summitry::testing
