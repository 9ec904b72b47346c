#include "loaders/graph_json.hpp"

#include "exporters/interchange/cytoscape.hpp"
#include "exporters/interchange/node_link.hpp"
#include "tests/exporters/interchange/parts.hpp"
#include "tests/exporters/random_network.hpp"
#include "tests/loaders/round_trip.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;
using testing::relations;
using Lines = std::vector<std::string>;

namespace {

Network network_of(const std::string& text, const LoadOptions& options = {}) {
  Built built = read_graph_json(text, "g.json", options);
  for (const Finding& finding : built.findings) UNSCOPED_INFO(to_string(finding));
  REQUIRE(built.network);
  return *std::move(built.network);
}

}  // namespace

TEST_CASE("graph json: NetworkX' node-link, edges under either name", "[loaders][graph-json]") {
  for (const std::string key : {"links", "edges"}) {
    const Network network = network_of(R"({"directed": true, "multigraph": true,
      "graph": {"name": "peers"},
      "nodes": [{"id": 1, "label": "one", "age": 31}, {"id": "b", "age": 1.5, "tags": ["x", 2],
                 "home": {"town": "Oslo"}, "ok": true, "gone": null}],
      ")" + key + R"(": [{"source": 1, "target": "b", "key": 0, "weight": 2, "type": "helps"},
                        {"source": "b", "target": 1, "key": "own", "since": "2020-05"}]})");
    CHECK(network.dataset().name == "peers");
    CHECK(network.dataset().directed);
    CHECK(relations(network) == Lines{"1 helps b 2", "b related 1"});
    CHECK(network.entity(0).name == "one");
    CHECK(testing::values(network.entity_columns(), 0) == " age=31");
    CHECK(testing::values(network.entity_columns(), 1) ==
          " age=1.5 home.town=Oslo ok=true tags=x|2");
    CHECK(network.entity_column("ok").info().type == ColumnType::boolean);
    CHECK(network.relation_columns().size() == 2);
    CHECK(network.relation_column("key").value(1) == Value("own"));
    CHECK(network.relation_column("since").info().type == ColumnType::date);
  }
}

TEST_CASE("graph json: d3's numbers are positions unless they are ids", "[loaders][graph-json]") {
  CHECK(relations(network_of(R"({"nodes": [{"name": "a"}, {"name": "b"}],
      "links": [{"source": 0, "target": 1}]})")) == Lines{"a related b"});
  CHECK(relations(network_of(R"({"nodes": [{"name": "a"}, {"name": "a"}],
      "links": [{"source": 0, "target": 1}]})")) == Lines{"0 related 1"});
  CHECK(relations(network_of(R"({"nodes": [{"id": "x"}, {"id": "y"}],
      "links": [{"source": 1, "target": "x"}]})")) == Lines{"y related x"});
  CHECK(relations(network_of(R"({"nodes": [{"id": 1}, {"id": 0}],
      "links": [{"source": 0, "target": 1}]})")) == Lines{"0 related 1"});
}

TEST_CASE("graph json: Cytoscape's elements, apart, in one list, or alone",
          "[loaders][graph-json]") {
  const std::string a = R"({"data": {"id": "a", "age": 3}, "position": {"x": 1, "y": 2}})";
  const std::string b = R"({"data": {"id": "b"}})";
  const std::string e = R"({"data": {"id": "e1", "source": "a", "target": "b", "weight": 0.5}})";
  for (const std::string& text :
       {R"({"elements": {"nodes": [)" + a + ", " + b + R"(], "edges": [)" + e + "]}}",
        R"({"elements": [)" + e + ", " + a + ", " + b + "]}", "[" + a + "," + b + "," + e + "]"}) {
    const Network network = network_of(text);
    CHECK(relations(network) == Lines{"a related b 0.5"});
    CHECK(network.entity_columns().size() == 1);
    CHECK(network.relation_columns().empty());
    CHECK(is_graph_json(text));
  }
}

TEST_CASE("graph json: graphology's undirected edges", "[loaders][graph-json]") {
  const auto with = [](const std::string& type, const std::string& more) {
    return read_graph_json(R"({"options": {"type": ")" + type + R"("}, "attributes": {"name": "g"},
      "nodes": [{"key": "a", "attributes": {"label": "A"}}, {"key": "b"}],
      "edges": [{"key": "e", "source": "a", "target": "b", "attributes": {"weight": 2}})" +
                               more + "]}",
                           "g.json");
  };
  const Built mixed = with("mixed", R"(, {"source": "b", "target": "a", "undirected": true})");
  REQUIRE(mixed.network);
  CHECK(relations(*mixed.network) == Lines{"a related b", "a related b 2", "b related a"});
  CHECK(mixed.network->relation_columns().empty());
  REQUIRE(mixed.findings.size() == 1);
  CHECK(mixed.network->entity(0).name == "A");
  CHECK(mixed.network->dataset().directed);
  CHECK_FALSE(with("undirected", "").network->dataset().directed);
}

TEST_CASE("graph json: what we save comes back", "[loaders][graph-json]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    INFO("seed " << seed);
    const Network network = testing::random_network(seed);
    const Graph graph = select(network, testing::everything());
    const ExportParts parts{.network = network, .graph = graph};
    for (const std::string& text : {to_node_link(parts), to_cytoscape(parts)}) {
      CHECK(is_graph_json(text));
      const Built built = read_graph_json(text, "g.json");
      REQUIRE(built.network);
      CHECK(testing::entities_in_full(*built.network) == testing::entities_in_full(network));
      CHECK(testing::relations_in_full(*built.network) == testing::relations_in_full(network));
      CHECK(built.network->dataset().title == network.dataset().title);
      CHECK(built.network->dataset().directed == network.dataset().directed);
    }
  }
}

TEST_CASE("graph json: measures and communities come back, what is drawn does not",
          "[loaders][graph-json]") {
  const example::Whole whole;
  ExportParts parts = whole.with_results();
  parts.places = Places::drawn;
  const Network again = network_of(to_cytoscape(parts));
  CHECK(again.entity_column("degree").value(again.index_of("fra")) == Value(3.0));
  CHECK(again.entity_column("is-active").info().type == ColumnType::boolean);
  CHECK(again.entity_column("since").info().type == ColumnType::date);
  for (const Column& column : again.entity_columns()) {
    CHECK(column.info().name != "size");
    CHECK(column.info().name != "sources");
  }
}

TEST_CASE("graph json: a schema tells types and names, as an object or its text",
          "[loaders][graph-json]") {
  const std::string schema =
      R"({"nodes": {"born": {"type": "date"}, "n": {"type": "number", "name": "label"}}})";
  const std::string quoted =
      R"("{\"nodes\": {\"born\": {\"type\": \"date\"}, \"n\": {\"type\": \"number\", \"name\": \"label\"}}}")";
  for (const std::string& said : {schema, quoted}) {
    const Network network = network_of(R"({"graph": {"schema": )" + said +
                                       R"(}, "nodes": [{"id": "a", "born": "1990", "n": 3}]})");
    CHECK(network.entity_column("born").value(0) == Value(Date{1990, 0, 0}));
    CHECK(network.entity_column("label").value(0) == Value(3.0));
  }
  const Network shared = network_of(
      R"({"graph": {"schema": {"nodes": {"a": {"type": "text", "name": "x"}}}},
          "nodes": [{"id": "1", "a": "p", "x": "q"}]})");
  CHECK(shared.entity_column("a").value(0) == Value("p"));
  CHECK(shared.entity_column("x").value(0) == Value("q"));
  for (const char* said : {"7", "\"[[\"", "{\"nodes\": [1]}", "{\"nodes\": {\"born\": 3}}"}) {
    const Network network = network_of(R"({"graph": {"schema": )" + std::string(said) +
                                       R"(}, "nodes": [{"id": "a", "born": "1990"}]})");
    CHECK(network.entity_column("born").value(0) == Value("1990"));
  }
}

TEST_CASE("graph json: a network of ours is not taken for a graph", "[loaders][graph-json]") {
  CHECK_FALSE(is_graph_json(R"({"summitry": {"format": "network"}, "nodes": []})"));
  CHECK_FALSE(is_graph_json(R"({"entities": [{"nodes": 1}], "x": "edges"})"));
  CHECK_FALSE(is_graph_json(""));
  CHECK_FALSE(is_graph_json("{\"a\\"));
  CHECK(is_graph_json(R"({"a": "\"", "nodes" : []})"));
}
