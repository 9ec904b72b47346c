// The heap of searches by distance.
#include "algorithms/structure/lazy_heap.hpp"

#include <rapidcheck.h>

#include <utility>

#include "tests/support/catch.hpp"

namespace summitry::testing {

TEST_CASE("lazy heap: gives back by length, then vertex", "[algorithms][distances]") {
  CHECK(rc::check([](const std::vector<std::pair<std::uint8_t, std::uint8_t>>& given) {
    LazyHeap heap;
    std::vector<std::pair<double, VertexId>> expected;
    for (const auto& [length, vertex] : given) {
      heap.push({static_cast<double>(length), vertex});
      expected.emplace_back(length, vertex);
    }
    std::sort(expected.begin(), expected.end());
    for (const auto& [length, vertex] : expected) {
      RC_ASSERT_FALSE(heap.empty());
      const LazyHeap::Entry entry = heap.pop();
      RC_ASSERT(entry.length == length);
      RC_ASSERT(entry.vertex == vertex);
    }
    RC_ASSERT(heap.empty());
  }));
}

}  // namespace summitry::testing
