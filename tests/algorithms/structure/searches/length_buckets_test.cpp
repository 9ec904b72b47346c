// The queue of searches along lengths of which none is much longer than another.
#include "algorithms/structure/searches/length_buckets.hpp"

#include <rapidcheck.h>

#include <limits>

#include "algorithms/structure/searches/dijkstra.hpp"
#include "engine/random.hpp"
#include "tests/support/catch.hpp"

namespace summitry::testing {
namespace {

Graph random_graph(VertexId n, std::size_t m, double shortest, double longest, Random& random) {
  GraphParts parts;
  parts.vertices = n;
  parts.direction = Direction::directed;
  parts.meaning = WeightMeaning::distance;
  for (std::size_t i = 0; i < m; ++i) {
    parts.edges.push_back(
        {static_cast<VertexId>(random.below(n)), static_cast<VertexId>(random.below(n))});
    parts.weights.push_back(shortest + (longest - shortest) * random.unit());
  }
  return Graph(std::move(parts));
}

// Bellman and Ford: every edge, until nothing changes.
std::vector<double> plain_distances(const Graph& graph, VertexId source) {
  std::vector<double> distance(graph.vertex_count(), std::numeric_limits<double>::infinity());
  distance[source] = 0.0;
  for (bool changed = true; changed;) {
    changed = false;
    for (VertexId v = 0; v < graph.vertex_count(); ++v) {
      for (std::size_t k = 0; k < graph.out(v).size(); ++k) {
        const double length = distance[v] + graph.out_weights(v)[k];
        if (!(length < distance[graph.out(v)[k]])) continue;
        distance[graph.out(v)[k]] = length;
        changed = true;
      }
    }
  }
  return distance;
}

// By either queue, whichever the lengths ask for. Nobody is settled after one who is farther by more
// than the shortest edge.
bool agrees(const Graph& graph) {
  double shortest = std::numeric_limits<double>::infinity();
  for (const double length : graph.out_arc_weights()) shortest = std::min(shortest, length);
  Dijkstra search(graph, Along::out);
  for (VertexId s = 0; s < graph.vertex_count(); ++s) {
    search.search(s);
    const std::vector<double> expected = plain_distances(graph, s);
    std::size_t reached = 0;
    for (VertexId v = 0; v < graph.vertex_count(); ++v) {
      if (search.distance(v) != expected[v]) return false;
      reached += std::isfinite(expected[v]) ? 1 : 0;
    }
    if (search.settled().size() != reached || search.settled()[0] != s) return false;
    double farthest = 0.0;
    for (const VertexId v : search.settled()) {
      if (search.distance(v) + shortest < farthest) return false;
      farthest = std::max(farthest, search.distance(v));
    }
  }
  return true;
}

}  // namespace

TEST_CASE("length buckets: are for lengths of which none is much longer than another",
          "[algorithms][distances]") {
  const auto usable = [](std::vector<double> lengths) { return LengthBuckets(lengths).usable(); };
  CHECK(usable({1.0, 64.0}));
  CHECK(usable({0.3}));
  CHECK_FALSE(usable({1.0, 65.0}));
  CHECK_FALSE(usable({0.0, 1.0}));
  CHECK_FALSE(usable({1e-300, 1e300}));
  CHECK_FALSE(usable({1e-310, 2e-310}));
  CHECK_FALSE(usable({}));
}

TEST_CASE("length buckets: searches by either queue agree with Bellman and Ford",
          "[algorithms][distances]") {
  for (const double longest : {0.5, 0.7, 5.0, 31.0, 500.0}) {
    CHECK(rc::check([longest] {
      Random random(*rc::gen::arbitrary<std::uint64_t>());
      const auto n = *rc::gen::inRange<VertexId>(1, 30);
      const auto m = *rc::gen::inRange<std::size_t>(0, 120);
      RC_ASSERT(agrees(random_graph(n, m, 0.5, longest, random)));
    }));
  }
}

TEST_CASE("length buckets: lengths at both ends of what a double holds",
          "[algorithms][distances]") {
  for (const double shortest : {5e-324, 1e-310, 5e-309, 3e-308, 1e306}) {
    Random random(3);
    CHECK(agrees(random_graph(20, 60, shortest, 3.0 * shortest, random)));
  }
}

TEST_CASE("length buckets: many lengths on the edge of a bucket", "[algorithms][distances]") {
  // 0.1 apart: sums of tenths fall on either side of a multiple.
  GraphParts parts;
  parts.vertices = 200;
  parts.meaning = WeightMeaning::distance;
  for (VertexId v = 1; v < parts.vertices; ++v) {
    parts.edges.push_back({v - 1, v});
    parts.weights.push_back(0.1);
    if (v > 1) parts.edges.push_back({v - 2, v});
    if (v > 1) parts.weights.push_back(0.1 * (v % 3 == 0 ? 2.0 : 3.0));
  }
  CHECK(agrees(Graph(std::move(parts))));
}

}  // namespace summitry::testing
