#include "algorithms/communities/resolution.hpp"

#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/graphs.hpp"

using namespace summitry;

namespace {

// `groups` complete graphs of `size` in a ring, each joined to the next by one edge.
Graph ring_of_cliques(VertexId groups, VertexId size) {
  GraphParts parts;
  parts.vertices = groups * size;
  for (VertexId g = 0; g < groups; ++g) {
    for (VertexId i = 0; i < size; ++i) {
      for (VertexId k = 0; k < i; ++k) parts.edges.push_back({g * size + k, g * size + i});
    }
    parts.edges.push_back({g * size, (g + 1) % groups * size + 1});
  }
  return Graph(std::move(parts));
}

std::string parameter(const NamedPartition& found, std::string_view name) {
  for (const auto& [key, value] : found.parameters) {
    if (key == name) return value;
  }
  return "";
}

}  // namespace

TEST_CASE("resolution: the plateau of a ring of cliques is the cliques",
          "[algorithms][communities]") {
  const Graph graph = ring_of_cliques(8, 6);
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
