// Communities over a series, and communities beside what is known, as CSV and JSON.
#include "exporters/series_communities.hpp"

#include <limits>
#include <nlohmann/json.hpp>

#include "exporters/json.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"

namespace summitry {
namespace {

using Json = nlohmann::ordered_json;

// Entities 0 and 1 in both editions, 2 in the first alone.
SeriesCommunities two_editions(const Network& network) {
  SeriesCommunities found;
  found.series = "talks";
  found.editions = {network.index_of("one-2023"), network.index_of("two-2024")};
  found.slices = {Graph({.vertices = 3, .edges = {{0, 1}, {1, 2}}}),
                  Graph({.vertices = 2, .edges = {{0, 1}}})};
  found.reference = "somebody";
  found.parameters = {{"coupling", "1"}};
  found.found.community = {{0, 0, 1}, {0, 1}};
  found.found.count = 2;
  found.found.quality = 0.25;
  found.itineraries = {{network.index_of("ago"), {0, 1}, {0, 0}, 0},
                       {network.index_of("bel"), {0, 1}, {0, 1}, 1},
                       {network.index_of("cod"), {0}, {1}, 0}};
  return found;
}

TEST_CASE("series communities: a row for every entity in every edition", "[exporters][csv]") {
  const Network network = testing::summit_network();
  const std::string csv = series_communities_csv(network, two_editions(network));
  const auto name = [&](const char* id) { return network.entity(network.index_of(id)).name; };
  CHECK(csv ==
        "id,kind,name,edition,community\n"
        "ago,country," +
            name("ago") + ",one-2023,0\n" + "ago,country," + name("ago") + ",two-2024,0\n" +
            "bel,country," + name("bel") + ",one-2023,0\n" + "bel,country," + name("bel") +
            ",two-2024,1\n" + "cod,country," + name("cod") + ",one-2023,1\n");
}

TEST_CASE("series communities: JSON has editions, sizes and each entity's way",
          "[exporters][json]") {
  const Network network = testing::summit_network();
  const Json json =
      Json::parse(series_communities_json(network, two_editions(network), Provenance{}));
  CHECK(json["method"] == "multislice");
  CHECK(json["quality"] == 0.25);
  CHECK(json["editions"][1]["id"] == "two-2024");
  CHECK(json["editions"][0]["edges"] == 2);
  CHECK(json["communities"][0]["sizes"] == Json::parse("[2, 1]"));
  CHECK(json["communities"][1]["sizes"] == Json::parse("[1, 1]"));
  CHECK(json["entities"][1]["id"] == "bel");
  CHECK(json["entities"][1]["switches"] == 1);
  CHECK(json["entities"][1]["communities"].dump() == R"({"one-2023":0,"two-2024":1})");
}

TEST_CASE("series communities: JSON has how sure the place of each entity in each edition is",
          "[exporters][json]") {
  const Network network = testing::summit_network();
  SeriesCommunities series = two_editions(network);
  const auto ago = network.index_of("ago");
  const auto bel = network.index_of("bel");
  series.slices = {
      Graph({.vertices = 3, .edges = {{0, 1}}, .entities = {ago, bel, network.index_of("cod")}}),
      Graph({.vertices = 2, .edges = {{0, 1}}, .entities = {ago, bel}})};
  CHECK(Json::parse(series_communities_json(network, series, Provenance{}))["stability"].is_null());
  series.found.stability.emplace();
  series.found.stability->runs = 7;
  series.found.stability->confidence = {0.125, 0.25, 0.5, 0.75, 1.0};
  series.descriptions = {{"members of A", {}, {}, true}, {}};
  const Json json = Json::parse(series_communities_json(network, series, Provenance{}));
  CHECK(json["stability"]["runs"] == 7);
  CHECK_FALSE(json["stability"].contains("wavering"));
  CHECK(json["communities"][0]["name"] == "members of A");
  CHECK(json["communities"][1]["name"] == "");
  CHECK(json["entities"][0]["confidence"].dump() == R"({"one-2023":0.125,"two-2024":0.75})");
  CHECK(json["entities"][1]["confidence"].dump() == R"({"one-2023":0.25,"two-2024":1})");
  CHECK(json["entities"][2]["confidence"].dump() == R"({"one-2023":0.5})");
}

TEST_CASE("communities JSON: what is known and scores stand there when asked for alone",
          "[exporters][json]") {
  const Network network = testing::summit_network();
  const Graph graph({.vertices = 3, .edges = {{0, 1}}});
  NamedPartition partition;
  partition.partition = canonical(std::vector<std::uint32_t>{0, 0, 1});
  partition.communities.resize(2);
  const Json plain = Json::parse(communities_json(network, graph, partition, Provenance{}));
  CHECK_FALSE(plain.contains("truth"));
  CHECK_FALSE(plain.contains("scores"));

  partition.scores = {{1.0, 0.0, 0.0, 0.0, std::numeric_limits<double>::quiet_NaN(), 0.0}, {}};
  partition.truth = TruthComparison{.attribute = "club",
                                    .entities = 3,
                                    .without_value = 0,
                                    .groups = {"Red", "Blue"},
                                    .figures = {{"adjusted_rand", 0.5}},
                                    .communities = {0, 1},
                                    .of_groups = {{0, 2, 2, 1, 0.5}, {1, 1, 1, 1, 1.0}},
                                    .of_communities = {{0, 2, 2, 1, 0.5}, {1, 1, 1, 1, 1.0}}};
  const Json json = Json::parse(communities_json(network, graph, partition, Provenance{}));
  CHECK(json["scores"][0]["density"] == 1.0);
  CHECK(json["scores"][0]["separability"].is_null());
  CHECK(json["truth"]["agreement"]["adjusted_rand"] == 0.5);
  CHECK(json["truth"]["groups"][0]["group"] == "Red");
  CHECK(json["truth"]["groups"][0]["recall"] == 0.5);
  CHECK(json["truth"]["communities"][1]["group"] == "Blue");
  CHECK(json["truth"]["communities"][1]["precision"] == 1.0);
}

}  // namespace
}  // namespace summitry
