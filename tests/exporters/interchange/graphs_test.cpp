// Graphs for other programs: bytes, nasty names, parallel edges and loops, nobody at all.
#include <nlohmann/json.hpp>

#include "exporters/interchange/cytoscape.hpp"
#include "exporters/interchange/gephi_csv.hpp"
#include "exporters/interchange/gexf.hpp"
#include "exporters/interchange/graphml.hpp"
#include "exporters/interchange/node_link.hpp"
#include "exporters/interchange/pajek.hpp"
#include "exporters/interchange/spells.hpp"
#include "tests/exporters/golden.hpp"
#include "tests/exporters/interchange/nasty.hpp"
#include "tests/exporters/interchange/parts.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using example::kNasty;
using example::times;
using example::Whole;
using nlohmann::json;

std::string pajek_network(const ExportParts& parts) {
  const std::string text = to_pajek(parts).front().bytes;
  return text.substr(text.find("*Vertices"));  // what stands before it says what lines mean
}

}  // namespace

TEST_CASE("interchange: graphs byte for byte", "[exporters][interchange]") {
  const Whole whole;
  const ExportParts parts = whole.with_results();
  check_golden("graph.json", to_node_link(parts));
  check_golden("graph.graphml", to_graphml(parts));
  check_golden("graph.gexf", to_gexf(parts));
  check_golden("graph.cyjs", to_cytoscape(parts));
  check_golden("graph.net", to_pajek(parts).front().bytes);
  check_golden("graph.nodes.csv", to_gephi_csv(parts)[0].bytes);
  check_golden("graph.edges.csv", to_gephi_csv(parts)[1].bytes);
}

TEST_CASE("interchange: a name that is a script stays a name", "[exporters][interchange]") {
  const Whole whole(example::nasty_network(), {});
  ExportParts parts = whole.plain();
  parts.places = Places::drawn;
  for (const std::string& xml : {to_graphml(parts), to_gexf(parts)}) {
    CHECK(times(xml, "<script>") == 0);
    CHECK(times(xml, "&lt;script&gt;alert('x')&lt;/script&gt;") >= 1);
    CHECK(times(xml, "two&#10;lines&#9;and a tab") >= 1);
    CHECK(times(xml, "\x07") == 0);
  }
  const json read = json::parse(to_cytoscape(parts));
  const json again = json::parse(to_node_link(parts));
  for (std::size_t i = 0; i < kNasty.size(); ++i) {
    CHECK(read["elements"]["nodes"][i]["data"]["name"] == kNasty[i]);
    CHECK(again["nodes"][i]["name"] == kNasty[i]);
  }
}

TEST_CASE("interchange: columns named like others get a name of their own",
          "[exporters][interchange]") {
  const Whole whole(example::nasty_network(), {.weights = "weight", .parallel = Parallel::keep});
  ExportParts parts = whole.plain();
  parts.places = Places::drawn;
  const std::string graphml = to_graphml(parts);
  CHECK(times(graphml, "attr.name=\"kind\"") == 1);
  CHECK(times(graphml, "attr.name=\"entity-Kind\"") == 1);
  CHECK(times(graphml, "attr.name=\"size\"") == 1);
  CHECK(times(graphml, "attr.name=\"entity-size\"") == 1);
  CHECK(times(graphml, "attr.name=\"relation-Weight\"") == 1);
  CHECK(times(to_gexf(parts), "title=\"relation-type\"") == 1);
}

TEST_CASE("interchange: parallel edges and loops are kept, with their weights",
          "[exporters][interchange]") {
  for (const bool directed : {false, true}) {
    const Whole whole(example::nasty_network(directed),
                      {.weights = "weight", .parallel = Parallel::keep});
    const ExportParts parts = whole.plain();
    const std::string direction = directed ? "directed" : "undirected";
    CHECK(times(to_graphml(parts), "<edge ") == 11);
    CHECK(times(to_graphml(parts), "edgedefault=\"" + direction + "\"") == 1);
    CHECK(times(to_gexf(parts), "<edge ") == 11);
    CHECK(times(to_gexf(parts), "source=\"n0\" target=\"n1\" weight=\"2.5\"") == 1);
    CHECK(times(pajek_network(parts), directed ? "*Arcs\n1 1 1 l " : "*Edges\n1 1 1 l ") == 1);
    CHECK(times(pajek_network(parts), "\n1 2 2.5 l \"likes\"\n") == 1);
    CHECK(json::parse(to_cytoscape(parts))["elements"]["edges"].size() == 11);
    CHECK(json::parse(to_node_link(parts))["edges"].size() == 11);
  }
}

TEST_CASE("interchange: nobody makes a document in every format", "[exporters][interchange]") {
  const Whole whole(example::nobody(), {});
  ExportParts parts = whole.with_results();
  parts.places = Places::drawn;
  CHECK(times(to_graphml(parts), "<node ") == 0);
  CHECK(times(to_gexf(parts), "<nodes/>") == 1);
  CHECK(pajek_network(parts) == "*Vertices 0\n*Edges\n");
  CHECK(json::parse(to_cytoscape(parts))["elements"]["nodes"].empty());
  CHECK(json::parse(to_node_link(parts))["nodes"].empty());
  CHECK(to_gephi_csv(parts)[1].bytes == "Source,Target,Type,Id\n");
}

TEST_CASE("gexf: spells are the days of a relation, else of its summit", "[exporters][gexf]") {
  const Whole whole;
  const ExportParts parts = whole.plain();
  const auto spells = [&](const std::string& source, const std::string& target) {
    std::string text;
    const auto edges = whole.graph.edges();
    for (EdgeId e = 0; e < edges.size(); ++e) {
      const auto id = [&](VertexId v) { return whole.network.entity(whole.graph.entity(v)).id; };
      if (id(edges[e].source) != source || id(edges[e].target) != target) continue;
      for (const auto& spell : interchange::edge_spells(parts, e)) {
        text += '[' + spell.start + ',' + spell.end + ']';
      }
    }
    return text;
  };
  CHECK(spells("deu", "s2") == "[2024-05-21,2024-05-22]");    // its summit's
  CHECK(spells("fra", "pact") == "[2023-11-01,2023-11-01]");  // an event
  CHECK(spells("fund", "lab") == "[2023-01-01,2024-12-31]");  // two relations, joined
  CHECK(spells("deu", "eu").empty());                         // always
  CHECK(spells("fra", "s1").empty());                         // hosted has no date
  CHECK(times(to_gexf(parts), "mode=\"dynamic\" timeformat=\"date\"") == 1);
}

TEST_CASE("gexf: without any date the graph is static", "[exporters][gexf]") {
  const Whole whole(example::nasty_network(), {});
  CHECK(times(to_gexf(whole.plain()), "defaultedgetype=\"undirected\" mode=\"static\">") == 1);
}

TEST_CASE("gexf: 1.3 has its own namespace and says that times are intervals",
          "[exporters][gexf]") {
  const Whole whole;
  const std::string newer = to_gexf(whole.plain(), GexfVersion::v1_3);
  CHECK(times(newer, "xmlns=\"http://gexf.net/1.3\"") == 1);
  CHECK(times(newer, "timerepresentation=\"interval\"") == 1);
  CHECK(times(to_gexf(whole.plain()), "xmlns=\"http://www.gexf.net/1.2draft\"") == 1);
}

TEST_CASE("gexf: entities have the colours and sizes of the picture, all of them a place",
          "[exporters][gexf]") {
  const Whole whole;
  ExportParts parts = whole.with_results();
  parts.places = Places::drawn;
  const std::string gexf = to_gexf(parts);
  CHECK(times(gexf, "<viz:position ") == whole.graph.vertex_count());
  CHECK(times(gexf, "<viz:color r=\"230\" g=\"159\" b=\"0\"/>") >= 1);  // the palette's orange
  CHECK(to_gexf(parts) == gexf);
}

TEST_CASE("pajek: kinds, communities and measures stand beside the network, in its order",
          "[exporters][pajek]") {
  const Whole whole;
  const auto files = to_pajek(whole.with_results());
  std::vector<std::string> names;
  for (const PackageFile& file : files) names.push_back(file.name);
  CHECK(names == std::vector<std::string>{"", ".kind.clu", ".community.clu", ".degree.vec",
                                          ".pagerank.vec"});
  CHECK(files[1].bytes.starts_with("% 1 country\n% 2 document\n"));
  CHECK(files[4].bytes.starts_with("*Vertices 11\n999999998\n0.5\n"));  // missing, then 1 / 2
}

TEST_CASE("pajek: labels are on one line, without quotes, and no two are alike",
          "[exporters][pajek]") {
  NetworkBuilder builder;
  builder.reading("twins");
  builder.add_entity({.id = "a", .kind = "person", .name = "Ada \"L\" \\\nB"});
  builder.add_entity({.id = "b", .kind = "person", .name = "Ada 'L' / B"});
  const Network network = std::move(builder).finish();
  const Graph graph = select(network);
  CHECK(pajek_network({.network = network, .graph = graph}) ==
        "*Vertices 2\n1 \"Ada 'L' / B (a)\"\n2 \"Ada 'L' / B (b)\"\n*Edges\n");
}

TEST_CASE("pajek: the years in which entities and relations are there, on request alone",
          "[exporters][pajek]") {
  NetworkBuilder builder;
  builder.reading("times");
  builder.allow_repeats();
  builder.add_entity({.id = "a", .kind = "body", .name = "A", .from = "2001-05", .to = "2003"});
  builder.add_entity({.id = "b", .kind = "body", .name = "B", .from = "2002"});
  builder.add_entity({.id = "c", .kind = "body", .name = "C", .to = "2004"});
  builder.add_relation({.source = "a", .type = "met", .target = "b", .from = "2001", .to = "2002"});
  builder.add_relation({.source = "a", .type = "met", .target = "b", .from = "2005-02-10"});
  builder.add_relation({.source = "b", .type = "met", .target = "c"});
  const Network network = std::move(builder).finish();
  const Graph graph = select(network);
  ExportParts parts{.network = network, .graph = graph};
  CHECK(times(pajek_network(parts), "[") == 0);
  parts.times = Times::years;
  CHECK(pajek_network(parts) ==
        "*Vertices 3\n1 \"A\" [2001-2003]\n2 \"B\" [2002-*]\n3 \"C\"\n*Edges\n"
        "1 2 1 l \"met\" [2001-2002,2005]\n2 3 1 l \"met\"\n");
}

TEST_CASE("cytoscape: no edge has the id of an entity", "[exporters][cytoscape]") {
  NetworkBuilder builder;
  builder.reading("clash");
  builder.add_entity({.id = "edge-0", .kind = "person", .name = "A"});
  builder.add_entity({.id = "b", .kind = "person", .name = "B"});
  builder.add_relation({.source = "b", .type = "knows", .target = "edge-0"});
  const Network network = std::move(builder).finish();
  const Graph graph = select(network);
  const json read = json::parse(to_cytoscape({.network = network, .graph = graph}));
  CHECK(read["elements"]["edges"][0]["data"]["id"] == "edge--0");
}

TEST_CASE("gephi-csv: a text that a spreadsheet would run is text", "[exporters][gephi]") {
  CHECK(no_formula("=1+1") == "'=1+1");
  CHECK(no_formula("-1") == "'-1");
  CHECK(no_formula("\tx") == "'\tx");
  CHECK(no_formula("a=1") == "a=1");
  CHECK(no_formula("").empty());
  const Whole whole(example::nasty_network(), {});
  const std::string nodes = to_gephi_csv(whole.plain())[0].bytes;
  CHECK(times(nodes, "'=cmd|' /C calc'!A0") == 1);
  CHECK(times(nodes, "'-1+1") == 1);
  CHECK(times(nodes, "'@SUM(A1)") == 1);
}

}  // namespace summitry
