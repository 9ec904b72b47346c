#include "engine/claims.hpp"

#include "engine/network_builder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"

using namespace summitry;

namespace {

struct Stated {
  const char* value;
  const char* qualifier;
  const char* source = "early";
};

Network claiming(const std::vector<Stated>& claims) {
  NetworkBuilder builder;
  SourceRow source;
  source.id = "early";
  source.title = "Early";
  source.date = "2025-02-10";
  builder.add_source(source);
  source.id = "late";
  source.title = "Late";
  source.date = "2025-06";
  builder.add_source(source);
  builder.ensure_entity("x", "summit");
  for (const Stated& stated : claims) {
    ClaimRow row;
    row.entity = "x";
    row.attribute = "countries";
    row.value = stated.value;
    row.qualifier = stated.qualifier;
    row.source = stated.source;
    builder.add_claim(row);
  }
  return std::move(builder).finish();
}

bool contradictory(const std::vector<Stated>& claims) {
  const Network network = claiming(claims);
  const auto groups = claim_groups(network);
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].claims.size() == claims.size());
  return groups[0].contradictory;
}

std::string preferred(const std::vector<Stated>& claims) {
  const Network network = claiming(claims);
  const auto index = preferred_claim(network, network.index_of("x"), "countries");
  REQUIRE(index);
  return network.claims()[*index].value;
}

}  // namespace

TEST_CASE("claims: nearly and over the same number disagree", "[engine][claims]") {
  CHECK(contradictory({{"100", "nearly"}, {"100", "over"}}));
  CHECK(contradictory({{"91", "exact"}, {"100", "over"}}));
  CHECK(contradictory({{"91", "exact"}, {"92", "exact"}}));
  CHECK_FALSE(contradictory({{"96", "exact"}, {"100", "about"}, {"100", "nearly"}}));
  CHECK_FALSE(contradictory({{"91", "exact"}, {"60", "at-least"}}));
  CHECK(contradictory({{"Paris", "exact"}, {"paris", "exact"}}));
  CHECK_FALSE(contradictory({{"Paris", "exact"}, {"Paris", "exact", "late"}}));
  CHECK(contradictory({{"58", "exact"}, {"many", "exact"}}));
}

TEST_CASE("claims: exact before about before bounds, then the later, then the smaller source",
          "[engine][claims]") {
  CHECK(preferred({{"100", "over", "late"}, {"95", "about"}, {"91", "exact"}}) == "91");
  CHECK(preferred({{"100", "over", "late"}, {"95", "about"}}) == "95");
  CHECK(preferred({{"60", "exact", "early"}, {"66", "exact", "late"}}) == "66");
  const Network nobody = claiming({});
  CHECK_FALSE(preferred_claim(nobody, 0, "countries"));
}

TEST_CASE("claims: all are kept, grouped by entity and attribute", "[engine][claims]") {
  const Network network = testing::summit_network();
  const auto groups = claim_groups(network);
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].contradictory);
  CHECK(groups[0].attribute == "countries");
  // Both are bounds: the newspaper is a day younger.
  CHECK(network.claims()[groups[0].claims[0]].qualifier == Qualifier::nearly);
}

TEST_CASE("claims: signed and declined the same text is a conflict", "[engine][claims]") {
  CHECK(status_conflicts(testing::summit_network()).empty());
  NetworkBuilder builder = testing::summit_builder();
  RelationRow row;
  row.source = "cod";
  row.type = "signed";
  row.target = "declaration";
  row.summit = "one-2023";
  builder.add_relation(row);
  const Network network = std::move(builder).finish();
  const auto conflicts = status_conflicts(network);
  REQUIRE(conflicts.size() == 1);
  REQUIRE(conflicts[0].relations.size() == 2);
  CHECK(network.relation(conflicts[0].relations[0]).status !=
        network.relation(conflicts[0].relations[1]).status);
}
