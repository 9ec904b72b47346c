#include "loaders/tables/gephi_csv.hpp"

#include "exporters/interchange/gephi_csv.hpp"
#include "loaders/interchange/timeset.hpp"
#include "loaders/load.hpp"
#include "tests/exporters/interchange/nasty.hpp"
#include "tests/exporters/random_network.hpp"
#include "tests/loaders/round_trip.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"

using namespace summitry;
using testing::Folder;

namespace {

Built read(const std::string& nodes, const std::string& edges, const LoadOptions& options = {}) {
  return read_gephi_csv(nodes, "n", edges, "e", options);
}

Network network_of(Built built) {
  for (const Finding& finding : built.findings) UNSCOPED_INFO(to_string(finding));
  REQUIRE(built.network);
  return *std::move(built.network);
}

std::string findings_of(const Built& built) {
  std::string lines;
  for (const Finding& finding : built.findings) lines += to_string(finding) + "\n";
  return lines;
}

}  // namespace

TEST_CASE("gephi-csv: nodes and edges with Gephi's columns", "[loaders][gephi]") {
  const Network network = network_of(read(
      "Id,Label,Kind,seats,Founded\nfra,France,country,3,1958-10-04\nnam,,,,\n NA ,Namibia,,,\n",
      "Source,Target,Type,Id,Label,Weight,sure\nfra,nam,Directed,0,aid,2.5,true\n"
      "nam,fra,Directed,1,,,\n"));
  CHECK(network.dataset().directed);
  const EntityIndex france = network.index_of("fra");
  CHECK(network.entity(france).name == "France");
  CHECK(network.entity(france).kind == "country");
  CHECK(network.entity(network.index_of("NA")).name == "Namibia");  // an isolate
  CHECK(network.entity(network.index_of("nam")).kind == "entity");
  CHECK(network.entity_column("seats").value(france) == Value(std::int64_t{3}));
  CHECK(network.entity_column("seats").missing(network.index_of("nam")));
  CHECK(network.entity_column("Founded").info().type == ColumnType::date);
  REQUIRE(network.relation_count() == 2);
  CHECK(network.relation(0).weight == 2.5);
  CHECK_FALSE(network.relation(1).weight);
  CHECK(network.relation(0).type == "related");
  CHECK(network.relation_column("label").value(0) == Value("aid"));
  CHECK(network.relation_column("sure").value(0) == Value(true));
}

TEST_CASE("gephi-csv: both directions in one table", "[loaders][gephi]") {
  const std::string edges = "Source,Target,Type\na,b,Directed\nb,c,Undirected\nc,c,\nd,a,Mutual\n";
  const Built both = read("Id\na\nb\nc\nd\n", edges);
  CHECK(findings_of(both) ==
        "e:1:15: warning: 2 undirected edges beside 2 directed ones; each of them is kept as a "
        "relation both ways\n");
  CHECK(testing::relations(*both.network) ==
        std::vector<std::string>{"a related b", "a related d", "b related c", "c related b",
                                 "c related c", "d related a"});
  CHECK(network_of(read("Id\na\nb\nc\nd\n", edges, {.direction = Direction::undirected}))
            .relation_count() == 4);
  CHECK(findings_of(read("Id\na\n", "Source,Target,Type\na,a,Directed\na,a,Sideways\n")) ==
        "e:3:5: error: unknown direction \"Sideways\"; write Directed or Undirected\n");
}

TEST_CASE("gephi-csv: a Type that is no direction is the type of relations", "[loaders][gephi]") {
  const Network network = network_of(read_gephi_csv("SOURCE,target,TYPE\na,b,funds\n", "e"));
  CHECK(network.relation(0).type == "funds");
  CHECK_FALSE(network.dataset().directed);
}

TEST_CASE("gephi-csv: times, a relation for each spell", "[loaders][gephi]") {
  const Built built = read(
      "Id,Timeset\na,\"<[2001, 2003-05]>\"\nb,\"<[2001.0,2002.0];(2004.0,Infinity]>\"\n",
      "Source,Target,Timeset\na,b,\"<[\"\"2001-01-01\"\", \"\"2001-02-01\"\"]; [2002,2003]>\"\n"
      "b,a,\"<[2001, 2002, 2004-01-01T10:00:00]>\"\n");
  const Network network = network_of(built);
  const Entity& a = network.entity(network.index_of("a"));
  CHECK(a.active.from == parse_date("2001"));
  CHECK(a.active.to == parse_date("2003-05"));
  const Entity& b = network.entity(network.index_of("b"));
  CHECK(b.active.from == parse_date("2001"));
  CHECK_FALSE(b.active.to);
  REQUIRE(network.relation_count() == 5);
  CHECK(network.relation(0).when.from == parse_date("2001-01-01"));
  CHECK(network.relation(0).when.to == parse_date("2001-02-01"));
  CHECK(findings_of(built).find("open ends of times are read as closed ones") != std::string::npos);
  CHECK(findings_of(built).find("several times of a node are kept as one") != std::string::npos);
  CHECK(findings_of(built).find("times of the day are left out") != std::string::npos);
}

TEST_CASE("gephi-csv: times that are numbers are attributes", "[loaders][gephi]") {
  const Network network =
      network_of(read_gephi_csv("Source,Target,Start,End\na,b,1.5,20\nb,c,,3\n", "e"));
  CHECK(network.relation_column("start").value(0) == Value(1.5));
  CHECK(network.relation_column("end").value(1) == Value(3.0));
}

TEST_CASE("gephi-csv: timesets of every form", "[loaders][gephi]") {
  using Sets = std::vector<std::vector<std::string_view>>;
  CHECK(interchange::parse_timeset("<[2001, 2003]>") == Sets{{"2001", "2003"}});
  CHECK(interchange::parse_timeset("[1,2);(3,4]") == Sets{{"1", "2"}, {"3", "4"}});
  CHECK(interchange::parse_timeset("<>") == Sets{});
  CHECK_FALSE(interchange::parse_timeset("2001"));
  CHECK_FALSE(interchange::parse_timeset("<[2001"));
  CHECK(interchange::parse_timeset("<[1,2] [3,4]>") == Sets{{"1", "2"}, {"3", "4"}});
  CHECK_FALSE(interchange::parse_timeset("<[1,2], [3,4]>"));
}

TEST_CASE("gephi-csv: what is wrong is told with its place", "[loaders][gephi]") {
  CHECK(findings_of(read("Id,Label\na,A\na,B\n", "Source,Target\na,zz\n")) ==
        "n:3:1: error: duplicate id \"a\", first given on line 2; give every entity an id of its "
        "own, or merge the rows\n"
        "e:2:3: warning: \"zz\" is not in the table of nodes, and becomes an entity; add it there, "
        "or mend its id\n");
  CHECK(findings_of(read("Label\na\n", "Source,Target\na,b\n"))
            .find("n:1:1: error: missing column \"Id\" of nodes") == 0);
  CHECK(findings_of(read_gephi_csv("Source,x\na,b\n", "e")) ==
        "e:1:1: error: missing column \"Target\" of edges; name both ends of the edges\n");
  CHECK(findings_of(read_gephi_csv("Source,Target,Weight\na,b,heavy\n", "e"))
            .find("e:2:5: error: bad number \"heavy\" as weight") == 0);
  CHECK(findings_of(read_gephi_csv("Source,Target,x,x,\na,b,1,2,3\n", "e")) ==
        "e:1:17: error: the column \"x\" stands twice; give every column a name of its own\n"
        "e:2:9: error: the value \"3\" in a column without a name; name every column in the first "
        "row\n");
  CHECK(findings_of(read_gephi_csv("Source,Target,Timeset\na,b,soon\n", "e"))
            .find("e:2:5: error: bad timeset \"soon\"") == 0);
}

TEST_CASE("gephi-csv: spells that would repeat long values without bound are refused",
          "[loaders][gephi]") {
  std::string set;
  for (int i = 0; i < 5000; ++i) set += (i == 0 ? "" : ";") + std::string("[2001,2002]");
  const std::string edges =
      "Source,Target,said,Timeset\na,b," + std::string(20'000, 'x') + ",\"<" + set + ">\"\n";
  CHECK(findings_of(read_gephi_csv(edges, "e")).find("5000 spells of an edge") !=
        std::string::npos);
}

TEST_CASE("gephi-csv: the table beside is found from either", "[loaders][gephi][load]") {
  const Folder folder("gephi-beside");
  const std::string nodes = "Id,Label\na,A\nb,B\nalone,C\n";
  const std::string edges = "Source,Target\na,b\n";
  for (const auto& [of_nodes, of_edges] :
       {std::pair("x.nodes.csv", "x.edges.csv"), std::pair("y.nodes.csv", "y.csv"),
        std::pair("Nodes.csv", "Edges.csv"), std::pair("my nodes.tsv", "my edges.tsv"),
        std::pair("z.csv", "z.edges.csv")}) {
    INFO(of_nodes);
    const auto first = folder.write(of_nodes, nodes);
    const auto second = folder.write(of_edges, edges);
    for (const auto& path : {first, second}) {
      const Loaded loaded = load_checked(path);
      CHECK(loaded.format == "gephi-csv");
      CHECK(loaded.findings.empty());
      REQUIRE(loaded.network);
      CHECK(loaded.network->entities().size() == 3);
      CHECK(loaded.network->relation_count() == 1);
    }
  }
  const Loaded alone = load_checked(folder.write("people.csv", "id,name\na,A\n"));
  CHECK(alone.format == "gephi-csv");
  CHECK(alone.network->entities().size() == 1);
  CHECK(load_checked(folder.write("plain.csv", edges)).format == "edge-list");
}

TEST_CASE("gephi-csv: what was exported and loaded again is what was there", "[loaders][gephi]") {
  const auto check = [](const Network& network) {
    const Graph graph = select(network, testing::everything());
    const std::vector<PackageFile> files = to_gephi_csv({.network = network, .graph = graph});
    const Network after = network_of(read(files[0].bytes, files[1].bytes));
    for (const Finding& finding : read(files[0].bytes, files[1].bytes).findings) {
      CHECK(finding.what.ends_with("without a source"));  // which the tables do not hold
    }
    if (network.relation_count() > 0) {
      CHECK(after.dataset().directed == network.dataset().directed);
    }
    CHECK(testing::entities_in_full(after) == testing::entities_in_full(network));
    CHECK(testing::relations_in_full(after) == testing::relations_in_full(network));
  };
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    check(testing::random_network(seed));
  }
  check(example::nasty_network(false));
  check(example::nasty_network(true));
}
