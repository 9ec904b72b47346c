// Measures of edges, of each component, estimates, and what is said before and after a long run.
#include <nlohmann/json.hpp>

#include "tests/cli/workshop.hpp"
#include "tests/support/catch.hpp"

using namespace summitry::cli;
using nlohmann::json;

namespace {

constexpr const char* kTwoParts = "source,target\na,b\nb,c\nd,e\n";

}  // namespace

TEST_CASE("measure: figures of edges have a row an edge", "[cli]") {
  const Workshop shop;
  shop.write("ties.csv", kTwoParts);
  const Outcome outcome =
      shop.run({"measure", "ties.csv", "--measures", "edge-betweenness", "--format", "csv"});
  INFO(outcome.err);
  REQUIRE(outcome.code == 0);
  CHECK(outcome.out == "source,target,edge-betweenness\na,b,2\nb,c,2\nd,e,1\n");
}

TEST_CASE("measure: figures of edges as a table and as JSON", "[cli]") {
  const Workshop shop;
  shop.write("ties.csv", kTwoParts);
  const Outcome table = shop.run({"measure", "ties.csv", "--measures", "edge-betweenness"});
  REQUIRE(table.code == 0);
  const auto lines = lines_of(table.out);
  REQUIRE(lines.size() == 5);
  CHECK(lines[0] == "rank  source  target  edge-betweenness");
  CHECK(lines[4] == "3 of 3 edges, by edge-betweenness");
  const Outcome outcome =
      shop.run({"measure", "ties.csv", "--measures", "edge-betweenness", "--format", "json"});
  const json result = json::parse(outcome.out);
  CHECK(result["edges"].size() == 3);
  CHECK(result["edges"][2]["values"]["edge-betweenness"] == 1.0);
  CHECK_FALSE(result.contains("entities"));
}

TEST_CASE("measure: entities and edges are not put into one table", "[cli]") {
  const Workshop shop;
  shop.write("ties.csv", kTwoParts);
  const Outcome outcome =
      shop.run({"measure", "ties.csv", "--measures", "degree,edge-betweenness"});
  CHECK(outcome.code == 2);
  CHECK(
      has(outcome.err,
          "edge-betweenness is a figure of every edge and degree of every entity: ask for them in "
          "two commands"));
}

TEST_CASE("measure: --per-component forgets the others, and says so in JSON", "[cli]") {
  const Workshop shop;
  shop.write("ties.csv", kTwoParts);
  const Outcome whole =
      shop.run({"measure", "ties.csv", "--measures", "closeness", "--format", "csv"});
  CHECK(has(whole.out, "\nd,entity,d,0.25\n"));
  const Outcome apart = shop.run(
      {"measure", "ties.csv", "--measures", "closeness", "--per-component", "--format", "csv"});
  CHECK(has(apart.out, "\nd,entity,d,1\n"));
  const Outcome told = shop.run(
      {"measure", "ties.csv", "--measures", "closeness", "--per-component", "--format", "json"});
  CHECK(json::parse(told.out)["measures"][0]["parameters"]["per-component"] == "yes");
}
