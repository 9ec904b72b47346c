#include "algorithms/inference/adjusted_p.hpp"

#include <algorithm>
#include <cstddef>

namespace summitry {

std::vector<std::optional<double>> adjusted_p(std::span<const std::optional<double>> p_values) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < p_values.size(); ++i) {
    if (p_values[i]) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return *p_values[a] < *p_values[b]; });
  std::vector<std::optional<double>> adjusted(p_values.size());
  double smallest = 1.0;
  for (std::size_t rank = order.size(); rank > 0; --rank) {
    const double scale = static_cast<double>(order.size()) / static_cast<double>(rank);
    smallest = std::min(smallest, scale * *p_values[order[rank - 1]]);
    adjusted[order[rank - 1]] = smallest;
  }
  return adjusted;
}

void adjust(std::span<NullTest> family) {
  std::vector<std::optional<double>> p_values;
  for (const NullTest& test : family) p_values.push_back(test.p_value);
  const auto adjusted = adjusted_p(p_values);
  for (std::size_t i = 0; i < family.size(); ++i) family[i].p_adjusted = adjusted[i];
}

}  // namespace summitry
