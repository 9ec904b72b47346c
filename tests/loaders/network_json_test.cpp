#include "loaders/network_json.hpp"

#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

const char* const kWhole = R"({
  "summitry": {"format": "network", "version": 1},
  "dataset": {"name": "n", "title": "T", "version": "1", "description": "D", "licences": ["MIT"],
              "contributors": [{"title": "Ada", "role": "author"}], "citation": "C",
              "directed": true, "hash": "0"},
  "attributes": {"entities": [{"name": "seats", "type": "integer", "title": "Seats"},
                              {"name": "eu", "type": "boolean"}, {"name": "tags", "type": "list"},
                              {"name": "share", "type": "number"}],
                 "relations": [{"name": "basis", "type": "text"}]},
  "relationTypes": {"attended": {"title": "attended", "source": ["country"], "target": ["summit"]}},
  "sources": [{"id": "s", "title": "S", "date": "2025", "url": "https://x.y"}],
  "entities": [
    {"id": "fra", "kind": "country", "name": "France", "iso3": "FRA", "aliases": ["FR", "Frankreich"],
     "sources": ["s#p. 1"], "attributes": {"seats": 577, "eu": true, "tags": ["a", "b"], "share": 1e-3}},
    {"id": "paris", "kind": "summit", "name": "Paris", "from": "2025-02-10", "to": "2025-02-11",
     "attributes": {"seats": null}}],
  "relations": [{"source": "fra", "type": "attended", "target": "paris", "status": "declined",
                 "weight": 0.1, "sources": ["s", "s#2"], "confidence": "official",
                 "attributes": {"basis": "inferred"}}],
  "claims": [{"entity": "paris", "attribute": "size", "value": "100", "source": "s#3",
              "qualifier": "over"}],
  "series": [{"id": "x", "name": "X", "editions": ["paris"], "participation": ["attended"]}],
  "containers": [{"entity": "paris", "type": "attended"}]
})";

}  // namespace

TEST_CASE("network json: everything is read", "[loaders][network_json]") {
  const Built built = read_network_json(kWhole, "n.json");
  for (const Finding& finding : built.findings) UNSCOPED_INFO(to_string(finding));
  REQUIRE(built.network);
  CHECK(built.findings.empty());
  const Network& network = *built.network;
  CHECK(network.dataset().licences == std::vector<std::string>{"MIT"});
  CHECK(network.dataset().directed);
  CHECK(network.dataset().contributors.size() == 1);
  const EntityIndex fra = network.index_of("fra");
  CHECK(network.entity(fra).aliases == std::vector<std::string>{"FR", "Frankreich"});
  CHECK(network.entity(fra).citations[0].locator == "p. 1");
  CHECK(network.entity_column("seats").value(fra) == Value(std::int64_t{577}));
  CHECK(network.entity_column("seats").missing(network.index_of("paris")));
  CHECK(network.entity_column("eu").value(fra) == Value(true));
  CHECK(network.entity_column("tags").value(fra) == Value(List{"a", "b"}));
  CHECK(network.entity_column("share").value(fra) == Value(0.001));
  const Relation relation = network.relation(0);
  CHECK(relation.status == Status::declined);
  CHECK(relation.weight == 0.1);
  CHECK(relation.citations.size() == 2);
  CHECK(network.relation_column("basis").value(0) == Value("inferred"));
  CHECK(network.claims()[0].qualifier == Qualifier::over);
  CHECK(network.series("x").participation == std::vector<std::string>{"attended"});
  CHECK(network.containers().size() == 1);
  CHECK(network.rules().size() == 1);
}

TEST_CASE("network json: the direction asked for wins", "[loaders][network_json]") {
  const Built built = read_network_json(kWhole, "n.json", {.direction = Direction::undirected});
  REQUIRE(built.network);
  CHECK_FALSE(built.network->dataset().directed);
}

TEST_CASE("network json: an empty network", "[loaders][network_json]") {
  const Built built =
      read_network_json(R"({"summitry": {"format": "network", "version": 1}})", "n.json");
  REQUIRE(built.network);
  CHECK(built.network->entities().empty());
}
