#include "loaders/pajek.hpp"

#include <cmath>
#include <set>

#include "engine/file.hpp"
#include "exporters/interchange/pajek.hpp"
#include "tests/exporters/interchange/parts.hpp"
#include "tests/exporters/random_network.hpp"
#include "tests/loaders/round_trip.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"

using namespace summitry;

namespace {

Network network_of(const std::string& text, const LoadOptions& options = {}) {
  Built built = read_pajek(text, "g.net", options);
  for (const Finding& finding : built.findings) UNSCOPED_INFO(to_string(finding));
  REQUIRE(built.network);
  return *std::move(built.network);
}

using testing::relations;
using Lines = std::vector<std::string>;

// As they stand in a comment of a partition.
std::multiset<std::string> kinds_of(const Network& network) {
  std::multiset<std::string> kinds;
  for (const Entity& entity : network.entities()) {
    std::string kind = entity.kind;
    for (char& c : kind) c = c == '"' ? '\'' : c == '\\' ? '/' : c == '\n' ? ' ' : c;
    kinds.insert(kind);
  }
  return kinds;
}

}  // namespace

TEST_CASE("pajek: labels are ids, lines without a weight have none", "[loaders][pajek]") {
  const Network network = network_of(
      "*Vertices 3\n1 \"Ann B.\" 0.1 0.2 0.5 box ic Red\n2 Bea\n3 \"C \\\"x\\\" \\\\\"\n"
      "*Edges\n1 2 2.5\n2 3\n");
  CHECK(network.find("Ann B."));
  CHECK(network.find("C \"x\" \\"));
  CHECK_FALSE(network.dataset().directed);
  CHECK(relations(network) == Lines{"Ann B. related Bea 2.5", "Bea related C \"x\" \\"});
  CHECK(network.entity_columns().empty());
}

TEST_CASE("pajek: numbers are ids where labels are missing, shared or no ids", "[loaders][pajek]") {
  for (const char* listed : {"1 a\n2 a\n", "1 \" a\"\n2 b\n", "1 2\n"}) {
    const Network network = network_of("*Vertices 2\n" + std::string(listed) + "*Arcs\n2 1 1\n");
    INFO(listed);
    CHECK(relations(network) == Lines{"2 related 1 1"});
    CHECK(network.dataset().directed);
  }
  CHECK(network_of("*Vertices 2\n1 a\n2 a\n").entity(0).name == "a");
}

TEST_CASE("pajek: lists, matrices and two modes", "[loaders][pajek]") {
  CHECK(relations(network_of("*Vertices 3\n*Arcslist\n1 2 3\n2 1\n")) ==
        Lines{"1 related 2", "1 related 3", "2 related 1"});
  CHECK(relations(network_of("*vertices 2\n*matrix\n0 1.5\n0 2\n")) ==
        Lines{"1 related 2 1.5", "2 related 2 2"});
  const Network modes = network_of("*Vertices 3 1\n1 a\n2 b\n3 c\n*Matrix\n1 0\n");
  CHECK(relations(modes) == Lines{"a related b 1"});
  CHECK(modes.entity(modes.index_of("a")).kind == "mode-1");
  CHECK(modes.entity(modes.index_of("c")).kind == "mode-2");
  CHECK_FALSE(modes.dataset().directed);
}

TEST_CASE("pajek: sections name types, brackets times, pairs attributes", "[loaders][pajek]") {
  const Network network = network_of(
      "*Network peers\n*Vertices 2\n1 a 0 0 0.5 ellipse age 31 [1999-*]\n2 b 0 0 0.5 ellipse "
      "[1-4]\n"
      "*Arcs :1 \"likes\"\n1 2 1 c Blue l \"at work\" [2001-2004]\n*Arcs :2\n2 1 1 years 2.5\n");
  CHECK(network.dataset().name == "peers");
  CHECK(relations(network) == Lines{"a likes b 1", "b related-2 a 1"});
  CHECK(network.relation(0).when.to == parse_date("2004"));
  CHECK(network.entity(0).active.from == parse_date("1999"));
  CHECK(network.entity_column("age").value(0) == Value(std::int64_t{31}));
  CHECK(network.entity_column("time").value(1) == Value("[1-4]"));
  CHECK(network.relation_column("label").value(0) == Value("at work"));
  CHECK(network.relation_column("years").value(1) == Value(2.5));
}

TEST_CASE("pajek: edges beside arcs are read both ways, with a warning", "[loaders][pajek]") {
  const Built built = read_pajek("*Vertices 3\n*Arcs\n1 2 1\n*Edges\n2 3 4\n3 3 1\n", "g.net");
  REQUIRE(built.network);
  CHECK(relations(*built.network) ==
        Lines{"1 related 2 1", "2 related 3 4", "3 related 2 4", "3 related 3 1"});
  REQUIRE(built.findings.size() == 1);
  CHECK(built.findings[0].line == 5);
  CHECK(network_of("*Vertices 2\n*Arcs\n*Edges\n1 2 1\n").dataset().directed == false);
}

TEST_CASE("pajek: a project has partitions and vectors, 999999998 is missing", "[loaders][pajek]") {
  const Network network = network_of(
      "*Vertices 2\n1 a\n2 b\n*Edges\n1 2 1\n*Partition of age\n*Vertices 2\n3\n4\n"
      "*Vector\n*Vertices 2\n0.5\n999999998\n");
  CHECK(network.entity_column("of age").value(1) == Value(std::int64_t{4}));
  CHECK(network.entity_column("vector").value(0) == Value(0.5));
  CHECK(network.entity_column("vector").missing(1));
}

TEST_CASE("pajek: what we save comes back, with the files beside it", "[loaders][pajek]") {
  const testing::Folder folder("pajek-beside");
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    INFO("seed " << seed);
    const Network network = testing::random_network(seed);
    const Graph graph = select(network, testing::everything());
    for (const PackageFile& file : to_pajek({.network = network, .graph = graph})) {
      write_file(folder.path() / ("x" + (file.name.empty() ? ".net" : file.name)), file.bytes);
    }
    const Network again = load(folder.path() / "x.net");
    REQUIRE(again.entities().size() == network.entities().size());
    CHECK(again.relation_count() == network.relation_count());
    CHECK(again.dataset().directed == network.dataset().directed);
    CHECK(kinds_of(again) == kinds_of(network));
  }
}

TEST_CASE("pajek: communities and measures come back, a measure that is missing too",
          "[loaders][pajek]") {
  const testing::Folder folder("pajek-results");
  const example::Whole whole;
  for (const PackageFile& file : to_pajek(whole.with_results())) {
    write_file(folder.path() / ("x" + (file.name.empty() ? ".net" : file.name)), file.bytes);
  }
  const Network again = load(folder.path() / "x.net");
  for (VertexId v = 0; v < whole.graph.vertex_count(); ++v) {
    const std::string& name = whole.network.entity(whole.graph.entity(v)).name;
    const bool is_plain = name.find_first_of("\"\\") == std::string::npos;
    const EntityIndex e = again.index_of(is_plain ? name : "Côte d'Ivoire, 'Nord' / 日本 🎉");
    CHECK(again.entity_column("degree").value(e) == Value(whole.scores[0].scores.values[v]));
    const auto community = static_cast<std::int64_t>(whole.communities.partition.community[v]);
    CHECK(again.entity_column("community").value(e) == Value(community + 1));
    CHECK(again.entity_column("pagerank").missing(e) ==
          std::isnan(whole.scores[1].scores.values[v]));
  }
}

TEST_CASE("pajek: in a file of ours labels of lines are types, and 1 no weight",
          "[loaders][pajek]") {
  const std::string lines = "*Vertices 2\n1 a\n2 b\n*Arcs\n1 2 1 l \"helps\"\n";
  const std::string ours = "% Made by Summitry: labels of lines are types of relations, numbers ";
  CHECK(relations(network_of(ours + "nothing\n" + lines)) == Lines{"a helps b"});
  CHECK(relations(network_of(ours + "weights\n" + lines)) == Lines{"a helps b 1"});
  const Network foreign = network_of("% A comment\n" + lines);
  CHECK(relations(foreign) == Lines{"a related b 1"});
  CHECK(foreign.relation_column("label").value(0) == Value("helps"));
}

TEST_CASE("pajek: a claim of many vertices takes no memory", "[loaders][pajek]") {
  for (const char* count : {"4294967296", "200000", "99999999999999999999", "-1", "x"}) {
    const Built built =
        read_pajek("*Vertices " + std::string(count) + "\n*Edges\n1 2 1\n", "g.net");
    CHECK_FALSE(built.network);
    CHECK(built.findings.front().line == 1);
    CHECK(built.findings.front().column == 11);
  }
}
