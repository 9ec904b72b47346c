#include "algorithms/continuity/hosts/host_chain.hpp"

#include "tests/algorithms/continuity/series_script.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using testing::Said;
using testing::series_network;

std::vector<std::string> names(const Network& network, const std::vector<EntityIndex>& entities) {
  std::vector<std::string> result;
  for (const EntityIndex entity : entities) result.push_back(network.entity(entity).id);
  return result;
}

std::vector<HostLink> chain_of(const Network& network) {
  return host_chain(network, network.series(""), {});
}

using Names = std::vector<std::string>;

TEST_CASE("host chain: three editions by hand", "[algorithms][continuity]") {
  const Network network = series_network(
      {{"s1", "2023-11-01", "2023-11-02"}, {"s2", "2024-05-21", "2024-05-22"}, {"s3", "2025"}},
      {{"gbr", "hosted", "s1"},
       {"sunak", "chaired", "s1"},
       {"s1", "named-next-host", "kor", "s1"},
       {"s1", "named-next-host", "fra", "s1"},
       {"kor", "hosted", "s2"},
       {"gbr", "co-hosted", "s2"},
       {"yoon", "co-chaired", "s2"},
       {"s2", "named-next-host", "deu", "s2"},
       {"fra", "hosted", "s3"},
       {"fra", "co-chaired", "s3"},
       {"ind", "co-chaired", "s3"}},
      {{"sunak", "person"}, {"yoon", "person"}});
  const auto chain = chain_of(network);
  REQUIRE(chain.size() == 3);
  CHECK(names(network, chain[0].hosts) == Names{"gbr"});
  CHECK(names(network, chain[0].chairs) == Names{"sunak"});
  CHECK(names(network, chain[0].named_next) == Names{"fra", "kor"});
  CHECK(chain[0].kept == true);
  CHECK_FALSE(chain[0].gap_days.has_value());
  CHECK(chain[0].relations.size() == 4);
  CHECK(names(network, chain[1].co_hosts) == Names{"gbr"});
  CHECK(chain[1].gap_days == 201);  // 2 November 2023 to 21 May 2024
  CHECK(chain[1].kept == false);    // Germany was named, France hosted
  CHECK(chain[1].handover.empty());
  CHECK(names(network, chain[2].hosts) == Names{"fra"});
  CHECK(names(network, chain[2].chairs) == Names{"ind"});  // not the host that chairs as well
  CHECK_FALSE(chain[2].kept.has_value());
  CHECK_FALSE(chain[2].gap_days.has_value());  // only the year is known
}

TEST_CASE("host chain: a co-host or co-chair that hosts the next edition takes over",
          "[algorithms][continuity]") {
  const Network network = series_network({{"s1"}, {"s2"}, {"s3"}}, {{"fra", "hosted", "s1"},
                                                                    {"ind", "co-chaired", "s1"},
                                                                    {"ind", "hosted", "s2"},
                                                                    {"che", "co-hosted", "s2"},
                                                                    {"ind", "co-chaired", "s2"},
                                                                    {"che", "hosted", "s3"}});
  const auto chain = chain_of(network);
  CHECK(names(network, chain[0].handover) == Names{"ind"});
  CHECK(names(network, chain[1].handover) == Names{"che"});
  CHECK_FALSE(chain[0].kept.has_value());  // nobody was named
}

TEST_CASE("host chain: planned hosting names the next host, and stands in for one",
          "[algorithms][continuity]") {
  const Network network = series_network(
      {{"s1"}, {"s2"}},
      {{"fra", "hosted", "s1"},
       {"ind", "hosted", "s2", "s1", "planned"},  // said at the first edition
       {"usa", "hosted", "s1", "", "declined"},
       {"deu", "hosted", "s1", "s1", "planned"},       // overtaken by who hosted
       {"che", "hosted", "later", "s2", "announced"},  // a summit that is no edition yet
       {"aut", "hosted", "later", "s2", "planned", "unverified"}},
      {{"later", "summit"}});
  const auto chain = chain_of(network);
  CHECK(names(network, chain[0].hosts) == Names{"fra"});
  CHECK(names(network, chain[0].named_next) == Names{"ind"});
  CHECK(names(network, chain[1].hosts) == Names{"ind"});
  CHECK(chain[0].kept == true);
  CHECK(names(network, chain[1].named_next) == Names{"che"});
  CHECK_FALSE(chain[1].kept.has_value());
}

TEST_CASE("host chain: nothing said gives empty links", "[algorithms][continuity]") {
  const auto chain = chain_of(testing::attended({{"a"}, {"b"}}));
  REQUIRE(chain.size() == 2);
  CHECK(chain[1].edition == 1);
  CHECK(chain[0].hosts.empty());
  CHECK(chain[0].relations.empty());
  CHECK_FALSE(chain[0].kept.has_value());
}

}  // namespace
}  // namespace summitry
