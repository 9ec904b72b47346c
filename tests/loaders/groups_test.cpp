#include "loaders/groups.hpp"

#include "engine/error.hpp"
#include "engine/network_builder.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

// Three people: ann, bob and eve.
Network people() {
  NetworkBuilder builder;
  for (const char* id : {"ann", "bob", "eve"}) {
    builder.add_entity({.id = id, .kind = "person", .name = id});
  }
  return std::move(builder).finish();
}

std::vector<std::string> findings_of(const std::string& text) {
  std::vector<std::string> lines;
  try {
    (void)read_groups(text, "truth.csv", people());
  } catch (const LoadError& error) {
    for (const Finding& finding : error.findings()) lines.push_back(to_string(finding));
  }
  return lines;
}

}  // namespace

TEST_CASE("groups: by id, whatever the order of rows and columns", "[loaders][groups]") {
  const Network network = people();
  const Groups groups = read_groups("name,community,id\nEve,\"North, or so\",eve\r\nAnn,0,ann\n",
                                    "truth.csv", network);
  REQUIRE(groups.size() == 3);
  CHECK(groups[*network.find("ann")] == "0");
  CHECK(groups[*network.find("eve")] == "North, or so");
  CHECK_FALSE(groups[*network.find("bob")].has_value());
  CHECK(read_groups("id,community\nbob,\n", "truth.csv", network)[*network.find("bob")] == "");
}

TEST_CASE("groups: every fault is told with its place", "[loaders][groups]") {
  using Lines = std::vector<std::string>;
  CHECK(findings_of("id,community\nann,1\nbobb,1\n,2\nann,2\neve\n") ==
        Lines{"truth.csv:3:1: error: no entity has the id \"bobb\"; perhaps \"bob\"",
              "truth.csv:4:1: error: a row without an id; the id of an entity",
              "truth.csv:5:1: error: the id \"ann\" stands here again; one row for each entity",
              "truth.csv:6:1: error: a row of another length than the header; 2 cells"});
  CHECK(findings_of("name,group\n") ==
        Lines{"truth.csv:1:1: error: no column id; name two columns id and community in the first "
              "line",
              "truth.csv:1:1: error: no column community; name two columns id and community in the "
              "first line"});
  CHECK(findings_of("") == Lines{"truth.csv: error: no header; begin with the line id,community"});
  CHECK(findings_of("id,community\nann,\xff\n").size() == 1);
  std::string many = "id,community\n";
  for (int i = 0; i < 50; ++i) many += "x" + std::to_string(i) + ",1\n";
  CHECK(findings_of(many).size() == 10);
}

TEST_CASE("groups: a file that is not there", "[loaders][groups]") {
  CHECK_THROWS_AS(load_groups("no-such-file.csv", people()), LoadError);
}
