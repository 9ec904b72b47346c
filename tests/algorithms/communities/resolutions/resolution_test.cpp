#include "algorithms/communities/resolutions/resolution.hpp"

#include <cmath>

#include "algorithms/communities/agreement/agreement.hpp"
#include "algorithms/communities/quality/modularity.hpp"
#include "engine/error.hpp"
#include "tests/algorithms/communities/sample_graphs.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"

using namespace summitry;

namespace {

std::string parameter(const NamedPartition& found, std::string_view name) {
  for (const auto& [key, value] : found.parameters) {
    if (key == name) return value;
  }
  return "";
}

}  // namespace

TEST_CASE("resolution: the plateau of a ring of cliques is the cliques",
          "[algorithms][communities]") {
  const Graph graph = testing::ring_of_cliques(8, 6);
  for (const char* quality : {"modularity", "cpm"}) {
    INFO(quality);
    const DetectOptions options{"leiden", {{"quality", quality}, {"resolution", "auto"}}, 3};
    const Plateau plateau = longest_plateau(graph, options);
    CHECK(plateau.from < plateau.to);
    CHECK(plateau.from <= plateau.resolution);
    CHECK(plateau.resolution <= plateau.to);
    const NamedPartition found = detect_communities(graph, options);
    CHECK(found.partition.count == 8);
    CHECK(parameter(found, "resolution") != "auto");
    CHECK_FALSE(parameter(found, "resolution-plateau").empty());
  }
}

TEST_CASE("resolution: nobody, one, and a graph without a plateau take the middle",
          "[algorithms][communities]") {
  const DetectOptions options{"leiden", {{"resolution", "auto"}}, 1};
  CHECK(longest_plateau(Graph(), options).resolution == 1.0);
  GraphParts one;
  one.vertices = 1;
  CHECK(longest_plateau(Graph(std::move(one)), options).resolution == 1.0);
  GraphParts apart;
  apart.vertices = 5;
  CHECK(longest_plateau(Graph(std::move(apart)), options).resolution == 1.0);
}

TEST_CASE("resolution: the density of a directed graph is over ordered pairs",
          "[algorithms][communities]") {
  const DetectOptions options{"leiden", {{"quality", "cpm"}}, 1};
  const Graph one_way = testing::ring_of_cliques(5, 4);
  std::vector<Edge> edges = one_way.edges();
  const std::size_t m = edges.size();
  for (std::size_t e = 0; e < m; ++e) edges.push_back({edges[e].target, edges[e].source});
  const Graph both_ways = testing::unweighted(20, edges, Direction::directed);
  const double density = 2.0 * static_cast<double>(m) / (20.0 * 19.0);
  for (const Graph* graph : {&one_way, &both_ways}) {
    INFO(graph->directed());
    const ResolutionProfile profile = resolution_profile(*graph, options);
    CHECK(profile.points.front().resolution == Approx(density / 4.0));
  }
}

TEST_CASE("resolution: found the same on one thread and on four",
          "[algorithms][communities][parallel]") {
  const DetectOptions options{"louvain", {{"resolution", "auto"}}, 2};
  const NamedPartition one = detect_communities(testing::karate(), options, {.threads = 1});
  const NamedPartition four = detect_communities(testing::karate(), options, {.threads = 4});
  CHECK(one.partition.community == four.partition.community);
  CHECK(one.parameters == four.parameters);
}

TEST_CASE("resolution: a method without one refuses it", "[algorithms][communities]") {
  const DetectOptions options{"label-propagation", {{"resolution", "auto"}}, 1};
  CHECK_THROWS_AS(detect_communities(testing::karate(), options), InvalidOption);
}

TEST_CASE("resolution: the ranges of a ring of cliques are those that are known",
          "[algorithms][communities]") {
  // c cliques of s in a ring, m = c (s (s - 1) / 2 + 1): single cliques have the modularity
  // 1 - 1 / (s (s - 1) / 2 + 1) - r / c, pairs of them 1 - 1 / (2 (s (s - 1) / 2 + 1)) - 2 r / c:
  // they are equal at r = c / (2 (s (s - 1) / 2 + 1)) (Fortunato & Barthelemy 2007).
  const Graph graph = testing::ring_of_cliques(6, 4);
  const ResolutionProfile profile = resolution_profile(graph, {});
  const double border = 6.0 / (2.0 * 7.0);
  bool met = false;
  for (std::size_t i = 1; i < profile.ranges.size(); ++i) {
    CHECK(profile.ranges[i].from == profile.ranges[i - 1].to);
    if (profile.ranges[i].communities != 6) continue;
    CHECK(profile.ranges[i - 1].communities == 3);
    CHECK(profile.ranges[i].from == Approx(border));
    CHECK(profile.ranges[i].modularity == Approx(1.0 - 1.0 / 7.0 - 1.0 / 6.0));
    met = true;
  }
  CHECK(met);
  const Plateau plateau = longest_plateau(graph, {});
  CHECK(plateau.communities == 6);
  CHECK(plateau.from > border);
}

TEST_CASE("resolution: points lie on the envelope and know their plateau",
          "[algorithms][communities]") {
  const Graph graph = testing::karate();
  const ResolutionProfile profile = resolution_profile(graph, {.runs = 4});
  REQUIRE(profile.points.size() > 10);
  CHECK(profile.quality_name == "modularity");
  std::size_t chosen = 0;
  for (const auto& plateau : profile.plateaus) {
    chosen += plateau.chosen ? 1 : 0;
    CHECK(plateau.from < plateau.to);
    CHECK(plateau.from <= plateau.resolution);
    CHECK(plateau.resolution <= plateau.to);
    CHECK(plateau.stability >= 0.9);
  }
  CHECK(chosen <= 1);
  for (std::size_t i = 0; i < profile.points.size(); ++i) {
    const auto& point = profile.points[i];
    CHECK(point.from <= point.resolution);
    CHECK(point.resolution <= point.to);
    if (i > 0) CHECK(point.resolution > profile.points[i - 1].resolution);
    if (point.resolution == 1.0) CHECK(point.quality == Approx(0.4197896).margin(5e-8));
    if (point.plateau) {
      CHECK(profile.plateaus[*point.plateau].from <= point.resolution);
      CHECK(point.resolution <= profile.plateaus[*point.plateau].to);
    }
  }
  CHECK_THROWS_AS(resolution_profile(graph, {.runs = 0}), InvalidOption);
  CHECK_THROWS_AS(resolution_profile(graph, {.method = "label-propagation"}), InvalidOption);
}

TEST_CASE("resolution: other runs find nothing that is much better", "[algorithms][communities]") {
  const Graph graph = testing::planted(5, 8, 0.6, 0.15, 2);
  const ResolutionProfile profile = resolution_profile(graph, {});
  for (const auto& point : profile.points) {
    for (std::uint64_t seed = 50; seed < 53; ++seed) {
      const NamedPartition other = detect_communities(
          graph, {.parameters = {{"resolution", std::to_string(point.resolution)}}, .runs = 1},
          {.seed = seed});
      const double found = modularity(graph, other.partition, point.resolution);
      CHECK(found <= point.quality + 0.01);
    }
  }
}

TEST_CASE("resolution: auto recovers planted groups that resolution 1 merges",
          "[algorithms][communities]") {
  const Graph graph = testing::ring_of_cliques(40, 5);
  testing::Labelling truth;
  for (std::uint32_t v = 0; v < 200; ++v) truth.push_back(v / 5);
  const NamedPartition one = detect_communities(graph, {.runs = 5});
  const NamedPartition found =
      detect_communities(graph, {.parameters = {{"resolution", "auto"}}, .runs = 5});
  CHECK(one.partition.count < 40);
  CHECK(adjusted_rand_index(found.partition.community, truth) == 1.0);
}

TEST_CASE("resolution: auto takes what the profile says it takes", "[algorithms][communities]") {
  std::size_t chosen = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const Graph graph = testing::planted(6, 12, 0.6, 0.08, seed);
    const Plateau taken = longest_plateau(graph, {});
    for (const Plateau& plateau : resolution_profile(graph, {}).plateaus) {
      if (!plateau.chosen) continue;
      ++chosen;
      CHECK(plateau.resolution == taken.resolution);
      CHECK(plateau.from == taken.from);
      CHECK(plateau.to == taken.to);
    }
  }
  CHECK(chosen > 3);
}

TEST_CASE("resolution: auto is near the likeliest one of planted groups",
          "[algorithms][communities]") {
  testing::Labelling truth;
  for (std::uint32_t v = 0; v < 200; ++v) truth.push_back(v / 25);
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const Graph graph = testing::planted(8, 25, 0.5, 0.05, seed);
    const double inside = modularity(graph, truth, 0.0);
    const double expected = inside - modularity(graph, truth, 1.0);
    const double within = inside / expected;
    const double across = (1.0 - inside) / (1.0 - expected);
    const double likeliest = (within - across) / std::log(within / across);
    const Plateau taken = longest_plateau(graph, {});
    // Resolutions are a quarter of an octave apart.
    CHECK(std::abs(std::log2(taken.resolution / likeliest)) <= 0.125 + 1e-9);
  }
}

TEST_CASE("resolution: without a plateau and with stable runs, auto is the middle",
          "[algorithms][communities]") {
  // A star is one community until it is shattered.
  std::vector<Edge> rays;
  for (VertexId v = 1; v < 30; ++v) rays.push_back({0, v});
  const Plateau plateau = longest_plateau(testing::unweighted(30, rays), {});
  CHECK(plateau.resolution == 1.0);
  CHECK(plateau.from == plateau.to);
}

TEST_CASE("resolution: a profile is the same on one thread and on four",
          "[algorithms][communities][parallel]") {
  const Graph graph = testing::planted(4, 10, 0.5, 0.15, 6);
  const ResolutionProfile one = resolution_profile(graph, {}, {.threads = 1});
  const ResolutionProfile four = resolution_profile(graph, {}, {.threads = 4});
  REQUIRE(one.points.size() == four.points.size());
  for (std::size_t i = 0; i < one.points.size(); ++i) {
    CHECK(one.points[i].quality == four.points[i].quality);
    CHECK(one.points[i].stability == four.points[i].stability);
    CHECK(one.points[i].distance == four.points[i].distance);
    CHECK(one.points[i].from == four.points[i].from);
    CHECK(one.points[i].plateau == four.points[i].plateau);
  }
  CHECK(one.distinct == four.distinct);
}
