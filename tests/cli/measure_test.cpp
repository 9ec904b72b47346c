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

TEST_CASE("measure: --centralisation below the table and in JSON, of what it says", "[cli]") {
  const Workshop shop;
  shop.write("star.csv", "source,target\na,b\na,c\na,d\n");
  const Outcome table =
      shop.run({"measure", "star.csv", "--measures", "degree,katz,constraint", "--centralisation"});
  REQUIRE(table.code == 0);
  CHECK(has(table.out, "centralisation of degree: 1, of the largest that is possible\n"));
  CHECK(has(table.out, "centralisation of katz: 1, of a star's; more is possible\n"));
  CHECK(has(table.out, "centralisation of constraint: none, no largest sum is known"));
  const Outcome outcome = shop.run({"measure", "star.csv", "--measures", "degree,constraint",
                                    "--centralisation", "--format", "json"});
  const json result = json::parse(outcome.out);
  CHECK(result["measures"][0]["centralisation"]["value"] == 1.0);
  CHECK(result["measures"][1]["centralisation"]["value"].is_null());
  CHECK(result["measures"][1]["centralisation"]["note"].is_string());
  CHECK(has(result["command"].get<std::string>(), "--centralisation"));
  const Outcome plain = shop.run({"measure", "star.csv", "--format", "json"});
  CHECK_FALSE(json::parse(plain.out)["measures"][0].contains("centralisation"));
}

TEST_CASE("measure: --centralisation is not lost in silence, and is of a whole graph", "[cli]") {
  const Workshop shop;
  shop.write("star.csv", "source,target\na,b\na,c\na,d\n");
  const Outcome csv = shop.run(
      {"measure", "star.csv", "--measures", "degree", "--centralisation", "--format", "csv"});
  REQUIRE(csv.code == 0);
  CHECK(has(csv.err, "CSV has no place for centralisation"));
  CHECK(lines_of(csv.out).front() == "id,kind,name,degree");
  const Outcome both = shop.run({"measure", "star.csv", "--centralisation", "--per-component"});
  CHECK(both.code == 2);
  CHECK(has(both.err, "--centralisation and --per-component exclude each other"));
}

TEST_CASE("measure: weights are converted when asked, and the rule is printed", "[cli]") {
  const Workshop shop;
  shop.write("ties.csv", "source,target,weight\na,b,4\nb,c,4\na,c,1\n");
  const std::vector<std::string> asked = {"measure",          "ties.csv",  "--measures",
                                          "edge-betweenness", "--weights", "weight"};
  const auto with = [&](std::vector<std::string> more) {
    std::vector<std::string> words = asked;
    words.insert(words.end(), more.begin(), more.end());
    return shop.run(words);
  };
  const Outcome refused = with({"--weights-mean", "strength"});
  CHECK(refused.code == 2);
  CHECK(has(refused.err, "or convert them by --convert-weights inverse"));
  // Strong ties are near: from a to c by b is 1/4 + 1/4, shorter than the weak tie's 1.
  const Outcome inverse =
      with({"--weights-mean", "strength", "--convert-weights", "inverse", "--format", "csv"});
  CHECK(inverse.out == "source,target,edge-betweenness\na,b,2\na,c,0\nb,c,2\n");
  const Outcome flat =
      with({"--weights-mean", "strength", "--convert-weights", "opsahl:0", "--format", "csv"});
  CHECK(flat.out == "source,target,edge-betweenness\na,b,1\na,c,1\nb,c,1\n");
  const Outcome told =
      with({"--weights-mean", "strength", "--convert-weights", "opsahl:0.5", "--format", "json"});
  CHECK(json::parse(told.out)["selection"]["convert-weights"] == "opsahl:0.5");
}

TEST_CASE("measure: a conversion that cannot be done is refused", "[cli]") {
  const Workshop shop;
  shop.write("ties.csv", "source,target,weight\na,b,0\n");
  const Outcome nothing = shop.run({"measure", "ties.csv", "--convert-weights", "inverse"});
  CHECK(nothing.code == 2);
  CHECK(has(nothing.err, "--convert-weights needs weights to convert"));
  const Outcome unknown =
      shop.run({"measure", "ties.csv", "--weights", "weight", "--convert-weights", "invers"});
  CHECK(unknown.code == 2);
  CHECK(has(unknown.err, "did you mean \"inverse\"?"));
  const Outcome zero =
      shop.run({"measure", "ties.csv", "--weights", "weight", "--convert-weights", "inverse"});
  CHECK(zero.code == 1);
}

TEST_CASE("measure: PageRank from the view of an entity", "[cli]") {
  const Workshop shop;
  shop.write("ties.csv", kTwoParts);
  const auto from = [&](const std::string& id, const std::string& format) {
    return shop.run({"measure", "ties.csv", "--measures", "pagerank", "--personalised", id,
                     "--format", format});
  };
  const Outcome near = from("d", "csv");
  REQUIRE(near.code == 0);
  CHECK(has(near.out, "\na,entity,a,0\n"));
  CHECK(json::parse(from("d", "json").out)["measures"][0]["parameters"]["teleport"] == "d");
  const Outcome unknown = from("x", "csv");
  CHECK(unknown.code == 2);
  CHECK(has(unknown.err, "unknown entity of the graph \"x\""));
}

TEST_CASE("measure: --approximate takes the estimate, which is exact where that is cheap",
          "[cli]") {
  const Workshop shop;
  shop.write("ties.csv", kTwoParts);
  const Outcome outcome = shop.run(
      {"measure", "ties.csv", "--measures", "betweenness", "--approximate", "--format", "csv"});
  REQUIRE(outcome.code == 0);
  CHECK(has(outcome.out, "id,kind,name,approximate-betweenness\n"));
  CHECK(has(outcome.out, "\nb,entity,b,1\n"));
}

TEST_CASE("measure: reports and pictures refuse figures of edges, and reports heed --personalised",
          "[cli]") {
  const Workshop shop;
  shop.write("ties.csv", kTwoParts);
  const Outcome report =
      shop.run({"report", "ties.csv", "--measures", "edge-betweenness", "-o", "out"});
  CHECK(report.code == 2);
  CHECK(
      has(report.err, "a report shows figures of entities, and edge-betweenness is one of edges"));
  CHECK_FALSE(shop.exists("out"));
  const Outcome picture =
      shop.run({"draw", "ties.csv", "--size", "edge-betweenness", "-o", "a.svg"});
  CHECK(picture.code == 2);
  CHECK(has(picture.err, "a picture shows figures of entities"));
  const Outcome personal = shop.run({"report", "ties.csv", "--measures", "pagerank",
                                     "--personalised", "d", "-o", "personal", "--quiet"});
  REQUIRE(personal.code == 0);
  CHECK(has(shop.read("personal/metrics.csv"), "\na,entity,a,0\n"));
}
