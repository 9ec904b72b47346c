// Looks: everybody has a place, in the picture or below it.
#include "exporters/drawing/looks.hpp"

#include <set>
#include <utility>

#include "tests/exporters/example.hpp"
#include "tests/support/catch.hpp"

namespace summitry::drawing {
namespace {

std::size_t vertex(const Network& network, const Graph& graph, const std::string& id) {
  VertexId v = 0;
  while (network.entity(graph.entity(v)).id != id) ++v;
  return v;
}

}  // namespace

TEST_CASE("looks: editions stand from left to right, and no two entities in one place",
          "[exporters][drawing]") {
  const Network network = example::network();
  const Graph graph = example::graph(network);
  const std::vector<Look> all = looks(network, graph, {});
  REQUIRE(all.size() == graph.vertex_count());
  CHECK(all[vertex(network, graph, "s1")].at.x < all[vertex(network, graph, "s2")].at.x);
  std::set<std::pair<double, double>> places;
  for (const Look& look : all) places.emplace(look.at.x, look.at.y);
  CHECK(places.size() == all.size());
}

TEST_CASE("looks: who has no place in the picture of the series stands below it, small",
          "[exporters][drawing]") {
  const Network network = example::network();
  const Graph graph = example::graph(network);
  const std::vector<Look> all = looks(network, graph, {});
  const Look& port = all[vertex(network, graph, "port")];
  for (const char* id : {"fra", "pact", "fund", "s1"}) {
    CHECK(port.at.y > all[vertex(network, graph, id)].at.y);
    CHECK(port.radius <= all[vertex(network, graph, id)].radius);
  }
}

TEST_CASE("looks: colours tell communities, of those below the picture as well",
          "[exporters][drawing]") {
  const Network network = example::network();
  const Graph graph = example::graph(network);
  const NamedPartition communities = example::communities(graph);
  DrawingOptions options;
  options.communities = &communities;
  const std::vector<Look> all = looks(network, graph, options);
  std::set<std::pair<std::uint32_t, std::string>> pairs;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    pairs.emplace(communities.partition.community[v], all[v].colour);
  }
  CHECK(pairs.size() == communities.partition.count);
}

}  // namespace summitry::drawing
