#include "loaders/dot.hpp"

#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

Network network_of(const std::string& text, const LoadOptions& options = {}) {
  Built built = read_dot(text, "g.dot", options);
  for (const Finding& finding : built.findings) UNSCOPED_INFO(to_string(finding));
  REQUIRE(built.network);
  return *std::move(built.network);
}

}  // namespace

TEST_CASE("dot: vertices and edges with the attributes that we write", "[loaders][dot]") {
  const Network network = network_of(R"(digraph "ai summits" {
    node [shape=circle, fontname="DejaVu Sans"]
    fra [kind=country, name="République française", label="France", iso3=FRA, degree=3]
    paris [kind=summit, label="Paris\n2025 &amp; more"]
    fra -> paris [type=attended, status=declined, role=host, weight=2.5, from="2025-02-10",
                  summit=paris, relations=1, sources=2, style=dashed]
  })");
  CHECK(network.dataset().name == "ai summits");
  CHECK(network.dataset().directed);
  const Entity& france = network.entity(network.index_of("fra"));
  CHECK(france.kind == "country");
  CHECK(france.name == "République française");
  CHECK(france.iso3 == "FRA");
  CHECK(network.entity(network.index_of("paris")).name == "Paris 2025 & more");
  CHECK(network.entity_column("degree").value(network.index_of("fra")) == Value("3"));
  CHECK(network.entity_columns().size() == 1);
  REQUIRE(network.relation_count() == 1);
  const Relation relation = network.relation(0);
  CHECK(relation.type == "attended");
  CHECK(relation.status == Status::declined);
  CHECK(relation.role == "host");
  CHECK(relation.weight == 2.5);
  CHECK(relation.when.from == parse_date("2025-02-10"));
  CHECK(network.entity(relation.summit).id == "paris");
  CHECK(network.relation_columns().empty());
}

TEST_CASE("dot: a plain graph", "[loaders][dot]") {
  const Network network = network_of("graph { a -- b -- c; d; a -- b; c -- c }");
  CHECK(network.entities().size() == 4);
  CHECK(network.relation_count() == 4);
  CHECK_FALSE(network.dataset().directed);
  CHECK(network.dataset().name.empty());
  CHECK(network.entity(0).kind == "entity");
  CHECK(network.relation(0).type == "related");
  CHECK(network_of("graph { a -- b }", {.direction = Direction::directed}).dataset().directed);
}

TEST_CASE("dot: ids and texts with quotes, backslashes and other scripts", "[loaders][dot]") {
  const Network network = network_of(
      R"(graph { "a \"b\"" -- "c\\d" ; "日本" [name="<b>&é"] ; node [colour=blue] "graph" ; "\%x" })");
  for (const char* id : {"a \"b\"", "c\\d", "日本", "graph", "%x"}) {
    INFO(id);
    CHECK(network.find(id).has_value());
  }
  CHECK(network.entity(network.index_of("日本")).name == "<b>&é");
  CHECK(network.entity_column("colour").value(network.index_of("graph")) == Value("blue"));
}

TEST_CASE("dot: an edge of several relations becomes one a type", "[loaders][dot]") {
  const Network network = network_of("digraph { a -> b [type=\"attended|signed\"] }");
  REQUIRE(network.relation_count() == 2);
  CHECK(network.relation(0).type == "attended");
  CHECK(network.relation(1).type == "signed");
}

TEST_CASE("dot: named subgraphs are said to be left out, braces are not", "[loaders][dot]") {
  const Built built = read_dot("digraph { a -> {b c}; subgraph cluster_1 { a d } }", "g.dot");
  REQUIRE(built.network);
  CHECK(built.network->relation_count() == 2);
  REQUIRE(built.findings.size() == 1);
  CHECK(built.findings[0].what == "the subgraph \"cluster_1\" is not kept");
}

TEST_CASE("dot: a syntax error is told with its line, whatever was read before", "[loaders][dot]") {
  for (int round = 0; round < 3; ++round) {
    const Built broken = read_dot("graph {\n a -- b\n b -- [\n}", "g.dot");
    REQUIRE(broken.findings.size() == 1);
    CHECK(to_string(broken.findings[0]) ==
          "g.dot:3: error: not DOT: a syntax error near \"[\"; mend the text here or just before");
    CHECK(network_of("graph {\n a -- b\n}").relation_count() == 1);
  }
}
