#include "engine/short_sweeps.hpp"

#include <atomic>
#include <numeric>
#include <vector>

#include "engine/error.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;

TEST_CASE("short sweeps: every item once in each of many", "[engine][parallel]") {
  for (const int threads : {1, 2, 5}) {
    std::vector<int> seen(1000, 0);  // each by one thread at a time, all done when a sweep returns
    std::atomic<bool> known_threads = true;
    ShortSweeps::hold({.threads = threads}, [&](ShortSweeps& sweeps) {
      CHECK(sweeps.threads() == static_cast<std::size_t>(threads));
      for (std::size_t count = 0; count <= seen.size(); ++count) {
        sweeps.sweep(count, 7, [&](const Block& block) {
          if (block.thread >= static_cast<std::size_t>(threads)) known_threads = false;
          for (std::size_t i = block.begin; i < block.end; ++i) ++seen[i];
        });
        // what was swept is there to be read, and may be written before the next
        if (count > 0) REQUIRE(seen[count - 1] == 1);
      }
    });
    CHECK(known_threads);
    for (std::size_t i = 0; i < seen.size(); ++i) CHECK(seen[i] == static_cast<int>(1000 - i));
  }
}

TEST_CASE("short sweeps: each reads what was written before it", "[engine][parallel]") {
  std::vector<std::uint64_t> values(512);
  std::vector<std::uint64_t> sums(16);
  std::iota(values.begin(), values.end(), 0U);
  ShortSweeps::hold({.threads = 3}, [&](ShortSweeps& sweeps) {
    for (std::uint64_t round = 0; round < 300; ++round) {
      sweeps.sweep(values.size(), 32, [&](const Block& block) {
        sums[block.index] = std::accumulate(
            values.begin() + static_cast<std::ptrdiff_t>(block.begin),
            values.begin() + static_cast<std::ptrdiff_t>(block.end), std::uint64_t{0});
      });
      const std::uint64_t sum = std::accumulate(sums.begin(), sums.end(), std::uint64_t{0});
      REQUIRE(sum == 512 * 511 / 2 + 512 * round);
      for (std::uint64_t& value : values) ++value;
    }
  });
}

TEST_CASE("short sweeps: what fails between them reaches the caller, and they stop when asked",
          "[engine][parallel]") {
  const auto failing = [](ShortSweeps& sweeps) {
    sweeps.sweep(10, 1, [](const Block&) {});
    throw Error("after one");
  };
  CHECK_THROWS_WITH(ShortSweeps::hold({.threads = 3}, failing), "after one");
  std::atomic<bool> cancel = false;
  std::atomic<int> swept = 0;
  const auto cancelling = [&](ShortSweeps& sweeps) {
    sweeps.sweep(10, 1, [&](const Block&) { ++swept; });
    cancel = true;
    sweeps.sweep(10, 1, [&](const Block&) { ++swept; });
  };
  CHECK_THROWS_AS(ShortSweeps::hold({.threads = 2, .cancel = &cancel}, cancelling), Cancelled);
  CHECK(swept == 10);
}
