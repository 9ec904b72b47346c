#include "engine/parallel.hpp"

#if defined(__linux__)
#include <sched.h>
#endif

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "engine/error.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

// A sum whose rounding depends on the order of additions.
double block_sum(int threads) {
  std::vector<double> partial(block_count(100'000, 1000), 0.0);
  parallel_blocks(100'000, 1000, {.threads = threads}, "adding", [&](const Block& block) {
    for (std::size_t i = block.begin; i < block.end; ++i) {
      partial[block.index] += 1.0 / static_cast<double>(i + 1);
    }
  });
  double sum = 0.0;
  for (const double part : partial) sum += part;
  return sum;
}

// How many items are visited, each of `count` being a block.
std::size_t visited(std::size_t count, int threads) {
  std::atomic<std::size_t> seen = 0;
  parallel_blocks(count, 1, {.threads = threads}, "", [&](const Block&) { ++seen; });
  return seen;
}

}  // namespace

TEST_CASE("parallel: the same bits on one thread and on four", "[engine][parallel]") {
  CHECK(block_sum(1) == block_sum(4));
}

TEST_CASE("parallel: every item once", "[engine][parallel]") {
  for (const std::size_t count : {0U, 1U, 9U, 10U, 11U}) {
    std::vector<std::atomic<int>> seen(count);
    std::atomic<bool> known_threads = true;  // the framework's own checks are for one thread alone
    parallel_blocks(count, 10, {.threads = 3}, "", [&](const Block& block) {
      if (block.thread >= 3) known_threads = false;
      for (std::size_t i = block.begin; i < block.end; ++i) ++seen[i];
    });
    CHECK(known_threads);
    for (const auto& times : seen) CHECK(times == 1);
  }
}

TEST_CASE("parallel: the first exception reaches the caller", "[engine][parallel]") {
  const auto failing = [](const Block& block) {
    if (block.index == 5) throw Error("block five");
  };
  CHECK_THROWS_WITH(parallel_blocks(100, 1, {.threads = 4}, "", failing), "block five");
}

TEST_CASE("parallel: stops when asked, and tells how far it is", "[engine][parallel]") {
  std::atomic<bool> cancel = false;
  double share = 0.0;
  Run run{.threads = 2, .cancel = &cancel};
  std::string told;
  run.progress = [&](std::string_view what, double done) {
    told = what;
    share = done;
  };
  parallel_blocks(10, 1, run, "working", [](const Block&) {});
  CHECK(share == 1.0);
  CHECK(told == "working");
  cancel = true;
  std::atomic<int> done = 0;
  CHECK_THROWS_AS(parallel_blocks(10, 1, run, "working", [&](const Block&) { ++done; }), Cancelled);
  CHECK(done == 0);
}

TEST_CASE("parallel: short calls one after another, with more and fewer threads",
          "[engine][parallel]") {
  for (std::size_t call = 0; call < 3000; ++call) {
    const std::size_t count = call % 7;
    if (visited(count, 1 + static_cast<int>(call % 5)) != count) FAIL("call " << call);
  }
}

TEST_CASE("parallel: a failure leaves the threads to the next call", "[engine][parallel]") {
  for (int call = 0; call < 50; ++call) {
    const auto failing = [](const Block&) { throw Error("at once"); };
    CHECK_THROWS_AS(parallel_blocks(9, 1, {.threads = 3}, "", failing), Error);
    CHECK(visited(9, 3) == 9);
  }
}

TEST_CASE("parallel: calls within a call", "[engine][parallel]") {
  std::atomic<std::size_t> seen = 0;
  parallel_blocks(6, 1, {.threads = 3}, "", [&](const Block&) { seen += visited(20, 3); });
  CHECK(seen == 120);
}

TEST_CASE("parallel: calls from several threads at once", "[engine][parallel]") {
  std::atomic<std::size_t> seen = 0;
  const auto calling = [&seen] {
    for (int call = 0; call < 200; ++call) seen += visited(5, 3);
  };
  std::thread one(calling);
  std::thread another(calling);
  calling();
  one.join();
  another.join();
  CHECK(seen == 3000);
}

TEST_CASE("parallel: whoever has begun is waited for", "[engine][parallel]") {
  constexpr std::size_t kLong = 5000;
  std::atomic<int> begun = 0;
  std::atomic<std::size_t> done = 0;
  parallel_blocks(2, 1, {.threads = 2}, "", [&](const Block& block) {
    ++begun;
    while (begun < 2) std::this_thread::yield();  // a block for each of the two
    for (std::size_t i = 0; block.thread != 0 && i < kLong; ++i, ++done) std::this_thread::yield();
  });
  CHECK(done == kLong);
}

#if defined(__linux__)
TEST_CASE("parallel: kept threads that sleep are woken, and the caller keeps its cores",
          "[engine][parallel]") {
  cpu_set_t before;
  REQUIRE(sched_getaffinity(0, sizeof before, &before) == 0);
  for (int round = 0; round < 3; ++round) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    std::atomic<std::size_t> done{0};
    parallel_blocks(100, 1, {.threads = 4}, "counting", [&](const Block&) { ++done; });
    CHECK(done == 100);
  }
  cpu_set_t after;
  REQUIRE(sched_getaffinity(0, sizeof after, &after) == 0);
  CHECK(CPU_EQUAL(&before, &after) != 0);
  // as many as there are, whoever asks
  std::vector<int> counts(4, 0);
  parallel_blocks(4, 1, {.threads = 4}, "counting",
                  [&](const Block& block) { counts[block.index] = Run{}.thread_count(); });
  CHECK(counts == std::vector<int>(4, Run{}.thread_count()));
}
#endif
