#include "loaders/gexf/gexf.hpp"

#include "loaders/gexf/declarations.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

Network network_of(const std::string& text, const LoadOptions& options = {}) {
  Built built = read_gexf(text, "g.gexf", options);
  for (const Finding& finding : built.findings) UNSCOPED_INFO(to_string(finding));
  REQUIRE(built.network);
  return *std::move(built.network);
}

// The findings of a graph's content, a line each.
std::string findings_of(const std::string& content, const std::string& graph = "") {
  const Built built = read_gexf("<gexf><graph " + graph + ">\n" + content + "</graph></gexf>", "g");
  std::string lines;
  for (const Finding& finding : built.findings) lines += to_string(finding) + "\n";
  return lines;
}

}  // namespace

TEST_CASE("gexf: static graphs with typed attributes, defaults and kinds", "[loaders][gexf]") {
  const Network network = network_of(R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
  <meta><creator>Gephi 0.10</creator><description>Who talks</description></meta>
  <graph mode="static" defaultedgetype="directed">
    <attributes class="node">
      <attribute id="0" title="kind" type="string"><default>country</default></attribute>
      <attribute id="1" title="seats" type="integer"/>
      <attribute id="2" title="groups" type="liststring"/>
    </attributes>
    <attributes class="edge"><attribute id="0" title="sure" type="boolean"/></attributes>
    <nodes>
      <node id="fra" label="France"><attvalues><attvalue for="1" value="3"/>
        <attvalue for="2" value="[EU, G7]"/></attvalues></node>
      <node id="nam"/>
    </nodes>
    <edges>
      <edge id="0" source="fra" target="nam" weight="2.5" kind="funds" label="aid">
        <attvalues><attvalue for="0" value="true"/></attvalues></edge>
      <edge id="1" source="nam" target="fra"/>
    </edges>
  </graph>
</gexf>)");
  CHECK(network.dataset().description == "Who talks");
  CHECK(network.dataset().directed);
  const EntityIndex france = network.index_of("fra");
  CHECK(network.entity(france).name == "France");
  CHECK(network.entity(france).kind == "country");
  CHECK(network.entity(network.index_of("nam")).name == "nam");
  CHECK(network.entity_column("seats").value(france) == Value(std::int64_t{3}));
  CHECK(network.entity_column("groups").value(france) == Value(List{"EU", "G7"}));
  REQUIRE(network.relation_count() == 2);
  CHECK(network.relation(0).type == "funds");
  CHECK(network.relation(0).weight == 2.5);
  CHECK(network.relation_column("label").value(0) == Value("aid"));
  CHECK(network.relation_column("sure").value(0) == Value(true));
  CHECK(network.relation(1).type == "related");
}

TEST_CASE("gexf: dates and spells", "[loaders][gexf]") {
  const Built built = read_gexf(
      R"(<gexf><graph mode="dynamic" timeformat="date"><nodes>
      <node id="a" start="2019" end="2021-05"/>
      <node id="b"><spells><spell start="2020-01-01" end="2020-02-01"/><spell start="2021-01-01"/></spells></node></nodes>
      <edges><edge source="a" target="b"><spells><spell start="2020-01-05T10:00:00" end="2020-01-06"/>
      <spell start="2021-01-01"/></spells></edge></edges></graph></gexf>)",
      "g");
  REQUIRE(built.network);
  const Entity& a = built.network->entity(built.network->index_of("a"));
  CHECK(a.active.from == parse_date("2019"));
  CHECK(a.active.to == parse_date("2021-05"));
  const Entity& b = built.network->entity(built.network->index_of("b"));
  CHECK(b.active.from == parse_date("2020-01-01"));
  CHECK_FALSE(b.active.to);
  REQUIRE(built.network->relation_count() == 2);
  CHECK(built.network->relation(0).when.from == parse_date("2020-01-05"));
  CHECK(built.network->relation(0).when.to == parse_date("2020-01-06"));
  CHECK(built.network->relation(1).when.from == parse_date("2021-01-01"));
  CHECK(built.findings.size() == 2);  // the time of the day, and the two spells of b
}

TEST_CASE("gexf: timestamps and lists of times", "[loaders][gexf]") {
  const Built built = read_gexf(
      R"(<gexf version="1.3"><graph mode="dynamic" timeformat="date" timerepresentation="timestamp">
      <nodes><node id="a" timestamp="2019-05"/><node id="b" timestamps="&lt;[2019, 2021-03]>"/>
      <node id="c"><spells><spell timestamp="2020"/></spells></node></nodes>
      <edges><edge source="a" target="b" timestamps="&lt;[2019]; [2020]>"/>
      <edge source="b" target="c" intervals="&lt;[2019-01, 2019-02]; [2021,2022]>"/>
      <edge source="c" target="a" intervals="[2019"/></edges></graph></gexf>)",
      "g");
  REQUIRE(built.network);
  const auto active = [&built](std::string_view id) {
    return built.network->entity(built.network->index_of(id)).active;
  };
  CHECK(active("a") == Interval{parse_date("2019-05"), parse_date("2019-05")});
  CHECK(active("b") == Interval{parse_date("2019"), parse_date("2021-03")});
  CHECK(active("c") == Interval{parse_date("2020"), parse_date("2020")});
  REQUIRE(built.network->relation_count() == 5);
  CHECK(built.network->relation(0).when == Interval{parse_date("2019"), parse_date("2019")});
  CHECK(built.network->relation(1).when == Interval{parse_date("2020"), parse_date("2020")});
  CHECK(built.network->relation(2).when == Interval{parse_date("2019-01"), parse_date("2019-02")});
  CHECK(built.network->relation(3).when == Interval{parse_date("2021"), parse_date("2022")});
  CHECK(built.network->relation(4).when == Interval{});
  REQUIRE(built.findings.size() == 2);
  CHECK(built.findings[0].what ==
        "several times of a node are kept as one, from the first to the last");
  CHECK(built.findings[1].what == "lists of times that cannot be read are left out");
}

TEST_CASE("gexf: lists of times in every form", "[loaders][gexf]") {
  const auto relations = [](const std::string& list, const char* name) {
    const Network network = network_of(
        "<gexf><graph timeformat=\"double\"><nodes><node id=\"a\"/></nodes><edges><edge "
        "source=\"a\" target=\"a\" " +
        std::string(name) + "=\"" + list + "\"/></edges></graph></gexf>");
    const bool has_times = !network.relation_columns().empty();
    return has_times ? network.relation_count() : 0;
  };
  CHECK(relations("&lt;[1.5, 2]>", "timestamps") == 2);
  CHECK(relations(" &lt; [1] ; [ 2,3 ] > ", "timestamps") == 3);
  CHECK(relations("&lt;[1,2]>", "intervals") == 1);
  CHECK(relations("&lt;[1,2][3,4]>", "intervals") == 2);
  for (const char* bad : {"1", "&lt;", ">", "&lt;1>", "&lt;[1>", "&lt;1]>", "&lt;[1,2,3]>"}) {
    INFO(bad);
    CHECK(relations(bad, "intervals") == 0);
  }
  CHECK(relations("&lt;>", "timestamps") == 0);
}

TEST_CASE("gexf: what is beside vertices and edges is told", "[loaders][gexf]") {
  CHECK(findings_of("<nodes><node id=\"a\"/><x/></nodes><slices/>") ==
        "g:2:23: warning: <x> is left out; it is no part of a network\n"
        "g:2:35: warning: <slices> is left out; it is no part of a network\n");
  const Built two = read_gexf("<gexf><graph/><graph><nodes/></graph></gexf>", "g");
  REQUIRE(two.findings.size() == 1);
  CHECK(two.findings[0].what == "a second graph in the file");
}

TEST_CASE("gexf: edges within a node are read where it has no nodes", "[loaders][gexf]") {
  CHECK(network_of("<gexf><graph><nodes><node id=\"a\"><edges><edge source=\"a\" target=\"a\"/>"
                   "</edges></node></nodes></graph></gexf>")
            .relation_count() == 1);
}

TEST_CASE("gexf: attributes for more spells than the file can hold are refused",
          "[loaders][gexf]") {
  std::string content = "<attributes class=\"edge\">";
  for (int i = 0; i < 3000; ++i) {
    const std::string name = std::to_string(i);
    content += "<attribute id=\"" + name + "\" title=\"a" + name + "\" type=\"integer\"/>";
  }
  content +=
      "</attributes><nodes><node id=\"a\"/></nodes><edges><edge source=\"a\" target=\"a\" "
      "timestamps=\"&lt;[2020";
  for (int i = 0; i < 10'000; ++i) content += ",1";
  CHECK(findings_of(content + "]>\"/></edges>", "timeformat=\"date\"")
            .find("3000 attributes are too many for this file") != std::string::npos);
}

TEST_CASE("gexf: times that are numbers are attributes", "[loaders][gexf]") {
  const Network network = network_of(
      R"(<gexf><graph mode="dynamic" timeformat="double"><nodes><node id="a" start="1.5"/><node id="b"/></nodes>
      <edges><edge source="a" target="b" start="2" end="3e2"/></edges></graph></gexf>)");
  CHECK(network.entity_column("start").value(network.index_of("a")) == Value(1.5));
  CHECK(network.relation_column("end").value(0) == Value(300.0));
}

TEST_CASE("gexf: times of a file that does not say what they are are dates where they can be",
          "[loaders][gexf]") {
  const auto with_times = [](const std::string& node, const std::string& edge) {
    return network_of("<gexf><graph><nodes><node id=\"a\" " + node +
                      "/><node id=\"b\"/></nodes><edges><edge source=\"a\" target=\"b\" " + edge +
                      "/></edges></graph></gexf>");
  };
  const Network dates = with_times("start=\"2019\"", "start=\"2019-05-01\" end=\"2021.0\"");
  CHECK(dates.relation(0).when.from == Date{2019, 5, 1});
  CHECK(dates.relation(0).when.to == Date{2021});
  CHECK(dates.entity(0).active.from == Date{2019});
  CHECK(dates.relation_columns().empty());
  const Network numbers = with_times("start=\"2019\"", "intervals=\"[1.5, Infinity]\"");
  CHECK(numbers.entity_column("start").value(0) == Value(2019.0));
  CHECK(numbers.relation_column("start").value(0) == Value(1.5));
  CHECK(numbers.relation_columns().size() == 2);
  CHECK_FALSE(numbers.relation(0).when.from);
  const Network none = with_times("", "");
  CHECK(none.entity_columns().empty());
}

TEST_CASE("gexf: of values at several times the last is kept, of a list all", "[loaders][gexf]") {
  const Built built = read_gexf(
      R"(<gexf><graph mode="dynamic" timeformat="date"><attributes class="node" mode="dynamic">
      <attribute id="s" title="seats" type="integer"/><attribute id="l" title="names" type="liststring"/></attributes>
      <nodes><node id="a"><attvalues><attvalue for="s" value="1" end="2020"/><attvalue for="s" value="2" start="2021"/>
      <attvalue for="l" value="x|y"/><attvalue for="l" value="z"/></attvalues></node></nodes></graph></gexf>)",
      "g");
  REQUIRE(built.network);
  CHECK(built.network->entity_column("seats").value(0) == Value(std::int64_t{2}));
  CHECK(built.network->entity_column("names").value(0) == Value(List{"x", "y", "z"}));
  REQUIRE(built.findings.size() == 2);
  CHECK(built.findings[0].what == "the times of values are left out");
  CHECK(built.findings[1].what == "of several values of \"seats\" the last is kept");
}

TEST_CASE("gexf: mutual edges go both ways, as do undirected ones among directed ones",
          "[loaders][gexf]") {
  const std::string text =
      R"(<gexf><graph defaultedgetype="directed"><nodes><node id="a"/><node id="b"/></nodes>
      <edges><edge source="a" target="b" type="mutual"/><edge source="a" target="b"/>
      <edge source="a" target="b" type="undirected"/></edges></graph></gexf>)";
  CHECK(network_of(text).relation_count() == 5);
  CHECK(network_of(text, {.direction = Direction::undirected}).relation_count() == 3);
}

TEST_CASE("gexf: groups are flattened, and drawing is left out with one word", "[loaders][gexf]") {
  const Built built = read_gexf(
      R"(<gexf xmlns:viz="http://www.gexf.net/1.2draft/viz"><graph><nodes><node id="eu"><viz:size value="3"/>
      <nodes><node id="fra"><viz:color r="1" g="2" b="3"/></node></nodes>
      <edges><edge source="fra" target="eu"/></edges></node><node id="deu" pid="eu"/></nodes></graph></gexf>)",
      "g");
  REQUIRE(built.network);
  CHECK(built.network->relation_count() == 1);
  CHECK(built.network->entity_column("parent").value(built.network->index_of("fra")) ==
        Value("eu"));
  CHECK(built.network->entity_column("parent").value(built.network->index_of("deu")) ==
        Value("eu"));
  CHECK(built.findings.size() == 2);
}

TEST_CASE("gexf: what is wrong is told with its place", "[loaders][gexf]") {
  CHECK(findings_of(
            "<nodes><node id=\"a\"/></nodes>\n<edges><edge source=\"a\" target=\"b\"/></edges>")
            .find("g:3:9: error: unknown entity \"b\" as target") == 0);
  CHECK(findings_of("<nodes><node id=\"a\" start=\"soon\"/></nodes>")
            .find("g:2:9: error: bad date") == 0);
  CHECK(findings_of("<edges><edge source=\"a\" target=\"a\" type=\"odd\"/></edges>")
            .find("unknown type of an edge \"odd\"") != std::string::npos);
  CHECK(findings_of("<nodes><node id=\"a\"><attvalues><attvalue for=\"7\" "
                    "value=\"1\"/></attvalues></node></nodes>") ==
        "g:2:33: error: unknown attribute \"7\"; declare it by <attribute>\n");
}

TEST_CASE("gexf: spells that would repeat long values without bound are refused",
          "[loaders][gexf]") {
  std::string spells;
  for (int i = 0; i < 5000; ++i) spells += "<spell start=\"2020\"/>";
  const std::string content =
      "<attributes class=\"edge\"><attribute id=\"t\" title=\"t\" type=\"string\"/></attributes>"
      "<nodes><node id=\"a\"/></nodes><edges><edge source=\"a\" target=\"a\"><attvalues>"
      "<attvalue for=\"t\" value=\"" +
      std::string(20'000, 'x') + "\"/></attvalues><spells>" + spells + "</spells></edge></edges>";
  CHECK(findings_of(content, "timeformat=\"date\"").find("5000 spells of an edge") !=
        std::string::npos);
}

TEST_CASE("gexf: marks of ours tell the type and the name of an attribute", "[loaders][gexf]") {
  const Built built = read_gexf(
      R"(<gexf xmlns:summitry="urn:x-summitry"><graph><attributes class="node">
        <attribute id="0" title="born" type="string" summitry:type="date" summitry:name="Born"/>
        </attributes><nodes><node id="a"><attvalues><attvalue for="0" value="1990"/></attvalues>
        </node></nodes></graph></gexf>)",
      "g.gexf");
  REQUIRE(built.network);
  CHECK(built.network->entity_column("Born").value(0) == Value(Date{1990, 0, 0}));
}

TEST_CASE("gexf: lists of every form", "[loaders][gexf]") {
  CHECK(gexf::with_bars("[a, b]") == "a|b");
  CHECK(gexf::with_bars(R"(["a, b", "say \"c\""])") == "a, b|say \"c\"");
  CHECK(gexf::with_bars("[\"a, b") == "[\"a|b");
  CHECK(gexf::with_bars("a|b, c") == "a|b, c");
  CHECK(gexf::with_bars("a;b") == "a|b");
  CHECK(gexf::with_bars(" a ") == "a");
  CHECK(gexf::with_bars("").empty());
}
