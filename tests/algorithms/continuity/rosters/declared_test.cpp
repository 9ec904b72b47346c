#include "algorithms/continuity/rosters/declared.hpp"

#include <algorithm>

#include "algorithms/continuity/continuity.hpp"
#include "tests/algorithms/continuity/series_script.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using testing::series_network;

// Two editions; at the first ten are named of 91, at the second three of four and a firm of 37.
Network partly_named() {
  std::vector<testing::Said> said;
  for (int i = 0; i < 10; ++i) {
    said.push_back({std::string("p") + std::to_string(i), "attended", "s1"});
  }
  for (const char* who : {"p0", "p1", "q"}) said.push_back({who, "attended", "s2"});
  said.push_back({"acme", "attended", "s1"});
  said.push_back({"acme", "attended", "s2"});
  return series_network({{"s1"}, {"s2"}}, said, {{"acme", "organisation"}},
                        {{"s1", "countries-attending", "91"},
                         {"s2", "countries-attending", "4"},
                         {"s1", "organisations-attending", "37"},
                         {"s2", "organisations-attending", "1"}});
}

TEST_CASE("declared sizes: of kinds, and added up for all", "[algorithms][continuity]") {
  const Continuity found = continuity(partly_named(), {.samples = 200});
  const RosterGroup& all = found.groups.front();
  CHECK_FALSE(all.declared[0].size.has_value());
  const auto countries =
      std::find_if(found.groups.begin(), found.groups.end(),
                   [](const RosterGroup& group) { return group.value == "country"; });
  REQUIRE(countries != found.groups.end());
  CHECK(*countries->declared[0].size == 91);
  CHECK(*countries->declared[0].coverage == Approx(10.0 / 91.0));
  // Named at both 2; of the 81 unnamed one may be q, and the one unnamed at s2 may be anybody.
  const OverlapBounds& bounds = *countries->pairs[0].bounds;
  CHECK(bounds.least == 2);
  CHECK(bounds.most == 4);
  CHECK(bounds.samples == 200);
  CHECK(*bounds.low >= 2.0);
  CHECK(*bounds.high <= 4.0);
  // All: no total is declared, both kinds are: 2 to 4 countries and the firm
  REQUIRE(found.transitions[0].bounds.has_value());
  CHECK(found.transitions[0].bounds->by_category);
  CHECK(found.transitions[0].bounds->least == 3);
  CHECK(found.transitions[0].bounds->most == 5);
  CHECK(found.transitions[0].retained == 3);  // the point figure stays that of those named
  // Each kind is filled up by itself: the firm is at both, and 2 to 4 countries.
  CHECK(found.transitions[0].bounds->samples == 200);
  CHECK(*found.transitions[0].bounds->low >= 3.0);
  CHECK(*found.transitions[0].bounds->high <= 5.0);
  CHECK(*found.transitions[0].bounds->mean > 3.0);
}

TEST_CASE("declared sizes: more than the data hold are taken to be eligible, and it is said",
          "[algorithms][continuity]") {
  const Continuity found = continuity(partly_named(), {.samples = 200});
  const auto countries =
      std::find_if(found.groups.begin(), found.groups.end(),
                   [](const RosterGroup& group) { return group.value == "country"; });
  REQUIRE(countries != found.groups.end());
  // Eleven countries are in the data; 91 are declared.
  CHECK(countries->pairs[0].bounds->universe == 91);
  CHECK(countries->pairs[0].bounds->note.find("91 are taken to have been able to take part") == 0);
  // Where the data hold enough, nothing is said.
  const Network full = series_network(
      {{"s1"}, {"s2"}}, {{"a", "attended", "s1"}, {"b", "attended", "s2"}, {"c", "attended", "s2"}},
      {}, {{"s1", "declared-participants", "2"}, {"s2", "declared-participants", "2"}});
  CHECK(continuity(full, {.samples = 20}).transitions[0].bounds->note.empty());
}

TEST_CASE("declared sizes: too many to be drawn are not drawn, and it is said",
          "[algorithms][continuity]") {
  const Network network = series_network(
      {{"s1"}, {"s2"}}, {{"a", "attended", "s1"}, {"a", "attended", "s2"}}, {},
      {{"s1", "declared-participants", "400000"}, {"s2", "declared-participants", "400000"}});
  const Continuity found = continuity(network, {.samples = 1000});
  const OverlapBounds& bounds = *found.transitions[0].bounds;
  CHECK(bounds.samples == 0);
  CHECK(bounds.note == "the unnamed are not drawn: they are too many for 1000 samples");
}

TEST_CASE("declared sizes: signatories of the one document that counts",
          "[algorithms][continuity]") {
  const Network network = series_network({{"s1"}, {"s2"}},
                                         {{"a", "signed", "text", "s1"},
                                          {"b", "signed", "text", "s1"},
                                          {"a", "signed", "other", "s2"},
                                          {"acme", "signed", "pledge", "s2"}},
                                         {{"text", "document"},
                                          {"other", "document"},
                                          {"pledge", "document"},
                                          {"acme", "organisation"}},
                                         {{"text", "signatories", "28"},
                                          {"other", "signatory-countries", "20"},
                                          {"pledge", "signatories", "16"}});
  const DeclaredSizes sizes(network, network.series(""), Evidence{});
  CHECK(*sizes.of(0, {"signed"}, {}).size == 28);
  CHECK_FALSE(sizes.of(1, {"signed"}, {}).size.has_value());  // two documents
  CHECK(*sizes.of(1, {"signed"}, {"country"}).size == 20);    // countries are on one of them
  CHECK_FALSE(sizes.of(0, {"attended"}, {}).size.has_value());
  CHECK_FALSE(sizes.of(0, {"attended", "signed"}, {}).size.has_value());
  CHECK_FALSE(sizes.of(0, {"signed"}, {"country", "organisation"}).size.has_value());
}

TEST_CASE("declared sizes: what is no number of participants is none", "[algorithms][continuity]") {
  for (const char* value : {"many", "0", "-3", "1e30"}) {
    const Network network = series_network({{"s1"}}, {{"a", "attended", "s1"}}, {},
                                           {{"s1", "declared-participants", value}});
    const DeclaredSizes sizes(network, network.series(""), Evidence{});
    CHECK_FALSE(sizes.of(0, {"attended"}, {}).size.has_value());
  }
}

}  // namespace
}  // namespace summitry
