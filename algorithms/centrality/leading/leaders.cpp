#include "algorithms/centrality/leading/leaders.hpp"

#include <climits>
#include <numeric>

namespace summitry {

void include(Convergence& all, const Convergence& one) {
  const std::int64_t sum = std::int64_t{all.iterations} + one.iterations;
  all.iterations = static_cast<int>(std::min<std::int64_t>(sum, INT_MAX));
  all.change = std::max(all.change, one.change);
  all.reached &= one.reached;
}

std::vector<std::uint32_t> by_falling_bound(std::span<const double> bounds) {
  std::vector<std::uint32_t> order(bounds.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&bounds](auto a, auto b) { return bounds[a] > bounds[b]; });
  return order;
}

}  // namespace summitry
