#include "loaders/matrix_market.hpp"

#include "tests/loaders/round_trip.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;
using testing::relations;
using Lines = std::vector<std::string>;

namespace {

Network network_of(const std::string& words, const std::string& rest) {
  Built built =
      read_matrix_market("%%MatrixMarket matrix " + words + "\n% a comment\n" + rest, "g.mtx");
  for (const Finding& finding : built.findings) UNSCOPED_INFO(to_string(finding));
  REQUIRE(built.network);
  return *std::move(built.network);
}

}  // namespace

TEST_CASE("matrix market: coordinates are relations with weights", "[loaders][matrix-market]") {
  const Network general = network_of("coordinate real general", "3 3 3\n1 2 2.5\n2 1 0\n3 3 -1\n");
  CHECK(relations(general) == Lines{"1 related 2 2.5", "2 related 1 0", "3 related 3 -1"});
  CHECK(general.dataset().directed);
  CHECK(general.entities().size() == 3);
  const Network pattern = network_of("coordinate pattern symmetric", "3 3 2\n2 1\n3 3\n");
  CHECK(relations(pattern) == Lines{"2 related 1", "3 related 3"});
  CHECK_FALSE(pattern.dataset().directed);
}

TEST_CASE("matrix market: a skew-symmetric entry stands both ways, negated",
          "[loaders][matrix-market]") {
  const Network network = network_of("coordinate integer skew-symmetric", "3 3 2\n2 1 5\n3 1 -4\n");
  CHECK(relations(network) ==
        Lines{"1 related 2 -5", "1 related 3 4", "2 related 1 5", "3 related 1 -4"});
  CHECK(network.dataset().directed);
}

TEST_CASE("matrix market: arrays are read by columns, 0 is no relation",
          "[loaders][matrix-market]") {
  CHECK(relations(network_of("array real general", "2 2\n1\n0\n3\n4\n")) ==
        Lines{"1 related 1 1", "1 related 2 3", "2 related 2 4"});
  CHECK(relations(network_of("array real symmetric", "2 2\n1 2 3\n")) ==
        Lines{"1 related 1 1", "2 related 1 2", "2 related 2 3"});
  CHECK(relations(network_of("array integer skew-symmetric", "3 3\n1 2 0\n")) ==
        Lines{"1 related 2 -1", "1 related 3 -2", "2 related 1 1", "3 related 1 2"});
}

TEST_CASE("matrix market: another shape than a square has two modes", "[loaders][matrix-market]") {
  const Network network = network_of("coordinate pattern general", "1 2 1\n1 2\n");
  CHECK(relations(network) == Lines{"row-1 related column-2"});
  CHECK(network.entity(network.index_of("column-1")).kind == "mode-2");
  CHECK_FALSE(network.dataset().directed);
}

TEST_CASE("matrix market: sizes are not believed", "[loaders][matrix-market]") {
  for (const char* sizes :
       {"4294967296 4294967296 1", "9 99999999999999999999 1", "-1 1 1", "2 2 4294967296"}) {
    const Built built = read_matrix_market(
        "%%MatrixMarket matrix coordinate real general\n" + std::string(sizes) + "\n1 1 1\n", "g");
    INFO(sizes);
    REQUIRE(built.findings.size() == 1);
    CHECK_FALSE(built.network);
    CHECK(built.findings[0].line == 2);
  }
}
