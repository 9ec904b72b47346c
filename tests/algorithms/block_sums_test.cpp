// Sums of vectors over blocks.
#include "algorithms/block_sums.hpp"

#include "tests/support/catch.hpp"

namespace summitry::testing {
namespace {

// Item i adds 1 / (i + 1) to value i % 3: sums whose last bits depend on the order.
std::vector<double> summed(std::size_t count, std::size_t size, int threads) {
  Run run;
  run.threads = threads;
  return sum_over_blocks(count, size, 3, run, "test",
                         [](const Block& block, std::span<double> sums) {
                           for (std::size_t i = block.begin; i < block.end; ++i) {
                             sums[i % 3] += 1.0 / (static_cast<double>(i) + 1.0);
                           }
                         });
}

}  // namespace

TEST_CASE("block sums: more blocks than are held at a time count each item once",
          "[algorithms][block-sums]") {
  std::vector<double> expected(3, 0.0);
  for (std::size_t i = 0; i < 1000; ++i) expected[i % 3] += 1.0 / (static_cast<double>(i) + 1.0);
  for (const std::size_t size : {1, 2, 7, 1000, 5000}) {
    const std::vector<double> sums = summed(1000, size, 1);
    for (std::size_t i = 0; i < 3; ++i) CHECK(sums[i] == Approx(expected[i]).epsilon(1e-13));
  }
}

TEST_CASE("block sums: one thread and four give the same bytes",
          "[algorithms][block-sums][parallel]") {
  CHECK(summed(10000, 3, 1) == summed(10000, 3, 4));
}

TEST_CASE("block sums: of nothing are zeros", "[algorithms][block-sums]") {
  CHECK(summed(0, 4, 2) == std::vector<double>(3, 0.0));
}

}  // namespace summitry::testing
