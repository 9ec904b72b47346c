// Distances along whole lengths, from many sources at once, against one plain search a source.
#include "algorithms/structure/searches/whole_lengths.hpp"

#include <rapidcheck.h>

#include <limits>

#include "engine/random.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

struct Shape {
  VertexId n = 0;
  std::size_t m = 0;
  Direction direction = Direction::undirected;
  std::uint64_t longest = 1;
  double unit = 1.0;
};

Graph random_graph(const Shape& shape, std::uint64_t seed) {
  Random random(seed);
  GraphParts parts;
  parts.vertices = shape.n;
  parts.direction = shape.direction;
  parts.meaning = WeightMeaning::distance;
  for (std::size_t i = 0; i < shape.m; ++i) {
    parts.edges.push_back({static_cast<VertexId>(random.below(shape.n)),
                           static_cast<VertexId>(random.below(shape.n))});
    parts.weights.push_back(shape.unit * static_cast<double>(1 + random.below(shape.longest)));
  }
  return Graph(std::move(parts));
}

// Bellman and Ford with a queue, against the arcs: distances to `v`.
std::vector<double> plain_search(const Graph& graph, VertexId v) {
  std::vector<double> distance(graph.vertex_count(), std::numeric_limits<double>::infinity());
  std::vector<VertexId> queue{v};
  distance[v] = 0.0;
  for (std::size_t head = 0; head < queue.size(); ++head) {
    const VertexId w = queue[head];
    for (std::size_t k = 0; k < graph.in(w).size(); ++k) {
      const double length = distance[w] + graph.in_weights(w)[k];
      if (!(length < distance[graph.in(w)[k]])) continue;
      distance[graph.in(w)[k]] = length;
      queue.push_back(graph.in(w)[k]);
    }
  }
  return distance;
}

std::string trouble(const Graph& graph, int threads) {
  const auto fast = whole_length_sums(graph, {.threads = threads});
  if (!fast) return "not taken";
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    std::uint32_t reached = 0;
    double total = 0.0;
    double inverse = 0.0;
    double farthest = 0.0;
    for (const double distance : plain_search(graph, v)) {
      if (std::isinf(distance)) continue;
      ++reached;
      total += distance;
      if (distance > 0.0) inverse += 1.0 / distance;
      farthest = std::max(farthest, distance);
    }
    const bool same = fast->reached[v] == reached && fast->total[v] == total &&
                      fast->farthest[v] == farthest &&
                      std::abs(fast->inverse[v] - inverse) <= 1e-12 * (1.0 + inverse);
    if (!same) return "vertex " + std::to_string(v);
  }
  return "";
}

Graph of_lengths(std::vector<double> lengths) {
  GraphParts parts;
  parts.vertices = static_cast<VertexId>(lengths.size() + 1);
  parts.meaning = WeightMeaning::distance;
  for (VertexId v = 0; v < lengths.size(); ++v) parts.edges.push_back({v, v + 1});
  parts.weights = std::move(lengths);
  return Graph(std::move(parts));
}

}  // namespace

TEST_CASE("whole lengths: a shorter way of more edges, by hand", "[algorithms][distances]") {
  //  0 -6- 1, and 0 -2- 2 -2- 1: from 0 to 1 it is 4
  GraphParts parts;
  parts.vertices = 3;
  parts.meaning = WeightMeaning::distance;
  parts.edges = {{0, 1}, {0, 2}, {2, 1}};
  parts.weights = {6.0, 2.0, 2.0};
  const auto sums = whole_length_sums(Graph(std::move(parts)), {});
  REQUIRE(sums);
  CHECK(sums->reached == std::vector<std::uint32_t>{3, 3, 3});
  CHECK(sums->total == std::vector<double>{6, 6, 4});
  CHECK(sums->inverse == std::vector<double>{0.75, 0.75, 1});
  CHECK(sums->farthest == std::vector<double>{4, 4, 2});
}

TEST_CASE("whole lengths: agrees with plain searches on random graphs", "[algorithms][distances]") {
  for (const Direction direction : {Direction::directed, Direction::undirected}) {
    CHECK(rc::check([direction] {
      const Shape shape = {*rc::gen::inRange<VertexId>(1, 40),
                           *rc::gen::inRange<std::size_t>(1, 100), direction,
                           *rc::gen::inRange<std::uint64_t>(1, 64), 3.0};
      RC_ASSERT(trouble(random_graph(shape, *rc::gen::arbitrary<std::uint64_t>()), 1) == "");
    }));
  }
}

TEST_CASE("whole lengths: more sources than one batch holds, sparse and dense",
          "[algorithms][distances]") {
  for (const Direction direction : {Direction::directed, Direction::undirected}) {
    CHECK(trouble(random_graph({1100, 900, direction, 9}, 1), 2) == "");
    CHECK(trouble(random_graph({1100, 6000, direction, 9}, 2), 2) == "");
  }
}

TEST_CASE("whole lengths: are not taken where they are none, or differ too much",
          "[algorithms][distances]") {
  CHECK(whole_length_sums(of_lengths({5.0, 320.0}), {}));  // 64 units of 5
  CHECK_FALSE(whole_length_sums(of_lengths({5.0, 325.0}), {}));
  CHECK_FALSE(whole_length_sums(of_lengths({1.0, 1.5}), {}));
  CHECK_FALSE(whole_length_sums(of_lengths({1e10, 1e10}), {}));
  CHECK_FALSE(whole_length_sums(of_lengths({1e300}), {}));
  CHECK_FALSE(whole_length_sums(Graph(), {}));
}

TEST_CASE("whole lengths: the same bytes on one thread and on four", "[algorithms][parallel]") {
  const Graph graph = random_graph({2000, 6000, Direction::directed, 7}, 4);
  const auto one = whole_length_sums(graph, {.threads = 1});
  const auto four = whole_length_sums(graph, {.threads = 4});
  REQUIRE((one && four));
  CHECK(one->total == four->total);
  CHECK(one->inverse == four->inverse);
}
