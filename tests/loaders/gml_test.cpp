#include "loaders/gml.hpp"

#include "tests/loaders/round_trip.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;
using testing::relations;
using Lines = std::vector<std::string>;

namespace {

Network network_of(const std::string& text, const LoadOptions& options = {}) {
  Built built = read_gml(text, "g.gml", options);
  for (const Finding& finding : built.findings) UNSCOPED_INFO(to_string(finding));
  REQUIRE(built.network);
  return *std::move(built.network);
}

}  // namespace

TEST_CASE("gml: labels are ids, attributes are typed", "[loaders][gml]") {
  const Network network = network_of(R"(Creator "somebody"
# a comment
graph [ directed 1 name "peers"
  node [ id 0 label "A &#233; &quot;x&quot; &unknown; R&D" kind "country" age 31 size 1.5 tag "x" tag "y" ]
  node [ id 7 label "b" name "B
two lines" age NAN graphics [ x 1 y 2 ] home [ town "Oslo" ] tag "_networkx_list_start" tag "z" ]
  edge [ source 0 target 7 key 0 weight 2.5 type "helps" since "2020-05" ]
])");
  const std::string first = "A é \"x\" &unknown; R&D";
  CHECK(network.dataset().name == "peers");
  CHECK(relations(network) == Lines{first + " helps b 2.5"});
  const std::size_t a = network.index_of(first);
  const std::size_t b = network.index_of("b");
  CHECK(network.dataset().directed);
  CHECK(network.entity(network.index_of(first)).kind == "country");
  CHECK(network.entity(network.index_of("b")).name == "B\ntwo lines");
  CHECK(testing::values(network.entity_columns(), a) == " age=31 size=1.5 tag=x|y");
  CHECK(testing::values(network.entity_columns(), b) == " home.town=Oslo tag=z");
  CHECK(network.entity_column("age").info().type == ColumnType::integer);
  CHECK(network.entity_column("tag").info().type == ColumnType::list);
  CHECK(network.relation_column("since").info().type == ColumnType::date);
}

TEST_CASE("gml: ids of entities are labels, else names, else ids", "[loaders][gml]") {
  const auto edge = [](const std::string& first, const std::string& second) {
    return relations(network_of("graph [ node [ id 1 " + first + " ] node [ id 2 " + second +
                                " ] edge [ source 2 target 1 ] ]"));
  };
  CHECK(edge("label \"a\"", "label \"b\"") == Lines{"b related a"});
  CHECK(edge("label \"a\"", "label \"a\"") == Lines{"2 related 1"});
  CHECK(edge("label \"a\"", "") == Lines{"2 related 1"});
  CHECK(edge("name \"a\"", "name \"b\"") == Lines{"b related a"});
  CHECK(edge("", "") == Lines{"2 related 1"});
}

TEST_CASE("gml: every reference of a letter of Latin-1 is that letter", "[loaders][gml]") {
  const Network network = network_of(
      "graph [ node [ id 1 label \"&nbsp;x&iexcl;&Agrave;&szlig;&yuml;&#xe9;&#128512;&amp;lt;\" ] "
      "]");
  CHECK(network.entity(0).id == "\u00a0x¡Àßÿé😀&lt;");
}

TEST_CASE("gml: nesting, names and tables are bounded by the size of the file", "[loaders][gml]") {
  std::string deep = "graph ";
  for (int i = 0; i < 100'000; ++i) deep += "[ a ";
  CHECK(read_gml(deep, "g.gml").findings.size() == 1);
  const std::string name(150, 'n');
  const std::string longer = "graph [ node [ id 1 " + name + " [ " + name + " 1 ] ] ]";
  CHECK_FALSE(read_gml(longer, "g.gml").network);
  std::string wide = "graph [";
  for (int i = 0; i < 20'000; ++i) {
    wide += " node [ id " + std::to_string(i) + " a" + std::to_string(i) + " 1 ]";
  }
  const Built built = read_gml(wide + " ]", "g.gml");
  REQUIRE(built.findings.size() == 1);
  CHECK(built.findings[0].what == "20000 attributes of vertices, of which most are missing");
}
