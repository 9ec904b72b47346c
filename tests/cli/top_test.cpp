// summitry top: the leaders of a measure are those of the whole ranking.
#include <nlohmann/json.hpp>

#include "tests/cli/workshop.hpp"
#include "tests/support/catch.hpp"

using namespace summitry::cli;
using nlohmann::json;

TEST_CASE("top: the leaders are those of the whole measure", "[cli]") {
  const Workshop shop;
  for (const std::string by : {"closeness", "harmonic", "betweenness"}) {
    INFO(by);
    const Outcome top =
        shop.run({"top", "datasets/karate", "--by", by, "--top", "4", "--format", "json"});
    REQUIRE(top.code == 0);
    const json result = json::parse(top.out);
    REQUIRE(result["top"].size() == 4);
    CHECK(result["account"][0]["certain"] == "yes");
    const json all = json::parse(
        shop.run({"measure", "datasets/karate", "--measures", by, "--format", "json"}).out);
    for (const json& leader : result["top"]) {
      const double value = leader[by].get<double>();
      int higher = 0;
      for (const json& entity : all["entities"]) {
        const double other = entity["values"][by].get<double>();
        if (entity["id"] == leader["id"]) CHECK(other == Approx(value));
        higher += other > value + 1e-9 ? 1 : 0;
      }
      CHECK(higher < 4);
    }
  }
}

TEST_CASE("top: as a table and as CSV", "[cli]") {
  const Workshop shop;
  const Outcome table = shop.run({"top", "datasets/karate", "--by", "harmonic", "--top", "2"});
  REQUIRE(table.code == 0);
  CHECK(has(table.out, "John A"));
  CHECK(has(table.out, "Mr Hi"));
  const Outcome csv =
      shop.run({"top", "datasets/karate", "--by", "closeness", "--top", "1", "--format", "csv"});
  CHECK(csv.out.starts_with("rank,id,kind,name,closeness\n1,actor-01,person,Mr Hi,0.568965517"));
}

TEST_CASE("top: refuses a measure without a top, and none at all", "[cli]") {
  const Workshop shop;
  CHECK(shop.run({"top", "datasets/karate", "--by", "degree"}).code == 2);
  CHECK(shop.run({"top", "datasets/karate", "--top", "0"}).code == 2);
}
