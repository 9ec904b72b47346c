// The queue of searches by distance.
#include "algorithms/structure/searches/monotone_heap.hpp"

#include <rapidcheck.h>

#include <set>
#include <utility>

#include "tests/support/catch.hpp"

namespace summitry::testing {
namespace {

using Given = std::pair<std::uint16_t, std::uint8_t>;
using Entry = MonotoneHeap::Entry;

// Whole numbers, thirds, and lengths of which many are the same.
double length_of(const Given& given) {
  return given.second % 3 == 0 ? 1.0 + given.first % 7 : (1.0 + given.first) / 3.0;
}

}  // namespace

TEST_CASE("monotone heap: gives back by length, then vertex", "[algorithms][distances]") {
  CHECK(rc::check([](const std::vector<Given>& given) {
    MonotoneHeap heap;
    std::multiset<std::pair<double, VertexId>> expected;
    for (const Given& one : given) {
      heap.push({length_of(one), one.second});
      expected.emplace(length_of(one), one.second);
    }
    Entry entry{};
    while (heap.take(entry, [](const Entry&) { return true; })) {
      RC_ASSERT_FALSE(expected.empty());
      RC_ASSERT(entry.length == expected.begin()->first);
      RC_ASSERT(entry.vertex == expected.begin()->second);
      expected.erase(expected.begin());
    }
    RC_ASSERT(expected.empty());
  }));
}

TEST_CASE("monotone heap: what is put in while others are taken out", "[algorithms][distances]") {
  CHECK(rc::check([](const std::vector<Given>& given) {
    MonotoneHeap heap;
    std::multiset<double> expected;
    heap.push({0.0, 0});
    expected.insert(0.0);
    Entry entry{};
    std::size_t next = 0;
    while (heap.take(entry, [](const Entry&) { return true; })) {
      RC_ASSERT(entry.length == *expected.begin());
      expected.erase(expected.begin());
      for (int i = 0; i < 2 && next < given.size(); ++i, ++next) {
        const double length = entry.length + length_of(given[next]);
        heap.push({length, given[next].second});
        expected.insert(length);
      }
    }
    RC_ASSERT(expected.empty());
    RC_ASSERT(next == given.size());
  }));
}

TEST_CASE("monotone heap: what is not alive is left out, and it may be used again",
          "[algorithms][distances]") {
  MonotoneHeap heap;
  for (int round = 0; round < 2; ++round) {
    heap.clear();
    for (const VertexId v : {5U, 2U, 8U, 1U}) heap.push({1.0 / (v + 1.0), v});
    const auto even = [](const Entry& entry) { return entry.vertex % 2 == 0; };
    Entry entry{};
    CHECK(heap.take(entry, even));
    CHECK(entry.vertex == 8);
    CHECK(heap.take(entry, even));
    CHECK(entry.vertex == 2);
    CHECK(entry.length == 1.0 / 3.0);
    CHECK_FALSE(heap.take(entry, even));
  }
}

}  // namespace summitry::testing
