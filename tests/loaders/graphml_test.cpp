#include "loaders/graphml/graphml.hpp"

#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

Network network_of(const std::string& text, const LoadOptions& options = {}) {
  Built built = read_graphml(text, "g.graphml", options);
  for (const Finding& finding : built.findings) UNSCOPED_INFO(to_string(finding));
  REQUIRE(built.network);
  return *std::move(built.network);
}

// The findings of a graph's content, a line each.
std::string findings_of(const std::string& content, const std::string& keys = "") {
  const Built built = read_graphml(
      "<graphml>\n" + keys + "<graph edgedefault=\"directed\">\n" + content + "</graph></graphml>",
      "g");
  std::string lines;
  for (const Finding& finding : built.findings) lines += to_string(finding) + "\n";
  return lines;
}

}  // namespace

TEST_CASE("graphml: typed keys with defaults", "[loaders][graphml]") {
  const Network network = network_of(R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d0" for="node" attr.name="seats" attr.type="int"/>
  <key id="d1" for="node" attr.name="kind" attr.type="string"><default>country</default></key>
  <key id="d2" for="node" attr.name="score" attr.type="double"/>
  <key id="d3" for="all" attr.name="checked" attr.type="boolean"><default>True</default></key>
  <key id="d4" for="edge" attr.name="weight" attr.type="float"><default> 1.5 </default></key>
  <graph id="talks" edgedefault="directed">
    <node id="fra"><data key="d0"> 3 </data><data key="d2">-1e-3</data></node>
    <node id="nam"><data key="d1">region</data><data key="d2">NaN</data><desc>of the <![CDATA[<south>]]></desc></node>
    <edge source="fra" target="nam"><data key="d4">2</data><data key="d3">0</data></edge>
    <edge source="nam" target="fra"/>
  </graph>
</graphml>)");
  CHECK(network.dataset().name == "talks");
  CHECK(network.dataset().directed);
  const EntityIndex france = network.index_of("fra");
  const EntityIndex namibia = network.index_of("nam");
  CHECK(network.entity_column("seats").value(france) == Value(std::int64_t{3}));
  CHECK(network.entity_column("seats").missing(namibia));
  CHECK(network.entity_column("score").value(france) == Value(-1e-3));
  CHECK(network.entity_column("score").missing(namibia));
  CHECK(network.entity_column("checked").value(namibia) == Value(true));
  CHECK(network.entity(france).kind == "country");
  CHECK(network.entity(namibia).kind == "region");
  CHECK(network.entity(namibia).description == "of the <south>");
  REQUIRE(network.relation_count() == 2);
  CHECK(network.relation(0).weight == 2.0);
  CHECK(network.relation(1).weight == 1.5);
  CHECK(network.relation_column("checked").value(0) == Value(false));
}

TEST_CASE("graphml: an undirected edge among directed ones goes both ways", "[loaders][graphml]") {
  const std::string text = R"(<graphml><graph edgedefault="undirected">
    <node id="a"/><node id="b"/>
    <edge source="a" target="b" directed="true"/><edge source="a" target="b"/>
    <edge source="b" target="b"/></graph></graphml>)";
  const Network network = network_of(text);
  CHECK(network.dataset().directed);
  CHECK(network.relation_count() == 4);
  CHECK(network_of(text, {.direction = Direction::undirected}).relation_count() == 3);
}

TEST_CASE("graphml: labels of yEd are names, and its drawing is left out once",
          "[loaders][graphml]") {
  const Built built = read_graphml(
      R"(<graphml xmlns:y="http://www.yworks.com/xml/graphml"><key id="d6" for="node" yfiles.type="nodegraphics"/>
      <key id="d7" for="edge" yfiles.type="edgegraphics"/><key for="port" id="d1" yfiles.type="portgraphics"/>
      <graph edgedefault="directed"><node id="n0"><data key="d6"><y:ShapeNode><y:Geometry x="1"/>
      <y:NodeLabel> </y:NodeLabel><y:NodeLabel>Inland<!-- sic --> Revenue</y:NodeLabel></y:ShapeNode></data></node>
      <node id="n1"/><edge source="n0" target="n1"><data key="d7"><y:PolyLineEdge><y:EdgeLabel>pays</y:EdgeLabel>
      </y:PolyLineEdge></data></edge></graph></graphml>)",
      "g");
  REQUIRE(built.network);
  CHECK(built.network->entity(built.network->index_of("n0")).name == "Inland Revenue");
  CHECK(built.network->entity(built.network->index_of("n1")).name == "n1");
  CHECK(built.network->relation_column("label").value(0) == Value("pays"));
  CHECK(built.findings.size() == 1);
}

TEST_CASE("graphml: names that a data package has for something else are kept under another",
          "[loaders][graphml]") {
  const Built built = read_graphml(
      R"(<graphml><key id="a" for="node" attr.name="sources" attr.type="string"/>
      <key id="b" for="node" attr.name="x" attr.type="double"/><key id="c" for="node" attr.name="x"/>
      <graph edgedefault="undirected"><node id="n"><data key="a">two</data><data key="b">1</data>
      <data key="c">one</data></node></graph></graphml>)",
      "g");
  REQUIRE(built.network);
  CHECK(built.network->entity_column("entity-sources").value(0) == Value("two"));
  CHECK(built.network->entity_column("x").value(0) == Value(1.0));
  CHECK(built.network->entity_column("x-2").value(0) == Value("one"));
  CHECK(built.findings.size() == 2);
}

TEST_CASE("graphml: what a Network cannot hold is told with its place", "[loaders][graphml]") {
  CHECK(findings_of("<node id=\"a\"><port name=\"p\"/></node>\n<node id=\"b\"><port/></node>") ==
        "g:3:15: warning: ports are left out; an edge ends at a vertex\n");
  CHECK(findings_of("<node id=\"a\"/>\n <hyperedge/>") ==
        "g:4:3: error: a hyperedge; write a vertex for it, with an edge to each of its ends\n");
  CHECK(findings_of("<node id=\"a\"><graph edgedefault=\"directed\"/></node>") ==
        "g:3:15: error: a graph within a node; write its vertices into the one graph, and an edge "
        "to each from their group\n");
  CHECK(findings_of("<node id=\"alpha\"/><edge source=\"alpha\" target=\"alpa\"/>") ==
        "g:3:20: error: unknown entity \"alpa\" as target; did you mean \"alpha\"?\n");
  CHECK(findings_of("<node id=\"a\"/><node id=\"a\"/>").find("duplicate id \"a\"") !=
        std::string::npos);
  CHECK(findings_of("<node id=\"a\"><data key=\"k\">1</data></node>") ==
        "g:3:15: error: unknown key \"k\"; declare it by <key>\n");
}

TEST_CASE("graphml: numbers outside their range are errors", "[loaders][graphml]") {
  const std::string keys =
      R"(<key id="d" for="node" attr.name="v" attr.type="double"/><key id="i" for="node" attr.name="w" attr.type="int"/>)";
  CHECK(findings_of("<node id=\"a\"><data key=\"d\">1e400</data></node>", keys)
            .find("bad number \"1e400\" in column \"v\"") != std::string::npos);
  CHECK(findings_of("<node id=\"a\"><data key=\"i\">9223372036854775808</data></node>", keys)
            .find("bad integer") != std::string::npos);
}
