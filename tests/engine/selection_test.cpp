#include "engine/selection.hpp"

#include <set>

#include "engine/error.hpp"
#include "engine/reshape.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"

using namespace summitry;
using testing::summit_network;

namespace {

using Pairs = std::set<std::pair<std::string, std::string>>;

// Edges by the ids of their ends.
Pairs pairs(const Network& network, const Graph& graph) {
  Pairs found;
  for (const Edge& edge : graph.edges()) {
    found.emplace(network.entity(graph.entity(edge.source)).id,
                  network.entity(graph.entity(edge.target)).id);
  }
  return found;
}

std::vector<std::string> ids(const Network& network, const Graph& graph) {
  std::vector<std::string> found;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    found.push_back(network.entity(graph.entity(v)).id);
  }
  return found;
}

}  // namespace

TEST_CASE("select: by default realised and sourced relations, all entities",
          "[engine][selection]") {
  const Network network = summit_network();
  const Graph graph = select(network);
  CHECK(graph.vertex_count() == 8);
  CHECK_FALSE(graph.directed());
  CHECK_FALSE(graph.weighted());
  // 14 rows less the refusal and the unverified one; ago attended and hosted two-2024: one edge.
  CHECK(graph.edge_count() == 11);
  CHECK(selected_relations(network, {}).size() == 12);
}

TEST_CASE("select: an edge knows all relations it stands for", "[engine][selection]") {
  const Network network = summit_network();
  const Graph graph = select(network);
  std::size_t total = 0;
  bool merged = false;
  for (EdgeId e = 0; e < graph.edge_count(); ++e) {
    total += graph.relations(e).size();
    for (const RelationIndex r : graph.relations(e)) {
      const Relation relation = network.relation(r);
      const Edge edge = graph.edges()[e];
      const std::set<EntityIndex> ends{graph.entity(edge.source), graph.entity(edge.target)};
      CHECK(ends == std::set<EntityIndex>{relation.source, relation.target});
      CHECK(relation.confidence <= Confidence::secondary);
      CHECK(relation.status == Status::realised);
    }
    merged |= graph.relations(e).size() == 2;
  }
  CHECK(total == 12);
  CHECK(merged);
}

TEST_CASE("select: kinds, types, status and confidence narrow it", "[engine][selection]") {
  const Network network = summit_network();
  const Graph signed_by = select(network, {.kinds = {"country", "document"}});
  CHECK(pairs(network, signed_by) == Pairs{{"ago", "declaration"}, {"bel", "declaration"}});
  const Graph refused = select(network, {.relations = {"signed"}, .statuses = {Status::declined}});
  CHECK(pairs(network, refused) == Pairs{{"cod", "declaration"}});
  CHECK(refused.vertex_count() == 8);
  const Graph official = select(network, {.relations = {"attended"},
                                          .least_confidence = Confidence::official,
                                          .isolates = Isolates::drop});
  CHECK(pairs(network, official) ==
        Pairs{{"ago", "one-2023"}, {"bel", "one-2023"}, {"ago", "two-2024"}});
  const Graph all =
      select(network, {.relations = {"attended"}, .least_confidence = Confidence::unverified});
  CHECK(all.edge_count() == 5);
}

TEST_CASE("select: a summit's snapshot holds what belongs to it", "[engine][selection]") {
  const Network network = summit_network();
  const Graph graph = at(network, "two-2024");
  CHECK(ids(network, graph) == std::vector<std::string>{"ago", "two-2024"});
  CHECK(graph.edge_count() == 1);
  CHECK_THROWS_WITH(at(network, "two-2042"),
                    "unknown entity \"two-2042\"; did you mean \"two-2024\"?");
}

TEST_CASE("select: a span of time takes dated relations alone", "[engine][selection]") {
  const Network network = summit_network();
  const Graph graph = between(network, *parse_date("2024"), *parse_date("2024-12"));
  // member-of since 1958 has no end, but a lone `from` is an event of that date.
  CHECK(pairs(network, graph) == Pairs{{"ago", "two-2024"}, {"cod", "eu"}});
}

TEST_CASE("select: weights are read, completed and added up", "[engine][selection]") {
  const Network network = summit_network();
  const Graph graph = select(network, {.relations = {"funds", "hosted", "attended"},
                                       .direction = Direction::directed,
                                       .weights = "weight",
                                       .isolates = Isolates::drop});
  CHECK(graph.weight_meaning() == WeightMeaning::strength);
  double funding = 0.0;
  double both = 0.0;
  const std::vector<Edge> edges = graph.edges();
  for (EdgeId e = 0; e < edges.size(); ++e) {
    const std::string& source = network.entity(graph.entity(edges[e].source)).id;
    const std::string& target = network.entity(graph.entity(edges[e].target)).id;
    if (source == "eu") funding = graph.edge_weights()[e];
    if (source == "ago" && target == "two-2024") both = graph.edge_weights()[e];
  }
  CHECK(funding == 2.5);
  CHECK(both == 2.0);  // attended and hosted, one each
  CHECK_THROWS_WITH(select(network, {.weights = "wieght"}),
                    "unknown weight \"wieght\"; did you mean \"weight\"?");
}

TEST_CASE("select: parallel relations are kept apart when asked", "[engine][selection]") {
  const Network network = summit_network();
  const Graph graph = select(network, {.parallel = Parallel::keep});
  CHECK(graph.edge_count() == 12);
  for (EdgeId e = 0; e < graph.edge_count(); ++e) CHECK(graph.relations(e).size() == 1);
}

TEST_CASE("select: amounts of two currencies are not added", "[engine][selection]") {
  NetworkBuilder builder = testing::summit_builder();
  RelationRow dollars;
  dollars.source = "ago";
  dollars.type = "funds";
  dollars.target = "fund";
  dollars.amount = "5";
  dollars.currency = "USD";
  builder.add_relation(dollars);
  const Network network = std::move(builder).finish();
  CHECK_THROWS_WITH(select(network, {.relations = {"funds"}, .weights = "amount"}),
                    "amounts in USD and EUR cannot be added; select relations of one currency");
}

TEST_CASE("select: a container's signature is handed down to members of that day",
          "[engine][selection]") {
  const Network network = summit_network();
  const Selection down{.relations = {"signed", "member-of"}, .roll_up = RollUp::members};
  // bel has signed itself; cod was no member on 2023-11-01: nobody counts twice, eu is not left in.
  CHECK(pairs(network, select(network, down)) ==
        Pairs{{"ago", "declaration"}, {"bel", "declaration"}, {"bel", "eu"}, {"cod", "eu"}});
}

TEST_CASE("select: members' relations are lifted to the container", "[engine][selection]") {
  const Network network = summit_network();
  const Selection up{
      .relations = {"signed"}, .roll_up = RollUp::container, .isolates = Isolates::drop};
  CHECK(pairs(network, select(network, up)) ==
        Pairs{{"ago", "declaration"}, {"declaration", "eu"}});
  CHECK_THROWS_AS(select(network, {.roll_up = RollUp::members, .containers = {"ue"}}), UnknownName);
}

TEST_CASE("select: unknown kinds and types are answered with the nearest", "[engine][selection]") {
  const Network network = summit_network();
  CHECK_THROWS_WITH(select(network, {.kinds = {"contry"}}),
                    "unknown kind \"contry\"; did you mean \"country\"?");
  CHECK_THROWS_WITH(select(network, {.relations = {"sined"}}),
                    "unknown relation type \"sined\"; did you mean \"signed\"?");
}

TEST_CASE("select: the selection is told in words", "[engine][selection]") {
  const auto words = describe(summit_network(), {.kinds = {"country", "summit"}, .at = "one-2023"});
  const std::vector<std::pair<std::string, std::string>> expected{
      {"kinds", "country,summit"}, {"relations", "all"},
      {"status", "realised"},      {"confidence", "secondary"},
      {"at", "one-2023"},          {"direction", "undirected"},
      {"weights", "none"},         {"parallel-relations", "merge"},
      {"isolates", "drop"}};
  CHECK(words == expected);
}
