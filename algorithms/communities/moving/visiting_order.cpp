#include "algorithms/communities/moving/visiting_order.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>

namespace summitry::communities {
namespace {

// How many neighbouring numbers are visited one after the other. Long runs find worse communities where
// what is near by number belongs together; but where rows are too many for a core's own cache, short
// ones take a third longer.
std::size_t run_length(VertexId count) {
  constexpr VertexId kMany = 1U << 16U;
  return std::clamp<std::size_t>(count / 1024, 1, count < kMany ? 8 : 64);
}

}  // namespace

std::vector<VertexId> visiting_order(VertexId count, Random& random) {
  const std::size_t length = run_length(count);
  std::vector<VertexId> runs((count + length - 1) / length);
  std::iota(runs.begin(), runs.end(), VertexId{0});
  random.shuffle(std::span<VertexId>(runs));
  std::vector<VertexId> order;
  order.reserve(count);
  for (const VertexId one : runs) {
    const std::size_t end = std::min<std::size_t>(count, (one + std::size_t{1}) * length);
    for (std::size_t v = one * length; v < end; ++v) order.push_back(static_cast<VertexId>(v));
  }
  return order;
}

}  // namespace summitry::communities
