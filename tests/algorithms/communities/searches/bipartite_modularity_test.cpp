#include "algorithms/communities/searches/bipartite_modularity.hpp"

#include <atomic>
#include <fstream>
#include <map>
#include <set>

#include "algorithms/communities/trust/detect.hpp"
#include "engine/error.hpp"
#include "tests/algorithms/communities/sample_graphs.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/oracles.hpp"
#include "tests/support/paths.hpp"

namespace summitry {
namespace {

using testing::Labelling;
using testing::unweighted;
using testing::with_strengths;

Run seeded(std::uint64_t seed) {
  Run run;
  run.seed = seed;
  return run;
}

// Barber's definition, a sum over pairs of a vertex of either mode.
double by_pairs(const Graph& graph, const Labelling& labels, const std::vector<bool>& first,
                double resolution) {
  testing::Matrix weight = testing::adjacency(graph);
  const std::size_t n = labels.size();
  for (std::size_t u = 0; u < n; ++u) {
    for (std::size_t v = 0; v < u; ++v) {  // whichever way an edge goes
      const double both = graph.directed() ? weight[u][v] + weight[v][u] : weight[u][v];
      weight[u][v] = weight[v][u] = both;
    }
  }
  double m = 0.0;
  std::vector<double> strength(n, 0.0);
  for (std::size_t u = 0; u < n; ++u) {
    for (std::size_t v = 0; v < n; ++v) {
      strength[u] += weight[u][v];
      if (first[u]) m += weight[u][v];
    }
  }
  double sum = 0.0;
  for (std::size_t u = 0; u < n; ++u) {
    for (std::size_t v = 0; v < n; ++v) {
      if (!first[u] || first[v] || labels[u] != labels[v]) continue;
      sum += weight[u][v] - resolution * strength[u] * strength[v] / m;
    }
  }
  return sum / m;
}

// Vertices 0..left-1 against the rest; parallel edges now and then.
Graph random_two_mode(Random& random, VertexId left, VertexId right, bool weighted,
                      Direction direction) {
  std::vector<Edge> edges{{0, left}};
  std::vector<double> weights{1.0};
  for (std::uint64_t e = random.below(2 * (left + right)); e > 0; --e) {
    Edge edge{static_cast<VertexId>(random.below(left)),
              static_cast<VertexId>(left + random.below(right))};
    if (random.below(2) == 0) std::swap(edge.source, edge.target);
    edges.push_back(edge);
    weights.push_back(0.25 * static_cast<double>(random.below(9)));
  }
  return weighted ? with_strengths(left + right, edges, weights, direction)
                  : unweighted(left + right, edges, direction);
}

std::vector<std::uint32_t> up_to(std::uint32_t count) {
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < count; ++i) numbers.push_back(i);
  return numbers;
}

TEST_CASE("bipartite modularity: two pairs of pairs and a bridge, by hand",
          "[algorithms][communities][bipartite]") {
  // 0 1 with 4 5, 2 3 with 6 7, and 1-6; m = 9
  const Graph graph =
      unweighted(8, {{0, 4}, {0, 5}, {1, 4}, {1, 5}, {2, 6}, {2, 7}, {3, 6}, {3, 7}, {1, 6}});
  const Partition found = bipartite_modularity(graph);
  CHECK(found.community == Labelling{0, 0, 1, 1, 0, 0, 1, 1});
  // inside 4 and 4; strengths 5 by 4, and 4 by 5
  CHECK(*found.quality == Approx(8.0 / 9.0 - 40.0 / 81.0));
  CHECK(modes(graph) == std::vector<bool>{true, true, true, true, false, false, false, false});
}

TEST_CASE("bipartite modularity: complete two-mode graphs side by side",
          "[algorithms][communities][bipartite]") {
  // k copies of K(2,3): Q = 1 - 1/k
  for (VertexId k = 2; k <= 6; ++k) {
    std::vector<Edge> edges;
    for (VertexId c = 0; c < k; ++c) {
      for (VertexId e = 0; e < 6; ++e) edges.push_back({5 * c + e % 2, 5 * c + 2 + e / 2});
    }
    const Partition found = bipartite_modularity(unweighted(5 * k, edges));
    CHECK(found.count == k);
    CHECK(*found.quality == Approx(1.0 - 1.0 / static_cast<double>(k)));
  }
}

TEST_CASE("bipartite modularity: is Barber's sum over pairs",
          "[algorithms][communities][bipartite]") {
  Random random(17);
  for (int trial = 0; trial < 120; ++trial) {
    const auto direction = trial % 2 == 0 ? Direction::directed : Direction::undirected;
    const auto left = static_cast<VertexId>(1 + random.below(7));
    const auto right = static_cast<VertexId>(1 + random.below(7));
    const Graph graph = random_two_mode(random, left, right, trial % 3 == 0, direction);
    const std::vector<bool> first = modes(graph, up_to(left));
    Labelling labels(graph.vertex_count());
    for (std::uint32_t& label : labels) label = static_cast<std::uint32_t>(random.below(4));
    CHECK(barber_modularity(graph, labels, first, 1.3) ==
          Approx(by_pairs(graph, labels, first, 1.3)).margin(1e-12));
    const Partition found = bipartite_modularity(graph, {.first_mode = up_to(left)});
    CHECK(*found.quality == Approx(by_pairs(graph, found.community, first, 1.0)).margin(1e-12));
  }
}

TEST_CASE("bipartite modularity: is the optimum over all partitions of small graphs",
          "[algorithms][communities][bipartite]") {
  Random random(23);
  for (int trial = 0; trial < 40; ++trial) {
    const Graph graph = random_two_mode(random, 4, 4, trial % 2 == 0, Direction::undirected);
    const std::vector<bool> first = modes(graph, up_to(4));
    const double best = testing::best_of_all(
        8, [&](const Labelling& labels) { return by_pairs(graph, labels, first, 1.0); });
    INFO("trial " << trial << ", m " << graph.edge_count());
    const Partition found = bipartite_modularity(graph, {.attempts = 20, .first_mode = up_to(4)});
    CHECK(*found.quality == Approx(best).margin(1e-9));
  }
}

TEST_CASE("bipartite modularity: more attempts are never worse, one is the plain search",
          "[algorithms][communities][bipartite]") {
  Random random(8);
  const Graph graph = random_two_mode(random, 40, 40, false, Direction::undirected);
  double before = -1.0;
  for (const std::size_t attempts : {1U, 4U, 16U}) {
    const double now = *bipartite_modularity(graph, {.attempts = attempts}, seeded(3)).quality;
    CHECK(now >= before);
    before = now;
  }
}

TEST_CASE("bipartite modularity: direction tells the modes of parts that hang apart",
          "[algorithms][communities][bipartite]") {
  const std::vector<Edge> edges{{3, 0}, {1, 2}};
  CHECK(modes(unweighted(5, edges, Direction::directed)) ==
        std::vector<bool>{false, true, false, true, false});
  CHECK(modes(unweighted(5, edges)) == std::vector<bool>{true, true, false, false, true});
  // 0 sends and receives: direction is no help, colours are
  CHECK(modes(unweighted(3, {{0, 1}, {2, 0}}, Direction::directed)) ==
        std::vector<bool>{true, false, false});
  CHECK(modes(unweighted(4, edges), {1, 3}) == std::vector<bool>{false, true, false, true});
}

TEST_CASE("bipartite modularity: refuses what is not two-mode and says what to do",
          "[algorithms][communities][bipartite]") {
  const Graph triangle = unweighted(3, {{0, 1}, {1, 2}, {0, 2}});
  CHECK_THROWS_AS(bipartite_modularity(triangle), InvalidOption);
  CHECK_THROWS_WITH(bipartite_modularity(triangle), Catch::Contains("--kinds"));
  CHECK_THROWS_WITH(bipartite_modularity(unweighted(2, {{0, 1}, {1, 1}})),
                    Catch::Contains("vertex 1 has a loop"));
  const Graph pair = unweighted(3, {{0, 1}, {1, 2}});
  CHECK_THROWS_WITH(bipartite_modularity(pair, {.first_mode = {0, 1}}),
                    Catch::Contains("both in the first mode"));
  CHECK_THROWS_WITH(bipartite_modularity(pair, {.first_mode = {0}}),
                    Catch::Contains("both outside the first mode"));
  CHECK_THROWS_AS(bipartite_modularity(pair, {.first_mode = {9}}), InvalidOption);
  CHECK_THROWS_AS(bipartite_modularity(pair, {.resolution = -1.0}), InvalidOption);
  CHECK_THROWS_AS(bipartite_modularity(pair, {.attempts = 0}), InvalidOption);
  CHECK_THROWS_AS(bipartite_modularity(with_strengths(2, {{0, 1}}, {-1.0})), InvalidWeight);
  std::atomic<bool> stop{true};
  Run cancelled;
  cancelled.cancel = &stop;
  CHECK_THROWS_AS(bipartite_modularity(pair, {}, cancelled), Cancelled);
}

TEST_CASE("bipartite modularity: nobody, isolates, parallel edges and no weight at all",
          "[algorithms][communities][bipartite]") {
  CHECK(bipartite_modularity(Graph()).count == 0);
  CHECK_FALSE(bipartite_modularity(Graph()).quality.has_value());
  CHECK(bipartite_modularity(unweighted(3, {})).count == 3);
  CHECK(bipartite_modularity(unweighted(5, {{0, 1}, {0, 1}, {2, 3}})).community ==
        Labelling{0, 0, 1, 1, 2});
  CHECK(bipartite_modularity(with_strengths(2, {{0, 1}}, {0.0})).count == 2);
}

TEST_CASE("bipartite modularity: one, two or four threads give the same bytes",
          "[algorithms][communities][bipartite][parallel]") {
  Random random(4);
  const Graph graph = random_two_mode(random, 60, 30, true, Direction::undirected);
  std::vector<NamedPartition> found;
  for (const int threads : {1, 2, 4}) {
    Run run = seeded(5);
    run.threads = threads;
    found.push_back(detect_communities(graph, {.method = "bipartite-modularity", .runs = 6}, run));
  }
  for (const NamedPartition& other : found) {
    CHECK(other.partition.community == found[0].partition.community);
    CHECK(other.partition.quality == found[0].partition.quality);
    CHECK(other.stability->mean_agreement == found[0].stability->mean_agreement);
    CHECK(other.quality_name == "bipartite-modularity");
  }
}

// Who attended what, as the data set has it.
Graph southern_women() {
  std::ifstream file(testing::source_dir() + "/datasets/southern-women/relations.csv");
  std::string line;
  std::getline(file, line);
  std::map<std::string, VertexId> number;
  std::vector<std::pair<std::string, std::string>> pairs;
  while (std::getline(file, line)) {
    const std::size_t comma = line.find(',');
    const std::size_t second = line.find(',', comma + 1);
    const std::size_t third = line.find(',', second + 1);
    pairs.emplace_back(line.substr(0, comma), line.substr(second + 1, third - second - 1));
    number.emplace(pairs.back().first, 0);
    number.emplace(pairs.back().second, 0);
  }
  VertexId next = 0;
  for (auto& [name, v] : number) v = next++;
  std::vector<Edge> edges;
  for (const auto& [woman, event] : pairs) edges.push_back({number[woman], number[event]});
  return unweighted(next, edges);
}

TEST_CASE("bipartite modularity: Southern Women as published, with each of fifty seeds",
          "[algorithms][communities][bipartite]") {
  // Davis, Gardner & Gardner 1941; 0.345537 in four communities is the best known value.
  const Graph graph = southern_women();
  REQUIRE(graph.vertex_count() == 32);
  REQUIRE(graph.edge_count() == 89);
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    const Partition found = bipartite_modularity(graph, {}, seeded(seed));
    CHECK(*found.quality == Approx(0.345537).margin(5e-7));
    CHECK(found.count == 4);
  }
}

TEST_CASE("bipartite modularity: modes that are not one a vertex are refused",
          "[algorithms][communities][bipartite]") {
  const Graph graph = unweighted(4, {{0, 1}, {2, 3}});
  const std::vector<std::uint32_t> labels = {0, 0, 1, 1};
  CHECK(barber_modularity(graph, labels, {true, false, true, false}) == Approx(0.5));
  CHECK_THROWS_AS(barber_modularity(graph, labels, {true, false, true}), InvalidOption);
}

TEST_CASE("bipartite modularity: the quality of a consensus is told as well",
          "[algorithms][communities][bipartite]") {
  const Graph graph = southern_women();
  const auto found = detect_communities(
      graph, {.method = "bipartite-modularity", .runs = 5, .keep = Keep::consensus});
  REQUIRE(found.kept == "consensus");
  REQUIRE(found.partition.quality.has_value());
  CHECK(*found.partition.quality ==
        barber_modularity(graph, found.partition.community, modes(graph)));
}

TEST_CASE("bipartite modularity: what is as good in one piece is not divided",
          "[algorithms][communities][bipartite]") {
  CHECK(bipartite_modularity(unweighted(2, {{0, 1}})).community == Labelling{0, 0});
  std::vector<Edge> rays;
  for (VertexId v = 1; v < 31; ++v) rays.push_back({0, v});
  const Partition star = bipartite_modularity(unweighted(31, rays));
  CHECK(star.count == 1);
  CHECK(*star.quality == Approx(0.0).margin(1e-12));
  const Partition two = bipartite_modularity(unweighted(5, {{0, 1}, {2, 3}}));
  CHECK(two.community == Labelling{0, 0, 1, 1, 2});
  CHECK(*two.quality == Approx(0.5));
}

}  // namespace
}  // namespace summitry
