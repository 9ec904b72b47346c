#include "loaders/two_mode/two_mode.hpp"

#include "loaders/load.hpp"
#include "tests/loaders/round_trip.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"

using namespace summitry;
using testing::Folder;

namespace {

const LoadOptions kAsMatrix{.format = "two-mode-matrix", .direction = {}};
const LoadOptions kAsList{.format = "two-mode-list", .direction = {}};

Network network_of(Built built) {
  for (const Finding& finding : built.findings) UNSCOPED_INFO(to_string(finding));
  REQUIRE(built.network);
  return *std::move(built.network);
}

std::string findings_of(const std::vector<Finding>& findings) {
  std::string lines;
  for (const Finding& finding : findings) lines += to_string(finding) + "\n";
  return lines;
}

}  // namespace

TEST_CASE("two-mode matrix: participants, events and cells", "[loaders][two-mode]") {
  const Built built =
      read_two_mode_matrix("person,E1,E2,E3\nAnn,1,x,\nBob,0,X,1\nCyd,,,\n", "m", kAsMatrix);
  const Network network = network_of(
      read_two_mode_matrix("person,E1,E2,E3\nAnn,1,x,\nBob,0,X,1\nCyd,,,\n", "m", kAsMatrix));
  CHECK(testing::relations(network) ==
        std::vector<std::string>{"Ann attended E1", "Ann attended E2", "Bob attended E2",
                                 "Bob attended E3"});
  CHECK(network.entities().size() == 6);
  CHECK(network.entity(network.index_of("Cyd")).kind == "person");
  CHECK(network.entity(network.index_of("E1")).kind == "event");
  CHECK(findings_of(built.findings) ==
        "m:1:1: warning: blank cells (4) beside zeros (1): both are read as no relation; write 0 "
        "wherever there was none, and leave out what is not known\n");
}

TEST_CASE("two-mode matrix: other numbers than 0 and 1 are weights", "[loaders][two-mode]") {
  CHECK(testing::relations(
            network_of(read_two_mode_matrix(",E1,E2\nAnn,1,2.5\nBob,0,3\n", "m", kAsMatrix))) ==
        std::vector<std::string>{"Ann attended E1 1", "Ann attended E2 2.5", "Bob attended E2 3"});
  CHECK(
      testing::relations(network_of(read_two_mode_matrix(";E1;E2\nAnn;0,5;1\n", "m", kAsMatrix))) ==
      std::vector<std::string>{"Ann attended E1 0.5", "Ann attended E2 1"});
}

TEST_CASE("two-mode matrix: a name in both modes is two entities", "[loaders][two-mode]") {
  const Built built =
      read_two_mode_matrix("country,Cairo,Rio\nCairo,1,0\nRio,0,1\nFra,1,1\n", "m", kAsMatrix);
  REQUIRE(built.network);
  CHECK(testing::relations(*built.network) ==
        std::vector<std::string>{"Fra attended event:Cairo", "Fra attended event:Rio",
                                 "country:Cairo attended event:Cairo",
                                 "country:Rio attended event:Rio"});
  CHECK(built.network->entity(built.network->index_of("event:Rio")).name == "Rio");
  CHECK(findings_of(built.findings) ==
        "m:1:9: warning: 2 names stand in both modes, and is two entities: \"event:Cairo\" is the "
        "event; give both names of their own, unless that is meant\n");
}

TEST_CASE("two-mode matrix: what is wrong is told with its place", "[loaders][two-mode]") {
  CHECK(findings_of(
            read_two_mode_matrix("p,E,E\nA,maybe,1\nA,1,1\n,1,1\n", "m", kAsMatrix).findings) ==
        "m:1:5: error: \"E\" stands twice; write a row for each participant and a column for each "
        "event\n"
        "m:2:3: error: the cell \"maybe\" of a matrix; write 1 or x for a relation, 0 or nothing "
        "for none, or a weight\n"
        "m:3:1: error: \"A\" stands twice; write a row for each participant and a column for each "
        "event\n"
        "m:4:1: error: a row without a name; name the participant in the first column\n");
  CHECK(findings_of(read_two_mode_matrix("p\nA\n", "m", kAsMatrix).findings)
            .find("a matrix of one column") != std::string::npos);
  CHECK(findings_of(read_two_mode_matrix("p,E,\nA,1,1\n", "m", kAsMatrix).findings)
            .find("m:2:5: error: the value \"1\" without an event") == 0);
}

TEST_CASE("two-mode list: columns by name, dates, roles and further columns",
          "[loaders][two-mode]") {
  const Network network = network_of(read_two_mode_list(
      "Organisation,Meeting,date,role,seats\nUN,Rio,1992-06,host,3\nEU,Rio,1992-06,,\n"
      "UN,Cairo,1994,,\nEU,Cairo,1995,,\n",
      "l", kAsList));
  CHECK(testing::relations(network) ==
        std::vector<std::string>{"EU attended Cairo", "EU attended Rio", "UN attended Cairo",
                                 "UN attended Rio"});
  CHECK(network.entity(network.index_of("UN")).kind == "organisation");
  const Entity& rio = network.entity(network.index_of("Rio"));
  CHECK(rio.kind == "event");
  CHECK(rio.active.from == parse_date("1992-06"));
  CHECK_FALSE(network.entity(network.index_of("Cairo")).active.from);
  CHECK(network.relation(0).when.from == parse_date("1995"));
  CHECK(network.relation(3).role == "host");
  CHECK(network.relation_column("seats").value(3) == Value(std::int64_t{3}));
}

TEST_CASE("two-mode list: summits are summits, and parts of a relation what they are",
          "[loaders][two-mode]") {
  const Network network = network_of(read_two_mode_list(
      "country,summit,type,status,weight\nfra,paris,hosted,,2\nind,paris,,declined,\n", "l",
      kAsList));
  CHECK(network.entity(network.index_of("paris")).kind == "summit");
  CHECK(network.relation(0).type == "hosted");
  CHECK(network.relation(0).summit == network.index_of("paris"));
  CHECK(network.relation(1).status == Status::declined);
}

TEST_CASE("two-mode list: what is wrong is told with its place", "[loaders][two-mode]") {
  CHECK(findings_of(read_two_mode_list("who,event\na,b\n", "l", kAsList).findings) ==
        "l:1:1: error: missing column \"participant\"; name it by one of the words participant, "
        "actor, person, organisation, country\n");
  CHECK(findings_of(read_two_mode_list("person,country,event\na,b,c\n", "l", kAsList).findings) ==
        "l:1:8: error: \"person\" and \"country\" could both be the participant; call the one that "
        "is meant participant\n");
  CHECK(findings_of(read_two_mode_list("person,event\na,\n,b\n", "l", kAsList).findings) ==
        "l:2:1: error: no event; every row needs both\n"
        "l:3:1: error: no participant; every row needs both\n");
  CHECK(
      findings_of(
          read_two_mode_list("participant,event,date\na,b,soon\n", "l", kAsList).findings) ==
      "l:2:5: error: bad date \"soon\"; write YYYY, YYYY-MM or YYYY-MM-DD of a day that exists\n");
}

TEST_CASE("two-mode: found by content only where it is certain, and said",
          "[loaders][two-mode][load]") {
  const Folder folder("two-mode");
  const Loaded matrix = load_checked(folder.write("m.csv", ",E1,E2\nAnn,1,0\nBob,1,1\n"));
  CHECK(matrix.format == "two-mode-matrix");
  CHECK(
      findings_of(matrix.findings)
          .find("read as a two-mode matrix of 2 participants and 2 events; name another format by "
                "--input-format if it is none") != std::string::npos);
  const Loaded list = load_checked(folder.write("l.csv", "person,event\nAnn,E1\n"));
  CHECK(list.format == "two-mode-list");
  CHECK(findings_of(list.findings)
            .find("read as a two-mode list: \"person\" are participants, "
                  "\"event\" are events") != std::string::npos);
  const auto format = [&folder](const std::string& text) {
    return load_checked(folder.write("t.csv", text)).format;
  };
  CHECK(format("who,A,B,C,D\nx,1,0,1,0\n") == "two-mode-matrix");
  CHECK(format("who,A,B\nx,1,0\n") == "edge-list");      // may be source, target, weight
  CHECK(format(",a,b\na,0,1\nb,1,0\n") == "edge-list");  // may be of one mode
  CHECK(format(",a,b\nx,0,2\nb,1,0\n") == "edge-list");  // weights
  CHECK(format("source,target,event,person\na,b,c,d\n") == "edge-list");
}
