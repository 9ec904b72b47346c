// Stable sorting of numbers by small keys, in linear time: least significant key first, then the next.
#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace summitry {

// Sorts `order` stably by key(item), which is below `keys`. O(items + keys) time and memory.
template <class Key>
void sort_by(std::vector<std::uint32_t>& order, std::size_t keys, Key&& key) {
  std::vector<std::uint32_t> place(keys + 1, 0);
  for (const std::uint32_t item : order) ++place[key(item) + 1];
  std::partial_sum(place.begin(), place.end(), place.begin());
  std::vector<std::uint32_t> sorted(order.size());
  for (const std::uint32_t item : order) sorted[place[key(item)]++] = item;
  order = std::move(sorted);
}

// Where each item stands in `order`.
[[nodiscard]] inline std::vector<std::uint32_t> positions(const std::vector<std::uint32_t>& order) {
  std::vector<std::uint32_t> position(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) position[order[i]] = i;
  return position;
}

}  // namespace summitry
