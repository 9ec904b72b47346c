// summitry info --full: all figures that describe a graph as a whole.
#include <nlohmann/json.hpp>

#include "tests/cli/workshop.hpp"
#include "tests/support/catch.hpp"

using namespace summitry::cli;
using nlohmann::json;

namespace {

json row_of(const json& section, const std::string& item) {
  for (const json& row : section) {
    if (row["item"] == item) return row;
  }
  return {{"value", "no such item: " + item}, {"note", nullptr}};
}

json full(const std::vector<std::string>& words) {
  std::vector<std::string> all = {"info", "--full", "--format", "json"};
  all.insert(all.end(), words.begin(), words.end());
  const Outcome outcome = Workshop().run(all);
  REQUIRE(outcome.code == 0);
  return json::parse(outcome.out);
}

double number(const json& section, const std::string& item) {
  return row_of(section, item)["value"].get<double>();
}

}  // namespace

TEST_CASE("info --full: the karate club, figures that NetworkX and igraph give", "[cli][info]") {
  // Zachary 1977.
  const json result = full({"datasets/karate"});
  CHECK(number(result["size"], "density") == Approx(0.139037).margin(5e-7));
  CHECK(number(result["distances"], "mean distance of connected pairs") ==
        Approx(2.4082).margin(5e-7));
  CHECK(number(result["distances"], "diameter of the largest component") == 5);
  CHECK(number(result["distances"], "radius of the largest component") == 3);
  CHECK(number(result["cohesion"], "transitivity") == Approx(0.255682).margin(5e-7));
  CHECK(number(result["cohesion"], "mean clustering") == Approx(0.570638).margin(5e-7));
  CHECK(number(result["cohesion"], "largest core") == 4);
  CHECK(number(result["cohesion"], "largest truss") == 5);
  CHECK(number(result["cohesion"], "onion layers") == 7);
  CHECK(number(result["components"], "articulation points") == 1);
  CHECK(number(result["components"], "bridges") == 1);
  CHECK(number(result["components"], "biconnected components") == 3);
  CHECK(number(result["components"], "algebraic connectivity") == Approx(0.468525).margin(5e-7));
  CHECK(number(result["mixing"], "by degree") == Approx(-0.475613).margin(5e-7));
  CHECK(number(result["centralisation"], "degree") == Approx((34 * 17 - 156) / (33.0 * 32.0)));
  CHECK(row_of(result["centralisation"], "core")["note"] == "of the largest that is possible");
  CHECK(row_of(result["centralisation"], "katz")["note"] == "of a star's; more is possible");
  CHECK(row_of(result["centralisation"], "information")["value"].is_number());
  const auto source = [&result](const std::string& measure) {
    return row_of(result["centralisation"], measure)["reference"].get<std::string>();
  };
  CHECK(source("degree") == "Freeman 1979, doi:10.1016/0378-8733(78)90021-7");
  CHECK(source("core").find("Seidman 1983") == 0);
  CHECK(source("core").find("Freeman 1979") != std::string::npos);
  for (const std::string law :
       {"an exponential", "a log-normal", "a stretched exponential", "a truncated power law"}) {
    CHECK(row_of(result["degrees"], "tail: against " + law)["value"].is_number());
    const double p = number(result["degrees"], "tail: against " + law + ", p");
    CHECK((p >= 0.0 && p <= 1.0));
  }
  CHECK(result["degree distribution"][0]["degree"] == 1);
  CHECK(result["data"][0]["item"] == "name");
}

TEST_CASE("info --full: JSON says what each figure means and where it is from", "[cli][info]") {
  const json result = full({"datasets/krackhardt-kite"});
  for (const char* const section :
       {"size", "components", "cohesion", "distances", "degrees", "centralisation", "mixing"}) {
    INFO(section);
    REQUIRE(result.contains(section));
    for (const json& row : result[section]) {
      INFO(row.dump());
      CHECK(row["meaning"].is_string());
    }
  }
  CHECK(row_of(result["components"], "bridges")["reference"] ==
        "Hopcroft & Tarjan 1973, doi:10.1145/362248.362272");
}

TEST_CASE("info --full: what does not apply is missing, and the note says why", "[cli][info]") {
  const json undirected = row_of(full({"datasets/karate"})["size"], "reciprocity");
  CHECK(undirected["value"].is_null());
  CHECK(undirected["note"] == "undirected: every edge goes both ways");
  const json directed = full({"datasets/karate", "--directed"});
  CHECK(row_of(directed["size"], "reciprocity")["value"].is_number());
  CHECK(row_of(directed["mixing"], "by out- and in-degree")["value"].is_number());
  CHECK(row_of(directed["distances"], "radius of the largest strong component")["value"] == 0);
}

TEST_CASE("info --full: a graph of two is described as well", "[cli][info]") {
  const Workshop shop;
  shop.write("two.csv", "source,target\na,b\n");
  const Outcome outcome = shop.run({"info", "two.csv", "--full"});
  REQUIRE(outcome.code == 0);
  CHECK(has(outcome.out, "fewer than three entities"));
  CHECK(has(outcome.out, "no tail with 10 entities of different degrees"));
}

TEST_CASE("info --full: the table has notes but neither meanings nor references", "[cli][info]") {
  const Workshop shop;
  const Outcome table = shop.run({"info", "datasets/southern-women", "--full"});
  REQUIRE(table.code == 0);
  CHECK(has(table.out, "by kind"));
  CHECK(has(table.out, "100 samples, seed 1"));
  CHECK_FALSE(has(table.out, "doi:"));
  const Outcome csv = shop.run({"info", "datasets/southern-women", "--full", "--format", "csv"});
  REQUIRE(csv.code == 0);
  CHECK(lines_of(csv.out).front() == "section,item,field,value");
  CHECK(has(csv.out, "\ncohesion,largest truss,value,2\n"));
}

TEST_CASE("info --full: the same bytes on one thread and two", "[cli][info]") {
  const Workshop shop;
  const auto on = [&shop](const std::string& threads) {
    return shop
        .run({"info", "datasets/ai-summits", "--full", "--format", "json", "--threads", threads})
        .out;
  };
  CHECK(on("1") == on("2"));
}
