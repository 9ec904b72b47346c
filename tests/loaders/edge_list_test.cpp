#include "loaders/edge_list.hpp"

#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

Network network_of(const std::string& text, const LoadOptions& options = {}) {
  Built built = read_edge_list(text, "list", options);
  for (const Finding& finding : built.findings) UNSCOPED_INFO(to_string(finding));
  REQUIRE(built.network);
  return *std::move(built.network);
}

// "source type target weight" of every relation.
std::vector<std::string> relations_of(const Network& network) {
  std::vector<std::string> lines;
  for (RelationIndex i = 0; i < network.relation_count(); ++i) {
    const Relation relation = network.relation(i);
    std::string& line = lines.emplace_back(network.entity(relation.source).id);
    line.append(" ").append(relation.type).append(" ");
    line.append(network.entity(relation.target).id);
    if (relation.weight)
      line.append(" ").append(std::to_string(static_cast<int>(*relation.weight)));
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("edge list: the same list between commas, semicolons, tabs and spaces",
          "[loaders][edge_list]") {
  const Lines expected = {"a friend b 2", "b foe c 1", "c friend a 3"};
  for (const char* text :
       {"source,target,weight,type\na,b,2,friend\nb,c,1,foe\nc,a,3,friend\n",
        "a,b,2,friend\nb,c,1,foe\nc,a,3,friend\n",
        "Source;Target;Type;Weight\r\na;b;friend;2\r\nb;c;foe;1\r\nc;a;friend;3",
        "a\tb\t2\tfriend\nb\tc\t1\tfoe\nc\ta\t3\tfriend",
        "# comment\na b 2 friend\n% another\n\n b  c\t1 foe \nc a 3 friend\n",
        "type,from,to,weight\nfriend,a,b,2\nfoe,b,c,1\nfriend,c,a,3\n",
        "source , target, weight, type\n a, b , 2,friend\nb, c, 1, foe\nc , a , 3 , "
        "friend\n"}) {
    INFO(text);
    CHECK(relations_of(network_of(text)) == expected);
  }
}

TEST_CASE("edge list: spaces around a cell do not count", "[loaders][edge_list]") {
  CHECK(relations_of(network_of("source , target\n a , b \n")) == Lines{"a related b"});
}

TEST_CASE("edge list: entities are of kind entity, relations undirected unless told otherwise",
          "[loaders][edge_list]") {
  const Network network = network_of("x y\n");
  CHECK(network.entity(0).kind == "entity");
  CHECK(network.entity(0).name == "x");
  CHECK_FALSE(network.dataset().directed);
  CHECK(network_of("x y\n", {.direction = Direction::directed}).dataset().directed);
}

TEST_CASE("edge list: a line that stands twice is two relations, without a warning",
          "[loaders][edge_list]") {
  const Built built = read_edge_list("a b\na b\nb a\na a\n", "list");
  REQUIRE(built.network);
  CHECK(built.network->relation_count() == 4);
  CHECK(built.findings.empty());
}

TEST_CASE("edge list: Gephi's columns, with its directions", "[loaders][edge_list]") {
  const std::string header = "Source,Target,Type,Id,Label,timeset,Weight\n";
  const Network directed = network_of(header + "1,2,Directed,0,first,,1.0\n2,3,Directed,1,,,2.0\n");
  CHECK(directed.dataset().directed);
  CHECK(relations_of(directed) == Lines{"1 related 2 1", "2 related 3 2"});
  CHECK(directed.relation_column("Label").value(0) == Value("first"));
  CHECK(directed.relation_column("Label").missing(1));
  CHECK_FALSE(network_of(header + "1,2,Undirected,0,,,1.0\n").dataset().directed);
}

TEST_CASE("edge list: further known columns, and attributes", "[loaders][edge_list]") {
  const Network network = network_of(
      "source,target,type,status,role,from,to,amount,currency,confidence,note,basis\n"
      "a,b,signed,declined,guest,2025,2026-01,5,EUR,unverified,why,inferred\n");
  const Relation relation = network.relation(0);
  CHECK(relation.status == Status::declined);
  CHECK(relation.role == "guest");
  CHECK(relation.when == Interval{parse_date("2025"), parse_date("2026-01")});
  CHECK(relation.amount == 5);
  CHECK(relation.confidence == Confidence::unverified);
  CHECK(relation.note == "why");
  CHECK(network.relation_column("basis").value(0) == Value("inferred"));
}

TEST_CASE("edge list: a summit is one, wherever in the list it is named", "[loaders][edge_list]") {
  const Network network =
      network_of("source,target,type,summit\na,paris,attended,\na,b,signed,paris\n");
  CHECK(network.entity(network.index_of("paris")).kind == "summit");
  CHECK(network.relation(1).summit == network.index_of("paris"));
}

TEST_CASE("edge list: an edge of several relations becomes one a type or a status",
          "[loaders][edge_list]") {
  const Built built = read_edge_list(
      "source,target,type,status,weight,relations,sources\n"
      "a,b,attended|signed,realised,5,2,3\na,c,signed,declined|realised,,2,1\n",
      "list");
  REQUIRE(built.network);
  CHECK(relations_of(*built.network) ==
        Lines{"a attended b", "a signed b", "a signed c", "a signed c"});
  CHECK(built.network->relation(3).status == Status::declined);
  REQUIRE(built.findings.size() == 1);
  CHECK(to_string(built.findings[0]) ==
        "list:2:30: warning: the weight \"5\" of several relations together is left out; write an "
        "edge a relation, so that each has its own");
  CHECK(built.network->relation_columns().empty());
}

TEST_CASE("edge list: nothing between bars is no type and no status", "[loaders][edge_list]") {
  const Built built = read_edge_list(
      "source,target,type,status,weight\na,b,signed||hosted|,realised|,\na,c,|,|,2\n", "list");
  REQUIRE(built.network);
  CHECK(built.findings.empty());
  CHECK(relations_of(*built.network) == Lines{"a hosted b", "a related c 2", "a signed b"});
  CHECK(built.network->relation(0).status == Status::realised);
}

TEST_CASE("edge list: quotes within a comma-separated list", "[loaders][edge_list]") {
  CHECK(relations_of(network_of("source,target\n\"Smith, J\",\"#1\"\n")) ==
        Lines{"Smith, J related #1"});
}
