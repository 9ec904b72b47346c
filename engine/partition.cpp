#include "engine/partition.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace summitry {

namespace {

// Labels as dense numbers in the order of their first vertex; returns how many there are.
std::uint32_t number_by_first(std::span<const std::uint32_t> labels,
                              std::vector<std::uint32_t>& number) {
  constexpr std::uint32_t kUnseen = UINT32_MAX;
  const std::uint32_t largest =
      labels.empty() ? 0 : *std::max_element(labels.begin(), labels.end());
  std::uint32_t count = 0;
  if (largest / 4 < labels.size()) {  // a table is small beside the labels themselves
    std::vector<std::uint32_t> dense(largest + std::size_t{1}, kUnseen);
    for (const std::uint32_t label : labels) {
      if (dense[label] == kUnseen) dense[label] = count++;
      number.push_back(dense[label]);
    }
    return count;
  }
  std::unordered_map<std::uint32_t, std::uint32_t> dense;
  for (const std::uint32_t label : labels) {
    const auto [place, is_new] = dense.emplace(label, count);
    if (is_new) ++count;
    number.push_back(place->second);
  }
  return count;
}

}  // namespace

Partition canonical(std::span<const std::uint32_t> labels) {
  std::vector<std::uint32_t> first;
  first.reserve(labels.size());
  std::vector<std::size_t> size(number_by_first(labels, first), 0);
  for (const std::uint32_t label : first) ++size[label];
  std::vector<std::uint32_t> order(size.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&size](std::uint32_t a, std::uint32_t b) { return size[a] > size[b]; });
  std::vector<std::uint32_t> number(size.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) number[order[i]] = i;

  Partition partition;
  partition.count = static_cast<std::uint32_t>(size.size());
  for (const std::uint32_t label : first) partition.community.push_back(number[label]);
  return partition;
}

std::vector<std::vector<std::uint32_t>> members(const Partition& partition) {
  std::vector<std::vector<std::uint32_t>> groups(partition.count);
  for (std::uint32_t v = 0; v < partition.community.size(); ++v) {
    groups[partition.community[v]].push_back(v);
  }
  return groups;
}

}  // namespace summitry
