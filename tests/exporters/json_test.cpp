// JSON: bytes, exact numbers, and that a network reads back to the same data.
#include "exporters/json.hpp"

#include <rapidcheck.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "engine/version.hpp"
#include "exporters/json_writer.hpp"
#include "loaders/load.hpp"
#include "loaders/network_json.hpp"
#include "tests/exporters/example.hpp"
#include "tests/exporters/golden.hpp"
#include "tests/exporters/random_network.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using Json = nlohmann::ordered_json;

std::string written(double number) {
  JsonWriter json;
  json.value(number);
  std::string text = json.take();
  text.pop_back();
  return text;
}

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> names;
  for (const auto& [key, value] : object.items()) names.push_back(key);
  return names;
}

Built read_back(const Network& network) {
  return read_network_json(network_json(network), "network.json");
}

}  // namespace

TEST_CASE("json writer: keys stand in the order of the calls, one element a line or all on one",
          "[exporters][json]") {
  JsonWriter json;
  json.begin_object();
  json.field("z", 1);
  json.field("a", std::optional<int>());
  json.key("list");
  json.begin_array(JsonWriter::Layout::line);
  json.value(true);
  json.begin_object();
  json.field("k", "v");
  json.end();
  json.end();
  json.key("empty");
  json.begin_array();
  json.end();
  json.end();
  CHECK(
      json.take() ==
      "{\n  \"z\": 1,\n  \"a\": null,\n  \"list\": [true, {\"k\": \"v\"}],\n  \"empty\": []\n}\n");
}

TEST_CASE("json writer: numbers are the shortest that read back, what is not finite is null",
          "[exporters][json]") {
  CHECK(written(0.1) == "0.1");
  CHECK(written(3.0) == "3");
  CHECK(written(-0.0) == "0");
  CHECK(written(5e-324) == "5e-324");
  CHECK(written(std::nan("")) == "null");
  CHECK(written(std::numeric_limits<double>::infinity()) == "null");
  CHECK(rc::check(
      [](double number) { RC_ASSERT(Json::parse(written(number)).get<double>() == number); }));
}

TEST_CASE("json writer: control characters, quotes and backslashes are escaped, UTF-8 is not",
          "[exporters][json]") {
  CHECK(json_string("a\"\\\n\r\t\x01/é") == "\"a\\\"\\\\\\n\\r\\t\\u0001/é\"");
  const std::string all = std::string("\0", 1) + "\x1f\x7f é 日本 🎉 </script>";
  CHECK(Json::parse(json_string(all)).get<std::string>() == all);
}

TEST_CASE("json: results and networks byte for byte", "[exporters][json]") {
  const Network network = example::network();
  const Graph graph = example::graph(network);
  const Provenance provenance = example::provenance();
  check_golden("measures.json", measures_json(network, graph, example::scores(graph), provenance));
  check_golden("communities.json",
               communities_json(network, graph, example::communities(graph), provenance));
  check_golden("resolution.json",
               resolution_json(network, graph, example::resolution_profile(), provenance));
  check_golden("continuity.json",
               continuity_json(network, example::continuity(network), provenance));
  check_golden("network.json", network_json(network));
}

TEST_CASE("json: a result names program, data, selection and parameters", "[exporters][json]") {
  const Network network = example::network();
  const Graph graph = example::graph(network);
  const Json read =
      Json::parse(measures_json(network, graph, example::scores(graph), example::provenance()));
  CHECK(read["summitry"]["version"] == std::string(version()));
  CHECK(keys(read["dataset"]) ==
        std::vector<std::string>{"name", "title", "version", "hash", "entities", "relations"});
  CHECK(read["dataset"]["hash"] == network.content_hash());
  CHECK(read["selection"]["status"] == "realised");
  CHECK(read["measures"][1]["parameters"]["damping"] == "0.85");
}

TEST_CASE("json: a value that is not defined is null", "[exporters][json]") {
  const Network network = example::network();
  const Graph graph = example::graph(network);
  const Json read =
      Json::parse(measures_json(network, graph, example::scores(graph), example::provenance()));
  CHECK(read["entities"][0]["values"]["pagerank"].is_null());
  CHECK(read["entities"][0]["values"]["degree"] == 0);
}

TEST_CASE("json: nobody and nothing make a document", "[exporters][json]") {
  NetworkBuilder builder;
  const Network nobody = std::move(builder).finish();
  const Graph graph = select(nobody);
  CHECK(Json::parse(measures_json(nobody, graph, {}, {}))["entities"].empty());
  CHECK(Json::parse(communities_json(nobody, graph, {}, {}))["stability"].is_null());
  CHECK(Json::parse(continuity_json(nobody, {}, {}))["transitions"].empty());
  CHECK(Json::parse(network_json(nobody))["entities"].empty());
}

TEST_CASE("json: a network reads back to the same data", "[exporters][json]") {
  const Network network = example::network();
  const Built built = read_back(network);
  for (const Finding& finding : built.findings) FAIL_CHECK(to_string(finding));
  REQUIRE(built.network);
  CHECK(built.network->content_hash() == network.content_hash());
  CHECK(network_json(*built.network) == network_json(network));
}

TEST_CASE("json: random networks read back to the same data", "[exporters][json]") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    const Network network = testing::random_network(seed);
    const Built built = read_back(network);
    for (const Finding& finding : built.findings) UNSCOPED_INFO(to_string(finding));
    REQUIRE(built.network);
    REQUIRE(built.network->content_hash() == network.content_hash());
  }
}

}  // namespace summitry
