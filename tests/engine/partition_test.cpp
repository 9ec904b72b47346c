#include "engine/partition.hpp"

#include <rapidcheck.h>

#include "tests/support/catch.hpp"

using namespace summitry;

TEST_CASE("partition: numbered by falling size, then smallest vertex", "[engine][partition]") {
  const std::vector<std::uint32_t> labels{7, 3, 3, 9, 7, 3, 1};
  const Partition partition = canonical(labels);
  CHECK(partition.community == std::vector<std::uint32_t>{1, 0, 0, 2, 1, 0, 3});
  CHECK(partition.count == 4);
  CHECK(members(partition)[1] == std::vector<std::uint32_t>{0, 4});
  CHECK(canonical({}).count == 0);
}

TEST_CASE("partition: renaming the labels changes nothing", "[engine][partition]") {
  CHECK(rc::check([](const std::vector<std::uint8_t>& groups) {
    std::vector<std::uint32_t> labels(groups.begin(), groups.end());
    std::vector<std::uint32_t> renamed;
    for (const std::uint32_t label : labels) renamed.push_back(label * 77 + 5);
    RC_ASSERT(canonical(labels).community == canonical(renamed).community);
    const auto groups_of = members(canonical(labels));
    for (std::size_t i = 1; i < groups_of.size(); ++i) {
      RC_ASSERT(groups_of[i - 1].size() >= groups_of[i].size());
    }
  }));
}
