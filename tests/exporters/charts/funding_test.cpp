// Tests of funding flows: what a band stands for, and that money of two currencies is never added up.
#include "exporters/charts/funding.hpp"

#include <string>
#include <utility>
#include <vector>

#include "engine/network_builder.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

struct Row {
  const char* funder;
  const char* recipient;
  const char* amount = "";
  const char* currency = "";
};

Network funded(const std::vector<Row>& rows) {
  NetworkBuilder builder;
  for (const char* id : {"eu", "fra", "gbr"}) {
    builder.add_entity(
        {.id = id, .kind = id == std::string("eu") ? "organisation" : "country", .name = id});
  }
  for (const char* id : {"plan", "fund"}) {
    builder.add_entity({.id = id, .kind = "initiative", .name = id});
  }
  for (const Row& one : rows) {
    RelationRow row;
    row.source = one.funder;
    row.type = "funds";
    row.target = one.recipient;
    row.amount = one.amount;
    row.currency = one.currency;
    builder.add_relation(row);
  }
  return std::move(builder).finish();
}

std::vector<RelationIndex> all(const Network& network) {
  std::vector<RelationIndex> relations(network.relation_count());
  for (RelationIndex r = 0; r < relations.size(); ++r) relations[r] = r;
  return relations;
}

const std::vector<Row> kRows = {{"eu", "plan", "1500000000", "EUR"},
                                {"eu", "plan", "485000000", "EUR"},
                                {"gbr", "fund", "100000000", "GBP"},
                                {"fra", "fund"}};

TEST_CASE("funding: unasked a band counts relations", "[exporters][charts]") {
  const Network network = funded(kRows);
  const AlluvialChart chart = funding_flows(network, all(network));
  REQUIRE(chart.columns.size() == 2);
  REQUIRE(chart.columns[0].blocks.size() == 3);
  CHECK(chart.columns[0].blocks[0].name == "eu");  // the largest first, of equals by id
  CHECK(chart.columns[0].blocks[0].size == 2.0);
  CHECK(chart.columns[0].blocks[1].name == "fra");
  CHECK(chart.columns[1].blocks[0].name == "fund");
  CHECK(chart.groups == std::vector<std::string>{"Organisations", "Countries"});
  REQUIRE(chart.flows.size() == 3);
  CHECK(chart.unit == "relations");
  CHECK(chart.text.caption == "4 funding relations, 3 with an amount.");
}

TEST_CASE("funding: amounts are of one currency, in millions, the others told",
          "[exporters][charts]") {
  const Network network = funded(kRows);
  const AlluvialChart chart = funding_flows(network, all(network), FundingWidth::amounts);
  REQUIRE(chart.flows.size() == 1);
  CHECK(chart.flows[0].size == 1985.0);
  CHECK(chart.unit == "million EUR");
  CHECK(chart.text.caption.find("Shown: 2 in EUR") != std::string::npos);
  CHECK(draw_chart(chart, PictureFormat::svg).find("1985 eu") != std::string::npos);
}

TEST_CASE("funding: whoever funds and is funded stands at both sides; nobody is a picture too",
          "[exporters][charts]") {
  const Network network = funded({{"eu", "fund"}, {"fund", "plan"}});
  const AlluvialChart chart = funding_flows(network, all(network));
  CHECK(chart.columns[0].blocks.size() == 2);
  CHECK(chart.columns[1].blocks.size() == 2);
  const Network none = funded({});
  CHECK(draw_chart(funding_flows(none, {}), PictureFormat::svg).ends_with("</svg>\n"));
}

}  // namespace
}  // namespace summitry
