#include "algorithms/communities/portraits/series_description.hpp"

#include "algorithms/communities/slices/multislice.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"

namespace summitry {
namespace {

TEST_CASE(
    "series description: names are by the community in which each is most often, of equals the "
    "last",
    "[algorithms][communities][multislice]") {
  const Network network = testing::summit_network();
  REQUIRE(network.entities().size() >= 4);
  const auto called = [&](std::uint32_t entity) { return network.entity(entity).name; };
  // 0 and 1 in all three editions, 2 in two, 3 in the first.
  const std::vector<Graph> slices = {
      Graph({.vertices = 4, .edges = {{0, 1}, {1, 2}, {2, 3}}, .entities = {0, 1, 2, 3}}),
      Graph({.vertices = 3, .edges = {{0, 1}, {1, 2}}, .entities = {0, 1, 2}}),
      Graph({.vertices = 2, .edges = {{0, 1}}, .entities = {0, 1}})};
  SlicedPartition found;
  found.count = 4;
  found.community = {{0, 0, 1, 3}, {0, 2, 2}, {1, 0}};
  const auto itinerary = itineraries(slices, found);
  // 0 is usually in 0, 1 too; 2 in 1 and then in 2: the last; 3 in 3. Nobody is usually in 1.
  const auto described = series_descriptions(network, slices, found, itinerary, {});
  REQUIRE(described.size() == 4);
  CHECK(described[0].name == "around " + called(0) + " and " + called(1));
  CHECK(described[1].name.empty());
  CHECK(described[2].name == called(2));
  CHECK(described[3].name == called(3));
  CHECK(series_descriptions(network, {}, {}, {}, {}).empty());
}

}  // namespace
}  // namespace summitry
