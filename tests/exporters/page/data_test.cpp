// What the page's script is told: everything, and the same as the report and the picture.
#include <algorithm>

#include "tests/exporters/page/page_parts.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using nlohmann::json;
using testing::data_of;
using testing::PageExample;

json data() {
  return data_of(PageExample().html());
}

const json& entity(const json& data, const std::string& id) {
  return *std::find_if(data["entities"].begin(), data["entities"].end(),
                       [&](const json& one) { return one["id"] == id; });
}

}  // namespace

TEST_CASE("page data: holds every entity and relation in the order of the network",
          "[exporters][page]") {
  const PageExample example;
  const json found = data_of(example.html());
  REQUIRE(found["entities"].size() == example.network.entities().size());
  for (EntityIndex i = 0; i < example.network.entities().size(); ++i) {
    CHECK(found["entities"][i]["id"] == example.network.entity(i).id);
    CHECK(found["entities"][i]["name"] == example.network.entity(i).name);
  }
  REQUIRE(found["relations"].size() == example.network.relation_count());
  for (RelationIndex r = 0; r < example.network.relation_count(); ++r) {
    const Relation relation = example.network.relation(r);
    const json& one = found["relations"][r];
    INFO(one.dump());
    CHECK(one["source"] == relation.source);
    CHECK(one["target"] == relation.target);
    CHECK(found["types"][one["type"].get<std::size_t>()]["type"] == std::string(relation.type));
    CHECK(one["status"] == std::string(to_string(relation.status)));
    CHECK(one["confidence"] == std::string(to_string(relation.confidence)));
    CHECK(one.contains("sources") == !relation.citations.empty());
  }
}

TEST_CASE("page data: sources are told with their place in them", "[exporters][page]") {
  const json found = data();
  const auto signed_it =
      std::find_if(found["relations"].begin(), found["relations"].end(),
                   [](const json& one) { return one.contains("role") && one["role"] == "first"; });
  REQUIRE(signed_it != found["relations"].end());
  CHECK((*signed_it)["sources"] == json::parse("[[0, \"7\"], [1]]"));
  CHECK(found["sources"][0]["url"] == "https://example.org/a b");
}

TEST_CASE("page data: an entity tells its editions, community and figures with ranks",
          "[exporters][page]") {
  const json found = data();
  const json& france = entity(found, "fra");
  CHECK(france["editions"] == json::parse("[0, 1]"));
  CHECK(france["first"] == 0);
  CHECK(france["figures"][0] == json::parse("[3.0, 1]"));
  CHECK(france["attributes"] ==
        json::parse(R"([["staff", "9007199254740993"], ["is-active", "true"]])"));
  CHECK(france["aliases"].size() == 2);
  CHECK(entity(found, "ada")["figures"][1].is_null());
  CHECK_FALSE(entity(found, "port").contains("description"));
  CHECK(found["figures"][1]["title"] == "PageRank");
  CHECK(found["communities"][0] ==
        json::parse(R"({"name": "signatories of \"node\" | *x*", "size": 6})"));
  CHECK(entity(found, "pact")["claims"][0] == json::parse(R"(["signatories", "28", "exact", 0])"));
}

TEST_CASE("page data: positions are those of the picture", "[exporters][page]") {
  const std::string html = PageExample().html();
  const json found = data_of(html);
  std::size_t drawn = 0;
  for (const json& one : found["entities"]) {
    if (!one.contains("drawn")) continue;
    ++drawn;
    if (one["kind"] != "country") continue;
    const std::string id = one["id"];
    const auto mark = testing::all_matches(
        html,
        "<g data-entity=\"" + id + "\"><title>[^<]*</title><circle (cx=\"[^\"]*\" cy=\"[^\"]*\")");
    REQUIRE_FALSE(mark.empty());
    CHECK(mark.front() == "cx=\"" + one["x"].dump() + "\" cy=\"" + one["y"].dump() + "\"");
  }
  CHECK(drawn >= 3);
  CHECK(found["drawing"]["layout"] == "bands");
  CHECK(found["drawing"]["bands"].size() == 2);
}

TEST_CASE("page data: what is drawn is told of relations as well", "[exporters][page]") {
  const json found = data();
  const auto drawn = std::count_if(found["relations"].begin(), found["relations"].end(),
                                   [](const json& one) { return one.contains("drawn"); });
  CHECK(drawn > 0);
  CHECK(drawn < static_cast<std::ptrdiff_t>(found["relations"].size()));
}

TEST_CASE("page data: entities out of the graph have no figures but their editions",
          "[exporters][page]") {
  const Network network = example::network();
  const Graph graph = select(network, {.kinds = {"country", "summit"}});
  const json found = data_of(page_html(network, {.graph = graph}));
  const json& fund = entity(found, "fund");
  CHECK_FALSE(fund.contains("figures"));
  CHECK(fund["editions"] == json::parse("[0]"));
}

}  // namespace summitry
